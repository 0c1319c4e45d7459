"""The ways out of the explorer, and what it survives, in a real terminal; the table itself is in lifecycle.py."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.e2e import lifecycle
from tests.e2e.terminal import Terminal

BUSY_MACHINE = 2 * lifecycle.SECOND
"""The table is held to a second; here others may be at work. What the program waits for a processor is not counted."""


@pytest.mark.parametrize(("way", "state"), lifecycle.cases())
def test_it_ends_or_survives_as_it_should(way: str, state: str) -> None:
    assert lifecycle.verdict(way, state, BUSY_MACHINE) == ""


def program(change: str) -> list[str]:
    """The explorer with something changed: `change` may set what ctrl+l does, and `self.before_leaving`."""
    text = f"""
import os, subprocess, sys, threading
from explorer.tui.app import Explorer
from explorer.__main__ import main

def note():
    with open(os.environ["NOTES"], "a") as notes:
        notes.write("remembered\\n")

def redraw(self):
    {change}

Explorer.action_redraw = redraw
Explorer.before_leaving = property(lambda self: note, lambda self, _: None)
sys.argv = ["csto", "--fresh"]
sys.exit(main())
"""
    return [sys.executable, "-c", text]


STUCK = "threading.Event().wait()"
WORKS = "self.run_worker(threading.Event().wait, thread=True)"
FAILS = "secret = 'hunter' + '2'; raise ValueError('broken \\x1b[31m by \\u202e hand\\n' + 'x' * 999)"
DRAWS_WRONG = "self._driver._writer._say = lambda: 1 // 0; self.screen.refresh()"
LENDS = "\n    with self.suspend(): subprocess.run(['sh', '-c', 'echo lent; read line'])"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """What has been remembered is noted here."""
    return tmp_path / "notes"


@pytest.mark.parametrize(
    ("change", "keys", "number", "code"),
    [
        ("pass", ["ctrl+q"], None, 0),
        ("pass", [], signal.SIGTERM, 143),
        (STUCK, ["ctrl+l", "q"], signal.SIGTERM, 143),
        (WORKS, ["ctrl+l", "q"], None, 0),
        (FAILS, ["ctrl+l"], None, 70),
        (DRAWS_WRONG, ["ctrl+l"], None, 70),
    ],
)
def test_every_way_out_remembers_once(
    change: str, keys: list[str], number: signal.Signals | None, code: int, notes: Path
) -> None:
    with Terminal(command=program(change), env={"NOTES": str(notes)}) as terminal:
        terminal.wait(lifecycle.READY)
        terminal.settled()
        terminal.press(*keys)
        if number is not None:
            terminal.settled(0.1)
            os.kill(terminal.pid, number)
        assert terminal.gone(BUSY_MACHINE) == code
        terminal.rest()
        assert terminal.out_of_order() == ""
    assert notes.read_text("utf-8") == "remembered\n"


def test_where_nothing_can_be_remembered_it_leaves_all_the_same(tmp_path: Path) -> None:
    with Terminal(command=program("pass"), env={"NOTES": str(tmp_path)}) as terminal:
        terminal.wait(lifecycle.READY)
        terminal.press("q")
        assert terminal.gone(BUSY_MACHINE) == 0


def test_idle_it_takes_no_processor_time() -> None:
    with Terminal() as terminal:
        terminal.wait(lifecycle.READY)
        terminal.settled(1.0)
        before = terminal.busy()
        assert terminal.read(1.0)
        assert terminal.busy() - before <= 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT])
def test_what_interrupts_a_program_that_has_the_terminal_does_not_end_the_explorer(
    number: signal.Signals, notes: Path
) -> None:
    with Terminal(command=program(LENDS), env={"NOTES": str(notes)}) as terminal:
        terminal.wait(lifecycle.READY)
        before = terminal.settled()
        terminal.press("ctrl+l")
        terminal.wait("lent")
        os.kill(terminal.pid, number)
        terminal.press("enter")
        terminal.wait(lambda text: text == before)
        terminal.press("q")
        assert terminal.gone(BUSY_MACHINE) == 0
        terminal.rest()
        assert terminal.out_of_order() == ""


def failed(env: dict[str, str]) -> tuple[int, list[str]]:
    """The exit code of a failure, and the lines that follow the restored screen."""
    with Terminal(command=program(FAILS), env={"NOTES": os.devnull, **env}, size=(200, 50)) as terminal:
        terminal.wait(lifecycle.READY)
        terminal.press("ctrl+l")
        code = terminal.gone(BUSY_MACHINE)
        terminal.rest()
        assert code is not None
        assert terminal.out_of_order() == ""
        said = terminal.raw.rpartition(b"\x1b[?25h")[2]
    return code, said.decode().splitlines()


def test_a_failure_is_told_in_two_lines_that_name_the_log(tmp_path: Path) -> None:
    for _ in range(2):
        code, lines = failed({"XDG_STATE_HOME": str(tmp_path)})
        log = tmp_path / "csto" / "crash.log"
        assert code == 70
        assert len(lines) == 2
        assert lines[0].startswith("csto: the explorer has failed: ValueError: broken ␛[31m by <U+202E> hand xxx")
        assert lines[1] == f"csto: where it happened is written in {log}"
    text = log.read_text("utf-8")
    assert text.count("Traceback (most recent call last):") == 2
    assert "in redraw" in text
    assert "hunter2" not in text
    assert not [c for c in text if not (c.isprintable() or c == "\n")]
    assert oct(log.stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize("what", ["a file in the way", "a folder", "a pipe", "read-only"])
def test_a_log_that_cannot_be_written_is_said_and_nothing_more_fails(what: str, tmp_path: Path) -> None:
    state = tmp_path / "state"
    if what == "a file in the way":
        state.write_text("")
    elif what == "a folder":
        (state / "csto" / "crash.log").mkdir(parents=True)
    elif what == "a pipe":
        (state / "csto").mkdir(parents=True)
        os.mkfifo(state / "csto" / "crash.log")
    else:
        state = Path("/proc/csto")
    code, lines = failed({"XDG_STATE_HOME": str(state)})
    assert code == 70
    assert len(lines) == 2
    assert lines[1].startswith(f"csto: it could not be written to {state}/csto/crash.log: ")


DEAF_ONCE = """
import os, signal, sys, time
from explorer.tui.guard import Guard

Guard().watch()
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)
except KeyboardInterrupt:
    print("once", flush=True)  # as Python drops one that meets it in a callback
try:
    while True:
        pass  # as what loads is at work
except KeyboardInterrupt:
    print("again", flush=True)
    sys.exit(130)
"""


def test_an_interrupt_that_is_lost_while_loading_comes_again() -> None:
    with Terminal(command=[sys.executable, "-c", DEAF_ONCE]) as terminal:
        terminal.wait("again")
        assert terminal.ended() == 130
