"""Where one is and where one was, and what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.tui.state import ENTITY, LONGEST, PROBLEMS, History, Marks, Place, State


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


def test_what_was_gone_into_after_it_was_looked_at_in_passing_stays() -> None:
    history = visited("a")
    history.follow(place("b"))
    history.go(place("b"))
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


def test_the_row_and_the_pane_do_not_make_another_place() -> None:
    here = Place(ENTITY, "a", row=7, pane="detail")
    assert here.same(place("a"))


@pytest.mark.parametrize(
    "other", [place("b"), Place(PROBLEMS), Place(ENTITY, "a", claim=3), Place(ENTITY, "a", day="2003"), None]
)
def test_the_rest_of_it_does(other: Place | None) -> None:
    assert not place("a").same(other)


def test_a_place_keeps_the_pane_in_which_it_was_left() -> None:
    history = visited("a", "b")
    history.note(row=2, pane="detail")
    history.back()
    history.note(row=5, pane="tree")
    there = history.forward()
    assert (there, history.back()) == (
        Place(ENTITY, "b", row=2, pane="detail"),
        Place(ENTITY, "a", row=5, pane="tree"),
    )


def test_there_is_nothing_to_note_before_the_first_place() -> None:
    history = History()
    history.note(row=2, pane="detail")
    assert history.here is None


@pytest.mark.parametrize(
    ("steps", "last"),
    [
        ("", None),
        ("a", None),
        ("ab", "a"),
        ("abc", "b"),
        ("abc<", "c"),
        ("abc<<", "b"),
        ("abc<>", "b"),
        ("abb", "a"),
        ("ab<<", "b"),
        ("ab>", "a"),
        ("ab<c", "a"),
    ],
)
def test_the_last_place_is_the_one_shown_before(steps: str, last: str | None) -> None:
    history = History()
    for step in steps:
        if step in "<>":
            history.back() if step == "<" else history.forward()
        else:
            history.go(place(step))
    assert (history.last.id if history.last else None) == last


def test_two_places_can_be_gone_between() -> None:
    history = visited("a", "b")
    shown = []
    for _ in range(4):
        assert history.last is not None
        history.go(history.last)
        assert history.here is not None
        shown.append(history.here.id)
    assert shown == ["a", "b", "a", "b"]


def test_what_a_tree_is_stepped_through_is_not_the_last_place() -> None:
    history = visited("a", "b")
    for id_ in "cde":
        history.follow(place(id_))
    assert history.last == place("b")


def test_the_first_place_can_be_one_in_passing() -> None:
    history = History()
    history.follow(place("a"))
    history.follow(place("b"))
    assert ids(history) == ["b"]
    assert history.last is None


def test_back_from_a_place_in_passing_leads_to_where_one_came_from() -> None:
    history = visited("a", "b")
    history.follow(place("c"))
    history.follow(place("d"))
    assert history.back() == place("b")


def test_stepping_on_after_going_back_leaves_the_place_gone_back_to() -> None:
    history = visited("a", "b")
    history.follow(place("c"))
    history.back()
    history.follow(place("d"))
    assert ids(history) == ["a", "b", "d"]


def test_stepping_back_onto_the_place_one_came_from_leaves_it_once() -> None:
    history = visited("a")
    history.note(row=3)
    for id_ in "bab":
        history.follow(place(id_))
    assert ids(history) == ["a", "b"]


@given(st.lists(st.sampled_from(["a", "b", "c", "<", ">", "-", "f", "g", "!"]), max_size=40))
def test_however_one_goes_back_leads_the_way_one_came(steps: list[str]) -> None:
    history = History()
    for step in steps:
        if step == "-" and history.last:
            history.go(history.last)
        elif step in "fg":
            history.follow(place(step))
        elif step == "!":
            history.settle()
        elif step in "<>":
            history.back() if step == "<" else history.forward()
        elif step in "abc":
            history.go(place(step))
    way = history.places[: history.at + 1]
    back = [history.here, *iter(history.back, None)]
    assert [one for one in back if one] == way[::-1]


def test_marks_keep_the_order_of_marking() -> None:
    marks = Marks()
    for mark in (("b", ""), ("a", "strength"), ("a", "")):
        marks.toggle(*mark)
    assert marks.kept == [("b", ""), ("a", "strength"), ("a", "")]


def test_marking_twice_takes_the_mark_away() -> None:
    marks = Marks()
    assert [marks.toggle("a", "x"), marks.toggle("a", "x"), marks.toggle("a", "x")] == [True, False, True]
    assert len(marks) == 1


def test_an_entity_and_its_statements_are_marked_apart() -> None:
    marks = Marks([("a", "x")])
    assert (("a", "x") in marks, ("a", "") in marks, ("a", "y") in marks) == (True, False, False)


def test_marks_that_were_kept_twice_are_kept_once() -> None:
    assert Marks([("a", ""), ("b", ""), ("a", "")]).kept == [("a", ""), ("b", "")]


def test_branches_are_those_of_the_arrangement_that_is_shown() -> None:
    state = State("structure")
    state.branches.add("a")
    state.arrangement = "kind"
    state.branches.add("kind:body")
    assert state.open == {"structure": {"a"}, "kind": {"kind:body"}}
