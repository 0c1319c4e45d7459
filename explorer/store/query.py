"""What was typed, read: words, and operators that narrow where they are looked for."""

from __future__ import annotations

from explorer.text import fold
from explorer.values.lean import NamedTuple

LONGEST = 400
"""Characters of a query that are read; more is a slip of the clipboard."""
MOST_WORDS = 12
"""Words of a query that are looked for; each costs a look-up, and nobody names a thing with more."""
OPERATORS = {
    "kind": "kind:event",
    "in": "in:2001 or in:2000/2003",
    "source": "source: and a source's id",
    "only": "only:names or only:facts",
}
"""Operator to how it is written."""
PLACES = ("names", "facts")


class Query(NamedTuple):
    """Words to find and what narrows them, as typed; nothing of it has been looked up."""

    words: tuple[str, ...] = ()
    """Folded."""
    raw: tuple[str, ...] = ()
    """The same words as they were written: what stands in another script is read from these."""
    exact: bool = False
    """Only names that are just these words."""
    whole: frozenset[str] = frozenset()
    """Words that must stand as they are."""
    without: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    only: str = ""
    wrong: str = ""
    """Why it cannot be read; empty where it can."""
    cut: bool = False
    """Whether there was more than is read."""

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was asked for."""
        return bool(self.kinds or self.times or self.sources)


def read(text: str) -> Query:
    """Read a line that was typed. `=` first asks for whole names, before a word for that very word."""
    cut = len(text) > LONGEST
    given = text[:LONGEST].strip()
    exact = given.startswith("=") and not given[1:2].isspace() and len(given) > 1
    if exact:
        given = given[1:]
    query = Query(exact=exact, cut=cut)
    for token in given.split():
        query = _with(query, token)
    if len(query.words) > MOST_WORDS:
        query = query._replace(words=query.words[:MOST_WORDS], raw=query.raw[:MOST_WORDS], cut=True)
    return query


def _with(query: Query, token: str) -> Query:
    name, colon, value = token.partition(":")
    if token[0] == "-" and len(token) > 1:
        return query._replace(without=(*query.without, *fold(token).split()))
    if colon and name.isascii() and name.isalpha() and (value or name.lower() in OPERATORS) and value[:2] != "//":
        return _operated(query, name.lower(), value)
    words = pieces(token.lstrip("=") if token[0] == "=" else token)
    whole = query.whole | {folded for folded, _, _ in words} if token[0] == "=" else query.whole
    raw = tuple(token.lstrip("=")[start:end] for _, start, end in words)
    return query._replace(words=query.words + tuple(word[0] for word in words), raw=query.raw + raw, whole=whole)


def _operated(query: Query, name: str, value: str) -> Query:
    """A query with one more operator; one that is not known, or not finished, is said and never searched for."""
    wrong = query.wrong
    if name == "kind" and value:
        return query._replace(kinds=(*query.kinds, value))
    if name == "in" and value:
        return query._replace(times=(*query.times, value))
    if name == "source" and value:
        return query._replace(sources=(*query.sources, value))
    if name == "only" and value in PLACES:
        return query._replace(only=value)
    if name in OPERATORS:
        return query._replace(wrong=wrong or f"‘{name}:’ is written {OPERATORS[name]}")
    from explorer.text import suggest

    hint = suggest(name, OPERATORS) or f"there are {', '.join(f'{known}:' for known in OPERATORS)}"
    return query._replace(wrong=wrong or f"no operator ‘{name}:’; {hint}")


def folded(text: str) -> str:
    """The words of a text in a line, as names and facts are stored and compared."""
    return " ".join(word for word, _, _ in pieces(text)) if "," in text else fold(text)


def pieces(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as `fold` makes them, with their places in it; thousands are one number."""
    made: list[tuple[str, int, int]] = []
    word, start = "", 0
    for place, letter in enumerate(text):
        plain = letter.lower() if letter.isascii() and letter.isalnum() else "" if letter.isascii() else fold(letter)
        if plain:
            start = start if word else place
            word += plain
        elif word and not _inside(text, place):
            made += _split(word, start, place)
            word = ""
    if word:
        made += _split(word, start, len(text))
    return made


def _split(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """A letter that folds to several words (a fraction) stands for all of them."""
    return [(part, start, end) for part in word.split()]


def _inside(text: str, place: int) -> bool:
    """Whether what is no letter stands inside a word: an apostrophe, an accent, the comma of 66,000."""
    letter = text[place]
    if letter in "'’ʼ`":
        return True
    if letter == ",":
        return text[place - 1 : place].isdigit() and text[place + 1 : place + 4].isdigit() and len(text) > place + 3
    return not letter.isascii() and not letter.isspace() and not fold(f"a{letter}a").count(" ")
