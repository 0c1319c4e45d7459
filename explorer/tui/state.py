"""Where one is and where one was. A plain object: tests drive it without an app."""

from __future__ import annotations

from typing import NamedTuple

ENTITY, SOURCE, PROBLEMS = "entity", "source", "problems"
LONGEST = 500
"""Places remembered; older ones are forgotten."""


class Place(NamedTuple):
    """Something that the detail pane shows."""

    kind: str
    """entity | source | problems"""
    id: str = ""
    """The entity, for an entity's card."""
    claim: int = 0
    """The claim, for a source card."""
    row: int = -1
    """The row on which the cursor stood; -1 for the first."""
    day: str = ""
    """The as-of date under which it was seen."""


class History:
    """Places in the order of visiting, with a way back and forward."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.at = -1
        self._followed = False

    @property
    def here(self) -> Place | None:
        """The place that is shown."""
        return self.places[self.at] if self.places else None

    def go(self, place: Place) -> None:
        """Visit a place; what lay ahead is forgotten."""
        if self.here is not None and self.here._replace(row=-1) == place._replace(row=-1):
            self._followed = False
            return
        self.places = [*self.places[: self.at + 1], place][-LONGEST:]
        self.at = len(self.places) - 1
        self._followed = False

    def follow(self, place: Place) -> None:
        """Look at a place in passing: stepping through a tree leaves one place behind, not one a step."""
        if self._followed:
            self.places = self.places[: self.at]
            self.at -= 1
        self.go(place)
        self._followed = self.here is not None and self.here.row == -1

    def settle(self) -> None:
        """What was looked at in passing counts as visited."""
        self._followed = False

    def note(self, row: int) -> None:
        """Remember the row on which the cursor stands in the place that is shown."""
        if self.here is not None:
            self.places[self.at] = self.here._replace(row=row)

    def back(self) -> Place | None:
        """The place before; None at the first."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """The place after; None at the last."""
        return self._step(1)

    def _step(self, by: int) -> Place | None:
        if not 0 <= self.at + by < len(self.places):
            return None
        self.at += by
        self._followed = False
        return self.here


class State:
    """Everything about a session that is not on the screen."""

    def __init__(self, arrangement: str, day: str = "") -> None:
        self.history = History()
        self.arrangement = arrangement
        self.day = day
        """The as-of date, as typed; empty for none."""
        self.open: dict[str, set[str]] = {}
        """Open branches by arrangement."""

    @property
    def branches(self) -> set[str]:
        """The open branches of the arrangement that is shown."""
        return self.open.setdefault(self.arrangement, set())
