"""Tables for other programs: a SQLite database with keys, views and descriptions."""

from __future__ import annotations

import sqlite3

from explorer.values.lean import NamedTuple


class Column(NamedTuple):
    """A column and what stands in it."""

    name: str
    about: str
    type: str = "text"
    refers: str = ""
    """The table whose key it holds."""


class Table(NamedTuple):
    """Rows with a key."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


VIEWS = {
    "stated": (
        "statements as rows: one for each place on which a statement rests, and one where it rests on none",
        'select s.entity, s.property, coalesce(s.value, s.text) as value, s."when", c.source, c.locator, s.mood, '
        "s.statement from statements s left join citations c on c.statement = s.statement order by s.rowid, c.number",
    ),
    "facts": (
        "facts with the name of what they are about and where they stand",
        'select s.statement, s.entity, e.name, s.property, s.value, s.text, s."when", s.mood, s."by", s.doubt, '
        "group_concat(c.display, '; ') as sources from statements s join entities e on e.id = s.entity "
        "left join citations c on c.statement = s.statement where s.part = 'fact' group by s.statement",
    ),
    "links": (
        "links with the names of both ends",
        'select s.statement, s.entity, e.name, s.property, s.target, t.name as target_name, s.role, s."when", s.mood '
        "from statements s join entities e on e.id = s.entity join entities t on t.id = s.target where s.part = 'link'",
    ),
    "sources": (
        "how many statements rest on each source",
        "select c.source, e.name, count(distinct c.statement) as statements from citations c "
        "join entities e on e.id = c.source group by c.source order by statements desc",
    ),
}
"""Views of the tables: name to what it is for and what it is."""


def database(tables: list[Table], about: dict[str, str]) -> bytes:
    """A SQLite database of the tables, with an index for each reference, the views, and what everything is."""
    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection, tables)
        _describe(connection, tables, about)
        connection.execute("pragma foreign_keys = on")
        connection.commit()
        connection.execute("analyze")
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def views(tables: list[Table]) -> list[tuple[str, list[str], list[tuple[str | float | None, ...]]]]:
    """Name, header and rows of each view, for formats that have none."""
    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection, tables)
        made = []
        for name in VIEWS:
            rows = connection.execute(f"select * from {name}")
            made.append((name, [column[0] for column in rows.description], rows.fetchall()))
        return made
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, tables: list[Table]) -> None:
    for table in tables:
        _create(connection, table, {other.name: other.key for other in tables})
    for name, (_, query) in VIEWS.items():
        connection.execute(f"create view {name} as {query}")


def _create(connection: sqlite3.Connection, table: Table, keys: dict[str, tuple[str, ...]]) -> None:
    columns = [
        f'"{one.name}" {one.type}' + (f' references {one.refers}("{keys[one.refers][0]}")' if one.refers else "")
        for one in table.columns
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    connection.execute(f"create table {table.name} ({', '.join(columns)}, primary key ({key}))")
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(f"insert into {table.name} values ({marks})", table.rows)
    for one in table.columns:
        if one.refers and one.name != table.key[0]:
            connection.execute(f'create index {table.name}_{one.name} on {table.name} ("{one.name}")')


def _describe(connection: sqlite3.Connection, tables: list[Table], about: dict[str, str]) -> None:
    """What the data set, its tables and their columns are, as a table of its own."""
    connection.execute('create table about (of text, "column" text, says text, primary key (of, "column"))')
    rows = [("", name, text) for name, text in about.items()]
    rows += [(table.name, "", table.about) for table in tables]
    rows += [(table.name, one.name, one.about) for table in tables for one in table.columns]
    rows += [(name, "", says) for name, (says, _) in VIEWS.items()]
    connection.executemany("insert into about values (?, ?, ?)", rows)


def metadata(tables: list[Table], about: dict[str, str]) -> dict[str, object]:
    """The same descriptions as Datasette reads them, whatever the file is called."""
    described: dict[str, object] = {
        table.name: {"description": table.about, "columns": {one.name: one.about for one in table.columns}}
        for table in tables
    }
    described |= {name: {"description": says} for name, (says, _) in VIEWS.items()}
    described["entities"] = {**_dict(described["entities"]), "label_column": "name"}
    return {**about, "databases": {"csto": {"tables": described}}}


def _dict(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value
