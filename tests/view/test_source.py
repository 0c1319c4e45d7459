"""The source card: the passage behind a statement, the work behind its footnote, what else rests on it; passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.view.card import Card
from explorer.view.rows import Row
from explorer.view.source import passage_card, source_card
from tests.builders import as_of, compiled, of
from tests.view.test_tree import tree, walked


def made(store: Store, id_: str, key: str, asked: str = "") -> Card:
    """The source card of a claim."""
    return source_card(store, of(store, id_)[key].number, as_of(store, asked))


def others(shown: Card) -> list[tuple[str, tuple[str, ...]]]:
    """The other statements on the passage, each with what is noted of it."""
    return [(row.text, row.notes) for row in shown.rows if row.kind == "fact"]


@pytest.mark.parametrize(
    ("id_", "key", "title"),
    [
        ("staff", "strength-2", "Source of: 55 officers · It took up work with more."),
        ("staff", "status", "Source of: It does its work well."),
        ("staff", "chair.alpha", "Source of: chaired by Alpha (first chair)"),
        ("staff", "when-2", "Source of: since 2005"),
        ("league", "also", "Source of: also called Treaty of Two"),
        ("charter", "date", "Source of: 7 October 2002"),
    ],
)
def test_the_title_is_the_statement(store: Store, id_: str, key: str, title: str) -> None:
    shown = made(store, id_, key)
    assert (shown.rows[0], shown.name) == (Row("title", title, mark=(id_, key)), title)


@pytest.mark.parametrize(
    ("id_", "key", "line"),
    [
        ("staff", "strength-2", "said of Joint Staff · 2005"),
        ("staff", "strength", "said of Joint Staff · planned, said 14 May 2002? · says Unnamed sources"),
        ("staff", "status", "said of Joint Staff"),
        ("beta", "member-of.league-2", "said of Beta · not so, 2004"),
        ("staff", "when", "said of Joint Staff"),
    ],
)
def test_below_it_stands_of_whom_and_how_it_was_meant(store: Store, id_: str, key: str, line: str) -> None:
    assert made(store, id_, key).rows[1] == Row("line", line)


def test_the_passage_leads_to_its_source(store: Store) -> None:
    rows = made(store, "staff", "strength-2").rows
    at = rows.index(Row("heading", "late §1 ¶1"))
    assert (rows[at + 1].value, rows[at + 1].notes, rows[at + 1].target) == ("→ Article of 2007", ("2007",), "late")


def test_each_passage_of_a_statement_has_its_part(store: Store) -> None:
    headings = [row.text for row in made(store, "alpha", "member-of.league").rows if row.kind == "heading"]
    assert [text for text in headings if "¶" in text] == ["early ¶1", "early ¶2"]


@pytest.mark.parametrize(("key", "behind"), [("when", ["work-2003"]), ("strength-2", [])])
def test_the_work_behind_a_footnote_is_named(store: Store, key: str, behind: list[str]) -> None:
    rows = made(store, "staff", key).rows
    at = [number for number, row in enumerate(rows) if row.text == "The work behind the footnote"]
    assert [rows[number + 1].target for number in at] == behind


def test_other_statements_on_the_passage_are_listed_with_their_entities(store: Store) -> None:
    shown = made(store, "staff", "status")
    assert others(shown) == [("300 km · It can hear farther.", ("Joint Staff",))]
    assert Row("heading", "Also on this passage (1)") in shown.rows


def test_statements_on_a_footnote_of_the_passage_belong_to_it(store: Store) -> None:
    assert "280 thousand km · It can hear far." in [text for text, _ in others(made(store, "staff", "strength-2"))]


def test_a_plan_or_denial_among_them_says_that_it_is_one(store: Store) -> None:
    assert others(made(store, "staff", "organ-of.league")) == [
        ("member of League of Two", ("Beta", "not so, 2004")),
        ("chaired by Alpha (first chair)", ("Joint Staff", "2005 to 2006")),
        ("chaired by Beta (next chair)", ("Joint Staff", "planned for 2007, said 2006")),
    ]


def test_whoever_says_one_of_them_is_named_wherever_it_is_listed(store: Store) -> None:
    how = ("Joint Staff", "planned, said 14 May 2002?", "says Unnamed sources")
    assert how in [notes for _, notes in others(passage(store, "early", "par 4"))]
    labels = [row.label for row in walked(tree(store, "source")) if row.claim and row.source == ""]
    assert [label for label in labels if label.endswith(" · ".join(how[1:]))]


def test_the_likely_reading_and_notes_of_a_statement_stand_on_its_source_card(tmp_path: Path) -> None:
    text = """
