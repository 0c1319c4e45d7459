"""Long answers through the reader's pager, on a terminal and nowhere else."""

from __future__ import annotations

import os
import sys

from explorer.cli.output import say

DEFAULT = "less"
NOT_RUN = (126, 127)
"""What a shell says of a command that is not there or cannot be run."""


def page(text: str, env: dict[str, str]) -> bool:
    """Show a text that is longer than the terminal through $PAGER; False where there is no need, or no pager."""
    command = env.get("PAGER", DEFAULT).strip()
    if command in ("", "cat") or not _terminal(env) or text.count("\n") < _rows():
        return False
    from shutil import which
    from subprocess import PIPE, Popen

    try:
        words = _words(command)
        if which(words[0]) is None:
            return False
        # -F: not for what fits, -R: colours, -X: the text stays on the screen; unless the reader has said otherwise.
        pager = Popen(words, stdin=PIPE, env={"LESS": "FRX", **env})
    except (OSError, ValueError):
        return False
    code = _feed(pager, text.encode("utf-8", "replace"))
    if code in NOT_RUN:
        return False
    if code != 0:
        say(f"the pager failed: {command}; PAGER= shows the text without one")
    return True


def _words(command: str) -> list[str]:
    """The command as words; what only a shell understands, as `LESS=S less` or a pipe, is left to one."""
    from shlex import split

    words = split(command)
    told = set(command) & set("|&;<>()$`*?[]#~{}\n") or "=" in words[0]
    return ["/bin/sh", "-c", command] if told else words


def _feed(pager: object, data: bytes) -> int:
    """Hand over the text; a reader who leaves early has seen enough, and an interrupt is the pager's. Its exit code."""
    from subprocess import Popen

    assert isinstance(pager, Popen)
    waiting = True
    while waiting:
        try:
            pager.communicate(data)
            waiting = False
        except BrokenPipeError:
            pager.wait()
            waiting = False
        except KeyboardInterrupt:
            data = b""
    return int(pager.returncode)


def _terminal(env: dict[str, str]) -> bool:
    """Whether somebody sits in front of it who can leave a pager."""
    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends) and env.get("TERM", "") not in ("", "dumb")


def _rows() -> int:
    try:
        return os.get_terminal_size(1).lines or 24
    except OSError:
        return 24
