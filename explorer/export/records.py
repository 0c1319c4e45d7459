"""Entities and statements as plain dictionaries: version 1 of the JSON that scripts rely on (docs/shell.md).

The shape only grows. Absent values are null, absent lists are empty.
"""

from __future__ import annotations

import os

from explorer.store import claims as statements
from explorer.store.documents import document, identifiers
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity, Ref, Trouble
from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER, Date
from explorer.view import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any  # a look-up cannot afford to import typing

    Record = dict[str, Any]

VERSION = 1


def entity_record(store: Store, entity: Entity, lens: Lens) -> Record:
    """ENTITY: everything that is known of one thing, as of a day."""
    own, back, says, of = statements.around(store, entity, lens)
    schemes, former = identifiers(store, entity)
    shown = [claim for claim in own if claim.shown]
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": store.name(entity, lens),
        "short": entity.short or None,
        "also": [_also(claim) for claim in own if claim.part == "also"],
        "ids": schemes,
        "old_ids": former,
        "when": [_life(claim) for claim in shown if claim.part == "when"],
        "mood": entity.mood or None,
        "summary": entity.summary or None,
        "document": _document(store, entity, own),
        "facts": [fact_record(claim) for claim in shown if claim.part == "fact"],
        "links": [link_record(claim) for claim in shown if claim.part == "link"],
        "mentions": [
            {"entity": ref_record(claim.entity), **fact_record(claim)}
            for claim in _mentions(entity, of, says)
            if claim.shown
        ],
        "backlinks": [link_record(claim) for claim in back if claim.shown],
        "troubles": [trouble_record(store, trouble, lens) for trouble in statements.troubles(store, entity)],
        "defined_at": {"file": os.path.join(store.folder, entity.file), "line": entity.line},
        "hidden": sum(not claim.shown for claim in [*own, *back]),
    }


def _mentions(entity: Entity, of: list[Claim], says: list[Claim]) -> list[Claim]:
    """Facts of other entities about this one, and those that this one is reported to have said."""
    said = [claim for claim in says if claim.part == "fact" and claim.entity.id != entity.id]
    return list({claim.number: claim for claim in (*of, *said)}.values())


def _also(claim: Claim) -> Record:
    return {"text": claim.text, "lang": claim.lang or None, "when": date_record(claim.happened)}


def _life(claim: Claim) -> Record:
    return {**(date_record(claim.time) or {}), **_claim(claim), "when": date_record(claim.time)}


def _document(store: Store, entity: Entity, own: list[Claim]) -> Record | None:
    found = document(store, entity)
    if found is None:
        return None
    date = next((claim.time for claim in own if claim.part == "date"), None)
    texts = {key: value or None for key, value in found._asdict().items()}
    return {"type": texts.pop("type"), "date": date_record(date), **texts}


def ref_record(ref: Ref | None) -> Record | None:
    """{"id", "kind", "name"} of an entity."""
    return {"id": ref.id, "kind": ref.kind, "name": ref.name} if ref else None


def by_record(claim: Claim) -> Record | None:
    """Who says it, where the source reports somebody's statement."""
    return _named(claim.by)


def _named(ref: Ref | None) -> Record | None:
    return {"id": ref.id, "name": ref.name} if ref else None


def date_record(date: Date | None) -> Record | None:
    """DATE: the four days, with null for a side that is not known."""
    if date is None:
        return None
    return {
        "text": date.text,
        "start": {"earliest": _day(date.start_earliest), "latest": _day(date.start_latest)},
        "end": {"earliest": _day(date.end_earliest), "latest": _day(date.end_latest)},
        "open": date.open or None,
        "unknown": date.unknown or None,
        "uncertain": date.uncertain,
        "about": date.about,
        "display": dates.show(date),
    }


def _day(day: str) -> str | None:
    return None if day in (BEGINNING, FOREVER) else day


def _claim(claim: Claim) -> Record:
    """CLAIM: what facts, links and times share."""
    return {
        "key": claim.key,
        "when": date_record(claim.happened),
        "said": date_record(claim.said),
        "by": by_record(claim),
        "mood": claim.mood or None,
        "doubt": claim.doubt or None,
        "likely": claim.likely or None,
        "note": claim.note or None,
        "cites": cite_records(claim.cites),
        "answer": claim.answer,
    }


def cite_records(cites: tuple[Any, ...]) -> list[Record]:
    """Citations: source, locator, and how it reads; `work` is the work behind the footnote."""
    return [
        {"source": cite.source, "locator": cite.locator, "display": cite.display, "work": cite.work or None}
        for cite in cites
    ]


def fact_record(claim: Claim) -> Record:
    """FACT: a statement in our own words, with its figure."""
    quantity = {"low": claim.low, "high": claim.high, "unit": claim.unit or None} if claim.value else None
    return {
        "text": claim.text,
        "about": claim.about or None,
        "value": claim.value or None,
        "quantity": quantity,
        "of": _named(claim.of),
        **_claim(claim),
    }


def link_record(claim: Claim) -> Record:
    """LINK: a statement that relates this entity to another."""
    return {
        "relation": claim.relation,
        "label": claim.label,
        "inverse": claim.inverse,
        "entity": ref_record(claim.other),
        "as": claim.role or None,
        **_claim(claim),
    }


def statement_record(claim: Claim) -> Record:
    """FACT or LINK; a time or a name is told as a fact about it."""
    if claim.part == "link":
        return link_record(claim)
    if claim.part == "fact":
        return fact_record(claim)
    text = claim.text if claim.part == "also" else words.when(claim, None)
    return fact_record(claim._replace(text=text, about=claim.part, happened=claim.time))


def trouble_record(store: Store, trouble: Trouble, lens: Lens) -> Record:
    """TROUBLE: statements side by side, and why."""
    return {
        "kind": trouble.kind,
        "entity": _named(trouble.entity),
        "about": trouble.about or None,
        "claims": [statement_record(claim) for claim in statements.numbered(store, trouble.claims, lens)],
        "text": trouble.text,
    }
