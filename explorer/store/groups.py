"""Entities in groups, as of a day: by kind, by year, and those that have no place in a forest or beside a source."""

from __future__ import annotations

from explorer.store import sqlite
from explorer.store.lens import Lens
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Branch, Entity
from explorer.values.dates import BEGINNING, FOREVER
from explorer.values.lean import NamedTuple
from explorer.values.terms import KIND, OWN_TIME, YEAR

SOURCES = -1
"""In place of a forest's number: the sources and what rests on them."""


class Within(NamedTuple):
    """Which entities are meant; None for any."""

    kind: str | None = None
    year: str | None = None
    outside: int | None = None
    """The number of a forest in which they have no place."""

    def having(self, level: str, value: str) -> Within:
        """Narrower by a group of a level."""
        return self._replace(kind=value) if level == KIND else self._replace(year=value)


ALL = Within()


def year(begin: str | None, seen: str | None) -> str:
    """The year of a beginning, or of the day on which a thing is first shown; empty where nobody knows either."""
    first = begin or seen or BEGINNING
    return first[:4] if first != BEGINNING else ""


def shown(lens: Lens, alias: str = "e") -> str:
    """SQL: whether the day asked shows an entity."""
    return f"coalesce({alias}.seen, '') <= :last" if lens.asked is not None else "1"


def rests(lens: Lens, alias: str = "r") -> str:
    """SQL: whether the day asked shows a statement that rests on a passage."""
    return f"({alias}.first <= :last and {alias}.last >= :first)" if lens.asked is not None else "1"


def bound(lens: Lens, within: Within = ALL, /, **more: int | str) -> dict[str, int | str]:
    """What the SQL here refers to. Past the horizon nobody says that anything has ended."""
    first = lens.first if lens.first <= lens.horizon else BEGINNING
    meant = {"kind": within.kind or "", "year": within.year or ""}
    return {"last": lens.last, "first": first, **meant, "outside": within.outside or 0, **more}


def has_place(lens: Lens, forest: int, name: str = "forest") -> str:
    """SQL: whether an entity e stands in the forest with the number bound to that name, or beside a source."""
    if forest == SOURCES:
        return f"({cited(lens)} or exists (select 1 from resting r where r.entity = e.rowid and {rests(lens)}))"
    return f"({hangs(lens, name)} or {carries(lens, name)})"


def cited(lens: Lens) -> str:
    """SQL: whether something that is shown rests on an entity e as its source."""
    return f"exists (select 1 from resting r where r.source = e.rowid and {rests(lens)})"


def hangs(lens: Lens, name: str = "forest") -> str:
    """SQL: whether an entity e hangs below something that is shown."""
    parent = f"join entity p on p.rowid = b.parent where {shown(lens, 'p')} and" if lens.asked is not None else "where"
    return f"exists (select 1 from edge b {parent} b.forest = :{name} and b.child = e.rowid)"


def carries(lens: Lens, name: str = "forest") -> str:
    """SQL: whether something that is shown hangs below an entity e."""
    child = f"join entity k on k.rowid = b.child where {shown(lens, 'k')} and" if lens.asked is not None else "where"
    return f"exists (select 1 from edge b {child} b.forest = :{name} and b.parent = e.rowid)"


def condition(within: Within, lens: Lens) -> str:
    """SQL: whether an entity e is shown and meant."""
    parts = [shown(lens)]
    parts += ["e.kind = :kind"] if within.kind is not None else []
    parts += ["e.year = :year"] if within.year is not None else []
    parts += [f"not {has_place(lens, within.outside, 'outside')}"] if within.outside is not None else []
    return " and ".join(parts)


_NEXT = {"": "count(*)", KIND: "count(distinct e.kind)", YEAR: "count(distinct e.year)"}


def groups(store: Store, level: str, within: Within, lens: Lens, then: str = "") -> list[Branch]:
    """The groups of a level, each with its number of entities, or of groups of the next level."""
    where = condition(within, lens)
    if level == KIND:
        query = (
            f"select k.name, k.plural, {_NEXT[then]} from kind k join entity e on e.kind = k.name where {where} "
            "group by k.name order by k.ord"
        )
    else:
        query = (
            f"select e.year, e.year, {_NEXT[then]} from entity e where {where} group by e.year "
            "order by e.year = '', e.year"
        )
    return [Branch(*row) for row in store.connection.execute(query, bound(lens, within))]


class Start(NamedTuple):
    """The first of some entities in an order."""

    id: str
    size: int
    """How many entities there are to the next one."""
    key: tuple[str | int, ...]
    """Its place in the order, to be compared."""


