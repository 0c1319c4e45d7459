"""Periods of an axis: decades, years, months and days, each inside the one before."""

from __future__ import annotations

from explorer.values import dates
from explorer.values.dates import Date

EVER = ""
"""The whole axis."""
NAMES = {0: "Decades", 4: "Years", 5: "Months", 7: "Days"}
"""What a period is divided into, by the length of its text; a decade is told from a year by its X."""


def length(period: str) -> int:
    """How close a period is: 0 the whole axis, 4 a decade, 5 a year, 7 a month, 10 a day."""
    return 5 if len(period) == 4 and not period.endswith("X") else len(period)


def of(day: str, around: str) -> str:
    """The part of a period in which a day lies: the decade, the year, the month or the day itself."""
    return {0: f"{day[:3]}X", 4: day[:4], 5: day[:7]}.get(length(around), day)


def like(day: str, period: str) -> str:
    """The period of the same size in which a day lies."""
    return of(day, outside(period))


def outside(period: str) -> str:
    """The period in which a period lies."""
    return {4: EVER, 5: f"{period[:3]}X", 7: period[:4]}.get(length(period), period[:7])


def around(first: str, last: str) -> str:
    """The closest period in which both days lie: a month, a year, a decade, or the whole axis."""
    same = [first[:size] for size in (7, 4) if first[:size] == last[:size]]
    same += [f"{first[:3]}X"] if first[:3] == last[:3] else []
    return same[0] if same else EVER


def within(period: str, first: str, last: str) -> list[str]:
    """The parts of a period, from the one with the first day to the one with the last; of a month only those two."""
    start, end = of(first, period), of(last, period)
    if length(period) == 0:
        return [f"{decade}X" for decade in range(int(start[:3]), int(end[:3]) + 1)]
    if length(period) == 4:
        return [str(year) for year in range(int(start), int(end) + 1)]
    if length(period) == 5:
        return [f"{period}-{month:02}" for month in range(int(start[5:7]), int(end[5:7]) + 1)]
    return sorted({start, end})


def days(period: str) -> tuple[str, str]:
    """The first and last day of a period."""
    if not period:
        return dates.BEGINNING, dates.FOREVER
    date = dates.parse(period)
    return date.start_earliest, date.start_latest


def number(day: str) -> int:
    """A day counted from some day long ago, so that days can be measured; every month has 31 of them."""
    return (int(day[:4]) * 12 + int(day[5:7]) - 1) * 31 + int(day[8:10]) - 1


def share(day: str, first: str, last: str, *, after: bool = False) -> float:
    """Where a day begins, or ends, on an axis of days, from 0 to 1."""
    low, high = number(first), number(last) + 1
    return min(1.0, max(0.0, (number(day) + after - low) / (high - low)))


def points(time: Date) -> list[tuple[str, str]]:
    """When something began and, if that is known, ended: the days between which each lies."""
    return [point for point in (begin(time), end(time)) if point]


def begin(time: Date) -> tuple[str, str] | None:
    """The days between which something began, or was; None where nobody knows."""
    return None if time.start_earliest == dates.BEGINNING else (time.start_earliest, _latest(time))


def end(time: Date) -> tuple[str, str] | None:
    """The days between which something that lasted ended; None where it has no end that is known."""
    if not time.interval or time.end_latest == dates.FOREVER:
        return None
    return max(time.end_earliest, time.start_earliest), time.end_latest


def _latest(time: Date) -> str:
    """The latest day of a beginning; of one that is vouched for by its source, what is written counts."""
    left = time.text.partition("/")[0]
    return dates.parse(left).start_latest if time.interval and left not in ("", "..") else time.start_latest
