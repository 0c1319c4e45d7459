"""Times, moods, speakers, doubts and marks in words: a table for each."""

from __future__ import annotations

import pytest

from explorer.store.rows import Cite, Claim, Entity, Ref
from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER, UNKNOWN, YES, Date
from explorer.view import words

ALPHA = Ref("alpha", "state", "Alpha")
CLAIM = Claim(
    number=1,
    part="fact",
    key="status",
    entity=Ref("staff", "body", "Staff"),
    relation="",
    label="",
    inverse=False,
    other=None,
    role="",
    text="It works.",
    lang="",
    about="status",
    value="",
    low=None,
    high=None,
    unit="",
    of=None,
    happened=None,
    said=None,
    undated=False,
    by=None,
    mood="",
    doubt="",
    likely="",
    note="",
    basis="none",
    time=None,
    line=1,
)
BODY = Entity(1, "staff", "body", "Staff", "", "", "", None, None, None, None, None, 0, "a.yaml", 1)


def on(text: str) -> Date | None:
    """A date, or none for an empty text."""
    return dates.parse(text) if text else None


@pytest.mark.parametrize(
    ("mood", "happened", "said", "shown"),
    [
        ("", "", "", ""),
        ("", "2005", "", "2005"),
        ("", "2005", "2006-03", "2005, said March 2006"),
        ("", "", "2006-03", "said March 2006"),
        ("planned", "", "", "planned"),
        ("planned", "2004", "2003-04", "planned for 2004, said April 2003"),
        ("planned", "2004/..", "2003-04", "planned from 2004 on, said April 2003"),
        ("planned", "2004/", "", "planned from 2004, end not known"),
        ("planned", "../2006", "", "planned until 2006"),
        ("planned", "2004/2006", "", "planned for 2004 to 2006"),
        ("predicted", "2010~", "", "forecast for about 2010"),
        ("predicted", "", "", "forecast"),
        ("denied", "2004", "", "not so, 2004"),
        ("denied", "", "", "not so"),
        ("scenario", "2004-08", "", "in the scenario, August 2004"),
    ],
)
def test_a_time_is_told_with_its_mood_and_the_day_it_was_said(mood: str, happened: str, said: str, shown: str) -> None:
    claim = CLAIM._replace(mood=mood, happened=on(happened), said=on(said), time=on(happened))
    assert words.when(claim, None) == shown


@pytest.mark.parametrize(
    ("basis", "undated", "shown"),
    [
        ("work", False, "stated April 2003"),
        ("source", False, "stated April 2003"),
        ("own", False, ""),
        ("none", True, "said at an unknown time"),
    ],
)
def test_a_statement_without_a_time_has_that_of_its_source(basis: str, undated: bool, shown: str) -> None:
    time = None if undated else dates.parse("2003-04")
    assert words.when(CLAIM._replace(basis=basis, undated=undated, time=time), None) == shown


@pytest.mark.parametrize(
    ("happened", "answer", "mood", "shown"),
    [
        ("2005", UNKNOWN, "", "as of 2005"),
        ("2005", YES, "", "2005"),
        ("2004/2006", UNKNOWN, "", "2004 to 2006"),
        ("2005", UNKNOWN, "planned", "planned for 2005"),
        ("", UNKNOWN, "", ""),
    ],
)
def test_a_single_date_passed_by_is_told_as_of_then(happened: str, answer: str, mood: str, shown: str) -> None:
    claim = CLAIM._replace(happened=on(happened), time=on(happened), mood=mood, answer=answer)
    assert words.when(claim, dates.parse("2007")) == shown


