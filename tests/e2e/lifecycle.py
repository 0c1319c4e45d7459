"""What befalls a program in a terminal, and what it does then. `python -m tests.e2e.lifecycle` prints it as a table."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import termios
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.builders import make_folder
from tests.e2e.patience import Allowance
from tests.e2e.terminal import PATIENCE, Terminal

SECOND = 1.0
"""Within which it is gone, or alive and whole."""
EXPLORER = [sys.executable, "-m", "explorer", "--fresh"]
STARTED = b"\x1b[?1049h"
"""Sent first; the screen is not drawn yet."""
READY = "enter open"
MANY = 30_000
"""Entities that take longer to compile than anybody takes to see that it has begun."""
SIZE = (80, 24)


class End(NamedTuple):
    """A way for the program to end."""

    act: Callable[[Terminal], None]
    code: int
    command: tuple[str, ...] = ()
    """What starts the program, where that is not the terminal itself."""
    terminal_lives: bool = True
    needs_keys: bool = False
    """It reaches a program only once that reads keys."""


def _signalled(number: signal.Signals) -> End:
    return End(lambda terminal: os.kill(terminal.pid, number), 128 + number)


def _stop_and_continue(terminal: Terminal) -> None:
    """Stop it in a way that it cannot notice; the shell takes the terminal, writes on it, and gives it back."""
    os.kill(terminal.pid, signal.SIGSTOP)
    termios.tcsetattr(terminal.child.child_fd, termios.TCSANOW, terminal.before)
    terminal.scribble("\x1b[2J\x1b[5;5Hshell> fg")
    os.kill(terminal.pid, signal.SIGCONT)


def _resize_storm(terminal: Terminal) -> None:
    """Two hundred sizes, as a window manager sends them, and back to the one before."""
    for number in range(200):
        terminal.resize(1 + number * 37 % 200, 1 + number * 23 % 60)
    terminal.resize(*SIZE)


ENDS = {
    "hang-up": End(Terminal.hang_up, 129, terminal_lives=False),
    "hang-up, ignored": End(
        Terminal.hang_up, 129, ("sh", "-c", "trap '' HUP; exec \"$@\"", "sh"), terminal_lives=False
    ),
    "SIGHUP": _signalled(signal.SIGHUP),
    "SIGTERM": _signalled(signal.SIGTERM),
    "SIGINT": _signalled(signal.SIGINT),
    "SIGQUIT": _signalled(signal.SIGQUIT),
    "keys at an end": End(Terminal.cut_keys, 129, ("sh", "-c", 'exec "$@" <"$KEYS"', "sh")),
    "quit": End(lambda terminal: terminal.press("ctrl+q"), 0, needs_keys=True),
}
SURVIVED: dict[str, Callable[[Terminal], None]] = {
    "stop and continue": _stop_and_continue,
    "resize storm": _resize_storm,
}
COMPILING, STARTING, IDLE, DIALOG, HELD, FULL = (
    *("compiling", "starting", "idle", "in a dialog"),
    *("not read", "not read, line full"),
)
STATES = (COMPILING, STARTING, IDLE, DIALOG, HELD, FULL)


def cases() -> list[tuple[str, str]]:
    """Everything that befalls it in every state, save keys and repainting where there is neither yet."""
    return [
        (way, state)
        for way, state in product([*ENDS, *SURVIVED], STATES)
        if state != COMPILING or (way in ENDS and not ENDS[way].needs_keys)
    ]


def verdict(way: str, state: str, seconds: float = SECOND) -> str:
    """What is wrong; empty where all is well."""
    end = ENDS.get(way)
    with tempfile.TemporaryDirectory(prefix="csto-") as folder, _started(end, state, Path(folder)) as terminal:
        try:
            _reach(terminal, state, Path(folder))
            if end is not None:
                return _ended(terminal, end, seconds)
            return _survived(terminal, SURVIVED[way], state, seconds)
        except AssertionError as error:
            return str(error)


@contextmanager
def _started(end: End | None, state: str, folder: Path) -> Iterator[Terminal]:
    more, env = [], {}
    if state == COMPILING:
        env["XDG_CACHE_HOME"] = str(folder / "cache")
        more = ["--data", str(make_folder(folder / "data", _much()))]
    command = [*(end.command if end else ()), *EXPLORER, *more]
    apart = end is not None and end.act is Terminal.cut_keys
    with Terminal(command=command, env=env, size=SIZE, keys_apart=apart) as terminal:
        yield terminal


def _much() -> str:
    return "".join(f"body-{number}:\n  kind: body\n  name: Body {number}\n" for number in range(MANY))


def _reach(terminal: Terminal, state: str, folder: Path) -> None:
    """Read until the program is in a state."""
    if state == COMPILING:
        terminal.until(lambda: any((folder / "cache").glob("*/.compiling-*")))
    elif state == STARTING:
        terminal.until(lambda: STARTED in terminal.raw)
    else:
        terminal.wait(READY)
        terminal.settled(0.1)
    if state == DIALOG:
        terminal.press("a")
        terminal.wait("an event's name")
        terminal.settled(0.1)
    elif state == HELD:
        terminal.hold()
    elif state == FULL:
        terminal.fill("ctrl+l")


def _ended(terminal: Terminal, end: End, seconds: float) -> str:
    """Gone in time, with its exit code, nobody left behind, and the terminal as it was."""
    end.act(terminal)
    code = terminal.gone(seconds)
    if code is None:
        return f"still there after {seconds} s"
    if code not in (end.code, -end.code):
        return f"exit code {code}, not {end.code}"
    if left := terminal.processes():
        return f"left behind: {left}"
    if end.terminal_lives:
        terminal.rest()
        return terminal.out_of_order()
    return ""


def _survived(terminal: Terminal, act: Callable[[Terminal], None], state: str, seconds: float) -> str:
    """Alive in time, and the screen whole, in the modes that it needs."""
    before = terminal.text
    act(terminal)
    if state == STARTING:
        terminal.wait(READY)
        before, seconds = _idle(), seconds + PATIENCE
    elif state in (HELD, FULL):
        terminal.release()
    allowance = Allowance(terminal.pid, seconds)
    while terminal.text != before and allowance.left > 0:
        if not terminal.read(0.02):
            return "ended"
    if terminal.text != before:
        return f"not whole after {seconds} s:\n{terminal.text}\ninstead of\n{before}"
    lines = termios.tcgetattr(terminal.child.child_fd)[tty.LFLAG] & termios.ICANON
    return "keys come in lines" if lines else ""


def _idle() -> str:
    """The screen as it is where nothing has befallen it."""
    with Terminal(command=EXPLORER, size=SIZE) as terminal:
        terminal.wait(READY)
        return terminal.settled(0.1)


def main() -> int:
    """Print the table."""
    well = 0
    for way, state in cases():
        start = time.monotonic()
        wrong = verdict(way, state)
        well += not wrong
        print(f"{way:<18} {state:<20} {time.monotonic() - start:5.1f} s  {wrong or 'as it should be'}", flush=True)
    print(f"{well} of {len(cases())}")
    return 0 if well == len(cases()) else 1


if __name__ == "__main__":
    sys.exit(main())
