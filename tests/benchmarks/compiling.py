"""P9 to P11: from YAML to the compiled file, beside a plain reading of the same YAML."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import yaml

from explorer.store import cache, place
from tests.benchmarks.generate import write_yaml
from tests.benchmarks.measure import Measure, paired

ROOT = Path(__file__).parent.parent.parent
SMALL, FILES = 2_000, 40
LARGE = 100_000
RUNS = 11


def measures(*, large: bool) -> list[Measure]:
    """A full compile, one after a change, and, if asked, one of a hundred thousand."""
    with tempfile.TemporaryDirectory() as name, _cache(name):
        folder = os.path.join(name, "data")
        write_yaml(folder, SMALL, FILES)
        ours, plain, ratio = paired(partial(_compiled, folder), partial(_plain, folder), runs=RUNS)
        made = [_measure("P9 compile 2,000 of YAML", ours, f"CSafeLoader {plain:.0f} ms", ratio, "1.0 x")]
        after, full, ratio = paired(partial(_after_change, folder), partial(_compiled, folder), runs=RUNS)
        made.append(_measure("P10 one file of 40 changed", after, f"full {full:.0f} ms", ratio, "0.5 x"))
        if large:
            made.append(_large(name, ours))
    return made


def _measure(name: str, ours: float, yardstick: str, ratio: float, reach: str) -> Measure:
    return Measure(name, f"{ours:,.0f} ms", yardstick, f"{ratio:.2f} x", reach)


@contextmanager
def _cache(folder: str) -> Iterator[None]:
    """A cache of our own."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "cache")
    try:
        yield
    finally:
        os.environ.pop("XDG_CACHE_HOME")
        if before is not None:
            os.environ["XDG_CACHE_HOME"] = before


def _compiled(folder: str) -> float:
    """Milliseconds until a folder that was never compiled can be asked."""
    shutil.rmtree(place.cache_folder(), ignore_errors=True)
    return _opened(folder)


def _opened(folder: str) -> float:
    start = time.perf_counter()
    store = cache.open_store(folder)
    took = (time.perf_counter() - start) * 1000
    assert store.meta("errors") == "0"
    store.close()
    return took


def _after_change(folder: str) -> float:
    path = Path(folder, "part-007.yaml")
    path.write_text(path.read_text("utf-8").replace("answers to the", "answers  to the", 3) + "# changed\n", "utf-8")
    return _opened(folder)


def _plain(folder: str) -> float:
    """Milliseconds to read the same files into plain dictionaries."""
    start = time.perf_counter()
    for path in sorted(Path(folder).iterdir()):
        with path.open(encoding="utf-8") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)
    return (time.perf_counter() - start) * 1000


def _large(name: str, small: float) -> Measure:
    """A hundred thousand in a process of its own, and the memory that it held at most."""
    folder = os.path.join(name, "large")
    write_yaml(folder, LARGE, FILES * 5)
    code = (
        "import sys, resource; from tests.benchmarks.compiling import _compiled; took = _compiled(sys.argv[1]); "
        "print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    told = subprocess.check_output([sys.executable, "-c", code, folder], text=True, cwd=ROOT)
    took, held = map(float, told.split())
    beside = f"50 x P9 {small * 50:,.0f} ms; {held:,.0f} MB held"
    return _measure("P11 compile 100,000 of YAML", took, beside, took / (small * 50), "1.1 x")
