"""Small data sets for tests: a folder with the shared vocabulary and sources, loaded or compiled."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from textwrap import dedent

from explorer.dataset.loader import DataSet, load
from explorer.problems import show
from explorer.store import claims, compile, place, seal  # noqa: A004
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.values import dates

HERE = Path(__file__).parent / "dataset"
OPEN: list[Store] = []
"""Stores that tests have opened; closed at the end of the session, in order rather than by the collector."""
SHARED = ("vocab.yaml", "sources.yaml")


def write(folder: Path, name: str, text: str) -> Path:
    """Write one file of a data set."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def copied(source: Path, folder: Path) -> Path:
    """A copy of a folder, which can be written even where the checkout cannot."""
    shutil.copytree(source, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
    for path, _, _ in os.walk(folder):
        os.chmod(path, 0o755)
    return folder


def make_folder(folder: Path, text: str = "") -> Path:
    """A data folder with the shared files and, as `data.yaml`, the text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SHARED:
        write(folder, name, (HERE / name).read_text(encoding="utf-8"))
    if text:
        write(folder, "data.yaml", text)
    return folder


def loaded(folder: Path, text: str) -> DataSet:
    """The text read and checked with the shared files."""
    return load(os.fspath(make_folder(folder, text)))


def compiled(folder: Path, text: str) -> Store:
    """The text compiled in memory with the shared files; it must be sound."""
    data = loaded(folder, text)
    assert [show(problem) for problem in data.problems] == []
    connection = sqlite3.connect(":memory:")
    compile.write(data, connection)
    store = Store(connection, os.fspath(folder))
    OPEN.append(store)
    return store


def entity(store: Store, id_: str) -> Entity:
    """The entity, which must be there."""
    found = store.entity(id_)
    assert found is not None
    return found


def as_of(store: Store, asked: str = "") -> Lens:
    """A lens on a day or period; without one, no question of time."""
    return store.lens(dates.parse(asked) if asked else None)


def of(store: Store, id_: str, asked: str = "") -> dict[str, Claim]:
    """What an entity's own entry states, by key."""
    return {claim.key: claim for claim in claims.of_entity(store, entity(store, id_), as_of(store, asked))}


def to(store: Store, id_: str, asked: str = "") -> list[Claim]:
    """The links that lead to an entity."""
    return claims.to_entity(store, entity(store, id_), as_of(store, asked))


def compiled_file(folder: Path) -> Path:
    """The compiled file of a data folder."""
    return Path(place.cache_path(os.fspath(folder)))


def plant(folder: Path, statement: str) -> None:
    """Change the compiled file behind the program's back, so that one can see whether it is used."""
    path = compiled_file(folder)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    seal.seal(os.fspath(path))
