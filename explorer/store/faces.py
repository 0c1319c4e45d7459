"""What the rows of others rest on in one entity: while that stays as it is, an edit changes only its own rows."""

from __future__ import annotations

from typing import NamedTuple

from explorer.dataset.records import Entity, Link
from explorer.store import sqlite
from explorer.store.times import Times, span
from explorer.store.words import FIELDS, names_of

_Link = tuple[str, str, str, bool]
"""Relation, target, role, and whether it belongs to a scenario or is denied: forests leave those out."""


class Source(NamedTuple):
    """What citations take from a document."""

    date: str
    """The first one, as written; the time of what it says."""
    locators: tuple[str, ...]
    notes: frozenset[tuple[str, str]]
    """Footnote and the id of the work behind it."""


class Face(NamedTuple):
    """One side of an entity: what is told elsewhere by it."""

    kind: str
    name: str
    seen: str
    names: frozenset[tuple[str, str]]
    """All that it is found by, each under its field."""
    former: frozenset[str]
    links: tuple[_Link, ...]
    source: Source | None


def face(number: int, entity: Entity, times: Times) -> Face:
    """The face of an entity as it is written now."""
    document = entity.document
    source = None
    if document is not None:
        date = document.dates[0].date.text if document.dates else ""
        notes = frozenset((note, work.id) for note, work in document.notes)
        source = Source(date, document.locators, notes)
    names = frozenset((FIELDS[field], text) for _, _, field, _, text, _, _ in names_of(number, entity))
    links = tuple(map(_link, entity.links))
    seen = span(entity, times).seen or ""
    return Face(entity.kind, entity.name, seen, names, frozenset(entity.old_ids), links, source)


def _link(link: Link) -> _Link:
    return link.relation, link.target.id, link.role, link.claim.mood in ("denied", "scenario")


def kept_face(number: int, connection: sqlite.Connection) -> Face:
    """The face of an entity as it was compiled."""

    def asked(query: str) -> list[tuple[str, ...]]:
        return connection.execute(query, (number,)).fetchall()

    ((kind, name, seen),) = asked("select kind, name, coalesce(seen, '') from entity where rowid = ?")
    source = None
    if asked("select type from document where entity = ?"):
        dates = asked("select time from claim where entity = ? and part = 'date' order by ord limit 1")
        locators = asked("select locator from passage where source = ? order by ord")
        notes = asked("select n.number, w.id from note n join entity w on w.rowid = n.work where n.source = ?")
        notes_of = frozenset((note, work) for note, work in notes)
        source = Source(dates[0][0] if dates else "", tuple(row[0] for row in locators), notes_of)
    links = asked(
        "select c.relation, t.id, coalesce(c.role, ''), coalesce(c.mood, '') in ('denied', 'scenario') "
        "from claim c join entity t on t.rowid = c.target where c.entity = ? and c.part = 'link' order by c.ord"
    )
    return Face(
        kind,
        name,
        seen,
        frozenset((field, text) for field, text in asked("select field, text from name where entity = ?")),
        frozenset(row[0] for row in asked("select id from former where entity = ?")),
        tuple((relation, target, role, bool(apart)) for relation, target, role, apart in links),
        source,
    )
