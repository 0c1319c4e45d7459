"""Sources, their passages and what rests on each, as the tree shows them, as of a day."""

from __future__ import annotations

from explorer.store import claims
from explorer.store.groups import ALL, Within, bound, bound_words, condition, rests
from explorer.store.lens import Lens
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Claim, Entity
from explorer.values.lean import NamedTuple

MOST = 500
"""Statements in one query."""


class Spot(NamedTuple):
    """A passage on which something rests."""

    ord: int
    section: str
    """`sec 2.3`; empty where it stands in none."""
    locator: str
    display: str
    uses: int
    """How many statements rest on it."""


class Resting(NamedTuple):
    """A statement on one of its passages."""

    source: str
    """The source's id."""
    kind: str
    year: str
    """The source's."""
    section: str
    locator: str
    entity: str
    """The id of the entity that makes it."""
    key: str


_SPOT = "p.ord, p.section, p.locator, p.display"


def sources(store: Store, lens: Lens, within: Within = ALL) -> list[tuple[Entity, int]]:
    """The sources on which something rests, those with most statements first; each with its number of rows below."""
    rows_below = "count(distinct case when p.section = '' then 'at ' || p.ord else p.section end)"
    if lens.asked is None:
        found = f"select p.source as source, sum(p.uses) as uses, {rows_below} as below from spot p group by p.source"
    else:
        found = (
            f"select p.source as source, count(*) as uses, {rows_below} as below from spot p join resting r "
            f"on r.source = p.source and r.spot = p.ord where {rests(lens)} group by p.source"
        )
    rows = store.connection.execute(
        f"select {ENTITY}, s.below from ({found}) s join entity e on e.rowid = s.source "
        f"where {condition(within, lens)} order by s.uses desc, e.folded",
        bound(lens, within),
    )
    return [(Entity(*row[:-1]), row[-1]) for row in rows]


def spots(store: Store, source: Entity, lens: Lens) -> list[Spot]:
    """The passages of a source on which something rests, in order."""
    if lens.asked is None:
        query = f"select {_SPOT}, p.uses from spot p where p.source = :source order by p.ord"
    else:
        query = (
            f"select {_SPOT}, count(*) from spot p join resting r on r.source = p.source and r.spot = p.ord "
            f"where p.source = :source and {rests(lens)} group by p.ord order by p.ord"
        )
    return [Spot(*row) for row in store.connection.execute(query, bound(lens, source=source.number))]


def at(store: Store, source: Entity, locator: str, lens: Lens) -> list[Spot]:
    """The passages that a locator takes in: itself, those of a section, all of a source."""
    words = locator.split()
    if len(words) % 2:
        return []
    inside = f"{' '.join(words)} "
    return [
        spot
        for spot in spots(store, source, lens)
        if not words or f"{spot.locator} ".startswith(inside) or f"{spot.section} " == inside
    ]


def resting_on(store: Store, source: Entity, spot: Spot, lens: Lens) -> list[int]:
    """The numbers of the statements on a passage, by their entities' names."""
    rows = store.connection.execute(
        "select r.claim from resting r join entity e on e.rowid = r.entity "
        f"where r.source = :source and r.spot = :spot and {rests(lens)} order by e.folded, r.claim",
        bound(lens, source=source.number, spot=spot.ord),
    )
    return [row[0] for row in rows]


def statements(store: Store, source: Entity, spot: Spot, lens: Lens) -> list[Claim]:
    """These statements themselves."""
    numbers = resting_on(store, source, spot, lens)
    parts = (numbers[start : start + MOST] for start in range(0, len(numbers), MOST))
    return [claim for part in parts for claim in claims.numbered(store, part, lens)]


_RESTING = "select e.id, e.kind, e.year, p.section, p.locator, s.id, c.key"
_FROM = (
    "from resting r join claim c on c.id = r.claim join entity s on s.rowid = r.entity "
    "join spot p on p.source = r.source and p.ord = r.spot join entity e on e.rowid = r.source"
)


def first_of(store: Store, entity: Entity, lens: Lens) -> Resting | None:
    """The first statement of an entity that rests on a passage."""
    row = store.connection.execute(
        f"{_RESTING} {_FROM} where r.entity = :entity and {rests(lens)} order by r.claim, r.source, r.spot limit 1",
        bound(lens, entity=entity.number),
    ).fetchone()
    return Resting(*row) if row else None


def saying(store: Store, words: list[str], lens: Lens, limit: int) -> tuple[list[Resting], int]:
    """Statements with all these words in their own words or their entity's names, at each of their passages."""
    has = " and ".join(
        f"(instr(w.folded, :word{number}) or r.entity in "
        f"(select n.entity from name n where n.field <> 'id' and instr(n.folded, :word{number})))"
        for number in range(len(words))
    )
    rows = store.connection.execute(
        f"{_RESTING}, count(*) over () {_FROM} join saying w on w.claim = r.claim where {rests(lens)} and {has} "
        "order by r.source, r.spot, s.folded, r.claim limit :limit",
        bound(lens, limit=limit, **bound_words(words)),
    ).fetchall()
    return [Resting(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


def listed(store: Store, source: Entity) -> set[str]:
    """The passages that a source is said to have, and the sections that hold them; none where nobody has listed any."""
    starts: set[str] = set()
    for (locator,) in store.connection.execute("select locator from passage where source = ?", (source.number,)):
        parts = locator.split()
        starts.update(" ".join(parts[:length]) for length in range(2, len(parts) + 1, 2))
    return starts


def behind(store: Store, source: Entity, footnotes: list[str]) -> list[str]:
    """The names of the works that stand behind footnotes of a source, each once."""
    found: dict[str, None] = {}
    for footnote in footnotes:
        rows = store.connection.execute(
            "select e.name from note n join entity e on e.rowid = n.work where n.source = ? and n.number = ?",
            (source.number, footnote),
        )
        found.update(dict.fromkeys(row[0] for row in rows))
    return list(found)
