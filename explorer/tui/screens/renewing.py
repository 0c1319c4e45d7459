"""The data have changed while they are looked at: shown in place of those before, or told where they are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.store import structure
from explorer.store.read import Store
from explorer.text import clean
from explorer.tui.commands import SEARCH
from explorer.tui.screens.answers import answer_of
from explorer.tui.screens.browsing import Browsing
from explorer.tui.state import ABOUT, ENTITY, PROBLEMS, Place
from explorer.tui.widgets.bar import Bar
from explorer.tui.widgets.search import Hits, SearchPane
from explorer.view.card import Card
from explorer.view.tree import Tree

if TYPE_CHECKING:
    from explorer.tui.watching import Reading


class Renewing(Browsing):
    """Panes whose data can be exchanged below them."""

    newest: Store | None = None
    """The folder as it is, while it is broken and older data are shown."""
    _waiting: Reading | None = None
    """What was read while a dialog lay on top."""

    def take(self, reading: Reading) -> None:
        """Show what was read, or what is wrong with it; under a dialog, once it is closed."""
        from explorer.store import lasting  # only where something changes

        if self.app.screen is not self:
            self._waiting = reading
            return
        self._waiting = None
        if reading.store is None:
            self._keep(None, reading.reason, reading.reason)
        elif errors := lasting.new_errors(self.store, reading.store):
            place = f"{errors[0].file}:{errors[0].line}" if errors[0].line else errors[0].file
            more = f" and {len(errors) - 1} more" if len(errors) > 1 else ""
            self._keep(reading.store, clean(f"{place}{more} broken"), clean(f"{place} {errors[0].message}"))
        else:
            self._mend(reading.store)

    def take_waiting(self) -> None:
        """What has waited for a dialog to close."""
        if self._waiting is not None:
            self.take(self._waiting)

    def _keep(self, newest: Store | None, broken: str, told: str) -> None:
        """Go on showing the last good data."""
        self.newest, self.broken = newest, broken
        self.head()
        if self.here.kind == PROBLEMS:
            self.detail.renew(self.made(self.here))
        self.tell(f"{told}; older data stay")

    def _mend(self, store: Store) -> None:
        """Show good data; where they are those that are shown, only what was told is taken back."""
        from explorer.store import lasting

        was_broken, self.newest, self.broken = bool(self.broken), None, ""
        same = lasting.same_content(self.store, store)
        changed = None if same else lasting.changed(self.store, store)
        lost = "" if same else self.use(store)
        if same:
            self.head()
            if self.here.kind == PROBLEMS:
                self.detail.renew(self.made(self.here))
        counted = f": {changed} {'entry' if changed == 1 else 'entries'} changed" if changed else ""
        if lost:
            self.tell(lost)
        elif was_broken or (not same and changed != 0 and not self.query_one("#footer", Bar).loud):
            self.tell(f"data read again{counted}")

    def made(self, place: Place) -> Card:
        """The card of a place; what is wrong is told of the folder as it is."""
        if place.kind == PROBLEMS and self.broken:
            from explorer.view.problems import problems_card

            kept = "What is shown elsewhere is from before; it follows once this is mended."
            if self.newest is not None:
                return problems_card(self.newest, kept)
            return problems_card(self.store, kept, self.broken)
        return super().made(place)

    def use(self, store: Store) -> str:
        """Show other data; where one is stays. Returns what became of the place that is shown, if it is gone."""
        from explorer.tui.carrying import Carrier

        self.leave()
        carrier, before, here = Carrier(self.store, store), self.store, self.here
        self.store, self._lens = store, None
        self._cards.forget()
        carrier.state(self.state)
        self._left = carrier.place(self._left) if self._left else None
        names = [name for name, _, _ in structure.arrangements(store)]
        if self.state.arrangement not in names:
            self.state.arrangement = next(iter(names), "")
        self.tree_pane.carry(carrier.branch, self.state.branches)
        self.tree_pane.renew(Tree(store, self.state.arrangement, self.lens))
        self._renew_hits()
        lost = self._nearest(before, here)
        self.state.history.join()
        self.head()
        return lost

    def _renew_hits(self) -> None:
        if text := self.query_one(SearchPane).query_text:
            stayed = self.query_one(Hits).renew(*answer_of(self.store, text, self.lens, self.key))
            if not stayed and self.pane == SEARCH:
                self.preview()

    def _nearest(self, before: Store, was: Place) -> str:
        """Show the place again; instead of an entity that is gone what is nearest. What to tell of that."""
        from explorer.store import lasting

        here = self.here
        if not here.id or here.kind != ENTITY or self.store.entity(here.id) is not None:
            self._show_again(here)
            return "" if here.kind == was.kind else "what was shown is no longer in the data; this is where it stood"
        gone = before.entity(here.id)
        near = lasting.nearest(before, here.id, self.store)
        self.state.history.replace(Place(ENTITY, near, day=here.day) if near else Place(ABOUT, day=here.day))
        self.draw(self.here)
        if near:
            self.tree_pane.reveal(near)
        name = clean(gone.short or gone.name) if gone else here.id
        return f"‘{name}’ is no longer in the data" + ("; this is next to it" if near else "")

    def _show_again(self, here: Place) -> None:
        self.detail.renew(self.made(here))
        sought = self.detail.sought
        self.detail.say_below(f"‘{sought}’ {self.detail.at + 1} of {len(self.detail.having)}" if sought else "")
        self.show_marks()
        self.leave()
