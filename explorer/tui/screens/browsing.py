"""What leads to a place: the tree, the search, the way back; and the day on which all of it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.store import structure
from explorer.store.nothing import DAY
from explorer.store.read import Store
from explorer.tui.commands import SEARCH, Command
from explorer.tui.content import Paint
from explorer.tui.messages import (
    EntityWanted,
    FurtherWanted,
    PasteCut,
    QueryChanged,
)
from explorer.tui.screens.answers import answer_of, widened
from explorer.tui.screens.visiting import Visiting
from explorer.tui.state import ABOUT, ENTITY, PASSAGE, PROBLEMS, SOURCE, Place, State
from explorer.tui.widgets.bar import Bar
from explorer.tui.widgets.search import Hits, Query, SearchPane
from explorer.values import dates
from explorer.view import words
from explorer.view.tree import Tree

MANY = 2_000
"""Rows below the first branch past which it is not opened by itself."""


class Browsing(Visiting):
    """Everything that leads to a place: the tree, the search, the history; all of it as of the day."""

    def __init__(self, store: Store, state: State, commands: Sequence[Command], paint: Paint) -> None:
        super().__init__(store, state, commands, paint)
        self.broken = ""
        """What is wrong with the folder as it is, while older data are shown; empty while they are as it is."""
        self._left: Place | None = None
        """Where one was when one began to search; esc leads back."""
        self._at_statement = False
        """Whether the detail stands on a statement that was found, not where it stood before."""

    # -- everything anew

    def begin(self, entity: str, row: int) -> None:
        """Fill the panes: at an entity, or at the top of the tree."""
        self.reload("")
        self.search("")
        if not structure.size(self.store, self.lens)[0]:
            self.open(Place(PROBLEMS))
        elif entity and self.store.entity(entity):
            self.open(Place(ENTITY, entity, row=row))
            self.tree_pane.reveal(entity)
        else:
            self.follow()
            if self.state.history.here is None:
                self.open(Place(ABOUT), in_passing=True)
        self.watch(self.tree_pane, "cursor", self.follow, init=False)
        self.watch(self.query_one(Hits), "cursor", self.preview, init=False)
        self.watch(self.detail, "cursor", self.leave, init=False)  # where one stands is known on every way out
        self.leave()  # the row that was remembered may be none to stand on now

    def reload(self, key: str, *, looking: bool = True) -> None:
        """Everything anew, as after a change of the day, the data or the arrangement; the hit is looked at or not."""
        tree = Tree(self.store, self.state.arrangement, self.lens)
        first = self.state.arrangement not in self.state.open
        branches = self.state.branches
        if first and (top := next(iter(tree.roots()), None)) and top.size <= MANY:
            branches.add(top.key)
        narrowed = self.tree_pane.narrowed
        self.tree_pane.load(tree, branches, key)
        if narrowed:  # what was typed still holds, for another day too
            self.tree_pane.narrow(narrowed)
        self.show_marks()
        self.head()
        if self.query_one(SearchPane).query_text:
            self.search(self.query_one(SearchPane).query_text, looking=looking)

    def head(self) -> None:
        """What the data set is, what is wrong with it, which day it is seen as of, and how much that hides."""
        total, hidden = structure.size(self.store, self.lens)
        problems = int(self.store.meta("problems") or 0)
        broken = f"{self.broken} ({self.key('problems')}) · " if self.broken else ""
        left = f"{broken}{self.store.meta('short-title') or 'csto'} · {total} entities"
        if problems and not broken:
            left += f" · {problems} {'problem' if problems == 1 else 'problems'} ({self.key('problems')})"
        if len(self.state.marks):
            left += f" · {len(self.state.marks)} marked ({self.key('brief')})"
        day = self.lens.asked
        beyond = f" · sources end {words.horizon(self.lens.horizon)}" if self.lens.beyond else ""
        banner = f"AS OF {dates.show(day).upper()}{beyond} · {hidden} hidden" if day else ""
        self.query_one("#header", Bar).say(left, banner, loud=day is not None)

    # -- what leads to a place

    def follow(self) -> None:
        """The detail shows what the tree's cursor is on."""
        node = self.tree_pane.node
        if node is None:
            return
        if node.claim:
            place = Place(SOURCE, node.id, node.claim)
        elif node.locator:
            place = Place(PASSAGE, node.source, locator=node.locator)
        elif node.id:
            place = Place(ENTITY, node.id)
        else:
            return
        if not place._replace(day=self.state.day).same(self.state.history.here):
            self.open(place, in_passing=True)

    def travel(self, place: Place | None) -> None:
        """Show a place of the history as it was left: its day, its row, its pane."""
        if place is None:
            return
        if place.day != self.state.day:
            self.state.day = place.day
            self.reload("", looking=False)  # what is looked at would take the place of what lies ahead
        self._left = None
        if place.kind == ENTITY:
            self.tree_pane.reveal(place.id)
        self.draw(place)
        if place.pane and place.pane != SEARCH:
            self.action_pane(place.pane)

    # -- what the panes ask for

    def on_entity_wanted(self, message: EntityWanted) -> None:
        """Open an entity, at one of its statements if one is wanted; the tree shows where it stands."""
        self.open(Place(ENTITY, message.id))
        self.state.history.settle()
        self._left, self._at_statement = None, False
        self.tree_pane.reveal(message.id)
        if not message.stay:
            self.set_focus(self.detail)
        self.go_to_statement(message.id, message.key or self.key_of(message.claim))

    def on_query_changed(self, message: QueryChanged) -> None:
        """Answer on every key."""
        self.search(message.query)

    def search(self, query: str, *, looking: bool = True) -> None:
        """Show what is found; where nothing is, what to try. The first hit is looked at in passing, or not."""
        self.query_one(Hits).load(*answer_of(self.store, query, self.lens, self.key))
        if looking:
            self.preview()

    def preview(self) -> None:
        """The detail shows the hit under the cursor, in passing, where there is room for both; else what was there."""
        if self.pane != SEARCH or self.has_class("narrow"):
            return
        hit = self.query_one(Hits).hit
        self._left = self._left or self.here
        place = Place(ENTITY, hit.ref.id) if hit else self._left
        self._look_at(self._left if place.same(self._left._replace(day="")) else place)
        if hit and hit.claim:
            self._at_statement = True
            self.go_to_statement(hit.ref.id, self.key_of(hit.claim))

    def _look_at(self, place: Place) -> None:
        """Show a place in passing; where it is shown already, at its own row again."""
        if not place._replace(day=self.state.day).same(self.state.history.here):
            self.open(place, in_passing=True)
        elif self._at_statement:
            self.draw(place)
        self._at_statement = False

    def leave_search(self) -> None:
        """To where one was before one searched: what was only looked at is forgotten."""
        if self._left is not None:
            self._look_at(self._left)
        self._left = None
        self.action_pane(self.before_search)

    def on_further_wanted(self, message: FurtherWanted) -> None:
        """Look further: with another line, or without the day."""
        if message.way == DAY:
            self.leave()
            self.state.day = ""
            self.reload(self.tree_pane.node.key if self.tree_pane.node else "")
            if self.here.day:  # no hit has been shown in its stead
                self.open(self.here, in_passing=True)
            return
        line = self.query_one(Query)
        line.value = widened(line.value, message.way)
        line.cursor_position = len(line.value)

    def on_paste_cut(self, message: PasteCut) -> None:
        """Say that more was pasted than is read."""
        self.tell(f"what was pasted is cut to {message.letters} letters")
