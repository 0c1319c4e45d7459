"""Two or three entities row by row: kind and life, neighbours of both, what answers one question, what only one has."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store.disputes import source_dates
from explorer.store.documents import about_words
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.values.lean import NamedTuple
from explorer.view import words
from explorer.view.beside import beside
from explorer.view.card import BACK, OUT, Card
from explorer.view.rows import Row
from explorer.view.source import statement


class Cell(NamedTuple):
    """One thing said of one of them."""

    text: str
    claim: Claim | None = None


class Compared(NamedTuple):
    """One row: what it is about, and what is said of each, in their order."""

    part: str
    """head | neighbour | about: what kind of row it is"""
    label: str
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def shared(self) -> bool:
        """Whether more than one of them has something."""
        return sum(map(bool, self.cells)) > 1


class _Said(NamedTuple):
    """What is shown of one of them."""

    entity: Entity
    facts: tuple[Claim, ...]
    links: tuple[Claim, ...]
    names: tuple[Claim, ...]
    hidden: int


def compared(store: Store, entities: list[Entity], lens: Lens) -> tuple[list[Compared], int]:
    """Every row, shared ones first within their part; and how many statements the day hides."""
    every = [_said(store, entity, lens) for entity in entities]
    labels = dict(about_words(store))
    rows = [
        Compared("head", "Kind", tuple((Cell(store.kind(entity.kind)[0]),) for entity in entities)),
        Compared("head", "Life", tuple(_cell(words.life(entity, lens.last)) for entity in entities)),
        Compared("head", "Also", tuple(tuple(Cell(claim.text, claim) for claim in said.names) for said in every)),
    ]
    rows += _grouped("neighbour", [[(_neighbour(claim), claim) for claim in said.links] for said in every])
    order = [*labels.values(), "Facts"]
    about = _grouped("about", [[(labels.get(claim.about, "Facts"), claim) for claim in said.facts] for said in every])
    rows += sorted(about, key=lambda row: order.index(row.label))
    return [row for row in rows if any(row.cells)], sum(said.hidden for said in every)


def _said(store: Store, entity: Entity, lens: Lens) -> _Said:
    every = [*statements.of_entity(store, entity, lens), *statements.to_entity(store, entity, lens)]
    shown = [claim for claim in every if claim.shown]
    facts, links, names = (tuple(claim for claim in shown if claim.part == part) for part in ("fact", "link", "also"))
    return _Said(entity, facts, links, names, len(every) - len(shown))


def _cell(text: str) -> tuple[Cell, ...]:
    return (Cell(text),) if text else ()


def _neighbour(claim: Claim) -> str:
    return claim.other.name if claim.other else ""


def _grouped(part: str, columns: list[list[tuple[str, Claim]]]) -> list[Compared]:
    """Rows by label: those that several have first, then by the order in which they are met."""
    labels = dict.fromkeys(label for column in columns for label, _ in column)
    rows = [
        Compared(
            part,
            label,
            tuple(
                tuple(Cell(statement(claim), claim) for name, claim in column if name == label) for column in columns
            ),
        )
        for label in labels
    ]
    return sorted(rows, key=lambda row: not row.shared)


def compare_card(store: Store, entities: list[Entity], lens: Lens, *, how: str = "") -> Card:
    """The comparison as a card; enter on a row leads to the statement or the neighbour."""
    found, hidden = compared(store, entities, lens)
    names = [clean(store.name(entity, lens)) for entity in entities]
    title = " = ".join(names)
    short = [clean(entity.short or name) for entity, name in zip(entities, names, strict=True)]
    rows = [
        Row("title", title, asks=("compare", *(entity.id for entity in entities))),
        *([Row("line", how)] if how else []),
        *_heads(entities, short, found),
    ]
    written = source_dates(store)
    between = [claim for row in found for _, claim in _claims(row, short) if _between(claim, entities)]
    if between:
        rows += [Row("gap"), Row("heading", f"Between them ({len(between)})")]
    rows += [_link(claim, _short(claim, entities, short), lens) for claim in between]
    near = [row for row in found if row.part == "neighbour" and row.shared]
    if near:
        rows += [Row("gap"), Row("heading", f"Linked to {'both' if len(entities) == 2 else 'several'} ({len(near)})")]
    rows += [_link(claim, name, lens) for row in near for name, claim in _claims(row, short)]
    for row in (row for row in found if row.part == "about" and row.shared):
        rows += [Row("gap"), Row("heading", clean(row.label))]
        rows += [beside(claim, lens, written, whose=name) for name, claim in _claims(row, short)]
    for number, name in enumerate(short):
        rows += _alone(found, number, name, entities, lens, written)
    return Card("", title, tuple(rows), hidden)


def _claims(row: Compared, names: list[str]) -> list[tuple[str, Claim]]:
    """The statements of a row, each with the name of whom it is about."""
    pairs = zip(names, row.cells, strict=True)
    return [(name, cell.claim) for name, cells in pairs for cell in cells if cell.claim]


def _between(claim: Claim, entities: list[Entity]) -> bool:
    """Whether a link leads from one of them to another, seen from where it is stated."""
    return claim.other is not None and not claim.inverse and claim.other.id in {entity.id for entity in entities}


def _short(claim: Claim, entities: list[Entity], names: list[str]) -> str:
    """The name of the one that states it."""
    return next(name for entity, name in zip(entities, names, strict=True) if entity.id == claim.entity.id)


def _heads(entities: list[Entity], short: list[str], found: list[Compared]) -> list[Row]:
    """What each is, in one row."""
    rows = [Row("gap"), Row("heading", "Kind, life, other names")]
    heads = [row for row in found if row.part == "head"]
    for number, (entity, name) in enumerate(zip(entities, short, strict=True)):
        parts = [", ".join(cell.text for cell in row.cells[number]) for row in heads]
        parts = [
            f"also {part}" if row.label == "Also" and part else part for row, part in zip(heads, parts, strict=True)
        ]
        told = tuple(clean(part) for part in parts if part)
        rows.append(Row("link", value=f"{OUT} {name}", notes=told, target=entity.id, mark=(entity.id, "")))
    return rows


def _link(claim: Claim, name: str, lens: Lens) -> Row:
    """A link with both its ends, or, without a name, with the other end alone."""
    assert claim.other is not None
    arrow = BACK if claim.inverse else OUT
    role = f" ({claim.role})" if claim.role else ""
    return Row(
        "link",
        value=clean(f"{name} {arrow} {claim.other.name}".strip()),
        notes=tuple(map(clean, (f"{claim.label}{role}", *words.notes_beside(claim, lens.asked)))),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=words.marks(claim.troubles),
        remarks=tuple(map(clean, words.remarks(claim))),
        target=claim.other.id,
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )


def _alone(
    found: list[Compared], number: int, name: str, entities: list[Entity], lens: Lens, written: dict[str, str]
) -> list[Row]:
    """What only one of them has: neighbours, then answers to questions that no other answers."""
    others = {entity.id for entity in entities}
    own = [row for row in found if row.part != "head" and not row.shared and row.cells[number]]
    claims = [(row, cell.claim) for row in own for cell in row.cells[number] if cell.claim]
    claims = [(row, claim) for row, claim in claims if not (claim.other and claim.other.id in others)]
    if not claims:
        return []
    rows = [Row("gap"), Row("heading", f"Only {name} ({len(claims)})")]
    for row, claim in claims:
        near = row.part == "neighbour"
        rows.append(_link(claim, "", lens) if near else beside(claim, lens, written, whose=clean(row.label)))
    return rows
