"""What most commands begin with: the store, and the day through which it is seen."""

from __future__ import annotations

from collections.abc import Callable

from explorer.cli.arguments import Request
from explorer.cli.output import say
from explorer.errors import UsageError
from explorer.store import structure
from explorer.store.cache import open_store
from explorer.store.days import asked
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.values import dates
from explorer.values.dates import Date


def opened(request: Request) -> Store:
    """The store that a request means; what its reader should know is said once, on stderr."""
    store = open_store(request.value("--data"))
    if store.note:
        say(store.note)
    errors = store.meta("errors")
    if errors not in ("", "0"):
        say(f"{errors} {'error' if errors == '1' else 'errors'} in the data; csto check tells where")
    return store


def known_kind(store: Store, kind: str) -> str:
    """The kind, or empty for none; raises UsageError where nothing is of it."""
    known = structure.kinds_there(store) if kind else []
    if kind and kind not in known:
        raise UsageError(f"no kind ‘{kind}’", f"there are: {', '.join(known)}")
    return kind


def lens_of(request: Request, store: Store) -> Lens:
    """The day asked about with --as-of, or none. Raises UsageError where the switch is given without a day."""
    lens = store.lens(day(store, request, "--as-of"))
    if lens.beyond:
        say(f"the sources speak up to {dates.show(dates.parse(lens.horizon))}; of what comes after, nobody can tell")
    return lens


def passage(request: Request) -> str:
    """The passage that --locator names, as the data write it; empty for none. Raises UsageError."""
    from explorer.values.locators import LocatorError, typed

    try:
        return typed(request.value("--locator"))
    except LocatorError as error:
        raise UsageError(str(error), error.hint) from None


def say_hidden(number: int, one: str = "", several: str = "") -> None:
    """How much the day has left out, if anything: rows, or what is named."""
    if number:
        verb = "is" if number == 1 else "are"
        what = (one if number == 1 else several) or "more"
        say(f"{number} {what} {verb} hidden by --as-of")


def say_left_out(store: Store, lens: Lens, count: Callable[[Lens], int], one: str = "", several: str = "") -> None:
    """The same where it has to be found out: `count` tells how many there are through a lens."""
    if lens.asked is not None:
        say_hidden(count(store.lens(None)) - count(lens), one, several)


def day(store: Store, request: Request, switch: str) -> Date | None:
    """The day, or dated thing, that a switch names; None where it is not given. Raises UsageError where it is empty."""
    if switch in request.values and not request.value(switch).strip():
        raise UsageError(f"‘{switch}’ is empty", "name a day, or leave it out")
    try:
        return asked(store, request.value(switch))
    except UsageError as error:
        from explorer.view.day import refused  # only where something is wrong

        raise refused(store, request.value(switch), error) from None
