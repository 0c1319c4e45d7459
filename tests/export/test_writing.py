"""Files written whole, and never over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.errors import NOT_WRITTEN, NotWrittenError
from explorer.export.writing import write_file


def test_a_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    write_file(os.fspath(tmp_path / "a"), b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"new")]


def test_a_file_that_is_there_stays_without_force(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(NotWrittenError) as caught:
        write_file(os.fspath(tmp_path / "a"), b"new")
    assert caught.value.exit_code == NOT_WRITTEN
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_with_force_it_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    write_file(os.fspath(tmp_path / "a"), b"new", force=True)
    assert (tmp_path / "a").read_bytes() == b"new"


def test_with_force_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    write_file(os.fspath(tmp_path / "link"), b"new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize("name", ["", "none/there", "x" * 300, "nul\0"])
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str, force: bool) -> None:
    with pytest.raises(NotWrittenError):
        write_file(os.path.join(os.fspath(tmp_path), name), b"new", force=force)
    assert list(tmp_path.iterdir()) == []


def test_a_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    write_file(os.fspath(tmp_path / "a"), b"new")
    (tmp_path / "b").write_bytes(b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_pipe_is_written_into_without_force(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_file(os.fspath(tmp_path / "pipe"), b"new")
    assert os.read(reader, 9) == b"new"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()
