"""A day or period through which everything is seen, or none."""

from __future__ import annotations

from explorer.store.rows import Entity
from explorer.values import answers
from explorer.values.dates import BEGINNING, FOREVER, NO, UNKNOWN, YES, Date
from explorer.values.terms import EVENT, OUTLOOK

_MOODS = ("denied", *OUTLOOK)
"""Moods in which a statement does not say that something is so."""


class Lens:
    """What is asked about: a time, or no time at all. Answers by the table in docs/data-format.md."""

    def __init__(self, asked: Date | None, horizon: str) -> None:
        self.asked = asked
        self.horizon = horizon

    @property
    def last(self) -> str:
        """The last day asked about; without a question, every day has come."""
        return self.asked.end_latest if self.asked else FOREVER

    @property
    def first(self) -> str:
        """The first day asked about; without a question, nothing has ended."""
        return self.asked.start_earliest if self.asked else BEGINNING

    @property
    def beyond(self) -> bool:
        """Whether the question reaches past the last day that the sources speak about."""
        return self.asked is not None and self.asked.end_latest > self.horizon

    def shows(self, seen: str | None) -> bool:
        """Whether a thing that is first seen on that day is shown."""
        return seen is None or seen <= self.last

    def life(self, entity: Entity) -> str:
        """Is it alive on the day asked?"""
        if self.asked is None or entity.begin is None:
            return UNKNOWN
        life = Date(
            "",
            entity.begin,
            entity.begin_latest or entity.begin,
            entity.end_earliest or entity.begin,
            entity.end or FOREVER,
            True,
        )
        answer = answers.holds(life, self.asked, self.horizon)
        within = self.first <= entity.begin and entity.end is not None and entity.end <= self.last
        return YES if within and entity.kind == EVENT and self.first <= self.horizon else answer

    def ended(self, entity: Entity) -> bool:
        """Whether it was surely over before the day asked."""
        return self.asked is not None and entity.end is not None and entity.end < self.first

    def link(self, basis: str, mood: str, time: Date | None, heard: Date | None, lives: str) -> tuple[str | None, bool]:
        """Answer of a link, and whether it is shown; `lives` is the answer of its two ends together."""
        if self.asked is None or (basis == "never" and mood not in _MOODS):
            return None, True
        if mood in _MOODS:
            return self._in_a_mood(mood, time, heard)
        if basis == "life":
            return lives, True  # what has ended is marked, not left out; what has not begun is not there to be linked
        if time is None:
            return UNKNOWN, True
        answer = answers.holds(time, self.asked, self.horizon)
        shown = answers.begun(time, self.asked) != NO and answer != NO
        return (UNKNOWN if mood == "scenario" else answer), shown

    def fact(self, basis: str, mood: str, time: Date | None, heard: Date | None) -> tuple[str | None, bool]:
        """Answer of a fact, and whether it is shown. What happened in an event stays what happened in it."""
        if self.asked is None:
            return None, True
        if mood in _MOODS:
            return self._in_a_mood(mood, time, heard)
        if time is None:
            return UNKNOWN, True
        answer = answers.holds(time, self.asked, self.horizon)
        shown = answers.begun(time, self.asked) != NO and (answer != NO or basis == "own")
        if mood == "scenario":
            return UNKNOWN, shown
        return answer if shown else NO, shown

    def _in_a_mood(self, mood: str, time: Date | None, heard: Date | None) -> tuple[str, bool]:
        """A denial says no for its time; a plan or forecast is shown from the day on which it was made known."""
        known = time if mood == "denied" else heard
        if known is None or self.asked is None:
            return UNKNOWN, True
        answer = answers.denied(known, self.asked, self.horizon) if mood == "denied" else UNKNOWN
        return answer, answers.begun(known, self.asked) != NO
