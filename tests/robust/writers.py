"""Writers that are killed, writers at the same time, and whatever else can lie where a compiled file should be."""

from __future__ import annotations

import os
import random
import resource
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

from tests import builders
from tests.robust import faults, worlds
from tests.robust.breaking import Breaker, Plan
from tests.robust.forked import Case, asked, finished, hosted, started, tally
from tests.robust.spoils import DAMAGES, LASTING, SPOILS, damaged

NAME = "writers: kill -9 at each step, four at once, damaged and foreign caches, no room"
PARTS = ("kills cold", "kills changed", "kills edited", "kills touched", "together", "spoilt", "damaged", "room")
PROCESSES = 4
READS = 10_000
SEED = 8


def run() -> tuple[int, int]:
    """All of it; two parts at a time."""
    with ThreadPoolExecutor(2) as pool:
        return tally(chain.from_iterable(pool.map(partial(hosted, "tests.robust.writers"), PARTS)))


def cases(part: str) -> Iterator[Case]:
    """Those of one part; `short` for some of each."""
    short = part == "short"
    with worlds.somewhere() as made:
        for name in PARTS if short else (part,):
            what, _, state = name.partition(" ")
            base = made / name.replace(" ", "-")
            folder = worlds.make(base)
            worlds.STATES[state or "warm"](folder)
            yield from _PARTS[what](name, base, folder, short)


# -- killed


def _kills(name: str, base: Path, folder: Path, short: bool) -> Iterator[Case]:
    """The process is gone before or after each operation that can leave something behind."""
    kept, good, kinds = faults.prepared(base, folder)
    changing = [at for at, kind in enumerate(kinds) if not kind.endswith(("stat", "read", "pread64", "scandir"))]
    for at in changing[::40] + changing[-4:] if short else changing:
        for when in ("before", "after"):
            plan = Plan(at + 1, kill=when)
            yield f"{name}: {when} operation {plan.at}, {kinds[at]}", partial(_killed, kept, base, folder, plan, good)


def _killed(kept: Path, base: Path, folder: Path, plan: Plan, good: str) -> str:
    worlds.put_back(kept, base)

    def act() -> int:
        Breaker(plan, os.fspath(folder)).install()
        return worlds.everything(os.fspath(folder))

    during = asked(act)
    if during.code != -signal.SIGKILL:
        return f"not killed: exit {during.code}"
    return next((wrong for _ in range(2) if (wrong := _not_good(folder, good))), "")


def _not_good(folder: Path, good: str, lines: int = 0) -> str:
    """What is wrong with the next answer, which may say so many lines."""
    answer = asked(lambda: worlds.everything(os.fspath(folder)))
    if answer.crash:
        return answer.crash
    if (answer.code, answer.out) != (0, good):
        return f"another answer: {faults.told(answer)}"
    return "" if len(answer.err.splitlines()) <= lines else f"says {answer.err!r}"


# -- at the same time


def _together(name: str, base: Path, folder: Path, short: bool) -> Iterator[Case]:
    """Every process reads, and compiles where it must, while the data turn from one version into another and back."""
    _, good, _ = faults.prepared(base, folder)
    worlds.put_back(base.parent / f"{base.name}-kept", base)
    other = _answer_of(base.parent / "other", worlds.OTHER)
    reads = 120 if short else READS
    shares = [partial(_reader, folder, {good, other}, reads // PROCESSES, SEED + number) for number in range(PROCESSES)]
    for number, child in enumerate([started(share, seconds=900) for share in shares]):
        told = finished(child)
        done = int(told.out or 0)
        for read in range(reads // PROCESSES):
            wrong = "" if read < done else told.crash or told.err.strip() or "not read"
            yield f"{name}: process {number}, read {read + 1}", partial(str, wrong)
    left = [path.name for path in worlds.compiled(folder).parent.iterdir()]
    yield f"{name}: what is left", partial(str, "" if left == [worlds.compiled(folder).name] else f"left: {left}")


def _answer_of(base: Path, more: str) -> str:
    """All that there is to say of the other version of the data."""
    kept = os.environ["XDG_CACHE_HOME"]
    folder = worlds.make(base)
    builders.write(folder, "more.yaml", more)
    answer = asked(lambda: worlds.everything(os.fspath(folder)))
    os.environ["XDG_CACHE_HOME"] = kept
    return answer.out


def _reader(folder: Path, good: set[str], reads: int, seed: int) -> int:
    """Read so often; now and then write the data anew, take the cache away, touch a file. Prints how many were good."""
    chance = random.Random(seed)
    for read in range(reads):
        turn = chance.random()
        if turn < 0.05:
            _renew(folder, chance.choice((worlds.MORE, worlds.OTHER)))
        elif turn < 0.07:
            worlds.compiled(folder).unlink(missing_ok=True)
        elif turn < 0.09:
            os.utime(folder / "data.yaml")
        told = worlds.told(os.fspath(folder))
        if told not in good:
            print(read, end="")
            raise AssertionError(f"read {read + 1} is torn: {told[:300]!r}")
    print(reads, end="")
    return 0


def _renew(folder: Path, text: str) -> None:
    """As an editor that saves well."""
    temporary = folder / f".{os.getpid()}"
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(folder / "more.yaml")


# -- what else may lie there


def _spoilt(name: str, base: Path, folder: Path, short: bool) -> Iterator[Case]:
    kept, good, _ = faults.prepared(base, folder)
    for what, spoil in SPOILS.items():
        yield f"{name}: {what}", partial(_replaced, kept, base, folder, spoil, good, int(what in LASTING))


def _replaced(
    kept: Path, base: Path, folder: Path, spoil: Callable[[Path], object], good: str, lasting: int = 0
) -> str:
    worlds.put_back(kept, base)
    spoil(worlds.compiled(folder))
    return _not_good(folder, good, 1) or _not_good(folder, good, lasting)


def _damaged(name: str, base: Path, folder: Path, short: bool) -> Iterator[Case]:
    """Each page overwritten in several ways."""
    kept, good, _ = faults.prepared(base, folder)
    pages = (kept / worlds.compiled(folder).relative_to(base)).stat().st_size // 4096
    for page in range(0, pages, 15) if short else range(pages):
        for how, damage in DAMAGES.items():
            yield (
                f"{name}: page {page}, {how}",
                partial(_replaced, kept, base, folder, partial(damaged, page, damage), good),
            )


# -- no room


def _room(name: str, base: Path, folder: Path, short: bool) -> Iterator[Case]:
    """Files may only become so large: the kernel itself ends the writing."""
    worlds.changed(folder)
    kept, good, _ = faults.prepared(base, folder)
    size = (kept / worlds.compiled(folder).relative_to(base)).stat().st_size
    for limit in range(0, size, 24 * 4096 if short else 2048):
        yield f"{name}: files of at most {limit} bytes", partial(_cramped, kept, base, folder, limit, good)


def _cramped(kept: Path, base: Path, folder: Path, limit: int, good: str) -> str:
    worlds.put_back(kept, base)

    def act() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return 0 if worlds.told(os.fspath(folder)) == good else 1

    during = asked(act)
    if during.code:
        return during.crash or f"another answer: {faults.told(during)}"
    return _not_good(folder, good)


_PARTS = {
    "kills": _kills,
    "together": _together,
    "spoilt": _spoilt,
    "damaged": _damaged,
    "room": _room,
}
