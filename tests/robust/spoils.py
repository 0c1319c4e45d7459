"""Whatever may lie where a compiled file should be, and what may become of one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from explorer.store import seal


def _older(path: Path) -> None:
    _tell(path, "update meta set value = '0' where key = 'format'")


def _newer(path: Path) -> None:
    _tell(path, "update meta set value = '9999' where key = 'format'")
    _tell(path, "drop table claim")


def _other_code(path: Path) -> None:
    _tell(path, "update meta set value = '0.0.0' where key = 'code'")


def _other_folder(path: Path) -> None:
    _tell(path, "update meta set value = '/elsewhere' where key = 'folder'")


def _foreign(path: Path) -> None:
    path.unlink()
    _tell(path, "create table meta (key text)")


def _foreign_alike(path: Path) -> None:
    path.unlink()
    _tell(path, "create table meta (key text, value text)")
    _tell(path, "insert into meta values ('format', 'png')")


def _newer_sqlite(path: Path) -> None:
    """A file of an SQLite that is to come: its read version is higher."""
    data = bytearray(path.read_bytes())
    data[18:20] = b"\x09\x09"
    path.write_bytes(data)
    seal.seal(os.fspath(path))


def _with_journal(path: Path) -> None:
    """A journal of another file lies beside it."""
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x00" * 4096)


def _folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nowhere" / "x")


def _no_rights(path: Path) -> None:
    path.chmod(0)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


def _swapped(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[4096:] + data[:4096])


def _tell(path: Path, statement: str) -> None:
    """Change a compiled file so that its checksum is right."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    seal.seal(os.fspath(path))


SPOILS: dict[str, Callable[[Path], object]] = {
    "older": _older,
    "newer": _newer,
    "other code": _other_code,
    "other folder": _other_folder,
    "foreign": _foreign,
    "foreign that looks alike": _foreign_alike,
    "of a newer SQLite": _newer_sqlite,
    "a journal beside it": _with_journal,
    "empty": lambda path: path.write_bytes(b""),
    "no database": lambda path: path.write_bytes(b"not a database at all\n" * 1000),
    "only zeros": lambda path: path.write_bytes(b"\0" * 65536),
    "cut": _cut,
    "swapped": _swapped,
    "a folder": _folder,
    "a pipe": _pipe,
    "a device": _device,
    "a loop": _loop,
    "a link to nowhere": _nowhere,
    "not to be read": _no_rights,
}
"""Whatever may lie where the compiled file should be."""
LASTING = {"a folder"}
"""What cannot be replaced by a file, and is said at each start."""
HARMLESS = {"a journal beside it", "not to be read"}
"""What need not be replaced, by whom may read everything at least."""


def damaged(page: int, damage: Callable[[bytes], bytes], path: Path) -> None:
    """Damage one page of a file."""
    data = path.read_bytes()
    at = page * 4096
    path.write_bytes(data[:at] + damage(data[at : at + 4096]) + data[at + 4096 :])


def _flipped(page: bytes) -> bytes:
    """One letter of a text is another."""
    at = next((at for at in range(4095, 8, -1) if chr(page[at]).isalpha()), 4095)
    return page[:at] + bytes([page[at] ^ 1]) + page[at + 1 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "all ones": lambda page: b"\xff" * len(page),
    "all zeros": lambda page: b"\0" * len(page),
    "its half from elsewhere": lambda page: page[:2048] + page[:2048],
    "one bit": _flipped,
}
"""What may become of a page."""
