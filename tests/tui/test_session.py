"""What is remembered between runs: all of it or a clean start, whatever lies in the file's place."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.store.kept import marks
from explorer.tui import files, session
from explorer.tui.session import LARGEST, LONGEST, MOST_BRANCHES, MOST_MARKS, Session

FULL = Session(
    place="staff",
    row=7,
    arrangement="kind",
    branches={"kind": ("kind:body", "kind:body/staff"), "tree": ()},
    sizes={"tree": 40},
    marks=(("staff", ""), ("hall", "fact:2")),
    theme="dark",
)
KEPT = {name: value for name, value in FULL._asdict().items() if name not in ("branches", "sizes", "marks")} | {
    "branches": {"kind": ["kind:body", "kind:body/staff"], "tree": []},
    "sizes": {"tree": 40},
    "marks": [["staff", ""], ["hall", "fact:2"]],
}
"""The same as JSON has it."""

texts = st.text(max_size=20)
numbers = st.integers(1, 500)
sessions = st.builds(
    Session,
    place=texts,
    row=st.integers(-1, 10_000),
    arrangement=texts,
    branches=st.dictionaries(texts, st.lists(texts, max_size=5).map(tuple), max_size=5),
    sizes=st.dictionaries(texts, numbers, max_size=5),
    marks=st.lists(st.tuples(texts, texts), max_size=5).map(tuple),
    theme=texts,
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)
one_home = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A data folder, with a state folder of its own beside it."""
    monkeypatch.setenv("XDG_STATE_HOME", os.fspath(tmp_path / "state"))
    data = tmp_path / "my data"
    data.mkdir()
    return os.fspath(data)


def kept(folder: str) -> Path:
    """The file of a data folder, in a folder that is there."""
    path = Path(session.path(folder))
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def read_as_json(folder: str, content: object) -> Session | None:
    """What is read where the file holds this."""
    kept(folder).write_text(json.dumps(content))
    return session.read(folder)


@pytest.fixture
def without_rights() -> Iterator[Path]:
    """A folder in which everything may be forbidden: root, who may do everything, is somebody else for a while."""
    rights = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        if rights == 0:
            os.chown(name, 65534, 65534)
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            os.seteuid(rights)
            for path, _, _ in os.walk(name):
                os.chmod(path, 0o700)


# -- there and back


@one_home
@given(sessions)
def test_what_is_written_is_read_again(folder: str, given: Session) -> None:
    assert session.write(folder, given) == ""
    assert session.read(folder) == given
    assert tuple(marks(folder)) == given.marks, "what the shell's `brief --marks` reads"


def test_text_that_is_no_unicode_comes_back_as_it_was(folder: str) -> None:
    odd = Session(place="a\ud800b\x00c\udc80", marks=(("\ud83d\ude00", "\u2028"),))
    assert session.write(folder, odd) == ""
    assert session.read(folder) == odd


def test_where_nothing_was_remembered_nothing_is_read(folder: str) -> None:
    assert session.read(folder) is None


def test_a_session_of_which_nothing_is_said_is_a_clean_start() -> None:
    assert Session() == ("", -1, "", {}, {}, (), "")


def test_no_session_changes_another(folder: str) -> None:
    with pytest.raises(TypeError):
        Session().sizes["tree"] = 1  # type: ignore[index]
    assert Session().sizes == {}


# -- where it lies


def test_it_lies_where_xdg_says_for_its_user_alone(folder: str, tmp_path: Path) -> None:
    session.write(folder, FULL)
    path = kept(folder)
    assert path.parent == tmp_path / "state" / "csto"
    assert path.name.startswith("my-data-")
    assert path.suffix == ".json"
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("base", [None, "", "here"])
def test_a_base_folder_that_is_not_absolute_does_not_count(
    folder: str, monkeypatch: pytest.MonkeyPatch, base: str | None
) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    if base is None:
        monkeypatch.delenv("XDG_STATE_HOME")
    else:
        monkeypatch.setenv("XDG_STATE_HOME", base)
    assert os.path.dirname(session.path(folder)) == "/home/me/.local/state/csto"


