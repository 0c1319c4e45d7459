"""Places in files, and the list on which everything found wrong is written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from explorer.problems import ERROR, Problem
from explorer.text import shorten

LONGEST_MESSAGE = 240
"""Columns; a message that quotes a whole field is cut in its middle."""
UNDECODED = re.compile("[\udc80-\udcff]")
"""Bytes of a file that are not UTF-8, as they stand in its text."""


class Block(NamedTuple):
    """The lines of one top-level key of a file."""

    file: str
    line: int
    """The number of its first line in the file, from 1."""
    text: str

    def excerpt(self, line: int) -> str:
        """Its line with that number, from 0; empty past its end."""
        lines = _lines(self.text)
        return lines[line] if line < len(lines) else ""


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    """The lines of a block, cut once however many problems it has."""
    return text.split("\n")


class Place(NamedTuple):
    """A spot in a block; line and column count from 0 within the block."""

    block: Block
    line: int
    column: int
    width: int = 1


class Report:
    """Collects the problems of one run."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._told: set[tuple[str, int, int, str]] = set()

    def add(self, place: Place, code: str, message: str, hint: str = "", severity: str = ERROR) -> None:
        """Note a problem at a place, once."""
        block = place.block
        spot = (block.file, block.line + place.line, place.column, code)
        if spot in self._told:
            return
        self._told.add(spot)
        self.problems.append(
            Problem(
                block.file,
                block.line + place.line,
                place.column + 1,
                severity,
                code,
                shorten(_text(message), LONGEST_MESSAGE),
                shorten(_text(hint), LONGEST_MESSAGE),
                _text(block.excerpt(place.line)),
                place.width,
            )
        )

    def add_file(self, file: str, code: str, message: str, hint: str = "") -> None:
        """Note a problem of a file as a whole."""
        self.problems.append(Problem(file, 0, 0, ERROR, code, message, hint))


def _text(quoted: str) -> str:
    """What is quoted from a file, with a mark in the place of each byte that is not UTF-8: no store takes such text."""
    return quoted if quoted.isascii() else UNDECODED.sub("\ufffd", quoted)
