"""The one thing that a reader means by a name: by an id or a whole name at once, else by searching."""

from __future__ import annotations

from explorer.errors import AmbiguousError, NotFoundError
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Entity, Ref

CLEAR = 12.0
"""How many points a near match must lead by to be taken for the one that was meant."""


def resolve(store: Store, text: str, *, near: bool = True) -> Entity:
    """The one entity that a reader means. Raises NotFoundError or AmbiguousError.

    An id or former id, then a name, a short name, an alias; folded, with hyphens as spaces. Failing these, with
    `near`, a single clear near match.
    """
    return resolved(store, text) or _near(store, text, near)


def resolved(store: Store, text: str) -> Entity | None:
    """The one entity that is called just that; None where none is. Raises AmbiguousError."""
    entity = store.entity(text.strip())
    if entity is not None:
        return entity
    from explorer.store.query import folded  # an id needs none of it

    spelt = folded(text)
    for field in ("name", "short", "also", "id"):
        rows = store.connection.execute(
            f"select distinct {ENTITY} from entity e join name n on n.entity = e.rowid "
            "where n.folded = ? and n.field = ?",
            (spelt, field),
        ).fetchall()
        if len(rows) == 1:
            return Entity(*rows[0])
        if rows:
            _raise_ambiguous(text, [Entity(*row).ref for row in rows])
    return None


def _near(store: Store, text: str, near: bool) -> Entity:
    from explorer.store import query as queries  # what has just that name is found without all that search needs
    from explorer.store.search import answer

    query = queries.of_words(text, only="names")
    hits = answer(store, query, store.lens(None), limit=5).hits
    if not near or not hits:
        hint = "did you mean " + " or ".join(f"‘{hit.ref.name}’" for hit in hits[:3]) + "?" if hits else ""
        raise NotFoundError(f"nothing is called ‘{text}’", hint)
    if len(hits) > 1 and hits[0].score - hits[1].score < CLEAR:
        _raise_ambiguous(text, [hit.ref for hit in hits])
    entity = store.entity(hits[0].ref.id)
    assert entity is not None
    return entity


def _raise_ambiguous(text: str, refs: list[Ref]) -> None:
    raise AmbiguousError(f"‘{text}’ could be several things", [(ref.id, ref.kind, ref.name) for ref in refs])
