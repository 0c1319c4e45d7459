"""The tree: what stands at the top of an arrangement, and what below each branch, as rows filled when opened."""

from __future__ import annotations

from explorer.store import structure
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.values.lean import NamedTuple
from explorer.values.terms import OUTLOOK, OWN_TIME

KIND, TREE = "kind", "tree"


class Node(NamedTuple):
    """One row of the tree. `key` is its path from the top, which stays the same between runs."""

    key: str
    label: str
    letter: str
    """The letter of its kind; empty for a group."""
    size: int
    """How many stand directly below; 0 for a leaf."""
    id: str = ""
    """The entity's id; empty for a group."""
    mark: str = ""
    """`ended` or `planned`, as of the day asked."""


class Tree:
    """One arrangement of one data set, as of a day. Branches are asked for one by one."""

    def __init__(self, store: Store, arrangement: str, lens: Lens) -> None:
        self.store = store
        self.lens = lens
        self.name = arrangement
        known = {name: (label, levels) for name, label, levels in structure.arrangements(store)}
        self.label, self.levels = known.get(arrangement) or next(iter(known.values()), ("By kind", (KIND,)))
        self._below = structure.below(store, lens) if TREE in self.levels else {}

    def roots(self) -> list[Node]:
        """The rows at the top."""
        if TREE not in self.levels:
            return [Node(f"kind:{b.key}", b.label, "", b.size) for b in structure.kinds(self.store, self.lens)]
        tops = [self._node("", entity) for entity in structure.roots(self.store, self.lens)]
        rest = structure.kinds(self.store, self.lens, outside_tree=True)
        return tops + [Node(f"kind:{b.key}", b.label, "", b.size) for b in rest]

    def children(self, key: str) -> list[Node]:
        """The rows directly below a branch."""
        last = key.rsplit("/", 1)[-1]
        if last.startswith("kind:"):
            outside = TREE in self.levels
            found = structure.of_kind(self.store, last.removeprefix("kind:"), self.lens, outside_tree=outside)
        else:
            entity = self.store.entity(last)
            found = structure.children(self.store, entity, self.lens) if entity else []
        return [self._node(key + "/", entity) for entity in found]

    def path(self, id_: str) -> list[str]:
        """The keys of the branches that lead to an entity, outermost first, its own key last; empty if hidden."""
        entity = self.store.entity(id_)
        if entity is None or not self.lens.shows(entity.seen):
            return []
        if TREE not in self.levels:
            return [f"kind:{entity.kind}", f"kind:{entity.kind}/{id_}"]
        chain = [entity.id]
        above = self._above(entity)
        while above and above.id not in chain:
            chain.insert(0, above.id)
            above = self._above(above)
        if len(chain) == 1 and not self._below.get(entity.number):
            return [f"kind:{entity.kind}", f"kind:{entity.kind}/{id_}"]
        return ["/".join(chain[: length + 1]) for length in range(len(chain))]

    def _above(self, entity: Entity) -> Entity | None:
        """The parent under which the tree shows it first: one that the day asked hides is no branch."""
        found = structure.parents(self.store, entity)
        return next((parent for parent in found if self.lens.shows(parent.seen)), None)

    def _node(self, prefix: str, entity: Entity) -> Node:
        label = clean(self._label(entity))
        letter = self.store.kind(entity.kind)[2]
        return Node(
            prefix + entity.id,
            label,
            letter,
            self._below.get(entity.number, 0),
            entity.id,
            self._mark(entity),
        )

    def _label(self, entity: Entity) -> str:
        """The name then, or the short one where that says it better in a narrow pane."""
        return self.store.names_then(self.lens).get(entity.number, "") or entity.short or entity.name

    def _mark(self, entity: Entity) -> str:
        if self.lens.ended(entity) and entity.kind not in OWN_TIME:
            return "ended"
        not_yet = self.lens.asked is not None and entity.begin is not None and entity.begin > self.lens.last
        planned = not_yet or (entity.begin is None and entity.mood in OUTLOOK)
        return "planned" if planned else ""
