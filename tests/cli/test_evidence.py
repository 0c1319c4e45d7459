"""What differs, what rests on what, what stands beside what: the commands on the real data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Done, Run


def record(done: Done) -> Any:
    """The one JSON document of an answer."""
    return json.loads(done.out)


def troubles(csto: Run, *words: str) -> list[Any]:
    """The troubles that a command line gives."""
    found: list[Any] = record(csto("troubles", *words, "--json"))["troubles"]
    return found


@pytest.mark.parametrize(
    ("id_", "kind", "about", "has"),
    [
        ("eastern-european-grouping", "doubt", "strength", {"200,000 thousand officers"}),
        ("collective-rapid-reaction-forces", "doubt", "strength", {"11,000 thousand troops"}),
        ("csto-joint-headquarters", "plan", "strength", {"at most 50 officers", "55 officers"}),
        ("cis-document-signing", "doubt", "documents-signed", {"7 %"}),
        ("cis-document-signing", "against", "documents-signed", {"7 %"}),
    ],
)
def test_figures_that_can_hardly_be_are_told(csto: Run, id_: str, kind: str, about: str, has: set[str]) -> None:
    values = [
        {claim.get("value") for claim in one["claims"]}
        for one in troubles(csto, id_, "--kind", kind)
        if (one["entity"]["id"], one["about"]) == (id_, about)
    ]
    assert any(has <= found for found in values), values


@pytest.mark.parametrize(
    ("id_", "kind", "about"),
    [
        ("extension-protocol", "doubt", "date"),
        ("ashuluk", "differs", "located-in"),
        ("pskov-seminar-2007", "doubt", "when"),
    ],
)
def test_dates_and_places_that_can_hardly_be_are_told(csto: Run, id_: str, kind: str, about: str) -> None:
    assert about in [one["about"] for one in troubles(csto, id_, "--kind", kind)]


def test_the_five_descriptions_of_the_joint_air_defence_stand_side_by_side(csto: Run) -> None:
    found = [one for one in troubles(csto, "joint-air-defence", "--kind", "against") if one["about"] == "status"]
    assert [len(one["claims"]) for one in found] == [5]


def test_every_statement_in_trouble_says_whose_it_is(csto: Run) -> None:
    assert {claim["in"]["id"] for one in troubles(csto, "--kind", "differs") for claim in one["claims"]} == {"ashuluk"}


def test_json_lines_are_the_same_troubles(csto: Run) -> None:
    lines = csto("troubles", "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == troubles(csto)


def test_no_cell_is_lost_in_the_table(csto: Run) -> None:
    rows = [line.split("\t") for line in csto("troubles", "--plain").out.splitlines()]
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        ("troubles --kind plan", 0, ""),
        ("troubles --kind odd", 2, "csto: ‘--kind’ is differs, plan, against, doubt, repeats, not ‘odd’\n"),
        ("troubles abkhazia --kind plan", 1, "csto: no troubles with Abkhazia\n"),
    ],
)
def test_the_exit_code_says_whether_there_are_any(csto: Run, words: str, code: int, err: str) -> None:
    done = csto(*words.split())
    assert (done.code, done.err) == (code, err)


def test_a_day_hides_troubles_and_says_how_many(csto: Run) -> None:
    done = csto("troubles", "--as-of", "2002-01")
    assert done.err.endswith("more are hidden by --as-of\n")


def on_passage(csto: Run, *words: str) -> list[Any]:
    """The claims on the passages that a command line gives."""
    (source,) = record(csto("sources", *words, "--json"))["sources"]
    return [claim for passage in source["passages"] for claim in passage["claims"]]


def test_every_statement_on_a_passage_cites_it(csto: Run) -> None:
    claims = on_passage(csto, "jasutis", "--locator", "sec 2.4 par 2")
    assert claims
    assert all(any("sec 2.4 par 2" in cite["locator"] for cite in claim["cites"]) for claim in claims)


def test_a_place_can_be_written_as_it_is_shown(csto: Run) -> None:
    one = csto("sources", "jasutis", "--locator", "§2.4 ¶2", "--plain")
    assert (one.code, one.out) == (0, csto("sources", "jasutis", "--locator", "sec 2.4 par 2", "--plain").out)


def test_a_section_takes_in_its_paragraphs(csto: Run) -> None:
    (source,) = record(csto("sources", "jasutis", "--locator", "sec 2.4", "--json"))["sources"]
    assert len(source["passages"]) > 2
    assert all(passage["locator"].startswith("sec 2.4") for passage in source["passages"])


def test_a_link_on_a_passage_has_both_ends(csto: Run) -> None:
    links = [claim for claim in on_passage(csto, "jasutis", "--locator", "sec 2.4 par 2") if "relation" in claim]
    assert all({"id", "kind", "name"} == set(claim["entity"]) == set(claim["to"]) for claim in links)


def test_a_day_leaves_out_what_came_later(csto: Run) -> None:
    assert len(on_passage(csto, "jasutis", "--as-of", "1995")) < len(on_passage(csto, "jasutis"))


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (["sources"], 0, ""),
        (["sources", "article-2001"], 0, ""),
        (["sources", "article-2001", "--locator", "par 99"], 1, "csto: nothing rests on art. 2001 ¶99\n"),
        (["sources", "armenia"], 1, "csto: nothing rests on Armenia\n"),
        (["sources", "--locator", "par 1"], 2, "csto: ‘--locator’ needs a SOURCE\n"),
        (["sources", "article-2001", "--locator", "odd 1"], 2, "csto: unreadable locator ‘odd 1’\n"),
    ],
)
def test_the_exit_code_says_whether_anything_rests_on_it(csto: Run, words: list[str], code: int, err: str) -> None:
    done = csto(*words)
    assert (done.code, done.err.splitlines(keepends=True)[:1]) == (code, [err] if err else [])


def test_a_comparison_has_a_cell_for_each(csto: Run) -> None:
    made = record(csto("compare", "armenia", "belarus", "nato", "--json"))
    assert [one["id"] for one in made["entities"]] == ["armenia", "belarus", "nato"]
    assert {len(row["cells"]) for row in made["rows"]} == {3}


def test_what_both_are_members_of_is_one_row(csto: Run) -> None:
    rows = record(csto("compare", "armenia", "belarus", "--json"))["rows"]
    (row,) = [row for row in rows if row["label"] == "Collective Security Treaty Organization"]
    assert all(any(cell["claim"]["relation"] == "member-of" for cell in cells) for cells in row["cells"])


def test_a_comparison_has_every_statement_in_json_as_in_lines(csto: Run) -> None:
    rows = record(csto("compare", "armenia", "belarus", "--json"))["rows"]
    cells = [(row["label"], cell["text"]) for row in rows for side in row["cells"] for cell in side]
    lines = csto("compare", "armenia", "belarus", "--plain").out.splitlines()[1:]
    assert cells == [(line.split("\t")[1], line.split("\t")[3]) for line in lines]


def test_one_thing_is_not_compared_with_itself(csto: Run) -> None:
    done = csto("compare", "armenia", "Armenia")
    assert (done.code, done.err) == (2, "csto: the same thing twice\n  armenia, armenia\n")


def test_signature_rates_stand_in_the_order_of_their_size_gaps_last(csto: Run) -> None:
    made = record(csto("figures", "documents-signed", "--json"))
    rates = [(value["of"]["id"], value["quantity"]["high"]) for value in made["values"]]
    assert made["about"] == "documents-signed"
    assert rates[-4] == ("turkmenistan", 7)
    assert [rate for _, rate in rates] == sorted((rate for _, rate in rates[:-3]), reverse=True) + [None] * 3


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (["figures", "took part"], 0, ""),
        (["figures", "strenght"], 2, "csto: no figures about ‘strenght’\n  did you mean ‘strength’?\n"),
        (
            ["figures", "seized", "--as-of", "1993"],
            1,
            "csto: 1 more is hidden by --as-of\ncsto: no figures for ‘seized’\n",
        ),
    ],
)
def test_a_question_is_named_by_its_name_or_label(csto: Run, words: list[str], code: int, err: str) -> None:
    done = csto(*words)
    assert (done.code, done.err) == (code, err)


def test_without_a_question_those_that_there_are_are_named(csto: Run) -> None:
    done = csto("figures")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("csto: figures needs ABOUT\n  there are: strength, ")
