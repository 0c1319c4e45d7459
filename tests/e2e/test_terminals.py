"""Terminals of all kinds: what they are asked, what they answer, what sizes they take."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.e2e import matrix
from tests.e2e.lifecycle import READY
from tests.e2e.terminal import PATIENCE, Terminal

ASKED = {1049: True, 7: False, 25: False, 2004: True}
"""Second screen, no wrapping, no cursor, pasted text in brackets."""
MOUSE = {1000: True, 1002: True, 1006: True}


@pytest.mark.parametrize("case", matrix.some())
def test_it_is_drawn_or_refused_on_any_terminal(case: matrix.Case) -> None:
    assert matrix.verdict(case) == ""


@pytest.mark.parametrize(
    ("term", "more", "colours"),
    [
        ("linux", {}, rb"[\[;]3[0-7][;m]"),
        ("ansi", {}, rb"[\[;]3[0-7][;m]"),
        ("xterm", {}, rb"[\[;]3[0-7][;m]"),
        ("xterm-256color", {}, rb"[\[;]38;5;"),
        ("xterm", {"COLORTERM": "truecolor"}, rb"[\[;]38;2;"),
    ],
)
def test_a_theme_is_shown_in_the_colours_that_the_terminal_has(
    term: str, more: dict[str, str], colours: bytes, tmp_path: Path
) -> None:
    (tmp_path / "csto").mkdir()
    (tmp_path / "csto" / "config.toml").write_text('theme = "dark"\n', "utf-8")
    with Terminal(env={"TERM": term, "XDG_CONFIG_HOME": str(tmp_path), **more}) as terminal:
        terminal.wait(READY)
        terminal.press("down")
        terminal.settled()
        assert re.search(colours, terminal.raw)
        others = [depth for depth in (b"38;5;", b"38;2;") if depth not in colours]
        assert [depth for depth in others if re.search(rb"[\[;]" + depth, terminal.raw)] == []


@pytest.mark.parametrize(
    ("term", "arguments", "keys", "mouse"),
    [
        ("xterm-256color", [], True, MOUSE),
        ("xterm-256color", ["--no-mouse"], True, {}),
        ("tmux-256color", [], False, MOUSE),
        ("linux", [], False, MOUSE),
        ("vt100", [], False, MOUSE),
    ],
)
def test_only_what_is_of_use_is_asked_for_and_no_answer(
    term: str, arguments: list[str], keys: bool, mouse: dict[int, bool]
) -> None:
    with Terminal(*arguments, env={"TERM": term}) as terminal:
        terminal.wait(READY)
        terminal.settled()
        assert terminal.modes() == {**ASKED, **mouse, 0: keys}
        assert re.findall(rb"\x1b\[[?>=]?[0-9;]*(?:\$p|[cnq])|\x1b[PZ]|\x1b\]\d+;\?", terminal.raw) == []


def press_at(row: int, column: int, *kinds: str) -> str:
    """What a terminal sends for the mouse there."""
    codes = {"press": "0;{}M", "move": "32;{}M", "release": "0;{}m", "wheel": "65;{}M"}
    return "".join(f"\x1b[<{codes[kind].format(f'{column};{row}')}" for kind in kinds)


def test_a_click_takes_the_cursor_along_and_the_wheel_moves_the_view() -> None:
    with Terminal() as terminal:
        terminal.wait(READY)
        row = next(number for number, line in enumerate(terminal.settled().splitlines()) if "Joint HQ" in line)
        terminal.press(press_at(row + 1, 10, "press", "move", "release"))
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        top = terminal.settled().splitlines()[2]
        terminal.press(press_at(5, 10, "wheel"))
        terminal.wait(lambda text: text.splitlines()[2] != top)


@pytest.mark.parametrize("keys", ["\x1b[113;5u", "\x1b", "\x1b[27u"])
def test_esc_and_control_keys_are_told_in_either_way(keys: str) -> None:
    with Terminal() as terminal:
        terminal.wait(READY)
        terminal.press("a")
        terminal.wait("an event's name")
        terminal.press(keys)
        if "113" in keys:
            assert terminal.gone(5) == 0
        else:
            terminal.wait(lambda text: "an event's name" not in text)


def test_answers_that_nobody_asked_for_are_not_keys() -> None:
    with Terminal() as terminal:
        terminal.wait(READY)
        before = terminal.settled()
        terminal.press("\x1b[?2026;2$y", "\x1b]11;rgb:0000/q000/0000\x1b\\", "\x1bP1$r0m\x1b\\", "\x1b[I", "\x1b[O")
        terminal.settled()
        terminal.press("ctrl+l")
        terminal.wait(lambda text: text == before)


def test_a_letter_that_comes_in_two_pieces_is_one_letter() -> None:
    with Terminal() as terminal:
        terminal.wait(READY)
        terminal.press("/")
        for byte in "ж".encode():
            os.write(terminal.child.child_fd, bytes([byte]))
            terminal.settled()
        terminal.wait(" ж ")


def test_of_many_steps_that_a_slow_line_did_not_take_only_the_last_is_drawn() -> None:
    with Terminal() as terminal:
        terminal.wait(READY)
        terminal.press("2")
        terminal.settled()
        size = len(terminal.raw)
        for _ in range(3):
            terminal.press("1", "down")
            terminal.settled()
        step = (len(terminal.raw) - size) / 3
        terminal.hold()
        for _ in range(4):
            terminal.press(*["down"] * 5, *["up"] * 5)
            terminal.settled()
        size = len(terminal.raw)
        terminal.release()
        terminal.settled()
        assert len(terminal.raw) - size < 3 * step


def storm(terminal: Terminal) -> None:
    """Many sizes, one after the other, and back."""
    for number in range(200):
        terminal.resize(1 + number * 37 % 200, 1 + number * 23 % 60)
    terminal.resize(80, 24)


def test_after_a_storm_of_sizes_the_place_is_kept_and_a_fresh_repaint_is_the_same() -> None:
    with Terminal("open", "csto-joint-headquarters") as terminal:
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        terminal.press("2", "down", "down")
        before = terminal.settled()
        storm(terminal)
        assert terminal.settled() == before
        terminal.resize(1, 1)
        terminal.settled()
        terminal.resize(80, 24)
        assert terminal.settled() == before
        terminal.scribble("\x1b[2J")
        terminal.press("ctrl+l")
        terminal.wait(lambda text: text == before)


def test_at_every_size_on_the_way_the_screen_is_as_a_fresh_repaint() -> None:
    with Terminal("open", "csto-joint-headquarters") as terminal:
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        for size in [*matrix.SIZES, (80, 24), (20, 5), (200, 60), (40, 12)]:
            terminal.resize(*size)
            shown = terminal.settled()
            terminal.scribble("\x1b[2J")
            terminal.press("ctrl+l")
            terminal.wait(partial(str.__eq__, shown))


def explorer_in(terminal: Terminal) -> int:
    """The explorer that the shell in a terminal has started."""
    return next(pid for pid in terminal.processes() if pid != terminal.pid)


@pytest.fixture
def shell() -> list[str]:
    """An interactive shell, with job control."""
    return ["bash", "--norc", "-i"]


COMMAND = f"{sys.executable} -m explorer --fresh"


def test_stopped_from_outside_it_comes_back_whole(shell: list[str]) -> None:
    with Terminal(command=shell, env={"PS1": "shell> "}) as terminal:
        terminal.wait("shell>")
        terminal.press(f"{COMMAND}\r")
        terminal.wait(READY)
        before = terminal.settled()
        os.kill(explorer_in(terminal), signal.SIGSTOP)
        terminal.wait("Stopped")
        terminal.press("fg\r")
        terminal.wait(lambda text: text == before)
        terminal.press("q")
        terminal.wait("shell>")
        assert terminal.modes() | {1049: False, 1000: False, 25: True, 7: True, 0: False} == terminal.modes()


def told_of(terminal: Terminal, state: str) -> None:
    """Ask the shell for its jobs until it says that state: it may have been told of the last one only."""
    end = time.monotonic() + PATIENCE
    while state not in terminal.settled():
        assert time.monotonic() < end, f"the shell never said {state!r}\n{terminal.text}"
        terminal.press("jobs\r")


def test_in_the_background_it_waits_for_the_terminal(shell: list[str]) -> None:
    with Terminal(command=shell, env={"PS1": "shell> "}) as terminal:
        terminal.wait("shell>")
        terminal.press(f"{COMMAND} &\r")
        terminal.wait("[1]")
        told_of(terminal, "Stopped")
        terminal.press("fg\r")
        terminal.wait(READY)
        terminal.press("ctrl+z")
        terminal.wait("Stopped")
        terminal.scribble("\x1b[2J\x1b[H")
        terminal.press("bg\r")
        told_of(terminal, "Stopped")
        terminal.press("kill %1\r")
        told_of(terminal, "Exit 143")


def test_ended_while_the_shell_has_the_terminal_it_leaves_the_keys_to_the_shell(shell: list[str]) -> None:
    with Terminal(command=shell, env={"PS1": "shell> "}) as terminal:
        terminal.wait("shell>")
        terminal.press(f"{COMMAND}\r")
        terminal.wait(READY)
        terminal.settled()
        ours = explorer_in(terminal)
        os.kill(ours, signal.SIGSTOP)
        terminal.wait("Stopped")
        terminal.press("kill %1\r")
        told_of(terminal, "Exit 143")
        terminal.press("echo so$((1 + 1))far\r")
        terminal.wait("so2far")
        assert not terminal.modes().get(1000)


@pytest.mark.parametrize("arguments", [[], ["--plain-driver"]])
@pytest.mark.parametrize("sent", [b"\xe9", b"\xc3", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x92", b"\xc3\x28"])
def test_bytes_that_are_no_utf8_are_survived(arguments: list[str], sent: bytes) -> None:
    with Terminal(*arguments) as terminal:
        terminal.wait(READY)
        terminal.press("/")
        os.write(terminal.child.child_fd, b"caf" + sent)
        terminal.press("x")
        terminal.wait("caf")
        terminal.press("ctrl+q")
        assert terminal.gone(5) == 0
