"""A terminal on paper: the explorer's own driver with a screen model where its line would be. No threads, no waits."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

import pyte
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.message import Message

from explorer.tui import modes
from explorer.tui.cells import Cells
from explorer.tui.driver import CellDriver
from explorer.tui.line import Line
from explorer.tui.listener import messages_of
from explorer.tui.pieces import Pieces
from explorer.tui.writer import Writer
from tests.robust import allowed
from tests.screenmodel import Model

TERM = "xterm-256color"
SCRIBBLE = "somebody else has written here "


class Paper(Line):
    """What the terminal shows, and all that was sent to it since somebody looked."""

    def __init__(self, columns: int, rows: int) -> None:
        self.model = Model(columns, rows)
        self._stream = pyte.Stream(self.model)
        self.sent: list[str] = []
        self.copied: set[str] = set()
        """What may have gone to the clipboard."""

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self.model.columns, self.model.lines

    def in_front(self) -> bool:
        """Nobody else has it."""
        return True

    def key_by_key(self) -> None:
        """It always does."""

    def as_before(self) -> None:
        """So it is."""

    def force(self, last: str) -> None:
        """It takes nothing."""

    def take(self, text: str) -> None:
        """Show what is sent."""
        self.sent.append(text)
        self._stream.feed(shown(text))

    def scribble(self) -> None:
        """Another program writes all over it."""
        columns, rows = self.size()
        line = (SCRIBBLE * (columns // len(SCRIBBLE) + 1))[:columns]
        self._stream.feed("\x1b[0;7m" + "".join(f"\x1b[{row + 1}H{line}" for row in range(rows)) + "\x1b[0m")

    def resize(self, columns: int, rows: int) -> None:
        """Another size; what it shows then is anybody's guess."""
        self.model.resize(rows, columns)
        self.scribble()

    def strange(self) -> list[str]:
        """What was sent that no terminal should get."""
        sent, self.sent = "".join(self.sent), []
        return allowed.on_screen(sent.encode("utf-8", "surrogatepass"), self.copied)


def shown(text: str) -> str:
    """Without what draws nothing and the screen model would print."""
    for sequence in ("\x1b[>1u", "\x1b[=1u", "\x1b[<u", "\x1b\\"):
        text = text.replace(sequence, "")
    return text


class AtOnce(Writer):
    """Sends in the thread that asks for it; a line that is held takes nothing until it is released."""

    def __init__(self, paper: Paper, cells: Cells) -> None:
        super().__init__(-1, cells.say, "utf-8", lambda error: None)
        self._paper = paper
        self.held = False

    def due(self, raw: str = "") -> None:
        """Send it, and the next frame."""
        with self.lock:
            self._raw.append(raw)
            if not self.held:
                raw, self._raw = "".join(self._raw), []
                self._paper.take(raw + (self._say() if self.live else ""))

    def drained(self, seconds: float) -> bool:
        """Whether everything has gone out."""
        return not self.held


class PaperDriver(CellDriver):
    """The explorer's driver: only its two ends are others."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        Driver.__init__(self, app, debug=debug, mouse=mouse, size=size)
        self.paper = Paper(*(size or (80, 24)))
        self._line = self.paper
        self._term = TERM
        self._cells = Cells(simple=modes.is_simple(TERM))
        self.at_once = AtOnce(self.paper, self._cells)
        self._writer = self.at_once
        self._listener = None
        self.lent = self._stopped = self._owed = False
        self._waiting = set()
        self._handlers = {}
        self._pieces, self._parser = Pieces(), XTermParser()

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self.lent = False
        self._take(again=False)
        self._measure()

    def suspend_application_mode(self) -> None:
        """Another program has the terminal now, and writes on it."""
        super().suspend_application_mode()
        self.paper.scribble()

    def send_message(self, message: Message) -> None:
        """In its place at once: there is no other thread."""
        self._app.post_message(message)

    # -- what befalls it

    def type(self, text: str) -> None:
        """Somebody presses keys, or moves the mouse."""
        pieces = [*self._pieces.feed(text), *self._pieces.late(), *self._pieces.lost()]
        for piece in pieces:
            for message in messages_of(piece, self._parser):
                self.process_message(message)

    def resize(self, columns: int, rows: int) -> None:
        """The window gets another size."""
        self.paper.resize(columns, rows)
        self._measure()

    def stop_and_continue(self) -> None:
        """To the shell, and back."""
        self._app._suspend_signal()
        self.suspend_application_mode()
        self.start_application_mode()
        self.send_message(self.SignalResume())

    def hold(self, *, held: bool) -> None:
        """The line takes nothing more, or takes it again."""
        self.at_once.held = held
        self.at_once.due()


def copied(sequence: str) -> str:
    """The text in a sequence for the clipboard; empty for another sequence."""
    start, found, rest = sequence.partition("]52;c;")
    return b64decode(rest.partition("\x07")[0]).decode("utf-8", "replace") if found else start[:0]
