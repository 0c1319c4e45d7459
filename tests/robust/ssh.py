"""The explorer through a real OpenSSH server on the loopback address, with and without tmux.

The server runs on a port and with keys of its own, in a folder that goes afterwards. Where there is no server to be
started, or it does not let the user in, whose account may be locked, the family says so; where there is no tmux, what
needs it is left out, and that is said as well.
"""

from __future__ import annotations

import os
import pwd
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from tests.builders import make_folder
from tests.e2e.patience import has_ended, ticks
from tests.e2e.terminal import PATIENCE, ROOT, Terminal

NAME = "ssh: through an OpenSSH server, with and without tmux: cut lines, the place kept, copies"
READY = "enter open"
PLACE = "joint hq"
TITLE = "┌─ Joint Headquarters of the CSTO"
ID = "csto-joint-headquarters"
GONE = 2.0
"""Seconds within which nothing may be left of an explorer whose line was cut."""
RUNTIME = Path("/run/sshd")
"""A server of root's wants this folder to be there, as its service makes it."""
CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
PrintMotd no
PrintLastLog no
"""
LONG = """
long:
  kind: body
  name: Long
  facts:
    - {{text: {text}, about: status, cite: early par 1}}
"""
TOO_LONG = "🜚" * 19_000
"""Characters of four bytes: more than a terminal's clipboard takes."""


def missing() -> str:
    """What is not here; empty where all is."""
    paths = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    programs = ", ".join(name for name in ("sshd", "ssh", "ssh-keygen") if not shutil.which(name, path=paths))
    return programs or refused()


@cache
def refused() -> str:
    """Why a server lets nobody in under the name that the tests run under; empty where it does."""
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        return "a name for the user"
    with served() as server, server.login("exit") as terminal:
        terminal.ended()
        log = (server.folder / "log").read_text("utf-8", "replace")
    found = re.search(r"not allowed because (.*)", log)
    return f"a user who may log in: {found[1]}" if found else ""


class Server:
    """The server, and what one needs to log in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        (folder / "config").write_text(CONFIG.format(port=self.port, folder=folder), "utf-8")
        program = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
        command = [str(program), "-D", "-e", "-f", str(folder / "config")]
        with open(folder / "log", "wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._answers()
        self.data = make_folder(folder / "own", LONG.format(text=TOO_LONG))

    def _answers(self) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            log = (self.folder / "log").read_text("utf-8", "replace")
            assert self.process.poll() is None, log
            assert time.monotonic() < end, log

    def explorer(self, *words: str, before: str = "") -> str:
        """The command that starts the explorer on the other side; it leaves its number."""
        own = {
            name: str(self.folder / name.lower()) for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
        }
        own |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
        setting = " ".join(f"{name}={shlex.quote(value)}" for name, value in own.items())
        program = shlex.join([sys.executable, "-m", "explorer", *words])
        return f"cd {shlex.quote(str(ROOT))}; echo $$ >{self.folder}/pid; {before} exec env {setting} {program}"

    def login(self, command: str) -> Terminal:
        """A terminal in which one logs in and runs a command."""
        known = ["-o", "UserKnownHostsFile=/dev/null", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR"]
        own = ["-F", "none", "-i", str(self.folder / "user"), "-o", "IdentitiesOnly=yes", "-p", str(self.port)]
        words = [
            "ssh",
            "-tt",
            *own,
            *known,
            f"{pwd.getpwuid(os.geteuid()).pw_name}@127.0.0.1",
            f"sh -c {shlex.quote(command)}",
        ]
        return Terminal(command=words)

    def pid(self) -> int:
        """The explorer's."""
        return int((self.folder / "pid").read_text("utf-8"))

    def session(self) -> int:
        """The server's process that the explorer hangs on."""
        fields = Path(f"/proc/{self.pid()}/stat").read_text("utf-8").rpartition(")")[2].split()
        return int(fields[1])

    def stop(self) -> None:
        """The end."""
        self.process.terminate()
        self.process.wait()


