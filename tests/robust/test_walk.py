"""Short walks, the same each time; and every walk that ever went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import Phase

from explorer.tui.commands import COMMANDS, Command
from tests.robust.walk import rooms, walks
from tests.robust.walking.line import OnLine
from tests.robust.walking.steps import KEYS, read, sent
from tests.robust.walking.walk import Walk

FOUND = sorted((Path(__file__).parent / "found").glob("*.walk"))


def test_a_walk_of_some_hundred_steps_goes_well() -> None:
    walks(Walk, None, 6, 28, phases=[Phase.generate, Phase.shrink])


def test_a_walk_through_a_terminal_goes_well() -> None:
    walks(OnLine, None, 2, 6, phases=[Phase.generate])


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_went_wrong_once_goes_well(path: Path) -> None:
    with rooms() as folder:
        walk = Walk(folder)
        try:
            for step in read(path):
                walk.do(step)
        finally:
            walk.close()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_walk_knows_every_key(command: Command) -> None:
    assert set(command.keys) <= set(KEYS)
    assert all(map(sent, command.keys))
