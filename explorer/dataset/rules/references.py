"""Whatever an entity points to is there, is of a fitting kind, and has the passage that is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from explorer.dataset.records import (
    Alias,
    Cite,
    Claim,
    Document,
    Entity,
    Fact,
    Life,
    Link,
    Pointer,
    Reference,
)
from explorer.dataset.report import Report
from explorer.dataset.vocabulary import Relation, Vocabulary
from explorer.problems import WARNING
from explorer.text import suggest
from explorer.values.locators import Citation

MOST_HINTS = 20
"""Different words for which a suggestion is looked for in one run: each is compared with every id."""

Part = TypeVar("Part", Alias, Fact, Life)


def resolved(known: dict[str, Entity], words: Vocabulary, broken: frozenset[str], report: Report) -> list[Entity]:
    """The entities with every reference checked; a claim that points nowhere is left out."""
    checker = _Checker(known, words, broken, report)
    return [checker.check(entity) for entity in known.values()]


class _Checker:
    """Checks the references of one entity after the other."""

    def __init__(self, known: dict[str, Entity], words: Vocabulary, broken: frozenset[str], report: Report) -> None:
        self.known = known
        self.words = words
        self.broken = broken
        self.report = report
        self.former = {old: entity.id for entity in known.values() for old in entity.old_ids}
        self.hints: dict[tuple[str, str], str] = {}
        """By the source whose passages are meant, or nothing, and the word."""
        self.holds: set[Citation] = set()
        """Citations that were looked up and are sound as they stand."""
        self.passages = {
            entity.id: frozenset(passage_starts(entity.document.locators))
            for entity in known.values()
            if entity.document is not None
        }

    def check(self, entity: Entity) -> Entity:
        """The entity without what does not hold; as it is where everything does."""
        lives, also = self._sound(entity.lives), self._sound(entity.also)
        facts = self._sound(tuple(fact for fact in map(self._fact, entity.facts) if fact is not None))
        links = tuple(link for link in (self._link(entity, link) for link in entity.links) if link is not None)
        document = self._document(entity.document) if entity.document else None
        made = (lives, also, facts, links, document)
        before = (entity.lives, entity.also, entity.facts, entity.links, entity.document)
        if made == before:
            return entity
        return entity._replace(lives=lives, also=also, facts=facts, links=links, document=document)

    def _sound(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        kept = []
        for part in parts:
            claim = self._claim(part.claim)
            if claim is not None:
                kept.append(part if claim is part.claim else part._replace(claim=claim))
        return tuple(kept)

    def _fact(self, fact: Fact) -> Fact | None:
        """The fact with what it is of; without that it would say something else, and is left out."""
        of = self._reference(fact.of) if fact.of else None
        if fact.of and of is None:
            self._claim(fact.claim)  # what else is wrong with it is told in the same run
            return None
        return fact if of is fact.of else fact._replace(of=of)

    def _document(self, document: Document) -> Document:
        if not document.notes:
            dates = self._sound(document.dates)
            return document if dates == document.dates else document._replace(dates=dates)
        works = ((number, self._source(reference)) for number, reference in document.notes)
        return document._replace(
            dates=self._sound(document.dates), notes=tuple((number, work) for number, work in works if work)
        )

    def _link(self, entity: Entity, link: Link) -> Link | None:
        claim, target = self._claim(link.claim), self._reference(link.target)
        if claim is None or target is None:
            return None
        declared = self.words.relations[link.relation]
        if target.id == entity.id:
            self.report.add(link.target.place, "self", f"‘{target.id}’ is linked to itself")
            return None
        if not self._fits(entity.kind, link, declared, target):
            return None
        unchanged = claim is link.claim and target is link.target
        return link if unchanged else link._replace(claim=claim, target=target)

    def _fits(self, start: str, link: Link, declared: Relation, target: Reference) -> bool:
        kind = self.known[target.id].kind
        if declared.sources and start not in declared.sources:
            message = f"‘{link.relation}’ does not start from a {start}"
            self.report.add(link.place, "ends", message, f"it starts from: {', '.join(declared.sources)}")
            return False
        if declared.targets and kind not in declared.targets:
            message = f"‘{link.relation}’ does not lead to a {kind} (‘{target.id}’)"
            self.report.add(link.target.place, "ends", message, f"it leads to: {', '.join(declared.targets)}")
            return False
        return True

    def _reference(self, reference: Reference) -> Reference | None:
        if reference.id in self.known:
            return reference
        if reference.id in self.former:
            new = self.former[reference.id]
            message = f"‘{reference.id}’ is a former id of ‘{new}’"
            self.report.add(reference.place, "former-id", message, f"write ‘{new}’", WARNING)
            return reference._replace(id=new)
        # An entity that could not be read is one problem, told where it stands; not one more for each link to it.
        if reference.id not in self.broken:
            self.report.add(
                reference.place, "target", f"no entity ‘{reference.id}’", self._hint(reference.id, self.known)
            )
        return None

    def _claim(self, claim: Claim) -> Claim | None:
        holds = self.holds
        if not (claim.by or claim.against or claim.repeats) and all(cite.citation in holds for cite in claim.cites):
            return claim
        by = self._reference(claim.by) if claim.by else None
        cites = [self._cite(cite) for cite in claim.cites]
        against, repeats = self._pointers(claim.against), self._pointers(claim.repeats)
        if (claim.by and by is None) or None in cites:
            return None
        return claim._replace(
            by=by,
            cites=tuple(cite for cite in cites if cite),
            against=against,
            repeats=repeats,
        )

    def _hint(self, word: str, known: Iterable[str], source: str = "") -> str:
        """A suggestion, made once a word; after so many the folder has another trouble than slips."""
        asked = source, word
        if asked not in self.hints:
            self.hints[asked] = suggest(word, known) if len(self.hints) < MOST_HINTS else ""
        return self.hints[asked]

    def _pointers(self, pointers: tuple[Pointer, ...]) -> tuple[Pointer, ...]:
        kept = []
        for pointer in pointers:
            cite = self._cite(pointer.cite)
            entity = self._reference(pointer.entity) if pointer.entity else None
            if cite is not None and (entity is not None or pointer.entity is None):
                kept.append(Pointer(cite, entity))
        return tuple(kept)

    def _source(self, reference: Reference) -> Reference | None:
        source = self.former.get(reference.id, reference.id)
        if source in self.passages:
            return reference._replace(id=source)
        if reference.id not in self.broken:
            place = reference.place._replace(width=len(reference.id))
            self.report.add(place, "source", f"no source ‘{reference.id}’", self._hint(reference.id, self.passages))
        return None

    def _cite(self, cite: Cite) -> Cite | None:
        if cite.citation in self.holds:
            return cite
        source = self._source(Reference(cite.citation.source, cite.place))
        if source is None:
            return None
        listed = self.passages[source.id]
        for passage in cite.citation.passages if listed else ():
            if passage not in listed:
                message = f"‘{source.id}’ has no passage ‘{passage}’"
                self.report.add(cite.place, "locator", message, self._hint(passage, listed, source.id))
                return None
        if source.id == cite.citation.source:
            self.holds.add(cite.citation)
            return cite
        return cite._replace(citation=cite.citation._replace(source=source.id))


def passage_starts(listed: tuple[str, ...]) -> set[str]:
    """The passages that may be cited: those listed, and the sections that hold them."""
    starts: set[str] = set()
    for passage in listed:
        parts = passage.split(" ")
        starts.update(" ".join(parts[:length]) for length in range(2, len(parts) + 1, 2))
    return starts
