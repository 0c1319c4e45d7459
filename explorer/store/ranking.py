"""How well a name or a fact answers a query: one function, and what each thing is worth in it.

In this order, each outweighing the next: names before facts, all words before a part, a word as it stands before its
beginning before a slip, rarer words before common ones, more of the name before less, words in their order. Equal hits
stand in the vocabulary's order of kinds, then shorter names first. How often a thing is looked at counts for nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT = 1.0
"""A word that a name has as it was typed."""
FORM = 0.98
"""The same word with another ending, or in the other spelling of English."""
SCRIPT = 0.97
"""The same word in another script."""
PREFIX = 0.74
"""The beginning of a word."""
SLIP = 0.52
"""A word but for a slip."""
BEGUN_SLIP = 0.48
"""The beginning of a word but for a slip."""

FIELDS = {"name": 1.0, "short": 1.0, "also": 0.99, "id": 0.8}
"""What a match in each field is worth. A part of an id says less than one of a name, of which it is made."""
WHOLE = {"name": 1.0, "short": 1.0, "also": 0.997, "id": 0.994}
"""What a name of each field is worth that is just the words typed: more than any other."""
NOT_WHOLE = 0.99
"""A name that is not just the words typed."""
READ_ANEW = 0.98
"""Words that had to be joined or split to be found."""
SMALL_WEIGHT = 0.1
"""How much of its weight a small word keeps beside others: of, the, in."""
LEFT_OUT = 0.98
"""A small word that the name does not have: of, the, in."""
SWAPPED = 0.97
"""Words that stand in another order in the name."""
COVERED = 0.25
"""The share of the score that goes to how much of the name the query covers."""
INITIALS = 0.38
"""Initials: below every written name that has all words."""
SHUFFLED = 0.75
"""Initials in another order, or with a letter from inside a word."""
FACT = 0.36
"""A fact with all words: below names with all words."""
BESIDE = 0.85
"""A word that the fact's entity has, not the fact."""
PART = 0.35
"""Only some of the words: below everything that has all."""
LEAST = 0.2
"""The share of the words, by weight, that must be found at all."""
ALIKE = 0.5
"""A name that merely looks alike as a whole."""


class Word:
    """A word to find: what it may stand for, and how much it says."""

    __slots__ = ("begins", "optional", "stems", "text", "weight", "wholes", "worths")

    def __init__(
        self, text: str, stems: dict[str, float], wholes: dict[str, float], weight: float = 1.0, *, begins: bool = True
    ) -> None:
        self.text = text
        self.stems = stems
        """What a name's word may be or begin with, and its worth."""
        self.wholes = wholes
        """What a name's word may be, and its worth."""
        self.weight = weight
        """The rarer the word, the more."""
        self.begins = begins
        """Whether the beginning of a word will do."""
        self.optional = False
        """Whether it is of the kind that people put in or leave out: of, the, in."""
        self.worths: dict[str, float] = {}
        """What words of names were worth to it: names share their words, so most are asked about many times."""

    def worth(self, part: str) -> float:
        """What a word of a name is worth to it; after a `=` stand the word's spellings in Latin letters."""
        value = self.worths.get(part)
        if value is None:
            plain, _, others = part.partition("=")
            value = self._plain(plain)
            if others:
                value = max(value, *(SCRIPT * self._plain(other) for other in others.split("|")))
            self.worths[part] = value
        return value

    def _plain(self, part: str) -> float:
        best = self.wholes.get(part, 0.0)
        for stem, value in self.stems.items():
            if value > best and part.startswith(stem):
                if len(part) == len(stem):
                    best = value
                elif self.begins:
                    best = max(best, value * PREFIX * (0.95 + 0.05 * len(stem) / len(part)))
        return best


def parts_of(folded: str, spelt: str | None) -> list[str]:
    """The words of a name, each with its spellings in Latin letters."""
    parts = folded.split()
    if not spelt:
        return parts
    return [part if part == other else f"{part}={other}" for part, other in zip(parts, spelt.split(), strict=True)]


def met(words: Sequence[Word], parts: list[str]) -> list[tuple[float, int]]:
    """For each word of the query its best part of the name, as worth and index; no part serves two words."""
    made = []
    used: list[int] = []
    for word in words:
        best, at = 0.0, -1
        worths = word.worths
        for index, part in enumerate(parts):
            value = worths.get(part)
            if value is None:
                value = word.worth(part)
            if value > best and index not in used:
                best, at = value, index
        used.append(at)
        made.append((best, at))
    return made


def rank(words: Sequence[Word], folded: str, spelt: str | None) -> tuple[float, bool]:
    """How well the words of a name answer those of a query, from 0 to 1, and whether all were found."""
    pairs = met(words, parts_of(folded, spelt))
    total = share = 0.0
    left = 0
    places = []
    for word, (value, at) in zip(words, pairs, strict=True):
        total += word.weight
        share += word.weight * value
        if at >= 0:
            places.append(at)
        elif word.optional:
            total -= word.weight
            left += 1
    if not places or share < LEAST * total:
        return 0.0, False
    share /= total
    parts = folded.split()
    covered = sum([len(parts[at]) for at in places]) / (len(folded) - len(parts) + 1)
    score = share * (1 - COVERED + COVERED * covered)
    order = [at for word, (_, at) in zip(words, pairs, strict=True) if at >= 0 and not word.optional]
    if order != sorted(order):
        score *= SWAPPED
    full = len(places) + left == len(words)
    score *= LEFT_OUT if left else 1.0
    return score * NOT_WHOLE if full else score * PART, full


def _best(word: Word, parts: list[str]) -> float:
    best, worths = 0.0, word.worths
    for part in parts:
        value = worths.get(part)
        if value is None:
            value = word.worth(part)
        best = max(best, value)
    return best


def rank_fact(words: Sequence[Word], own: list[str], beside: list[str]) -> tuple[float, bool]:
    """How well a fact answers: by its own words, one at least, and by those of what it is about."""
    total = share = 0.0
    found = said = 0
    for word in words:
        value = _best(word, own)
        said += value > 0 and not word.optional
        if value < BESIDE:
            value = max(value, BESIDE * _best(word, beside))
        total += word.weight if value or not word.optional else 0.0
        share += word.weight * value
        found += value > 0 or word.optional
    if not said or share / total < LEAST:
        return 0.0, False
    full = found == len(words)
    score = FACT * share / total * (1 - 0.0005 * min(len(own), 100))
    return score if full else score * PART, full
