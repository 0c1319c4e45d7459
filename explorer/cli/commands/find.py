"""`csto find WORDS…`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import known_kind, lens_of, opened
from explorer.errors import NOT_FOUND, OK, UsageError
from explorer.store import search
from explorer.store.rows import Hit


def run(request: Request, output: Output) -> int:
    """Ranked entities with what matched; 1 where nothing did."""
    store = opened(request)
    query = " ".join(request.arguments)
    lens = lens_of(request, store)
    hits, hidden = search.find(
        store,
        query,
        lens,
        kind=known_kind(store, request.value("--kind")),
        limit=_limit(request.value("--limit")),
        exact="--exact" in request.flags,
        without=tuple(request.lists.get("--not", ())),
    )
    if "--jsonl" in request.flags:
        for hit in hits:
            output.json(_record(hit))
    elif "--json" in request.flags:
        as_of = request.value("--as-of") or None
        record = {
            "version": 1,
            "query": query,
            "as_of": as_of,
            "hits": [_record(hit) for hit in hits],
            "hidden": hidden,
        }
        output.json(record)
    else:
        rows = [(hit.ref.id, hit.ref.kind, hit.ref.name, _why(hit)) for hit in hits]
        output.table(("id", "kind", "name", "matched"), rows)
    if hidden:
        say(f"{hidden} more {'is' if hidden == 1 else 'are'} hidden by --as-of")
    if not hits:
        say(f"nothing found for ‘{query}’")
    return OK if hits else NOT_FOUND


def _limit(text: str) -> int:
    if not text:
        return 20
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) == 0:
        raise UsageError(f"‘--limit’ takes a number, not ‘{text}’")
    return int(text)


def _record(hit: Hit) -> dict[str, object]:
    matched = {"field": hit.field, "text": hit.text}
    return {
        "id": hit.ref.id,
        "kind": hit.ref.kind,
        "name": hit.ref.name,
        "score": hit.score,
        "matched": matched,
    }


def _why(hit: Hit) -> str:
    """What matched, where it is not the name itself."""
    return "" if hit.text == hit.ref.name or hit.field == "id" else f"{hit.field}: {hit.text}"
