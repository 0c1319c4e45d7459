"""Write edited entries into a compiled data set, so that it is what a full compilation would have made.

The rows of an edited entry are written anew, and what is counted or collected from the rows of many is put right. Where
that cannot be done to the letter, nothing is: the folder is compiled as a whole. tests/store/test_patch.py holds each
table against one of a full compilation.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from explorer.dataset.records import Entity
from explorer.store import sqlite
from explorer.store.cited import sayings, write_source
from explorer.store.edits import Edits, TooMuchError, mentioned
from explorer.store.entries import ROOM, Found, Writer, write_troubles
from explorer.store.faces import face, kept_face
from explorer.store.fresh import doubtful
from explorer.store.groups import write_outside
from explorer.store.pointers import MARKED
from explorer.store.sink import Sink
from explorer.store.slips import deletions
from explorer.store.troubles import Trouble, within
from explorer.store.words import facts_in, write_slips
from explorer.values import dates

_OWN = {"entity": "rowid", "document": "entity", "identifier": "entity", "former": "entity", "claim": "entity"}
"""Tables of what an entry says, and the column with its number."""


def patch(edits: Edits, connection: sqlite.Connection) -> None:
    """Bring a copy of what was compiled up to date. Raises TooMuchError, after which the copy is of no use."""
    for pragma in ("journal_mode=off", "synchronous=off"):
        connection.execute(f"pragma {pragma}")
    connection.execute("begin")
    if edits.entities:
        _Patch(edits, connection).write()
    moves = [(lines, number) for number, lines in edits.moved]
    connection.executemany("update entity set line = line + ?1, last_line = last_line + ?1 where rowid = ?2", moves)
    connection.executemany("update claim set line = line + ? where entity = ?", moves)
    connection.executemany("update block set digest = ?2 where number = ?1", edits.blocks)
    connection.executemany("update file set stamp = ?2 where name = ?1", edits.stamps.items())
    connection.executemany("update file set digest = ?2 where name = ?1", edits.digests.items())
    read = dict(connection.execute("select name, digest from file"))
    connection.execute("delete from again")
    again = doubtful(edits.stamps, read, edits.clock)
    connection.executemany("insert into again values (?)", ((name,) for name in again))
    connection.commit()


class _Patch:
    """The rows of edited entries, and what is made of those of many."""

    def __init__(self, edits: Edits, connection: sqlite.Connection) -> None:
        self.edits = edits
        self.connection = connection
        self.sink = Sink(connection)
        self.writer = Writer(edits.words, self.sink)
        self.said = Counter[str]()
        """Words, and in how many facts more or fewer they are now."""
        for number, entity in edits.entities.items():
            self._tell(number, entity)

    def _asked(self, query: str, *given: int | str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query, given).fetchall()

    def write(self) -> None:
        """Take out what each entry said, write what it says, and put right what many share."""
        found = [(number, trouble) for number in self.edits.entities for trouble in self._entry(number)]
        cited = self._cited()
        self._take_out()
        self.sink.flush()
        self._put_in()
        for source in sorted(cited | self._cited()):
            for table in ("spot", "resting"):
                self.connection.execute(f"delete from {table} where source = ?", (source,))
            write_source(self.connection, source, self.sink)
        self.sink.flush()
        self.connection.execute("delete from outside")
        write_outside(self.connection)
        self._count_words()
        self._write_troubles(found)

    # -- what an entry refers to

    def _tell(self, number: int, entity: Entity) -> None:
        """Tell the writer of all that an entry refers to."""
        self.writer.numbers[entity.id] = number
        self.writer.degrees[entity.id] = self._asked("select links from entity where rowid = ?", number)[0][0]
        for id_ in mentioned(entity):
            self._know(id_)
        for claim in entity.claims:
            for cite in claim.cites:
                self._know(self.writer.times.work(cite.citation.source, cite.citation.footnote))
        self.writer.times.know(entity)

    def _know(self, id_: str) -> None:
        """The number of an entity, and what citations need of it if it is a document."""
        numbers, times = self.writer.numbers, self.writer.times
        if not id_ or (id_ in numbers and id_ in times.notes):
            return
        number = numbers[id_] = self._asked("select rowid from entity where id = ?", id_)[0][0]
        for (date,) in self._asked("select time from claim where entity = ? and part = 'date' and ord = 0", number):
            times.dates[id_] = dates.parse(date)
        query = "select n.number, w.id from note n join entity w on w.rowid = n.work where n.source = ?"
        times.notes[id_] = dict(self._asked(query, number))

    # -- its own rows

    def _entry(self, number: int) -> list[Trouble]:
        """Have the rows of an entry written; what is in trouble within it."""
        entity = self.edits.entities[number]
        ((first, last),) = self._asked("select min(id), max(id) from claim where entity = ?", number)
        if first is None or kept_face(number, self.connection) != face(number, entity, self.writer.times):
            raise TooMuchError
        self.writer.claims = first - 1
        stated = self.writer.entity(number, entity)
        if not stated or _rooms(self.writer.claims) != _rooms(last):
            raise TooMuchError
        return within(stated, self.edits.words)

    def _take_out(self) -> None:
        delete = "insert into fact_words (fact_words, rowid, folded, beside) values ('delete', ?, ?, ?)"
        facts = [fact for number in self.edits.entities for fact in facts_in(self.connection, number)]
        for fact in facts:  # found by the names of all at its ends, so that none of them may be gone yet
            self.said.subtract(set(fact[1].split()))
            self.connection.execute(delete, fact)
        for number in self.edits.entities:
            for table in ("cite", "saying", "pointer"):
                query = f"delete from {table} where claim in (select id from claim where entity = ?)"
                self.connection.execute(query, (number,))
            for table, column in _OWN.items():
                self.connection.execute(f"delete from {table} where {column} = ?", (number,))

    def _put_in(self) -> None:
        insert = "insert into fact_words (rowid, folded, beside) values (?, ?, ?)"
        for number in self.edits.entities:
            for fact in list(facts_in(self.connection, number)):
                self.said.update(set(fact[1].split()))
                self.connection.execute(insert, fact)
            self.sink.extend("saying", sayings(self.connection, number))
        self.sink.flush()

    # -- what many share

    def _cited(self) -> set[int]:
        """The sources on which the edited entries rest."""
        query = "select distinct i.source from claim c join cite i on i.claim = c.id where c.entity = ?"
        return {row[0] for number in self.edits.entities for row in self._asked(query, number)}

    def _count_words(self) -> None:
        """The vocabulary, as far as words stand in more or fewer facts than before."""
        for word, more in self.said.items():
            if not more:
                continue
            (uses, said), *_ = self._asked("select uses, said from word where word = ?", word) or [(0, 0)]
            if not uses + said:
                self.connection.execute("insert into word values (?, 0, ?, 1)", (word, more))
                write_slips([word], self.connection)
            elif uses + said + more:
                written = said + more > 0 or self._is_in_a_name(word)
                self.connection.execute(
                    "update word set said = ?, written = ? where word = ?", (said + more, written, word)
                )
            else:
                self.connection.execute("delete from word where word = ?", (word,))
                slips = ((deletion, word) for deletion in deletions(word))
                self.connection.executemany("delete from slip where deletion = ? and word = ?", slips)

    def _is_in_a_name(self, word: str) -> bool:
        """Whether someone wrote it in a name; else one is only spelt so in Latin letters."""
        query = "select n.folded from name_words w join name n on n.rowid = w.rowid where name_words match ?"
        return any(word in folded.split(" ") for (folded,) in self._asked(query, f'"{word}"'))

    def _write_troubles(self, found: list[Found]) -> None:
        """Those of the edited entries, those between entries, and all others as they were."""
        claims: dict[int, list[int]] = {}
        for trouble, claim in self._asked("select trouble, claim from trouble_claim order by trouble, ord"):
            claims.setdefault(trouble, []).append(claim)
        for id_, entity, kind, about, text in self._asked(
            "select id, entity, kind, coalesce(about, ''), text from trouble order by id"
        ):
            if entity not in self.edits.entities and kind not in MARKED:
                found.append((entity, Trouble(kind, about, text, tuple(claims[id_]))))
        for table in ("trouble", "trouble_claim"):
            self.connection.execute(f"delete from {table}")
        write_troubles(found, self.connection)


def _rooms(claims: int) -> int:
    """How many rooms so many claims fill."""
    return -(-claims // ROOM)
