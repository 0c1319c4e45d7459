"""An app that follows its data folder: what is read again reaches the screen between two keys."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from explorer.store.read import Store
from explorer.tui.keys import OrderedKeys

if TYPE_CHECKING:
    from explorer.tui.watching import Pace, Reading, Watcher  # after the first frame


class DataRead(Message):
    """The data folder has been read again."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class Following(OrderedKeys):
    """Keeps a watcher, and hands on what it brings."""

    watcher: Watcher | None = None
    pace: Pace | None = None
    """How often to look, where not as usual."""

    @abstractmethod
    def take(self, reading: Reading) -> None:
        """Show what was read."""

    def follow_data(self, store: Store) -> None:
        """Watch the folder of a store from now on, if it can change."""
        from explorer.tui.watching import watched

        if self.watcher is None and watched(store):
            self._watch(store)

    def look_again(self, store: Store) -> None:
        """Look at once, although nobody watches: the reader has changed a file."""
        if self.watcher is None:
            self._watch(store)
        assert self.watcher is not None
        self.watcher.look()

    def _watch(self, store: Store) -> None:
        from explorer.tui.watching import PACE, Watcher

        self.watcher = Watcher(store, lambda reading: self.post_message(DataRead(reading)), self.pace or PACE)
        self.watcher.start()

    def on_data_read(self, message: DataRead) -> None:
        """Whatever key is under way comes first."""
        self.between_keys(partial(self.take, message.reading))

    def on_unmount(self) -> None:
        """Nobody is left to be told."""
        if self.watcher is not None:
            self.watcher.stop()
