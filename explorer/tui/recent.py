"""What was made last, so that going back and forth makes nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")
MOST = 32
"""Cards of a walk to and fro; with their lines two and a half megabytes, were they the thirty-two longest."""


class Recent(Generic[Made]):
    """Some things by their keys; the one not asked for longest makes room."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._kept: dict[Hashable, Made] = {}

    def of(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of this key, made if it is not here."""
        made = self._kept.pop(key) if key in self._kept else make()
        self._kept[key] = made
        if len(self._kept) > self.most:
            del self._kept[next(iter(self._kept))]
        return made

    def forget(self) -> None:
        """Everything has to be made anew."""
        self._kept.clear()
