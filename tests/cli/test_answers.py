"""Every answer is as the published schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from explorer.cli.registry import COMMANDS, SHAPES
from explorer.export.schema import schema
from tests.cli.conftest import Run

ASKED = [
    # the shape, and what is asked
    ("find", "find staff"),
    ("find", "find xyzzyqq"),
    ("find", "find joint headqarters --as-of 2003"),
    ("show", "show csto"),
    ("show", "show joint-hq jasutis rubezh-2006 uzbekistan --as-of 2004-06"),
    ("list", "list"),
    ("list", "list event --since 2005 --as-of 2006"),
    ("members", "members csto"),
    ("members", "members csto uzbekistan --as-of 2004"),
    ("timeline", "timeline"),
    ("timeline", "timeline csto --since 2002 --until 2003"),
    ("timeline", "timeline --kind document --source jasutis --as-of 2003"),
    ("timeline", "timeline csto --until 1800"),
    ("diff", "diff 1990 2008"),
    ("diff", "diff 2002-05-01 2004-06-01 --as-of 2003"),
    ("model", "model"),
    ("model", "model functional-dependence-stage --as-of 2006"),
    ("members", "members"),
    ("members", "members --as-of 2004"),
    ("posts", "posts"),
    ("posts", "posts kanal"),
    ("posts", "posts csto --as-of 2003"),
    ("troubles", "troubles"),
    ("troubles", "troubles csto --kind plan"),
    ("troubles", "troubles --as-of 2003"),
    ("sources", "sources"),
    ("sources", "sources jasutis --as-of 2003"),
    ("compare", "compare armenia belarus uzbekistan"),
    ("compare", "compare csto cis --as-of 2003"),
    ("figures", "figures strength"),
    ("figures", "figures documents-signed --as-of 2001"),
    ("check", "check data"),
    ("check", "check data --coverage"),
    ("paths", "paths"),
    ("version", "--version"),
    ("error", "show military"),
    ("error", "shwo"),
    ("error", "list --as-of never"),
]
TEXT_ONLY = {"brief", "cite", "completions", "export", "help", "open", "schema"}
"""Commands whose answer has a format of its own."""


def wrong(shape: str, answer: Any) -> list[str]:
    """What is not as the schema says."""
    whole = schema()
    validator = Draft202012Validator({**whole, "anyOf": [{"$ref": f"#/$defs/{shape}"}]})
    return [error.message for error in validator.iter_errors(answer)]


def test_the_schema_is_a_schema(csto: Run) -> None:
    printed = json.loads(csto("schema", "output").out)
    assert printed == schema()
    Draft202012Validator.check_schema(printed)


@pytest.mark.parametrize(("shape", "words"), ASKED, ids=[words for _, words in ASKED])
def test_an_answer_is_as_the_schema_says(csto: Run, shape: str, words: str) -> None:
    assert wrong(shape, json.loads(csto(*words.split(), "--json").out)) == []


def unnamed(shape: Any, answer: Any, place: str = "") -> list[str]:
    """Keys of an answer that no shape names."""
    shapes = list(flat(shape))
    if isinstance(answer, list):
        items = {"anyOf": [one["items"] for one in shapes if "items" in one]}
        return [found for each in answer for found in unnamed(items, each, f"{place}[]")]
    if not isinstance(answer, dict) or any("additionalProperties" in one for one in shapes):
        return []
    named: dict[str, list[Any]] = {}
    for one in shapes:
        for key, inside in one.get("properties", {}).items():
            named.setdefault(key, []).append(inside)
    found = [f"{place}.{key}" for key in answer if key not in named]
    return found + [
        each for key in answer if key in named for each in unnamed({"anyOf": named[key]}, answer[key], f"{place}.{key}")
    ]


def flat(shape: Any) -> Iterator[Any]:
    """A shape, and those that it is made of or may be."""
    if "$ref" in shape:
        shape = schema()["$defs"][shape["$ref"].rpartition("/")[2]]  # type: ignore[index]
    yield shape
    for part in (*shape.get("allOf", ()), *shape.get("anyOf", ())):
        yield from flat(part)


@pytest.mark.parametrize(("shape", "words"), ASKED, ids=[words for _, words in ASKED])
def test_an_answer_has_no_key_that_the_schema_does_not_name(csto: Run, shape: str, words: str) -> None:
    answer = json.loads(csto(*words.split(), "--json").out)
    assert set(unnamed({"$ref": f"#/$defs/{shape}"}, answer)) == set()


LINES = {
    "find": "hit",
    "show": "entity",
    "list": "listed",
    "timeline": "entry",
    "diff": "change",
    "model": "stage",
    "members": "member",
    "posts": "owned",
    "troubles": "dispute",
    "sources": "passage",
    "compare": "row",
    "figures": "figure",
    "check": "problem",
    "paths": "path",
}
"""What a line of --jsonl is."""
BY_LINE = [*((LINES[shape], words) for shape, words in ASKED if shape in LINES), ("entity", "export jsonl")]


@pytest.mark.parametrize(("shape", "words"), BY_LINE, ids=[words for _, words in BY_LINE])
def test_a_line_is_as_the_schema_says(csto: Run, shape: str, words: str) -> None:
    if words.startswith("members") and "csto" not in words:
        shape = "membership"
    switch = () if words.startswith("export") else ("--jsonl",)
    lines = csto(*words.split(), *switch).out.splitlines()
    assert [reason for line in lines for reason in wrong(shape, json.loads(line))] == []


@pytest.mark.parametrize(
    ("shape", "answer"),
    [
        ("list", {"version": 2, "entities": []}),
        ("list", {"version": 1}),
        ("list", {"version": 1, "entities": [{"id": "a"}]}),
        ("find", {"version": 1, "query": "a", "as_of": None, "hits": None, "hidden": 0}),
    ],
)
def test_what_is_not_as_promised_is_refused(shape: str, answer: Any) -> None:
    assert wrong(shape, answer) != []


def test_each_command_with_json_of_its_own_is_held_against_it() -> None:
    tried = {shape for shape, _ in ASKED}
    assert {command.name for command in COMMANDS} - TEXT_ONLY - tried == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list state --fields name,id --plain", "name\tid\n"),
        ("find kirghizia --fields matched", "also: Kirghizia\n"),
        ("list state --jsonl --fields id", '{"id": "afghanistan"}\n'),
        ("find kirghizia --json --fields id", '{"version": 1, "query": "kirghizia", "as_of": null, "hits": [{"id": '),
    ],
)
def test_fields_are_kept_in_the_order_asked(csto: Run, words: str, said: str) -> None:
    done = csto(*words.split())
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(said)


ROWS = {
    # what is asked, the key of its rows, one of their keys, a column of --plain
    "find staff": ("hits", "id", "matched"),
    "show csto": ("entities", "facts", "about"),
    "list event": ("entities", "when", "when"),
    "timeline csto": ("entries", "sign", "sign"),
    "diff 2001 2007": ("changes", "sure", "before"),
    "model": ("stages", "criteria", "stage"),
    "members csto": ("members", "answer", "since"),
    "members": ("organisations", "members", "organisation"),
    "posts csto": ("posts", "to", "person"),
    "troubles csto": ("troubles", "claims", "why"),
    "sources": ("sources", "passages", "passages"),
    "sources jasutis": ("sources", "name", "passage"),
    "compare armenia belarus": ("rows", "cells", "label"),
    "figures strength": ("values", "quantity", "unit"),
    "check data": ("problems", "code", "code"),
    "paths": ("paths", "exists", "path"),
}


@pytest.mark.parametrize("words", ROWS)
def test_the_rows_of_every_answer_can_be_narrowed_to_a_field(csto: Run, words: str) -> None:
    rows, key, column = ROWS[words]
    whole = json.loads(csto(*words.split(), "--json").out)
    narrowed = json.loads(csto(*words.split(), "--json", "--fields", key).out)
    assert narrowed == {**whole, rows: [{key: row[key]} for row in whole[rows]]}
    table = [line.split("\t") for line in csto(*words.split(), "--plain").out.splitlines()]
    at = table[0].index(column)
    told = csto(*words.split(), "--plain", "--fields", column).out.splitlines()
    assert told == [row[at] for row in table]


def test_each_command_with_rows_is_asked_for_a_field_of_them() -> None:
    assert {words.split()[0] for words in ROWS} == {one.name for one in COMMANDS if one.shapes == SHAPES}


@pytest.mark.parametrize("words", [words for words in ROWS if words not in ("check data", "paths")])
def test_a_line_has_only_the_fields_asked_for(csto: Run, words: str) -> None:
    key = "locator" if words.startswith("sources") else ROWS[words][1]
    for line in csto(*words.split(), "--jsonl", "--fields", key).out.splitlines():
        assert list(json.loads(line)) == [key]


@pytest.mark.parametrize("words", ["show csto", "troubles", "diff 2001 2007", "model", "compare armenia belarus"])
def test_a_card_has_no_fields(csto: Run, words: str) -> None:
    done = csto(*words.split(), "--fields", "id")
    assert (done.code, done.out) == (2, "")
    assert done.err == "csto: ‘--fields’ is for rows\n  add --plain, --json or --jsonl\n"
