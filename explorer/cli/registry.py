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


SHAPES = ("--json", "--jsonl", "--plain", "--fields")
"""Switches that say in which shape rows are answered."""


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
    choices: tuple[str, ...] = ()
    """What its arguments can be, where they are few."""
    shapes: tuple[str, ...] = SHAPES
    """Those of the switches of shape that it takes; none where its answer has a form of its own."""


SHARED = (
    Option("--as-of", "DATE", "see everything as of a day, month or year, or of an event's name"),
    Option("--data", "DIR", "read another folder of YAML (or CSTO_DATA)"),
    Option("--json", "", "one JSON document"),
    Option("--jsonl", "", "JSON Lines, where the answer has rows"),
    Option("--plain", "", "tab-separated, with a header line"),
    Option("--fields", "NAMES", "only these columns, or keys of each row: id,name"),
    Option("--color", "WHEN", "auto, always or never", choices=("auto", "always", "never")),
    Option("--help", "", "explain the command", short="-h"),
)


def shared(one: Command) -> tuple[Option, ...]:
    """The shared switches that a command takes: those of shape only where it answers in that shape."""
    return tuple(option for option in SHARED if option.name not in SHAPES or option.name in one.shapes)


VERSION = Option("--version", "", "say which program and data set this is", short="-V")

FILE = (
    Option("--output", "FILE", "write it there, not to stdout", short="-o"),
    Option("--force", "", "over a file that is there already"),
)

