"""Walks of somebody with a question, in a real terminal over the real data: how many keys it takes besides typing."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

import pytest

from tests.e2e.terminal import Terminal

SIZE = (80, 24)
CTRL_P = "\x10"


class Step(NamedTuple):
    """A key, or what is typed, and the state to wait for before the next one."""

    key: str
    then: str
    """A pattern of the screen."""
    typed: bool = False


class Walk(NamedTuple):
    """A question, and how one gets at its answer."""

    most: int
    """Keys that it may take besides typing."""
    steps: tuple[Step, ...]
    answers: tuple[str, ...]
    """Patterns of the last screen: the words of the tree, then those of the detail, with single blanks between."""


STAFF = "Joint Headquarters of the CSTO"
TO_THE_STAFF = (
    Step("/", "type a name"),
    Step("joint hq", rf"▌ *B {STAFF}", typed=True),
    Step("enter", rf"┌─ {STAFF} ─"),
)
TO_ITS_FIGURES = (
    *TO_THE_STAFF,
    Step("}", r"▌ planned from"),
    Step("}", r"▌ at most 50 officers"),
)
WALKS = {
    "how many officers it was to have, how many it had, and who says so": Walk(
        6,
        TO_ITS_FIGURES,
        (
            r"Strength plan/made at most 50 officers planned, said 14 May 2002\?"
            r" · says Military sources \(2002\) art\. 2002 ¶4",
            r"55 officers · 2005 Jasutis §2\.4 ¶2",
        ),
    ),
    "who commanded what in 2004, and who says so": Walk(
        8,
        (
            Step("a", "As of"),
            Step("2004", r"2004", typed=True),
            Step("enter", r"AS OF 2004"),
            Step("w", r"┌─ Members of "),
            Step("w", r"┌─ Who was a member, and who held a post ─"),
            Step("}", r"▌ CST "),
            Step("}", r"▌ Vladimir"),
            Step("down", r"▌ Kyrgyz minister"),
            Step("down", r"▌ Sergej Ivanov"),
        ),
        (
            r"Posts held, 2004 \(3\) Vladimir Zavgorodnij [·█ ]+Deputy Commander, Joint HQ · 7 August 2004"
            r" \? Jasutis §2\.3 ¶3 n\. 33",
            r"Sergej Ivanov [·█ ]+Minister of Defence, Russia · 7 August 2004 Jasutis §2\.3 ¶3 n\. 32",
        ),
    ),
    "who commands something, found by the post": Walk(
        8,
        (
            Step("/", "type a name"),
            Step("deputy commander", r"Deputy Commander: Vladimir Zavgorodnij", typed=True),
            Step("enter", r"▌ → Vladimir Zavgorodnij \(Deputy Commander\)"),
        ),
        (r"Vladimir Zavgorodnij \(Deputy Commander\) 7 August 2004 \? Jasutis §2\.3 ¶3 n\. 33",),
    ),
    "how many officers were planned, found by the figure": Walk(
        6,
        (
            Step("/", "type a name"),
            Step("50 officers", r"planned, says Military sources \(2002\): ", typed=True),
            Step("enter", r"▌ at most 50 officers"),
        ),
        (r"at most 50 officers planned, said 14 May 2002\? · says Military sources \(2002\) art\. 2002 ¶4",),
    ),
    "all Rubezh exercises": Walk(
        6,
        (
            Step("/", "type a name"),
            Step("rubezh", r"▌ *E Rubezh \(series of exercises\)", typed=True),
            Step("enter", r"┌─ Rubezh \(series of exercises\) ─"),
            Step("left", r"enter open"),
            Step("right", r"▾ Rubezh +\d"),
        ),
        tuple(rf"Rubezh {year}" for year in (2004, 2005, 2006, 2007)),
    ),
    "everything that rests on the passage of a figure": Walk(
        8,
        (
            *TO_ITS_FIGURES,
            Step("down", r"▌ 55 officers"),
            Step("enter", r"▌Source of: 55 officers"),
            Step("G", r"▌ … \d+ more"),
            Step("enter", r"▌ (?!… \d+ more)\w"),
        ),
        (r"(Exercise “Union Shield-2006” Jasutis §2\.4 ¶2 .*){3}",),
    ),
    "everything that rests on a passage, passage by passage": Walk(
        8,
        (
            *TO_THE_STAFF,
            Step(CTRL_P, "type words of what"),
            Step("by source", r"▌ *arrange the tree by source", typed=True),
            Step("enter", r"┌─ By source ─"),
            Step("left", r"enter open"),
            Step("left", r"┌─ (Jasutis|art\. \d+) (§[\w.]+ )?¶\d+ ─"),
        ),
        (r"▾ (§[\w.]+ )?¶\d+ \d+", r"(§[\w.]+ )?¶\d+ \(\d+\) .*((Jasutis|art\. \d+) .*){3}"),
    ),
}


@pytest.mark.parametrize("question", WALKS)
def test_the_answer_is_on_the_screen_in_so_few_keys(question: str) -> None:
    walk = WALKS[question]
    keys = [step.key for step in walk.steps if not step.typed]
    assert len(keys) <= walk.most
    with Terminal(size=SIZE) as terminal:
        terminal.wait("enter open")
        for step in walk.steps:
            terminal.press(step.key)
            terminal.wait(partial(_shows, step.then))
        seen = _panes(terminal.settled())
        assert [answer for answer in walk.answers if not re.search(answer, seen)] == [], terminal.text


def _shows(pattern: str, screen: str) -> bool:
    return re.search(pattern, screen) is not None


def _panes(screen: str) -> str:
    """The words of the tree, then those of the detail, without frames."""
    lines = [line.split("││") for line in screen.splitlines() if "││" in line]
    words = [re.sub(r"[│▌›]", " ", line[column]) for column in (0, 1) for line in lines]
    return " ".join(" ".join(words).split())
