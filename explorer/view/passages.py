"""Sources, their sections and passages, and the statements that rest on each, as rows of the tree."""

from __future__ import annotations

from explorer.store import groups, passages
from explorer.store.groups import SOURCES, Within
from explorer.store.passages import Resting, Spot
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.values import locators
from explorer.values.terms import SOURCE
from explorer.view.node import Node, Place, Rows, part, place, read_part
from explorer.view.rest import Rest
from explorer.view.words import told

SECTION, PASSAGE, CLAIM = "section", "passage", "claim"


class Sources:
    """What stands below groups, or at the top, where the last level is `source`."""

    def __init__(self, rows: Rows, *, by_kind: bool) -> None:
        self.rows = rows
        self.store = rows.store
        self.lens = rows.lens
        self.rest = Rest(rows, SOURCES, titled=True, by_kind=by_kind)

    def count(self, within: Within) -> int:
        """How many rows stand directly below a group."""
        return len(passages.sources(self.store, self.lens, within)) + self.rest.count(within)

    def top(self, prefix: str, within: Within) -> list[Node]:
        """The rows directly below a group; `prefix` is its key with a stroke."""
        found = passages.sources(self.store, self.lens, within)
        made = [self.rows.of(entity, prefix + part(SOURCE, entity.id), size) for entity, size in found]
        return [node._replace(source=node.id) for node in made] + self.rest.top(prefix, within)

    def below(self, prefix: str, parts: tuple[str, ...], within: Within) -> list[Node]:
        """The rows directly below another one; `parts` are those of its key below the groups."""
        if self.rest.holds(parts[0]):
            return self.rest.below(prefix, parts, within)
        (first, id_), (head, value) = read_part(parts[0]), read_part(parts[-1])
        source = self.store.entity(id_) if first == SOURCE else None
        if source is None or head not in (SOURCE, SECTION, PASSAGE):
            return []
        spots = passages.spots(self.store, source, self.lens)
        if head == PASSAGE:
            return [node for spot in spots if spot.locator == value for node in self._statements(prefix, source, spot)]
        if head == SECTION:
            return [_passage(prefix, source, spot) for spot in spots if spot.section == value]
        return _sections(prefix, source, spots)

    def titles(self, prefix: str, within: Within) -> list[Node]:
        """The rows that stand for no entity, source or passage."""
        return self.rest.titles(prefix, within)

    def place(self, entity: Entity) -> Place:
        """Where an entity stands: as a source, else with its first statement."""
        if passages.spots(self.store, entity, self.lens):
            return place(entity, part(SOURCE, entity.id))
        resting = passages.first_of(self.store, entity, self.lens)
        return _place(resting) if resting else place(entity, *self.rest.parts(entity))

    def found(self, words: list[str], limit: int) -> tuple[list[Place], int]:
        """The rows with all these words in a statement or a name, and how many there are. Locators are no words."""
        cited, many = groups.named(self.store, words, self.lens, limit, groups.cited(self.lens))
        said, more = passages.saying(self.store, words, self.lens, limit)
        silent = f"not {groups.has_place(self.lens, SOURCES)}"
        others, rest = groups.named(self.store, words, self.lens, limit, silent)
        places = [place(entity, part(SOURCE, entity.id)) for entity in cited]
        places += map(_place, said)
        parts = self.rest.all_parts(others)
        places += [place(entity, *parts[entity.number]) for entity in others]
        return places[:limit], many + more + rest

    def _statements(self, prefix: str, source: Entity, spot: Spot) -> list[Node]:
        made = []
        for claim in passages.statements(self.store, source, spot, self.lens):
            entity = self.store.entity(claim.entity.id)
            assert entity is not None
            row = self.rows.of(entity, prefix + _claim_part(claim.entity.id, claim.key))
            made.append(row._replace(label=clean(told(claim, row.label)), claim=claim.number))
        return made


def _sections(prefix: str, source: Entity, spots: list[Spot]) -> list[Node]:
    """The sections of a source, and the passages that stand in none; each section's passages stand together."""
    made: dict[str, Node] = {}
    for spot in spots:
        if not spot.section:
            made[f"at {spot.ord}"] = _passage(prefix, source, spot)
            continue
        label = locators.show(locators.parse_parts(spot.section))
        empty = Node(prefix + part(SECTION, spot.section), clean(label), "", 0, source=source.id, locator=spot.section)
        before = made.get(spot.section, empty)
        made[spot.section] = before._replace(size=before.size + 1)
    return list(made.values())


def _passage(prefix: str, source: Entity, spot: Spot) -> Node:
    key = prefix + part(PASSAGE, spot.locator)
    return Node(key, clean(spot.display), "", spot.uses, source=source.id, locator=spot.locator)


def _place(resting: Resting) -> Place:
    section = (part(SECTION, resting.section),) if resting.section else ()
    claim = _claim_part(resting.entity, resting.key)
    parts = (part(SOURCE, resting.source), *section, part(PASSAGE, resting.locator), claim)
    return Place(resting.kind, resting.year, parts)


def _claim_part(entity: str, key: str) -> str:
    return part(CLAIM, f"{entity}:{key}")
