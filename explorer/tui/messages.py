"""What widgets tell their screen: requests, never orders to siblings."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class EntityWanted(Message):
    """Someone chose an entity."""

    id: str


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
class PaneEntered(Message):
    """The focus is on another pane."""

    pane: str
