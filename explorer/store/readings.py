"""What the words of a query may stand for: other forms, other scripts, slips; joined and split words.

The vocabulary decides. Every question is a look-up in an index, so it costs the same whatever the vocabulary's size,
and nothing is read before it is asked for.
"""

from __future__ import annotations

from explorer.store import sqlite
from explorer.store.query import Query
from explorer.store.ranking import BEGUN_SLIP, EXACT, FORM, SCRIPT, SLIP, SMALL_WEIGHT, Word
from explorer.store.slips import deletions, distance, swaps, tolerance
from explorer.store.spelling import forms, singular

END = "\U0010ffff"
"""Behind every letter."""
FEW = 24
"""Words that begin alike up to which each is asked for by itself: FTS5 would first merge all that they stand in."""
MOST_SLIPS = 8
"""Words that one slip may lead to; the most used are meant."""
MOST_ASKED = 300
"""Words of the vocabulary that are compared for one slip."""
SMALL, COMMON = 3, 16
"""Letters up to which a word is small if more than one name in so many has it."""
STEM = 3
"""Letters of an unfinished word that are taken to be right."""


class Vocabulary:
    """The words of a data set, asked one at a time and remembered for one query."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self.connection = connection
        row = connection.execute("select max(rowid) from name").fetchone()
        self.names = int(row[0] or 0)
        self._uses: dict[str, int] = {}
        self._begun: dict[tuple[str, int], list[str]] = {}

    def uses(self, word: str) -> int:
        """How many names and facts have it."""
        if word not in self._uses:
            row = self.connection.execute("select uses + said from word where word = ?", (word,)).fetchone()
            self._uses[word] = int(row[0]) if row else 0
        return self._uses[word]

    def begun(self, stem: str, limit: int = 1) -> list[str]:
        """Words that begin with it; `limit` is 1, 8 or more, and what was asked for is remembered."""
        asked = stem, max(limit, 8)
        if asked not in self._begun:
            rows = self.connection.execute(
                "select word from word where word >= ? and word < ? limit ?", (stem, stem + END, asked[1])
            )
            self._begun[asked] = [row[0] for row in rows]
        return self._begun[asked]

    def written(self, word: str) -> bool:
        """Whether someone wrote it: a word in Latin letters that we made ourselves is no help to a reader."""
        return bool(self.connection.execute("select written from word where word = ?", (word,)).fetchone()[0])

    def has(self, word: Word) -> bool:
        """Whether anything that it may stand for is in the vocabulary."""
        return bool(word.wholes) or any(self.begun(stem) for stem in word.stems)

    def used(self, word: Word) -> int:
        """How many names and facts may have it, as it stands."""
        return sum(self.uses(one) for one in (*word.stems, *word.wholes))

    def weight(self, word: str, others: dict[str, float]) -> float:
        """How much finding it says: a word that one name in two has says next to nothing."""
        known = max([self.uses(word), *(self.uses(other) for other in others)])
        if not known:
            known = sum(self.uses(other) for other in self.begun(word))
        return 1.0 + (self.names // max(1, known)).bit_length()

    def small(self, word: str) -> bool:
        """Whether it is of the kind that people put in or leave out: of, the, in."""
        return len(word) <= SMALL and word.isalpha() and self.uses(word) * COMMON > self.names

    def slips(self, stems: dict[str, float]) -> dict[str, float]:
        """Words that differ from one of these by a slip: one letter, or two in a long word where one does not do."""
        asked = {stem: deletions(stem) for stem in stems if tolerance(stem)}
        for slip in (1, 2):
            found: dict[str, float] = {}
            for stem, shorter in asked.items():
                if tolerance(stem) >= slip:
                    for word in self._near(stem, shorter, slip):
                        found[word] = max(found.get(word, 0.0), stems[stem] * SLIP)
            if found:
                first = {stem[0] for stem in stems}
                best = sorted(found, key=lambda word: (-found[word], word[0] not in first, -self.uses(word), word))
                return {word: found[word] for word in best[:MOST_SLIPS]}
            asked = {stem: {less for one in shorter for less in deletions(one)} for stem, shorter in asked.items()}
        return {}

    def _near(self, word: str, shorter: set[str], most: int) -> list[str]:
        marks = ",".join("?" * len(shorter))
        rows = self.connection.execute(
            f"select distinct word from slip where deletion in ({marks}) limit {MOST_ASKED}", list(shorter)
        ).fetchall()
        return [row[0] for row in rows if 0 < distance(word, row[0], most) <= most]

    def begun_slips(self, word: str) -> dict[str, float]:
        """Words whose beginning differs by a slip: two letters swapped or one too many anywhere, others further on."""
        if not tolerance(word):
            return {}
        made = {}
        for other in swaps(word) | deletions(word) - {word}:
            for whole in self.begun(other)[:4] if len(other) > STEM else ():
                made[whole] = BEGUN_SLIP
        for whole in self.begun(word[: max(STEM, len(word) - 3)], MOST_ASKED // 4):
            if any(distance(word, whole[: len(word) + more], 1) <= 1 for more in (-1, 0, 1)):
                made[whole] = BEGUN_SLIP
        best = sorted(made, key=lambda one: (-self.uses(one), one))
        return {one: made[one] for one in best[:MOST_SLIPS]}


def literal(vocabulary: Vocabulary, query: Query) -> list[Word]:
    """The words as typed, with their other forms and scripts."""
    last = len(query.words) - 1
    made = [
        _word(vocabulary, word, raw, whole=word in query.whole, last=n == last, alone=last == 0)
        for n, (word, raw) in enumerate(zip(query.words, query.raw, strict=True))
    ]
    small = [word.text not in query.whole and vocabulary.small(word.text) for word in made]
    if not all(small):
        for word, optional in zip(made, small, strict=True):
            word.optional = optional
            word.weight *= SMALL_WEIGHT if optional else 1.0
    return made


def _word(vocabulary: Vocabulary, word: str, raw: str, *, whole: bool, last: bool, alone: bool) -> Word:
    stems = {word: EXACT}
    if whole:
        return Word(word, stems, {}, vocabulary.weight(word, {}), begins=False)
    if not word.isascii():
        from explorer.store.scripts import is_cyrillic, latin

        if is_cyrillic(word):
            stems |= dict.fromkeys(latin(raw), SCRIPT)
    stems |= {form: FORM for form in singular(word) if vocabulary.uses(form)}
    wholes = {form: FORM for form in forms(word) if vocabulary.uses(form)}
    # A short number is in half of all names: it begins nothing but a year that is being typed.
    begins = (
        not word.isdigit() or (last and len(word) >= (3 if alone else 2)) or (last and not alone and len(word) == 1)
    )
    return Word(word, stems, wholes, vocabulary.weight(word, {**stems, **wholes}), begins=begins)


def forgiven(vocabulary: Vocabulary, words: list[Word]) -> list[Word]:
    """The words, with slips where the vocabulary has nothing that is or begins like one."""
    made = []
    for word in words:
        if not word.begins or vocabulary.has(word):
            made.append(word)
            continue
        wholes = vocabulary.slips(word.stems)
        if not wholes:
            for stem, value in word.stems.items():
                wholes |= {other: value * worth for other, worth in vocabulary.begun_slips(stem).items()}
        made.append(Word(word.text, word.stems, wholes, vocabulary.weight(word.text, wholes)) if wholes else word)
    return made


def anew(vocabulary: Vocabulary, query: Query) -> list[Query]:
    """The query with neighbours joined, and with words split, where the vocabulary knows the result."""
    made = []
    for size in (2, 3):
        for at in range(len(query.words) - size + 1):
            joined = "".join(query.words[at : at + size])
            if vocabulary.begun(joined):
                made.append(_spliced(query, at, at + size, (joined,)))
    split = query
    for at in reversed(range(len(query.words))):
        word = query.words[at]
        if word not in query.whole and not vocabulary.begun(word) and (parts := _split(vocabulary, word)):
            split = _spliced(split, at, at + 1, parts)
    return [*made, split] if split is not query else made


def _spliced(query: Query, start: int, end: int, parts: tuple[str, ...]) -> Query:
    words = (*query.words[:start], *parts, *query.words[end:])
    return query.but(words=words, raw=(*query.raw[:start], *parts, *query.raw[end:]))


def _split(vocabulary: Vocabulary, word: str) -> tuple[str, ...]:
    """The word in two that the vocabulary has: at its digits, else where the rarer half is least rare."""
    edges = [n for n in range(1, len(word)) if word[n].isdigit() != word[n - 1].isdigit()]
    if edges and len(edges) <= 3:
        return tuple(word[a:b] for a, b in zip([0, *edges], [*edges, len(word)], strict=True))
    best = 0
    parts: tuple[str, ...] = ()
    for at in range(2, len(word) - 1) if len(word) <= 40 else ():
        left, right = word[:at], word[at:]
        if known := vocabulary.uses(left):
            fits = vocabulary.uses(right) or int(len(right) > 2 and bool(vocabulary.begun(right)))
            if fits and min(known, fits) > best:
                best, parts = min(known, fits), (left, right)
    if not parts and len(word) > 4 and vocabulary.uses(word[:-1]) and vocabulary.uses(word[-1]):
        parts = (word[:-1], word[-1])
    return parts


def expression(vocabulary: Vocabulary, word: Word, *, begins: bool) -> str:
    """The word as FTS5 is asked for it."""
    asked = dict.fromkeys(f'"{term}"' for term in (*word.stems, *word.wholes))
    for stem in word.stems if begins and word.begins else ():
        longer = vocabulary.begun(stem, FEW + 1) if len(stem) > STEM else []
        if len(longer) > FEW or len(stem) <= STEM:
            del asked[f'"{stem}"']
            asked[f'"{stem}"*'] = None
        else:
            asked |= dict.fromkeys(f'"{other}"' for other in longer)
    return f"({' OR '.join(asked)})"
