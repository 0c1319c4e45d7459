"""Figures as bars: one scale a unit, ranges as ranges, the doubtful hatched and never scaled to."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.text import width
from explorer.view.bars import PLANNED, RANGE, SURE, UNSURE, Stretch
from explorer.view.figures import figures_card
from explorer.view.rows import Row, layout
from tests.builders import as_of, compiled

WORLD = """
yard:
  kind: body
  name: Yard
  facts:
    - {text: Few., about: strength, value: 40 officers, cite: early par 1}
    - {text: Some., about: strength, value: 50..100 officers, cite: early par 2}
    - {text: Odd., about: strength, value: 90 thousand officers, cite: early par 3, doubt: Odd., likely: 90 officers}
    - {text: Odd alone., about: strength, value: 900 officers, cite: early par 3, doubt: Odd.}
    - {text: To be., about: strength, value: at most 80 officers, mood: planned, said: 2001, cite: early par 4}
    - {text: Not said., about: strength, value: not given, cite: early par 5}
    - {text: Far., about: range, value: over 20 km, when: 2005, cite: early par 5}
"""


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A yard with figures of every sort."""
    return compiled(tmp_path_factory.mktemp("yard"), WORLD)


def bars(store: Store, about: str, asked: str = "") -> dict[str, tuple[Stretch, ...]]:
    """The bar of each figure."""
    rows = figures_card(store, about, as_of(store, asked)).rows
    return {row.value.partition(",")[0]: row.bar for row in rows if row.kind == "bar"}


def test_the_scale_ends_at_the_largest_figure_that_nobody_doubts(yard: Store) -> None:
    assert bars(yard, "strength")["40"] == (Stretch(0.0, 0.4, SURE),)


def test_a_range_is_solid_to_its_lower_end_and_then_a_range(yard: Store) -> None:
    assert bars(yard, "strength")["50..100"] == (Stretch(0.0, 0.5, SURE), Stretch(0.5, 1.0, RANGE))


def test_a_doubtful_figure_is_hatched_to_its_likely_reading(yard: Store) -> None:
    assert bars(yard, "strength")["90 thousand officers"] == (Stretch(0.0, 0.9, UNSURE),)


def test_a_doubtful_figure_past_the_scale_goes_on_beyond_it(yard: Store) -> None:
    assert bars(yard, "strength")["900"] == (Stretch(0.0, 1.0, UNSURE), Stretch(1.0, 1.0, UNSURE, "»"))


def test_a_doubtful_figure_stands_among_those_of_the_unit_that_is_likely_meant(tmp_path: Path) -> None:
    text = """
yard:
  kind: body
  name: Yard
  facts:
    - {text: Few., about: strength, value: 40 officers, cite: early par 1}
    - {text: Odd., about: strength, value: 200 thousand officers, cite: early par 3, doubt: Odd., likely: 200 troops}
    - {text: Many., about: strength, value: 400 troops, cite: early par 4}
"""
    store = compiled(tmp_path, text)
    rows = [row for row in figures_card(store, "strength", as_of(store)).rows if row.kind in ("heading", "bar")]
    assert [row.value or row.text for row in rows] == [
        "In troops",
        "400",
        "200 thousand officers, likely 200 troops",
        "In officers",
        "40",
    ]
    assert rows[2].bar == (Stretch(0.0, 0.5, UNSURE),)


def test_a_plan_has_a_sign_of_its_own(yard: Store) -> None:
    assert bars(yard, "strength")["at most 80 officers"] == (Stretch(0.0, 0.8, PLANNED),)


def test_what_has_no_upper_bound_goes_on(yard: Store) -> None:
    (bar,) = bars(yard, "range").values()
    assert [(one.sign, one.letter) for one in bar] == [(SURE, ""), (RANGE, ""), (RANGE, "»")]


def test_a_gap_is_told_as_one(yard: Store) -> None:
    rows = figures_card(yard, "strength", as_of(yard)).rows
    at = rows.index(Row("heading", "No figure given"))
    assert [(row.value, row.text) for row in rows[at + 1 :]] == [("Yard", "Not said.")]


def test_the_largest_stands_first_by_what_is_likely_meant(yard: Store) -> None:
    assert list(bars(yard, "strength")) == [
        "900",
        "50..100",
        "90 thousand officers",
        "at most 80 officers",
        "40",
    ]


def test_the_likely_reading_stands_beside_the_printed_one(yard: Store) -> None:
    rows = figures_card(yard, "strength", as_of(yard)).rows
    assert "90 thousand officers, likely 90 officers" in [row.value for row in rows]


def test_only_signs_that_are_drawn_are_explained(yard: Store) -> None:
    assert figures_card(yard, "range", as_of(yard)).rows[1].text == "█ so many  ▒ between these"


def test_a_day_leaves_out_what_was_said_of_a_later_time(yard: Store) -> None:
    assert bars(yard, "range", "2001") == {}


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 138])
def test_no_line_is_wider_than_there_is_room(yard: Store, columns: int) -> None:
    rows = figures_card(yard, "strength", as_of(yard)).rows
    assert [line.text for line in layout(rows, columns) if width(line.text) > columns] == []
