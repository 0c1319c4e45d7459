"""Compiled data sets in the user's cache folder: used while they are true, replaced when they are not, never torn."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.dataset import folder as files
from explorer.dataset.folder import Listing
from explorer.errors import DataError
from explorer.store import cache, place
from explorer.store.read import Store
from tests import builders
from tests.robust.spoils import HARMLESS, LASTING, SPOILS

DATA = "staff: {kind: body, name: Staff}\nhall: {kind: body, name: Hall}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, with a cache folder of its own beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
    return builders.make_folder(tmp_path / "data", DATA)


def names(folder: Path) -> dict[str, str]:
    """Open the folder's store and tell the names in it, without the shared sources."""
    store = cache.open_store(os.fspath(folder))
    found = {id_: entity.name for id_ in ("staff", "hall", "mark") if (entity := store.entity(id_))}
    store.close()
    return found


def note(folder: Path) -> str:
    """What a reader is told when the folder is opened."""
    store = cache.open_store(os.fspath(folder))
    told = store.note
    store.close()
    return told


MARK = "update entity set name = 'Marked' where id = 'hall'"


def test_the_compiled_file_is_kept_where_xdg_says_for_its_user_alone(folder: Path) -> None:
    assert names(folder) == {"staff": "Staff", "hall": "Hall"}
    place = folder.parent / "cache" / "csto"
    assert builders.compiled_file(folder).parent == place
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert [path.name for path in place.iterdir()] == [builders.compiled_file(folder).name]


def test_an_unchanged_folder_is_not_compiled_again(folder: Path) -> None:
    names(folder)
    builders.plant(folder, MARK)
    assert names(folder)["hall"] == "Marked"


def test_a_touched_file_is_restamped_and_not_compiled_again(folder: Path) -> None:
    names(folder)
    builders.plant(folder, MARK)
    os.utime(folder / "data.yaml", ns=(1, 1))
    before = builders.compiled_file(folder).stat().st_ino
    assert names(folder)["hall"] == "Marked"
    restamped = builders.compiled_file(folder).stat().st_ino
    assert names(folder)["hall"] == "Marked"
    assert builders.compiled_file(folder).stat().st_ino == restamped != before


def test_what_is_written_twice_in_one_tick_of_the_clock_is_read_twice(folder: Path) -> None:
    """Of the same size, too: neither time nor size tell that the file has changed since it was compiled."""
    names(folder)
    written = (folder / "data.yaml").stat()
    builders.write(folder, "data.yaml", DATA.replace("Hall", "Wall"))
    os.utime(folder / "data.yaml", ns=(written.st_atime_ns, written.st_mtime_ns))
    assert (folder / "data.yaml").stat().st_size == written.st_size
    assert names(folder)["hall"] == "Wall"


def test_what_comes_while_the_folder_is_compiled_and_goes_again_is_not_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = folder / "mark.yaml"

    def walk(root: str) -> Listing:
        listing = walked(root)
        mark.write_text("mark: {kind: body, name: Mark}\n")
        return listing

    walked = files.walk
    with monkeypatch.context() as patched:
        patched.setattr(files, "walk", walk)
        names(folder)
    mark.unlink()
    assert set(names(folder)) == {"staff", "hall"}


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: builders.write(folder, "more.yaml", "mark: {kind: body, name: Mark}\n"),
        lambda folder: builders.write(folder, "data.yaml", "mark: {kind: body, name: Mark}\n"),
        lambda folder: (folder / "data.yaml").unlink(),
        lambda folder: (folder / "data.yaml").rename(folder / "renamed.yaml"),
        lambda folder: builders.write(
            folder, "vocab.yaml", (folder / "vocab.yaml").read_text() + "description: New.\n"
        ),
    ],
    ids=["added", "rewritten", "removed", "renamed", "vocabulary"],
)
def test_a_changed_folder_is_compiled_again(folder: Path, change: Callable[[Path], object]) -> None:
    names(folder)
    builders.plant(folder, MARK)
    change(folder)
    kept = names(folder)
    assert "Marked" not in kept.values()
    assert kept == names(folder)


@pytest.mark.parametrize("spoil", sorted(SPOILS.keys() - LASTING - HARMLESS))
def test_a_file_that_cannot_be_used_is_replaced(folder: Path, spoil: str) -> None:
    names(folder)
    builders.plant(folder, MARK)
    SPOILS[spoil](builders.compiled_file(folder))
    assert names(folder) == {"staff": "Staff", "hall": "Hall"}
    assert note(folder) == ""
    builders.plant(folder, MARK)
    assert names(folder)["hall"] == "Marked"


