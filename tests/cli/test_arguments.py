"""The command line: shared switches anywhere, values, `--`, and what is said of lines that make no sense."""

from __future__ import annotations

import shlex
from itertools import permutations

import pytest

from explorer.cli.arguments import Request, read, wants_json
from explorer.cli.completion import SHELLS
from explorer.cli.registry import COMMANDS, SHARED, VERSION
from explorer.errors import UsageError
from explorer.store.disputes import KINDS
from explorer.view.citing import FORMATS


def line(text: str) -> Request:
    """A command line as read; words are parted at spaces."""
    return read(text.split())


def refused(text: str) -> tuple[str, str]:
    """What is said of a line that makes no sense, and the hint."""
    with pytest.raises(UsageError) as caught:
        line(text)
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize("words", list(permutations(["show", "--as-of=2005", "--json", "--data=there"])))
def test_shared_switches_are_kept_wherever_they_stand(words: tuple[str, ...]) -> None:
    request = read([*words, "csto"])
    assert request.command is not None
    assert request.command.name == "show"
    assert request.arguments == ["csto"]
    assert (request.value("--as-of"), request.value("--data"), request.flags) == ("2005", "there", {"--json"})


@pytest.mark.parametrize("option", [option for option in (*SHARED, VERSION) if not option.value])
@pytest.mark.parametrize("before", [True, False])
def test_each_shared_flag_is_kept_before_and_after_the_command(option: tuple[str, ...], before: bool) -> None:
    name = option[0]
    assert read([name, "list", "state"] if before else ["list", "state", name]).flags == {name}


@pytest.mark.parametrize(("name", "value"), [("--as-of", "2005-06"), ("--data", "a b"), ("--color", "never")])
@pytest.mark.parametrize("shape", ["{0} {1}", "{0}={1}"])
@pytest.mark.parametrize("before", [True, False])
def test_each_shared_value_is_kept_before_and_after_the_command(
    name: str, value: str, shape: str, before: bool
) -> None:
    words = [name, value] if " " in shape else [f"{name}={value}"]
    request = read([*words, "list"] if before else ["list", *words])
    assert request.values == {name: value}


@pytest.mark.parametrize(
    "words", ["--limit 3 find a", "find --limit 3 a", "find a --limit 3", "--limit=3 find a", "--limit 3 --json find a"]
)
def test_a_commands_own_option_may_stand_before_it(words: str) -> None:
    assert line(words).values == {"--limit": "3"}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["--as-of=a=b"], "a=b"),
        (["--as-of", "--json"], "--json"),
        (["--as-of=2004", "--as-of=2005"], "2005"),
    ],
)
def test_a_value_is_taken_as_it_is_and_the_last_one_counts(words: list[str], value: str) -> None:
    assert read(["list", *words]).values == {"--as-of": value}


def test_an_option_that_may_be_given_several_times_keeps_all() -> None:
    assert line("find --not a b --not c --not=d").lists == {"--not": ["a", "c", "d"]}


@pytest.mark.parametrize(
    ("words", "command", "arguments", "flags"),
    [
        ("find -- --limit", "find", ["--limit"], set()),
        ("find a -- --json -h", "find", ["a", "--json", "-h"], set()),
        ("-- show --json", "show", ["--json"], set()),
        ("find --json -- -- a", "find", ["--", "a"], {"--json"}),
        ("find - a", "find", ["-", "a"], set()),
    ],
)
def test_after_two_dashes_everything_is_a_word(words: str, command: str, arguments: list[str], flags: set[str]) -> None:
    request = line(words)
    assert request.command is not None
    assert (request.command.name, request.arguments, request.flags) == (command, arguments, flags)


@pytest.mark.parametrize(("short", "long"), [("-h", "--help"), ("-V", "--version")])
def test_short_forms_mean_the_long_ones(short: str, long: str) -> None:
    assert read([short]).flags == {long}


