"""What is asked of a terminal at the start, and what puts it back. No answer is asked for: on a slow line it would come
in pieces, which look like keys."""

from __future__ import annotations

import termios
from typing import Any

_SECOND_SCREEN, _FIRST_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_NO_WRAP, _WRAP = "\x1b[?7l", "\x1b[?7h"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_BRACKET_PASTE, _PLAIN_PASTE = "\x1b[?2004h", "\x1b[?2004l"
_TELL_ESCAPE, _TELL_ESCAPE_STILL, _KEYS_AS_BEFORE = "\x1b[>1u", "\x1b[=1u", "\x1b[<u"
"""kitty's protocol, of which only this: esc is told from the beginning of a sequence without waiting."""
_MOUSE = (1000, 1002, 1006)
"""Buttons, motion while one is pressed, and numbers past column 223. Never any motion: it would cost on a slow line."""
_ERASED = "\x1b[m\x1b[H\x1b[2J"
_END_OF_STRING = "\x1b\\"
"""Ends a sequence that was cut off in its middle; otherwise does nothing."""

_SIMPLE = ("vt52", "vt100", "vt102", "ansi")
_ONE_SCREEN = ("vt", "ansi", "linux")
_OWN_KEYS = (*_ONE_SCREEN, "screen", "tmux", "rxvt", "cons")
"""Beginnings of the names of terminals: that know what a VT100 knows; that may have no second screen; that know nothing
of kitty's protocol, and may take its end for a move of the cursor."""

_ECHO_AND_LINES = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_CHANGES_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP


def is_simple(term: str) -> bool:
    """Whether a terminal may know no more than a VT100."""
    return term.startswith(_SIMPLE)


def enter(term: str, *, mouse: bool, again: bool = False) -> str:
    """Asks for the second screen, keys and mouse; `again` after a stop that nobody was told of."""
    keys = "" if term.startswith(_OWN_KEYS) else _TELL_ESCAPE_STILL if again else _TELL_ESCAPE
    buttons = "".join(f"\x1b[?{number}h" for number in _MOUSE) if mouse else ""
    return f"{_SECOND_SCREEN}{_NO_WRAP}{_HIDE_CURSOR}{_BRACKET_PASTE}{keys}{buttons}"


def leave(term: str, *, mouse: bool) -> str:
    """Puts back all that was asked for."""
    keys = "" if term.startswith(_OWN_KEYS) else _KEYS_AS_BEFORE
    buttons = "".join(f"\x1b[?{number}l" for number in _MOUSE) if mouse else ""
    erased = _ERASED if term.startswith(_ONE_SCREEN) else "\x1b[m"
    return f"{_END_OF_STRING}{buttons}{_PLAIN_PASTE}{_WRAP}{keys}{erased}{_FIRST_SCREEN}{_SHOW_CURSOR}"


def key_by_key(attributes: list[Any]) -> list[Any]:
    """The attributes of a terminal (as of termios.tcgetattr) that gives each key as it is pressed, and nothing else."""
    changed = [*attributes]
    changed[0] &= ~_CHANGES_INPUT
    changed[3] &= ~_ECHO_AND_LINES
    changed[6] = [*attributes[6]]
    changed[6][termios.VMIN], changed[6][termios.VTIME] = 1, 0
    return changed
