"""`csto help [TOPIC]`, `--help` and `--version`: made from the registry, examples first."""

from __future__ import annotations

from explorer import __version__
from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.cli.registry import COMMANDS, SHARED, VERSION, Command, Option, command, shared
from explorer.cli.topics import TOPICS
from explorer.errors import OK, UsageError
from explorer.text import suggest
from explorer.values import dates
from explorer.view import words

EXIT_CODES = (
    "0 answered (yes), 1 nothing found (or no), 2 usage, 3 errors in the data, 4 ambiguous, 5 cannot tell, "
    "6 could not write, 130 interrupted"
)


def run(request: Request, output: Output) -> int:
    """The overview, or one command or topic explained."""
    wanted = request.command
    if wanted is not None and wanted.name == "help":
        if request.arguments and request.arguments[0] in TOPICS:
            output.text(TOPICS[request.arguments[0]][1])
            return OK
        wanted = _command(request.arguments[0]) if request.arguments else None
    for before, text in _one(wanted) if wanted else _overview():
        output.entry(before, text)
    return OK


def _command(name: str) -> Command:
    found = command(name)
    if found is None:
        known = (*(c.name for c in COMMANDS), *TOPICS)
        raise UsageError(f"no command or topic ‘{name}’", suggest(name, known) or f"there are: {', '.join(known)}")
    return found


Entry = tuple[str, str]
"""What stands at the left, and what is said of it."""
_GAP: Entry = ("", "")


def _beside(left: str, text: str, columns: int = 22) -> Entry:
    return f"  {left:<{columns}} ", text


def _overview() -> list[Entry]:
    return [
        *(("", "csto: explore an organisation's facts, each with its source"), _GAP),
        *(_beside(line, answer, 44) for c in COMMANDS for line, answer in c.examples[:1]),
        *(_GAP, ("", "Commands (none opens the explorer):")),
        *(_beside(f"{c.name} {c.arguments}", c.summary) for c in COMMANDS),
        *(_GAP, ("", "Everywhere, before or after the command:")),
        *map(_option, (*SHARED, VERSION)),
        *(_GAP, ("", "Marks on statements:")),
        *(_beside(mark, said) for mark, said in words.meanings().items()),
        *(_GAP, ("", "Topics (csto help TOPIC):")),
        *(_beside(name, about) for name, (about, _) in TOPICS.items()),
        *(_GAP, ("", f"Exit codes: {EXIT_CODES}.")),
    ]


def _one(wanted: Command) -> list[Entry]:
    lines = [("", f"csto {wanted.name} {wanted.arguments}: {wanted.summary}"), _GAP]
    for line, answer in wanted.examples:
        lines += [("", f"  {line}"), ("      ", answer)]
    if wanted.options:
        lines += [_GAP, ("", "Options:"), *map(_option, wanted.options)]
    return [*lines, _GAP, ("", "Everywhere:"), *map(_option, shared(wanted)), _GAP, ("", f"Exit codes: {EXIT_CODES}.")]


def _option(option: Option) -> Entry:
    names = ", ".join(filter(None, (option.short, option.name)))
    return _beside(f"{names} {option.value}".rstrip(), option.help)


def version(request: Request, output: Output) -> int:
    """Program, data set, and the day up to which its sources speak."""

    from explorer.cli.session import opened

    store = opened(request)
    horizon = store.meta("horizon")
    known = horizon not in ("", dates.FOREVER)
    title = store.meta("title") or store.meta("short-title") or store.folder
    if request.json:
        count = int(store.meta("entities") or 0)
        told = {"program": __version__, "title": title, "entities": count, "horizon": horizon if known else None}
        output.json({"version": 1, **told})
        return OK
    output.line(f"csto {__version__}")
    output.line(f"{title}: {store.meta('entities')} entities" + (f", up to {words.horizon(horizon)}" if known else ""))
    return OK
