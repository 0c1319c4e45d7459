"""What is remembered between runs, one file for each data folder: where one was, what was open, what is marked.

Neither the query nor the as-of date is in it: they are questions, and tomorrow's are others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from explorer.store import kept
from explorer.text import clean
from explorer.tui import files

VERSION = 1
LARGEST, LONGEST, MOST_MARKS, path = kept.LARGEST, kept.LONGEST, kept.MOST_MARKS, kept.path
"""Of the file; the shell's `brief --marks` looks there too."""
MOST_BRANCHES, MOST_NAMES = 2_000, 100
"""Open branches of an arrangement, and arrangements or panes."""
FIRST_ROW, FARTHEST = -1, 1_000_000
"""The row that stands for the first, and the largest number of rows or columns that can be meant."""


class Session(NamedTuple):
    """A run's end, from which the next one starts; without anything said, a clean start."""

    place: str = ""
    """The entity that was shown; empty for none."""
    row: int = FIRST_ROW
    """The row on which the detail's cursor stood."""
    arrangement: str = ""
    """How the tree was laid out; empty for the first way."""
    branches: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Arrangement to the keys of its open branches; none open is not the same as no such arrangement."""
    sizes: Mapping[str, int] = MappingProxyType({})
    """Pane to its columns or rows, where a reader has moved its edge."""
    marks: tuple[tuple[str, str], ...] = ()
    """What is marked for the brief: entity, and the key of its statement or nothing."""
    theme: str = ""
    """The theme last chosen; empty for none."""


def read(folder: str) -> Session | None:
    """What was remembered of a data folder; None where nothing was, or nothing that can be used."""
    try:
        made = json.loads(files.read(path(folder), LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return _sound(made) if isinstance(made, dict) else None


def write(folder: str, session: Session) -> str:
    """Remember it; returns why it could not be, in words, or nothing. The file is the old one or the new one, whole."""
    target = ""
    try:
        target = path(folder)
        if not target:
            return "there is no home folder to keep it in"
        files.replace(target, _encoded(_sound(session._asdict())))
    except (OSError, ValueError) as error:
        return clean(f"{target or folder}: {files.reason(error)}")
    return ""


def _encoded(session: Session) -> bytes:
    """The file's content. Past what is read again, open branches go first: they are soonest made anew."""
    for one in (session, session._replace(branches={})):
        fields = {"version": VERSION, **one._asdict(), "branches": dict(one.branches), "sizes": dict(one.sizes)}
        data = json.dumps(fields, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
        if len(data) <= LARGEST:
            return data
    raise ValueError(f"more than {LARGEST:,} bytes to remember")


def _sound(fields: Mapping[str, object]) -> Session:
    """A session of what has the right type and is not too much; the rest is as at a clean start."""
    return Session(
        place=_text(fields.get("place")),
        row=_number(fields.get("row"), FIRST_ROW, FIRST_ROW),
        arrangement=_text(fields.get("arrangement")),
        branches={
            name: tuple(_text(key) for key in _list(keys, MOST_BRANCHES) if isinstance(key, str))
            for name, keys in _named(fields.get("branches"))
            if isinstance(keys, list | tuple)
        },
        sizes={name: size for name, given in _named(fields.get("sizes")) if (size := _number(given, 1, 0))},
        marks=kept.sound(fields.get("marks")),
        theme=_text(fields.get("theme")),
    )


def _text(value: object) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""


def _number(value: object, least: int, otherwise: int) -> int:
    """A whole number that rows and columns can have; a bool is none, although Python counts it as one."""
    return value if type(value) is int and least <= value <= FARTHEST else otherwise


def _list(value: object, most: int) -> list[object]:
    return list(value[:most]) if isinstance(value, list | tuple) else []


def _named(value: object) -> list[tuple[str, object]]:
    """The items of what should be a table, by name."""
    items = value.items() if isinstance(value, Mapping) else ()
    return [(_text(name), item) for name, item in islice(items, MOST_NAMES)]
