"""P7: one keystroke in the search pane, from the query to the hits, beside fzf on the same names."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from explorer.store import search
from explorer.store.read import Store
from explorer.values import dates
from tests.benchmarks.measure import Measure, whole_process
from tests.benchmarks.sized import names_file

ROOT = Path(__file__).parent.parent.parent
HITS = 50
"""As many as the pane asks for."""
ROUNDS = 3
REACH = "8 ms, 0.04 x"
AS_OF, DAY = "as of 1999", "1999"
SLOWEST = 8
"""Keystrokes that are told by name."""

_COLD = "import sys; from tests.benchmarks.keystrokes import cold; print(cold(sys.argv[1], sys.argv[2]))"


def store_of(path: Path | str) -> Store:
    """The compiled file as the explorer opens it."""
    return Store(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True), "")


def typed(*queries: str) -> list[str]:
    """Each query letter by letter, as it is typed."""
    return [query[:length] for query in queries for length in range(1, len(query) + 1)]


def groups(store: Store) -> Iterator[tuple[str, list[str]]]:
    """What people type, by its kind; the names are those of this data set."""
    rows = store.connection.execute(
        "select text from name where field = 'name' and length(text) between 12 and 44 and rowid % :step = 0 limit 12",
        {"step": max(1, int(store.meta("entities")) // 12)},
    )
    yield "names", typed(*(row[0] for row in rows))
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    yield "one letter", [*alphabet, *"абвгдеклмнопрст", *"1239"]
    yield "two common words", typed("council committee", "joint exercise", "security council", "defence board")
    yield "three common words", typed("council for air defence", "committee on border security")
    yield "a slip in a common word", typed("councli", "commitee", "excercise", "secrity", "headqarters")
    yield "nothing like it", typed("xqzvwkjh", "qqqqqqqq", "zzyzx wvwvw", "fjdksla")
    yield "Cyrillic", typed("совет", "рубеж 2004", "комитет", "Александр")
    yield AS_OF, typed("council", "joint exercise", "рубеж", "headqarters")
    yield "facts", typed("troops served", "answers to the council", "500 troops")


def measures(path: Path, size: int) -> list[Measure]:
    """Each kind of typing, 95th percentile; the first query of a cold file apart."""
    store = store_of(path)
    fzf = _fzf(names_file(path))
    made, slow = [], []
    for name, queries in groups(store):
        took = [(_one(store, query, DAY if name == AS_OF else ""), query) for query in queries]
        slow += took
        milliseconds = sorted(one for one, _ in took)
        made.append(_measure(f"P7 {name}, p95", milliseconds[int(len(milliseconds) * 0.95)], fzf, size))
    every = sorted(one for one, _ in slow)
    made.append(_measure("P7 every keystroke, p95", every[int(len(every) * 0.95)], fzf, size))
    made.append(_first(path, fzf, size))
    for one, query in sorted(slow, reverse=True)[:SLOWEST]:
        sys.stderr.write(f"  {size:>9,}: {one:7.1f} ms  ‘{query}’\n")
    return made


def _measure(name: str, ours: float, fzf: float, size: int) -> Measure:
    beside, ratio = (f"fzf {fzf:.0f} ms", f"{ours / fzf:.3f} x") if fzf else ("–", "–")
    return Measure(f"{name}, {size:,}", f"{ours:.1f} ms", beside, ratio, REACH)


def _one(store: Store, query: str, day: str) -> float:
    """Milliseconds of one keystroke, the median of some."""
    return median(_find(store, query, day) for _ in range(ROUNDS))


def _find(store: Store, query: str, day: str = "") -> float:
    lens = store.lens(dates.parse(day) if day else None)
    start = time.perf_counter()
    search.find(store, query, lens, limit=HITS)
    return (time.perf_counter() - start) * 1000


def cold(path: str, query: str) -> float:
    """Milliseconds of the first query of a process, with nothing of the file in the machine's memory."""
    handle = os.open(path, os.O_RDONLY)
    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(handle)
    return _find(store_of(path), query)


def _first(path: Path, fzf: float, size: int) -> Measure:
    command = [sys.executable, "-c", _COLD, str(path)]
    took = [float(subprocess.check_output([*command, query], cwd=ROOT)) for query in ("s", "council", "joint headq")]
    return _measure("P7 the first, cold, median", median(took), fzf, size)._replace(reach="–")


def _fzf(names: Path) -> float:
    """Milliseconds of fzf as a whole process."""
    if not shutil.which("fzf"):
        return 0.0
    env = {**os.environ, "FZF_DEFAULT_OPTS": ""}
    run = partial(whole_process, env=env)
    queries = ("s", "joint exer", "councl")
    return median(run(["sh", "-c", 'fzf --filter "$1" < "$2" || true', "sh", q, str(names)]) for q in queries * 2)
