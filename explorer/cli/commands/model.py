"""`csto model [STAGE]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened, say_left_out
from explorer.errors import NOT_FOUND, OK
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.store.stages import Stage, concept_of, model, stages
from explorer.view import words


def run(request: Request, output: Output) -> int:
    """The stages with criteria and evidence; 1 where there are none."""
    store = opened(request)
    lens = lens_of(request, store)
    entity = meant(store, request.arguments[0]) if request.arguments else model(store)
    concept, found = _meant(store, entity, lens)
    if concept is None or not found:
        say(f"‘{entity.name}’ is no stage and has none" if entity else "the vocabulary names no model")
        return NOT_FOUND
    if request.json:
        records = [_record(store, one, lens) for one in found]
        named = {"id": concept.id, "name": store.name(concept, lens)}
        output.answer({"model": named, "stages": records}, "stages")
    elif "--plain" in request.flags:
        header = ("stage", "part", "id", "kind", "text", "when", "as", "mood", "source", "by")
        output.table(header, (row for one in found for row in _plain(store, one, lens)))
    else:
        from explorer.view.model import model_card

        shown = entity.id if entity and request.arguments else ""
        output.sourced(store, model_card(store, shown, lens).rows)
    ids = {one.entity.id for one in found}
    say_left_out(
        store, lens, lambda seen: _evidence(store, concept, ids, seen), "piece of evidence", "pieces of evidence"
    )
    return OK


def _evidence(store: Store, concept: Entity, ids: set[str], lens: Lens) -> int:
    """How much is named as evidence of these stages, or says how far they have come."""
    every = [one for one in stages(store, concept, lens) if one.entity.id in ids]
    return sum(len(one.own) + len(one.compared) + len(one.reached) for one in every)


def _meant(store: Store, entity: Entity | None, lens: Lens) -> tuple[Entity | None, list[Stage]]:
    """The concept, and the stages that are meant: all of its own, or the one of its stages."""
    if entity is None:
        return None, []
    own = stages(store, entity, lens)
    if own:
        return entity, own
    concept = concept_of(store, entity)
    every = stages(store, concept, lens) if concept else []
    return concept, [one for one in every if one.entity.id == entity.id]


def _record(store: Store, one: Stage, lens: Lens) -> dict[str, object]:
    from explorer.export.records import fact_record, link_record, ref_record

    return {
        "id": one.entity.id,
        "name": store.name(one.entity, lens),
        "criteria": [fact_record(claim) for claim in one.criteria],
        "evidence": [link_record(each.claim) for each in (*one.own, *one.compared)],
        "reached": [{"entity": ref_record(claim.entity), **fact_record(claim)} for claim in one.reached],
    }


def _plain(store: Store, one: Stage, lens: Lens) -> list[tuple[str, ...]]:
    parts = [("criterion", claim, claim.text, "") for claim in one.criteria]
    parts += [
        ("evidence", each.claim, store.name(each.entity, lens), words.life(each.entity, lens.last))
        for each in (*one.own, *one.compared)
    ]
    parts += [("reached", claim, claim.text, words.when(claim, None)) for claim in one.reached]
    return [
        (one.entity.id, part, claim.entity.id, claim.entity.kind, text, when, claim.role, claim.mood,
         words.sources(claim), claim.by.id if claim.by else "")
        for part, claim, text, when in parts
    ]  # fmt: skip
