"""The stages of the model: by what each is known, what is named as evidence, and how far each is said to have come."""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Ref
from explorer.store.stages import Evidence, Stage, concept_of, model, stages
from explorer.text import clean
from explorer.view import words
from explorer.view.bars import Stretch
from explorer.view.card import Card
from explorer.view.rows import Row

MODEL = "model"
"""The kind of the view."""
NOTHING = "nothing is named as evidence of it"


def model_card(store: Store, id_: str, lens: Lens) -> Card:
    """A stage, another concept with stages, or, without an id, the model of the data set."""
    entity = store.entity(id_) if id_ else model(store)
    if entity is None:
        title = "No model"
        return Card("", title, (Row("title", title), Row("line", "The vocabulary names none.")), 0)
    found = stages(store, entity, lens)
    concept = entity if found else concept_of(store, entity)
    every = found or (stages(store, concept, lens) if concept else [])
    chosen = [(number, one) for number, one in enumerate(every, 1) if found or one.entity.id == entity.id]
    title = clean(store.name(entity, lens))
    asks = ("model", id_) if id_ else ("model",)
    rows = [
        Row("title", title, mark=(entity.id, ""), asks=asks),
        Row("line", _size(every, number=None if found else chosen)),
    ]
    if found:
        rows += _overview(store, found, lens)
    for number, one in chosen:
        rows += _stage(store, number, one, lens, alone=not found)
    rows += _reached(store, [one for _, one in chosen], lens)
    if not found and concept is not None:
        rows += [
            Row("gap"),
            Row("link", value=clean(f"→ {concept.name}"), notes=("all stages",), view=_view(concept.id)),
        ]
    return Card("", title, tuple(rows), sum(one.hidden for _, one in chosen))


def _view(id_: str) -> tuple[str, str, str]:
    return MODEL, id_, ""


def _size(every: list[Stage], *, number: list[tuple[int, Stage]] | None) -> str:
    if number:
        return f"stage {number[0][0]} of {len(every)}"
    return f"{len(every)} stages" if every else "it has no stages and is none"


def _overview(store: Store, found: list[Stage], lens: Lens) -> list[Row]:
    """How much is named as evidence of each stage; enter lists it."""
    most = max((len(one.own) for one in found), default=0) or 1
    rows = [Row("gap"), Row("heading", "Evidence of its own, by stage")]
    for number, one in enumerate(found, 1):
        name = clean(f"{number} {store.name(one.entity, lens)}")
        bar = (Stretch(0, len(one.own) / most),) if one.own else ()
        rows.append(Row("bar", text=name, bar=bar, value=str(len(one.own)), view=_view(one.entity.id)))
    return rows


def _stage(store: Store, number: int, one: Stage, lens: Lens, *, alone: bool) -> list[Row]:
    """By what a stage is known, its evidence in the order of time, and what only compares."""
    name = clean(store.name(one.entity, lens))
    rows = [] if alone else [Row("gap"), Row("heading", f"{number} {name}")]
    rows += [Row("link", value=f"→ {name}", notes=("its own card",), target=one.entity.id)]
    rows += _group("By what it is known", [_said(claim) for claim in one.criteria], "no criterion is named")
    rows += _group(f"Evidence ({len(one.own)})", [_evidence(store, each, lens) for each in one.own], NOTHING)
    if one.compared:
        compared = [_evidence(store, each, lens) for each in one.compared]
        rows += _group(f"Elsewhere, to compare ({len(one.compared)})", compared, "")
    return rows


def _group(heading: str, rows: list[Row], without: str) -> list[Row]:
    return [Row("gap"), Row("heading", heading), *(rows or [Row("line", f"  {without}")])]


def _evidence(store: Store, one: Evidence, lens: Lens) -> Row:
    life = words.life(one.entity, lens.last) or "not dated"
    name = clean(store.name(one.entity, lens))
    return _row(one.claim, value=f"← {name}", before=(life,))._replace(kind="link", target=one.entity.id)


def _said(claim: Claim) -> Row:
    return _row(claim, text=clean(claim.text))


def _reached(store: Store, found: list[Stage], lens: Lens) -> list[Row]:
    """Who is said to have come to which stage, on whose word; what contradicts it is marked."""
    names: dict[str, Ref] = {}
    said: dict[str, list[tuple[str, Claim]]] = {}
    for one in found:
        for claim in one.reached:
            who = claim.of if claim.entity.id == one.entity.id else claim.entity
            ref = who or claim.entity
            names[ref.id] = ref
            stage = f"{store.name(one.entity, lens)}: " if len(found) > 1 else ""
            said.setdefault(ref.id, []).append((stage, claim))
    rows: list[Row] = []
    for id_, statements in said.items():
        rows += [Row("gap"), Row("heading", clean(f"How far: {names[id_].name}"))]
        rows += [
            _row(claim._replace(of=None), text=clean(f"{stage}{claim.text}"))._replace(target=claim.entity.id)
            for stage, claim in statements
        ]
    return rows


def _row(claim: Claim, *, text: str = "", value: str = "", before: tuple[str, ...] = ()) -> Row:
    return Row(
        "fact",
        text=text,
        value=value,
        notes=tuple(map(clean, (*before, *words.notes(claim, None)))),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=words.marks(claim.troubles),
        remarks=tuple(map(clean, words.remarks(claim))),
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )
