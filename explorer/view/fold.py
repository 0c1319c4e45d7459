"""Long groups of rows cut to their beginning, with the number of what is left out."""

from __future__ import annotations

from collections.abc import Collection

from explorer.view.card import Card
from explorer.view.rows import Row

LONGEST, SHOWN = 12, 8
"""Statements from which on a group is folded, and how many of it are shown then."""


def folded(card: Card, whole: Collection[str]) -> Card:
    """The card with each long group cut, but those under the headings in `whole`.

    The row that stands for the rest is of the kind `more`; its `value` is the heading to unfold.
    """
    rows: list[Row] = []
    group: list[Row] = []
    heading = ""
    for row in (*card.rows, Row("end")):
        if row.kind in ("fact", "link"):
            group.append(row)
            continue
        rows += _cut(group, heading, whole)
        group = []
        if row.kind == "heading":
            heading = row.text
        rows.append(row)
    return card._replace(rows=tuple(rows[:-1]))


def _cut(group: list[Row], heading: str, whole: Collection[str]) -> list[Row]:
    if len(group) <= LONGEST:
        return group
    if heading in whole:
        return [*group, Row("more", text=f"all {len(group)} are shown; fold them", value=heading)]
    return [*group[:SHOWN], Row("more", text=f"… {len(group) - SHOWN} more", value=heading)]
