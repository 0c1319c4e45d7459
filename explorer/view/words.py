"""How times, moods, speakers and troubles are said: the same words in both faces."""

from __future__ import annotations

from explorer.store.rows import Claim, Entity
from explorer.text import clean, fold
from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER, NO, UNKNOWN, Date
from explorer.values.terms import DOCUMENT
from explorer.view.rows import NOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.store.lens import Lens
    from explorer.store.read import Store
    from explorer.store.rows import Cite

MOODS = {"planned": "planned", "predicted": "forecast", "scenario": "in the scenario", "denied": "not so"}
TROUBLES = {
    "differs": ("≠", "figures or times that cannot both hold"),
    "plan": ("plan/made", "a plan beside what came of it"),
    "against": ("≠", "contradicted elsewhere"),
    "doubt": ("?", "what is printed can hardly be right"),
    "repeats": ("=", "repeats another statement; no second witness"),
}
"""Kind of trouble to its mark and what the mark means."""


LANGUAGES = {
    "be": "Belarusian",
    "en": "English",
    "et": "Estonian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "ru": "Russian",
}


def language(code: str) -> str:
    """The name of a language by its ISO 639-1 code; anything else as it is."""
    return LANGUAGES.get(code, code)


def meanings() -> dict[str, str]:
    """Each mark and all that it means."""
    made: dict[str, str] = {}
    for mark, meaning in TROUBLES.values():
        made[mark] = f"{made[mark]}; or {meaning}" if mark in made else meaning
    return made


def marks(kinds: tuple[str, ...]) -> str:
    """The marks of these kinds of trouble, each once."""
    return " ".join(dict.fromkeys(TROUBLES[kind][0] for kind in kinds if kind in TROUBLES)) if kinds else ""


def statement(claim: Claim) -> str:
    """A claim in a few words, whichever part it is."""
    if claim.part == "fact":
        whose = f"{claim.of.name}: " if claim.of and claim.value else ""
        return f"{whose}{claim.value} · {claim.text}" if claim.value else claim.text
    if claim.part == "link":
        other = claim.other.name if claim.other else ""
        return f"{claim.label} {other}" + (f" ({claim.role})" if claim.role else "")
    if claim.part == "also":
        return f"also called {claim.text}"
    return when(claim, None)


def told(claim: Claim, name: str) -> str:
    """A claim in one line, with the name of whom it is about where its own words do not say so, mood and speaker."""
    said = " · ".join((statement(claim), *mood(claim), *filter(None, (speaker(claim),))))
    names = (fold(name), fold(claim.entity.name))
    named = claim.part == "fact" and any(f" {one} " in f" {fold(claim.text)} " for one in names if one)
    return said if named else f"{name}: {said}"


def mood(claim: Claim) -> tuple[str, ...]:
    """That it was only planned, or denied; a time says so itself."""
    return (when(claim, None),) if claim.mood and claim.part in ("fact", "link") else ()


def speaker(claim: Claim) -> str:
    """Who says so, where it is not the source itself."""
    return f"says {claim.by.name}" if claim.by else ""


def time_of(claim: Claim) -> Date | None:
    """The time that is written with a claim; a time of life, or a document's date, is all that it states."""
    return claim.time if claim.part in ("when", "date") else claim.happened


def when(claim: Claim, asked: Date | None) -> str:
    """The time of a claim in words, with its mood: `planned for 2004, said April 2003`."""
    meant = time_of(claim)
    parts = [_meant(MOODS.get(claim.mood, ""), meant)] if meant or claim.mood else []
    if claim.said:
        parts.append(f"said {dates.show(claim.said)}")
    elif claim.undated:
        parts.append("said at an unknown time")
    elif not meant and claim.basis in ("work", "source") and claim.time:
        parts.append(f"stated {dates.show(claim.time)}")
    text = ", ".join(parts)
    past = asked is not None and claim.answer == UNKNOWN and claim.happened is not None and not claim.mood
    return f"as of {text}" if past and claim.happened and not claim.happened.interval else text


