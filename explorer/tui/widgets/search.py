"""The search pane: a line to type in and the hits below it. Letters always type."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from explorer.store.rows import Hit
from explorer.text import clean
from explorer.tui.commands import SEARCH, bindings
from explorer.tui.messages import EntityWanted, PaneEntered, QueryChanged
from explorer.tui.widgets.lines import Lines
from explorer.view.rows import DIM, NAME, PLAIN, Line, Span


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

    def load(self, hits: list[Hit], letters: dict[str, str], empty: str) -> None:
        """Show hits; `letters` are the letters of their kinds, `empty` is said where there are none."""
        self.hits = hits
        lines = [Line(number, _spans(hit, letters)) for number, hit in enumerate(hits)]
        self.show(lines or [Line(0, (Span(f" {empty}", DIM),))], range(len(hits)), 0)

    def action_enter(self) -> None:
        """Ask for the entity."""
        if self.hits:
            self.post_message(EntityWanted(self.hits[self.cursor].ref.id))


def _spans(hit: Hit, letters: dict[str, str]) -> tuple[Span, ...]:
    name = clean(hit.ref.name)
    why = "" if hit.field in ("name", "short", "id") else f"  {hit.field}: {clean(hit.text)}"
    return (Span(f"  {letters.get(hit.ref.kind, '?')} ", NAME), Span(name, PLAIN), Span(why, DIM))


class SearchPane(Vertical):
    """The line and the hits."""

    def compose(self) -> ComposeResult:
        """The line above, the hits below."""
        query = Query(placeholder="/ search names and facts", compact=True, select_on_focus=True)
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
