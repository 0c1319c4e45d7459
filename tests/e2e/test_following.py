"""The data folder changes while the explorer is open, by whoever's hand, in a real terminal."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests import builders
from tests.benchmarks.generate import write_yaml
from tests.e2e.patience import has_ended
from tests.e2e.terminal import ROOT, Terminal

TITLE = "┌─ Joint Headquarters of the CSTO"
NAME = "  name: Joint Headquarters of the CSTO\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data."""
    return builders.copied(ROOT / "data", tmp_path / "data")


def bodies(folder: Path, old: str = NAME, new: str = "  name: Renamed\n") -> int:
    """Change some words as editors do, by another file in the place of the old one; the line on which they stand."""
    path = folder / "bodies.yaml"
    text = path.read_text("utf-8")
    assert old in text
    fresh = path.with_name("bodies.yaml~")
    fresh.write_text(text.replace(old, new), "utf-8")
    fresh.replace(path)
    return text[: text.index(old)].count("\n") + 1


def test_what_another_program_changes_is_shown_and_the_place_stays(folder: Path) -> None:
    with Terminal("--data", str(folder), "open", "joint hq") as terminal:
        terminal.wait(TITLE)
        terminal.press("2", "down", "down")
        terminal.wait("enter open")
        bodies(folder)
        terminal.wait("┌─ Renamed")
        terminal.wait("data read again: 1 entry changed")
        (folder / "bodies.yaml").write_text((ROOT / "data" / "bodies.yaml").read_text("utf-8"), "utf-8")
        terminal.wait(TITLE)
        terminal.press("q")
        assert terminal.ended() == 0


def test_a_broken_edit_is_told_with_its_line_until_it_is_mended(folder: Path) -> None:
    with Terminal("--data", str(folder), "open", "joint hq") as terminal:
        terminal.wait(TITLE)
        line = bodies(folder, NAME, "  name: Renamed: twice\n")
        terminal.wait(f"bodies.yaml:{line} broken (p)")
        assert TITLE in terminal.text
        terminal.press("p")
        terminal.wait("a second ‘: ’ in one line")
        bodies(folder, "  name: Renamed: twice\n", "  name: Renamed\n")
        terminal.wait(lambda text: "broken (p)" not in text and "No problems" in text)
        terminal.press("<")
        terminal.wait("┌─ Renamed")


def test_a_folder_that_is_checked_out_anew_loses_nothing(folder: Path) -> None:
    with Terminal("--data", str(folder), "open", "joint hq") as terminal:
        terminal.wait(TITLE)
        folder.rename(folder.with_name("away"))
        terminal.wait("the data folder is not there (p)")
        builders.copied(ROOT / "data", folder)
        bodies(folder)
        terminal.wait("┌─ Renamed")
        assert "not there" not in terminal.text


def test_a_change_made_while_the_explorer_is_stopped_is_seen_after_it_goes_on(folder: Path) -> None:
    with Terminal("--data", str(folder), "open", "joint hq") as terminal:
        terminal.wait(TITLE)
        os.kill(terminal.pid, signal.SIGSTOP)
        bodies(folder)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait("┌─ Renamed")


@pytest.mark.parametrize("way", ["q", "TERM", "KILL", "hang up"])
def test_leaving_while_a_great_folder_is_read_takes_no_longer_and_leaves_nothing(folder: Path, way: str) -> None:
    cache = folder.with_name("cache")
    with Terminal("--data", str(folder), "open", "joint hq", env={"XDG_CACHE_HOME": str(cache)}) as terminal:
        terminal.wait(TITLE)
        write_yaml(str(folder / "more"), 20_000, 20)
        terminal.until(lambda: len(terminal.processes()) > 1)
        if way == "q":
            terminal.press("q")
        elif way == "hang up":
            terminal.hang_up()
        else:
            os.kill(terminal.pid, getattr(signal, f"SIG{way}"))
        assert terminal.gone(1.0) is not None
        assert [pid for pid in terminal.processes() if pid != terminal.pid and not has_ended(pid, 2.0)] == []
    assert list(cache.glob("csto/*.sqlite")) != []
    assert list(cache.glob("csto/.compiling-*")) == []
