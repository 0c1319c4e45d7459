"""The tree: branches filled when they are opened."""

from __future__ import annotations

from textual.strip import Strip

from explorer.text import shorten, width
from explorer.tui.commands import LIST, TREE, bindings
from explorer.tui.content import CURSOR, label, strip
from explorer.tui.messages import EntityWanted, PaneEntered
from explorer.tui.widgets.lines import Lines
from explorer.view.rows import DIM, NAME, PLAIN, Line, Span
from explorer.view.tree import Node, Tree

DEEPEST = 200
"""Branches within branches; circles are refused in the data, so this only guards against what slipped through."""


class TreePane(Lines):
    """One arrangement of the data set. `cursor` is the number of the visible row."""

    BINDINGS = bindings(TREE, LIST)
    CURSOR_COLUMNS = 0

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.tree_view: Tree | None = None
        self.nodes: list[Node] = []
        self.branches: set[str] = set()

    def load(self, tree: Tree, branches: set[str], key: str = "") -> None:
        """Show a tree with these branches open and the cursor on that row."""
        self.tree_view = tree
        self.branches = branches
        self.border_title = label(tree.label)
        self._fill(key)

    def _fill(self, key: str, *, stay: bool = False) -> None:
        """Make the visible rows anew with the cursor on a row: in the middle, or, to stay, where the view was."""
        assert self.tree_view is not None
        self.nodes = []
        self._add(self.tree_view.roots())
        at = next((number for number, node in enumerate(self.nodes) if node.key == key), 0)
        lines = [Line(number, ()) for number in range(len(self.nodes))]
        top = self.top
        self.show(lines, range(len(self.nodes)), at)
        if stay:
            self._untouched = False
            self.top = max(0, min(top, len(lines) - self.page))
            self.top = self._top_for(at)

    def _add(self, nodes: list[Node]) -> None:
        assert self.tree_view is not None
        for node in nodes:
            self.nodes.append(node)
            if node.size and node.key in self.branches and node.key.count("/") < DEEPEST:
                self._add(self.tree_view.children(node.key))

    @property
    def node(self) -> Node | None:
        """The row under the cursor."""
        return self.nodes[self.cursor] if self.cursor < len(self.nodes) else None

    def draw(self, line: Line, columns: int, *, current: bool) -> Strip:
        """A row: indent, sign, name, and the number of what is below at the right edge."""
        node = self.nodes[line.row]
        sign = "  " if not node.size else "▾ " if node.key in self.branches else "▸ "
        indent = " " * (1 + 2 * node.key.count("/"))
        tail = f" {node.size}" if node.size else f" {node.mark}" if node.mark else ""
        room = columns - width(indent) - 2 - width(tail) - 1
        name = shorten(node.label, max(1, room))
        gap = " " * max(0, room - width(name))
        role = NAME if not node.id else DIM if node.mark else PLAIN
        spans = [Span(indent + sign), Span(name, role), Span(gap), Span(tail, DIM), Span(" ")]
        over = CURSOR if current and self.has_focus else ""
        if current and not self.has_focus:
            spans[0] = Span("›" + (indent + sign)[1:])
        return strip(spans, columns, role=over, ascii_only=self.ascii_only)

    def reveal(self, id_: str) -> None:
        """Put the cursor on an entity, opening what it stands in."""
        if self.tree_view is None or (self.node is not None and self.node.id == id_):
            return
        path = self.tree_view.path(id_)
        if path:
            self.branches.update(path[:-1])
            self._fill(path[-1])

    def action_enter(self) -> None:
        """Read the entity; open or close a group."""
        node = self.node
        if node is None:
            return
        if node.id:
            self.post_message(EntityWanted(node.id))
        elif node.key in self.branches:
            self.action_fold()
        else:
            self.action_unfold()

    def action_unfold(self) -> None:
        """Open the branch; an open one is entered."""
        node = self.node
        if node is None or not node.size:
            return
        if node.key in self.branches:
            self.action_move(1)
        else:
            self.branches.add(node.key)
            self._fill(node.key, stay=True)

    def action_fold(self) -> None:
        """Close the branch; from a leaf or closed branch to what it belongs to."""
        node = self.node
        if node is None:
            return
        if node.key in self.branches:
            self.branches.discard(node.key)
            self._fill(node.key, stay=True)
        elif "/" in node.key:
            above = node.key.rsplit("/", 1)[0]
            self.cursor = next(number for number, other in enumerate(self.nodes) if other.key == above)

    def on_focus(self) -> None:
        """Say so."""
        self.post_message(PaneEntered(TREE))
