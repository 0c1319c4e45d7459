"""The tables of docs/questions.md, made from the questions that are tested: `python -m tests.questions_page`."""

from __future__ import annotations

from pathlib import Path

from tests.questions import QUESTIONS, Question

PAGE = Path(__file__).parent.parent / "docs" / "questions.md"
START, END = "<!-- questions -->", "<!-- /questions -->"


def tables() -> str:
    """A table for each kind of question."""
    return "\n\n".join(f"## {kind}\n\n{_table(questions)}" for kind, questions in QUESTIONS.items())


def _table(questions: tuple[Question, ...]) -> str:
    return "\n".join(["| question | asked with | the answer says |", "|---|---|---|", *map(_row, questions)])


def _row(question: Question) -> str:
    lines = "<br>".join(f"`{line}`" for line in question.lines)
    answers = [*question.says, *(f"nothing of “{text}”" for text in question.lacks)]
    if question.code:
        answers.append(f"exit code {question.code}")
    return f"| {question.asks} | {lines} | {'<br>'.join(answers)} |"


def filled(text: str) -> str:
    """The page with its tables as they should be."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{tables()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
