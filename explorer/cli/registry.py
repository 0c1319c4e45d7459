"""Every command and option, declared once: the parser, the help and the README's table read this."""

from __future__ import annotations

from explorer.values.lean import NamedTuple


class Option(NamedTuple):
    """A switch. `value` names what it takes; empty for one that takes nothing."""

    name: str
    value: str
    help: str
    short: str = ""
    many: bool = False
    """May be given several times."""
    choices: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command: `least` to `most` arguments (-1: any number); its code is in `cli/commands/MODULE.py`."""

    name: str
    arguments: str
    summary: str
    least: int
    most: int
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    """A command line and what it answers."""
    module: str = ""


SHARED = (
    Option("--as-of", "DATE", "see everything as of a day, month or year, or of an event's name"),
    Option("--data", "DIR", "read another folder of YAML (or CSTO_DATA)"),
    Option("--json", "", "one JSON document"),
    Option("--jsonl", "", "JSON Lines, where the answer has rows"),
    Option("--plain", "", "tab-separated, with a header line"),
    Option("--color", "WHEN", "auto, always or never", choices=("auto", "always", "never")),
    Option("--help", "", "explain the command", short="-h"),
)

VERSION = Option("--version", "", "say which program and data set this is", short="-V")

COMMANDS = (
    Command(
        "find",
        "WORDS…",
        "look for names and facts; the best hit first",
        1,
        -1,
        (
            Option("--kind", "KIND", "only entities of this kind; in the words, kind:event"),
            Option("--in", "TIME", "only what was in that time, 2001 or 2000/2003; in the words, in:2001"),
            Option("--source", "SOURCE", "only what rests on this source; in the words, source:ID"),
            Option("--exact", "", "only names that are just these words; in the words, a = first"),
            Option("--not", "WORD", "leave out what has this word", many=True),
            Option("--limit", "N", "at most so many hits (20)"),
        ),
        (
            ("csto find joint headqarters", "the Joint Headquarters, in spite of the slip"),
            ("csto find kirghizia", "Kyrgyzstan, under the name that the texts use"),
            ("csto find bread 18 tons", "the agreement that lays it down"),
            ("csto find exercise in:2004/2005 --source jasutis", "those of the two years, as the article tells them"),
        ),
        "find",
    ),
    Command(
        "show",
        "ENTITY…",
        "everything about an entity: facts, links both ways, sources",
        1,
        -1,
        (),
        (
            ('csto show "joint hq"', "its officers, planned and reached, and who says so"),
            ("csto show csto --as-of 2004-06-01", "the organisation as it was that day"),
            ("csto show rubezh-2006 --json", "the same for scripts"),
        ),
        "show",
    ),
    Command(
        "list",
        "[KIND]",
        "entities, one a line: id, kind, name, when",
        0,
        1,
        (),
        (
            ("csto list event", "all events in the order of time"),
            ("csto list --plain | cut -f1", "every id"),
        ),
        "listing",
    ),
    Command(
        "members",
        "ORG [STATE]",
        "who was in, who was out, and who says so; with STATE the exit code answers: 0 yes, 1 no, 5 cannot tell",
        1,
        2,
        (),
        (
            ("csto members csto --as-of 2004-06-01", "the six, and Uzbekistan as out"),
            ("csto members csto uzbekistan --as-of 2007-01-01", "yes, since 2006"),
        ),
        "members",
    ),
    Command(
        "check",
        "[DIR]",
        "tell what is wrong with a folder of YAML, with file, line and column",
        0,
        1,
        (
            Option("--strict", "", "warnings count as errors"),
            Option("--coverage", "", "also tell what rests on each passage, and what hangs free"),
        ),
        (
            ("csto check data", "every problem in one run; exit code 3 if there is an error"),
            ("csto check data --strict --coverage", "and what the sources carry"),
        ),
        "check",
    ),
    Command(
        "schema",
        "data",
        "the JSON Schema of the data format with the folder's own words, for editors",
        1,
        1,
        (),
        (("csto schema data", "what the first line of each data file names, data/schema.json"),),
        "schema",
    ),
    Command(
        "open",
        "[ENTITY]",
        "open the explorer, at an entity if one is named",
        0,
        1,
        (
            Option("--fresh", "", "start clean, not where you were"),
            Option("--no-mouse", "", "leave the mouse to the terminal, for selecting text"),
            Option("--ascii", "", "borders and marks in ASCII"),
            Option("--plain-driver", "", "send whole frames, not only changed cells, if the screen looks wrong"),
        ),
        (("csto open joint-hq --as-of 2005-06", "the explorer at that place and day"),),
    ),
    Command(
        "help",
        "[COMMAND]",
        "explain a command",
        0,
        1,
        (),
        (("csto help find", "the options of find"),),
        "help",
    ),
)


def command(name: str) -> Command | None:
    """The command with that name."""
    return next((c for c in COMMANDS if c.name == name), None)
