"""A thread that sends what is due, so that nobody else ever waits for a terminal that does not read."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from threading import Condition, Lock, Thread

CHUNK = 4096


def leave_signals_to_the_main_thread() -> None:
    """Called by every thread of ours: a signal that another thread takes would not wake the main one."""
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


class Writer(Thread):
    """Asks `say` for the next piece whenever the one before has gone out: frames that came meanwhile are one."""

    def __init__(self, fd: int, say: Callable[[], str], encoding: str, failed: Callable[[Exception], None]) -> None:
        super().__init__(name="to-the-terminal", daemon=True)
        self.lock = Condition()
        """Held by whoever touches what `say` reads."""
        self.live = False
        """Whether frames go out; otherwise only what is said as it is."""
        self._fd = fd
        self._say = say
        self._encoding = encoding
        self._failed = failed
        self._raw: list[str] = []
        self._due = self._busy = self._ended = False
        self._gate = Lock()
        self._drops = 0

    def due(self, raw: str = "") -> None:
        """There is something to send: `raw` as it is, and the next frame."""
        with self.lock:
            if raw:
                self._raw.append(raw)
            self._due = True
            self.lock.notify_all()

    def drained(self, seconds: float) -> bool:
        """Wait until everything has gone out, but only so long."""
        with self.lock:
            return self.lock.wait_for(lambda: not (self._due or self._busy), seconds)

    def end(self) -> None:
        """Nothing will come any more."""
        with self.lock:
            self._ended = True
            self.lock.notify_all()

    def drop(self, seconds: float) -> None:
        """What has not gone out yet never will, not even the rest of what is on its way."""
        self.live = False
        self._raw = []
        self._drops += 1
        if self._gate.acquire(timeout=seconds):  # a write under way comes to its end
            self._gate.release()

    def run(self) -> None:
        """Send what is due."""
        leave_signals_to_the_main_thread()
        try:
            self._work()
        except Exception as error:
            self._failed(error)

    def _work(self) -> None:
        while (data := self._next()) is not None:
            self._send(data)
            with self.lock:
                self._busy = False
                self.lock.notify_all()

    def _next(self) -> bytes | None:
        with self.lock:
            self.lock.wait_for(lambda: self._due or self._ended)
            if not self._due:
                return None
            raw, self._raw = "".join(self._raw), []
            text = raw + (self._say() if self.live else "")
            self._due, self._busy = False, True
        return text.encode(self._encoding, "replace")

    def _send(self, data: bytes) -> None:
        """Write without blocking; a terminal that is gone takes everything."""
        drops = self._drops
        while data:
            select.select([], [self._fd], [])
            with self._gate:
                if self._drops != drops:
                    return
                try:
                    data = data[os.write(self._fd, data[:CHUNK]) :]
                except BlockingIOError:
                    pass
                except OSError:
                    return
