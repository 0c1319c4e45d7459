"""The forest that relations make, as rows of the tree; what has no place in it stands last."""

from __future__ import annotations

from explorer.store import forest, groups
from explorer.store.forest import Above
from explorer.store.groups import Within
from explorer.store.rows import Entity
from explorer.values.terms import TREE
from explorer.view.node import Node, Place, Rows, place
from explorer.view.rest import Rest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 200
"""Rows above a row that narrowing climbs; no screen is as wide."""


class Forest:
    """What stands below groups, or at the top, where the last level is `tree` or relations."""

    def __init__(self, rows: Rows, level: str, *, by_kind: bool) -> None:
        self.rows = rows
        self.store = rows.store
        self.lens = rows.lens
        self.number = forest.numbered(rows.store, level)
        self.rest = Rest(rows, self.number, titled=level != TREE, by_kind=by_kind)

    def count(self, within: Within) -> int:
        """How many rows stand directly below a group."""
        return len(forest.roots(self.store, self.lens, self.number, within)) + self.rest.count(within)

    def top(self, prefix: str, within: Within) -> list[Node]:
        """The rows directly below a group; `prefix` is its key with a stroke."""
        tops = forest.roots(self.store, self.lens, self.number, within)
        return self._nodes(prefix, tops) + self.rest.top(prefix, within)

    def below(self, prefix: str, parts: tuple[str, ...], within: Within) -> list[Node]:
        """The rows directly below another one; `parts` are those of its key below the groups."""
        if self.rest.holds(parts[0]):
            return self.rest.below(prefix, parts, within)
        entity = self.store.entity(parts[-1])
        return self._nodes(prefix, forest.children(self.store, entity, self.lens, self.number)) if entity else []

    def titles(self, prefix: str, within: Within) -> list[Node]:
        """The rows that stand for no entity."""
        return self.rest.titles(prefix, within)

    def place(self, entity: Entity) -> Place:
        """Where an entity stands first."""
        chain = [entity]
        while (above := self._above(chain[-1])) is not None:
            chain.append(above)
        if len(chain) == 1 and not forest.below(self.store, [entity.number], self.lens, self.number):
            return place(entity, *self.rest.parts(entity))
        return place(chain[-1], *(one.id for one in reversed(chain)))

    def found(self, words: list[str], limit: int) -> tuple[list[Place], int]:
        """The rows of which a name has all these words, and how many there are; past the limit, at least so many."""
        entities, total = groups.named(self.store, words, self.lens, limit)
        numbers = [entity.number for entity in entities]
        above: dict[int, list[Above]] = {}
        for step in forest.above(self.store, numbers, self.lens, self.number):
            above.setdefault(step.child, []).append(step)
        free = [number for number in numbers if number not in above]
        tops = forest.below(self.store, free, self.lens, self.number)
        others = [e for e in entities if e.number not in above and e.number not in tops]
        rest = self.rest.all_parts(others)
        places: list[Place] = []
        for entity in entities:
            if entity.number in above or entity.number in tops:
                places += _places(entity, above, limit - len(places))
            else:
                places.append(place(entity, *rest[entity.number]))
        ways = _ways(numbers, above)
        return places, total + sum(ways[number] - 1 for number in numbers)

    def _nodes(self, prefix: str, entities: list[Entity]) -> list[Node]:
        sizes = forest.below(self.store, [entity.number for entity in entities], self.lens, self.number)
        return [self.rows.of(entity, prefix + entity.id, sizes.get(entity.number, 0)) for entity in entities]

    def _above(self, entity: Entity) -> Entity | None:
        """The parent under which the tree shows it first: one that the day asked hides is no branch."""
        found = forest.parents(self.store, entity, self.number)
        return next((parent for parent in found if self.lens.shows(parent.seen)), None)


def _ways(numbers: list[int], above: dict[int, list[Above]]) -> dict[int, int]:
    """How many rows each entity has: one a way from the top. There are no circles, so each is worked out once."""
    ways: dict[int, int] = {}
    waiting = list(numbers)
    while waiting:
        here = waiting[-1]
        unknown = [step.parent for step in above.get(here, ()) if step.parent not in ways]
        if unknown and here not in ways:
            waiting += unknown
            continue
        ways[waiting.pop()] = sum(ways[step.parent] for step in above.get(here, ())) or 1
    return ways


def _places(entity: Entity, above: dict[int, list[Above]], most: int) -> Iterator[Place]:
    """The ways from the top to an entity until there are enough; each is a row."""
    waiting = [(entity.number, place(entity, entity.id))]
    steps = most * DEEPEST
    while waiting and most > 0 and steps > 0:
        steps -= 1
        here, row = waiting.pop()
        parents = above.get(here, ())
        if not parents:
            most -= 1
            yield row
        elif len(row.parts) < DEEPEST:
            waiting += [(up.parent, Place(up.kind, up.year, (up.id, *row.parts))) for up in reversed(parents)]
