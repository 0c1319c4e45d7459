"""What a reader has set for good: keys, theme, colours, mouse, ASCII; docs/config.md explains each.

Nothing in the file can keep the explorer from opening: what is sound is taken, and what is not is told.
"""

from __future__ import annotations

import os
import string
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from explorer.store.place import own_folder
from explorer.text import clean, shorten, suggest
from explorer.tui import files

LARGEST = 16 * 1024
"""Bytes of the file."""
ITEMS = ("theme", "mouse", "ascii", "keys", "colours")
SIXTEEN = tuple(
    bright + name
    for bright in ("", "bright_")
    for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
)
"""The names of the terminal's own colours."""

Tell = Callable[[str], None]


class Config(NamedTuple):
    """What the file says; where it says nothing, the explorer's own choice."""

    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Command id to its keys in Textual's names; none at all for a command without a key."""
    theme: str = ""
    """Empty where the file does not say."""
    mouse: bool = True
    ascii_only: bool | None = None
    """None where the locale decides."""
    colours: Mapping[str, str] = MappingProxyType({})
    """Role to one of the sixteen, `default`, or `#rrggbb`."""


def place() -> str:
    """Where the file lies, by the XDG rules; empty where there is no home for it."""
    folder = own_folder("XDG_CONFIG_HOME", ".config")
    return os.path.join(folder, "config.toml") if os.path.isabs(folder) else ""


def read(known_themes: Iterable[str], known_roles: Iterable[str], path: str = "") -> tuple[Config, list[str]]:
    """The config, and what is wrong with it, in words that name the file and the item. No file is no problem."""
    path = path or place()
    told: list[str] = []
    items = _items(path, told.append)
    told += [_unknown("item", item, ITEMS) for item in items if item not in ITEMS]
    config = Config(
        keys=_keys(_table(items, "keys", told.append), told),
        theme=_theme(items.get("theme", ""), tuple(known_themes), told.append),
        mouse=_switch(items, "mouse", told.append) is not False,
        ascii_only=_switch(items, "ascii", told.append),
        colours=_colours(_table(items, "colours", told.append), tuple(known_roles), told.append),
    )
    return config, [clean(f"{os.path.basename(path)}: {problem}") for problem in told]


def _items(path: str, tell: Tell) -> Mapping[str, object]:
    """What stands in the file; nothing where there is none, or where it cannot be read."""
    try:
        data = files.read(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        tell(f"cannot be read: {files.reason(error)}")
        return {}
    import tomllib  # most readers have no file, and need not wait for it

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        tell(f"cannot be read: byte {error.start + 1} is not UTF-8")
    except (ValueError, RecursionError) as error:
        tell(f"cannot be understood: {error}; nothing of it is taken")
    return {}


def _table(items: Mapping[str, object], item: str, tell: Tell) -> Mapping[str, object]:
    found = items.get(item, {})
    if isinstance(found, dict):
        return found
    tell(f"{item}: write [{item}] and an item a line below it")
    return {}


def _keys(wishes: Mapping[str, object], told: list[str]) -> Mapping[str, tuple[str, ...]]:
    if not wishes:
        return {}
    from explorer.tui.keymap import chosen  # imports Textual

    keys, wrong = chosen(wishes)
    told += wrong
    return keys


def _theme(wish: object, known: tuple[str, ...], tell: Tell) -> str:
    if isinstance(wish, str) and (wish in known or not wish):
        return wish
    tell(f"theme: {_unknown('theme', wish, known)}")
    return ""


def _switch(items: Mapping[str, object], item: str, tell: Tell) -> bool | None:
    """True or false, or None where the file does not say."""
    wish = items.get(item)
    if wish is None or isinstance(wish, bool):
        return wish
    tell(f"{item}: write true or false, without quotes")
    return None


def _colours(wishes: Mapping[str, object], roles: tuple[str, ...], tell: Tell) -> dict[str, str]:
    colours = {}
    for role, wish in wishes.items():
        if role not in roles:
            tell(f"colours: {_unknown('role', role, roles)}")
        elif isinstance(wish, str) and _is_colour(wish.lower()):
            colours[role] = wish.lower()
        else:
            tell(f"colours: {role}: {_unknown('colour', wish, (*SIXTEEN, 'default', '#rrggbb'))}")
    return colours


def _is_colour(wish: str) -> bool:
    if wish.startswith("#"):
        return len(wish) == 7 and set(wish[1:]) <= set(string.hexdigits)
    return wish in SIXTEEN or wish == "default"


def _unknown(what: str, wish: object, known: tuple[str, ...]) -> str:
    """That there is no such thing, and which it may be."""
    if not isinstance(wish, str):
        return f"a {what} is written in quotes"
    hint = suggest(wish, known) if len(wish) < 40 else ""
    return f"no {what} ‘{shorten(wish, 40)}’; {hint or 'there are ' + ', '.join(known)}"
