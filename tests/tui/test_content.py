"""Rows become strips: exactly as wide as asked, and with nothing that a terminal would obey."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from explorer.tui.content import plain, strip
from explorer.view.rows import Span

HOSTILE = ["\x1b]52;c;aGk=\x07", "\x9b31m", "a\x00b", "\u202eabc", "\u200b", "x" + "\u0301" * 40, "tab\there"]


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 40])
@pytest.mark.parametrize("text", ["", "short", "Объединенный штаб ОДКБ", "日本語のなまえ", "[bold]markup[/bold]"])
def test_a_strip_is_exactly_as_wide_as_asked(text: str, columns: int) -> None:
    made = strip([Span(text), Span("tail")], columns)
    assert sum(cell_len(segment.text) for segment in made) == columns


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_character_is_drawn(text: str) -> None:
    drawn = "".join(segment.text for segment in strip([Span(text)], 60))
    assert all(character.isprintable() or character == "\u0301" for character in drawn)


def test_markup_is_text() -> None:
    assert strip([Span("[red]x[/nope]")], 20).text.rstrip() == "[red]x[/nope]"


@pytest.mark.parametrize("text", ["▾ CSTO", "→ Штаб", "§2.4 ¶2 · ‘x’ – … ≠"])
def test_ascii_stands_column_for_column(text: str) -> None:
    assert plain(text).isascii()
    assert len(plain(text)) == len(text)
