"""A pane of rows drawn line by line: it keeps its own top and cursor and repaints only the rows that changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from explorer.text import clean, shorten
from explorer.tui.commands import LIST, bindings
from explorer.tui.content import Paint, label, sought
from explorer.tui.messages import Scrolled
from explorer.tui.themes import ACCENT, KEPT
from explorer.view.rows import ACCENT_BAR, Line, Span

FRAME = 6
"""Columns of a border that a title cannot have."""
KEPT_SIGN = "*"
"""Stands at the left edge of what is marked for the brief."""


class Lines(Widget, can_focus=True):
    """Rows of one or several lines, some of which the cursor can stand on."""

    BINDINGS = bindings(LIST)
    CURSOR_COLUMNS = 1
    """How much of a row looks different under the cursor: the bar at its left edge. 0 for all of it."""

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The row on which the cursor stands."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.lines: list[Line] = []
        self.stops: list[int] = []
        """The rows on which the cursor can stand, in order."""
        self.first_line: dict[int, int] = {}
        """The first line of each row."""
        self.top = 0
        self.paint = Paint({})
        """How lines look; the screen gives it before anything is shown."""
        self.kept: frozenset[int] = frozenset()
        """The rows that are marked for the brief."""
        self.sought = ""
        """What is being looked for; its letters are marked in the rows that have it."""
        self.having: frozenset[int] = frozenset()
        self._title = ""
        self._untouched = True
        """Nobody has moved the cursor or the view since the lines were shown."""
        self._views: dict[Size, int] = {}
        """The line of the cursor at each size that the pane has had since somebody has moved it."""
        self._sized = Size()
        """The size before."""

    def show(self, lines: list[Line], stops: Sequence[int], cursor: int) -> None:
        """Show other lines, with the cursor on that row or the nearest that it can stand on."""
        self.lines = lines
        self.stops = list(stops)
        self.first_line = {}
        for number, line in enumerate(lines):
            self.first_line.setdefault(line.row, number)
        target = next((row for row in self.stops if row >= cursor), self.stops[-1] if self.stops else 0)
        self.set_reactive(Lines.cursor, target)
        self._untouched = True
        self._views.clear()
        self.top = self._centred(target)
        self.refresh()
        self.place_cursor()

    @property
    def line_of_cursor(self) -> int:
        """The line of the pane on which the cursor stands, from the top of what is seen."""
        return self.first_line.get(self.cursor, 0) - self.top

    def hold(self, line: int) -> None:
        """Move what is seen so that the cursor stands on that line of the pane, as far as there are lines."""
        self._touch()
        self._hold(line)
        self.place_cursor()

    def _hold(self, line: int) -> None:
        top = self.first_line.get(self.cursor, 0) - line
        self.top = max(0, min(top, len(self.lines) - self.page))
        self.top = self._top_for(self.cursor)

    def _touch(self) -> None:
        """Somebody moves the cursor or the view."""
        self._untouched = False
        self._views.clear()

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        columns = self.size.width
        number = self.top + y
        if number >= len(self.lines):
            return self.paint.blank(columns)
        line = self.lines[number]
        return self.draw(line, columns, current=bool(self.stops) and line.row == self.cursor)

    def draw(self, line: Line, columns: int, *, current: bool) -> Strip:
        """A line as it looks: its first column is kept for the bar of the row under the cursor."""
        spans = sought(line.spans, self.sought) if line.row in self.having else line.spans
        first = self.first_line.get(line.row, -1)
        kept = line.row in self.kept and self.lines[first] is line
        return self.paint.strip(_with_gutter(spans, current=current, kept=kept), columns)

    def entitle(self, text: str) -> None:
        """Show a title in the border, cut in its middle where there is no room."""
        self._title = text
        columns = self.outer_size.width
        shown = shorten(clean(text), max(1, columns - FRAME)) if columns else text
        self.border_title = label(self.paint.written(shown))

    def entitle_below(self, text: str) -> None:
        """Show a few words in the border below."""
        self.border_subtitle = label(self.paint.written(clean(text)))

    def keep(self, rows: Iterable[int]) -> None:
        """Show which rows are marked for the brief."""
        kept = frozenset(rows)
        if kept != self.kept:
            self.kept = kept
            self.refresh()

    @property
    def page(self) -> int:
        """Lines that fit."""
        return max(1, self.size.height)

    def _top_for(self, row: int) -> int:
        """The top line that shows a row; at an edge the view jumps by half a page."""
        first = self.first_line.get(row, 0)
        last = self._last_line(row)
        page = self.page
        if first < self.top:
            top = min(first, max(0, last - page // 2))
        elif last >= self.top + page:
            top = min(first, last + 1 - page + page // 2)
        else:
            top = self.top
        return max(0, min(top, len(self.lines) - page))

    def _centred(self, row: int) -> int:
        """The top line that puts a row in the middle; the first row stands at the top with what precedes it."""
        if not self.stops or row == self.stops[0]:
            return 0
        return max(0, min(self.first_line.get(row, 0) - self.page // 2, len(self.lines) - self.page))

    def _last_line(self, row: int) -> int:
        number = self.first_line.get(row, 0)
        while number + 1 < len(self.lines) and self.lines[number + 1].row == row:
            number += 1
        return number

    def _region(self, row: int) -> Region:
        first = self.first_line.get(row, 0)
        columns = self.CURSOR_COLUMNS or self.size.width
        return Region(0, first - self.top, columns, self._last_line(row) - first + 1)

    def watch_cursor(self, before: int, after: int) -> None:
        """Repaint the row left and the row reached, or all where the view has moved."""
        self._touch()
        top = self._top_for(after)
        if top != self.top:
            self.top = top
            self.refresh()
        else:
            self.refresh(self._region(before), self._region(after))
        self.place_cursor()

    def place_cursor(self) -> None:
        """The terminal's own cursor stands on the row, for magnifiers and braille displays."""
        if not (self.is_attached and self.screen.focused is self):  # has_focus is noted only later
            return
        y = self.first_line.get(self.cursor, 0) - self.top
        x, top = self.content_region.offset
        self.app.cursor_position = Offset(x, top + max(0, y))

    def on_focus(self) -> None:
        """The hardware cursor comes along."""
        self.place_cursor()

    def on_resize(self) -> None:
        """Keep the row in view, and back at a size show what was seen there; what was shown before there was a size is
        placed as if there had been one."""
        self.entitle(self._title)
        before, untouched, line = self.top, self._untouched, self.line_of_cursor
        views = {**self._views, self._sized: line}
        self.fit()
        self._untouched = untouched
        if untouched:
            self.top = self._centred(self.cursor)
        else:
            self._hold(views.get(self.size, line))
        self._views, self._sized = views, self.size
        if self.top != before:  # the new size may have been painted already
            self.refresh()
        self.place_cursor()

    def fit(self) -> None:
        """Make the lines anew, where they depend on the width."""

    # -- moving

    def action_move(self, by: int) -> None:
        """To the next or previous row; at either end the view still moves, so that all can be read."""
        if not self.stops:
            self._scroll(by)
            return
        index = self._index() + by
        if not 0 <= index < len(self.stops):
            self._scroll(by)
        elif self._far(self.stops[index], by):
            self._scroll(by * max(1, self.page // 2))  # what lies between is read first
        else:
            self.cursor = self.stops[index]

    def _far(self, row: int, by: int) -> bool:
        """Whether lines that are not on the screen lie between it and a row."""
        if by > 0:
            return self.first_line.get(row, 0) > self.top + self.page
        return self._last_line(row) < self.top - 1

    def _index(self) -> int:
        return self.stops.index(self.cursor) if self.cursor in self.stops else 0

    def _scroll(self, by: int) -> None:
        top = max(0, min(self.top + by, len(self.lines) - self.page))
        self._touch()
        if top != self.top:
            self.top = top
            self.refresh()
            self.place_cursor()
            self.post_message(Scrolled())

    def action_page(self, by: int) -> None:
        """Half a page."""
        step = max(1, self.page // 2)
        if not self.stops:
            self._scroll(by * step)
            return
        goal = self.first_line.get(self.cursor, 0) + by * step
        ahead = self.stops if by > 0 else self.stops[::-1]
        here = self._index() if by > 0 else len(self.stops) - 1 - self._index()
        for row in ahead[here + 1 :]:
            self.cursor = row
            if (self.first_line.get(row, 0) - goal) * by >= 0:
                return
        self._scroll(by * step)

    def action_edge(self, side: int) -> None:
        """To the first or the last row."""
        if self.stops:
            self.cursor = self.stops[0 if side < 0 else -1]
        self._scroll(side * len(self.lines))

    def bring(self, row: int) -> None:
        """Bring a row into view on which the cursor cannot stand."""
        self._scroll(self._centred(row) - self.top if row in self.first_line else 0)

    # -- mouse

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a second one enters."""
        number = self.top + event.get_content_offset_capture(self).y
        if 0 <= number < len(self.lines) and self.lines[number].row in self.stops:
            row = self.lines[number].row
            if row == self.cursor and event.chain == 2:
                self.action_enter()
            self.cursor = row

    def on_mouse_scroll_down(self) -> None:
        """Three lines down."""
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        """Three lines up."""
        self._scroll(-3)

    def action_enter(self) -> None:
        """Panes say what enter means."""


def _with_gutter(spans: tuple[Span, ...], *, current: bool, kept: bool) -> tuple[Span, ...]:
    """The line with a bar or a blank first, which takes the place of a blank that it begins with; then its sign."""
    gutter = Span(ACCENT_BAR, ACCENT) if current else Span(" ")
    if not spans or not spans[0].text.startswith(" "):
        return (gutter, *spans, Span(f" {KEPT_SIGN}", KEPT)) if kept else (gutter, *spans)
    rest = spans[0].text[1:]
    if kept and rest.startswith(" "):
        return (gutter, Span(KEPT_SIGN, KEPT), spans[0]._replace(text=rest[1:]), *spans[1:])
    return (gutter, spans[0]._replace(text=rest), *spans[1:])
