"""A driver that sends only changed cells (`--plain-driver` goes without), and survives what is typed into it."""

from __future__ import annotations

import codecs
import os
from functools import partial

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from explorer.tui.cells import Cells


def forgive_bad_bytes() -> None:
    """Let bytes that are no UTF-8 (a Latin-1 é typed on an old terminal) become marks.

    Textual's driver decodes what is typed strictly, in the middle of a long method: the first such byte ends the app.
    """
    decoder = codecs.getincrementaldecoder("utf-8")
    vars(linux_driver)["getincrementaldecoder"] = lambda _: partial(decoder, errors="replace")


class CellDriver(LinuxDriver):
    """Textual's own driver for Linux and macOS, with `Cells` between it and the terminal."""

    cells: Cells | None = None

    def write(self, data: str) -> None:
        """Send what `data` changes."""
        if self.cells is None:
            self.cells = Cells()
        super().write(self.cells.feed(data, os.get_terminal_size(self.fileno)))

    def forget(self) -> None:
        """The terminal may show anything: after a resize, a stop, another program's output."""
        if self.cells is not None:
            self.cells.forget()
