"""The same walk through a real pseudo-terminal: the program as it is started, its threads, its line, its watcher."""

from __future__ import annotations

import os
import re
import signal
import termios
from base64 import b64decode
from pathlib import Path

from tests.e2e.terminal import PATIENCE, Terminal
from tests.robust import allowed
from tests.robust.walking.paper import SCRIBBLE
from tests.robust.walking.steps import Step, sent, typed
from tests.robust.walking.world import World
from tests.screenmodel import look

QUIET = 0.12
"""Seconds without a word after which a step is taken to be done."""
TRIES = 6
"""Screens that are looked at for two that are the same: the data may be read again meanwhile."""
_COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_NEVER_SENT = {
    "reread": (),
    "redraw": (),
    "there and back": ("less_than_sign", "greater_than_sign"),
    "out": ("escape",) * 8,
}
"""Steps of a walk on paper that are keys here, or nothing: what they ask is asked after every step."""


class OnLine:
    """One program after the other over one folder; one that is left is followed by the next."""

    def __init__(self, root: Path) -> None:
        self.world = World(root / "data")
        self.steps: list[Step] = []
        self._terminal: Terminal | None = None
        self._state = str(root / "state")
        self._read = 0
        """Bytes that have been looked at."""

    @property
    def terminal(self) -> Terminal:
        """The one that is open."""
        assert self._terminal is not None
        return self._terminal

    def do(self, step: Step) -> None:
        """Do it, and see what holds. Raises AssertionError with what does not."""
        self.steps.append(step)
        what, *more = step
        if what == "start":
            self.world.choose(str(more[0])).close()
            self._start((int(more[1]), int(more[2])))
        elif what == "resize":
            self.terminal.resize(*map(int, more))
        elif what == "stop":
            self._stop()
        elif what in ("befall", "edit"):
            self.world.befall(str(more[0]), int(more[1]))
        elif what == "slow":
            self.terminal.hold()
            self._send("".join(sent(str(key)) for key in more))
            self.terminal.release()
        else:
            self._send("".join(map(sent, _NEVER_SENT[str(what)])) if what in _NEVER_SENT else typed(step))
        self._see()

    def close(self) -> None:
        """The end."""
        if self._terminal is not None:
            self._terminal.__exit__(None, None, None)
            self._terminal = None

    def _start(self, size: tuple[int, int]) -> None:
        self._terminal = Terminal(
            "--data", os.fspath(self.world.folder), size=size, env={"XDG_STATE_HOME": self._state}
        )
        self._read = 0
        self.terminal.until(lambda: b"\x1b[?1049h" in self.terminal.raw)

    def _send(self, text: str) -> None:
        data = text.encode("utf-8", "surrogatepass")
        while data:
            data = data[os.write(self.terminal.child.child_fd, data[:512]) :]

    def _stop(self) -> None:
        """Stopped so that it cannot notice, and written over, as by a shell."""
        os.kill(self.terminal.pid, signal.SIGSTOP)
        termios.tcsetattr(self.terminal.child.child_fd, termios.TCSANOW, self.terminal.before)
        self._scribble()
        os.kill(self.terminal.pid, signal.SIGCONT)

    def _scribble(self) -> None:
        screen = self.terminal.screen
        line = (SCRIBBLE * (screen.columns // len(SCRIBBLE) + 1))[: screen.columns]
        rows = "".join(f"\x1b[{row + 1}H{line}" for row in range(screen.lines))
        self.terminal.scribble(f"\x1b[?7l\x1b[0;7m{rows}\x1b[0m")

    # -- what holds

    def _see(self) -> None:
        self.terminal.settled(QUIET)
        if self.terminal.gone(0 if self.terminal.read(0) else PATIENCE) is not None:  # its line goes just before it
            self._left()
        self._whole()
        self._nothing_strange()

    def _left(self) -> None:
        """It has been left: in order, and so that the next visit begins there."""
        terminal = self.terminal
        terminal.rest()
        code, wrong = terminal.gone(0), terminal.out_of_order()
        assert (code, wrong) == (0, ""), f"left with {code}, {wrong}\n{terminal.text}"
        self._nothing_strange()
        size = terminal.screen.columns, terminal.screen.lines
        self.close()
        if not self.world.folder.is_dir():
            self.world.mend()
        self._start(size)
        self.terminal.settled(QUIET)

    def _whole(self) -> None:
        """Drawn anew, over whatever somebody has written there, the screen is the same."""
        for _ in range(TRIES):
            before = look(self.terminal.screen), self.terminal.text
            self._scribble()
            os.kill(self.terminal.pid, signal.SIGCONT)
            self.terminal.until(lambda: SCRIBBLE[:5] not in self.terminal.text)
            self.terminal.settled(QUIET)
            assert self.terminal.gone(0) is None, f"ended\n{self.terminal.text}"
            if look(self.terminal.screen) == before[0]:
                return
        raise AssertionError(f"drawn anew it looks otherwise\n{self.terminal.text}\nnot as before\n{before[1]}")

    def _nothing_strange(self) -> None:
        raw, self._read = self.terminal.raw[self._read :], len(self.terminal.raw)
        copied = [b64decode(text).decode("utf-8", "replace") for text in _COPIED.findall(raw)]
        strange = allowed.on_screen(raw, copied)
        assert strange == [], strange
