"""What the terminal shows, cell by cell, so that only changed cells are sent, as curses does.

A frame of Textual's compositor sends move, style, text and reset for each segment of each line it repaints. `hear`
takes such frames in, `say` gives the least that makes the same screen; between the two any number of frames may come,
so that a slow line gets the last one. Whatever is not understood is passed on as it is; whatever changes the screen in
a way that is not followed makes it forget, and what is forgotten is sent again.
"""

from __future__ import annotations

import re
from functools import lru_cache

from explorer.text import width
from explorer.tui.painter import BLANK, Cell, Painter, cell, is_half
from explorer.tui.sgr import PLAIN, Look, change, joined

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-9;:?<=>!]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|(?P<string>\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX_^](?:[^\x1b]|\x1b[\]\x1b])*\x1b\\)"
    r"|(?P<escape>\x1b[ -/]*(?![\[\]PX_^])[0-~])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)",
    re.DOTALL,
)
_HARMLESS = re.compile(r"\x1b\[(?:\?(?:25|12|7|2026|2004|2048|100[0-6]|1015|1016)[hl]|[<=>]?[0-9;]*[cnuq]|\?[0-9]*\$p)")
"""Sequences that leave what is on the screen as it is."""
_BELL = "\x07"
_CLEAR = "\x1b[m\x1b[2J"


