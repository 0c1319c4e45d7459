"""What is remembered of a run is what the next one starts with."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.tui import session as sessions
from explorer.tui.remembering import Keeper, remembered, to_remember
from explorer.tui.session import Session, read
from explorer.tui.state import ENTITY, PASSAGE, PROBLEMS, SOURCE, Place, State

SESSION = Session(
    place="b",
    row=7,
    arrangement="kind",
    branches={"structure": ("a", "a/b"), "kind": ()},
    sizes={"tree": 44, "search": 30},
    marks=(("b", ""), ("a", "strength-2")),
    theme="dark",
)


def state(*places: Place, session: Session = SESSION) -> State:
    """A state that a session was read into, after these visits."""
    made = remembered(State(session.arrangement), session)
    for place in places:
        made.history.go(place)
    return made


def test_a_session_goes_round() -> None:
    assert to_remember(state(Place(ENTITY, "b", row=7)), "dark") == SESSION


def test_a_state_goes_round() -> None:
    before = state(Place(ENTITY, "b"))
    before.branches.add("kind:body")
    before.marks.toggle("c")
    before.sizes["tree"] = 20
    after = remembered(State(before.arrangement), to_remember(before, ""))
    assert (after.open, after.sizes, after.marks.kept) == (before.open, before.sizes, before.marks.kept)


def test_it_goes_round_through_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert sessions.write(str(tmp_path), to_remember(state(Place(ENTITY, "b", row=7)), "dark")) == ""
    assert sessions.read(str(tmp_path)) == SESSION


@pytest.mark.parametrize("name", ["kind", "structure"])
def test_no_open_branch_is_not_the_same_as_nothing_known(name: str) -> None:
    assert name in state().open


def test_what_happens_in_a_run_leaves_the_session_before_alone() -> None:
    running = state()
    running.branches.add("kind:body")
    running.sizes["tree"] = 20
    running.marks.toggle("b")
    assert SESSION.branches["kind"] == ()
    assert SESSION.sizes["tree"] == 44
    assert SESSION.marks[0] == ("b", "")


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((), ("", -1)),
        ((Place(ENTITY, "a"),), ("a", -1)),
        ((Place(ENTITY, "a", row=2),), ("a", 2)),
        ((Place(ENTITY, "a", row=2), Place(SOURCE, "a", 9, row=5)), ("a", 2)),
        ((Place(ENTITY, "a", row=2), Place(PROBLEMS)), ("a", 2)),
        ((Place(ENTITY, "a", row=2), Place(ENTITY, "b"), Place(PASSAGE, "s", locator="par 1")), ("b", -1)),
        ((Place(PROBLEMS),), ("", -1)),
    ],
)
def test_the_entity_shown_last_is_remembered_with_its_row(places: tuple[Place, ...], expected: tuple[str, int]) -> None:
    made = to_remember(state(*places), "")
    assert (made.place, made.row) == expected


def test_what_lies_ahead_in_the_history_was_left() -> None:
    running = state(Place(ENTITY, "a"), Place(ENTITY, "b"))
    running.history.back()
    assert to_remember(running, "").place == "a"


def test_the_day_and_the_unfolded_groups_are_not_remembered() -> None:
    running = state(Place(ENTITY, "b", row=7))
    running.day = "2003"
    running.unfolded.add(("b", "Members"))
    assert to_remember(running, "dark") == SESSION


def test_marks_that_another_run_has_made_meanwhile_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    start = Session(marks=(("a", ""), ("b", "")))
    assert Keeper("data", None).keep(start) == ""
    one, other = Keeper("data", read("data")), Keeper("data", read("data"))
    one.keep(start._replace(marks=(("a", ""), ("b", ""), ("mine", ""))))
    other.keep(start._replace(marks=(("b", ""), ("theirs", "key"))))
    kept = read("data")
    assert kept is not None
    assert set(kept.marks) == {("b", ""), ("theirs", "key"), ("mine", "")}


def test_why_nothing_can_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert Keeper("data", None).keep(Session()) != ""
