"""What a claim answers when it is asked about a day or period: yes, no, or cannot tell.

Each function is a row or two of the table in docs/data-format.md; nothing said is never "no".
"""

from __future__ import annotations

from explorer.values.dates import NO, UNKNOWN, YES, Date


def past_horizon(asked: Date, horizon: str) -> bool:
    """Whether the whole question lies after the last day that the sources speak about."""
    return asked.start_earliest > horizon


def holds(when: Date, asked: Date, horizon: str) -> str:
    """Does a dated statement hold throughout the asked time?

    An interval holds where it surely covers the question and does not where it surely lies elsewhere. A single
    date is known at that time only: it says yes where the question takes it in whole, and never "no".
    """
    first, last = asked.start_earliest, asked.end_latest
    if past_horizon(asked, horizon):
        return UNKNOWN
    if not when.interval:
        return YES if first <= when.start_earliest and when.end_latest <= last else UNKNOWN
    if last < when.start_earliest or first > when.end_latest:
        return NO
    if when.start_latest <= first and last <= when.end_earliest:
        return YES
    return UNKNOWN


def denied(when: Date, asked: Date, horizon: str) -> str:
    """A denial covers the time that it names; elsewhere it says nothing."""
    if past_horizon(asked, horizon):
        return UNKNOWN
    spoken = when if when.interval else when._replace(start_latest=when.start_earliest, end_earliest=when.end_latest)
    inside = spoken.start_latest <= asked.start_earliest and asked.end_latest <= spoken.end_earliest
    return NO if inside else UNKNOWN


def begun(when: Date, asked: Date) -> str:
    """Has it begun by the end of the asked time? What began earlier has, whatever became of it."""
    if asked.end_latest < when.start_earliest:
        return NO
    return YES if when.start_latest <= asked.end_latest else UNKNOWN


def ended(when: Date, asked: Date) -> str:
    """Was it over before the asked time began?"""
    if when.end_latest < asked.start_earliest:
        return YES
    return NO if asked.start_earliest <= when.end_earliest else UNKNOWN


def together(answers: list[str]) -> str:
    """Several periods of one thing: it holds if any does, and does not only if none can."""
    if YES in answers:
        return YES
    return UNKNOWN if UNKNOWN in answers or not answers else NO


def both(one: str, other: str) -> str:
    """Something that needs two things to hold: a link within the lives of its ends."""
    if NO in (one, other):
        return NO
    return YES if one == other == YES else UNKNOWN
