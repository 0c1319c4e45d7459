"""A thread that waits for keys. It sleeps while none come, and notices when none will ever come again."""

from __future__ import annotations

import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Callable
from threading import Thread
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.message import Message

from explorer.tui.writer import leave_signals_to_the_main_thread

CHUNK = 4096
_ANSWER = re.compile(r"\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)")
"""What a terminal has to say (its colours, its name) to who asked before us; Textual would take it for keys."""


class Listener(Thread):
    """Reads a terminal until it is told to stop."""

    def __init__(self, fd: int, take: Callable[[Message], None], lost: Callable[[Exception | None], None]) -> None:
        """`take` gets each key and mouse event; `lost` is called where the input has ended or failed."""
        super().__init__(name="from-the-terminal", daemon=True)
        self._fd = fd
        self._take = take
        self._lost = lost
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
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")("replace").decode  # an é in Latin-1 becomes a mark
        due: float | None = None
        """When what may be the beginning of a sequence is taken for a key."""
        while True:
            patience = None if due is None else max(0.0, due - monotonic())
            ready, _, _ = select.select([self._fd, self._heard], [], [], patience)
            if self._heard in ready:
                return
            if self._fd in ready:
                data = os.read(self._fd, CHUNK)
                if not data:
                    raise OSError("the terminal is gone")
                if text := _ANSWER.sub("", decode(data)):  # an empty text would be the end
                    for message in parser.feed(text):
                        self._take(message)
                due = monotonic() + ESCAPE_DELAY
            elif due is not None:
                due = None
                for message in parser.tick():
                    self._take(message)
