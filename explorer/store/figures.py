"""Figures that answer one question, across entities and time, as of a day."""

from __future__ import annotations

from explorer.store import claims
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.values import quantities
from explorer.values.quantities import Quantity, QuantityError

MOST = 500
"""Statements in one query."""


def questions(store: Store) -> list[tuple[str, str]]:
    """The questions that figures answer, each with its label, in the order of the vocabulary."""
    rows = store.connection.execute(
        "select a.name, a.label from about a where a.name in "
        "(select c.about from claim c where c.part = 'fact' and c.value is not null) order by a.ord"
    )
    return [(row[0], row[1]) for row in rows]


def figures(store: Store, about: str, lens: Lens) -> tuple[list[Claim], int]:
    """The figures, largest first, gaps last; and how many the day hides."""
    rows = store.connection.execute(
        "select id from claim where part = 'fact' and about = ? and value is not null order by id", (about,)
    )
    numbers = [row[0] for row in rows]
    parts = (numbers[start : start + MOST] for start in range(0, len(numbers), MOST))
    every = [claim for part in parts for claim in claims.numbered(store, part, lens)]
    shown = [claim for claim in every if claim.shown]
    return sorted(shown, key=_largest_first), len(every) - len(shown)


def meant(claim: Claim) -> Quantity | None:
    """The figure to compare and to draw: the likely reading where the printed one is in doubt; None for a gap."""
    for text in (claim.likely, claim.value):
        try:
            quantity = quantities.parse(text) if text else None
        except QuantityError:
            continue
        if quantity is not None and quantity.given:
            return quantity
    return None


def _largest_first(claim: Claim) -> tuple[bool, float, tuple[str, ...]]:
    quantity = meant(claim)
    time = claim.time.order if claim.time else ()
    if quantity is None:
        return True, 0.0, time
    return False, -(quantity.high if quantity.high is not None else quantity.low or 0.0), time
