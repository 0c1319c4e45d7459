"""A small data folder with its cache, in every state that a start can find, and all that a store answers about it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import explorer.dataset.loader
import explorer.store.compile  # noqa: F401 - imported here, so that no process that is forked has to
from explorer.cli.main import guarded
from explorer.cli.output import say
from explorer.store import cache, place
from tests import builders
from tests.robust.tables import tables

DATA = """
staff: {kind: body, name: Staff, also: Main staff, links: {organ-of: {to: league, cite: early par 1}}}
league: {kind: organisation, name: League, when: {is: 1992/.., cite: early par 1}}
"""
MORE = """
hall:
  kind: body
  name: Hall
  facts: [{text: It was small., about: strength, value: 55 officers, when: 2005, cite: late sec 1 par 1 fn 1}]
"""
OTHER = MORE.replace("Hall", "Chamber")
EDITED = MORE.replace("small", "rather small")
"""Longer, for it is as old as the other by its time."""
MEMORY = "/dev/shm"
LONG_AGO = 1_000_000_000 * 10**9
"""When the files were written: what is young is read twice, and then the operations are not the same each time."""
LEFT_OUT = ("file", "again", "block", "meta")
"""Tables about the cache itself."""


def everything(folder: str) -> int:
    """Print all that the store of a folder holds."""
    sys.stdout.write(told(folder))
    return 0


def told(folder: str) -> str:
    """All that the store of a folder holds, asked as a shell command asks: a damaged one is compiled again."""
    lines: list[str] = []

    def act(_: list[str]) -> int:
        lines[:] = _dump(folder)
        return 0

    code = guarded([], act)
    return "".join(f"{line}\n" for line in lines) if code == 0 else f"exit {code}\n"


def _dump(folder: str) -> list[str]:
    store = cache.open_store(folder)
    lines = [f"{store.meta('title')}, {store.meta('entities')} entities, {store.meta('errors')} errors"]
    lines += [
        f"{table} {row}" for table, rows in tables(store.connection).items() if table not in LEFT_OUT for row in rows
    ]
    if store.note:
        say(store.note)
    if store.meta("errors") not in ("", "0"):
        say(f"{store.meta('errors')} errors in the data")
    store.close()
    return lines


@contextmanager
def somewhere() -> Iterator[Path]:
    """A temporary folder, in memory where there is one for that: nothing waits for a disk."""
    with tempfile.TemporaryDirectory(prefix="csto-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as made:
        yield Path(made)


def make(base: Path) -> Path:
    """A data folder of two files, beside which its cache will be. The environment is that of this process."""
    os.environ["XDG_CACHE_HOME"] = os.fspath(base / "cache")
    folder = builders.make_folder(base / "data", DATA)
    builders.write(folder, "more.yaml", MORE)
    for path in folder.iterdir():
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return folder


def cold(folder: Path) -> None:
    """Nothing has been compiled."""


def warm(folder: Path) -> None:
    """All has been compiled."""
    cache.open_store(os.fspath(folder)).close()


def touched(folder: Path) -> None:
    """A file has another time, and the same content."""
    warm(folder)
    os.utime(folder / "more.yaml", ns=(1, 1))


def changed(folder: Path) -> None:
    """A file has other content."""
    warm(folder)
    builders.write(folder, "more.yaml", OTHER)
    os.utime(folder / "more.yaml", ns=(LONG_AGO, LONG_AGO))


def edited(folder: Path) -> None:
    """An entry states something else."""
    warm(folder)
    builders.write(folder, "more.yaml", EDITED)
    os.utime(folder / "more.yaml", ns=(LONG_AGO, LONG_AGO))


STATES: dict[str, Callable[[Path], None]] = {state.__name__: state for state in (cold, warm, touched, changed, edited)}


def compiled(folder: Path) -> Path:
    """The folder's compiled file."""
    return Path(place.cache_path(os.fspath(folder)))


def put_back(kept: Path, base: Path) -> None:
    """The world as it was kept."""
    shutil.rmtree(base)
    shutil.copytree(kept, base)
