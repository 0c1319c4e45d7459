"""`csto compare A B [C]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.cli.session import lens_of, meant, opened, say_hidden
from explorer.errors import OK, UsageError
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.view import words
from explorer.view.compare import Compared, compare_card, compared

HEADER = ("part", "label", "id", "text", "when", "mood", "by", "source")


def run(request: Request, output: Output) -> int:
    """Entities row by row: what both have, what each has alone."""
    store = opened(request)
    lens = lens_of(request, store)
    entities = [meant(store, text) for text in request.arguments]
    if len({entity.id for entity in entities}) < len(entities):
        raise UsageError("the same thing twice", f"{', '.join(entity.id for entity in entities)}")
    if request.json or "--plain" in request.flags:
        found, hidden = compared(store, entities, lens)
        if request.json:
            _json(request, output, store, entities, found, lens)
        else:
            output.table(HEADER, (cells for row in found for cells in _plain(row, entities)))
    else:
        made = compare_card(store, entities, lens)
        hidden = made.hidden
        output.sourced(store, made.rows)
    say_hidden(hidden, "statement", "statements")
    return OK


def _plain(row: Compared, entities: list[Entity]) -> list[tuple[str, ...]]:
    """A line for each cell."""
    lines: list[tuple[str, ...]] = []
    for entity, cells in zip(entities, row.cells, strict=True):
        for text, claim in cells:
            said = ("", "", "", "")
            if claim is not None:
                time = words.time_of(claim)
                by = claim.by.id if claim.by else ""
                said = (time.text if time else "", claim.mood, by, words.sources(claim))
            lines.append((row.part, row.label, entity.id, text, *said))
    return lines


def _json(
    request: Request, output: Output, store: Store, entities: list[Entity], found: list[Compared], lens: Lens
) -> None:
    from explorer.export.evidence import owned_record

    rows = [
        {
            "label": row.label,
            "part": row.part,
            "cells": [
                [{"text": text, "claim": owned_record(claim) if claim else None} for text, claim in cells]
                for cells in row.cells
            ],
        }
        for row in found
    ]
    named = [{"id": one.id, "kind": one.kind, "name": store.name(one, lens)} for one in entities]
    output.answer({"as_of": request.as_of, "entities": named, "rows": rows}, "rows")
