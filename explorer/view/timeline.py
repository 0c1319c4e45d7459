"""What has a date, on an axis that goes from decades to days: how much lies where, and what it is."""

from __future__ import annotations

from explorer.store import dated
from explorer.store.dated import Moment
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER, Date
from explorer.values.lean import NamedTuple
from explorer.values.terms import EVENT, IN_FORCE
from explorer.view import periods, words
from explorer.view.bars import UNSURE, Stretch
from explorer.view.card import Card
from explorer.view.density import Counted, touches
from explorer.view.rows import Row
from explorer.view.source import told
from explorer.view.spans import stretches
from explorer.view.when import Where, where

TIMELINE = "timeline"
"""The kind of the view."""
MOST = 200
"""Statements of a period that are listed; of more, only where they lie is shown."""
HERE = "here"
"""Marks what is about the entity from which the reader came."""


class Entry(NamedTuple):
    """A dated statement in words."""

    claim: Claim
    when: Date
    sign: str
    """What kind of date it is: `signed`, `in force`, `planned`, `began`; empty for a plain one."""
    text: str


def entries(
    store: Store, lens: Lens, entity: Entity | None = None, *, span: tuple[str, str] = (BEGINNING, FOREVER),
    kind: str = "", source: Entity | None = None,
) -> list[Entry]:  # fmt: skip
    """The dated statements of an entity or of all that touch the days from the first to the last, by time."""
    found = dated.moments(store, lens, entity, kind=kind, source=source)
    return worded(store, [one for one in found if touches(one.time, *span)], lens)


def worded(store: Store, moments: list[Moment], lens: Lens) -> list[Entry]:
    """Dated statements in words, in the same order."""
    papers = dated.papers(store)
    then = store.names_then(lens)
    made = []
    for claim in dated.statements(store, moments, lens):
        assert claim.time is not None
        entity = store.entity(claim.entity.id) if then else None
        name = store.name(entity, lens) if entity else claim.entity.name
        made.append(Entry(claim, claim.time, sign(claim, papers), _text(claim, name)))
    return made


def sign(claim: Claim, papers: frozenset[str]) -> str:
    """What kind of date a statement gives."""
    if claim.mood:
        return words.MOODS[claim.mood]
    if claim.part == "date":
        return "signed" if claim.entity.id in papers else "published"
    if claim.about == IN_FORCE:
        return "in force"
    if claim.part == "when" and claim.entity.kind != EVENT and claim.time is not None:
        return "began" if claim.time.interval and claim.time.start_earliest != BEGINNING else "there"
    return ""


def _text(claim: Claim, name: str) -> str:
    if claim.part in ("when", "date"):
        return name
    if claim.part == "also":
        return f"{name}: called {claim.text}"
    return told(claim._replace(mood=""), name)


def timeline_card(store: Store, id_: str, locator: str, lens: Lens) -> Card:
    """The timeline of an entity, or of everything; the locator names the period and what is let in."""
    at = where(locator)
    period = at.period
    entity = store.entity(id_) if id_ else None
    source = store.entity(at.source) if at.source else None
    found = dated.moments(store, lens, entity, kind=at.kind, source=source)
    counted = Counted(found, period)
    whose = f" of {clean(store.name(entity, lens))}" if entity else ""
    shown = periods_shown(period)
    title = f"Timeline{whose}{f' · {shown}' if shown else ''}"
    rows = [Row("title", title, asks=_asks(id_, at)), Row("line", counted.told + _only(store, at))]
    rows += _axis(counted, id_, at)
    listed = counted.inside + counted.perhaps
    if len(listed) <= MOST:
        first, last = counted.ends
        for heading, group in (("In the order of time", counted.inside), ("Perhaps then", counted.perhaps)):
            rows += [Row("gap"), Row("heading", heading)] if group else []
            rows += [_row(entry, first, last, at.here) for entry in worded(store, group, lens)]
    rows += _ways(found, id_, at)
    rows += _narrower(store, listed, id_, at)
    every = dated.moments(store, store.lens(None), entity, kind=at.kind, source=source) if lens.asked else found
    hidden = len(every) - len(found)
    return Card("", rows[0].text, tuple(rows), hidden)


def _only(store: Store, at: Where) -> str:
    """What alone is let in, in words."""
    source = store.entity(at.source) if at.source else None
    only = [store.kind(at.kind)[1].lower()] if at.kind else []
    only += [f"what rests on {source.short or source.name}"] if source else []
    return clean(f", only {' and '.join(only)}") if only else ""


