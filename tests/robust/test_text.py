"""Hostile text: a part of what `make robust` throws at it, and the list of what is allowed, tried on what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explorer.cli.registry import COMMANDS
from tests.robust import allowed, corpus, hostile, surfaces, text

FEW = {"a few": "a\x9d52;c;aGk=\x07b\x9b31m \x07\u202ec\u200bd\U000e0041\x7f\u2028e" + "\u0301" * 12}
"""Such as have been seen to reach a terminal from where one types."""


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(corpus.SEVEN_BIT) == len(corpus.EIGHT_BIT) == 25
    assert len(corpus.MARKUP) == 40
    assert len({one for _, one in corpus.every()}) == sum(1 for _ in corpus.every())


@pytest.mark.parametrize("sent", [one for one in corpus.hostile() if one not in ("a\nb", "a\rb")])
def test_what_is_hostile_is_not_allowed_on_a_screen(sent: str) -> None:
    known = {"a\x1b[2Jb", "a\x1b[1;1Hb", "a\x1b[?1049lb"}  # sequences of ours: that they come from a text, text.py sees
    assert bool(allowed.on_screen(sent.encode("utf-8", "surrogatepass"))) == (sent not in known)


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?2004h\x1b[>1u\x1b[?1000h",
        "\x1b[1;31mred\x1b[m \x1b[38;2;1;2;3;48;5;17mdeep\x1b[0m",
        "\x1b[H\x1b[2J\x1b[3;4H\x1b[12X\x1b[K\x1b[2C\x1b[A\r\n",
        "Объединённый 東京 e\u0301",
        "\x1b]52;c;aGk=\x07\x1bPtmux;\x1b\x1b]52;c;aGk=\x07\x1b\\",
    ],
)
def test_what_the_program_needs_is_allowed(sent: str) -> None:
    assert allowed.on_screen(sent.encode(), ["hi"]) == []


def test_what_nobody_has_copied_is_not_allowed() -> None:
    assert allowed.on_screen(b"\x1b]52;c;aGk=\x07", ["ho"]) != []


def test_every_command_is_among_the_surfaces() -> None:
    tried = {words[0] for words in (*surfaces.QUESTIONS, *surfaces.FOR_PROGRAMS, *surfaces.ASKED)}
    assert {command.name for command in COMMANDS} <= tried


def test_every_text_is_fit_to_be_shown_in_every_way() -> None:
    assert [(way, one) for way, one, wrong in text.judged(list(corpus.every())) if wrong] == []


def test_with_clean_switched_off_every_hostile_text_is_found() -> None:
    found, hostile_ones = text.control()
    assert found == hostile_ones > 1000


Surface = Callable[[list[str]], surfaces.Said]


@pytest.mark.parametrize(
    "surface",
    [
        surfaces.screens,
        surfaces.around,
        surfaces.told,
        lambda program: surfaces.typed(program, FEW, {"search": "/", "day": "a"}),
        lambda program: surfaces.names(program, corpus.storable()[::15] + corpus.MARKUP[::5]),
        lambda program: surfaces.asked(program, hostile.arguments()[:1], surfaces.ASKED[::3]),
        lambda _: surfaces.failures({"C1": hostile.BUNDLES["C1"]}),
        lambda _: surfaces.shell_failures(hostile.BUNDLES),
    ],
    ids=["screens", "around", "told", "typed", "names", "asked", "failures", "failures of a command"],
)
def test_no_surface_lets_hostile_text_through(surface: Surface) -> None:
    assert [(what, wrong) for what, wrong in surface(hostile.PROGRAM) if wrong] == []


@pytest.mark.parametrize(
    "surface",
    [
        lambda: surfaces.told(hostile.UNCLEAN, control=True),
        lambda: surfaces.around(hostile.UNCLEAN, control=True),
        lambda: surfaces.names(hostile.UNCLEAN, ["a\x1b]52;c;aGk=\x07b", "a\u202eb"], control=True),
    ],
    ids=["told", "around", "names"],
)
def test_with_clean_switched_off_it_gets_through(surface: Callable[[], surfaces.Said]) -> None:
    assert [what for what, wrong in surface() if not wrong] == []
