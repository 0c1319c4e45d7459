"""The whole data set as tables with keys: the same for CSV and SQLite, and the statements of the graphs."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.store import claims as statements
from explorer.store import structure
from explorer.store.documents import about_words, document
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.store.workbook import Column, Table
from explorer.values.dates import BEGINNING, FOREVER, Date
from explorer.view import words


def entities(store: Store, lens: Lens) -> list[Entity]:
    """Every entity that the day shows, by id."""
    return sorted(structure.listed(store, structure.Only(), lens), key=lambda entity: entity.id)


def told(store: Store, lens: Lens) -> Iterator[tuple[Entity, list[Claim]]]:
    """Each entity with the statements that its own entry makes, as far as the day shows them."""
    for entity in entities(store, lens):
        yield entity, [claim for claim in statements.of_entity(store, entity, lens) if claim.shown]


def key(claim: Claim) -> str:
    """The name of a statement in all of the data: `ID:KEY`, as `brief` takes it."""
    return f"{claim.entity.id}:{claim.key}"


def tables(store: Store, lens: Lens) -> list[Table]:
    """Kinds, properties, entities, documents, statements, their citations, and what is in trouble."""
    every = list(told(store, lens))
    claims = [claim for _, own in every for claim in own]
    known = {entity.id for entity, _ in every}
    return [
        _kinds(store, lens),
        _properties(store, claims),
        _entities(store, lens, [entity for entity, _ in every]),
        _documents(store, [entity for entity, _ in every]),
        _statements(claims, known),
        _citations(claims, known),
        _troubles(store, [entity for entity, _ in every], {claim.number: key(claim) for claim in claims}),
    ]


def _kinds(store: Store, lens: Lens) -> Table:
    rows = [(one.key, *store.kind(one.key)[:2]) for one in structure.kinds(store, lens)]
    columns = (Column("kind", "the word"), Column("label", "of one"), Column("plural", "of several"))
    return Table("kinds", "what sorts of things there are", columns, ("kind",), tuple(rows))


def property_of(claim: Claim) -> str:
    """What a statement says something of: a question that facts answer, a relation, or a time, date or name."""
    return {"fact": claim.about or "fact", "link": claim.relation}.get(claim.part, claim.part)


def _properties(store: Store, claims: list[Claim]) -> Table:
    labels = dict(about_words(store))
    seen: dict[tuple[str, str], str] = {}
    for claim in claims:
        name = property_of(claim)
        seen.setdefault((claim.part, name), claim.label or labels.get(name, name))
    columns = (
        Column("part", "fact, link, when (a time of life), date (of a document) or also (a name)"),
        Column("property", "the word"),
        Column("label", "how it reads"),
    )
    rows = tuple((part, name, label) for (part, name), label in sorted(seen.items()))
    return Table("properties", "what statements say", columns, ("part", "property"), rows)


def _day(day: str | None) -> str | None:
    return None if day in (None, BEGINNING, FOREVER) else day


def _entities(store: Store, lens: Lens, every: list[Entity]) -> Table:
    columns = (
        Column("id", "stable name"),
        Column("kind", "its sort", refers="kinds"),
        Column("name", "its name, on the day asked if one was"),
        Column("short", "a short name"),
        Column("life", "its life in words"),
        Column("begin", "the earliest day of its beginning"),
        Column("begin_latest", "the latest day of its beginning"),
        Column("end_earliest", "the earliest day of its end"),
        Column("end", "the latest day of its end"),
        Column("mood", "planned, predicted or scenario, where it is not asserted"),
        Column("summary", "in a sentence or two"),
        Column("file", "where its entry stands"),
        Column("line", "and in which line", "integer"),
    )
    rows = tuple(
        (
            *(one.id, one.kind, store.name(one, lens), one.short or None, words.life(one, lens.last) or None),
            *map(_day, (one.begin, one.begin_latest, one.end_earliest, one.end)),
            *(one.mood or None, one.summary or None, one.file, one.line),
        )
        for one in every
    )
    return Table("entities", "everything that statements are about", columns, ("id",), rows)


def _documents(store: Store, every: list[Entity]) -> Table:
    names = ("type", "language", "author", "publisher", "url", "accessed")
    columns = (
        Column("id", "its entity", refers="entities"),
        *(Column(name, "as the source gives it") for name in names),
    )
    found = [(one.id, document(store, one)) for one in every]
    rows = tuple((id_, *(value or None for value in made)) for id_, made in found if made)
    return Table("documents", "what only documents have", columns, ("id",), rows)


def _statements(claims: list[Claim], known: set[str]) -> Table:
    columns = (
        Column("statement", "ENTITY:KEY, stable"),
        Column("entity", "whom it is about", refers="entities"),
        Column("part", "fact, link, when, date or also"),
        Column("property", "what it says something of"),
        Column("value", "the figure, date, name or other end"),
        Column("target", "the other end of a link, or what a fact is on", refers="entities"),
        Column("text", "in words"),
        Column("role", "of a link: as what"),
        Column("low", "the least number meant", "real"),
        Column("high", "the greatest number meant", "real"),
        Column("unit", "of what"),
        Column("when", "when it holds, as written"),
        Column("start", "the earliest day meant"),
        Column("end", "the latest day meant"),
        Column("said", "when it was said"),
        Column("by", "who says so, where it is not the source itself", refers="entities"),
        Column("mood", "planned, predicted, scenario or denied; empty where it is asserted"),
        Column("doubt", "why it can hardly be right as printed"),
        Column("likely", "what may be meant"),
        Column("note", "a remark of the editor"),
        Column("answer", "yes, no or unknown on the day asked"),
    )
    rows = tuple(_statement(claim, known) for claim in claims)
    return Table("statements", "one row for each statement, with what it is worth", columns, ("statement",), rows)


def _statement(claim: Claim, known: set[str]) -> tuple[str | float | None, ...]:
    other = claim.other if claim.part == "link" else claim.of
    time = words.time_of(claim)
    value = {"link": other.id if other else "", "fact": claim.value, "also": claim.text}.get(claim.part, _text(time))
    inside = other.id if other and other.id in known else None
    cells: tuple[str | float | None, ...] = (
        *(key(claim), claim.entity.id, claim.part, property_of(claim), value, inside, claim.text, claim.role),
        *(claim.low, claim.high, claim.unit, _text(time)),
        *((_day(time.start_earliest), _day(time.end_latest)) if time else (None, None)),
        *(_text(claim.said), claim.by.id if claim.by and claim.by.id in known else None),
        *(claim.mood, claim.doubt, claim.likely, claim.note, claim.answer),
    )
    return tuple(None if cell == "" else cell for cell in cells)


def _text(date: Date | None) -> str:
    return date.text if date else ""


def _citations(claims: list[Claim], known: set[str]) -> Table:
    columns = (
        Column("statement", "what rests on it", refers="statements"),
        Column("number", "the first, the second …", "integer"),
        Column("source", "the work", refers="entities"),
        Column("locator", "the passage, as written"),
        Column("display", "as readers write it"),
        Column("work", "the work behind the footnote", refers="entities"),
    )
    rows = tuple(
        (
            *(key(claim), number, cite.source if cite.source in known else None, cite.locator or None, cite.display),
            cite.work if cite.work in known else None,
        )
        for claim in claims
        for number, cite in enumerate(claim.cites, 1)
    )
    return Table("citations", "where each statement stands", columns, ("statement", "number"), rows)


def _troubles(store: Store, every: list[Entity], keys: dict[int, str]) -> Table:
    columns = (
        Column("trouble", "a number in this export", "integer"),
        Column("kind", "differs, plan, against, doubt or repeats"),
        Column("entity", "whose it is", refers="entities"),
        Column("about", "the question at issue"),
        Column("text", "why"),
        Column("statement", "one of the statements in it", refers="statements"),
    )
    found = [trouble for one in every for trouble in statements.troubles(store, one) if trouble.entity.id == one.id]
    rows = tuple(
        (number, trouble.kind, trouble.entity.id, trouble.about or None, trouble.text or None, keys[claim])
        for number, trouble in enumerate(found, 1)
        for claim in trouble.claims
        if claim in keys
    )
    return Table(
        "troubles", "statements that cannot all be taken as they stand", columns, ("trouble", "statement"), rows
    )
