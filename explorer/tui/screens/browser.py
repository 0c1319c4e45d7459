"""The explorer's one screen: tree, detail and search, and the state behind them."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen

from explorer.errors import ExplorerError
from explorer.store import search, structure
from explorer.store.days import asked
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.tui.commands import DETAIL, EVERYWHERE, SEARCH, TREE, bindings, footer
from explorer.tui.content import label
from explorer.tui.messages import EntityWanted, PaneEntered, QueryChanged, SourceWanted
from explorer.tui.screens.help import Help
from explorer.tui.screens.places import card_of
from explorer.tui.screens.prompt import Prompt
from explorer.tui.state import ENTITY, PROBLEMS, SOURCE, Place, State
from explorer.tui.widgets.bar import Bar
from explorer.tui.widgets.detail import DetailPane
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.search import Hits, Query, SearchPane
from explorer.tui.widgets.tree import TreePane
from explorer.values import dates
from explorer.view.tree import Tree

NARROW, WIDE, LOW = 80, 140, 20
"""Columns below which one pane shows at a time, columns for three side by side, rows that three need."""
SMALLEST = (20, 5)
"""Columns and rows below which there is no room for anything."""
HITS = 50


class Browser(Screen[None]):
    """Coordinates the panes; what is shown follows from the state."""

    BINDINGS = bindings(EVERYWHERE)

    def __init__(self, store: Store, state: State, entity: str, *, ascii_only: bool) -> None:
        super().__init__()
        self.store = store
        self.state = state
        self.first = entity
        self.ascii_only = ascii_only
        self.pane = TREE
        self.before_search = TREE
        """The pane to which esc leads back from the search line."""
        self._lens: tuple[str, Lens] | None = None

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        yield Bar(id="header")
        with Container(id="body"):
            with Horizontal(id="panes"):
                yield TreePane(id="tree")
                yield DetailPane(id="detail")
            yield SearchPane(id="search")
        yield Bar(id="footer")
        yield Bar(id="room")

    def on_mount(self) -> None:
        """Fill the panes; from here on the detail follows the tree, at once rather than by message."""
        for widget in (*self.query(Lines), *self.query(Bar)):
            widget.ascii_only = self.ascii_only
        self.set_class(self.ascii_only, "ascii")
        self._reload("")
        if not structure.size(self.store, self.lens)[0]:
            self._open(Place(PROBLEMS))
        elif self.first:
            self._open(Place(ENTITY, self.first))
            self.tree_pane.reveal(self.first)
        else:
            self._follow()
        self.watch(self.tree_pane, "cursor", self._follow, init=False)
        self.set_focus(self.tree_pane)

    # -- the parts

    @property
    def tree_pane(self) -> TreePane:
        """The tree pane."""
        return self.query_one(TreePane)

    @property
    def detail(self) -> DetailPane:
        """The detail pane."""
        return self.query_one(DetailPane)

    @property
    def lens(self) -> Lens:
        """The day through which everything is seen; an event's name is looked up once, not at each key."""
        if self._lens is None or self._lens[0] != self.state.day:
            self._lens = self.state.day, self.store.lens(asked(self.store, self.state.day))
        return self._lens[1]

    # -- showing

    def _reload(self, key: str) -> None:
        """Everything anew, as after a change of the day or the arrangement."""
        tree = Tree(self.store, self.state.arrangement, self.lens)
        first = self.state.arrangement not in self.state.open
        branches = self.state.branches
        if first and (top := next(iter(tree.roots()), None)):
            branches.add(top.key)
        self.tree_pane.load(tree, branches, key)
        self._head()
        if self.query_one(SearchPane).query_text:
            self._search(self.query_one(SearchPane).query_text)

    def _head(self) -> None:
        """What the data set is, what is wrong with it, which day it is seen as of, and how much that hides."""
        total, hidden = structure.size(self.store, self.lens)
        problems = int(self.store.meta("problems") or 0)
        left = f"{self.store.meta('short-title') or 'csto'} · {total} entities"
        if problems:
            left += f" · {problems} {'problem' if problems == 1 else 'problems'} (p)"
        day = self.lens.asked
        beyond = f" · sources end {dates.show(dates.parse(self.lens.horizon))}" if self.lens.beyond else ""
        banner = f" AS OF {dates.show(day).upper()} · {hidden} hidden{beyond} " if day else ""
        self.query_one("#header", Bar).say(left, banner, loud=day is not None)

    def _open(self, place: Place, *, in_passing: bool = False) -> None:
        """Show a place and remember it."""
        self._leave()
        place = place._replace(day=self.state.day)
        if in_passing:
            self.state.history.follow(place)
        else:
            self.state.history.go(place)
        self._draw(place)

    def _leave(self) -> None:
        """Remember the row of the place that is shown."""
        self.state.history.note(self.detail.cursor)

    def _draw(self, place: Place) -> None:
        made = card_of(self.store, place, self.lens)
        self.detail.load(made, place.row)
        self.detail.border_title = label(made.name)
        self.detail.border_subtitle = f"{made.hidden} hidden" if made.hidden else ""

    def _follow(self) -> None:
        """The detail shows what the tree's cursor is on."""
        node = self.tree_pane.node
        here = self.state.history.here
        if node is not None and node.id and not (here and here.kind == ENTITY and here.id == node.id):
            self._open(Place(ENTITY, node.id), in_passing=True)

    # -- what the panes ask for

    def on_entity_wanted(self, message: EntityWanted) -> None:
        """Open an entity; the tree shows where it stands."""
        self._open(Place(ENTITY, message.id))
        self.state.history.settle()
        self.tree_pane.reveal(message.id)
        self.set_focus(self.detail)

    def on_source_wanted(self, message: SourceWanted) -> None:
        """Open the source card of a claim."""
        self._open(Place(SOURCE, claim=message.claim))
        self.set_focus(self.detail)

    def on_tree_wanted(self) -> None:
        """To the tree."""
        self.set_focus(self.tree_pane)

    def on_query_changed(self, message: QueryChanged) -> None:
        """Answer on every key."""
        self._search(message.query)

    def _search(self, query: str) -> None:
        hits, hidden = search.find(self.store, query, self.lens, limit=HITS) if query.strip() else ([], 0)
        letters = {hit.ref.kind: self.store.kind(hit.ref.kind)[2] for hit in hits}
        empty = f"nothing found for ‘{query}’" if query.strip() else "type a name, a part of one, or words of a fact"
        if hidden:
            empty += f"; the day hides {hidden}"
        self.query_one(Hits).load(hits, letters, empty)

    def on_pane_entered(self, message: PaneEntered) -> None:
        """Another pane has the focus: show it where there is room for one, and its keys."""
        if message.pane == SEARCH != self.pane:
            self.before_search = self.pane
        self.pane = message.pane
        for pane in (TREE, DETAIL, SEARCH):
            self.set_class(pane == message.pane, f"in-{pane}")
        self._foot()

    def _foot(self) -> None:
        self.query_one("#footer", Bar).say(footer(self.pane, self.size.width))

    def on_resize(self, event: events.Resize) -> None:
        """Three widths: one pane, two and a line, three side by side."""
        columns, rows = event.size
        self.set_class(columns < NARROW or rows < LOW, "narrow")
        self.set_class(columns >= WIDE and rows >= LOW, "wide")
        tiny = columns < SMALLEST[0] or rows < SMALLEST[1]
        if self.has_class("tiny") and not tiny:
            self.call_after_refresh(self.action_pane, self.pane)  # what is hidden has lost the focus
        self.set_class(tiny, "tiny")
        self.query_one("#room", Bar).say("needs more room")
        self._foot()

    # -- commands

    def action_search(self) -> None:
        """To the search line."""
        self.set_focus(self.query_one(Query))

    def action_pane(self, pane: str) -> None:
        """To a pane by its name."""
        self.set_focus({TREE: self.tree_pane, DETAIL: self.detail, SEARCH: self.query_one(Query)}[pane])

    def action_next_pane(self) -> None:
        """To the next pane."""
        panes = (TREE, DETAIL, SEARCH)
        self.action_pane(panes[(panes.index(self.pane) + 1) % 3])

    def action_previous_pane(self) -> None:
        """To the pane before."""
        panes = (TREE, DETAIL, SEARCH)
        self.action_pane(panes[panes.index(self.pane) - 1])

    def action_back(self) -> None:
        """To the place before."""
        self._travel(-1)

    def action_forward(self) -> None:
        """Forward again."""
        self._travel(1)

    def _travel(self, by: int) -> None:
        self._leave()
        history = self.state.history
        place = history.back() if by < 0 else history.forward()
        if place is None:
            return
        if place.day != self.state.day:
            self.state.day = place.day
            self._reload("")
        if place.kind == ENTITY:
            self.tree_pane.reveal(place.id)
        self._draw(place)

    def action_as_of(self) -> None:
        """Ask for a day."""
        hint = "2005, 2005-06, 2005-06-01, or an event's name; empty for no day"
        self.app.push_screen(Prompt("As of", self.state.day, hint, self._refuse_day), self._set_day)

    def _refuse_day(self, text: str) -> str:
        try:
            asked(self.store, text)
        except ExplorerError as error:
            return error.message + (f"; {error.hint}" if error.hint else "")
        return ""

    def _set_day(self, text: str | None) -> None:
        if text is None or text == self.state.day:
            return
        self._leave()
        here = self.state.history.here
        self.state.day = text
        self._reload(self.tree_pane.node.key if self.tree_pane.node else "")
        if here is not None:
            self._open(here)

    def action_arrange(self) -> None:
        """The next way to lay out the tree; what is shown stays."""
        names = [name for name, _, _ in structure.arrangements(self.store)]
        if not names:
            return
        at = names.index(self.state.arrangement) if self.state.arrangement in names else -1
        self.state.arrangement = names[(at + 1) % len(names)]
        self._reload("")
        here = self.state.history.here
        if here is not None and here.kind == ENTITY:
            self.tree_pane.reveal(here.id)

    def action_problems(self) -> None:
        """What is wrong with the data."""
        self._open(Place(PROBLEMS))
        self.set_focus(self.detail)

    def action_help(self) -> None:
        """The keys of this pane."""
        self.app.push_screen(Help(self.pane, ascii_only=self.ascii_only))

    def action_close(self) -> None:
        """Out of the search line, a source card, the detail pane; never quits."""
        here = self.state.history.here
        if self.pane == SEARCH:
            self.action_pane(self.before_search)
        elif self.pane == DETAIL and here is not None and here.kind != ENTITY:
            self.action_back()
        elif self.pane == DETAIL:
            self.set_focus(self.tree_pane)

    def action_quit_explorer(self) -> None:
        """Quit."""
        self.app.exit(0)
