"""One block to nodes: values with their places, and refusals that are quick and never an exception."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dataset.reader import Node, read
from explorer.dataset.report import Block, Report
from explorer.problems import Problem

DOCUMENT = """\
staff:
  kind: body
  name: 'The "Joint" Staff'
  also:
    - {lang: ru, text: Штаб}
    - "A \\"staff\\""
  when: {is: 2004/.., cite: early par 1}
  links:
    organ-of: [league, {to: council, as: head}]
  summary: >-
    It was small
    at first.
  facts:
    - text: It was small.
      value: at most 50 officers
"""


def outcome(text: str) -> tuple[Node | None, list[Problem]]:
    """What reading gives."""
    report = Report()
    return read(Block("x.yaml", 1, text), report), report.problems


def plain(node: Node) -> Any:
    """A node's value without places."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    return [plain(value) for value in node.value] if isinstance(node.value, list) else node.value


def test_a_block_is_text_lists_and_mappings() -> None:
    node, problems = outcome(DOCUMENT)
    assert problems == []
    assert node is not None
    assert plain(node) == {
        "staff": {
            "kind": "body",
            "name": 'The "Joint" Staff',
            "also": [{"lang": "ru", "text": "Штаб"}, 'A "staff"'],
            "when": {"is": "2004/..", "cite": "early par 1"},
            "links": {"organ-of": ["league", {"to": "council", "as": "head"}]},
            "summary": "It was small at first.",
            "facts": [{"text": "It was small.", "value": "at most 50 officers"}],
        }
    }


@pytest.mark.parametrize(
    "text", ["NO", "yes", "012", "0x1F", "12:30", "2004-01-01", "1e3", "~", "null", "3.10", ".inf", "1_000"]
)
def test_every_scalar_is_the_text_that_was_written(text: str) -> None:
    node, _ = outcome(f"a: {text}\n")
    assert node is not None
    assert plain(node) == {"a": text}


def test_every_value_and_key_knows_its_place() -> None:
    node, _ = outcome(DOCUMENT)
    assert node is not None
    staff = node.value["staff"]
    assert node.keys == {"staff": (0, 0)}
    assert (staff.line, staff.column) == (1, 2)
    assert staff.keys["facts"] == (12, 2)
    value = staff.value["facts"].value[0].value["value"]
    assert (value.value, value.line, value.column) == ("at most 50 officers", 14, 13)
    second = staff.value["also"].value[1]
    assert (second.line, second.column) == (5, 6)


def test_a_quoted_text_may_begin_with_what_is_refused_bare() -> None:
    node, problems = outcome("a: ['&b', '*c', '!d', \"<<\"]\n'<<': e\n")
    assert problems == []
    assert node is not None
    assert plain(node) == {"a": ["&b", "*c", "!d", "<<"], "<<": "e"}


MUTATION = st.tuples(
    st.integers(0, len(DOCUMENT)),
    st.integers(0, 3),
    st.sampled_from(
        [
            *"'\"{}[]:,-?&*!|>%@`#\\ \n\t~",
            ": ",
            "- ",
            "<<: ",
            "\n- ",
            "&a ",
            "*a",
            "!!x ",
            "---\n",
            "\x1b",
            "\u202e",
            "é",
        ]
    ),
)


@given(st.lists(MUTATION, min_size=1, max_size=4))
def test_a_mutated_document_ends_in_a_node_or_a_problem(mutations: list[tuple[int, int, str]]) -> None:
    text = DOCUMENT
    for at, length, new in mutations:
        text = text[:at] + new + text[at + length :]
    node, problems = outcome(text)
    assert (node is None) == bool(problems)
    assert len(problems) <= 1


@given(st.text(st.characters(codec="utf-8") | st.sampled_from(list("{}[]:,-?&*!|>%'\"\n \\#"))))
def test_any_text_ends_in_a_node_or_a_problem(text: str) -> None:
    node, problems = outcome(text)
    assert (node is None) == bool(problems)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=40))
def test_a_problem_stands_within_the_text(text: str) -> None:
    _, problems = outcome(f"a: {text}\nb: c\n")
    assert all(1 <= problem.line <= 3 for problem in problems)
    assert all(1 <= problem.column <= len(problem.excerpt) + 1 for problem in problems)
