"""What can lie in a data folder besides sound files, each with what is said of it. The rest of the folder is read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.robust import rights

STAFF = "staff: {kind: body, name: Staff}\n"
MORE = "more: {kind: body, name: More}\n"


class Thing(NamedTuple):
    """A hostile thing: `make` puts it into a folder; `told` begins each line that is said of it."""

    make: Callable[[Path], object]
    told: tuple[str, ...] = ()


def _refused(name: str, reason: str) -> tuple[str, ...]:
    return (f"{name}: error: cannot be read: {reason} [file]",)


OUT = "a link that leads out of the data folder"
INSIDE = "a link to a folder; its files are read where they are"


# -- what is no file


def _out(root: Path) -> None:
    (root.parent / "elsewhere.yaml").write_text(STAFF)
    (root / "out.yaml").symlink_to(root.parent / "elsewhere.yaml")


def _neighbour(root: Path) -> None:
    other = root.parent / (root.name + "-2")
    other.mkdir()
    (root / "near").symlink_to(other)


def _sideways(root: Path) -> None:
    (root / "sub").mkdir()
    (root / "sub" / "more.yaml").write_text(MORE)
    (root / "link").symlink_to(root / "sub")


def _two_links(root: Path) -> None:
    (root / "a.yaml").symlink_to(root / "b.yaml")
    (root / "b.yaml").symlink_to(root / "a.yaml")


def _chain(root: Path) -> None:
    (root / "text").write_text(MORE)
    (root / ".l0").symlink_to("text")
    for number in range(60):
        (root / f".l{number + 1}").symlink_to(f".l{number}")
    (root / "x.yaml").symlink_to(".l60")


def _listening(root: Path) -> None:
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(os.path.relpath(root / "s.yaml"))


def _deep(root: Path) -> None:
    (root / Path(*"abcdefghijklmnopqr")).mkdir(parents=True)


def _very_deep(root: Path) -> None:
    """Deeper than a path may be long, made step by step."""
    before = os.getcwd()
    os.chdir(root)
    for _ in range(600):
        os.mkdir("deeper-down")
        os.chdir("deeper-down")
    os.chdir(before)


def _odd_file(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.yaml")).write_text("cafe: {kind: body, name: Cafe}\n")


def _odd_folder(root: Path) -> None:
    os.mkdir(os.fsencode(root) + b"/caf\xe9")


LINKS_AND_THINGS = {
    "a pipe": Thing(lambda root: os.mkfifo(root / "pipe.yaml"), _refused("pipe.yaml", "not a regular file")),
    "a socket": Thing(_listening, _refused("s.yaml", "not a regular file")),
    "a link to a device": Thing(lambda root: (root / "zero.yaml").symlink_to("/dev/zero"), _refused("zero.yaml", OUT)),
    "a link to a terminal": Thing(lambda root: (root / "tty.yaml").symlink_to("/dev/tty"), _refused("tty.yaml", OUT)),
    "a link to /proc": Thing(lambda root: (root / "p.yaml").symlink_to("/proc/self/maps"), _refused("p.yaml", OUT)),
    "a link to the root": Thing(lambda root: (root / "all").symlink_to("/"), _refused("all", OUT)),
    "a link out": Thing(_out, _refused("out.yaml", OUT)),
    "a link to a neighbour of like name": Thing(_neighbour, _refused("near", OUT)),
    "a link to nothing": Thing(
        lambda root: (root / "gone.yaml").symlink_to(root / "nothing.yaml"),
        _refused("gone.yaml", "no such file or directory"),
    ),
    "a link to itself": Thing(
        lambda root: (root / "loop.yaml").symlink_to(root / "loop.yaml"),
        _refused("loop.yaml", "too many levels of symbolic links"),
    ),
    "two links to each other": Thing(
        _two_links,
        (
            *_refused("a.yaml", "too many levels of symbolic links"),
            *_refused("b.yaml", "too many levels of symbolic links"),
        ),
    ),
    "a long chain of links": Thing(_chain, _refused("x.yaml", "too many levels of symbolic links")),
    "a link upwards": Thing(lambda root: (root / "again").symlink_to(root), _refused("again", INSIDE)),
    "a link sideways": Thing(_sideways, _refused("link", INSIDE)),
    "a name that is not UTF-8": Thing(_odd_file, _refused("caf\ufffd.yaml", "its name is not UTF-8")),
    "a folder's name that is not UTF-8": Thing(_odd_folder, _refused("caf\ufffd", "its name is not UTF-8")),
    "folders in folders": Thing(_deep, _refused("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q", "folders nested deeper than 16")),
    "folders deeper than a path": Thing(
        _very_deep, _refused("/".join(["deeper-down"] * 17), "folders nested deeper than 16")
    ),
}
"""What is no file of the data, and is told."""


# -- what no one may read


def _locked(name: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / "sub").mkdir()
        for path in (root / "locked.yaml", root / "sub" / "more.yaml"):
            path.write_text(MORE)
        (root / name).chmod(0)

    return make


LOCKED = {
    "a file without the right to read it": Thing(_locked("locked.yaml"), _refused("locked.yaml", "permission denied")),
    "a folder without the right to read it": Thing(_locked("sub"), _refused("sub/", "permission denied")),
}
"""What cannot be read by others than root."""


@contextmanager
def as_nobody(root: Path) -> Iterator[None]:
    """Stand in a folder as somebody without rights: root, who may read everything, obeys modes for a while."""
    place = os.getcwd()
    os.chdir(root)
    try:
        with rights.given_up():
            yield
    finally:
        os.chdir(place)


# -- what is odd, and passed over or read


def _hidden(root: Path) -> None:
    (root / ".hidden.yaml").write_text("\0")
    (root / ".git").mkdir()
    (root / ".git" / "x.yaml").write_text("\0")


def _others(root: Path) -> None:
    (root / "notes.txt").write_text("\0")
    (root / "data.yaml~").write_text("\0")
    (root / ".data.yaml.swp").write_text("\0")
    os.mkfifo(root / "pipe")


def _folder_like_a_file(root: Path) -> None:
    (root / "x.yaml").mkdir()
    (root / "x.yaml" / "more.yml").write_text(MORE)


def _link_inside(root: Path) -> None:
    (root / "text").write_text("# nothing\n")
    (root / "link.yaml").symlink_to(root / "text")


def _names(root: Path) -> None:
    for name in ("\x1b[31m.yaml", "a\nb.yaml", "-rf.yaml", "\u202egnp.yaml", "x" * 250 + ".yaml", "'\"$(x).yaml"):
        (root / name).write_text("# nothing\n")


HARMLESS = {
    "hidden files": Thing(_hidden),
    "files of other kinds": Thing(_others),
    "a folder called like a file": Thing(_folder_like_a_file),
    "a link to a file inside": Thing(_link_inside),
    "names of every kind": Thing(_names),
    "an empty file": Thing(lambda root: (root / "x.yaml").write_bytes(b"")),
    "an empty folder": Thing(lambda root: (root / "x").mkdir()),
    "nothing but a mark": Thing(lambda root: (root / "x.yaml").write_bytes(b"\xef\xbb\xbf")),
    "a mark and text": Thing(lambda root: (root / "x.yaml").write_bytes(b"\xef\xbb\xbf" + MORE.encode())),
    "nothing but line ends": Thing(lambda root: (root / "x.yaml").write_bytes(b"\r\n\r\r\n")),
    "line ends of old": Thing(lambda root: (root / "x.yaml").write_bytes(b"more:\r  kind: body\r  name: More\r")),
    "no last line end": Thing(lambda root: (root / "x.yaml").write_bytes(MORE.encode().rstrip())),
}
"""What needs no word."""


# -- what is not UTF-8, or no text


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda root: (root / "x.yaml").write_bytes(data)


def _sparse(root: Path) -> None:
    with open(root / "x.yaml", "wb") as file:
        file.truncate(1 << 40)


RUSSIAN = "more: {kind: body, name: Ещё}\n"
ENCODINGS = {
    "UTF-16": Thing(_bytes(RUSSIAN.encode("utf-16")), ("x.yaml: error: not UTF-8 but UTF-16 [encoding]",)),
    "UTF-16, the other way": Thing(
        _bytes(b"\xfe\xff" + RUSSIAN.encode("utf-16-be")), ("x.yaml: error: not UTF-8 but UTF-16 [encoding]",)
    ),
    "UTF-16 without a mark": Thing(_bytes(RUSSIAN.encode("utf-16-le")), ("x.yaml: error: not UTF-8 but UTF-16",)),
    "UTF-16 without a mark, the other way": Thing(
        _bytes(RUSSIAN.encode("utf-16-be")), ("x.yaml: error: not UTF-8 but UTF-16",)
    ),
    "UTF-32": Thing(_bytes(RUSSIAN.encode("utf-32")), ("x.yaml: error: not UTF-8 but UTF-32",)),
    "UTF-32, the other way": Thing(
        _bytes(b"\0\0\xfe\xff" + RUSSIAN.encode("utf-32-be")), ("x.yaml: error: not UTF-8 but UTF-32",)
    ),
    "UTF-32 without a mark": Thing(_bytes(RUSSIAN.encode("utf-32-le")), ("x.yaml: error: not UTF-8 but UTF-32",)),
    "Latin-1": Thing(_bytes("more: {kind: body, name: é}\n".encode("latin-1")), ("x.yaml:1:26: error: not UTF-8: ",)),
    "Windows-1251": Thing(_bytes(RUSSIAN.encode("cp1251")), ("x.yaml:1:26: error: not UTF-8: byte 0xc5",)),
    "Shift-JIS": Thing(_bytes("more: {name: 東京}\n".encode("shift-jis")), ("x.yaml:1:14: error: not UTF-8: ",)),
    "surrogates in UTF-8": Thing(_bytes(b"more: {name: \xed\xa0\x80}\n"), ("x.yaml:1:14: error: not UTF-8: ",)),
    "a letter written too long": Thing(_bytes(b"more: {name: \xc0\xaf}\n"), ("x.yaml:1:14: error: not UTF-8: ",)),
    "cut within a letter": Thing(_bytes(b"more: {name: \xd0"), ("x.yaml:1:14: error: not UTF-8: ",)),
    "bytes before the first key": Thing(_bytes(b"- \xff\n" + MORE.encode()), ("x.yaml:1:1: error: ", "x.yaml:1:3: ")),
    "bytes in a marker": Thing(
        _bytes(MORE.encode() + b"--- \xff\n"), ("x.yaml:2:1: error: a file holds one", "x.yaml:2:5: error: ")
    ),
    "a picture": Thing(_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))), ("x.yaml:1:1: error: not UTF-8",)),
    "a program": Thing(_bytes(b"\x7fELF\2\1\1" + bytes(500)), ("x.yaml:1:1: error: ",)),
    "zeros": Thing(_bytes(bytes(100_000)), ("x.yaml:1:1: error: a hidden character: U+0000",)),
    "a file of a terabyte of nothing": Thing(_sparse, _refused("x.yaml", "larger than 268,435,456 bytes")),
}
"""What is a file, and no text."""

THINGS = {**LINKS_AND_THINGS, **ENCODINGS, **HARMLESS, **LOCKED}
