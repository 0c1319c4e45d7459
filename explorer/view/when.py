"""Where on a timeline one is: a period, where one came from, and what is let in; as the locator of a place."""

from __future__ import annotations

from explorer.values.lean import NamedTuple


class Where(NamedTuple):
    """A part of a timeline. Ids, kinds and periods have no `@`, so that they can be joined by it."""

    period: str = ""
    here: str = ""
    """The entity from which the reader came; it is marked."""
    kind: str = ""
    """Only entities of this kind."""
    source: str = ""
    """Only what rests on this source."""

    @property
    def locator(self) -> str:
        """As text."""
        return "@".join(self).rstrip("@")


def where(locator: str) -> Where:
    """The part that a locator names."""
    return Where(*locator.split("@")[:4])
