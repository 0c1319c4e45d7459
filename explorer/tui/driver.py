"""A driver that sends only changed cells; `--plain-driver` goes without."""

from __future__ import annotations

import os

from textual.drivers.linux_driver import LinuxDriver

from explorer.tui.cells import Cells


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
