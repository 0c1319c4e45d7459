"""Figures that answer one question as bars with the number beside each, those of one unit on one scale."""

from __future__ import annotations

from explorer.store.disputes import source_dates
from explorer.store.documents import about_words
from explorer.store.figures import figures, meant
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.text import clean, width
from explorer.values.quantities import Quantity
from explorer.values.terms import OUTLOOK
from explorer.view.bars import NONE, PLANNED, RANGE, SURE, UNSURE, Stretch
from explorer.view.beside import beside
from explorer.view.card import Card
from explorer.view.rows import BESIDE, Row

LEGEND = (
    (SURE, "so many"),
    (RANGE, "between these"),
    (PLANNED, "planned or forecast"),
    (UNSURE, "doubtful, as it is likely meant"),
)
BEYOND = "»"
"""At the end of a bar that goes on: a figure without an upper bound, or a doubtful one past the scale."""
OPEN = 1.25
"""How much longer the scale is than the largest figure where one has no upper bound."""


def figures_card(store: Store, about: str, lens: Lens, *, how: str = "") -> Card:
    """Every figure that answers the question, in groups of one unit."""
    found, hidden = figures(store, about, lens)
    label = dict(about_words(store)).get(about, about)
    whose = {claim.entity.id for claim in found}
    alone = f": {found[0].entity.name}" if len(whose) == 1 else ""
    title = clean(f"{label}{alone}")
    rows = [Row("title", title, asks=("figures", about)), *([Row("line", how)] if how else [])]
    written = source_dates(store)
    bars: list[Row] = []
    for unit in dict.fromkeys(_unit(claim) for claim in found):
        group = [claim for claim in found if _unit(claim) == unit]
        bars += [Row("gap"), Row("heading", clean(f"In {unit}") if unit else "No figure given")]
        made = _bars if unit else _gaps
        bars += made(store, group, lens, written, named=not alone)
    used = {stretch.sign for row in bars for stretch in row.bar}
    legend = "  ".join(f"{sign} {meaning}" for sign, meaning in LEGEND if sign in used)
    rows += [Row("line", legend)] if legend else [] if found else [Row("line", "No figures" + _then(hidden))]
    return Card("", title, (*rows, *bars), hidden)


def _then(hidden: int) -> str:
    return " on that day." if hidden else "."


def _unit(claim: Claim) -> str:
    """What is counted, after the likely reading where the printed one is in doubt; empty for a gap."""
    quantity = meant(claim)
    return quantity.unit if quantity else ""


def _bars(store: Store, group: list[Claim], lens: Lens, written: dict[str, str], *, named: bool) -> list[Row]:
    scale = _scale(group)
    rows = []
    for claim in group:
        row = beside(claim, lens, written)
        quantity = meant(claim)
        assert quantity is not None
        bar = _stretches(quantity, claim, scale)
        rows.append(row._replace(kind="bar", text=_label(store, claim, named=named), value=_beside(claim), bar=bar))
    return rows


def _beside(claim: Claim) -> str:
    """What is printed; without its unit, which the heading says, where only so it has room beside its bar."""
    if claim.likely:
        return clean(f"{claim.value}, likely {claim.likely}")
    value = clean(claim.value)
    number = value.removesuffix(f" {clean(claim.unit)}")
    return number if width(number) <= BESIDE < width(value) else value


def _gaps(store: Store, group: list[Claim], lens: Lens, written: dict[str, str], *, named: bool) -> list[Row]:
    return [beside(claim, lens, written)._replace(value=_label(store, claim, named=named)) for claim in group]


def _label(store: Store, claim: Claim, *, named: bool) -> str:
    """Whose figure it is, or which part's, by their short names."""
    whose = ([claim.entity] if named or not claim.of else []) + ([claim.of] if claim.of else [])
    entities = [store.entity(one.id) for one in whose]
    return clean(": ".join(entity.short or entity.name for entity in entities if entity))


def _scale(group: list[Claim]) -> float:
    """The number at the end of the axis: the largest that nobody doubts, else the largest likely reading."""
    sure = [claim for claim in group if not claim.doubt]
    counted = sure or [claim for claim in group if claim.likely]
    known = [quantity for quantity in map(meant, counted) if quantity]
    largest = max((max(one.low or 0.0, one.high or 0.0) for one in known), default=0.0)
    return largest * (OPEN if any(one.high is None for one in known) else 1.0)


def _stretches(quantity: Quantity, claim: Claim, scale: float) -> tuple[Stretch, ...]:
    """Solid up to what is sure, then the range; one sign for all of it where it is doubtful or only planned."""
    if scale <= 0:
        return ()
    low = quantity.low or 0.0
    high = scale if quantity.high is None else quantity.high
    beyond = quantity.high is None or high > scale
    one = UNSURE if claim.doubt else PLANNED if claim.mood in OUTLOOK else ""
    made = [Stretch(0.0, min(1.0, low / scale), one or SURE)] if low > 0 else []
    if high > low:
        made.append(Stretch(min(1.0, low / scale), min(1.0, high / scale), one or RANGE))
    if beyond:
        made.append(Stretch(1.0, 1.0, one or RANGE, BEYOND))
    return tuple(made) or (Stretch(0.0, 0.0, NONE),)
