"""What has no place in an arrangement: by kind, at the top of the tree or below a row of its own."""

from __future__ import annotations

from explorer.store import groups
from explorer.store.groups import Within
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.values.terms import KIND
from explorer.view.node import Node, Rows, part, read_part

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
        return first == REST or (not self.titled and read_part(first)[0] == KIND)

    def below(self, prefix: str, last: str, within: Within) -> list[Node]:
        """The rows directly below one of the rest's, by the last part of its key."""
        head, value = read_part(last)
        if head == KIND:
            return entity_rows(self.rows, prefix, within._replace(kind=value, outside=self.outside))
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
        kind = () if self.by_kind else (part(KIND, entity.kind),)
        return (*((REST,) if self.titled else ()), *kind, entity.id)

    def _size(self, within: Within) -> int:
        within = within._replace(outside=self.outside)
        if self.by_kind:
            return groups.count(self.store, within, self.lens)
        return len(groups.rest(self.store, within, self.lens, counted=False))

    def _branches(self, prefix: str, within: Within, *, counted: bool = True) -> list[Node]:
        within = within._replace(outside=self.outside)
        if self.by_kind:
            return entity_rows(self.rows, prefix, within)
        found = groups.rest(self.store, within, self.lens, counted=counted)
        return [Node(prefix + part(KIND, branch.key), clean(branch.label), "", branch.size) for branch in found]


def entity_rows(rows: Rows, prefix: str, within: Within) -> list[Node]:
    """Entities one below the other."""
    return [rows.of(entity, prefix + entity.id) for entity in groups.entities(rows.store, within, rows.lens)]
