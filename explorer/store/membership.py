"""Who belonged to what, as of a day, on whose word."""

from __future__ import annotations

from explorer.store import claims
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Cite, Claim, Entity, Ref
from explorer.values import answers, dates
from explorer.values.dates import NO, UNKNOWN, YES, Date
from explorer.values.lean import NamedTuple

IN, OUT = "in", "out"
MEMBERSHIP = "membership"
"""What a relation of members means in the vocabulary."""


class Member(NamedTuple):
    """One state's standing towards an organisation."""

    ref: Ref
    answer: str
    """in | out | unknown"""
    role: str
    since: Date | None
    until: Date | None
    cites: tuple[Cite, ...]
    claims: tuple[Claim, ...]


def membership_relations(store: Store) -> frozenset[str]:
    """The relations that mean membership."""
    return frozenset(row[0] for row in store.connection.execute("select name from relation where means = 'membership'"))


def members(store: Store, organisation: Entity, lens: Lens) -> list[Member]:
    """Everyone of whom some source says that they were or were not a member, by name."""
    relations = membership_relations(store)
    groups: dict[str, list[Claim]] = {}
    for claim in claims.to_entity(store, organisation, lens):
        if claim.relation in relations and claim.other is not None:
            groups.setdefault(claim.other.id, []).append(claim)
    made = [_member(group, lens) for group in groups.values()]
    return sorted(made, key=lambda member: member.ref.name)


def organisations(store: Store, lens: Lens) -> list[Entity]:
    """Everything of which some source says that somebody is or is no member, as far as the day shows it, by name."""
    rows = store.connection.execute(
        "select distinct c.target from claim c join relation r on r.name = c.relation where r.means = 'membership'"
    )
    found = [store.entity_at(number) for (number,) in rows.fetchall()]
    return sorted((one for one in found if lens.shows(one.seen)), key=lambda one: one.name)


def touched(store: Store, id_: str, *meanings: str) -> bool:
    """Whether a link with one of these meanings touches an entity."""
    # By either end, which has an index; a claim's relation has none.
    ends = ("c.entity = (select rowid from entity where id = ?)", "c.target = (select rowid from entity where id = ?)")
    ask = "select 1 from claim c join relation r on r.name = c.relation where r.means in"
    return any(
        store.connection.execute(f"{ask} ({_some(meanings)}) and {end}", (*meanings, id_)).fetchone() for end in ends
    )


def _some(meanings: tuple[str, ...]) -> str:
    return ", ".join("?" * len(meanings))


def times(store: Store, *meanings: str) -> list[Date]:
    """The times of all links with one of these meanings, and of their denials."""
    rows = store.connection.execute(
        "select c.time, c.until from claim c join relation r on r.name = c.relation "
        f"where r.means in ({_some(meanings)}) and c.time is not null",
        meanings,
    )
    return [dates.parse(time).known_until(until) for time, until in rows]


def said(store: Store, organisation: Entity, lens: Lens) -> dict[str, list[Claim]]:
    """What is said on each one's membership and the day shows, by id, in the order of time."""
    relations = membership_relations(store)
    found: dict[str, list[Claim]] = {}
    for claim in claims.to_entity(store, organisation, lens):
        if claim.relation in relations and claim.other is not None and claim.shown:
            found.setdefault(claim.other.id, []).append(claim)
    for group in found.values():
        group.sort(key=lambda claim: claim.happened.order if claim.happened else ("",) * 4)
    return found


def member(store: Store, organisation: Entity, state: Entity, lens: Lens) -> Member:
    """One state's standing; where nothing is said of it, nobody can tell."""
    for found in members(store, organisation, lens):
        if found.ref.id == state.id:
            return found
    return Member(state.ref, UNKNOWN, "", None, None, (), ())


def _member(group: list[Claim], lens: Lens) -> Member:
    answer = _answer(group, lens)
    telling = _telling(group, answer, lens)
    first = telling[0]
    assert first.other is not None
    time = first.happened
    cites = tuple(dict.fromkeys(cite for claim in telling for cite in claim.cites))
    return Member(first.other, answer, first.role, _since(time), _until(time), cites, tuple(telling))


def _answer(group: list[Claim], lens: Lens) -> str:
    """In if some period says yes; out if a source denies it or every period lies elsewhere; else cannot tell.

    Without a day: in where some period has no end that is known, out where all have ended or someone denies it.
    """
    asserted = [claim for claim in group if not claim.mood]
    denied = [claim for claim in group if claim.mood == "denied"]
    if lens.asked is None:
        if asserted:
            return OUT if all(map(_over, asserted)) else IN
        return OUT if denied else UNKNOWN
    positive = answers.together([claim.answer or UNKNOWN for claim in asserted]) if asserted else UNKNOWN
    negative = any(claim.answer == NO for claim in denied)
    if positive == YES:
        return UNKNOWN if negative else IN
    return OUT if negative or positive == NO else UNKNOWN


def _over(claim: Claim) -> bool:
    """Whether a membership has ended, as far as its own time says."""
    time = claim.happened
    return time is not None and time.interval and "end" not in (time.open, time.unknown)


def _telling(group: list[Claim], answer: str, lens: Lens) -> list[Claim]:
    """The claims on which the answer rests, the latest first; of a dispute, both sides."""
    latest = sorted(group, key=lambda claim: claim.happened.order if claim.happened else ("",) * 4, reverse=True)
    if lens.asked is None:
        asserted = [claim for claim in latest if not claim.mood]
        return asserted or latest
    if answer == OUT:
        denying = [claim for claim in latest if claim.mood == "denied" and claim.answer == NO]
        return denying or [claim for claim in latest if not claim.mood]
    yes = [claim for claim in latest if not claim.mood and claim.answer == YES]
    if answer == IN:
        return yes
    disputed = [*yes, *(claim for claim in latest if claim.mood == "denied" and claim.answer == NO)] if yes else []
    open_ = [claim for claim in latest if not claim.mood and claim.answer == UNKNOWN]
    return disputed or open_ or latest


def _since(time: Date | None) -> Date | None:
    """When a period began; a single date only says that it was so then."""
    if time is None or not time.interval or time.start_earliest == dates.BEGINNING:
        return None
    return dates.parse(time.text.partition("/")[0])


def _until(time: Date | None) -> Date | None:
    if time is None or not time.interval or time.end_latest == dates.FOREVER:
        return None
    return dates.parse(time.text.partition("/")[2])
