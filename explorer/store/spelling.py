"""Other forms of an English word: plural and possessive endings, and the two ways in which many words are spelt.

Rules propose, the vocabulary decides: a form that no name and no fact has is never searched for. Nothing here imports
anything; look-ups pass through.
"""

from __future__ import annotations

SHORTEST = 4
"""Letters that a word needs before its end is taken for an ending."""
PAIRS = (
    ("ence", "ense"),
    ("our", "or"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("mme", "m"),
    ("ll", "l"),
)
"""Where spellings of English part; read both ways."""


def singular(word: str) -> set[str]:
    """What the word may be without an ending for many or for whose it is; names may have it with another ending."""
    return _singular(word) if len(word) >= SHORTEST and word.isalpha() and word.isascii() else set()


def forms(word: str) -> set[str]:
    """Other forms that the word may have in a name."""
    if len(word) < SHORTEST or not word.isalpha() or not word.isascii():
        return set()
    bare = _singular(word)
    spelt = {other for one in bare | {word} for other in _respelt(one)}
    made = bare | spelt
    made |= {f"{one}s" for one in made | {word}} | {f"{one[:-1]}ies" for one in (*spelt, word) if one.endswith("y")}
    return made - {word}


def _singular(word: str) -> set[str]:
    if not word.endswith("s") or word.endswith("ss"):
        return set()
    made = {word[:-1]}
    if word.endswith("ies"):
        made.add(f"{word[:-3]}y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        made.add(word[:-2])
    return made


def _respelt(word: str) -> set[str]:
    made = set()
    for one, other in PAIRS:
        for old, new in ((one, other), (other, one)):
            at = word.rfind(old)
            if at > 0:
                made.add(word[:at] + new + word[at + len(old) :])
    return made
