"""Find entities by what people type: whole names, beginnings, other spellings, other scripts, slips, words of facts.

Candidates come from the full-text tables in static order of rank; then one function weighs them. The cost follows the
candidates, not the size of the data set.
"""

from __future__ import annotations

from explorer.store import query as queries
from explorer.store import readings
from explorer.store.candidates import Candidates, Narrowing, Row
from explorer.store.lens import Lens
from explorer.store.query import Query, folded
from explorer.store.ranking import (
    ALIKE,
    FIELDS,
    INITIALS,
    READ_ANEW,
    SHUFFLED,
    WHOLE,
    Word,
    rank,
    rank_fact,
)
from explorer.store.read import Store
from explorer.store.readings import Vocabulary
from explorer.store.rows import Hit, Ref

SMALL = 20_000
"""Names up to which the last resort may compare with every one."""
MOST_DROPPED = 5
"""Words up to which each is left out in turn, where no name has all."""


class Answer:
    """What was found, and what there is to say about it."""

    __slots__ = ("cut", "hidden", "hits", "tried", "wrong")

    def __init__(
        self, hits: list[Hit], hidden: int = 0, *, wrong: str = "", tried: tuple[str, ...] = (), cut: bool = False
    ) -> None:
        self.hits = hits
        """Best first."""
        self.hidden = hidden
        """How many more the day asked hides."""
        self.wrong = wrong
        """Why the query was not asked: an operator that is none, a kind that there is not."""
        self.tried = tried
        """What was looked for in the stead of words that were taken for slips."""
        self.cut = cut
        """Whether the query was too long to be read whole."""


class _Search:
    """One query under way: what has been found so far."""

    def __init__(self, store: Store, query: Query, candidates: Candidates) -> None:
        self.store = store
        self.query = query
        self.candidates = candidates
        self.vocabulary = candidates.vocabulary
        self.kinds = store.kind_order()
        self.best: dict[int, tuple[float, tuple[int, int], Row, tuple[Word, ...]]] = {}
        """Entity to its score, what breaks ties, what was found, and the words that it was found by."""
        self.full = False
        """Whether something has all words."""
        self.tried: dict[str, None] = {}

    def keep(self, row: Row, score: float, words: tuple[Word, ...]) -> None:
        """Keep a row if it is its entity's best."""
        score = round(100 * score, 1)
        known = self.best.get(row.entity)
        if score > 0 and (known is None or known[0] < score):
            self.best[row.entity] = (score, (self.kinds.get(row.kind, 99), row.number), row, words)

    def run(self) -> None:
        """From what answers best to what answers at all; what has all words ends it."""
        query, candidates = self.query, self.candidates
        if not query.words:
            for row in candidates.all():
                self.keep(row, 0.5, ())
            return
        words = readings.literal(self.vocabulary, query)
        if query.only != "facts":
            for row in candidates.named(query.line):
                self.full = True
                self.keep(row, WHOLE[row.field], tuple(words))
        if query.exact:
            return
        others = [readings.literal(self.vocabulary, other) for other in readings.anew(self.vocabulary, query)]
        forgiven = readings.forgiven(self.vocabulary, words)
        self._whole(words, others, forgiven)
        if not self.full:
            self._parts(forgiven)
        if not self.best:
            self._alike()

    def _whole(self, words: list[Word], others: list[list[Word]], forgiven: list[Word]) -> None:
        """Names, then facts, that have all words; with slips only where nothing has them as typed."""
        wanted = self.candidates.wanted
        slipped = any(one is not other for one, other in zip(words, forgiven, strict=True))
        if self.query.only != "facts":
            self._names(words)
            for other in others if len(self.best) < wanted else ():
                self._names(other, READ_ANEW)
            self._initials(words)
            if not self.full and slipped:
                self._names(forgiven)
        if self.query.only != "names" and len(self.best) < wanted:  # a fact never stands before a name with all words
            self._facts(words)
            for other in others if not self.full else ():
                self._facts(other, READ_ANEW)
            if slipped and not self.full:
                self._facts(forgiven)
        if slipped:
            slips = (
                other for word, typed in zip(forgiven, words, strict=True) if word is not typed for other in word.wholes
            )
            self.tried |= dict.fromkeys(slips)

    def _names(self, words: list[Word], factor: float = 1.0) -> None:
        for row in self.candidates.names(words):
            score, found = rank(words, row.folded, row.spelt)
            if found:
                self.full = True
                self.keep(row, score * factor * FIELDS[row.field], tuple(words))

    def _facts(self, words: list[Word], factor: float = 1.0) -> None:
        for row in self.candidates.facts(words):
            score, found = rank_fact(words, folded(row.text).split(), folded(row.name).split())
            if found:
                self.full = True
                self.keep(row, score * factor, tuple(words))

    def _initials(self, words: list[Word]) -> None:
        """Names by their initials: as they stand, sorted, and with a letter from inside the last word."""
        letters = self.query.words[0]
        if len(self.query.words) > 1 or not letters.isalpha():
            return
        from explorer.store.initials import LONGEST, SHORTEST, SORTED, abbreviates

        if not SHORTEST <= len(letters) <= LONGEST:
            return
        asked = [(letters, 1.0), (SORTED + "".join(sorted(letters)), SHUFFLED)]
        found = [(row, worth) for one, worth in asked for row in self.candidates.initials(one)]
        if not found and len(letters) > SHORTEST:
            rows = self.candidates.initials(letters[:SHORTEST])
            found = [(row, SHUFFLED * SHUFFLED) for row in rows if abbreviates(letters, row.text)]
        for row, worth in found:
            size = max(len(row.folded.split()), len(letters))
            row.field = "initials"
            self.keep(row, INITIALS * worth * (0.8 + 0.2 * len(letters) / size), tuple(words))

    def _parts(self, words: list[Word]) -> None:
        """What has some of the words: all that are known at all, then all but one of them, then the rarest."""
        known = [word for word in words if self.vocabulary.has(word)]
        if not known:
            return
        asked = [known] if len(known) < len(words) else []
        if 1 < len(known) <= MOST_DROPPED:
            asked += [[*known[:at], *known[at + 1 :]] for at in range(len(known))]
        rarest = sorted(known, key=lambda word: -word.weight)[:3]
        for group in (asked, [[word] for word in rarest]):
            for some in group:
                if self.query.only != "facts":
                    self._part_of_names(some, words)
                if self.query.only != "names":
                    self._part_of_facts(some, words)
            if self.best:
                return

    def _part_of_names(self, some: list[Word], words: list[Word]) -> None:
        for row in self.candidates.names(some):
            score, _ = rank(words, row.folded, row.spelt)
            self.keep(row, score * FIELDS[row.field], tuple(words))

    def _part_of_facts(self, some: list[Word], words: list[Word]) -> None:
        for row in self.candidates.facts(some):
            score, _ = rank_fact(words, folded(row.text).split(), folded(row.name).split())
            self.keep(row, score, tuple(words))

    def _alike(self) -> None:
        """Names that merely look alike, where nothing better was found and the data set is small."""
        typed = " ".join(self.query.words)
        if self.vocabulary.names > SMALL or self.query.only == "facts" or len(typed) < 3:
            return
        rows = self.candidates.everything(SMALL)
        from rapidfuzz import fuzz, process

        found = process.extract(typed, [row.folded for row in rows], scorer=fuzz.ratio, score_cutoff=72, limit=20)
        for _, likeness, index in found:
            row = rows[index]
            self.keep(row, likeness / 100 * ALIKE * FIELDS[row.field], ())

    def hits(self, lens: Lens, limit: int) -> list[Hit]:
        """The best, each under the name that it had on the day asked."""
        ranked = sorted(self.best.values(), key=lambda one: (-one[0], one[1]))[:limit]
        names = self.store.names_then(lens)
        return [
            Hit(
                Ref(row.id, row.kind, names.get(row.entity, row.name)),
                score,
                row.field,
                row.text,
                words,
                row.number if row.field == "fact" else 0,
            )
            for score, _, row, words in ranked
        ]


