"""How a problem is shown: GNU shape, the line, a caret, a hint, and nothing a terminal obeys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.problems import ERROR, NOTE, WARNING, Problem, show


def test_a_problem_is_shown_with_its_line_a_caret_and_a_hint() -> None:
    problem = Problem(
        "data/bodies.yaml", 27, 13, ERROR, "source", "no source ‘jasutys’", "did you mean ‘jasutis’?",
        "      cite: jasutys sec 2.4 par 2", 7,
    )  # fmt: skip
    assert show(problem) == (
        "data/bodies.yaml:27:13: error: no source ‘jasutys’ [source]\n"
        "    27 |       cite: jasutys sec 2.4 par 2\n"
        "       |             ^^^^^^^\n"
        "       = did you mean ‘jasutis’?"
    )


def test_a_problem_of_a_whole_file_has_no_place() -> None:
    problem = Problem("x.yaml", 0, 0, ERROR, "file", "cannot be read: not a regular file")
    assert show(problem) == "x.yaml: error: cannot be read: not a regular file [file]"


@pytest.mark.parametrize("severity", [ERROR, WARNING, NOTE])
def test_the_severity_is_named(severity: str) -> None:
    assert show(Problem("x.yaml", 1, 1, severity, "c", "m")).startswith(f"x.yaml:1:1: {severity}: m [c]")


@pytest.mark.parametrize(
    ("excerpt", "column", "width", "shown", "caret"),
    [
        ("ab", 1, 1, "ab", "^"),
        ("ab", 2, 9, "ab", " ^"),
        ("ab", 3, 1, "ab", "  ^"),
        ("\tab", 2, 2, "    ab", "    ^^"),
        ("a\x1b[2Jb", 2, 1, "a␛[2Jb", " ^"),
        ("a\u202eb", 3, 1, "a<U+202E>b", "         ^"),
    ],
)
def test_the_caret_stands_below_the_cleaned_text(excerpt: str, column: int, width: int, shown: str, caret: str) -> None:
    lines = show(Problem("x.yaml", 1, column, ERROR, "c", "m", "", excerpt, width)).split("\n")
    assert lines[1:] == [f"     1 | {shown}", f"       | {caret}"]


@pytest.mark.parametrize("column", [1, 500, 1000])
def test_of_a_long_line_the_part_around_the_caret_is_shown(column: int) -> None:
    excerpt = "x" * (column - 1) + "!" + "x" * (1000 - column)
    _, line, caret = show(Problem("x.yaml", 1, column, ERROR, "c", "m", "", excerpt, 1)).split("\n")
    assert len(line) <= 9 + 160
    assert line.index("!") == caret.index("^")


def test_long_line_numbers_keep_the_gutter_straight() -> None:
    _, line, caret, hint = show(Problem("x.yaml", 1234567, 1, ERROR, "c", "m", "hint", "ab")).split("\n")
    assert line.index("|") == caret.index("|") == hint.index("=")


@pytest.mark.parametrize("field", ["file", "message", "hint", "excerpt"])
def test_no_part_of_a_problem_can_command_the_terminal(field: str) -> None:
    hostile = "\x1b]52;c;aGk=\x07\u202e\udce9"
    parts = {"file": "x.yaml", "message": "m", "hint": "h", "excerpt": "e"} | {field: hostile}
    problem = Problem(parts["file"], 1, 1, ERROR, "c", parts["message"], parts["hint"], parts["excerpt"])
    assert show(problem).replace("\n", "").isprintable()


@given(st.text(), st.integers(1, 300), st.integers(0, 300))
def test_any_excerpt_and_place_can_be_shown(excerpt: str, column: int, width: int) -> None:
    shown = show(Problem("x.yaml", 1, column, ERROR, "c", "m", "", excerpt, width))
    assert shown.replace("\n", "").isprintable()


def test_problems_sort_as_files_read() -> None:
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 9, 5), ("a.yaml", 9, 2)]
    problems = [Problem(file, line, column, ERROR, "c", "m") for file, line, column in places]
    assert [problem.order for problem in sorted(problems, key=lambda problem: problem.order)] == sorted(places)
