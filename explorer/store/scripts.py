"""Cyrillic words in Latin letters, by several usual schemes at once. The schemes are a library's, not ours."""

from __future__ import annotations

from explorer.text import fold

SCHEMES = ("WIKIPEDIA", "BGN_PCGN", "ALA_LC", "ICAO_DOC_9303", "SCIENTIFIC", "GOST_7034")
"""What newspapers and encyclopedias, maps, libraries, passports, scholars and present Russian standards write; between
them they cover what the other schemes of the library do, but for a letter here and there."""
_FIRST, _LAST = "\u0400", "\u052f"
_KNOWN: dict[str, tuple[str, ...]] = {}
"""What was asked before: names repeat their words, and the search line its own at every key."""
_MOST_KNOWN = 50_000


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return not word.isascii() and any(_FIRST <= letter <= _LAST for letter in word)


def latin(word: str) -> tuple[str, ...]:
    """The word in Latin letters, folded, each spelling once; nothing where a scheme does not know a letter.

    The word comes as it was written: folded, й would have become и, and schemes tell them apart.
    """
    if word not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[word] = _spelt(word)
    return _KNOWN[word]


def _spelt(word: str) -> tuple[str, ...]:
    import iuliia  # a hundredth of a second, and the modules that a look-up in plain letters does without

    lower = word.lower()
    made: dict[str, None] = {}
    for given in dict.fromkeys((lower, lower.replace("ё", "е"))):
        for scheme in SCHEMES:
            folded = fold(getattr(iuliia, scheme).translate(given))
            # What stands for the soft and hard signs is a letter to Unicode, and nobody types it.
            plain = "".join(letter for letter in folded if letter not in "ʹʺ ")
            if plain.isascii() and plain:
                made[plain] = None
    return tuple(made)
