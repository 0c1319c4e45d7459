"""Everything that has a date of its own, in the order of time: lives, dates, names, facts, links."""

from __future__ import annotations

from explorer.store import claims
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.values import dates
from explorer.values.dates import Date
from explorer.values.lean import NamedTuple
from explorer.values.terms import DOCUMENT, EVENT

BATCH = 500
"""Statements read at once."""
_OF_ENTITY = (
    " and (c.entity = :entity or c.target = :entity or c.of = :entity or (c.part in ('when', 'date') and e.kind in "
    f"('{EVENT}', '{DOCUMENT}') and e.rowid in (select entity from claim where target = :entity union "
    "select target from claim where entity = :entity and target is not null)))"
)
_ON_SOURCE = " and exists (select 1 from cite i where i.claim = c.id and (i.source = :source or i.work = :source))"


class Moment(NamedTuple):
    """A dated statement, as much of it as an axis needs."""

    claim: int
    time: Date
    kind: str
    """Of the entity that states it."""
    own: str = ""
    """That entity's id where it is when it was itself, and no plan's or denial's of what also has a time."""


def moments(
    store: Store, lens: Lens, entity: Entity | None = None, *, kind: str = "", source: Entity | None = None
) -> list[Moment]:
    """The dated statements, by time: all, or those of an entity and of the events and documents linked to it."""
    where = _OF_ENTITY if entity else ""
    where += " and e.kind = :kind" if kind else ""
    where += _ON_SOURCE if source else ""
    rows = store.connection.execute(
        "select c.id, c.time, c.until, e.kind, "
        "case when c.part in ('when', 'date') and (c.mood is null or e.begin is null) then e.id else '' end "
        "from claim c join entity e on e.rowid = c.entity "
        f"where c.basis = 'when' and c.time is not null{where} order by c.id",
        {"entity": entity.number if entity else 0, "kind": kind, "source": source.number if source else 0},
    )
    made = [Moment(number, dates.parse(time).known_until(until), of, own) for number, time, until, of, own in rows]
    if lens.asked is not None:
        shown = {claim.number for claim in statements(store, made, lens) if claim.shown}
        made = [one for one in made if one.claim in shown]
    return sorted(made, key=lambda one: one.time.order)


def sources(store: Store, wanted: list[Moment]) -> list[tuple[str, str, int]]:
    """The sources on which dated statements rest: id, short name, and how many rest on each, most first."""
    sizes: dict[tuple[str, str], int] = {}
    numbers = [one.claim for one in wanted]
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        for id_, name, size in store.connection.execute(
            "select e.id, coalesce(e.short, e.name), count(distinct i.claim) from cite i "
            f"join entity e on e.rowid = i.source where i.claim in ({','.join('?' * len(part))}) group by e.id",
            part,
        ):
            sizes[id_, name] = sizes.get((id_, name), 0) + size
    return sorted(((id_, name, size) for (id_, name), size in sizes.items()), key=lambda one: (-one[2], one[1]))


def figures(store: Store, lens: Lens) -> list[Claim]:
    """The figures of things that last, with the time for which they were given or at which they were said."""
    rows = store.connection.execute(
        "select c.id from claim c join entity e on e.rowid = c.entity where c.part = 'fact' "
        "and coalesce(c.low, c.high) is not null "
        f"and c.basis in ('when', 'said') and e.kind not in ('{EVENT}', '{DOCUMENT}') order by c.time, c.id"
    )
    return [claim for claim in _read(store, [row[0] for row in rows], lens) if claim.shown]


def statements(store: Store, wanted: list[Moment], lens: Lens) -> list[Claim]:
    """The statements themselves, in the same order."""
    return _read(store, [one.claim for one in wanted], lens)


def _read(store: Store, numbers: list[int], lens: Lens) -> list[Claim]:
    found: list[Claim] = []
    for start in range(0, len(numbers), BATCH):
        found += claims.numbered(store, numbers[start : start + BATCH], lens)
    return found


def papers(store: Store) -> frozenset[str]:
    """The documents that were signed or adopted: those without an author, a publisher and passages of their own."""
    rows = store.connection.execute(
        "select e.id from document d join entity e on e.rowid = d.entity where d.author is null "
        "and d.publisher is null and not exists (select 1 from passage p where p.source = e.rowid)"
    )
    return frozenset(row[0] for row in rows)
