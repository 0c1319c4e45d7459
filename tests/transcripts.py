"""Command lines as people type them, and all that comes of them: `python -m tests.transcripts` writes them anew.

The data are those of the screens, made up; what the real data say changes nothing here. A line after `tty$` is typed
at a terminal of 80 columns; what is written to stderr begins with `!`, and an exit code other than 0 ends the answer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pexpect

from tests import builders

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "tests" / "cli" / "transcripts.txt"
CSTO = f"csto() {{ '{sys.executable}' -m explorer \"$@\"; }}; set -o pipefail; "

LINES = [
    # looking for things
    "csto find dreging ofice",
    "csto find ferry",
    "csto find mud in:1865 --plain",
    "csto find ferrier --json",
    "csto find zzyzx",
    "csto find lantern --kind twon",
    "csto find lantern --limit none",
    # one thing
    "csto show dredgers",
    'csto show "dredging office" --card',
    "csto show dreding-office --card",
    "csto show velm --card",
    "csto show nobody-at-all",
    "csto show dredgers --as-of 1867 --plain --fields part,value,when,mood",
    "csto show dredgers --json --fields id,name,when | tr , '\\n' | head -4",
    "csto show",
    "csto shwo dredgers",
    "csto show dredgers --jsno",
    "csto show dredgers --as-of soon",
    # lists and views
    "csto list office",
    "csto list --since 1870 --until 1872 --plain",
    "csto list --linked-to ansel --source gazette",
    "csto timeline dredgers --until 1870",
    "csto diff 1863 1865 --plain --fields change,text",
    "csto model --plain --fields stage,part,text",
    "csto members league",
    "csto members league ansel --as-of 1870 --jsonl --fields id,answer",
    "csto members league ansel --as-of 1850",
    "csto members dredgers ansel",
    "csto troubles dredgers --kind plan",
    "csto troubles --kind planned",
    "csto sources",
    'csto sources gazette --locator "¶6"',
    "csto compare ansel cormouth",
    "csto figures depth",
    # taking away
    "csto cite chronicle --locator '§1.1 ¶2'",
    "csto cite chronicle --format bibtex",
    "csto cite ansel --format note",
    "csto brief dredgers:strength-2",
    "csto brief dredgers -o brief.md && csto brief ansel -o brief.md",
    "csto brief dredgers -o again.md && csto brief ansel -o again.md --force && head -5 again.md",
    "csto brief --marks",
    "csto brief dredgers --json",
    "csto export jsonl --as-of 1865 | wc -l",
    "csto export dot | head -4",
    "csto export xml",
    "csto export csv -o nowhere/league.zip",
    # the program
    "csto check harbour-broken --plain --fields line,code",
    "csto --version",
    "csto help troubles",
    "csto help exit-codes",
    "csto completions tcsh",
    # where answers go
    "csto list | head -1",
    "csto list > /dev/full",
    "csto list >&-",
    "csto find ferry <&-",
    "COLUMNS=40 csto show ansel",
    "LC_ALL=C csto show dredgers | head -9",
    "csto",
]
TYPED = [
    "csto show ansel",
    "NO_COLOR= csto figures depth",
    "NO_COLOR=1 csto figures depth",
    "TERM=dumb csto figures depth",
    "csto --color never figures depth",
    "csto list office",
    "csto find commission",
    "csto help troubles",
    "TERM=dumb csto",
]
"""At a terminal."""


class Place:
    """A folder to type in, with the data beside it and nobody's settings."""

    def __init__(self, folder: Path) -> None:
        for name in ("harbour", "harbour-broken"):
            builders.copied(ROOT / "tests" / "tui" / name, folder / name)
        self.folder = folder
        self.env: Mapping[str, str] = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder / "home"),
            "LANG": "C.UTF-8",
            "CSTO_DATA": "harbour",
            "PAGER": "cat",
            "TERM": "xterm-256color",
        }

    def typed(self, line: str) -> str:
        """A line and what comes of it."""
        command = ["bash", "-c", CSTO + line]
        done = subprocess.run(command, capture_output=True, env=self.env, cwd=self.folder, check=False)
        told = "".join(f"! {one}\n" for one in done.stderr.decode().splitlines())
        return self._block("$", line, done.stdout.decode() + told, done.returncode)

    def at_a_terminal(self, line: str) -> str:
        """The same at a terminal, where stderr is the terminal too; escapes are written out."""
        child = pexpect.spawn(
            "bash", ["-c", CSTO + line], env=self.env, cwd=str(self.folder), dimensions=(24, 80), encoding="utf-8",
            timeout=60,
        )  # fmt: skip
        child.expect(pexpect.EOF)
        child.close()
        shown = (child.before or "").replace("\r\n", "\n").replace("\x1b", "\\e")
        return self._block("tty$", line, shown, child.exitstatus or 0)

    @staticmethod
    def _block(prompt: str, line: str, said: str, code: int) -> str:
        ended = f"[{code}]\n" if code else ""
        return f"{prompt} {line}\n{said}{ended}"


def blocks(place: Place) -> Iterator[str]:
    """Every line with what comes of it, in the order of typing."""
    yield from map(place.typed, LINES)
    yield from map(place.at_a_terminal, TYPED)


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as name:
        WRITTEN.write_text("\n".join(blocks(Place(Path(name)))), "utf-8")


if __name__ == "__main__":
    main()