def _meant(mood: str, meant: Date | None) -> str:
    """The time meant, and how surely it is: `planned for 2004`, `planned from 2004 on`, `not so, 2004`."""
    if meant is None:
        return mood
    shown = dates.show(meant)
    if mood not in ("planned", "forecast"):
        return f"{mood}, {shown}" if mood else shown
    if shown.startswith("since "):
        return f"{mood} from {shown.removeprefix('since ')} on"
    return f"{mood} {shown}" if shown.startswith(("from ", "until ")) else f"{mood} for {shown}"


def notes(claim: Claim, asked: Date | None) -> tuple[str, ...]:
    """Time, mood and speaker of a claim, and what it is on where that is not its figure's own."""
    made = [when(claim, asked), f"on {claim.of.name}" if claim.of and not claim.value else "", speaker(claim)]
    if asked:
        tell = claim.answer == UNKNOWN and claim.part == "link" and not claim.mood
        over = claim.basis == "life" and claim.answer == NO
        made += ["cannot tell" if tell else "", ("not yet" if claim.early else "ended") if over else ""]
    return tuple([part for part in made if part])


def notes_beside(claim: Claim, asked: Date | None) -> tuple[str, ...]:
    """The same beside what the claim states: a time, which is its own statement, is not said again."""
    made = notes(claim, asked)
    return made[1:] if claim.part in ("when", "date") else made


def remarks(claim: Claim) -> tuple[str, ...]:
    """The editor's doubts and notes on a claim."""
    made = []
    if claim.doubt:
        made.append(f"? {claim.doubt}")
    if claim.likely:
        made.append(f"  likely: {_likely(claim)}")
    if claim.note:
        made.append(f"{NOTE}{claim.note}")
    return tuple(made)


def _likely(claim: Claim) -> str:
    if claim.part in ("when", "date"):
        try:
            return dates.show(dates.parse(claim.likely))
        except dates.DateError:
            return claim.likely
    return claim.likely


def sources(claim: Claim) -> str:
    """Where a claim stands."""
    return claim.cites[0].display if len(claim.cites) == 1 else places(claim.cites)


def places(cites: Iterable[Cite]) -> str:
    """Passages; a source that is cited twice in a row is named once."""
    shown = []
    last = ""
    for cite in cites:
        shown.append(cite.display.removeprefix(f"{cite.name} ") if cite.name == last else cite.display)
        last = cite.name
    return "; ".join(shown)


def name(store: Store, entity: Entity, lens: Lens) -> str:
    """What an entity is called on the day, in short where that is still its own name."""
    called = store.name(entity, lens)
    return clean(entity.short if entity.short and called == entity.name else called)


def life(entity: Entity, last: str = FOREVER) -> str:
    """The life of an entity in words, as far as it is known up to a day; empty where nothing is."""
    if entity.begin is not None and entity.begin > last:
        return "planned" if entity.seen is not None and entity.seen <= last else "not yet begun"
    if entity.life:
        return entity.life
    if entity.begin is None:
        mood = MOODS.get(entity.mood, "planned")  # for when is not kept; the year is that in which it was said
        return f"{mood}, said {entity.seen[:4]}" if entity.seen and entity.seen != BEGINNING else ""
    if entity.begin == BEGINNING and entity.end == FOREVER:
        known = entity.end_earliest != BEGINNING
        return f"known {span_text(entity.end_earliest, entity.begin_latest)}" if known else ""
    start, end = span_text(entity.begin, entity.begin_latest), span_text(entity.end_earliest, entity.end)
    if entity.end == FOREVER:
        return f"since {start}" if entity.kind != DOCUMENT else start
    if entity.begin == BEGINNING:
        return f"until {end}"
    return start if start == end else f"{start} to {end}"


def horizon(day: str) -> str:
    """How far the sources speak: the month, where its last day is meant."""
    month = dates.parse(day[:7])
    return dates.show(month if month.end_latest == day else dates.parse(day))


def span_text(first: str | None, last: str | None) -> str:
    """The shortest words for the days from the first to the last: a day, a month, a year, or a range of years."""
    if first is None or last is None:
        return ""
    if first == last:
        return dates.show(dates.parse(first))
    for length in (7, 4):
        try:
            date = dates.parse(first[:length])
        except dates.DateError:
            continue
        if date.start_earliest == first and date.start_latest == last:
            return dates.show(date)
    return f"{first[:4]} or {last[:4]}" if int(last[:4]) - int(first[:4]) == 1 else f"{first[:4]} to {last[:4]}"
