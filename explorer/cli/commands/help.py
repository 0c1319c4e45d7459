"""`csto help [TOPIC]`, `--help` and `--version`: made from the registry, examples first."""

from __future__ import annotations

from explorer import __version__
from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.cli.registry import COMMANDS, SHARED, VERSION, Command, Option, command
from explorer.cli.topics import TOPICS
from explorer.errors import OK, UsageError
from explorer.text import suggest
from explorer.values import dates
from explorer.view import words
from explorer.view.words import TROUBLES

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
    for line in _one(wanted) if wanted else _overview():
        output.line(line)
    return OK


def _command(name: str) -> Command:
    found = command(name)
    if found is None:
        known = (*(c.name for c in COMMANDS), *TOPICS)
        raise UsageError(f"no command or topic ‘{name}’", suggest(name, known) or f"there are: {', '.join(known)}")
    return found


def _overview() -> list[str]:
    lines = ["csto: explore an organisation's facts, each with its source", ""]
    examples = [example for c in COMMANDS for example in c.examples[:1]]
    lines += [f"  {line:<44} {answer}" for line, answer in examples]
    lines += ["", "Commands (none opens the explorer):"]
    lines += [f"  {f'{c.name} {c.arguments}':<22} {c.summary}" for c in COMMANDS]
    lines += ["", "Everywhere, before or after the command:"]
    lines += [_option(option) for option in (*SHARED, VERSION)]
    lines += ["", "Marks on statements:"]
    meanings = {mark: [] for mark, _ in TROUBLES.values()}  # type: dict[str, list[str]]
    for mark, meaning in TROUBLES.values():
        meanings[mark].append(meaning)
    lines += [f"  {mark:<22} {'; or '.join(said)}" for mark, said in meanings.items()]
    lines += ["", "Topics (csto help TOPIC):", *(f"  {name:<22} {about}" for name, (about, _) in TOPICS.items())]
    return [*lines, "", f"Exit codes: {EXIT_CODES}."]


def _one(wanted: Command) -> list[str]:
    lines = [f"csto {wanted.name} {wanted.arguments}: {wanted.summary}", ""]
    for line, answer in wanted.examples:
        lines += [f"  {line}", f"      {answer}"]
    if wanted.options:
        lines += ["", "Options:", *map(_option, wanted.options)]
    return [*lines, "", "Everywhere:", *map(_option, SHARED), "", f"Exit codes: {EXIT_CODES}."]


def _option(option: Option) -> str:
    names = ", ".join(filter(None, (option.short, option.name)))
    return f"  {f'{names} {option.value}'.rstrip():<22} {option.help}"


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
