"""`csto show ENTITY…`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.cli.session import lens_of, meant, opened, say_hidden
from explorer.errors import OK
from explorer.store import claims as statements
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity

PLAIN = (
    *("id", "part", "about", "value", "text", "other", "when", "mood", "by", "source", "answer"),
    *("as", "said", "doubt", "likely", "note", "troubles", "entity"),
)
"""Columns of --plain; they only grow."""


def run(request: Request, output: Output) -> int:
    """Facts, links both ways and sources of each entity named; with --card the gist of them."""
    store = opened(request)
    lens = lens_of(request, store)
    entities = [meant(store, text, "showing") for text in request.arguments]
    if request.json:
        from explorer.export.records import entity_record

        records = [entity_record(store, entity, lens) for entity in entities]
        lines = [{"record": "entity", **record} for record in records]
        output.answer({"as_of": request.as_of, "entities": records}, "entities", lines)
    elif "--plain" in request.flags:
        output.table(PLAIN, [row for entity in entities for row in _plain(store, entity, lens)])
    elif "--card" in request.flags:
        _gists(store, entities, lens, output)
    else:
        _cards(store, entities, lens, output)
    return OK


def _cards(store: Store, entities: list[Entity], lens: Lens, output: Output) -> None:
    from explorer.view.card import card
    from explorer.view.rows import Row

    rows: list[Row] = []
    for entity in entities:
        made = card(store, entity, lens)
        rows += [Row("gap"), *made.rows] if rows else made.rows
        say_hidden(made.hidden, "statement", "statements")
    output.sourced(store, rows)


def _gists(store: Store, entities: list[Entity], lens: Lens, output: Output) -> None:
    from explorer.view.short import short_card

    for number, entity in enumerate(entities):
        if number:
            output.line()
        for line in short_card(store, entity, lens):
            output.line(line)
        say_hidden(sum(not one.shown for one in _around(store, entity, lens)), "statement", "statements")


def _around(store: Store, entity: Entity, lens: Lens) -> list[Claim]:
    """Every statement that has to do with it, once; a link of it with itself has two ends."""
    every = (one for ones in statements.around(store, entity, lens) for one in ones)
    return list({(one.number, one.inverse): one for one in every}.values())


def _plain(store: Store, entity: Entity, lens: Lens) -> list[tuple[str, ...]]:
    """A row for each statement, its own and those of others that lead to it, are about it or by it."""
    from explorer.view import words

    every = _around(store, entity, lens)
    say_hidden(sum(not claim.shown for claim in every), "statement", "statements")
    rows: list[tuple[str, ...]] = []
    for claim in every:
        if not claim.shown:
            continue
        time = words.time_of(claim)
        rows.append(
            (
                entity.id,
                claim.part,
                claim.label if claim.part == "link" else claim.about,
                claim.value,
                claim.text,
                (claim.other or claim.of or entity.ref).id if claim.other or claim.of else "",
                time.text if time else "",
                claim.mood,
                claim.by.id if claim.by else "",
                words.sources(claim),
                claim.answer or "",
                claim.role,
                claim.said.text if claim.said else "",
                claim.doubt,
                claim.likely,
                claim.note,
                " ".join(claim.troubles),
                claim.entity.id,
            )
        )
    return rows
