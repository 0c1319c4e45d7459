"""Files that a reader asked for: whole or not at all, and never over another without being told to."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from explorer.errors import NotWrittenError


def write_file(path: str, data: bytes, *, force: bool = False) -> None:
    """Put a file in its place by way of an unfinished one beside it. Raises NotWrittenError."""
    try:
        _write(path, data, force=force)
    except FileExistsError:
        raise NotWrittenError(f"‘{path}’ is there already", "name another file, or overwrite it with --force") from None
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "strerror", "") or error).lower()
        raise NotWrittenError(f"cannot write ‘{path}’: {reason}") from None


def _write(path: str, data: bytes, *, force: bool) -> None:
    if os.path.isdir(path):
        raise IsADirectoryError(21, "it is a folder")
    if _flows(path):
        with open(path, "wb") as device:
            device.write(data)
        return
    if not force and os.path.lexists(path):
        raise FileExistsError
    path = os.path.realpath(path)
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)[:100]}.{os.getpid()}.writing")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)  # less the umask, as usual
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        _place(temporary, path, force=force)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _flows(path: str) -> bool:
    """Whether it is a pipe, a terminal or the like, such as /dev/stdout: nothing in it is lost, nothing replaces it."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)


def _place(temporary: str, path: str, *, force: bool) -> None:
    """Give the file its name; a link fails where the name has been taken meanwhile, a rename would not."""
    if not force:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if os.path.lexists(path):
                raise FileExistsError from None
        else:
            return
    os.replace(temporary, path)
