"""Troubles as rows: each statement beside the other, with time, mood, speaker and the date of its source."""

from __future__ import annotations

from explorer.store.read import Store
from explorer.view.rows import Row
from explorer.view.troubles import troubles_card
from tests.builders import as_of, entity


def rows(store: Store, kind: str, asked: str = "") -> tuple[Row, ...]:
    """The rows of one kind of trouble of the staff."""
    return troubles_card(store, as_of(store, asked), entity(store, "staff"), kind).rows


def test_the_title_counts_and_names(store: Store) -> None:
    assert rows(store, "")[0].text == "4 troubles: Joint Staff"


def test_below_it_each_kind_is_counted(store: Store) -> None:
    counts = [(row.text, row.value) for row in rows(store, "") if row.kind == "bar"]
    assert counts == [("differs", "1"), ("plan and outcome", "2"), ("doubtful", "1")]


def test_each_count_opens_the_list_that_it_counts(store: Store) -> None:
    for row in [row for row in rows(store, "") if row.kind == "bar"]:
        _, id_, kind = row.view
        listed = troubles_card(store, as_of(store), entity(store, id_), kind).rows
        assert listed[0].text.startswith(f"{row.value} trouble")
        assert sum(one.kind == "heading" for one in listed) == int(row.value)


def test_a_heading_says_what_it_is_about_and_what_kind_of_trouble(store: Store) -> None:
    headings = [(row.text, row.marks) for row in rows(store, "") if row.kind == "heading"]
    assert headings == [
        ("Joint Staff: strength", "plan and outcome"),
        ("Joint Staff: range", "≠ differs"),
        ("Joint Staff: time", "plan and outcome"),
        ("Joint Staff: range", "? doubtful"),
    ]


def test_a_plan_stands_beside_what_came_of_it(store: Store) -> None:
    assert [row.value for row in rows(store, "plan") if row.value] == ["at most 50 officers", "55 officers"]


def test_mood_speaker_and_age_of_the_source_are_said(store: Store) -> None:
    (planned,) = [row for row in rows(store, "plan") if row.value.startswith("at most")]
    assert planned.notes == ("planned, said 14 May 2002?", "says Unnamed sources", "written May 2002")


def test_the_doubt_and_the_likely_reading_stand_below_the_printed_figure(store: Store) -> None:
    (doubted,) = [row for row in rows(store, "doubt") if row.kind == "fact"]
    assert doubted.remarks == ("? As printed it would hear the moon.", "  likely: 280 km")


def test_enter_leads_to_the_statement_where_it_stands(store: Store) -> None:
    (doubted,) = [row for row in rows(store, "doubt") if row.kind == "fact"]
    assert (doubted.target, doubted.mark) == ("staff", ("staff", "range"))


def test_where_there_is_none_it_says_so(store: Store) -> None:
    assert troubles_card(store, as_of(store), entity(store, "gamma")).rows == (
        Row("title", "No troubles: Gamma", asks=("troubles", "gamma")),
    )
