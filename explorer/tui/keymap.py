"""Which command gets which keys: what a reader wishes for, as far as keys can be told apart where they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explorer.text import shorten, suggest
from explorer.tui.commands import COMMANDS, DETAIL, EVERYWHERE, LIST, SEARCH, TREE, Command, with_keys
from explorer.tui.keynames import KeyNameError, named, shown, types

ALWAYS = ("quit", "help")
"""Commands without which nobody finds the others, or the way out."""
RESERVED = {"enter": "confirms", "escape": "closes", "ctrl+c": "quits", "ctrl+q": "quits"}
"""Keys that mean the same in every dialog; they stay with the commands that have them by default."""

_BY_ID = {command.id: command for command in COMMANDS}


def chosen(wishes: Mapping[str, object]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Command id to its keys, for those that a reader changed, and what cannot be as it was wished.

    Of a command's keys the sound ones are taken; a command of which none is left, or whose key is another's, keeps its
    own.
    """
    keys: dict[str, tuple[str, ...]] = {}
    told: list[str] = []
    for id_, wish in _flat(wishes):
        if id_ in _BY_ID:
            keys |= _one(_BY_ID[id_], wish, told)
        else:
            told.append(_unknown(id_))
    return _apart(keys, told), told


def _flat(wishes: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Ids and wishes; TOML makes a table of an id with a dot that is not in quotes."""
    for name, wish in wishes.items():
        if isinstance(wish, dict):
            yield from ((f"{name}.{rest}", inner) for rest, inner in wish.items())
        else:
            yield name, wish


def _unknown(id_: str) -> str:
    hint = suggest(id_, _BY_ID) if len(id_) < 40 else ""
    return f"no command ‘{shorten(id_, 40)}’" + (f"; {hint}" if hint else "")


def _one(command: Command, wish: object, told: list[str]) -> dict[str, tuple[str, ...]]:
    """The keys of one command, or nothing where it keeps its own."""
    words = [wish] if isinstance(wish, str) else wish
    if not isinstance(words, list):
        told.append(f"{command.id}: not a key or a list of keys")
        return {}
    if not words and command.id in ALWAYS:
        told.append(f"{command.id}: needs a key, and keeps {_own(command)}")
        return {}
    keys: list[str] = []
    for word in words:
        try:
            keys.append(_sound(command, word))
        except KeyNameError as error:
            told.append(f"{command.id}: {error}")
    return {command.id: tuple(dict.fromkeys(keys))} if keys or not words else {}


def _sound(command: Command, word: object) -> str:
    """The key, if the command can have it. Raises KeyNameError."""
    if not isinstance(word, str):
        raise KeyNameError("a key is written in quotes")
    key = named(word)
    if key in RESERVED and key not in command.keys:
        owners = ", ".join(other.id for other in COMMANDS if key in other.keys)
        raise KeyNameError(f"‘{shown(key)}’ {RESERVED[key]}" + (f", and stays with {owners}" if owners else ""))
    if command.where == SEARCH and types(key):
        raise KeyNameError(f"‘{shown(key)}’ types or deletes where one searches")
    return key


def _apart(keys: dict[str, tuple[str, ...]], told: list[str]) -> dict[str, tuple[str, ...]]:
    """Only keys that are not another command's: of two that share one, the later keeps its own keys.

    What keeps its own may thereby share a key with yet another, so it is looked at again until none does.
    """
    while clash := min(_clashes(keys), default=None):
        _, id_, key, other = clash
        keys = {kept: its for kept, its in keys.items() if kept != id_}
        told.append(f"{id_}: ‘{shown(key)}’ is the key of {other}; {id_} keeps {_own(_BY_ID[id_])}")
    return keys


def _clashes(keys: dict[str, tuple[str, ...]]) -> Iterator[tuple[int, str, str, str]]:
    """Changed commands that share a key with one that is unchanged, or changed before them; with their numbers."""
    commands = with_keys(keys)
    order = {id_: number for number, id_ in enumerate(keys)}
    for one in commands:
        for other in commands:
            if order.get(other.id, -1) < order.get(one.id, -1) and _meet(one.where, other.where):
                for key in one.keys:
                    if key in other.keys:
                        yield order[one.id], one.id, key, other.id


def _meet(one: str, other: str) -> bool:
    """Whether commands that work in these places work together somewhere."""
    return one == other or EVERYWHERE in (one, other) or {one, other} in ({LIST, TREE}, {LIST, DETAIL})


def _own(command: Command) -> str:
    """Its default keys, as a message names them."""
    return " ".join(f"‘{shown(key)}’" for key in command.keys) or "none"
