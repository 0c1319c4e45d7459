"""All that a compiled data set holds, to be compared with another one."""

from __future__ import annotations

from typing import Any

from explorer.store.sqlite import Connection

_FOUND_BY = ("name_words", "fact_words")
"""Full-text tables: what they are stored in may differ where what they hold does not."""
_OF_THE_CLOCK = "again"
"""Which files were written just before they were read."""


def tables(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Table to its rows, sorted; of full-text tables, each word with the row and column that have it."""
    names = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table' order by name")]
    held = {
        name: _rows(connection, f"select * from {name}")
        for name in names
        if not name.startswith(("sqlite_", *_FOUND_BY)) and name != _OF_THE_CLOCK
    }
    for name in _FOUND_BY:
        connection.execute(
            f"create virtual table if not exists temp.{name}_held using fts5vocab(main, {name}, instance)"
        )
        held[name] = _rows(connection, f"select term, doc, col from temp.{name}_held")
        held[f"{name}, rows"] = _rows(connection, f"select id from {name}_docsize")
    return held


def _rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return sorted(connection.execute(query), key=repr)


def differing(one: Connection, other: Connection) -> str:
    """The first rows that only the one and only the other has, of each table where there are any."""
    told = []
    for (name, mine), theirs in zip(tables(one).items(), tables(other).values(), strict=True):
        apart = [sorted(set(a) - set(b), key=repr)[:3] for a, b in ((mine, theirs), (theirs, mine))]
        if apart != [[], []] or len(mine) != len(theirs):
            told.append(f"{name}: {apart[0]} for {apart[1]}")
    return "; ".join(told)
