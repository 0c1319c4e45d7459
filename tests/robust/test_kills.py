"""Killed in the middle of a walk: a part of what `make robust` does, and that no disk holds a key up."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from explorer.tui import remembering
from explorer.tui.remembering import Keeper
from explorer.tui.session import Session, read, write
from tests.robust import kills


def test_after_a_kill_the_next_start_is_at_the_same_place() -> None:
    wrong, _, _ = kills.killed(1)
    assert wrong == ""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return os.fspath(tmp_path)


def test_while_the_disk_hangs_nobody_waits_and_the_last_place_is_kept(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, begun = Event(), Event()

    def slow(folder: str, session: Session) -> str:
        begun.set()
        assert goes_on.wait(60)
        return write(folder, session)

    monkeypatch.setattr(remembering, "write", slow)
    keeper = Keeper(folder, None)
    assert keeper.keep_aside(Session(place="first"))
    assert begun.wait(60)
    assert not keeper.keep_aside(Session(place="second"))
    goes_on.set()
    assert keeper.keep(Session(place="third")) == ""
    kept = read(folder)
    assert kept is not None
    assert kept.place == "third"


def test_what_has_not_changed_is_not_written_again(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper(folder, None)
    keeper.keep(Session(place="here"))
    monkeypatch.setattr(remembering, "write", None)
    assert keeper.keep_aside(Session(place="here"))
