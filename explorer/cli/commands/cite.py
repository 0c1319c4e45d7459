"""`csto cite ENTITY|SOURCE`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened, passage, say_hidden
from explorer.errors import NOT_FOUND, OK, NotFoundError, UsageError
from explorer.store import claims
from explorer.store.documents import document
from explorer.store.passages import listed
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.values.locators import Citation, parse_parts
from explorer.view.citing import cite
from explorer.view.references import references


def run(request: Request, output: Output) -> int:
    """References ready to paste; 1 where nothing carries what is said of the thing."""
    store = opened(request)
    lens = lens_of(request, store)
    entity = meant(store, request.arguments[0])
    locator = passage(request)
    if locator and document(store, entity) is None:
        raise UsageError(f"‘{entity.name}’ is no document: it has no passages", f"csto cite {entity.id}")
    if locator:
        _check(store, entity, locator)
    made = references(store, entity, lens, locator)
    format_ = request.value("--format") or ("csl-json" if request.json else "text")
    own = claims.of_entity(store, entity, lens) if document(store, entity) is None else []
    say_hidden(sum(not claim.shown for claim in own), "statement", "statements")
    if made:
        output.text(cite(made, format_))
    else:
        say(f"no source is cited for ‘{entity.name}’")
    return OK if made else NOT_FOUND


def _check(store: Store, source: Entity, locator: str) -> None:
    """A passage that a source does not have is no reference. Raises NotFoundError.

    Of what is listed for none of its passages, such as pages, nothing is known; a section holds those within it.
    """
    known = listed(store, source)
    labels = {one.split()[0] for one in known}
    for one in Citation(source.id, parse_parts(locator)).passages:
        if one.split()[0] in labels and one not in known and not any(other.startswith(f"{one}.") for other in known):
            from explorer.text import suggest

            raise NotFoundError(f"‘{source.short or source.name}’ has no passage ‘{one}’", suggest(one, known))
