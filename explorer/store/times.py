"""When a claim holds: its own time, or the time that docs/data-format.md gives it where it has none."""

from __future__ import annotations

from typing import NamedTuple

from explorer.dataset.records import Claim, Entity
from explorer.dataset.vocabulary import Vocabulary
from explorer.values import dates
from explorer.values.dates import Date
from explorer.values.terms import DOCUMENT, EVENT, OUTLOOK


class Timed(NamedTuple):
    """A claim's time: what it rests on, the time itself, and how far a still open one is vouched for."""

    basis: str
    time: Date | None
    until: str
    heard: Date | None
    """Since when a plan or forecast is known."""


class Times:
    """Gives claims their times; knows the dates of all sources."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.horizon = words.horizon
        self.dates: dict[str, Date] = {}
        self.notes: dict[str, dict[str, str]] = {}

    def know(self, entity: Entity) -> None:
        """Remember what citations need of a source; every source comes before the first question."""
        document = entity.document
        if document is not None and document.dates:
            self.dates[entity.id] = document.dates[0].date
        if document is not None and document.notes:
            self.notes[entity.id] = {number: work.id for number, work in document.notes}

    def of_fact(self, entity: Entity, claim: Claim) -> Timed:
        """The time of a fact."""
        if claim.when is not None:
            return self._timed("when", claim.when, claim)
        own = own_time(entity)
        if own is not None and claim.mood not in OUTLOOK:
            return self._timed("own", own, claim)
        basis, time = self._spoken(claim)
        return self._timed(basis, time, claim)

    def of_link(self, relation: str, claim: Claim) -> Timed:
        """The time of a link: its own, or the way its relation follows."""
        if claim.when is not None:
            return self._timed("when", claim.when, claim)
        follows = self.words.relations[relation].time
        return self._timed("none" if follows == "dated" else follows, None, claim)

    def of_life(self, date: Date, claim: Claim) -> Timed:
        """The time of a life or date."""
        return self._timed("when", date, claim)

    def _timed(self, basis: str, time: Date | None, claim: Claim) -> Timed:
        heard = self._spoken(claim)[1] if claim.mood in OUTLOOK else None
        return Timed(basis, time, self.until(claim), heard)

    def until(self, claim: Claim) -> str:
        """How long a still open claim is vouched for: until it was said or its source written, or the horizon."""
        if claim.said is not None:
            return min(claim.said.end_latest, self.horizon)
        written = [self.dates[c.citation.source].end_latest for c in claim.cites if c.citation.source in self.dates]
        return min(max(written), self.horizon) if written else self.horizon

    def _spoken(self, claim: Claim) -> tuple[str, Date | None]:
        """When it was stated: as said, else by the footnoted work's date, else by the source's."""
        if claim.undated:
            return "none", None
        if claim.said is not None:
            return "said", claim.said
        for cite in claim.cites:
            work = self.work(cite.citation.source, cite.citation.footnote)
            if work in self.dates:
                return "work", self.dates[work]
        for cite in claim.cites:
            if cite.citation.source in self.dates:
                return "source", self.dates[cite.citation.source]
        return "none", None

    def work(self, source: str, footnote: str) -> str:
        """The work behind a footnote, or empty."""
        return self.notes.get(source, {}).get(footnote, "")


def own_time(entity: Entity) -> Date | None:
    """The time that an event or document is itself; None for things that last."""
    if entity.kind == DOCUMENT:
        return entity.document.dates[0].date if entity.document and entity.document.dates else None
    if entity.kind != EVENT:
        return None
    asserted = [life.date for life in entity.lives if not life.claim.mood] or [life.date for life in entity.lives]
    return asserted[0] if asserted else None


class Span(NamedTuple):
    """An entity's life in five days; None where nothing is known of it."""

    seen: str | None = None
    begin: str | None = None
    begin_latest: str | None = None
    end_earliest: str | None = None
    end: str | None = None


def span(entity: Entity, times: Times) -> Span:
    """The life of an entity as far as it is asserted; a document lasts from its date on."""
    lives = [*entity.lives, *(entity.document.dates if entity.document else ())]
    asserted = [life.date.known_until(times.until(life.claim)) for life in lives if not life.claim.mood]
    heard = [times.of_life(life.date, life.claim).heard for life in lives if life.claim.mood in OUTLOOK]
    first = [date.start_earliest for date in [*asserted, *(h for h in heard if h is not None)]]
    if not asserted:
        return Span(min(first) if first else None)
    if entity.document is not None:
        starts = min(date.start_earliest for date in asserted), max(date.start_latest for date in asserted)
        return Span(min(first), *starts, dates.FOREVER, dates.FOREVER)
    points = [date for date in asserted if not date.interval]
    if points and entity.kind != EVENT:
        return _known_at(points, [date for date in asserted if date.interval])
    return _within(min(first), asserted)


def _within(seen: str, periods: list[Date]) -> Span:
    """The bounds of periods that different sources give to one life."""
    return Span(
        seen,
        min(date.start_earliest for date in periods),
        max(date.start_latest for date in periods),
        min(date.end_earliest for date in periods),
        max(date.end_latest for date in periods),
    )


def _known_at(points: list[Date], periods: list[Date]) -> Span:
    """Known at these times: begun by the first of them, not ended before the last. More of them make it surer."""
    begun, lasted = min(date.start_latest for date in points), max(date.end_earliest for date in points)
    if not periods:
        return Span(dates.BEGINNING, dates.BEGINNING, begun, lasted, dates.FOREVER)
    life = _within("", periods)
    assert life.begin is not None
    assert life.end is not None
    begin = min(life.begin, *(date.start_earliest for date in points))
    return Span(begin, begin, life.begin_latest, life.end_earliest, max(life.end, lasted))
