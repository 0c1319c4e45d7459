"""Who belonged to what on a day, and on whose word."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store import membership
from explorer.store.membership import IN, OUT
from explorer.store.read import Store
from explorer.values.dates import UNKNOWN
from tests import builders


def standing(store: Store, state: str, asked: str) -> membership.Member:
    """One state's standing towards the league."""
    league = builders.entity(store, "league")
    return membership.member(store, league, builders.entity(store, state), builders.as_of(store, asked))


@pytest.mark.parametrize(
    ("state", "asked", "answer"),
    [
        ("alpha", "1991", OUT),
        ("alpha", "1992", UNKNOWN),
        ("alpha", "1995", IN),
        ("alpha", "1999-06", UNKNOWN),
        ("alpha", "2001", OUT),
        ("alpha", "2004-06-01", OUT),
        ("alpha", "2006", UNKNOWN),
        ("alpha", "2007-01-01", IN),
        ("alpha", "2020", UNKNOWN),
        ("alpha", "", IN),
        ("bravo", "2001", OUT),
        ("bravo", "2002-04", UNKNOWN),
        ("bravo", "2003", UNKNOWN),
        ("charlie", "1995", UNKNOWN),
        ("charlie", "", UNKNOWN),
        ("delta", "2005", UNKNOWN),
        ("delta", "", UNKNOWN),
    ],
)
def test_a_state_is_in_or_out_or_nobody_can_tell(world: Store, state: str, asked: str, answer: str) -> None:
    assert standing(world, state, asked).answer == answer


def test_an_answer_rests_on_the_claims_that_give_it(world: Store) -> None:
    inside, outside = standing(world, "alpha", "1995"), standing(world, "alpha", "2004-06-01")
    assert [cite.display for cite in inside.cites] == ["early ¶1"]
    assert (inside.role, inside.since and inside.since.text, inside.until and inside.until.text) == (
        "founder", "1992", "1999",
    )  # fmt: skip
    assert "late §1 ¶2" in [cite.display for cite in outside.cites]


def test_an_open_membership_has_no_end(world: Store) -> None:
    member = standing(world, "alpha", "2007-01-01")
    assert (member.since and member.since.text, member.until) == ("2006", None)


def test_everyone_of_whom_something_is_said_is_listed_by_name(world: Store) -> None:
    league = builders.entity(world, "league")
    members = membership.members(world, league, builders.as_of(world, "2007-01-01"))
    assert [(member.ref.name, member.answer) for member in members] == [
        ("Alpha", IN), ("Bravo", UNKNOWN), ("Delta", UNKNOWN),
    ]  # fmt: skip
    assert [len(member.claims) for member in members] == [1, 1, 1]


def test_only_relations_that_mean_membership_count(world: Store) -> None:
    assert membership.membership_relations(world) == {"member-of"}
    assert membership.members(world, builders.entity(world, "council"), builders.as_of(world)) == []


DISPUTED = """
    league: {kind: organisation, name: League}
    denied: {kind: state, name: A, links: {member-of: {to: league, when: 2004, mood: denied, cite: late}}}
    both:
      kind: state
      name: B
      links:
        member-of:
          - {to: league, when: 2003/2007, cite: late}
          - {to: league, when: 2005, mood: denied, cite: early}
"""


@pytest.mark.parametrize(
    ("state", "asked", "answer"),
    [
        ("denied", "2004", OUT),
        ("denied", "2005", UNKNOWN),
        ("denied", "", OUT),
        ("both", "2004", IN),
        ("both", "2005", UNKNOWN),
        ("both", "2005-06-01", UNKNOWN),
        ("both", "2002", OUT),
    ],
)
def test_a_denial_says_no_and_against_an_assertion_nobody_can_tell(
    tmp_path: Path, state: str, asked: str, answer: str
) -> None:
    assert standing(builders.compiled(tmp_path, DISPUTED), state, asked).answer == answer
