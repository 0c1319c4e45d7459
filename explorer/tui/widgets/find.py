"""The line for narrowing the tree and for finding in the text; it stands where the footer is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from explorer.tui.content import label
from explorer.tui.messages import SoughtChanged
from explorer.tui.widgets.typing import Typing


class FindLine(Typing):
    """Letters type; up and down move in the pane that is searched; enter keeps what was found, esc lets go of it."""

    BINDINGS = [
        Binding("enter", "screen.find_done", "keep", id="find.keep", tooltip="keep what was found"),
        Binding("down", "screen.find_move(1)", "next", id="find.down", tooltip="next row or place found"),
        Binding("up", "screen.find_move(-1)", "before", id="find.up", tooltip="row or place found before"),
    ]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is sought."""
        event.stop()
        self.post_message(SoughtChanged(event.value))


class FindBar(Horizontal):
    """The line with a word before it that says what it does."""

    def compose(self) -> ComposeResult:
        """The word, the line, and what came of it, where no border says so."""
        yield Static(id="find-what")
        yield FindLine(id="find")
        yield Static(id="find-told")

    def ask(self, what: str, value: str) -> FindLine:
        """Say what is sought, and give the line its value."""
        self.query_one("#find-what", Static).update(label(what))
        line = self.query_one(FindLine)
        line.value = value
        return line

    def say(self, told: str) -> None:
        """Say how much is found."""
        self.query_one("#find-told", Static).update(label(told))
