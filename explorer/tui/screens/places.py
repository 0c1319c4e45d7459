"""The card of each kind of place."""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.tui.state import PROBLEMS, SOURCE, Place
from explorer.view.card import Card, card
from explorer.view.problems import problems_card
from explorer.view.source import source_card


def card_of(store: Store, place: Place, lens: Lens) -> Card:
    """What the detail pane shows there; an empty card where nothing is left of it."""
    if place.kind == PROBLEMS:
        return problems_card(store)
    if place.kind == SOURCE:
        return source_card(store, place.claim, lens)
    entity = store.entity(place.id)
    return card(store, entity, lens) if entity else Card("", "", (), 0)
