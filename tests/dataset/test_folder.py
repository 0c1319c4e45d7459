"""Hostile folders end as problems, and what is sound in them is read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.dataset import folder
from explorer.dataset.loader import load
from explorer.problems import show
from tests import builders

STAFF = "staff: {kind: body, name: Staff}\n"


def fifo(root: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(root / "pipe.yaml")


def out_of_the_folder(root: Path) -> None:
    """A link to a file elsewhere."""
    (root.parent / "elsewhere.yaml").write_text(STAFF)
    (root / "out.yaml").symlink_to(root.parent / "elsewhere.yaml")


def neighbour(root: Path) -> None:
    """A link to a folder whose path begins like this one's."""
    other = root.parent / (root.name + "-2")
    other.mkdir()
    (root / "near").symlink_to(other)


def device(root: Path) -> None:
    """A link to a device without end."""
    (root / "zero.yaml").symlink_to("/dev/zero")


def dangling(root: Path) -> None:
    """A link to nothing."""
    (root / "gone.yaml").symlink_to(root / "nothing.yaml")


def itself(root: Path) -> None:
    """A link to itself."""
    (root / "loop.yaml").symlink_to(root / "loop.yaml")


def upwards(root: Path) -> None:
    """A link to the folder it is in."""
    (root / "again").symlink_to(root)


def sideways(root: Path) -> None:
    """A link to a folder inside."""
    (root / "sub").mkdir()
    (root / "sub" / "more.yaml").write_text("more: {kind: body, name: More}\n")
    (root / "link").symlink_to(root / "sub")


def listening(root: Path) -> None:
    """A socket."""
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(os.path.relpath(root / "s.yaml"))


def bad_name(root: Path) -> None:
    """A name that is not UTF-8."""
    Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.yaml")).write_text("cafe: {kind: body, name: Cafe}\n")


def bad_folder_name(root: Path) -> None:
    """A folder's name that is not UTF-8."""
    os.mkdir(os.fsencode(root) + b"/caf\xe9")


def deep(root: Path) -> None:
    """Folders in folders."""
    (root / Path(*"abcdefghijklmnopqr")).mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (fifo, "pipe.yaml: error: cannot be read: not a regular file [file]"),
        (out_of_the_folder, "out.yaml: error: cannot be read: a link that leads out of the data folder [file]"),
        (neighbour, "near: error: cannot be read: a link that leads out of the data folder [file]"),
        (device, "zero.yaml: error: cannot be read: a link that leads out of the data folder [file]"),
        (dangling, "gone.yaml: error: cannot be read: no such file or directory [file]"),
        (itself, "loop.yaml: error: cannot be read: too many levels of symbolic links [file]"),
        (upwards, "again: error: cannot be read: a link to a folder; its files are read where they are [file]"),
        (sideways, "link: error: cannot be read: a link to a folder; its files are read where they are [file]"),
        (listening, "s.yaml: error: cannot be read: not a regular file [file]"),
        (bad_name, "caf\ufffd.yaml: error: cannot be read: its name is not UTF-8 [file]"),
        (bad_folder_name, "caf\ufffd: error: cannot be read: its name is not UTF-8 [file]"),
        (
            deep,
            "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q: error: cannot be read: folders nested deeper than 16 [file]",
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, make: Callable[[Path], None], shown: str
) -> None:
    root = builders.make_folder(tmp_path / "data", STAFF)
    make(root)
    data = load(os.fspath(root))
    assert [show(problem) for problem in data.problems] == [shown]
    assert "staff" in {entity.id for entity in data.entities}


def make_hidden(root: Path) -> None:
    """A hidden file and a hidden folder."""
    (root / ".hidden.yaml").write_text("\x00")
    (root / ".git").mkdir()
    (root / ".git" / "x.yaml").write_text("\x00")


def make_others(root: Path) -> None:
    """Files of other kinds."""
    (root / "notes.txt").write_text("\x00")
    (root / "data.yaml~").write_text("\x00")
    os.mkfifo(root / "pipe")


def make_link_inside(root: Path) -> None:
    """A link to a file that is no data file by its name."""
    (root / "text").write_text("# nothing\n")
    (root / "link.yaml").symlink_to(root / "text")


@pytest.mark.parametrize("make", [make_hidden, make_others, make_link_inside])
def test_what_does_not_belong_to_the_data_is_passed_over(tmp_path: Path, make: Callable[[Path], None]) -> None:
    root = builders.make_folder(tmp_path, STAFF)
    make(root)
    assert load(os.fspath(root)).problems == []


def test_a_directory_may_be_called_like_a_file(tmp_path: Path) -> None:
    root = builders.make_folder(tmp_path)
    builders.write(root, "x.yaml/data.yml", STAFF)
    data = load(os.fspath(root))
    assert data.problems == []
    assert [entity.file for entity in data.entities if entity.id == "staff"] == ["x.yaml/data.yml"]


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


@pytest.mark.parametrize(("what", "name"), [("data.yaml", "data.yaml"), ("sub", "sub/")])
def test_what_may_not_be_read_is_a_problem(
    tmp_path: Path, what: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As somebody without the right to read it; root may read everything, so it steps down for a while."""
    root = builders.make_folder(tmp_path / "data", STAFF)
    (root / "sub").mkdir()
    (root / what).chmod(0o000)
    monkeypatch.chdir(root)
    with_rights = os.geteuid()
    if with_rights == 0:
        root.chmod(0o755)
        os.seteuid(65534)
    try:
        problems = load(".").problems
    finally:
        os.seteuid(with_rights)
        (root / what).chmod(0o755)
    assert [show(problem) for problem in problems] == [f"{name}: error: cannot be read: permission denied [file]"]


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


@pytest.mark.parametrize("make", [fifo, device])
def test_what_turned_into_a_pipe_or_device_is_never_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Between listing and reading a file may be replaced; reading neither waits nor goes on for ever."""
    make(tmp_path)
    path = next(tmp_path.iterdir())
    with pytest.raises(OSError, match="not a regular file"):
        folder.read(os.fspath(path))
