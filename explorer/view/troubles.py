"""Statements in trouble: each beside what it differs from, with source, mood, speaker and the date of the source."""

from __future__ import annotations

from explorer.store.disputes import KINDS, Dispute, disputes, source_dates
from explorer.store.documents import about_words
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.text import clean
from explorer.view import words
from explorer.view.bars import Stretch
from explorer.view.beside import beside
from explorer.view.card import Card
from explorer.view.rows import Row

VIEW = "troubles"
"""The kind of the view."""
NAMES = {
    "differs": "differs",
    "plan": "plan and outcome",
    "against": "contradicted",
    "doubt": "doubtful",
    "repeats": "repeated",
}
"""Kind of trouble to the word that stands beside its mark."""
TIMES = {"when": "time", "date": "date", "also": "name"}
"""What a statement that is no fact and no link is about."""


def troubles_card(store: Store, lens: Lens, entity: Entity | None = None, kind: str = "", *, how: str = "") -> Card:
    """Every trouble, or those of one entity or kind; `how` says what to press."""
    found, hidden = disputes(store, lens, entity, kind)
    whose = clean(f": {store.name(entity, lens)}") if entity else ""
    number = f"{len(found)} {'trouble' if len(found) == 1 else 'troubles'}" if found else "No troubles"
    title = f"{number}{whose}"
    asks = ("troubles", *([entity.id] if entity else []), *(["--kind", kind] if kind else []))
    rows = [Row("title", title, asks=asks)]
    rows += [Row("line", line) for line in (f"only {NAMES[kind]}" if kind else "", how) if line]
    rows += [] if kind else _counts(found, entity)
    labels = {**dict(about_words(store)), **TIMES}
    written = source_dates(store)
    for dispute in found:
        rows += [Row("gap"), *_side_by_side(store, dispute, lens, labels, written)]
    return Card("", title, tuple(rows), hidden)


def _counts(found: list[Dispute], entity: Entity | None) -> list[Row]:
    """How many of each kind, where there are several; enter lists them."""
    every = [(one, sum(dispute.kind == one for dispute in found)) for one in KINDS]
    counts = [(one, count) for one, count in every if count]
    if len(counts) < 2:
        return [Row("line", f"{NAMES[one]} {count}") for one, count in counts]
    most = max(count for _, count in counts)
    return [
        Row(
            "bar",
            text=NAMES[one],
            bar=(Stretch(0, count / most),),
            value=str(count),
            view=(VIEW, entity.id if entity else "", one),
        )
        for one, count in counts
    ]


def matter(store: Store, about: str, labels: dict[str, str]) -> str:
    """What a trouble is about, in words: a question's label, a relation's, or that it is a time or a name."""
    return labels.get(about) or store.label("relation", about)


def _side_by_side(
    store: Store, dispute: Dispute, lens: Lens, labels: dict[str, str], written: dict[str, str]
) -> list[Row]:
    sign = words.TROUBLES[dispute.kind][0]
    marks = NAMES[dispute.kind] if dispute.kind == "plan" else f"{sign} {NAMES[dispute.kind]}"
    about = matter(store, dispute.about, labels)
    title = clean(f"{_name(store, dispute, lens)}: {about[:1].lower()}{about[1:]}")
    rows = [Row("heading", title, marks=marks)]
    for claim in dispute.claims:
        whose = claim.entity.name if claim.entity.id != dispute.entity.id else ""
        rows.append(beside(claim, lens, written, whose=whose, without=sign))
    return rows


def _name(store: Store, dispute: Dispute, lens: Lens) -> str:
    """The name of whom it is about, as it was on the day asked."""
    entity = store.entity(dispute.entity.id) if lens.asked else None
    return store.name(entity, lens) if entity else dispute.entity.name
