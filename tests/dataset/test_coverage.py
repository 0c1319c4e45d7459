"""The report on what the sources carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.dataset.coverage import Coverage, Passage, coverage
from explorer.problems import show
from tests.builders import loaded

WORLD = """
league: {kind: organisation, name: League}
alpha:
  kind: state
  name: Alpha
  when: {is: 1990, cite: own par 3}
  links:
    member-of: {to: league, cite: [own par 1, own par 2]}
  facts:
    - {text: It is small., cite: own par 1}
    - {text: It is old., cite: own par 1}
island: {kind: state, name: Island}
own:
  kind: document
  name: Own book
  locators: [par 1..5]
  bare: {par 5: a heading}
"""


@pytest.fixture
def report(tmp_path: Path) -> Coverage:
    """The report of a small world."""
    return coverage(loaded(tmp_path, WORLD))


def test_each_passage_has_the_number_of_facts_links_and_times_on_it(report: Coverage) -> None:
    own = [passage[1:5] for passage in report.passages if passage.source == "own"]
    assert own == [("par 1", 2, 1, 0), ("par 2", 0, 1, 0), ("par 3", 0, 0, 1), ("par 4", 0, 0, 0), ("par 5", 0, 0, 0)]


def test_a_passage_is_bare_unless_a_reason_is_given(report: Coverage) -> None:
    assert [passage.locator for passage in report.passages if passage.source == "own" and passage.bare] == [
        "par 3",
        "par 4",
    ]


def test_the_reason_stands_beside_the_passage(report: Coverage) -> None:
    assert Passage("own", "par 5", 0, 0, 0, "a heading") in report.passages


def test_what_nothing_joins_to_anything_is_listed(report: Coverage) -> None:
    assert "island" in report.unlinked
    assert not {"league", "alpha", "own"} & set(report.unlinked)


def test_what_is_said_elsewhere_with_a_citation_counts_as_cited(report: Coverage) -> None:
    assert "island" in report.uncited
    assert not {"league", "alpha"} & set(report.uncited)


def test_a_link_without_a_citation_is_listed(tmp_path: Path) -> None:
    data = loaded(
        tmp_path,
        "league: {kind: organisation, name: League}\nalpha: {kind: state, name: A, links: {member-of: league}}",
    )
    assert coverage(data).uncited_links == (("alpha", "member-of", "league"),)


def test_a_reason_for_a_passage_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    data = loaded(tmp_path, "own: {kind: document, name: Own, locators: [par 1], bare: {par 2: nothing}}")
    assert [show(problem).splitlines()[0].partition("error: ")[2] for problem in data.problems] == [
        "no passage ‘par 2’ in this source [locator]"
    ]
