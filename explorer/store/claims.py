"""Statements: those of an entity, those that lead to it, their citations and troubles, as of a day."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.store.lens import Lens
from explorer.store.read import Store, ref
from explorer.store.rows import Cite, Claim, Entity, Ref, Trouble
from explorer.values import dates
from explorer.values.answers import both
from explorer.values.dates import NO, UNKNOWN, Date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any  # a look-up cannot afford to import typing

_COLUMNS = (
    "c.id, c.part, c.key, c.entity, s.id, s.kind, s.name, c.relation, c.role, c.text, c.lang, c.about, c.value, "
    "c.low, c.high, c.unit, c.happened, c.said, c.undated, c.mood, c.doubt, c.likely, c.note, c.basis, c.time, "
    "c.until, c.heard, c.line, t.rowid, t.id, t.kind, t.name, o.id, o.kind, o.name, b.id, b.kind, b.name, "
    "r.label, r.inverse"
)
_FROM = (
    "claim c join entity s on s.rowid = c.entity left join entity t on t.rowid = c.target "
    "left join entity o on o.rowid = c.of left join entity b on b.rowid = c.by "
    "left join relation r on r.name = c.relation"
)


_WAYS = {
    "own": "c.entity = ? order by c.id",
    "to": "c.target = ? and c.part = 'link' order by r.ord, s.begin, s.folded",
    "by": "c.by = ? order by c.time is null, c.time, s.folded, c.id",
    "about": "c.of = ? and c.part = 'fact' order by s.folded, c.id",
}
"""How a statement can have to do with an entity: which they are, and in what order."""


def _asked(store: Store, entity: Entity, way: str) -> list[tuple[Any, ...]]:
    rows = store.connection.execute(f"select {_COLUMNS} from {_FROM} where {_WAYS[way]}", (entity.number,))
    return rows.fetchall()


def of_entity(store: Store, entity: Entity, lens: Lens) -> list[Claim]:
    """Everything that the entity's own entry states, in the order written: times, names, links, facts."""
    return _finish(store, _asked(store, entity, "own"), lens)


def to_entity(store: Store, entity: Entity, lens: Lens) -> list[Claim]:
    """The links that other entries lay to this one, seen from here."""
    return _finish(store, _asked(store, entity, "to"), lens, inverse=True)


def about_entity(store: Store, entity: Entity, lens: Lens) -> list[Claim]:
    """The facts that other entries state of this entity."""
    return _finish(store, _asked(store, entity, "about"), lens)


def around(store: Store, entity: Entity, lens: Lens) -> tuple[list[Claim], list[Claim], list[Claim], list[Claim]]:
    """Its own statements, the links to it, what sources report it to have said, and the facts about it, in this order.

    Citations and troubles are asked for once: most of what a small question costs is its asking.
    """
    own, to, by, about = (_asked(store, entity, way) for way in ("own", "to", "by", "about"))
    beside = _beside(store, [row[0] for row in (*own, *to, *by, *about)])
    return (
        _finish(store, own, lens, beside),
        _finish(store, to, lens, beside, inverse=True),
        _finish(store, by, lens, beside),
        _finish(store, about, lens, beside),
    )


def meaning(store: Store, what: str, lens: Lens) -> list[Claim]:
    """Every link of the relations that mean this, seen from the entry that states it."""
    rows = store.connection.execute(
        f"select {_COLUMNS} from {_FROM} where r.means = ? and c.part = 'link' order by s.folded, c.id", (what,)
    )
    return _finish(store, rows, lens)


def numbered(store: Store, numbers: Iterable[int], lens: Lens) -> list[Claim]:
    """The claims with these numbers, in this order."""
    wanted = list(numbers)
    marks = ",".join("?" * len(wanted))
    rows = store.connection.execute(f"select {_COLUMNS} from {_FROM} where c.id in ({marks})", wanted)
    by_number = {claim.number: claim for claim in _finish(store, rows, lens)}
    return [by_number[number] for number in wanted if number in by_number]


