"""`make bench SIZES=1`: what grows with the data set and what must not, at 400, 100,000 and 1,000,000 entities.

The data sets are made once and kept (see `sized.py`); a million take some minutes and gigabytes. Words: sizes to
measure, `--long` for P11, `--anew` to make the data sets again.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks import compiling, keystrokes, sized
from tests.benchmarks.generate import Made
from tests.benchmarks.measure import Measure, paired, table, whole_process
from tests.benchmarks.screen import BARE, first_frame, held
from tests.e2e.terminal import Terminal

SIZES = (400, 100_000, 1_000_000)
MANY = 50
"""Explorers at once."""


class Reader:
    """The installed program, and the compiled files where it looks for them."""

    def __init__(self, environment: Path, env: dict[str, str]) -> None:
        self.program = str(environment / "bin" / "csto")
        self.env = {**env, "XDG_CACHE_HOME": str(sized.KEPT / "cache")}

    def place(self, size: int, path: Path) -> None:
        """Let it take the compiled file for one of its own."""
        from explorer import __version__
        from explorer.store.place import file_name

        sized.settle(path, __version__, __version__)
        link = sized.KEPT / "cache" / "csto" / f"{file_name(os.fspath(sized.folder_of(size)))}.sqlite"
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        os.link(path, link)

    def of(self, size: int, *words: str) -> list[str]:
        """A command on the data set of that size."""
        return [self.program, *words, "--data", os.fspath(sized.folder_of(size))]

    def run(self, command: list[str]) -> Callable[[], float]:
        """How long a whole process takes."""
        return partial(whole_process, command, self.env)


def measures(reader: Reader, sizes: tuple[int, ...], *, anew: bool) -> Iterator[Measure]:
    """P7, and what an installed program shows of data sets of these sizes."""
    for size in sizes:
        path = sized.compiled(size, anew=anew)
        reader.place(size, path)
        yield from keystrokes.measures(path, size)
        yield from _look_ups(reader, size)
        yield from _explorer(reader, size)
    yield _together(reader, max(sizes))


def _look_ups(reader: Reader, size: int) -> Iterator[Measure]:
    made = Made(size)
    one = made.id(made.nth("body", 1))
    bundled = [reader.program, "show", "csto"], [reader.program, "find", "joint", "headqarters"]
    ours = reader.of(size, "show", one), reader.of(size, "find", "joint", "headqarters")
    for name, mine, other in zip(("P8 csto show", "P2 csto find, a slip"), ours, bundled, strict=True):
        took, beside, ratio = paired(reader.run(mine), reader.run(other), runs=21)
        yield Measure(f"{name}, {size:,}", f"{took:.1f} ms", f"bundled data {beside:.1f} ms", f"{ratio:.2f} x", "1.4 x")


def _explorer(reader: Reader, size: int) -> Iterator[Measure]:
    made = Made(size)
    thing = made.nth("body", 1)
    name, count = made.entity(thing.number).name[:20], f"{size} entities"
    bundled = partial(first_frame, [reader.program, "--fresh"], lambda text: "CSTO" in text and "Six states" in text)
    opened = [
        ("P13 open an entity", reader.of(size, "open", made.id(thing), "--fresh"), name),
        ("P13 open", reader.of(size, "open", "--fresh"), count),
    ]
    os.environ["XDG_CACHE_HOME"] = reader.env["XDG_CACHE_HOME"]
    for what, command, shown in opened:
        ours = partial(first_frame, command, partial(_shows, (shown, count)))
        took, beside, ratio = paired(ours, bundled, runs=7)
        yield Measure(f"{what}, {size:,}", f"{took:.0f} ms", f"P3 {beside:.0f} ms", f"{ratio:.2f} x", "1.2 x")
    first, second, ratio = paired(partial(held, opened[0][1], name), partial(held, BARE, "row 5"), runs=3)
    yield Measure(f"P12 memory, {size:,}", f"{first:.1f} MB", f"bare app {second:.1f} MB", f"{ratio:.2f} x", "1.25 x")


def _shows(wanted: tuple[str, ...], text: str) -> bool:
    return all(one in text for one in wanted)


def _together(reader: Reader, size: int) -> Measure:
    """P14: private memory of each of many explorers on one file beside one alone, and locks on the file."""
    command, shown = reader.of(size, "open", "--fresh"), f"{size} entities"
    with Terminal(command=command) as terminal:
        terminal.wait(shown)
        terminal.settled(1.0)
        alone = _private(terminal.pid)
    with ExitStack() as stack:
        terminals = [stack.enter_context(Terminal(command=command)) for _ in range(MANY)]
        for terminal in terminals:
            terminal.wait(shown)
        terminals[-1].settled(2.0)
        each = median(_private(terminal.pid) for terminal in terminals)
        inode = str((sized.KEPT / f"{size}.sqlite").stat().st_ino)
        locks = sum(f":{inode} " in line for line in Path("/proc/locks").read_text("ascii").splitlines())
    name = f"P14 {MANY} explorers, {size:,}"
    return Measure(
        name, f"{each:.1f} MB, {locks} locks", f"one alone {alone:.1f} MB", f"{each / alone:.2f} x", "1.05 x"
    )


def _private(pid: int) -> float:
    """Megabytes that no other process shares."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def run(environment: Path, env: dict[str, str], words: list[str]) -> list[Measure]:
    """Everything that the words ask for."""
    sizes = tuple(int(word) for word in words if word.isdigit()) or SIZES
    rows = compiling.measures(large="--long" in words)
    for row in measures(Reader(environment, env), sizes, anew="--anew" in words):
        sys.stderr.write(f"{'  '.join(row)}\n")
        rows.append(row)
    return rows


def main() -> None:
    """Install, measure, print."""
    from tests.benchmarks.__main__ import installed

    with tempfile.TemporaryDirectory() as name:
        environment = installed(Path(name))
        os.environ.pop("PYTHONPATH", None)  # the installed program is meant, not this one
        rows = run(environment, dict(os.environ), sys.argv[1:])
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, 80x24, medians of paired runs")
    print(table(rows))


if __name__ == "__main__":
    main()
