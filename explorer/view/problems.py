"""The list of what is wrong with the data, as a card."""

from __future__ import annotations

from explorer.problems import Problem
from explorer.store.read import Store
from explorer.text import clean
from explorer.view.card import Card
from explorer.view.rows import Row


def problems_card(store: Store, kept: str = "", gone: str = "") -> Card:
    """Every problem with its file and line. `kept` says that other data are shown, `gone` why there are none."""
    found = [] if gone else store.problems()
    title = f"{len(found)} {'problem' if len(found) == 1 else 'problems'} in the data" if found else "No problems"
    title = clean(gone[:1].upper() + gone[1:]) or title
    rows = [Row("title", title), Row("line", clean(f"folder: {store.folder}"))]
    rows += [*([Row("line", kept)] if kept else []), Row("gap")]
    rows += [_row(problem, store.entity_in(problem.file, problem.line)) for problem in found]
    if not found and not gone:
        rows.append(Row("line", "Everything in the data folder could be read and holds together."))
    return Card("", title, tuple(rows), 0)


def _row(problem: Problem, id_: str) -> Row:
    """A problem; enter opens the entry in which it is, where there is one to show."""
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    notes = (clean(problem.hint),) if problem.hint else ()
    text = clean(f"{problem.severity}: {problem.message}")
    return Row("fact", text=text, source=clean(place), notes=notes, target=id_, at=(problem.file, problem.line))