LOCATOR = Option("--locator", "PASSAGE", "a passage or section of it, as ‘sec 2.3 par 6’ or ‘§2.3 ¶6’")

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
        (Option("--card", "", "six lines of at most 72 columns, for a mail"),),
        (
            ('csto show "joint hq"', "its officers, planned and reached, and who says so"),
            ("csto show csto --as-of 2004-06-01", "the organisation as it was that day"),
            ("csto show rubezh-2006 --json", "the same for scripts"),
            ("csto show csto --card", "the gist of it"),
        ),
        "show",
    ),
    Command(
        "list",
        "[KIND]",
        "entities, one a line: id, kind, name, when",
        0,
        1,
        (
            Option("--since", "DATE", "only what may have lasted to this day or longer"),
            Option("--until", "DATE", "only what may have begun by this day"),
            Option("--linked-to", "ENTITY", "only what a link joins to this, either way"),
            Option("--source", "SOURCE", "only what this source says something of"),
        ),
        (
            ("csto list event", "all events in the order of time"),
            ("csto list event --since 2005 --until 2006", "those of two years"),
            ("csto list --linked-to tajikistan --source jasutis", "what this source says of it"),
            ("csto list --plain | cut -f1", "every id"),
        ),
        "listing",
    ),
    Command(
        "timeline",
        "[ENTITY]",
        "what has a date, in the order of time: signed, in force, began, planned, forecast",
        0,
        1,
        (
            Option("--since", "DATE", "from that day, month, year or event on"),
            Option("--until", "DATE", "up to that day, month, year or event"),
            Option("--kind", "KIND", "only of entities of this kind"),
            Option("--source", "SOURCE", "only what rests on this source"),
        ),
        (
            ("csto timeline csto --since 2002 --until 2003", "the two years in which it was founded"),
            ("csto timeline --kind document --plain", "every document with its date"),
        ),
        "timeline",
    ),
    Command(
        "diff",
        "D1 D2",
        "what changed between two days: joined, left, founded, ended, renamed, signed, in force, figures",
        2,
        2,
        (),
        (
            ("csto diff 2002-05-01 2004-06-01", "the founding of the organisation, and who says so"),
            ("csto diff 2001 2007 --plain | grep ^joined", "who joined what in those years"),
        ),
        "diff",
    ),
    Command(
        "model",
        "[STAGE]",
        "the stages of the model: criteria, evidence in the order of time, what only compares, how far each has come",
        0,
        1,
        (),
        (
            ("csto model", "the four stages, and what is named as evidence of each"),
            ("csto model functional-dependence-stage --as-of 2006", "the last one, as far as it had come by then"),
        ),
        "model",
    ),
    Command(
        "members",
        "[ORG [STATE]]",
        "who was in, who was out, and who says so; with STATE the exit code answers: 0 yes, 1 no, 5 cannot tell",
        0,
        2,
        (),
        (
            ("csto members csto --as-of 2004-06-01", "the six, and Uzbekistan as out"),
            ("csto members csto uzbekistan --as-of 2007-01-01", "yes, since 2006"),
            ("csto members", "every state and organisation, periods as bars"),
        ),
        "members",
    ),
    Command(
        "posts",
        "[ENTITY]",
        "who held which post, at an entity or by a person, since when, and who says so",
        0,
        1,
        (),
        (
            ("csto posts --as-of 2004", "who commanded or headed what in 2004, and of whom nobody can tell"),
            ('csto posts "joint hq"', "its commander and his deputies"),
        ),
        "posts",
    ),
    Command(
        "troubles",
        "[ENTITY]",
        "statements that cannot all be taken as they stand, side by side, each with its source and the source's date",
        0,
        1,
        (
            Option(
                "--kind",
                "KIND",
                "only: differs, plan, against, doubt or repeats",
                choices=("differs", "plan", "against", "doubt", "repeats"),
            ),
        ),
        (
            ("csto troubles --kind plan", "what was planned, beside what came of it"),
            ('csto troubles "joint air defence"', "the descriptions of it that contradict each other"),
        ),
        "troubles",
    ),
    Command(
        "sources",
        "[SOURCE]",
        "what rests on a source: its passages, and with --locator every statement on one",
        0,
        1,
        (LOCATOR,),
        (
            ("csto sources", "every source on which something rests"),
            ('csto sources jasutis --locator "sec 2.3 par 6"', "the statements on that paragraph and its footnotes"),
        ),
        "sources",
    ),
    Command(
        "compare",
        "A B [C]",
        "two or three things row by row: neighbours of both, what answers one question, what only one has",
        2,
        3,
        (),
        (
            ("csto compare armenia belarus", "what both were in, since when, and who says so"),
            (
                'csto compare "western grouping" "caucasian grouping"',
                "strengths, troops and commands beside each other",
            ),
        ),
        "compare",
    ),
    Command(
        "figures",
        "ABOUT",
        "the figures that answer one question, across entities and time, as bars with the number beside each",
        0,
        1,
        (),
        (
            ("csto figures documents-signed", "which share of the documents each state had signed in 2001"),
            ("csto figures strength", "strengths planned and reached, the doubtful ones hatched"),
        ),
        "figures",
    ),
    Command(
        "cite",
        "ENTITY",
        "a reference ready to paste: of a document, or of what the statements on anything else rest on",
        1,
        1,
        (
            Option(
                "--format",
                "FORMAT",
                "text (author and date), note (a footnote), bibtex, csl-json or ris",
                choices=("text", "note", "bibtex", "csl-json", "ris"),
            ),
            LOCATOR,
        ),
        (
            ("csto cite jasutis --format bibtex", "an entry for a bibliography"),
            ("csto cite jasutis --locator 'sec 2.4 par 2' --format note", "a footnote"),
            ('csto cite "joint hq"', "the sources on it, with their passages"),
        ),
        "cite",
        shapes=("--json",),
    ),
    Command(
        "brief",
        "[ID…]",
        "Markdown with footnotes: of entities, of single statements (ID:KEY), or of what is marked in the explorer",
        0,
        -1,
        (Option("--marks", "", "what is marked in the explorer"), *FILE),
        (
            ("csto brief joint-hq rubezh-2006", "all that is said of the two"),
            ("csto brief csto-joint-headquarters:strength-2", "one statement with its source"),
        ),
        "brief",
        shapes=(),
    ),
    Command(
        "export",
        "FORMAT",
        "all of the data for other programs: jsonl, csv (zip), sqlite, graphml, dot or ics",
        1,
        1,
        (*FILE, Option("--metadata", "", "for sqlite: the metadata.json that Datasette reads, instead")),
        (
            ("csto export graphml -o csto.graphml", "for Gephi or networkx"),
            ("csto export sqlite -o csto.db", "for sqlite3, Datasette or pandas"),
            ("csto export ics --as-of 2004", "events known in 2004, for a calendar"),
        ),
        "export",
        ("jsonl", "csv", "sqlite", "graphml", "dot", "ics"),
        (),
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
        "data|output",
        "a JSON Schema: of the data format with the folder's own words, for editors, or of every answer",
        1,
        1,
        (),
        (
            ("csto schema data", "what the first line of each data file names, data/schema.json"),
            ("csto schema output", "what scripts can rely on, version 1"),
        ),
        "schema",
        ("data", "output"),
        ("--json",),
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
        shapes=(),
    ),
    Command(
        "completions",
        "SHELL",
        "a script for bash, zsh or fish that completes commands, options, kinds and ids",
        1,
        1,
        (),
        (
            ("csto completions bash", "for ~/.local/share/bash-completion/completions/csto"),
            ("csto completions zsh", "for a file _csto in a folder of $fpath"),
            ("csto completions fish", "for ~/.config/fish/completions/csto.fish"),
        ),
        "completions",
        ("bash", "zsh", "fish"),
        (),
    ),
    Command(
        "paths",
        "",
        "which files and folders the program reads and writes",
        0,
        0,
        (),
        (("csto paths", "the data, what was compiled of them, the session, the config file"),),
        "paths",
    ),
    Command(
        "help",
        "[TOPIC]",
        "explain a command or a topic",
        0,
        1,
        (),
        (("csto help find", "the options of find"), ("csto help dates", "how to name a day")),
        "help",
        shapes=(),
    ),
)


def command(name: str) -> Command | None:
    """The command with that name."""
    return next((c for c in COMMANDS if c.name == name), None)
