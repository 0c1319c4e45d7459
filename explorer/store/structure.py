"""Entities in groups: by kind, by tree, with counts, as of a day."""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Branch, Entity
from explorer.values.terms import OWN_TIME

_SHOWN = "(e.seen is null or e.seen <= :last)"

# The tree between things that are shown on the day asked: what hangs below something hidden hangs free.
_EDGES = (
    "select b.parent, b.child, b.ordered, b.ord from edge b join entity p on p.rowid = b.parent "
    "join entity k on k.rowid = b.child "
    "where (p.seen is null or p.seen <= :last) and (k.seen is null or k.seen <= :last)"
)
_OUTSIDE = f"and e.rowid not in (select parent from ({_EDGES}) union select child from ({_EDGES}))"


def tree_relations(store: Store) -> frozenset[str]:
    """The relations whose target is the parent in the tree."""
    return frozenset(row[0] for row in store.connection.execute("select name from relation where tree = 'yes'"))


def arrangements(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    """Name, label and levels of each way to lay out the tree."""
    rows = store.connection.execute("select name, label, levels from arrangement order by ord")
    return [(name, label, tuple(levels.split())) for name, label, levels in rows]


def kinds(store: Store, lens: Lens, *, outside_tree: bool = False) -> list[Branch]:
    """Kinds that have entities, with their number; `outside_tree` leaves out what stands in the tree."""
    tree = _OUTSIDE if outside_tree else ""
    rows = store.connection.execute(
        f"select k.name, k.plural, count(*) from kind k join entity e on e.kind = k.name where {_SHOWN} {tree} "
        "group by k.name order by k.ord",
        {"last": lens.last},
    )
    return [Branch(*row) for row in rows]


def of_kind(store: Store, kind: str, lens: Lens, *, outside_tree: bool = False) -> list[Entity]:
    """The entities of a kind: events and documents by time, others by name."""
    tree = _OUTSIDE if outside_tree else ""
    order = "coalesce(e.begin, e.seen, '9999'), e.folded" if kind in OWN_TIME else "e.folded"
    rows = store.connection.execute(
        f"select {ENTITY} from entity e where e.kind = :kind and {_SHOWN} {tree} order by {order}",
        {"last": lens.last, "kind": kind},
    )
    return [Entity(*row) for row in rows]


def listed(store: Store, kind: str, lens: Lens) -> list[Entity]:
    """Entities, of one kind or of all, by their beginning, then by name."""
    where = "and e.kind = :kind" if kind else ""
    rows = store.connection.execute(
        f"select {ENTITY} from entity e where {_SHOWN} {where} order by coalesce(e.begin, e.seen, '9999'), e.folded",
        {"last": lens.last, "kind": kind},
    )
    return [Entity(*row) for row in rows]


def roots(store: Store, lens: Lens) -> list[Entity]:
    """The tops of the tree: what has children and no parent."""
    rows = store.connection.execute(
        f"with tree as ({_EDGES}) select {ENTITY} from entity e where {_SHOWN} "
        "and e.rowid in (select parent from tree) and e.rowid not in (select child from tree) "
        "order by e.links desc, e.folded",
        {"last": lens.last},
    )
    return [Entity(*row) for row in rows]


def children(store: Store, entity: Entity, lens: Lens) -> list[Entity]:
    """What stands directly below an entity in the tree; in order where the relation has one, else by name."""
    rows = store.connection.execute(
        f"select {ENTITY} from (select child, max(ordered) as ordered, min(ord) as ord from ({_EDGES}) "
        "where parent = :parent group by child) b join entity e on e.rowid = b.child "
        "order by b.ordered desc, case when b.ordered then b.ord end, e.folded",
        {"last": lens.last, "parent": entity.number},
    )
    return [Entity(*row) for row in rows]


def parents(store: Store, entity: Entity) -> list[Entity]:
    """What stands directly above an entity in the tree."""
    rows = store.connection.execute(
        f"select distinct {ENTITY} from edge b join entity e on e.rowid = b.parent where b.child = ? order by b.ord",
        (entity.number,),
    )
    return [Entity(*row) for row in rows]


def below(store: Store, lens: Lens) -> dict[int, int]:
    """How many things stand directly below each entity."""
    rows = store.connection.execute(
        f"select parent, count(distinct child) from ({_EDGES}) group by parent",
        {"last": lens.last},
    )
    return dict(rows.fetchall())


def size(store: Store, lens: Lens, kind: str = "") -> tuple[int, int]:
    """How many entities there are, of one kind or of all, and how many of them the day asked hides."""
    if lens.asked is None and not kind:
        return int(store.meta("entities") or 0), 0
    row = store.connection.execute(
        f"select count(*), sum(not {_SHOWN}) from entity e where :kind = '' or e.kind = :kind",
        {"last": lens.last, "kind": kind},
    ).fetchone()
    return int(row[0]), int(row[1] or 0)
