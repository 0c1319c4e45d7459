"""What the terminal shows, cell by cell, so that only changed cells are sent, as curses does.

A frame of Textual's compositor sends move, style, text and reset for each segment of each line it repaints.
`Cells.feed` takes such a frame and gives back the least that makes the same screen: absolute moves, style changes,
changed text, erase-to-end for blank tails. Whatever it does not understand is passed on as it is; whatever changes the
screen in a way that it does not follow makes it forget, and what is forgotten is sent again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explorer.text import width

Cell = tuple[str, str] | None
"""A character (empty for the second half of a wide one) and its style as SGR parameters; None for an unknown cell."""

BLANK: Cell = (" ", "")
NEAR = 4
"""Unchanged cells between two changed ones that are cheaper to send again than to jump over."""

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-9;:?<=>!]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|(?P<string>\x1b[\]PX_^][^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<escape>\x1b[ -/]*(?![\[\]PX_^])[0-~])"
    r"|(?P<control>[\x00-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)",
    re.DOTALL,
)
_HARMLESS = re.compile(r"\x1b\[(?:\?(?:25|12|7|2026|2004|2048|100[0-6]|1015|1016)[hl]|[<=>]?[0-9;]*[cnuq]|\?[0-9]*\$p)")
"""Sequences that leave what is on the screen as it is."""


class Cells:
    """The screen as it should be, and as the terminal is known to have it."""

    def __init__(self) -> None:
        self._want: list[list[Cell]] = []
        self._have: list[list[Cell]] = []
        self._size = (0, 0)
        self._row = self._column = 0
        self._style = self._entry = ""
        """The style set now, and the one that was set when the frame under way began."""
        self._changed: set[int] = set()
        self._at: tuple[int, int] | None = None
        """Where the terminal's cursor is, if that is known."""
        self._sent_style: str | None = None
        """The style the terminal writes in, if that is known."""

    def forget(self) -> None:
        """Nothing is known of the terminal any more: everything will be sent again."""
        self._want.clear()
        self._have.clear()
        self._changed.clear()
        self._at = self._sent_style = None

    def feed(self, data: str, size: tuple[int, int]) -> str:
        """The least that has the effect of `data` on a terminal of so many columns and rows."""
        if size != self._size:
            self.forget()
            self._size = size
        self._entry = self._style
        out: list[str] = []
        end = 0
        for token in _TOKEN.finditer(data):
            if token.start() != end:
                return self._give_up(data)
            end = token.end()
            kind = token.lastgroup
            if kind == "text":
                if not self._write(token.group()):
                    return self._give_up(data)
            elif kind == "control":
                if not self._control(token.group()):
                    out += [*self._difference(), token.group()]
            elif kind == "final" and token["final"] == "H" and not token["between"]:
                self._move(token["parameters"])
            elif kind == "final" and token["final"] == "m" and not token["between"] and "?" not in token["parameters"]:
                self._style = _joined(self._style, token["parameters"])
            else:
                out += self._pass(token.group(), kind == "string")
        if end != len(data):
            return self._give_up(data)
        return "".join([*out, *self._difference()])

    def _give_up(self, data: str) -> str:
        """Something unheard of: pass it all on, and know only the style and the place that it ends with."""
        self.forget()
        style, self._style = self._entry, self._entry
        for token in _TOKEN.finditer(data):
            if token["text"]:
                self._column += width(token["text"])
            elif token["control"]:
                self._control(token["control"])
            elif token["final"] == "H" and not token["between"]:
                self._move(token["parameters"])
            elif token["final"] == "m" and not token["between"]:
                self._style = _joined(self._style, token["parameters"])
        return f"\x1b[0;{style}m{data}" if style else f"\x1b[m{data}"

    def _pass(self, sequence: str, harmless: bool) -> Iterator[str]:
        """A sequence that goes out as it is, after what was to be shown before it."""
        yield from self._difference()
        if harmless or _HARMLESS.fullmatch(sequence):
            yield sequence
        else:
            yield from self._styled(self._style)  # what erases does so in the style that is set
            yield sequence
            self.forget()

    def _move(self, parameters: str) -> None:
        row, _, column = parameters.partition(";")
        self._row, self._column = int(row or 1) - 1, int(column or 1) - 1

    def _control(self, character: str) -> bool:
        if character == "\r":
            self._column = 0
        elif character == "\n":
            self._row += 1
        else:
            return False
        return True

    def _write(self, text: str) -> bool:
        """Put characters where the cursor is; False for a mark on a letter that is not known."""
        while len(self._want) <= self._row:
            self._want.append([])
            self._have.append([])
        line = self._want[self._row]
        if not (text.isascii() or max(text) < "\u0300"):
            if not width(text[0]):
                return False
            for character in text:
                self._put(line, character, width(character))
        else:
            cells: list[Cell] = [(character, self._style) for character in text]
            if len(line) < self._column:
                line += [None] * (self._column - len(line))
            self._split(line, self._column)
            self._split(line, self._column + len(cells))
            line[self._column : self._column + len(cells)] = cells
            self._column += len(cells)
        self._changed.add(self._row)
        return True

    def _put(self, line: list[Cell], character: str, columns: int) -> None:
        """One character of one or two columns, or a mark on the character just written."""
        if columns == 0:
            at = self._column - 1 if line[self._column - 1] != ("", self._style) else self._column - 2
            before = line[at]
            assert before is not None
            line[at] = (before[0] + character, before[1])
            return
        if len(line) < self._column + columns:
            line += [None] * (self._column + columns - len(line))
        self._split(line, self._column)
        self._split(line, self._column + columns)
        line[self._column] = (character, self._style)
        if columns == 2:
            line[self._column + 1] = ("", self._style)
        self._column += columns

    @staticmethod
    def _split(line: list[Cell], column: int) -> None:
        """Half of a wide character that is written over leaves a blank."""
        if 0 < column < len(line) and (half := line[column]) is not None and not half[0]:
            line[column - 1] = line[column] = (" ", half[1])

    def _difference(self) -> Iterator[str]:
        """What turns the screen that the terminal has into the one wanted; afterwards they are the same."""
        for row in sorted(self._changed):
            yield from self._line(row)
        self._changed.clear()
        if self._at != (self._row, self._column):
            yield self._go(self._row, self._column)

    def _line(self, row: int) -> Iterator[str]:
        want, have = self._want[row], self._have[row]
        have += [None] * (len(want) - len(have))
        tail = len(want)
        while len(want) >= self._size[0] and tail and want[tail - 1] == BLANK:
            tail -= 1
        column = 0
        for first, last in _runs(want, have):
            if first >= tail:
                break
            start = max(first, column)
            stop = min(last, tail)
            if self._at != (row, start):
                yield self._go(row, start)
            for cell in want[start:stop]:
                assert cell is not None
                yield from self._styled(cell[1])
                yield cell[0]
            column = stop
            self._at = (row, stop)
        if tail < len(want) and have[tail:] != want[tail:]:
            if self._at != (row, tail):
                yield self._go(row, tail)
            yield from self._styled("")
            yield "\x1b[K"
        self._have[row] = [old if new is None else new for new, old in zip(want, have, strict=False)]

    def _styled(self, style: str) -> Iterator[str]:
        if style != self._sent_style:
            self._sent_style = style
            yield f"\x1b[0;{style}m" if style else "\x1b[m"

    def _go(self, row: int, column: int) -> str:
        """The shortest move: along the row where it is known, else to the place itself."""
        before, self._at = self._at, (row, column)
        if before is not None and before[0] == row and column == 0:
            return "\r"
        return f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H" if row else "\x1b[H"


def _joined(style: str, parameters: str) -> str:
    """The style after an SGR sequence; a reset, first or in the middle, starts anew."""
    parts = parameters.split(";")
    resets = [number for number, part in enumerate(parts) if part in ("", "0") and not _in_colour(parts, number)]
    if resets:
        style, parts = "", parts[resets[-1] + 1 :]
    return ";".join(part for part in (style, *parts) if part)


def _in_colour(parts: list[str], number: int) -> bool:
    """Whether a parameter belongs to an extended colour (38;5;N or 38;2;R;G;B) and is no reset."""
    for back in range(1, 5):
        if number - back >= 0 and parts[number - back] in ("38", "48", "58"):
            kind = parts[number - back + 1] if back > 1 else ""
            return back == 1 or (kind == "5" and back == 2) or (kind == "2" and back <= 4)
    return False


def _runs(want: list[Cell], have: list[Cell]) -> Iterator[tuple[int, int]]:
    """Stretches of cells that differ; short gaps of known cells between them are sent along."""
    first = last = -1
    for column, cell in enumerate(want):
        if cell is None or cell == have[column]:
            continue
        if first >= 0 and (column - last > NEAR or None in want[last:column]):
            yield _whole(want, first, last)
            first = column
        elif first < 0:
            first = column
        last = column + 1
    if first >= 0:
        yield _whole(want, first, last)


def _whole(want: list[Cell], first: int, last: int) -> tuple[int, int]:
    """The stretch with no wide character cut in half."""
    while first > 0 and want[first] is not None and want[first][0] == "":  # type: ignore[index] # not None
        first -= 1
    while last < len(want) and want[last] is not None and want[last][0] == "":  # type: ignore[index] # not None
        last += 1
    return first, last
