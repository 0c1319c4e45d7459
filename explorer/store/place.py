"""Where data sets lie: the bundled one, the one a reader names, and the compiled file that belongs to a folder."""

from __future__ import annotations

import os

from explorer import __version__
from explorer.errors import DataError

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUNDLED = os.path.join(_PACKAGE, "bundled", "data.sqlite")
BUNDLED_FOLDER = os.path.join(_PACKAGE, "bundled", "data")
CHECKOUT_FOLDER = os.path.join(os.path.dirname(_PACKAGE), "data")
MISTRUST = "CSTO_MISTRUST"
"""Set in the environment while compiled files are not to be believed."""
_COMPILES = ("", "values", "dataset", "dataset/rules", "store")
"""Folders of the package whose code decides what a compiled file holds."""


def chosen_folder(folder: str = "") -> str:
    """The folder named, else CSTO_DATA, else the bundled one. Raises DataError where it is not there."""
    folder = folder or os.environ.get("CSTO_DATA", "") or default_folder()
    if not os.path.isdir(folder):
        raise DataError(f"no folder ‘{folder}’", "name a folder that holds vocab.yaml")
    return folder


def default_folder() -> str:
    """The folder of the bundled data set, in an installation or in a checkout."""
    for folder in (BUNDLED_FOLDER, CHECKOUT_FOLDER):
        if os.path.exists(os.path.join(folder, "vocab.yaml")):
            return folder
    raise DataError("the bundled data set is missing", "install the program again, or name a folder with --data")


def own_folder(variable: str, otherwise: str) -> str:
    """The program's folder in one of the user's base folders, by the XDG rules: the variable's, if it is absolute, else
    `otherwise` in the home folder. Relative where there is no home."""
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), otherwise)
    return os.path.join(base, "csto")


def cache_folder() -> str:
    """The user's cache folder for compiled data sets."""
    return own_folder("XDG_CACHE_HOME", ".cache")


def file_name(folder: str) -> str:
    """A name for what is kept about a folder: the folder's own, and a digest of its path."""
    from zlib import crc32  # hashlib costs a third of a bare interpreter's start; a clash is noticed

    real = os.fsencode(os.path.realpath(folder))
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in os.path.basename(os.fsdecode(real)))
    return f"{name[:40]}-{crc32(real):08x}"


def cache_path(folder: str) -> str:
    """The compiled file of a folder, which names the folder too."""
    return os.path.join(cache_folder(), f"{file_name(folder)}.sqlite")


def real(folder: str) -> str:
    """The folder's real path as text that SQLite takes, whatever bytes are in it."""
    return os.fsencode(os.path.realpath(folder)).decode("utf-8", "backslashreplace")


def code() -> str:
    """What compiles: the version, and in a checkout a digest of the code's own names, times and sizes; empty where that
    cannot be told."""
    if os.path.exists(BUNDLED_FOLDER):
        return __version__
    try:
        return f"{__version__}.{_digest_of_code():08x}"
    except OSError:
        return ""


def _digest_of_code() -> int:
    from zlib import crc32

    digest = 0
    for layer in _COMPILES:
        with os.scandir(os.path.join(_PACKAGE, layer)) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.name.endswith((".py", ".sql")):
                    status = entry.stat()
                    digest = crc32(f"{layer}/{entry.name} {status.st_mtime_ns} {status.st_size}".encode(), digest)
    return digest
