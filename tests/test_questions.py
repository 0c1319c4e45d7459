"""What researchers ask is answered in one or two steps, from the real program and the real data."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable

import pytest

from explorer.cli.registry import command
from tests.cli.conftest import PROGRAM, ROOT
from tests.questions import QUESTIONS, Question
from tests.questions_page import PAGE, filled

Answers = Callable[[Question], tuple[int, str]]

ALL = [question for questions in QUESTIONS.values() for question in questions]
EACH = pytest.mark.parametrize("question", ALL, ids=[question.asks for question in ALL])


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Type the lines of a question at 100 columns: the last exit code, and what was said with its spaces made one."""
    environment = {
        "PATH": os.environ["PATH"],
        "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
    }

    def ask(question: Question) -> tuple[int, str]:
        code, said = 0, []
        for line in question.lines:
            words = shlex.split(line)[1:]
            done = subprocess.run([*PROGRAM, *words], capture_output=True, env=environment, cwd=ROOT, check=False)
            assert code == 0, f"the line before ‘{line}’ found nothing"
            code = done.returncode
            said.append(" ".join(done.stdout.decode().split()))
        return code, "\n".join(said)

    return ask


@EACH
def test_a_question_is_answered(answers: Answers, question: Question) -> None:
    code, said = answers(question)
    assert code == question.code
    assert [text for text in question.says if text not in said] == []
    assert [text for text in question.lacks if text in said] == []


# What is asked, and how


def test_there_are_many_questions_of_many_kinds() -> None:
    assert len(QUESTIONS) >= 8
    assert len(ALL) >= 45
    assert len({question.asks for question in ALL}) == len(ALL)


@EACH
def test_a_question_takes_one_or_two_steps(question: Question) -> None:
    assert len(question.lines) in (1, 2)
    assert {line.split()[0] for line in question.lines} == {"csto"}


@EACH
def test_an_answer_names_a_passage(question: Question) -> None:
    assert [text for text in question.says if "¶" in text or " n. " in text] != []


def test_every_command_that_looks_something_up_is_asked_with() -> None:
    names = {line.split()[1] for question in ALL for line in question.lines}
    views = {"timeline", "diff", "model", "members", "posts", "troubles", "sources", "compare", "figures"}
    assert names == {"find", "show", "list", *views}
    assert all(command(name) for name in names)


def test_some_are_asked_as_of_a_day_and_some_in_cyrillic() -> None:
    lines = [line for question in ALL for line in question.lines]
    assert len([line for line in lines if "--as-of" in line]) >= 5
    assert [line for line in lines if not line.isascii()] != []


def test_the_page_lists_the_questions_that_are_tested() -> None:
    text = PAGE.read_text("utf-8")
    assert filled(text) == text, "run python -m tests.questions_page"


def test_the_readme_leads_to_the_page() -> None:
    assert "(docs/questions.md)" in (ROOT / "README.md").read_text("utf-8")
