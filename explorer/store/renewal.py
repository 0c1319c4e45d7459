"""Read a data folder again in a process of its own, which ends with the one that asked for it.

A thread would take its turns with the one that answers keys, and the memory that compiling needs would stay taken.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Thread, main_thread
from time import sleep

from explorer.errors import BAD_DATA, NOT_WRITTEN, OK, DataError
from explorer.store import cache, place, sqlite

__all__ = ["BAD_DATA", "NOT_WRITTEN", "OK", "Renewal"]

NICE = 5
"""How far what runs in the background stands back."""
TIDYING = 0.5
"""Seconds in which a process that nobody waits for any more takes its half-written file away."""
WRITING = ".compiling-"
"""Begins the name of a file that is half written."""
OWN_FILES = "/proc/self/fd"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_PROGRAM = """
import sys
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
from explorer.store.renewal import main
main(sys.argv[2])
"""


class Renewal:
    """A folder's compiled file being made true. Raises OSError where no process can be started."""

    def __init__(self, folder: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, _PACKAGE, folder],  # nothing is imported from where one stands
            stdin=subprocess.PIPE,  # it ends with us, however we end
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,  # what is typed at a program that has the terminal meanwhile is not for it
        )

    def wait(self) -> int:
        """Wait for its end; the exit code: OK, BAD_DATA without a folder, NOT_WRITTEN where no file can be written."""
        code = self._process.wait()
        self.give_up()
        return code

    def give_up(self) -> None:
        """Let it go. From any thread; does not wait."""
        assert self._process.stdin is not None
        self._process.stdin.close()


def main(folder: str) -> None:
    """What the process does."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())  # threads of the explorer leave signals alone
    signal.signal(signal.SIGINT, signal.default_int_handler)
    Thread(target=_end_with_the_other, daemon=True).start()
    with suppress(OSError):
        os.nice(NICE)
    try:
        _take_turns()
        cache.renew(folder)
    except DataError:
        sys.exit(BAD_DATA)
    except (OSError, sqlite.Error):
        sys.exit(NOT_WRITTEN)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    sys.exit(OK)


def _take_turns() -> None:
    """Of many explorers on one changed folder the first one compiles; the others find it done. Lasts until the end."""
    with suppress(OSError):  # no such folder yet, or no locks: each compiles
        fcntl.flock(os.open(place.cache_folder(), os.O_RDONLY), fcntl.LOCK_EX)


def _end_with_the_other() -> None:
    """Wait until nobody is interested any more, then have what is half written taken away, and end."""
    while os.read(0, 1):
        pass
    signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)
    sleep(TIDYING)
    _take_away()
    os._exit(128 + signal.SIGINT)


def _take_away() -> None:
    """What is half written, where the one who writes has not come to it: SQLite is at work, or the machine too busy."""
    with suppress(OSError):  # no such folder: some systems do not tell
        for handle in os.listdir(OWN_FILES):
            with suppress(OSError):
                path = os.readlink(os.path.join(OWN_FILES, handle))
                if os.path.basename(path).startswith(WRITING):
                    os.unlink(path)
