"""`csto brief ID… [-o FILE]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened
from explorer.errors import NOT_FOUND, OK, NotFoundError, UsageError
from explorer.export.markdown import brief
from explorer.store import claims, kept
from explorer.store.meant import resolved
from explorer.store.read import Store


def run(request: Request, output: Output) -> int:
    """Chosen entities and statements as Markdown; 1 where nothing is chosen."""
    store = opened(request)
    lens = lens_of(request, store)
    marks = [_mark(store, text) for text in request.arguments]
    if "--marks" in request.flags:
        marks += kept.marks(store.folder)
    elif not marks:
        raise UsageError("brief needs ID… or --marks", "csto help brief")
    if not marks:
        say("nothing is marked; m marks in the explorer")
        return NOT_FOUND
    output.file(brief(store, marks, lens).encode())
    return OK


def _mark(store: Store, text: str) -> tuple[str, str]:
    """An entity, or one of its statements as `ID:KEY`; a colon may also be part of a name."""
    name, colon, key = text.rpartition(":")
    whole = resolved(store, text) if colon else None
    if not colon or whole is not None:
        return (whole or meant(store, text)).id, ""
    entity = meant(store, name)
    keys = [claim.key for claim in claims.of_entity(store, entity, store.lens(None))]
    if key not in keys:
        from explorer.text import suggest

        raise NotFoundError(
            f"{entity.id} has no statement ‘{key}’", suggest(key, keys) or f"csto show {entity.id} --json names them"
        )
    return entity.id, key
