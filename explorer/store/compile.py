"""Write a checked data set into one SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import Any

from explorer.dataset.arrangements import Step, tree_steps
from explorer.dataset.loader import DataSet
from explorer.dataset.records import Alias, Cite, Claim, Entity, Fact, Life, Link
from explorer.dataset.vocabulary import Vocabulary
from explorer.store.cited import write_passages
from explorer.store.edges import write_forests
from explorer.store.groups import write_outside, year
from explorer.store.read import FORMAT
from explorer.store.times import Timed, Times, span
from explorer.store.troubles import Stated, find
from explorer.store.words import write_words
from explorer.text import fold
from explorer.values import dates, locators
from explorer.values.terms import OWN_TIME, TREE


def write(data: DataSet, connection: sqlite3.Connection) -> None:
    """Fill an empty database."""
    connection.execute("pragma journal_mode=off")
    connection.execute("pragma synchronous=off")
    with open(os.path.join(os.path.dirname(__file__), "schema.sql"), encoding="utf-8") as file:
        connection.executescript(file.read())
    connection.execute("begin")
    _write_vocabulary(data.words, connection)
    _Writer(data, connection).write()
    write_forests(connection, _forests(data.words))
    write_passages(connection)
    write_outside(connection)
    write_words(data.entities, connection)
    _rows(connection, "problem", ((n, *problem) for n, problem in enumerate(data.problems)))
    _rows(connection, "block", data.nodes.items())
    _rows(connection, "meta", _meta(data))
    connection.commit()
    connection.execute("pragma optimize")


def _forests(words: Vocabulary) -> dict[str, tuple[Step, ...]]:
    """Every forest by its name; the one that views take for the structure first."""
    levels = [level for made in words.arrangements.values() for level in made.levels]
    trees = {name: relation.tree for name, relation in words.relations.items()}
    return {TREE: tree_steps(trees)} | {level.name: level.forest for level in levels if level.forest}


def _rows(connection: sqlite3.Connection, table: str, rows: Iterable[Iterable[Any]]) -> None:
    """Insert whole rows."""
    made = [tuple(row) for row in rows]
    if made:
        marks = ",".join("?" * len(made[0]))
        connection.executemany(f"insert into {table} values ({marks})", made)


def _meta(data: DataSet) -> list[tuple[str, str]]:
    words = data.words
    return [
        ("format", FORMAT),
        ("title", words.title),
        ("short-title", words.short_title or words.title),
        ("description", words.description),
        ("horizon", words.horizon),
        ("model", words.model),
        ("entities", str(len(data.entities))),
        ("errors", str(data.errors)),
        ("problems", str(len(data.problems))),
    ]


def _write_vocabulary(words: Vocabulary, connection: sqlite3.Connection) -> None:
    _rows(connection, "kind", ((name, *kind, n) for n, (name, kind) in enumerate(words.kinds.items())))
    relations = (
        (name, r.label, r.inverse, r.time, r.tree, r.ordered, r.one, r.means, n)
        for n, (name, r) in enumerate(words.relations.items())
    )
    _rows(connection, "relation", relations)
    _rows(connection, "about", ((name, a.label, a.fixed, n) for n, (name, a) in enumerate(words.about.items())))
    _rows(connection, "document_type", words.document_types.items())
    arrangements = words.arrangements.items()
    _rows(connection, "arrangement", ((name, a.label, n) for n, (name, a) in enumerate(arrangements)))
    levels = ((name, n, level.name) for name, a in arrangements for n, level in enumerate(a.levels))
    _rows(connection, "level", levels)


def _life(entity: Entity) -> str | None:
    lives = [*entity.lives, *(entity.document.dates if entity.document else ())]
    asserted = [life.date for life in lives if not life.claim.mood]
    lasting = entity.kind not in OWN_TIME
    return dates.show(asserted[0]) if len(asserted) == 1 and (asserted[0].interval or not lasting) else None


_CONTENT = ("relation", "target", "role", "text", "lang", "about", "value", "low", "high", "unit", "of")
"""Columns of a claim that only some parts fill."""

_PARTICULARS = ("type", "language", "author", "publisher", "url", "accessed")
"""Columns of a document."""


class _Writer:
    """Numbers entities and claims and writes them."""

    def __init__(self, data: DataSet, connection: sqlite3.Connection) -> None:
        self.data = data
        self.connection = connection
        self.numbers = {entity.id: number for number, entity in enumerate(data.entities, 1)}
        self.times = Times(data.entities, data.words)
        self.stated: list[Stated] = []
        self.claims: list[tuple[Any, ...]] = []
        self.cites: list[tuple[Any, ...]] = []

    def write(self) -> None:
        """Write entities, claims, citations and troubles."""
        degrees = self._degrees()
        _rows(self.connection, "entity", (self._entity(entity, degrees) for entity in self.data.entities))
        for entity in self.data.entities:
            self._write_document(entity)
            number = self.numbers[entity.id]
            _rows(self.connection, "identifier", ((number, n, *pair) for n, pair in enumerate(entity.ids)))
            _rows(
                self.connection,
                "former",
                ((old, number) for old in entity.old_ids if old not in self.numbers),
            )
            self._collect(entity)
        _rows(self.connection, "claim", self.claims)
        _rows(self.connection, "cite", self.cites)
        self._write_troubles()

    def _degrees(self) -> dict[str, int]:
        degrees = dict.fromkeys(self.numbers, 0)
        for entity in self.data.entities:
            for link in entity.links:
                degrees[entity.id] += 1
                degrees[link.target.id] += 1
        return degrees

    def _entity(self, entity: Entity, degrees: dict[str, int]) -> tuple[Any, ...]:
        named = (entity.id, entity.kind, entity.name)
        texts = (text or None for text in (entity.short, entity.mood, entity.summary))
        place = (degrees[entity.id], fold(entity.name), entity.file, entity.line, entity.last_line)
        life = span(entity, self.times)
        return (self.numbers[entity.id], *named, *texts, *life, _life(entity), *place, year(life.begin, life.seen))

    def _write_document(self, entity: Entity) -> None:
        document = entity.document
        if document is None:
            return
        number = self.numbers[entity.id]
        texts = (getattr(document, name) for name in _PARTICULARS)
        _rows(self.connection, "document", [(number, *(text or None for text in texts))])
        _rows(self.connection, "passage", ((number, n, place) for n, place in enumerate(document.locators)))
        _rows(self.connection, "note", ((number, n, self.numbers[work.id]) for n, work in document.notes))

    def _collect(self, entity: Entity) -> None:
        keys: dict[str, int] = {}

        def key(stem: str) -> str:
            keys[stem] = keys.get(stem, 0) + 1
            return stem if keys[stem] == 1 else f"{stem}-{keys[stem]}"

        for n, life in enumerate(entity.lives):
            self._life(entity, life, "when", n, key("when"))
        for n, life in enumerate(entity.document.dates if entity.document else ()):
            self._life(entity, life, "date", n, key("date"))
        for n, alias in enumerate(entity.also):
            self._alias(entity, alias, n, key("also"))
        for n, link in enumerate(entity.links):
            self._link(entity, link, n, key(f"{link.relation}.{link.target.id}"))
        for n, fact in enumerate(entity.facts):
            self._fact(entity, fact, n, key(fact.about or "fact"))

    def _life(self, entity: Entity, life: Life, part: str, ord_: int, key: str) -> None:
        timed = self.times.of_life(life.date, life.claim)
        number = self._claim(entity, part, ord_, key, life.claim, timed, life.place.block.line + life.place.line, {})
        self.stated.append(Stated(number, entity.id, entity.kind, part, life.claim, life.date))

    def _alias(self, entity: Entity, alias: Alias, ord_: int, key: str) -> None:
        timed = Timed("when" if alias.claim.when else "none", alias.claim.when, self.times.until(alias.claim), None)
        own = {"text": alias.text, "lang": alias.lang or None}
        line = alias.place.block.line + alias.place.line
        number = self._claim(entity, "also", ord_, key, alias.claim, timed, line, own)
        self.stated.append(Stated(number, entity.id, entity.kind, "also", alias.claim, alias.claim.when))

    def _link(self, entity: Entity, link: Link, ord_: int, key: str) -> None:
        timed = self.times.of_link(link.relation, link.claim)
        own = {"relation": link.relation, "target": self.numbers[link.target.id], "role": link.role or None}
        line = link.place.block.line + link.place.line
        number = self._claim(entity, "link", ord_, key, link.claim, timed, line, own)
        stated = Stated(number, entity.id, entity.kind, "link", link.claim, timed.time)
        self.stated.append(stated._replace(relation=link.relation, target=link.target.id))

    def _fact(self, entity: Entity, fact: Fact, ord_: int, key: str) -> None:
        timed = self.times.of_fact(entity, fact.claim)
        own: dict[str, Any] = {"text": fact.text, "about": fact.about or None}
        if fact.value is not None:
            quantity = fact.value
            own |= {
                "value": quantity.text,
                "low": quantity.low,
                "high": quantity.high,
                "unit": quantity.unit or None,
            }
        if fact.of is not None:
            own["of"] = self.numbers[fact.of.id]
        line = fact.place.block.line + fact.place.line
        number = self._claim(entity, "fact", ord_, key, fact.claim, timed, line, own)
        self.stated.append(Stated(number, entity.id, entity.kind, "fact", fact.claim, timed.time, fact))

    def _claim(
        self,
        entity: Entity,
        part: str,
        ord_: int,
        key: str,
        claim: Claim,
        timed: Timed,
        line: int,
        own: dict[str, Any],
    ) -> int:
        """Write down one claim and its citations; returns its number."""
        number = len(self.claims) + 1
        row = (
            *(number, self.numbers[entity.id], part, ord_, key),
            *(own.get(name) for name in _CONTENT),
            claim.when.text if claim.when else None,
            claim.said.text if claim.said else None,
            claim.undated,
            self.numbers[claim.by.id] if claim.by else None,
            *(text or None for text in (claim.mood, claim.doubt, claim.likely, claim.note)),
            timed.basis,
            timed.time.text if timed.time else None,
            timed.until,
            timed.heard.text if timed.heard else None,
            line,
        )
        self.claims.append(row)
        self.cites += [self._cite(number, n, cite) for n, cite in enumerate(claim.cites)]
        return number

    def _cite(self, claim: int, ord_: int, cite: Cite) -> tuple[Any, ...]:
        citation = cite.citation
        work = self.times.work(citation.source, citation.footnote)
        shown = locators.show(citation.parts)
        return claim, ord_, self.numbers[citation.source], citation.locator, shown, self.numbers.get(work)

    def _write_troubles(self) -> None:
        troubles = find(self.stated, self.data.words)
        rows = ((n, t.kind, self.numbers[t.entity], t.about or None, t.text) for n, t in enumerate(troubles, 1))
        _rows(self.connection, "trouble", rows)
        members = ((n, ord_, claim) for n, t in enumerate(troubles, 1) for ord_, claim in enumerate(t.claims))
        _rows(self.connection, "trouble_claim", members)
