"""Data sets that are made for measuring: sound, the same each time, and walked through rather than kept."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from explorer.dataset.loader import load
from explorer.store import compile  # noqa: A004
from explorer.store.read import Store
from explorer.view.tree import Tree
from tests.benchmarks.generate import Made, data_set, write_yaml
from tests.builders import OPEN

SIZE = 400


def compiled(size: int) -> Store:
    """A compiled data set of so many."""
    connection = sqlite3.connect(":memory:")
    compile.write(data_set(size), connection)
    OPEN.append(Store(connection, ""))
    return OPEN[-1]


def test_each_walk_makes_the_same_entities() -> None:
    made = Made(SIZE)
    assert list(made) == list(made)
    assert len({entity.id for entity in made}) == len(made) == SIZE


def test_what_is_written_as_yaml_is_sound_and_says_the_same(tmp_path: Path) -> None:
    write_yaml(os.fspath(tmp_path), SIZE, 4)
    data = load(os.fspath(tmp_path))
    assert data.problems == []
    for read, made in zip(data.entities, Made(SIZE), strict=True):
        assert (read.id, read.kind, read.name, read.short) == (made.id, made.kind, made.name, made.short)
        links = [(link.relation, link.target.id, link.role) for link in made.links]
        assert [(link.relation, link.target.id, link.role) for link in read.links] == links
        assert [(fact.text, fact.about, fact.value) for fact in read.facts] == [
            (fact.text, fact.about, fact.value) for fact in made.facts
        ]


def test_a_council_is_in_one_name_of_twenty() -> None:
    names = [entity.name.casefold() for entity in Made(20_000)]
    share = sum("council" in name for name in names) / len(names)
    assert 0.035 < share < 0.065


def test_its_structure_is_a_tree_of_sane_width() -> None:
    store = compiled(SIZE)
    tree = Tree(store, "structure", store.lens(None))
    top = tree.roots()[0]
    assert top.size <= 10
    assert all(node.size <= 10 for node in tree.children(top.key))
