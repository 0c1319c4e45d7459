"""Keys cut, and answers: a part of what `make robust` sends. Every cut of every key is tried in tui/test_pieces.py."""

from __future__ import annotations

import time

import pytest

from tests.e2e.lifecycle import READY
from tests.e2e.terminal import Terminal
from tests.robust import replies
from tests.robust.replies import Found, Watched


def some_keys(explorer: Watched) -> Found:
    """An arrow."""
    return replies.keys(explorer, ("arrow",))


def some_answers(explorer: Watched) -> Found:
    """Such as have been taken for letters, for a key that quits, and for a failure."""
    return replies.answers(explorer, ("status", "key that none has"), ("/",))


def some_noise(explorer: Watched) -> Found:
    """A little of it."""
    return replies.noise(explorer, 2)


@pytest.mark.parametrize("act", [some_keys, some_answers, some_noise])
def test_what_comes_in_pieces_or_unasked_does_no_harm(act: replies.Act) -> None:
    assert [(what, wrong) for what, wrong in replies.watched(act, copies=act is some_noise) if wrong] == []


ASKED = "an event's name"
FAR = {"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}
LATE = 0.25
"""Seconds between the parts of a key: more than the delay of esc, less than over SSH."""


def test_an_esc_alone_closes_a_dialog_and_the_late_rest_of_a_key_does_not_open_it() -> None:
    with Terminal() as terminal:
        terminal.wait(READY)
        terminal.press("a")
        terminal.wait(ASKED)
        terminal.press("\x1b")
        terminal.wait(lambda text: ASKED not in text)
        terminal.press("[A")
        assert ASKED not in terminal.settled()


def test_over_ssh_the_rest_of_a_key_is_waited_for_longer() -> None:
    with Terminal(env=FAR) as terminal:
        terminal.wait(READY)
        terminal.press("a")
        terminal.wait(ASKED)
        terminal.press("\x1b")
        end = time.monotonic() + LATE
        while time.monotonic() < end:
            terminal.read(end - time.monotonic())
        terminal.press("[A")
        assert ASKED in terminal.settled()
