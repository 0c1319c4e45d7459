"""What is marked for the brief, as rows: each statement with its source, in the order of marking."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.store import claims as statements
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.view import words
from explorer.view.card import Card, row_of
from explorer.view.rows import Row


def brief_card(store: Store, marks: Iterable[tuple[str, str]], lens: Lens, *, how: str) -> Card:
    """The marks, under the entity that each belongs to; `how` says what to press.

    A mark is an entity's id and the key of one of its statements, or an empty key for all of it.
    """
    kept = list(marks)
    title = f"{len(kept)} marked for the brief" if kept else "Nothing is marked for the brief"
    rows = [Row("title", title), Row("line", how)]
    for id_ in dict.fromkeys(id_ for id_, _ in kept):
        entity = store.entity(id_)
        rows += [Row("gap"), Row("heading", clean(entity.name if entity else id_))]
        keys = [key for mark, key in kept if mark == id_]
        rows += _entries(store, entity, keys, lens) if entity else [_lost(id_, key) for key in keys]
    return Card("", title, tuple(rows), 0)


def _entries(store: Store, entity: Entity, keys: list[str], lens: Lens) -> list[Row]:
    known = {claim.key: claim for claim in statements.of_entity(store, entity, lens)}
    rows = []
    for key in keys:
        claim = known.get(key)
        if not key:
            life = words.life(entity, lens.last)
            label = store.kind(entity.kind)[0]
            rows.append(Row("link", value="everything", notes=tuple(filter(None, (label, life))), target=entity.id))
        elif claim is None:
            rows.append(_lost(entity.id, key))
        else:
            notes, text = words.notes_beside(claim, lens.asked), words.statement(claim)
            rows.append(row_of("fact", claim, notes, text=text, target=entity.id)._replace(claim=claim.number))
    return [row._replace(mark=(entity.id, key)) for row, key in zip(rows, keys, strict=True)]


def _lost(id_: str, key: str) -> Row:
    """What was marked and is no longer in the data."""
    text = clean(f"{id_} {key}".strip())
    return Row("fact", text=f"{text} is no longer in the data", mark=(id_, key))
