"""A hit as a reader sees it: what it is, when, and why it is one."""

from __future__ import annotations

from explorer.store import claims
from explorer.store.lens import Lens
from explorer.store.marks import marks
from explorer.store.read import Store
from explorer.store.rows import Hit
from explorer.text import clean, shorten
from explorer.values.lean import NamedTuple
from explorer.view import words

WHYS = {"also": "also", "short": "short", "fact": "fact", "initials": "initials", "id": "id"}
"""What a hit is one by, where that is not its name."""
SPEAKER = 24
"""Columns for whoever says a fact that was found."""
BEFORE = 24
"""Letters of a long fact that are shown before the first that was found."""


class Found(NamedTuple):
    """One line of what was found."""

    letter: str
    """Of its kind."""
    name: str
    marks: tuple[tuple[int, int], ...]
    """Where the name has what was typed."""
    time: str
    """Its life or date, in short."""
    why: str
    """The alias or fact that was found, with a word before it; empty where the name says all."""
    why_marks: tuple[tuple[int, int], ...]


def found(store: Store, hit: Hit, lens: Lens) -> Found:
    """The line of a hit."""
    letter = store.kind(hit.ref.kind)[2]
    entity = store.entity(hit.ref.id)
    time = clean(words.life(entity, lens.last)) if entity else ""
    name, text = clean(hit.ref.name), clean(hit.text)
    if hit.field in ("name", "initials") and text == name:
        why = "initials" if hit.field == "initials" else ""
        return Found(letter, name, tuple(marks(hit, name)), time, why, ())
    if hit.field == "id":
        return Found(letter, name, tuple(marks(hit, name)), time, "", ())
    places = marks(hit, text)
    text, places = _from_there(text, places)
    mood, speaker = claims.voice(store, hit.claim) if hit.claim else ("", "")
    said = f", says {shorten(clean(speaker), SPEAKER)}" if speaker else ""
    head = f"{words.MOODS.get(mood) or WHYS.get(hit.field, 'name')}{said}: "
    shifted = tuple((start + len(head), end + len(head)) for start, end in places)
    return Found(letter, name, (), time, head + text, shifted)


def _from_there(text: str, places: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """A long text from shortly before the first word that was found."""
    first = places[0][0] if places else 0
    if first <= BEFORE:
        return text, places
    start = text.rfind(" ", 0, first - BEFORE // 2) + 1
    return f"…{text[start:]}", [(a - start + 1, b - start + 1) for a, b in places]
