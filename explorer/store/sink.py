"""Rows on their way into tables: a few thousand wait at a time, so that memory does not grow with the data set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from explorer.store import sqlite

MOST = 4_000
"""Rows of one table that wait."""


class Sink:
    """Takes rows for any table and writes them in lots."""

    def __init__(self, connection: sqlite.Connection) -> None:
        self.connection = connection
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """The rows of a table that wait: more may be put there, each as long as the table is wide, before `settle`."""
        return self._waiting.setdefault(table, [])

    def settle(self) -> None:
        """Write what has become much."""
        for table, rows in self._waiting.items():
            if len(rows) >= MOST:
                self._write(table, rows)

    def extend(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Several rows, however many."""
        waiting = self.rows(table)
        for row in rows:
            waiting.append(row)
            if len(waiting) >= MOST:
                self._write(table, waiting)

    def flush(self) -> None:
        """Write what still waits."""
        for table, rows in self._waiting.items():
            self._write(table, rows)

    def _write(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self.connection.executemany(f"insert into {table} values ({marks})", rows)
            rows.clear()
