"""A data folder that changes while an explorer shows it."""

from __future__ import annotations

import os
from pathlib import Path

from explorer.store import cache
from explorer.store.read import Store
from explorer.tui.watching import Reading
from tests import builders
from tests.tui.driving import Driven


class Folder:
    """A folder of one file beside vocabulary and sources, compiled anew whenever it is read."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = builders.make_folder(path, text)

    @property
    def text(self) -> str:
        """What is in the file."""
        return (self.path / "data.yaml").read_text("utf-8")

    def write(self, text: str) -> None:
        """Put something else into the file, at once: somebody may look at any moment."""
        builders.write(self.path, ".new", text).replace(self.path / "data.yaml")

    def change(self, old: str, new: str) -> None:
        """Put some words in the stead of others, which are there."""
        assert old in self.text
        self.write(self.text.replace(old, new))

    def store(self) -> Store:
        """The folder as it is now."""
        made = cache.open_store(os.fspath(self.path))
        builders.OPEN.append(made)
        return made

    async def read(self, explorer: Driven) -> None:
        """Have the explorer take what is in the folder now, between two keys."""
        explorer.app.between_keys(lambda: explorer.app.take(Reading(self.store())))
        await explorer.settle()
