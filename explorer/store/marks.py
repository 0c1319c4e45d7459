"""Which letters of a name or fact are those that were typed."""

from __future__ import annotations

from explorer.store.initials import stretches
from explorer.store.query import pieces
from explorer.store.ranking import Word, met
from explorer.store.rows import Hit
from explorer.store.scripts import is_cyrillic, latin
from explorer.text import fold


def marks(hit: Hit, text: str) -> list[tuple[int, int]]:
    """Where in a text of the hit the words stand by which it was found, as (start, end), in order."""
    if hit.field == "initials":
        return stretches(hit.words[0].text, text) if hit.words else []
    words = pieces(text)
    parts = [_spelt(hit.words, word, text[start:end]) for word, start, end in words]
    made = set()
    for word, (value, at) in zip(hit.words, met(hit.words, parts), strict=True):
        if value and at >= 0:
            folded, start, end = words[at]
            made.add((start, start + _letters(word, folded, text[start:end])))
    return sorted(made)


def _spelt(words: tuple[Word, ...], folded: str, raw: str) -> str:
    """A word of the text; with its Latin spellings where only these can have been meant."""
    if not is_cyrillic(folded) or any(word.worth(folded) for word in words):
        return folded
    return f"{folded}={'|'.join(latin(raw))}"


def _letters(word: Word, folded: str, raw: str) -> int:
    """How many letters of a word of the text were typed: all of it, unless it was only begun."""
    if folded in word.stems or folded in word.wholes:
        return len(raw)
    stems = [stem for stem in word.stems if folded.startswith(stem)]
    if stems:
        return next((n for n in range(1, len(raw) + 1) if len(fold(raw[:n])) >= len(stems[0])), len(raw))
    if not is_cyrillic(folded) or {*word.stems, *word.wholes} & set(latin(raw)):
        return len(raw)
    begun = tuple(stem for stem in word.stems if any(other.startswith(stem) for other in latin(raw)))
    return next((n for n in range(1, len(raw)) if begun and any(o.startswith(begun) for o in latin(raw[:n]))), len(raw))
