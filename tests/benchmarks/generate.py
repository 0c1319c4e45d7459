"""Data sets of any size through the compiler's record interface, one entity after the other, the same each time.

Nothing is kept: an entity follows from its number alone, so that a million take no more memory than ten.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from explorer.dataset.loader import DataSet, load
from explorer.dataset.records import Alias, Cite, Claim, Document, Entity, Fact, Life, Link, Reference
from explorer.dataset.report import Block, Place
from explorer.dataset.vocabulary import Vocabulary
from explorer.values import dates, locators, quantities
from tests.benchmarks import names
from tests.benchmarks.names import Word, common

ROOT = Path(__file__).parent.parent.parent
PATTERN = "person body event person place person document body event person force event body person place event person "
KINDS = (PATTERN + "document body person").split()
"""Kinds of every twenty entities."""
FIRST = ("organisation",) * 4 + ("state",) * 12
"""Kinds of the first ones."""
PER_FILE = 10_000
WIDE = 9
"""Things below one in the structure."""
PASSAGES = 40
_MASK = (1 << 64) - 1
_SLOTS = {kind: [at for at, other in enumerate(KINDS) if other == kind] for kind in set(KINDS)}
_LOCATORS = tuple(f"par {number}" for number in range(1, PASSAGES + 1))


class Thing(NamedTuple):
    """What is known of an entity before it is made."""

    number: int
    kind: str
    nth: int
    """Its number among those of its kind."""
    chance: int
    """A number of many digits that is its own."""
    place: Word


class Made(Collection[Entity]):
    """So many entities, made anew each time they are walked through."""

    def __init__(self, size: int) -> None:
        self.size = size
        table = max(200, min(20_000, size // 20))
        self.places = names.invented("places", table, 1)
        self.people = names.invented("people", table, 2)

    def __len__(self) -> int:
        return self.size

    def __contains__(self, entity: object) -> bool:
        return isinstance(entity, Entity) and any(entity.id == other.id for other in self)

    def __iter__(self) -> Iterator[Entity]:
        for number in range(self.size):
            yield self.entity(number)

    def count(self, kind: str) -> int:
        """How many of a kind that repeats surely exist."""
        return max(1, (self.size - len(FIRST)) // len(KINDS) * len(_SLOTS[kind]))

    def thing(self, number: int) -> Thing:
        """What entity that is."""
        chance = (number + 1) * 0x9E3779B97F4A7C15 & _MASK
        chance = (chance ^ chance >> 29) * 0xBF58476D1CE4E5B9 & _MASK
        chance ^= chance >> 32
        place = common(self.places, chance)
        if number < len(FIRST):
            return Thing(number, FIRST[number], number, chance, place)
        turn, at = divmod(number - len(FIRST), len(KINDS))
        slots = _SLOTS[KINDS[at]]
        return Thing(number, KINDS[at], turn * len(slots) + slots.index(at), chance, place)

    def nth(self, kind: str, nth: int) -> Thing:
        """The entity of that number among those of its kind."""
        slots = _SLOTS[kind]
        turn, at = divmod(nth % self.count(kind), len(slots))
        return self.thing(len(FIRST) + turn * len(KINDS) + slots[at])

    def id(self, thing: Thing) -> str:
        """Its id, in which words of its name stand."""
        stem = common(self.people, thing.chance >> 16).latin if thing.kind == "person" else thing.place.latin
        return f"{stem.lower()[:24]}-{thing.kind}-{thing.number // 1000}-{thing.number % 1000}"

    def entity(self, number: int) -> Entity:
        """The entity of that number."""
        thing = self.thing(number)
        place = Place(Block(_file(number), 2 + number % PER_FILE * 20, ""), 0, 0)
        name, short, also = self._names(thing)
        since = f"{1991 + thing.chance % 16}"
        chance = thing.chance >> 8
        when = f"{since}-{1 + chance % 12:02}-{1 + chance % 28:02}" if thing.kind in ("event", "document") else since
        lasting = thing.kind in ("body", "force", "organisation", "state")
        time = Life(_date(f"{when}/.." if lasting else when), Claim(cites=(self._cite(chance, place),)), place)
        document = thing.kind == "document"
        return Entity(
            id=self.id(thing),
            kind=thing.kind,
            name=name,
            place=place,
            short=short,
            also=tuple(Alias(text, lang, Claim(), place) for text, lang in also),
            summary=_summary(thing),
            lives=() if document or thing.kind == "place" else (time,),
            links=tuple(self._links(thing, place)),
            facts=tuple(self._facts(thing, place)),
            document=Document("protocol", (time,), "ru", locators=_LOCATORS) if document else None,
        )

    def _names(self, thing: Thing) -> tuple[str, str, list[tuple[str, str]]]:
        """Name, short name, and others with their languages."""
        chance, place = thing.chance >> 20, thing.place
        topic = names.TOPICS[int(len(names.TOPICS) ** (chance % 997 / 997)) - 1]
        if thing.kind == "person":
            first, last = names.FIRST[chance % len(names.FIRST)], common(self.people, thing.chance >> 16)
            russian = [(f"{first.cyrillic} {last.cyrillic}", "ru")] if chance % 2 else []
            return f"{first.latin} {last.latin}", "", russian
        if thing.kind in ("place", "state"):
            return place.latin, "", [(place.cyrillic, "ru")] if chance % 2 else []
        if thing.kind == "event":
            code, year = names.CODES[chance % len(names.CODES)], 1991 + thing.chance % 16
            kind = names.EXERCISES[chance % len(names.EXERCISES)]
            russian = [(f"{code.cyrillic} {year}", "ru")] if chance % 3 == 0 else []
            return f"{kind} {code.latin} {year} in {place.latin}", f"{code.latin} {year}", russian
        if thing.kind == "document":
            paper = names.PAPERS[chance % len(names.PAPERS)]
            return f"{paper} on {topic} of {1991 + thing.chance % 16}, {place.latin}", "", []
        head = names.BODIES if thing.kind == "body" else names.FORCES
        what, adjective = head[chance % len(head)], names.ADJECTIVES[chance // 64 % len(names.ADJECTIVES)]
        office = names.OFFICES[chance % len(names.OFFICES)]
        russian = [(f"{office} {place.cyrillic}", "ru")] if chance % 4 == 0 else []
        if chance % 3:
            return f"{adjective} {what} for {topic} of {place.latin}", f"{place.latin} {what.lower()}", russian
        return f"{place.latin} {topic} {what.lower()}", "", russian

    def _links(self, thing: Thing, place: Place) -> Iterator[Link]:
        """A place in the structure, and some that cross it."""
        chance = thing.chance >> 12
        above = (thing.nth - 1) // WIDE
        if thing.kind in ("body", "force", "place") and thing.nth:
            relation = "located-in" if thing.kind == "place" else "part-of"
            yield self._link(relation, self.nth(thing.kind, above), "", "", place, chance)
        elif thing.kind == "body":
            yield self._link("organ-of", self.thing(0), "", "", place, chance)
        elif thing.kind == "event":
            yield self._link("held-in", self.nth("place", chance), "", "", place, chance)
            yield self._link("participant", self.nth("force", chance >> 7), "participant", "", place, chance)
            yield self._link("participant", self.thing(4 + chance % 12), "host", "", place, chance)
        elif thing.kind == "document":
            yield self._link("adopted-by", self.nth("body", chance), "", "", place, chance)
        if thing.kind == "body" and chance % 3 == 0:
            yield self._link("post", self.nth("person", chance >> 9), "head", "1999/2001", place, chance)

    def _link(self, relation: str, to: Thing, role: str, when: str, place: Place, chance: int) -> Link:
        claim = Claim(_date(when) if when else None, cites=(self._cite(chance, place),))
        return Link(relation, Reference(self.id(to), place), role, claim, place)

    def _facts(self, thing: Thing, place: Place) -> Iterator[Fact]:
        """One or two statements, some with a figure, some in doubt."""
        chance = thing.chance >> 24
        topic = names.TOPICS[chance % len(names.TOPICS)]
        cites = (self._cite(chance, place),)
        claim = Claim(cites=cites, doubt="Another text has it otherwise." if chance % 97 == 0 else "")
        text = f"It deals with {topic} in {thing.place.latin} and answers to the {names.BODIES[chance % 18].lower()}."
        yield Fact(text, "task", None, None, claim, place)
        if chance % 3 == 0 and thing.kind in ("body", "force", "event"):
            figure = _quantity(f"{'about ' if chance % 2 else ''}{1 + chance % 90 * 50} troops")
            text = f"So many from {common(self.places, chance >> 5).latin} served."
            yield Fact(text, "strength", figure, None, Claim(_date(f"{1996 + chance % 8}"), cites=cites), place)

    def _cite(self, chance: int, place: Place) -> Cite:
        """A passage of a document; some documents carry much more than others."""
        share = chance % 65521 / 65521
        source = self.id(self.nth("document", int(self.count("document") * share * share)))
        return Cite(_citation(source, 1 + chance % PASSAGES), place)


def _summary(thing: Thing) -> str:
    topics = [names.TOPICS[(thing.chance >> shift) % len(names.TOPICS)] for shift in (3, 9, 15)]
    return (
        f"What the texts tell of it concerns {topics[0]}, with some words on {topics[1]} and on {topics[2]}; the rest "
        f"is known from {thing.place.latin} alone, where it was seen more than once."
    )


def _file(number: int) -> str:
    return f"part-{number // PER_FILE:03}.yaml"


@lru_cache(50_000)
def _date(text: str) -> dates.Date:
    return dates.parse(text)


@lru_cache(5_000)
def _quantity(text: str) -> quantities.Quantity:
    return quantities.parse(text)


@lru_cache(100_000)
def _citation(source: str, passage: int) -> locators.Citation:
    return locators.Citation(source, (("par", str(passage)),))


def vocabulary() -> Vocabulary:
    """The words of the project's own data set."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "vocab.yaml").write_text(vocabulary_text(), "utf-8")
        return load(folder).words


