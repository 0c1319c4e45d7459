"""The keys of the pane in focus, and what the marks mean."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from explorer.text import width
from explorer.tui.commands import Command, for_pane
from explorer.tui.widgets.lines import Lines
from explorer.view.rows import ACCENT_BAR, DIM, HEADING, PLAIN, VALUE, Line, Span
from explorer.view.words import MOODS, TROUBLES


class Help(ModalScreen[None]):
    """Any closing key closes it."""

    BINDINGS = [Binding("escape,q,question_mark,enter", "leave", "close", id="help.close", tooltip="close the help")]

    def __init__(self, pane: str, *, ascii_only: bool) -> None:
        super().__init__()
        self.pane = pane
        self.ascii_only = ascii_only

    def compose(self) -> ComposeResult:
        """One pane of lines."""
        yield Lines(id="help")

    def on_mount(self) -> None:
        """Fill it; the lines scroll where there is no room."""
        lines = self.query_one(Lines)
        lines.ascii_only = self.ascii_only
        lines.border_title = f"Keys in the {self.pane} pane"
        lines.border_subtitle = "esc closes"
        lines.show([Line(n, spans) for n, spans in enumerate(_text(for_pane(self.pane)))], (), 0)
        self.set_focus(lines)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _text(commands: list[Command]) -> list[tuple[Span, ...]]:
    room = max(width(command.shown_keys) for command in commands)
    lines: list[tuple[Span, ...]] = [
        (Span(f" {command.shown_keys:<{room}}  ", VALUE), Span(command.title, PLAIN)) for command in commands
    ]
    lines += [(), (Span(" Marks", HEADING),)]
    for mark, meaning in dict.fromkeys(TROUBLES.values()):
        lines.append((Span(f" {mark:<{room}}  ", VALUE), Span(meaning, PLAIN)))
    lines.append((Span(f" {ACCENT_BAR:<{room}}  ", VALUE), Span("the row under the cursor", PLAIN)))
    words = ", ".join(MOODS.values())
    lines += [(), (Span(f" Words before a time: {words}; the rest is stated as so.", DIM),)]
    lines.append((Span(" ‘stated’ is when a source says something that bears no date of its own.", DIM),))
    return lines
