"""Write entities and their statements: numbered, timed, cited, and held against each other for trouble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from explorer.dataset.records import Alias, Claim, Entity, Fact, Life, Link
from explorer.dataset.vocabulary import Vocabulary
from explorer.store import sqlite
from explorer.store.groups import year
from explorer.store.pointers import pointed
from explorer.store.sink import Sink
from explorer.store.times import Timed, Times, span
from explorer.store.troubles import Stated, Trouble, in_order, within
from explorer.text import fold
from explorer.values import dates, locators
from explorer.values.locators import Citation
from explorer.values.terms import OWN_TIME

_Content = tuple[Any, ...]
"""Columns that only some claims fill: relation, target, role, text, lang, about, value, low, high, unit, of."""
_NONE: _Content = (None,) * 11


Found = tuple[int, Trouble]
"""A trouble, and the number of the entity that it is told of."""
ROOM = 8
"""Claims of an entity are numbered from one past a multiple of it: one more leaves the numbers of the others alone."""


def write_entries(entities: Collection[Entity], words: Vocabulary, connection: sqlite.Connection) -> list[Found]:
    """Write entities, claims and citations; gives the troubles within each. The entities are walked through twice and
    not kept."""
    sink = Sink(connection)
    writer = Writer(words, sink)
    for number, entity in enumerate(entities, 1):  # first all that others refer to
        writer.numbers[entity.id] = number
        writer.times.know(entity)
        if entity.links:
            writer.degrees[entity.id] += len(entity.links)
            for link in entity.links:
                writer.degrees[link.target.id] += 1
    found: list[Found] = []
    for number, entity in enumerate(entities, 1):
        found += ((number, trouble) for trouble in within(writer.entity(number, entity), words))
        sink.settle()
    sink.flush()
    return found


def write_troubles(found: Iterable[Found], connection: sqlite.Connection) -> None:
    """Write the troubles found within entities, and those between them, which are looked up."""
    sink = Sink(connection)
    for number, (entity, trouble) in enumerate(in_order([*found, *pointed(connection)]), 1):
        sink.rows("trouble").append((number, trouble.kind, entity, trouble.about or None, trouble.text))
        sink.extend("trouble_claim", ((number, n, claim) for n, claim in enumerate(trouble.claims)))
    sink.flush()


def _life(entity: Entity) -> str | None:
    lives = [*entity.lives, *(entity.document.dates if entity.document else ())]
    asserted = [life.date for life in lives if not life.claim.mood]
    lasting = entity.kind not in OWN_TIME
    return dates.show(asserted[0]) if len(asserted) == 1 and (asserted[0].interval or not lasting) else None


class Writer:
    """Writes entities with their claims and citations; told beforehand of all that they refer to."""

    def __init__(self, words: Vocabulary, sink: Sink) -> None:
        self.sink = sink
        self.numbers: dict[str, int] = {}
        self.degrees = Counter[str]()
        """How many links touch each entity, both ways."""
        self.times = Times(words)
        self.claims = 0
        """The number of the last claim."""
        self.claim_rows, self.cite_rows = sink.rows("claim"), sink.rows("cite")
        self.cited = lru_cache(20_000)(self._cited)

    def entity(self, number: int, entity: Entity) -> list[Stated]:
        """Write one; gives its claims as they are numbered now."""
        texts = (entity.short or None, entity.mood or None, entity.summary or None)
        place = (self.degrees.get(entity.id, 0), fold(entity.name), entity.file, entity.line, entity.last_line)
        life = span(entity, self.times)
        own = (number, entity.id, entity.kind, entity.name, *texts, *life, _life(entity))
        self.sink.rows("entity").append((*own, *place, year(life.begin, life.seen)))
        if entity.ids:
            self.sink.extend("identifier", ((number, n, *pair) for n, pair in enumerate(entity.ids)))
        if entity.old_ids:
            self.sink.extend("former", ((old, number) for old in entity.old_ids if old not in self.numbers))
        if entity.document is not None:
            self._document(number, entity)
        self.claims += -self.claims % ROOM
        return self._statements(number, entity)

    def _document(self, number: int, entity: Entity) -> None:
        document = entity.document
        assert document is not None
        texts = (document.type, document.language, document.author, document.publisher, document.url, document.accessed)
        self.sink.rows("document").append((number, *(text or None for text in texts)))
        self.sink.extend("passage", ((number, n, place) for n, place in enumerate(document.locators)))
        self.sink.extend("note", ((number, n, self.numbers[work.id]) for n, work in document.notes))

    def _statements(self, number: int, entity: Entity) -> list[Stated]:
        keys: dict[str, int] = {}

        def key(stem: str) -> str:
            keys[stem] = count = keys.get(stem, 0) + 1
            return stem if count == 1 else f"{stem}-{count}"

        stated = [self._of_life(number, entity, life, "when", n, key("when")) for n, life in enumerate(entity.lives)]
        for n, life in enumerate(entity.document.dates if entity.document else ()):
            stated.append(self._of_life(number, entity, life, "date", n, key("date")))
        for n, alias in enumerate(entity.also):
            stated.append(self._alias(number, entity, alias, n, key("also")))
        for n, link in enumerate(entity.links):
            stated.append(self._link(number, entity, link, n, key(f"{link.relation}.{link.target.id}")))
        for n, fact in enumerate(entity.facts):
            stated.append(self._fact(number, entity, fact, n, key(fact.about or "fact")))
        return stated

    def _of_life(self, number: int, entity: Entity, life: Life, part: str, ord_: int, key: str) -> Stated:
        timed = self.times.of_life(life.date, life.claim)
        line = life.place.block.line + life.place.line
        claim = self._claim((number, part, ord_, key), _NONE, life.claim, timed, line)
        return Stated(claim, entity.kind, part, life.claim, life.date)

    def _alias(self, number: int, entity: Entity, alias: Alias, ord_: int, key: str) -> Stated:
        timed = Timed("when" if alias.claim.when else "none", alias.claim.when, self.times.until(alias.claim), None)
        content = (None, None, None, alias.text, alias.lang or None, None, None, None, None, None, None)
        line = alias.place.block.line + alias.place.line
        claim = self._claim((number, "also", ord_, key), content, alias.claim, timed, line)
        return Stated(claim, entity.kind, "also", alias.claim, alias.claim.when)

    def _link(self, number: int, entity: Entity, link: Link, ord_: int, key: str) -> Stated:
        timed = self.times.of_link(link.relation, link.claim)
        ends = (link.relation, self.numbers[link.target.id], link.role or None)
        line = link.place.block.line + link.place.line
        claim = self._claim((number, "link", ord_, key), (*ends, *_NONE[3:]), link.claim, timed, line)
        own = (claim, entity.kind, "link", link.claim, timed.time, None)
        return Stated(*own, link.relation, link.target.id)

    def _fact(self, number: int, entity: Entity, fact: Fact, ord_: int, key: str) -> Stated:
        timed = self.times.of_fact(entity, fact.claim)
        value = fact.value
        figure = (value.text, value.low, value.high, value.unit or None) if value is not None else (None,) * 4
        of = self.numbers[fact.of.id] if fact.of is not None else None
        content = (None, None, None, fact.text, None, fact.about or None, *figure, of)
        line = fact.place.block.line + fact.place.line
        claim = self._claim((number, "fact", ord_, key), content, fact.claim, timed, line)
        return Stated(claim, entity.kind, "fact", fact.claim, timed.time, fact)

    def _claim(self, head: tuple[int, str, int, str], content: _Content, claim: Claim, timed: Timed, line: int) -> int:
        """Write down one claim and its citations; returns its number."""
        self.claims = number = self.claims + 1
        row = (
            number,
            *head,
            *content,
            claim.when.text if claim.when else None,
            claim.said.text if claim.said else None,
            claim.undated,
            self.numbers[claim.by.id] if claim.by else None,
            claim.mood or None,
            claim.doubt or None,
            claim.likely or None,
            claim.note or None,
            timed.basis,
            timed.time.text if timed.time else None,
            timed.until,
            timed.heard.text if timed.heard else None,
            line,
        )
        self.claim_rows.append(row)
        for ord_, cite in enumerate(claim.cites):
            self.cite_rows.append((number, ord_, *self.cited(cite.citation)))
        for kind, pointers in (("against", claim.against), ("repeats", claim.repeats)):
            for ord_, pointer in enumerate(pointers):
                own = (pointer.cite.citation.source, pointer.cite.citation.locator)
                entity = pointer.entity.id if pointer.entity else ""
                self.sink.rows("pointer").append((number, kind, ord_, *own, entity))
        return number

    def _cited(self, citation: Citation) -> tuple[int, str, str, int | None]:
        """Source, passage as written and as shown, and the work behind it."""
        work = self.numbers.get(self.times.work(citation.source, citation.footnote))
        return self.numbers[citation.source], citation.locator, locators.show(citation.parts), work
