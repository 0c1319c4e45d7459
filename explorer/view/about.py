"""The data set itself as a card: what it is about, what is in it, how far its sources speak."""

from __future__ import annotations

from explorer.store import structure
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.text import clean
from explorer.values import dates
from explorer.view import words
from explorer.view.card import Card
from explorer.view.rows import Row


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
    rows += [Row("line", clean(f"  {branch.size:>6} {branch.label}")) for branch in kinds]
    rows += [Row("gap"), Row("line", clean(f"folder: {store.folder}"))]
    return Card("", title, tuple(rows), 0)
