"""Open the compiled file of a data folder, compiling it first where it is missing or out of date.

A compiled file is valid while the list of the folder's files (name, time, size) and the compiling code are the same;
where only times changed and the content did not, it is stamped anew; where only what entries state was edited, a copy
of it is patched. What could not be read, and what was written just before it was read, is read again each time. A file
that is not large has a checksum, and one that is damaged is made anew. Files are written whole or not at all. Where no
file can be written, everything works from memory, and says so once.
"""

from __future__ import annotations

import os
import stat
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
        return _compiled(folder, path, None)
    return _cached(folder, path, _compiled)


def forget(folder: str) -> None:
    """Remove the folder's compiled file, which has turned out to be damaged. Raises OSError."""
    os.unlink(place.cache_path(folder))


def renew(folder: str) -> None:
    """See to it that the folder's compiled file is true. Raises DataError; where none can be written, OSError or
    sqlite.Error."""
    folder = place.chosen_folder(folder)
    path = place.cache_path(folder)
    made = _written(folder, path, None) if os.environ.get(place.MISTRUST) else _cached(folder, path, _written)
    made.close()


def renewed(folder: str) -> Store | None:
    """The store of a compiled file that was just renewed; None where it is not one of this program's after all."""
    store = _usable(place.cache_path(folder), folder)
    return store if store is not None and store.meta("folder") == place.real(folder) else None


def in_memory(folder: str, reason: str) -> Store:
    """The folder compiled where nobody else can read it, with the reason as its note."""
    connection = sqlite.connect(":memory:", check_same_thread=False)
    _compile(folder, connection)
    return Store(connection, folder, f"the cache cannot be written ({reason}); working from memory")


Make = Callable[[str, str, Store | None], Store]
"""Compiles a folder into a file; with what was compiled before, if that is of use."""


def _cached(folder: str, path: str, make: Make) -> Store:
    """The store of the folder's compiled file, made or renewed where it has to be."""
    from time import time

    from explorer.store import seal
    from explorer.store.fresh import digests, doubtful, stamps

    store, old = _usable(path, folder), None
    if store is not None and not seal.is_whole(path):
        store.close()
        store = None
    try:
        code = place.code()
        if store is not None and code and store.meta("code") == code and store.meta("folder") == place.real(folder):
            clock, now = time(), stamps(folder)
            kept, again = store.stamps(), store.doubtful()
            if kept == now and not again:
                return store
            doubts = doubtful(now, read := store.digests(), clock)
            same = {name: read[name] for name in kept if kept[name] == now.get(name) and name not in again}
            if digests(folder, now, same) == read:
                return store if (kept, again) == (now, doubts) else _restamped(store, path, folder, now, doubts)
            old = store
    except sqlite.Error:
        old = None  # damaged: nothing in it is believed
    try:
        return make(folder, path, old)
    finally:
        if store is not None:
            store.close()


def _compiled(folder: str, path: str, old: Store | None) -> Store:
    """The store of a file made now; in memory where none can be written."""
    try:
        return _written(folder, path, old)
    except (OSError, sqlite.Error) as error:
        return in_memory(folder, str(getattr(error, "strerror", "") or error).lower())


def _written(folder: str, path: str, old: Store | None) -> Store:
    """The store of a file made now. Raises OSError and sqlite.Error."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    _sweep(os.path.dirname(path))
    _replace(path, lambda temporary: _renew_in(temporary, folder, old))
    store = _usable(path, folder)
    if store is None:
        raise OSError(0, "it could not be read back")
    from explorer.store.completing import refresh_names  # only where something was compiled

    refresh_names(store)
    return store


def _usable(path: str, folder: str) -> Store | None:
    """The store in a file; None where there is none, or not one of this program's."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None  # a pipe would be waited for
    except OSError:
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


