"""Fill the tables that finding rests on: names in static order of rank, their words, and what a slip makes of them.

Rows go from table to table without being collected here; only the vocabulary, which grows far more slowly than the
names do, is held in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from explorer.dataset.records import Entity
from explorer.store import sqlite
from explorer.store.initials import letters_of
from explorer.store.query import folded, pieces
from explorer.store.scripts import is_cyrillic, latin
from explorer.store.slips import deletions

FIELDS = ("name", "short", "also", "id")
"""From the best to the last; of the same text under two, the better one is kept."""


def write_words(entities: Iterable[Entity], connection: sqlite.Connection) -> None:
    """Write names, facts and posts with their holders for full-text search, and the vocabulary that forgives slips."""
    _write_names(entities, connection)
    uses: Counter[str] = Counter()
    spelt: Counter[str] = Counter()
    said: Counter[str] = Counter()
    names = connection.execute("select rowid, folded, spelt from name order by rowid")
    rows = ((rowid, _counted(words, uses) + _counted(_others(others), spelt)) for rowid, words, others in names)
    connection.executemany("insert into name_words (rowid, folded) values (?, ?)", rows)
    facts = ((number, _counted(text, said), beside) for number, text, beside in facts_in(connection))
    connection.executemany("insert into fact_words (rowid, folded, beside) values (?, ?, ?)", facts)
    known = sorted(uses.keys() | spelt.keys() | said.keys())
    words = ((word, uses[word] + spelt[word], said[word], word in uses or word in said) for word in known)
    connection.executemany("insert into word values (?, ?, ?, ?)", words)
    write_slips(known, connection)
    for table in ("name_words", "fact_words"):  # in one piece, so that a first query reads few pages
        connection.execute(f"insert into {table} ({table}) values ('optimize')")


def write_slips(known: Iterable[str], connection: sqlite.Connection) -> None:
    """What slips make of words that are new to the vocabulary."""
    slips = ((deletion, word) for word in known for deletion in deletions(word))
    connection.executemany("insert into slip values (?, ?)", slips)


def facts_in(connection: sqlite.Connection, entity: int | None = None) -> Iterator[tuple[int, str, str]]:
    """Of each fact, and each post with its holder: its number, its words, and those of the things that it is about;
    with an entity, of its claims only."""
    whose = "" if entity is None else "and c.entity = :entity"
    facts = connection.execute(
        "select c.id, c.text || ' ' || coalesce(c.value, ''), e.name || ' ' || coalesce(c.about, '') || ' ' || "
        "coalesce((select o.name from entity o where o.rowid = c.of), '') "
        f"from claim c join entity e on e.rowid = c.entity where c.part = 'fact' {whose} "
        "union all select c.id, c.role || ' ' || t.name, e.name from relation r join claim c on c.relation = r.name "
        "join entity e on e.rowid = c.entity join entity t on t.rowid = c.target "
        f"where r.means = 'post' and c.role is not null {whose} order by 1",
        {"entity": entity},
    )
    return ((number, folded(text), folded(beside)) for number, text, beside in facts)


def _write_names(entities: Iterable[Entity], connection: sqlite.Connection) -> None:
    """Static rank: fewer words, then shorter, then as the fields stand; FTS5 then returns the best first by rowid."""
    connection.execute(
        "create temp table given (words integer, letters integer, field integer, entity integer, text text, "
        "folded text, spelt text)"
    )
    rows = (row for number, entity in enumerate(entities, 1) for row in names_of(number, entity))
    connection.executemany("insert into given values (?, ?, ?, ?, ?, ?, ?)", rows)
    fields = " ".join(f"when {order} then '{field}'" for order, field in enumerate(FIELDS))
    connection.execute(
        f"insert into name (entity, field, text, folded, spelt) "
        f"select entity, case field {fields} end, text, folded, spelt from given order by words, letters, field, entity"
    )
    connection.execute("drop table given")
    given = connection.execute("select rowid, text from name where field in ('name', 'short')")
    initials = ((letters, rowid) for rowid, text in given for letters in sorted(letters_of(text)))
    connection.executemany("insert or ignore into initials values (?, ?)", initials)


def names_of(number: int, entity: Entity) -> Iterator[tuple[int, int, int, int, str, str, str | None]]:
    """Each different name of an entity once, under its best field: words, letters, the field's place, the entity's
    number, the name, the name folded, and its other spellings."""
    given = [(0, entity.name), (1, entity.short), *((2, alias.text) for alias in entity.also)]
    given += [(3, id_.replace("-", " ")) for id_ in (entity.id, *entity.old_ids)]
    seen = set()
    for field, text in given:
        words = folded(text)
        if words and words not in seen:
            seen.add(words)
            yield words.count(" "), len(words), field, number, text, words, _spelt(text)


def _spelt(text: str) -> str | None:
    """Each word of a name in Latin letters; a word that has no other spelling stands as it is."""
    if text.isascii() or not is_cyrillic(text):
        return None
    made = []
    for word, start, end in pieces(text):
        others = latin(text[start:end]) if is_cyrillic(word) else ()
        made.append("|".join(others) or word)
    return " ".join(made)


def _others(spelt: str | None) -> str:
    """The spellings of a name's words behind them, in one line."""
    return f" {spelt.replace('|', ' ')}" if spelt else ""


def _counted(text: str, counter: Counter[str]) -> str:
    counter.update(set(text.split()))
    return text
