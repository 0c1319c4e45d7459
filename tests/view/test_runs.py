"""Very many entities under one branch stand in runs: each opens alone, and none is lost or shown twice."""

from __future__ import annotations

import sqlite3

import pytest

from explorer.store import compile  # noqa: A004
from explorer.store.read import Store
from explorer.values import dates
from explorer.view import runs
from explorer.view.tree import Node, Tree
from tests.benchmarks.generate import data_set
from tests.builders import OPEN

SIZE, MANY, LONG = 1_200, 50, 20


@pytest.fixture(scope="module")
def store() -> Store:
    """A data set with kinds of some hundreds."""
    connection = sqlite3.connect(":memory:")
    compile.write(data_set(SIZE), connection)
    OPEN.append(Store(connection, ""))
    return OPEN[-1]


@pytest.fixture(autouse=True)
def small_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs as short as the data set is small."""
    monkeypatch.setattr(runs, "MANY", MANY)
    monkeypatch.setattr(runs, "LONG", LONG)


def tree_of(store: Store, arrangement: str, day: str) -> Tree:
    """An arrangement as of a day, or of none."""
    return Tree(store, arrangement, store.lens(dates.parse(day) if day else None))


def persons(tree: Tree) -> Node:
    """The branch of all persons."""
    return next(node for node in tree.roots() if node.label == "Persons")


@pytest.mark.parametrize("day", ["", "2003"])
@pytest.mark.parametrize("arrangement", ["kind", "structure"])
def test_no_run_is_long_and_together_they_hold_all_in_order(store: Store, arrangement: str, day: str) -> None:
    tree = tree_of(store, arrangement, day)
    made = tree.children(persons(tree).key)
    held = [tree.children(run.key) for run in made]
    assert [len(rows) for rows in held] == [run.size for run in made]
    assert all(run.size <= LONG for run in made)
    ids = [node.id for rows in held for node in rows]
    assert len(ids) == len(set(ids)) == persons(tree).size
    names = [row[0] for row in store.connection.execute("select id from entity where kind = 'person' order by folded")]
    assert ids == [id_ for id_ in names if id_ in set(ids)]


@pytest.mark.parametrize("day", ["", "2003"])
@pytest.mark.parametrize("arrangement", ["kind", "structure", "year", "region", "source"])
def test_the_path_of_every_entity_leads_to_its_row(store: Store, arrangement: str, day: str) -> None:
    tree = tree_of(store, arrangement, day)
    for (id_,) in store.connection.execute("select id from entity where rowid % 37 = 0"):
        path = tree.path(id_)
        assert bool(path) == tree.lens.shows(store.entity(id_).seen)  # type: ignore[union-attr]
        for above, key in zip(["", *path], path, strict=False):
            assert key in [node.key for node in (tree.children(above) if above else tree.roots())]


@pytest.mark.parametrize("arrangement", ["kind", "structure", "year"])
def test_a_narrowed_tree_leads_into_runs(store: Store, arrangement: str) -> None:
    tree = tree_of(store, arrangement, "")
    keys, total = tree.matching("marat")
    assert total
    assert sum(
        key.rsplit("/", 1)[-1].count("-person-") for key in keys if not key.rsplit("/", 1)[-1].startswith("run:")
    )
    for key in keys:
        if "/" in key:
            assert key in [node.key for node in tree.children(key.rsplit("/", 1)[0])]


def test_a_run_that_nobody_knows_is_empty(store: Store) -> None:
    tree = tree_of(store, "kind", "")
    assert tree.children("kind:person/run:nobody") == []
    assert tree.children("kind:person/run:") == []
