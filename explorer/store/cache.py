"""Where compiled data sets live: in the wheel, in the user's cache folder, or in memory where none can be written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable

from explorer import __version__
from explorer.errors import DataError
from explorer.store.read import FORMAT, Store

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUNDLED = os.path.join(_PACKAGE, "bundled", "data.sqlite")
BUNDLED_FOLDER = os.path.join(_PACKAGE, "bundled", "data")
CHECKOUT_FOLDER = os.path.join(os.path.dirname(_PACKAGE), "data")


def open_store(folder: str = "") -> Store:
    """The store of a data folder; without one, of CSTO_DATA or the bundled data set. Raises DataError."""
    if folder or os.environ.get("CSTO_DATA", ""):
        return _of_folder(chosen_folder(folder))
    if os.path.exists(BUNDLED):
        store = _usable(BUNDLED, BUNDLED_FOLDER)
        if store is not None and store.meta("version") == __version__:
            return store
    return _of_folder(default_folder())


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


def cache_folder() -> str:
    """The user's cache folder for compiled data sets, by the XDG rules."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "csto")


def cache_path(folder: str) -> str:
    """The compiled file of a folder: its name, and a digest of its path. The file itself names the folder too."""
    from zlib import (
        crc32,
    )  # hashlib costs a third of a bare interpreter's start; a clash is noticed and recompiled

    real = os.fsencode(os.path.realpath(folder))
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in os.path.basename(os.fsdecode(real)))
    return os.path.join(cache_folder(), f"{name[:40]}-{crc32(real):08x}.sqlite")


def _of_folder(folder: str) -> Store:
    path = cache_path(folder)
    store = _usable(path, folder)
    try:
        if store is not None and _fresh(store, folder):
            return store
        known = _known(store)
        same = store is not None and _same_content(store, folder)
    except sqlite3.Error:
        known, same = {}, False
    if store is not None:
        store.close()
    if same:
        try:
            _restamp(path, folder)
        except (OSError, sqlite3.Error):
            return _in_memory(folder, known, "")
        store = _usable(path, folder)
        if store is not None:
            return store
    try:
        _prepare(os.path.dirname(path))
        compile_file(folder, path, known)
        store = _usable(path, folder)
        if store is not None:
            return store
        reason = "it could not be read back"
    except (OSError, sqlite3.Error) as error:
        reason = str(getattr(error, "strerror", "") or error).lower()
    return _in_memory(folder, known, f"the cache cannot be written ({reason}); working from memory")


def _usable(path: str, folder: str) -> Store | None:
    """The store in a file; None where there is none, or not one of this program's."""
    if not os.path.exists(path):
        return None
    try:
        # The file is never changed in place, only replaced: `immutable` spares every reader the locks.
        uri = f"file:{_quoted(path)}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None
    try:
        store = Store(connection, folder)
        if store.meta("format") == FORMAT:
            return store
    except sqlite3.Error:
        pass  # damaged, or not a database at all: it will be compiled anew
    connection.close()
    return None


def _quoted(path: str) -> str:
    plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~"
    return "".join(chr(byte) if byte in plain else f"%{byte:02x}" for byte in os.fsencode(path))


def _real(folder: str) -> str:
    """The folder's real path as text that SQLite takes, whatever bytes are in it."""
    return os.fsencode(os.path.realpath(folder)).decode("utf-8", "backslashreplace")


def _code() -> str:
    """What compiles: the version, and in a checkout the latest change of the code itself."""
    if os.path.exists(BUNDLED_FOLDER):
        return __version__
    latest = 0
    for layer in ("values", "dataset", "dataset/rules", "store"):
        with os.scandir(os.path.join(_PACKAGE, layer)) as entries:
            latest = max(latest, *(e.stat().st_mtime_ns for e in entries if e.name.endswith((".py", ".sql"))))
    return f"{__version__}.{latest}"


def _fresh(store: Store, folder: str) -> bool:
    from explorer.dataset import folder as files

    if store.meta("code") != _code() or store.meta("folder") != _real(folder):
        return False
    found, refused = files.walk(folder)
    return not refused and store.stamps() == {file.name: file.stamp for file in found}


def _same_content(store: Store, folder: str) -> bool:
    """Whether the files are the same to the byte, though their times or the folder's name changed."""
    from explorer.dataset import folder as files

    if store.meta("code") != _code() or store.meta("folder") != _real(folder):
        return False
    found, refused = files.walk(folder)
    return not refused and store.digests() == files.digests(found)


def _known(store: Store | None) -> dict[str, str]:
    """The blocks that an earlier run of this very code has read."""
    if store is None or store.meta("code") != _code():
        return {}
    try:
        return store.blocks()
    except sqlite3.Error:
        return {}


def _prepare(folder: str) -> None:
    os.makedirs(folder, mode=0o700, exist_ok=True)


def compile_bundled(folder: str, path: str) -> int:
    """Compile a folder into a file that is never compiled again, as part of a wheel; returns the number of errors."""

    def fill(temporary: str) -> int:
        errors = _compile_to(temporary, folder, {})
        connection = sqlite3.connect(temporary)
        connection.execute("delete from block")
        connection.execute("delete from file")
        connection.commit()
        connection.execute("vacuum")
        connection.close()
        return errors

    return _replace(path, fill)


def compile_file(folder: str, path: str, known: dict[str, str] | None = None) -> int:
    """Compile a folder into a file, whole or not at all; returns the number of errors in the data."""
    return _replace(path, lambda temporary: _compile_to(temporary, folder, known or {}))


def _compile_to(path: str, folder: str, known: dict[str, str]) -> int:
    connection = sqlite3.connect(path)
    try:
        return _compile(folder, known, connection)
    finally:
        connection.close()


def _compile(folder: str, known: dict[str, str], connection: sqlite3.Connection) -> int:
    from explorer.dataset import folder as files
    from explorer.dataset.loader import load
    from explorer.store.compile import write

    # Stamps are taken before reading: a file that changes meanwhile is read again next time.
    found, _ = files.walk(folder)
    digests = files.digests(found)
    data = load(folder, known)
    write(data, connection)
    connection.executemany("insert into file values (?, ?, ?)", ((f.name, f.stamp, digests[f.name]) for f in found))
    place = [("version", __version__), ("code", _code()), ("folder", _real(folder))]
    connection.executemany("insert into meta values (?, ?)", place)
    connection.commit()
    return data.errors


def _restamp(path: str, folder: str) -> None:
    """The same compiled file with the files' new times."""
    from explorer.dataset import folder as files

    def copy(temporary: str) -> int:
        from shutil import copyfile

        copyfile(path, temporary)
        connection = sqlite3.connect(temporary)
        found, _ = files.walk(folder)
        connection.executemany("update file set stamp = ? where name = ?", ((f.stamp, f.name) for f in found))
        connection.commit()
        connection.close()
        return 0

    _replace(path, copy)


def _replace(path: str, fill: Callable[[str], int]) -> int:
    """Fill a temporary file beside the path, make sure that it is on disk, and put it in its place at once."""
    import tempfile

    handle, temporary = tempfile.mkstemp(prefix=".compiling-", suffix=".sqlite", dir=os.path.dirname(path))
    os.close(handle)
    try:
        result = fill(temporary)
        written = os.open(temporary, os.O_RDONLY)
        os.fsync(written)
        os.close(written)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return result


def _in_memory(folder: str, known: dict[str, str], note: str) -> Store:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _compile(folder, known, connection)
    return Store(connection, folder, note)
