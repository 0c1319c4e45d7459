"""Entries edited at random: what is written into the compiled file is to the letter what a full compilation makes."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from explorer.store import cache, place, sqlite
from tests.robust import worlds
from tests.robust.forked import ROOT, Case, hosted, tally
from tests.robust.tables import differing

NAME = "edits: entries edited at random, patched in beside a full compilation"
WALKS, STEPS = 60, 10
"""In the long run; the short one takes a few single steps."""
SHORT = 24
_ENTRY = re.compile(r"(?m)^(?=[^\s#\-\]}])")
WORDS = ("zebra", "council", "treaty", "forces", "unheard-of", "air", "defence", "Москва")
MOODS = ("planned", "denied", "predicted", "scenario")
DATES = ("1999", "2001-05", "1995/2004", "2003-06-07/..")

Entry = dict[str, Any]


def run() -> tuple[int, int]:
    """All of them."""
    return tally(hosted("tests.robust.edits", "long"))


def cases(part: str) -> Iterator[Case]:
    """Walks over the bundled data, each from a seed of its own."""
    walks, steps = (SHORT, 1) if part == "short" else (WALKS, STEPS)
    for seed in range(walks):
        yield f"{steps} edits from seed {seed}", partial(walked, seed, steps)


def walked(seed: int, steps: int) -> str:
    """Edit and open, time after time; what differs from a full compilation."""
    chance = random.Random(seed)
    with worlds.somewhere() as made:
        os.environ["XDG_CACHE_HOME"] = os.fspath(made / "cache")
        folder = made / "data"
        shutil.copytree(ROOT / "data", folder)
        cache.open_store(os.fspath(folder)).close()
        for step in range(steps):
            edit(folder, chance)
            if wrong := beside_a_full_one(folder, made):
                return f"step {step + 1}: {wrong}"
    return ""


def beside_a_full_one(folder: Path, aside: Path) -> str:
    """What differs between the folder as it is opened and the folder compiled anew."""
    cache.open_store(os.fspath(folder)).close()
    whole = aside / "whole.sqlite"
    whole.unlink(missing_ok=True)
    cache.compile_file(os.fspath(folder), os.fspath(whole))
    with (
        closing(sqlite.connect(place.cache_path(os.fspath(folder)))) as one,
        closing(sqlite.connect(os.fspath(whole))) as other,
    ):
        return differing(one, other)


def edit(folder: Path, chance: random.Random) -> None:
    """Change one to four entries, and now and then the lines about them."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        path = chance.choice(sorted(path for path in folder.glob("*.yaml") if path.name != "vocab.yaml"))
        head, *entries = _ENTRY.split(path.read_text("utf-8"))
        number = chance.randrange(len(entries))
        if chance.random() < 0.15:
            entries[number] += "# A remark.\n"
        else:
            ((id_, entry),) = yaml.load(entries[number], Loader=yaml.CBaseLoader).items()
            chance.choice(CHANGES)(entry, chance)
            entries[number] = yaml.dump({id_: entry}, allow_unicode=True, sort_keys=False)
        path.write_text(head + "".join(entries), "utf-8")


# -- what may be changed in an entry


def _fact(entry: Entry, chance: random.Random) -> Entry:
    """One of its facts; a loose one where it has none."""
    return chance.choice(entry.get("facts") or [{}])


def _words(entry: Entry, chance: random.Random) -> None:
    fact = _fact(entry, chance)
    fact["text"] = f"{fact.get('text')} {chance.choice(WORDS)}"


def _more(entry: Entry, chance: random.Random) -> None:
    if facts := entry.get("facts"):
        facts.insert(chance.randrange(len(facts) + 1), {**_fact(entry, chance), "text": f"New {chance.choice(WORDS)}."})


def _fewer(entry: Entry, chance: random.Random) -> None:
    if len(entry.get("facts", ())) > 1:
        entry["facts"].pop(chance.randrange(len(entry["facts"])))


def _summary(entry: Entry, chance: random.Random) -> None:
    entry["summary"] = f"Of {chance.choice(WORDS)}."


def _passage(entry: Entry, chance: random.Random) -> None:
    cites = [fact["cite"] for fact in entry.get("facts", ()) if "cite" in fact]
    if cites:
        _fact(entry, chance)["cite"] = chance.choice(cites)


def _date(entry: Entry, chance: random.Random) -> None:
    _fact(entry, chance)["when"] = chance.choice(DATES)


def _doubt(entry: Entry, chance: random.Random) -> None:
    _fact(entry, chance)["doubt"] = "It may be a slip."


def _mood(entry: Entry, chance: random.Random) -> None:
    _fact(entry, chance)["mood"] = chance.choice(MOODS)


def _mark(entry: Entry, chance: random.Random) -> None:
    fact = _fact(entry, chance)
    if isinstance(cite := _fact(entry, chance).get("cite"), str):
        fact[chance.choice(("against", "repeats"))] = cite


def _link(entry: Entry, chance: random.Random) -> None:
    for links in entry.get("links", {}).values():
        for link in links if isinstance(links, list) else [links]:
            if isinstance(link, dict):
                link["note"] = chance.choice(WORDS)


def _name(entry: Entry, chance: random.Random) -> None:
    if chance.random() < 0.2:
        entry["name"] += " II"


CHANGES: tuple[Callable[[Entry, random.Random], None], ...] = (
    *(_words, _more, _fewer, _summary, _passage, _date, _doubt, _mood, _mark, _link, _name),
)
