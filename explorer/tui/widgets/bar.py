"""A line of text with a left and a right part: header and footer."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from explorer.text import shorten, width
from explorer.tui.content import BANNER, strip
from explorer.view.rows import DIM, Span


class Bar(Widget):
    """One line. The right part wins where there is no room for both; `loud` shows it reversed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.left = ""
        self.right = ""
        self.loud = False
        self.ascii_only = False

    def say(self, left: str, right: str = "", *, loud: bool = False) -> None:
        """Show other text."""
        if (left, right, loud) != (self.left, self.right, self.loud):
            self.left, self.right, self.loud = left, right, loud
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        columns = self.size.width
        if y:
            return Strip.blank(columns)
        right = shorten(self.right, columns - 2)
        left = shorten(self.left, max(0, columns - width(right) - (3 if right else 1)))
        gap = " " * max(1, columns - width(left) - width(right) - 2)
        spans = [Span(f" {left}", DIM), Span(gap)]
        if right:
            spans.append(Span(right, BANNER if self.loud else DIM))
        return strip(spans, columns, ascii_only=self.ascii_only)
