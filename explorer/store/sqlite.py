"""What the store needs of SQLite: connections and their errors.

Importing `sqlite3` also imports `datetime`, for adapters that nobody asks for here; that is a seventh of a bare
interpreter at each look-up. Where an interpreter keeps the core of it elsewhere, `sqlite3` itself serves.
"""

from __future__ import annotations

try:
    from _sqlite3 import Connection, Error, connect
except ImportError:
    from sqlite3 import Connection, Error, connect

__all__ = ["Connection", "Error", "connect"]
