"""A real pseudo-terminal with a screen model: press keys, wait until the screen shows something, never sleep."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

from tests.e2e import patience
from tests.e2e.patience import has_ended

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
"""Seconds to wait for a state before a test has failed: far more than any takes, on a machine as slow as any."""

LEAVING = 3.0
"""Seconds in which a program whose terminal is gone may tidy up."""

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
    rb"\x1b\[[<=>?][0-9;:]*\$?[a-zA-Z]|\x1b\[[0-9;]*\$[a-z]|\x1b\][^\x1b\x07]*(?:\x07|\x1b\\)|\x1b\\"
    rb"|\x1b[P_^](?:[^\x1b]|\x1b[\]\x1b])*\x1b\\"
    rb"|\x1b\[[0-9:;]*[ '][a-z]|\x1b\[\d*;?\d*t"
)


def _hears() -> None:
    """The program hears every signal, even those that whoever runs the tests ignores: nohup does so with a hang-up, a
    shell with the interrupts of what it runs in the background."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP):
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """The program in a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        command: list[str] | None = None,
        keys_apart: bool = False,
    ) -> None:
        """`keys_apart` makes another terminal to read keys from; its name is in the environment, as KEYS."""
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._held = b""
        self._home = tempfile.TemporaryDirectory(prefix="csto-")
        """Nothing is remembered from one terminal to the next, nor is it a first visit, unless a test says so."""
        own = dict.fromkeys(("XDG_STATE_HOME", "XDG_CONFIG_HOME"), self._home.name)
        self._keys = os.openpty() if keys_apart else None
        if self._keys:
            own["KEYS"] = os.ttyname(self._keys[1])
        environment = {
            **os.environ,
            **own,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            **(env or {}),
        }
        for name in ("COLUMNS", "LINES", "NO_COLOR", "COLORTERM", "SSH_CONNECTION", "TMUX"):
            if name not in (env or {}):
                environment.pop(name, None)
        fresh = [] if "XDG_STATE_HOME" in (env or {}) or "--fresh" in arguments else ["--fresh"]
        program = command or [sys.executable, "-m", "explorer", *fresh]
        self.child = pexpect.spawn(
            program[0],
            [*program[1:], *arguments],
            dimensions=(rows, columns),
            env=environment,
            cwd=str(ROOT),
            preexec_fn=_hears,
        )
        self.child.delaybeforesend = None
        self._process.delayafterclose = 0
        self.before = termios.tcgetattr(self.child.child_fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        left = [self.pid] if self._process.isalive() else []
        self.hang_up()
        self.cut_keys()
        while left := [*left, *self.processes()]:  # whatever was started here, also meanwhile
            for pid in left:
                _end(pid)
            left = []
        self.child.close()
        self._home.cleanup()  # nobody is left who would write there

    @property
    def text(self) -> str:
        """The screen as a person sees it; pyte's own way fails where a half of a wide letter stands alone."""
        rows, columns = self.screen.buffer, range(self.screen.columns)
        return "\n".join("".join(rows[y][x].data for x in columns) for y in range(self.screen.lines))

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

    def until(self, reached: Callable[[], bool]) -> None:
        """Read until something has come about that is not on the screen."""
        end = time.monotonic() + PATIENCE
        while not reached():
            assert self.read(0.02), f"ended\n{self.text}"
            assert time.monotonic() < end, f"waited in vain\n{self.text}"

    def rest(self) -> None:
        """Read all that a program which has ended has left."""
        while self.read(0.05):
            pass

    def settled(self, quiet: float = 0.3) -> str:
        """The screen once nothing has come for so long, from a program that has had nothing to do for so long: for
        states that cannot be named."""
        patience_ends = time.monotonic() + PATIENCE
        while True:
            size = len(self.raw)
            end = time.monotonic() + quiet
            while time.monotonic() < end and len(self.raw) == size and self.read(min(quiet, 0.02)):
                if self.at_work and time.monotonic() < patience_ends:
                    end = time.monotonic() + quiet
            if len(self.raw) == size:
                return self.text

    def press(self, *keys: str) -> None:
        """Press keys by name; other words are typed."""
        line = self._keys[0] if self._keys else self.child.child_fd
        for key in keys:
            os.write(line, KEYS.get(key, key).encode())

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self.read(0.05):
            assert time.monotonic() < end, f"still running\n{self.text}"
        code = self.gone(PATIENCE)
        assert code is not None, f"it has left the terminal, and is still running\n{self.text}"
        return code

    # -- what befalls a terminal

    def hang_up(self) -> None:
        """The window is closed, the line is cut."""
        self._process.fileobj.close()

    def cut_keys(self) -> None:
        """Only the line from which keys come is cut."""
        for end in self._keys or ():
            os.close(end)
        self._keys = None

    def scribble(self, data: str) -> None:
        """Another program writes on the screen."""
        self._stream.feed(data.encode())

    @contextmanager
    def _program_side(self) -> Iterator[int]:
        """The end of the line that the program has; kept open it would outlive the program."""
        number = struct.unpack("I", fcntl.ioctl(self.child.child_fd, TIOCGPTN, b"\0" * 4))[0]
        side = os.open(f"/dev/pts/{number}", os.O_RDWR | os.O_NOCTTY)
        try:
            yield side
        finally:
            os.close(side)

    def hold(self) -> None:
        """Take nothing more from the program, as after ctrl+s."""
        with self._program_side() as side:
            termios.tcflow(side, termios.TCOOFF)

    def release(self) -> None:
        """Take it again."""
        with self._program_side() as side:
            termios.tcflow(side, termios.TCOON)

    def fill(self, key: str) -> None:
        """Press a key without reading until the line takes no more."""
        with self._program_side() as side:
            room = select.poll()
            room.register(side, select.POLLOUT)
            end = time.monotonic() + PATIENCE
            while room.poll(100):
                assert time.monotonic() < end, "the line takes everything"
                self.press(key)
                select.select([], [], [], 0.02)  # as fast as one types: what comes faster is drawn together

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        self.child.setwinsize(rows, columns)
        if (columns, rows) != (self.screen.columns, self.screen.lines):
            self.screen.resize(rows, columns)

    def modes(self) -> dict[int, bool]:
        """What the program has asked of the terminal, by number, as far as it stands; 0 for the keyboard's."""
        found = re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.raw)
        asked = {int(number): way == b"h" for numbers, way in found for number in numbers.split(b";")}
        keys = len(re.findall(rb"\x1b\[>\d+u", self.raw)) - len(re.findall(rb"\x1b\[<u", self.raw))
        return {**asked, 0: keys > 0}

    def out_of_order(self) -> str:
        """What a program that has ended has not put back; empty where nothing."""
        wrong = [str(mode) for mode, on in self.modes().items() if on != (mode in ON_BY_NATURE)]
        if termios.tcgetattr(self.child.child_fd) != self.before:
            wrong.append("how keys are read")
        return f"not put back: {', '.join(wrong)}" if wrong else ""

    # -- its process

    @property
    def _process(self) -> Any:
        return vars(self.child)["ptyproc"]  # the stubs do not know it

    @property
    def pid(self) -> int:
        """The program's."""
        assert self.child.pid is not None
        return self.child.pid

    def gone(self, seconds: float) -> int | None:
        """The exit code, as a shell says it, if the program ends in that time of its own. Reads nothing."""
        process = self._process
        if process.isalive():
            if not has_ended(self.pid, seconds):
                return None
            process.wait()
        return int(process.exitstatus if process.exitstatus is not None else 128 + (process.signalstatus or 0))

    def processes(self) -> list[int]:
        """All that still run in the program's session."""
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and _session(name) == self.pid]

    @property
    def at_work(self) -> bool:
        """Whether the program, or anything that it has started here, has something to do."""
        return any(map(patience.at_work, self.processes()))

    def busy(self) -> int:
        """Processor time that the program has taken, in ticks of the clock."""
        return patience.ticks(self.pid)


ON_BY_NATURE = (7, 25)
"""Wrapping at the margin and the cursor."""
TIOCGPTN = 0x80045430
"""Asks the terminal's side for the number of the program's; os.ptsname came with Python 3.13."""


@contextmanager
def _handle(pid: int) -> Iterator[int]:
    """A file that can be read once a process has ended."""
    handle = os.pidfd_open(pid)
    try:
        yield handle
    finally:
        os.close(handle)


def _end(pid: int) -> None:
    """Have a process end by itself, or kill it, and wait until it is gone."""
    with suppress(ProcessLookupError), _handle(pid) as handle:
        for number, seconds in ((signal.SIGHUP, LEAVING), (signal.SIGKILL, PATIENCE)):
            signal.pidfd_send_signal(handle, number)
            signal.pidfd_send_signal(handle, signal.SIGCONT)
            if select.select([handle], [], [], seconds)[0]:
                return
        raise AssertionError(f"process {pid} cannot be killed")


def _session(pid: str) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return 0 if fields[0] == "Z" else int(fields[3])
