"""Dates: what is read, what is refused and how, how they are ordered and shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER, DateError

SINGLE = st.from_regex(r"\A[0-9]{2}([0-9]{2}|[0-9]X|XX)(-[01][0-9](-[0-3][0-9])?)?[?~%]{0,2}\Z")
SIDE = st.one_of(SINGLE, st.sampled_from(["", ".."]))
WRITTEN = st.one_of(SINGLE, st.builds("{}/{}".format, SIDE, SIDE), st.text("0123456789X-/.?~% ", max_size=24))


def parsed(text: str) -> dates.Date | None:
    """The date, or None where it is none; any other error is a failure."""
    try:
        return dates.parse(text)
    except DateError:
        return None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2002-10-07", ("2002-10-07", "2002-10-07", "2002-10-07", "2002-10-07")),
        ("2002-05", ("2002-05-01", "2002-05-31", "2002-05-01", "2002-05-31")),
        ("2004-02", ("2004-02-01", "2004-02-29", "2004-02-01", "2004-02-29")),
        ("1900-02", ("1900-02-01", "1900-02-28", "1900-02-01", "1900-02-28")),
        ("2000-02", ("2000-02-01", "2000-02-29", "2000-02-01", "2000-02-29")),
        ("2003", ("2003-01-01", "2003-12-31", "2003-01-01", "2003-12-31")),
        ("199X", ("1990-01-01", "1999-12-31", "1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31", "1900-01-01", "1999-12-31")),
        ("00XX", ("0001-01-01", "0099-12-31", "0001-01-01", "0099-12-31")),
        ("2010~", ("2010-01-01", "2010-12-31", "2010-01-01", "2010-12-31")),
        ("2004/2006", ("2004-01-01", "2004-12-31", "2006-01-01", "2006-12-31")),
        ("2004/2004-06", ("2004-01-01", "2004-06-30", "2004-06-01", "2004-06-30")),
        ("2004-06-02/2004-06-05", ("2004-06-02", "2004-06-02", "2004-06-05", "2004-06-05")),
        ("2002/..", ("2002-01-01", "2002-12-31", "2002-01-01", FOREVER)),
        ("2002/", ("2002-01-01", "2002-12-31", "2002-01-01", FOREVER)),
        ("../2006", (BEGINNING, BEGINNING, "2006-01-01", "2006-12-31")),
        ("/2006", (BEGINNING, "2006-12-31", "2006-01-01", "2006-12-31")),
        ("  2003 ", ("2003-01-01", "2003-12-31", "2003-01-01", "2003-12-31")),
    ],
)
def test_a_date_is_four_days(text: str, days: tuple[str, str, str, str]) -> None:
    date = dates.parse(text)
    assert (date.start_earliest, date.start_latest, date.end_earliest, date.end_latest) == days


@pytest.mark.parametrize(
    ("text", "interval", "still_open", "unknown"),
    [
        ("2003", False, "", ""),
        ("2004/2006", True, "", ""),
        ("2002/..", True, "end", ""),
        ("2002/", True, "", "end"),
        ("../2006", True, "start", ""),
        ("/2006", True, "", "start"),
        ("/..", True, "end", "start"),
    ],
)
def test_open_and_unknown_sides_are_told_apart(text: str, interval: bool, still_open: str, unknown: str) -> None:
    date = dates.parse(text)
    assert (date.interval, date.open, date.unknown) == (interval, still_open, unknown)


@pytest.mark.parametrize(
    ("text", "uncertain", "about"),
    [
        ("2010", False, False),
        ("2010?", True, False),
        ("2010~", False, True),
        ("2010?~", True, True),
        ("2010%", True, True),
        ("2004?/2006", True, False),
        ("2004/2006~", False, True),
    ],
)
def test_marks_are_kept_and_do_not_move_the_days(text: str, uncertain: bool, about: bool) -> None:
    date = dates.parse(text)
    bare = dates.parse(text.translate({ord(mark): None for mark in "?~%"}))
    assert (date.uncertain, date.about) == (uncertain, about)
    assert date.order == bare.order


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "not a date: ‘’", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("20040101", "not a date: ‘20040101’", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("05.10.2004", "not a date: ‘05.10.2004’", "write the year first: 2004-10-05"),
        ("7 October 2002", "not a date: ‘7 October 2002’", "write 2002-10-07"),
        ("Oct. 2002", "not a date: ‘Oct. 2002’", "write 2002-10"),
        ("...", "not a date: ‘...’", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("0000", "not a date: ‘0000’", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("٢٠٠٤", "not a date: ‘٢٠٠٤’", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2004-²1", "not a date: ‘2004-²1’", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("199X-05", "not a date: ‘199X-05’", "a decade or century has no month: 199X"),
        ("2004-13", "impossible date ‘2004-13’: there is no month 13", ""),
        ("2005-02-29", "impossible date ‘2005-02-29’: February 2005 has 28 days", ""),
        ("2004-04-31", "impossible date ‘2004-04-31’: April 2004 has 30 days", ""),
        ("2006/2004", "the end comes before the start: ‘2006/2004’", ""),
        ("2004/2005/2006", "two strokes in the date ‘2004/2005/2006’", "write an interval as START/END"),
        ("../..", "an interval without a day: ‘../..’", "give a start or an end, such as 2002/.."),
        ("/", "an interval without a day: ‘/’", "give a start or an end, such as 2002/.."),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason_and_a_way_out(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        dates.parse(text)
    assert (str(caught.value), caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2002-10-07", "7 October 2002"),
        ("2002-05", "May 2002"),
        ("2003", "2003"),
        ("2010~", "about 2010"),
        ("2001-05-18?", "18 May 2001?"),
        ("2010%", "about 2010?"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2004/2006", "2004 to 2006"),
        ("2004-06-02/2004-06-05", "2 to 5 June 2004"),
        ("2004-06-02/2004-07-05", "2 June 2004 to 5 July 2004"),
        ("2002/..", "since 2002"),
        ("2002/", "from 2002, end not known"),
        ("../2006", "until 2006"),
        ("/2006", "until 2006, start not known"),
        ("/..", "held when the source wrote"),
    ],
)
def test_a_date_is_shown_in_words(text: str, shown: str) -> None:
    assert dates.show(dates.parse(text)) == shown


def test_dates_sort_by_start_and_unknown_starts_come_first() -> None:
    written = ["2004", "2004-06", "/2006", "2003/..", "1999-12-31", "2004/2006"]
    in_order = ["/2006", "1999-12-31", "2003/..", "2004", "2004/2006", "2004-06"]
    assert [date.text for date in sorted(map(dates.parse, written), key=lambda date: date.order)] == in_order


@pytest.mark.parametrize(
    ("text", "day", "end_earliest"),
    [
        ("2002/..", "2007-10-31", "2007-10-31"),
        ("2002/..", "2001-05-31", "2002-01-01"),
        ("2002/", "2007-10-31", "2002-01-01"),
        ("2002/2004", "2007-10-31", "2004-01-01"),
        ("2002", "2007-10-31", "2002-01-01"),
    ],
)
def test_only_a_still_open_date_is_vouched_for_until_a_day(text: str, day: str, end_earliest: str) -> None:
    assert dates.parse(text).known_until(day).end_earliest == end_earliest


@given(st.text())
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    assert parsed(text) is None or text.strip()


@given(WRITTEN)
def test_the_four_days_are_in_order(text: str) -> None:
    date = parsed(text)
    if date is None:
        return
    assert BEGINNING <= date.start_earliest <= date.start_latest <= date.end_latest <= FOREVER
    assert date.start_earliest <= date.end_earliest <= date.end_latest


@given(WRITTEN)
def test_a_date_is_never_shown_as_nothing(text: str) -> None:
    date = parsed(text)
    assert date is None or dates.show(date).strip()


@given(WRITTEN, st.dates().map(str))
def test_vouching_makes_a_time_surer_and_never_other(text: str, day: str) -> None:
    """What held when the source wrote ended no earlier and had begun by then; its outer bounds stay."""
    date = parsed(text)
    if date is None:
        return
    vouched = date.known_until(day)
    assert vouched._replace(end_earliest=date.end_earliest, start_latest=date.start_latest) == date
    assert date.end_earliest <= vouched.end_earliest <= vouched.end_latest
    assert vouched.start_earliest <= vouched.start_latest <= date.start_latest
