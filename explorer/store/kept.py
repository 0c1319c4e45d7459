"""Where the explorer keeps a session, and the marks in it: the one thing that the shell reads of it."""

from __future__ import annotations

import os
from stat import S_ISREG

from explorer.store.place import file_name, own_folder

LARGEST = 1_000_000
"""Bytes of the file."""
LONGEST, MOST_MARKS = 1_000, 5_000
"""Characters of a text in it, and marks; a branch's key names all that it stands in."""


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
    return list(sound(made.get("marks"))) if isinstance(made, dict) else []


def sound(marks: object) -> tuple[tuple[str, str], ...]:
    """Those marks of a session that are what they should be."""
    given = marks[:MOST_MARKS] if isinstance(marks, list | tuple) else ()
    return tuple((mark[0][:LONGEST], mark[1][:LONGEST]) for mark in given if _is_mark(mark))


def _is_mark(mark: object) -> bool:
    return isinstance(mark, list | tuple) and len(mark) == 2 and all(isinstance(part, str) for part in mark)
