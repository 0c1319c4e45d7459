"""P1 and P2: look-ups as whole processes, from the installed wheel with its compiled data."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Measure, paired, whole_process

LOOKUPS = (
    ("P1 csto show csto", ["show", "csto"], "2.5 x"),
    ("P2 csto find joint headqarters", ["find", "joint", "headqarters"], "3 x"),
)


def measures(environment: Path, env: dict[str, str]) -> list[Measure]:
    """Each look-up beside a bare interpreter of the same environment."""
    made = []
    bare = partial(whole_process, [str(environment / "bin" / "python"), "-c", "pass"], env)
    for name, words, reach in LOOKUPS:
        ours, yardstick, ratio = paired(
            partial(whole_process, [str(environment / "bin" / "csto"), *words], env), bare, runs=31
        )
        made.append(Measure(name, f"{ours:.1f} ms", f"python -c pass {yardstick:.1f} ms", f"{ratio:.2f} x", reach))
    return made
