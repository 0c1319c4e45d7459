"""A screen that keeps what it was sent, cell by cell, and how two of them are held against each other."""

from __future__ import annotations

from typing import Any

import pyte


class Model(pyte.Screen):
    """A screen that knows dim and concealed letters too, as two of the attributes that nothing else here uses."""

    def select_graphic_rendition(self, *attributes: int, **kinds: Any) -> None:
        """Dim is kept as blinking, concealed as italic; what switches bold off ends dim."""
        also = {2: (5,), 22: (22, 25), 8: (3,), 28: (23,), 5: (), 25: (), 3: (), 23: ()}
        rest = list(attributes or (0,))
        while rest:
            number = rest.pop(0)
            count = {5: 2, 2: 4}[rest[0]] if number in (38, 48, 58) else 0
            colour, rest = rest[:count], rest[count:]
            for one in also.get(number, (number,)) if number != 58 else ():
                super().select_graphic_rendition(one, *colour, **kinds)


def look(one: pyte.Screen) -> list[tuple[object, ...]]:
    """Every cell as it looks, and the cursor. On a blank only what is behind it and the lines through it show."""
    cells = []
    for row in range(one.lines):
        for column in range(one.columns):
            cell = one.buffer[row][column]
            letter = cell.data or " "  # half a wide letter left over is blank
            shows = letter[0] != " " or cell.reverse or cell.underscore or cell.strikethrough
            ink = (cell.fg, cell.bold, cell.blink, cell.italics) if shows else ()
            cells.append((letter, cell.bg, cell.reverse, cell.underscore, cell.strikethrough, ink))
    return [*cells, ("cursor", one.cursor.y, one.cursor.x)]
