"""The steps of a walk: a word and what belongs to it, one a line in a file; and what a terminal sends for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.binding import Binding
from textual.widgets import Input

from explorer.tui.commands import COMMANDS
from explorer.tui.keynames import shown
from explorer.tui.screens.help import Help
from explorer.tui.screens.picker import Picker, Words
from explorer.tui.screens.prompt import Prompt
from explorer.tui.widgets.find import FindLine
from explorer.tui.widgets.search import Query

Step = tuple[str | int, ...]
"""What is done, then with what: `("keys", "j", "enter")`, `("resize", 40, 12)`."""

ESCAPE = "\x1b[27u"
"""As a terminal tells it that knows kitty's protocol: at once, for nothing can follow."""
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
LOOKED_AWAY = "\x1b[O\x1b[I"
"""What a terminal tells that an earlier program has asked to tell when its window is left and entered."""


def _sequences() -> dict[str, str]:
    """Textual's name of a key to what a terminal sends for it; of several the shortest, and the first of those."""
    found: dict[str, str] = {}
    for sequence, keys in ANSI_SEQUENCES_KEYS.items():
        if isinstance(keys, tuple) and len(keys) == 1:
            name = str(keys[0].value)
            if len(sequence) < len(found.get(name, sequence + " ")):
                found[name] = sequence
    return {**found, "escape": ESCAPE, "backspace": "\x7f"}


_SENT = _sequences()


def sent(key: str) -> str:
    """What a terminal sends for a key; empty for one that terminals do not send."""
    sign = shown(key)
    return _SENT.get(key) or (sign if len(sign) == 1 else "")


def _keys() -> Iterator[str]:
    for command in COMMANDS:
        yield from command.keys
    for where in (Help, Picker, Words, Prompt, FindLine, Query, Input):
        for binding in where.BINDINGS:
            assert isinstance(binding, Binding)
            yield from binding.key.split(",")


KEYS = sorted({key for key in _keys() if sent(key)})
"""Every key that does something somewhere, by the tables that the explorer itself goes by."""


def typed(step: Step) -> str:
    """What a terminal sends for a step; empty for one that does not go over its line."""
    what, *more = step
    if what == "keys":
        return "".join(sent(str(key)) for key in more)
    if what == "type":
        return str(more[0])
    if what == "paste":
        return f"{_PASTE}{str(more[0]).replace(_PASTED, '')}{_PASTED}"
    if what == "ask":
        opening, text, closing = map(str, more)
        return f"{sent(opening)}{text}{sent(closing)}"
    if what == "click":
        column, row, times = map(int, more)
        return _mouse(0, column, row) * times
    if what == "drag":
        before, after = (int(more[0]), int(more[1])), (int(more[2]), int(more[3]))
        return f"{_button(0, *before)}M{_button(32, *after)}M{_button(0, *after)}m"
    if what == "wheel":
        column, row, by = map(int, more)
        return f"{_button(64 + (by > 0), column, row)}M" * abs(by)
    return LOOKED_AWAY if what == "look away" else ""


def _mouse(button: int, column: int, row: int) -> str:
    return f"{_button(button, column, row)}M{_button(button, column, row)}m"


def _button(code: int, column: int, row: int) -> str:
    return f"\x1b[<{code};{column + 1};{row + 1}"


def written(steps: Iterable[Step]) -> str:
    """Steps as they stand in a file."""
    return "".join(f"{json.dumps(step, ensure_ascii=True)}\n" for step in steps)


def read(path: Path) -> list[Step]:
    """The steps of a file; lines that begin with # say why it is kept."""
    lines = path.read_text("utf-8").splitlines()
    return [tuple(json.loads(line)) for line in lines if line and not line.startswith("#")]
