"""A thread that looks at the files of the data folder now and then, and has them read again once they have changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

from explorer.store import cache, fresh
from explorer.store.read import Store
from explorer.store.renewal import NOT_WRITTEN, OK, Renewal
from explorer.tui.writer import leave_signals_to_the_main_thread


class Pace(NamedTuple):
    """Seconds."""

    rest: float = 0.75
    """Between two looks."""
    longest_rest: float = 30.0
    quiet: float = 0.2
    """After a change, until nothing more has changed."""
    patience: float = 2.0
    """After which a folder that never comes to rest is read as it is."""
    share: float = 0.01
    """The part of the time that looking may take; a large folder is looked at less often."""


PACE = Pace()
UNTOLD = 2
"""Failures in a row that are told."""


class Reading(NamedTuple):
    """What came of reading the folder again."""

    store: Store | None
    """None where there is no folder."""
    reason: str = ""
    """Why there is none, in words."""


def watched(store: Store) -> bool:
    """Whether the files behind a store can change: not where it was compiled when the program was built."""
    return bool(store.meta("code"))


class Watcher:
    """Watches one folder. `tell` is called in its thread, with each reading."""

    def __init__(self, store: Store, tell: Callable[[Reading], object], pace: Pace = PACE) -> None:
        self.folder = store.folder
        self.pace = pace
        self._tell = tell
        self._known = _print(store.stamps())
        self._bell = Event()
        self._hurried = self._ended = False
        self._failures = 0
        self.reading: Renewal | None = None
        """What is under way."""
        self._thread = Thread(target=self._watch, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def look(self) -> None:
        """Look now: someone who was asked to change something has done so."""
        self._hurried = True
        self._bell.set()

    def stop(self) -> None:
        """No more, and no waiting; what is being read is let go."""
        self._ended = True
        self._bell.set()
        if (renewal := self.reading) is not None:
            renewal.give_up()

    def join(self, seconds: float) -> None:
        """Wait for the end of the thread, which holds nobody else up."""
        self._thread.join(seconds)

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def _watch(self) -> None:
        leave_signals_to_the_main_thread()
        rest = self.pace.rest
        while not self._rested(rest):
            rest = self._look()

    def _rested(self, seconds: float) -> bool:
        """Whether, after so long or once someone rings, there is no more to do."""
        self._bell.wait(seconds)
        self._bell.clear()
        return self._ended

    def _look(self) -> float:
        """Look once, and read if need be; how long to rest then."""
        began = monotonic()
        now = self._now()
        took = monotonic() - began
        if now != self._known:
            began = monotonic()
            self._wait_for_quiet(now)
            if not self._ended:
                self._read()
            took = (monotonic() - began) * self.pace.share  # as long as it took; a folder may change all the time
        self._hurried = False
        rest = max(self.pace.rest, took / self.pace.share) * 2.0 ** min(self._failures, 5)
        return min(rest, self.pace.longest_rest)  # a stopped process has not been looking for hours

    def _now(self) -> int:
        """What lies in the folder."""
        try:
            return _print(fresh.stamps(self.folder))
        except OSError:  # a relative name in a folder that is no more
            return 0

    def _wait_for_quiet(self, now: int) -> None:
        """Wait until what is being written, by an editor or a checkout, has been written."""
        deadline = monotonic() + self.pace.patience
        while not self._hurried and monotonic() < deadline and not self._rested(self.pace.quiet):
            then, now = now, self._now()
            if then == now:
                return

    def _read(self) -> None:
        try:
            reading = self._reading()
        except Exception:  # no process, no memory, no file handles: whatever it is, what is shown stays
            reading = None
        if self._ended:
            return
        self._failures = 0 if reading else self._failures + 1
        if reading is not None:
            self._tell(reading)
        elif self._failures == UNTOLD:
            self._tell(Reading(None, "the changed data could not be read"))

    def _reading(self) -> Reading | None:
        """What came of it; None where it was broken off."""
        if not os.path.isdir(self.folder):
            self._known = self._now()
            return Reading(None, "the data folder is not there")
        self.reading = Renewal(self.folder)
        if self._ended:
            self.reading.give_up()
        code = self.reading.wait()
        self.reading = None
        store = cache.renewed(self.folder) if code == OK else None
        if store is None and code in (OK, NOT_WRITTEN) and not self._ended:
            store = cache.in_memory(self.folder, "it could not be renewed")
        if store is None:
            return None
        self._known = _print(store.stamps())
        return Reading(store)


def _print(stamps: dict[str, str]) -> int:
    """All that is known of the files in one number, as long as this process lives."""
    return hash(frozenset(stamps.items()))
