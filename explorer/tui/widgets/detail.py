"""The detail pane: a card's rows."""

from __future__ import annotations

from explorer.text import found
from explorer.tui.commands import DETAIL, LIST, bindings
from explorer.tui.messages import (
    EntityWanted,
    EntryWanted,
    FoldWanted,
    PaneEntered,
    PassageWanted,
    SourceWanted,
    TreeWanted,
    ViewWanted,
)
from explorer.tui.recent import Recent
from explorer.tui.widgets.lines import Lines
from explorer.view.card import Card
from explorer.view.rows import Line, Row, layout

STOPS = ("title", "fact", "link", "bar", "more")
"""The rows on which the cursor can stand."""
FREE = {"fact": 1, "link": 1, "bar": 1, "more": 1, "title": 3}
FLUSH = 2
"""Columns of the pane that a row does not fill, by its kind: the last one, one for the bar where the row does not begin
with a blank that the bar can take, and for a title one for the sign of what is marked."""


class DetailPane(Lines):
    """Shows one card; the cursor stands on its title first, then steps through what can be entered."""

    BINDINGS = bindings(DETAIL, LIST)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.card: Card | None = None
        self._laid_out = 0
        """The columns for which its lines were made; 0 while it is not seen, and has none."""
        self._lines: Recent[tuple[Card, list[Line]]] = Recent()
        self.at = -1
        """Which of the rows found was stepped to last."""

    def load(self, card: Card, row: int = -1) -> None:
        """Show a card with the cursor on that row, or on the first."""
        self.card = card
        self.entitle(card.name)
        self.sought, self.at, self.having = "", -1, frozenset()
        self._lay_out(row)

    def say_below(self, found: str = "") -> None:
        """Say in the border below what was found, or where nothing is sought, how much the day hides."""
        hidden = self.card.hidden if self.card else 0
        self.entitle_below(found or (f"{hidden} hidden" if hidden else ""))

    def renew(self, card: Card) -> None:
        """Show the same place of changed data: the row, what is sought and the view stay, as far as they can."""
        from explorer.tui.carrying import same_row  # only where something changes

        line, sought, at = self.line_of_cursor, self.sought, self.at
        row = same_row(self.card.rows, self.cursor, card.rows) if self.card else -1
        self.load(card, row)
        self.hold(line)
        if sought:
            self.sought = sought
            self.having = frozenset(self._matching())
            self.at = min(at, len(self.having) - 1)

    def _lay_out(self, row: int) -> None:
        """Make the lines, where there is room for any; keys come all the same, and mean this card."""
        self._laid_out, card = self.size.width, self.card
        lines: list[Line] = []
        if card is not None and self._laid_out:  # a card is held as long as its lines are, so its number stands for it
            lines = self._lines.of((id(card), self._laid_out), lambda: (card, self._made(card)))[1]
        stops = [number for number, one in enumerate(card.rows) if one.kind in STOPS] if card else []
        self.show(lines, stops, row)

    def _made(self, card: Card) -> list[Line]:
        """The lines of a card at the width of the pane."""
        return [
            Line(number, line.spans)
            for number, row in enumerate(card.rows)
            for line in layout((row,), max(10, self.size.width - FREE.get(row.kind, FLUSH)))
        ]

    def fit(self) -> None:
        """Lay out anew where the width has changed; the row stays."""
        if self.size.width != self._laid_out:
            self._lay_out(self.cursor)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        if self.card is None or not self.stops:
            return None
        return self.card.rows[self.cursor]

    # -- finding in the text

    def seek(self, phrase: str) -> int:
        """Mark a phrase and go to the first row from the cursor on that has it; how many rows have it."""
        self.sought = phrase
        rows = self._matching()
        self.having = frozenset(rows)
        self.refresh()
        self.at = next((n for n, row in enumerate(rows) if row >= self.cursor), 0) - 1
        self.seek_on(1)
        return len(rows)

    def seek_on(self, by: int) -> tuple[int, int]:
        """To the next or previous row that has it, round the end; which one it is, from 1, and of how many."""
        rows = sorted(self.having)
        if not rows:
            return 0, 0
        self.at = (self.at + by) % len(rows)
        row = rows[self.at]
        if row in self.stops:
            self.cursor = row
        else:
            self.bring(row)
        return self.at + 1, len(rows)

    def _matching(self) -> list[int]:
        """The rows that have the phrase, headings and summaries among them."""
        if self.card is None or not self.sought:
            return []
        return [number for number, row in enumerate(self.card.rows) if found(_text(row), self.sought)]

    # -- keys

    def action_enter(self) -> None:
        """Follow a link, open the source card of a fact, unfold a group."""
        row = self.row
        if row is None:
            return
        if row.kind == "more":
            self.post_message(FoldWanted(row.value))
        elif row.view[0]:
            self.post_message(ViewWanted(*row.view))
        elif row.target:
            self.post_message(EntityWanted(row.target, row.mark[1] if row.mark[0] == row.target else ""))
        elif row.passage[0]:
            self.post_message(PassageWanted(*row.passage))
        elif row.claim:
            self.post_message(SourceWanted(row.claim))
        elif row.at[0]:
            self.post_message(EntryWanted(*row.at))

    def action_leave(self) -> None:
        """Back to the tree."""
        self.post_message(TreeWanted())

    def action_source(self) -> None:
        """Open the source card of a row, of a link too."""
        if self.row is not None and self.row.claim:
            self.post_message(SourceWanted(self.row.claim))

    def action_group(self, by: int) -> None:
        """To the first row of the next group, or of this one and then the one before."""
        if self.card is None or not self.stops:
            return
        rows = self.card.rows
        tops = [row for row in self.stops if row == self.stops[0] or rows[row - 1].kind == "heading"]
        ahead = [row for row in tops if row > self.cursor] if by > 0 else [row for row in tops if row < self.cursor]
        if ahead:
            self.cursor = ahead[0] if by > 0 else ahead[-1]
        else:
            self.action_edge(by)

    def on_focus(self) -> None:
        """Say so."""
        self.post_message(PaneEntered(DETAIL))


def _text(row: Row) -> str:
    """Everything that a row says."""
    return " ".join((row.value, row.text, *row.notes, row.source, *row.remarks))
