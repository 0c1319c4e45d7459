"""The card of each kind of place."""

from __future__ import annotations

from collections.abc import Callable

from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.tui.state import ABOUT, BESIDE, BRIEF, ENTITY, PASSAGE, PROBLEMS, SOURCE, TROUBLES, Place, State
from explorer.view.card import Card, card
from explorer.view.rows import Row


def card_of(store: Store, place: Place, lens: Lens, state: State, key: Callable[[str], str]) -> Card:
    """What the detail pane shows there, long groups folded; an empty card where nothing is left of it.

    `key` gives the key of a command.
    """
    # What is seldom asked for is imported when it is: the first frame shows an entity.
    if place.kind == PROBLEMS:
        from explorer.view.problems import problems_card

        return problems_card(store)
    if place.kind == ABOUT:
        from explorer.view.about import about_card

        how = f"enter opens a row of the tree, {key('search')} searches, {key('help')} explains the keys"
        return about_card(store, lens, how=how)
    if place.kind == BRIEF:
        from explorer.view.brief import brief_card

        how = f"{key('mark')} marks a fact or an entity; {key('brief')} comes back here"
        write = f"{key('brief.write')} writes it into a file, as Markdown with footnotes"
        return brief_card(store, state.marks.kept, lens, how=write if state.marks.kept else how)
    if place.kind in BESIDE:
        from explorer.tui.screens import views

        made = views.card_of(store, place, lens, key)
        return made if place.kind == TROUBLES else _folded(made, place, state)
    if place.kind not in (ENTITY, SOURCE, PASSAGE):
        return view_card(store, place, lens)
    return folded_card(store, place, lens, state)


def view_card(store: Store, place: Place, lens: Lens) -> Card:
    """The card of a view; an empty one where there is no such view."""
    if place.kind == "changes":
        from explorer.view.changes import changes_card

        return changes_card(store, place.locator, lens)
    if place.kind == "model":
        from explorer.view.model import model_card

        return model_card(store, place.id, lens)
    if place.kind == "members":
        from explorer.view.members import members_card

        return members_card(store, place.id, lens)
    if place.kind == "list":
        from explorer.view.listing import listing_card

        return listing_card(store, place.locator, lens)
    if place.kind == "timeline":
        from explorer.view.timeline import timeline_card

        return timeline_card(store, place.id, place.locator, lens)
    return Card("", "", (), 0)


def folded_card(store: Store, place: Place, lens: Lens, state: State) -> Card:
    """The card of an entity, a claim's source or a passage."""
    if place.kind == ENTITY:
        entity = store.entity(place.id)
        made = card(store, entity, lens) if entity else _lost(place.id)
    else:
        from explorer.view.source import passage_card, source_card

        made = (
            source_card(store, place.claim, lens)
            if place.kind == SOURCE
            else passage_card(store, place.id, place.locator, lens)
        )
    assert place.kind in (ENTITY, SOURCE, PASSAGE)
    return _folded(made, place, state)


def _folded(made: Card, place: Place, state: State) -> Card:
    from explorer.view.fold import folded

    return folded(made, {heading for key, heading in state.unfolded if key == place.key})


def _lost(id_: str) -> Card:
    """What is said of an entity that was shown and is no longer in the data."""
    title = f"{id_} is no longer in the data"
    rows = (Row("title", title), Row("line", "the list of problems says why, if its entry could not be read"))
    return Card("", title, rows, 0)
