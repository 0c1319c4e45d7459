"""Where the explorer keeps a session, and the marks in it: the one thing that the shell reads of it."""

from __future__ import annotations

import os
from stat import S_ISREG

from explorer.store.place import file_name, own_folder

LARGEST = 1_000_000
"""Bytes of the file."""


def path(folder: str) -> str:
    """The file of a data folder, by the XDG rules; empty where there is no home for it."""
    state = own_folder("XDG_STATE_HOME", os.path.join(".local", "state"))
    return os.path.join(state, f"{file_name(folder)}.json") if os.path.isabs(state) else ""


def marks(folder: str) -> list[tuple[str, str]]:
    """What is marked for the brief, in the order of marking: an entity, and the key of its statement or nothing."""
    from json import loads

    try:
        if not S_ISREG(os.stat(path(folder)).st_mode):  # a pipe would be waited for
            return []
        with open(path(folder), "rb") as file:
            made = loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return []
    kept = made.get("marks") if isinstance(made, dict) else None
    return [(mark[0], mark[1]) for mark in kept if _sound(mark)] if isinstance(kept, list) else []


def _sound(mark: object) -> bool:
    return isinstance(mark, list) and len(mark) == 2 and all(isinstance(part, str) for part in mark)
