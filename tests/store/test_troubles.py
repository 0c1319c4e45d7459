"""Statements in trouble, five ways: each is one trouble, named on both statements and seen from both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store import claims
from explorer.store.read import Store
from tests import builders

FIGURE = "about: strength, value: {value}, {claim}, cite: {cite}"


def staff(*facts: str, head: str = "") -> str:
    """A body with these facts."""
    lines = [f"    - {{text: It is., {fact}}}" for fact in facts]
    return "\n".join(["staff:", "  kind: body", "  name: Staff", *head.splitlines(), "  facts:", *lines, ""])


def troubles(store: Store, id_: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Kind, question, words, and the statements of each trouble of an entity."""
    lens = builders.as_of(store)
    return [
        (found.kind, found.about, found.text, tuple(c.key for c in claims.numbered(store, found.claims, lens)))
        for found in claims.troubles(store, builders.entity(store, id_))
    ]


def test_figures_that_cannot_both_hold_differ(tmp_path: Path) -> None:
    facts = [FIGURE.format(value=value, claim="when: 2005", cite="early") for value in ("50 officers", "55 troops")]
    store = builders.compiled(tmp_path, staff(*facts))
    assert troubles(store, "staff") == [
        ("differs", "strength", "50 officers against 55 troops", ("strength", "strength-2"))
    ]
    assert [claim.troubles for claim in builders.of(store, "staff").values()] == [("differs",)] * 2


def test_a_plan_stands_beside_its_outcome(tmp_path: Path) -> None:
    facts = [
        FIGURE.format(value="at most 50 officers", claim="mood: planned", cite="early"),
        FIGURE.format(value="55 officers", claim="when: 2005", cite="late"),
    ]
    store = builders.compiled(tmp_path, staff(*facts))
    assert troubles(store, "staff") == [
        ("plan", "strength", "at most 50 officers foreseen; 55 officers reached", ("strength", "strength-2"))
    ]
    assert [claim.troubles for claim in builders.of(store, "staff").values()] == [("plan",)] * 2


def test_a_doubt_is_a_trouble_of_one_statement(tmp_path: Path) -> None:
    doubtful = FIGURE.format(value="5500 officers", claim="doubt: Too many., likely: 55 officers", cite="early")
    store = builders.compiled(tmp_path, staff(doubtful))
    assert troubles(store, "staff") == [("doubt", "strength", "Too many. Likely: 55 officers.", ("strength",))]
    assert builders.of(store, "staff")["strength"].likely == "55 officers"


@pytest.mark.parametrize("kind", ["against", "repeats"])
def test_what_an_editor_sets_against_another_statement_is_seen_on_both_sides(tmp_path: Path, kind: str) -> None:
    text = (
        staff(f"about: status, cite: early par 1, {kind}: late sec 1 par 2")
        + staff("about: status, cite: late sec 1 par 2").replace("staff:", "hall:")
        + staff("about: status, cite: late sec 1 par 3").replace("staff:", "other:")
    )
    store = builders.compiled(tmp_path, text)
    told = (kind, "status", "late sec 1 par 2", ("status", "status"))
    assert (troubles(store, "staff"), troubles(store, "hall")) == ([told], [told])
    assert [builders.of(store, id_)["status"].troubles for id_ in ("staff", "hall", "other")] == [(kind,), (kind,), ()]


def test_a_pointer_may_name_the_entity_that_is_meant(tmp_path: Path) -> None:
    """Of several statements on one passage, only those of or about that entity."""
    text = (
        staff("about: status, cite: early par 1, against: {entity: hall, cite: late sec 1 par 2}")
        + staff("about: status, cite: late sec 1 par 2").replace("staff:", "hall:")
        + staff("about: status, cite: late sec 1 par 2").replace("staff:", "other:")
    )
    store = builders.compiled(tmp_path, text)
    assert [len(troubles(store, id_)) for id_ in ("staff", "hall", "other")] == [1, 1, 0]


