"""Completion: the script of bash run by bash, all of them held against the registry."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from explorer.cli.completion import SHELLS, Words, script
from explorer.cli.registry import COMMANDS, SHAPES
from tests import builders
from tests.cli.conftest import ROOT, Run

WORDS = Words("/nowhere/it's here.names", ("state", "event"))
TAB = """
source /dev/stdin <<<"$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_csto
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def bash(csto: Run) -> str:
    """The script as the program prints it; the file of ids is there."""
    return csto("completions", "bash").out


def tab(text: str, line: str) -> list[str]:
    """What a tab at the end of a line offers; without the program, which must not be needed."""
    command = [shutil.which("bash") or "bash", "--norc", "-c", TAB, "tab", text, *shlex.split(line)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"}, check=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("csto sh", ["show"]),
        ("csto show rubezh-200", ["rubezh-2004", "rubezh-2005", "rubezh-2006", "rubezh-2007"]),
        ("csto show 'Kyrgyzs'", ["kyrgyzstan"]),
        ("csto --as-of 2005 list st", ["state"]),
        ("csto find --kind ev", ["event"]),
        ("csto find --kind = ev", ["event"]),
        ("csto timeline --kind docu", ["document"]),
        ("csto troubles --kind d", ["differs", "doubt"]),
        ("csto figures docum", ["documents-signed"]),
        ("csto model l", ["legal-stage"]),
        ("csto compare armenia kyrgyzs", ["kyrgyzstan"]),
        ("csto sources --loc", ["--locator"]),
        ("csto sources jasut", ["jasutis"]),
        ("csto show Kirgh", []),
        ("csto show 'Joint Headq'", []),
        ("csto export g", ["graphml"]),
        ("csto cite --format bib", ["bibtex"]),
        ("csto export csv --output pyproj", ["pyproject.toml"]),
        ("csto export csv -o pyproj", ["pyproject.toml"]),
        ("csto list --linked-to kyrgyzs", ["kyrgyzstan"]),
        ("csto show --ca", ["--card"]),
        ("csto show csto --as-of rubezh-200", ["rubezh-2004", "rubezh-2005", "rubezh-2006", "rubezh-2007"]),
        ("csto timeline --since kanal-200", ["kanal-2004", "kanal-2005"]),
        ("csto cite --pl", []),
        ("csto export --js", []),
        ("csto --vers", ["--version"]),
        ("csto help mem", ["members"]),
        ("csto completions f", ["fish"]),
        ("csto --color n", ["never"]),
        ("csto show 'a;b'", []),
        ("csto show '$(id)'", []),
        ("csto show '[a'", []),
    ],
)
def test_a_tab_offers_what_can_stand_there(bash: str, line: str, offers: list[str]) -> None:
    assert tab(bash, line) == offers


def test_without_the_file_of_ids_commands_and_options_are_completed() -> None:
    made = script("bash", WORDS)
    assert tab(made, "csto show x") == []
    assert tab(made, "csto show --j") == ["--json", "--jsonl"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_every_script(shell: str) -> None:
    made = script(shell, WORDS)
    for command in COMMANDS:
        assert command.name in made
        assert [option.name for option in command.options if option.name.removeprefix("--") not in made] == []


def test_the_file_of_ids_is_written_anew_when_the_data_change(csto: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    builders.copied(ROOT / "data", folder)
    assert csto("completions", "bash", "--data", str(folder)).code == 0
    with open(folder / "states.yaml", "a", encoding="utf-8") as file:
        file.write("\nzubrowka:\n  kind: state\n  name: Zubrowka\n")
    csto("list", "--data", str(folder))
    paths = dict(line.split("\t") for line in csto("paths", "--plain", "--data", str(folder)).out.splitlines())
    assert "zubrowka\tZubrowka\n" in Path(paths["names"]).read_text("utf-8")


def test_help_offers_no_switch_that_the_command_refuses(csto: Run) -> None:
    for command in COMMANDS:
        told = {word for line in csto("help", command.name).out.splitlines() for word in line.split()[:1]}
        assert {switch for switch in SHAPES if switch in told} == set(command.shapes), command.name
