"""To the clipboard of the terminal that one sits at, over any number of machines: OSC 52."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Mapping

LONGEST = 74_994
"""Bytes of text: what makes 100,000 in base64 with the sequence around it, the most that xterm takes."""


TMUX = ("tmux", "show-options", "-sqv", "set-clipboard", ";", "show-options", "-Agwqv", "allow-passthrough")
"""Asks the tmux that one sits in; one that knows no second option passes everything on."""
PATIENCE = 2.0
"""Seconds in which it answers, even on a busy machine; one that hangs shows no explorer either."""
KEPT = "tmux keeps the copy; to let it through: tmux set -s set-clipboard on"


class TooLongError(Exception):
    """More than a terminal takes."""


def kept_back(environment: Mapping[str, str]) -> str:
    """Why nothing sent now would reach the terminal, where that is known; else nothing."""
    if not environment.get("TMUX"):
        return ""
    try:
        told = subprocess.run(TMUX, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""  # a tmux on another machine, perhaps
    clipboard, *passthrough = told.split() or [b"on"]
    return "" if clipboard == b"on" or passthrough != [b"off"] else KEPT


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """The sequence that hands a text to the terminal; inside tmux and screen wrapped, so that it gets through.

    Both also get it bare: tmux takes that one itself where it may not pass sequences on, and a TERM of screen may be
    tmux on the machine that one came from. Raises TooLongError.
    """
    raw = text.encode("utf-8", "replace")
    if len(raw) > LONGEST:
        raise TooLongError(f"{len(raw):,} bytes are too many for a terminal's clipboard ({LONGEST:,} at most)")
    bare = f"\x1b]52;c;{b64encode(raw).decode('ascii')}\x07"
    if environment.get("TMUX"):
        escaped = bare.replace("\x1b", "\x1b\x1b")
        return f"{bare}\x1bPtmux;{escaped}\x1b\\"
    if environment.get("TERM", "").startswith("screen"):
        return bare + "".join(f"\x1bP{bare[start : start + 500]}\x1b\\" for start in range(0, len(bare), 500))
    return bare