letter:
  kind: document
  name: Letter
  date: 2001
  locators: par 1..2

yard:
  kind: body
  name: Yard
  facts:
    - {text: Odd., about: strength, value: 9 thousand officers, cite: letter par 1, doubt: Too many., note: Sic,
       likely: 9 officers}
"""
    rows = made(compiled(tmp_path, text), "yard", "strength").rows
    assert [row.text for row in rows[2:4]] == ["likely: 9 officers", "note: Sic"]
    assert ["Too many." in row.text for row in rows].count(True) == 1


def test_a_statement_is_not_listed_beside_itself(store: Store) -> None:
    texts = [text for text, _ in others(made(store, "staff", "strength-2"))]
    assert "55 officers · It took up work with more." not in texts


def test_others_lead_to_their_entity(store: Store) -> None:
    targets = {row.target for row in made(store, "staff", "strength-2").rows if row.kind == "fact"}
    assert targets == {"charter", "growth", "staff"}


def test_as_of_a_day_what_it_leaves_out_is_not_listed(store: Store) -> None:
    texts = [text for text, _ in others(made(store, "staff", "when", "2004-06"))]
    assert "55 officers · It took up work with more." not in texts
    assert "7 October 2002" in texts


def test_a_passage_with_nothing_else_on_it_lists_nothing(store: Store) -> None:
    assert others(made(store, "staff", "signed")) == []


def test_the_card_of_no_claim_is_empty(store: Store) -> None:
    assert source_card(store, 0, as_of(store)) == Card("", "", (), 0)


# -- the card of a passage


def passage(store: Store, source: str, locator: str, asked: str = "") -> Card:
    """The card of a passage, a section or a source."""
    return passage_card(store, source, locator, as_of(store, asked))


def headings(shown: Card) -> list[str]:
    """The headings of a card."""
    return [row.text for row in shown.rows if row.kind == "heading"]


@pytest.mark.parametrize(
    ("source", "locator", "title"),
    [
        ("late", "sec 1 par 2", "late §1 ¶2"),
        ("late", "sec 1 par 2 fn 1", "late §1 ¶2"),
        ("late", "sec 1", "late §1"),
        ("late", "", "late"),
        ("work-2003", "", "Work of 2003"),
        ("early", "par 6", "early ¶6"),
        ("early", "of another version", "early of another version"),
    ],
)
def test_a_passage_has_its_place_as_title_and_then_its_work(
    store: Store, source: str, locator: str, title: str
) -> None:
    shown = passage(store, source, locator)
    assert (shown.name, shown.rows[0], shown.id) == (title, Row("title", title), "")
    assert (shown.rows[1].kind, shown.rows[1].target) == ("link", source)


def test_everything_that_rests_on_a_passage_is_listed_and_leads_to_its_entity(store: Store) -> None:
    shown = passage(store, "late", "sec 1 par 2")
    assert others(shown) == [
        ("member of League of Two", ("Beta", "not so, 2004")),
        ("organ of League of Two", ("Joint Staff",)),
        ("chaired by Alpha (first chair)", ("Joint Staff", "2005 to 2006")),
        ("chaired by Beta (next chair)", ("Joint Staff", "planned for 2007, said 2006")),
    ]
    facts = [row for row in shown.rows if row.kind == "fact"]
    assert [row.target for row in facts] == ["beta", "staff", "staff", "staff"]
    assert [row.mark for row in facts][:2] == [("beta", "member-of.league-2"), ("staff", "organ-of.league")]
    assert headings(shown) == ["§1 ¶2 (4)"]


def test_a_statement_on_a_passage_leads_to_its_own_source_and_entry(store: Store) -> None:
    rows = [row for row in passage(store, "late", "sec 1 par 2").rows if row.mark[0]]
    assert [row.claim for row in rows] == [of(store, row.mark[0])[row.mark[1]].number for row in rows]
    assert rows


def test_other_names_rest_on_passages_too(store: Store) -> None:
    assert ("also called Treaty of Two", ("League of Two", "1992 to 2002")) in others(passage(store, "early", "par 1"))


def test_a_section_has_its_passages_one_after_the_other(store: Store) -> None:
    shown = passage(store, "late", "sec 1")
    assert headings(shown) == ["§1 ¶1 (8)", "§1 ¶2 (4)", "§1 ¶3 (2)", "§1 ¶4 (4)"]
    assert len(others(shown)) == 18


def test_a_whole_source_has_its_passages_with_their_numbers(store: Store) -> None:
    shown = passage(store, "late", "")
    assert headings(shown) == ["§1"]
    assert [(row.value, row.notes, row.passage) for row in shown.rows if row.passage != ("", "")] == [
        ("§1 ¶1", ("8 statements",), ("late", "sec 1 par 1")),
        ("§1 ¶2", ("4 statements",), ("late", "sec 1 par 2")),
        ("§1 ¶3", ("2 statements",), ("late", "sec 1 par 3")),
        ("§1 ¶4", ("4 statements",), ("late", "sec 1 par 4")),
    ]


@pytest.mark.parametrize("asked", ["", "1996", "2004-06", "2006", "2020"])
def test_the_card_of_each_row_of_the_tree_has_what_stands_below_it(store: Store, asked: str) -> None:
    whole = tree(store, "source", asked)
    for node in walked(whole):
        if node.locator:
            below = [row for row in walked(whole) if row.claim and row.key.startswith(node.key + "/")]
            shown = passage(store, node.source, node.locator, asked)
            assert [row.target for row in shown.rows if row.kind == "fact"] == [row.id for row in below]


def test_as_of_a_day_what_it_leaves_out_is_counted(store: Store) -> None:
    shown, every = passage(store, "early", "par 3", "1994"), passage(store, "early", "par 3")
    assert len(others(every)) - len(others(shown)) == shown.hidden
    assert every.hidden == 0
    assert passage(store, "late", "sec 1 par 3", "2001").hidden == 2


@pytest.mark.parametrize(
    ("source", "locator", "asked", "line"),
    [
        ("early", "par 6", "", "Nothing rests on it."),
        ("work-2003", "", "", "Nothing rests on it."),
        ("early", "of another version", "", "Nothing rests on it."),
        ("late", "sec 1 par 3", "2001", "Nothing rests on it on that day."),
    ],
)
def test_where_nothing_rests_that_is_said(store: Store, source: str, locator: str, asked: str, line: str) -> None:
    assert passage(store, source, locator, asked).rows[-1] == Row("line", line)


def test_the_card_of_no_source_is_empty(store: Store) -> None:
    assert passage(store, "nobody", "par 1") == Card("", "", (), 0)


def test_a_source_says_what_kind_of_work_it_is_and_by_whom_in_which_language(tmp_path: Path) -> None:
    text = """
letter:
  kind: document
  type: plan
  name: Letter
  date: 2001
  language: ru
  author: A. Writer
  locators: par 1..2

yard:
  kind: body
  name: Yard
  facts: [{text: It is there., cite: letter par 1}]
"""
    store = compiled(tmp_path, text)
    shown = passage_card(store, "letter", "par 1", as_of(store))
    assert [row.text for row in shown.rows if row.kind == "line"] == ["    plan · A. Writer · in Russian"]
