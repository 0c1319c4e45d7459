"""What to say and to offer where nothing was found."""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.query import Query
from explorer.store.read import Store
from explorer.store.readings import Vocabulary
from explorer.store.search import answer
from explorer.store.slips import distance

FACTS, KINDS, DAY = "facts", "kinds", "day"
"""Ways to look further: in facts, everywhere, on any day."""
MOST = 3
ALIKE = 3
"""Letters in which a word may differ from what was typed and still be named."""


def nearest(store: Store, query: Query) -> list[str]:
    """The words of the vocabulary that are nearest to those that it does not have; a few, the nearest first."""
    vocabulary = Vocabulary(store.connection)
    made: list[str] = []
    for word in query.words:
        if vocabulary.uses(word) or len(word) < 3 or len(word) > 40:
            continue
        known = vocabulary.begun(word) or [*vocabulary.slips({word: 1.0})] or _alike(vocabulary, word)
        written = (one for one in known[: 4 * MOST] if vocabulary.written(one))
        made += [one for one in list(written)[:MOST] if one not in made]
    return made[:MOST]


def _alike(vocabulary: Vocabulary, word: str) -> list[str]:
    """Words that begin with the same letter or two and differ in the fewest others."""
    found = {other for size in (3, 2, 1) for other in vocabulary.begun(word[:size], 400)}
    most = min(ALIKE, len(word) // 2)
    near = [(distance(word, other, most), other) for other in found if abs(len(other) - len(word)) <= most]
    return [other for letters, other in sorted(near) if letters <= most]


def further(store: Store, query: Query, lens: Lens) -> list[tuple[str, int]]:
    """The ways to look further that find something, each with how much, the limit of a page at most."""
    ways = []
    if query.exact or query.only == "names":
        ways.append((FACTS, query.but(exact=False, only="facts"), lens))
    if query.narrowed or query.only or query.exact:
        ways.append((KINDS, query.but(kinds=(), times=(), sources=(), only="", exact=False, whole=frozenset()), lens))
    if lens.asked is not None:
        ways.append((DAY, query, store.lens(None)))
    made = [(way, len(answer(store, other, day).hits)) for way, other, day in ways]
    return [(way, count) for way, count in made if count]
