"""One row of the tree, its key, and how entities become rows."""

from __future__ import annotations

from explorer.store.groups import ALL, Within, year
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.values.lean import NamedTuple
from explorer.values.terms import KIND, OUTLOOK, OWN_TIME
from explorer.view import words


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
    """`ended`, `planned` or `forecast`, as of the day asked."""
    source: str = ""
    """The source's id, for a source, a section and a passage."""
    locator: str = ""
    """The section or passage; empty for all of a source."""
    claim: int = 0
    """The number of a statement; `id` is then its entity's."""


def part(head: str, value: str) -> str:
    """One part of a key, `kind:body`, in which no stroke of the value's own can stand."""
    return f"{head}:" + value.replace("%", "%25").replace("/", "%2F")


def read_part(text: str) -> tuple[str, str]:
    """Head and value of a part; an entity's part has no head."""
    head, colon, value = text.partition(":")
    return (head, value.replace("%2F", "/").replace("%25", "%")) if colon else ("", text)


class Rows:
    """Makes rows of entities, as of a day."""

    def __init__(self, store: Store, lens: Lens, levels: tuple[str, ...] = ()) -> None:
        self.store = store
        self.lens = lens
        self.levels = levels
        """The groups that stand above every row."""

    def of(self, entity: Entity, key: str, size: int = 0) -> Node:
        """The row of an entity."""
        letter = self.store.kind(entity.kind)[2]
        return Node(key, clean(self.name(entity)), letter, size, entity.id, self._mark(entity))

    def name(self, entity: Entity) -> str:
        """The name then, or the short one where that says it better in a narrow pane."""
        return self.store.names_then(self.lens).get(entity.number, "") or entity.short or entity.name

    def within(self, entity: Entity) -> Within:
        """The groups in which an entity stands."""
        meant = ALL
        for level in self.levels:
            meant = meant.having(level, entity.kind if level == KIND else year(entity.begin, entity.seen))
        return meant

    def _mark(self, entity: Entity) -> str:
        if self.lens.ended(entity) and entity.kind not in OWN_TIME:
            return "ended"
        if entity.begin is None and entity.mood in OUTLOOK:
            return words.MOODS[entity.mood]
        not_yet = self.lens.asked is not None and entity.begin is not None and entity.begin > self.lens.last
        return words.MOODS["planned"] if not_yet else ""


class Place(NamedTuple):
    """Where a row stands: kind and year of the entity that decides on its groups, and the parts of its key below."""

    kind: str
    year: str
    parts: tuple[str, ...]


def place(entity: Entity, *parts: str) -> Place:
    """The place of a row below the groups of an entity."""
    return Place(entity.kind, year(entity.begin, entity.seen), parts)
