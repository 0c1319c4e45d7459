"""The arrangements of the tree, and how many things of which kinds there are."""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Branch, Entity
from explorer.values.lean import NamedTuple

_SHOWN = "(coalesce(e.seen, '') <= :last)"


def tree_relations(store: Store) -> frozenset[str]:
    """The relations whose target is the parent in the tree."""
    return frozenset(row[0] for row in store.connection.execute("select name from relation where tree = 'yes'"))


def arrangements(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    """Name, label and levels of each way to lay out the tree; a forest's relations are joined by commas."""
    made: dict[str, tuple[str, list[str]]] = {}
    for name, label, level in store.connection.execute(
        "select a.name, a.label, l.name from arrangement a left join level l on l.arrangement = a.name "
        "order by a.ord, l.ord"
    ):
        made.setdefault(name, (label, []))[1].extend([level] if level is not None else [])
    return [(name, label, tuple(levels)) for name, (label, levels) in made.items()]


def kinds_there(store: Store) -> list[str]:
    """The names of the kinds that have entities, which need not be counted for that."""
    there = "exists (select 1 from entity e where e.kind = k.name)"
    return [row[0] for row in store.connection.execute(f"select k.name from kind k where {there} order by k.ord")]


def kinds(store: Store, lens: Lens) -> list[Branch]:
    """Kinds that have entities, with their number."""
    rows = store.connection.execute(
        f"select k.name, k.plural, count(*) from kind k join entity e on e.kind = k.name where {_SHOWN} "
        "group by k.name order by k.ord",
        {"last": lens.last},
    )
    return [Branch(*row) for row in rows]


class Only(NamedTuple):
    """What a list is narrowed to; empty for any. Days are ISO text, entities are numbers."""

    kind: str = ""
    since: str = ""
    """It may have lasted to this day."""
    until: str = ""
    """It may have begun by this day."""
    linked_to: int = 0
    source: int = 0


_ONLY = {
    "kind": "e.kind = :kind",
    "since": "e.begin is not null and e.end >= :since",
    "until": "e.begin <= :until",
    "linked_to": "e.rowid in (select target from claim where entity = :linked_to and part = 'link' "
    "union select entity from claim where target = :linked_to and part = 'link')",
    "source": "e.rowid in (select entity from resting where source = :source)",
}


def listed(store: Store, only: Only, lens: Lens, most: int = -1) -> list[Entity]:
    """Entities by their beginning, then by name, `most` of them. What has no known time is in no list of a time."""
    where = " and ".join([_SHOWN, *(sql for name, sql in _ONLY.items() if getattr(only, name))])
    rows = store.connection.execute(
        f"select {ENTITY} from entity e where {where} order by coalesce(e.begin, e.seen, '9999'), e.folded limit :most",
        {"last": lens.last, "most": most, **only._asdict()},
    )
    return [Entity(*row) for row in rows]


def hidden(store: Store, lens: Lens, most: int = -1) -> list[Entity]:
    """What the day asked leaves out, by beginning, then by name."""
    if lens.asked is None:
        return []
    rows = store.connection.execute(
        f"select {ENTITY} from entity e where not {_SHOWN} order by coalesce(e.begin, e.seen), e.folded limit :most",
        {"last": lens.last, "most": most},
    )
    return [Entity(*row) for row in rows]


def size(store: Store, lens: Lens, kind: str = "") -> tuple[int, int]:
    """How many entities there are, of one kind or of all, and how many of them the day asked hides."""
    if not kind:
        total, later = int(store.meta("entities") or 0), "select count(*) from entity where seen > ?"
        return total, 0 if lens.asked is None else int(store.connection.execute(later, (lens.last,)).fetchone()[0])
    row = store.connection.execute(
        f"select count(*), sum(not {_SHOWN}) from entity e where e.kind = :kind",
        {"last": lens.last, "kind": kind},
    ).fetchone()
    return int(row[0]), int(row[1] or 0)
