"""`csto diff D1 D2`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, opened, say_hidden
from explorer.errors import NOT_FOUND, OK
from explorer.view import words
from explorer.view.changes import Change, changes, hidden, laid_out, ordered


def run(request: Request, output: Output) -> int:
    """What changed between two days; 1 where nothing did."""
    store = opened(request)
    lens = lens_of(request, store)
    one, other = request.arguments
    first, last = ordered(store, one, other)
    found = changes(store, first, last, lens)
    if request.json:
        records = [_record(change) for change in found]
        output.answer({"from": one, "to": other, "changes": records}, "changes")
    elif "--plain" in request.flags:
        header = ("change", "id", "kind", "text", "when", "mood", "sure", "before", "source", "by")
        output.table(header, map(_plain, found))
    else:
        output.sourced(store, laid_out(found, first, last).rows)
    say_hidden(hidden(store, first, last, found, lens), "change", "changes")
    if not found:
        say("the sources date no change between these days")
    return OK if found else NOT_FOUND


def _record(change: Change) -> dict[str, object]:
    from explorer.export.records import by_record, cite_records, date_record, ref_record

    return {
        "change": change.change,
        "entity": ref_record(change.claim.entity),
        "text": change.text,
        "when": date_record(change.when),
        "cites": cite_records(change.claim.cites),
        "mood": change.claim.mood or None,
        "sure": change.sure,
        "before": change.before or None,
        "key": change.claim.key,
        "by": by_record(change.claim),
    }


def _plain(change: Change) -> tuple[str, ...]:
    claim = change.claim
    sure = "yes" if change.sure else "perhaps"
    named = (change.change, claim.entity.id, claim.entity.kind, change.text)
    by = claim.by.id if claim.by else ""
    return (*named, change.when.text, claim.mood, sure, change.before, words.sources(claim), by)
