"""Each id belongs to one entity, and a former id to one that has it no longer."""

from __future__ import annotations

from explorer.dataset.records import Entity
from explorer.dataset.report import Report


def unique(entities: list[Entity], report: Report) -> dict[str, Entity]:
    """Entities by id; of two with the same id the first stays."""
    known: dict[str, Entity] = {}
    for entity in entities:
        first = known.get(entity.id)
        if first is None:
            known[entity.id] = entity
            continue
        hint = f"first defined at {first.file}:{first.line}"
        report.add(entity.place, "duplicate-id", f"‘{entity.id}’ is defined twice", hint)
    owner: dict[str, str] = {}
    return {id_: _with_former(entity, known, owner, report) for id_, entity in known.items()}


def _with_former(entity: Entity, known: dict[str, Entity], owner: dict[str, str], report: Report) -> Entity:
    """The entity with the former ids that it alone has; `owner` remembers whose each is."""
    if not entity.old_ids:
        return entity
    kept = []
    for old in dict.fromkeys(entity.old_ids):
        other = owner.setdefault(old, entity.id)
        if old not in known and other == entity.id:
            kept.append(old)
            continue
        holder = old if old in known else other
        hint = f"‘{holder}’ is defined at {known[holder].file}:{known[holder].line}"
        message = f"the former id ‘{old}’ belongs to ‘{holder}’ already"
        report.add(entity.place, "duplicate-id", message, hint)
    return entity._replace(old_ids=tuple(kept))
