"""A line that one types in."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from explorer.store.query import LONGEST
from explorer.text import typed
from explorer.tui.messages import PasteCut


class Typing(Input, inherit_bindings=True):
    """Whatever is typed or pasted, it holds nothing that a terminal would obey, hide or pile up. Nothing blinks."""

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Textual draws the value as it is."""
        return typed(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """The cursor goes behind what was really put in."""
        super().replace(typed(text), start, end)

    def _on_paste(self, event: events.Paste) -> None:
        """Lines become one; what is too long for a query is cut, and that is said."""
        event.prevent_default()
        event.stop()
        text = " ".join(typed(event.text[: 2 * LONGEST]).split())
        room = max(0, LONGEST - len(self.value) + len(self.selected_text))
        if len(text) > room:
            self.post_message(PasteCut(room))
        self.replace(text[:room], *sorted(self.selection))


def place_cursor(line: Input) -> None:
    """The terminal's own cursor stands in a line to type in, before a letter is typed."""
    line.app.cursor_position = line.cursor_screen_offset
    line.refresh()  # it is sent along with a frame