@contextmanager
def served() -> Iterator[Server]:
    """A server for a while."""
    makes = os.geteuid() == 0 and not RUNTIME.exists()
    if makes:
        RUNTIME.mkdir(mode=0o755)
    try:
        with tempfile.TemporaryDirectory(prefix="csto-") as folder:
            server = Server(Path(folder))
            try:
                yield server
            finally:
                server.stop()
    finally:
        if makes:
            RUNTIME.rmdir()


# -- what is seen


def left(pid: int, seconds: float = GONE) -> str:
    """Whether a process is still there after so long, and what it does."""
    return "" if has_ended(pid, seconds) else f"process {pid} is there after {seconds} s, {ticks(pid)} ticks"


def visit(terminal: Terminal) -> None:
    """Go to a place, and wait until it may be remembered only a moment later."""
    terminal.wait(READY)
    terminal.settled()
    terminal.press("/", PLACE)
    terminal.wait(re.compile(r"▌ *B Joint Headq").search)  # type: ignore[arg-type] # a match is true
    terminal.press("enter")
    terminal.wait(TITLE)


def again(server: Server) -> str:
    """Whether the next login is at the same place."""
    with server.login(server.explorer()) as terminal:
        terminal.wait(READY)
        terminal.wait(TITLE)
        terminal.press("ctrl+q")
        code = terminal.ended()
    return f"the next login ends with {code}" if code else ""


# -- what befalls it


def _cut(server: Server, end: Callable[[Terminal, Server], None], before: str = "") -> str:
    """The line is cut in one way or another: gone at once, and the place kept."""
    shutil.rmtree(server.folder / "xdg_state_home", ignore_errors=True)
    with server.login(server.explorer(before=before)) as terminal:
        visit(terminal)
        pid = server.pid()
        end(terminal, server)
        return left(pid) or again(server)


def _client_killed(terminal: Terminal, _: Server) -> None:
    os.kill(terminal.pid, signal.SIGKILL)


def _server_killed(_: Terminal, server: Server) -> None:
    os.kill(server.session(), signal.SIGKILL)


def _window_closed(terminal: Terminal, _: Server) -> None:
    terminal.hang_up()


def stalled(server: Server) -> str:
    """A client that reads no more takes no processor time of ours, and is served again when it goes on."""
    with server.login(server.explorer("--fresh")) as terminal:
        terminal.wait(READY)
        terminal.settled()
        os.kill(terminal.pid, signal.SIGSTOP)
        pid = server.pid()
        before = ticks(pid)
        terminal.read(1.0)
        spent = ticks(pid) - before
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.press("?")
        terminal.wait("esc closes")
        terminal.press("esc")
        terminal.wait(lambda text: "esc closes" not in text)
        terminal.press("ctrl+q")
        code = terminal.ended()
    return f"{spent} ticks in a second" if spent > 2 else f"exit code {code}" if code else ""


def copied(server: Server) -> str:
    """A copy arrives."""
    with server.login(server.explorer("--fresh", "open", ID)) as terminal:
        terminal.wait(TITLE)
        terminal.press("2", "y", "i")
        terminal.wait("sent to the terminal's clipboard")
        terminal.press("ctrl+q")
        terminal.ended()
        return "" if _arrived(terminal.raw) else "nothing arrived"


def _arrived(raw: bytes) -> bool:
    """Whether the terminal was given the id to copy; tmux does not say which clipboard it means."""
    return re.search(rb"\x1b\]52;c?;" + b64encode(ID.encode()), raw) is not None


def too_long(server: Server) -> str:
    """A copy that no terminal takes is not sent, and that is said."""
    with server.login(server.explorer("--fresh", "--data", str(server.data), "open", "long")) as terminal:
        terminal.wait("┌─ Long")
        terminal.press("2", "G", "y")
        terminal.wait("esc closes")
        terminal.press("s")
        terminal.wait("not copied: ")
        terminal.press("ctrl+q")
        terminal.ended()
        return "it was sent all the same" if b"\x1b]52" in terminal.raw else ""


# -- with tmux

TMUX = "tmux -f /dev/null -L {socket}"


