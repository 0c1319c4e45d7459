"""The line to the terminal: its two ends, its modes, and how it is put back whatever happens."""

from __future__ import annotations

import os
import select
import sys
import termios
from contextlib import suppress
from typing import Any

from explorer.tui.modes import key_by_key

NO_SIZE = (80, 24)
"""Columns and rows of a terminal that does not say."""


def ends() -> tuple[int, int]:
    """Where keys come from, and where the screen is drawn: Textual's own choice."""
    assert sys.__stdin__ is not None
    assert sys.__stderr__ is not None
    return sys.__stdin__.fileno(), sys.__stderr__.fileno()


class Line:
    """A terminal that has been found to be one."""

    def __init__(self) -> None:
        self.keys, self._screen = ends()
        self.screen = _reopened(self._screen)
        """Never blocks; a way of our own to the terminal, for others share the one that we were given."""
        self._before: list[Any] | None = None

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self._screen)
            if columns and rows:
                return columns, rows
        return NO_SIZE

    def in_front(self) -> bool:
        """Whether the terminal is ours to change: not while the shell has it."""
        try:
            return os.tcgetpgrp(self.keys) == os.getpgrp()
        except OSError:
            return True  # nobody's

    def key_by_key(self) -> None:
        """Give each key as it is pressed. What was before is remembered."""
        with suppress(termios.error):
            before = termios.tcgetattr(self.keys)
            termios.tcsetattr(self.keys, termios.TCSANOW, key_by_key(before))
            self._before = self._before or before

    def as_before(self) -> None:
        """Give lines again; keys that nobody has read are dropped, for a shell would run them."""
        before, self._before = self._before, None
        if before is not None and self.in_front():
            with suppress(termios.error):
                termios.tcflush(self.keys, termios.TCIFLUSH)
                termios.tcsetattr(self.keys, termios.TCSANOW, before)

    def force(self, last: str) -> None:
        """Put the terminal back although it does not read: drop what is on its way, and send this as far as it goes."""
        with suppress(termios.error):
            termios.tcflow(self._screen, termios.TCOON)
            termios.tcflush(self._screen, termios.TCOFLUSH)
        self.as_before()
        with suppress(OSError):
            if select.select([], [self.screen], [], 0)[1]:
                os.write(self.screen, last.encode("ascii", "replace"))


def _reopened(fd: int) -> int:
    """The same terminal, opened anew so that it never blocks; else the end itself."""
    flags = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC
    with suppress(OSError):
        return os.open(os.ttyname(fd), flags)
    with suppress(OSError):
        os.tcgetpgrp(fd)  # it is the one we belong to
        return os.open("/dev/tty", flags)
    return os.dup(fd)
