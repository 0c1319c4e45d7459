"""Keys cut, and answers: a part of what `make robust` sends. Every cut of every key is tried in tui/test_pieces.py."""

from __future__ import annotations

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


@pytest.mark.parametrize(("far", "closes"), [({}, True), ({"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}, False)])
def test_over_ssh_the_rest_of_a_key_is_waited_for_longer(far: dict[str, str], closes: bool) -> None:
    with Terminal(env=far) as terminal:
        terminal.wait(READY)
        terminal.press("a")
        terminal.wait("an event's name")
        terminal.press("\x1b")
        terminal.settled(0.25)
        assert ("an event's name" in terminal.text) != closes
        terminal.press("[A")
        assert ("an event's name" in terminal.settled()) != closes
