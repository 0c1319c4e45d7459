"""A statement as it stands beside others: whose it is, when, in which mood, who says so, and how old the source is."""

from __future__ import annotations

from explorer.store.lens import Lens
from explorer.store.rows import Claim
from explorer.text import clean
from explorer.values import dates
from explorer.view import words
from explorer.view.rows import Row
from explorer.view.source import statement


def beside(claim: Claim, lens: Lens, written: dict[str, str], *, whose: str = "", without: str = "") -> Row:
    """The row; `written` has the dates of the sources, `whose` names the entity, `without` a mark not to repeat.

    What has no figure begins with whose it is, so that the eye finds both sides.
    """
    fact = claim.part == "fact"
    other = f"{claim.of.name}: " if claim.of and claim.value else ""
    text = claim.text if fact else f"{whose}: {statement(claim)}" if whose else statement(claim)
    value = f"{other}{claim.value}" if claim.value else whose if fact else ""
    notes = [whose if claim.value else "", *words.notes_beside(claim, lens.asked)]
    if not any(note.startswith("stated ") for note in notes):  # that already is the source's own time
        notes.append(age(claim, written))
    return Row(
        "fact",
        text=clean(text),
        value=clean(value),
        notes=tuple(clean(note) for note in notes if note),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=" ".join(mark for mark in words.marks(claim.troubles).split(" ") if mark != without),
        remarks=tuple(map(clean, words.remarks(claim))),
        target=claim.entity.id,
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )


def age(claim: Claim, written: dict[str, str]) -> str:
    """When the sources of a statement were written: `written May 2001`; empty where no date is known."""
    known = dict.fromkeys(written[cite.source] for cite in claim.cites if cite.source in written)
    return f"written {', '.join(dates.show(dates.parse(day)) for day in known)}" if known else ""


PLAIN = ("id", "key", "part", "value", "text", "when", "said", "mood", "by", "source", "written", "doubt", "likely")
"""Columns of a statement under --plain; they only grow, at the end of their tables."""


def plain(claim: Claim, written: dict[str, str]) -> tuple[str, ...]:
    """A statement in these columns."""
    time = claim.time if claim.part in ("when", "date") else claim.happened
    return (
        claim.entity.id,
        claim.key,
        claim.part,
        claim.value,
        statement(claim) if claim.part != "fact" else claim.text,
        time.text if time else "",
        claim.said.text if claim.said else "",
        claim.mood,
        claim.by.id if claim.by else "",
        words.sources(claim),
        "; ".join(dict.fromkeys(written[cite.source] for cite in claim.cites if cite.source in written)),
        claim.doubt,
        claim.likely,
    )
