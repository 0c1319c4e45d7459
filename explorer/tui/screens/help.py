"""The keys of the pane in focus, and what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from explorer.text import width, wrap
from explorer.tui.commands import IN_DIALOGS, Command, for_pane
from explorer.tui.content import Paint
from explorer.tui.widgets.lines import KEPT_SIGN, Lines
from explorer.view.rows import ACCENT_BAR, DIM, HEADING, PLAIN, VALUE, Line, Span
from explorer.view.words import MOODS, meanings


class Help(ModalScreen[None]):
    """Any closing key closes it."""

    BINDINGS = [
        Binding("escape,q,question_mark,enter", "leave", "close", id="help.close", tooltip="close the help"),
        *IN_DIALOGS,
    ]

    def __init__(self, pane: str, commands: Sequence[Command], paint: Paint) -> None:
        super().__init__()
        self.pane = pane
        self.commands = commands
        self.paint = paint

    def compose(self) -> ComposeResult:
        """One pane of lines."""
        yield Lines(id="help")

    def on_mount(self) -> None:
        """Fill it; the lines scroll where there is no room."""
        lines = self.query_one(Lines)
        lines.paint = self.paint
        lines.entitle(f"Keys in the {self.pane} pane")
        self.set_class(self.paint.ascii_only, "ascii")
        self.call_after_refresh(self._fill)
        self.set_focus(lines)

    def on_resize(self) -> None:
        """Wrap anew."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        lines = self.query_one(Lines)
        made = _text(for_pane(self.pane, self.commands), max(20, lines.size.width))
        lines.show([Line(n, spans) for n, spans in enumerate(made)], (), 0)
        self._say_more()

    def _say_more(self) -> None:
        """How many lines are still below."""
        lines = self.query_one(Lines)
        more = len(lines.lines) - lines.top - lines.size.height
        lines.border_subtitle = f"{more} more lines below, esc closes" if more > 0 else "esc closes"

    def on_scrolled(self) -> None:
        """Other lines are shown."""
        self._say_more()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _text(commands: list[Command], columns: int) -> list[tuple[Span, ...]]:
    """Keys and what they do, marks and what they mean, wrapped."""
    keys = [(command.shown_keys, command.title) for command in commands if command.keys]
    room = min(max(width(name) for name, _ in keys), columns // 3)
    lines = [line for name, said in keys for line in _entry(name, said, room, columns)]
    lines += [(), (Span(" Marks", HEADING),)]
    for name, said in [
        *meanings().items(),
        (KEPT_SIGN, "marked for the brief"),
        (ACCENT_BAR, "the row under the cursor"),
    ]:
        lines += _entry(name, said, room, columns)
    words = ", ".join(MOODS.values())
    for text in (f"Words before a time: {words}. The rest is stated as so.", _STATED, _FOLLOWED):
        lines += [(), *((Span(f" {part}", DIM),) for part in wrap(text, columns - 2))]
    return lines


_STATED = "‘stated’ is when a source says something that bears no date of its own."
_FOLLOWED = (
    "Files of the data folder that change are read again. ‘FILE:LINE broken’ at the top: what is shown is from before, "
    "until that line is mended."
)


def _entry(name: str, said: str, room: int, columns: int) -> list[tuple[Span, ...]]:
    """A name and its meaning beside it, both wrapped."""
    left, right = wrap(name, room), wrap(said, columns - room - 4)
    lines: list[tuple[Span, ...]] = []
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else ""
        other = right[number] if number < len(right) else ""
        lines.append((Span(f" {one}{' ' * (room - width(one))}  ", VALUE), Span(other, PLAIN)))
    return lines
