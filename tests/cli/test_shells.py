"""The completion scripts run by the shells themselves: by bash everywhere, by zsh and fish where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from explorer.cli.completion import SHELLS
from tests.cli.conftest import Run

HERE = [shell for shell in SHELLS if shutil.which(shell)]
START = {
    "bash": (["--norc", "--noprofile", "-i"], "bind 'set enable-bracketed-paste off'; bind 'set bell-style none'"),
    "zsh": (["-f", "-i"], "unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D"),
}
"""How a shell is started without anybody's settings, and what it is told first."""
LINES = [
    # what is typed before the tab, and the line that the shell makes of it
    ("csto mem", "csto members "),
    ("csto show kyrgyzs", "csto show kyrgyzstan "),
    ("csto --as-of 2005 list sta", "csto --as-of 2005 list state "),
    ("csto troubles --kind dif", "csto troubles --kind differs "),
    ("csto find --kind stat", "csto find --kind state "),
    ("csto find --kind=stat", "csto find --kind=state "),
    ("csto figures documents-s", "csto figures documents-signed "),
    ("csto cite jasutis --format bib", "csto cite jasutis --format bibtex "),
    ("csto export graph", "csto export graphml "),
]


def environment(home: Path) -> dict[str, str]:
    """Without the program, which a tab must not need."""
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": os.fspath(home), "TERM": "dumb", "LANG": "C.UTF-8"}


def written(csto: Run, shell: str, folder: Path) -> Path:
    """The script as the program prints it, in a file."""
    path = folder / f"csto.{shell}"
    path.write_text(csto("completions", shell).out, "utf-8")
    return path


@pytest.fixture(scope="module", params=[shell for shell in HERE if shell in START])
def session(
    request: pytest.FixtureRequest, csto: Run, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[pexpect.spawn[str]]:
    """A shell at its prompt, the script read, and a command `csto` that shows the line it was called with."""
    folder = tmp_path_factory.mktemp("shell")
    switches, first = START[request.param]
    child = pexpect.spawn(
        request.param, switches, env=environment(folder), encoding="utf-8", timeout=60, dimensions=(24, 100)
    )
    child.sendline(f"{first}; PS1='> '; source {written(csto, request.param, folder)}")
    child.sendline("csto() { printf '<csto%s>\\n' \"${*/#/ }\"; }; echo rea''dy")
    child.expect("ready\r")
    yield child
    child.close(force=True)


@pytest.mark.parametrize(("typed", "line"), LINES, ids=[typed for typed, _ in LINES])
def test_a_tab_completes_the_line(session: pexpect.spawn[str], typed: str, line: str) -> None:
    words = line.split()
    session.send(f"{typed}\t")
    session.sendline("")
    session.expect(r"<(csto[^>]*)>")
    assert session.match.group(1).split() == words  # type: ignore[union-attr] # it has been found


@pytest.mark.parametrize(("typed", "line"), LINES, ids=[typed for typed, _ in LINES])
@pytest.mark.parametrize("fish", [shell for shell in HERE if shell == "fish"])
def test_fish_offers_what_completes_the_line(csto: Run, tmp_path: Path, fish: str, typed: str, line: str) -> None:
    asked = f"source {written(csto, fish, tmp_path)}; complete -C '{typed}'"
    command = [fish, "--no-config", "-c", asked]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(tmp_path), check=True)
    offered = [one.split("\t")[0].removeprefix("--kind=") for one in done.stdout.splitlines()]
    assert (line.replace("=", " ").split().pop() in offered, done.stderr) == (True, "")


def test_bash_is_here() -> None:
    assert "bash" in HERE
