"""Find entities by what people type: whole names, beginnings, other spellings, slips, words of facts.

Candidates come from the full-text tables, names in static order of rank; then one function weighs them. The cost
follows the candidates, not the size of the data set.
"""

from __future__ import annotations

from explorer.errors import AmbiguousError, NotFoundError
from explorer.store.lens import Lens
from explorer.store.read import ENTITY, Store
from explorer.store.rows import Entity, Hit, Ref
from explorer.store.slips import deletions, distance, tolerance
from explorer.text import fold
from explorer.values.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any  # a look-up cannot afford to import typing

CANDIDATES = 200
"""How many rows of the full-text tables are weighed for one query."""

EXACT, PREFIX, SLIP = 1.0, 0.9, 0.75
"""How much a query's word is worth that a name has whole, begins with, or has but for a slip."""
WHOLE = 0.25
"""The share of the score that goes to how much of the name the query covers."""
FIELDS = {"name": 1.0, "short": 1.0, "also": 0.99, "id": 0.97}
"""What a match in each field is worth."""
FACT = 0.5
"""What a match in a fact is worth: names come first."""
CLEAR = 12.0
"""How many points a near match must lead by to be taken for the one that was meant."""
PART = 0.4
"""The share of the query's words that must be found at all."""
SMALL = 20_000
"""Names up to which the last resort may compare with every one."""
LONGEST = 400
"""Characters of a query that are read; more is a slip of the clipboard."""


class _Wanted(NamedTuple):
    """What a query asks for, besides its words."""

    kind: str
    last: str
    """The last day asked about: what is first seen later is hidden."""
    limit: int
    without: tuple[str, ...]
    exact: bool


def find(
    store: Store,
    query: str,
    lens: Lens,
    *,
    kind: str = "",
    limit: int = 20,
    exact: bool = False,
    without: tuple[str, ...] = (),
) -> tuple[list[Hit], int]:
    """The best hits for a query, best first, and how many more the day asked hides."""
    words = fold(query[:LONGEST]).split()
    if not words:
        return [], 0
    barred = tuple(word for text in without for word in fold(text).split())
    wanted = _Wanted(kind, lens.last, max(CANDIDATES, limit), barred, exact)
    meant = {word: {word: EXACT} for word in words} if exact else _meanings(store, words)
    scores: dict[int, tuple[float, str, str]] = {}
    hidden = 0
    for number, field, text, folded in _names(store, words, meant, wanted):
        _keep(scores, number, _score(words, folded, field, meant, exact), field, text)
    if not exact and len(scores) < wanted.limit:
        for number, text in _facts(store, words, wanted):
            _keep(scores, number, 100 * FACT * (1 - 0.001 * min(len(text), 400)), "fact", text)
    if not scores and not exact:
        scores = _last_resort(store, " ".join(words), wanted)
    if lens.asked is not None:
        hidden = _hidden(store, words, meant, wanted)
    return _hits(store, scores, lens, limit), hidden


def _keep(scores: dict[int, tuple[float, str, str]], number: int, score: float, field: str, text: str) -> None:
    if score > 0 and (number not in scores or scores[number][0] < score):
        scores[number] = (score, field, text)


def _score(words: list[str], folded: str, field: str, meant: dict[str, dict[str, float]], exact: bool) -> float:
    """0 to 100: how well a name answers the query."""
    if folded == " ".join(words):
        return 100.0 * FIELDS[field]
    if exact:
        return 0.0
    parts = folded.split()
    worth, used = 0.0, set()
    for word in words:
        best, at = 0.0, -1
        for index, part in enumerate(parts):
            value = meant[word].get(part, 0.0)
            if value == 0.0 and part.startswith(word):
                value = PREFIX * (0.9 + 0.1 * len(word) / len(part))
            if value > best:
                best, at = value, index
        worth += best
        used.add(at)
    share = worth / len(words)
    if share < PART:
        return 0.0
    covered = sum(len(parts[index]) for index in used if index >= 0) / max(1, len(folded) - len(parts) + 1)
    return 99.0 * FIELDS[field] * share * (1 - WHOLE + WHOLE * covered)


def _meanings(store: Store, words: list[str]) -> dict[str, dict[str, float]]:
    """For each word of the query, the words of the vocabulary it may stand for, and what they are worth."""
    meant: dict[str, dict[str, float]] = {}
    for word in words:
        meant[word] = {word: EXACT}
        begins = store.connection.execute(
            "select 1 from word where word >= ? and word < ? limit 1", (word, word + "\U0010ffff")
        ).fetchone()
        if begins is None:
            meant[word].update(dict.fromkeys(_slips(store, word), SLIP))
    return meant


def _slips(store: Store, word: str) -> list[str]:
    """Words of the vocabulary that differ by a slip: one letter, or two in a long word."""
    most = tolerance(word)
    asked = deletions(word)
    if most == 2:
        asked |= {shorter for one in asked for shorter in deletions(one)}
    if not asked:
        return []
    marks = ",".join("?" * len(asked))
    rows = store.connection.execute(f"select distinct word from slip where deletion in ({marks})", sorted(asked))
    return [row[0] for row in rows if distance(word, row[0], most) <= most]


_FITS = "(:kind = '' or e.kind = :kind) and (e.seen is null or e.seen <= :last)"
_MATCHED = "from name_words w cross join name n on n.rowid = w.rowid cross join entity e on e.rowid = n.entity"
"""FTS5 gives rows in the order of rowids, which is the static rank: a limit ends the walk as soon as it is reached."""


