"""What most commands begin with: the store, and the day through which it is seen."""

from __future__ import annotations

from collections.abc import Callable

from explorer.cli.arguments import Request
from explorer.cli.output import say
from explorer.errors import UsageError
from explorer.store import structure
from explorer.store.cache import open_store
from explorer.store.lens import Lens
from explorer.store.meant import resolve
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import suggest
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
    """The kind; raises UsageError where nothing is of it."""
    known = structure.kinds_there(store)
    if kind not in known:
        raise UsageError(f"no kind ‘{kind}’", suggest(kind.lower(), known) or f"there are: {', '.join(known)}")
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
    if switch not in request.values:
        return None
    text = request.value(switch)
    if not text.strip():
        raise UsageError(f"‘{switch}’ is empty", "name a day, or leave it out")
    from explorer.store.days import asked

    try:
        return asked(store, text)
    except UsageError as error:
        from explorer.view.day import refused  # only where something is wrong

        raise refused(store, text, error) from None


def days(store: Store, request: Request) -> tuple[Date | None, Date | None]:
    """What --since and --until name. Raises UsageError where the one ends before the other begins."""
    since, until = day(store, request, "--since"), day(store, request, "--until")
    if since and until and until.end_latest < since.start_earliest:
        raise UsageError("‘--until’ is before ‘--since’")
    return since, until


def meant(store: Store, text: str, doing: str = "taking") -> Entity:
    """The entity that a reader means; a guess is told, with what is done to it."""
    entity = resolve(store, text)
    if entity.id == text:
        return entity
    from explorer.store.query import folded  # an id needs none of it

    if folded(text) not in store.folded_names(entity):
        say(f"nothing is called ‘{text}’; {doing} ‘{entity.name}’")
    return entity
