"""`csto sources [SOURCE] [--locator L]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened, passage, say_left_out
from explorer.errors import NOT_FOUND, OK, UsageError
from explorer.store import passages
from explorer.store.cited import spot_of
from explorer.store.disputes import source_dates
from explorer.store.lens import Lens
from explorer.store.passages import Spot
from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.values import locators
from explorer.view.beside import PLAIN, plain

HEADER = ("source", "passage", *PLAIN)


def run(request: Request, output: Output) -> int:
    """What rests on each passage of a source; without one, every source. 1 where nothing rests on it."""
    locator = _locator(request)
    store = opened(request)
    lens = lens_of(request, store)
    source = meant(store, request.arguments[0]) if request.arguments else None
    every = [source] if source else [entity for entity, _ in passages.sources(store, lens)]
    found = [(entity, passages.at(store, entity, locator, lens)) for entity in every]
    if request.json:
        _json(request, output, store, found, lens)
    elif source is None:
        rows = [(entity.id, store.name(entity, lens), *_sizes(spots, output)) for entity, spots in found]
        output.table(("id", "name", "passages", "statements"), rows)
    elif "--plain" in request.flags:
        written = source_dates(store)
        output.table(
            HEADER,
            (
                (source.id, spot.locator, *plain(claim, written))
                for spot in found[0][1]
                for claim in passages.statements(store, source, spot, lens)
            ),
        )
    elif found[0][1]:
        _card(output, store, source, locator, lens)
    say_left_out(store, lens, lambda seen: _uses(store, source, locator, seen), "statement", "statements")
    if not any(spots for _, spots in found):
        whole = f"{source.short or source.name} {_shown(locator)}".strip() if source else "any source"
        say(f"nothing rests on {whole}{' on that day' if lens.asked else ''}")
        return NOT_FOUND
    return OK


def _uses(store: Store, source: Entity | None, locator: str, lens: Lens) -> int:
    """How many statements rest on passages, each counted where it rests."""
    every = [source] if source else [entity for entity, _ in passages.sources(store, lens)]
    return sum(spot.uses for one in every for spot in passages.at(store, one, locator, lens))


def _locator(request: Request) -> str:
    """The passage asked for, without the footnotes on it."""
    if "--locator" in request.values and not request.arguments:
        raise UsageError("‘--locator’ needs a SOURCE", "csto sources SOURCE --locator ‘sec 2.3 par 6’")
    written = passage(request)
    return spot_of(written).locator if written else ""


def _shown(locator: str) -> str:
    return locators.show(locators.parse_parts(locator))


def _sizes(spots: list[Spot], output: Output) -> tuple[str, str]:
    """How many passages carry something, and how many statements they carry."""
    places, uses = len(spots), sum(spot.uses for spot in spots)
    if "--plain" in output.request.flags:
        return str(places), str(uses)
    return f"{places} passage{'' if places == 1 else 's'}", f"{uses} statement{'' if uses == 1 else 's'}"


def _card(output: Output, store: Store, source: Entity, locator: str, lens: Lens) -> None:
    from explorer.view.source import passage_card

    made = passage_card(store, source.id, locator, lens)
    output.sourced(store, made.rows)


def _json(request: Request, output: Output, store: Store, found: list[tuple[Entity, list[Spot]]], lens: Lens) -> None:
    from explorer.export.evidence import owned_record

    records: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    for source, spots in found:
        places = [
            {
                "locator": spot.locator,
                "claims": [owned_record(claim) for claim in passages.statements(store, source, spot, lens)],
            }
            for spot in spots
        ]
        lines += [{"source": source.id, **place} for place in places]
        records.append({"id": source.id, "name": store.name(source, lens), "passages": places})
    output.answer({"as_of": request.as_of, "sources": records}, "sources", lines)
