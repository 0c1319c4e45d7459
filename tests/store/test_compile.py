"""Whatever is wrong with a data set, what is sound in it is compiled, and the problems stand beside it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.dataset.loader import load
from explorer.store import compile  # noqa: A004
from explorer.store.read import Store
from tests import builders
from tests.dataset.test_bad import CASES, check
from tests.store.conftest import WORLD


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_data_set_is_compiled_with_its_problems(case: Path, tmp_path: Path) -> None:
    data = check(case, tmp_path)
    connection = sqlite3.connect(":memory:")
    compile.write(data, connection)
    store = Store(connection, os.fspath(tmp_path))
    assert store.problems() == data.problems
    assert store.meta("entities") == str(len(data.entities))
    assert all(store.entity(entity.id) for entity in data.entities)


LINES = WORLD.splitlines(keepends=True)
EDITS = st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["", "double", "cut", "join"])), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(EDITS)
def test_a_mangled_data_set_is_compiled(tmp_path: Path, edits: list[tuple[int, str]]) -> None:
    """Lines left out, doubled, cut in half or joined to the next never stop the compiler."""
    lines = list(LINES)
    for at, edit in edits:
        changed = {"double": lines[at] * 2, "cut": lines[at][: len(lines[at]) // 2] + "\n", "join": lines[at].rstrip()}
        lines[at] = changed.get(edit, "")
    builders.make_folder(tmp_path, "".join(lines))
    data = load(os.fspath(tmp_path))
    connection = sqlite3.connect(":memory:")
    compile.write(data, connection)
    assert Store(connection, "").meta("problems") == str(len(data.problems))
