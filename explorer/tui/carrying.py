"""Where one is, carried over to changed data: places, day, branches and marks by names that both data sets know."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from explorer.errors import ExplorerError
from explorer.store import lasting
from explorer.store.days import asked
from explorer.store.lasting import Said
from explorer.store.read import Store
from explorer.tui.state import ENTITY, SOURCE, Marks, Place, State
from explorer.view.rows import COMPARE, Row


class Carrier:
    """From one compiled data set to the next."""

    def __init__(self, before: Store, after: Store) -> None:
        self.before = before
        self.after = after
        self._new = lasting.renamed(before, after)
        self._days: dict[str, str] = {}
        self._found: dict[str, dict[Said, Said]] = {}

    def state(self, state: State) -> None:
        """Everything in it that names something of the data."""
        moved = [(place, self.place(place)) for place in state.history.places]
        state.history.places = [place for _, place in moved]
        if state.history.last is not None:
            state.history.last = self.place(state.history.last)
        keys = {old.key: new.key for old, new in moved if old.key != new.key}
        state.unfolded = {(keys.get(key, key), heading) for key, heading in state.unfolded}
        state.day = self.day(state.day)
        state.marks = Marks((self.id(entity), self._key(entity, key)) for entity, key in state.marks.kept)
        if self._new:
            state.open = {name: {self.branch(key) for key in kept} for name, kept in state.open.items()}

    def id(self, id_: str) -> str:
        """The id of an entity now."""
        return self._new.get(id_, id_)

    def branch(self, key: str) -> str:
        """The key of a row of the tree now; it names all that the row stands in."""
        return "/".join(map(self.id, key.split("/"))) if self._new else key

    def place(self, place: Place) -> Place:
        """A place now. One that hangs on something that is gone becomes that something, which says so."""
        place = place._replace(id=self.id(place.id), day=self.day(place.day))
        gone = Place(ENTITY, place.id, pane=place.pane, day=place.day)
        if place.kind == COMPARE:
            place = place._replace(locator=" ".join(filter(self._there, map(self.id, place.locator.split()))))
            return place if place.locator and self._there(place.id) else gone
        if place.kind == SOURCE:
            claim = self._statement(place.claim)
            return place._replace(claim=claim) if claim else gone
        return gone if place.id and place.kind != ENTITY and not self._there(place.id) else place

    def _statement(self, number: int) -> int:
        """The number of a statement now; 0 where it is gone."""
        found = self._said(lasting.entity_of(self.before, number))
        return next((new.number for old, new in found.items() if old.number == number), 0)

    def _key(self, entity: str, key: str) -> str:
        """The key of a marked statement now; a mark outlives what it marked."""
        return next((new.key for old, new in self._said(entity).items() if old.key == key), key) if key else ""

    def _there(self, id_: str) -> bool:
        return self.after.entity(id_) is not None

    def _said(self, id_: str) -> dict[Said, Said]:
        """The statements of an entity to what they are now."""
        if id_ not in self._found:
            self._found[id_] = lasting.statements(self.before, id_, self.after, self.id(id_))
        return self._found[id_]

    def day(self, text: str) -> str:
        """A day as typed; where what it names is gone, the date that it stood for."""
        if text not in self._days:
            self._days[text] = self._day(text)
        return self._days[text]

    def _day(self, text: str) -> str:
        try:
            asked(self.after, text)
        except ExplorerError:
            date = asked(self.before, text)
            return date.text if date else ""
        return text


def same_row(before: Sequence[Row], at: int, after: Sequence[Row]) -> int:
    """The number of the row that says now what a row said; else of what stood next below it, or above; else 0.

    A row below 0 is the first, wherever it is.
    """
    if at < 0:
        return at
    at = max(0, min(at, len(before) - 1))
    names: dict[Hashable, int] = {}
    for number, row in reversed(list(enumerate(after))):
        names |= dict.fromkeys(_names(row), number)
    for number in (*range(at, len(before)), *range(at - 1, -1, -1)):
        for name in _names(before[number]):
            if name in names:
                return names[name]
    return 0


def _names(row: Row) -> list[Hashable]:
    """What tells a row from others, the surest first: its words with the statement, its words, the statement alone."""
    if row.kind in ("gap", "heading"):
        return []
    if row.kind in ("title", "more"):
        return [(row.kind, row.value if row.kind == "more" else "")]
    words = row.kind, row.view, row.passage, row.target, row.value, row.text
    return [(*words, row.mark), words, *([(row.kind, row.mark)] if row.mark[1] else [])]
