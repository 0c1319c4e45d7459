"""The Textual application: theme, keys, and the one screen."""

from __future__ import annotations

import asyncio
import gc
import signal
from dataclasses import fields
from functools import partial

from textual import on
from textual.driver import Driver
from textual.theme import BUILTIN_THEMES, Theme

from explorer.store import structure
from explorer.store.read import Store
from explorer.tui.driver import CellDriver
from explorer.tui.keys import OrderedKeys
from explorer.tui.screens.browser import Browser
from explorer.tui.state import State

_ANSI = BUILTIN_THEMES["ansi-dark"]
TERMINAL = Theme(
    **{
        **{field.name: getattr(_ANSI, field.name) for field in fields(_ANSI)},
        "name": "terminal",
        "primary": "ansi_cyan",
        "accent": "ansi_cyan",
        "variables": {
            **_ANSI.variables,
            "border": "ansi_cyan",
            "border-blurred": "ansi_bright_black",
            "input-selection-background": "ansi_default",
            "input-selection-foreground": "ansi_default",
        },
    }
)
"""The terminal's own sixteen colours and its own background."""


SETTLED = 0.5
"""Seconds after which the first frame has been drawn."""


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


class Explorer(OrderedKeys):
    """The explorer over one store."""

    CSS_PATH = "explorer.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "csto"

    def __init__(
        self,
        store: Store,
        entity: str = "",
        day: str = "",
        *,
        ascii_only: bool = False,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class)
        self.store = store
        self.first = entity
        self.ascii_only = ascii_only
        names = [name for name, _, _ in structure.arrangements(store)]
        self.state = State(names[0] if names else "", day)
        self.register_theme(TERMINAL)
        self.theme = "terminal"
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Show the screen; once it stands, what was made for it need not be looked through for garbage again."""
        self.set_timer(SETTLED, _collect_again)
        if not self.is_headless:
            self._leave_on_signals()
        self.push_screen(Browser(self.store, self.state, self.first, ascii_only=self.ascii_only))

    def _leave_on_signals(self) -> None:
        """Leave as asked, with the terminal as it was; the exit code says by which signal."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    @on(Driver.SignalResume)
    def _back_from_the_shell(self) -> None:
        """The shell has written over the screen."""
        self.call_later(self.action_redraw)

    def action_redraw(self) -> None:
        """Send the whole screen again, whatever another program has written over it."""
        if isinstance(self._driver, CellDriver):
            self._driver.forget()
        self.screen.refresh(layout=True)
