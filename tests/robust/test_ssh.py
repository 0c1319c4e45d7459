"""Through a real SSH server, where there is one: a part of what `make robust` tries."""

from __future__ import annotations

from tests.robust import ssh

SOME = ("the server's end is killed", "tmux: a copy, set-clipboard on")


def test_cut_lines_and_copies_end_as_they_should() -> None:
    here = [case for case in SOME if case in ssh.cases()]
    if here:
        with ssh.served() as server:
            assert {case: wrong for case in here if (wrong := ssh.verdict(case, server))} == {}
    assert bool(here) != bool(ssh.missing())
