"""Rows become strips: exactly as wide as asked, and with nothing that a terminal would obey."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from explorer.tui.content import Paint, plain, sought
from explorer.tui.themes import FOUND, NAMES, looks, palette
from explorer.view.rows import NAME, PLAIN, VALUE, Span

HOSTILE = ["\x1b]52;c;aGk=\x07", "\x9b31m", "a\x00b", "\u202eabc", "\u200b", "x" + "\u0301" * 40, "tab\there"]

PAINT = Paint(looks(palette("terminal")))


@pytest.mark.parametrize("columns", [1, 2, 5, 9, 40])
@pytest.mark.parametrize("text", ["", "short", "Объединенный штаб ОДКБ", "日本語のなまえ", "[bold]markup[/bold]"])
def test_a_strip_is_exactly_as_wide_as_asked(text: str, columns: int) -> None:
    made = PAINT.strip([Span(text), Span("tail")], columns)
    assert sum(cell_len(segment.text) for segment in made) == columns


@pytest.mark.parametrize("theme", NAMES)
def test_every_cell_of_a_line_has_the_ground_of_its_theme(theme: str) -> None:
    made = Paint(looks(palette(theme)))
    ground = looks(palette(theme))[PLAIN].bgcolor
    for strip in (made.blank(9), made.strip([Span("a")], 9), made.strip([], 9)):
        assert {(segment.style or Style()).bgcolor for segment in strip} == {ground}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_character_is_drawn(text: str) -> None:
    drawn = "".join(segment.text for segment in PAINT.strip([Span(text)], 60))
    assert all(character.isprintable() or character == "\u0301" for character in drawn)


def test_markup_is_text() -> None:
    assert PAINT.strip([Span("[red]x[/nope]")], 20).text.rstrip() == "[red]x[/nope]"


@pytest.mark.parametrize("text", ["▾ CSTO", "→ Штаб", "§2.4 ¶2 · ‘x’ – … ≠"])
def test_ascii_stands_column_for_column(text: str) -> None:
    assert plain(text).isascii()
    assert len(plain(text)) == len(text)


TOLD = (Span("  "), Span("Joint Staff", NAME), Span(" · since "), Span("2005", VALUE))


def marked(phrase: str, *spans: Span) -> list[str]:
    """The stretches that are marked."""
    return [span.text for span in sought(spans or TOLD, phrase) if span.role == FOUND]


@pytest.mark.parametrize(
    ("phrase", "stretches"),
    [
        ("staff", ["Staff"]),
        ("JOINT STAFF", ["Joint Staff"]),
        ("s", ["S", "s"]),
        ("since 2005", ["since ", "2005"]),
        ("staff · since", ["Staff", " · since"]),
        ("officers", []),
        ("", []),
    ],
)
def test_the_letters_of_a_phrase_are_marked(phrase: str, stretches: list[str]) -> None:
    assert marked(phrase) == stretches


def test_a_phrase_that_is_broken_over_lines_is_marked_by_its_words() -> None:
    assert marked("staff of the league", Span("Joint Staff of")) == ["Staff", "of"]


def test_its_words_are_left_alone_where_the_phrase_is_whole() -> None:
    assert marked("a staff", Span("a staff has a seat")) == ["a staff"]


@pytest.mark.parametrize("phrase", ["staff", "s", "since 2005", "officers", " "])
def test_marking_changes_no_text_and_no_other_role(phrase: str) -> None:
    made = sought(TOLD, phrase)
    assert "".join(span.text for span in made) == "".join(span.text for span in TOLD)
    roles = [span.role for span in TOLD for _ in span.text]
    kept = [span.role for span in made for _ in span.text]
    assert all(after in (before, FOUND) for before, after in zip(roles, kept, strict=True))


def test_a_letter_is_marked_with_its_accents() -> None:
    assert marked("e", Span("cafe\u0301s")) == ["e\u0301"]
