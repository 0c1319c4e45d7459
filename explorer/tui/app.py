"""The Textual application: theme, keys, and the one screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import events
from textual.driver import Driver
from textual.screen import Screen

from explorer.store import structure
from explorer.store.read import Store
from explorer.tui.commands import with_keys
from explorer.tui.content import Paint
from explorer.tui.driver import CellDriver
from explorer.tui.following import Following
from explorer.tui.leaving import Leaving
from explorer.tui.remembering import remembered, to_remember
from explorer.tui.screens.browser import Browser
from explorer.tui.session import Session
from explorer.tui.state import State
from explorer.tui.themes import TERMINAL, looks, palette, textual_theme

if TYPE_CHECKING:
    from explorer.tui.watching import Reading

NO_KEY = "none"
"""What Textual takes for no key; it ignores an empty list."""
SETTLED = 0.5
"""Seconds after which the first frame has been drawn."""

KEPT_AFTER = 1.0
"""Seconds after which the place is remembered, counted from the first key since it was last."""


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


class Options(NamedTuple):
    """What a start is told, by the command line, the config file and the session before."""

    entity: str = ""
    """The entity to open at; empty for where one was."""
    day: str = ""
    """The as-of date, as typed."""
    watch: bool = False
    """Whether to look after the data folder, and show what changes in it."""
    named_folder: bool = False
    """Whether the data folder was named, so that a command that is copied has to name it too."""
    ascii_only: bool = False
    letters: bool = True
    """Whether the terminal knows letters beyond ASCII, although marks and borders may be in it."""
    theme: str = ""
    """The theme of the config file; empty for the one used last."""
    colours: Mapping[str, str] = {}
    keys: Mapping[str, tuple[str, ...]] = {}
    session: Session | None = Session()
    """Where one was; None for a first start."""
    warnings: tuple[str, ...] = ()
    """What is wrong with the config file."""


DEFAULTS = Options()


class Explorer(Leaving, Following):
    """The explorer over one store."""

    CSS_PATH = "explorer.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "csto"

    def __init__(self, store: Store, options: Options = DEFAULTS, *, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self.keep: Callable[[], str] = str
        """Remembers this run now; returns why it could not be, in words, or nothing."""
        self.keep_aside: Callable[[Session], bool] = lambda _: True
        """Remembers it without anybody waiting; false where that has to be tried again."""
        self._stirred = False
        """Whether something has been done since the place was remembered."""
        self.options = options
        before = options.session or Session()
        names = [name for name, _, _ in structure.arrangements(store)]
        arrangement = before.arrangement if before.arrangement in names else next(iter(names), "")
        self.state = remembered(State(arrangement, options.day), before)
        self.chosen_theme = before.theme
        """The theme that was chosen here, now or before; the config file's is not remembered."""
        self.animation_level = "none"
        self._variables: dict[str, str] = {}
        self._dress(before.theme or options.theme or TERMINAL)
        self.browser = self._browser(store, before)

    def on_mount(self) -> None:
        """Show the screen; once it stands, what was made for it need not be looked through for garbage again."""
        self.set_timer(SETTLED, self._settled)
        if self.options.keys:
            self.set_keymap({id_: ",".join(keys) or NO_KEY for id_, keys in self.options.keys.items()})
        if self.options.warnings:
            first, more = self.options.warnings[0], len(self.options.warnings) - 1
            self.call_after_refresh(self.browser.tell, f"{first}; {more} more, told on leaving" if more else first)

    def _settled(self) -> None:
        _collect_again()
        if self.options.watch:
            self.follow_data(self.browser.store)

    def take(self, reading: Reading) -> None:
        """Show what was read of the data folder."""
        self.browser.take(reading)

    def get_default_screen(self) -> Screen[Any]:
        """The browser, at once: a screen below it would be made and drawn for nothing."""
        return self.browser

    def _browser(self, store: Store, before: Session) -> Browser:
        browser = Browser(store, self.state, with_keys(self.options.keys), self.paint)
        browser.welcomed = self.options.session is not None
        browser.named_folder = self.options.named_folder
        browser.first = self.options.entity or before.place
        browser.first_row = -1 if self.options.entity else before.row
        return browser

    async def on_event(self, event: events.Event) -> None:
        """Whatever is done, soon afterwards the place is remembered: not every end can be seen coming."""
        await super().on_event(event)
        if isinstance(event, events.InputEvent | events.Paste):
            self._stir()

    def _stir(self) -> None:
        if not self._stirred:
            self._stirred = True
            self.set_timer(KEPT_AFTER, self._keep_place)

    def _keep_place(self) -> None:
        self._stirred = False
        if not self.keep_aside(self.session()):
            self._stir()

    # -- looks

    def _dress(self, name: str) -> None:
        chosen = palette(name, self.options.colours)
        self.paint = Paint(looks(chosen), ascii_only=self.options.ascii_only, letters=self.options.letters)
        self.register_theme(textual_theme(chosen))
        self.theme = chosen.name
        if not self._variables:
            self._variables = self.get_css_variables()
            self.stylesheet.set_variables(self._variables)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets again; not where no colour has changed, as right after the start."""
        variables = self.get_css_variables()
        if variables != self._variables:
            self._variables = variables
            super().refresh_css(animate)

    def action_look(self, name: str) -> None:
        """Another theme."""
        self._dress(name)
        self.chosen_theme = self.theme
        self.browser.dress(self.paint)

    # -- leaving

    def session(self) -> Session:
        """What to remember of this run."""
        return to_remember(self.state, self.chosen_theme)

    def copy_to_clipboard(self, text: str) -> None:
        """What is cut or copied in a line that one types in; Textual would send it past tmux, and nothing as well."""
        from explorer.tui.clipboard import TooLongError, sequence

        if text:
            self._clipboard = text
            with suppress(TooLongError):
                self.send(sequence(text, os.environ))

    def send(self, sequence: str) -> None:
        """Send the terminal a sequence that draws nothing."""
        if isinstance(self._driver, CellDriver):
            self._driver.send(sequence)