def _keys(within: Within) -> tuple[str, ...]:
    """SQL: what orders the entities meant. Those of a year, and events and documents, by time; others by name."""
    timed = ("coalesce(e.begin, e.seen, '9999')",) if within.year or within.kind in OWN_TIME else ()
    return (*timed, "e.folded", "e.rowid")


def _order(within: Within) -> str:
    return ", ".join(_keys(within))


def entities(store: Store, within: Within, lens: Lens, *, skip: int = 0, most: int = -1) -> list[Entity]:
    """The entities meant, in their order; with `most`, so many of them after the first ones that are skipped."""
    # Numbers first, so that of the rows before, none is read.
    numbers = (
        f"select e.rowid as number from entity e where {condition(within, lens)} order by {_order(within)} "
        "limit :most offset :skip"
    )
    rows = store.connection.execute(
        f"select {ENTITY} from ({numbers}) n join entity e on e.rowid = n.number order by {_order(within)}",
        bound(lens, within, most=most, skip=skip),
    )
    return [Entity(*row) for row in rows]


def more_than(store: Store, within: Within, lens: Lens, most: int) -> bool:
    """Whether more entities than so many are meant."""
    query = f"select count(*) from (select 1 from entity e where {condition(within, lens)} limit :most)"
    return int(store.connection.execute(query, bound(lens, within, most=most + 1)).fetchone()[0]) > most


def every(store: Store, within: Within, lens: Lens, step: int) -> list[Start]:
    """The first entity meant and every so many after it."""
    numbered = (
        f"select e.rowid as number, row_number() over (order by {_order(within)}) - 1 as place from entity e "
        f"where {condition(within, lens)}"
    )
    rows = store.connection.execute(
        f"select e.id, r.place, r.total, {_order(within)} from (select number, place, count(*) over () as total from "
        f"({numbered})) r join entity e on e.rowid = r.number where r.place % :step = 0 order by r.place",
        bound(lens, within, step=step),
    )
    return [Start(id_, min(step, total - place), tuple(key)) for id_, place, total, *key in rows]


def keys_of(store: Store, within: Within, numbers: list[int]) -> dict[int, tuple[str | int, ...]]:
    """The places of these entities in the order of those meant, to be compared with those of `every`."""
    some = ",".join(map(str, numbers))
    rows = store.connection.execute(f"select {_order(within)} from entity e where e.rowid in ({some})")
    return {key[-1]: key for key in rows}


def count(store: Store, within: Within, lens: Lens) -> int:
    """How many entities are meant."""
    query = f"select count(*) from entity e where {condition(within, lens)}"
    return int(store.connection.execute(query, bound(lens, within)).fetchone()[0])


def rest(store: Store, within: Within, lens: Lens, *, counted: bool = True) -> list[Branch]:
    """The kinds of what has no place; without counting, each has the size 1."""
    if lens.asked is None and within == Within(outside=within.outside):
        query = (
            "select k.name, k.plural, o.size from outside o join kind k on k.name = o.kind where o.forest = :outside"
        )
    elif counted:
        return groups(store, KIND, within, lens)
    else:
        one = f"select 1 from entity e where e.kind = k.name and {condition(within, lens)}"
        query = f"select k.name, k.plural, 1 from kind k where exists ({one})"
    return [Branch(*row) for row in store.connection.execute(f"{query} order by k.ord", bound(lens, within))]


def write_outside(connection: sqlite.Connection) -> None:
    """Count, while a data set is compiled, what has no place in each forest."""
    anyday = Lens(None, FOREVER)
    numbers = [row[0] for row in connection.execute("select number from forest")]
    for number in (SOURCES, *numbers):
        connection.execute(
            "insert into outside select :forest, e.kind, count(*) from entity e "
            f"where not {has_place(anyday, number)} group by e.kind",
            {"forest": number},
        )


def named(
    store: Store, words: list[str], lens: Lens, limit: int, where: str = "1", **more: int | str
) -> tuple[list[Entity], int]:
    """Entities of which one name has all these words in it, shorter names first; and how many there are."""
    has = " and ".join(f"instr(n.folded, :word{number})" for number in range(len(words)))
    rows = store.connection.execute(
        f"select {ENTITY}, count(*) over () from entity e join (select n.entity as entity, min(n.rowid) as rank "
        f"from name n where n.field <> 'id' and {has} group by n.entity) m on m.entity = e.rowid "
        f"where {shown(lens)} and {where} order by m.rank limit :limit",
        bound(lens, **more, limit=limit, **bound_words(words)),
    ).fetchall()
    return [Entity(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


def bound_words(words: list[str]) -> dict[str, str]:
    """The words that were typed, as the SQL here refers to them."""
    return {f"word{number}": word for number, word in enumerate(words)}
