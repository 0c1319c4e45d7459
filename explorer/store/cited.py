"""Write what rests on each passage of each source: passages in order, and when each statement is shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from explorer.store import sqlite
from explorer.text import fold
from explorer.values import dates, locators
from explorer.values.dates import BEGINNING, FOREVER
from explorer.values.lean import NamedTuple
from explorer.values.terms import OUTLOOK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.store.sink import Sink


class Spot(NamedTuple):
    """A passage, and the section it stands in or nothing."""

    section: str
    locator: str


def write_passages(connection: sqlite.Connection) -> None:
    """Fill the tables `spot`, `resting` and `saying` from the claims and citations of each source in turn."""
    from explorer.store.sink import Sink

    sink = Sink(connection)
    for source in [row[0] for row in connection.execute("select distinct source from cite order by source")]:
        write_source(connection, source, sink)
    sink.extend("saying", sayings(connection))
    sink.flush()


def write_source(connection: sqlite.Connection, source: int, sink: Sink) -> None:
    """What rests on each passage of one source."""
    spots: dict[Spot, set[int]] = {}
    for claim, locator in connection.execute(
        "select claim, locator from cite where source = ? order by claim, ord", (source,)
    ):
        spots.setdefault(spot_of(locator), set()).add(claim)
    windows = _windows(connection, source)
    listed = [
        row[0] for row in connection.execute("select locator from passage where source = ? order by ord", (source,))
    ]
    seen = connection.execute("select coalesce(seen, ?) from entity where rowid = ?", (BEGINNING, source)).fetchone()[0]
    there, resting = sink.rows("spot"), sink.rows("resting")
    for ord_, spot in enumerate(in_order(spots, listed)):
        there.append((source, ord_, *spot, displayed(spot), len(spots[spot])))
        for claim in sorted(spots[spot]):
            entity, first, last = windows[claim]
            resting.append((source, ord_, claim, entity, max(first, seen), last))
    sink.settle()


@lru_cache(10_000)
def spot_of(locator: str) -> Spot:
    """The passage that a citation means: a footnote belongs to the passage it is cited with."""
    parts = locators.parse_parts(locator)
    body = [part for part in parts if part[0] not in ("fn", "bib")] or parts[:1]
    section = next((f"{label} {value}" for label, value in body if label == "sec"), "")
    return Spot(section, " ".join(f"{label} {value}" for label, value in body))


def displayed(spot: Spot) -> str:
    """The passage as readers write it; of a whole section or source, that it is meant as a whole."""
    shown = locators.show(locators.parse_parts(spot.locator))
    return f"{shown} as a whole".strip() if spot.locator == spot.section else shown


def in_order(spots: Iterable[Spot], listed: list[str]) -> list[Spot]:
    """Passages in the order of their source's list, others after them by their numbers; a whole before its parts."""
    first: dict[str, int] = {}
    for number, locator in enumerate(listed):
        words = locator.split(" ")
        for length in range(2, len(words) + 1, 2):
            first.setdefault(" ".join(words[:length]), number)
    places = {spot: _place(spot.locator, first) for spot in spots}
    sections: dict[str, _Place] = {}
    for spot, place in places.items():
        sections[spot.section] = min(sections.get(spot.section, place), place)
    own = {spot: sections[spot.section] if spot.section else place for spot, place in places.items()}
    return sorted(places, key=lambda spot: (own[spot], spot.section, spot.locator != spot.section, places[spot]))


_Place = tuple[int, tuple[tuple[int, int, str], ...]]


def _place(locator: str, first: dict[str, int]) -> _Place:
    if not locator:
        return -1, ()
    return first.get(locator, len(first)), tuple(
        part
        for label, value in locators.parse_parts(locator)
        for part in (_rank(label), *map(_number, value.split(".")))
    )


def _rank(label: str) -> tuple[int, int, str]:
    return locators.LABELS.index(label), 0, ""


def _number(text: str) -> tuple[int, int, str]:
    """A number by its size however long it is, before anything else by its letters."""
    digits = text.lstrip("0")
    return (0, len(digits), digits) if text.isascii() and text.isdigit() else (1, 0, text)


def _windows(connection: sqlite.Connection, source: int) -> dict[int, tuple[int, str, str]]:
    """Of each claim that cites a source: its entity, and the first and last day between which a question must fall.

    What `Lens` says of the claim, and of the things at its ends, in two days that the database can compare.
    """
    rows = connection.execute(
        "select c.id, c.entity, c.part, c.basis, coalesce(c.mood, ''), c.time, c.heard, coalesce(s.seen, ''), "
        "coalesce(t.seen, '') from claim c join entity s on s.rowid = c.entity "
        "left join entity t on t.rowid = c.target "
        "where c.id in (select claim from cite where source = ?)",
        (source,),
    )
    windows = {}
    for id_, entity, part, basis, mood, time, heard, *ends in rows:
        first, last = _window(part, basis, mood, time, heard)
        windows[id_] = (entity, max(first, *ends), last)
    return windows


@lru_cache(10_000)
def _window(part: str, basis: str, mood: str, time: str | None, heard: str | None) -> tuple[str, str]:
    fiction = mood == "denied" or mood in OUTLOOK
    known = heard if mood in OUTLOOK else time
    if part == "also" or known is None or (part == "link" and basis == "life" and not fiction):
        return BEGINNING, FOREVER
    date = dates.parse(known)
    stays = fiction or not date.interval or basis == "own" or part in ("when", "date")
    return date.start_earliest, FOREVER if stays else date.end_latest


def sayings(connection: sqlite.Connection, entity: int | None = None) -> Iterable[tuple[int, str]]:
    """The words of each claim that cites, as narrowing compares them, with the dates that rows show of it; with an
    entity, of its claims only."""
    whose = "" if entity is None else "and c.entity = :entity"
    rows = connection.execute(
        "select c.id, c.part, c.mood, c.basis, c.time, c.happened, c.said, coalesce(c.value, ''), "
        "coalesce(c.text, ''), coalesce(r.label, ''), coalesce(t.name, ''), coalesce(c.role, '') from claim c "
        "left join relation r on r.name = c.relation left join entity t on t.rowid = c.target "
        f"where exists (select 1 from cite where claim = c.id) {whose}",
        {"entity": entity},
    )
    for id_, part, mood, basis, time, happened, said, *own in rows:
        days = [time] if part in ("when", "date") else [happened] if mood and part != "also" else []
        days += [said] if days else []
        if days == [None, None] and basis in ("work", "source"):
            days = [time]
        words = ["also called", *own] if part == "also" else own
        yield id_, fold(" ".join([*words, *(_shown(day) for day in days if day)]))


@lru_cache(10_000)
def _shown(day: str) -> str:
    return dates.show(dates.parse(day))
