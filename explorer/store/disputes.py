"""Statements in trouble, side by side: of the whole data set or of one thing, what is about one matter put together."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity, Ref
from explorer.values.lean import NamedTuple

KINDS = ("differs", "plan", "against", "doubt", "repeats")
"""The kinds of trouble in the order in which they are told."""
MOST = 500
"""Statements in one query."""
_ALONE = "doubt"
"""The kind for which one statement is enough."""


class Dispute(NamedTuple):
    """Statements about one matter that cannot all be taken as they stand."""

    kind: str
    entity: Ref
    about: str
    texts: tuple[str, ...]
    """Why, each reason once."""
    claims: tuple[Claim, ...]


def disputes(store: Store, lens: Lens, entity: Entity | None = None, kind: str = "") -> tuple[list[Dispute], int]:
    """Troubles by their entities' names, and how many the day asked hides.

    What is said of several statements in the same words is one trouble, and so are contradictions that share a
    statement; a statement is then there once, however often it is pointed at.
    """
    found = _merged([row for row in _rows(store, entity) if kind in ("", row.kind)])
    claims = _claims(store, [number for row in found for number in row.claims], lens)
    shown = []
    for row in found:
        seen = tuple(claims[number] for number in row.claims if claims[number].shown)
        if len(seen) >= min(len(row.claims), 1 if row.kind == _ALONE else 2):
            shown.append(Dispute(row.kind, row.entity, row.about, row.texts, seen))
    return shown, len(found) - len(shown)


class _Row(NamedTuple):
    """A trouble with the numbers of its statements."""

    kind: str
    entity: Ref
    about: str
    texts: tuple[str, ...]
    claims: tuple[int, ...]


def _rows(store: Store, entity: Entity | None) -> list[_Row]:
    where = (
        "where t.entity = :number or t.id in (select m.trouble from trouble_claim m join claim c on c.id = m.claim "
        "where c.entity = :number or c.of = :number or c.target = :number)"
    )
    rows = store.connection.execute(
        "select t.id, t.kind, e.id, e.kind, e.name, coalesce(t.about, ''), t.text, m.claim from trouble t "
        "join entity e on e.rowid = t.entity join trouble_claim m on m.trouble = t.id "
        f"{where if entity else ''} order by e.folded, e.id, t.id, m.ord",
        {"number": entity.number} if entity else {},
    )
    found: dict[int, _Row] = {}
    for id_, kind, *ref, about, text, claim in rows:
        row = found.get(id_) or _Row(kind, Ref(*ref), about, (text,), ())
        found[id_] = row._replace(claims=(*row.claims, claim))
    return list(found.values())


def _merged(rows: list[_Row]) -> list[_Row]:
    """Those of one thing and kind that share their words or, where they contradict, a statement, as one."""
    made: list[_Row] = []
    by_thing: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        places = by_thing.setdefault((row.kind, row.entity.id), [])
        same = [place for place in places if _one_matter(made[place], row)]
        if not same:
            places.append(len(made))
            made.append(row)
            continue
        made[same[0]] = _together([*(made[place] for place in same), row])
        for place in same[1:]:
            places.remove(place)
            made[place] = made[place]._replace(claims=())
    return [row for row in made if row.claims]


def _one_matter(one: _Row, other: _Row) -> bool:
    if set(one.texts) & set(other.texts) and one.about == other.about:
        return True
    return one.kind in ("against", "repeats") and not set(one.claims).isdisjoint(other.claims)


def _together(rows: list[_Row]) -> _Row:
    texts = tuple(dict.fromkeys(text for row in rows for text in row.texts))
    claims = tuple(dict.fromkeys(number for row in rows for number in row.claims))
    return rows[0]._replace(texts=texts, claims=claims)


def _claims(store: Store, numbers: list[int], lens: Lens) -> dict[int, Claim]:
    wanted = list(dict.fromkeys(numbers))
    parts = (wanted[start : start + MOST] for start in range(0, len(wanted), MOST))
    return {claim.number: claim for part in parts for claim in statements.numbered(store, part, lens)}


def source_dates(store: Store) -> dict[str, str]:
    """Every document's own date as written, by its id."""
    rows = store.connection.execute(
        "select e.id, c.time from claim c join entity e on e.rowid = c.entity "
        "where c.part = 'date' and c.time is not null order by c.mood is not null desc, c.id desc"
    )
    return dict(rows.fetchall())