def test_each_data_folder_has_its_own_by_whatever_path_it_is_reached(folder: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    other = tmp_path / "elsewhere" / "my data"
    assert session.path(os.fspath(tmp_path / "link")) == session.path(folder)
    assert session.path(os.fspath(other)) != session.path(folder)


def test_without_a_home_nothing_is_read_and_writing_says_so(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "nowhere")
    assert session.path(folder) == ""
    assert session.read(folder) is None
    assert session.write(folder, FULL) == "there is no home folder to keep it in"


def test_without_a_word_of_home_nothing_raises(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    assert session.read(folder) is None


def test_a_path_that_can_be_none_is_told(folder: str) -> None:
    assert session.read("a\0b") is None
    assert session.write("a\0b", FULL).startswith("a␀b: ")


# -- what lies in the file's place

BROKEN = {
    "empty": b"",
    "blank": b" \n",
    "text": b"remember me",
    "cut short": b'{"version": 1, "place": "sta',
    "two": b"{}{}",
    "nul": b"\0" * 100,
    "nul in a text": b'{"place": "a\0b"}',
    "not utf-8": b'{"place": "caf\xe9"}',
    "brackets": b"[" * 500_000,
    "braces": b'{"a":' * 100_000,
    "digits": b'{"row": ' + b"9" * 10_000 + b"}",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "too large": b'{"place": "' + b"x" * LARGEST + b'"}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_as_good_as_none(folder: str, content: bytes) -> None:
    kept(folder).write_bytes(content)
    assert session.read(folder) is None
    assert session.write(folder, FULL) == ""
    assert session.read(folder) == FULL


def endless(path: Path) -> None:
    """A file of a hundred million bytes."""
    with path.open("wb") as file:
        file.truncate(100_000_000)


@pytest.mark.parametrize(
    "make",
    [
        endless,
        Path.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path.name),
        lambda path: path.symlink_to("nowhere"),
    ],
    ids=["huge", "folder", "pipe", "device", "circle", "dangling"],
)
def test_what_is_no_file_of_ours_is_not_read_nor_waited_for(folder: str, make: Callable[[Path], None]) -> None:
    make(kept(folder))
    assert session.read(folder) is None


def test_what_may_not_be_read_is_as_good_as_none(
    folder: str, without_rights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", os.fspath(without_rights))
    session.write(folder, FULL)
    kept(folder).chmod(0)
    assert session.read(folder) is None


@one_home
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode) | values.map(lambda v: json.dumps(v).encode()))
def test_no_file_whatever_is_in_it_raises(folder: str, content: bytes) -> None:
    kept(folder).write_bytes(content)
    read = session.read(folder)
    assert session.write(folder, read or Session()) == ""


@one_home
@given(st.dictionaries(st.sampled_from(Session._fields), values))
def test_fields_of_any_type_make_a_session_that_can_be_kept(folder: str, fields: dict[str, object]) -> None:
    read = read_as_json(folder, fields)
    assert read is not None
    session.write(folder, read)
    assert session.read(folder) == read


WRONG: dict[str, list[object]] = {
    "place": [None, 1, True, ["staff"], {"a": "b"}],
    "row": [None, "7", 7.0, True, -2, 10**9, [7], float("nan")],
    "arrangement": [None, 0, ["kind"]],
    "branches": [None, "kind", ["kind"], 3, [["kind", []]]],
    "sizes": [None, "tree", [40], 40],
    "marks": [None, "staff", {"staff": ""}, 5],
    "theme": [None, False, {}],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, wrong in WRONG.items() for value in wrong])
def test_a_field_of_a_wrong_type_is_as_at_a_clean_start_and_the_rest_is_kept(
    folder: str, field: str, value: object
) -> None:
    assert read_as_json(folder, KEPT | {field: value}) == FULL._replace(**{field: Session._field_defaults[field]})


def test_every_field_has_its_wrong_types() -> None:
    assert tuple(WRONG) == Session._fields
    assert KEPT.keys() == WRONG.keys()


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("branches", {"kind": ["a", 1, None, "b"], "tree": "a", "year": None}, {"kind": ("a", "b")}),
        ("sizes", {"tree": 40, "detail": "40", "search": True, "low": 0, "high": 10**7}, {"tree": 40}),
        ("marks", [["a", ""], ["b"], ["c", None], "de", ["f", "g", "h"], ["i", "j"]], (("a", ""), ("i", "j"))),
    ],
)
def test_an_item_of_a_wrong_type_is_left_out_and_the_rest_is_kept(
    folder: str, field: str, value: object, left: Any
) -> None:
    read = read_as_json(folder, KEPT | {field: value})
    assert read == FULL._replace(**{field: left})


def test_what_a_newer_version_wrote_is_read_as_far_as_it_is_known(folder: str) -> None:
    assert read_as_json(folder, {**KEPT, "version": 9, "windows": [1, 2]}) == FULL


def test_a_missing_field_is_as_at_a_clean_start(folder: str) -> None:
    assert read_as_json(folder, {}) == Session()


def test_the_file_says_its_version(folder: str) -> None:
    session.write(folder, FULL)
    assert json.loads(kept(folder).read_bytes()) == {"version": 1, **KEPT}


# -- how much

