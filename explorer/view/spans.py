"""Times as stretches of an axis of days."""

from __future__ import annotations

from explorer.values.dates import Date
from explorer.view import periods
from explorer.view.bars import DENIED, PLANNED, SURE, UNSURE, Stretch


def stretches(time: Date, mood: str, first: str, last: str, letter: str = "") -> tuple[Stretch, ...]:
    """Where a time lies: solid where it surely was, hatched where it may have been, broken where it was only to be."""
    solid = DENIED if mood == "denied" else PLANNED if mood else SURE
    made = []
    known = periods.points(time)
    if time.interval and known:
        begin, end = max(time.start_earliest, first), min(time.end_latest, last)
        made.append(Stretch(*_between(begin, end, first, last), solid if mood else UNSURE, letter))
        sure = (time.start_latest, min(time.end_earliest, last))
        made += [Stretch(*_between(*sure, first, last), solid)] if first <= sure[0] <= sure[1] else []
        return tuple(made)
    for early, late in known:
        exact = early == late and not time.uncertain and not time.about
        made.append(Stretch(*_between(early, late, first, last), solid if exact or mood else UNSURE, letter))
    return tuple(made)


def _between(early: str, late: str, first: str, last: str) -> tuple[float, float]:
    return periods.share(early, first, last), periods.share(late, first, last, after=True)
