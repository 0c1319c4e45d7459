"""What can be copied of a row: its value, a sentence with its source, a citation, an id, the row, a shell command."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.text import clean
from explorer.values.lean import NamedTuple
from explorer.view import words
from explorer.view.rows import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.view.references import Reference

ARROWS = "→← "


class Quote(NamedTuple):
    """One thing that can be copied."""

    key: str
    """The letter that chooses it."""
    label: str
    text: str
    asks: bool = False
    """Whether choosing it asks further, in which format."""


def quotes(store: Store, row: Row, entity: str, lens: Lens, *, data: str = "", day: str = "") -> list[Quote]:
    """What can be copied of a row of the card of an entity, or of what the row leads to.

    `data` is the folder named on the command line, `day` the as-of date as typed: the command repeats both.
    """
    claim = _claim(store, row, lens)
    row = _whole(store, row, lens)
    about = row.target if row.kind == "link" and row.target else row.mark[0] or row.target or entity
    made = [
        Quote("v", "value", _value(row)),
        Quote("s", "sentence, with source", clean(_sentence(store, row, claim, about, lens))),
        Quote("c", "citation, then format", _cited(_references(store, row, claim, about, lens), "text"), True),
        Quote("i", "id", about),
        Quote("r", "row, with tabs", _cells(row, about)),
        Quote("x", "shell command", _command(row.asks or (("show", row.mark[0] or about) if about else ()), data, day)),
    ]
    return [quote for quote in made if quote.text]


def citations(store: Store, row: Row, entity: str, lens: Lens) -> list[Quote]:
    """The sources of a row in each format: of its statement, else of the thing that it leads to."""
    from explorer.view.citing import FORMATS

    claim = _claim(store, row, lens)
    row = _whole(store, row, lens)
    about = row.target if row.kind == "link" and row.target else row.mark[0] or row.target or entity
    made = _references(store, row, claim, about, lens)
    return [Quote(name[0], f"{name}: {label}", _cited(made, name)) for name, label in FORMATS.items() if made]


def _references(store: Store, row: Row, claim: Claim | None, about: str, lens: Lens) -> list[Reference]:
    from explorer.view.references import of_claims, references

    if row.passage[0]:
        about, place = row.passage
    else:
        place = ""
    entity = store.entity(about)
    if claim is not None:
        return of_claims(store, [claim])
    return references(store, entity, lens, place) if entity else []


def _cited(references: list[Reference], format_: str) -> str:
    from explorer.view.citing import cite

    return cite(references, format_) if references else ""


def _claim(store: Store, row: Row, lens: Lens) -> Claim | None:
    """The claim that a row states: the one whose source enter opens, else the one that it would mark."""
    if row.claim:
        return next(iter(statements.numbered(store, [row.claim], lens)), None)
    entity = store.entity(row.mark[0]) if row.mark[1] else None
    own = statements.of_entity(store, entity, lens) if entity else []
    return next((claim for claim in own if claim.key == row.mark[1]), None)


def _whole(store: Store, row: Row, lens: Lens) -> Row:
    """A row that stands for an entity and none of its statements is quoted as its card's title."""
    entity = store.entity(row.mark[0]) if row.mark[0] and not row.mark[1] else None
    return row._replace(kind="title", value="", text=clean(store.name(entity, lens))) if entity else row


def _value(row: Row) -> str:
    """The figure or name; what a row without one says."""
    return row.value.lstrip(ARROWS) if row.value else row.text.strip()


def _sentence(store: Store, row: Row, claim: Claim | None, about: str, lens: Lens) -> str:
    """Whom it is about, what is said, when and by whom, and in brackets where."""
    if claim is None:
        entity = store.entity(about)
        summary = entity.summary if entity and row.kind == "title" and lens.asked is None else ""
        said = ": ".join(part for part in (_value(row), summary or (row.text if row.value else "")) if part)
        return said if said.endswith(".") or not said else f"{said}."
    body = words.statement(claim).rstrip(".")
    details = "; ".join(words.notes_beside(claim, None))  # a sentence that leaves says nothing of the day asked
    doubts = "; ".join(part.strip().rstrip(".") for part in words.remarks(claim) if part.startswith("?"))
    inside = "; ".join(part for part in (details, words.sources(claim), doubts) if part)
    return f"{claim.entity.name}: {body} ({inside})." if inside else f"{claim.entity.name}: {body}."


def _cells(row: Row, about: str) -> str:
    """The row as a line for a table: id, value, text, time and speaker, source, marks."""
    cells = (about, row.value.lstrip(ARROWS), row.text.strip(), "; ".join(row.notes), row.source, row.marks)
    said = any(cells[1:])
    return "\t".join(cell.replace("\t", "\\t").replace("\n", "\\n") for cell in cells) if said else ""


def _command(words: tuple[str, ...], data: str, day: str) -> str:
    from shlex import quote

    if not words:
        return ""
    parts = ["csto", *map(quote, words)]
    parts += ["--as-of", quote(day)] if day else []
    parts += ["--data", quote(data)] if data else []
    return " ".join(parts)
