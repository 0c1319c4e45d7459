"""Ids and names in a flat file beside the compiled data, for shells to complete from without starting the program."""

from __future__ import annotations

import os
from contextlib import suppress

from explorer.store.place import cache_path
from explorer.store.read import Store
from explorer.text import clean


def names_path(folder: str) -> str:
    """The file of a data folder."""
    return cache_path(folder).removesuffix(".sqlite") + ".names"


def write_names(store: Store) -> str:
    """Write it anew: `id`, a tab, `name`, by id. Returns its path. Raises OSError."""
    path = names_path(store.folder)
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "w", encoding="utf-8") as file:
            rows = store.connection.execute("select id, coalesce(short, name) from entity order by id")
            file.writelines(f"{id_}\t{clean(name)}\n" for id_, name in rows)
        os.replace(temporary, path)
    finally:
        with suppress(OSError):
            os.unlink(temporary)
    return path


def refresh_names(store: Store) -> None:
    """Write it anew where a shell completes from it, as after a change of the data; where it cannot, it stays."""
    if os.path.exists(names_path(store.folder)):
        with suppress(OSError):
            write_names(store)
