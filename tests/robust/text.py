"""Every text of the corpus through everything that makes text fit for a terminal, judged by what is allowed there.

`python -m tests.robust.text --without-clean` is the control: the same with clean() switched off, which must go wrong.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.robust import allowed, corpus

NAME = "text: hostile texts through all that makes them fit to be shown; with clean() switched off, each is found"
ROOT = Path(__file__).parent.parent.parent
COLUMNS = 60
WITHOUT = "--without-clean"

Way = Callable[[str], str]


def ways() -> dict[str, Way]:
    """Everything that text goes through on its way to a terminal. Imported late: the control comes first."""
    from explorer.cli.output import _cell
    from explorer.problems import Problem, show
    from explorer.text import clean, shorten, wrap
    from explorer.tui.content import Paint, label
    from explorer.tui.crash import _in_short
    from explorer.tui.themes import looks, palette
    from explorer.view.rows import Row, Span, layout

    paint, bare = Paint(looks(palette("terminal"))), Paint(looks(palette("dark")), ascii_only=True, letters=False)

    def problem(text: str) -> str:
        return show(Problem(text, 3, 2, "error", "code", text, text, text))

    def row(text: str) -> str:
        made = Row("fact", clean(text), clean(text), (clean(text),), clean(text))
        return "\n".join(line.text for line in layout((made,), COLUMNS))

    return {
        "clean": clean,
        "in lines": lambda text: clean(text, lines=True),
        "shortened": lambda text: shorten(clean(text), 12),
        "wrapped": lambda text: "\n".join(wrap(clean(text), COLUMNS)),
        "problem": problem,
        "row": row,
        "cell": _cell,
        "failure": lambda text: _in_short(ValueError(text)),
        "strip": lambda text: paint.strip([Span(text)], COLUMNS).text,
        "strip in ASCII": lambda text: bare.strip([Span(text)], COLUMNS).text,
        "title": lambda text: label(text).plain,
        "frame": lambda text: _sent(paint.strip([Span(text)], COLUMNS).text),
    }


def _sent(text: str) -> str:
    """What the terminal gets of a line."""
    from explorer.tui.cells import Cells

    cells = Cells()
    return cells.feed(f"\x1b[2;3H{text}\x1b[m", (COLUMNS + 10, 5))


def judged(kinds: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """What comes of each text in each way: way, text, and what is wrong; empty where nothing."""
    for name, way in ways().items():
        for kind, text in kinds:
            made = way(text)
            wrong = strange(name, made)
            lost = kind == "markup" and name in AS_IT_IS and text not in made
            yield name, text, "; ".join([*wrong[:2], *(["lost or taken for markup"] if lost else [])])


def strange(way: str, made: str) -> list[str]:
    """What is strange in what a way has made."""
    if way == "frame":
        return allowed.on_screen(made.encode("utf-8", "surrogatepass"))
    return allowed.in_text(made, lines=way in LINED)


LINED = ("in lines", "wrapped", "problem", "row")
"""Ways that make several lines."""
AS_IT_IS = ("clean", "row", "strip", "title", "frame")
"""Ways in which every letter must be there still."""


def control() -> tuple[int, int]:
    """How many hostile texts are found to be so where clean() is switched off."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.robust.text", WITHOUT], capture_output=True, text=True, cwd=ROOT, check=True
    )
    found, of = done.stdout.split()
    return int(found), int(of)


def _without_clean() -> None:
    """Print how many texts go wrong in each way of those that show a text whole."""
    from explorer import text as texts

    vars(texts)["clean"] = lambda text, **_: text
    hostile = [(kind, text) for kind, text in corpus.every() if kind not in corpus.ONLY_LETTERS]
    found = {(name, text) for name, text, wrong in judged(hostile) if wrong and name in CONTROLLED}
    ends = sum(text == LINE_END for _, text in hostile) * len([name for name in CONTROLLED if name in LINED])
    print(len(found), len(hostile) * len(CONTROLLED) - ends)


CONTROLLED = ("clean", "in lines", "problem", "strip")
"""Ways that show the whole of any text and strip nothing themselves; in several lines a line end is nothing strange."""
LINE_END = "a\nb"


def run() -> tuple[int, int]:
    """Every text in every way, and the control."""
    passed = of = 0
    for name, text, wrong in judged(list(corpus.every())):
        of += 1
        passed += not wrong
        if wrong:
            print(f"{name}: {ascii(text)[:60]}: {wrong}", flush=True)
    found, hostile = control()
    if found != hostile:
        print(f"control: {hostile - found} of {hostile} were not found although clean() was switched off", flush=True)
    return passed + found, of + hostile


if __name__ == "__main__":
    if sys.argv[1:] == [WITHOUT]:
        _without_clean()
    else:
        print(*run())
