"""Command lines as people type them come to what is written down in transcripts.txt, to the letter."""

from __future__ import annotations

import re

import pytest

from tests.transcripts import LINES, TYPED, WRITTEN, Place

KNOWN = re.split(r"\n(?=(?:tty)?\$ csto|(?:tty)?\$ [A-Z_]+=)", WRITTEN.read_text("utf-8"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One folder for all lines; no line needs what another has written."""
    return Place(tmp_path_factory.mktemp("typed"))


def test_every_line_is_written_down() -> None:
    assert [block.partition("\n")[0] for block in KNOWN] == [
        *(f"$ {line}" for line in LINES),
        *(f"tty$ {line}" for line in TYPED),
    ], "run python -m tests.transcripts"


@pytest.mark.parametrize("number", range(len(LINES)), ids=LINES)
def test_a_line_comes_to_what_is_written_down(place: Place, number: int) -> None:
    assert place.typed(LINES[number]) == KNOWN[number]


@pytest.mark.parametrize("number", range(len(TYPED)), ids=TYPED)
def test_a_line_at_a_terminal_comes_to_what_is_written_down(place: Place, number: int) -> None:
    assert place.at_a_terminal(TYPED[number]) == KNOWN[len(LINES) + number]
