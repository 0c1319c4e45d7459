"""When claims hold: what a fact takes for its time, how long open ends are vouched for, when things are seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.values.dates import NO, UNKNOWN, YES
from tests import builders

FACTS = """
    staff:
      kind: body
      name: Staff
      facts:
        - {{text: It is., {claim}}}
    meeting:
      kind: event
      name: Meeting
      when: 2004-06
      facts:
        - {{text: It is., {claim}}}
    paper:
      kind: document
      name: Paper
      date: 2003-05
      facts:
        - {{text: It is., {claim}}}
    sketch:
      kind: document
      name: Sketch
      facts:
        - {{text: It is., {claim}}}
"""


@pytest.mark.parametrize(
    ("claim", "on", "basis", "time"),
    [
        ("when: 2005, said: 2006, cite: late sec 1", "staff", "when", "2005"),
        ("when: 2005, cite: late sec 1", "meeting", "when", "2005"),
        ("cite: late sec 1", "meeting", "own", "2004-06"),
        ("cite: late sec 1", "paper", "own", "2003-05"),
        ("cite: late sec 1", "sketch", "source", "2007"),
        ("said: 2006, cite: late sec 1 fn 1", "staff", "said", "2006"),
        ("cite: late sec 1 fn 1", "staff", "work", "2003-04"),
        ("cite: [early par 1, late sec 1 fn 1]", "staff", "work", "2003-04"),
        ("cite: late sec 1 fn 2", "staff", "source", "2007"),
        ("cite: early par 1", "staff", "source", "2002-05"),
        ("said: undated, cite: early par 1", "staff", "none", ""),
        ("cite: sketch", "staff", "none", ""),
        ("mood: planned, cite: early par 1", "meeting", "source", "2002-05"),
    ],
)
def test_a_fact_takes_its_time_from_the_nearest_that_is_known(
    tmp_path: Path, claim: str, on: str, basis: str, time: str
) -> None:
    """Its own `when`, the event's or document's own time, `said`, the footnoted work's date, the source's date."""
    fact = builders.of(builders.compiled(tmp_path, FACTS.format(claim=claim)), on)["fact"]
    assert (fact.basis, fact.time.text if fact.time else "") == (basis, time)


@pytest.mark.parametrize(
    ("claim", "vouched"),
    [
        ("when: 2001/.., cite: early par 1", "2002-05-31"),
        ("when: 2001/.., cite: late sec 1", "2007-10-31"),
        ("when: 2001/.., cite: [early par 1, late sec 1]", "2007-10-31"),
        ("when: 2001/.., said: 2003-04, cite: late sec 1", "2003-04-30"),
        ("when: 2001/.., said: 2030, cite: late sec 1", "2007-10-31"),
        ("when: 2001/.., cite: sketch", "2007-10-31"),
        ("when: 2001/, cite: late sec 1", "2001-01-01"),
        ("when: 2004/.., cite: early par 1", "2004-01-01"),
    ],
)
def test_a_still_open_end_is_vouched_for_until_its_source_at_most_the_horizon(
    tmp_path: Path, claim: str, vouched: str
) -> None:
    fact = builders.of(builders.compiled(tmp_path, FACTS.format(claim=claim)), "staff")["fact"]
    assert fact.time is not None
    assert fact.time.end_earliest == vouched


LIVES = """
    firm: {kind: organisation, name: Firm, when: {is: 1992/1999, cite: early par 1}}
    open: {kind: organisation, name: Open, when: {is: 1992/.., cite: early par 1}}
    foreseen: {kind: body, name: Foreseen, when: {is: 2006/.., mood: planned, said: 2003-04, cite: late sec 1}}
    both:
      kind: body
      name: Both
      when:
        - {is: 2004/.., mood: planned, said: 2003-04, cite: late sec 1}
        - {is: 2005/.., cite: late sec 1}
    unknown: {kind: body, name: Unknown}
    meeting: {kind: event, name: Meeting, when: {is: 2004-06-02/2004-06-05, cite: late sec 1}}
    paper: {kind: document, name: Paper, date: 2003-05}
"""


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Entities with lives of every sort."""
    return builders.compiled(tmp_path_factory.mktemp("lives"), LIVES)


@pytest.mark.parametrize(
    ("id_", "asked", "shown", "alive", "ended"),
    [
        ("firm", "1991", False, NO, False),
        ("firm", "1995", True, YES, False),
        ("firm", "1999-06", True, UNKNOWN, False),
        ("firm", "2000", True, NO, True),
        ("open", "2000", True, YES, False),
        ("open", "2004", True, UNKNOWN, False),
        ("foreseen", "2003-03", False, UNKNOWN, False),
        ("foreseen", "2003-04", True, UNKNOWN, False),
        ("foreseen", "2007", True, UNKNOWN, False),
        ("both", "2004", True, NO, False),
        ("both", "2006", True, YES, False),
        ("unknown", "1900", True, UNKNOWN, False),
        ("meeting", "2004-06-03", True, YES, False),
        ("meeting", "2004-06", True, YES, False),
        ("meeting", "2004-07", True, NO, True),
        ("paper", "2003-04", False, NO, False),
        ("paper", "2007", True, YES, False),
        ("firm", "2020", True, UNKNOWN, True),
    ],
)
def test_an_entity_is_left_out_before_it_began_and_marked_after_it_ended(
    lives: Store, id_: str, asked: str, shown: bool, alive: str, ended: bool
) -> None:
    entity, lens = builders.entity(lives, id_), builders.as_of(lives, asked)
    assert (lens.shows(entity.seen), lens.life(entity), lens.ended(entity)) == (shown, alive, ended)


def test_a_single_date_of_something_that_lasts_does_not_end_it(tmp_path: Path) -> None:
    """A single date is known at that time: a body known in 2004 is not over in 2005."""
    store = builders.compiled(tmp_path, "known: {kind: body, name: Known, when: {is: 2004, cite: late sec 1}}\n")
    assert not builders.as_of(store, "2005").ended(builders.entity(store, "known"))
