"""Where the time of a warm look-up goes: `python -m tests.benchmarks.flame` prints the table of CONTRIBUTING.md.

Processor time, so that a shared machine does not show in it; a process has its own from its beginning.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

RUNS = 101
STEPS = """
import gc, os, sys, time
now, stamps = time.process_time, []
gc.disable()
stamps.append(("interpreter, until the first line of ours", now()))
import explorer.__main__
from explorer.cli.arguments import read
import explorer.cli.main
request = read(["show", "csto"])
stamps.append(("command line: registry, arguments, output", now()))
from explorer.store import sqlite
stamps.append(("SQLite's library", now()))
from explorer.cli.commands import show
from explorer.view import card as cards, rows
stamps.append(("modules of store and view", now()))
from explorer.cli.output import Output, columns
from explorer.cli.session import lens_of, opened
output, store = Output(request), opened(request)
lens = lens_of(request, store)
stamps.append(("open the compiled file, is it valid", now()))
entity = show._meant(store, "csto")
stamps.append(("find what is meant", now()))
from explorer.store import claims
around = claims.around(store, entity, lens)
stamps.append(("statements, citations, troubles: six queries", now()))
claims.around = lambda *_: around
card = cards.card(store, entity, lens)
stamps.append(("rows of the card", now()))
lines = rows.layout(card.rows, columns())
stamps.append(("lines of 80 columns", now()))
output.lines(lines)
output.flush()
stamps.append(("write", now()))
os.write(2, "".join(f"{name}\\t{at!r}\\n" for name, at in stamps).encode())
os._exit(0)
"""


def spent(command: list[str], env: Mapping[str, str]) -> tuple[float, bytes]:
    """Seconds of processor time of a whole process, and its stderr."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env) as process:
        assert process.stderr is not None
        told = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime, told


def phases(python: str, env: Mapping[str, str]) -> dict[str, float]:
    """Milliseconds of each phase of one look-up."""
    total, told = spent([python, "-c", STEPS], env)
    stamps = [line.split("\t") for line in told.decode().splitlines()]
    ends = [0.0, *(float(at) for _, at in stamps), total]
    names = [*(name for name, _ in stamps), "end of the process"]
    return {name: (end - start) * 1000 for name, start, end in zip(names, ends, ends[1:], strict=False)}


def main() -> None:
    """Install the wheel, measure, print."""
    from tests.benchmarks.__main__ import installed

    with tempfile.TemporaryDirectory() as name:
        environment = installed(Path(name))
        env = {**os.environ, "XDG_CACHE_HOME": os.path.join(name, "cache")}
        env.pop("PYTHONPATH", None)
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        python, csto = (str(environment / "bin" / program) for program in ("python", "csto"))
        phases(python, env)
        pairs = [(spent([csto, "show", "csto"], env)[0], spent([python, "-c", "pass"], env)[0]) for _ in range(RUNS)]
        runs = [phases(python, env) for _ in range(RUNS)]
    whole, bare = (median(side) * 1000 for side in zip(*pairs, strict=True))
    print(
        f"csto show csto: {whole:.1f} ms of processor time, {whole / bare:.2f} times python -c pass ({bare:.1f} ms)\n"
    )
    print("| phase | ms | bare interpreters |\n|---|---:|---:|")
    for name in runs[0]:
        part = median(run[name] for run in runs)
        print(f"| {name} | {part:.1f} | {part / bare:.2f} |")


if __name__ == "__main__":
    main()
