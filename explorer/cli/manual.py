"""The manual page, made from the registry and the topics; `docs/csto.1` is what the wheel installs."""

from __future__ import annotations

from explorer import __version__
from explorer.cli.registry import COMMANDS, SHARED, VERSION, Command, Option
from explorer.cli.topics import TOPICS

ABOUT = (
    "csto explores the facts of an organisation: each with its source, any day as a lens, contradictions shown. "
    "Without a command it opens an explorer for the terminal; with one it answers on standard output."
)


SECTIONS = {"exit-codes": "exit status"}
"""Topics that have another name in manuals."""
FILES = (
    (
        "$XDG_CACHE_HOME/csto",
        "what was compiled of a data folder, and the ids for completion; can be removed at any time",
    ),
    ("$XDG_STATE_HOME/csto", "where the explorer was, and what is marked"),
    ("$XDG_CONFIG_HOME/csto/config.toml", "settings and keys of the explorer"),
)
"""Where files are kept, and what they are."""

_LETTERS = {
    "\\": "\\e",
    "-": "\\-",
    "'": "\\(aq",
    '"': "\\(dq",
    "…": "...",
    "‘": "\\(oq",
    "’": "\\(cq",
    "§": "\\(sc",
    "¶": "\\(ps",
    "~": "\\(ti",
    "^": "\\(ha",
}
"""Letters that roff would read or show as something else, to their names."""


def manual() -> str:
    """The page in the macros of man(7)."""
    examples = [example for one in COMMANDS for example in one.examples]
    return "\n".join(
        [
            f'.TH CSTO 1 "" "csto {__version__}" "User Commands"',
            *(".SH NAME", "csto \\- explore an organisation's facts, each with its source"),
            *(".SH SYNOPSIS", ".B csto", "[\\fIoptions\\fR]", ".br", ".B csto"),
            "[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]",
            *(".SH DESCRIPTION", _filled(ABOUT)),
            ".SH COMMANDS",
            *(line for one in COMMANDS for line in _command(one)),
            *(".SH OPTIONS", "These stand before or after the command."),
            *(line for one in (*SHARED, VERSION) for line in _option(one)),
            *(line for name, (_, text) in TOPICS.items() for line in _topic(name, text)),
            ".SH FILES",
            *(line for path, what in FILES for line in (".TP", f".I {_plain(path)}", _filled(what))),
            ".SH EXAMPLES",
            *(line for words, answer in examples for line in (".TP", f".B {_plain(words)}", _filled(answer))),
            *(".SH SEE ALSO", "The pages that come with the program: shell.md, data-format.md, config.md."),
            "",
        ]
    )


def _plain(text: str) -> str:
    """Text that roff shows as it is: hyphens that can be copied, no line that begins with a control character."""
    made = "".join(_LETTERS.get(letter, letter) for letter in text)
    return f"\\&{made}" if made.startswith(".") else made


def _filled(text: str) -> str:
    """Running text, in lines that linters of manuals like."""
    from textwrap import wrap

    lines = wrap(_plain(text), 78, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in lines)


def _command(one: Command) -> list[str]:
    arguments = f" \\fI{_plain(one.arguments)}\\fR" if one.arguments else ""
    lines = [".TP", f"\\fB{one.name}\\fR{arguments}", _filled(f"{one.summary[:1].upper()}{one.summary[1:]}.")]
    if one.options:
        lines += [".RS", *(line for option in one.options for line in _option(option)), ".RE"]
    return lines


def _option(one: Option) -> list[str]:
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in (one.short, one.name) if name)
    return [".TP", names + (f" \\fI{_plain(one.value)}\\fR" if one.value else ""), _filled(one.help)]


def _topic(name: str, text: str) -> list[str]:
    """A topic as a section; what is laid out in columns stays so."""
    title = [f".SH {_plain(SECTIONS.get(name, name).upper())}"]
    if "  " in text:
        return [*title, ".nf", *map(_plain, text.split("\n")), ".fi"]
    first, *others = (_filled(paragraph.replace("\n", " ")) for paragraph in text.split("\n\n"))
    return [*title, first, *(line for paragraph in others for line in (".PP", paragraph))]
