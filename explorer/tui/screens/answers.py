"""What the search pane shows for a query."""

from __future__ import annotations

from collections.abc import Callable

from explorer.store import search
from explorer.store.lens import Lens
from explorer.store.nothing import DAY, FACTS, KINDS, further, nearest
from explorer.store.query import LONGEST, OPERATORS, Query, read
from explorer.store.read import Store
from explorer.store.rows import Hit
from explorer.text import shorten
from explorer.view.found import Found, found

HITS = 50
HOW_TO_SEARCH = "type a name, a part of one, or words of a fact; esc goes back"
WAYS = {FACTS: "in facts", KINDS: "without what narrows the search", DAY: "without the day"}
SHOWN = 60
"""Columns of a query that are repeated."""


def answer_of(
    store: Store, text: str, lens: Lens, key: Callable[[str], str]
) -> tuple[list[Hit], list[Found], list[str]]:
    """Hits, each as it is shown, and what there is to say; `key` gives the key of a command."""
    query = search.read(store, text)
    made = search.answer(store, query, lens, limit=HITS)
    said = [made.wrong] if made.wrong else []
    if made.cut:
        said.append(f"only the first words are looked for; a query has {LONGEST} letters at most")
    if made.hidden:
        said.append(f"the day hides {made.hidden}")
    if not text.strip():
        said = [HOW_TO_SEARCH]
    elif not made.hits and not made.wrong:
        said = [*_nothing(store, text, query, lens, made.tried, key), *said]
    return made.hits, [found(store, hit, lens) for hit in made.hits], said


def _nothing(
    store: Store, text: str, query: Query, lens: Lens, tried: tuple[str, ...], key: Callable[[str], str]
) -> list[str]:
    """What was tried, which words there are, and which keys find something."""
    also = f", nor for {' or '.join(f'‘{word}’' for word in tried)}" if tried else ""
    said = [f"nothing found for ‘{shorten(text.strip(), SHOWN)}’{also}; esc goes back"]
    if near := nearest(store, query):
        said.append(f"nearest words: {', '.join(near)}")
    return said + [f"{key(f'search.{way}')} {count} {WAYS[way]}" for way, count in further(store, query, lens)]


def widened(text: str, way: str) -> str:
    """The line as it must be typed to look further that way: it finds what `store.nothing.further` has counted."""
    dropped = ("only",) if way == FACTS else tuple(OPERATORS)
    words = text.removeprefix("=").split() if read(text).exact else text.split()
    words = [word for word in words if ":" not in word or word.partition(":")[0].lower() not in dropped]
    if way == FACTS:
        return " ".join(["only:facts", *words])  # before them: a line that begins with = asks for whole names
    return " ".join(word.lstrip("=") for word in words)
