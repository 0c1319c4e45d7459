"""A line of text with a left and a right part: header and footer."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from explorer.text import shorten, width
from explorer.tui.content import Paint
from explorer.tui.themes import BANNER
from explorer.view.rows import DIM, Span

DOT = " · "


class Bar(Widget):
    """One line. The right part wins where there is no room for both; `loud` shows it reversed."""

    def __init__(self, *, id: str | None = None, by_parts: bool = False) -> None:  # noqa: A002 - Textual's own name
        """`by_parts` leaves out parts between dots from the end, where there is no room, before it cuts words."""
        super().__init__(id=id)
        self.by_parts = by_parts
        self.left = ""
        self.right = ""
        self.loud = False
        self.paint = Paint({})

    def say(self, left: str, right: str = "", *, loud: bool = False) -> None:
        """Show other text."""
        if (left, right, loud) != (self.left, self.right, self.loud):
            self.left, self.right, self.loud = left, right, loud
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        columns = self.size.width
        if y:
            return self.paint.blank(columns)
        right = self._fitted(self.right, columns - 4, least=2)
        right = f" {right} " if right and self.loud else right
        left = self._fitted(self.left, max(0, columns - width(right) - (3 if right else 1)), least=1)
        gap = " " * max(1, columns - width(left) - width(right) - 2)
        spans = [Span(f" {left}", DIM), Span(gap)]
        if right:
            spans.append(Span(right, BANNER if self.loud else DIM))
        return self.paint.strip(spans, columns)

    def _fitted(self, text: str, columns: int, *, least: int) -> str:
        """The text in so many columns; so many parts of it stay, whatever is cut."""
        parts = text.split(DOT)
        while self.by_parts and len(parts) > least and width(DOT.join(parts)) > columns:
            parts.pop()
        return shorten(DOT.join(parts), columns)
