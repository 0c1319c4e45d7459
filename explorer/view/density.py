"""How much lies where on an axis: what surely began or ended in a period, and what may have."""

from __future__ import annotations

from explorer.store.dated import Moment
from explorer.values.dates import Date
from explorer.view import periods

LAST = 7
"""The length of a month, which is the last period that is divided."""


class Counted:
    """The moments of a period: those that surely lie in it, and those that may."""

    def __init__(self, found: list[Moment], period: str) -> None:
        self.period = period
        self.inside = [one for one in found if surely(one.time, period)]
        kept = set(self.inside)
        self.perhaps = [one for one in found if one not in kept and perhaps(one.time, period)]
        days = [day for one in self.inside for point in periods.points(one.time) for day in point]
        low, high = periods.days(period)
        self.first = max(min(days, default=low), low)
        self.last = min(max(days, default=high), high)

    @property
    def ends(self) -> tuple[str, str]:
        """The first and last day of the axis: of the period, or where there is none, of what is on it."""
        return (self.first, self.last) if not self.period else periods.days(self.period)

    @property
    def told(self) -> str:
        """How many there are."""
        size = len(self.inside)
        more = f", {len(self.perhaps)} more perhaps" if self.perhaps else ""
        return f"{size} dated {'statement' if size == 1 else 'statements'}{more}"

    def parts(self) -> tuple[str, list[tuple[str, int, int]]]:
        """What is divided, and each part with the number of what surely and what perhaps lies in it.

        That is the period, or the only part of it that has anything. What could be anywhere in it is not counted.
        """
        around = self.period
        if not self.inside or periods.length(around) > LAST:
            return around, []
        names = periods.within(around, self.first, self.last)
        while len(names) == 1 and periods.length(around) < LAST:
            around = names[0]
            names = periods.within(around, self.first, self.last)
        low, high = periods.days(around)
        found = [
            [
                (early, late)
                for early, late in periods.points(one.time)
                if not (around and early <= low and high <= late)
            ]
            for one in self.inside
        ]
        if periods.length(around) == LAST:
            names = sorted({day for one in found for day, late in one if day == late and low <= day <= high})
        made = []
        for part in names:
            first, last = periods.days(part)
            sure = sum(any(first <= early and late <= last for early, late in one) for one in found)
            may = sum(any(early <= last and first <= late for early, late in one) for one in found)
            made.append((part, sure, may - sure))
        return around, made if any(sure + may for _, sure, may in made) else []


def surely(time: Date, period: str) -> bool:
    """Whether something surely began or ended in a period."""
    first, last = periods.days(period)
    return any(first <= early and late <= last for early, late in periods.points(time))


def perhaps(time: Date, period: str) -> bool:
    """Whether something may have begun or ended in a period."""
    return touches(time, *periods.days(period))


def touches(time: Date, first: str, last: str) -> bool:
    """Whether something can have begun or ended on a day between the two."""
    return any(early <= last and first <= late for early, late in periods.points(time))