def _restamped(store: Store, path: str, folder: str, now: dict[str, str], doubts: set[str]) -> Store:
    """The same compiled file with the files' new times; where it cannot be written, as it is."""

    def copy(temporary: str) -> None:
        from shutil import copyfile

        copyfile(path, temporary)
        connection = sqlite.connect(temporary)
        try:
            connection.executemany("update file set stamp = ? where name = ?", ((s, n) for n, s in now.items()))
            connection.execute("delete from again")
            connection.executemany("insert into again values (?)", ((name,) for name in doubts))
            connection.commit()
        finally:
            connection.close()

    try:
        _replace(path, copy)
    except (OSError, sqlite.Error):
        return store
    store.close()
    return _usable(path, folder) or _compiled(folder, path, None)


def compile_bundled(folder: str, path: str) -> int:
    """Compile a folder into a file that is never compiled again, as part of a wheel; returns the number of errors."""

    errors = 0

    def fill(temporary: str) -> None:
        nonlocal errors
        errors = compile_file(folder, temporary)
        connection = sqlite.connect(temporary)
        try:
            connection.execute("delete from block")
            connection.execute("delete from file")
            connection.execute("delete from again")
            connection.execute("update meta set value = '' where key in ('folder', 'code')")
            connection.commit()
            connection.execute("vacuum")
        finally:
            connection.close()

    _replace(path, fill)
    return errors


def _renew_in(path: str, folder: str, old: Store | None) -> None:
    """Write what the folder holds into an empty file: what was compiled before with what has been edited, or all."""
    if old is None or not _patched(path, folder, old):
        os.truncate(path, 0)
        compile_file(folder, path)


def _patched(path: str, folder: str, old: Store) -> bool:
    """Whether it was enough to write what has been edited."""
    from explorer.store.edits import TooMuchError, edits
    from explorer.store.patch import patch

    try:
        found = edits(old, folder)
        connection = sqlite.connect(path)
        try:
            old.connection.backup(connection)
            patch(found, connection)
        finally:
            connection.close()
    except TooMuchError:
        return False
    except Exception:  # what was compiled may be damaged in any way; of the files themselves the rest will tell
        return False
    return True


def compile_file(folder: str, path: str) -> int:
    """Compile a folder as a whole into an empty file, or one that is not there; returns the number of errors in it."""
    connection = sqlite.connect(path)
    try:
        return _compile(folder, connection)
    finally:
        connection.close()


def _compile(folder: str, connection: sqlite.Connection) -> int:
    import gc
    from time import time

    from explorer.dataset.loader import load
    from explorer.store.compile import write
    from explorer.store.fresh import doubtful, refusals

    # Stamps are of the very walk that found the files, taken before they are read, and digests of the very bytes that
    # were parsed: what changes, comes or goes meanwhile is found changed next time.
    clock = time()
    collects = gc.isenabled()
    gc.disable()  # records hold no circles, and looking through all of them again and again costs a fifth
    try:
        data = load(folder)
        write(data, connection)
    finally:
        if collects:
            gc.enable()
    now = data.stamps
    read = {name: data.digests.get(name, "") for name in now} | refusals(now)
    connection.executemany("insert into file values (?, ?, ?)", ((name, now[name], read[name]) for name in now))
    connection.executemany("insert into again values (?)", ((name,) for name in doubtful(now, read, clock)))
    origin = [("version", __version__), ("code", place.code()), ("folder", place.real(folder))]
    connection.executemany("insert into meta values (?, ?)", origin)
    connection.commit()
    return data.errors


def _sweep(folder: str) -> None:
    """Remove what compilations that were killed have left behind."""
    from contextlib import suppress
    from time import time

    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):  # the one who compiles has just put it in its place
                if entry.name.startswith(".compiling-") and entry.stat().st_mtime < time() - _STALE:
                    os.unlink(entry.path)


def _replace(path: str, fill: Callable[[str], object]) -> None:
    """Fill a temporary file beside the path, make sure that it is on disk, and put it in its place at once."""
    import tempfile

    from explorer.store import seal

    handle, temporary = tempfile.mkstemp(prefix=".compiling-", suffix=".sqlite", dir=os.path.dirname(path))
    os.close(handle)
    try:
        fill(temporary)
        seal.seal(temporary)
        written = os.open(temporary, os.O_RDONLY)
        os.fsync(written)
        os.close(written)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
