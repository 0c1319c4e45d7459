"""Open the compiled file of a data folder, compiling it first where it is missing or out of date.

A compiled file is valid while the list of the folder's files (name, time, size) and the compiling code are the same;
where only times changed and the content did not, it is stamped anew. Files are written whole or not at all. Where no
file can be written, everything works from memory, and says so once.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from explorer import __version__
from explorer.store import place, sqlite
from explorer.store.read import FORMAT, Store

_STALE = 24 * 3600
"""Seconds after which the temporary file of a compilation that was killed is removed."""


def open_store(folder: str = "") -> Store:
    """The store of a data folder; without one, of CSTO_DATA or the bundled data set. Raises DataError.

    While CSTO_MISTRUST is set, it is compiled anew whatever lies there, as after a damaged file.
    """
    mistrust = bool(os.environ.get(place.MISTRUST))
    named = folder or os.environ.get("CSTO_DATA", "")
    if not named and not mistrust and os.path.exists(place.BUNDLED):
        store = _usable(place.BUNDLED, place.BUNDLED_FOLDER)
        if store is not None and store.meta("version") == __version__:
            return store
    folder = place.chosen_folder(folder)
    path = place.cache_path(folder)
    if mistrust:
        return _compiled(folder, path, {})
    return _cached(folder, path)


def _cached(folder: str, path: str) -> Store:
    """The store of the folder's compiled file, made or renewed where it has to be."""
    known: dict[str, bytes] = {}
    store = _usable(path, folder)
    try:
        if store is not None and store.meta("code") == place.code() and store.meta("folder") == place.real(folder):
            stamps = _stamps(folder)
            if store.stamps() == stamps:
                return store
            if store.digests() == _digests(folder, stamps):
                return _restamped(store, path, folder, stamps)
            known = store.blocks()
    except sqlite.Error:
        known = {}  # damaged: nothing in it is believed
    if store is not None:
        store.close()
    return _compiled(folder, path, known)


def _compiled(folder: str, path: str, known: dict[str, bytes]) -> Store:
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        _sweep(os.path.dirname(path))
        compile_file(folder, path, known)
        store = _usable(path, folder)
        if store is not None:
            from explorer.store.completing import refresh_names  # only where something was compiled

            refresh_names(store)
            return store
        reason = "it could not be read back"
    except (OSError, sqlite.Error) as error:
        reason = str(getattr(error, "strerror", "") or error).lower()
    connection = sqlite.connect(":memory:", check_same_thread=False)
    _compile(folder, known, connection)
    return Store(connection, folder, f"the cache cannot be written ({reason}); working from memory")


def _usable(path: str, folder: str) -> Store | None:
    """The store in a file; None where there is none, or not one of this program's."""
    if not os.path.exists(path):
        return None
    try:
        # The file is never changed in place, only replaced: `immutable` spares every reader the locks.
        uri = f"file:{_quoted(path)}?mode=ro&immutable=1"
        connection = sqlite.connect(uri, uri=True, check_same_thread=False)
    except sqlite.Error:
        return None
    try:
        store = Store(connection, folder)
        if store.meta("format") == FORMAT:
            return store
    except sqlite.Error:
        pass  # damaged, or not a database at all: it will be compiled anew
    connection.close()
    return None


def _quoted(path: str) -> str:
    plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~"
    return "".join(chr(byte) if byte in plain else f"%{byte:02x}" for byte in os.fsencode(path))


def _stamps(folder: str) -> dict[str, str]:
    """What lies in the folder: a file's name to its time and size, or to why it cannot be read."""
    from explorer.dataset import folder as files

    found, refused = files.walk(folder)
    return {file.name: file.stamp for file in found} | {name: f"refused: {reason}" for name, reason in refused}


def _digests(folder: str, stamps: dict[str, str]) -> dict[str, str]:
    """The same with a digest of what is in each file; of what cannot be read, why not."""
    from explorer.dataset import folder as files

    refused = {name: stamp for name, stamp in stamps.items() if stamp.startswith("refused: ")}
    return files.digests(folder, [name for name in stamps if name not in refused]) | refused


def _restamped(store: Store, path: str, folder: str, stamps: dict[str, str]) -> Store:
    """The same compiled file with the files' new times; where it cannot be written, as it is."""

    def copy(temporary: str) -> int:
        from shutil import copyfile

        copyfile(path, temporary)
        connection = sqlite.connect(temporary)
        try:
            connection.executemany("update file set stamp = ? where name = ?", ((s, n) for n, s in stamps.items()))
            connection.commit()
        finally:
            connection.close()
        return 0

    try:
        _replace(path, copy)
    except (OSError, sqlite.Error):
        return store
    store.close()
    return _usable(path, folder) or _compiled(folder, path, {})


def compile_bundled(folder: str, path: str) -> int:
    """Compile a folder into a file that is never compiled again, as part of a wheel; returns the number of errors."""

    def fill(temporary: str) -> int:
        errors = _compile_to(temporary, folder, {})
        connection = sqlite.connect(temporary)
        try:
            connection.execute("delete from block")
            connection.execute("delete from file")
            connection.execute("update meta set value = '' where key in ('folder', 'code')")
            connection.commit()
            connection.execute("vacuum")
        finally:
            connection.close()
        return errors

    return _replace(path, fill)


def compile_file(folder: str, path: str, known: dict[str, bytes] | None = None) -> int:
    """Compile a folder into a file, whole or not at all; returns the number of errors in the data."""
    return _replace(path, lambda temporary: _compile_to(temporary, folder, known or {}))


def _compile_to(path: str, folder: str, known: dict[str, bytes]) -> int:
    connection = sqlite.connect(path)
    try:
        return _compile(folder, known, connection)
    finally:
        connection.close()


def _compile(folder: str, known: dict[str, bytes], connection: sqlite.Connection) -> int:
    import gc

    from explorer.dataset.loader import load
    from explorer.store.compile import write

    # Stamps are taken before the files are read, and digests are of the very bytes that were parsed: what changes
    # meanwhile is found changed next time.
    stamps = _stamps(folder)
    collects = gc.isenabled()
    gc.disable()  # records hold no circles, and looking through all of them again and again costs a fifth
    try:
        data = load(folder, known)
        write(data, connection)
    finally:
        if collects:
            gc.enable()
    rows = ((name, stamp, data.digests.get(name, stamp)) for name, stamp in stamps.items())
    connection.executemany("insert into file values (?, ?, ?)", rows)
    origin = [("version", __version__), ("code", place.code()), ("folder", place.real(folder))]
    connection.executemany("insert into meta values (?, ?)", origin)
    connection.commit()
    return data.errors


def _sweep(folder: str) -> None:
    """Remove what compilations that were killed have left behind."""
    import time

    for entry in os.scandir(folder):
        if entry.name.startswith(".compiling-") and entry.stat().st_mtime < time.time() - _STALE:
            os.unlink(entry.path)


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
