"""Random walks: keys, mouse, pastes, sizes, stops and changes of the files in any order, against the real explorer.

The steps are Hypothesis's, so that a walk that fails is told in the few steps that it takes. Most are walked on paper
(`walking.paper`): the explorer and its driver are real, the terminal is a screen model, and nothing takes time. A share
of them goes through a real pseudo-terminal.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from explorer.tui.themes import NAMES
from tests.robust.walking.choices import (
    ANY_SIZE,
    CHANGES,
    CLOSINGS,
    FIRST,
    JUNK,
    MOUSE,
    MOVING,
    PROMPTS,
    RARE,
    READING,
    SIZES,
    STEPPING,
    TYPED,
    WORDS,
)
from tests.robust.walking.line import OnLine
from tests.robust.walking.steps import Step, written
from tests.robust.walking.walk import Walk
from tests.robust.walking.world import DATA

NAME = "walk: keys, mouse, pastes, sizes, stops and changed files in any order"
STEPS, ON_LINE, LENGTH = 10_000, 400, 50
"""Steps of the long run, those of them through a terminal, and those of each walk."""


class Walking(RuleBasedStateMachine):
    """Every rule is one step."""

    root = Path()
    """Where its folders are."""
    way: Callable[[Path], Walk | OnLine] = Walk

    def __init__(self) -> None:
        super().__init__()
        self.walk = self.way(self.root)

    def _do(self, *step: Any) -> None:
        try:
            self.walk.do(step)
        except BaseException as error:
            error.add_note(f"the steps that lead there:\n{written(self.walk.steps)}")
            raise

    def teardown(self) -> None:
        """The end of a walk."""
        self.walk.close()

    @initialize(
        data=st.sampled_from(["harbour", "harbour", *DATA]),
        size=SIZES,
        options=st.fixed_dictionaries(
            {},
            optional={
                "entity": st.just("dredging-office"),
                "day": st.just("1870"),
                "ascii_only": st.booleans(),
                "theme": st.sampled_from(NAMES),
                "session": st.none(),
            },
        ),
    )
    def start(self, data: str, size: tuple[int, int], options: dict[str, Any]) -> None:
        """Open it, over some data, at some size."""
        if data not in ("harbour", "odd"):
            options.pop("entity", None)
        self._do("start", data, *size, options)

    @rule(key=st.sampled_from(MOVING))
    def press(self, key: str) -> None:
        """Any key that does something somewhere."""
        self._do("keys", key)

    @rule(keys=st.lists(st.sampled_from(MOVING), min_size=2, max_size=6))
    def press_fast(self, keys: list[str]) -> None:
        """Several at once."""
        self._do("keys", *keys)

    @rule(first=FIRST, keys=st.lists(st.sampled_from(STEPPING), min_size=1, max_size=8))
    def move(self, first: list[str], keys: list[str]) -> None:
        """Step about."""
        self._do("keys", *first, *keys)

    @rule(first=FIRST, keys=st.lists(st.sampled_from(READING), min_size=1, max_size=6))
    def look(self, first: list[str], keys: list[str]) -> None:
        """Open one thing after the other."""
        self._do("keys", *first, *keys)

    @rule(text=WORDS, closing=st.sampled_from(["enter", "enter", "ctrl+o", "down", "escape"]))
    def seek(self, text: str, closing: str) -> None:
        """Search, and open what is found."""
        self._do("ask", "slash", text, closing)

    @rule(opening=st.sampled_from(PROMPTS), text=TYPED, closing=st.sampled_from(CLOSINGS))
    def ask(self, opening: str, text: str, closing: str) -> None:
        """Open a prompt, type, and close it or not."""
        self._do("ask", opening, text, closing)

    @rule(step=st.tuples(st.just("type"), TYPED) | st.tuples(st.just("paste"), JUNK | WORDS))
    def write(self, step: Step) -> None:
        """Letters wherever one is."""
        self._do(*step)

    @rule(size=ANY_SIZE)
    def resize(self, size: tuple[int, int]) -> None:
        """Another size."""
        self._do("resize", *size)

    @rule(step=MOUSE)
    def point(self, step: Step) -> None:
        """The mouse, anywhere."""
        self._do(*step)

    @rule(how=st.sampled_from(["befall", "edit"]), what=CHANGES, number=st.integers(0, 40))
    def change(self, how: str, what: str, number: int) -> None:
        """Somebody changes a file, which is noticed at once or not, or the reader does, in an editor."""
        self._do(how, what, number)
        if how == "befall" and number % 4:
            self._do("reread")

    @rule(
        step=st.sampled_from(RARE)
        | st.lists(st.sampled_from(MOVING), min_size=1, max_size=6).map(lambda keys: ("slow", *keys))
    )
    def befall(self, step: Step) -> None:
        """What befalls terminals, and what is asked only now and then."""
        self._do(*step)


@contextmanager
def rooms() -> Iterator[Path]:
    """A folder for all that is written, and nothing of the reader's own in reach."""
    with tempfile.TemporaryDirectory(prefix="csto-") as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, os.path.join(folder, name))
        for name in ("CSTO_DATA", "EDITOR", "NO_COLOR", "TMUX"):
            patch.delenv(name, raising=False)
        patch.setenv("VISUAL", "")  # put back as it was: each walk sets its own
        patch.setenv("TERM", "xterm-256color")
        yield Path(folder)


def walks(way: type[Walk | OnLine], number: int | None, count: int, length: int = LENGTH, **more: Any) -> None:
    """So many walks from a seed; without one the same each time. Raises what the shortest one that fails does."""
    with rooms() as folder:
        machine: Any = type("Walking", (Walking,), {"root": folder, "way": staticmethod(way)})
        run_state_machine_as_test(
            machine if number is None else seed(number)(machine),
            settings=settings(
                max_examples=count,
                stateful_step_count=length,
                derandomize=number is None,
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                **more,
            ),
        )


def run() -> tuple[int, int]:
    """The long run: on paper, and a share through a terminal."""
    number = SystemRandom().randrange(1 << 32)
    print(f"seed {number}", flush=True)
    passed = 0
    for way, steps in ((Walk, STEPS - ON_LINE), (OnLine, ON_LINE)):
        try:
            walks(way, number, steps // LENGTH, phases=[Phase.generate, Phase.shrink])
            passed += steps
        except Exception as error:
            told(error)
    return passed, STEPS


def told(error: BaseException) -> None:
    """What went wrong, with the shortest steps that lead there."""
    for one in error.exceptions if isinstance(error, BaseExceptionGroup) else [error]:
        if isinstance(one, BaseExceptionGroup):
            told(one)
        else:
            print(f"{type(one).__name__}: {one}", *getattr(one, "__notes__", ()), sep="\n", flush=True)
