"""What was typed, read: words, and operators that narrow where they are looked for."""

from __future__ import annotations

from explorer.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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


class Query:
    """Words to find and what narrows them, as typed; nothing of it has been looked up."""

    __slots__ = (
        "cut",
        "exact",
        "kinds",
        "line",
        "only",
        "raw",
        "sources",
        "times",
        "whole",
        "without",
        "words",
        "wrong",
    )

    def __init__(self, words: tuple[str, ...] = (), raw: tuple[str, ...] = (), *, only: str = "") -> None:
        self.words = words
        """Folded."""
        self.raw = raw
        """The same words as they were written: what stands in another script is read from these."""
        self.line = " ".join(words)
        """All words, also those past the first that are looked for: a whole name may be long."""
        self.only = only
        self.exact = False
        """Only names that are just these words."""
        self.whole: frozenset[str] = frozenset()
        """Words that must stand as they are."""
        self.without: tuple[str, ...] = ()
        self.kinds: tuple[str, ...] = ()
        self.times: tuple[str, ...] = ()
        self.sources: tuple[str, ...] = ()
        self.wrong = ""
        """Why it cannot be read; empty where it can."""
        self.cut = False
        """Whether there was more than is read."""

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was asked for."""
        return bool(self.kinds or self.times or self.sources)

    @property
    def plain(self) -> bool:
        """Whether there is nothing but words."""
        return not (self.narrowed or self.exact or self.whole or self.without or self.only or self.wrong)

    def but(self, **changes: Any) -> Query:
        """The same query, but for these."""
        other = Query()
        for name in Query.__slots__:
            setattr(other, name, changes[name] if name in changes else getattr(self, name))
        return other


def read(text: str) -> Query:
    """Read a line that was typed. `=` first asks for whole names, before a word for that very word."""
    cut = len(text) > LONGEST
    given = text[:LONGEST].strip()
    exact = given.startswith("=") and not given[1:2].isspace() and len(given) > 1
    if exact:
        given = given[1:]
    query = Query()
    query.exact, query.cut = exact, cut
    for token in given.split():
        _add(query, token)
    query.line = " ".join(query.words)
    if len(query.words) > MOST_WORDS:
        query = query.but(words=query.words[:MOST_WORDS], raw=query.raw[:MOST_WORDS], cut=True)
    return query


def of_words(text: str, *, only: str = "") -> Query:
    """A query for words alone: no sign in the text means anything."""
    words = pieces(text[:LONGEST])[:MOST_WORDS]
    query = Query(tuple(word for word, _, _ in words), tuple(text[start:end] for _, start, end in words), only=only)
    query.line = folded(text)
    return query


def _add(query: Query, token: str) -> None:
    """Read one more word or operator."""
    name, colon, value = token.partition(":")
    if token[0] == "-" and len(token) > 1:
        query.without += tuple(fold(token).split())
    elif colon and name.isascii() and name.isalpha() and (value or name.lower() in OPERATORS) and value[:2] != "//":
        _operate(query, name.lower(), value)
    else:
        bare = token.lstrip("=") if token[0] == "=" else token
        words = pieces(bare)
        query.words += tuple(word for word, _, _ in words)
        query.raw += tuple(bare[start:end] for _, start, end in words)
        if bare is not token:
            query.whole |= {word for word, _, _ in words}


def _operate(query: Query, name: str, value: str) -> None:
    """Read an operator; one that is not known, or not finished, is said and never searched for."""
    if name == "kind" and value:
        query.kinds += (value,)
    elif name == "in" and value:
        query.times += (value,)
    elif name == "source" and value:
        query.sources += (value,)
    elif name == "only" and value in PLACES:
        query.only = value
    elif name in OPERATORS:
        query.wrong = query.wrong or f"‘{name}:’ is written {OPERATORS[name]}"
    else:
        from explorer.text import suggest

        hint = suggest(name, OPERATORS) or f"there are {', '.join(f'{known}:' for known in OPERATORS)}"
        query.wrong = query.wrong or f"no operator ‘{name}:’; {hint}"


def folded(text: str) -> str:
    """The words of a text in a line, as names and facts are stored and compared."""
    if "," in text:
        whole, *rest = text.split(",")
        for part in rest:
            thousands = whole[-1:].isdigit() and len(part) > 2 and part[:3].isdigit()
            whole += part if thousands else f" {part}"
        text = whole
    return fold(text)


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
