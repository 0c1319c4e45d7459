"""Terminals by locales by sizes. `python -m tests.e2e.matrix` tries them all, and counts those that are well."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from itertools import product
from pathlib import Path

from tests.e2e.terminal import Terminal

TERMS = ("xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "ansi", "dumb", "")
"""By their names; the last is no name at all."""
REFUSED = ("dumb", "")
LOCALES = {
    "C.UTF-8": {"LC_ALL": "C.UTF-8"},
    "C": {"LC_ALL": "C", "LANG": "C"},
    "POSIX": {"LC_ALL": "POSIX", "LANG": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
"""Python makes UTF-8 of a C locale where it can; of the last it may not."""
LATIN = "ISO-8859-1"
"""Few systems have such a locale still; where localedef and its sources are, it is made."""
MADE = tempfile.TemporaryDirectory(prefix="csto-")
ASCII = "POSIX"
SIZES = ((200, 60), (140, 40), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1))
SMALLEST = (40, 12)
"""From here on up the entity that the cursor is on can be seen."""
SELECTED = "CSTO"
MANY_COLOURS = re.compile(rb"[\[;][345]8;[25];")

Case = tuple[str, str, tuple[int, int]]


@cache
def locales() -> dict[str, dict[str, str]]:
    """Their names and what sets them."""
    localedef = shutil.which("localedef")
    if localedef is None:
        return LOCALES
    name = f"en_US.{LATIN}"
    path = Path(MADE.name, name)
    command = [localedef, "--no-archive", "-i", "en_US", "-f", LATIN, str(path)]
    subprocess.run(command, check=False, capture_output=True)  # it may warn; what counts is that it made one
    made = {"LC_ALL": name, "LANG": name, "LOCPATH": MADE.name}
    return {**LOCALES, LATIN: made} if (path / "LC_CTYPE").exists() else LOCALES


def cases() -> list[Case]:
    """Everything with everything."""
    return list(product(TERMS, locales(), SIZES))


def some() -> list[Case]:
    """A part in which terminals, locales and sizes take turns."""
    names = list(locales())
    pairs = [
        (i, j) for i in range(len(TERMS)) for j in range(len(SIZES)) if (i + j) % 3 == 0 and TERMS[i] not in REFUSED
    ]
    drawn = [(TERMS[i], names[(i + j // 3) % len(names)], SIZES[j]) for i, j in pairs]
    return drawn + [(term, "C", (80, 24)) for term in REFUSED]


def verdict(case: Case) -> str:
    """What is wrong; empty where all is well."""
    term, locale, size = case
    named = ["env", f"TERM={term}"] if term else ["env", "-u", "TERM"]
    command = [*named, sys.executable, "-m", "explorer", "--fresh"]
    with Terminal(command=command, env=locales()[locale], size=size) as terminal:
        try:
            wrong = _refused(terminal) if term in REFUSED else _drawn(terminal, size)
        except AssertionError as error:
            wrong = str(error)
        if b"Traceback" in terminal.raw:
            return "a traceback"
        if locale in (ASCII, LATIN) and not terminal.raw.isascii():
            return "letters that the locale may not have"
        if "256color" not in term and MANY_COLOURS.search(terminal.raw):
            return "more than sixteen colours"
        return wrong


def _refused(terminal: Terminal) -> str:
    code = terminal.ended()
    lines = terminal.raw.splitlines()
    return "" if code == 2 and len(lines) == 1 else f"exit code {code}, {len(lines)} lines"


def _drawn(terminal: Terminal, size: tuple[int, int]) -> str:
    """It shows where the cursor is, and leaves when told to."""
    columns, rows = size
    if size == (1, 1):
        terminal.until(lambda: terminal.modes().get(1049, False))
        terminal.settled()
    elif columns >= SMALLEST[0] and rows >= SMALLEST[1]:
        terminal.until(lambda: SELECTED in under_cursor(terminal))
    else:
        terminal.until(lambda: SELECTED in under_cursor(terminal) or "needs 40x12" in terminal.text)
    terminal.press("ctrl+q")
    code = terminal.gone(10)
    terminal.rest()
    return terminal.out_of_order() if code == 0 else f"exit code {code}"


def under_cursor(terminal: Terminal) -> str:
    """What is shown reversed: the row of the tree that the cursor is on."""
    rows = terminal.screen.buffer
    return "".join(rows[y][x].data for y in sorted(rows) for x in sorted(rows[y]) if rows[y][x].reverse)


def main() -> int:
    """Try them all."""
    well = 0
    for case in cases():
        wrong = verdict(case)
        well += not wrong
        if wrong:
            print(*case, wrong, flush=True)
    print(f"{well} of {len(cases())}")
    return 0 if well == len(cases()) else 1


if __name__ == "__main__":
    sys.exit(main())
