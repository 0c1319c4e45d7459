"""The tree: what stands at the top of an arrangement, and what below each branch, as rows filled when opened."""

from __future__ import annotations

from explorer.store import groups, structure
from explorer.store.groups import ALL, Within
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean, fold
from explorer.values.terms import GROUPS, KIND, SOURCE
from explorer.view.forest import Forest
from explorer.view.node import Node, Place, Rows, part, place, read_part
from explorer.view.passages import Sources
from explorer.view.runs import Runs

__all__ = ["Node", "Tree"]

NO_YEAR = "no year known"
LONGEST = 400
"""Characters of what is typed that are read."""


class Plain:
    """What stands below the last group where nothing else is said: entities."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.runs = Runs(rows)

    def count(self, within: Within) -> int:
        """How many rows stand directly below a group."""
        return groups.count(self.rows.store, within, self.rows.lens)

    def top(self, prefix: str, within: Within) -> list[Node]:
        """The rows directly below a group; `prefix` is its key with a stroke."""
        return self.runs.top(prefix, within)

    def below(self, prefix: str, parts: tuple[str, ...], within: Within) -> list[Node]:
        """The rows directly below a run."""
        return self.runs.below(prefix, parts[-1], within)

    def titles(self, prefix: str, within: Within) -> list[Node]:
        """Nothing."""
        return []

    def place(self, entity: Entity) -> Place:
        """Where an entity stands."""
        return self._places([entity])[0]

    def found(self, words: list[str], limit: int) -> tuple[list[Place], int]:
        """The rows of which a name has all these words, and how many there are."""
        entities, total = groups.named(self.rows.store, words, self.rows.lens, limit)
        return self._places(entities), total

    def _places(self, entities: list[Entity]) -> list[Place]:
        together: dict[Within, list[Entity]] = {}
        for entity in entities:
            together.setdefault(self.rows.within(entity), []).append(entity)
        parts = {number: own for w, some in together.items() for number, own in self.runs.parts(some, w).items()}
        return [place(entity, *parts.get(entity.number, (entity.id,))) for entity in entities]


class Tree:
    """One arrangement of one data set, as of a day. Branches are asked for one by one."""

    def __init__(self, store: Store, arrangement: str, lens: Lens) -> None:
        self.store = store
        self.lens = lens
        self.name = arrangement
        known = {name: (label, levels) for name, label, levels in structure.arrangements(store)}
        self.label, levels = known.get(arrangement) or next(iter(known.values()), ("By kind", (KIND,)))
        self.levels = levels or (KIND,)
        self.groups = tuple(level for level in self.levels if level in GROUPS)
        rows, last, by_kind = Rows(store, lens, self.groups), self.levels[-1], KIND in self.groups
        self._end: Plain | Forest | Sources = (
            Plain(rows)
            if last in GROUPS
            else Sources(rows, by_kind=by_kind)
            if last == SOURCE
            else Forest(rows, last, by_kind=by_kind)
        )

    def roots(self) -> list[Node]:
        """The rows at the top."""
        return self._rows("", ALL, 0)

    def children(self, key: str) -> list[Node]:
        """The rows directly below a branch; none where the key leads nowhere."""
        parts = key.split("/")
        within = ALL
        for depth, level in enumerate(self.groups):
            if depth == len(parts):
                return self._rows(key + "/", within, depth)
            head, value = read_part(parts[depth])
            if head != level:
                return []
            within = within.having(level, value)
        below = tuple(parts[len(self.groups) :])
        return self._end.below(key + "/", below, within) if below else self._end.top(key + "/", within)

    def path(self, id_: str) -> list[str]:
        """The keys of the branches that lead to an entity, outermost first, its own key last; empty if hidden."""
        entity = self.store.entity(id_)
        if entity is None or not self.lens.shows(entity.seen):
            return []
        return self._keys(self._end.place(entity))

    def matching(self, text: str, limit: int = 500) -> tuple[list[str], int]:
        """The keys of all rows with every word of the text in them and of all rows above, and how many have them.

        The words are looked for anywhere in a group's label, in any one name of an entity, in a statement and the names
        of whom it is about. Of entities and statements no more than `limit` rows are given.
        """
        words = fold(text[:LONGEST]).split()
        if not words:
            return [], 0
        places, total = self._end.found(words, limit)
        keys = {key for found in places for key in self._keys(found)}
        for node in self._titles("", ALL, 0):
            label = fold(node.label)
            if all(word in label for word in words):
                total += 1
                keys.update(_and_above(node.key.split("/")))
        return list(keys), total

    def _rows(self, prefix: str, within: Within, depth: int) -> list[Node]:
        """The rows below so many groups."""
        if depth == len(self.groups):
            return self._end.top(prefix, within)
        level, then = self.groups[depth], (*self.groups, "")[depth + 1]
        made = []
        for branch in groups.groups(self.store, level, within, self.lens, then):
            size = branch.size
            if not isinstance(self._end, Plain):  # what hangs below another group's things is not counted here
                size = self._size(within.having(level, branch.key), depth + 1)
            label = branch.label if level == KIND else branch.key.lstrip("0") or NO_YEAR
            made += [Node(prefix + part(level, branch.key), clean(label), "", size)] if size else []
        return made

    def _size(self, within: Within, depth: int) -> int:
        return self._end.count(within) if depth == len(self.groups) else len(self._rows("", within, depth))

    def _titles(self, prefix: str, within: Within, depth: int) -> list[Node]:
        """All rows that stand for no entity: groups, groups within them, and those for what has no place."""
        if depth == len(self.groups):
            return self._end.titles(prefix, within)
        made = []
        for node in self._rows(prefix, within, depth):
            made.append(node)
            if depth + 1 < len(self.groups) or not isinstance(self._end, Plain):
                head, value = read_part(node.key.rsplit("/", 1)[-1])
                made += self._titles(node.key + "/", within.having(head, value), depth + 1)
        return made

    def _keys(self, row: Place) -> list[str]:
        """The keys of a row and of the rows above it, outermost first."""
        above = [part(level, row.kind if level == KIND else row.year) for level in self.groups]
        return _and_above([*above, *row.parts])


def _and_above(parts: list[str]) -> list[str]:
    return ["/".join(parts[: length + 1]) for length in range(len(parts))]
