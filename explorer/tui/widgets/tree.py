"""The tree: branches filled when they are opened."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip

from explorer.text import shorten, width, wrap
from explorer.tui.commands import LIST, TREE, bindings
from explorer.tui.messages import EntityWanted, PaneEntered, PassageWanted, SourceWanted
from explorer.tui.themes import CURSOR, KEPT
from explorer.tui.widgets.lines import KEPT_SIGN, Lines
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
        self.narrowed = ""
        """What the tree is narrowed to; empty for all of it."""
        self._only: set[str] | None = None
        """The rows that are left of a narrowed tree."""
        self._above: set[str] = set()
        """Those of them that others of them stand in; the rest, once opened, show all that they have."""
        self._opened: set[str] = set()
        """The branches that were open before it was narrowed."""
        self._was = ""
        """The row that was under the cursor before it was narrowed."""
        self.marked: frozenset[str] = frozenset()
        """The ids of the entities that are marked for the brief."""

    def load(self, tree: Tree, branches: set[str], key: str = "") -> None:
        """Show a tree with these branches open and the cursor on that row."""
        self.tree_view = tree
        self.branches = branches
        self.narrowed, self._only, self._above = "", None, set()
        self.entitle_below("")
        self.entitle(tree.label)
        self._fill(key)

    def carry(self, now: Callable[[str], str], branches: set[str]) -> None:
        """Take over keys that have changed: `now` gives a row's, `branches` are those open without narrowing."""
        if self._only is None:
            self.branches = branches
        else:
            self.branches, self._opened, self._was = set(map(now, self.branches)), branches, now(self._was)
        self.nodes = [node._replace(key=now(node.key)) for node in self.nodes]

    def renew(self, tree: Tree) -> None:
        """Show changed data: branches, what the tree is narrowed to, the row and the view stay, as far as they can."""
        node, line = self.node, self.line_of_cursor
        beside = [one.key for one in (*self.nodes[self.cursor :], *reversed(self.nodes[: self.cursor]))]
        self.tree_view = tree
        self.entitle(tree.label)
        if self._only is not None:
            above = self._above
            self._leave_only(self.narrowed)
            self.branches |= self._above - above
        self._fill("", *beside)
        if node is not None and node.id and not node.claim and (self.node is None or self.node.key != node.key):
            path = tree.path(node.id)  # it may stand elsewhere
            if path and (self._only is None or self._only.issuperset(path)):
                self.branches.update(path[:-1])
                self._fill(path[-1])
        self.hold(line)

    def _fill(self, key: str, *others: str, stay: bool = False) -> None:
        """Make the visible rows anew with the cursor on a row: in the middle, or, to stay, where the view was.

        `others` are rows to take in its place, the nearest first.
        """
        assert self.tree_view is not None
        self.nodes = []
        self._add(self._left(self.tree_view.roots()))
        places = {node.key: number for number, node in enumerate(self.nodes)}
        at = next((places[one] for one in (key, *others) if one in places), 0)
        lines = [Line(number, ()) for number in range(len(self.nodes))]
        if not lines:
            empty = f"no name has ‘{self.narrowed}’; esc shows all" if self.narrowed else "nothing here"
            parts = wrap(empty, self.size.width - 2) if self.size.width else [empty]
            lines = [Line(-1, (Span(f" {part}", DIM),)) for part in parts]
        top = self.top
        self.show(lines, range(len(self.nodes)), at)
        if stay:
            self._untouched = False
            self.top = max(0, min(top, len(lines) - self.page))
            self.top = self._top_for(at)
            self.place_cursor()

    def _add(self, nodes: list[Node]) -> None:
        assert self.tree_view is not None
        for node in nodes:
            self.nodes.append(node)
            if node.size and node.key in self.branches and node.key.count("/") < DEEPEST:
                below = self.tree_view.children(node.key)
                self._add(self._left(below) if node.key in self._above else below)

    def _left(self, nodes: list[Node]) -> list[Node]:
        """Those that a narrowed tree leaves."""
        return nodes if self._only is None else [node for node in nodes if node.key in self._only]

    @property
    def node(self) -> Node | None:
        """The row under the cursor."""
        return self.nodes[self.cursor] if self.cursor < len(self.nodes) else None

    def draw(self, line: Line, columns: int, *, current: bool) -> Strip:
        """A row: indent, sign, name, and the number of what is below at the right edge."""
        if line.row < 0:
            return self.paint.strip(line.spans, columns)
        node = self.nodes[line.row]
        sign = "  " if not node.size else "▾ " if node.key in self.branches else "▸ "
        kept = node.id in self.marked and not node.claim
        indent = " " * (1 + 2 * node.key.count("/"))
        tail = f" {node.size}" if node.size else f" {node.mark}" if node.mark else ""
        room = columns - width(indent) - 2 - width(tail) - 1
        name = shorten(node.label, max(1, room))
        gap = " " * max(0, room - width(name))
        role = NAME if not node.id else DIM if node.mark else PLAIN
        spans = [Span(indent + sign), Span(name, role), Span(gap), Span(tail, DIM), Span(" ")]
        if kept:
            spans[-1] = Span(KEPT_SIGN, KEPT)
        over = CURSOR if current and self.has_focus else ""
        if current and not self.has_focus:
            spans[0] = Span("›" + (indent + sign)[1:])
        return self.paint.strip(spans, columns, role=over)

    def reveal(self, id_: str) -> None:
        """Put the cursor on an entity, opening what it stands in; a narrowed tree without it is shown whole again."""
        if self.tree_view is None or (self.node is not None and self.node.id == id_):
            return
        path = self.tree_view.path(id_)
        if not path:
            return
        if self._only is not None and not self._only.issuperset(path):
            self.widen()
        self.branches.update(path[:-1])
        self._fill(path[-1])

    def mark(self, ids: frozenset[str]) -> None:
        """Show which entities are marked for the brief."""
        if ids != self.marked:
            self.marked = ids
            self.refresh()

    # -- narrowing

    def narrow(self, text: str) -> int:
        """Leave only the rows that match, and what they stand in; how many match. Nothing typed shows everything."""
        if not text.strip():
            self.widen()
            return 0
        if self._only is None:
            self._opened, self._was = self.branches, self.node.key if self.node else ""
        total = self._leave_only(text)
        self.branches = set(self._above)
        self._fill("")
        self._fill(next((node.key for node in self.nodes if node.key not in self._above), ""))
        return total

    def _leave_only(self, text: str) -> int:
        assert self.tree_view is not None
        keys, total = self.tree_view.matching(text)
        self.narrowed, self._only = text, set(keys)
        self._above = {key.rsplit("/", 1)[0] for key in keys if "/" in key}
        self.entitle_below(f"‘{text}’ {total}")
        return total

    def widen(self) -> None:
        """Show everything again, with the branches that were open, and the row under the cursor."""
        if self._only is None:
            return
        key = self.node.key if self.node else self._was
        self.branches = self._opened
        self.narrowed, self._only, self._above = "", None, set()
        self.entitle_below("")
        parts = key.split("/")
        self.branches.update("/".join(parts[:length]) for length in range(1, len(parts)))
        self._fill(key)

    # -- keys

    def action_enter(self) -> None:
        """Read the entity; open or close a group."""
        node = self.node
        if node is None:
            return
        if node.claim:
            self.post_message(SourceWanted(node.claim))
        elif node.locator and not node.size:
            self.post_message(PassageWanted(node.source, node.locator))
        elif node.id:
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
