"""The timeline: which dates are told apart, where they lie, and how one goes from decades to days."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.values import dates
from explorer.view import periods
from explorer.view.rows import TIMELINE, Row
from explorer.view.timeline import density, entries, period_of, timeline_card
from tests.builders import as_of, compiled, entity


def told(
    store: Store, id_: str = "", day: str = "", since: str = dates.BEGINNING, until: str = dates.FOREVER, kind: str = ""
) -> list[tuple[str, str, str]]:
    """Date, sign and words of each entry."""
    of = entity(store, id_) if id_ else None
    found = entries(store, as_of(store, day), of, span=(since, until), kind=kind)
    return [(one.when.text, one.sign, one.text) for one in found]


def bars(store: Store, id_: str = "", period: str = "", day: str = "") -> list[Row]:
    """The rows with bars."""
    return [row for row in timeline_card(store, id_, period, as_of(store, day)).rows if row.kind == "bar"]


def test_dates_are_told_apart(store: Store) -> None:
    assert told(store, "staff") == [
        ("2004-01-01/..", "planned", "Joint Staff"),
        ("2005", "", "Joint Staff: 55 officers · It took up work with more."),
        ("2005/2006", "", "Joint Staff: chaired by Alpha (first chair)"),
        ("2005/..", "began", "Joint Staff"),
        ("2007", "planned", "Joint Staff: chaired by Beta (next chair)"),
    ]


def test_a_paper_is_signed_and_a_book_is_published(store: Store) -> None:
    assert ("2002-10-07", "published", "Charter of the League") in told(store)


def test_events_and_documents_that_an_entity_is_linked_to_are_on_its_timeline(store: Store) -> None:
    assert [text for _, _, text in told(store, "summit")] == ["Summit of Alpha", "Charter of the League"]


@pytest.mark.parametrize(
    ("more", "texts"),
    [
        ({"since": "2002-05-14", "until": "2002-12-31", "kind": "event"}, ["Summit of Alpha"]),
        ({"until": "1995-12-31", "kind": "event"}, ["First summit"]),
        ({"kind": "event"}, ["First summit", "Summit of Alpha"]),
        ({"since": "2003-01-01", "kind": "event"}, []),
    ],
)
def test_days_and_kinds_narrow_it(store: Store, more: dict[str, str], texts: list[str]) -> None:
    assert [text for _, _, text in told(store, **more)] == texts


def test_a_source_narrows_it(store: Store) -> None:
    found = entries(store, as_of(store), source=entity(store, "late"))
    assert found
    assert all(any(cite.source == "late" for cite in one.claim.cites) for one in found)


def test_what_the_day_hides_is_not_on_it(store: Store) -> None:
    assert told(store, "staff", "2003") == [("2004-01-01/..", "planned", "Joint Staff")]
    assert timeline_card(store, "staff", "", as_of(store, "2003")).hidden == 4


def test_each_decade_has_the_number_of_what_lies_in_it_and_leads_to_its_years(store: Store) -> None:
    decades = [row for row in bars(store) if row.view[0] == TIMELINE]
    assert [(row.text, row.view[2]) for row in decades] == [("1990s", "199X"), ("2000s", "200X")]
    for row in decades:
        listed = timeline_card(store, "", row.view[2], as_of(store)).rows[1].text
        assert listed.startswith(f"{row.value} dated statements")


@pytest.mark.parametrize(
    ("period", "parts"),
    [
        ("199X", ["1990", "1992", "1993", "1995"]),
        ("2002", ["2002-05", "2002-10"]),
        ("2002-05", ["2002-05-14"]),
        ("2002-05-14", []),
    ],
)
def test_a_period_is_divided_until_there_are_days(store: Store, period: str, parts: list[str]) -> None:
    ways = [row.view[2] for row in bars(store, period=period) if row.view[0]]
    assert [way for way in ways if way in parts] == [part for part in parts if part in ways]
    assert bool(ways) == bool(parts)


def test_a_period_leads_to_the_one_before_the_one_after_and_the_one_around(store: Store) -> None:
    rows = timeline_card(store, "", "2002", as_of(store)).rows
    ways = [(row.notes[0], row.view[2]) for row in rows if row.kind == "link"]
    assert [way for way in ways if way[0] in ("before", "after", "around")] == [
        ("before", "2001"),
        ("after", "2003"),
        ("around", "200X"),
    ]


@pytest.mark.parametrize("words", ["Bodies", "Events", "what rests on early", "what rests on late"])
def test_a_kind_or_a_source_alone_is_as_many_as_was_said_and_leads_back(store: Store, words: str) -> None:
    rows = timeline_card(store, "", "200X", as_of(store)).rows
    row = next((row for row in rows if row.value.lower() == f"→ {words}".lower()), None)
    if row is None:
        pytest.fail("\n".join(one.value for one in rows if one.kind == "link"))
    narrowed = timeline_card(store, "", row.view[2], as_of(store)).rows
    sure, _, perhaps = narrowed[1].text.partition(" dated ")
    more = perhaps.partition(", ")[2].partition(" more")[0] if " more perhaps" in perhaps else "0"
    assert int(sure) + int(more) == int(row.notes[0])
    back = next(row for row in narrowed if row.value == "→ everything")
    assert back.view[2] == "200X"


def test_what_is_not_exact_is_a_hatched_span(store: Store) -> None:
    exact = next(row for row in bars(store, "summit") if row.text == "14 May 2002")
    year = next(row for row in bars(store, "staff", "200X") if row.text == "2005" and not row.view[0])
    assert [one.sign for one in exact.bar] == ["█"]
    assert [one.sign for one in year.bar] == ["░"]


def test_what_is_about_the_entity_one_came_from_is_marked(store: Store) -> None:
    period = period_of(store, "summit")
    assert period == "2002@summit"
    marked = [row.notes for row in bars(store, period=period) if "here" in row.marks]
    assert marked == [("Summit of Alpha",)]


FAIR = """
spring: {kind: event, name: Spring fair, when: {is: 2001-03-02, cite: early par 1}}
other: {kind: event, name: Other fair, when: {is: 2001-03-02, cite: early par 1}}
planned: {kind: event, name: Plan, mood: planned, when: {is: 2001-05, mood: planned, said: 2000, cite: early par 1}}
vague: {kind: event, name: Vague fair, when: {is: 2003?, cite: early par 2}}
body: {kind: body, name: Body, when: {is: 2002-01-01/.., cite: early par 2}}
"""


PLAN, VAGUE = ("event before", "", "2001@planned"), ("event after", "", "2003@vague")


@pytest.mark.parametrize(
    ("locator", "around"),
    [
        ("2001@other", [("here", "other", ""), ("event after", "", "2001@spring")]),
        ("2001@spring", [("event before", "", "2001@other"), ("here", "spring", ""), ("event after", *PLAN[1:])]),
        ("2001-03@planned", [("event before", "", "2001-03@spring"), ("here", "planned", ""), VAGUE]),
        ("2002@body", [PLAN, ("here", "body", ""), VAGUE]),
        ("2002", [PLAN, VAGUE]),
        ("2001", [VAGUE]),
        ("2002@@body", []),
        ("", []),
        ("@vague", [("event before", "", "@planned"), ("here", "vague", "")]),
    ],
)
def test_a_timeline_leads_from_event_to_event(tmp_path: Path, locator: str, around: list[tuple[str, str, str]]) -> None:
    store = compiled(tmp_path, FAIR)
    rows = timeline_card(store, "", locator, as_of(store)).rows
    found = [(row.notes[-1], row.target, row.view[2]) for row in rows if row.kind == "link" and len(row.notes) == 2]
    assert found == around


def test_the_part_of_the_axis_in_which_one_came_in_is_marked(tmp_path: Path) -> None:
    store = compiled(tmp_path, FAIR)
    marked = [row.text for row in bars(store, period="2001@spring") if "here" in row.text]
    assert marked == ["March 2001 · here"]


@pytest.mark.parametrize(
    ("period", "around"), [("2002-05-14", "2002-05"), ("2002-05", "2002"), ("2002", "200X"), ("200X", "")]
)
def test_each_period_lies_in_another(period: str, around: str) -> None:
    assert periods.outside(period) == around
    assert periods.of("2002-05-14", around) == period


def test_what_could_be_anywhere_in_a_period_is_listed_and_not_counted_in_each_part(store: Store) -> None:
    rows = bars(store, period="2005")
    assert [row.value for row in rows if row.view[0]] == []
    assert {row.text for row in rows} >= {"2005", "since 2005"}


def test_where_one_part_has_everything_its_own_parts_are_shown(store: Store) -> None:
    rows = [row for row in bars(store, "staff") if row.view[0]]
    assert [row.view[2] for row in rows] == ["2004", "2005", "2006", "2007"]


def test_what_began_nobody_knows_when_leads_to_the_whole_time(tmp_path: Path) -> None:
    made = compiled(tmp_path, "yard:\n  kind: body\n  name: Yard\n  when: {is: ../2002, cite: early par 1}\n")
    assert period_of(made, "yard") == "@yard"


@pytest.mark.parametrize(
    ("since", "until", "parts"),
    [
        (dates.BEGINNING, dates.FOREVER, ["1990s", "2000s"]),
        ("2002-01-01", "2003-12-31", ["2002", "2003"]),
        ("2002-05-01", "2002-06-30", ["May 2002", "June 2002"]),
        ("2002-05-14", "2002-05-14", []),
        ("1900-01-01", "1901-12-31", []),
    ],
)  # fmt: skip
def test_how_much_lies_where_is_told_of_the_days_asked_about(
    store: Store, since: str, until: str, parts: list[str]
) -> None:
    found = entries(store, as_of(store), span=(since, until))
    rows = density(found, (since, until))
    assert [row.text for row in rows] == parts
    assert all(row.value.partition("+")[0].isdigit() for row in rows)


@pytest.mark.parametrize(
    ("first", "last", "around"),
    [
        ("2002-05-01", "2002-05-31", "2002-05"),
        ("2002-05-01", "2002-06-30", "2002"),
        ("2002-05-01", "2003-06-30", "200X"),
        ("1999-05-01", "2003-06-30", ""),
    ],
)
def test_the_closest_period_around_two_days(first: str, last: str, around: str) -> None:
    assert periods.around(first, last) == around
