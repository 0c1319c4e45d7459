"""What rests on each passage: where a citation belongs, how passages are ordered, and when a statement is shown."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from explorer.dataset.loader import load
from explorer.store import claims, compile, passages  # noqa: A004
from explorer.store.cited import Spot, displayed, in_order, spot_of
from explorer.store.read import Store
from tests import builders

REAL = Path(__file__).parents[2] / "data"
DAYS = [
    "",
    "1991",
    "1992-05-15",
    "1995",
    "2001-06",
    "2002",
    "2003-04",
    "2004/2006",
    "2006",
    "2007-10-31",
    "2008",
    "2020",
]


@pytest.fixture(scope="module")
def real() -> Store:
    """The bundled data."""
    connection = sqlite3.connect(":memory:")
    compile.write(load(os.fspath(REAL)), connection)
    store = Store(connection, os.fspath(REAL))
    builders.OPEN.append(store)
    return store


@pytest.mark.parametrize(
    ("locator", "section", "passage", "shown"),
    [
        ("sec 2.3 par 6", "sec 2.3", "sec 2.3 par 6", "§2.3 ¶6"),
        ("sec 2.3 par 6 fn 41", "sec 2.3", "sec 2.3 par 6", "§2.3 ¶6"),
        ("sec 2.3 par 6 fn 41 fn 42 bib 3", "sec 2.3", "sec 2.3 par 6", "§2.3 ¶6"),
        ("sec intro par 1", "sec intro", "sec intro par 1", "intro ¶1"),
        ("sec 2", "sec 2", "sec 2", "§2 as a whole"),
        ("sec 2 fn 4", "sec 2", "sec 2", "§2 as a whole"),
        ("par 4", "", "par 4", "¶4"),
        ("fn 39", "", "fn 39", "n. 39"),
        ("fn 39 fn 40", "", "fn 39", "n. 39"),
        ("bib 22", "", "bib 22", "bib. 22"),
        ("art 3 par 2", "", "art 3 par 2", "art. 3 ¶2"),
        ("", "", "", "as a whole"),
    ],
)
def test_a_footnote_belongs_to_the_passage_it_is_cited_with(
    locator: str, section: str, passage: str, shown: str
) -> None:
    assert spot_of(locator) == Spot(section, passage)
    assert displayed(spot_of(locator)) == shown


@pytest.mark.parametrize(
    ("listed", "ordered"),
    [
        (["sec b par 1", "sec a par 1", "sec a par 2", "fn 1"], ["sec b par 1", "sec a par 1", "sec a par 2", "fn 1"]),
        (["par 2", "par 1", "par 10"], ["par 2", "par 1", "par 10"]),
        (["fn 1", "par 1"], ["", "fn 1", "par 1"]),
        (["sec 1 par 1", "sec 1 par 2", "par 9"], ["sec 1", "sec 1 par 1", "sec 1 par 2", "par 9"]),
        (["par 1", "sec 2 par 1"], ["par 1", "sec 2", "sec 2 par 1", "par 3"]),
        (["sec 1 par 1", "par 1", "sec 1 par 2"], ["sec 1 par 1", "sec 1 par 2", "par 1"]),
        ([], ["sec 2 par 1", "sec 10 par 1", "sec 10 par 2", "sec 10 par 10", "sec x par 1", "par 3", "fn 1"]),
        ([], ["par 2", "par 10", "par 010a", "fn 1"]),
        ([], ["sec 2.9 par 1", "sec 2.10 par 1"]),
        ([], ["par 1", "par " + "9" * 5000]),
    ],
)
def test_passages_stand_as_their_source_lists_them_or_by_their_numbers(listed: list[str], ordered: list[str]) -> None:
    spots = [spot_of(locator) for locator in reversed(ordered)]
    assert [spot.locator for spot in in_order(spots, listed)] == ordered


def shown_on(store: Store, asked: str) -> set[tuple[str, str, int]]:
    """Source, passage and number of every statement that the tree shows."""
    lens = builders.as_of(store, asked)
    return {
        (source.id, spot.locator, number)
        for source, _ in passages.sources(store, lens)
        for spot in passages.spots(store, source, lens)
        for number in passages.resting_on(store, source, spot, lens)
    }


@pytest.mark.parametrize("asked", DAYS)
@pytest.mark.parametrize("name", ["world", "real"])
def test_a_day_shows_what_the_cards_show_of_things_that_it_shows(
    request: pytest.FixtureRequest, name: str, asked: str
) -> None:
    """The two days compiled for each statement say what the lens says when it is asked."""
    store: Store = request.getfixturevalue(name)
    lens = builders.as_of(store, asked)
    expected = set()
    rows = store.connection.execute("select id from entity").fetchall()
    entities = [builders.entity(store, row[0]) for row in rows]
    visible = {entity.id for entity in entities if lens.shows(entity.seen)}
    for entity in entities:
        for claim in claims.of_entity(store, entity, lens) if entity.id in visible else ():
            cites = [cite for cite in claim.cites if cite.source in visible]
            expected |= {(c.source, spot_of(c.locator).locator, claim.number) for c in cites if claim.shown}
    assert shown_on(store, asked) == expected


@pytest.mark.parametrize("asked", DAYS)
def test_counts_are_of_what_is_there(real: Store, asked: str) -> None:
    lens = builders.as_of(real, asked)
    for source, rows in passages.sources(real, lens):
        spots = passages.spots(real, source, lens)
        assert rows == len({spot.section or spot.locator for spot in spots})
        assert [spot.uses for spot in spots] == [len(passages.resting_on(real, source, spot, lens)) for spot in spots]


@pytest.mark.parametrize("asked", DAYS)
def test_sources_with_most_statements_come_first(real: Store, asked: str) -> None:
    lens = builders.as_of(real, asked)
    sources = [source for source, _ in passages.sources(real, lens)]
    uses = [sum(spot.uses for spot in passages.spots(real, source, lens)) for source in sources]
    assert uses == sorted(uses, reverse=True)
    assert all(uses)


def test_a_statement_that_cites_a_passage_twice_rests_on_it_once(tmp_path: Path) -> None:
    text = """
        hall:
          kind: state
          name: Hall
          facts: [{text: It is old., cite: [late sec 1 par 1 fn 1, late sec 1 par 1, early]}]
    """
    store = builders.compiled(tmp_path, text)
    assert {(source, locator) for source, locator, _ in shown_on(store, "")} == {("late", "sec 1 par 1"), ("early", "")}
    assert len(shown_on(store, "")) == 2


@pytest.mark.parametrize(
    ("locator", "taken"),
    [
        ("sec 1 par 1", ["sec 1 par 1"]),
        ("sec 1", ["sec 1 par 1", "sec 1 par 2", "sec 1 par 3", "sec 1 par 4"]),
        ("sec", []),
        ("sec 1 par", []),
        ("sec 9", []),
    ],
)
def test_a_locator_takes_in_itself_and_what_is_inside(world: Store, locator: str, taken: list[str]) -> None:
    late = builders.entity(world, "late")
    assert [spot.locator for spot in passages.at(world, late, locator, builders.as_of(world))] == taken


def test_no_locator_takes_in_everything(world: Store) -> None:
    late, lens = builders.entity(world, "late"), builders.as_of(world)
    assert passages.at(world, late, "", lens) == passages.spots(world, late, lens)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["55"], ["strength-2"]),
        (["winter", "palace"], ["status", "status"]),
        (["palace", "headquarters"], ["status", "status"]),
        (["palace", "joint", "staff"], ["status", "status"]),
        (["commander", "alpha"], ["chair.alpha"]),
        (["since", "2005"], ["when-2"]),
        (["april", "2003"], ["when"]),
        (["nothing", "headquarters"], []),
    ],
)
def test_statements_are_found_by_their_own_words_and_the_names_of_whom_they_are_about(
    world: Store, words: list[str], found: list[str]
) -> None:
    rows, total = passages.saying(world, words, builders.as_of(world), 50)
    assert ([row.key for row in rows if row.entity == "joint-headquarters"], total) == (found, len(found))


def test_no_more_rows_are_given_than_asked_for_and_all_are_counted(world: Store) -> None:
    rows, total = passages.saying(world, ["a"], builders.as_of(world), 3)
    assert len(rows) == 3
    assert total == len(passages.saying(world, ["a"], builders.as_of(world), 1000)[0]) > 3
