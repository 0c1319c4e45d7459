"""Which files make a data set, and their bytes, whatever else lies in the folder."""

from __future__ import annotations

import os
import stat
import time

from explorer.values.lean import NamedTuple

ENDINGS = (".yaml", ".yml")
LARGEST = 256 * 1024 * 1024
"""Bytes of one file; more is no longer written by hand."""
TRIES = 8
"""How often a file is read that changes meanwhile."""
TICK = 2.5
"""Seconds; the coarsest clock that file systems have ticks every other second, so a younger time says little."""
DEEPEST = 16
"""Folders within folders."""
REFUSED = "refused: "
"""Begins the stamp of what is no file to read; why not stands behind it."""


class Found(NamedTuple):
    """A file of the data set; `name` is relative to the folder, `stamp` changes when the file does."""

    name: str
    path: str
    stamp: str


class Listing(NamedTuple):
    """What lay in a folder at one time: its files in the order of their names, and (name, reason) of what cannot be
    read."""

    found: list[Found]
    refused: list[tuple[str, str]]

    @property
    def stamps(self) -> dict[str, str]:
        """A file's name to its time and size, or to why it cannot be read."""
        return {file.name: file.stamp for file in self.found} | {name: REFUSED + why for name, why in self.refused}


def walk(root: str) -> Listing:
    """The YAML files below a folder.

    Hidden files are passed over. A link is followed only to a place inside the folder.
    """
    found: list[Found] = []
    refused: list[tuple[str, str]] = []
    _walk(os.path.realpath(root), root, "", 0, found, refused)
    return Listing(sorted(found), sorted(refused))


def _walk(base: str, folder: str, prefix: str, depth: int, found: list[Found], refused: list[tuple[str, str]]) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        refused.append((prefix or ".", _reason(error)))
        return
    for entry in entries:
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        if not _is_text(entry.name):
            refused.append((os.fsencode(name).decode("utf-8", "replace"), "its name is not UTF-8"))
            continue
        try:
            _sort_entry(base, entry, name, depth, found, refused)
        except OSError as error:
            refused.append((name, _reason(error)))


def _sort_entry(
    base: str,
    entry: os.DirEntry[str],
    name: str,
    depth: int,
    found: list[Found],
    refused: list[tuple[str, str]],
) -> None:
    wanted = entry.name.endswith(ENDINGS)
    if entry.is_symlink() and (wanted or entry.is_dir()):
        target = os.path.realpath(entry.path)
        if target != base and not target.startswith(base.rstrip(os.sep) + os.sep):
            refused.append((name, "a link that leads out of the data folder"))
            return
        if entry.is_dir():
            refused.append((name, "a link to a folder; its files are read where they are"))
            return
    if entry.is_dir():
        if depth >= DEEPEST:
            refused.append((name, f"folders nested deeper than {DEEPEST}"))
            return
        _walk(base, entry.path, name + "/", depth + 1, found, refused)
    elif wanted:
        status = entry.stat()
        if stat.S_ISREG(status.st_mode):
            found.append(Found(name, entry.path, f"{status.st_mtime_ns}.{status.st_size}"))
        else:
            refused.append((name, "not a regular file"))


def _is_text(name: str) -> bool:
    return name.isascii() or not any("\udc80" <= character <= "\udcff" for character in name)


def read(path: str) -> bytes:
    """A file's bytes, all of one time; never waits for a pipe and never reads a device. Raises OSError.

    What is written while it is read is read again, for half of two versions may well look sound. Whether it was can
    be told by its time, and of what was written just now only by reading it twice.
    """
    last = None
    for _ in range(TRIES):
        data, settled = _read_once(path)
        if settled or data == last:
            return data
        last = data
    raise OSError(0, "it is being written; read it again when that is done")


def _read_once(path: str) -> tuple[bytes, bool]:
    """The bytes, and whether the file's time shows that nobody wrote meanwhile."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise OSError(0, "not a regular file")
        data = _all(handle, before.st_size)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    same = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    return data, same and abs(time.time() - after.st_mtime) > TICK


def _all(handle: int, size: int) -> bytes:
    """All bytes of an open file, which may be more or fewer than its size says; no more memory than they take."""
    parts: list[bytes] = []
    length = 0
    while max(size, length) <= LARGEST and (part := os.read(handle, min(max(size, 1 << 12), 1 << 20) + 1)):
        parts.append(part)
        length += len(part)
    if max(size, length) > LARGEST:
        raise OSError(0, f"larger than {LARGEST:,} bytes")
    return parts[0] if len(parts) == 1 else b"".join(parts)


def digest(data: bytes) -> str:
    """A digest of a file's or block's content."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


def digests(root: str, names: list[str]) -> dict[str, str]:
    """File name to a digest of its content; empty for what cannot be read."""
    made = {}
    for name in names:
        try:
            made[name] = digest(read(os.path.join(root, name)))
        except OSError:
            made[name] = ""
    return made


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
