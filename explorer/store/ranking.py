"""How well a name or a fact answers a query: one function, and what each thing is worth in it.

In this order, each outweighing the next: names before facts, all words before a part, a word as it stands before its
beginning before a slip, rarer words before common ones, more of the name before less, words in their order. Equal hits
stand in the vocabulary's order of kinds, then shorter names first. How often a thing is looked at counts for nothing.
"""

from __future__ import annotations

from explorer.values.lean import NamedTuple

EXACT = 1.0
"""A word that a name has as it was typed."""
FORM = 0.98
"""The same word with another ending, or in the other spelling of English."""
SCRIPT = 0.97
"""The same word in another script."""
PREFIX = 0.9
"""The beginning of a word."""
SLIP = 0.75
"""A word but for a slip."""
BEGUN_SLIP = 0.7
"""The beginning of a word but for a slip."""

FIELDS = {"name": 1.0, "short": 1.0, "also": 0.99, "id": 0.93}
"""What a match in each field is worth."""
NOT_WHOLE = 0.99
"""A name that is not just the words typed."""
READ_ANEW = 0.98
"""Words that had to be joined or split to be found."""
SWAPPED = 0.97
"""Words that stand in another order in the name."""
COVERED = 0.25
"""The share of the score that goes to how much of the name the query covers."""
INITIALS = 0.6
"""Initials: below every written name that has all words."""
SHUFFLED = 0.9
"""Initials in another order, or with a letter from inside a word."""
FACT = 0.52
"""A fact with all words: below names with all words."""
BESIDE = 0.85
"""A word that the fact's entity has, not the fact."""
PART = 0.5
"""Only some of the words: below everything that has all."""
LEAST = 0.3
"""The share of the words, by weight, that must be found at all."""
ALIKE = 0.7
"""A name that merely looks alike as a whole."""


class Word(NamedTuple):
    """A word to find: what it may stand for, and how much it says."""

    text: str
    stems: dict[str, float]
    """What a name's word may be or begin with, and its worth."""
    wholes: dict[str, float]
    """What a name's word may be, and its worth."""
    weight: float = 1.0
    """The rarer the word, the more."""
    begins: bool = True
    """Whether the beginning of a word will do."""


class Match(NamedTuple):
    """How a query met a text."""

    score: float
    """0 to 1."""
    found: bool
    """Whether all words were."""


def worth(word: Word, part: str, others: tuple[str, ...] = ()) -> float:
    """What a word of a name is worth to a word of the query; `others` are its spellings in Latin letters."""
    best = _plain(word, part)
    for other in others:
        best = max(best, SCRIPT * _plain(word, other))
    return best


def _plain(word: Word, part: str) -> float:
    best = word.wholes.get(part, 0.0)
    for stem, value in word.stems.items():
        if value > best and part.startswith(stem):
            if len(part) == len(stem):
                best = value
            elif word.begins:
                best = max(best, value * PREFIX * (0.9 + 0.1 * len(stem) / len(part)))
    return best


def spellings(folded: str, spelt: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """The words of a name, each with its spellings in Latin letters."""
    parts = folded.split()
    if not spelt:
        return [(part, ()) for part in parts]
    return [(part, tuple(other.split("|"))) for part, other in zip(parts, spelt.split(), strict=True)]


def met(words: list[Word], parts: list[tuple[str, tuple[str, ...]]]) -> list[tuple[float, int]]:
    """For each word of the query its best part of the name, as worth and index; no part serves two words."""
    made = []
    used: set[int] = set()
    for word in words:
        best, at = 0.0, -1
        for index, (part, others) in enumerate(parts):
            if index not in used:
                value = worth(word, part, others)
                if value > best:
                    best, at = value, index
        used.add(at)
        made.append((best, at))
    return made


def rank(words: list[Word], parts: list[tuple[str, tuple[str, ...]]]) -> Match:
    """How well the words of a name answer those of a query."""
    pairs = met(words, parts)
    total = sum(word.weight for word in words)
    share = sum(word.weight * value for word, (value, _) in zip(words, pairs, strict=True)) / total
    places = [at for _, at in pairs if at >= 0]
    if share < LEAST or not places:
        return Match(0.0, False)
    letters = sum(len(part) for part, _ in parts)
    covered = sum(len(parts[at][0]) for at in places) / letters
    score = share * (1 - COVERED + COVERED * covered)
    if places != sorted(places):
        score *= SWAPPED
    full = len(places) == len(words)
    return Match(score * NOT_WHOLE if full else score * PART, full)


def rank_fact(words: list[Word], own: list[str], beside: list[str]) -> Match:
    """How well a fact answers: by its own words, and by those of what it is about."""
    total = sum(word.weight for word in words)
    share, found = 0.0, 0
    for word in words:
        value = max((worth(word, part) for part in own), default=0.0)
        value = max(value, BESIDE * max((worth(word, part) for part in beside), default=0.0))
        share += word.weight * value
        found += value > 0
    if share / total < LEAST:
        return Match(0.0, False)
    full = found == len(words)
    score = FACT * share / total * (1 - 0.0005 * min(len(own), 100))
    return Match(score if full else score * PART, full)