def on_passage(store: Store, source: str, locator: str, lens: Lens) -> list[Claim]:
    """The claims that rest on a passage of a source, footnotes of the same passage among them."""
    rows = store.connection.execute(
        f"select {_COLUMNS} from {_FROM} where c.id in (select claim from cite where source = "
        "(select rowid from entity where id = :source) and (locator = :place or locator glob :place || ' *')) "
        "order by s.folded, c.id",
        {"source": source, "place": locator},
    )
    return _finish(store, rows, lens)


def key(store: Store, number: int) -> str:
    """The key of the claim with this number; empty where there is none."""
    row = store.connection.execute("select key from claim where id = ?", (number,)).fetchone()
    return str(row[0] or "") if row else ""


def voice(store: Store, number: int) -> tuple[str, str]:
    """The mood of the claim with this number, and the name of whoever says it; empty where it has none."""
    row = store.connection.execute(
        "select coalesce(c.mood, ''), coalesce(e.short, e.name, '') from claim c left join entity e on e.rowid = c.by "
        "where c.id = ?",
        (number,),
    ).fetchone()
    return (row[0], row[1]) if row else ("", "")


def _beside(store: Store, numbers: list[int]) -> tuple[dict[int, list[Cite]], dict[int, list[str]]]:
    """Citations and troubles of claims, by their numbers."""
    return (_cites(store, numbers), _troubled(store, numbers)) if numbers else ({}, {})


def _finish(
    store: Store,
    rows: Iterable[tuple[Any, ...]],
    lens: Lens,
    beside: tuple[dict[int, list[Cite]], dict[int, list[str]]] | None = None,
    *,
    inverse: bool = False,
) -> list[Claim]:
    """Rows to claims: with citations, troubles, and what they answer on the day asked."""
    raw = list(rows)
    cites, troubles = beside or _beside(store, [row[0] for row in raw])
    claims = [_claim(row, cites.get(row[0], ()), troubles.get(row[0], ()), inverse=inverse) for row in raw]
    if lens.asked is None:
        return claims
    lives = _Lives(store, lens)
    return [_judged(claim, row, lens, lives) for claim, row in zip(claims, raw, strict=True)]


def _judged(claim: Claim, row: tuple[Any, ...], lens: Lens, lives: _Lives) -> Claim:
    """The claim with what it answers, and whether it is shown."""
    answer, shown = _judge(claim, dates.parse(row[26]) if row[26] else None, lens, lives, row)
    early = claim.basis == "life" and answer == NO and not (lives.ended(row[3]) or lives.ended(row[28]))
    return claim._replace(answer=answer, shown=shown, early=early)


def _judge(
    claim: Claim, heard: Date | None, lens: Lens, lives: _Lives, row: tuple[Any, ...]
) -> tuple[str | None, bool]:
    if claim.part == "fact":
        return lens.fact(claim.basis, claim.mood, claim.time, heard)
    if claim.part in ("when", "date"):
        return lens.fact("own", claim.mood, claim.time, heard)
    if claim.part == "also":
        return None, True
    here, there = lives.of(row[3]), lives.of(row[28])
    answer, shown = lens.link(claim.basis, claim.mood, claim.time, heard, both(here, there))
    other = row[3] if claim.inverse else row[28]
    return answer, shown and lives.seen(other)


def _claim(row: tuple[Any, ...], cites: Iterable[Cite], troubles: Iterable[str], *, inverse: bool) -> Claim:
    source = Ref(*row[4:7])
    target = ref(row[29:32])
    time = dates.parse(row[24]).known_until(row[25]) if row[24] else None
    return Claim(
        number=row[0],
        part=row[1],
        key=row[2],
        entity=source,
        relation=row[7] or "",
        label=(row[39] if inverse else row[38]) or "",
        inverse=inverse,
        other=source if inverse else target,
        role=row[8] or "",
        text=row[9] or "",
        lang=row[10] or "",
        about=row[11] or "",
        value=row[12] or "",
        low=row[13],
        high=row[14],
        unit=row[15] or "",
        of=ref(row[32:35]),
        happened=dates.parse(row[16]).known_until(row[25]) if row[16] else None,
        said=dates.parse(row[17]) if row[17] else None,
        undated=bool(row[18]),
        by=ref(row[35:38]),
        mood=row[19] or "",
        doubt=row[20] or "",
        likely=row[21] or "",
        note=row[22] or "",
        basis=row[23],
        time=time,
        line=row[27],
        cites=tuple(cites),
        troubles=tuple(troubles),
    )


