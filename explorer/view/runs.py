"""Entities one below the other; where there are very many, in runs, so that a branch opens as fast at any size."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from explorer.store import groups
from explorer.store.groups import Start, Within
from explorer.store.rows import Entity
from explorer.view.node import Node, Rows, part, read_part

MANY = 2_000
"""Entities that still stand directly below their branch."""
LONG = 500
"""Entities of a run."""
RUN = "run"


class Runs:
    """Fills branches of entities, as of a day. A run is named by the entity it begins with."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.store = rows.store
        self.lens = rows.lens
        self._starts: dict[Within, list[Start]] = {}

    def top(self, prefix: str, within: Within) -> list[Node]:
        """The rows directly below a group; `prefix` is its key with a stroke."""
        starts = self._of(within)
        if not starts:
            return self._rows(prefix, groups.entities(self.store, within, self.lens))
        return [self._run(prefix, start) for start in starts]

    def below(self, prefix: str, last: str, within: Within) -> list[Node]:
        """The rows directly below a run, by the last part of its key."""
        head, value = read_part(last)
        ids = [start.id for start in self._of(within)] if head == RUN else []
        if value not in ids:
            return []
        found = groups.entities(self.store, within, self.lens, skip=ids.index(value) * LONG, most=LONG)
        return self._rows(prefix, found)

    def parts(self, entities: Iterable[Entity], within: Within) -> dict[int, tuple[str, ...]]:
        """The parts of the keys of these entities below their group, by their numbers."""
        starts, wanted = self._of(within), list(entities)
        if not starts:
            return {entity.number: (entity.id,) for entity in wanted}
        firsts = [start.key for start in starts]
        keys = groups.keys_of(self.store, within, [entity.number for entity in wanted])
        runs = {number: max(0, bisect_right(firsts, key) - 1) for number, key in keys.items()}
        return {e.number: (part(RUN, starts[runs[e.number]].id), e.id) for e in wanted}

    def _of(self, within: Within) -> list[Start]:
        """The runs; nothing where there are none."""
        if within not in self._starts:
            few = int(self.store.meta("entities") or 0) <= MANY
            many = not few and groups.more_than(self.store, within, self.lens, MANY)
            self._starts[within] = groups.every(self.store, within, self.lens, LONG) if many else []
        return self._starts[within]

    def _rows(self, prefix: str, entities: list[Entity]) -> list[Node]:
        return [self.rows.of(entity, prefix + entity.id) for entity in entities]

    def _run(self, prefix: str, start: Start) -> Node:
        first = self.store.entity(start.id)
        assert first is not None
        return Node(prefix + part(RUN, start.id), f"{self.rows.of(first, '').label} …", "", start.size)
