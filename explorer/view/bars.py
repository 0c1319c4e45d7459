"""Stretches of an axis as letters of a line: solid where it is sure, hatched where it is not."""

from __future__ import annotations

from explorer.values.lean import NamedTuple

SURE, UNSURE, PLANNED, DENIED, NONE = "█", "░", "╌", "×", "·"
"""Held or happened; may have; was to; is said not to have; the axis with nothing on it."""
RANGE = "▒"
"""Somewhere between two ends."""


class Stretch(NamedTuple):
    """A part of an axis that reaches from 0 to 1; a letter stands at its beginning."""

    first: float
    last: float
    sign: str = SURE
    letter: str = ""


def drawn(stretches: tuple[Stretch, ...], columns: int) -> str:
    """The axis at a width: later stretches lie over earlier ones, and each has a column at least."""
    cells = [NONE] * columns
    for one in stretches:
        start = min(columns - 1, max(0, int(one.first * columns)))
        end = min(columns, max(start + 1, round(one.last * columns)))
        cells[start:end] = [one.sign] * (end - start)
    for one in stretches:
        if one.letter:
            cells[min(columns - 1, max(0, int(one.first * columns)))] = one.letter
    return "".join(cells)
