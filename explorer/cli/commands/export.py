"""`csto export FORMAT [-o FILE]`"""

from __future__ import annotations

import sys

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, opened, say_hidden
from explorer.errors import OK, UsageError
from explorer.store import structure
from explorer.store.lens import Lens
from explorer.store.read import Store

BINARY = ("csv", "sqlite")


def run(request: Request, output: Output) -> int:
    """All of the data, as of the day asked, for another program."""
    format_ = request.arguments[0]
    described = "--metadata" in request.flags
    if described and format_ != "sqlite":
        raise UsageError(f"‘--metadata’ is for sqlite, not for {format_}")
    binary = format_ in BINARY and not described
    if binary and request.value("--output") in ("", "-") and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(f"{format_} is nothing for a terminal", "name a file with -o")
    store = opened(request)
    lens = lens_of(request, store)
    output.file(_made(store, lens, format_, described=described), text=not binary)
    if format_ == "csv" and request.value("--output").endswith(".csv"):
        say("it is a zip of tables, whatever its name")
    say_hidden(structure.size(store, lens)[1], "entity", "entities")
    return OK


def _made(store: Store, lens: Lens, format_: str, *, described: bool) -> bytes:
    if format_ == "graphml":
        from explorer.export.graph import graphml

        return graphml(store, lens).encode()
    if format_ == "dot":
        from explorer.export.graph import dot

        return dot(store, lens).encode()
    if format_ == "ics":
        from explorer.export.ical import calendar

        text, left_out = calendar(store, lens)
        if left_out:
            say(f"{left_out} {'event has' if left_out == 1 else 'events have'} no two ends in time; left out")
        return text.encode()
    from explorer.export import formats

    make = {"jsonl": formats.jsonl, "csv": formats.csv, "sqlite": formats.sqlite}[format_]
    return formats.datasette(store, lens) if described else make(store, lens)
