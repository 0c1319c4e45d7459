"""Rows worth weighing for a query: each question is asked of an index and ends at its limit.

FTS5 gives rows in the order of their numbers, which is the static rank, so a limit ends the walk as soon as it is
reached; `order by rank` would first weigh everything that matches.
"""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.ranking import Word
from explorer.store.readings import Vocabulary, expression
from explorer.values import dates
from explorer.values.dates import Date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CANDIDATES, FACTS = 200, 60
"""Names and facts that are weighed for one question."""
LOOSE = 500
"""Names that are weighed where not every word was asked for."""
WALKED = 1000
"""Names that are looked at to count what the day hides."""
RARE, ENOUGH = 500, 2
"""Names that a rare word has, at most; with it, words that are asked for."""

_SEEN = "(e.seen is null or e.seen <= :last)"
_NAME = "n.rowid, n.field, n.text, n.folded, n.spelt, e.rowid, e.id, e.kind, e.name"
_STATED = (
    "case c.part when 'link' then c.role || ': ' || (select t.name from entity t where t.rowid = c.target) "
    "else c.text || coalesce(' · ' || c.value, '') end"
)
"""A fact, or a post with its holder, in words."""
_FACT = f"c.id, 'fact', {_STATED}, '', null, e.rowid, e.id, e.kind, e.name"
_MATCHED = "from name_words w cross join name n on n.rowid = w.rowid cross join entity e on e.rowid = n.entity"
_TOLD = "from fact_words w cross join claim c on c.id = w.rowid cross join entity e on e.rowid = c.entity"


class Narrowing:
    """Conditions on an entity `e`, and on a fact `c`, with their values."""

    __slots__ = ("fact", "values", "where", "wrong")

    def __init__(
        self, where: str = "1", fact: str = "1", values: dict[str, str | int] | None = None, wrong: str = ""
    ) -> None:
        self.where = where
        self.fact = fact
        self.values = values or {}
        self.wrong = wrong
        """Why they make no sense; empty where they do."""


class Row:
    """A name or a fact, and the entity that it belongs to."""

    __slots__ = ("entity", "field", "folded", "id", "kind", "name", "number", "spelt", "text")

    def __init__(
        self,
        number: int,
        field: str,
        text: str,
        folded: str,
        spelt: str | None,
        entity: int,
        id_: str,
        kind: str,
        name: str,
    ) -> None:
        self.number, self.field, self.text, self.folded, self.spelt = number, field, text, folded, spelt
        self.entity, self.id, self.kind, self.name = entity, id_, kind, name