class Cells:
    """The screen as it should be, and as the terminal is known to have it."""

    def __init__(self, *, simple: bool = False) -> None:
        self._want: list[list[Cell]] = []
        self._have: list[list[Cell]] = []
        self._columns = self._rows = 0
        self._row = self._column = 0
        self._look = PLAIN
        self._moved = True
        """Whether the cursor belongs elsewhere than where the data that was last passed on has left it."""
        self._untouched: Cell = None
        """What is in the cells that nobody has written in."""
        self._changed: set[int] = set()
        self._first: list[str] = []
        """What goes out before the next difference."""
        self._painter = Painter(simple=simple)

    # -- what is known

    def resize(self, columns: int, rows: int) -> None:
        """The terminal has another size, and may show anything. What is past its edges may be shown again later."""
        self._columns, self._rows = columns, rows
        self._painter.columns = columns
        self.lost()

    def lost(self) -> None:
        """The terminal may show anything: it is cleared, and all that is wanted will be sent again."""
        self._untouched = BLANK
        self._have = [[] for _ in self._want]
        self._changed.update(range(len(self._want)))
        self._first = [*filter(_CLEAR.__ne__, self._first), _CLEAR]
        self._painter.forget()
        self._moved = True

    def forget(self) -> None:
        """Nothing is known any more, not even what is wanted: everything will be sent as it comes."""
        self._untouched = None
        self._want.clear()
        self._have.clear()
        self._changed.clear()
        self._painter.forget()

    # -- in and out

    def feed(self, data: str, size: tuple[int, int]) -> str:
        """The least that has the effect of `data` on a terminal of so many columns and rows."""
        if size != (self._columns, self._rows):
            self.resize(*size)
        self.hear(data)
        return self.say()

    def say(self) -> str:
        """What turns the screen that the terminal has into the one wanted; afterwards they are the same."""
        out, self._first = self._first, []
        for row in sorted(self._changed):
            if row < self._rows:
                self._widen(self._have[row], len(self._want[row]), self._untouched)
                out += self._painter.row(row, self._want[row], self._have[row])
        self._changed.clear()
        if self._moved and self._row < self._rows:
            out.append(self._painter.go(self._row, min(self._column, self._columns)))
        return "".join(out)

    def pass_on(self, data: str) -> None:
        """A sequence that has nothing to do with what is on the screen."""
        self._first.append(data)

    def passing(self) -> str:
        """What was only to be passed on, without the screen."""
        passing, self._first = [*filter(_CLEAR.__ne__, self._first)], []
        return "".join(passing)

    def hear(self, data: str) -> None:
        """Take in what is to be shown."""
        tokens = list(_TOKEN.finditer(data))
        if sum(token.end() - token.start() for token in tokens) == len(data):
            self._moved = True
            for token in tokens:
                self._take(token)
        else:
            self._give_up(data, tokens)

    def _take(self, token: re.Match[str]) -> None:
        kind, whole = token.lastgroup, token.group()
        if kind == "text":
            self._write(whole)
        elif kind == "control":
            if not self._control(whole):
                self._pass(whole, harmless=whole == _BELL)
        elif kind == "final" and token["final"] == "H" and not token["between"]:
            self._move(token["parameters"])
        elif kind == "final" and token["final"] == "m" and token["parameters"].strip("0123456789;:") == "":
            self._look = joined(self._look, token["parameters"])
        else:
            self._pass(whole, harmless=kind == "string" or bool(_HARMLESS.fullmatch(whole)))

    def _give_up(self, data: str, tokens: list[re.Match[str]]) -> None:
        """Something unheard of: pass it all on, and know only the look and the place that it ends with."""
        self._pass(data, harmless=False)
        self._moved = False
        for token in tokens:
            if token["text"]:
                self._column += width(token["text"])
            elif token["control"]:
                self._control(token["control"])
            elif token["final"] == "H" and not token["between"]:
                self._move(token["parameters"])
            elif token["final"] == "m" and not token["between"]:
                self._look = joined(self._look, token["parameters"])

    def _pass(self, sequence: str, *, harmless: bool) -> None:
        """A sequence that goes out as it is; one that may change the screen, after what was to be shown before it."""
        if not harmless:
            self._first = [self.say(), change(None, self._look)]  # what erases does so in the look that is set
        self._first.append(sequence)
        if not harmless:
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

    # -- writing

    def _write(self, text: str) -> None:
        """Put characters where the cursor is."""
        while len(self._want) <= self._row:
            self._want.append([])
            self._have.append([])
        line = self._want[self._row]
        self._changed.add(self._row)
        marks, cells = _laid(text, self._look)
        if marks and not self._mark(line, marks):
            self._pass(text, harmless=False)
            self._column += len(cells)
        else:
            self._place(line, cells)

    def _mark(self, line: list[Cell], marks: str) -> bool:
        """Put marks on the letter before; False where that is not known, and neither is the look of a blank."""
        at = self._column - 1
        if 0 < at < len(line) and is_half(line[at]):
            at -= 1
        before = line[at] if 0 <= at < len(line) else None
        if before is None or before == BLANK or not before[0]:
            return False
        line[at] = (before[0] + marks, before[1])
        return True

    def _place(self, line: list[Cell], cells: tuple[Cell, ...]) -> None:
        """Lay cells over those that are there; half of a wide character that is left over becomes a blank."""
        start, end = self._column, self._column + len(cells)
        self._widen(line, start, None)
        for column in (start, end):
            if 0 < column < len(line) and (half := line[column]) is not None and not half[0]:
                line[column - 1] = line[column] = cell(" ", half[1])
        line[start:end] = cells
        self._column = end

    @staticmethod
    def _widen(line: list[Cell], columns: int, filling: Cell) -> None:
        if len(line) < columns:
            line += [filling] * (columns - len(line))


class WholeScreens(Cells):
    """Sends every cell with each frame, as though nothing were known of what the terminal has; for what looks wrong."""

    def say(self) -> str:
        """The whole screen, if anything in it has changed."""
        if self._changed:
            self._untouched = None
            self._have = [[] for _ in self._want]
            self._changed.update(range(len(self._want)))
            self._painter.forget()
        return super().say()


@lru_cache(4096)
def _laid(text: str, look: Look) -> tuple[str, tuple[Cell, ...]]:
    """The marks that a text begins with, and the cells that the rest of it takes."""
    if text.isascii() or max(text) < "\u0300":
        return "", tuple([cell(character, look) for character in text])
    letters = [""]
    for character in text:
        if width(character):
            letters.append(character)
        else:
            letters[-1] += character
    cells = [one for letter in letters[1:] for one in (cell(letter, look), ("", look))[: width(letter)]]
    return letters[0], tuple(cells)