MUCH = {
    "place": "x" * (LONGEST + 1),
    "branches": {"kind": ["k"] * (MOST_BRANCHES + 1)},
    "marks": [["m", ""]] * (MOST_MARKS + 1),
    "sizes": {f"pane{number}": 1 for number in range(101)},
}


def test_more_than_anyone_needs_is_cut_when_read(folder: str) -> None:
    read = read_as_json(folder, MUCH)
    assert read is not None
    assert len(read.place) == LONGEST
    assert len(read.branches["kind"]) == MOST_BRANCHES
    assert len(read.marks) == MOST_MARKS
    assert len(read.sizes) == 100


def test_more_than_anyone_needs_is_cut_when_written(folder: str) -> None:
    much = Session("x" * (LONGEST + 1), marks=(("m", ""),) * (MOST_MARKS + 1))
    assert session.write(folder, much) == ""
    assert session.read(folder) == Session("x" * LONGEST, marks=(("m", ""),) * MOST_MARKS)


def test_open_branches_make_room_for_marks(folder: str) -> None:
    long = ("x" * LONGEST,) * MOST_BRANCHES
    assert session.write(folder, FULL._replace(branches={"kind": long})) == ""
    assert session.read(folder) == FULL._replace(branches={})


# -- writing


def hold(folder: str) -> None:
    """A folder where the file should be."""
    kept(folder).mkdir()


def block(folder: str) -> None:
    """A file where a folder should be."""
    Path(session.path(folder)).parent.parent.write_text("")


@pytest.mark.parametrize(
    ("make", "reason"),
    [(hold, "is a directory"), (block, "not a directory")],
)
def test_where_it_cannot_be_written_the_reason_is_told_and_nothing_is_left_behind(
    folder: str, make: Callable[[str], None], reason: str
) -> None:
    make(folder)
    before = sorted(Path(folder).parent.rglob("*"))
    assert session.write(folder, FULL) == f"{session.path(folder)}: {reason}"
    assert sorted(Path(folder).parent.rglob("*")) == before


def test_more_than_can_be_read_again_is_not_written(folder: str) -> None:
    session.write(folder, FULL)
    marks = tuple(("x" * LONGEST, str(number)) for number in range(MOST_MARKS))
    assert "more than 1,000,000 bytes to remember" in session.write(folder, Session(marks=marks))
    assert session.read(folder) == FULL


def test_a_folder_that_may_not_be_written_keeps_the_old_file_whole(
    folder: str, without_rights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", os.fspath(without_rights))
    session.write(folder, FULL)
    kept(folder).parent.chmod(0o500)
    assert session.write(folder, Session("hall")) == f"{session.path(folder)}: permission denied"
    assert session.read(folder) == FULL
    assert list(kept(folder).parent.iterdir()) == [kept(folder)]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()], ids=str)
def test_a_write_that_does_not_come_to_its_end_leaves_the_old_file_and_nothing_else(
    folder: str, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    session.write(folder, FULL)
    with monkeypatch.context() as patched, suppress(KeyboardInterrupt):
        patched.setattr(os, call, fail)
        assert session.write(folder, Session("hall")) == f"{session.path(folder)}: no space left on device"
    assert session.read(folder) == FULL
    assert list(kept(folder).parent.iterdir()) == [kept(folder)]


def test_a_reason_is_clean_whatever_the_folder_is_called(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", os.fspath(tmp_path / "file" / "\x1b]0;x\x07\udcff"))
    assert session.write(folder, FULL).isprintable()


WRITER = """
import sys
from explorer.tui.session import Session, write
number = 0
while True:
    assert write(sys.argv[1], Session(place="ab"[number % 2] * 900)) == ""
    number += 1
    if number == 2:
        print("writing", flush=True)
"""


def test_whoever_reads_while_another_writes_and_is_killed_finds_one_of_both_whole(folder: str) -> None:
    whole = {"a" * 900, "b" * 900}
    with subprocess.Popen([sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        read = [session.read(folder) for _ in range(300)]
        writer.kill()
    read.append(session.read(folder))
    assert {one.place if one else "" for one in read} <= whole
    left = [path for path in kept(folder).parent.iterdir() if path != kept(folder)]
    assert all(path.name.startswith(files.WRITING) for path in left)


def test_what_a_killed_program_left_is_removed_after_a_day(folder: str) -> None:
    old, new, other = (kept(folder).parent / name for name in (f"{files.WRITING}1", f"{files.WRITING}2", "notes"))
    for path in (old, new, other):
        path.write_text("")
    for path in (old, other):
        os.utime(path, (1, 1))
    session.write(folder, FULL)
    assert sorted(kept(folder).parent.iterdir()) == sorted([kept(folder), new, other])
