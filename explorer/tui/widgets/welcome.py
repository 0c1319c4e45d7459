"""Three lines for the first time: how to move, how to search, how to see a day."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip
from textual.widget import Widget

from explorer.text import shorten, width
from explorer.tui.commands import Command
from explorer.tui.content import Paint
from explorer.view.rows import Span

LINES = (
    "Arrows or {list.down} {list.up} move, {tree.enter} opens, {back} goes back. Each fact leads to its source.",
    "{search} searches names and facts, slips forgiven. {palette} lists all there is to do.",
    "{as-of} shows everything as of a day. {help} explains the keys, {close} closes these lines.",
)
SHORT = (
    "{list.down} {list.up} move, {tree.enter} opens, {back} goes back.",
    "{search} searches, {palette} lists what to do.",
    "{as-of} as of a day, {help} keys, {close} closes.",
)
"""The same where there is less room."""


class Welcome(Widget):
    """Gone with esc, and at the next start."""

    def __init__(self, commands: Sequence[Command], paint: Paint) -> None:
        super().__init__()
        keys = {command.id: command.shown_keys.split(" ")[-1 if len(command.keys) > 1 else 0] for command in commands}
        first = {command.id: command.shown_keys.split(" ")[0] for command in commands}
        keys |= {id_: first[id_] for id_ in ("back", "tree.enter") if first[id_]}
        self.lines = [(_filled(line, keys), _filled(short, keys)) for line, short in zip(LINES, SHORT, strict=True)]
        self.paint = paint

    def render_line(self, y: int) -> Strip:
        """One of them."""
        if y >= len(self.lines):
            return self.paint.blank(self.size.width)
        room = self.size.width - 2
        fits = all(width(line) <= room for line, _ in self.lines)
        return self.paint.strip([Span(f" {shorten(self.lines[y][0 if fits else 1], room)}")], self.size.width)


def _filled(line: str, keys: dict[str, str]) -> str:
    for id_, key in keys.items():
        line = line.replace(f"{{{id_}}}", key)
    return line