class _Lives:
    """Whether entities live on the day asked; each is looked up once."""

    def __init__(self, store: Store, lens: Lens) -> None:
        self.store = store
        self.lens = lens
        self.entities: dict[int, Entity] = {}

    def _entity(self, number: int) -> Entity:
        if number not in self.entities:
            self.entities[number] = self.store.entity_at(number)
        return self.entities[number]

    def of(self, number: int | None) -> str:
        return self.lens.life(self._entity(number)) if number else UNKNOWN

    def ended(self, number: int | None) -> bool:
        return number is not None and self.lens.ended(self._entity(number))

    def seen(self, number: int | None) -> bool:
        return number is None or self.lens.shows(self._entity(number).seen)


def _cites(store: Store, claims: list[int]) -> dict[int, list[Cite]]:
    found: dict[int, list[Cite]] = {}
    for claim, source, name, locator, display, work in _in_parts(
        store,
        "select i.claim, e.id, coalesce(e.short, e.name), i.locator, i.display, coalesce(w.id, '') from cite i "
        "join entity e on e.rowid = i.source left join entity w on w.rowid = i.work where i.claim in (%s) "
        "order by i.claim, i.ord",
        claims,
    ):
        found.setdefault(claim, []).append(Cite(source, name, locator, f"{name} {display}".strip(), work))
    return found


def _troubled(store: Store, claims: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    query = (
        "select distinct m.claim, t.kind from trouble_claim m join trouble t on t.id = m.trouble "
        "where m.claim in (%s) order by m.claim, t.id"
    )
    for claim, kind in _in_parts(store, query, claims):
        found.setdefault(claim, []).append(kind)
    return found


def _in_parts(store: Store, query: str, numbers: list[int]) -> list[tuple[Any, ...]]:
    """The rows of a query over many numbers, asked in parts that SQLite accepts."""
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        rows += store.connection.execute(query % ",".join("?" * len(part)), part)
    return rows


_TROUBLE = (
    "select t.id, t.kind, e.id, e.kind, e.name, coalesce(t.about, ''), t.text from trouble t "
    "join entity e on e.rowid = t.entity where "
)


def troubles(store: Store, entity: Entity) -> list[Trouble]:
    """The troubles in which any statement of or about the entity is, from either side."""
    return _troubles(
        store,
        "t.entity = :number or t.id in (select m.trouble from trouble_claim m join claim c on c.id = m.claim "
        "where c.entity = :number or c.of = :number or c.target = :number)",
        entity.number,
    )


def troubles_of(store: Store, claim: int) -> list[Trouble]:
    """The troubles in which a statement is."""
    return _troubles(store, "t.id in (select trouble from trouble_claim where claim = :number)", claim)


def _troubles(store: Store, where: str, number: int) -> list[Trouble]:
    rows = store.connection.execute(f"{_TROUBLE} {where} order by t.id", {"number": number})
    return [Trouble(row[1], Ref(*row[2:5]), row[5], row[6], _members(store, row[0])) for row in rows.fetchall()]


def _members(store: Store, trouble: int) -> tuple[int, ...]:
    rows = store.connection.execute("select claim from trouble_claim where trouble = ? order by ord", (trouble,))
    return tuple(row[0] for row in rows)


def first_times(store: Store) -> dict[int, Date]:
    """The first asserted time of life, or date, of every entity that has one, by its number."""
    rows = store.connection.execute(
        "select entity, time, until from claim where part in ('when', 'date') and time is not null "
        "order by mood is not null desc, id desc"
    )
    return {entity: dates.parse(time).known_until(until) for entity, time, until in rows}
