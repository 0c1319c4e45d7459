"""How well search finds what is meant: `python -m tests.benchmarks.quality [--misses]`, beside fzf and rapidfuzz.

The queries were written before search was tuned; half of them were set aside and looked at only at the end. All three
search the same names: names, short names, aliases and ids; ours alone also searches facts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from explorer.store.cache import open_store
from explorer.store.read import Store
from explorer.store.search import find

QUERIES = Path(__file__).parent / "queries.tsv"
DATA = Path(__file__).parent.parent.parent / "data"
DEPTH = 50
"""Hits that are looked at; what comes later counts for nothing."""
HALVES = ("tune", "held")


class Asked(NamedTuple):
    """A query, what it means, of which kind it is, and in which half it stands."""

    text: str
    meant: frozenset[str]
    kind: str
    half: str


Way = Callable[[str], list[str]]


def queries() -> list[Asked]:
    """All of them, in the order of the file."""
    rows = [line.split("\t") for line in QUERIES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Asked(text, frozenset(meant.split("|")), kind, half) for text, meant, kind, half in rows]


def ways(store: Store) -> dict[str, Way]:
    """Ours and the yardsticks: each gives ids for a query, best first."""
    rows = store.connection.execute("select e.id, n.text from name n join entity e on e.rowid = n.entity").fetchall()
    owners = [row[0] for row in rows]
    texts = [row[1] for row in rows]
    listing = "\n".join(f"{owner}\t{text}" for owner, text in rows)

    def ours(text: str) -> list[str]:
        return [hit.ref.id for hit in find(store, text, store.lens(None), limit=DEPTH)[0]]

    def fzf(text: str) -> list[str]:
        command = ["fzf", "--filter", text, "--delimiter", "\t", "--nth", "2"]
        done = subprocess.run(command, input=listing, capture_output=True, text=True, check=False)
        return [line.partition("\t")[0] for line in done.stdout.splitlines()]

    def plain(text: str) -> list[str]:
        found = process.extract(text, texts, scorer=fuzz.WRatio, limit=DEPTH * 3, processor=str.lower)
        return [owners[index] for _, _, index in found]

    made: dict[str, Way] = {"ours": ours, "rapidfuzz WRatio": plain}
    return {**made, "fzf --filter": fzf} if shutil.which("fzf") else made


def place(asked: Asked, ids: list[str]) -> int:
    """The place of the first id that is meant, each entity counted once; 0 where there is none."""
    order = list(dict.fromkeys(ids))[:DEPTH]
    return next((number for number, id_ in enumerate(order, 1) if id_ in asked.meant), 0)


def row(name: str, half: str, places: list[int]) -> str:
    """One line of the table."""
    count = len(places)
    first = sum(place == 1 for place in places) / count
    third = sum(0 < place <= 3 for place in places) / count
    rank = sum(1 / place for place in places if place) / count
    return f"| {name} | {half} | {count} | {first:.3f} | {third:.3f} | {rank:.3f} |"


def main() -> None:
    """Print the table; with --misses also what is not first, of the half for tuning, with --held of the other too."""
    store = open_store(str(DATA))
    halves = HALVES if "--held" in sys.argv else HALVES[:1]
    asked = [one for one in queries() if one.half in halves]
    print("| search | half | queries | hit@1 | hit@3 | MRR |\n|---|---|---:|---:|---:|---:|")
    for name, way in ways(store).items():
        places = [(one, place(one, way(one.text))) for one in asked]
        for half in halves:
            print(row(name, half, [at for one, at in places if one.half == half]))
        if name == "ours" and "--misses" in sys.argv:
            for one, at in places:
                if at != 1:
                    print(f"  {one.kind}: ‘{one.text}’ {at} {'|'.join(one.meant)} but {way(one.text)[:3]}")


if __name__ == "__main__":
    main()
