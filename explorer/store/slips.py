"""Slips of the finger: which words may stand for each other. Nothing here imports anything; look-ups pass through."""

from __future__ import annotations

SHORTEST_SLIP = 4
"""Letters a word needs before a slip in it is forgiven."""
LONGEST_SLIP = 40
"""Letters past which no slip is forgiven: the deletions of a word grow with the square of its length."""
LONG = 8
"""Letters from which two slips are forgiven."""


def tolerance(word: str) -> int:
    """How many slips a word of that length may have."""
    if not SHORTEST_SLIP <= len(word) <= LONGEST_SLIP or any(character.isdigit() for character in word):
        return 0
    return 2 if len(word) >= LONG else 1


def deletions(word: str) -> set[str]:
    """The word and the word with each one letter left out; nothing where no slip is forgiven."""
    if not tolerance(word):
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, delete, change or swap to make one word the other; past `most`, any larger number."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i] + [0] * len(other)
        for j, b in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]


def swaps(word: str) -> set[str]:
    """The word with each two neighbours swapped."""
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} - {word}
