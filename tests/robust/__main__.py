"""`make robust`: every family, n of n. `python -m tests.robust FAMILY…` runs only those.

A family prints a line for each thing that went wrong, as it goes; the table comes last.
"""

from __future__ import annotations

import importlib
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

import pytest

from tests.robust import FAMILIES


class Row(NamedTuple):
    """A line of the table."""

    name: str
    passed: int
    tried: int
    seconds: float

    @property
    def is_full(self) -> bool:
        """Whether all went well. A family may have nothing to try here, and says so."""
        return self.tried == self.passed

    @property
    def told(self) -> str:
        """So many of so many."""
        return f"{self.passed:,} of {self.tried:,}" if self.tried else "not here"


def families(asked: list[str]) -> list[str]:
    """Those asked for, else all that there are. Raises SystemExit for a word that is none."""
    if unknown := [name for name in asked if name not in FAMILIES]:
        raise SystemExit(f"no family {', '.join(unknown)}; there are {', '.join(FAMILIES)}")
    return [name for name in asked or FAMILIES if find_spec(f"tests.robust.{name}") is not None]


def tried(family: str) -> Row:
    """Run one family; one that fails itself has passed nothing."""
    module = importlib.import_module(f"tests.robust.{family}")
    run: Callable[[], tuple[int, int]] = module.run
    start = time.monotonic()
    try:
        passed, of = run()
    except Exception as error:
        print(f"{family}: {type(error).__name__}: {error}", flush=True)
        passed, of = 0, 1
    return Row(str(module.NAME), passed, of, time.monotonic() - start)


def table(rows: list[Row]) -> str:
    """The table as it stands in docs/robustness.md."""
    lines = ["| family | passed of all | seconds |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {row.name} | {row.told} | {row.seconds:.0f} |" for row in rows)])


def main() -> int:
    """Run and print; not 0 where something went wrong."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="csto-") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", folder)  # the data are compiled once, and a reader's own are left alone
        patch.setenv("XDG_STATE_HOME", folder)
        for family in families(sys.argv[1:]):
            print(f"-- {family}", flush=True)
            rows.append(tried(family))
            print(f"   {rows[-1].passed} of {rows[-1].tried}, {rows[-1].seconds:.0f} s", flush=True)
    print(f"\nPython {platform.python_version()}, {platform.system()}\n\n{table(rows)}")
    return 0 if all(row.is_full for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
