"""Rows of a view to strips of the screen. Roles get their look here, in the terminal's own sixteen colours."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from explorer.text import clean, shorten, width
from explorer.view.rows import DIM, HEADING, MARK, NAME, PLAIN, SOURCE, TITLE, VALUE, Span

ACCENT, CURSOR, BANNER = "accent", "cursor", "banner"
"""Roles of the explorer's own furniture."""

_LOOK = {
    PLAIN: Style(),
    TITLE: Style(bold=True),
    HEADING: Style(bold=True),
    VALUE: Style(bold=True),
    NAME: Style(color="cyan"),
    SOURCE: Style(dim=True),
    DIM: Style(dim=True),
    MARK: Style(color="yellow"),
    ACCENT: Style(color="cyan", bold=True),
    CURSOR: Style(reverse=True),
    BANNER: Style(reverse=True, bold=True),
}

ASCII = str.maketrans(
    {
        "→": ">",
        "←": "<",
        "≠": "#",
        "·": "-",
        "…": "~",
        "§": "s",
        "¶": "p",
        "‘": "'",
        "’": "'",
        "–": "-",
        "▾": "v",
        "▸": ">",
        "▌": ">",
        "›": ">",
    }
)
"""Each mark in one column of ASCII, for terminals without UTF-8."""


def strip(spans: Sequence[Span], columns: int, *, role: str = "", ascii_only: bool = False) -> Strip:
    """A line of exactly that many columns; `role` is laid over all of it. What does not fit is cut."""
    over = _LOOK[role] if role else None
    segments = []
    left = columns
    for span in spans:
        if left <= 0:
            break
        text = clean(span.text)
        if width(text) > left:
            text = shorten(text, left)
        left -= width(text)
        shown = plain(text) if ascii_only else text
        look = _LOOK[span.role]
        segments.append(Segment(shown, look + over if over else look))
    if left > 0:
        segments.append(Segment(" " * left, over))
    return Strip(segments, columns)


def label(text: str) -> Content:
    """A title or other text that Textual would read as markup if it were a str."""
    return Content(clean(text, longest=200))


def plain(text: str) -> str:
    """The text in ASCII; other letters become question marks, column by column."""
    return text.translate(ASCII).encode("ascii", "replace").decode("ascii")
