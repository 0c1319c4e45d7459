"""The manual page, made from the registry and the topics; `docs/csto.1` is what the wheel installs."""

from __future__ import annotations

from explorer import __version__
from explorer.cli.registry import COMMANDS, SHARED, VERSION, Command, Option
from explorer.cli.topics import TOPICS

ABOUT = (
    "csto explores the facts of an organisation: each with its source, any day as a lens, contradictions shown. "
    "Without a command it opens an explorer for the terminal; with one it answers on standard output."
)


def manual() -> str:
    """The page in the macros of man(7)."""
    examples = [example for one in COMMANDS for example in one.examples]
    return "\n".join(
        [
            f'.TH CSTO 1 "" "csto {__version__}" "User Commands"',
            *(".SH NAME", "csto \\- explore an organisation's facts, each with its source"),
            *(".SH SYNOPSIS", ".B csto", "[\\fIoptions\\fR] [\\fIcommand\\fR] [\\fIarguments\\fR]"),
            *(".SH DESCRIPTION", _plain(ABOUT)),
            ".SH COMMANDS",
            *(line for one in COMMANDS for line in _command(one)),
            *(".SH OPTIONS", "These stand before or after the command."),
            *(line for one in (*SHARED, VERSION) for line in _option(one)),
            *(line for name, (_, text) in TOPICS.items() for line in _topic(name, text)),
            ".SH EXAMPLES",
            *(line for words, answer in examples for line in (".TP", f".B {_plain(words)}", _plain(answer))),
            *(".SH SEE ALSO", "The pages that come with the program: shell.md, data-format.md, config.md."),
            "",
        ]
    )


def _plain(text: str) -> str:
    """Text that roff shows as it is: hyphens that can be copied, no line that begins with a control character."""
    made = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("…", "...")
    return f"\\&{made}" if made.startswith(".") else made


def _command(one: Command) -> list[str]:
    arguments = f" \\fI{_plain(one.arguments)}\\fR" if one.arguments else ""
    lines = [".TP", f"\\fB{one.name}\\fR{arguments}", f"{_plain(one.summary[:1].upper() + one.summary[1:])}."]
    if one.options:
        lines += [".RS", *(line for option in one.options for line in _option(option)), ".RE"]
    return lines


def _option(one: Option) -> list[str]:
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in (one.short, one.name) if name)
    return [".TP", names + (f" \\fI{_plain(one.value)}\\fR" if one.value else ""), _plain(one.help)]


def _topic(name: str, text: str) -> list[str]:
    """A topic as a section; what is laid out in columns stays so."""
    title = [f".SH {_plain(name.upper().replace('-', ' '))}"]
    if "  " in text:
        return [*title, ".nf", *map(_plain, text.split("\n")), ".fi"]
    return [*title, *(_plain(line) or ".PP" for line in text.split("\n"))]
