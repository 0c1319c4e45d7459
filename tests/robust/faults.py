"""The n-th file operation fails, for every n until none fails, with each error that a disk or a kernel gives."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

from tests.robust import worlds
from tests.robust.breaking import Breaker, Plan
from tests.robust.forked import Answer, Case, asked, hosted, tally

NAME = "faults: the n-th file operation of loader and cache fails, for every n"
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EMFILE)
OF_DATA = "(of the data)"
"""What the process adds where a failure met the data itself."""


def run() -> tuple[int, int]:
    """Every operation and every error, in every state of the cache; two states at a time."""
    with ThreadPoolExecutor(2) as pool:
        return tally(chain.from_iterable(pool.map(partial(hosted, "tests.robust.faults"), worlds.STATES)))


def cases(part: str) -> Iterator[Case]:
    """Those of one state; `short` for a part of all: of each kind of operation the first and the last."""
    with worlds.somewhere() as made:
        for name in ("touched", "changed", "edited") if part == "short" else (part,):
            base = made / name
            folder = worlds.make(base)
            worlds.STATES[name](folder)
            yield from _of_state(name, base, folder, short=part == "short")


def _of_state(name: str, base: Path, folder: Path, *, short: bool) -> Iterator[Case]:
    kept, good, kinds = prepared(base, folder)
    ends = {*dict(zip(kinds, range(len(kinds)), strict=True)).values(), *map(kinds.index, kinds)}
    for at in sorted(ends) if short else range(len(kinds)):
        turn = ERRORS[at % len(ERRORS)]
        plans = [Plan(at + 1, error) for error in ([turn] if short else ERRORS)]
        for plan in [*plans, Plan(at + 1, turn, on=True)]:
            how = f"{errno.errorcode[plan.error]}{' from then on' if plan.on else ''}"
            yield f"{name}: operation {plan.at}, {kinds[at]}: {how}", partial(_verdict, kept, base, folder, plan, good)


def prepared(base: Path, folder: Path) -> tuple[Path, str, list[str]]:
    """The world kept aside; what is answered where there is no cache; the kind of each operation while none fails."""
    kept = base.parent / f"{base.name}-kept"
    base.rename(kept)
    base.mkdir()
    worlds.put_back(kept, base)
    os.environ["CSTO_MISTRUST"] = "1"
    answer = asked(lambda: worlds.everything(os.fspath(folder)))
    del os.environ["CSTO_MISTRUST"]
    assert (answer.code, answer.err) == (0, ""), answer.err
    worlds.put_back(kept, base)
    kinds = asked(lambda: _with(Plan(), folder, tell=True)).err.splitlines()
    worlds.put_back(kept, base)
    return kept, answer.out, kinds


def _with(plan: Plan, folder: Path, *, tell: bool = False) -> int:
    breaker = Breaker(plan, os.fspath(folder))
    breaker.install()
    code = worlds.everything(os.fspath(folder))
    if breaker.touched_data():
        sys.stderr.write(OF_DATA + "\n")
    if tell:
        sys.stderr.write("".join(f"{kind}\n" for kind in breaker.kinds))
    return code


def _verdict(kept: Path, base: Path, folder: Path, plan: Plan, good: str) -> str:
    worlds.put_back(kept, base)
    during = asked(lambda: _with(plan, folder))
    after = asked(lambda: worlds.everything(os.fspath(folder)))
    return _wrong(during, good) or (f"the next start: {told(after)}" if after != Answer(0, good, "") else "")


def _wrong(during: Answer, good: str) -> str:
    """What is wrong with an answer given under failures; where the data could not be read, it must have said so."""
    if during.crash:
        return during.crash
    lines = during.err.splitlines()
    if OF_DATA in lines:
        return "" if during.out == good or len(lines) > 1 else f"another answer without a word: {told(during)}"
    return "" if during.out == good and len(lines) <= 1 else told(during)


def told(answer: Answer) -> str:
    """An answer in a line, for whoever looks into what went wrong."""
    said = " / ".join(answer.err.splitlines()[-3:])
    return f"exit {answer.code}, {len(answer.out.splitlines())} lines, {said or 'nothing said'}"
