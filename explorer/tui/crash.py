"""What is said and kept of a failure of ours: two lines for the reader, the rest in a log."""

from __future__ import annotations

import os
import platform
import stat
import time
import traceback

from explorer import __version__
from explorer.store.place import own_folder
from explorer.text import clean

EXIT_CODE = 70
"""EX_SOFTWARE of sysexits.h."""
LONGEST_LOG = 256 * 1024
"""Bytes after which a new log is begun; the one before is kept."""
LONGEST_ENTRY = 64 * 1024


def log_path() -> str:
    """Where failures are written down."""
    return os.path.join(own_folder("XDG_STATE_HOME", ".local/state"), "crash.log")


def record(error: BaseException) -> tuple[str, str]:
    """Write a failure down; gives what happened and where it is written, each in a line. Never fails itself."""
    what = f"csto: the explorer has failed: {_in_short(error)}"
    path = log_path()
    try:
        _append(path, _entry(error))
    except OSError as refusal:
        why = (refusal.strerror or str(refusal)).lower()
        return what, f"csto: it could not be written to {clean(path)}: {clean(why)}"
    except Exception as second:
        return what, f"csto: it could not be written to {clean(path)}: {type(second).__name__}"
    return what, f"csto: where it happened is written in {clean(path)}"


def _in_short(error: BaseException) -> str:
    try:
        said = " ".join(str(error).split())
    except Exception:
        said = "it cannot be said"
    return clean(f"{type(error).__name__}: {said}".removesuffix(": "), longest=200)


def _entry(error: BaseException) -> bytes:
    """The failure with the way to it, but without values: they may be anything, and anybody's."""
    from importlib.metadata import version

    at = time.strftime("%Y-%m-%d %H:%M:%S %z")
    term = os.environ.get("TERM", "")
    head = (
        f"--- {at}, csto {__version__}, Python {platform.python_version()}, Textual {version('textual')}, TERM {term}"
    )
    lines = [head, *"".join(traceback.format_exception(error)).splitlines()]
    return "".join(f"{clean(line)}\n" for line in lines).encode("utf-8", "replace")[-LONGEST_ENTRY:]


def _append(path: str, entry: bytes) -> None:
    """Append in one write, to a file and nothing else; a long log is begun anew."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
    log = os.open(path, flags, 0o600)
    try:
        status = os.fstat(log)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("it is no file")
        if status.st_size > LONGEST_LOG:
            os.replace(path, f"{path}.1")
            os.close(log)
            log = os.open(path, flags, 0o600)
        os.write(log, entry)
    finally:
        os.close(log)
