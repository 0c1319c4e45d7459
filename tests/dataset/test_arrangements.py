"""Levels of the tree: words of the format, and relations that make a forest; what cannot stand is told and left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.dataset.arrangements import Arrangement, Level, Step, tree_steps
from explorer.dataset.loader import DataSet, load
from tests import builders


def loaded(folder: Path, levels: str) -> DataSet:
    """The shared vocabulary with one more arrangement."""
    builders.make_folder(folder)
    with open(folder / "vocab.yaml", "a", encoding="utf-8") as vocabulary:
        vocabulary.write(f"  made: {{label: Made, levels: {levels}}}\n")
    return load(os.fspath(folder))


def forest(*steps: str) -> Level:
    """A level of relations; ` down` as written."""
    pairs = (Step(name.removesuffix(" down"), name.endswith(" down") or name == "stages") for name in steps)
    return Level(", ".join(steps), tuple(pairs))


@pytest.mark.parametrize(
    ("levels", "read"),
    [
        ("[kind]", [Level("kind")]),
        ("kind", [Level("kind")]),
        ("[tree]", [Level("tree")]),
        ("[kind, year]", [Level("kind"), Level("year")]),
        ("[year, kind, source]", [Level("year"), Level("kind"), Level("source")]),
        ("[kind, tree]", [Level("kind"), Level("tree")]),
        ("[seated-in]", [forest("seated-in")]),
        ("[[seated-in]]", [forest("seated-in")]),
        ("[seated-in down]", [forest("seated-in down")]),
        ("[[seated-in, chair down, stages]]", [forest("seated-in", "chair down", "stages")]),
        ("[[stages down]]", [forest("stages")]),
        ("[year, [chair down, member-of]]", [Level("year"), forest("chair down", "member-of")]),
    ],
)
def test_levels_are_read(tmp_path: Path, levels: str, read: list[Level]) -> None:
    data = loaded(tmp_path, levels)
    assert data.problems == []
    assert data.words.arrangements["made"] == Arrangement("Made", tuple(read))


NEST = "relations that make one forest stand in a list of their own: [[RELATION, RELATION down]]"
GROUPS = "only kind and year make groups within which more can stand"


@pytest.mark.parametrize(
    ("levels", "message", "hint", "kept"),
    [
        ("[kinds]", "no level ‘kinds’", "did you mean ‘kind’?", []),
        ("[seatedin]", "no level ‘seatedin’", "did you mean ‘seated-in’?", []),
        ("[[chair dwn]]", "no level ‘chair dwn’", "did you mean ‘chair down’?", []),
        ("[[chair, seated]]", "no level ‘seated’", "did you mean ‘seated-in’?", [forest("chair")]),
        ("[tree, kind]", "‘tree’ can only be the last level", GROUPS, [Level("tree")]),
        ("[source, year]", "‘source’ can only be the last level", GROUPS, [Level("source")]),
        ("[chair down, seated-in]", "‘chair down’ can only be the last level", NEST, [forest("chair down")]),
        (
            "[[chair, seated-in], kind]",
            "‘chair, seated-in’ can only be the last level",
            GROUPS,
            [forest("chair", "seated-in")],
        ),
        ("[kind, year, kind]", "‘kind’ stands twice", "", [Level("kind"), Level("year")]),
        ("[[chair, chair down]]", "‘chair’ stands twice", "", [forest("chair")]),
        ("[[kind]]", "‘kind’ is no relation", "a list of its own holds relations only", []),
        ("[[[chair]]]", "‘levels’ takes text, not a list", "quote a text with brackets in it", []),
        ("[{chair: down}]", "‘levels’ takes text, not a mapping", "quote a text with brackets in it", []),
        ("[[]]", "‘levels’ has an empty value in its list", "", []),
        ("[]", "‘levels’ has no value", "take the field out, or fill it", []),
    ],
)
def test_what_cannot_stand_is_told_once_with_what_to_do(
    tmp_path: Path, levels: str, message: str, hint: str, kept: list[Level]
) -> None:
    data = loaded(tmp_path, levels)
    assert [problem.message for problem in data.problems] == [message]
    assert data.problems[0].hint == hint
    assert data.words.arrangements["made"].levels == tuple(kept)


def test_a_problem_stands_at_its_level(tmp_path: Path) -> None:
    problem = loaded(tmp_path, "[[chair, kinds]]").problems[0]
    assert problem.code == "level"
    assert problem.excerpt[problem.column - 1 :].startswith("kinds")


def test_the_tree_is_made_of_the_relations_that_say_so() -> None:
    assert tree_steps({"a": "yes", "b": "no", "c": "down"}) == (Step("a", down=False), Step("c", down=True))
