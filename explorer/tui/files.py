"""The explorer's own files in the user's folders: read without waiting, written whole or not at all."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress

WRITING = ".writing-"
"""How the name of a file begins that is not finished."""
_STALE = 24 * 3600
"""Seconds after which the unfinished file of a program that was killed is removed."""


def read(path: str, largest: int) -> bytes:
    """A file's bytes; never waits for a pipe and never reads a device.

    Raises OSError, also for what is not a file or too large, and ValueError where the path can be none.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(largest + 1)
    finally:
        os.close(handle)
    if len(data) > largest:
        raise OSError(0, f"larger than {largest:,} bytes")
    return data


def replace(path: str, data: bytes) -> None:
    """Put a file in its place, for its user alone, by way of an unfinished one beside it. Raises OSError."""
    import tempfile  # only where something is written

    folder = os.path.dirname(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    _sweep(folder)
    handle, temporary = tempfile.mkstemp(prefix=WRITING, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _sweep(folder: str) -> None:
    """Remove what programs that were killed have left behind."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(WRITING) and entry.stat(follow_symlinks=False).st_mtime < time.time() - _STALE:
                os.unlink(entry.path)


def reason(error: Exception) -> str:
    """Why a file could not be read or written, in words."""
    return str(getattr(error, "strerror", "") or error).lower()
