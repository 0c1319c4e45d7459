"""A driver that sends only changed cells and never waits for the terminal."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from explorer.tui import modes
from explorer.tui.cells import Cells, WholeScreens
from explorer.tui.line import Line
from explorer.tui.listener import Listener
from explorer.tui.writer import Writer

POINTER = "\x1b]22;"
"""The pointer's shape, which Textual sets at every start; it needs no other, and old consoles would print this."""
REDRAWN = 0.1
"""Seconds in which the app draws anew at another size."""
PATIENCE = 0.4
"""Seconds in which a terminal that reads takes the last that is sent to it."""


class LineLost(Message):
    """The keys have ended, or reading them or drawing has failed."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error


class CellDriver(Driver):
    """Draws on the terminal that standard error leads to, and reads keys from standard input."""

    screen: type[Cells] = Cells

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        self._line = Line()
        super().__init__(app, debug=debug, mouse=mouse, size=size or self._line.size())
        self._term = os.environ.get("TERM", "")
        self._cells = self.screen(simple=modes.is_simple(self._term))
        encoding = sys.__stderr__.encoding if sys.__stderr__ else "utf-8"
        self._writer = Writer(self._line.screen, self._cells.say, encoding, self._lost)
        self._listener: Listener | None = None
        self.lent = False
        """Whether another program has the terminal, at our request."""
        self._stopped = False
        """Whether a stop has given the terminal back."""
        self._owed = False
        """Whether the terminal is still to be given back."""
        self._waiting: set[Callable[[], None]] = set()
        self._handlers: dict[int, Any] = {}
        """The signal handlers before ours."""

    @property
    def can_suspend(self) -> bool:
        """The explorer can stop, and let other programs have the terminal."""
        return True

    @property
    def in_charge(self) -> bool:
        """Whether the terminal is ours now."""
        return self._writer.live

    # -- out

    def write(self, data: str) -> None:
        """Show what `data` changes."""
        if data.startswith(POINTER):
            return
        with self._writer.lock:
            self._cells.hear(data)
            if self.in_charge:
                self._writer.due()

    def send(self, data: str) -> None:
        """Send a sequence that draws nothing, whatever it is: a title, something for the clipboard."""
        with self._writer.lock:
            self._cells.pass_on(data)
            if self.in_charge:
                self._writer.due()

    def forget(self) -> None:
        """Nothing is known of the screen; what is drawn next is sent whole."""
        with self._writer.lock:
            self._cells.forget()
            self._cells.lost()

    # -- coming and going

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self.lent = False
        if not self._writer.is_alive():
            self._writer.start()
            self._handlers = {
                signal.SIGTSTP: signal.signal(signal.SIGTSTP, self._told_to_stop),
                signal.SIGCONT: signal.signal(signal.SIGCONT, lambda *_: self._soon(self._go_on)),
                signal.SIGWINCH: signal.signal(signal.SIGWINCH, lambda *_: self._soon(self._measure)),
            }
        self._take(again=False)
        self._measure()
        self._listener = Listener(self._line.keys, self.process_message, self._lost)
        self._listener.start()

    def _take(self, *, again: bool) -> None:
        self._owed = True
        self._line.key_by_key()
        with self._writer.lock:
            self._cells.resize(*self._line.size())
            self._writer.live = True
            self._writer.due(modes.enter(self._term, mouse=self._mouse, again=again))

    def disable_input(self) -> None:
        """Listen no more."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        if not self.in_charge:
            return
        with self._writer.lock:
            self._writer.live = False
            self._writer.due(self._cells.passing() + self._leave)
        if self._writer.drained(PATIENCE):
            self._owed = False
            self._line.as_before()
        else:
            self.abandon()

    def suspend_application_mode(self) -> None:
        """Let another program have the terminal."""
        self.lent = True
        self.stop_application_mode()

    def abandon(self, last: str = "") -> None:
        """Give the terminal back although it does not read, as far as it goes, with a last word; from any thread."""
        owed, self._owed = self._owed, False
        self._writer.drop(PATIENCE / 5)
        if owed or last:
            self._line.force((self._leave if owed else "") + last)

    def close(self) -> None:
        """The end."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._writer.end()

    @property
    def _leave(self) -> str:
        return modes.leave(self._term, mouse=self._mouse)

    def _lost(self, error: Exception | None) -> None:
        self._app.post_message(LineLost(error))

    # -- signals

    def _soon(self, act: Callable[[], None]) -> None:
        """Have it done when the main thread has time; once, however many signals ask for it. Takes no lock."""
        if act not in self._waiting:
            self._waiting.add(act)
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._now, act)

    def _now(self, act: Callable[[], None]) -> None:
        self._waiting.discard(act)
        act()

    def _measure(self) -> None:
        """Tell the app the terminal's size; one that comes back to the size before draws nothing of its own accord."""
        size = self._line.size()
        with self._writer.lock:
            self._cells.resize(*size)
        self.send_message(events.Resize(Size(*size), Size(*size)))
        self._loop.call_later(REDRAWN, self.write, "")

    def _told_to_stop(self, *_: object) -> None:
        if self.in_charge:
            self._soon(self._stop)
        else:
            self._halt(os.getpid())  # along with the program that has the terminal

    def _stop(self) -> None:
        """To the shell, with the terminal as it was."""
        self.stop_application_mode()
        self._stopped = True
        self._halt(0)  # all of the job: a shell between us and the reader's has to stop too
        self._soon(self._go_on)  # where nobody could have woken us there was no stop

    def _halt(self, whom: int) -> None:
        ours = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(whom, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, ours)

    def _go_on(self) -> None:
        """After a stop, of ours or from outside: the shell has written over the screen, and may have it still."""
        if getattr(self._app, "is_leaving", False):
            return
        if not self._line.in_front():
            self._halt(os.getpid())
        elif self._stopped:
            self._stopped = False
            self.start_application_mode()
            self.send_message(self.SignalResume())
        elif self.in_charge:
            self._take(again=True)


class WholeDriver(CellDriver):
    """The same, with whole frames (`--plain-driver`)."""

    screen = WholeScreens
