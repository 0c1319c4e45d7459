"""The search pane: a line to type in and the hits below it. Letters always type."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from explorer.store.rows import Hit
from explorer.text import clean, width, wrap
from explorer.tui.commands import SEARCH, bindings
from explorer.tui.messages import EntityWanted, FurtherWanted, PaneEntered, QueryChanged
from explorer.tui.themes import FOUND
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.typing import Typing
from explorer.view.found import Found
from explorer.view.rows import DIM, NAME, PLAIN, Line, Span

REMEMBERED = 50
"""Queries of this run that come back."""
Stretches = tuple[tuple[int, int], ...]


class Query(Typing):
    """The line; moving keys belong to the hits below."""

    BINDINGS = bindings(SEARCH)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        """What was asked in this run and led somewhere, the last one last."""
        self._back = 0
        """How many queries back the line is."""

    def _hits(self) -> Hits:
        assert self.parent is not None
        return self.parent.query_one(Hits)

    def action_move(self, by: int) -> None:
        """To the next or previous hit; up from the first, with nothing typed, to the query before."""
        hits = self._hits()
        recalled = 0 < self._back <= len(self.asked) and self.value == self.asked[-self._back]
        if by < 0 and (not self.value or (recalled and hits.first)):
            self._recall(self._back + 1 if recalled else 1)
        else:
            hits.action_move(by)

    def _recall(self, back: int) -> None:
        if back <= len(self.asked):
            self._back = back
            self.value = self.asked[-back]
            self.cursor_position = len(self.value)

    def remember(self) -> None:
        """Keep what is typed, to come back with up on an empty line."""
        if text := self.value.strip():
            self.asked = [*(one for one in self.asked if one != text), text][-REMEMBERED:]
        self._back = 0

    def action_page(self, by: int) -> None:
        """A page of hits."""
        self._hits().action_page(by)

    def action_enter(self) -> None:
        """Open the hit under the cursor."""
        self.remember()
        self._hits().action_enter()

    def action_stay(self) -> None:
        """Open the hit under the cursor, and go on typing."""
        self.remember()
        self._hits().open(stay=True)

    def action_further(self, way: str) -> None:
        """Look further, where nothing was found."""
        self.post_message(FurtherWanted(way))

    def on_focus(self) -> None:
        """Say so."""
        self.post_message(PaneEntered(SEARCH))

    def on_blur(self) -> None:
        """What was asked is kept, whichever way one leaves."""
        self.remember()


class Hits(Lines, can_focus=False):
    """What was found, best first."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Hit] = []
        self._found: list[Found] = []
        self._said: list[str] = []
        """What is said below the hits, or where there are none."""
        self._columns = 0

    @property
    def first(self) -> bool:
        """Whether the cursor is on the first hit, or there is none."""
        return not self.hits or self.cursor == 0

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self.hits[self.cursor] if self.cursor < len(self.hits) else None

    def load(self, hits: list[Hit], found: list[Found], said: list[str]) -> None:
        """Show hits, each as it was found, and what there is to say about them."""
        self.hits, self._found, self._said = hits, found, said
        self._lay_out(0)

    def renew(self, hits: list[Hit], found: list[Found], said: list[str]) -> bool:
        """Show what changed data have; whether the cursor could stay on its hit."""
        id_, line, at = self.hit.ref.id if self.hit else "", self.line_of_cursor, self.cursor
        self.hits, self._found, self._said = hits, found, said
        there = next((number for number, hit in enumerate(hits) if hit.ref.id == id_), None)
        self._lay_out(at if there is None else there)
        self.hold(line)
        return there is not None or not id_

    def _lay_out(self, cursor: int) -> None:
        self._columns = self.size.width
        columns = max(10, self.size.width - 2)
        lines = [Line(n, spans) for n, one in enumerate(self._found) for spans in _lines(one, columns)]
        said = (part for text in self._said for part in wrap(clean(text), columns))
        lines += [Line(len(self.hits), (Span(f" {part}", DIM),)) for part in said]
        self.show(lines, range(len(self.hits)), cursor)

    def fit(self) -> None:
        """Lay out anew at the width that there is."""
        if self.size.width != self._columns:
            self._lay_out(self.cursor)

    def action_enter(self) -> None:
        """Ask for the entity."""
        self.open(stay=False)

    def open(self, *, stay: bool) -> None:
        """Ask for the entity; the line keeps the keys if one wants to stay in it."""
        if self.hit:
            self.post_message(EntityWanted(self.hit.ref.id, claim=self.hit.claim, stay=stay))


def _lines(one: Found, columns: int) -> Iterator[tuple[Span, ...]]:
    """Kind, name and time; why it was found beside them, or below where there is no room."""
    head = [Span(f"  {one.letter} ", NAME), *_marked(one.name, one.marks, PLAIN)]
    tail = [Span(f"  {one.time}", DIM)] if one.time else []
    why = list(_marked(one.why, one.why_marks, DIM))
    if not why:
        yield (*head, *tail)
    elif sum(width(span.text) for span in (*head, *tail, *why)) + 2 <= columns:
        yield (*head, *tail, Span("  "), *why)
    else:
        yield (*head, *tail)
        yield (Span("      "), *why)


def _marked(text: str, places: Stretches, role: str) -> Iterator[Span]:
    """The text with what was typed marked in it."""
    at = 0
    for start, end in places:
        if start > at:
            yield Span(text[at:start], role)
        if end > max(at, start):
            yield Span(text[max(at, start) : end], FOUND)
        at = max(at, end)
    if at < len(text):
        yield Span(text[at:], role)


class SearchPane(Vertical):
    """The line and the hits."""

    def compose(self) -> ComposeResult:
        """The line above, the hits below."""
        yield Query()
        yield Hits()

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(Query).value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key asks again."""
        event.stop()
        self.post_message(QueryChanged(event.value))
