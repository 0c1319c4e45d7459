"""What a person or voice is reported to have said stands on its card, and leads to where it stands."""

from __future__ import annotations

import pytest

from explorer.export.records import entity_record
from explorer.store.read import Store
from explorer.view.card import card
from explorer.view.rows import Row
from tests.builders import as_of, compiled, entity

WORLD = """
herald:
  kind: voice
  name: Herald
  facts:
    - {text: He rose early., about: status, by: herald, cite: early par 1}

yard:
  kind: body
  name: Yard
  when: {is: 2003, by: herald, cite: late sec 1 par 2}
  links:
    organ-of: {to: herd, by: herald, cite: early par 2}
  facts:
    - {text: It grows., about: strength, value: 40 officers, when: 2005, by: herald, cite: late sec 1 par 1}
    - {text: He is loud., about: status, of: herald, by: herald, cite: early par 3}
    - {text: He is seen there., about: status, of: herald, cite: early par 4}
    - {text: Nobody said it., about: status, cite: early par 4}

herd:
  kind: body
  name: Herd
"""


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A yard of which a herald speaks."""
    return compiled(tmp_path_factory.mktemp("yard"), WORLD)


def under(store: Store, heading: str, asked: str = "") -> list[Row]:
    """The rows below a heading of the herald's card."""
    rows = card(store, entity(store, "herald"), as_of(store, asked)).rows
    at = next((number for number, row in enumerate(rows) if (row.kind, row.text) == ("heading", heading)), len(rows))
    below = list(rows[at + 1 :])
    end = next((number for number, row in enumerate(below) if row.kind in ("gap", "heading")), len(below))
    return below[:end]


def test_a_figure_said_stands_with_what_it_is_about(yard: Store) -> None:
    (figure,) = [row for row in under(yard, "Says") if row.value]
    assert (figure.value, figure.text, figure.notes[:2]) == ("40 officers", "It grows.", ("of Yard", "2005"))


def test_links_and_times_said_are_told_in_words(yard: Store) -> None:
    texts = [row.text for row in under(yard, "Says")]
    assert {"organ of Herd", "2003"} <= set(texts)


def test_the_speaker_is_not_named_again_on_each_row(yard: Store) -> None:
    assert [note for row in under(yard, "Says") for note in row.notes if note.startswith("says")] == []


def test_what_was_said_of_the_speaker_is_there_once(yard: Store) -> None:
    assert "He is loud." in [row.text for row in under(yard, "Says")]
    assert [row.text for row in under(yard, "Said of it elsewhere")] == ["He is seen there."]


def test_enter_leads_to_the_statement_where_it_stands(yard: Store) -> None:
    (figure,) = [row for row in under(yard, "Says") if row.value]
    assert (figure.target, figure.mark[0]) == ("yard", "yard")


def test_a_day_leaves_out_what_is_of_a_later_time(yard: Store) -> None:
    assert "It grows." not in [row.text for row in under(yard, "Says", "2004")]


def test_json_has_each_fact_said_among_the_mentions_once(yard: Store) -> None:
    made = entity_record(yard, entity(yard, "herald"), as_of(yard))["mentions"]
    assert sorted(one["text"] for one in made) == ["He is loud.", "He is seen there.", "It grows."]
    assert {one["by"]["id"] for one in made if one["by"]} == {"herald"}
