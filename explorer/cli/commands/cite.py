"""`csto cite ENTITY|SOURCE`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, opened
from explorer.errors import NOT_FOUND, OK, UsageError
from explorer.store.meant import resolve
from explorer.values.locators import LocatorError
from explorer.view.citing import cite
from explorer.view.references import references


def run(request: Request, output: Output) -> int:
    """References ready to paste; 1 where nothing carries what is said of the thing."""
    store = opened(request)
    lens = lens_of(request, store)
    entity = resolve(store, request.arguments[0])
    locator = request.value("--locator")
    try:
        made = references(store, entity, lens, locator)
    except LocatorError as error:
        raise UsageError(str(error), "write it as the data do: --locator 'sec 2.4 par 2'") from None
    format_ = request.value("--format") or ("csl-json" if request.json else "text")
    if made:
        output.text(cite(made, format_))
    else:
        say(f"no source is cited for ‘{entity.name}’")
    return OK if made else NOT_FOUND
