"""The yardstick: a bare Textual app of the same shape, without data."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static, Tree

ROWS = 200


class Bare(App[None]):
    """A tree, a text and an input."""

    CSS = "Tree { width: 34%; } Static { width: 1fr; } Input { dock: bottom; }"

    def compose(self) -> ComposeResult:
        """The three widgets."""
        tree: Tree[None] = Tree("rows")
        tree.root.expand()
        for number in range(ROWS):
            tree.root.add_leaf(f"row {number}")
        with Horizontal():
            yield tree
            yield Static("a detail that stays as it is")
        yield Input(placeholder="search")

    def on_mount(self) -> None:
        """The keys go to the tree."""
        self.query_one(Tree).focus()


if __name__ == "__main__":
    Bare().run()
