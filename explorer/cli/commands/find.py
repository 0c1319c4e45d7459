"""`csto find WORDS…`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, opened, say_hidden
from explorer.errors import NOT_FOUND, OK, UsageError
from explorer.store import search
from explorer.store.lens import Lens
from explorer.store.query import Query, folded
from explorer.store.read import Store
from explorer.store.rows import Claim, Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.view.works import Works


def run(request: Request, output: Output) -> int:
    """Ranked entities with what matched; 1 where nothing did."""
    store = opened(request)
    text = " ".join(request.arguments)
    lens = lens_of(request, store)
    query = _query(store, request, text)
    limit = _limit(request.value("--limit"))
    found = search.answer(store, query, lens, limit=limit)
    if found.wrong:
        message, _, hint = found.wrong.partition("; ")
        raise UsageError(message, hint)
    hits, hidden = found.hits, found.hidden
    stated = _stated(store, hits, lens)
    if request.json:
        records = [_record(hit, stated) for hit in hits]
        output.answer({"query": text, "as_of": request.as_of, "hits": records, "hidden": hidden}, "hits")
    elif "--plain" in request.flags or "--fields" in request.values:
        header = ("id", "kind", "name", "matched", "mood", "source")
        output.table(header, (_plain(hit, stated) for hit in hits))
    else:
        _text(store, output, hits, stated, lens)
    say_hidden(hidden)
    if found.cut:
        say("the query was too long, and its end was left out")
    if not hits:
        _say_nothing(store, query, text, lens, found.tried)
    return OK if hits else NOT_FOUND


def _query(store: Store, request: Request, text: str) -> Query:
    """The words with their operators, and the switches that say the same."""
    query = search.read(store, text)
    kind = request.value("--kind")
    query.kinds += (kind,) if kind else ()
    query.times += (request.value("--in"),) if request.value("--in") else ()
    query.sources += (request.value("--source"),) if request.value("--source") else ()
    query.without += tuple(word for one in request.lists.get("--not", ()) for word in folded(one).split())
    query.exact = query.exact or "--exact" in request.flags
    return query


def _say_nothing(store: Store, query: Query, text: str, lens: Lens, tried: tuple[str, ...]) -> None:
    """What was tried, which words there are, and which switch finds something."""
    from explorer.store.nothing import DAY, FACTS, further, nearest

    also = f", nor for {' or '.join(f'‘{word}’' for word in tried)}" if tried else ""
    say(f"nothing found for ‘{text}’{also}")
    if near := nearest(store, query):
        say(f"the nearest words are {', '.join(f'‘{word}’' for word in near)}")
    without = {FACTS: "without --exact, in facts", DAY: "without --as-of"}
    for way, count in further(store, query, lens):
        say(f"{count} found {without.get(way, 'without what narrows the search')}")


def _limit(text: str) -> int:
    if not text:
        return 20
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) == 0:
        raise UsageError(f"‘--limit’ takes a number, not ‘{text}’")
    return int(text)


def _stated(store: Store, hits: list[Hit], lens: Lens) -> dict[int, Claim]:
    """The statements that matched, by their numbers."""
    numbers = [hit.claim for hit in hits if hit.claim]
    if not numbers:
        return {}
    from explorer.store.claims import numbered

    return {claim.number: claim for claim in numbered(store, numbers, lens)}


def _record(hit: Hit, stated: dict[int, Claim]) -> dict[str, object]:
    matched: dict[str, object] = {"field": hit.field, "text": hit.text, "mood": None, "cites": []}
    if hit.claim:
        from explorer.export.records import cite_records

        claim = stated[hit.claim]
        matched.update(mood=claim.mood or None, cites=cite_records(claim.cites))
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


def _plain(hit: Hit, stated: dict[int, Claim]) -> tuple[str, ...]:
    """What was found, and of a statement its mood and where it stands."""
    mood = source = ""
    if hit.claim:
        from explorer.view.words import sources

        mood, source = stated[hit.claim].mood, sources(stated[hit.claim])
    return hit.ref.id, hit.ref.kind, hit.ref.name, _why(hit), mood, source


def _text(store: Store, output: Output, hits: list[Hit], stated: dict[int, Claim], lens: Lens) -> None:
    """A line for each hit, and beneath them the sources of the statements that matched, if any did."""
    header, works = ("id", "kind", "name", "matched"), None
    if stated:
        from explorer.view.works import Works

        works = Works()
    output.table(header, [(*hit.ref, _told(hit, stated, lens, works)) for hit in hits])
    if works:
        output.beneath(store, works)


def _told(hit: Hit, stated: dict[int, Claim], lens: Lens, works: Works | None) -> str:
    """What matched; of a statement its time, mood and speaker, and where it stands."""
    if not hit.claim or works is None:
        return _why(hit)
    from explorer.view.words import notes

    claim = stated[hit.claim]
    return f"{' · '.join((_why(hit), *notes(claim, lens.asked)))}  ({works.places(claim.cites)})"
