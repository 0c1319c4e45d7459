"""Fill the tables that finding rests on: names in static order of rank, their words, and what a slip makes of them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from explorer.dataset.records import Entity
from explorer.store.slips import deletions
from explorer.text import fold


class Name(NamedTuple):
    """A name as it is searched."""

    entity: int
    field: str
    text: str
    folded: str


def write_words(entities: list[Entity], connection: sqlite3.Connection) -> None:
    """Write names and facts for full-text search, and the vocabulary that forgives slips."""
    names = [name for number, entity in enumerate(entities, 1) for name in _names(number, entity)]
    order = {"name": 0, "short": 1, "also": 2, "id": 3}
    # Static rank: fewer words, then shorter, then as the fields stand; FTS5 then returns the best first by rowid.
    names.sort(key=lambda n: (n.folded.count(" "), len(n.folded), order[n.field], n.entity))
    rows = [(rowid, *name) for rowid, name in enumerate(names, 1)]
    connection.executemany("insert into name values (?, ?, ?, ?, ?)", rows)
    connection.executemany("insert into name_words (rowid, folded) values (?, ?)", ((row[0], row[4]) for row in rows))
    facts = connection.execute("select id, text, value from claim where part = 'fact'").fetchall()
    folded = ((id_, fold(f"{text} {value or ''}")) for id_, text, value in facts)
    connection.executemany("insert into fact_words (rowid, folded) values (?, ?)", folded)
    uses = Counter(word for name in names for word in set(name.folded.split()))
    connection.executemany("insert into word values (?, ?)", uses.items())
    slips = {(deletion, word) for word in uses for deletion in deletions(word)}
    connection.executemany("insert into slip values (?, ?)", sorted(slips))


def _names(number: int, entity: Entity) -> Iterator[Name]:
    """Each different name of an entity once, under its best field."""
    given = [("name", entity.name), ("short", entity.short), *(("also", alias.text) for alias in entity.also)]
    given += [("id", id_.replace("-", " ")) for id_ in (entity.id, *entity.old_ids)]
    seen = set()
    for field, text in given:
        folded = fold(text)
        if folded and folded not in seen:
            seen.add(folded)
            yield Name(number, field, text, folded)
