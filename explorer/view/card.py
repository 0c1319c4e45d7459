"""The card of an entity: who it is, what is said of it, and what it is linked to, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from explorer.store import claims as statements
from explorer.store.documents import about_words, document
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.store.structure import tree_relations
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import NO, UNKNOWN
from explorer.values.lean import NamedTuple
from explorer.values.terms import OWN_TIME
from explorer.view import words
from explorer.view.rows import Row

OUT, BACK = "→", "←"


class Card(NamedTuple):
    """Everything that is shown of an entity."""

    id: str
    name: str
    rows: tuple[Row, ...]
    hidden: int
    """Statements that the day asked leaves out."""


def card(store: Store, entity: Entity, lens: Lens) -> Card:
    """The card of an entity, as of a day."""
    own, back, says, about = statements.around(store, entity, lens)
    said = {claim.number for claim in (*own, *says)}
    told = [claim for claim in about if claim.number not in said]
    shown = [claim for claim in own if claim.shown]
    came = [claim for claim in back if claim.shown]
    name = clean(store.name(entity, lens))
    rows = [Row("title", name, mark=(entity.id, ""))]
    rows += _head(store, entity, lens, shown)
    rows += _times(shown, lens)
    rows += _facts(store, shown, lens)
    rows += _links(shown, OUT, lens)
    rows += _links(came, BACK, lens)
    rows += _says([claim for claim in says if claim.shown], lens)
    rows += _elsewhere([claim for claim in told if claim.shown], lens)
    every = (*own, *back, *says, *told)
    return Card(entity.id, name, tuple(rows), sum(not claim.shown for claim in every))


def _head(store: Store, entity: Entity, lens: Lens, claims: list[Claim]) -> list[Row]:
    """Kind, place in the structure, life; other names; summary."""
    label = store.kind(entity.kind)[0]
    parts, life = [label], words.life(entity, lens.last)
    if entity.mood and not life.startswith(words.MOODS[entity.mood]):
        parts.append(words.MOODS[entity.mood])
    ended = lens.ended(entity)
    parts += _belongs(claims, tree_relations(store), ended=ended)
    parts += [life] if life else []
    if ended and entity.kind not in OWN_TIME:
        parts.append("ended")
    rows = [Row("line", clean(" · ".join(parts)))]
    rows += _document(store, entity)
    names = [name for name in (entity.name, entity.short) if name and name != store.name(entity, lens)]
    names += [_alias(claim) for claim in claims if claim.part == "also" and claim.text != store.name(entity, lens)]
    if names:
        rows.append(Row("line", f"also {', '.join(map(clean, names))}"))
    if entity.summary and lens.asked is None:  # it spans all years, and would tell a day what came later
        rows += [Row("gap"), Row("text", clean(entity.summary))]
    return rows


def _belongs(claims: list[Claim], structure: frozenset[str], *, ended: bool) -> list[str]:
    """To what it belongs; on a day to what it surely belonged to, else to what it may have, and to what is over only
    where it is over itself."""
    links = [one for one in claims if one.part == "link" and one.relation in structure and not one.mood]
    links.sort(key=lambda one: (one.answer == NO, one.answer == UNKNOWN))
    return [f"{one.label} {one.other.name}" for one in links if one.other and (ended or one.answer != NO)][:1]


def _alias(claim: Claim) -> str:
    return claim.text + (f" ({dates.show(claim.happened)})" if claim.happened else "")


def _document(store: Store, entity: Entity) -> list[Row]:
    found = document(store, entity)
    if found is None:
        return []
    type_ = store.label("document_type", found.type) if found.type else ""
    parts = [type_, found.author, found.publisher, f"in {words.language(found.language)}" if found.language else ""]
    rows = [Row("line", clean(" · ".join(part for part in parts if part)))] if any(parts) else []
    if found.url:
        read = f" (read {found.accessed})" if found.accessed else ""
        rows.append(Row("line", clean(f"{found.url}{read}")))
    return rows


def _times(claims: list[Claim], lens: Lens) -> list[Row]:
    """Times of life and dates with their sources; left out where there is nothing to say beyond the head."""
    times = [claim for claim in claims if claim.part in ("when", "date")]
    if not any(claim.cites or claim.mood or claim.doubt or claim.note for claim in times):
        return []
    rows = [Row("gap"), _heading("Time", times)]
    rows += [_row("fact", claim, lens, value=words.when(claim, lens.asked)) for claim in times]
    return rows


def _facts(store: Store, claims: list[Claim], lens: Lens) -> list[Row]:
    """Facts under the question that they answer, in the order of the vocabulary."""
    rows: list[Row] = []
    groups = _grouped([claim for claim in claims if claim.part == "fact"], lambda claim: claim.about)
    labels = dict(about_words(store))
    order = [*labels, ""]
    for about in sorted(groups, key=order.index):
        rows += [Row("gap"), _heading(labels.get(about, "Facts"), groups[about])]
        rows += [_fact(claim, lens) for claim in groups[about]]
    return rows


def _fact(claim: Claim, lens: Lens) -> Row:
    value = f"{claim.of.name}: {claim.value}" if claim.of and claim.value else claim.value
    return _row("fact", claim, lens, value=value, text=claim.text)


def _says(claims: list[Claim], lens: Lens) -> list[Row]:
    """What this one is reported to have said, each with whom it is about; enter leads to where it stands."""
    if not claims:
        return []
    rows = [Row("gap"), _heading("Says", claims)]
    for claim in claims:
        made = _fact(claim._replace(by=None), lens)
        about = f"of {clean(claim.entity.name)}"
        if claim.part != "fact":
            made = made._replace(text=clean(words.statement(claim)))
        rows.append(made._replace(notes=(about, *made.notes), target=claim.entity.id))
    return rows


def _elsewhere(claims: list[Claim], lens: Lens) -> list[Row]:
    """Facts that stand with other entities and are about this one; enter leads to where they stand."""
    if not claims:
        return []
    rows = [Row("gap"), _heading("Said of it elsewhere", claims)]
    for claim in claims:
        row = _row("fact", claim._replace(of=None), lens, value=claim.value, text=claim.text)
        place = f"{BACK} {clean(claim.entity.name)}"
        rows.append(row._replace(notes=(place, *row.notes), target=claim.entity.id))
    return rows


def _links(claims: list[Claim], arrow: str, lens: Lens) -> list[Row]:
    """Links under their relation, as it reads from this side."""
    rows: list[Row] = []
    links = [claim for claim in claims if claim.part == "link" and claim.other]
    for label, group in _grouped(links, lambda claim: claim.label).items():
        rows += [Row("gap"), _heading(label[:1].upper() + label[1:], group)]
        for claim in group:
            assert claim.other is not None
            role = f" ({claim.role})" if claim.role else ""
            value = f"{arrow} {claim.other.name}{role}"
            rows.append(_row("link", claim, lens, value=value)._replace(target=claim.other.id))
    return rows


def _grouped(claims: list[Claim], key: Callable[[Claim], str]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return groups


def _heading(text: str, claims: list[Claim]) -> Row:
    plan = any("plan" in claim.troubles for claim in claims)
    differs = any("differs" in claim.troubles for claim in claims)
    marks = " ".join(part for part in ("≠" if differs else "", "plan/made" if plan else "") if part)
    return Row("heading", clean(text), marks=marks)


def row_of(
    kind: str, claim: Claim, notes: Iterable[str], *,
    text: str = "", value: str = "", target: str = "", marks: str | None = None, remarks: tuple[str, ...] = (),
) -> Row:  # fmt: skip
    """The row of a statement: what it says, where it stands, what is wrong with it, and what leads on from it.

    `marks` are given where they are not those of all its troubles.
    """
    return Row(
        kind,
        text=text and clean(text),
        value=value and clean(value),
        notes=tuple([clean(note) for note in notes if note]),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=words.marks(claim.troubles) if marks is None else marks,
        remarks=tuple(map(clean, remarks)) if remarks else (),
        target=target,
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )


def _row(kind: str, claim: Claim, lens: Lens, *, value: str, text: str = "") -> Row:
    marks = words.marks(tuple(t for t in claim.troubles if t != "plan")) if claim.troubles else ""  # headings say that
    notes = words.notes_beside(claim, lens.asked)
    return row_of(kind, claim, notes, text=text, value=value, marks=marks, remarks=words.remarks(claim))
