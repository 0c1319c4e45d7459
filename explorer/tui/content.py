"""Rows of a view to strips of the screen. Roles get the looks of a theme here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from explorer.text import IN_ASCII, clean, found, shorten, width
from explorer.tui.themes import FOUND
from explorer.view.rows import PLAIN, Span

ASCII = str.maketrans({**IN_ASCII, "▾": "v", "▸": ">", "▌": ">", "›": ">"})
"""Each mark in one column of ASCII, for terminals without UTF-8."""


class Paint:
    """How spans become strips: the looks of a theme, and whether the terminal knows more than ASCII."""

    def __init__(self, looks: Mapping[str, Style], *, ascii_only: bool = False, letters: bool = True) -> None:
        self.looks = looks
        self.ascii_only = ascii_only
        self.letters = letters
        ground = looks[PLAIN].bgcolor if PLAIN in looks else None
        self._behind = Style(bgcolor=ground) if ground else Style()

    def strip(self, spans: Sequence[Span], columns: int, *, role: str = "") -> Strip:
        """A line of exactly that many columns; `role` is laid over all of it. What does not fit is cut."""
        over = self.looks[role] if role else None
        segments = []
        left = columns
        for span in spans:
            if left <= 0:
                break
            text = clean(span.text)
            if width(text) > left:
                text = shorten(text, left)
            left -= width(text)
            shown = self.written(text)
            look = self.looks[span.role]
            segments.append(Segment(shown, look + over if over else look))
        if left > 0:
            segments.append(Segment(" " * left, self._behind + over if over else self._behind))
        return Strip(segments, columns)

    def written(self, text: str) -> str:
        """The text as the terminal can show it: marks in ASCII where asked for, letters where it knows no others."""
        if not self.ascii_only:
            return text
        return text.translate(ASCII) if self.letters else plain(text)

    def blank(self, columns: int) -> Strip:
        """An empty line."""
        return Strip([Segment(" " * columns, self._behind)], columns)


def label(text: str) -> Content:
    """A title or other text that Textual would read as markup if it were a str."""
    return Content(clean(text, longest=200))


def plain(text: str) -> str:
    """The text in ASCII; other letters become question marks, column by column."""
    return text.translate(ASCII).encode("ascii", "replace").decode("ascii")


def sought(spans: Sequence[Span], phrase: str) -> tuple[Span, ...]:
    """The spans with the letters of a phrase marked; where it is broken over lines, each of its words."""
    text = "".join(span.text for span in spans)
    stretches = found(text, phrase) or [one for word in phrase.split() for one in found(text, word)]
    marked: list[Span] = []
    at = 0
    for span in spans:
        for letter, here in groupby(
            enumerate(span.text, at), lambda pair: any(start <= pair[0] < end for start, end in stretches)
        ):
            marked.append(Span("".join(character for _, character in here), FOUND if letter else span.role))
        at += len(span.text)
    return tuple(marked)
