"""A part of each family about data, files and caches; `make robust` runs them whole."""

from __future__ import annotations

import pytest

from tests.robust import trees
from tests.robust.forked import hosted


@pytest.mark.parametrize("family", ["yaml", "files", "trees", "suite", "edits", "faults", "writers"])
def test_a_part_of_the_family_is_full(family: str) -> None:
    results = hosted(f"tests.robust.{family}", "short")
    assert [result for result in results if "\t" in result] == []
    assert len(results) > 20


def test_hostile_trees_are_shown_in_the_explorer() -> None:
    assert trees.explored(["a pipe", "brackets"]) == []
