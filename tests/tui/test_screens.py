"""Every screen at every size against its text in tests/tui/screens; `python -m tests.screens` draws them anew."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from explorer.dataset.loader import load
from explorer.text import width
from tests.screens import BROKEN, DRAWN, HARBOUR, TUI, VISITS, drawn, file_of, names

Size = tuple[int, int]
SCREENS = list(names())
ANEW = "if that is meant: python -m tests.screens"


@pytest.fixture(autouse=True)
def _no_wrapping_of_the_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told of a copy must not depend on the terminal in which the tests run."""
    for name in ("TMUX", "STY", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("visit", "name", "size"), SCREENS, ids=[file_of(name, size).stem for _, name, size in SCREENS]
)
def test_the_screen_is_as_it_was_read_last(visit: str, name: str, size: Size) -> None:
    path = file_of(name, size)
    before = path.read_text("utf-8") if path.exists() else ""
    now = drawn(visit, size)[name]
    if now != before:
        diff = unified_diff(before.splitlines(), now.splitlines(), path.name, "drawn now", lineterm="")
        pytest.fail("\n".join((ANEW, *diff)), pytrace=False)


@pytest.mark.parametrize(
    ("visit", "name", "size"), SCREENS, ids=[file_of(name, size).stem for _, name, size in SCREENS]
)
def test_every_line_is_as_wide_as_the_terminal(visit: str, name: str, size: Size) -> None:
    columns, rows = size
    lines = drawn(visit, size)[name].splitlines()[1 : rows + 1]
    assert [line for line in lines if width(line) != columns + 2] == []


@pytest.mark.parametrize("size", VISITS["ascii"].sizes, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_but_ascii_is_drawn_where_ascii_is_asked_for(size: Size) -> None:
    assert {name: text for name, text in drawn("ascii", size).items() if not text.isascii()} == {}


def test_the_data_that_are_drawn_hold_together() -> None:
    assert load(str(TUI / HARBOUR)).problems == []


def test_the_data_with_slips_have_three_kinds_of_them() -> None:
    assert [problem.code for problem in load(str(TUI / BROKEN)).problems] == ["target", "date", "syntax"]


def test_every_text_is_drawn_by_something() -> None:
    assert {path.name for path in DRAWN.glob("*.txt")} == {file_of(name, size).name for _, name, size in SCREENS}, ANEW


def test_no_two_screens_have_the_same_name() -> None:
    made = [name for visit in VISITS.values() for name in visit.screens]
    assert len(made) == len(set(made))
