"""Write a checked data set into one SQLite file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from explorer.dataset.arrangements import Step, tree_steps
from explorer.dataset.loader import DataSet
from explorer.dataset.vocabulary import Vocabulary
from explorer.store import sqlite
from explorer.store.cited import write_passages
from explorer.store.edges import write_forests
from explorer.store.entries import write_entries, write_troubles
from explorer.store.groups import write_outside
from explorer.store.read import FORMAT
from explorer.store.sink import Sink
from explorer.store.words import write_words
from explorer.values.terms import TREE

CACHE = 64_000
"""Kilobytes of pages kept in memory while a file is written."""


def write(data: DataSet, connection: sqlite.Connection) -> None:
    """Fill an empty database."""
    for pragma in ("journal_mode=off", "synchronous=off", f"cache_size=-{CACHE}"):
        connection.execute(f"pragma {pragma}")
    tables, indexes = _schema()
    for statement in tables:
        connection.execute(statement)
    connection.execute("begin")
    _write_vocabulary(data.words, connection)
    troubles = write_entries(data.entities, data.words, connection)
    for statement in indexes:
        connection.execute(statement)
    write_troubles(troubles, connection)
    write_forests(connection, _forests(data.words))
    write_passages(connection)
    write_outside(connection)
    write_words(data.entities, connection)
    _rows(connection, "problem", ((n, *problem) for n, problem in enumerate(data.problems)))
    _rows(connection, "block", ((n, *block) for n, block in enumerate(data.blocks)))
    _rows(connection, "meta", _meta(data))
    connection.commit()
    connection.execute("pragma optimize")


def _schema() -> tuple[list[str], list[str]]:
    """The statements that make tables, and those that make indexes: an index is made quicker once its rows stand."""
    with open(os.path.join(os.path.dirname(__file__), "schema.sql"), encoding="utf-8") as file:
        plain = "\n".join(line.partition("--")[0] for line in file)
    statements = [statement.strip() for statement in plain.split(";")]
    indexes = [statement for statement in statements if statement.startswith("create index")]
    return [statement for statement in statements if statement and statement not in indexes], indexes


def _forests(words: Vocabulary) -> dict[str, tuple[Step, ...]]:
    """Every forest by its name; the one that views take for the structure first."""
    levels = [level for made in words.arrangements.values() for level in made.levels]
    trees = {name: relation.tree for name, relation in words.relations.items()}
    return {TREE: tree_steps(trees)} | {level.name: level.forest for level in levels if level.forest}


def _rows(connection: sqlite.Connection, table: str, rows: Iterable[Iterable[Any]]) -> None:
    """Insert whole rows."""
    sink = Sink(connection)
    sink.extend(table, map(tuple, rows))
    sink.flush()


def _meta(data: DataSet) -> list[tuple[str, str]]:
    words = data.words
    return [
        ("format", FORMAT),
        ("title", words.title),
        ("short-title", words.short_title or words.title),
        ("description", words.description),
        ("horizon", words.horizon),
        ("model", words.model),
        ("entities", str(len(data.entities))),
        ("errors", str(data.errors)),
        ("problems", str(len(data.problems))),
    ]


def _write_vocabulary(words: Vocabulary, connection: sqlite.Connection) -> None:
    _rows(connection, "kind", ((name, *kind, n) for n, (name, kind) in enumerate(words.kinds.items())))
    relations = (
        (name, r.label, r.inverse, r.time, r.tree, r.ordered, r.one, r.means, n)
        for n, (name, r) in enumerate(words.relations.items())
    )
    _rows(connection, "relation", relations)
    _rows(connection, "about", ((name, a.label, a.fixed, n) for n, (name, a) in enumerate(words.about.items())))
    _rows(connection, "document_type", words.document_types.items())
    arrangements = words.arrangements.items()
    _rows(connection, "arrangement", ((name, a.label, n) for n, (name, a) in enumerate(arrangements)))
    levels = ((name, n, level.name) for name, a in arrangements for n, level in enumerate(a.levels))
    _rows(connection, "level", levels)
