"""Stretches of an axis in letters, and rows that carry them."""

from __future__ import annotations

import pytest

from explorer.text import width
from explorer.values import dates
from explorer.view.bars import SURE, UNSURE, Stretch, drawn
from explorer.view.rows import Row, layout
from explorer.view.spans import stretches

HALF = (Stretch(0, 0.5),)


@pytest.mark.parametrize(
    ("stretches", "text"),
    [
        ((), "··········"),
        (HALF, "█████·····"),
        ((Stretch(0, 0.2), Stretch(0.4, 1, UNSURE)), "██··░░░░░░"),
        ((Stretch(0.3, 0.3),), "···█······"),
        ((Stretch(1, 1),), "·········█"),
        ((Stretch(0, 1, UNSURE), Stretch(0.2, 0.6)), "░░████░░░░"),
        ((Stretch(0.2, 0.8, SURE, "F"),), "··F█████··"),
    ],
)
def test_stretches_fill_their_part_of_the_axis(stretches: tuple[Stretch, ...], text: str) -> None:
    assert drawn(stretches, 10) == text


@pytest.mark.parametrize("columns", [10, 40, 60, 80, 140])
def test_no_line_of_a_bar_is_wider_than_its_pane(columns: int) -> None:
    row = Row("bar", text="A name of several words", value="many officers", bar=HALF, notes=("2004",), source="art. ¶1")
    assert max(width(line.text) for line in layout((row,), columns)) <= columns


def test_a_figure_too_long_to_stand_beside_its_bar_stands_below() -> None:
    lines = [line.text.rstrip() for line in layout((Row("bar", text="Staff", value="50 officers", bar=HALF),), 40)]
    assert lines == ["  Staff         ████████·······", "    50 officers"]


@pytest.mark.parametrize(
    ("time", "text"),
    [
        ("1992-05-15/2002-06-30", "██████······"),
        ("1992/2010", "████████████"),
        ("../2002-06-30", "██████······"),
        ("1992/2002-06", "█████░······"),
        ("1992/", "░░░░░░░░░░░░"),
        ("/2002-06-30", "░░░░░█······"),
        ("2002-07-01/2010", "······██████"),
        ("1992?/2002-06-30", "██████······"),
    ],
)
def test_what_was_so_before_the_axis_begins_is_solid_as_far_as_it_surely_was_so(time: str, text: str) -> None:
    assert drawn(stretches(dates.parse(time), "", "2002-01-01", "2002-12-31"), 12) == text
