"""One visit and the next: what is remembered, what leaves the terminal, what the editor changes."""

from __future__ import annotations

import base64
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.tui import session
from tests import builders
from tests.e2e.terminal import ROOT, Terminal

WELCOME = "Each fact leads to its source"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A reader's own folders, empty."""
    with pytest.MonkeyPatch.context() as patch:
        folders = {name: str(tmp_path / name.lower()) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME")}
        for name, folder in folders.items():
            patch.setenv(name, folder)
        yield folders


def opened(terminal: Terminal, *words: str) -> None:
    """Search for words and open the first hit."""
    terminal.wait("enter open")
    terminal.press("/", *words)
    terminal.wait(words[-1])
    terminal.press("enter")


@pytest.mark.parametrize("leave", ["q", "signal"])
def test_the_next_visit_begins_where_the_last_one_ended(home: dict[str, str], leave: str) -> None:
    with Terminal(env=home) as terminal:
        opened(terminal, "joint hq")
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        terminal.press("m")
        terminal.wait("1 marked")
        if leave == "q":
            terminal.press("q")
        else:
            terminal.child.kill(signal.SIGTERM)
        assert terminal.ended() == (0 if leave == "q" else 143)
    with Terminal(env=home) as terminal:
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        assert "1 marked" in terminal.text


def test_fresh_begins_at_the_top(home: dict[str, str]) -> None:
    with Terminal(env=home) as terminal:
        opened(terminal, "joint hq")
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        terminal.press("q")
        terminal.ended()
    with Terminal("--fresh", env=home) as terminal:
        text = terminal.wait("enter open")
        assert "┌─ Joint Headquarters of the CSTO" not in text


def test_the_first_visit_shows_three_lines_and_the_second_none(home: dict[str, str]) -> None:
    with Terminal(env=home) as terminal:
        terminal.wait(WELCOME)
        terminal.press("q")
        terminal.ended()
    with Terminal(env=home) as terminal:
        assert WELCOME not in terminal.wait("enter open")


def test_a_broken_session_file_is_no_reason_not_to_start(home: dict[str, str]) -> None:
    path = Path(session.path(str(ROOT / "data")))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\x00{not json")
    with Terminal(env=home) as terminal:
        terminal.wait("enter open")
        terminal.press("q")
        assert terminal.ended() == 0
    assert json.loads(path.read_text("utf-8"))["version"] == 1


@pytest.mark.parametrize("tmux", [False, True])
def test_what_is_copied_arrives_as_osc_52(home: dict[str, str], tmux: bool) -> None:
    env = {**home, "TMUX": "/tmp/tmux-0/default,1,0"} if tmux else home
    with Terminal("--fresh", "open", "csto-joint-headquarters", env=env) as terminal:
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        terminal.press("2", "y", "i")
        terminal.wait("sent to the terminal's clipboard")
        wanted = base64.b64encode(b"csto-joint-headquarters")
        assert b"\x1b]52;c;" + wanted + b"\x07" in terminal.raw
        assert (b"\x1bPtmux;\x1b\x1b]52;c;" + wanted + b"\x07\x1b\\" in terminal.raw) == tmux


def test_the_editor_opens_the_entry_at_its_line_and_the_change_is_shown(home: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "data"
    builders.copied(ROOT / "data", folder)
    editor = tmp_path / "vim"  # one that takes +LINE
    rename = 'sed -i "s/name: Joint Headquarters of the CSTO/name: Renamed/" "$2"'
    editor.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\n{rename}\n')
    editor.chmod(0o755)
    with Terminal("--data", str(folder), "open", "joint hq", env={**home, "VISUAL": str(editor)}) as terminal:
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        terminal.press("e")
        terminal.wait("┌─ Renamed")
        terminal.wait("was changed")
    line, file = (tmp_path / "asked").read_text("utf-8").split()
    assert Path(file).read_text("utf-8").splitlines()[int(line[1:]) - 1] == "csto-joint-headquarters:"


def test_a_change_that_breaks_an_entry_is_told_and_the_rest_stays(home: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "data"
    builders.copied(ROOT / "data", folder)
    editor = tmp_path / "vim"
    editor.write_text('#!/bin/sh\nsed -i "s/^  kind: body/  kind: [nobody/" "$2"\n')
    editor.chmod(0o755)
    with Terminal("--data", str(folder), "open", "joint hq", env={**home, "VISUAL": str(editor)}) as terminal:
        terminal.wait("┌─ Joint Headquarters of the CSTO")
        terminal.press("e")
        terminal.wait("broken (p)")
        assert "┌─ Joint Headquarters of the CSTO" in terminal.text
        terminal.press("p")
        terminal.wait("bodies.yaml:")


def test_keys_and_theme_come_from_the_config_file(home: dict[str, str]) -> None:
    folder = Path(home["XDG_CONFIG_HOME"]) / "csto"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "dark"\n[keys]\nhelp = ["ctrl+g", "?"]\nbrief = "c"\n', "utf-8")
    with Terminal(env=home) as terminal:
        terminal.wait("ctrl+g help")
        assert b"48;2;18;18;18" in terminal.raw or b"48;5;233" in terminal.raw
        terminal.press("c")
        terminal.wait("Nothing is marked")


def test_what_is_wrong_with_the_config_file_is_told(home: dict[str, str]) -> None:
    folder = Path(home["XDG_CONFIG_HOME"]) / "csto"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('thme = "dark"\n', "utf-8")
    with Terminal(env=home) as terminal:
        terminal.wait("config.toml")
        assert "did you mean" in terminal.text


def test_without_the_mouse_no_mouse_mode_is_set(home: dict[str, str]) -> None:
    with Terminal("--no-mouse", env=home) as terminal:
        terminal.wait("enter open")
        assert b"\x1b[?1000h" not in terminal.raw
        assert b"\x1b[?1006h" not in terminal.raw


def test_ascii_can_be_asked_for(home: dict[str, str]) -> None:
    with Terminal("--ascii", env=home) as terminal:
        assert terminal.wait("enter open").isascii()


def test_a_read_only_folder_for_the_session_is_no_reason_to_say_anything(home: dict[str, str]) -> None:
    Path(home["XDG_STATE_HOME"]).write_text("a file where a folder should be", "utf-8")
    with Terminal(env=home) as terminal:
        terminal.wait("enter open")
        terminal.press("q")
        assert terminal.ended() == 0
    assert os.path.isfile(home["XDG_STATE_HOME"])
