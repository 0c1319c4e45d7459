"""A line to type one thing into."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from explorer.tui.commands import IN_DIALOGS
from explorer.tui.content import Paint, label
from explorer.tui.widgets.typing import Typing, place_cursor


class Prompt(ModalScreen[str | None]):
    """Asks for a text; None where the reader closes it. `check` gives a reason to refuse what was typed."""

    BINDINGS = [
        Binding("escape", "cancel", "close", id="prompt.close", tooltip="close without a change"),
        *IN_DIALOGS,
    ]

    def __init__(self, title: str, value: str, hint: str, check: Callable[[str], str], paint: Paint) -> None:
        super().__init__()
        self.heading = title
        self.value = value
        self.hint = hint
        self.check = check
        self.paint = paint

    def compose(self) -> ComposeResult:
        """The line, and what can be typed."""
        with Vertical(id="prompt"):
            yield Typing(self.value)
            yield Static(self._label(self.hint), id="prompt-hint")

    def on_mount(self) -> None:
        """Say what it asks for, and how to answer."""
        self.set_class(self.paint.ascii_only, "ascii")
        box = self.query_one("#prompt")
        box.border_title = self._label(self.heading)
        box.border_subtitle = "enter takes it, esc closes"
        self.call_after_refresh(place_cursor, self.query_one(Input))

    def _label(self, text: str) -> Content:
        return label(self.paint.written(text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say why not."""
        reason = self.check(event.value)
        if reason:
            hint = self.query_one("#prompt-hint", Static)
            hint.update(self._label(reason))
            hint.add_class("refused")
        else:
            self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
