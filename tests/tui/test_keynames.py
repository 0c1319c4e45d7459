"""Words for keys: every key that arrives can be written, and what cannot be had says why."""

from __future__ import annotations

import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.binding import Binding

from explorer.tui import keynames
from explorer.tui.commands import COMMANDS, Command
from explorer.tui.keynames import BROKEN, KeyNameError, named, shown, types

ARRIVING = {
    key.value
    for keys in ANSI_SEQUENCES_KEYS.values()
    if isinstance(keys, tuple) and len(keys) == 1
    for key in keys
    if not key.value.startswith("<")
}
"""The keys that Textual makes of what terminals send."""
UNSURE = {"ctrl+@", "shift+escape", "shift+insert", "ctrl+insert"}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("j", "j"),
        ("G", "G"),
        ("1", "1"),
        ("é", "é"),
        ("e\u0301", "é"),
        ("Ы", "Ы"),
        ("/", "slash"),
        ("?", "question_mark"),
        ("<", "less_than_sign"),
        (",", "comma"),
        ("+", "plus"),
        ("-", "minus"),
        ("\\", "backslash"),
        (" ", "space"),
        ("space", "space"),
        ("question_mark", "question_mark"),
        ("esc", "escape"),
        ("bksp", "backspace"),
        ("Del", "delete"),
        ("pgdn", "pagedown"),
        ("PageDown", "pagedown"),
        ("↑", "up"),
        ("return", "enter"),
        ("F5", "f5"),
        ("ctrl+f", "ctrl+f"),
        ("Ctrl+F", "ctrl+f"),
        ("ctrl+pgup", "ctrl+pageup"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("shift+tab", "shift+tab"),
        ("shift+g", "G"),
        ("alt+x", "alt+x"),
        ("alt+X", "alt+shift+x"),
        ("shift+alt+x", "alt+shift+x"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("ctrl+\\", "ctrl+backslash"),
    ],
)
def test_a_word_is_the_key_that_a_reader_means(word: str, key: str) -> None:
    assert named(word) == key


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("ctlr+f", "no key ‘ctlr+f’; did you mean ‘ctrl+f’?"),
        ("pagedwn", "no key ‘pagedwn’; did you mean ‘pagedown’?"),
        ("gg", "no key ‘gg’"),
        ("", "‘’ is no key; write [] for none"),
        ("<any>", "no key ‘<any>’"),
        ("a+", "no key ‘a+’"),
        ("+a", "no key ‘+a’"),
        ("super+a", "no key ‘super+a’"),
        ("x" * 60, "no key ‘" + "x" * 26 + "…" + "x" * 13 + "’"),
        ("ctrl+i", "‘ctrl+i’ arrives as ‘tab’; write that"),
        ("ctrl+m", "‘ctrl+m’ arrives as ‘enter’; write that"),
        ("ctrl+h", "‘ctrl+h’ arrives as ‘bksp’; write that"),
        ("ctrl+[", "‘ctrl+[’ arrives as ‘esc’; write that"),
        ("ctrl+enter", "terminals differ about ‘ctrl+enter’, or do not send it"),
        ("ctrl+space", "terminals differ about ‘ctrl+space’, or do not send it"),
        ("shift+1", "terminals differ about ‘shift+1’, or do not send it"),
        ("shift+ß", "terminals differ about ‘shift+ß’, or do not send it"),
        ("alt+left", "terminals differ about ‘alt+left’, or do not send it"),
        ("alt+f", "terminals differ about ‘alt+f’, or do not send it"),
        ("left_square_bracket", "‘left_square_bracket’ is what a broken arrow key leaves behind"),
        ("shift+o", "‘shift+o’ is what a broken arrow key leaves behind"),
        ("alt+O", "‘alt+O’ is what a broken arrow key leaves behind"),
    ],
)
def test_a_word_for_no_key_says_why(word: str, reason: str) -> None:
    with pytest.raises(KeyNameError) as error:
        named(word)
    assert str(error.value) == reason


@pytest.mark.parametrize("word", sorted(BROKEN))
def test_what_a_broken_arrow_leaves_behind_is_no_key(word: str) -> None:
    with pytest.raises(KeyNameError, match="broken arrow"):
        named(word)


@pytest.mark.parametrize("key", sorted(ARRIVING - UNSURE))
def test_every_key_that_arrives_can_be_written_by_its_name(key: str) -> None:
    assert named(key) == key
    assert named(key.upper()) == key


def test_every_key_that_has_a_name_arrives_or_types_a_sign() -> None:
    signs = {binding.key for sign in set(string.punctuation) - {","} for binding in bound(sign)} | {"comma"}
    assert ARRIVING - UNSURE | signs == keynames._NAMED


def bound(key: str) -> list[Binding]:
    """Textual's own reading of a key."""
    return list(Binding.make_bindings([Binding(key, "act")]))


@given(st.characters(exclude_characters=", ↑↓←→⏎⌫"))
def test_a_character_has_the_name_that_textual_gives_it(character: str) -> None:
    try:
        key = named(character)
    except KeyNameError:
        return
    assert [binding.key for binding in bound(character)] == [key]


@given(st.text(max_size=12) | st.lists(st.sampled_from(["ctrl", "shift", "alt", "", "f", "O", "tab"])).map("+".join))
def test_no_word_raises_anything_else(word: str) -> None:
    with suppress(KeyNameError):
        assert named(word)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_key_can_be_written_as_it_is_shown(command: Command) -> None:
    assert tuple(named(word) for word in command.shown_keys.split(" ")) == command.keys
    assert tuple(named(shown(key)) for key in command.keys) == command.keys


@pytest.mark.parametrize("key", ["j", "G", "ы", "1", "slash", "comma", "space", "backspace", "section_sign"])
def test_keys_that_type_or_delete_are_told(key: str) -> None:
    assert types(key)


@pytest.mark.parametrize("key", ["down", "pagedown", "tab", "enter", "f1", "ctrl+f", "alt+x", "ctrl+backslash", "home"])
def test_keys_that_do_not_type_are_told(key: str) -> None:
    assert not types(key)
