"""Times as stretches of an axis of days."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.store.read import Store
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import FOREVER, Date
from explorer.view import periods
from explorer.view.bars import DENIED, PLANNED, SURE, UNSURE, Stretch
from explorer.view.rows import Row


class Axis:
    """The days from the first to the last of some times, and the letters of roles."""

    def __init__(self, store: Store, times: Iterable[Date], roles: Iterable[str] = ()) -> None:
        days = [day for time in times for point in periods.points(time) for day in point]
        horizon = store.meta("horizon") or FOREVER
        self.first = min(days, default=dates.BEGINNING)
        self.last = horizon if horizon != FOREVER else max(days, default=FOREVER)
        self.letters: dict[str, str] = {}
        for role in sorted(set(roles)):
            free = (letter for letter in role.upper() if letter.isalpha() and letter not in self.letters.values())
            self.letters[role] = next(free, "?")

    def bar(self, time: Date | None, mood: str, role: str = "") -> tuple[Stretch, ...]:
        """The stretches of a time."""
        return stretches(time, mood, self.first, self.last, self.letters.get(role, "")) if time else ()

    def legend(self) -> Row:
        """How to read it."""
        roles = "".join(f", {letter}={role}" for role, letter in self.letters.items())
        years = f"{self.first[:4]} to {self.last[:4]}"
        return Row("line", clean(f"{years}: {SURE} yes, {UNSURE} perhaps, {PLANNED} planned, {DENIED} no{roles}"))


def stretches(time: Date, mood: str, first: str, last: str, letter: str = "") -> tuple[Stretch, ...]:
    """Where a time lies: solid where it surely was, hatched where it may have been, broken where it was only to be."""
    solid = DENIED if mood == "denied" else PLANNED if mood else SURE
    made = []
    known = periods.points(time)
    if time.interval and known:
        begin, end = max(time.start_earliest, first), min(time.end_latest, last)
        made.append(Stretch(*_between(begin, end, first, last), solid if mood else UNSURE, letter))
        sure = (max(time.start_latest, first), min(time.end_earliest, last))
        made += [Stretch(*_between(*sure, first, last), solid)] if sure[0] <= sure[1] else []
        return tuple(made)
    for early, late in known:
        exact = early == late and not time.uncertain and not time.about
        made.append(Stretch(*_between(early, late, first, last), solid if exact or mood else UNSURE, letter))
    return tuple(made)


def _between(early: str, late: str, first: str, last: str) -> tuple[float, float]:
    return periods.share(early, first, last), periods.share(late, first, last, after=True)
