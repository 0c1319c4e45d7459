"""Entities one below the other; where there are very many, in runs, so that a branch opens as fast at any size."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.store import groups
from explorer.store.groups import Within
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
        self._starts: dict[Within, list[tuple[str, int]]] = {}

    def top(self, prefix: str, within: Within) -> list[Node]:
        """The rows directly below a group; `prefix` is its key with a stroke."""
        starts = self._of(within)
        if not starts:
            return self._rows(prefix, groups.entities(self.store, within, self.lens))
        return [self._run(prefix, id_, size) for id_, size in starts]

    def below(self, prefix: str, last: str, within: Within) -> list[Node]:
        """The rows directly below a run, by the last part of its key."""
        head, value = read_part(last)
        ids = [id_ for id_, _ in self._of(within)] if head == RUN else []
        if value not in ids:
            return []
        found = groups.entities(self.store, within, self.lens, skip=ids.index(value) * LONG, most=LONG)
        return self._rows(prefix, found)

    def parts(self, entities: Iterable[Entity], within: Within) -> dict[int, tuple[str, ...]]:
        """The parts of the keys of these entities below their group, by their numbers."""
        starts, wanted = self._of(within), list(entities)
        if not starts:
            return {entity.number: (entity.id,) for entity in wanted}
        ranks = groups.ranks(self.store, within, self.lens, [entity.number for entity in wanted])
        return {e.number: (part(RUN, starts[ranks[e.number] // LONG][0]), e.id) for e in wanted if e.number in ranks}

    def _of(self, within: Within) -> list[tuple[str, int]]:
        """The first entity of each run and how many are in it; nothing where there are no runs."""
        if within not in self._starts:
            few = int(self.store.meta("entities") or 0) <= MANY
            many = not few and groups.more_than(self.store, within, self.lens, MANY)
            self._starts[within] = groups.every(self.store, within, self.lens, LONG) if many else []
        return self._starts[within]

    def _rows(self, prefix: str, entities: list[Entity]) -> list[Node]:
        return [self.rows.of(entity, prefix + entity.id) for entity in entities]

    def _run(self, prefix: str, id_: str, size: int) -> Node:
        first = self.store.entity(id_)
        assert first is not None
        return Node(prefix + part(RUN, id_), f"{self.rows.of(first, '').label} …", "", size)
