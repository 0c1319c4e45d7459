"""Keys as a reader writes them (`/`, `pgdn`, `ctrl+f`, `G`) in Textual's names, and why some cannot be had."""

from __future__ import annotations

import string
import unicodedata

from textual.keys import KEY_DISPLAY_ALIASES, KEY_NAME_REPLACEMENTS, Keys

from explorer.text import shorten, suggest

DISPLAY = {"escape": "esc", "backspace": "bksp", "pageup": "pgup", "pagedown": "pgdn"}
"""Textual's name of a key to a shorter one that stands on many."""
BROKEN = frozenset("[OABCDFHMPQRSZ")
"""What a broken arrow sequence leaves behind."""
_MODIFIERS = {"alt", "ctrl", "shift"}
_UNSURE = {
    *("ctrl+@", "ctrl+insert", "ctrl+shift+insert", "shift+insert", "shift+escape", "return", "ctrl-at"),
    *("alt+b", "alt+f"),  # some send ctrl+left and ctrl+right for these
}
"""Keys that have a name in Textual, and that terminals keep for themselves or do not tell from others."""
_ARRIVES = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""Keys that arrive as another one: to a terminal they are the same."""


class KeyNameError(ValueError):
    """A word that stands for no key that can be had here; says why."""


def _of_character(character: str) -> str:
    """Textual's name of the key that types a character: letters and digits are their own, signs are spelt out."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_SIGNS = {_of_character(sign): sign for sign in string.punctuation}
"""Textual's name of a sign to the sign."""
_OTHERS = {key.value for key in Keys if not key.value.startswith("<")} - _UNSURE - _ARRIVES.keys()
"""The keys that type no sign and no letter; Textual also names some events, `<scroll-up>`."""
_NAMED = _OTHERS | _SIGNS.keys()
_SAME = {
    **{word: name for name, word in KEY_DISPLAY_ALIASES.items() if name in _NAMED},
    **{word: name for name, word in DISPLAY.items()},
    "return": "enter",
    "ins": "insert",
    "backtab": "shift+tab",
    "pgdown": "pagedown",
}
"""Other words for keys, those of help and footer among them."""


def shown(key: str) -> str:
    """A key as a reader knows it, from Textual's name."""
    return DISPLAY.get(key) or _SIGNS.get(key, key)


def types(key: str) -> bool:
    """Whether the key types or deletes a letter where letters are typed."""
    return key in ("space", "backspace") or (key not in _OTHERS and "+" not in key)


def named(word: str) -> str:
    """Textual's name of the key that a word stands for. Raises KeyNameError."""
    if len(word) > 1:
        word = unicodedata.normalize("NFC", word)  # a letter and its accent are one key
    key = _key(word)
    if key in _ARRIVES:
        raise KeyNameError(f"‘{word}’ arrives as ‘{shown(_ARRIVES[key])}’; write that")
    if not key or key in _UNSURE:
        raise KeyNameError(_why_none(word))
    last = shown(key.rpartition("+")[2])
    if (last.upper() if key.startswith("alt+shift+") else last) in BROKEN:
        raise KeyNameError(f"‘{word}’ is what a broken arrow key leaves behind")
    return key


def _key(word: str) -> str:
    """The key, or nothing."""
    word = _SAME.get(word.lower(), word)
    if len(word) == 1:
        return _of_character(word) if word.isprintable() else ""
    before, plus, last = word.lower().rpartition("+")
    if not plus:
        return last if last in _NAMED else ""
    modifiers = set(before.split("+"))
    if last.isalpha() and len(last) == 1 and "ctrl" not in modifiers:
        return _with_letter(modifiers | {"shift"} if word[-1].isupper() else modifiers, last)
    last = _SAME.get(last, last)
    key = "+".join([*sorted(modifiers), _of_character(last) if len(last) == 1 else last])
    return key if key in _NAMED or key in _ARRIVES else ""


def _with_letter(modifiers: set[str], letter: str) -> str:
    """Shift is part of the letter that is typed; alt stands before it."""
    if modifiers == {"shift"} and len(letter.upper()) == 1:
        return letter.upper()
    return f"{'+'.join(sorted(modifiers))}+{letter}" if "alt" in modifiers <= {"alt", "shift"} else ""


def _why_none(word: str) -> str:
    """What may be the matter with a word that is no key."""
    if not word:
        return "‘’ is no key; write [] for none"
    short = shorten(word, 40)
    before, plus, last = word.lower().rpartition("+")
    if plus and last and set(before.split("+")) <= _MODIFIERS and _key(last):
        return f"terminals differ about ‘{short}’, or do not send it"
    hint = suggest(word.lower(), sorted(_NAMED | _SAME.keys())) if len(word) < 40 else ""
    return f"no key ‘{short}’" + (f"; {hint}" if hint else "")
