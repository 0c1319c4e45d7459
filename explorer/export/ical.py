"""Dated events as a calendar (RFC 5545): whole days, the doubt on a date said in the title."""

from __future__ import annotations

from datetime import date, timedelta

from explorer import __version__
from explorer.export.tables import told
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER
from explorer.values.terms import EVENT
from explorer.view import words

_FOLD = 73
"""Bytes of a line before it goes on in the next; the standard's 75 less a space and some room."""


def calendar(store: Store, lens: Lens) -> tuple[str, int]:
    """The calendar, and how many events have no two ends and are not in it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//csto//csto {__version__}//EN"]
    left_out = 0
    for entity, own in told(store, lens):
        if entity.kind != EVENT:
            continue
        if entity.begin in (None, BEGINNING) or entity.end in (None, FOREVER):
            left_out += 1
            continue
        lines += _event(store, entity, own, lens)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)), left_out


def _event(store: Store, entity: Entity, own: list[Claim], lens: Lens) -> list[str]:
    assert entity.begin is not None
    assert entity.end is not None
    life = words.life(entity, lens.last)
    doubtful = "?" in life or "about" in life
    exact = entity.begin == entity.begin_latest and entity.end == entity.end_earliest and not doubtful
    name = f"{words.MOODS[entity.mood]}: " if entity.mood else ""
    name += store.name(entity, lens)
    times = [claim for claim in own if claim.part == "when"]
    links = [words.statement(claim) for claim in own if claim.part == "link" and not claim.mood]
    said = [f"{words.when(claim, None)} ({words.sources(claim)})" for claim in times if claim.cites]
    remarks = [remark.strip() for claim in times for remark in words.remarks(claim)]
    after = date.fromisoformat(entity.end) + timedelta(days=1) if entity.end < "9999-12-31" else date.max
    cells = {
        "UID": f"{entity.id}@csto",
        "DTSTAMP": f"{_stamp(store)}T000000Z",
        "DTSTART;VALUE=DATE": entity.begin.replace("-", ""),
        "DTEND;VALUE=DATE": after.isoformat().replace("-", ""),
        "SUMMARY": _escaped(name if exact else f"{name} ({life})"),
        "DESCRIPTION": _escaped("\n".join(filter(None, (entity.summary, *said, *remarks, *links)))),
        "STATUS": "TENTATIVE" if entity.mood else "",
        "TRANSP": "TRANSPARENT",
    }
    return ["BEGIN:VEVENT", *(f"{tag}:{text}" for tag, text in cells.items() if text), "END:VEVENT"]


def _stamp(store: Store) -> str:
    """The horizon, so that the same data make the same file."""
    horizon = store.meta("horizon")
    return (horizon if horizon and horizon != dates.FOREVER else "1970-01-01").replace("-", "")


def _escaped(text: str) -> str:
    lines = [clean(line) for line in text.split("\n")]
    return "\\n".join(line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)


def _folded(line: str) -> list[str]:
    """A line in pieces that no letter is cut by."""
    made, size = [""], 0
    for letter in line:
        wide = len(letter.encode())
        if size + wide > _FOLD:
            made.append(" ")
            size = 1
        made[-1] += letter
        size += wide
    return made
