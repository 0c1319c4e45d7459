"""Compiled data sets of many entities, made once and used again, and the environments that read them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from explorer.store import compile  # noqa: A004
from explorer.store.cache import _stamps
from explorer.text import fold
from tests.benchmarks.generate import PER_FILE, data_set, vocabulary_text

KEPT = Path(os.environ.get("CSTO_SIZES", Path(tempfile.gettempdir()) / "csto-sizes"))
"""Where they are kept between runs; a million entities take some gigabytes."""
_MAKES = ("store/schema.sql", "store/words.py", "store/read.py")
_PACKAGE = Path(compile.__file__).parent.parent


def digest() -> str:
    """What the files depend on; other changes of the code do not make them anew, `--anew` does."""
    from zlib import crc32

    paths = [_PACKAGE / name for name in _MAKES] + [Path(__file__).parent / f"{n}.py" for n in ("generate", "names")]
    return f"{crc32(b''.join(path.read_bytes() for path in paths)):08x}"


def folder_of(size: int) -> Path:
    """A data folder with as many files as so many entities would have; what is in them is compiled already."""
    folder = KEPT / str(size)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "vocab.yaml").exists():
        (folder / "vocab.yaml").write_text(vocabulary_text(), "utf-8")
        for number in range(-(-size // PER_FILE)):
            (folder / f"part-{number:03}.yaml").write_text("# compiled from records\n", "utf-8")
    return folder


def compiled(size: int, *, anew: bool = False) -> Path:
    """The compiled file of so many entities."""
    path = KEPT / f"{size}.sqlite"
    folder = folder_of(size)
    if path.exists() and not anew and _made_by(path) == digest():
        return path
    start = time.monotonic()
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    compile.write(data_set(size), connection)
    connection.executemany("insert into file values (?, ?, '')", _stamps(os.fspath(folder)).items())
    meta = {"version": "", "code": "", "folder": os.path.realpath(folder), "made": digest()}
    connection.executemany("insert into meta values (?, ?)", meta.items())
    connection.commit()
    connection.close()
    os.replace(draft, path)
    took, held = time.monotonic() - start, path.stat().st_size / 1e6
    sys.stderr.write(f"{size:,} entities made in {took:.0f} s: {held:,.0f} MB, {_peak():,.0f} MB of memory at most\n")
    return path


def _made_by(path: Path) -> str:
    connection = sqlite3.connect(path)
    row = connection.execute("select value from meta where key = 'made'").fetchone()
    connection.close()
    return str(row[0]) if row else ""


def _peak() -> float:
    """Megabytes of memory that this process has held at most."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def settle(path: Path, version: str, code: str) -> None:
    """Let a program of that version and code take the file for its own."""
    connection = sqlite3.connect(path)
    connection.executemany("update meta set value = ? where key = ?", ((version, "version"), (code, "code")))
    connection.commit()
    connection.close()


def names_file(path: Path) -> Path:
    """All names of a compiled file, one in a line, for fzf."""
    target = path.with_suffix(".names")
    if not target.exists() or target.stat().st_mtime < path.stat().st_mtime:
        connection = sqlite3.connect(path)
        with target.open("w", encoding="utf-8") as file:
            rows = connection.execute("select text from name where field in ('name', 'short', 'also')")
            file.writelines(f"{row[0]}\n" for row in rows)
        connection.close()
    return target


def bundle(environment: Path, path: Path) -> None:
    """Put a compiled file in the place of the bundled one of an installed environment."""
    bundled = next(environment.glob("lib/python*/site-packages/explorer/bundled")) / "data.sqlite"
    bundled.unlink()
    try:
        os.link(path, bundled)
    except OSError:
        shutil.copyfile(path, bundled)


def common_words(path: Path, many: int) -> list[str]:
    """The words of most names, longest names of files apart: those of four letters and more."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "select word from word where length(word) > 4 and word not glob '*[0-9]*' order by uses desc limit ?", (many,)
    )
    found = [fold(row[0]) for row in rows]
    connection.close()
    return found


if __name__ == "__main__":
    for wanted in sys.argv[1:] or ("10000", "100000", "1000000"):
        compiled(int(wanted))