def test_two_statements_that_point_at_each_other_are_one_trouble(tmp_path: Path) -> None:
    text = staff(
        "about: status, cite: early par 1, against: early par 2",
        "about: status, cite: early par 2, against: early par 1",
    )
    assert len(troubles(builders.compiled(tmp_path, text), "staff")) == 1


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        (["value: 50 officers, when: 2005", "value: 55 officers, when: 2006"], []),
        (["value: 50 officers, when: 2005", "value: 55 officers, when: 2005-06"], ["differs"]),
        (["value: 50 officers, when: 2004/2006", "value: 55 officers, when: 2005"], ["differs"]),
        (["value: 50..60 officers, when: 2005", "value: 55 officers, when: 2005"], []),
        (["value: about 50 officers, when: 2005", "value: 55 officers, when: 2005"], []),
        (["value: at most 50 officers, when: 2005", "value: 55 officers, when: 2005"], ["differs"]),
        (["value: 50 officers, when: 2005, of: alpha", "value: 55 officers, when: 2005, of: bravo"], []),
        (["value: 50 officers, when: 2005, of: alpha", "value: 55 officers, when: 2005, of: alpha"], ["differs"]),
        (["value: not given, when: 2005", "value: 55 officers, when: 2005"], []),
        (["value: 50 officers, when: 2005, mood: denied", "value: 55 officers, when: 2005"], []),
        (["value: 50 officers, when: 2005, mood: scenario", "value: 55 officers, when: 2005"], []),
        (["value: 50 officers, mood: planned", "value: 55 officers, mood: planned"], []),
        (
            ["value: 550 officers, when: 2005, doubt: x, likely: 55 officers", "value: 55 officers, when: 2005"],
            ["doubt"],
        ),
    ],
)
def test_figures_are_compared_only_where_they_speak_of_the_same(
    tmp_path: Path, facts: list[str], kinds: list[str]
) -> None:
    """Same entity, question, part and class of units, and times that can overlap."""
    states = "alpha: {kind: state, name: Alpha}\nbravo: {kind: state, name: Bravo}\n"
    text = staff(*(f"about: strength, {fact}, cite: early" for fact in facts))
    assert [trouble[0] for trouble in troubles(builders.compiled(tmp_path, states + text), "staff")] == kinds


def test_a_question_whose_answer_is_fixed_ignores_time(tmp_path: Path) -> None:
    facts = [
        f"about: range, value: {value} km, when: {when}, cite: early" for value, when in ((280, 2001), (300, 2005))
    ]
    assert [found[0] for found in troubles(builders.compiled(tmp_path, staff(*facts)), "staff")] == ["differs"]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("  when: [{is: 2004/.., cite: early}, {is: 2005/.., cite: late}]", ["differs"]),
        ("  when: [{is: 2004/2005, cite: early}, {is: 2006/.., cite: late}]", []),
        ("  when: [{is: 2004/.., cite: early}, {is: 2004-05/.., cite: late}]", []),
        ("  when: [{is: 2004/.., mood: planned, cite: early}, {is: 2005/.., cite: late}]", ["plan"]),
        (
            "  links: {seated-in: [{to: alpha, when: 2004, cite: early}, {to: bravo, when: 2004, cite: late}]}",
            ["differs"],
        ),
        ("  links: {seated-in: [{to: alpha, when: 2004, cite: early}, {to: bravo, when: 2005, cite: late}]}", []),
        ("  links: {chair: [{to: alpha, when: 2004, cite: early}, {to: bravo, when: 2004, cite: late}]}", []),
    ],
)
def test_lives_and_relations_to_one_thing_can_differ_too(tmp_path: Path, head: str, kinds: list[str]) -> None:
    states = "alpha: {kind: state, name: Alpha}\nbravo: {kind: state, name: Bravo}\n"
    text = states + staff("cite: early", head=head)
    assert [found[0] for found in troubles(builders.compiled(tmp_path, text), "staff")] == kinds


def test_a_document_has_one_date_whatever_its_sources_say(tmp_path: Path) -> None:
    text = (
        "paper:\n  kind: document\n  name: Paper\n  date: [{is: 2003-04-01, cite: early}, {is: 2003-05, cite: late}]\n"
    )
    assert troubles(builders.compiled(tmp_path, text), "paper") == [
        ("differs", "date", "1 April 2003 against May 2003", ("date", "date-2"))
    ]


def test_a_trouble_of_a_figure_is_seen_from_the_entity_it_is_of(tmp_path: Path) -> None:
    facts = [f"about: strength, value: {value} officers, of: alpha, cite: early" for value in (50, 55)]
    store = builders.compiled(tmp_path, "alpha: {kind: state, name: Alpha}\n" + staff(*facts))
    assert troubles(store, "alpha") == troubles(store, "staff") != []


def test_a_trouble_of_a_link_is_seen_from_its_target(tmp_path: Path) -> None:
    text = (
        "league: {kind: organisation, name: League}\n"
        "alpha:\n  kind: state\n  name: Alpha\n"
        "  links: {member-of: {to: league, when: 2004, cite: early, doubt: It had left.}}\n"
    )
    store = builders.compiled(tmp_path, text)
    assert troubles(store, "league") == troubles(store, "alpha")
