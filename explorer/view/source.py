"""The source card: the passage behind a statement, the work behind its footnote, what else rests on it; passages."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store import passages
from explorer.store.cited import spot_of
from explorer.store.documents import document
from explorer.store.lens import Lens
from explorer.store.passages import Spot
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean, fold
from explorer.values import dates, locators
from explorer.view import words
from explorer.view.card import Card
from explorer.view.rows import Row


def source_card(store: Store, claim_number: int, lens: Lens) -> Card:
    """The card of the passages that carry a claim."""
    claims = statements.numbered(store, [claim_number], lens)
    if not claims:
        return Card("", "", (), 0)
    claim = claims[0]
    title = clean(f"Source of: {statement(claim)}")
    mark = (claim.entity.id, claim.key)
    rows = [
        Row("title", title, mark=mark),
        Row("line", clean(" · ".join((f"said of {claim.entity.name}", *_mood(claim))))),
    ]
    rows += _beside(store, claim, lens)
    for cite in claim.cites:
        rows += _passage(store, claim, cite.source, cite.locator, cite.display, lens)
        if cite.work:
            work = store.entity(cite.work)
            if work:
                rows += [Row("heading", "The work behind the footnote")]
                rows += [Row("link", value=clean(f"→ {work.name}"), notes=_written(store, work.id), target=work.id)]
    return Card("", title, tuple(rows), 0)


def _beside(store: Store, claim: Claim, lens: Lens) -> list[Row]:
    """The other side of each trouble that the claim is in."""
    rows: list[Row] = []
    for trouble in statements.troubles_of(store, claim.number):
        mark, meaning = words.TROUBLES[trouble.kind]
        others = [other for other in statements.numbered(store, trouble.claims, lens) if other.number != claim.number]
        rows += [Row("gap"), Row("heading", clean(f"{meaning[:1].upper()}{meaning[1:]}"), marks=mark)]
        rows += [_other(other) for other in others] or [Row("line", clean(f"  {trouble.text}"))]
    return rows


def _passage(store: Store, claim: Claim, source: str, locator: str, display: str, lens: Lens) -> list[Row]:
    work = store.entity(source)
    assert work is not None
    rows = [Row("gap"), Row("heading", clean(display)), *_work(store, work)]
    others = [other for other in statements.on_passage(store, source, _paragraph(locator), lens) if other.shown]
    others = [other for other in others if other.number != claim.number and other.part != "also"]
    if others:
        rows += [Row("gap"), Row("heading", f"Also on this passage ({len(others)})")]
    rows += [_other(other) for other in others]
    return rows


def _work(store: Store, work: Entity) -> list[Row]:
    """A source and when it was written; what kind of work it is, by whom, in which language."""
    rows = [Row("link", value=clean(f"→ {work.name}"), notes=_written(store, work.id), target=work.id)]
    particulars = document(store, work)
    if particulars:
        type_ = store.label("document_type", particulars.type) if particulars.type else ""
        language = f"in {words.language(particulars.language)}" if particulars.language else ""
        told = " · ".join(part for part in (type_, particulars.author, language) if part)
        rows += [Row("line", clean(f"    {told}"))] if told else []
    return rows


def _paragraph(locator: str) -> str:
    """The passage without its footnotes, so that everything in the paragraph is found; nonsense as it is."""
    try:
        return spot_of(locator).locator
    except locators.LocatorError:
        return locator


def _other(claim: Claim) -> Row:
    return Row(
        "fact",
        text=clean(statement(claim)),
        notes=tuple(map(clean, (claim.entity.name, *_mood(claim)))),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=words.marks(claim.troubles),
        target=claim.entity.id,
        mark=(claim.entity.id, claim.key),
    )


def _mood(claim: Claim) -> tuple[str, ...]:
    """That it was only planned, or denied; a time says so itself."""
    return (words.when(claim, None),) if claim.mood and claim.part in ("fact", "link") else ()


def statement(claim: Claim) -> str:
    """A claim in a few words, whichever part it is."""
    if claim.part == "fact":
        whose = f"{claim.of.name}: " if claim.of and claim.value else ""
        return f"{whose}{claim.value} · {claim.text}" if claim.value else claim.text
    if claim.part == "link":
        other = claim.other.name if claim.other else ""
        return f"{claim.label} {other}" + (f" ({claim.role})" if claim.role else "")
    if claim.part == "also":
        return f"also called {claim.text}"
    return words.when(claim, None)


def told(claim: Claim, name: str) -> str:
    """A claim in one line, with the name of whom it is about where its own words do not say so, and its mood."""
    said = " · ".join((statement(claim), *_mood(claim)))
    names = (fold(name), fold(claim.entity.name))
    named = claim.part == "fact" and any(f" {one} " in f" {fold(claim.text)} " for one in names if one)
    return said if named else f"{name}: {said}"


def passage_card(store: Store, source_id: str, locator: str, lens: Lens) -> Card:
    """The card of a passage, of a section with its passages, or of a whole source, and of what rests on it."""
    work = store.entity(source_id)
    if work is None:
        return Card("", "", (), 0)
    locator = _paragraph(locator)
    title = clean(f"{work.short or work.name} {_shown(locator)}".strip())
    spots = passages.at(store, work, locator, lens)
    every = passages.at(store, work, locator, store.lens(None))
    rows = [Row("title", title), *_work(store, work)]
    rows += [row for spot in spots if locator or not spot.locator for row in _resting(store, work, spot, lens)]
    if not locator:
        rows += _passages(work, [spot for spot in spots if spot.locator])
    if not spots:
        rows += [Row("gap"), Row("line", "Nothing rests on it" + (" on that day." if every else "."))]
    hidden = sum(spot.uses for spot in every) - sum(spot.uses for spot in spots)
    return Card("", title, tuple(rows), hidden)


def _shown(locator: str) -> str:
    """A place as readers write it; one that nobody can read as it is."""
    try:
        return locators.show(locators.parse_parts(locator))
    except locators.LocatorError:
        return locator


def _resting(store: Store, work: Entity, spot: Spot, lens: Lens) -> list[Row]:
    """A passage and every statement that rests on it."""
    claims = passages.statements(store, work, spot, lens)
    return [Row("gap"), Row("heading", clean(f"{spot.display} ({len(claims)})")), *map(_other, claims)]


def _passages(work: Entity, spots: list[Spot]) -> list[Row]:
    """The passages of a source under their sections, each with the number of its statements."""
    rows: list[Row] = []
    section = None
    for spot in spots:
        if spot.section != section:
            section = spot.section
            rows += [Row("gap"), Row("heading", clean(_shown(section) or "Without a section"))]
        uses = f"{spot.uses} statement" + ("" if spot.uses == 1 else "s")
        rows.append(Row("link", value=clean(spot.display), notes=(uses,), passage=(work.id, spot.locator)))
    return rows


def _written(store: Store, id_: str) -> tuple[str, ...]:
    entity = store.entity(id_)
    if entity is None:
        return ()
    claims = statements.of_entity(store, entity, store.lens(None))
    date = next((claim.time for claim in claims if claim.part == "date" and claim.time), None)
    return (dates.show(date),) if date else ()
