"""`csto troubles [ENTITY] [--kind KIND]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened, say_hidden
from explorer.errors import NOT_FOUND, OK
from explorer.store.disputes import Dispute, disputes, source_dates
from explorer.view.beside import PLAIN, plain

HEADER = ("number", "kind", "entity", "about", *PLAIN, "why")


def run(request: Request, output: Output) -> int:
    """Statements in trouble side by side; 1 where there are none."""
    kind = request.value("--kind")
    store = opened(request)
    lens = lens_of(request, store)
    entity = meant(store, request.arguments[0]) if request.arguments else None
    if not request.json and "--plain" not in request.flags:
        from explorer.view.troubles import troubles_card

        made = troubles_card(store, lens, entity, kind)
        empty, hidden = not any(row.kind == "heading" for row in made.rows), made.hidden
        output.sourced(store, made.rows if not empty else ())
    else:
        found, hidden = disputes(store, lens, entity, kind)
        empty = not found
        if request.json:
            _json(request, output, found, hidden)
        else:
            written = source_dates(store)
            rows = (
                (str(number), one.kind, one.entity.id, one.about, *plain(claim, written), "; ".join(one.texts))
                for number, one in enumerate(found, 1)
                for claim in one.claims
            )
            output.table(HEADER, rows)
    say_hidden(hidden)
    if empty:
        say(f"no troubles{f' with {entity.name}' if entity else ''}")
    return NOT_FOUND if empty else OK


def _json(request: Request, output: Output, found: list[Dispute], hidden: int) -> None:
    from explorer.export.evidence import dispute_record

    records = [dispute_record(one) for one in found]
    output.answer({"as_of": request.as_of, "troubles": records, "hidden": hidden}, "troubles")
