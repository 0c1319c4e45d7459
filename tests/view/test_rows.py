"""Rows of a view in lines of a width: nothing too wide, nothing lost, the source at the right edge."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text import clean, width
from explorer.view import rows
from explorer.view.rows import DIM, HEADING, MARK, NAME, SOURCE, TITLE, VALUE, Row, layout

KINDS = ("title", "line", "heading", "fact", "link", "gap")
LETTERS = st.one_of(
    st.sampled_from("ab Штаб ОДКБ 漢字 e\u0301 ñ ≠ · →"),
    st.characters(exclude_categories=["C", "Z", "M"]),
)
WORDS = st.text(LETTERS, max_size=60).map(clean)
ROWS = st.builds(
    Row,
    kind=st.sampled_from(KINDS),
    text=WORDS,
    value=WORDS,
    notes=st.lists(WORDS, max_size=3).map(tuple),
    source=WORDS,
    marks=st.sampled_from(["", "≠", "?", "≠ plan/made", "≠ ? ="]),
    remarks=st.lists(WORDS, max_size=2).map(tuple),
)


def drawn(row: Row, columns: int) -> list[str]:
    """The lines of one row as text."""
    return [line.text for line in layout((row,), columns)]


def roles(row: Row, columns: int = 80) -> set[str]:
    """The roles of everything visible in a row."""
    return {span.role for line in layout((row,), columns) for span in line.spans if span.text.strip()}


def squeezed(text: str) -> str:
    """The text without its spaces, which a line end may take the place of."""
    return text.replace(" ", "")


@given(st.lists(ROWS, max_size=4).map(tuple), st.integers(8, 200))
def test_no_line_is_wider_than_asked(made: tuple[Row, ...], columns: int) -> None:
    too_wide = [line.text for line in layout(made, columns) if width(line.text) > columns]
    assert too_wide == []


@given(ROWS, st.integers(8, 200))
def test_nothing_of_a_statement_is_lost(row: Row, columns: int) -> None:
    shown = Counter(squeezed("".join(drawn(row._replace(kind="fact"), columns))))
    wanted = Counter(squeezed("".join([row.value, *row.notes, row.text, row.marks, row.source, *row.remarks])))
    assert wanted - shown == Counter()
    assert set(shown - wanted) <= {"·"}


@given(WORDS, st.sampled_from(["", "≠", "≠ plan/made"]), st.integers(8, 200))
def test_nothing_of_a_heading_is_lost(text: str, marks: str, columns: int) -> None:
    shown = "".join(drawn(Row("heading", text, marks=marks), columns))
    assert squeezed(shown) == squeezed(text + marks)


@given(WORDS, st.integers(8, 200))
def test_nothing_of_a_source_is_lost(source: str, columns: int) -> None:
    shown = "".join(drawn(Row("fact", "It rose.", source=source), columns))
    assert squeezed(shown) == squeezed(f"It rose.{source}")


@given(st.lists(ROWS, max_size=4).map(tuple), st.integers(8, 200))
def test_every_row_has_lines_and_they_stand_in_its_place(made: tuple[Row, ...], columns: int) -> None:
    numbers = [line.row for line in layout(made, columns)]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(made)))


@given(ROWS)
def test_a_width_below_eight_is_taken_for_eight(row: Row) -> None:
    assert layout((row,), 1) == layout((row,), 8)


FACT = Row("fact", "It took up work.", "55 officers", ("2005",), "Jasutis §2.4 ¶2")


@pytest.mark.parametrize(
    ("row", "columns", "lines"),
    [
        (
            FACT,
            48,
            ["  55 officers · 2005             Jasutis §2.4 ¶2", "    It took up work."],
        ),
        (
            FACT._replace(marks="?"),
            48,
            ["  55 officers · 2005          ?  Jasutis §2.4 ¶2", "    It took up work."],
        ),
        (
            FACT,
            20,
            ["  55 officers · 2005", "     Jasutis §2.4 ¶2", "    It took up work."],
        ),
        (
            FACT._replace(value=""),
            30,
            ["  It took up work.", "    2005       Jasutis §2.4 ¶2"],
        ),
        (
            FACT._replace(value="", notes=()),
            40,
            ["  It took up work.       Jasutis §2.4 ¶2"],
        ),
        (
            FACT._replace(notes=("planned for 2004, said April 2003", "says Military sources")),
            44,
            [
                "  55 officers",
                "    planned for 2004, said April 2003 · says",
                "    Military sources         Jasutis §2.4 ¶2",
                "    It took up work.",
            ],
        ),
        (
            Row("link", value="→ Somewhere (host)", remarks=("note: odd",), source="art. ¶1"),
            30,
            ["  → Somewhere (host)   art. ¶1", "    note: odd"],
        ),
        (Row("heading", "Strength", marks="plan/made"), 24, ["Strength       plan/made"]),
        (Row("heading", "Strength", marks="plan/made"), 16, ["Strength", "       plan/made"]),
        (Row("heading", "The work behind the footnote"), 20, ["The work behind the", "footnote"]),
        (Row("gap"), 20, [""]),
        (Row("title", "Joint Headquarters"), 10, ["Joint", "Headquarte", "rs"]),
    ],
)
def test_rows_are_laid_out_as_drawn(row: Row, columns: int, lines: list[str]) -> None:
    assert drawn(row, columns) == lines


@given(
    st.text("Jasuti §¶2", min_size=1, max_size=30).map(lambda text: f"§{text}¶"),
    st.integers(40, 200),
)
def test_a_source_ends_at_the_right_edge(source: str, columns: int) -> None:
    ends = [width(line) for line in drawn(FACT._replace(source=source), columns) if line.endswith(source)]
    assert ends == [columns]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("title", "Name"), {TITLE}),
        (Row("line", "body"), {DIM}),
        (Row("heading", "Strength", marks="≠"), {HEADING, MARK}),
        (FACT, {VALUE, DIM, SOURCE, rows.PLAIN}),
        (FACT._replace(remarks=("? odd",)), {VALUE, DIM, SOURCE, rows.PLAIN, MARK}),
        (Row("link", value="→ There"), {NAME}),
        (Row("gap"), set()),
    ],
)
def test_spans_say_what_they_are_and_not_how_they_look(row: Row, expected: set[str]) -> None:
    assert roles(row) == expected
