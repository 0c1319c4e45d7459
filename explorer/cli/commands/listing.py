"""`csto list [KIND]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import days, known_kind, lens_of, meant, opened, say_hidden
from explorer.errors import NOT_FOUND, OK
from explorer.store import claims, structure
from explorer.store.read import Store
from explorer.view import words


def run(request: Request, output: Output) -> int:
    """Entities by their beginning, then by name; 1 where there are none."""
    store = opened(request)
    lens = lens_of(request, store)
    only = _only(request, store)
    entities = structure.listed(store, only, lens)
    if request.json:
        from explorer.export.records import date_record

        times = claims.first_times(store)
        records = [
            {
                "id": entity.id,
                "kind": entity.kind,
                "name": store.name(entity, lens),
                "when": date_record(times.get(entity.number)),
            }
            for entity in entities
        ]
        output.answer({"entities": records}, "entities")
    else:
        rows = [(e.id, e.kind, store.name(e, lens), words.life(e, lens.last)) for e in entities]
        output.table(("id", "kind", "name", "when"), rows)
    hidden = len(structure.listed(store, only, store.lens(None))) - len(entities) if lens.asked else 0
    say_hidden(hidden)
    if not entities:
        say("nothing is in this list")
    return OK if entities else NOT_FOUND


def _only(request: Request, store: Store) -> structure.Only:
    """What the switches narrow the list to."""
    since, until = days(store, request)
    linked, source = request.value("--linked-to"), request.value("--source")
    return structure.Only(
        kind=known_kind(store, request.arguments[0]) if request.arguments else "",
        since=since.start_earliest if since else "",
        until=until.end_latest if until else "",
        linked_to=meant(store, linked).number if linked else 0,
        source=meant(store, source).number if source else 0,
    )