@contextmanager
def tmux(server: Server, *settings: str) -> Iterator[tuple[Terminal, str]]:
    """A login with an explorer inside tmux, and how to speak to that tmux."""
    base = TMUX.format(socket=server.folder.name)
    inner = server.explorer("--fresh", "open", ID)
    given = "".join(f"{setting} \\; " for setting in settings)
    command = f"LC_ALL=C.UTF-8 {base} start-server \\; {given} new-session {shlex.quote(inner)}"
    try:
        with server.login(command) as terminal:
            terminal.wait(TITLE)
            terminal.settled()
            yield terminal, base
    finally:
        subprocess.run(shlex.split(f"{base} kill-server"), capture_output=True, check=False)
        with suppress(FileNotFoundError):  # it had not begun
            left(server.pid())  # what it remembers is written before its folder goes


def tmux_copied(server: Server, setting: str) -> str:
    """A copy gets through tmux where either of its settings lets it; where none does, that is said."""
    with tmux(server, *([f"set -g {setting}"] if setting else [])) as (terminal, _):
        terminal.press("2", "y", "i")
        terminal.wait("sent to the terminal's clipboard" if setting else "tmux keeps")
        if setting:
            terminal.until(lambda: _arrived(terminal.raw))
        terminal.settled()
        return "it arrived, and was said not to" if not setting and _arrived(terminal.raw) else ""


def tmux_cut(server: Server) -> str:
    """With tmux between, a cut line leaves the explorer alive, idle and whole; it goes with tmux, its place kept."""
    shutil.rmtree(server.folder / "xdg_state_home", ignore_errors=True)
    with tmux(server) as (terminal, base):
        before = terminal.text
        pid = server.pid()
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.gone(GONE)
        start = ticks(pid)
        terminal_left = left(pid, 1.0)
        if not terminal_left:
            return "the explorer has ended although tmux lives"
        spent = ticks(pid) - start
        with server.login(f"LC_ALL=C.UTF-8 {base} attach") as second:
            second.wait(lambda text: _without_clock(text) == _without_clock(before))
        subprocess.run(shlex.split(f"{base} kill-server"), capture_output=True, check=False)
        return f"{spent} ticks in a second" if spent > 2 else left(pid) or again(server)


def _without_clock(text: str) -> list[str]:
    """The screen above tmux's own line, which tells the time."""
    return text.splitlines()[:-1]


CASES: dict[str, Callable[[Server], str]] = {
    "the client is killed": lambda server: _cut(server, _client_killed),
    "the server's end is killed": lambda server: _cut(server, _server_killed),
    "the window is closed": lambda server: _cut(server, _window_closed),
    "the client is killed, hang-ups ignored": lambda server: _cut(server, _client_killed, "trap '' HUP;"),
    "the server's end is killed, hang-ups ignored": lambda server: _cut(server, _server_killed, "trap '' HUP;"),
    "the client reads no more": stalled,
    "a copy": copied,
    "a copy that is too long": too_long,
}
WITH_TMUX: dict[str, Callable[[Server], str]] = {
    "tmux: a copy, set-clipboard on": lambda server: tmux_copied(server, "set-clipboard on"),
    "tmux: a copy, allow-passthrough on": lambda server: tmux_copied(server, "allow-passthrough on"),
    "tmux: a copy, neither": lambda server: tmux_copied(server, ""),
    "tmux: the client is killed": tmux_cut,
}


def cases() -> dict[str, Callable[[Server], str]]:
    """What can be tried here."""
    if missing():
        return {}
    return {**CASES, **(WITH_TMUX if shutil.which("tmux") else {})}


def verdict(case: str, server: Server) -> str:
    """What is wrong; empty where nothing."""
    try:
        return cases()[case](server)
    except AssertionError as error:
        return str(error)


def run() -> tuple[int, int]:
    """All that can be tried here."""
    if missing():
        print(f"not here: {missing()}", flush=True)
        return 0, 0
    if not shutil.which("tmux"):
        print("not here: tmux", flush=True)
    passed = 0
    with served() as server:
        for case in cases():
            wrong = verdict(case, server)
            passed += not wrong
            if wrong:
                print(f"{case}: {wrong}", flush=True)
    return passed, len(cases())
