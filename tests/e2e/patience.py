"""How long a program may take, where others are at work on the same machine: what it waits for a processor is not its
own time."""

from __future__ import annotations

import os
import select
import time
from contextlib import suppress

MOST = 10
"""So many times the time is allowed at most: a machine that is slower still is taken for a program that hangs."""
WORKING = "RD"
"""States of a thread that runs, or would if there were a processor or a disk for it."""


class Allowance:
    """So many seconds of a process, from now on."""

    def __init__(self, pid: int, seconds: float) -> None:
        self._pid = pid
        self._seconds = seconds
        self._begun = time.monotonic()
        self._before = _waited(pid)
        self._waited: dict[str, int] = {}

    @property
    def left(self) -> float:
        """Seconds that are left; less than 0 where it has had them all."""
        return self._seconds - self.used

    @property
    def used(self) -> float:
        """Seconds that it has had."""
        self._waited |= _waited(self._pid)  # of threads that have ended, what was known last
        waited = sum(value - self._before.get(thread, 0) for thread, value in self._waited.items()) / 1e9
        gone = time.monotonic() - self._begun
        return max(gone - waited, gone / MOST)


def has_ended(pid: int, seconds: float) -> bool:
    """Whether a process is gone after so much time of its own, or before; it need be no child of ours."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        allowance = Allowance(pid, seconds)
        while not select.select([handle], [], [], min(max(allowance.left, 0), 0.1))[0]:
            if allowance.left < 0:
                return False
        return True
    finally:
        os.close(handle)


def at_work(pid: int) -> bool:
    """Whether a process has something to do, and be it only to wait for its turn."""
    return any(line[line.rindex(")") + 2] in WORKING for line in _of_threads(pid, "stat").values())


def ticks(pid: int) -> int:
    """Processor time that a process has taken, in ticks of the clock."""
    with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _waited(pid: int) -> dict[str, int]:
    """Nanoseconds that each thread has waited for a processor; none where the system does not tell."""
    return {thread: int(line.split()[1]) for thread, line in _of_threads(pid, "schedstat").items()}


def _of_threads(pid: int, name: str) -> dict[str, str]:
    """What the system tells of each thread; nothing of those that have ended."""
    found = {}
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with (
                suppress(OSError),
                open(f"/proc/{pid}/task/{thread}/{name}", encoding="utf-8", errors="replace") as file,
            ):
                found[thread] = file.read()
    return found
