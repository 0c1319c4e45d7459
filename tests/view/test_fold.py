"""Long groups of rows are cut, one heading at a time."""

from __future__ import annotations

import pytest

from explorer.view.card import Card
from explorer.view.fold import LONGEST, SHOWN, folded
from explorer.view.rows import Row


def group(heading: str, number: int, kind: str = "fact") -> list[Row]:
    """A heading with so many statements."""
    return [Row("gap"), Row("heading", heading), *(Row(kind, f"{heading} {at}") for at in range(number))]


def card(*groups: list[Row]) -> Card:
    """A card of these groups."""
    return Card("it", "It", (Row("title", "It"), *(row for rows in groups for row in rows)), 3)


def more(shown: Card) -> list[tuple[str, str]]:
    """The rows that stand for others: heading and what they say."""
    return [(row.value, row.text) for row in shown.rows if row.kind == "more"]


def kept(shown: Card, heading: str) -> int:
    """How many statements of a group are left."""
    return sum(row.kind in ("fact", "link") and row.text.startswith(heading) for row in shown.rows)


@pytest.mark.parametrize("number", [0, 1, SHOWN, LONGEST])
def test_a_short_group_is_left_as_it_is(number: int) -> None:
    given = card(group("A", number), group("B", 2))
    assert folded(given, ()) == given


@pytest.mark.parametrize("kind", ["fact", "link"])
@pytest.mark.parametrize("number", [LONGEST + 1, 200])
def test_a_long_group_is_cut_and_says_how_many_are_left_out(number: int, kind: str) -> None:
    shown = folded(card(group("A", number, kind)), ())
    assert kept(shown, "A") == SHOWN
    assert more(shown) == [("A", f"… {number - SHOWN} more")]


def test_the_row_for_the_rest_ends_its_group() -> None:
    shown = folded(card(group("A", 20), group("B", 1)), ())
    kinds = [row.kind for row in shown.rows]
    assert kinds == ["title", "gap", "heading", *["fact"] * SHOWN, "more", "gap", "heading", "fact"]


def test_a_group_that_is_wanted_whole_is_whole_and_can_be_folded() -> None:
    shown = folded(card(group("A", 20)), {"A"})
    assert kept(shown, "A") == 20
    assert more(shown) == [("A", "all 20 are shown; fold them")]


def test_each_group_is_folded_by_itself() -> None:
    shown = folded(card(group("A", 20), group("B", 30), group("C", 2)), {"B"})
    assert [kept(shown, heading) for heading in "ABC"] == [SHOWN, 30, 2]
    assert [heading for heading, _ in more(shown)] == ["A", "B"]


def test_a_heading_that_is_not_there_unfolds_nothing() -> None:
    given = card(group("A", 20))
    assert folded(given, {"B"}) == folded(given, ())


def test_a_long_group_without_a_heading_is_cut_too() -> None:
    shown = folded(card([Row("fact", f"A {at}") for at in range(20)]), ())
    assert more(shown) == [("", "… 12 more")]


def test_the_rest_of_the_card_stays() -> None:
    given = card([Row("line", "a line"), Row("text", "a text")], group("A", 20))
    shown = folded(given, ())
    assert shown._replace(rows=()) == given._replace(rows=())
    assert [row for row in shown.rows if row.kind not in ("fact", "more")] == [
        row for row in given.rows if row.kind != "fact"
    ]


def test_the_rows_that_stay_are_the_first() -> None:
    shown = folded(card(group("A", 20)), ())
    assert [row.text for row in shown.rows if row.kind == "fact"] == [f"A {at}" for at in range(SHOWN)]