def _asks(id_: str, at: Where) -> tuple[str, ...]:
    """The command line that prints a period; it knows no decades."""
    period = at.period
    first, last = periods.days(period)
    span = (first[:4], last[:4]) if period.endswith("X") else (period, period)
    options: tuple[str, ...] = ("--since", span[0], "--until", span[1]) if period else ()
    options += ("--kind", at.kind) if at.kind else ()
    options += ("--source", at.source) if at.source else ()
    return ("timeline", *([id_] if id_ else []), *options)


def period_of(store: Store, id_: str) -> str:
    """Where an entity begins on the timeline of everything: its year, and behind `@` the entity itself."""
    entity = store.entity(id_)
    begin = entity.begin if entity else None
    year = begin[:4] if begin and begin != BEGINNING else ""
    return Where(year, id_).locator


def periods_shown(period: str) -> str:
    """A period in words."""
    return dates.show(dates.parse(period)) if period else ""


def _axis(counted: Counted, id_: str, at: Where) -> list[Row]:
    """How much lies in each part; enter goes closer."""
    around, parts = counted.parts()
    if not parts:
        return []
    most = max(sure + may for _, sure, may in parts) or 1
    rows = [Row("gap"), Row("heading", periods.NAMES[periods.length(around)])]
    for part, sure, may in parts:
        bar: tuple[Stretch, ...] = (Stretch(0, (sure + may) / most, UNSURE),) if may else ()
        bar += (Stretch(0, sure / most),) if sure else ()
        value = f"{sure}+{may}?" if may else str(sure)
        row = Row("bar", text=periods_shown(part), bar=bar, value=value)
        rows.append(row._replace(view=_view(id_, at._replace(period=part))) if sure + may else row)
    return rows


def _row(entry: Entry, first: str, last: str, here: str) -> Row:
    """A statement, where it lies on the axis, and what kind of date it is."""
    claim = entry.claim
    about = here and here in (claim.entity.id, claim.other.id if claim.other else "", claim.of.id if claim.of else "")
    marks = " ".join(part for part in (HERE if about else "", words.marks(claim.troubles)) if part)
    speaker = (f"says {claim.by.name}",) if claim.by else ()
    return Row(
        "bar",
        text=dates.show(entry.when),
        bar=stretches(entry.when, claim.mood, first, last),
        notes=tuple(map(clean, (entry.sign, entry.text, *speaker) if entry.sign else (entry.text, *speaker))),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=marks,
        target=claim.entity.id,
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )


def _ways(found: list[Moment], id_: str, at: Where) -> list[Row]:
    """To the period before and after that have something, and out to the one around."""
    period = at.period
    if not period:
        return []
    first, last = periods.days(period)
    days = [(early, late) for one in found for early, late in periods.points(one.time)]
    whole = [early for early, late in days if periods.like(early, period) == periods.like(late, period)]
    before, after = [day for day in whole if day < first], [day for day in whole if day > last]
    ways = [("before", periods.like(max(before), period))] if before else []
    ways += [("after", periods.like(min(after), period))] if after else []
    ways.append(("around", periods.outside(period)))
    rows = [Row("gap"), Row("heading", "Elsewhere in time")]
    for label, part in ways:
        shown = f"→ {periods_shown(part) or 'the whole time'}"
        rows.append(Row("link", value=shown, notes=(label,), view=_view(id_, at._replace(period=part))))
    return rows


def _narrower(store: Store, listed: list[Moment], id_: str, at: Where) -> list[Row]:
    """Only one kind, or only one source, each with how many there are; or everything again."""
    ways = []
    if at.kind or at.source:
        ways.append(("everything", "", at._replace(kind="", source="")))
    if not at.kind:
        kinds = [one.kind for one in listed]
        ways += [(store.kind(kind)[1], str(kinds.count(kind)), at._replace(kind=kind)) for kind in dict.fromkeys(kinds)]
    if not at.source:
        ways += [
            (f"what rests on {name}", str(size), at._replace(source=id_of))
            for id_of, name, size in dated.sources(store, listed)
        ]
    if len(ways) < 2 and not (at.kind or at.source):
        return []
    rows = [Row("gap"), Row("heading", "Only")]
    for label, size, narrower in ways:
        rows.append(Row("link", value=clean(f"→ {label}"), notes=(size,) if size else (), view=_view(id_, narrower)))
    return rows


def _view(id_: str, at: Where) -> tuple[str, str, str]:
    return TIMELINE, id_, at.locator
