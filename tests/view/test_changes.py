"""What changed between two days: which sorts of changes, how sure, with what before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import UsageError
from explorer.store.read import Store
from explorer.view.changes import changes, changes_card, days_of, notes, ordered
from tests.builders import as_of, compiled


def told(store: Store, one: str, other: str, day: str = "") -> list[tuple[str, str]]:
    """Sort and words of each change."""
    return [(change.change, change.text) for change in changes(store, *ordered(store, one, other), as_of(store, day))]


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("1991", "1993-06", ("joined", "Alpha: member of League of Two (founder)")),
        ("1998", "2001", ("left", "Beta: member of League of Two")),
        ("1992-05-14", "1992-05-15", ("founded", "League of Two")),
        ("1992", "1994", ("ended", "Old Staff")),
        ("1994", "1996", ("renamed", "Council: called Round Table")),
        ("2004", "2006", ("figure", "Joint Staff: 55 officers · It took up work with more.")),
        ("2004", "2006", ("began", "Joint Staff: chaired by Alpha (first chair)")),
        ("2006", "2007", ("over", "Joint Staff: chaired by Alpha (first chair)")),
    ],
)
def test_each_sort_of_change_is_told(store: Store, one: str, other: str, change: tuple[str, str]) -> None:
    assert change in told(store, one, other)


def test_what_began_on_the_first_day_was_so_already(store: Store) -> None:
    assert ("founded", "League of Two") not in told(store, "1992-05-15", "1992-06-01")


def test_what_may_lie_outside_is_told_as_perhaps(store: Store) -> None:
    found = changes(store, *ordered(store, "2004-12-01", "2005-06-01"), as_of(store))
    first = next(one for one in found if one.change == "founded" and not one.claim.mood)
    assert not first.sure
    assert notes(first)[0] == "perhaps"


def test_a_plan_is_told_as_one(store: Store) -> None:
    found = changes(store, *ordered(store, "2003-12-01", "2004-02-01"), as_of(store))
    assert [notes(one) for one in found if one.change == "founded"] == [
        ("planned from 1 January 2004 on, said April 2003",)
    ]


def test_a_figure_has_the_one_before_it_beside_it(store: Store) -> None:
    found = changes(store, *ordered(store, "2004", "2006"), as_of(store))
    assert [one.before for one in found if one.change == "figure"] == [
        "at most 50 officers, planned, said 14 May 2002?"
    ]


def test_what_the_day_hides_is_not_among_them(store: Store) -> None:
    assert ("founded", "Joint Staff") in told(store, "2004-06", "2006")
    assert ("founded", "Joint Staff") not in told(store, "2004-06", "2006", "2003")


def test_denials_and_events_are_no_changes(store: Store) -> None:
    texts = {text for _, text in told(store, "1990", "2008")}
    assert "Summit of Alpha" not in texts
    assert not [
        one for one in changes(store, *ordered(store, "1990", "2008"), as_of(store)) if one.claim.mood == "denied"
    ]


@pytest.mark.parametrize("text", ["2002 2004", "2002 to 2004", "first summit to summit of alpha"])
def test_two_days_are_read(store: Store, text: str) -> None:
    first, last = days_of(store, text)
    assert first.end_latest < last.start_earliest


@pytest.mark.parametrize("text", ["2002", "", "2004 2002", "2002-05-01 2002-05-01", "2002 2003 2004", "2002 someday"])
def test_other_than_two_days_in_order_are_refused(store: Store, text: str) -> None:
    with pytest.raises(UsageError):
        days_of(store, text)


def test_the_card_counts_each_sort_and_leads_to_the_source(store: Store) -> None:
    card = changes_card(store, "1991 1994", as_of(store))
    assert card.name == "From 1991 to 1994"
    assert [row.text for row in card.rows if row.kind == "heading"] == [
        "Joined (2)", "Founded (2)", "Ended (1)", "Renamed (1)"
    ]  # fmt: skip
    assert all(row.claim and row.target for row in card.rows if row.kind == "fact")


POSTS = """
crew: {kind: organisation, name: Crew}
staff:
  kind: body
  name: Staff
  links:
    organ-of: {to: crew, cite: early par 1}
    chair:
      - {to: alpha, as: head, when: 2001, cite: early par 1}
      - {to: alpha, as: head, when: 2002, cite: early par 2}
      - {to: beta, as: head, when: 2004-05, cite: early par 3}
      - {to: beta, as: clerk, when: 2006, cite: early par 3}
      - {to: alpha, as: clerk, when: 2007/.., cite: early par 3}
alpha: {kind: state, name: Alpha}
beta: {kind: state, name: Beta}
"""


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("1999", "2001", []),
        ("2001", "2002", [("Posts taken up", "Staff: chaired by Beta (head)", False, "Alpha, 2002")]),
        ("2002", "2003", [("Posts taken up", "Staff: chaired by Beta (head)", False, "Alpha, 2002")]),
        ("2003", "2005", [("Posts taken up", "Staff: chaired by Beta (head)", False, "Alpha, 2002")]),
        ("2004-06", "2005", []),
        ("2006", "2007", [("Posts taken up", "Staff: chaired by Alpha (clerk)", True, "")]),
    ],
)
def test_a_post_that_another_is_named_in_may_have_changed_hands_between(
    tmp_path: Path, one: str, other: str, told: list[tuple[str, str, bool, str]]
) -> None:
    store = compiled(tmp_path, POSTS)
    found = changes(store, *ordered(store, one, other), as_of(store))
    assert [(each.heading, each.text, each.sure, each.before) for each in found if each.post] == told
