"""A line to type one thing into."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from explorer.tui.content import label


class Prompt(ModalScreen[str | None]):
    """Asks for a text; None where the reader closes it. `check` gives a reason to refuse what was typed."""

    BINDINGS = [Binding("escape", "cancel", "close", id="prompt.close", tooltip="close without a change")]

    def __init__(self, title: str, value: str, hint: str, check: Callable[[str], str]) -> None:
        super().__init__()
        self.heading = title
        self.value = value
        self.hint = hint
        self.check = check

    def compose(self) -> ComposeResult:
        """A heading, the line, and what can be typed."""
        with Vertical(id="prompt"):
            yield Static(label(self.heading), id="prompt-title")
            line = Input(value=self.value, compact=True, select_on_focus=True)
            line.cursor_blink = False
            yield line
            yield Static(label(self.hint), id="prompt-hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say why not."""
        reason = self.check(event.value)
        if reason:
            hint = self.query_one("#prompt-hint", Static)
            hint.update(label(reason))
            hint.add_class("refused")
        else:
            self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
