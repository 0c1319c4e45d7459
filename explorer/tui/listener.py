"""A thread that waits for keys. It sleeps while none come, and notices when none will ever come again."""

from __future__ import annotations

import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from threading import Thread

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.keys import Keys
from textual.message import Message

from explorer.tui.pieces import Piece, Pieces
from explorer.tui.writer import leave_signals_to_the_main_thread

CHUNK = 4096
_CLICK = re.compile(r"\x1b\[(?:<-?\d{1,6};-?\d{1,6};-?\d{1,6}[mM]|M...)", re.DOTALL)
"""No screen has more cells; Python refuses to read numbers of thousands of digits."""
_KEY = re.compile(r"\x1b\[(\d*)(?::[\d:]*)?((?:;[\d:]*){0,2}([~A-Z]|u))")
"""The number of a key, and in kitty's protocol that of the key beside it, which is of no use here."""


def messages_of(piece: Piece, parser: XTermParser) -> Iterator[Message]:
    """The keys, clicks and pastes in a piece; none for what nobody asked for."""
    if piece.kind == "escape":
        yield events.Key("escape", "\x1b")
    elif piece.kind == "paste":
        yield events.Paste(piece.text)
    elif piece.kind == "text":
        for character in piece.text:
            yield from _keys(parser, character)
    elif piece.kind == "alt":
        for key in [*_keys(parser, piece.text)] or _keys(parser, piece.text[1], alt=True):
            yield events.Key(key.key, None)  # with a character it would be typed
    elif piece.kind == "sequence":
        yield from _in_sequence(piece.text, parser)


def _in_sequence(text: str, parser: XTermParser) -> Iterator[Message]:
    """A key that is known, or a click. Textual would make a letter of an unknown one: its number's."""
    if _CLICK.fullmatch(text):
        click = parser.parse_mouse_code(text)
        if click is not None:
            yield click
    elif text in ANSI_SEQUENCES_KEYS:
        yield from _keys(parser, text)
    elif (key := _KEY.fullmatch(text)) and (key[3] == "u" or f"{key[1] or 1}{key[3]}" in FUNCTIONAL_KEYS):
        yield from _keys(parser, f"\x1b[{key[1]}{key[2]}")


def _keys(parser: XTermParser, text: str, *, alt: bool = False) -> Iterator[events.Key]:
    """Textual's names for a key; none where it fails at numbers that no key has."""
    try:
        yield from [key for key in parser._sequence_to_key_events(text, alt=alt) if key.key != Keys.Ignore]
    except (ValueError, OverflowError):
        return


class Listener(Thread):
    """Reads a terminal until it is told to stop."""

    def __init__(self, fd: int, take: Callable[[Message], None], lost: Callable[[Exception | None], None]) -> None:
        """`take` gets each key and mouse event; `lost` is called where the input has ended or failed."""
        super().__init__(name="from-the-terminal", daemon=True)
        self._fd = fd
        self._take = take
        self._lost = lost
        self._parser = XTermParser()
        """Of which only the names of keys are used."""
        self._heard, self._bell = os.pipe()

    def stop(self) -> None:
        """Stop listening, at once."""
        os.write(self._bell, b"!")
        self.join()
        os.close(self._heard)
        os.close(self._bell)

    def run(self) -> None:
        """Listen."""
        leave_signals_to_the_main_thread()
        try:
            self._listen()
        except OSError:
            self._lost(None)
        except Exception as error:
            self._lost(error)

    def _listen(self) -> None:
        pieces, decode = Pieces(), getincrementaldecoder("utf-8")("replace").decode  # an é in Latin-1 becomes a mark
        late = False
        """Whether the rest of something is late already."""
        while True:
            patience = (pieces.patience if late else ESCAPE_DELAY) if pieces.waits else None
            ready, _, _ = select.select([self._fd, self._heard], [], [], patience)
            if self._heard in ready:
                return
            if self._fd in ready:
                data = os.read(self._fd, CHUNK)
                if not data:
                    raise OSError("the terminal is gone")
                self._pass_on(pieces.feed(decode(data)))
                late = False
            else:
                self._pass_on(pieces.lost() if late else pieces.late())
                late = not late

    def _pass_on(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            for message in messages_of(piece, self._parser):
                self._take(message)
