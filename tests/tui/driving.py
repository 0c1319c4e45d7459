"""An explorer without a terminal: driven by keys, read by what its panes hold."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from textual import events
from textual.pilot import Pilot

from explorer.store.read import Store
from explorer.tui.app import Explorer, Options
from explorer.tui.screens.browser import Browser
from explorer.tui.screens.picker import Picker
from explorer.tui.widgets.bar import Bar
from explorer.tui.widgets.detail import DetailPane
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.tree import TreePane

CLEAN = Options()
"""A start without anything said or remembered."""
CHARACTERS = {
    "space": " ",
    "minus": "-",
    "slash": "/",
    "comma": ",",
    "full_stop": ".",
    "question_mark": "?",
    "exclamation_mark": "!",
    "equals_sign": "=",
    "number_sign": "#",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}
"""Textual's name of a key to the character that it types."""
PATIENCE = 60.0
"""Seconds after which a key that is still under way never ends."""
ROUNDS = 4
"""How often messages go round: one asks for another, and a dialog fills itself once it has been drawn."""


class Driven:
    """An explorer under test."""

    def __init__(self, app: Explorer, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # -- what is seen

    @property
    def browser(self) -> Browser:
        """Its one screen, whatever lies on top."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Browser))

    @property
    def tree(self) -> TreePane:
        """The tree pane."""
        return self.browser.tree_pane

    @property
    def detail(self) -> DetailPane:
        """The detail pane."""
        return self.browser.detail

    @property
    def node(self) -> str:
        """The key of the tree's row under the cursor."""
        return self.tree.node.key if self.tree.node else ""

    @property
    def labels(self) -> list[str]:
        """The names in the tree."""
        return [node.label for node in self.tree.nodes]

    @property
    def title(self) -> str:
        """What the detail pane shows."""
        card = self.detail.card
        return card.rows[0].text if card else ""

    @property
    def row(self) -> str:
        """The row of the detail under the cursor."""
        row = self.detail.row
        return f"{row.value} {row.text}".strip() if row else ""

    @property
    def text(self) -> str:
        """All that the detail pane says, a row a line."""
        rows = self.detail.card.rows if self.detail.card else ()
        return "\n".join(" ".join(filter(None, (row.value, row.text, *row.notes, row.source))) for row in rows)

    @property
    def footer(self) -> str:
        """The keys on offer."""
        return self.browser.query_one("#footer", Bar).left

    @property
    def told(self) -> str:
        """What the footer says, until the next key."""
        bar = self.browser.query_one("#footer", Bar)
        return bar.right if bar.loud else ""

    @property
    def header(self) -> str:
        """Both parts of the header."""
        bar = self.browser.query_one("#header", Bar)
        return f"{bar.left}{bar.right}"

    @property
    def picker(self) -> Picker:
        """The list on top of everything."""
        assert isinstance(self.app.screen, Picker)
        return self.app.screen

    @property
    def choices(self) -> list[str]:
        """The lines of the list on top that are left."""
        return [one.label for one in self.picker.shown]

    def drawn(self, pane: Lines) -> list[str]:
        """The lines of a pane as they are drawn."""
        return [pane.render_line(y).text for y in range(pane.size.height)]

    # -- what is done

    async def press(self, *keys: str) -> None:
        """Press keys in one go, as on a slow line, and wait until all have done what they do.

        The pilot's own way waits after each key for the machine to be idle: ten times as long, and wrong on a busy one.
        """
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else CHARACTERS.get(key)))
        await self.settle()

    async def settle(self) -> None:
        """Wait until no key is under way, and everything that they asked for has been done."""
        deadline = monotonic() + PATIENCE
        await self.pilot.pause(0)
        while self.app.is_running and (self.app._typed or self.app._under_way):
            assert monotonic() < deadline, "a key hangs"
            await asyncio.sleep(0)  # lets the app go on; nothing is waited for
        for _ in range(ROUNDS):
            await self.pilot.pause(0)

    async def type(self, text: str) -> None:
        """Type letter by letter."""
        names = {character: name for name, character in CHARACTERS.items()}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def choose(self, words: str) -> None:
        """Do what the palette finds for these words."""
        await self.press("ctrl+p")
        await self.type(words)
        await self.press("enter")

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    def stand_on(self, words: str) -> None:
        """Put the detail's cursor on the first row that says so; the keys for moving have tests of their own."""
        detail = self.detail
        assert detail.card is not None
        rows = detail.card.rows
        detail.cursor = next(n for n in detail.stops if words in f"{rows[n].value} {rows[n].text}")


@asynccontextmanager
async def driven(
    store: Store,
    entity: str = "",
    day: str = "",
    *,
    size: tuple[int, int] = (80, 24),
    options: Options = CLEAN,
    app_class: type[Explorer] = Explorer,
) -> AsyncIterator[Driven]:
    """An explorer that is ready for keys."""
    app = app_class(store, options._replace(entity=entity or options.entity, day=day or options.day))
    async with app.run_test(size=size) as pilot:
        explorer = Driven(app, pilot)
        await explorer.settle()
        yield explorer
