"""The cards of views; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.tui.state import Place
from explorer.view.card import Card
from explorer.view.rows import CHANGES, COMPARE, FIGURES, LISTING, MEMBERS, MODEL, TIMELINE, TROUBLES


def card_of(store: Store, place: Place, lens: Lens, key: Callable[[str], str]) -> Card:
    """What a view shows; an empty card where there is no such view."""
    if place.kind == CHANGES:
        from explorer.view.changes import changes_card

        return changes_card(store, place.locator, lens)
    if place.kind == MODEL:
        from explorer.view.model import model_card

        return model_card(store, place.id, lens)
    if place.kind == MEMBERS:
        from explorer.view.members import members_card

        return members_card(store, place.id, lens)
    if place.kind == LISTING:
        from explorer.view.listing import listing_card

        return listing_card(store, place.locator, lens)
    if place.kind == TIMELINE:
        from explorer.view.timeline import timeline_card

        return timeline_card(store, place.id, place.locator, lens)
    if place.kind == FIGURES:
        from explorer.view.figures import figures_card

        return figures_card(store, place.locator, lens, how=f"{key('figures')} asks for another question")
    made = {COMPARE: compare, TROUBLES: troubles}.get(place.kind)
    return made(store, place, lens, key) if made else Card("", "", (), 0)


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
