"""The data that explorers under test show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.store.cache import open_store
from explorer.store.read import Store
from tests.builders import OPEN
from tests.view.conftest import WORLD, compiled

ROOT = Path(__file__).parent.parent.parent
STATES = "".join(
    f"""
state-{number:02}:
  kind: state
  name: State number {number:02}
  links:
    member-of: {{to: league, when: 1993/.., cite: early par 1}}
"""
    for number in range(1, 21)
)
"""So many members that the league's card has a long group."""
ANNALS = """
annals:
  kind: body
  name: Annals
  facts:
""" + "".join(f"    - {{text: Entry number {number:02}., cite: early par 6}}\n" for number in range(1, 21))
"""An entity with a long group of its own facts."""


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real data, compiled once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        made = open_store(str(ROOT / "data"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A small world with every row that a card can have, and two long groups."""
    made = compiled(tmp_path_factory.mktemp("small"), WORLD + STATES + ANNALS)
    OPEN.append(made)
    return made
