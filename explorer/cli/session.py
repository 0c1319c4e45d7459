"""What most commands begin with: the store, and the day through which it is seen."""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import say
from explorer.store.cache import open_store
from explorer.store.days import asked
from explorer.store.lens import Lens
from explorer.store.read import Store


def opened(request: Request) -> Store:
    """The store that a request means; what its reader should know is said once, on stderr."""
    store = open_store(request.value("--data"))
    if store.note:
        say(store.note)
    errors = store.meta("errors")
    if errors not in ("", "0"):
        say(f"{errors} {'error' if errors == '1' else 'errors'} in the data; csto check tells where")
    return store


def lens_of(request: Request, store: Store) -> Lens:
    """The day asked about with --as-of, or none."""
    return store.lens(asked(store, request.value("--as-of")))
