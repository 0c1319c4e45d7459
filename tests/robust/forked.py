"""Questions asked in forked processes: hundreds, each in one of its own, without an interpreter started each time.

A fork wants a process without threads, so all this runs in one that `hosted` starts for it.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

ROOT = Path(__file__).parent.parent.parent
SECONDS = 60
"""After which a process hangs."""
CRASHED = 99
"""Exit code of a process in which something was raised and not caught."""

Case = tuple[str, Callable[[], str]]
"""A name, and what says what is wrong: nothing where all is well."""


class Answer(NamedTuple):
    """What a process said, and its exit code; that of a killed one is the negative signal."""

    code: int
    out: str
    err: str

    @property
    def crash(self) -> str:
        """The last line of a traceback, or that it hung; empty where it ended as it should."""
        if self.code in (CRASHED, -signal.SIGALRM) or "Traceback (most recent call last)" in self.err:
            return f"{self.code}: {(self.err.strip().splitlines() or ['hung'])[-1]}"
        return ""


class Child(NamedTuple):
    """A process under way, and where it writes."""

    number: int
    out: IO[bytes]
    err: IO[bytes]


def asked(act: Callable[[], int], seconds: int = SECONDS) -> Answer:
    """Do something in a forked process."""
    return finished(started(act, seconds))


def started(act: Callable[[], int], seconds: int = SECONDS) -> Child:
    """Begin to do something in a forked process."""
    out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - `finished` closes them
    number = os.fork()
    if number == 0:
        signal.alarm(seconds)
        _be_child(act, out.fileno(), err.fileno())
    return Child(number, out, err)


def finished(child: Child) -> Answer:
    """Wait for its end; what it said."""
    code = os.waitstatus_to_exitcode(os.waitpid(child.number, 0)[1])
    said = []
    for file in (child.out, child.err):
        file.seek(0)
        said.append(file.read().decode("utf-8", "replace"))
        file.close()
    return Answer(code, *said)


def _be_child(act: Callable[[], int], out: int, err: int) -> None:
    end, code = os._exit, CRASHED
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
        code = act()
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()
        end(code)


def hosted(module: str, part: str) -> list[str]:
    """Run a module's `cases(part)` in a process of its own: each case's name, with what is wrong behind a tab."""
    command = [sys.executable, "-m", "tests.robust.forked", module, part]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"ended with {done.returncode}")
    return [str(line) for line in json.loads(done.stdout)]


def tally(results: Iterable[str]) -> tuple[int, int]:
    """How many of them are well; the others are printed."""
    all_ = list(results)
    wrong = [result for result in all_ if "\t" in result]
    for result in wrong:
        print(result.replace("\t", ": "), flush=True)
    return len(all_) - len(wrong), len(all_)


def main() -> None:
    """In the process of its own."""
    module, part = sys.argv[1:]
    cases: Iterable[Case] = importlib.import_module(module).cases(part)
    results = []
    for name, verdict in cases:
        try:
            wrong = verdict()
        except Exception as error:
            wrong = f"{type(error).__name__}: {str(error)[:200]}"
        results.append(f"{name}\t{wrong}" if wrong else name)
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
