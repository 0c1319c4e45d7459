"""Read a command line by the registry. Our own few lines, because argparse alone costs as much as a whole look-up.

Shared switches stand before or after the command and are never lost; nothing is abbreviated.
"""

from __future__ import annotations

from explorer.cli.registry import COMMANDS, SHAPES, SHARED, VERSION, Command, Option, command
from explorer.errors import UsageError
from explorer.text import suggest

PATHS = ("--data", "--output")
"""Switches that name files, whose names may be any bytes."""


class Request:
    """What was asked: a command (None: open the explorer), its arguments and switches."""

    __slots__ = ("arguments", "command", "flags", "lists", "values")

    def __init__(self) -> None:
        self.command: Command | None = None
        self.arguments: list[str] = []
        self.values: dict[str, str] = {}
        self.flags: set[str] = set()
        self.lists: dict[str, list[str]] = {}

    def value(self, name: str) -> str:
        """The value of a switch, or empty."""
        return self.values.get(name, "")

    @property
    def json(self) -> bool:
        """Whether the answer is for machines."""
        return "--json" in self.flags or "--jsonl" in self.flags

    @property
    def as_of(self) -> str | None:
        """The day asked about, as typed; None where none is."""
        return self.value("--as-of") or None


def wants_json(argv: list[str]) -> bool:
    """Whether errors, too, must be JSON, as far as can be told before the line is read."""
    words = argv[: argv.index("--")] if "--" in argv else argv
    return "--json" in words or "--jsonl" in words


def read(argv: list[str]) -> Request:
    """Read the words after the program's name; raise UsageError where they make no sense."""
    request = Request()
    waiting = list(argv)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            for rest in waiting:
                _take(request, rest)
            break
        if word.startswith("-") and word != "-":
            _option(request, word, waiting)
        else:
            _take(request, word)
    _read_as_text(request)
    _check(request)
    return request


def _take(request: Request, word: str) -> None:
    """The first plain word is the command, the others are its arguments."""
    if request.command is not None:
        request.arguments.append(word)
        return
    found = command(word)
    if found is None:
        raise UsageError(f"no command ‘{word}’", suggest(word, [c.name for c in COMMANDS]) or "csto help lists them")
    request.command = found


def _option(request: Request, word: str, waiting: list[str]) -> None:
    name, equals, value = word.partition("=")
    option = _known(request, name)
    if option is None and request.command is None:  # whether the command has it is seen when the command is known
        option = next((o for c in COMMANDS for o in c.options if name in (o.name, o.short)), None)
    if option is None:
        raise _unknown(request, name)
    if not option.value:
        if equals:
            raise UsageError(f"‘{option.name}’ takes no value")
        request.flags.add(option.name)
        return
    if not equals:
        if not waiting:
            raise UsageError(f"‘{option.name}’ needs {option.value}")
        value = waiting.pop(0)
    if not value.strip():
        raise UsageError(f"‘{option.name}’ is empty", f"name {option.value}, or leave it out")
    if option.choices and value not in option.choices:
        raise UsageError(
            f"‘{option.name}’ is {', '.join(option.choices)}, not ‘{value}’", suggest(value, option.choices)
        )
    if option.many:
        request.lists.setdefault(option.name, []).append(value)
    else:
        request.values[option.name] = value


def _unknown(request: Request, name: str) -> UsageError:
    options = (*SHARED, VERSION, *_own(request))
    where = f" of {request.command.name}" if request.command else ""
    hint = suggest(name, [o.name for o in options])
    if request.command and request.command.name == "find" and name[1:2] not in ("", "-"):
        hint = f"to leave a word out: --not {name[1:]}"  # in the search pane it is `-word`
    return UsageError(f"no option ‘{name}’{where}", hint)


def _known(request: Request, name: str) -> Option | None:
    return next((o for o in (*SHARED, VERSION, *_own(request)) if name in (o.name, o.short)), None)


def _own(request: Request) -> tuple[Option, ...]:
    """The command's own options; without a command the explorer opens."""
    found = request.command or command("open")
    return found.options if found else ()


def _read_as_text(request: Request) -> None:
    """Bytes that are no UTF-8 become marks, except in the names of folders, which may be any bytes."""
    if request.command is None or request.command.name != "check":
        request.arguments = [_text(word) for word in request.arguments]
    request.values = {name: value if name in PATHS else _text(value) for name, value in request.values.items()}
    request.lists = {name: [_text(value) for value in values] for name, values in request.lists.items()}


def _text(word: str) -> str:
    return word if word.isascii() else word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check(request: Request) -> None:
    """Options that the command has, and unless help is wanted, the right arguments in a shape that it can answer in."""
    for name in (*request.flags, *request.values, *request.lists):
        if _known(request, name) is None:
            raise _unknown(request, name)
    found, count = request.command, len(request.arguments)
    if "--help" in request.flags or "--version" in request.flags:
        return
    _check_shape(request)
    if found is None:
        return
    if count < found.least:
        raise UsageError(f"{found.name} needs {found.arguments}", f"csto help {found.name}")
    wrong = next((word for word in request.arguments if found.choices and word not in found.choices), None)
    if wrong is not None:
        meant = suggest(wrong, found.choices)
        raise UsageError(f"{found.name} takes {', '.join(found.choices)}, not ‘{wrong}’", meant)
    if 0 <= found.most < count:
        extra = request.arguments[found.most]
        hint = f'quote a name of several words: "{" ".join(request.arguments)}"' if found.most else ""
        raise UsageError(f"‘{extra}’ is one word too many for {found.name}", hint)


def _check_shape(request: Request) -> None:
    """An answer with a format of its own is laid out in no other: a switch that does nothing would be lost."""
    found = request.command or command("open")
    given = [switch for switch in SHAPES if switch in request.flags or switch in request.values]
    for switch in given:
        if found is not None and switch not in found.shapes:
            raise UsageError(f"‘{switch}’ is not for {found.name}: its answer has a form of its own")
    shapes = [switch for switch in given if switch in request.flags]
    if len(shapes) > 1:
        raise UsageError(f"‘{shapes[0]}’ and ‘{shapes[1]}’: an answer has one shape")
    if given and "--card" in request.flags:
        raise UsageError(f"‘{given[0]}’ is not for a card: it is text", "leave out one of them")
