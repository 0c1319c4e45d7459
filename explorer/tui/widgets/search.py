"""The search pane: a line to type in and the hits below it. Letters always type."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from explorer.store.rows import Hit
from explorer.text import clean, shorten, width, wrap
from explorer.tui.commands import SEARCH, bindings
from explorer.tui.messages import EntityWanted, PaneEntered, QueryChanged
from explorer.tui.widgets.lines import Lines
from explorer.view.rows import DIM, NAME, PLAIN, Line, Span

LEAST = 30
"""Columns that the reason of a hit needs beside its name."""
WIDEST = 500
"""Columns of what is laid out before there is a width."""


class Query(Input, inherit_bindings=True):
    """The line; moving keys belong to the hits below."""

    BINDINGS = bindings(SEARCH)

    def _hits(self) -> Hits:
        assert self.parent is not None
        return self.parent.query_one(Hits)

    def action_move(self, by: int) -> None:
        """To the next or previous hit."""
        self._hits().action_move(by)

    def action_page(self, by: int) -> None:
        """A page of hits."""
        self._hits().action_page(by)

    def action_enter(self) -> None:
        """Open the hit under the cursor."""
        self._hits().action_enter()

    def on_focus(self) -> None:
        """Say so."""
        self.post_message(PaneEntered(SEARCH))


class Hits(Lines, can_focus=False):
    """What was found, best first."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Hit] = []
        self._letters: dict[str, str] = {}
        self._empty = ""
        """What is said where there are no hits."""
        self._laid_out = -1
        """The width for which the lines were made."""

    def load(self, hits: list[Hit], letters: dict[str, str], empty: str) -> None:
        """Show hits; `letters` are the letters of their kinds, `empty` is said where there are none."""
        self.hits, self._letters, self._empty = hits, letters, empty
        self._lay_out(0)

    def _lay_out(self, cursor: int) -> None:
        self._laid_out = self.size.width
        columns = (self._laid_out or WIDEST) - 1
        if self.hits:
            lines = [(n, spans) for n, hit in enumerate(self.hits) for spans in _lines(hit, self._letters, columns)]
        else:
            lines = [(0, (Span(f" {part}", DIM),)) for part in wrap(clean(self._empty), columns - 1)]
        self.show([Line(*line) for line in lines], range(len(self.hits)), cursor)

    def on_resize(self) -> None:
        """Lay out anew where the width has changed; the row stays."""
        if self.size.width != self._laid_out:
            self._lay_out(self.cursor)

    def action_enter(self) -> None:
        """Ask for the entity."""
        if self.hits:
            self.post_message(EntityWanted(self.hits[self.cursor].ref.id))


def _lines(hit: Hit, letters: dict[str, str], columns: int) -> list[tuple[Span, ...]]:
    """Kind and name, and why it is a hit where the name does not say so: below, where there is little room beside."""
    head = f"  {letters.get(hit.ref.kind, '?')} "
    name = shorten(clean(hit.ref.name), columns - width(head))
    first = (Span(head, NAME), Span(name, PLAIN))
    if hit.field in ("name", "short", "id"):
        return [first]
    why = f"{hit.field}: {clean(hit.text)}"
    room = columns - width(head) - width(name) - 2
    if room >= min(width(why), LEAST):
        return [(*first, Span("  "), Span(shorten(why, room), DIM))]
    return [first, (Span(" " * width(head)), Span(shorten(why, columns - width(head)), DIM))]


class SearchPane(Vertical):
    """The line and the hits."""

    def compose(self) -> ComposeResult:
        """The line above, the hits below."""
        query = Query(compact=True, select_on_focus=True)
        query.cursor_blink = False
        yield query
        yield Hits()

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(Query).value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key asks again."""
        event.stop()
        self.post_message(QueryChanged(event.value))
