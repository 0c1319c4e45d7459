"""The watcher: it sees what changes, waits for quiet, reads in a process of its own, and lets go at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from explorer.store import cache, fresh, place
from explorer.tui.app import Options
from explorer.tui.watching import Pace, Reading, Watcher, watched
from tests import builders
from tests.tui.changing import Folder
from tests.tui.driving import driven

DATA = "staff: {kind: body, name: Staff}\nhall: {kind: body, name: Hall}\n"
QUICK = Pace(rest=0.01, quiet=0.01, patience=0.2)
PATIENCE = 60.0
"""Seconds after which a reading never comes."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A folder with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
    return Folder(tmp_path / "data", DATA)


@contextmanager
def watching(folder: Folder, pace: Pace = QUICK) -> Iterator[Queue[Reading]]:
    """The readings that a watcher brings."""
    brought: Queue[Reading] = Queue()
    watcher = Watcher(folder.store(), brought.put, pace)
    watcher.start()
    try:
        yield brought
    finally:
        watcher.stop()
        watcher.join(PATIENCE)


def name(reading: Reading, id_: str = "staff") -> str:
    """What an entity is called in what was read; the store is closed."""
    assert reading.store is not None
    entity = reading.store.entity(id_)
    reading.store.close()
    return entity.name if entity else ""


