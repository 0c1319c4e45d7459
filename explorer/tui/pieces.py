"""What a terminal sends, in pieces: keys, pastes, clicks, and answers that nobody asked for.

A sequence may arrive in parts, on a bad line with a second between them. What has been given up as an esc is put before
its rest again if that comes at all; else the rest would be letters, and each letter is a command.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

ESC = "\x1b"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
LONGEST = 1 << 20
"""Characters of a paste that are kept; what follows is read and forgotten."""
LONGEST_ANSWER = 1 << 16
REST, REST_OF_PASTE = 3.0, 10.0

_PIECE = re.compile(
    r"""
    (?P<text> [^\x1b]+)
    | (?P<answer> \x1b[\]P_^X] [^\x07\x1b\x18\x1a]* (?: [\x07\x18\x1a] | \x1b\\ ))
    | (?P<sequence> \x1b\[M[^\x1b]{3} | \x1b\[\[[A-E] | \x1b\[(?![M\[])[0-?]*[\x20-/]*[@-~] | \x1bO[0-9;]*[@-~])
    | (?P<odd>
        \x1b[\]P_^X] [^\x07\x1b\x18\x1a]* (?= \x1b[^\\])
        | \x1b\[M [^\x1b]{0,2} (?= \x1b)
        | \x1b\[\[ (?= [^A-E])
        | \x1b\[(?!M) [0-?]* [\x20-/]* (?= [^\x20-~])
        | \x1b\[ [0-?]* [\x20-/]+ (?= [0-?])
        | \x1bO [0-9;]* (?= [^0-9;@-~])
      )
    | (?P<escape> \x1b (?= \x1b))
    | (?P<alt> \x1b [^\x1b\[O\]P_^X])
    """,
    re.VERBOSE,
)
"""Letters; an answer in words (colours, names); a key or a click; what was broken off; esc; a key with alt."""
_REST = {
    ESC: re.compile(r"\[|O[A-Z]|\][0-9]|P[01>]|_G"),
    "\x1b[": re.compile(r"[0-?@-Z\\-~]|\[[A-E]"),
    "\x1bO": re.compile(r"[A-Z]"),
    "\x1b]": re.compile(r"\d+;"),
    "\x1bP": re.compile(r"[01]?[$+]|>\|"),
    "\x1b_": re.compile(r"G"),
    "\x1b^": re.compile(r"(?!)"),
    "\x1bX": re.compile(r"(?!)"),
}
"""What may be a key of its own, and how the rest begins if it was the beginning of a sequence."""
_NEVER_TYPED = re.compile(r"\[(?:200~|<\d+;|\d+;\d|\?\d|\d+~)|\]\d+;")
"""How it begins where nobody can have typed it at once, however long ago the esc was."""


class Piece(NamedTuple):
    """Something that came whole."""

    kind: str
    """text | sequence | alt | escape | paste | answer"""
    text: str


class Pieces:
    """Takes in what is read, gives what is whole."""

    def __init__(self) -> None:
        self._held = ""
        """The beginning of a sequence."""
        self._pasting: list[str] | None = None
        self._given_up = ""
        """What was taken for a key, and may have been the beginning of a sequence."""
        self._long_ago = False
        """Whether that was too long ago for anything but what nobody types."""

    @property
    def waits(self) -> bool:
        """Whether the rest of something may come."""
        return bool(self._held or (self._given_up and not self._long_ago)) or self._pasting is not None

    @property
    def patience(self) -> float:
        """Seconds in which what is late may still come."""
        return REST if self._pasting is None else REST_OF_PASTE

    def feed(self, data: str) -> Iterator[Piece]:
        """What is whole now."""
        given_up, self._given_up = self._given_up, ""
        if given_up and (_NEVER_TYPED if self._long_ago else _REST[given_up]).match(data):
            data = given_up + data
        data, self._held = self._held + data, ""
        while data:
            data = yield from (self._plain(data) if self._pasting is None else self._pasted(data))

    def _plain(self, data: str) -> Generator[Piece, None, str]:
        found = _PIECE.match(data)
        if found is None:
            self._held = data if len(data) < LONGEST_ANSWER else data[:2]
            return ""
        kind, text = found.lastgroup or "", found.group()
        if text == PASTE:
            self._pasting = []
        elif kind != "odd" and text != PASTED:
            yield Piece(kind, text)
        return data[found.end() :]

    def _pasted(self, data: str) -> Generator[Piece, None, str]:
        """Everything up to the end of the paste, whatever it is."""
        assert self._pasting is not None
        text, end, rest = data.partition(PASTED)
        if not end:
            cut = next((n for n in range(len(PASTED) - 1, 0, -1) if text.endswith(PASTED[:n])), 0)
            text, self._held = text[: len(text) - cut], text[len(text) - cut :]
        if sum(map(len, self._pasting)) < LONGEST:
            self._pasting.append(text[:LONGEST])
        if end:
            yield from self._paste()
        return rest

    def _paste(self) -> Iterator[Piece]:
        yield Piece("paste", "".join(self._pasting or ()).replace("\0", ""))
        self._pasting = None

    def late(self) -> Iterator[Piece]:
        """Nothing has come for a while: an esc was the key; of what can only be a sequence the rest may still come."""
        if self._pasting is None and self._held in _REST:
            self._given_up, self._held, self._long_ago = self._held, "", False
            if self._given_up == ESC:
                yield Piece("escape", ESC)
            elif self._given_up[1].isalpha():
                yield Piece("alt", self._given_up)

    def lost(self) -> Iterator[Piece]:
        """Nothing has come for long: the rest never will."""
        self._long_ago = True
        self._given_up = ESC if self._given_up == ESC else ""
        if self._pasting is not None:
            self._pasting.append(self._held)
            yield from self._paste()
        self._held = ""
