"""What changed between two days: each change with its time, how sure it is, and who says so."""

from __future__ import annotations

from explorer.errors import ExplorerError, UsageError
from explorer.store import dated
from explorer.store.days import asked
from explorer.store.lens import Lens
from explorer.store.membership import membership_relations
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import Date
from explorer.values.lean import NamedTuple
from explorer.values.terms import EVENT, IN_FORCE
from explorer.view import periods, words
from explorer.view.card import Card
from explorer.view.rows import Row
from explorer.view.source import told

CHANGES = "changes"
"""The kind of the view."""
HEADINGS = {
    "joined": "Joined",
    "left": "Left",
    "founded": "Founded",
    "ended": "Ended",
    "renamed": "Renamed",
    "signed": "Signed",
    "in-force": "In force",
    "figure": "Figures",
    "began": "Began to hold",
    "over": "No longer holds",
}
"""Every sort of change, in the order in which they are told; the last two are those of other links, such as posts."""


class Change(NamedTuple):
    """Something that was otherwise before."""

    change: str
    claim: Claim
    text: str
    when: Date
    sure: bool
    """False where it may as well lie before the first day or after the last."""
    before: str = ""
    """The figure that was given before."""


class Span(NamedTuple):
    """The days between which a change lies."""

    first: str
    last: str

    def begun(self, point: tuple[str, str] | None) -> bool | None:
        """Whether something surely began in it, or may have; None where it did not."""
        if point is None or point[1] <= self.first or point[0] > self.last:
            return None
        return self.first < point[0] and point[1] <= self.last

    def ended(self, point: tuple[str, str] | None) -> bool | None:
        """The same of an end: on its last day a thing still is."""
        if point is None or point[1] < self.first or point[0] >= self.last:
            return None
        return self.first <= point[0] and point[1] < self.last


def days_of(store: Store, text: str) -> tuple[Date, Date]:
    """Two dates or names of events, parted by a blank or by `to`; raises UsageError with a hint."""
    given = text.split(" to ") if " to " in text else text.split()
    if len(given) != 2:
        raise UsageError("two days are needed", "write 2002-05-01 2004-06-01, or one event to another")
    return ordered(store, *given)


def ordered(store: Store, one: str, other: str) -> tuple[Date, Date]:
    """Two dates, the earlier first as it must be; raises UsageError."""
    first, last = asked(store, one), asked(store, other)
    if first is None or last is None:
        raise UsageError("two days are needed", "write YYYY, YYYY-MM or YYYY-MM-DD")
    if last.end_latest <= first.start_earliest:
        raise UsageError("the second day must be later than the first")
    return first, last


def changes(store: Store, first: Date, last: Date, lens: Lens) -> list[Change]:
    """Everything that changed after the beginning of the first and until the end of the last, sort by sort."""
    span = Span(first.start_earliest, last.end_latest)
    moments = [
        one for one in dated.moments(store, lens) if any(_near(span, point) for point in periods.points(one.time))
    ]
    members, papers = membership_relations(store), dated.papers(store)
    made = [
        change
        for claim in dated.statements(store, moments, lens)
        for change in _of(claim, span, members, papers)
    ]  # fmt: skip
    made += _figures(dated.figures(store, lens), span)
    order = list(HEADINGS)
    return sorted(made, key=lambda one: (order.index(one.change), one.when.order, one.text))


def _near(span: Span, point: tuple[str, str]) -> bool:
    return span.begun(point) is not None or span.ended(point) is not None


def _of(claim: Claim, span: Span, members: frozenset[str], papers: frozenset[str]) -> list[Change]:
    """The changes that a dated statement tells of: its beginning, its end, both or none."""
    assert claim.time is not None
    begins, ends = _sorts(claim, members, papers)
    made = []
    for sort, sure in (
        (begins, span.begun(periods.begin(claim.time))),
        (ends, span.ended(periods.end(claim.time))),
    ):
        if sort and sure is not None:
            made.append(Change(sort, claim, _text(claim, sort, over=sort == ends), claim.time, sure))
    return made


