"""The same trials on less, vim and fzf, where they are installed, beside ours: `python -m tests.robust.peers`.

No test, and no part of `make robust`: what others do is theirs to decide. All of them show the same names.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.e2e import lifecycle, matrix
from tests.e2e.terminal import Terminal
from tests.robust import corpus, hostile

PATIENCE = 3.0
"""Seconds after which a program that should have ended is taken to stay."""
STEPS = 25
NAMES = 400
FIRST = "001 Name 001"
"""Stands on the first screen of each."""


class Peer(NamedTuple):
    """A program over a file of lines; `{file}` is its name, `{data}` the folder with the same names for ours."""

    command: list[str]
    version: list[str]
    step: str
    page: str


PEERS = {
    "csto": Peer(
        [sys.executable, "-m", "explorer", "--fresh", "--data", "{data}"],
        [sys.executable, "-m", "explorer", "--version"],
        "j",
        "\x04",
    ),
    "less": Peer(["less", "-f", "{file}"], ["less", "--version"], "j", " "),
    "vim": Peer(
        ["vim", "-u", "NONE", "-i", "NONE", "-n", "-c", "set encoding=utf-8", "{file}"],
        ["vim", "--version"],
        "j",
        "\x06",
    ),
    "fzf": Peer(
        ["sh", "-c", 'exec fzf --no-mouse --bind ctrl-f:page-up <"{file}"'], ["fzf", "--version"], "\x1b[A", "\x06"
    ),
}


class Bench:
    """A folder with the lines, as a file and as data."""

    def __init__(self, folder: Path, lines: list[str]) -> None:
        self.env = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CACHE", "STATE", "CONFIG")}
        self.env |= {
            "HOME": str(folder),
            "FZF_DEFAULT_OPTS": "",
            "LESS": "",
            "LESSHISTFILE": "-",
            "PYTHONPATH": str(hostile.ROOT),
        }
        self.file = folder / "lines.txt"
        self.file.write_bytes(b"".join(f"{number:03} {line}\n".encode() for number, line in enumerate(lines)))
        self.data = hostile.crowded(folder / "data", self.env, lines)

    def filled(self, word: str) -> str:
        """A word of a command, with the names of this bench."""
        return word.replace("{file}", str(self.file)).replace("{data}", str(self.data))

    def start(self, peer: Peer, size: tuple[int, int] = (80, 24), before: tuple[str, ...] = (), **env: str) -> Terminal:
        """The program in a terminal."""
        command = [*before, *map(self.filled, peer.command)]
        return Terminal(command=command, env={**self.env, **env}, size=size)


def ready(terminal: Terminal) -> None:
    """Wait for its first screen."""
    terminal.wait(FIRST)
    terminal.settled()


def here() -> dict[str, Peer]:
    """Ours, and those that are installed."""
    return {
        name: peer
        for name, peer in PEERS.items()
        if shutil.which(peer.command[0]) and shutil.which(name if name != "csto" else "sh")
    }


# -- closed terminals

WAYS: dict[str, lifecycle.End] = {
    "hang-up": lifecycle.ENDS["hang-up"],
    "hang-up, ignored": lifecycle.ENDS["hang-up, ignored"],
    "SIGTERM": lifecycle.ENDS["SIGTERM"],
    "SIGTERM, not read": lifecycle.ENDS["SIGTERM"],
    "SIGHUP": lifecycle.ENDS["SIGHUP"],
    "SIGQUIT": lifecycle.ENDS["SIGQUIT"],
}


def closed(bench: Bench, peer: Peer, way: str) -> str:
    """How long it takes to go, with which code, and what it leaves behind."""
    end = WAYS[way]
    with bench.start(peer, before=end.command) as terminal:
        ready(terminal)
        if "not read" in way:
            terminal.fill(peer.step) if peer.command[0] != "less" else terminal.hold()
        begun = time.monotonic()
        end.act(terminal)
        code = terminal.gone(PATIENCE)
        if code is None:
            busy = terminal.busy()
            terminal.gone(1.0)
            spent = terminal.busy() - busy
            os.kill(terminal.pid, signal.SIGKILL)
            return f"stays, {spent} % CPU"
        took = time.monotonic() - begun
        rest = ""
        if end.terminal_lives:
            terminal.rest()
            rest = f", {terminal.out_of_order() or 'all put back'}"
        return f"{took:.1f} s, {code}{rest}"


# -- kinds of terminals


def on_term(bench: Bench, peer: Peer, term: str) -> str:
    """Whether it draws there, warns first, or refuses."""
    named = ("env", f"TERM={term}") if term else ("env", "-u", "TERM")
    with bench.start(peer, before=named) as terminal:
        end = time.monotonic() + PATIENCE
        while FIRST not in terminal.text and terminal.read(0.05) and time.monotonic() < end:
            pass
        if FIRST in terminal.text:
            return "draws"
        return "warns, waits" if terminal.read(0) else f"refuses, {terminal.ended()}"


# -- hostile text


def let_through(bench: Bench, peer: Peer, texts: list[str]) -> int:
    """How many hostile texts came to the terminal just as they stand in the file."""
    with bench.start(peer, size=(140, 60)) as terminal:
        vars(terminal)["_stream"].feed = lambda data: None
        terminal.settled(1.0)
        for _ in range(len(texts) // 10):
            terminal.press(peer.page)
            terminal.settled(0.05)
        return sum(text.encode() in terminal.raw for text in texts)


def kinds(bench: Bench, peer: Peer, texts: list[str]) -> str:
    """The same by kind."""
    return f"{let_through(bench, peer, texts)} of {len(texts)}"


# -- bytes


def step(bench: Bench, peer: Peer) -> int:
    """Bytes of one step, the median of some."""
    with bench.start(peer) as terminal:
        ready(terminal)
        sent = []
        for _ in range(STEPS):
            size = len(terminal.raw)
            terminal.press(peer.step)
            terminal.settled(0.08)
            sent.append(len(terminal.raw) - size)
        return int(median(sent))


def rows() -> Iterator[tuple[str, list[str]]]:
    """The table, a trial in a row."""
    peers = here()
    with tempfile.TemporaryDirectory(prefix="csto-") as first, tempfile.TemporaryDirectory(prefix="csto-") as second:
        plain = Bench(Path(first), [f"Name {number:03}" for number in range(NAMES)])
        texts = [text for text in corpus.hostile() if text not in corpus.LONE and not set("\n\0") & set(text)]
        wild = Bench(Path(second), texts)

        def row(name: str, trial: Callable[[Peer], object]) -> tuple[str, list[str]]:
            made = []
            for peer in peers.values():
                try:
                    made.append(str(trial(peer)))
                except (AssertionError, OSError) as error:
                    made.append(f"failed: {str(error).splitlines()[0][:40]}")
            return name, made

        for way in WAYS:
            yield row(way, lambda peer, way=way: closed(plain, peer, way))  # type: ignore[misc]
        for term in matrix.TERMS:
            yield row(f"TERM={term}" if term else "no TERM", lambda peer, term=term: on_term(plain, peer, term))  # type: ignore[misc]
        yield row("hostile texts that reach the terminal as they are", lambda peer: kinds(wild, peer, texts))
        yield row("bytes of a step", lambda peer: step(plain, peer))


def main() -> None:
    """Print the table."""
    for name, peer in here().items():
        told = subprocess.run(peer.version, capture_output=True, text=True, check=False).stdout.splitlines()
        print(f"{name}: {told[0] if told else '?'}")
    print(
        f"Python {platform.python_version()}\n\n| trial | {' | '.join(here())} |\n|---{'|---' * len(here())}|",
        flush=True,
    )
    for name, cells in rows():
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
