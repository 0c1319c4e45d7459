"""Find what the editor marked across statements: what stands against another one, and what only repeats it.

A mark names a passage, and perhaps an entity. Which statements on that passage are meant is looked up once all of them
are written.
"""

from __future__ import annotations

from typing import NamedTuple

from explorer.store import sqlite
from explorer.store.troubles import Trouble
from explorer.values import locators

MARKED = ("against", "repeats")
"""Kinds of trouble that are found here."""
_AT_ONCE = 500
"""Statements asked for at once."""


class _Said(NamedTuple):
    """A statement, and what it is about."""

    number: int
    entity: int
    about: str
    """Of a fact what it answers, of a link the relation, else the part."""
    is_fact: bool
    things: frozenset[str]
    """The entities at its ends."""


class _Pointer(NamedTuple):
    claim: int
    kind: str
    source: str
    locator: str
    entity: str

    @property
    def text(self) -> str:
        return f"{self.source} {self.locator}".strip()

    @property
    def spots(self) -> list[tuple[str, str]]:
        return [(self.source, passage) for passage in locators.parse(self.text).passages]


def pointed(connection: sqlite.Connection) -> list[tuple[int, Trouble]]:
    """The troubles of these kinds, each with the number of the entity whose statement is marked, in its order."""
    query = "select claim, kind, source, locator, entity from pointer order by claim, kind, ord"
    pointers = [_Pointer(*row) for row in connection.execute(query)]
    resting = _resting(connection, {spot for pointer in pointers for spot in pointer.spots})
    wanted = {pointer.claim for pointer in pointers}.union(*resting.values())
    said = _said(connection, sorted(wanted))
    found = []
    for pointer in pointers:
        one = said[pointer.claim]
        numbers = dict.fromkeys(number for spot in pointer.spots for number in resting.get(spot, ()))
        others = _meant(one, pointer, [said[number] for number in numbers if number != one.number])
        claims = (one.number, *(other.number for other in others))
        found.append((one.entity, Trouble(pointer.kind, one.about, pointer.text, claims)))
    return found


def _resting(connection: sqlite.Connection, spots: set[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    """The statements on each of these passages, in their order."""
    found: dict[tuple[str, str], list[int]] = {}
    for source in sorted({source for source, _ in spots}):
        query = (
            "select claim, locator from cite where source = (select rowid from entity where id = ?) order by claim, ord"
        )
        for claim, locator in connection.execute(query, (source,)):
            for passage in locators.parse(f"{source} {locator}".strip()).passages:
                if (source, passage) in spots:
                    found.setdefault((source, passage), []).append(claim)
    return found


def _said(connection: sqlite.Connection, numbers: list[int]) -> dict[int, _Said]:
    found = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        rows = connection.execute(
            "select c.id, c.entity, c.part, coalesce(c.about, ''), coalesce(c.relation, ''), e.id, t.id, o.id "
            "from claim c join entity e on e.rowid = c.entity left join entity t on t.rowid = c.target "
            f"left join entity o on o.rowid = c.of where c.id in ({','.join('?' * len(part))})",
            part,
        )
        for number, entity, part_, about, relation, *ends in rows:
            is_fact = part_ == "fact"
            things = frozenset(end for end in ends if end is not None)
            found[number] = _Said(number, entity, about if is_fact else relation or part_, is_fact, things)
    return found


def _meant(one: _Said, pointer: _Pointer, found: list[_Said]) -> list[_Said]:
    """The statements that a mark means: those on the passage, the ones about the same things if there are any."""
    things = one.things
    if pointer.entity:
        found = [other for other in found if pointer.entity in other.things]
        things = things - {pointer.entity}
    related = [other for other in found if other.things & things]
    same = [other for other in related or found if other.is_fact and one.is_fact and other.about == one.about]
    return same or related or found
