"""What is marked for the brief, as a card."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.view.brief import brief_card
from explorer.view.card import Card
from explorer.view.rows import Row
from tests.builders import as_of, of

HOW = "m marks"


def made(store: Store, *marks: tuple[str, str], asked: str = "") -> Card:
    """The card of these marks."""
    return brief_card(store, marks, as_of(store, asked), how=HOW)


def marked(shown: Card) -> list[Row]:
    """The rows that stand for a mark."""
    return [row for row in shown.rows if row.mark[0]]


def test_without_a_mark_it_says_how_to_make_one(store: Store) -> None:
    assert made(store).rows == (Row("title", "Nothing is marked for the brief"), Row("line", HOW))


def test_the_title_counts_the_marks(store: Store) -> None:
    shown = made(store, ("staff", ""), ("staff", "status"), ("alpha", ""))
    assert shown.rows[0].text == "3 marked for the brief"
    assert shown.rows[1].text == HOW


def test_marks_stand_under_their_entities_in_the_order_of_marking(store: Store) -> None:
    shown = made(store, ("staff", "strength-2"), ("alpha", "member-of.league"), ("staff", "status"), ("staff", ""))
    assert [row.text for row in shown.rows if row.kind == "heading"] == ["Joint Staff", "Alpha"]
    assert [row.mark for row in marked(shown)] == [
        ("staff", "strength-2"),
        ("staff", "status"),
        ("staff", ""),
        ("alpha", "member-of.league"),
    ]


@pytest.mark.parametrize(
    ("mark", "text", "notes", "source", "signs"),
    [
        (("staff", "strength-2"), "55 officers · It took up work with more.", ("2005",), "late §1 ¶1", "plan/made"),
        (("staff", "status"), "It does its work well.", ("stated 2007",), "late §1 ¶3", ""),
        (("staff", "range"), "280 thousand km · It can hear far.", ("stated April 2003",), "late §1 ¶1 n. 1", "≠ ?"),
        (("staff", "chair.alpha"), "chaired by Alpha (first chair)", ("2005 to 2006",), "late §1 ¶2", ""),
        (("beta", "member-of.league-2"), "member of League of Two", ("not so, 2004",), "late §1 ¶2", ""),
    ],
)
def test_a_statement_stands_with_its_time_source_and_marks(
    store: Store, mark: tuple[str, str], text: str, notes: tuple[str, ...], source: str, signs: str
) -> None:
    (row,) = marked(made(store, mark))
    assert (row.kind, row.text, row.notes, row.source, row.marks) == ("fact", text, notes, source, signs)


def test_a_time_that_is_marked_is_said_once(store: Store) -> None:
    (row,) = marked(made(store, ("staff", "when-2")))
    assert (row.text, row.notes) == ("since 2005", ())


def test_a_statement_leads_to_its_entity_and_knows_its_source(store: Store) -> None:
    (row,) = marked(made(store, ("staff", "strength-2")))
    assert (row.target, row.claim) == ("staff", of(store, "staff")["strength-2"].number)


def test_an_entity_is_marked_as_a_whole(store: Store) -> None:
    (row,) = marked(made(store, ("staff", "")))
    assert (row.kind, row.value, row.notes, row.target) == ("link", "everything", ("body", "since 2005"), "staff")


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (("gone", ""), "gone is no longer in the data"),
        (("gone", "strength"), "gone strength is no longer in the data"),
        (("staff", "colour"), "staff colour is no longer in the data"),
    ],
)
def test_what_is_no_longer_in_the_data_can_still_be_unmarked(store: Store, mark: tuple[str, str], text: str) -> None:
    (row,) = marked(made(store, mark))
    assert (row.text, row.mark, row.target, row.claim) == (text, mark, "", 0)


def test_hostile_marks_arrive_clean(store: Store) -> None:
    shown = made(store, ("a\x1b[31m", "b\u202e"))
    assert [row.text for row in shown.rows if not row.text.isprintable()] == []


def test_as_of_a_day_the_times_are_told_from_there(store: Store) -> None:
    (row,) = marked(made(store, ("staff", "strength-2"), asked="2006"))
    assert row.notes == ("as of 2005",)
