"""Rules across entities. Each takes the records, tells what is wrong, and gives back what is sound."""

from __future__ import annotations

from explorer.dataset.records import Entity
from explorer.dataset.report import Report
from explorer.dataset.rules.circles import without_circles
from explorer.dataset.rules.identity import unique
from explorer.dataset.rules.references import resolved
from explorer.dataset.vocabulary import Vocabulary

__all__ = ["sound"]


def sound(entities: list[Entity], words: Vocabulary, broken: frozenset[str], report: Report) -> list[Entity]:
    """The entities as far as they hold together. `broken` are ids that are written but could not be read."""
    known = unique(entities, report)
    linked = resolved(known, words, broken, report)
    return without_circles(linked, words, report)
