"""The explorer's screens as readable text: `python -m tests.screens` draws them anew, for a diff to be read.

The data are made up and stand in tests/tui/harbour; what the real data say never changes a screen.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from explorer.dataset.loader import load
from explorer.store import compile  # noqa: A004
from explorer.store.read import Store
from explorer.text import width
from explorer.tui.app import Options
from explorer.tui.watching import Reading
from tests.builders import OPEN
from tests.tui.driving import CLEAN, Driven, driven

TUI = Path(__file__).parent / "tui"
DRAWN = TUI / "screens"
SIZES = ((40, 12), (80, 24), (140, 40))
"""One pane, two and a line, three side by side."""
HARBOUR, BROKEN, NOTHING = "harbour", "harbour-broken", "nothing"
"""Folders of data; the last one is empty."""


class Visit(NamedTuple):
    """A start of the explorer, and the screens that its keys lead to, in order."""

    screens: Mapping[str, str]
    """Name to the keys since the screen before; what stands after a quote is typed."""
    options: Options = CLEAN
    data: str = HARBOUR
    sizes: tuple[tuple[int, int], ...] = SIZES
    reads: Mapping[str, str] = {}
    """Name of a screen to the data that take the place of those before, ahead of its keys."""


OPENED = CLEAN._replace(entity="dredging-office")
MEMBERS = CLEAN._replace(entity="league")
VISITS = {
    "tree": Visit(
        {
            "start": "",
            "tree-branches-open": "right down right",
            "tree-narrowed": "f 'velm",
            "tree-narrowed-kept": "enter",
            "tree-narrowed-to-nothing": "f 'velmx",
            "mark-told": "escape m",
            "help-tree": "question_mark",
        }
    ),
    "first run": Visit({"first-run": ""}, CLEAN._replace(session=None)),
    "arrangements": Visit(
        {
            "arranged-by-structure": "right",
            "arranged": "r",
            "arranged-by-kind": "right right",
            "arranged-by-region": "r right right",
            "arranged-by-year": "r right right",
            "arranged-by-stage": "r right right",
            "arranged-by-source": "r right right right right right",
            "passage-card": "left 2",
            "passage-other-statement": "down down enter",
        }
    ),
    "detail": Visit(
        {
            "detail": "2",
            "detail-cursor-down": "down down down down",
            "copy-menu": "y",
            "copied": "v",
            "marked-row": "m",
            "source-card": "enter",
            "history-back": "less_than_sign",
            "zoomed": "z",
            "detail-end": "z G",
            "help-detail": "question_mark",
        },
        OPENED,
    ),
    "finding": Visit(
        {
            "found": "2 f 'of",
            "found-next": "enter n n",
            "not-found": "f 'no such word",
            "not-found-kept": "enter n",
        },
        OPENED,
    ),
    "folded": Visit({"folded": "2 } } } } }", "unfolded": "down down down down down down down down enter"}, MEMBERS),
    "long names": Visit({"long-name": "2"}, CLEAN._replace(entity="standing-commission")),
    "markup": Visit({"markup": "2"}, CLEAN._replace(entity="register")),
    "search": Visit(
        {
            "search-empty": "slash",
            "search-hits": "'velm",
            "search-slip": "ctrl+u 'dredgin ofice",
            "search-alias": "ctrl+u 'долгоречье",
            "search-fact": "ctrl+u 'sinking fund",
            "search-nothing": "ctrl+u 'qqqq",
            "search-help": "ctrl+p 'keys of this enter",
            "search-opened": "escape ctrl+u 'bridges enter",
        }
    ),
    "brief": Visit(
        {
            "brief-empty": "b",
            "brief-marks": "less_than_sign 2 m down down down m down m b down down",
        },
        OPENED,
    ),
    "day": Visit(
        {
            "as-of-prompt": "a",
            "as-of-refused": "'1870-13 enter",
            "as-of": "ctrl+u '1870 enter",
            "as-of-detail": "2",
            "as-of-past-the-sources": "a ctrl+u '1881 enter",
        },
        OPENED,
    ),
    "troubles": Visit(
        {
            "troubles-of-one": "exclamation_mark",
            "troubles": "exclamation_mark",
            "troubles-of-a-kind": "exclamation_mark exclamation_mark down",
        },
        OPENED,
        sizes=((60, 20), *SIZES),
    ),
    "comparing": Visit(
        {
            "compare-with": "equals_sign",
            "compare-with-found": "'mud",
            "compare-with-nothing": "'qqq",
            "compared": "ctrl+u 'mud enter",
            "compared-further": "down down down down down",
        },
        OPENED,
        sizes=((60, 20), *SIZES),
    ),
    "figures": Visit(
        {
            "figures-asked": "number_sign",
            "figures": "enter",
            "figures-down": "down down down",
        },
        OPENED,
        sizes=((60, 20), *SIZES),
    ),
    "timeline": Visit(
        {
            "timeline-of-one": "t",
            "timeline": "t",
            "timeline-closer": "down down down down down down down down down enter",
        },
        OPENED,
        sizes=((60, 20), *SIZES),
    ),
    "what changed": Visit(
        {"changes-asked": "d", "changes": "'1863 1872 enter", "changes-refused": "d ctrl+u '1872 1863 enter"},
        sizes=((60, 20), *SIZES),
    ),
    "model": Visit(
        {"model": "s", "stage": "down down down enter"},
        sizes=((60, 20), *SIZES),
    ),
    "members": Visit(
        {
            "members": "w",
            "members-of-everything": "w",
            "members-as-of": "a '1870 enter",
            "posts": "a ctrl+u enter slash 'rechnoj enter w",
        },
        MEMBERS,
        sizes=((60, 20), *SIZES),
    ),
    "views in ascii": Visit(
        {"ascii-members": "w", "ascii-timeline": "t", "ascii-model": "s", "ascii-changes": "d '1863 1872 enter"},
        MEMBERS._replace(ascii_only=True),
    ),
    "palette": Visit(
        {"palette": "ctrl+p", "palette-narrowed": "'theme", "palette-nothing": "'x", "palette-done": "escape"}
    ),
    "about": Visit({"about": "i"}),
    "problems": Visit({"problems-none": "p"}),
    "slips": Visit({"problems-told": "", "problems": "p down"}, data=BROKEN),
    "broken while it is read": Visit(
        {
            "sound": "2 down",
            "broken-told": "",
            "broken-problems": "p down",
            "mended": "",
            "mended-place": "less_than_sign",
        },
        OPENED,
        reads={"broken-told": BROKEN, "mended": HARBOUR},
    ),
    "nothing": Visit({"no-entities": "", "no-entities-about": "i"}, data=NOTHING),
    "ascii": Visit(
        {
            "ascii": "",
            "ascii-narrowed": "f 'velm",
            "ascii-detail": "escape 2 down down",
            "ascii-menu": "y",
            "ascii-found": "escape f 'dredg",
            "ascii-refused": "enter a '1870-13 enter",
            "ascii-troubles": "escape exclamation_mark",
            "ascii-compared": "less_than_sign equals_sign 'mud enter",
            "ascii-figures": "number_sign enter",
            "ascii-help": "question_mark",
        },
        OPENED._replace(ascii_only=True),
    ),
    "tiny": Visit({"tiny": ""}, sizes=((19, 4),)),
}
"""Everything that is drawn."""


def names() -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Every screen: its visit, its name, its size."""
    for visit, made in VISITS.items():
        for size in made.sizes:
            for name in made.screens:
                yield visit, name, size


