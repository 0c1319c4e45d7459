"""Initials of names: what nobody wrote down and everybody types."""

from __future__ import annotations

from explorer.store.query import pieces

SHORTEST, LONGEST = 2, 8
"""Letters that initials have."""
SMALL = 3
"""Letters up to which a word that is not capitalised is small: of, the, and, in."""
SORTED = "~"
"""Stands before the letters in the order of the alphabet: for those who swap the words."""


def letters_of(name: str) -> list[str]:
    """The initials of a name, without its small words: in order, and sorted.

    What stands behind `of` or a comma is often left out, so the initials of each beginning count too.
    """
    letters = "".join(word[0] for word, _ in _great(name))
    if not SHORTEST <= len(letters) <= LONGEST:
        return []
    return [letters, SORTED + "".join(sorted(letters))]


def _great(name: str) -> list[tuple[str, int]]:
    words = pieces(name)
    return [
        (word, start)
        for word, start, end in words
        if not word[0].isdigit() and (end - start > SMALL or not name[start:end].islower())
    ]


def stretches(query: str, name: str) -> list[tuple[int, int]]:
    """Where the letters of a query stand in a name as initials; nothing where they do not."""
    great = _great(name)
    made, at = [], 0
    for letter in query:
        found = next((n for n in range(at, len(great)) if great[n][0][0] == letter), -1)
        if found < 0:
            break
        made.append((great[found][1], great[found][1] + 1))
        at = found + 1
    if len(made) < len(query):
        made = [(start, start + 1) for word, start in great if word[0] in query]
    return made