class Candidates:
    """What there is for one query on one day."""

    def __init__(self, vocabulary: Vocabulary, narrowing: Narrowing, lens: Lens, limit: int) -> None:
        self.vocabulary = vocabulary
        self.narrowing = narrowing
        self.lens = lens
        self.days = {"first": lens.first, "last": lens.last}
        self.wanted = limit
        self.limit = max(CANDIDATES, limit)

    def _rows(self, sql: str, **values: str | int) -> list[Row]:
        found: list[Any] = self.vocabulary.connection.execute(
            sql, {**self.narrowing.values, **self.days, "limit": self.limit, **values}
        ).fetchall()
        return [Row(*row) for row in found]

    def named(self, folded: str) -> list[Row]:
        """The names that are just these words."""
        return self._rows(
            f"select {_NAME} from name n join entity e on e.rowid = n.entity "
            f"where n.folded = :folded and {_SEEN} and {self.narrowing.where} order by n.rowid limit :limit",
            folded=folded,
        )

    def names(self, words: list[Word]) -> list[Row]:
        """Names that may have all of the words: as they stand, the last one begun; if there are none, all begun."""
        last = len(words) - 1
        strict = [n == last or not self.vocabulary.uses(word.text) for n, word in enumerate(words)]
        first, limit = self._match(words, strict)
        rows = self._names(first, limit) if first else []
        if rows or not first or all(strict):
            return rows
        again, limit = self._match(words, [True] * len(words))
        return self._names(again, limit) if again != first else []

    def _names(self, match: str, limit: int) -> list[Row]:
        return self._rows(
            f"select {_NAME} {_MATCHED} where w.name_words match :match and {_SEEN} and {self.narrowing.where} "
            "order by w.rowid limit :limit",
            match=match,
            limit=max(limit, self.wanted),
        )

    def _match(self, words: list[Word], begins: list[bool]) -> tuple[str, int]:
        """The words that say most as FTS5 is asked for them, and how many rows to weigh; nothing where one is unknown.

        FTS5 walks the list of each word. What stands in every second name, and what has hardly been begun, would cost
        most and leave nothing out: these are left to the ranking, which tests every word.
        """
        if not all(map(self.vocabulary.has, words)):
            return "", 0
        telling = [pair for pair in zip(words, begins, strict=True) if not pair[0].optional]
        if len(telling) > ENOUGH and telling[-1][1] and len(telling[-1][0].text) < ENOUGH:
            telling.pop()
        if len(telling) > ENOUGH:
            rare = sorted((pair for pair in telling if not pair[1]), key=lambda pair: self.vocabulary.used(pair[0]))
            if rare and self.vocabulary.used(rare[0][0]) <= RARE:
                telling = rare[:ENOUGH]
        asked = [expression(self.vocabulary, word, begins=begun) for word, begun in telling]
        return " AND ".join(asked), CANDIDATES if len(asked) == len(words) else LOOSE

    def facts(self, words: list[Word]) -> list[Row]:
        """Facts that have all of the words, or stand beside them; one word alone must be their own."""
        match, _ = self._match(words, [not self.vocabulary.uses(w.text) for w in words[:-1]] + [True])
        if not match:
            return []
        match = match if len(words) > 1 else f"{{folded}} : {match}"
        rows = self._rows(
            f"select {_FACT} {_TOLD} where w.fact_words match :match and {_SEEN} and {self.narrowing.where} "
            f"and {self.narrowing.fact} order by w.rowid limit :limit",
            match=match,
            limit=max(FACTS, self.wanted),
        )
        return rows if self.lens.asked is None else self._told(rows)

    def _told(self, rows: list[Row]) -> list[Row]:
        """The facts that the day asked does not leave out."""
        marks = ",".join("?" * len(rows))
        told = {
            number
            for number, part, basis, mood, time, until, heard in self.vocabulary.connection.execute(
                f"select id, part, basis, coalesce(mood, ''), time, until, heard from claim where id in ({marks})",
                [row.number for row in rows],
            )
            if self._shows(
                part,
                basis,
                mood,
                dates.parse(time).known_until(until) if time else None,
                dates.parse(heard) if heard else None,
            )
        }
        return [row for row in rows if row.number in told]

    def _shows(self, part: str, basis: str, mood: str, time: Date | None, heard: Date | None) -> bool:
        if part == "link":
            return self.lens.link(basis, mood, time, heard, dates.UNKNOWN)[1]
        return self.lens.fact(basis, mood, time, heard)[1]

    def initials(self, letters: str) -> list[Row]:
        """Names with such initials, or that begin with such."""
        return self._rows(
            f"select {_NAME} from initials i cross join name n on n.rowid = i.name "
            f"cross join entity e on e.rowid = n.entity where i.letters >= :letters and i.letters < :end "
            f"and {_SEEN} and {self.narrowing.where} order by i.letters, i.name limit 40",
            letters=letters,
            end=letters + "\U0010ffff",
        )

    def all(self) -> list[Row]:
        """Whatever is left where no word narrows, names of entities in their static order."""
        return self._rows(
            f"select {_NAME} from name n cross join entity e on e.rowid = n.entity "
            f"where n.field = 'name' and {_SEEN} and {self.narrowing.where} order by n.rowid limit :limit"
        )

    def everything(self, most: int) -> list[Row]:
        """Every name."""
        return self._rows(
            f"select {_NAME} from name n cross join entity e on e.rowid = n.entity "
            f"where {_SEEN} and {self.narrowing.where} order by n.rowid limit :limit",
            limit=most,
        )

    def hidden(self, words: list[Word]) -> int:
        """How many entities would be found but for the day, among the first of those that match; at least so many."""
        match, _ = self._match(words, [not self.vocabulary.uses(w.text) for w in words[:-1]] + [True])
        if not match:
            return 0
        # What is counted may be rare, so the walk is what must end; else it goes through all that no day hides.
        row = self.vocabulary.connection.execute(
            "select count(distinct entity) from (select n.entity as entity, e.seen as seen "
            f"{_MATCHED} where w.name_words match :match and {self.narrowing.where} order by w.rowid limit {WALKED}) "
            "where seen > :last",
            {**self.narrowing.values, **self.days, "match": match},
        ).fetchone()
        return int(row[0])
