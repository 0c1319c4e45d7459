"""An entity in at most six lines of 72 columns, to paste into a mail or a message."""

from __future__ import annotations

from explorer.store import claims as statements
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean, shorten, width, wrap
from explorer.view import words

COLUMNS = 72
"""What a mail of plain text has room for."""
LINES = 6
FACTS = 2
INDENT = "  "
"""Before the second line of a fact, where lines are to spare."""
NAME = 24
"""Columns of a speaker's or a source's name beside a fact."""


def short_card(store: Store, entity: Entity, lens: Lens) -> list[str]:
    """Name and kind, life, the facts on which most rests, what it is linked to, and its sources."""
    own = [claim for claim in statements.of_entity(store, entity, lens) if claim.shown]
    back = [claim for claim in statements.to_entity(store, entity, lens) if claim.shown]
    label = f" ({store.kind(entity.kind)[0]})"
    made = [_beside(clean(store.name(entity, lens)), label)]
    made += [_life(entity, own, lens)]
    facts = _weightiest(store, own, lens)
    last = [_listed("links", _ends([*own, *back])), _listed("sources", _sources([*own, *back]))]
    room = LINES - len(facts) - sum(map(bool, (*made, *last)))
    for claim in facts:
        told = _whole(_said(store, claim) + _where(claim, lens), room + 1) or [_fact(store, claim, lens)]
        room -= len(told) - 1
        made += told
    return [line for line in (*made, *last) if line]


def _life(entity: Entity, own: list[Claim], lens: Lens) -> str:
    """When it lived; `≠` and plan/made where its times are in trouble."""
    life = words.life(entity, lens.last)
    ended = "; ended" if life and lens.ended(entity) else ""
    marks = words.marks(tuple(kind for claim in own if claim.part in ("when", "date") for kind in claim.troubles))
    return _beside(clean(life + ended), f"  {marks}" if marks else "") if life else ""


def _weightiest(store: Store, own: list[Claim], lens: Lens) -> list[Claim]:
    """Figures before sentences, what can be said whole before what is cut, then what joins most: passages, speaker,
    what it is on."""

    def weight(claim: Claim) -> tuple[bool, bool, int, int]:
        whole = width(_said(store, claim) + _where(claim, lens)) <= COLUMNS
        return not claim.value, not whole, -(len(claim.cites) + bool(claim.by) + bool(claim.of)), claim.number

    chosen = sorted((claim for claim in own if claim.part == "fact"), key=weight)[:FACTS]
    return sorted(chosen, key=lambda claim: claim.number)


def _whole(text: str, most: int) -> list[str]:
    """A text in as many lines as may be; none where it needs more."""
    if width(text) <= COLUMNS:
        return [text]
    first, *rest = wrap(text, COLUMNS - len(INDENT))
    return [first, *(INDENT + line for line in rest)] if len(rest) < most else []


def _fact(store: Store, claim: Claim, lens: Lens) -> str:
    """What is said, cut where it must be; when, as what, by whom and where it stands are not; but a figure is whole."""
    said = _said(store, claim)
    return _beside(said, _where(claim, lens), width(said) if claim.value else NAME)


def _said(store: Store, claim: Claim) -> str:
    """The figure, what it measures and whose it is; else the sentence."""
    if not claim.value:
        return clean(f"- {claim.text.rstrip('.')}")
    whose = f" of {claim.of.name}" if claim.of else ""
    label = store.label("about", claim.about) if claim.about else "Figure"
    return clean(f"- {label}{whose}: {claim.value}")


def _where(claim: Claim, lens: Lens) -> str:
    """Trouble, time and mood, speaker, and the first passage; names shortened, so that the line keeps its room.

    The day on which it was said is left out: it would take the speaker's room.
    """
    by = f"says {shorten(clean(claim.by.name), NAME)}" if claim.by else ""
    source = shorten(claim.cites[0].display, NAME) if claim.cites else ""
    more = f" +{len(claim.cites) - 1}" if len(claim.cites) > 1 else ""
    inside = "; ".join(
        part for part in (words.when(claim._replace(said=None, undated=False), lens.asked), by, source + more) if part
    )
    marks = words.marks(claim.troubles)
    return clean((f" {marks}" if marks else "") + (f" ({inside})" if inside else ""))


def _beside(text: str, tail: str, least: int = NAME) -> str:
    """A text and what stands behind it in one line; the tail is cut where it leaves the text less than its least."""
    tail = shorten(tail, COLUMNS - min(least, COLUMNS // 2))
    return shorten_end(text, COLUMNS - width(tail)) + tail


def shorten_end(text: str, columns: int) -> str:
    """The beginning of a text, whole words of it where they fit."""
    if width(text) <= columns:
        return text
    made = ""
    for word in text.split(" "):
        if width(made) + width(word) + 2 > columns:
            break
        made = f"{made} {word}".strip()
    return f"{made}…" if made.strip("- ") else shorten(text, columns)


def _listed(what: str, names: list[str]) -> str:
    """As many names as fit, and how many more there are."""
    if not names:
        return ""
    head = f"{what} ({len(names)}): "
    for count in range(min(len(names), COLUMNS), 0, -1):
        more = f", {len(names) - count} more" if count < len(names) else ""
        line = head + ", ".join(names[:count]) + more
        if width(line) <= COLUMNS:
            return line
    more = f", {len(names) - 1} more" if len(names) > 1 else ""
    return head + shorten(names[0], COLUMNS - width(head + more)) + more


def _ends(claims: list[Claim]) -> list[str]:
    """The other ends of its links, each once; what was only planned or denied is no link."""
    ends = [claim.other.name for claim in claims if claim.part == "link" and claim.other and not claim.mood]
    return [clean(name) for name in dict.fromkeys(ends)]


def _sources(claims: list[Claim]) -> list[str]:
    """The works that carry its statements, the most cited first."""
    counts: dict[str, int] = {}
    for claim in claims:
        for cite in claim.cites:
            counts[cite.name] = counts.get(cite.name, 0) + 1
    return [clean(name) for name in sorted(counts, key=lambda name: (-counts[name], name))]
