"""Each bad file of `bad/` is told in exactly the words of the `.expected` text beside it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from explorer.dataset.loader import DataSet, load
from explorer.problems import show
from tests import builders

BAD = Path(__file__).parent / "bad"
CASES = sorted((path for path in BAD.iterdir() if path.suffix != ".expected"), key=lambda path: path.stem)
OWN_VOCABULARY = {"no-vocabulary", "vocabulary"}
"""Cases about the vocabulary itself, which bring their own or none."""
FIELD = 64 * 1024


def check(case: Path, folder: Path) -> DataSet:
    """Load a bad file, or the files of a bad folder, beside the shared ones."""
    if case.name not in OWN_VOCABULARY:
        builders.make_folder(folder)
    if case.is_dir():
        builders.copied(case, folder)
    else:
        shutil.copyfile(case, folder / case.name)
    return load(os.fspath(folder))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_wrong_is_told_in_these_words(case: Path, tmp_path: Path) -> None:
    expected = (BAD / f"{case.stem}.expected").read_text(encoding="utf-8")
    assert "\n".join(map(show, check(case, tmp_path).problems)) + "\n" == expected


def test_every_bad_file_has_its_words_and_every_text_its_file() -> None:
    assert sorted(path.stem for path in BAD.glob("*.expected")) == [case.stem for case in CASES]
    assert all(path.read_text(encoding="utf-8").strip() for path in BAD.glob("*.expected"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_place_of_a_problem_is_in_the_file(case: Path, tmp_path: Path) -> None:
    """Line and column lie within the text, or just behind a line's end, and the excerpt is that line."""
    for problem in check(case, tmp_path).problems:
        if problem.line:
            text = (tmp_path / problem.file).read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
            assert problem.excerpt == text.split("\n")[problem.line - 1]
            assert 1 <= problem.column <= len(problem.excerpt) + 1


def test_a_field_may_have_64_kb_and_not_one_character_more(tmp_path: Path) -> None:
    head = "staff:\n  kind: body\n  name: Staff\n  summary: "
    assert builders.loaded(tmp_path, head + "x" * FIELD + "\n").problems == []
    problem = builders.loaded(tmp_path, head + "x" * (FIELD + 1) + "\n").problems[0]
    assert (problem.line, problem.column, problem.code) == (4, 12, "size")
    assert problem.message == "a field of 65,537 characters; at most 65,536"
    assert all(len(line) < 200 for line in show(problem).splitlines())


@pytest.mark.parametrize("field", ["when: {}", "mood: {}", "links: {{succeeds: {}}}", "{}: x", "also: [[{}]]"])
def test_a_message_never_quotes_more_than_a_reader_can_use(tmp_path: Path, field: str) -> None:
    text = "staff:\n  kind: body\n  name: Staff\n  " + field.format("x" * 60_000) + "\n"
    data = builders.loaded(tmp_path, text)
    assert data.problems
    assert all(len(line) < 400 for problem in data.problems for line in show(problem).splitlines())


def test_a_short_list_of_ranges_cannot_ask_for_all_memory(tmp_path: Path) -> None:
    text = "paper:\n  kind: document\n  name: Paper\n  locators:\n"
    ranges = "".join(f"    - sec {number} par 1..9999\n" for number in range(300))
    data = builders.loaded(tmp_path, text + ranges)
    assert [(problem.line, problem.code) for problem in data.problems] == [(7, "size")]
    assert data.problems[0].message == "more than 20,000 passages in one source"


def test_nesting_may_go_eight_deep(tmp_path: Path) -> None:
    text = "staff:\n  kind: body\n  name: Staff\n  also: " + "[" * 6 + "x" + "]" * 6 + "\n"
    assert [problem.code for problem in builders.loaded(tmp_path, text).problems] == ["type"]
