"""The cards of views that set statements side by side."""

from __future__ import annotations

from collections.abc import Callable

from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.tui.state import COMPARE, FIGURES, Place
from explorer.view.card import Card


def card_of(store: Store, place: Place, lens: Lens, key: Callable[[str], str]) -> Card:
    """What such a place shows."""
    if place.kind == FIGURES:
        from explorer.view.figures import figures_card

        return figures_card(store, place.locator, lens, how=f"{key('figures')} asks for another question")
    return compare(store, place, lens, key) if place.kind == COMPARE else troubles(store, place, lens, key)


def troubles(store: Store, place: Place, lens: Lens, key: Callable[[str], str]) -> Card:
    """Statements in trouble: of one entity or all, of one kind or all."""
    from explorer.view.troubles import troubles_card

    how = f"{key('troubles')} {'shows all of them' if place.id else 'narrows them to the next kind'}"
    return troubles_card(store, lens, store.entity(place.id) if place.id else None, place.locator, how=how)


def compare(store: Store, place: Place, lens: Lens, key: Callable[[str], str]) -> Card:
    """Entities row by row; those that are no longer in the data are left out."""
    from explorer.view.compare import compare_card

    found = [entity for id_ in (place.id, *place.locator.split()) if (entity := store.entity(id_))]
    return compare_card(store, found, lens, how=f"{key('compare')} adds another") if found else Card("", "", (), 0)
