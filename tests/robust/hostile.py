"""Hostile data and surroundings for the real program. What the rules for data refuse stands in its compiled file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path

from explorer.store.seal import seal
from tests.builders import copied, make_folder
from tests.robust import corpus

ROOT = Path(__file__).parent.parent.parent
HARBOUR = ROOT / "tests" / "tui" / "harbour"
PROGRAM = [sys.executable, "-m", "explorer"]
UNCLEAN = [
    sys.executable,
    "-c",
    "import sys; from explorer import text; vars(text)['clean'] = lambda text, **_: text;"
    "from explorer.__main__ import main; sys.exit(main())",
]
"""The control: the same program with clean() switched off."""
SHOWN = {
    "kind": ("label", "plural"),
    "relation": ("label", "inverse"),
    "about": ("label",),
    "document_type": ("label",),
    "arrangement": ("label",),
    "entity": ("name", "short", "summary", "life"),
    "document": ("author", "publisher", "url", "language", "accessed"),
    "identifier": ("value",),
    "claim": ("text", "role", "value", "unit", "doubt", "likely", "note"),
    "cite": ("display",),
    "spot": ("display",),
    "trouble": ("text",),
    "name": ("text",),
    "problem": ("file", "message", "hint", "excerpt"),
}
"""Columns of the compiled file that hold words for readers."""
HEADS = ("title", "short-title", "description")


def texts() -> list[str]:
    """Hostile texts that a file can hold, and markup."""
    return [text for text in corpus.hostile() if text not in corpus.LONE] + corpus.MARKUP


def poisoned(folder: Path, env: Mapping[str, str]) -> Path:
    """The data of the harbour, with hostile text in every word that is shown; the folder."""
    copied(HARBOUR, folder)
    slip = "slip:\n  kind: nothing\n  name: [A slip]\n"
    (folder / "slips.yaml").write_text(slip, "utf-8")
    with _compiled(folder, env) as connection:
        more = cycle(texts())
        for table, columns in SHOWN.items():
            for column in columns:
                _append(connection, table, column, more)
        for key in HEADS:
            connection.execute("update meta set value = value || ? where key = ?", (f" {next(more)}", key))
    return folder


def crowded(folder: Path, env: Mapping[str, str], names: list[str]) -> Path:
    """A thing for each name; the folder."""
    make_folder(folder, "".join(f"thing-{n:03}:\n  kind: body\n  name: Thing {n:03}\n" for n in range(len(names))))
    with _compiled(folder, env) as connection:
        for number, name in enumerate(names):
            text = f"{number:03} {name}"
            connection.execute("update entity set name = ? where id = ?", (text, f"thing-{number:03}"))
            connection.execute("update name set text = ? where text = ?", (text, f"Thing {number:03}"))
    return folder


class _compiled:  # noqa: N801 - reads as what it gives
    """The compiled file of a folder, to be changed."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        subprocess.run(
            [*PROGRAM, "--data", str(folder), "list"],
            env={**os.environ, **env},
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        (file,) = Path(env["XDG_CACHE_HOME"], "csto").glob(f"{folder.name}-*.sqlite")
        self.file = file
        self.connection = sqlite3.connect(file)

    def __enter__(self) -> sqlite3.Connection:
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.commit()
        self.connection.close()
        seal(str(self.file))  # as whoever wants to fool the program would


def _append(connection: sqlite3.Connection, table: str, column: str, more: Iterator[str]) -> None:
    """Put the next hostile text behind each word of a column; in tables without row numbers, by the word itself."""
    words = connection.execute(f"select distinct {column} from {table} where {column} > ''").fetchall()
    for (word,) in words:
        text = f"{word} {next(more)}"
        connection.execute(f"update {table} set {column} = ? where {column} = ?", (text, word))


# -- what lies around the data

BUNDLES = {
    kind: "".join(texts)
    for kind, texts in corpus.GROUPS.items()
    if kind not in corpus.ONLY_LETTERS and kind != "halves"
}
"""All texts of a kind in one."""
BYTES = b"caf\xe9 \xff\xc3\x28 \x1b]0;owned\x07 \x9b31m \xed\xa0\x80"
"""No UTF-8, with sequences of both forms between."""


def arguments() -> list[bytes]:
    """Hostile words for a command line, which can hold everything but NUL."""
    return [BYTES, *(text.replace("\0", "").encode() for text in BUNDLES.values())]


def names_of_files() -> list[bytes]:
    """Hostile names, which can hold everything but NUL and a slash, and are not long."""
    parts = [text.replace("\0", "").replace("/", "").encode()[:120] for text in BUNDLES.values()]
    return [BYTES, *(part.decode("utf-8", "ignore").encode() for part in parts)]


def surrounded(folder: Path) -> Path:
    """Sound data in a folder with a hostile name, beside files with hostile names and nothing sound in them."""
    folder = folder.parent / f"{folder.name} \x1b]0;owned\x07 \x9b31m \u202e [/nope]"
    copied(HARBOUR, folder)
    for number, name in enumerate(names_of_files()):
        path = os.path.join(os.fsencode(folder), name + b".yaml")
        with open(path, "wb") as file:
            file.write(b"thing-%d:\n  kind: " % number + name.replace(b"\n", b"") + b"\n  [\n")
    return folder
