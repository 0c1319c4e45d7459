"""Terminals by locales by sizes."""

from __future__ import annotations

from tests.e2e import matrix

NAME = "matrix: TERM by locale by size"


def run() -> tuple[int, int]:
    """All of them."""
    cases = matrix.cases()
    wrong = [(case, said) for case in cases if (said := matrix.verdict(case))]
    for case, said in wrong:
        print(*case, said, flush=True)
    return len(cases) - len(wrong), len(cases)
