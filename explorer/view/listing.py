"""What a count of things counts: those of a kind, or those that the day asked hides."""

from __future__ import annotations

from explorer.store import structure
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.values import dates
from explorer.view import words
from explorer.view.card import OUT, Card
from explorer.view.rows import Row

HIDDEN = "@hidden"
"""In place of a kind: what has not begun on the day. No kind has such a name."""
MOST = 500
"""Things that are listed at once; how many more there are is said."""


def listing_card(store: Store, kind: str, lens: Lens) -> Card:
    """The things of a kind, or, for HIDDEN, what the day leaves out, each leading to its card."""
    asks: tuple[str, ...] = ()
    if kind == HIDDEN:
        size, found = structure.size(store, lens)[1], structure.hidden(store, lens, MOST)
        title = f"Hidden as of {dates.show(lens.asked)}" if lens.asked else "Hidden by no day"
        hidden = 0
    else:
        total, hidden = structure.size(store, lens, kind)
        size, found = total - hidden, structure.listed(store, structure.Only(kind=kind), lens, MOST)
        title, asks = store.kind(kind)[1], ("list", kind)
    rows = [Row("title", clean(f"{title} ({size})"), asks=asks), Row("gap")]
    rows += [_row(store, one, lens) for one in found]
    if size > len(found):
        rows += [Row("gap"), Row("line", f"… and {size - len(found)} more")]
    return Card("", rows[0].text, tuple(rows), hidden)


def _row(store: Store, entity: Entity, lens: Lens) -> Row:
    life = words.life(entity)
    value = f"{OUT} {store.name(entity, lens)}"
    return Row("link", value=clean(value), notes=(life,) if life else (), target=entity.id, mark=(entity.id, ""))
