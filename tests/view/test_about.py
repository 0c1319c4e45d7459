"""The data set itself, as a card."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.values import dates
from explorer.view.about import about_card
from explorer.view.card import Card
from explorer.view.listing import HIDDEN, MOST, listing_card
from explorer.view.rows import Row
from tests import builders
from tests.builders import as_of
from tests.view.conftest import WORLD, compiled


def made(store: Store, asked: str = "") -> Card:
    """The card, as of a day."""
    return about_card(store, as_of(store, asked), how="enter opens")


def counts(shown: Card) -> dict[str, int]:
    """The number of each kind."""
    at = [row.text for row in shown.rows].index("What is in it")
    return {row.value.removeprefix("→ "): int(row.notes[0]) for row in shown.rows[at + 1 :] if row.kind == "link"}


def changed(folder: Path, **values: str) -> Store:
    """The world with something else said of the data set."""
    connection = sqlite3.connect(":memory:")
    world = compiled(folder, WORLD)
    world.connection.backup(connection)
    for name, value in values.items():
        connection.execute("insert or replace into meta values (?, ?)", (name.replace("_", "-"), value))
    return Store(connection, str(folder))


def test_it_has_the_title_of_the_data_and_says_what_to_press(store: Store) -> None:
    assert made(store).rows[:2] == (Row("title", "A small world"), Row("line", "enter opens"))


def test_it_says_how_far_the_sources_speak(store: Store) -> None:
    assert "The sources speak up to October 2007." in [row.text for row in made(store).rows]


def test_it_counts_each_kind(store: Store) -> None:
    assert counts(made(store)) == {
        "States": 3,
        "Organisations": 1,
        "Bodies": 5,
        "Events": 2,
        "Documents": 4,
        "Concepts": 3,
        "Voices": 1,
    }


def test_it_counts_as_of_the_day(store: Store) -> None:
    assert counts(made(store, "1996"))["Bodies"] < counts(made(store))["Bodies"]


@pytest.mark.parametrize("asked", ["", "1996", "2004", "2020"])
def test_each_number_opens_the_list_that_it_counts(store: Store, asked: str) -> None:
    rows = [row for row in made(store, asked).rows if row.kind == "link"]
    assert any(row.view[2] == HIDDEN for row in rows) == (asked in ("1996", "2004"))
    for row in rows:
        listed = listing_card(store, row.view[2], as_of(store, asked))
        assert listed.rows[0].text == f"{row.value.removeprefix('→ ')} ({row.notes[0]})"
        assert sum(one.kind == "link" for one in listed.rows) == int(row.notes[0])


def test_a_list_too_long_to_show_says_how_many_are_left(tmp_path: Path) -> None:
    towns = "".join(f"town-{number}: {{kind: state, name: Town {number}}}\n" for number in range(MOST + 2))
    store = builders.compiled(tmp_path, towns)
    rows = listing_card(store, "state", as_of(store)).rows
    assert (rows[0].text, rows[-1].text) == (f"States ({MOST + 2})", "… and 2 more")


def test_it_names_the_folder(store: Store) -> None:
    assert made(store).rows[-1] == Row("line", f"folder: {store.folder}")


def test_a_description_stands_below_the_head(tmp_path: Path) -> None:
    shown = made(changed(tmp_path, description="Made for\x1b[31m tests."))
    assert [row.text for row in shown.rows if row.kind == "text"] == ["Made for␛[31m tests."]


@pytest.mark.parametrize("horizon", ["", dates.FOREVER])
def test_without_an_end_of_the_sources_nothing_is_said_of_it(tmp_path: Path, horizon: str) -> None:
    shown = made(changed(tmp_path, horizon=horizon))
    assert [row for row in shown.rows if "sources speak" in row.text] == []


@pytest.mark.parametrize(("title", "short", "name"), [("", "Short", "Short"), ("", "", "The data"), ("A", "B", "A")])
def test_data_without_a_title_has_a_name_all_the_same(tmp_path: Path, title: str, short: str, name: str) -> None:
    assert made(changed(tmp_path, title=title, short_title=short)).name == name