@pytest.mark.parametrize("words", ["", "--as-of 2005", "--data there"])
def test_without_a_command_the_explorer_is_meant(words: str) -> None:
    assert line(words).command is None


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("shwo", "no command ‘shwo’", "did you mean ‘show’?"),
        ("memberz csto", "no command ‘memberz’", "did you mean ‘members’?"),
        ("qqq", "no command ‘qqq’", "csto help lists them"),
        ("sho csto", "no command ‘sho’", "did you mean ‘show’?"),
        ("Show csto", "no command ‘Show’", "did you mean ‘show’?"),
        ("show csto --jsno", "no option ‘--jsno’ of show", "did you mean ‘--json’?"),
        ("show csto --jso", "no option ‘--jso’ of show", "did you mean ‘--json’?"),
        ("find a --limt 3", "no option ‘--limt’ of find", "did you mean ‘--limit’?"),
        ("show a --limit 3", "no option ‘--limit’ of show", ""),
        ("--frobnicate", "no option ‘--frobnicate’", ""),
        ("list -x", "no option ‘-x’ of list", ""),
        ("--limit 3 show csto", "no option ‘--limit’ of show", ""),
        ("--limit 3 show find", "no option ‘--limit’ of show", ""),
        ("--exact", "no option ‘--exact’", ""),
        ("list --json=1", "‘--json’ takes no value", ""),
        ("list --as-of", "‘--as-of’ needs DATE", ""),
        ("list --color=alwys", "‘--color’ is auto, always, never, not ‘alwys’", "did you mean ‘always’?"),
        ("list --color loud", "‘--color’ is auto, always, never, not ‘loud’", ""),
        ("find", "find needs WORDS…", "csto help find"),
        ("show --json", "show needs ENTITY…", "csto help show"),
        ("diff 2001", "diff needs D1 D2", "csto help diff"),
        ("list a b", "‘b’ is one word too many for list", 'quote a name of several words: "a b"'),
        ("members a b c d", "‘c’ is one word too many for members", 'quote a name of several words: "a b c d"'),
        ("export xml", "export takes jsonl, csv, sqlite, graphml, dot, ics, not ‘xml’", ""),
        ("brief csto --json", "‘--json’ is not for brief: its answer has a form of its own", ""),
        ("--plain export dot", "‘--plain’ is not for export: its answer has a form of its own", ""),
        ("cite csto --jsonl", "‘--jsonl’ is not for cite: its answer has a form of its own", ""),
        ("help --fields id", "‘--fields’ is not for help: its answer has a form of its own", ""),
        ("--json", "‘--json’ is not for open: its answer has a form of its own", ""),
        ("find rubezh -2006", "no option ‘-2006’ of find", "to leave a word out: --not 2006"),
        ("list --json --plain", "‘--json’ and ‘--plain’: an answer has one shape", ""),
        ("--jsonl list --json", "‘--json’ and ‘--jsonl’: an answer has one shape", ""),
        ("show a --card --plain", "‘--plain’ is not for a card: it is text", "leave out one of them"),
        ("--fields id show a --card", "‘--fields’ is not for a card: it is text", "leave out one of them"),
        ("--as-of= list", "‘--as-of’ is empty", "name DATE, or leave it out"),
        ("find a --not=", "‘--not’ is empty", "name WORD, or leave it out"),
        ("troubles --kind event", "‘--kind’ is differs, plan, against, doubt, repeats, not ‘event’", ""),
        ("open joint hq", "‘hq’ is one word too many for open", 'quote a name of several words: "joint hq"'),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_with_a_hint(words: str, message: str, hint: str) -> None:
    said = refused(words)
    assert said[0] == message
    assert said[1] == hint or (not hint and said[1].startswith("did you mean"))


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_help_needs_no_arguments(command: tuple[str, ...]) -> None:
    assert "--help" in read([command[0], "--help"]).flags


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_every_example_of_the_registry_can_be_read(command: tuple[object, ...]) -> None:
    examples = next(found.examples for found in COMMANDS if found is command)
    for example, answer in examples:
        request = read(shlex.split(example.split(" | ", maxsplit=1)[0])[1:])
        assert request.command is command
        assert answer


def test_no_option_has_a_name_that_a_shared_one_has() -> None:
    shared = {name for option in (*SHARED, VERSION) for name in (option.name, option.short) if name}
    own = {name for command in COMMANDS for option in command.options for name in (option.name, option.short) if name}
    assert shared & own == set()


def test_bytes_that_are_no_text_become_marks() -> None:
    request = read(["find", "caf\udce9", "--not", "\udcff", "--as-of", "\udce9"])
    assert (request.arguments, request.lists, request.values) == (
        ["caf\ufffd"],
        {"--not": ["\ufffd"]},
        {"--as-of": "\ufffd"},
    )


def test_names_of_folders_may_be_any_bytes() -> None:
    assert read(["list", "--data", "caf\udce9"]).value("--data") == "caf\udce9"
    assert read(["check", "caf\udce9"]).arguments == ["caf\udce9"]


@pytest.mark.parametrize(
    ("words", "machine"),
    [
        ("show --json", True),
        ("--jsonl nonsense", True),
        ("show --plain", False),
        ("find -- --json", False),
        ("find --json -- a", True),
    ],
)
def test_errors_are_for_machines_where_the_line_asks_for_json(words: str, machine: bool) -> None:
    assert wants_json(words.split()) is machine


def test_what_a_command_takes_is_what_its_code_knows() -> None:
    """The registry says it again in words of its own, since a look-up cannot afford to import what knows it."""
    declared = {(one.name, option.name): option.choices for one in COMMANDS for option in one.options if option.choices}
    assert declared[("troubles", "--kind")] == KINDS
    assert declared[("cite", "--format")] == tuple(FORMATS)
    assert {one.name: one.choices for one in COMMANDS}["completions"] == SHELLS
