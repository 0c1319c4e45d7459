"""The explorer killed at random moments of a walk: the next start is at the same place, and takes no longer."""

from __future__ import annotations

import os
import random
import re
import signal
import tempfile
import time
from statistics import median

from tests.e2e.terminal import Terminal

NAME = "kills: killed at random moments of a walk, the next start is at the same place, in the usual time"
RUNS = 20
AGE = 2.0
"""Seconds that what is remembered may be old: one till it is written, and one for a busy machine."""
SLOWER = 1.25
"""How much longer than usual, by the median, a start after a kill may take."""
READY = "enter open"
WORDS = ("rubezh", "joint hq", "minsk", "air defence", "kant", "treaty")
MOVES = ("j", "j", "j", "k", "l", "h", "G", "g", "\x04", "<", ">", "/")


def title(terminal: Terminal) -> str:
    """What the detail shows."""
    found = re.search(r"┐┌─ (.+?) ─*┐", terminal.text)
    return found.group(1) if found else ""


def walk(terminal: Terminal, chance: random.Random, steps: int) -> list[tuple[float, str]]:
    """A walk, and when what was shown. Nothing is waited for after the last step."""
    keys: list[str] = []
    while len(keys) < steps:
        move = chance.choice(MOVES)
        keys += [move, *chance.choice(WORDS), "enter"] if move == "/" else [move]  # each letter shows another place
    seen = [(time.monotonic(), title(terminal))]
    for key in keys[: steps - 1]:
        terminal.press(key)
        terminal.settled(chance.choice((0.05, 0.05, 0.3)))
        seen.append((time.monotonic(), title(terminal)))
    terminal.press(keys[steps - 1])
    terminal.read(0.05)
    return [*seen, (time.monotonic(), title(terminal))]


def start(home: dict[str, str]) -> tuple[Terminal, float]:
    """An explorer that has been started, and how long it took to its first screen."""
    begun = time.monotonic()
    terminal = Terminal(env=home)
    terminal.wait(READY)
    return terminal, time.monotonic() - begun


def killed(seed: int) -> tuple[str, float, float]:
    """One run: what is wrong, and the seconds of the start after the kill and of one after a proper end."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="csto-") as folder:
        home = {"XDG_STATE_HOME": folder}
        first, _ = start(home)
        with first:
            seen = walk(first, chance, chance.randrange(2, 60))
            os.kill(first.pid, signal.SIGKILL)
            at = time.monotonic()
            first.gone(5)
        second, after_kill = start(home)
        with second:
            second.settled()
            shown = title(second)
            second.press("ctrl+q")
            second.ended()
        third, usual = start(home)
        with third:
            third.press("ctrl+q")
            third.ended()
    times = [*(begun for begun, _ in seen[1:]), at]
    recent = {name for (_, name), until in zip(seen, times, strict=True) if until >= at - AGE}
    wrong = "" if shown in recent else f"at ‘{shown}’, not at one of {sorted(recent)}"
    return wrong, after_kill, usual


def run(runs: int = RUNS) -> tuple[int, int]:
    """As many runs, and the comparison of their starts."""
    passed = 0
    made = []
    for seed in range(runs):
        wrong, after_kill, usual = killed(seed)
        made.append((after_kill, usual))
        passed += not wrong
        if wrong:
            print(f"seed {seed}: {wrong}", flush=True)
    ours, theirs = (median(column) for column in zip(*made, strict=True))
    print(f"start after a kill {ours * 1000:.0f} ms, usually {theirs * 1000:.0f} ms", flush=True)
    return passed + (ours <= SLOWER * theirs), runs + 1
