"""A real pseudo-terminal with a screen model: press keys, wait until the screen shows something, never sleep."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import pexpect
import pyte

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 20.0
"""Seconds to wait for a state before a test has failed."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "ctrl+l": "\x0c",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}

# Private sequences that the screen model would print or refuse.
_PRIVATE = re.compile(
    rb"\x1b\[[<=>?][0-9;:]*\$?[a-zA-Z]|\x1b\[[0-9;]*\$[a-z]|\x1b[P_\]^][^\x1b\x07]*(?:\x07|\x1b\\)"
    rb"|\x1b\[[0-9:;]*[ '][a-z]|\x1b\[\d*;?\d*t"
)


class Terminal:
    """The program in a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        command: list[str] | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._held = b""
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **(env or {})}
        for name in ("COLUMNS", "LINES", "NO_COLOR", "SSH_CONNECTION"):
            if name not in (env or {}):
                environment.pop(name, None)
        program = command or [sys.executable, "-m", "explorer"]
        self.child = pexpect.spawn(
            program[0], [*program[1:], *arguments], dimensions=(rows, columns), env=environment, cwd=str(ROOT)
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.child.close(force=True)

    @property
    def text(self) -> str:
        """The screen as a person sees it."""
        return "\n".join(self.screen.display)

    def read(self, seconds: float) -> bool:
        """Take in what the program sends for at most so long; False once it has ended."""
        try:
            data: Any = self.child.read_nonblocking(1 << 16, timeout=seconds)  # bytes; the stubs say str
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        data = self._held + data
        cut = data.rfind(b"\x1b")
        whole = cut < 0 or len(data) - cut > 64 or re.match(rb"\x1b\[[^a-zA-Z]*[a-zA-Z]|\x1b[^\[\]P_^]", data[cut:])
        data, self._held = (data, b"") if whole else (data[:cut], data[cut:])
        self._stream.feed(_PRIVATE.sub(b"", data))
        return True

    def wait(self, shown: str | Callable[[str], bool]) -> str:
        """Read until the screen shows a text or a state; fails with the screen where it never does."""
        wanted = shown if callable(shown) else lambda text: shown in text
        end = time.monotonic() + PATIENCE
        while not wanted(self.text):
            alive = self.read(0.05)
            if not wanted(self.text) and (not alive or time.monotonic() > end):
                raise AssertionError(f"waited in vain for {shown!r}; alive: {alive}\n{self.text}")
        return self.text

    def settled(self, quiet: float = 0.3) -> str:
        """The screen once nothing has come for so long: for states that cannot be named."""
        while True:
            size = len(self.raw)
            end = time.monotonic() + quiet
            while time.monotonic() < end and len(self.raw) == size and self.read(0.02):
                pass
            if len(self.raw) == size:
                return self.text

    def press(self, *keys: str) -> None:
        """Press keys by name; other words are typed."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self.read(0.05):
            assert time.monotonic() < end, f"still running\n{self.text}"
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else 128 + (self.child.signalstatus or 0))
