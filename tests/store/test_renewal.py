"""A compiled file made true by another process, and what is found again after a change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.store import cache, lasting, place
from explorer.store.read import Store
from explorer.store.renewal import BAD_DATA, NOT_WRITTEN, OK, Renewal
from tests import builders

ROOT = Path(__file__).parent.parent.parent
DATA = """
staff:
  kind: body
  name: Staff
  facts:
    - {text: It is small., cite: early par 1}
    - {text: It is old., cite: early par 1}
hall: {kind: body, name: Hall}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, with a cache folder of its own beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
    return builders.make_folder(tmp_path / "data", DATA)


def opened(folder: Path) -> Store:
    """The folder as it is now."""
    store = cache.open_store(os.fspath(folder))
    builders.OPEN.append(store)
    return store


def renewed(folder: Path) -> Store:
    """The folder as another process has read it."""
    assert Renewal(os.fspath(folder)).wait() == OK
    store = cache.renewed(os.fspath(folder))
    assert store is not None
    builders.OPEN.append(store)
    return store


# -- another process


def test_what_another_process_reads_is_what_this_one_would(folder: Path) -> None:
    other = renewed(folder)
    assert list(other.connection.iterdump()) == list(opened(folder).connection.iterdump())


def test_without_a_folder_it_says_so(folder: Path) -> None:
    assert Renewal(os.fspath(folder / "nowhere")).wait() == BAD_DATA


def test_where_no_file_can_be_written_it_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    assert Renewal(os.fspath(folder)).wait() == NOT_WRITTEN


@pytest.mark.parametrize("module", ["signal", "sqlite3", "yaml", "explorer", "zlib"])
def test_nothing_is_imported_from_where_one_stands(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """A data folder that somebody else has written may be where one stands."""
    monkeypatch.chdir(folder)
    (folder / f"{module}.py").write_text(f"open({os.fspath(tmp_path / 'taken')!r}, 'w')\n")
    assert Renewal(os.fspath(folder)).wait() == OK
    assert not (tmp_path / "taken").exists()


def test_of_several_at_once_one_compiles(folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path, ns=(1, 1))  # of what was written just now the compiled file is stamped anew a moment later
    cache.open_store(os.fspath(folder)).close()
    compiled = Path(place.cache_path(os.fspath(folder)))
    os.utime(builders.write(folder, "data.yaml", DATA.replace("Hall", "Chamber")), ns=(2, 2))
    several = [Renewal(os.fspath(folder)) for _ in range(4)]
    assert several[0].wait() == OK
    first = compiled.stat().st_ino
    assert [one.wait() for one in several[1:]] == [OK] * 3
    assert compiled.stat().st_ino == first


def test_what_is_given_up_takes_its_half_written_file_along(folder: Path) -> None:
    builders.write(folder, "many.yaml", "".join(f"b-{n}: {{kind: body, name: Body {n}}}\n" for n in range(20_000)))
    one = Renewal(os.fspath(folder))
    one.give_up()
    assert one.wait() not in (OK, BAD_DATA, NOT_WRITTEN)
    assert not list(Path(place.cache_folder()).glob(".compiling-*"))


def test_what_cannot_be_broken_off_takes_its_half_written_file_along(tmp_path: Path) -> None:
    """A database that is at work in its own code, or a process that nobody gives a processor to."""
    text = """
import signal, sys
from explorer.store import cache, renewal, sqlite

def endless(folder):
    connection = sqlite.connect(f"{folder}/.compiling-x.sqlite")
    connection.execute("create table t (n)")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print("begun", flush=True)
    signal.pause()

cache.renew = endless
renewal.main(sys.argv[1])
"""
    command = [sys.executable, "-c", text, os.fspath(tmp_path)]
    env = {**os.environ, "XDG_CACHE_HOME": os.fspath(tmp_path)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, cwd=ROOT) as one:
        assert one.stdin is not None
        assert one.stdout is not None
        assert one.stdout.readline() == b"begun\n"
        assert [path.name for path in tmp_path.iterdir()] == [".compiling-x.sqlite"]
        one.stdin.close()
        assert one.wait() == 128 + signal.SIGINT
    assert list(tmp_path.iterdir()) == []


# -- what is found again


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        (
            "    - {text: It is small",
            "    - {text: New., cite: early par 1}\n    - {text: It is small",
            "fact-2 fact-3",
        ),
        ("    - {text: It is small., cite: early par 1}\n", "", " fact"),
        ("It is small.", "It is large.", "fact fact-2"),
        (
            "small., cite: early par 1}\n    - {text: It is old.",
            "old., cite: early par 1}\n    - {text: It is small.",
            "fact-2 fact",
        ),
    ],
    ids=["put-in", "taken-out", "other-words", "swapped"],
)
def test_a_statement_is_found_by_its_words_then_by_its_key(folder: Path, old: str, new: str, keys: str) -> None:
    before = opened(folder)
    builders.write(folder, "data.yaml", DATA.replace(old, new))
    found = lasting.statements(before, "staff", opened(folder), "staff")
    now = {said.key: after.key for said, after in found.items()}
    assert [now.get("fact", ""), now.get("fact-2", "")] == keys.split(" ")


def test_a_former_id_leads_to_the_new_one(folder: Path) -> None:
    before = opened(folder)
    builders.write(folder, "data.yaml", DATA.replace("hall: {", "chamber: {old-ids: [hall], "))
    assert lasting.renamed(before, opened(folder)) == {"hall": "chamber"}


@pytest.mark.parametrize(("gone", "near"), [("a-body", "hall"), ("hall", "staff"), ("z-body", "staff")])
def test_nearest_is_the_next_of_the_kind_by_name_or_the_one_before(folder: Path, gone: str, near: str) -> None:
    extra = "a-body: {kind: body, name: A}\nz-body: {kind: body, name: Z}\nzz: {kind: state, name: B}\n"
    builders.write(folder, "data.yaml", DATA + extra)
    before = opened(folder)
    kept = [line for line in DATA.splitlines(keepends=True) if not line.startswith(f"{gone}:")]
    builders.write(folder, "data.yaml", "".join(kept))
    assert lasting.nearest(before, gone, opened(folder)) == near


def test_an_error_that_only_moved_is_not_new(folder: Path) -> None:
    builders.write(folder, "bad.yaml", "bad: {kind: bdy, name: B}\n")
    before = opened(folder)
    builders.write(folder, "bad.yaml", "# moved\n\nbad: {kind: bdy, name: B}\nworse: {kind: bdy, name: C}\n")
    assert [problem.line for problem in lasting.new_errors(before, opened(folder))] == [4]


def test_changed_entries_are_counted(folder: Path) -> None:
    before = opened(folder)
    builders.write(folder, "data.yaml", DATA.replace("Hall", "Chamber") + "more: {kind: body, name: More}\n")
    after = opened(folder)
    assert lasting.changed(before, after) == 2
    assert not lasting.same_content(before, after)
    assert lasting.changed(after, after) == 0