def vocabulary_text() -> str:
    """The same as a file, without the model, which is an entity of that data set."""
    text = (ROOT / "data" / "vocab.yaml").read_text("utf-8")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("model:"))


def data_set(size: int) -> DataSet:
    """A checked data set of so many entities."""
    return DataSet(vocabulary(), Made(size), [], [], {}, {})


# -- the same as YAML, for what reads it


def write_yaml(folder: str, size: int, files: int) -> None:
    """So many entities in so many files, as people write them, with the vocabulary."""
    os.makedirs(folder, exist_ok=True)
    Path(folder, "vocab.yaml").write_text(vocabulary_text(), "utf-8")
    made = Made(size)
    each = -(-size // files)
    for number in range(files):
        with open(os.path.join(folder, f"part-{number:03}.yaml"), "w", encoding="utf-8") as file:
            for at in range(number * each, min(size, (number + 1) * each)):
                file.write("\n".join(_entry(made.entity(at))) + "\n\n")


def _entry(entity: Entity) -> Iterator[str]:
    yield from (f"{entity.id}:", f"  kind: {entity.kind}")
    document = entity.document
    if document:
        yield f"  type: {document.type}"
    yield f"  name: {_quoted(entity.name)}"
    yield f"  summary: >-\n    {entity.summary[:90]}\n    {entity.summary[90:]}"
    if entity.short:
        yield f"  short: {_quoted(entity.short)}"
    for alias in entity.also:
        yield f"  also:\n    - lang: {alias.lang}\n      text: {_quoted(alias.text)}"
    for life in document.dates if document else entity.lives:
        cite = _cited(life.claim)
        yield f"  {'date' if document else 'when'}:\n    is: {life.date.text}\n    cite: {cite}"
    if document:
        yield f"  language: {document.language}\n  locators: [par 1..{PASSAGES}]"
    yield from _linked(entity.links)
    yield "  facts:"
    for fact in entity.facts:
        yield f"    - text: {_quoted(fact.text)}\n      about: {fact.about}"
        if fact.value:
            yield f"      value: {fact.value.text}"
        if fact.claim.when:
            yield f"      when: {fact.claim.when.text}"
        if fact.claim.doubt:
            yield f"      doubt: {_quoted(fact.claim.doubt)}"
        yield f"      cite: {_cited(fact.claim)}"


def _linked(links: tuple[Link, ...]) -> Iterator[str]:
    if links:
        yield "  links:"
    for relation in dict.fromkeys(link.relation for link in links):
        yield f"    {relation}:"
        for link in links:
            if link.relation == relation:
                yield f"      - to: {link.target.id}"
                yield from (f"        as: {role}" for role in (link.role,) if role)
                yield from (f"        when: {when.text}" for when in (link.claim.when,) if when)
                yield f"        cite: {_cited(link.claim)}"


def _cited(claim: Claim) -> str:
    cite = claim.cites[0].citation
    return f"{cite.source} {cite.locator}"


def _quoted(text: str) -> str:
    return f"'{text}'" if ": " in text else text
