"""What widgets tell their screen: requests, never orders to siblings."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class EntityWanted(Message):
    """Someone chose an entity."""

    id: str
    key: str = ""
    """The key of its statement that is wanted, if one is."""
    claim: int = 0
    """The same by the claim's number."""
    stay: bool = False
    """Where one is typing, one wants to go on."""


@dataclass
class SourceWanted(Message):
    """Someone wants to know where a claim stands."""

    claim: int


@dataclass
class TreeWanted(Message):
    """Someone wants to go back to the tree."""


@dataclass
class QueryChanged(Message):
    """The search line holds other words."""

    query: str


@dataclass
class FurtherWanted(Message):
    """Nothing was found, and someone wants to look further: in facts, in other kinds, on any day."""

    way: str


@dataclass
class PasteCut(Message):
    """More was pasted than a query may hold."""

    letters: int
    """How many were taken."""


@dataclass
class PaneEntered(Message):
    """The focus is on another pane."""

    pane: str


@dataclass
class PassageWanted(Message):
    """Someone wants what rests on a passage of a source."""

    source: str
    locator: str


@dataclass
class ViewWanted(Message):
    """Someone wants a view: its kind, the entity that it is about, and where in it."""

    kind: str
    id: str
    locator: str


@dataclass
class EntryWanted(Message):
    """Someone wants to see what is written at a line of a file."""

    file: str
    line: int


@dataclass
class Scrolled(Message):
    """Other lines are shown than before."""


@dataclass
class FoldWanted(Message):
    """Someone wants a long group of rows whole, or short again."""

    heading: str


@dataclass
class SoughtChanged(Message):
    """The line for finding holds other words."""

    text: str
