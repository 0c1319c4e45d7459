"""What stands above and below each thing in a forest, as of a day: what hangs below something hidden hangs free.

Forest 0 is the level `tree`, the structure.
"""

from __future__ import annotations

from collections.abc import Iterable

from explorer.store.groups import ALL, Within, bound, carries, condition, hangs, shown
from explorer.store.lens import Lens
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Entity
from explorer.values.lean import NamedTuple

MOST = 500
"""Numbers in one query."""


class Above(NamedTuple):
    """One step up in a forest: the number of a thing, and what stands above it."""

    child: int
    parent: int
    id: str
    kind: str
    year: str


def numbered(store: Store, name: str) -> int:
    """The number of the forest of a level; of one that nobody knows, a number that nothing hangs in."""
    row = store.connection.execute("select number from forest where name = ?", (name,)).fetchone()
    return int(row[0]) if row else -2


def roots(store: Store, lens: Lens, forest: int = 0, within: Within = ALL) -> list[Entity]:
    """The tops of a forest: what has children and no parent; those with most links first."""
    tops = "select parent from edge where forest = :forest and top"
    if lens.asked is not None:
        # What hangs below hidden things is a top of its own; the hidden ones are the fewer to look through.
        tops += (
            " union select b.child from entity p cross join edge b on b.forest = :forest and b.parent = p.rowid "
            "where p.seen > :last"
        )
    free = f"and {carries(lens)} and not {hangs(lens)}" if lens.asked is not None else ""
    rows = store.connection.execute(
        f"select {ENTITY} from entity e where e.rowid in ({tops}) and {condition(within, lens)} {free} "
        "order by e.links desc, e.folded",
        bound(lens, within, forest=forest),
    )
    return [Entity(*row) for row in rows]


def children(store: Store, entity: Entity, lens: Lens, forest: int = 0) -> list[Entity]:
    """What stands directly below an entity in a forest; in order where the relation has one, else by name."""
    rows = store.connection.execute(
        f"select {ENTITY} from edge b join entity e on e.rowid = b.child "
        f"where b.forest = :forest and b.parent = :parent and {shown(lens)} "
        "order by b.ordered desc, case when b.ordered then b.ord end, e.folded",
        bound(lens, forest=forest, parent=entity.number),
    )
    return [Entity(*row) for row in rows]


def parents(store: Store, entity: Entity, forest: int = 0) -> list[Entity]:
    """What stands directly above an entity in a forest, whatever the day."""
    rows = store.connection.execute(
        f"select {ENTITY} from edge b join entity e on e.rowid = b.parent where b.forest = ? and b.child = ? "
        "order by b.ord",
        (forest, entity.number),
    )
    return [Entity(*row) for row in rows]


def below(store: Store, numbers: Iterable[int], lens: Lens, forest: int = 0) -> dict[int, int]:
    """How many things stand directly below each of these entities, where there are any."""
    child = f"join entity e on e.rowid = b.child where {shown(lens)} and" if lens.asked is not None else "where"
    counted: dict[int, int] = {}
    wanted = list(numbers)
    for start in range(0, len(wanted), MOST):
        some = ",".join(map(str, wanted[start : start + MOST]))
        rows = store.connection.execute(
            f"select b.parent, count(*) from edge b {child} b.forest = :forest and b.parent in ({some}) "
            "group by b.parent",
            bound(lens, forest=forest),
        )
        counted.update(rows.fetchall())
    return counted


def above(store: Store, numbers: Iterable[int], lens: Lens, forest: int = 0) -> list[Above]:
    """Everything above these entities, however far, the first parent of each first."""
    some = ",".join(map(str, numbers))
    rows = store.connection.execute(
        f"with recursive up (child) as (select rowid from entity where rowid in ({some}) union select b.parent from up "
        "join edge b on b.forest = :forest and b.child = up.child join entity e on e.rowid = b.parent "
        f"where {shown(lens)}) "
        "select b.child, b.parent, e.id, e.kind, e.year from up "
        "join edge b on b.forest = :forest and b.child = up.child "
        f"join entity e on e.rowid = b.parent where {shown(lens)} order by b.child, b.ord",
        bound(lens, forest=forest),
    )
    return [Above(*row) for row in rows]
