"""What a terminal sends, cut anywhere, is what it was whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from explorer.tui.listener import messages_of
from explorer.tui.pieces import ESC, LONGEST, Pieces

PARSER = XTermParser()
KEYS = {
    "\x1b[A": ["up"],
    "\x1bOA": ["up"],
    "\x1bOP": ["f1"],
    "\x1b[P": ["f1"],
    "\x1b[[A": ["f1"],
    "\x1b[15~": ["f5"],
    "\x1b[3~": ["delete"],
    "\x1b[Z": ["shift+tab"],
    "\x1b[1;5C": ["ctrl+right"],
    "\x1b[27u": ["escape"],
    "\x1b[113;5u": ["ctrl+q"],
    "\x1b[97:65;1u": ["a"],
    "\x1bx": ["alt+x"],
    "\x1bb": ["ctrl+left"],
    "\x1b\x1b[A": ["escape", "up"],
    "\x1b[<0;3;4M": ["MouseDown"],
    "\x1b[<0;3;4m": ["MouseUp"],
    "\x1b[<65;3;4M": ["MouseScrollDown"],
    "\x1b[200~a\x1b[Ab\nq\x1b[201~x": ["paste:a\x1b[Ab\nq", "x"],
    "\x1b[200~\x1b]52;c;eA==\x07\x1b[20q\x1b[201~": ["paste:\x1b]52;c;eA==\x07\x1b[20q"],
}
NOTHING = [
    *("\x1b[?62;22c", "\x1b[>41;351;0c", "\x1b[0n", "\x1b[5;10R", "\x1b[17;1R", "\x1b[?1u", "\x1b[?2026;2$y"),
    *("\x1b]10;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b]4;1;rgb:q/q/q\x1b\\"),
    *(
        "\x1bP1$r0m\x1b\\",
        "\x1bP>|XTerm(379)\x1b\\",
        "\x1bP!|00000000\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b]52;c;cXE=\x07",
    ),
    *("\x1b[I", "\x1b[O", "\x1b[8;24;80t", "\x1b[48;24;80;480;800t", "\x1b[?997;1n", "\x1b]l title\x1b\\"),
    *("\x1b[99~", "\x1b[113;5A", "\x1b[9999999999;1u", "\x1b[1114112;1u", "\x1b[113;1:3u", "\x1b[M !!", "\x1b[201~"),
    *("\x1b[27;5;113~", "\x1b[113;5P", "\x1b[5 q", "\x1b[?q", "\x1b^q\x1b\\", "\x1bXq\x1b\\"),
]
"""Answers that nobody asked for, and numbers that no key has: Textual takes some for letters, and fails at others."""


def names(pieces: Pieces, *parts: str) -> list[str]:
    """The keys in what comes in parts; "…" is a pause longer than the delay of esc, "… …" one past all patience."""
    found = []
    for part in parts:
        took = pieces.late() if part == "…" else pieces.lost() if part == "… …" else pieces.feed(part)
        for piece in took:
            for one in messages_of(piece, PARSER):
                text = f"paste:{one.text}" if isinstance(one, events.Paste) else type(one).__name__
                found.append(one.key if isinstance(one, events.Key) else text)
    return found


@pytest.mark.parametrize("sent", KEYS)
def test_a_key_is_known_whole_and_cut_anywhere(sent: str) -> None:
    assert names(Pieces(), sent) == KEYS[sent]
    assert names(Pieces(), *sent) == KEYS[sent]
    for cut in range(1, len(sent)):
        assert names(Pieces(), sent[:cut], sent[cut:]) == KEYS[sent]


@pytest.mark.parametrize("sent", ["\x1b[<{};1;1M", "\x1b[<0;{};1m", "\x1b[{}u", "\x1b[1;{}A"])
def test_a_number_of_thousands_of_digits_is_nothing(sent: str) -> None:
    """Python refuses to read one."""
    assert names(Pieces(), sent.format("1" * 5000) + "j") == ["j"]


@pytest.mark.parametrize("sent", NOTHING)
def test_what_nobody_asked_for_is_nothing_whole_and_cut_anywhere(sent: str) -> None:
    assert names(Pieces(), f"{sent}j") == ["j"]
    assert names(Pieces(), *sent, "j") == ["j"]
    for cut in range(1, len(sent)):
        assert names(Pieces(), sent[:cut], sent[cut:], "j") == ["j"]


@pytest.mark.parametrize("sent", [*(one for one in KEYS if len(one) > 2 and ESC not in one[1:]), *KEYS][:-1])
def test_after_a_long_pause_the_rest_is_no_letters(sent: str) -> None:
    wanted = KEYS[sent]
    for cut in range(1, len(sent)):
        came = names(Pieces(), sent[:cut], "…", sent[cut:])
        more = came[: len(came) - len(wanted)]
        assert more in ([], ["escape"], ["alt+shift+o"]) or len(sent) == 2 or sent[1] == ESC
        assert came[len(more) :] == wanted or len(sent) == 2


@pytest.mark.parametrize("sent", NOTHING)
def test_after_a_long_pause_the_rest_of_an_answer_is_nothing(sent: str) -> None:
    for cut in range(2, len(sent)):
        if sent[:2] not in ("\x1b^", "\x1bX", "\x1b]", "\x1bP") or cut > 2 or sent[2].isdigit():
            assert [one for one in names(Pieces(), sent[:cut], "…", sent[cut:]) if not one.startswith("alt+")] == []


def test_a_paste_that_was_cut_after_its_esc_is_a_paste_however_late_its_rest_comes() -> None:
    assert names(Pieces(), ESC, "…", "… …", "[200~q\x1b[201~") == ["escape", "paste:q"]
    assert names(Pieces(), ESC, "…", "… …", "q") == ["escape", "q"]


def test_letters_typed_after_an_esc_are_letters() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ019]~;<?":
        assert len(names(Pieces(), ESC, "…", letter)) == 2


def test_a_paste_whose_end_never_comes_is_given_after_all_patience() -> None:
    pieces = Pieces()
    assert names(pieces, "\x1b[200~abc\x1b[20", "…") == []
    assert pieces.waits
    assert names(pieces, "… …", "j") == ["paste:abc\x1b[20", "j"]


def test_an_answer_without_an_end_takes_no_key_after_all_patience_nor_all_memory() -> None:
    pieces = Pieces()
    assert names(pieces, "\x1b]52;c;", *["x" * 4096] * 50) == []
    assert names(pieces, "… …", "j") == ["j"]
    assert not pieces.waits


def test_of_a_huge_paste_only_so_much_is_kept() -> None:
    (paste,) = names(Pieces(), "\x1b[200~", *["x" * 4096] * 1000, "\x1b[201~")
    assert len(paste) < LONGEST + 5000


PARTS = st.sampled_from([*"\x1b[]OP_^X\\\x07\x18<>?;:0129 ~AMuqRcj\n\x00\x9bé", "\x1b[", "\x1b[200~", "\x1b[201~"])


@given(st.lists(PARTS).map("".join), st.data())
def test_whatever_comes_it_comes_to_the_same_however_it_is_cut(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    whole, cut = Pieces(), Pieces()
    assert names(cut, *parts) == names(whole, text)
    assert names(cut, "…", "… …") == names(whole, "…", "… …")
    assert not cut.waits
