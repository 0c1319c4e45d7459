"""P3 to P6 and P12: first frame, latency and bytes of a step, memory, in a real pseudo-terminal."""

from __future__ import annotations

import os
import select
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Measure, paired, percentile
from tests.e2e.terminal import Terminal

WALK = 160
"""Steps; fewer than there are names, for at the end of a list a step costs nothing."""
QUIET = 0.08
"""Seconds without a byte that end a step."""
IDLE = 2.0
STEPS = 200
"""Steps of P4, down and up within a page."""

BARE = [sys.executable, "-m", "tests.benchmarks.bare"]


def measures(environment: Path) -> list[Measure]:
    """First frame, bytes per step beside the bare app and fzf, bytes while nothing happens."""
    ours = [str(environment / "bin" / "csto"), "--fresh"]
    first = paired(
        partial(first_frame, ours, lambda text: "CSTO" in text and "Six states" in text),
        partial(first_frame, BARE, lambda text: "row 5" in text and "a detail" in text),
        runs=11,
    )
    made = [
        Measure("P3 first frame", f"{first[0]:.0f} ms", f"bare app {first[1]:.0f} ms", f"{first[2]:.2f} x", "1.0 x")
    ]
    made += [_latency(ours), _memory(ours)]
    cursor, idle = _detail_walk(ours)
    # By kind, with its first branch open, the tree is one long list, as the bare app's is.
    follows, scrolls = _walk(ours, "CSTO", first=("r", "G", *("enter", "up") * 11, "g"))
    bare, bare_scrolls = _walk(BARE, "row 5")
    listing = f"{ours[0]} list --plain | cut -f3 | fzf --no-mouse"
    fzf, fzf_scrolls = _walk(["sh", "-c", listing], ">", key="up") if shutil.which("fzf") else ([], [])
    made += [
        _bytes("P5 cursor only, median", percentile(cursor, 0.5), percentile(bare, 0.5), percentile(fzf, 0.5), "150"),
        _bytes("P5 detail follows, median", percentile(follows, 0.5), 0, 0, "1,100"),
        _bytes(
            "P5 scrolling, p95",
            percentile(scrolls, 0.95),
            percentile(bare_scrolls, 0.95),
            percentile(fzf_scrolls, 0.95),
            "1,700",
        ),
        _bytes("P5 idle", idle, 0, 0, "0"),
        _bytes("P6 whole start", _start(ours, "Six states"), _start(BARE, "row 5"), 0, "0.35 x"),
    ]
    return made


def _bytes(name: str, ours: int, bare: int, fzf: int, reach: str) -> Measure:
    beside = ", ".join(part for part in (f"bare app {bare:,}" if bare else "", f"fzf {fzf:,}" if fzf else "") if part)
    return Measure(name, f"{ours:,} bytes", beside or "–", f"{ours / bare:.2f} x" if bare else "–", reach)


def first_frame(command: list[str], shown: Callable[[str], bool]) -> float:
    """Milliseconds from the start of the process until the screen shows it."""
    start = time.perf_counter()
    with Terminal(command=command) as terminal:
        terminal.wait(shown)
        return (time.perf_counter() - start) * 1000


def _start(command: list[str], shown: str) -> int:
    """Bytes of the whole start."""
    with Terminal(command=command) as terminal:
        terminal.wait(shown)
        terminal.settled()
        return len(terminal.raw)


def _settle(terminal: Terminal, seconds: float = QUIET) -> int:
    """Read until nothing comes; how many bytes came."""
    before = len(terminal.raw)
    last = time.monotonic()
    while time.monotonic() - last < seconds:
        size = len(terminal.raw)
        terminal.read(0.02)
        if len(terminal.raw) > size:
            last = time.monotonic()
    return len(terminal.raw) - before


def _walk(
    command: list[str], shown: str, *, first: tuple[str, ...] = (), key: str = "down"
) -> tuple[list[int], list[int]]:
    """Bytes of each of many steps: while the view stands still, and where it scrolls."""
    still: list[int] = []
    scrolled: list[int] = []
    with Terminal(command=command, env={"FZF_DEFAULT_OPTS": ""}) as terminal:
        terminal.wait(shown)
        _settle(terminal, 0.5)
        for step in first:
            terminal.press(step)
            _settle(terminal)
        for _ in range(WALK):
            before = _view(terminal)
            terminal.press(key)
            sent = _settle(terminal)
            (still if _view(terminal) == before else scrolled).append(sent)
    return still, scrolled


def _view(terminal: Terminal) -> list[str]:
    """The names on the left, without the signs of the cursor; they change only where the view scrolls."""
    return [line[4:24] for line in terminal.screen.display[2:20]]


def _detail_walk(command: list[str]) -> tuple[list[int], int]:
    """Bytes of steps within a page of the detail pane, and bytes while nothing happens."""
    sent = []
    with Terminal(command=command) as terminal:
        terminal.wait("Six states")
        terminal.press("2")
        _settle(terminal, 0.5)
        for _ in range(WALK // 10):
            line = terminal.screen.display[4][28:70]
            terminal.press("down")
            count = _settle(terminal)
            if terminal.screen.display[4][28:70] == line:
                sent.append(count)
        idle = _settle(terminal, IDLE)
    return sent, idle


def _latency(ours: list[str]) -> Measure:
    """P4: from a key to the last changed byte of one step in the tree, the detail following; ours and bare in turn."""
    mine: list[float] = []
    bare: list[float] = []
    with Terminal(command=ours) as one, Terminal(command=BARE) as other:
        one.wait("Six states")
        other.wait("row 5")
        for terminal in (one, other):
            _settle(terminal, 0.8)
        for step in range(STEPS + 10):
            for terminal, taken in ((one, mine), (other, bare)):
                took = _last_byte(terminal, "down" if step // 5 % 2 == 0 else "up")
                if step >= 10:
                    taken.append(took)
    first, second = _ninety_five(mine), _ninety_five(bare)
    name = "P4 one step, p95"
    return Measure(name, f"{first:.1f} ms", f"bare app {second:.1f} ms", f"{first / second:.2f} x", "1.1 x")


def _last_byte(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the last byte that it brings."""
    start = last = time.perf_counter()
    terminal.press(key)
    while time.perf_counter() - last < QUIET:
        if select.select([terminal.child.child_fd], [], [], QUIET)[0]:
            last = time.perf_counter()
            terminal.raw += os.read(terminal.child.child_fd, 1 << 16)
    return (last - start) * 1000


def _ninety_five(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _memory(ours: list[str]) -> Measure:
    """P12: what both hold of memory of their own and shared, once they stand; the median of several."""
    first, second, ratio = paired(partial(held, ours, "Six states"), partial(held, BARE, "row 5"), runs=5)
    return Measure("P12 memory", f"{first:.1f} MB", f"bare app {second:.1f} MB", f"{ratio:.2f} x", "1.10 x")


def held(command: list[str], shown: str) -> float:
    """Resident megabytes of a process that shows it and has come to rest."""
    with Terminal(command=command) as terminal:
        terminal.wait(shown)
        _settle(terminal, 1.0)
        status = Path(f"/proc/{terminal.child.pid}/status").read_text("ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024
