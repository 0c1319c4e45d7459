"""The time that a reader asks about."""

from __future__ import annotations

from explorer.errors import NotFoundError, UsageError
from explorer.store.meant import resolve
from explorer.store.read import Store
from explorer.values import dates
from explorer.values.dates import Date


def asked(store: Store, text: str) -> Date | None:
    """A date, or the name of something dated; None for an empty text. Raises UsageError with a hint."""
    if not text.strip():
        return None
    try:
        return dates.parse(text)
    except dates.DateError as error:
        reason, hint = str(error), error.hint
    try:
        entity = resolve(store, text, near=False)
    except NotFoundError:
        raise UsageError(reason, hint or "write YYYY, YYYY-MM, YYYY-MM-DD or the name of an event") from None
    row = store.connection.execute(
        "select time from claim where entity = ? and part in ('when', 'date') and coalesce(mood, '') = '' "
        "order by part, ord limit 1",
        (entity.number,),
    ).fetchone()
    if row is None:
        raise UsageError(f"‘{entity.name}’ has no date")
    date = dates.parse(row[0])
    # Of a time without an end, the beginning is meant: a question needs two ends.
    return dates.parse(date.text.partition("/")[0]) if "end" in (date.open, date.unknown) else date
