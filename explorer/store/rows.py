"""What the store answers with: frozen rows."""

from __future__ import annotations

from explorer.values.dates import Date
from explorer.values.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.store.ranking import Word


class Ref(NamedTuple):
    """An entity as others mention it."""

    id: str
    kind: str
    name: str


class Entity(NamedTuple):
    """An entity itself; its days are ISO text or None where nothing is known."""

    number: int
    id: str
    kind: str
    name: str
    short: str
    mood: str
    summary: str
    seen: str | None
    begin: str | None
    begin_latest: str | None
    end_earliest: str | None
    end: str | None
    links: int
    file: str
    line: int
    life: str = ""
    """Its life in words, marks of doubt included, where one date says all of it."""

    @property
    def ref(self) -> Ref:
        """The entity as others mention it."""
        return Ref(self.id, self.kind, self.name)


class Cite(NamedTuple):
    """A passage that carries a statement."""

    source: str
    """The source's id."""
    name: str
    """The source's short name."""
    locator: str
    display: str
    """`Jasutis §2.4 ¶2`."""
    work: str
    """The id of the work behind the footnote, or empty."""


class Claim(NamedTuple):
    """A statement: a fact, a link from one of its ends, a time of life, a document's date, or another name."""

    number: int
    part: str
    """fact | link | when | date | also"""
    key: str
    entity: Ref
    """The entity that makes the statement."""
    relation: str
    label: str
    """The relation as it reads from this end."""
    inverse: bool
    """A link seen from its target."""
    other: Ref | None
    """A link's other end."""
    role: str
    text: str
    lang: str
    about: str
    value: str
    low: float | None
    high: float | None
    unit: str
    of: Ref | None
    happened: Date | None
    said: Date | None
    undated: bool
    by: Ref | None
    mood: str
    doubt: str
    likely: str
    note: str
    basis: str
    time: Date | None
    """When it holds, after the rules of docs/data-format.md; a still open time ends where it is vouched for."""
    line: int
    answer: str | None = None
    """What it answers on the day asked; None where no day is asked or it has none."""
    shown: bool = True
    """False where the day asked leaves it out."""
    early: bool = False
    """A link that lasts as long as both ends, one of which has not begun by the day asked."""
    cites: tuple[Cite, ...] = ()
    troubles: tuple[str, ...] = ()
    """Kinds of trouble that it is in."""


class Trouble(NamedTuple):
    """Statements that cannot all be taken as they stand."""

    kind: str
    entity: Ref
    about: str
    text: str
    claims: tuple[int, ...]


class Hit(NamedTuple):
    """One entity found."""

    ref: Ref
    score: float
    field: str
    """What matched: name, short, also, id, initials or fact."""
    text: str
    """The name or fact that matched."""
    words: tuple[Word, ...] = ()
    """The words that were looked for, as they were read; what to mark follows from them."""
    claim: int = 0
    """The number of the statement that matched, where none of the names did."""


class Branch(NamedTuple):
    """A group of entities in the tree, not yet filled."""

    key: str
    label: str
    size: int