CHANGES: dict[str, Callable[[Path], object]] = {
    "in-place": lambda path: builders.write(path, "data.yaml", DATA.replace("Staff", "Renamed")),
    "replaced": lambda path: builders.write(path, ".new", DATA.replace("Staff", "Renamed")).replace(path / "data.yaml"),
    "new-file": lambda path: builders.write(path, "deep/er/more.yaml", "more: {kind: body, name: More}\n"),
    "removed": lambda path: (path / "data.yaml").unlink(),
    "moved": lambda path: (path / "data.yaml").rename(path / "other.yaml"),
    "a-link": lambda path: (path / "link.yaml").symlink_to("/etc/passwd"),
    "a-pipe": lambda path: os.mkfifo(path / "pipe.yaml"),
    "a-folder": lambda path: builders.write(path, "folder.yaml/x.yaml", "x: y\n"),
    "vocabulary": lambda path: (path / "vocab.yaml").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_read_again_as_a_new_start_would(folder: Folder, change: str) -> None:
    with watching(folder) as brought:
        CHANGES[change](folder.path)
        anew = folder.store()
        digests = None
        while digests != anew.digests():  # some changes are more than one, and it may look in between
            reading = brought.get(timeout=PATIENCE)
            assert reading.store is not None
            digests, problems = reading.store.digests(), reading.store.problems()
            reading.store.close()
        assert problems == anew.problems()


def test_what_is_read_again_is_read_from_the_one_compiled_file(folder: Folder) -> None:
    with watching(folder) as brought:
        folder.change("Staff", "Renamed")
        assert name(brought.get(timeout=PATIENCE)) == "Renamed"
    compiled = Path(place.cache_path(os.fspath(folder.path)))
    assert [path.name for path in compiled.parent.iterdir()] == [compiled.name]


def test_what_is_no_data_is_not_read_and_nothing_is_brought_twice(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []
    stamps = fresh.stamps

    def counted(root: str) -> dict[str, str]:
        looks.append(root)
        return stamps(root)

    monkeypatch.setattr(fresh, "stamps", counted)
    with watching(folder) as brought:
        (folder.path / "notes.txt").write_text("no data")
        (folder.path / ".hidden.yaml").write_text("x: y")
        folder.change("Staff", "Renamed")
        assert name(brought.get(timeout=PATIENCE)) == "Renamed"
        enough = len(looks) + 20
        while len(looks) < enough:
            with pytest.raises(Empty):
                brought.get(timeout=0.05)


def test_a_burst_is_read_once_it_is_over(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look finds another change, until there are no more."""
    stamps, burst = fresh.stamps, [f"more-{number}" for number in range(20)]

    def after_a_change(root: str) -> dict[str, str]:
        if burst:
            one = burst.pop(0)
            builders.write(folder.path, f"{one}.yaml", f"{one}: {{kind: body, name: More}}\n")
        return stamps(root)

    with watching(folder, QUICK._replace(patience=PATIENCE)) as brought, monkeypatch.context() as patched:
        patched.setattr(fresh, "stamps", after_a_change)
        reading = brought.get(timeout=PATIENCE)
        assert burst == []
        assert name(reading, "more-19") == "More"


def test_a_folder_that_never_rests_is_read_all_the_same(folder: Folder) -> None:
    with watching(folder, QUICK._replace(quiet=0.05, patience=0.2)) as brought:
        for number in range(10_000):
            whole = builders.write(folder.path, ".busy", f"busy: {{kind: body, name: Number {number}}}\n")
            whole.replace(folder.path / "busy.yaml")
            if not brought.empty():
                break
        assert name(brought.get(timeout=PATIENCE), "busy").startswith("Number")


def test_what_changes_while_it_is_read_is_read_after_it(folder: Folder) -> None:
    with watching(folder) as brought:
        folder.change("Staff", "Second")
        first = brought.get(timeout=PATIENCE)
        folder.change("Second", "Third")
        names = [name(first)]
        while names[-1] != "Third":
            names.append(name(brought.get(timeout=PATIENCE)))
        assert names[0] in ("Second", "Third")


def test_a_folder_that_vanishes_is_told_and_read_when_it_is_back(folder: Folder) -> None:
    with watching(folder) as brought:
        away = folder.path.rename(folder.path.parent / "away")
        assert brought.get(timeout=PATIENCE) == Reading(None, "the data folder is not there")
        shutil.move(away, folder.path)
        assert name(brought.get(timeout=PATIENCE)) == "Staff"


@pytest.mark.parametrize("spoil", ["no-folder", "full"])
def test_where_no_file_can_be_written_it_is_read_into_memory(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    with watching(folder) as brought:
        if spoil == "full":
            compiled = Path(place.cache_path(os.fspath(folder.path)))
            compiled.unlink()
            (compiled / "in-the-way").mkdir(parents=True)  # nothing can be put in its place
        else:
            monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
        folder.change("Staff", "Renamed")
        reading = brought.get(timeout=PATIENCE)
        assert reading.store is not None
        assert "working from memory" in reading.store.note
        assert name(reading) == "Renamed"


def test_where_nothing_can_be_started_it_is_told_and_tried_again(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watching(folder) as brought:
        with monkeypatch.context() as patched:
            patched.setattr("sys.executable", "/nowhere/python")
            folder.change("Staff", "Renamed")
            assert brought.get(timeout=PATIENCE) == Reading(None, "the changed data could not be read")
        assert name(brought.get(timeout=PATIENCE)) == "Renamed"


def test_it_stops_at_once_while_a_great_folder_is_read(folder: Folder) -> None:
    text = "".join(f"body-{n}: {{kind: body, name: Body {n}}}\n" for n in range(20_000))
    brought: Queue[Reading] = Queue()
    watcher = Watcher(folder.store(), brought.put, QUICK)
    builders.write(folder.path, "many.yaml", text)
    watcher.start()
    while watcher.reading is None:
        watcher.join(0.001)
    process = watcher.reading
    watcher.stop()
    watcher.join(PATIENCE)
    assert process.wait() != 0
    assert brought.empty()
    compiled = Path(place.cache_path(os.fspath(folder.path)))
    assert [path.name for path in compiled.parent.iterdir()] == [compiled.name]


def test_what_was_compiled_when_the_program_was_built_is_not_watched(folder: Folder) -> None:
    built = folder.path.parent / "built.sqlite"
    cache.compile_bundled(os.fspath(folder.path), os.fspath(built))
    store = cache._usable(os.fspath(built), os.fspath(folder.path))
    assert store is not None
    assert not watched(store)
    assert watched(folder.store())
    store.close()


async def test_an_explorer_that_is_told_to_watches_and_stops_when_it_ends(folder: Folder) -> None:
    async with driven(folder.store(), "staff", options=Options(watch=True)) as explorer:
        explorer.app.pace = QUICK
        explorer.app.follow_data(explorer.browser.store)
        folder.change("name: Staff", "name: Renamed")
        watcher = explorer.app.watcher
        assert watcher is not None
        while explorer.title != "Renamed":
            await explorer.pilot.pause(0.01)
    watcher.join(PATIENCE)
    assert not watcher.alive


async def test_an_edit_of_the_readers_own_is_read_at_once(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Although nobody watches the folder."""
    async with driven(folder.store(), "staff") as explorer:
        folder.change("name: Staff", "name: Renamed")
        explorer.app.look_again(explorer.browser.store)
        while explorer.title != "Renamed":
            await explorer.pilot.pause(0.01)
