"""Statements as both faces read them: names by time, links from both ends, citations and the works behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store import claims, days, documents, forest, structure
from explorer.store.read import Store
from explorer.values import dates
from tests import builders


@pytest.mark.parametrize(
    ("asked", "name"),
    [("", "Alpha"), ("1989", "Alpha"), ("1993", "Alphaland"), ("1990", "Alpha"), ("1997", "Alpha"), ("2020", "Alpha")],
)
def test_an_entity_has_the_name_of_the_day(world: Store, asked: str, name: str) -> None:
    assert world.name(builders.entity(world, "alpha"), builders.as_of(world, asked)) == name


@pytest.mark.parametrize("id_", ["league", "union", "the-union"])
def test_an_entity_is_found_by_its_id_and_its_former_ids(world: Store, id_: str) -> None:
    league = builders.entity(world, id_)
    assert (league.id, league.name, league.short, league.kind) == ("league", "League of States", "LS", "organisation")
    assert (league.file, league.line) == ("data.yaml", 25)


def test_what_is_not_there_is_none(world: Store) -> None:
    assert world.entity("nobody") is None


def test_identifiers_and_former_ids_are_kept(world: Store) -> None:
    assert documents.identifiers(world, builders.entity(world, "alpha")) == ({"iso": "AL", "wikidata": "Q1"}, [])
    assert documents.identifiers(world, builders.entity(world, "league")) == ({}, ["the-union", "union"])


def test_the_claims_of_an_entity_come_in_the_order_written(world: Store) -> None:
    assert list(builders.of(world, "joint-headquarters")) == [
        "when", "when-2", "also", "organ-of.council", "chair.alpha", "strength", "strength-2", "status",
    ]  # fmt: skip


def test_a_fact_keeps_its_figure_its_speaker_and_its_mood(world: Store) -> None:
    planned = builders.of(world, "joint-headquarters")["strength"]
    assert (planned.text, planned.value, planned.low, planned.high, planned.unit) == (
        "A small staff was foreseen.", "at most 50 officers", None, 50, "officers",
    )  # fmt: skip
    assert planned.by is not None
    assert (planned.mood, planned.by.id) == ("planned", "voices")
    assert planned.said == dates.parse("2002-05")


def test_a_link_reads_from_its_own_end_with_its_label(world: Store) -> None:
    claim = builders.of(world, "joint-headquarters")["chair.alpha"]
    assert claim.other is not None
    assert (claim.label, claim.other.id, claim.role, claim.inverse) == ("chaired by", "alpha", "first commander", False)


def test_a_link_reads_from_the_other_end_with_the_derived_inverse(world: Store) -> None:
    seen = [(claim.label, claim.other.id, claim.inverse) for claim in builders.to(world, "council") if claim.other]
    assert seen == [("organs", "joint-headquarters", True)]
    labels = [claim.label for claim in builders.to(world, "league")]
    assert labels == ["members"] * 5 + ["organs"]


def test_both_ends_show_one_and_the_same_claim(world: Store) -> None:
    here = builders.of(world, "joint-headquarters")["chair.alpha"]
    there = next(claim for claim in builders.to(world, "alpha") if claim.relation == "chair")
    flipped = there._replace(label=here.label, inverse=False, other=here.other)
    assert flipped == here


def test_the_number_of_links_counts_both_directions(world: Store) -> None:
    counts = {id_: builders.entity(world, id_).links for id_ in ("league", "alpha", "council", "voices")}
    assert counts == {"league": 7, "alpha": 4, "council": 2, "voices": 0}


def test_a_citation_names_its_passage_and_the_work_behind_its_footnote(world: Store) -> None:
    cites = builders.of(world, "joint-headquarters")["status"].cites
    assert [(cite.source, cite.locator, cite.display, cite.work) for cite in cites] == [
        ("late", "sec 1 par 4 fn 1", "late §1 ¶4 n. 1", "work-2003"),
        ("early", "par 5", "early ¶5", ""),
    ]


def test_a_passage_knows_what_rests_on_it(world: Store) -> None:
    lens = builders.as_of(world)
    found = claims.on_passage(world, "late", "sec 1 par 4", lens)
    assert [claim.key for claim in found] == ["when", "when-2", "chair.alpha", "strength-2", "status"]
    assert claims.on_passage(world, "late", "sec 1 pa", lens) == []
    assert claims.on_passage(world, "early", "sec 1 par 4", lens) == []


def test_a_document_has_particulars_and_others_have_none(world: Store) -> None:
    paper = documents.document(world, builders.entity(world, "paper"))
    assert paper == documents.Document("plan", "ru", "A. Writer", "", "", "")
    assert documents.document(world, builders.entity(world, "alpha")) is None


def test_claims_are_found_by_number_in_the_order_asked(world: Store) -> None:
    numbers = [claim.number for claim in builders.of(world, "joint-headquarters").values()][::-1]
    found = claims.numbered(world, [*numbers, 10_000], builders.as_of(world))
    assert [claim.number for claim in found] == numbers


def test_a_claim_knows_its_line(world: Store) -> None:
    claim = builders.of(world, "joint-headquarters")["strength"]
    lines = (Path(world.folder) / "data.yaml").read_text(encoding="utf-8").split("\n")
    assert claim.text in lines[claim.line - 1]


@pytest.mark.parametrize(
    ("id_", "children"),
    [
        ("league", ["council"]),
        ("council", ["joint-headquarters"]),
        ("model", ["stage-one", "stage-two"]),
        ("joint-headquarters", []),
    ],
)
def test_the_tree_holds_on_whichever_side_it_is_written(world: Store, id_: str, children: list[str]) -> None:
    """`tree: yes` points up, `tree: down` points down; ordered children keep the order written."""
    entity = builders.entity(world, id_)
    assert [child.id for child in forest.children(world, entity, builders.as_of(world))] == children
    assert all(forest.parents(world, builders.entity(world, child))[0].id == id_ for child in children)


def test_the_roots_of_the_tree_have_children_and_no_parent(world: Store) -> None:
    assert [root.id for root in forest.roots(world, builders.as_of(world))] == ["league", "model"]


def test_kinds_are_counted_as_of_the_day(world: Store) -> None:
    now = {branch.key: branch.size for branch in structure.kinds(world, builders.as_of(world))}
    then = {branch.key: branch.size for branch in structure.kinds(world, builders.as_of(world, "1980"))}
    assert (now["organisation"], now["event"]) == (2, 1)
    assert (then["organisation"], "event" in then) == (1, False)


def test_the_problems_of_a_data_set_are_kept_with_their_excerpts(world: Store) -> None:
    assert world.problems() == []
    assert (world.meta("title"), world.meta("horizon"), world.meta("errors")) == ("A small world", "2007-10-31", "0")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ""),
        ("2004-05", "2004-05"),
        ("spring meeting", "2002-05-14"),
        ("paper", "2002-05-14"),
        ("Joint HQ", "2005"),
    ],
)
def test_a_question_of_time_is_a_date_or_something_dated(world: Store, text: str, asked: str) -> None:
    found = days.asked(world, text)
    assert (found.text if found else "") == asked