def _bound(wanted: _Wanted, **more: str) -> dict[str, str | int]:
    return {"kind": wanted.kind, "last": wanted.last, "limit": wanted.limit, **more}


def _match(words: list[str], meant: dict[str, dict[str, float]], joined: str, without: tuple[str, ...]) -> str:
    """A query for FTS5: each word or its beginning, or what it may stand for."""
    groups = [" OR ".join([f'"{word}"*', *(f'"{other}"' for other in meant[word] if other != word)]) for word in words]
    match = joined.join(f"({group})" for group in groups)
    return f"({match}) NOT ({' OR '.join(map(_quoted, without))})" if without else match


def _quoted(word: str) -> str:
    return f'"{word}"'


def _names(
    store: Store, words: list[str], meant: dict[str, dict[str, float]], wanted: _Wanted
) -> list[tuple[int, str, str, str]]:
    """Names worth weighing: the very name, names with all words, and, if there are none, names with some of them."""
    columns = "select n.entity, n.field, n.text, n.folded"
    rows: list[Any] = store.connection.execute(
        f"{columns} from name n join entity e on e.rowid = n.entity where n.folded = :folded and {_FITS}",
        _bound(wanted, folded=" ".join(words)),
    ).fetchall()
    rows = [row for row in rows if not set(wanted.without) & set(row[3].split())]
    if wanted.exact:
        return rows
    for joined in (" AND ", " OR "):
        found = store.connection.execute(
            f"{columns} {_MATCHED} where w.name_words match :match and {_FITS} order by w.rowid limit :limit",
            _bound(wanted, match=_match(words, meant, joined, wanted.without)),
        ).fetchall()
        if found:
            return rows + found
    return rows


def _facts(store: Store, words: list[str], wanted: _Wanted) -> list[tuple[int, str]]:
    match = _match(words, {word: {} for word in words}, " AND ", wanted.without)
    return store.connection.execute(
        "select c.entity, c.text from fact_words w cross join claim c on c.id = w.rowid "
        f"cross join entity e on e.rowid = c.entity where w.fact_words match :match and {_FITS} "
        "order by w.rowid limit :limit",
        _bound(wanted, match=match),
    ).fetchall()


def _hidden(store: Store, words: list[str], meant: dict[str, dict[str, float]], wanted: _Wanted) -> int:
    """How many entities would be found but for the day asked; past the limit, at least so many."""
    row = store.connection.execute(
        f"select count(distinct entity) from (select n.entity {_MATCHED} where w.name_words match :match "
        "and (:kind = '' or e.kind = :kind) and e.seen > :last limit :limit)",
        _bound(wanted, match=_match(words, meant, " AND ", wanted.without)),
    ).fetchone()
    return int(row[0])


def _last_resort(store: Store, folded: str, wanted: _Wanted) -> dict[int, tuple[float, str, str]]:
    """Names that merely look alike, where nothing better was found and the data set is small."""
    rows = store.connection.execute(
        f"select n.entity, n.field, n.text, n.folded from name n join entity e on e.rowid = n.entity where {_FITS} "
        "limit :most",
        {**_bound(wanted), "most": SMALL + 1},
    ).fetchall()
    if len(rows) > SMALL:
        return {}
    from rapidfuzz import fuzz, process

    found = process.extract(folded, [row[3] for row in rows], scorer=fuzz.ratio, score_cutoff=72, limit=20)
    scores: dict[int, tuple[float, str, str]] = {}
    for _, likeness, index in found:
        number, field, text, _ = rows[index]
        if not set(wanted.without) & set(rows[index][3].split()):
            _keep(scores, number, likeness * SLIP * FIELDS[field], field, text)
    return scores


def _hits(store: Store, scores: dict[int, tuple[float, str, str]], lens: Lens, limit: int) -> list[Hit]:
    """Entities of the best scores; equal ones by how many links they have, then by name."""
    ranked = []
    names = store.names_then(lens)
    for number, (score, field, text) in scores.items():
        entity = store.entity_at(number)
        hit = Hit(Ref(entity.id, entity.kind, names.get(number, entity.name)), round(score, 1), field, text)
        ranked.append((-hit.score, -entity.links, entity.name, hit))
    ranked.sort(key=lambda item: item[:3])
    return [item[3] for item in ranked[:limit]]


def resolve(store: Store, text: str, *, near: bool = True) -> Entity:
    """The one entity that a reader means. Raises NotFoundError or AmbiguousError.

    An id or former id, then a name, a short name, an alias; folded, with hyphens as spaces. Failing these, with
    `near`, a single clear near match.
    """
    entity = store.entity(text.strip())
    if entity is not None:
        return entity
    folded = fold(text)
    for fields in (("name",), ("short",), ("also",), ("id",)):
        marks = ",".join("?" * len(fields))
        rows = store.connection.execute(
            f"select distinct {ENTITY} from entity e join name n on n.entity = e.rowid "
            f"where n.folded = ? and n.field in ({marks})",
            (folded, *fields),
        ).fetchall()
        if len(rows) == 1:
            return Entity(*rows[0])
        if rows:
            _raise_ambiguous(text, [Entity(*row).ref for row in rows])
    return _near(store, text, near)


def _near(store: Store, text: str, near: bool) -> Entity:
    hits, _ = find(store, text, store.lens(None), limit=5)
    hits = [hit for hit in hits if hit.field != "fact"]
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
