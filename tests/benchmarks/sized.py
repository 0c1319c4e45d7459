"""Compiled data sets of many entities, made once and used again, and the environments that read them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from explorer.store import compile, words  # noqa: A004
from explorer.store.fresh import stamps
from explorer.store.read import FORMAT
from tests.benchmarks.generate import PER_FILE, Made, data_set, vocabulary_text

KEPT = Path(os.environ.get("CSTO_SIZES", Path(tempfile.gettempdir()) / "csto-sizes"))
"""Where they are kept between runs; a million entities take some gigabytes."""
_PACKAGE = Path(compile.__file__).parent.parent
_FINDING = ("words", "slips", "query", "scripts", "initials", "spelling")
"""Modules that fill the tables for finding, as far as they are there."""


class Parts(NamedTuple):
    """What a file depends on: its entities, and the tables for finding, which alone can be made anew."""

    entities: str
    finding: str


def _schema() -> tuple[str, str]:
    """The schema without the tables for finding, and these."""
    text = (_PACKAGE / "store" / "schema.sql").read_text("utf-8")
    before, _, rest = text.partition("-- finding")
    finding, _, after = rest.partition("-- where it came from")
    return before + after, f"--{finding}"


@cache
def parts() -> Parts:
    """Digests; changes of other code do not make the files anew, `--anew` does."""
    entities, finding = _schema()
    own = [(Path(__file__).parent / f"{name}.py").read_text("utf-8") for name in ("generate", "names")]
    modules = [_PACKAGE / "store" / f"{name}.py" for name in _FINDING]
    finds = [path.read_text("utf-8") for path in modules if path.exists()]
    made = ("".join((entities, *own)), "".join((finding, *finds)))
    return Parts(*(f"{crc32(text.encode()):08x}" for text in made))


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
    path, now = KEPT / f"{size}.sqlite", parts()
    KEPT.mkdir(parents=True, exist_ok=True)
    before = Parts("", "") if anew else _made_by(path)
    if before == now:
        return path
    start = time.monotonic()
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    if before.entities == now.entities:
        os.replace(path, draft)
        _find_anew(draft, size)
    else:
        _fill(draft, size)
    connection = sqlite3.connect(draft)
    connection.executemany(
        "insert or replace into meta values (?, ?)",
        [(f"{name}-made", digest) for name, digest in zip(Parts._fields, now, strict=True)],
    )
    connection.commit()
    connection.close()
    os.replace(draft, path)
    took, held = time.monotonic() - start, path.stat().st_size / 1e6
    sys.stderr.write(f"{size:,} entities made in {took:.0f} s: {held:,.0f} MB, {_peak():,.0f} MB of memory at most\n")
    return path


def _fill(path: Path, size: int) -> None:
    folder = folder_of(size)
    connection = sqlite3.connect(path)
    compile.write(data_set(size), connection)
    connection.executemany("insert into file values (?, ?, '')", stamps(os.fspath(folder)).items())
    origin = {"version": "", "code": "", "folder": os.path.realpath(folder)}
    connection.executemany("insert into meta values (?, ?)", origin.items())
    connection.commit()
    connection.close()


def _find_anew(path: Path, size: int) -> None:
    """Only the tables for finding."""
    connection = sqlite3.connect(path)
    for pragma in ("journal_mode=off", "synchronous=off", f"cache_size=-{compile.CACHE}"):
        connection.execute(f"pragma {pragma}")
    plain = "\n".join(line.partition("--")[0] for line in _schema()[1].splitlines())
    made = [statement.strip() for statement in plain.split(";")]
    for statement in made:
        if statement.startswith(("create table", "create virtual table")):
            connection.execute(f"drop table if exists {statement.partition(' table ')[2].split()[0]}")
    for statement in made:
        if statement.startswith("create"):
            connection.execute(statement)
    connection.execute("begin")
    words.write_words(Made(size), connection)
    connection.execute("insert or replace into meta values ('format', ?)", (FORMAT,))
    connection.commit()
    connection.close()


def _made_by(path: Path) -> Parts:
    if not path.exists():
        return Parts("", "")
    connection = sqlite3.connect(path)
    known = dict(connection.execute("select key, value from meta"))
    connection.close()
    return Parts(known.get("entities-made", ""), known.get("finding-made", ""))


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


if __name__ == "__main__":
    for wanted in sys.argv[1:] or ("10000", "100000", "1000000"):
        compiled(int(wanted))
