"""A list to choose from: by its letters at once, or by typing words of what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from explorer.text import clean, fold, shorten, width, wrap
from explorer.tui.commands import IN_DIALOGS
from explorer.tui.content import Paint, label
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.typing import Typing
from explorer.view.rows import DIM, PLAIN, VALUE, Line, Span

BESIDE = 20
"""Columns that hints need for a column of their own; with less they follow their labels, cut to the line."""


class Choice(NamedTuple):
    """One line of the list."""

    id: str
    """What the dialog answers with."""
    key: str
    """The key that chooses it, or that does the same elsewhere."""
    label: str
    hint: str = ""


class Words(Typing):
    """The line to type words in; moving keys belong to the list."""

    BINDINGS = [
        Binding("down", "screen.move(1)", "next", id="picker.down", tooltip="next line"),
        Binding("up", "screen.move(-1)", "before", id="picker.up", tooltip="line before"),
        Binding("enter", "screen.choose", "choose", id="picker.enter", tooltip="choose the line"),
    ]


class Picker(ModalScreen[str | None]):
    """Answers with the id of the line that was chosen; None where it is closed."""

    BINDINGS = [
        Binding("escape", "leave", "close", id="picker.close", tooltip="close without a choice"),
        Binding("down,j", "move(1)", "next", id="picker.list-down", tooltip="next line"),
        Binding("up,k", "move(-1)", "before", id="picker.list-up", tooltip="line before"),
        Binding("enter", "choose", "choose", id="picker.list-enter", tooltip="choose the line"),
        *IN_DIALOGS,
    ]

    placeholder = "type words of what you want to do"

    def __init__(self, title: str, choices: Sequence[Choice], paint: Paint, *, by_words: bool) -> None:
        super().__init__()
        self.heading = title
        self.choices = list(choices)
        self.shown = self.choices
        self.paint = paint
        self.by_words = by_words

    def compose(self) -> ComposeResult:
        """The line to type in, where words choose, and the list."""
        with Vertical(id="picker"):
            if self.by_words:
                yield Words(placeholder=self.placeholder)
            yield Lines(id="choices")

    def on_mount(self) -> None:
        """Fill it."""
        box, lines = self.query_one("#picker"), self.query_one(Lines)
        box.border_title = label(self.heading)
        box.border_subtitle = "enter chooses, esc closes" if self.by_words else "a letter chooses, esc closes"
        lines.paint = self.paint
        self.set_class(self.paint.ascii_only, "ascii")
        self._fill()  # a key that comes before the first frame finds its line
        self.call_after_refresh(self._fill)
        if not self.by_words:
            self.set_focus(lines)

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self.call_after_refresh(self._fill)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only the lines that have every word typed."""
        event.stop()
        words = fold(event.value).split()
        self.shown = [one for one in self.choices if all(word in fold(f"{one.label} {one.key}") for word in words)]
        self._fill(0)

    def _fill(self, cursor: int = -1) -> None:
        """Show the lines that are left, cut at the width there is, with the cursor on one or where it was."""
        lines = self.query_one(Lines)
        columns = max(BESIDE, lines.size.width)
        keys = max((width(one.key) for one in self.choices), default=0)
        labels = min(max((width(one.label) for one in self.choices), default=0), columns - keys - 4)
        every = sum(len(_lines(one, keys, labels, columns)) for one in self.choices)
        lines.styles.height = min(every, max(3, self.app.size.height - 6))
        made = [
            Line(number, spans) for number, one in enumerate(self.shown) for spans in _lines(one, keys, labels, columns)
        ]
        lines.show(
            made or [Line(0, (Span(" nothing of that name", DIM),))],
            range(len(self.shown)),
            max(0, lines.cursor if cursor < 0 else cursor),
        )

    def on_key(self, event: events.Key) -> None:
        """A letter of the list chooses at once, where nothing is typed."""
        if self.by_words:
            return
        chosen = next((one for one in self.choices if one.key == event.character), None)
        if chosen:
            event.stop()
            event.prevent_default()
            self.dismiss(chosen.id)

    def action_move(self, by: int) -> None:
        """To the next or previous line."""
        self.query_one(Lines).action_move(by)

    def action_choose(self) -> None:
        """Take the line under the cursor."""
        if self.shown:
            self.dismiss(self.shown[self.query_one(Lines).cursor].id)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


def _lines(choice: Choice, keys: int, labels: int, columns: int) -> list[tuple[Span, ...]]:
    """Key, label and hint; where there is room all of it, for a text may have to be selected by hand."""
    key, hint = clean(choice.key), clean(choice.hint.replace("\n", " "))
    head, below = f" {key}{' ' * (keys - width(key))}  ", " " * (keys + 3)
    left, room = wrap(clean(choice.label), labels), columns - keys - 3 - labels - 3
    if room < BESIDE:
        labels = width(left[-1])
        right = [shorten(hint, max(1, columns - keys - 3 - labels - 3))] if hint else []
    else:
        right = wrap(hint, room) if hint else []
    lines: list[tuple[Span, ...]] = []
    for number in range(max(len(left), len(right))):
        label_, beside = "".join(left[number : number + 1]), "".join(right[number : number + 1])
        gap = " " * (labels - width(label_) + 2) if beside else ""
        lines.append((Span(below if number else head, VALUE), Span(label_ + gap, PLAIN), Span(beside, DIM)))
    return lines
