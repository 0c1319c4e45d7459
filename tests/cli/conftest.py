"""The real program in a process of its own, on the real data, compiled once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
PROGRAM = (sys.executable, "-m", "explorer")


class Done(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A bare environment with a cache folder of its own."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path_factory.mktemp("home")),
        "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


@pytest.fixture(scope="session")
def csto(environment: dict[str, str]) -> Run:
    """Run the program; keywords set variables of its environment, None takes one away."""

    def run(*arguments: str | bytes, **variables: str | None) -> Done:
        changed = {**environment, **variables}
        set_ = {name: value for name, value in changed.items() if value is not None}
        done = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=set_, cwd=ROOT, check=False)
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
