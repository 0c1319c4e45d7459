"""The bundled data in each of its arrangements: everything has a place, counts are right, paths lead there."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from explorer.dataset.loader import load
from explorer.store import compile, structure  # noqa: A004
from explorer.store.read import Store
from explorer.view.tree import Node
from tests import builders
from tests.view.test_tree import tree, walked

FOLDER = Path(__file__).parents[2] / "data"
NAMES = ["structure", "kind", "region", "year", "stage", "source"]


@pytest.fixture(scope="module")
def real() -> Store:
    """The bundled data."""
    connection = sqlite3.connect(":memory:")
    compile.write(load(os.fspath(FOLDER)), connection)
    store = Store(connection, os.fspath(FOLDER))
    builders.OPEN.append(store)
    return store


def test_the_arrangements_stand_in_this_order(real: Store) -> None:
    assert [name for name, _, _ in structure.arrangements(real)] == NAMES


@pytest.mark.parametrize("asked", ["", "2001-06", "2006"])
@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_shown_can_be_reached_and_counted(real: Store, name: str, asked: str) -> None:
    whole = tree(real, name, asked)
    rows = {node.key: node for node in walked(whole)}
    below: dict[str, list[Node]] = {}
    for key, node in rows.items():
        below.setdefault(key.rpartition("/")[0], []).append(node)
    assert [key for key, node in rows.items() if node.size != len(below.get(key, ()))] == []
    ids = {node.id for node in rows.values() if node.id}
    total, hidden = structure.size(real, builders.as_of(real, asked))
    assert len(ids) == total - hidden
    assert [id_ for id_ in ids if rows[whole.path(id_)[-1]].id != id_] == []


@pytest.mark.parametrize("name", NAMES)
def test_narrowing_gives_rows_that_are_there(real: Store, name: str) -> None:
    whole = tree(real, name)
    keys = {node.key for node in walked(whole)}
    for typed in ("joint", "2002", "russia", "объединенный", "a"):
        found, total = whole.matching(typed, 10_000)
        assert set(found) <= keys
        assert 0 < total <= len(found) or not found
