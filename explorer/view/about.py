"""The data set itself as a card: what it is about, what is in it, how far its sources speak."""

from __future__ import annotations

from explorer.store import structure
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.text import clean
from explorer.values import dates
from explorer.view import words
from explorer.view.card import OUT, Card
from explorer.view.listing import HIDDEN
from explorer.view.rows import LISTING, Row


def about_card(store: Store, lens: Lens, *, how: str) -> Card:
    """Title, description, horizon and the number of each kind; `how` says what to press."""
    title = clean(store.meta("title") or store.meta("short-title") or "The data")
    rows = [Row("title", title), Row("line", how)]
    if store.meta("description"):
        rows += [Row("gap"), Row("text", clean(store.meta("description")))]
    horizon = store.meta("horizon")
    if horizon and horizon != dates.FOREVER:
        rows += [Row("gap"), Row("line", f"The sources speak up to {words.horizon(horizon)}.")]
    kinds = structure.kinds(store, lens)
    if kinds:
        rows += [Row("gap"), Row("heading", "What is in it")]
    rows += [_counted(branch.label, branch.size, branch.key) for branch in kinds]
    left_out = structure.size(store, lens)[1]
    if lens.asked and left_out:
        rows += [Row("gap"), _counted(f"Hidden as of {dates.show(lens.asked)}", left_out, HIDDEN)]
    rows += [Row("gap"), Row("line", clean(f"folder: {store.folder}"))]
    return Card("", title, tuple(rows), 0)


def _counted(label: str, size: int, kind: str) -> Row:
    """A number; enter lists what it counts."""
    return Row("link", value=clean(f"{OUT} {label}"), notes=(str(size),), view=(LISTING, "", kind))
