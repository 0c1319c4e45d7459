"""Every way out and every interruption, in every state that the explorer can be in."""

from __future__ import annotations

from tests.e2e import lifecycle

NAME = "lifecycle: ways out and interruptions, while compiling, starting, idle, in a dialog, not read"


def run() -> tuple[int, int]:
    """All of them, each held to a second."""
    cases = lifecycle.cases()
    wrong = [(way, state, said) for way, state in cases if (said := lifecycle.verdict(way, state))]
    for case in wrong:
        print(*case, flush=True)
    return len(cases) - len(wrong), len(cases)
