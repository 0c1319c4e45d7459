"""Where one is and where one was. A plain object: tests drive it without an app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

ENTITY, SOURCE, PASSAGE, PROBLEMS, BRIEF, ABOUT = "entity", "source", "passage", "problems", "brief", "about"
"""Places that are no view; the kinds of views stand in `explorer.view.rows`."""
LONGEST = 500
"""Places remembered; older ones are forgotten."""


class Place(NamedTuple):
    """Something that the detail pane shows."""

    kind: str
    """entity | source | passage | problems | brief | about, or a view: timeline …"""
    id: str = ""
    """The entity, for an entity's card; the source, for a passage."""
    claim: int = 0
    """The claim, for a source card."""
    locator: str = ""
    """The passage of a source, or the part of a view; empty for all of it."""
    row: int = -1
    """The row on which the cursor stood; -1 for the first."""
    pane: str = ""
    """The pane that had the focus when it was left."""
    day: str = ""
    """The as-of date under which it was seen."""

    @property
    def key(self) -> str:
        """What it is remembered by where its groups are unfolded."""
        return f"{self.kind}:{self.id}:{self.claim}:{self.locator}"

    def same(self, other: Place | None) -> bool:
        """Whether it is the same place, wherever the cursor stood there."""
        return other is not None and self._replace(row=-1, pane="") == other._replace(row=-1, pane="")


class History:
    """Places in the order of visiting, with a way back and forward."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.at = -1
        self.last: Place | None = None
        """The place that was shown before this one, whichever way one went."""
        self._followed = False

    @property
    def here(self) -> Place | None:
        """The place that is shown."""
        return self.places[self.at] if self.places else None

    def go(self, place: Place) -> None:
        """Visit a place; what lay ahead is forgotten."""
        if place.same(self.here):
            self._followed = False
            return
        self.last = self.here or self.last
        self.places = [*self.places[: self.at + 1], place][-LONGEST:]
        self.at = len(self.places) - 1
        self._followed = False

    def follow(self, place: Place) -> None:
        """Look at a place in passing: stepping through a tree leaves one place behind, not one a step."""
        last = self.last
        passing = self._followed
        if passing:
            self.places = self.places[: self.at]
            self.at -= 1
        self.go(place)
        if passing:
            self.last = last
        self._followed = self.here is not None and self.here.row == -1

    def join(self) -> None:
        """Make one of places that have become the same and stand one after the other: back leads somewhere else."""
        places: list[Place] = []
        at = self.at
        for number, place in enumerate(self.places):
            if not place.same(places[-1] if places else None):
                places.append(place)
                continue
            if number == self.at:
                places[-1] = place
                self._followed = False
            at -= number <= self.at
        self.places, self.at = places, at

    def settle(self) -> None:
        """What was looked at in passing counts as visited."""
        self._followed = False

    def replace(self, place: Place) -> None:
        """Another place in the stead of the one that is shown, which is no more."""
        if self.places:
            self.places[self.at] = place

    def note(self, row: int, pane: str = "") -> None:
        """Remember the row on which the cursor stands in the place that is shown, and the pane in focus."""
        if self.here is not None:
            self.places[self.at] = self.here._replace(row=row, pane=pane)

    def back(self) -> Place | None:
        """The place before; None at the first."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """The place after; None at the last."""
        return self._step(1)

    def _step(self, by: int) -> Place | None:
        if not 0 <= self.at + by < len(self.places):
            return None
        self.last = self.here
        self.at += by
        self._followed = False
        return self.here


class Marks:
    """What is marked for the brief, in the order of marking: entities, and statements of an entity by their key."""

    def __init__(self, kept: Iterable[tuple[str, str]] = ()) -> None:
        self._kept = dict.fromkeys(kept)  # asked for each row at each step

    def toggle(self, entity: str, key: str = "") -> bool:
        """Mark, or take the mark away; whether it is marked now."""
        mark = (entity, key)
        if mark in self._kept:
            del self._kept[mark]
            return False
        self._kept[mark] = None
        return True

    @property
    def kept(self) -> list[tuple[str, str]]:
        """All of them."""
        return list(self._kept)

    def __contains__(self, mark: tuple[str, str]) -> bool:
        return mark in self._kept

    def __len__(self) -> int:
        return len(self._kept)


class State:
    """Everything about a session that is not on the screen."""

    def __init__(self, arrangement: str, day: str = "") -> None:
        self.history = History()
        self.arrangement = arrangement
        self.day = day
        """The as-of date, as typed; empty for none."""
        self.open: dict[str, set[str]] = {}
        """Open branches by arrangement."""
        self.unfolded: set[tuple[str, str]] = set()
        """Long groups of rows that are shown whole: (entity, heading)."""
        self.sizes: dict[str, int] = {}
        """Pane to its columns, where a reader has moved its edge."""
        self.marks = Marks()

    @property
    def branches(self) -> set[str]:
        """The open branches of the arrangement that is shown."""
        return self.open.setdefault(self.arrangement, set())
