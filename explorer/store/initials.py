"""Initials of names: what nobody wrote down and everybody types."""

from __future__ import annotations

from explorer.store.query import pieces

SHORTEST, LONGEST = 2, 8
"""Letters that initials have."""
SMALL = 3
"""Letters up to which a word that is not capitalised is small: of, the, and, in."""
SORTED = "~"
"""Stands before the letters in the order of the alphabet: for those who swap the words."""


def letters_of(name: str) -> set[str]:
    """The initials of a name without its small words: in order, and sorted, with and without the last.

    What comes last is often whose it is, and left out. Other beginnings are found as such, by the order of letters.
    """
    letters = "".join(word[0] for word, _ in _great(name))
    if not SHORTEST <= len(letters) <= LONGEST:
        return set()
    made = {letters, SORTED + "".join(sorted(letters)), _with_small(name)[:LONGEST]}
    return made | {SORTED + "".join(sorted(letters[:-1]))} if len(letters) > SHORTEST + 1 else made


def _with_small(name: str) -> str:
    """The initials with those of the small words: mod for a ministry of defence."""
    return "".join(word[0] for word, _, _ in pieces(name) if not word[0].isdigit())


def stretches(typed: str, name: str) -> list[tuple[int, int]]:
    """Where the letters typed stand in a name: as initials, else within its first words, else in any order."""
    great = _great(name)
    places = _within(typed, great)
    if places is None:
        starts = {word[0]: start for word, start in reversed(great)}
        places = sorted(starts[letter] for letter in typed if letter in starts)
    return [(place, place + 1) for place in places]


def abbreviates(typed: str, name: str) -> bool:
    """Whether letters are initials of a name's first words with letters from within them: hq for headquarters."""
    return _within(typed, _great(name)) is not None


def _within(typed: str, great: list[tuple[str, int]]) -> list[int] | None:
    """The places of the letters, each at the start of the next word or further on in the same one."""
    places: list[int] = []
    number, at = -1, 0
    for letter in typed:
        if number + 1 < len(great) and great[number + 1][0][0] == letter:
            number, at = number + 1, 0
        else:
            at = great[number][0].find(letter, at + 1) if number >= 0 else -1
            if at < 0:
                return None
        places.append(great[number][1] + at)
    return places


def _great(name: str) -> list[tuple[str, int]]:
    """The words of a name that count, with their places."""
    return [
        (word, start)
        for word, start, end in pieces(name)
        if not word[0].isdigit() and (end - start > SMALL or not name[start:end].islower())
    ]
