"""Data folders that a walk may spoil: copies of those that tests have, one with odd names, an empty one."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree

from explorer.store.cache import open_store
from explorer.store.read import Store

TESTS = Path(__file__).parent.parent.parent
NOTHING, ODD = "nothing", "odd"
FOLDERS = {
    "harbour": TESTS / "tui" / "harbour",
    "harbour-broken": TESTS / "tui" / "harbour-broken",
    "data": TESTS.parent / "data",
}
DATA = (*FOLDERS, ODD, NOTHING)
NAMES = (
    *(
        "[bold]Markup[/] [/nope] [@click=app.quit]here[/]",
        "日本の港 with 東京 in it",
        "e" + "\u0301" * 8 + " flood",
        "🐎 horses",
    ),
    *(
        "שלום and عربى",
        "İstanbul ﬃ ǅ ß ẞ",
        "x" * 400,
        "Long " + "word " * 60,
        "¡™£¢∞§¶•ªº–≠",
        "\\e[31mred\\e[0m",
        "$(rm -rf)",
    ),
    *("Ω≈ç√∫˜µ≤≥÷", "ᚠᛇᚻ᛫", "한국어 이름", "ｆｕｌｌ ｗｉｄｔｈ", "zero\u200dwidth"),
)
ADDED = "{id}:\n  kind: {kind}\n  name: Newcomer {id}\n  summary: Came while somebody looked.\n"
BREAKS = (
    "\n  : [",
    "\x00",
    '\nquote:\n  name: "never closed\n',
    "\n- - - {",
    "\t\tnot: this\n",
    "\nleague: {kind: league}\n",
)


class World:
    """Folders under a root, as they were at first or spoilt."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._name = NOTHING
        self._whole: dict[str, Mapping[str, bytes]] = {name: _files(path) for name, path in FOLDERS.items()}
        self._whole |= {ODD: _odd(self._whole["harbour"]), NOTHING: {}}

    @property
    def folder(self) -> Path:
        """The folder of the walk."""
        return self._root / self._name

    def choose(self, name: str) -> Store:
        """Another folder, as it was at first."""
        self._name = name
        self.mend()
        return open_store(os.fspath(self.folder))

    # -- what befalls it

    def befall(self, what: str, number: int) -> None:
        """Have something befall it; `number` says to which file, entry or place."""
        change = {
            "add": self._add,
            "break": self._break,
            "cut": self._cut,
            "drop": self._drop,
            "remove": self._remove,
            "vanish": self._vanish,
        }
        if what == "mend":
            self.mend()
        elif self.folder.is_dir():
            change[what](number)

    def mend(self) -> None:
        """As it was at first; files that are so still are left alone."""
        folder, whole = self.folder, self._whole[self._name]
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.iterdir():
            if path.name not in whole:
                path.unlink()
        for name, content in whole.items():
            path = folder / name
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)

    def _file(self, number: int) -> Path | None:
        files = sorted(self.folder.iterdir())
        return files[number % len(files)] if files else None

    def _add(self, number: int) -> None:
        kinds = re.findall(r"^  ([a-z-]+): \{label", self._whole[self._name].get("vocab.yaml", b"").decode(), re.M)
        text = ADDED.format(id=f"newcomer-{number}", kind=kinds[number % len(kinds)] if kinds else "none")
        (self.folder / f"newcomer-{number}.yaml").write_text(text, "utf-8")

    def _break(self, number: int) -> None:
        path = self._file(number)
        if path is not None:
            content = path.read_bytes()
            at = number * 7919 % (len(content) + 1)
            path.write_bytes(content[:at] + BREAKS[number % len(BREAKS)].encode() + content[at:])

    def _cut(self, number: int) -> None:
        path = self._file(number)
        if path is not None:
            content = path.read_bytes()
            path.write_bytes(content[: number * 7919 % (len(content) + 1)])

    def _drop(self, number: int) -> None:
        """One entry less."""
        path = self._file(number)
        if path is not None:
            entries = re.split(r"(?m)^(?=[a-z])", path.read_text("utf-8", "replace"))
            del entries[number * 31 % len(entries)]
            path.write_text("".join(entries), "utf-8")

    def _remove(self, number: int) -> None:
        path = self._file(number)
        if path is not None:
            path.unlink()

    def _vanish(self, _: int) -> None:
        rmtree(self.folder)


def _files(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.yaml")}


def _odd(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The same with towns whose names, facts and marks are hard to draw."""
    towns = [
        f"odd-{number}:\n  kind: town\n  name: {_quoted(name)}\n  links:\n"
        f"    belongs-to: {{to: league, as: founder, when: 18{number + 60}, cite: chronicle sec 1 par 1}}\n"
        f"  facts:\n    - {{text: {_quoted(name * 3)}, about: status, cite: chronicle sec 1 par 1}}\n"
        f"    - {{text: {_quoted(name)}, about: depth, value: {number} fathoms, doubt: {_quoted(name)}, "
        "cite: gazette par 6}\n"
        for number, name in enumerate(NAMES)
    ]
    return {**files, "odd.yaml": "\n".join(towns).encode()}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
