"""What a data set says, as records: entities with their names, times, links and facts, and the claim behind each."""

from __future__ import annotations

from typing import NamedTuple

from explorer.dataset.report import Place
from explorer.values.dates import Date
from explorer.values.locators import Citation
from explorer.values.quantities import Quantity


class Reference(NamedTuple):
    """The id of another entity, and where it is written."""

    id: str
    place: Place


class Cite(NamedTuple):
    """A citation, and where it is written."""

    citation: Citation
    place: Place


class Pointer(NamedTuple):
    """Another statement, meant by its citation; `entity` narrows it to the claims of one."""

    cite: Cite
    entity: Reference | None


class Claim(NamedTuple):
    """Who says something, when, how surely and on what ground: the part that facts, links and times share."""

    when: Date | None = None
    said: Date | None = None
    undated: bool = False
    """`said: undated`: nobody can tell when it was stated."""
    by: Reference | None = None
    mood: str = ""
    doubt: str = ""
    likely: str = ""
    against: tuple[Pointer, ...] = ()
    repeats: tuple[Pointer, ...] = ()
    note: str = ""
    cites: tuple[Cite, ...] = ()


class Life(NamedTuple):
    """A time of an entity: its life, or a document's date."""

    date: Date
    claim: Claim
    place: Place


class Alias(NamedTuple):
    """Another name; one whose claim has a `when` was the name at that time."""

    text: str
    lang: str
    claim: Claim
    place: Place


class Link(NamedTuple):
    """A statement that relates an entity to another."""

    relation: str
    target: Reference
    role: str
    claim: Claim
    place: Place


class Fact(NamedTuple):
    """A statement in our own words, with the figure in it, if there is one."""

    text: str
    about: str
    value: Quantity | None
    of: Reference | None
    claim: Claim
    place: Place


class Document(NamedTuple):
    """What only documents have. Every document is also a source."""

    type: str = ""
    dates: tuple[Life, ...] = ()
    language: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    accessed: str = ""
    locators: tuple[str, ...] = ()
    """The passages that exist in it, one by one; empty where nobody listed them."""
    notes: tuple[tuple[str, Reference], ...] = ()
    """Footnote number and the work behind it."""
    bare: tuple[tuple[str, str], ...] = ()
    """Passages that carry no fact and no link of their own, and why not."""


class Entity(NamedTuple):
    """One thing of the data set."""

    id: str
    kind: str
    name: str
    place: Place
    short: str = ""
    also: tuple[Alias, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    old_ids: tuple[str, ...] = ()
    lives: tuple[Life, ...] = ()
    mood: str = ""
    summary: str = ""
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    document: Document | None = None

    @property
    def file(self) -> str:
        """The file that defines it."""
        return self.place.block.file

    @property
    def line(self) -> int:
        """The line of that file, from 1."""
        return self.place.block.line + self.place.line

    @property
    def last_line(self) -> int:
        """The last line of its entry in that file."""
        return self.place.block.line + self.place.block.text.rstrip("\n").count("\n")

    @property
    def claims(self) -> list[Claim]:
        """Every claim in it."""
        dates = self.document.dates if self.document else ()
        times = [life.claim for life in (*dates, *self.lives)] + [alias.claim for alias in self.also]
        return times + [link.claim for link in self.links] + [fact.claim for fact in self.facts]