def _sorts(claim: Claim, members: frozenset[str], papers: frozenset[str]) -> tuple[str, str]:
    """What a statement's beginning and its end are; empty for no change."""
    if claim.mood in ("denied", "scenario") or claim.time is None:
        return "", ""
    if claim.part == "date":
        return ("signed" if claim.entity.id in papers else ""), ""
    if claim.about == IN_FORCE:
        return "in-force", ""
    if not claim.time.interval or claim.part == "fact":
        return "", ""
    if claim.part == "when":
        return ("", "") if claim.entity.kind == EVENT else ("founded", "ended")
    if claim.part == "also":
        return "renamed", "renamed" if claim.time.start_earliest == dates.BEGINNING else ""
    return ("joined", "left") if claim.relation in members else ("began", "over")


def _text(claim: Claim, sort: str, *, over: bool) -> str:
    if sort == "renamed":
        return f"{claim.entity.name}: {'no longer ' if over and not _began(claim) else ''}called {claim.text}"
    if claim.part in ("when", "date"):
        return claim.entity.name
    return told(claim._replace(mood=""), claim.entity.name)


def _began(claim: Claim) -> bool:
    return claim.time is not None and claim.time.start_earliest != dates.BEGINNING


def _figures(given: list[Claim], span: Span) -> list[Change]:
    """Figures given for a time between the two days, each with the one given last before it."""
    made = []
    latest: dict[tuple[str, ...], Claim] = {}
    for claim in given:
        question = (claim.entity.id, claim.about, claim.of.id if claim.of else "", claim.unit)
        before = latest.get(question)
        latest[question] = claim
        assert claim.time is not None
        sure = span.begun(periods.begin(claim.time))
        if sure is not None:
            said = told(claim._replace(mood=""), claim.entity.name)
            made.append(Change("figure", claim, said, claim.time, sure, _shown(before) if before else ""))
    return made


def _shown(claim: Claim) -> str:
    return ", ".join(part for part in (claim.value, words.when(claim, None)) if part)


def notes(change: Change) -> tuple[str, ...]:
    """How sure a change is, when it was, who says so, and what was before."""
    claim = change.claim
    said = f"says {claim.by.name}" if claim.by else ""
    before = f"before: {change.before}" if change.before else ""
    when = words.when(claim, None) or dates.show(change.when)
    return tuple(part for part in ("" if change.sure else "perhaps", when, said, before) if part)


def changes_card(store: Store, locator: str, lens: Lens) -> Card:
    """What changed between the two days that the locator names."""
    try:
        first, last = days_of(store, locator)
    except ExplorerError as error:  # of a day that was an event's, and the event has gone
        return Card("", "What changed", (Row("title", "What changed"), Row("line", clean(error.message))), 0)
    found = changes(store, first, last, lens)
    title = f"From {dates.show(first)} to {dates.show(last)}"
    size = f"{len(found)} {'change' if len(found) == 1 else 'changes'}"
    rows = [Row("title", title, asks=("diff", first.text, last.text)), Row("line", f"{size} that the sources date")]
    sort = ""
    for one in found:
        if one.change != sort:
            sort = one.change
            same = sum(other.change == sort for other in found)
            rows += [Row("gap"), Row("heading", f"{HEADINGS[sort]} ({same})")]
        rows.append(_row(one))
    hidden = len(changes(store, first, last, store.lens(None))) - len(found) if lens.asked else 0
    return Card("", title, tuple(rows), max(0, hidden))


def _row(change: Change) -> Row:
    claim = change.claim
    return Row(
        "fact",
        text=clean(change.text),
        notes=tuple(map(clean, notes(change))),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=words.marks(claim.troubles),
        target=claim.entity.id,
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )
