"""The source card: the passage behind a statement, the work behind its footnote, and what else rests on it."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store.documents import document
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.text import clean
from explorer.values import dates
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
    rows = [Row("title", title), Row("line", clean(" · ".join((f"said of {claim.entity.name}", *_mood(claim)))))]
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
    rows = [Row("gap"), Row("heading", clean(display))]
    rows.append(Row("link", value=clean(f"→ {work.name}"), notes=_written(store, source), target=source))
    particulars = document(store, work)
    if particulars and particulars.author:
        rows.append(Row("line", clean(f"    {particulars.author}")))
    others = [other for other in statements.on_passage(store, source, _paragraph(locator), lens) if other.shown]
    others = [other for other in others if other.number != claim.number and other.part != "also"]
    if others:
        rows += [Row("gap"), Row("heading", f"Also on this passage ({len(others)})")]
    rows += [_other(other) for other in others]
    return rows


def _paragraph(locator: str) -> str:
    """The passage without its footnote, so that everything in the paragraph is found."""
    head = locator.partition(" fn ")[0]
    return head or locator


def _other(claim: Claim) -> Row:
    return Row(
        "fact",
        text=clean(statement(claim)),
        notes=tuple(map(clean, (claim.entity.name, *_mood(claim)))),
        source=clean(words.sources(claim)),
        marks=words.marks(claim.troubles),
        target=claim.entity.id,
    )


def _mood(claim: Claim) -> tuple[str, ...]:
    """That it was only planned, or denied; a time says so itself."""
    return (words.when(claim, None),) if claim.mood and claim.part in ("fact", "link") else ()


def statement(claim: Claim) -> str:
    """A claim in a few words, whichever part it is."""
    if claim.part == "fact":
        return f"{claim.value} · {claim.text}" if claim.value else claim.text
    if claim.part == "link":
        other = claim.other.name if claim.other else ""
        return f"{claim.label} {other}" + (f" ({claim.role})" if claim.role else "")
    if claim.part == "also":
        return f"also called {claim.text}"
    return words.when(claim, None)


def _written(store: Store, id_: str) -> tuple[str, ...]:
    entity = store.entity(id_)
    if entity is None:
        return ()
    claims = statements.of_entity(store, entity, store.lens(None))
    date = next((claim.time for claim in claims if claim.part == "date" and claim.time), None)
    return (dates.show(date),) if date else ()
