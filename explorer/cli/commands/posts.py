"""`csto posts [ENTITY]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened, say_hidden
from explorer.errors import NOT_FOUND, OK
from explorer.store.disputes import source_dates
from explorer.view.beside import PLAIN, plain
from explorer.view.posts import posts

HEADER = (*PLAIN, "person", "answer")


def run(request: Request, output: Output) -> int:
    """Who held which post; 1 where no source says so."""
    store = opened(request)
    lens = lens_of(request, store)
    entity = meant(store, request.arguments[0]) if request.arguments else None
    found = posts(store, lens, entity.id if entity else "")
    if request.json:
        from explorer.export.evidence import owned_record

        records = [owned_record(claim) for claim in found]
        output.answer({"as_of": request.as_of, "posts": records}, "posts")
    elif "--plain" in request.flags:
        written = source_dates(store)
        output.table(
            HEADER,
            ((*plain(claim, written), claim.other.id if claim.other else "", claim.answer or "") for claim in found),
        )
    elif found:
        from explorer.view.posts import posts_card

        output.sourced(store, posts_card(store, entity.id if entity else "", lens).rows)
    say_hidden(len(posts(store, store.lens(None), entity.id if entity else "")) - len(found) if lens.asked else 0)
    if not found:
        say(f"no source names a post{f' of {entity.name}' if entity else ''}{' on that day' if lens.asked else ''}")
    return OK if found else NOT_FOUND
