"""What is handed to the clipboard of the terminal, through whatever stands between."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.tui.clipboard import KEPT, LONGEST, TooLongError, kept_back, sequence

TEXTS = ["55 officers", "", "line\nline\ttab", "Объединённый штаб", "東京 🜚", "\x1b]52;c;aGk=\x07", "x" * 5000]
TMUX = {"TMUX": "/tmp/tmux-1000/default,1,0", "TERM": "tmux-256color"}
SCREEN = {"TERM": "screen.xterm-256color"}
MOST = 100_000
"""Characters of a sequence that xterm takes."""


def decoded(sent: str) -> str:
    """The text in a bare sequence."""
    held = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/]*=*)\x07", sent)
    assert held is not None
    return b64decode(held[1], validate=True).decode("utf-8")


def through_tmux(sent: str) -> str:
    """What tmux passes on of a sequence that is wrapped for it."""
    held = re.fullmatch(r"\x1bPtmux;((?:[^\x1b]|\x1b\x1b)*)\x1b\\", sent)
    assert held is not None
    return held[1].replace("\x1b\x1b", "\x1b")


def pieces(sent: str) -> list[str]:
    """What stands in the pieces that screen passes on; the whole of it stands before them."""
    bare, sent = sent[: sent.index("\x1bP")], sent[sent.index("\x1bP") :]
    assert "".join(re.findall(r"\x1bP([^\\]*?)\x1b\\", sent)) == bare
    assert re.fullmatch(r"(?:\x1bP[^\\]*?\x1b\\)+", sent)
    return re.findall(r"\x1bP([^\\]*?)\x1b\\", sent)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("environment", [{}, {"TERM": "xterm-256color"}, {"TMUX": "", "TERM": "tmux-256color"}])
def test_a_terminal_gets_the_text_in_one_sequence(environment: dict[str, str], text: str) -> None:
    assert decoded(sequence(text, environment)) == text


@given(st.text())
def test_any_text_arrives_as_it_was(text: str) -> None:
    assert decoded(sequence(text, {})) == text


@pytest.mark.parametrize("text", TEXTS)
def test_tmux_gets_it_bare_and_wrapped(text: str) -> None:
    sent = sequence(text, TMUX)
    at = sent.index("\x1bPtmux;")
    assert decoded(sent[:at]) == text
    assert decoded(through_tmux(sent[at:])) == text


def test_inside_screen_inside_tmux_the_outer_hands_it_on() -> None:
    assert sequence("x", {**TMUX, "TERM": "screen-256color"}) == sequence("x", TMUX)


@pytest.mark.parametrize("text", TEXTS)
def test_screen_gets_it_in_pieces(text: str) -> None:
    assert decoded("".join(pieces(sequence(text, SCREEN)))) == text


def test_no_piece_is_longer_than_screen_passes_on() -> None:
    assert max(map(len, pieces(sequence("x" * LONGEST, SCREEN)))) <= 512


def test_as_much_as_a_terminal_takes_is_sent() -> None:
    sent = sequence("x" * LONGEST, {})
    assert len(sent) == MOST
    assert decoded(sent) == "x" * LONGEST


@pytest.mark.parametrize("environment", [{}, TMUX, SCREEN])
@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "ж" * (LONGEST // 2 + 1), "x" * 10_000_000])
def test_more_than_a_terminal_takes_is_refused_with_its_size(text: str, environment: dict[str, str]) -> None:
    with pytest.raises(TooLongError, match=f"{len(text.encode()):,} bytes .*{LONGEST:,} at most"):
        sequence(text, environment)


@pytest.mark.parametrize(("text", "arrives"), [("a\udce9b", "a?b"), ("\ud83d", "?"), ("\udfffж", "?ж")])
def test_half_a_character_arrives_as_a_mark(text: str, arrives: str) -> None:
    assert decoded(sequence(text, {})) == arrives


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("echo on; echo off", ""),
        ("echo external; echo on", ""),
        ("echo external; echo all", ""),
        ("echo external; echo off", KEPT),
        ("echo off; echo off", KEPT),
        ("echo external", ""),
        ("exit 1", ""),
        ("exec sleep 60", ""),
    ],
)
def test_what_tmux_keeps_to_itself_is_known_from_tmux(
    answer: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tmux"
    program.write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert kept_back(TMUX) == said
    assert kept_back({}) == ""


def test_where_there_is_no_tmux_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert kept_back(TMUX) == ""
