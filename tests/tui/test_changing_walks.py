"""Walks over data that change underfoot: whatever is pressed or written, the screen is that of the data."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest

from tests.tui.changing import Folder
from tests.tui.conftest import ANNALS, STATES
from tests.tui.driving import Driven, driven
from tests.view.conftest import ARRANGEMENTS, WORLD

WORDS = (
    "up down left right enter tab 1 2 3 r f n N m b t d s w exclamation_mark equals_sign number_sign p i a "
    "less_than_sign greater_than_sign minus escape slash G g o y question_mark ctrl+p z right_curly_bracket "
    "s t a t e backspace space 2 0 0 4 ctrl+u j k h l"
)
KEYS = WORDS.split()
SIZES = ((80, 24), (140, 40), (40, 12))
STEPS = 60
SHARE = 0.2
"""Of the steps that are a change of the data."""


class Writer:
    """Somebody who writes in the folder without much care."""

    def __init__(self, folder: Folder, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.whole = folder.text
        self.count = 0

    def write(self) -> None:
        """One change."""
        entries = re.split(r"(?m)^(?=[a-z])", self.folder.text)
        change = self.chance.choice((self._less, self._more, self._break, self._rename, self._line, self._vocabulary))
        at = self.chance.randrange(1, len(entries)) if len(entries) > 1 else 0
        self.count += 1
        self.folder.write("".join(change(entries, at)) if self.chance.random() < 0.8 else self.whole)

    def _less(self, entries: list[str], at: int) -> list[str]:
        return entries[:at] + entries[at + 1 :]

    def _more(self, entries: list[str], at: int) -> list[str]:
        kind = self.chance.choice(("body", "state", "event"))
        return [
            *entries[:at],
            f"new-{self.count}: {{kind: {kind}, name: New {self.count}, when: {{is: 2004, cite: early par 1}}}}\n",
            *entries[at:],
        ]

    def _break(self, entries: list[str], _: int) -> list[str]:
        return [*entries, f"lost-{self.count}: {{kind: body, name: 'Lost}}\n"]

    def _rename(self, entries: list[str], at: int) -> list[str]:
        old, _, rest = entries[at].partition(":\n")
        renamed = f"renamed-{self.count}:\n  old-ids: [{old}]\n{rest}" if rest else entries[at]
        return [*entries[:at], renamed, *entries[at + 1 :]]

    def _line(self, entries: list[str], at: int) -> list[str]:
        lines = entries[at].splitlines(keepends=True)
        if len(lines) > 1:
            del lines[self.chance.randrange(1, len(lines))]
        return [*entries[:at], *lines, *entries[at + 1 :]]

    def _vocabulary(self, entries: list[str], _: int) -> list[str]:
        path, away = self.folder.path / "vocab.yaml", self.folder.path / "vocab.off"
        if path.exists():
            path.rename(away)
        else:
            away.rename(path)
        return entries


@pytest.mark.parametrize("seed", range(6))
async def test_what_is_shown_is_what_is_in_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
    chance = random.Random(seed)
    folder = Folder(tmp_path / "data", WORLD + STATES + ANNALS)
    vocabulary = folder.path / "vocab.yaml"
    vocabulary.write_text(vocabulary.read_text("utf-8") + ARRANGEMENTS, "utf-8")
    writer = Writer(folder, chance)
    async with driven(folder.store(), size=SIZES[seed % len(SIZES)]) as explorer:
        for _ in range(STEPS):
            if chance.random() < SHARE:
                writer.write()
                await folder.read(explorer)
            else:
                await explorer.press(*chance.choices(KEYS, k=3))
            sound(explorer)


def sound(explorer: Driven) -> None:
    """The panes hold what the data say, and the cursor stands on a row of them."""
    assert explorer.app.is_running
    browser, tree, detail = explorer.browser, explorer.tree, explorer.detail
    assert detail.card is not None
    browser._cards.forget()
    assert detail.card.rows == browser.made(browser.here).rows
    assert not tree.nodes or tree.cursor < len(tree.nodes)
    assert not detail.stops or detail.row is None or detail.cursor in detail.stops
