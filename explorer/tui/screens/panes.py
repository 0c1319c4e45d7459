"""The frame of the explorer: header, three panes at three widths, footer; which pane has the focus, and their sizes."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widget import Widget

from explorer.tui.commands import DETAIL, SEARCH, TREE, Command, footer, key_of
from explorer.tui.content import Paint
from explorer.tui.messages import PaneEntered
from explorer.tui.widgets.bar import Bar
from explorer.tui.widgets.detail import DetailPane
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.search import Query, SearchPane
from explorer.tui.widgets.tree import TreePane

NARROW, WIDE, LOW = 80, 140, 20
"""Columns below which one pane shows at a time, columns for three side by side, rows that three need."""
SMALLEST = (40, 12)
"""Columns and rows below which there is no room for anything."""
LEAST, SHARE = 16, 30
"""Columns that a pane keeps when its edge is moved; the search pane's share in a hundred where nobody moved it."""
PANES = (TREE, DETAIL, SEARCH)


class Panes(Screen[None]):
    """Three panes and what frames them. What they show is another matter."""

    def __init__(self, commands: Sequence[Command], paint: Paint, sizes: dict[str, int]) -> None:
        super().__init__(classes=f"in-{TREE}")
        self.commands = commands
        self.paint = paint
        self.sizes = sizes
        """Pane to its columns, where a reader has moved its edge."""
        self.pane = TREE
        self.before_search = TREE
        """The pane to which esc leads back from the search line."""
        self.alone = False
        """One pane at a time, although there is room for more."""
        self._dragged = ""

    def compose(self) -> ComposeResult:
        """Header, panes, footer."""
        yield Bar(id="header", by_parts=True)
        with Container(id="body"):
            with Horizontal(id="panes"):
                yield TreePane(id="tree")
                yield DetailPane(id="detail")
            yield SearchPane(id="search")
        yield Bar(id="footer")
        yield Bar(id="room")

    @property
    def tree_pane(self) -> TreePane:
        """The tree pane."""
        return self.query_one(TreePane)

    @property
    def detail(self) -> DetailPane:
        """The detail pane."""
        return self.query_one(DetailPane)

    def dress(self, paint: Paint) -> None:
        """Give everything its look."""
        self.paint = paint
        self.set_class(paint.ascii_only, "ascii")
        self.query_one(Query).placeholder = f"{self.key('search')} search names and facts"
        for widget in (*self.query(Lines), *self.query(Bar)):
            widget.paint = paint
            widget.refresh()

    # -- the pane in focus

    def on_pane_entered(self, message: PaneEntered) -> None:
        """Another pane has the focus: show it where there is room for one, and its keys."""
        if message.pane == SEARCH != self.pane:
            self.before_search = self.pane
        self.pane = message.pane
        self.update_classes({f"in-{pane}": pane == message.pane for pane in PANES})
        self.say_keys(over_told=False)

    def say_keys(self, *, over_told: bool = True) -> None:
        """The keys of the pane in the footer; what was told stands there until a key, or gives way at once."""
        bar = self.query_one("#footer", Bar)
        if over_told or not bar.loud:
            bar.say(footer(self.pane, self.size.width, self.commands))

    def key(self, id_: str) -> str:
        """The key of a command, as the reader has it."""
        return key_of(id_, self.commands)

    def tell(self, text: str) -> None:
        """Say something in the footer, until the next key."""
        self.query_one("#footer", Bar).say("", text, loud=True)

    def on_key(self) -> None:
        """What was told has been read."""
        if self.query_one("#footer", Bar).loud:
            self.say_keys()

    def widget_of(self, pane: str) -> Widget:
        """What has the focus in a pane."""
        return {TREE: self.tree_pane, DETAIL: self.detail, SEARCH: self.query_one(Query)}[pane]

    @property
    def target(self) -> Widget:
        """Where keys belong."""
        return self.widget_of(self.pane)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Keys always go somewhere: Textual takes the focus away from all when a pane is hidden, even if its turn has
        come again meanwhile, or another one's."""
        if widget is None and not self.has_class("tiny"):
            widget = self.target
        super().set_focus(widget, scroll_visible, from_app_focus)

    def action_pane(self, pane: str) -> None:
        """To a pane by its name."""
        self.set_focus(self.widget_of(pane))

    def action_search(self) -> None:
        """To the search line."""
        self.action_pane(SEARCH)

    def action_next_pane(self) -> None:
        """To the next pane."""
        self.action_pane(PANES[(PANES.index(self.pane) + 1) % 3])

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self.action_pane(PANES[PANES.index(self.pane) - 1])

    # -- room

    def on_resize(self, event: events.Resize) -> None:
        """Three widths: one pane, two and a line, three side by side."""
        self._fit(*event.size)

    def _fit(self, columns: int, rows: int) -> None:
        tiny = columns < SMALLEST[0] or rows < SMALLEST[1]
        if self.has_class("tiny") and not tiny:
            self.call_after_refresh(self.refocus)  # what is hidden has lost the focus
        self.update_classes(
            {
                "narrow": columns < NARROW or rows < LOW or self.alone,
                "wide": columns >= WIDE and rows >= LOW and not self.alone,
                "tiny": tiny,
            }
        )
        self.query_one(SearchPane).border_title = "Search" if self.has_class("wide") else ""
        self.query_one("#room", Bar).say(f"needs {SMALLEST[0]}x{SMALLEST[1]}")
        self.measure()
        self.say_keys(over_told=False)

    def refocus(self) -> None:
        """The keys go where they belong again."""
        self.set_focus(self.target)

    def measure(self) -> None:
        """Give the panes the columns that a reader has chosen, as far as there is room."""
        narrow, wide = self.has_class("narrow"), self.has_class("wide")
        room, search, tree = self.size.width, self.sizes.get(SEARCH, 0), self.sizes.get(TREE, 0)
        taken = max(LEAST, min(search or room * SHARE // 100, room - 2 * LEAST)) if wide else 0
        _give(self.query_one(SearchPane), taken if search else 0)
        _give(self.tree_pane, max(LEAST, min(tree, room - LEAST - taken)) if tree and not narrow else 0)

    def _columns(self, pane: str) -> int:
        """The columns that a pane beside the detail takes, laid out already or about to be."""
        widget = self.query_one(SearchPane) if pane == SEARCH else self.tree_pane
        width = widget.styles.inline.width
        return int(width.value) if width else widget.outer_size.width

    def action_resize_pane(self, by: int) -> None:
        """Move the edge between the tree and the detail, or of the search pane where it stands beside them."""
        if self.has_class("narrow"):
            self.tell("one pane at a time: there is no edge to move")
            return
        self._resize(TREE, self._columns(TREE) + (by if self.pane == TREE else -by))

    def _resize(self, pane: str, columns: int) -> None:
        self.sizes[pane] = max(LEAST, min(columns, self.size.width - 2 * LEAST))
        self.measure()

    def action_zoom(self) -> None:
        """The pane in focus alone, or all of them again."""
        self.alone = not self.alone
        self._fit(*self.size)

    # -- edges moved with the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of an edge."""
        if self.has_class("narrow") or not 0 < event.screen_y < self.size.height - 1:
            return
        edges = {TREE: self._columns(TREE)}
        if self.has_class("wide"):
            edges[SEARCH] = self.size.width - self._columns(SEARCH)
        self._dragged = next((pane for pane, x in edges.items() if event.screen_x - x in (-1, 0)), "")
        if self._dragged:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The edge follows."""
        if self._dragged:
            x = int(event.screen_x)
            self._resize(self._dragged, x + 1 if self._dragged == TREE else self.size.width - x)

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._dragged:
            self._dragged = ""
            self.release_mouse()


def _give(widget: Widget, columns: int) -> None:
    """Give a widget so many columns; 0 for what the stylesheet says."""
    if columns:
        widget.styles.width, widget.styles.max_width = columns, "100%"
    else:
        widget.styles.clear_rule("width")
        widget.styles.clear_rule("max_width")
