"""A day as a reader names it: what a name was taken for, and what could have been meant where it is none."""

from __future__ import annotations

from explorer.errors import AmbiguousError, ExplorerError, NotFoundError, UsageError
from explorer.store.days import asked
from explorer.store.meant import resolve
from explorer.store.read import Store
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import Date

MOST = 3
"""Things that are offered at once."""


def named(store: Store, text: str) -> Date | None:
    """A date, or that of the thing of this name; None for an empty text. Raises UsageError with what is near."""
    try:
        return asked(store, text)
    except UsageError as error:
        raise refused(store, text, error) from None


def refused(store: Store, text: str, error: UsageError) -> UsageError:
    """The error with names that come near, where the text reads as a name and not as a date gone wrong."""
    generic = not error.hint or error.hint.startswith("write YYYY")
    if text.strip()[:1].isdigit() or not generic:
        return error
    try:
        resolve(store, text, near=False)
    except NotFoundError as nothing:
        return UsageError(f"neither a date nor a name: ‘{text.strip()}’", nothing.hint or error.hint)
    return error


def reason(store: Store, text: str) -> str:
    """Why a text names no day, in a line; empty where it does, or where it is empty."""
    try:
        named(store, text)
    except AmbiguousError as error:
        names = [clean(name) for _, _, name in error.candidates]
        more = ["…"] if len(names) > MOST else []
        return f"{clean(error.message)}: {', '.join(names[:MOST] + more)}"
    except ExplorerError as error:
        return "; ".join(clean(part) for part in (error.message, error.hint) if part)
    return ""


def taken(store: Store, text: str) -> str:
    """What a name was taken for, and when that was; empty for a date or for nothing."""
    try:
        dates.parse(text)
    except dates.DateError:
        date = asked(store, text) if text.strip() else None
        return clean(f"{resolve(store, text, near=False).name}: {dates.show(date)}") if date else ""
    return ""
