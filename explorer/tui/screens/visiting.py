"""Places shown and left: entities, sources and passages, each with the row that one stood on, as of a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from explorer.store import claims
from explorer.store.days import asked
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.tui.commands import DETAIL, Command
from explorer.tui.content import Paint
from explorer.tui.messages import FoldWanted, PaneEntered, PassageWanted, SourceWanted
from explorer.tui.recent import Recent
from explorer.tui.screens.panes import Panes
from explorer.tui.screens.places import card_of
from explorer.tui.state import ENTITY, PASSAGE, SOURCE, Place, State
from explorer.view.card import Card
from explorer.view.rows import Row


class Visiting(Panes):
    """Panes over a store; what is shown follows from the state."""

    def __init__(self, store: Store, state: State, commands: Sequence[Command], paint: Paint) -> None:
        super().__init__(commands, paint, state.sizes)
        self.store = store
        self.state = state
        self._lens: tuple[str, Lens] | None = None
        self._cards: Recent[Card] = Recent()

    @property
    def lens(self) -> Lens:
        """The day through which everything is seen; an event's name is looked up once, not at each key."""
        if self._lens is None or self._lens[0] != self.state.day:
            self._lens = self.state.day, self.store.lens(asked(self.store, self.state.day))
        return self._lens[1]

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self.state.history.here or Place("")

    # -- places

    def open(self, place: Place, *, in_passing: bool = False) -> None:
        """Show a place and remember it."""
        self.leave()
        place = place._replace(day=self.state.day)
        if in_passing:
            self.state.history.follow(place)
        else:
            self.state.history.go(place)
        self.draw(place)

    def leave(self) -> None:
        """Remember the row of the place that is shown, and the pane in focus."""
        self.state.history.note(self.detail.cursor, self.pane)

    def draw(self, place: Place) -> None:
        """Show a place in the detail pane."""
        self.detail.load(self.made(place), place.row)
        self.detail.say_below()
        self.show_marks()

    def made(self, place: Place) -> Card:
        """What a place shows; that of an entity or a passage is kept while its data do not change."""
        if place.kind not in (ENTITY, SOURCE, PASSAGE):
            return card_of(self.store, place, self.lens, self.state, self.key)
        whole = frozenset(heading for key, heading in self.state.unfolded if key == place.key)
        asked = (place.key, self.state.day, whole)
        return self._cards.of(asked, lambda: card_of(self.store, place, self.lens, self.state, self.key))

    def show_marks(self) -> None:
        """Signs on what is marked for the brief."""
        marks = self.state.marks
        rows = self.detail.card.rows if self.detail.card else ()
        self.detail.keep(number for number, row in enumerate(rows) if row.mark[0] and row.mark in marks)
        self.tree_pane.mark(frozenset(id_ for id_, key in marks.kept if not key))

    # -- statements within a place

    def key_of(self, claim: int) -> str:
        """The key of a claim by its number; empty for none."""
        return claims.key(self.store, claim) if claim else ""

    def go_to_statement(self, id_: str, key: str) -> None:
        """The cursor on a statement of the entity that is shown; the group in which it is folded is unfolded."""
        wanted = (id_, key)
        if not key:
            return
        rows = self.detail.card.rows if self.detail.card else ()
        if self.stand_on(lambda row: row.mark == wanted):
            return
        for fold in [(self.here.key, row.value) for row in rows if row.kind == "more"]:
            self.state.unfolded ^= {fold}
            self.draw(self.here)
            if self.stand_on(lambda row: row.mark == wanted):
                return
            self.state.unfolded ^= {fold}
        self.draw(self.here)

    def stand_on(self, wanted: Callable[[Row], bool]) -> bool:
        """The cursor on the first row that is wanted; whether there is one."""
        rows = self.detail.card.rows if self.detail.card else ()
        at = next((number for number, row in enumerate(rows) if wanted(row)), -1)
        if at >= 0:
            self.detail.cursor = at
        return at >= 0

    def on_source_wanted(self, message: SourceWanted) -> None:
        """Open the source card of a claim."""
        self.open(Place(SOURCE, self.here.id, message.claim))
        self.set_focus(self.detail)

    def on_passage_wanted(self, message: PassageWanted) -> None:
        """Open what rests on a passage."""
        self.open(Place(PASSAGE, message.source, locator=message.locator))
        self.set_focus(self.detail)

    def on_fold_wanted(self, message: FoldWanted) -> None:
        """Show a long group whole, or folded again."""
        self.state.unfolded ^= {(self.here.key, message.heading)}
        self.leave()
        self.draw(self.here)
        if (self.here.key, message.heading) not in self.state.unfolded:
            self.stand_on(lambda row: row.kind == "more" and row.value == message.heading)

    def unfold_all(self) -> None:
        """Show every long group whole, the cursor where it was."""
        rows, here = self.detail.card.rows if self.detail.card else (), self.detail.row
        folded = {(self.here.key, row.value) for row in rows if row.kind == "more"} - self.state.unfolded
        if folded:
            self.state.unfolded |= folded
            self.leave()
            self.draw(self.here)
            self.stand_on(lambda row: row == here)

    def on_pane_entered(self, message: PaneEntered) -> None:
        """What is read in the detail pane was not only passed by."""
        if message.pane == DETAIL:
            self.state.history.settle()

    def on_tree_wanted(self) -> None:
        """To the tree."""
        self.set_focus(self.tree_pane)