def answer(store: Store, query: Query, lens: Lens, *, limit: int = 20) -> Answer:
    """Ask a query that has been read."""
    narrowed = Narrowing(wrong=query.wrong)
    if query.narrowed or query.without:
        from explorer.store.narrowing import narrowing

        narrowed = narrowing(store, query)
    if narrowed.wrong:
        return Answer([], wrong=narrowed.wrong, cut=query.cut)
    if not query.words and not query.narrowed:
        return Answer([], cut=query.cut)
    candidates = Candidates(Vocabulary(store.connection), narrowed, lens, limit)
    search = _Search(store, query, candidates)
    search.run()
    hidden = 0
    if lens.asked is not None and query.words and query.only != "facts":
        hidden = candidates.hidden(readings.literal(candidates.vocabulary, query))
    return Answer(search.hits(lens, limit), hidden, tried=tuple(search.tried), cut=query.cut)


def read(store: Store, text: str) -> Query:
    """Read what was typed; what is some thing's very name is that name, whatever it holds."""
    query = queries.read(text)
    if query.plain and not query.cut:
        return query
    rows = store.connection.execute("select text from name where folded = ?", (folded(text),))
    written = text.strip().casefold()
    return queries.of_words(text) if any(row[0].casefold() == written for row in rows) else query


def find(
    store: Store,
    text: str,
    lens: Lens,
    *,
    kind: str = "",
    limit: int = 20,
    exact: bool = False,
    without: tuple[str, ...] = (),
) -> tuple[list[Hit], int]:
    """The best hits for a query, best first, and how many more the day asked hides."""
    query = read(store, text)
    query.kinds += (kind,) if kind else ()
    query.exact = exact or query.exact
    query.without += tuple(word for one in without for word in folded(one).split())
    found = answer(store, query, lens, limit=limit)
    return found.hits, found.hidden
