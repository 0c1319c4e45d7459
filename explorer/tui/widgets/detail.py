"""The detail pane: a card's rows."""

from __future__ import annotations

from explorer.tui.commands import DETAIL, LIST, bindings
from explorer.tui.messages import EntityWanted, PaneEntered, SourceWanted, TreeWanted
from explorer.tui.widgets.lines import Lines
from explorer.view.card import Card
from explorer.view.rows import Row, layout


class DetailPane(Lines):
    """Shows one card; the cursor stands on its title first, then steps through what can be entered."""

    BINDINGS = bindings(DETAIL, LIST)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.card: Card | None = None
        self._laid_out = 0

    def load(self, card: Card, row: int = -1) -> None:
        """Show a card with the cursor on that row, or on the first."""
        self.card = card
        self._lay_out(row)

    def _lay_out(self, row: int) -> None:
        if self.card is None:
            return
        self._laid_out = self.size.width
        lines = layout(self.card.rows, max(10, self.size.width - 1))
        stops = [number for number, one in enumerate(self.card.rows) if one.kind in ("title", "fact", "link")]
        self.show(lines, stops, row)

    def on_resize(self) -> None:
        """Lay out anew where the width has changed; the row stays."""
        if self.size.width != self._laid_out:
            self._lay_out(self.cursor)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        if self.card is None or not self.stops:
            return None
        return self.card.rows[self.cursor]

    def action_enter(self) -> None:
        """Follow a link, open the source card of a fact."""
        row = self.row
        if row is None:
            return
        if row.target:
            self.post_message(EntityWanted(row.target))
        elif row.claim:
            self.post_message(SourceWanted(row.claim))

    def action_leave(self) -> None:
        """Back to the tree."""
        self.post_message(TreeWanted())

    def action_source(self) -> None:
        """Open the source card of a row, of a link too."""
        if self.row is not None and self.row.claim:
            self.post_message(SourceWanted(self.row.claim))

    def on_focus(self) -> None:
        """Say so."""
        self.post_message(PaneEntered(DETAIL))