@pytest.mark.parametrize(
    ("claim", "asked", "told"),
    [
        (CLAIM, "", ()),
        (CLAIM._replace(by=ALPHA), "", ("says Alpha",)),
        (CLAIM._replace(of=ALPHA), "", ("on Alpha",)),
        (CLAIM._replace(of=ALPHA, value="97 %"), "", ()),
        (CLAIM._replace(of=ALPHA, by=ALPHA, happened=on("2005")), "", ("2005", "on Alpha", "says Alpha")),
        (CLAIM._replace(part="link", answer=UNKNOWN), "2005", ("cannot tell",)),
        (CLAIM._replace(part="link", answer=UNKNOWN), "", ()),
        (CLAIM._replace(part="link", answer=YES), "2005", ()),
        (CLAIM._replace(part="link", answer=UNKNOWN, mood="planned"), "2005", ("planned",)),
        (CLAIM._replace(part="fact", answer=UNKNOWN), "2005", ()),
    ],
)
def test_notes_tell_time_thing_speaker_and_what_cannot_be_told(claim: Claim, asked: str, told: tuple[str, ...]) -> None:
    assert words.notes(claim, on(asked)) == told


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (CLAIM, ()),
        (CLAIM._replace(doubt="A slip."), ("? A slip.",)),
        (CLAIM._replace(note="Left open."), ("note: Left open.",)),
        (CLAIM._replace(doubt="A slip.", likely="280 km"), ("? A slip.", "  likely: 280 km")),
        (CLAIM._replace(part="date", doubt="A slip.", likely="2007-09"), ("? A slip.", "  likely: September 2007")),
        (CLAIM._replace(part="date", doubt="A slip.", likely="later"), ("? A slip.", "  likely: later")),
    ],
)
def test_doubts_and_notes_are_told_as_the_editors(claim: Claim, told: tuple[str, ...]) -> None:
    assert words.remarks(claim) == told


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ((), ""),
        (("differs",), "≠"),
        (("against",), "≠"),
        (("differs", "against"), "≠"),
        (("doubt", "differs"), "? ≠"),
        (("plan",), "plan/made"),
        (("repeats", "repeats"), "="),
        (("of-another-version",), ""),
    ],
)
def test_each_kind_of_trouble_has_one_mark(kinds: tuple[str, ...], shown: str) -> None:
    assert words.marks(kinds) == shown


def test_every_mark_is_explained() -> None:
    assert set(words.TROUBLES) == {"differs", "plan", "against", "doubt", "repeats"}
    assert all(mark and meaning for mark, meaning in words.TROUBLES.values())


def cite(source: str, display: str) -> Cite:
    """A citation as a card has it."""
    return Cite(source.lower(), source, "", f"{source} {display}", "")


@pytest.mark.parametrize(
    ("cites", "shown"),
    [
        ((), ""),
        ((cite("Late", "§1 ¶1"),), "Late §1 ¶1"),
        ((cite("Late", "§1 ¶1"), cite("Late", "¶2")), "Late §1 ¶1; ¶2"),
        ((cite("Late", "¶1"), cite("Early", "¶2"), cite("Late", "¶3")), "Late ¶1; Early ¶2; Late ¶3"),
    ],
)
def test_a_source_cited_twice_in_a_row_is_named_once(cites: tuple[Cite, ...], shown: str) -> None:
    assert words.sources(CLAIM._replace(cites=cites)) == shown


def lived(begin: str, begin_latest: str, end_earliest: str, end: str, kind: str = "body") -> Entity:
    """An entity with that life."""
    return BODY._replace(kind=kind, begin=begin, begin_latest=begin_latest, end_earliest=end_earliest, end=end)


@pytest.mark.parametrize(
    ("entity", "shown"),
    [
        (BODY, ""),
        (BODY._replace(seen="2003-04-01"), "planned, said 2003"),
        (lived("2005-01-01", "2005-12-31", "2007-10-31", FOREVER), "since 2005"),
        (lived("2002-10-07", "2002-10-07", "2007-10-31", FOREVER), "since 7 October 2002"),
        (lived("2004-01-01", "2005-12-31", "2007-10-31", FOREVER), "since 2004 or 2005"),
        (lived("2004-01-01", "2006-12-31", "2007-10-31", FOREVER), "since 2004 to 2006"),
        (lived("1992-01-01", "1992-12-31", "1993-09-01", "1993-09-30"), "1992 to September 1993"),
        (lived("2004-01-01", "2004-12-31", "2004-01-01", "2004-12-31", "event"), "2004"),
        (lived("2002-05-14", "2002-05-14", "2002-05-14", FOREVER, "document"), "14 May 2002"),
        (lived(BEGINNING, "1999-12-31", "1999-01-01", "1999-12-31"), "until 1999"),
        (lived(BEGINNING, FOREVER, BEGINNING, FOREVER), ""),
    ],
)
def test_a_life_is_told_in_the_shortest_words(entity: Entity, shown: str) -> None:
    assert words.life(entity) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (None, "2004-01-01", ""),
        ("2004-02-29", "2004-02-29", "29 February 2004"),
        ("2004-02-01", "2004-02-29", "February 2004"),
        ("2004-01-01", "2004-12-31", "2004"),
        ("2004-06-01", "2005-03-31", "2004 or 2005"),
        ("1990-01-01", "1999-12-31", "1990 to 1999"),
    ],
)
def test_days_from_first_to_last_are_told_in_the_shortest_words(first: str | None, last: str, shown: str) -> None:
    assert words.span_text(first, last) == shown
