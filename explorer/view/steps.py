"""From event to event on a timeline: the one before, the one from which one came, the one after."""

from __future__ import annotations

from explorer.store.dated import Moment
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.text import clean
from explorer.values import dates
from explorer.values.lean import NamedTuple
from explorer.values.terms import EVENT
from explorer.view import periods
from explorer.view.when import Where

BEFORE, HERE, AFTER = "event before", "here", "event after"
"""What is noted beside each."""


class Step(NamedTuple):
    """An event, and the part of the timeline in which it stands."""

    note: str
    name: str
    when: str
    begin: tuple[str, str]
    """The days between which it began."""
    where: Where


def steps(store: Store, found: list[Moment], at: Where, lens: Lens) -> list[Step]:
    """The events next to what one came from, or where that has no date, those around the period.

    Of the moments found the entities' own dates are taken: of events, or of the one kind that is let in.
    """
    kind = at.kind or EVENT
    own = {one.own: one for one in found if periods.begin(one.time) and (one.own == at.here or one.kind == kind)}
    every = sorted((one for id_, one in own.items() if id_), key=lambda one: (one.time.order, one.own))
    here = own.get(at.here) if at.here else None
    if here is not None:
        number = every.index(here)
        before, after = every[:number], every[number + 1 :]
    elif at.period:
        first, last = periods.days(at.period)
        before = [one for one in every if _begin(one)[1] < first]
        after = [one for one in every if _begin(one)[0] > last]
    else:
        return []
    chosen = [*((BEFORE, one) for one in before[-1:]), *([(HERE, here)] if here else [])]
    return [_step(store, note, one, at, lens) for note, one in [*chosen, *((AFTER, one) for one in after[:1])]]


def _begin(one: Moment) -> tuple[str, str]:
    begin = periods.begin(one.time)
    assert begin is not None
    return begin


def _step(store: Store, note: str, one: Moment, at: Where, lens: Lens) -> Step:
    entity = store.entity(one.own)
    name = clean(store.name(entity, lens)) if entity else one.own
    return Step(note, name, dates.show(one.time), _begin(one), at._replace(period=_part(one, at.period), here=one.own))


def _part(one: Moment, period: str) -> str:
    """The part of the size of a period in which it surely began, or one around."""
    early, late = _begin(one)
    while period and periods.like(early, period) != periods.like(late, period):
        period = periods.outside(period)
    return periods.like(early, period) if period else ""
