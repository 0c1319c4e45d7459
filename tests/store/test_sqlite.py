"""Where an interpreter keeps the core of sqlite3 elsewhere, sqlite3 itself serves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
HIDDEN = """
import sqlite3, sys
sys.modules["_sqlite3"] = None
from explorer.store import sqlite
print(sqlite.Connection is sqlite3.Connection, sqlite.connect is sqlite3.connect, sqlite.Error is sqlite3.Error)
"""


def test_without_the_core_sqlite3_itself_serves() -> None:
    command = [sys.executable, "-c", HIDDEN]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "True True True\n"
