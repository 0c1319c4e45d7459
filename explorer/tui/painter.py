"""The least that paints a row of cells over another: short moves, short changes of look, erasing instead of blanks."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.tui.sgr import PLAIN, Look, change

Cell = tuple[str, Look] | None
"""A character (empty for the second half of a wide one) and its look; None for an unknown cell."""

BLANK: Cell = (" ", PLAIN)
"""A cell without a letter, in whatever look does not show there."""
NEAR = 12
"""Unchanged cells between two changed ones that are weighed against a move."""
BLANKS, LAST_BLANKS = 9, 5
"""Blanks from which erasing is shorter than writing them: before something else in the row, and after all else."""


def cell(character: str, look: Look) -> Cell:
    """A cell with a letter in it; every blank that looks like one is the same."""
    return BLANK if character == " " and not look.shows_on_blanks else (character, look)


def is_half(one: Cell) -> bool:
    """Whether it is the second half of a wide character."""
    return one is not None and not one[0]


class Painter:
    """Knows where the terminal's cursor is and in which look it writes, if that can be known."""

    def __init__(self, *, simple: bool) -> None:
        self.columns = 0
        self.simple = simple
        """The terminal knows what a VT100 knows: it cannot erase a part of a line nor switch one attribute off."""
        self._at: tuple[int, int] | None = None
        self._look: Look | None = None

    def forget(self) -> None:
        """The cursor may be anywhere, in any look."""
        self._at = self._look = None

    def go(self, row: int, column: int) -> str:
        """The shortest move to a place."""
        before, self._at = self._at, (row, column)
        if before == (row, column):
            return ""
        ways = [f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H" if row else "\x1b[H"]
        if before is not None and before[0] == row:
            ways.append("\r" + _step(column, "C"))
            if before[1] < self.columns:  # at the margin it stands in the last column, or past it
                by = column - before[1]
                ways.append(_step(by, "C") if by > 0 else _step(-by, "D"))
        elif before is not None and before[1] == column < self.columns:
            by = row - before[0]
            ways.append(_step(by, "B") if by > 0 else _step(-by, "A"))
        return min(ways, key=len)

    def row(self, row: int, want: list[Cell], have: list[Cell]) -> Iterator[str]:
        """What makes a row as wanted; afterwards `have` is the same."""
        want = want[: self.columns]
        tail = len(want)
        while len(want) >= self.columns and tail and want[tail - 1] == BLANK:
            tail -= 1
        for start, stop, blank in _pieces(want[:tail], have):
            if blank and not self.simple:
                yield self._erase(row, start, f"\x1b[{stop - start}X")
            else:
                yield self._write(row, want, start, stop)
        if have[tail : len(want)] != want[tail:]:
            yield self._erase(row, tail, "\x1b[K")
        have[: len(want)] = [old if new is None else new for new, old in zip(want, have, strict=False)]

    def _erase(self, row: int, column: int, sequence: str) -> str:
        """Erase from a place on; what is erased gets the background of the look that is set."""
        move = self.go(row, column)
        if self._look is None or self._look.shows_on_blanks:
            before, self._look = self._look, PLAIN
            return move + change(before, PLAIN, resets_only=self.simple) + sequence
        return move + sequence

    def _write(self, row: int, want: list[Cell], start: int, stop: int) -> str:
        """Write a stretch, with the unchanged cells before it where that is shorter than to jump over them."""
        before, look = self._at, self._look
        move = self.go(row, start)
        text, self._look = self._painted(want[start:stop], look)
        best = move + text
        if before is not None and before[0] == row and 0 < start - before[1] <= NEAR:
            through = want[before[1] : stop]
            if None not in through:
                text, after = self._painted(through, look)
                if len(text.encode()) < len(best.encode()):
                    best, self._look = text, after
        certain = all(one is not None and len(one[0]) == 1 for one in want[start:stop])
        self._at = (row, stop) if certain else None  # terminals differ in what is wide
        return best

    def _painted(self, cells: list[Cell], look: Look | None) -> tuple[str, Look | None]:
        """The cells with the changes of look between them, and the look after them."""
        out = []
        for one in cells:
            assert one is not None
            if one is BLANK or one == BLANK:
                wanted = PLAIN if look is None or look.shows_on_blanks else look
            else:
                wanted = one[1]
            if wanted is not look:
                out.append(change(look, wanted, resets_only=self.simple))
                look = wanted
            out.append(one[0])
        return "".join(out), look


def _step(by: int, final: str) -> str:
    return "" if not by else f"\x1b[{final}" if by == 1 else f"\x1b[{by}{final}"


def _pieces(want: list[Cell], have: list[Cell]) -> Iterator[tuple[int, int, bool]]:
    """The stretches that differ: from, to, and whether it is a long blank."""
    start = stop = 0
    for first, last, blank in _changed(want, have):
        if start < stop and (blank or first > stop):
            yield start, stop, False
            start = stop = 0
        if blank:
            yield first, last, True
        else:
            start, stop = first if start == stop else start, last
    if start < stop:
        yield start, stop, False


def _changed(want: list[Cell], have: list[Cell]) -> Iterator[tuple[int, int, bool]]:
    """The stretches that differ, cut where blanks begin or end; of blanks, from the first to the last that differs."""
    column = 0
    while column < len(want):
        start, blank = column, want[column] == BLANK
        while column < len(want) and (want[column] == BLANK) == blank:
            column += 1
        differ = [at for at in range(start, column) if want[at] is not None and want[at] != have[at]]
        if blank and differ:
            follows = differ[-1] + 1 == column < len(want) and want[column] != have[column]
            first, last = differ[0], differ[-1] + 1
            yield first, last, last - first >= (BLANKS if follows else LAST_BLANKS)
        elif not blank:
            yield from ((*_whole(want, at, at + 1), False) for at in differ)


def _whole(want: list[Cell], first: int, last: int) -> tuple[int, int]:
    """No wide character cut in half."""
    while first > 0 and is_half(want[first]):
        first -= 1
    while last < len(want) and is_half(want[last]):
        last += 1
    return first, last
