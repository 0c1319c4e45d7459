"""`csto timeline [ENTITY]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import days, known_kind, lens_of, meant, opened, say_hidden
from explorer.errors import NOT_FOUND, OK
from explorer.values import dates
from explorer.values.dates import BEGINNING, FOREVER
from explorer.view import words
from explorer.view.rows import Row
from explorer.view.timeline import Entry, density, entries, touching
from explorer.view.works import Works


def run(request: Request, output: Output) -> int:
    """Dated events and facts by date; 1 where there are none."""
    store = opened(request)
    lens = lens_of(request, store)
    entity = meant(store, request.arguments[0]) if request.arguments else None
    source = meant(store, request.value("--source")) if request.value("--source") else None
    kind = known_kind(store, request.value("--kind")) if "--kind" in request.values else ""
    since, until = days(store, request)
    span = (since.start_earliest if since else BEGINNING, until.end_latest if until else FOREVER)
    found = entries(store, lens, entity, span=span, kind=kind, source=source)
    if request.json:
        output.answer({"entries": [_record(entry) for entry in found]}, "entries")
    elif "--plain" in request.flags:
        header = ("when", "sign", "id", "kind", "text", "mood", "source", "by")
        output.table(header, map(_plain, found))
    else:
        if bars := density(found, span):
            output.rows((*bars, Row("gap")))
        works = Works()
        output.table(("", "", ""), [_shown(entry, works) for entry in found])
        output.beneath(store, works)
    if lens.asked is not None:
        every = touching(store, store.lens(None), entity, span=span, kind=kind, source=source)
        say_hidden(len(every) - len(found))
    if not found:
        say("nothing dated is found")
    return OK if found else NOT_FOUND


def _record(entry: Entry) -> dict[str, object]:
    from explorer.export.records import by_record, cite_records, date_record, ref_record

    return {
        "when": date_record(entry.when),
        "entity": ref_record(entry.claim.entity),
        "text": entry.text,
        "cites": cite_records(entry.claim.cites),
        "sign": entry.sign or None,
        "mood": entry.claim.mood or None,
        "key": entry.claim.key,
        "by": by_record(entry.claim),
    }


def _plain(entry: Entry) -> tuple[str, ...]:
    claim = entry.claim
    named = (entry.when.text, entry.sign, claim.entity.id, claim.entity.kind, entry.text)
    return (*named, claim.mood, words.sources(claim), claim.by.id if claim.by else "")


def _shown(entry: Entry, works: Works) -> tuple[str, ...]:
    said = f" (says {entry.claim.by.name})" if entry.claim.by else ""
    source = works.places(entry.claim.cites)
    marks = words.marks(entry.claim.troubles)
    tail = "  ".join(part for part in (marks, source) if part)
    return dates.show(entry.when), entry.sign, f"{entry.text}{said}" + (f"  ({tail})" if tail else "")
