"""Who was a member, over time: bars, roles, the uncertain, and counts that open what they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.view.bars import DENIED, SURE, UNSURE
from explorer.view.members import members_card
from explorer.view.rows import MEMBERS, Row
from tests import builders
from tests.builders import as_of
from tests.screens import HARBOUR, compiled


@pytest.fixture(scope="module")
def harbour() -> Store:
    """The harbour compiled in memory."""
    return compiled(HARBOUR)


def bars(store: Store, id_: str = "", day: str = "") -> list[Row]:
    """The rows with bars."""
    return [row for row in members_card(store, id_, as_of(store, day)).rows if row.kind == "bar"]


def headings(store: Store, id_: str = "", day: str = "") -> list[str]:
    """The headings."""
    return [row.text for row in members_card(store, id_, as_of(store, day)).rows if row.kind == "heading"]


def test_periods_and_denials_are_stretches_with_the_role_as_a_letter(store: Store) -> None:
    signs = {row.text: [(one.sign, one.letter) for one in row.bar] for row in bars(store, "league")}
    assert signs == {
        "Alpha": [(UNSURE, "F"), (SURE, "")],
        "Beta": [(UNSURE, ""), (SURE, ""), (DENIED, "")],
    }


def test_the_letters_of_roles_are_explained(store: Store) -> None:
    legend = members_card(store, "league", as_of(store)).rows[1].text
    assert legend.endswith("F=founder")
    assert legend.startswith("1992 to ")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("", ["In (1)", "Out (1)"]),
        ("1995", ["In (2)"]),
        ("2001", ["In (1)", "Out (1)"]),
        ("2004", ["Out (1)", "Cannot tell (1)"]),
        ("2020", ["Cannot tell (2)"]),
    ],
)
def test_the_members_of_a_day_stand_under_what_can_be_told(store: Store, day: str, told: list[str]) -> None:
    assert headings(store, "league", day) == told


@pytest.mark.parametrize("day", ["", "1866", "1870", "1874"])
def test_each_count_opens_the_list_that_it_counts(harbour: Store, day: str) -> None:
    counted = [row for row in bars(harbour, day=day) if row.value]
    assert counted
    for row in counted:
        assert row.view[0] == MEMBERS
        listed = headings(harbour, row.view[1], day)
        sure, _, unsure = row.value.removesuffix("?").partition("+")
        assert (f"In ({sure})" in listed) == (sure != "0")
        assert (f"Cannot tell ({unsure})" in listed) == bool(unsure)


def test_a_state_has_its_organisations_and_each_leads_there(store: Store) -> None:
    assert [(row.text, row.target) for row in bars(store, "beta")] == [("League", "league"), ("Joint Staff", "staff")]
    assert members_card(store, "beta", as_of(store)).name == "Beta as a member"


def test_what_no_source_calls_a_member_says_so(store: Store) -> None:
    assert members_card(store, "gamma", as_of(store)).rows[-1].text == "No source speaks of it as a member."


def test_what_the_day_hides_is_counted(store: Store) -> None:
    assert members_card(store, "league", as_of(store, "1995")).hidden == 1


def test_a_planned_membership_is_told_as_one_with_whoever_says_so(tmp_path: Path) -> None:
    text = """
league: {kind: organisation, name: League}
criers: {kind: voice, name: Criers}
alpha:
  kind: state
  name: Alpha
  links:
    member-of: {to: league, as: founder, when: 2005/.., mood: planned, said: 2004, by: criers, cite: early par 1}
"""
    (row,) = bars(builders.compiled(tmp_path, text), "league")
    assert row.notes == ("planned from 2005 on, said 2004 (founder), says Criers",)