def file_of(name: str, size: tuple[int, int]) -> Path:
    """Where a screen stands."""
    return DRAWN / f"{name}-{size[0]}x{size[1]}.txt"


@cache
def drawn(visit: str, size: tuple[int, int]) -> dict[str, str]:
    """The screens of a visit at a size, drawn once."""
    return asyncio.run(_visited(VISITS[visit], size))


async def _visited(visit: Visit, size: tuple[int, int]) -> dict[str, str]:
    made = {}
    async with driven(compiled(visit.data), size=size, options=visit.options) as explorer:
        for name, keys in visit.screens.items():
            if name in visit.reads:
                explorer.app.take(Reading(compiled(visit.reads[name])))
                await explorer.settle()
            await _press(explorer, keys)
            made[name] = picture(explorer)
    return made


async def _press(explorer: Driven, keys: str) -> None:
    """Press keys; from a quote on letters are typed, until the name of a key that does not type."""
    typing: list[str] = []
    for key in keys.split(" ") if keys else ():
        typed = key.startswith("'") or (typing and key not in ("enter", "escape"))
        if typed:
            typing.append(key.removeprefix("'"))
            continue
        await explorer.type(" ".join(typing))
        typing = []
        await explorer.press("right_curly_bracket" if key == "}" else key)
    await explorer.type(" ".join(typing))


@cache
def compiled(name: str) -> Store:
    """The data compiled in memory; the folder is named as it is called here, so that no screen names a machine."""
    with tempfile.TemporaryDirectory() as empty:
        data = load(empty if name == NOTHING else os.fspath(TUI / name))
    connection = sqlite3.connect(":memory:")
    compile.write(data, connection)
    store = Store(connection, f"tests/tui/{name}")
    OPEN.append(store)
    return store


# -- a screen as text


def picture(explorer: Driven) -> str:
    """The screen between frames, so that blanks at the end are seen; below it what stands reversed."""
    columns, _ = explorer.app.size
    edge = f"+{'-' * columns}+"
    rows, reversed_ = [], []
    for number, strip in enumerate(explorer.app.screen._compositor.render_strips(), 1):
        text = strip.text
        rows.append(f"|{text}{' ' * (columns - width(text))}|")
        stretch = "".join(part.text for part in strip if part.style and part.style.reverse)
        if stretch.strip():
            reversed_.append(f"{number:>3} {stretch.rstrip()}")
    below = ["reversed:", *reversed_] if reversed_ else []
    return "\n".join([edge, *rows, edge, *below, ""])


def main() -> None:
    """Draw all of them anew; those that nothing draws any more go."""
    DRAWN.mkdir(exist_ok=True)
    known = set()
    for visit, name, size in names():
        known.add(file_of(name, size))
        file_of(name, size).write_text(drawn(visit, size)[name], "utf-8")
    for path in set(DRAWN.glob("*.txt")) - known:
        path.unlink()


if __name__ == "__main__":
    main()
