"""The manual page: current, whole, and without a complaint from groff."""

from __future__ import annotations

import re
import subprocess

import pytest

from explorer.cli.manual import SECTIONS, manual
from explorer.cli.registry import COMMANDS, SHARED, VERSION
from explorer.cli.topics import TOPICS
from tests.manual import PAGE


def test_the_page_beside_the_documents_is_current() -> None:
    assert PAGE.read_text("utf-8") == manual(), "run python -m tests.manual"


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_it_has_every_command_with_its_options(name: str) -> None:
    found = next(one for one in COMMANDS if one.name == name)
    text = manual().replace("\\-", "-")
    assert f"\\fB{found.name}\\fR" in text
    assert [option.name for option in found.options if f"\\fB{option.name}\\fR" not in text] == []


def test_it_has_every_shared_switch_and_topic() -> None:
    text = manual().replace("\\-", "-")
    assert [one.name for one in (*SHARED, VERSION) if f"\\fB{one.name}\\fR" not in text] == []
    assert [name for name in TOPICS if f".SH {SECTIONS.get(name, name).upper()}" not in text] == []


def test_every_macro_is_one_of_man() -> None:
    macros = set(re.findall(r"^(\.[A-Za-z]+)", manual(), re.MULTILINE))
    assert macros <= {".TH", ".SH", ".TP", ".B", ".RS", ".RE", ".nf", ".fi", ".PP", ".br", ".I"}


def test_no_line_begins_with_a_quote_or_a_stray_point() -> None:
    assert [line for line in manual().split("\n") if re.match(r"'|\.[^A-Za-z]", line)] == []


def rendered() -> str:
    """The page as man shows it, where groff is installed; else the source."""
    try:
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww", "-P-c", "-Kutf8"],
            input=manual(),
            capture_output=True,
            text=True,
            check=True,
        )
    except FileNotFoundError:
        return manual()
    assert done.stderr == ""
    return done.stdout


def test_groff_has_nothing_to_complain_of() -> None:
    assert "csto" in rendered()


def test_the_page_is_plain_letters_so_that_every_roff_reads_it() -> None:
    assert manual().isascii()


@pytest.mark.parametrize("example", [example for one in COMMANDS for example, _ in one.examples])
def test_an_example_is_shown_as_it_is_typed(example: str) -> None:
    """Macros take quotes for their own; a name of several words would lose them."""
    named = {"\\-": "-", "\\(dq": '"', "\\(aq": "'", "\\(ti": "~", "\\(ha": "^", "\\(sc": "§", "\\(ps": "¶"}
    lines = [line.removeprefix(".B ") for line in manual().split("\n") if line.startswith(".B ")]
    for name, letter in named.items():
        lines = [line.replace(name, letter) for line in lines]
    assert example in lines
