"""Find statements in trouble: figures that cannot both hold, plans beside outcomes, and what the editor marked.

Five kinds, shown side by side and never an error: differs, plan, against, doubt, repeats. See docs/data-format.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from explorer.dataset.records import Claim, Fact
from explorer.dataset.vocabulary import Vocabulary
from explorer.values import dates, quantities
from explorer.values.dates import Date
from explorer.values.quantities import Quantity, QuantityError
from explorer.values.terms import EVENT, OUTLOOK


class Stated(NamedTuple):
    """A claim as it is numbered in the store."""

    id: int
    kind: str
    """Of its entity."""
    part: str
    claim: Claim
    time: Date | None
    fact: Fact | None = None
    relation: str = ""
    target: str = ""


class Trouble(NamedTuple):
    """Statements that stand side by side, and why."""

    kind: str
    about: str
    text: str
    claims: tuple[int, ...]


def within(claims: list[Stated], words: Vocabulary) -> list[Trouble]:
    """The troubles within one entity, given all its statements."""
    found = [*_figures(claims, words), *_lives(claims), *_single(claims, words)]
    return found + [_doubt(one) for one in claims if one.claim.doubt]


def in_order(found: Iterable[tuple[int, Trouble]]) -> list[tuple[int, Trouble]]:
    """Troubles, each with the number of its entity, as they are told: entity by entity, what cannot hold together
    first, then what is marked, statement by statement. Two statements that point at each other are one trouble."""
    seen: set[tuple[str, frozenset[int]]] = set()
    kept = []
    for entity, trouble in sorted(found, key=_place):
        mark = (trouble.kind, frozenset(trouble.claims))
        if mark not in seen:
            seen.add(mark)
            kept.append((entity, trouble))
    return kept


_MARKS = ("doubt", "against", "repeats")
"""Kinds that the editor has written on a statement, in their order."""


def _place(found: tuple[int, Trouble]) -> tuple[int, int, int]:
    entity, trouble = found
    return (entity, trouble.claims[0], _MARKS.index(trouble.kind) + 1) if trouble.kind in _MARKS else (entity, 0, 0)


def _figures(claims: list[Stated], words: Vocabulary) -> Iterator[Trouble]:
    groups: dict[tuple[str, str, str], list[Stated]] = {}
    for one in claims:
        fact = one.fact
        if fact is not None and fact.value is not None and fact.value.given and fact.about:
            unit = words.units.get(fact.value.unit, fact.value.unit)
            groups.setdefault((fact.about, fact.of.id if fact.of else "", unit), []).append(one)
    for (about, _, _), group in groups.items():
        reached = [one for one in group if not one.claim.mood]
        planned = [one for one in group if one.claim.mood in OUTLOOK]
        fixed = words.about[about].fixed
        for apart in _apart(reached, fixed=fixed):
            text = " against ".join(dict.fromkeys(map(_written, apart)))
            yield Trouble("differs", about, text, tuple(one.id for one in apart))
        if reached and planned:
            text = f"{', '.join(map(_written, planned))} foreseen; {', '.join(map(_written, reached))} reached"
            yield Trouble("plan", about, text, tuple(one.id for one in [*planned, *reached]))


def _apart(reached: list[Stated], *, fixed: bool) -> Iterator[list[Stated]]:
    """Figures that cannot all hold, in groups: each differs from some other of its group."""
    waiting = list(reached)
    while waiting:
        group, grown = [waiting.pop(0)], 0
        while grown < len(group):
            one = group[grown]
            grown += 1
            more = [other for other in waiting if _differ(one, other, fixed=fixed)]
            group += more
            waiting = [other for other in waiting if other not in more]
        if len(group) > 1:
            yield sorted(group, key=lambda one: one.id)


def _differ(one: Stated, other: Stated, *, fixed: bool) -> bool:
    """Whether two figures cannot both hold at a time that they may share."""
    if not quantities.exclude(_likely(one), _likely(other)):
        return False
    return fixed or _can_overlap(one.time, other.time)


def _likely(one: Stated) -> Quantity:
    """The figure to compare: the likely reading where the printed one is in doubt."""
    assert one.fact is not None
    assert one.fact.value is not None
    try:
        return quantities.parse(one.claim.likely) if one.claim.likely else one.fact.value
    except QuantityError:
        return one.fact.value


def _written(one: Stated) -> str:
    assert one.fact is not None
    assert one.fact.value is not None
    return one.fact.value.text


def _can_overlap(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return True
    return one.start_earliest <= other.end_latest and other.start_earliest <= one.end_latest


def _at_once(one: Date | None, other: Date | None) -> bool:
    return _can_overlap(one, other) and not _follow(one, other)


def _follow(one: Date | None, other: Date | None) -> bool:
    """Whether one period ends as the other begins: 1992/1994 and 1994/1996."""
    if one is None or other is None or not (one.interval and other.interval):
        return False
    first, second = sorted((one, other), key=lambda date: date.order)
    return (first.end_earliest, first.end_latest) == (second.start_earliest, second.start_latest)


def _lives(claims: list[Stated]) -> Iterator[Trouble]:
    """Times of life that cannot both hold, and planned beginnings beside the real one."""
    lives = [one for one in claims if one.part in ("when", "date") and one.time is not None]
    reached = [one for one in lives if not one.claim.mood]
    planned = [one for one in lives if one.claim.mood in OUTLOOK]
    for one, other in combinations(reached, 2):
        if _cannot_both(one, other):
            text = f"{_date(one)} against {_date(other)}"
            yield Trouble("differs", one.part, text, (one.id, other.id))
    if reached and planned:
        text = f"{', '.join(map(_date, planned))} foreseen; {', '.join(map(_date, reached))} reached"
        yield Trouble("plan", planned[0].part, text, tuple(one.id for one in [*planned, *reached]))


def _date(one: Stated) -> str:
    return dates.show(one.time) if one.time else ""


def _cannot_both(one: Stated, other: Stated) -> bool:
    """One life cannot begin or end twice; an event or a document has one time only."""
    assert one.time is not None
    assert other.time is not None
    once = one.kind == EVENT or one.part == "date"
    if not once and not (one.time.interval and other.time.interval):
        return False  # a single date only says that it was there then
    starts = one.time.start_latest < other.time.start_earliest or other.time.start_latest < one.time.start_earliest
    ends = one.time.end_latest < other.time.end_earliest or other.time.end_latest < one.time.end_earliest
    return (starts or ends) and (once or _can_overlap(one.time, other.time))


def _single(claims: list[Stated], words: Vocabulary) -> Iterator[Trouble]:
    """A relation that leads to one thing at a time, and leads to two."""
    links = [one for one in claims if one.part == "link" and not one.claim.mood and words.relations[one.relation].one]
    for one, other in combinations(links, 2):
        if one.relation == other.relation and one.target != other.target and _at_once(one.time, other.time):
            text = f"{words.relations[one.relation].label} two at once"
            yield Trouble("differs", one.relation, text, (one.id, other.id))


def _doubt(one: Stated) -> Trouble:
    about = one.fact.about if one.fact else one.relation or one.part
    text = one.claim.doubt + (f" Likely: {one.claim.likely}." if one.claim.likely else "")
    return Trouble("doubt", about, text, (one.id,))
