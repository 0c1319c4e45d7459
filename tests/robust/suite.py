"""Two public collections: each document and each string ends as records or problems with their place."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from explorer.dataset.loader import load
from explorer.problems import show
from explorer.store.cache import open_store
from explorer.text import clean
from tests import builders
from tests.robust import oddities, worlds
from tests.robust.forked import Case, hosted, tally
from tests.robust.yaml import loaded, misplaced, rest

NAME = "suite: yaml-test-suite and the Big List of Naughty Strings"
CORPORA = Path(os.environ.get("CSTO_CORPORA") or Path(__file__).parent / "corpora")
DOCUMENTS, STRINGS = 402, 515
FORMS = {
    "file": "{raw}",
    "plain": "a: {raw}\n",
    "key": "{raw}: {{kind: body, name: A}}\n",
    "id": "{quoted}: {{kind: body, name: A}}\n",
    "name": "a:\n  kind: body\n  name: {quoted}\n",
    "alias": "a: {{kind: body, name: A, also: [{quoted}]}}\n",
    "field": "a: {{kind: body, name: A, {quoted}: x}}\n",
    "fact": "a:\n  kind: body\n  name: A\n  facts:\n    - text: {quoted}\n      cite: early par 1\n",
    "date": "a: {{kind: body, name: A, when: {quoted}}}\n",
    "value": "a: {{kind: body, name: A, facts: [{{text: T., about: strength, value: {quoted}, cite: early par 1}}]}}\n",
    "place": "a: {{kind: body, name: A, facts: [{{text: T., cite: {quoted}}}]}}\n",
    "kind": "a: {{kind: {quoted}, name: A}}\n",
    "target": "a: {{kind: body, name: A, links: {{organ-of: {quoted}}}}}\n",
}
"""Where in a file a string may stand."""


def run() -> tuple[int, int]:
    """917 of 917, where both are present."""
    return tally(hosted("tests.robust.suite", "long"))


def documents() -> dict[str, str]:
    """The documents of yaml-test-suite by their names."""
    made: dict[str, str] = json.loads((CORPORA / "yaml-test-suite.json").read_text(encoding="utf-8"))
    return made


def strings() -> list[str]:
    """The naughty strings."""
    made: list[str] = json.loads((CORPORA / "naughty-strings.json").read_text(encoding="utf-8"))
    return made


def cases(part: str) -> Iterator[Case]:
    """Each alone; in the short form all documents in one folder, and a part of the strings."""
    if part == "short":
        yield "all documents in one folder", partial(_together, documents())
    else:
        yield from ((f"document {name}", partial(_document, text)) for name, text in documents().items())
    step = 15 if part == "short" else 1
    yield from ((f"string {number}", partial(_string, strings()[number])) for number in range(0, STRINGS, step))


def _document(text: str) -> str:
    data = loaded(text)
    return misplaced(data, text) or rest(data) or _unclean(map(show, data.problems))


def _unclean(lines: Iterator[str]) -> str:
    return next((f"not clean: {line!r}" for line in lines if not line.replace("\n", "").isprintable()), "")


def _together(texts: dict[str, str]) -> str:
    """All in one folder: each file is told of, or has brought a record, or holds nothing."""
    return _folder({f"{name.replace('/', '-')}.yaml": text for name, text in texts.items()})


def _string(text: str) -> str:
    """The string in every place of a file."""
    plain = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return _folder({f"{form}.yaml": made.format(raw=text, quoted=f'"{plain}"') for form, made in FORMS.items()})


def _folder(files: dict[str, str]) -> str:
    with worlds.somewhere() as made:
        os.environ["XDG_CACHE_HOME"] = os.fspath(made / "cache")
        folder = builders.make_folder(made / "data", oddities.STAFF)
        for name, text in files.items():
            (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        data = load(os.fspath(folder))
        store = open_store(os.fspath(folder))
        names = [entity.name for entity in data.entities]
        kept = [problem for problem in store.problems() if problem.file in files]
        store.close()
    told = {problem.file for problem in data.problems} | {entity.file for entity in data.entities}
    silent = [name for name, text in files.items() if name not in told and _says_something(text)]
    if silent:
        return f"neither a record nor a problem: {silent}"
    if len(kept) != len(data.problems):
        return "other problems in the store"
    wrong = (misplaced(data._replace(problems=[one]), files[one.file], one.file) for one in data.problems)
    return (
        next(filter(None, wrong), "") or rest(data) or _unclean(map(show, data.problems)) or _unclean(map(clean, names))
    )


def _says_something(text: str) -> bool:
    lines = (line.strip().removeprefix("\ufeff") for line in text.splitlines())
    return any(line[:1] not in ("", "#") and line not in ("{}", "---") for line in lines)
