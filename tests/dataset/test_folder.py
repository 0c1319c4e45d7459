"""Which files make a data set, in which order; tests/robust/oddities.py has what else may lie there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.dataset import folder
from explorer.dataset.loader import load
from tests import builders
from tests.robust.oddities import STAFF, THINGS


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yml", "a.yaml", "c.YAML", "b/a.yaml"):
        builders.write(tmp_path, name, "")
    found, refused = folder.walk(os.fspath(tmp_path))
    assert ([file.name for file in found], refused) == (["a.yaml", "a/z.yml", "b.yaml", "b/a.yaml"], [])


def test_a_data_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    root = builders.make_folder(tmp_path / "real", STAFF)
    (root / "more.yaml").symlink_to(root / "data.yaml")
    (tmp_path / "link").symlink_to(root)
    _, refused = folder.walk(os.fspath(tmp_path / "link"))
    assert refused == []


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    problems = load(os.fspath(tmp_path / "nowhere")).problems
    assert [(problem.file, problem.code) for problem in problems] == [(".", "file"), ("vocab.yaml", "vocabulary")]


def test_a_stamp_changes_with_the_file_and_a_digest_with_its_content(tmp_path: Path) -> None:
    path = builders.write(tmp_path, "a.yaml", STAFF)
    before, _ = folder.walk(os.fspath(tmp_path))
    os.utime(path, ns=(1, 1))
    after, _ = folder.walk(os.fspath(tmp_path))
    assert before[0].stamp != after[0].stamp
    digests = folder.digests(os.fspath(tmp_path), [file.name for file in before])
    assert folder.digests(os.fspath(tmp_path), ["a.yaml"]) == digests
    builders.write(tmp_path, "a.yaml", STAFF.upper())
    assert folder.digests(os.fspath(tmp_path), ["a.yaml"]) != digests


@pytest.mark.parametrize("thing", ["a pipe", "a link to a device"])
def test_what_turned_into_a_pipe_or_device_is_never_read(tmp_path: Path, thing: str) -> None:
    """Between listing and reading a file may be replaced; reading neither waits nor goes on for ever."""
    THINGS[thing].make(tmp_path)
    path = next(tmp_path.iterdir())
    with pytest.raises(OSError, match="not a regular file"):
        folder.read(os.fspath(path))


def test_a_file_that_was_just_written_is_read_as_it_is(tmp_path: Path) -> None:
    path = builders.write(tmp_path, "x.yaml", STAFF)
    assert folder.read(os.fspath(path)) == STAFF.encode()


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_all_bytes_are_read_whatever_their_number(tmp_path: Path, size: int) -> None:
    (tmp_path / "x").write_bytes(b"x" * size)
    assert folder.read(os.fspath(tmp_path / "x")) == b"x" * size
