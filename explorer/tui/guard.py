"""Gone within a second, whatever happens: signals, a terminal that is gone, one that does not read, a busy app."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import sleep

from explorer.errors import INTERRUPTED
from explorer.tui.line import ends
from explorer.tui.writer import leave_signals_to_the_main_thread

DEADLINE = 0.6
"""Seconds in which an app that was asked to leave does so by itself."""
AGAIN = 0.2
"""Seconds after which what loads is interrupted again. It has ended by then, unless Python has dropped the interrupt:
it does so with one that meets it in a callback, and imports have such."""
LAST_WORD = 0.1
"""Seconds more for what is to be remembered, where the app has not come to it."""
FROM_KEYS = (signal.SIGINT, signal.SIGQUIT)
"""What a key sends to all of a job; while another program has the terminal, it is meant for that one."""
SIGNALS = (signal.SIGTERM, signal.SIGHUP, *FROM_KEYS)
HUNG_UP = 128 + signal.SIGHUP
"""The exit code where the terminal is gone, whether or not its signal came."""


def _interrupt(_: int) -> None:
    import _thread

    _thread.interrupt_main()


def _nothing() -> None:
    pass


class Guard:
    """A thread that waits for a reason to leave, asks the app to, and ends the process where that takes too long."""

    def __init__(self) -> None:
        self.ask: Callable[[int], object] = _interrupt
        """Asks the app to leave with an exit code, from any thread. While there is none, what loads is interrupted."""
        self.remember: Callable[[], object] = _nothing
        """The last thing that a leaving app does for its reader."""
        self.give_back: Callable[[], object] = _nothing
        """Gives the terminal back, whether it reads or not."""
        self.lent: Callable[[], bool] = bool
        """Whether another program has the terminal; what the reader interrupts is then that program."""
        self._codes: list[int] = []
        self._heard, self._bell = os.pipe()
        os.set_blocking(self._bell, False)

    @property
    def code(self) -> int | None:
        """The exit code of the first reason to leave; None while there is none."""
        return self._codes[0] if self._codes else None

    def watch(self) -> None:
        """Begin. Costs nothing while nothing happens. Main thread only."""
        signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)
        Thread(target=self._watch, name="guard", daemon=True).start()

    def take_signals(self) -> None:
        """Leave on signals, but not on those that whoever started us has had ignored. Main thread only."""
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._signalled)
        signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)  # even where the main thread never comes to it

    def told(self, code: int) -> None:
        """There is a reason to leave; the first one counts. Takes no lock, so that a signal handler may call it."""
        self._codes.append(code)
        with suppress(BlockingIOError):
            os.write(self._bell, b"\0")

    def _signalled(self, number: int, _: object) -> None:
        if not (number in FROM_KEYS and self.lent()):
            self.told(128 + number)

    def _watch(self) -> None:
        leave_signals_to_the_main_thread()
        poll = select.poll()
        poll.register(self._heard, select.POLLIN)
        for fd in ends():
            poll.register(fd, 0)  # hang-ups are always told
        while not self._codes:
            for fd, what in poll.poll():
                if fd == self._heard:
                    for number in os.read(self._heard, 512):
                        # Of a key it knows only later who has the terminal; nobody else has it while we load.
                        if number in SIGNALS and (number not in FROM_KEYS or self.ask is _interrupt):
                            self.told(128 + number)
                elif what & select.POLLNVAL:
                    poll.unregister(fd)  # some systems cannot watch terminals so; there the end of the keys tells
                else:
                    self.told(HUNG_UP)
        if self._codes[0] == INTERRUPTED and self.ask is _interrupt:
            sleep(AGAIN)
        with suppress(Exception):
            self.ask(self._codes[0])
        sleep(DEADLINE)
        self._end()

    def _end(self) -> None:
        """No more waiting."""
        last = Thread(target=self.remember, daemon=True)
        last.start()
        last.join(LAST_WORD)
        with suppress(Exception):
            self.give_back()
        os._exit(self._codes[0])
