"""What the sources carry and what hangs free: for people who fill a data set and want to know what is left."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from explorer.dataset.loader import DataSet
from explorer.dataset.records import Claim

Spot = tuple[str, str]
"""A source's id and a locator in it."""


class Passage(NamedTuple):
    """A passage of a source, and how much rests on it."""

    source: str
    locator: str
    facts: int
    links: int
    others: int
    """Times, dates and names."""
    reason: str
    """Why it carries no fact and no link, where the source says so."""

    @property
    def bare(self) -> bool:
        """It carries no fact and no link, and nobody says why."""
        return not (self.facts or self.links or self.reason)


class Coverage(NamedTuple):
    """The report of a data set."""

    passages: tuple[Passage, ...]
    """Every passage that a source lists, in its order."""
    uncited_sources: tuple[str, ...]
    """Documents on which nothing rests, and that nothing else says anything of."""
    uncited_links: tuple[tuple[str, str, str], ...]
    """Links without a citation: entity, relation, target."""
    unlinked: tuple[str, ...]
    """Entities that no link, fact, speaker, citation or footnote joins to another."""
    uncited: tuple[str, ...]
    """Entities of which nothing with a citation is said, in their own entry or in another."""
    facts: tuple[tuple[str, int], ...]
    """Entity and the number of its facts, most first."""


def coverage(data: DataSet) -> Coverage:
    """Count what rests on each passage, and list what hangs free."""
    facts, links, others = Counter[Spot](), Counter[Spot](), Counter[Spot]()
    for entity in data.entities:
        rest = entity.claims[: len(entity.claims) - len(entity.facts) - len(entity.links)]
        facts.update(spot for fact in entity.facts for spot in _spots(fact.claim))
        links.update(spot for link in entity.links for spot in _spots(link.claim))
        others.update(spot for claim in rest for spot in _spots(claim))
    reached, cited = _joined(data, cited=False), _joined(data, cited=True)
    sources = {source for source, _ in (*facts, *links, *others)} | _behind_notes(data)
    return Coverage(
        passages=tuple(
            Passage(
                entity.id,
                locator,
                facts[entity.id, locator],
                links[entity.id, locator],
                others[entity.id, locator],
                dict(entity.document.bare).get(locator, ""),
            )
            for entity in data.entities
            if entity.document
            for locator in entity.document.locators
        ),
        uncited_sources=tuple(e.id for e in data.entities if e.document and e.id not in sources | reached),
        uncited_links=tuple(
            (entity.id, link.relation, link.target.id)
            for entity in data.entities
            for link in entity.links
            if not link.claim.cites
        ),
        unlinked=tuple(entity.id for entity in data.entities if entity.id not in reached),
        uncited=tuple(entity.id for entity in data.entities if entity.id not in cited),
        facts=tuple(sorted(((e.id, len(e.facts)) for e in data.entities), key=lambda pair: (-pair[1], pair[0]))),
    )


def _spots(claim: Claim) -> set[Spot]:
    """The passages that a claim cites, each once."""
    return {(cite.citation.source, passage) for cite in claim.cites for passage in cite.citation.passages}


def _behind_notes(data: DataSet) -> set[str]:
    return {work.id for entity in data.entities if entity.document for _, work in entity.document.notes}


def _joined(data: DataSet, *, cited: bool) -> set[str]:
    """Both ends of everything that joins two entities; or all of which something is said with a citation."""
    found = set() if cited else _behind_notes(data)
    for entity in data.entities:
        others = [(link.target.id, link.claim) for link in entity.links]
        others += [(fact.of.id, fact.claim) for fact in entity.facts if fact.of]
        others += [(claim.by.id, claim) for claim in entity.claims if claim.by]
        others += [(cite.citation.source, claim) for claim in entity.claims for cite in claim.cites if not cited]
        reached = {id_ for id_, claim in others if (claim.cites or not cited) and id_ != entity.id}
        own = any(claim.cites for claim in entity.claims) if cited else reached
        found |= reached | ({entity.id} if own else set())
    return found