def test_a_file_damaged_in_its_middle_can_be_opened(folder: Path) -> None:
    """Whatever page is overwritten, opening the folder raises nothing."""
    names(folder)
    whole = builders.compiled_file(folder).read_bytes()
    for page in range(1, len(whole) // 4096):
        builders.compiled_file(folder).write_bytes(whole[: page * 4096] + b"\xff" * 4096 + whole[(page + 1) * 4096 :])
        cache.open_store(os.fspath(folder)).close()


@pytest.mark.parametrize(
    ("base", "reason"),
    [("file", "not a directory"), ("/proc/nowhere", "no such file or directory")],
)
def test_where_no_cache_can_be_written_memory_serves_and_a_note_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, base: str, reason: str
) -> None:
    (folder.parent / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", os.path.join(folder.parent, base))
    assert names(folder) == {"staff": "Staff", "hall": "Hall"}
    assert note(folder) == f"the cache cannot be written ({reason}); working from memory"


def failing(error: BaseException) -> Callable[..., None]:
    """A system call that fails."""

    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    names(folder)
    before = builders.compiled_file(folder).read_bytes()
    builders.write(folder, "data.yaml", DATA.replace("Hall", "Chamber"))
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing(OSError(code, os.strerror(code))))
        assert names(folder)["hall"] == "Chamber"
        assert os.strerror(code).lower() in note(folder)
    assert [path.name for path in builders.compiled_file(folder).parent.iterdir()] == [
        builders.compiled_file(folder).name
    ]
    assert builders.compiled_file(folder).read_bytes() == before


def test_an_interrupted_write_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        names(folder)
    assert list(builders.compiled_file(folder).parent.iterdir()) == []


def test_problems_are_the_same_from_the_cache_as_from_the_files(folder: Path) -> None:
    builders.write(folder, "bad.yaml", "bad: {kind: bdy, name: B}\nworse: [\n")
    stores = [cache.open_store(os.fspath(folder)) for _ in range(2)]
    first, second = (store.problems() for store in stores)
    assert [problem.code for problem in first] == ["kind", "syntax"]
    assert first == second
    assert [store.meta("errors") for store in stores] == ["2", "2"]


def test_two_folders_have_two_files_and_a_link_to_one_shares_its_file(folder: Path) -> None:
    other = builders.make_folder(folder.parent / "other" / "data", DATA)
    (folder.parent / "link").symlink_to(folder)
    assert (
        builders.compiled_file(other)
        != builders.compiled_file(folder)
        == builders.compiled_file(folder.parent / "link")
    )


def test_a_folder_that_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no folder") as caught:
        cache.open_store(os.fspath(tmp_path / "nowhere"))
    assert caught.value.hint == "name a folder that holds vocab.yaml"


def test_the_environment_names_the_folder_where_no_argument_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSTO_DATA", os.fspath(folder))
    store = cache.open_store()
    assert isinstance(store, Store)
    assert (store.folder, store.meta("title")) == (os.fspath(folder), "A small world")


@pytest.mark.parametrize("base", ["", "relative/cache"])
def test_without_a_proper_xdg_folder_the_home_folder_serves(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    monkeypatch.setenv("HOME", "/home/somebody")
    assert place.cache_folder() == "/home/somebody/.cache/csto"


@pytest.mark.parametrize("name", ["a b", "100%", "a?b#c", "ä", "quo'te"])
def test_a_folder_may_have_any_name(folder: Path, name: str) -> None:
    odd = folder.rename(folder.parent / name)
    assert names(odd) == names(odd) == {"staff": "Staff", "hall": "Hall"}
    assert note(odd) == ""


def test_a_folder_may_have_a_name_that_is_not_utf_8(folder: Path) -> None:
    odd = folder.rename(os.fsdecode(os.fsencode(folder.parent) + b"/caf\xe9"))
    assert names(odd) == names(odd) == {"staff": "Staff", "hall": "Hall"}


def test_a_file_whose_name_is_not_utf_8_does_not_stop_the_others(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.yaml")).write_text("x: y\n")
    assert names(folder) == {"staff": "Staff", "hall": "Hall"}
