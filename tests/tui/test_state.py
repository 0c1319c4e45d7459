"""The history: where one is, where one was."""

from __future__ import annotations

from explorer.tui.state import ENTITY, LONGEST, History, Place


def place(id_: str) -> Place:
    return Place(ENTITY, id_)


def visited(*ids: str) -> History:
    history = History()
    for id_ in ids:
        history.go(place(id_))
    return history


def ids(history: History) -> list[str]:
    return [one.id for one in history.places]


def test_back_and_forward_retrace_the_way() -> None:
    history = visited("a", "b", "c")
    steps = [history.back(), history.back(), history.back(), history.forward(), history.forward(), history.forward()]
    assert [step and step.id for step in steps] == ["b", "a", None, "b", "c", None]


def test_going_somewhere_forgets_what_lay_ahead() -> None:
    history = visited("a", "b", "c")
    history.back()
    history.back()
    history.go(place("d"))
    assert ids(history) == ["a", "d"]


def test_the_same_place_is_not_visited_twice_in_a_row() -> None:
    assert ids(visited("a", "a", "b")) == ["a", "b"]


def test_stepping_through_a_tree_leaves_one_place_behind() -> None:
    history = visited("a")
    for id_ in "bcd":
        history.follow(place(id_))
    assert ids(history) == ["a", "d"]


def test_what_was_opened_out_of_passing_stays() -> None:
    history = visited("a")
    history.follow(place("b"))
    history.settle()
    history.follow(place("c"))
    assert ids(history) == ["a", "b", "c"]


def test_a_place_keeps_its_row_and_day() -> None:
    history = History()
    history.go(Place(ENTITY, "a", day="2004"))
    history.note(row=7)
    history.go(Place(ENTITY, "a", day="2006"))
    assert history.back() == Place(ENTITY, "a", row=7, day="2004")


def test_the_history_does_not_grow_without_end() -> None:
    history = visited(*(f"e{number}" for number in range(LONGEST + 50)))
    assert len(history.places) == LONGEST
    assert history.here == place(f"e{LONGEST + 49}")
