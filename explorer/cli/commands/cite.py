"""`csto cite ENTITY|SOURCE`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, opened, passage
from explorer.errors import NOT_FOUND, OK, UsageError
from explorer.store.documents import document
from explorer.store.meant import resolve
from explorer.view.citing import cite
from explorer.view.references import references


def run(request: Request, output: Output) -> int:
    """References ready to paste; 1 where nothing carries what is said of the thing."""
    store = opened(request)
    lens = lens_of(request, store)
    entity = resolve(store, request.arguments[0])
    locator = passage(request)
    if locator and document(store, entity) is None:
        raise UsageError(f"‘{entity.name}’ is no document: it has no passages", f"csto cite {entity.id}")
    made = references(store, entity, lens, locator)
    format_ = request.value("--format") or ("csl-json" if request.json else "text")
    if made:
        output.text(cite(made, format_))
    else:
        say(f"no source is cited for ‘{entity.name}’")
    return OK if made else NOT_FOUND
