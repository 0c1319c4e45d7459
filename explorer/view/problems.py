"""The list of what is wrong with the data, as a card."""

from __future__ import annotations

from explorer.problems import Problem
from explorer.store.read import Store
from explorer.text import clean
from explorer.view.card import Card
from explorer.view.rows import Row


def problems_card(store: Store) -> Card:
    """Every problem with its file and line."""
    found = store.problems()
    title = f"{len(found)} {'problem' if len(found) == 1 else 'problems'} in the data" if found else "No problems"
    rows = [Row("title", title), Row("line", clean(f"folder: {store.folder}")), Row("gap")]
    rows += [_row(problem) for problem in found]
    if not found:
        rows.append(Row("line", "Everything in the data folder could be read and holds together."))
    return Card("", title, tuple(rows), 0)


def _row(problem: Problem) -> Row:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    notes = (clean(problem.hint),) if problem.hint else ()
    return Row("fact", text=clean(f"{problem.severity}: {problem.message}"), source=clean(place), notes=notes)
