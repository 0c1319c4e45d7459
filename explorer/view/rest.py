"""What has no place in an arrangement: by kind, at the top of the tree or below a row of its own."""

from __future__ import annotations

from explorer.store import groups
from explorer.store.groups import Within
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.values.terms import KIND
from explorer.view.node import Node, Rows, part, read_part
from explorer.view.runs import RUN, Runs

REST, ELSEWHERE = "rest:", "Elsewhere"


class Rest:
    """The entities outside of a forest, or those that are no source and say nothing that rests on one."""

    def __init__(self, rows: Rows, outside: int, *, titled: bool, by_kind: bool) -> None:
        self.rows = rows
        self.store: Store = rows.store
        self.lens = rows.lens
        self.outside = outside
        self.titled = titled
        """Whether one row holds them all."""
        self.runs = Runs(rows)
        self.by_kind = by_kind
        """Whether a group above holds one kind only, so that kinds make no branches here."""

    def count(self, within: Within) -> int:
        """How many rows directly below a group are for the rest."""
        return min(1, self._size(within)) if self.titled else self._size(within)

    def top(self, prefix: str, within: Within) -> list[Node]:
        """These rows; `prefix` is the group's key with a stroke."""
        if not self.titled:
            return self._branches(prefix, within)
        size = self._size(within)
        return [Node(prefix + REST, ELSEWHERE, "", size)] if size else []

    def holds(self, first: str) -> bool:
        """Whether the first part of a key below the groups leads to the rest."""
        return first == REST or read_part(first)[0] == RUN or (not self.titled and read_part(first)[0] == KIND)

    def below(self, prefix: str, parts: tuple[str, ...], within: Within) -> list[Node]:
        """The rows directly below one of the rest's, by the parts of its key below the groups."""
        within = within._replace(outside=self.outside)
        for head, value in map(read_part, parts):
            within = within._replace(kind=value) if head == KIND else within
        head, last = read_part(parts[-1])[0], parts[-1]
        if head == KIND:
            return self.runs.top(prefix, within)
        if head == RUN:
            return self.runs.below(prefix, last, within)
        return self._branches(prefix, within) if last == REST else []

    def titles(self, prefix: str, within: Within) -> list[Node]:
        """The rows of the rest that stand for no entity; their sizes are not counted."""
        if self.by_kind:
            return self.top(prefix, within) if self.titled else []
        if not self.titled:
            return self._branches(prefix, within, counted=False)
        made = self._branches(f"{prefix}{REST}/", within, counted=False)
        return [Node(prefix + REST, ELSEWHERE, "", len(made)), *made] if made else []

    def parts(self, entity: Entity) -> tuple[str, ...]:
        """The parts of the key below the groups of an entity that has no place."""
        return self.all_parts([entity])[entity.number]

    def all_parts(self, entities: list[Entity]) -> dict[int, tuple[str, ...]]:
        """The same of many, by their numbers."""
        made: dict[int, tuple[str, ...]] = {}
        together: dict[Within, list[Entity]] = {}
        for entity in entities:
            within = self.rows.within(entity)._replace(kind=entity.kind, outside=self.outside)
            together.setdefault(within, []).append(entity)
        for within, some in together.items():
            found = self.runs.parts(some, within)
            for entity in some:
                kind = () if self.by_kind else (part(KIND, entity.kind),)
                last = found.get(entity.number, (entity.id,))
                made[entity.number] = (*((REST,) if self.titled else ()), *kind, *last)
        return made

    def _size(self, within: Within) -> int:
        within = within._replace(outside=self.outside)
        if self.by_kind:
            return groups.count(self.store, within, self.lens)
        return len(groups.rest(self.store, within, self.lens, counted=False))

    def _branches(self, prefix: str, within: Within, *, counted: bool = True) -> list[Node]:
        within = within._replace(outside=self.outside)
        if self.by_kind:
            return self.runs.top(prefix, within)
        found = groups.rest(self.store, within, self.lens, counted=counted)
        return [Node(prefix + part(KIND, branch.key), clean(branch.label), "", branch.size) for branch in found]
