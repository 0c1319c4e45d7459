"""What a citation is made of: a work's particulars, and the passages meant."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store import passages
from explorer.store.documents import document
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.values import locators
from explorer.values.dates import Date
from explorer.values.lean import NamedTuple

EDITORS = (" (editors)", " (editor)", " (eds.)", " (ed.)")
"""What stands behind names of which the first is no author."""


PARTICLES = frozenset((
    "af", "al", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le",
    "ten", "ter", "van", "von", "zu", "zum", "zur",
))  # fmt: skip
"""Words before a family name that belong to it, also where they have a capital."""
OF_BODIES = frozenset(("of", "for", "the", "and", "&"))
"""Words that no person's name has."""


class Reference(NamedTuple):
    """A work to be cited; empty text where nothing is known."""

    id: str
    type: str
    """The document's type, a word of the vocabulary; empty for what is no document."""
    names: tuple[str, ...]
    """Authors, or editors, as written."""
    edited: bool
    title: str
    short: str
    publisher: str
    date: Date | None
    language: str
    url: str
    accessed: str
    passages: tuple[str, ...] = ()
    """As readers write them: `§2.4 ¶2`."""
    behind: tuple[str, ...] = ()
    """Names of the works behind the footnotes among the passages."""


def reference(store: Store, work: Entity, places: tuple[str, ...] = (), behind: tuple[str, ...] = ()) -> Reference:
    """The reference of a document, or of anything else that has at least a name."""
    found = document(store, work)
    own = statements.of_entity(store, work, store.lens(None))
    date = next((claim.time for claim in own if claim.part in ("date", "when") and claim.time and not claim.mood), None)
    names, edited = _names(found.author) if found else ((), False)
    return Reference(
        id=work.id,
        type=found.type if found else "",
        names=names,
        edited=edited,
        title=clean(work.name),
        short=clean(work.short or work.name),
        publisher=clean(found.publisher) if found else "",
        date=date,
        language=found.language if found else "",
        url=clean(found.url) if found else "",
        accessed=found.accessed if found else "",
        passages=places,
        behind=behind,
    )


def references(store: Store, entity: Entity, lens: Lens, locator: str = "") -> list[Reference]:
    """A document itself, with a passage of it; of anything else, the works and passages that its statements rest on."""
    if document(store, entity) is not None:
        parts = locators.parse_parts(locator)
        behind = passages.behind(store, entity, [value for label, value in parts if label == "fn"])
        return [reference(store, entity, (locators.show(parts),) if parts else (), tuple(map(clean, behind)))]
    own = statements.of_entity(store, entity, lens)
    return of_claims(store, [claim for claim in own if claim.shown])


def of_claims(store: Store, claims: list[Claim]) -> list[Reference]:
    """The works that carry these statements, in the order of use, each with its passages."""
    return References(store).carrying(claims)


class References:
    """The works that statements rest on; each is read once, however many ask."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._read: dict[str, Reference | None] = {}

    def carrying(self, claims: list[Claim]) -> list[Reference]:
        """The works that carry these statements, in the order of use, each with its passages."""
        cited: dict[str, dict[str, None]] = {}
        behind: dict[str, dict[str, None]] = {}
        for claim in claims:
            for cite in claim.cites:
                shown = cite.display.removeprefix(cite.name).strip()
                cited.setdefault(cite.source, {}).update({clean(shown): None} if shown else {})
                work = self._work(cite.work) if cite.work else None
                behind.setdefault(cite.source, {}).update({work.title: None} if work else {})
        found = ((self._work(source), places, behind[source]) for source, places in cited.items())
        return [work._replace(passages=tuple(places), behind=tuple(names)) for work, places, names in found if work]

    def _work(self, id_: str) -> Reference | None:
        if id_ not in self._read:
            entity = self.store.entity(id_)
            self._read[id_] = reference(self.store, entity) if entity else None
        return self._read[id_]


def _names(author: str) -> tuple[tuple[str, ...], bool]:
    """The names in a line of authors, and whether they are editors. `Last, First` is one name."""
    edited = author.endswith(EDITORS)
    bare = author.rpartition(" (")[0] if edited else author
    several = bare.replace(" and ", ", ").replace(" & ", ", ").split(", ")
    if any(" " not in name.strip() for name in several):
        several = bare.replace(" & ", " and ").split(" and ")
    return tuple(clean(name.strip()) for name in several if name.strip()), edited


def family_first(name: str) -> tuple[str, str]:
    """Family name, particles with it, and given names of `First van Last` or `Last, First`.

    A single word is a family name, and so is the whole name of a body, as `Ministry of Defence`.
    """
    if ", " in name:
        family, _, given = name.partition(", ")
        return family, given
    words = name.split(" ")
    if OF_BODIES & set(words):
        return name, ""
    start = len(words) - 1
    while start > 1 and (words[start - 1].lower() in PARTICLES or words[start - 1][:1].islower()):
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])
