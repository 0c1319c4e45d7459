"""Figures that hold on a shared machine: ours and the yardstick in turn, medians, ratios."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import NamedTuple

RUNS = 21


class Measure(NamedTuple):
    """One line of the table."""

    name: str
    ours: str
    yardstick: str
    ratio: str
    reach: str


def whole_process(command: list[str], env: Mapping[str, str]) -> float:
    """Milliseconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, check=True)
    return (time.perf_counter() - start) * 1000


def paired(ours: Callable[[], float], yardstick: Callable[[], float], runs: int = RUNS) -> tuple[float, float, float]:
    """Medians of both, and the median of the ratios pair by pair; one pair before counts for nothing."""
    ours()
    yardstick()
    pairs = [(ours(), yardstick()) for _ in range(runs)]
    return median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)


def percentile(values: list[int], share: float) -> int:
    """The value that so large a share does not exceed; 0 for no values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def table(rows: list[Measure]) -> str:
    """The measures in columns."""
    header = Measure("measure", "ours", "yardstick", "ratio", "to reach")
    widths = [max(len(row[n]) for row in [header, *rows]) for n in range(len(header))]
    lines = ["  ".join(cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip() for row in [header, *rows]]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
