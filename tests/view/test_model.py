"""The stages of the model over the harbour's data: criteria, evidence, what compares, who has come how far."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.store.stages import concept_of, model, place_of, stages
from explorer.view.model import NOTHING, model_card
from tests.builders import as_of, entity
from tests.screens import HARBOUR, compiled


@pytest.fixture(scope="module")
def harbour() -> Store:
    """The harbour compiled in memory."""
    return compiled(HARBOUR)


def told(store: Store, id_: str = "", day: str = "") -> list[str]:
    """The rows of the card, headings among them."""
    return [row.text or row.value for row in model_card(store, id_, as_of(store, day)).rows if row.kind != "gap"]


def test_the_stages_stand_in_the_order_of_the_model(harbour: Store) -> None:
    main = model(harbour)
    assert main is not None
    assert [one.entity.id for one in stages(harbour, main, as_of(harbour))] == [
        "tolls-agreed",
        "waters-marked",
        "one-fleet",
    ]


def test_a_stage_has_criteria_evidence_and_what_is_said_on_who_came_to_it(harbour: Store) -> None:
    assert told(harbour, "one-fleet") == [
        "One fleet",
        "stage 3 of 3",
        "→ One fleet",
        "By what it is known",
        "  no criterion is named",
        "Evidence (1)",
        "← Lantern trial of 1871",
        "How far: League of the Three Rivers",
        "The rivers had come to the last step.",
        "Of one fleet there was no sign.",
        "→ Open water (idea in three steps)",
    ]


def test_statements_that_contradict_each_other_are_marked(harbour: Store) -> None:
    rows = model_card(harbour, "one-fleet", as_of(harbour)).rows
    assert [row.marks for row in rows if "fleet" in row.text and row.kind == "fact"] == ["≠"]


def test_the_day_leaves_out_what_came_later_and_keeps_the_yardstick(harbour: Store) -> None:
    assert "Evidence (1)" in told(harbour, "waters-marked")
    then = told(harbour, "waters-marked", "1865")
    assert "Evidence (0)" in then
    assert f"  {NOTHING}" in then
    assert "Lights and soundings are kept in common." in then


def test_the_number_of_a_stage_s_evidence_opens_the_list_that_it_counts(harbour: Store) -> None:
    rows = [row for row in model_card(harbour, "", as_of(harbour)).rows if row.kind == "bar"]
    assert [row.value for row in rows] == ["1", "1", "1"]
    for row in rows:
        assert f"Evidence ({row.value})" in told(harbour, row.view[1])


def test_a_data_set_without_a_model_says_so(store: Store) -> None:
    assert told(store) == ["No model", "The vocabulary names none."]


@pytest.mark.parametrize(
    ("id_", "place"), [("one-fleet", "one-fleet"), ("open-water", ""), ("league", ""), ("", ""), ("nowhere", "")]
)
def test_a_view_is_asked_about_a_stage_or_the_whole_model(harbour: Store, id_: str, place: str) -> None:
    assert place_of(harbour, id_) == place


def test_a_stage_knows_its_model(harbour: Store) -> None:
    found = concept_of(harbour, entity(harbour, "one-fleet"))
    assert found is not None
    assert found.id == "open-water"


@pytest.mark.parametrize(("day", "more"), [("1860", " on that day"), ("", "")])
def test_where_nobody_says_how_far_anything_had_come_that_is_told(harbour: Store, day: str, more: str) -> None:
    said = told(harbour, "one-fleet" if day else "tolls-agreed", day)
    assert [line for line in said if "no source says who" in line] == [
        f"  cannot tell: no source says who had come to it{more}"
    ]
