"""YAML that crashes, floods or surprises readers: refused quickly, in little memory, with its place, the rest read."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial

from explorer.dataset.loader import DataSet, load
from explorer.problems import show
from explorer.store.cache import open_store
from tests import builders
from tests.robust import documents, oddities, worlds
from tests.robust.documents import Bomb
from tests.robust.forked import ROOT, Case, hosted, tally

NAME = "yaml: bombs, depth, size, anchors, tags, merges, markers, odd scalars"
SECONDS = 1.0
"""Of computing; a machine that is busy with other things does not count."""
MEMORY = 300 * 1024
"""Kilobytes that a process may take."""
STACK = 512
"""Kilobytes of stack in the narrow form."""
_PLACE = re.compile(r"^(?:\S*/)?x\.yaml:[1-9]\d*:[1-9]\d*: error: ", re.MULTILINE)


def run() -> tuple[int, int]:
    """All of them."""
    return tally(hosted("tests.robust.yaml", "long"))


def cases(part: str) -> Iterator[Case]:
    """Each bomb as a shell command meets it, with a wide and a narrow stack; large sound files; odd small ones. In the
    short form none that are thousands of problems."""
    for name, bomb in documents.BOMBS.items():
        if part == "short" and bomb.most > 100:
            continue
        yield f"{name}: as it is read", partial(_refused, bomb)
        for stack in (0, STACK) if part == "long" else ():
            how = f"with a stack of {stack} kB" if stack else "as it is checked"
            yield f"{name}: {how}", partial(_checked, {"x.yaml": bomb.text}, stack)
    alone = (bomb for bomb in documents.BOMBS.values() if bomb.most == 1)
    together = {f"{number}/x.yaml": bomb.text for number, bomb in enumerate(alone)}
    yield "all that are one problem together, with a narrow stack", partial(_checked, together, STACK)
    for name, text in documents.HONEST.items():
        yield name, partial(_read, text)
    for text in documents.ODD:
        yield f"odd: {text!r}", partial(_ends, text)


def loaded(text: str) -> DataSet:
    """A document beside a sound one, read and compiled; raises what it should not."""
    with worlds.somewhere() as made:
        os.environ["XDG_CACHE_HOME"] = os.fspath(made / "cache")
        folder = builders.make_folder(made / "data", oddities.STAFF)
        (folder / "x.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        data = load(os.fspath(folder))
        used = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
        assert used < SECONDS, f"it took {used:.1f} s"
        store = open_store(os.fspath(folder))
        assert store.problems() == data.problems, "other problems in the store"
        store.close()
    return data


def _refused(bomb: Bomb) -> str:
    data = loaded(bomb.text)
    told = Counter(problem.code for problem in data.problems)
    if not told or not told.keys() <= set(bomb.codes) or told.total() > bomb.most:
        return f"told {dict(told)}"
    return misplaced(data, bomb.text) or rest(data)


def _read(text: str) -> str:
    data = loaded(text)
    return rest(data) or "".join(show(problem) for problem in data.problems)[:200]


def _ends(text: str) -> str:
    data = loaded(text)
    ids = {entity.id for entity in data.entities}
    if not data.problems and len(ids) == len(_RECORDS) and text.strip()[:1] not in ("", "#", "\ufeff") and text != "{}":
        return "neither a record nor a problem"
    return misplaced(data, text) or rest(data)


_RECORDS = ("early", "late", "work-2003", "staff")
"""What stands beside."""


def misplaced(data: DataSet, text: str, file: str = "x.yaml") -> str:
    """A problem that does not stand in the document; only what cannot be read at all is told without a line."""
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    for problem in data.problems:
        if problem.file == file and problem.line == 0 and problem.code in ("encoding", "file"):
            continue
        if problem.file != file or not (1 <= problem.line <= len(lines)) or problem.column < 1:
            return f"{problem.file}:{problem.line}:{problem.column} is no place in it"
        if problem.column > len(lines[problem.line - 1]) + 1:
            return f"line {problem.line} has no column {problem.column}"
    return ""


def rest(data: DataSet) -> str:
    """Whether what stands beside was read."""
    return "" if {entity.id for entity in data.entities} >= set(_RECORDS) else "the rest is lost"


def _checked(files: dict[str, str], stack: int) -> str:
    """The command itself, in a process that may not take more."""
    with worlds.somewhere() as made:
        folder = builders.make_folder(made / "data", oddities.STAFF)
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        limits = f"ulimit -d {MEMORY}; " + (f"ulimit -s {stack}; " if stack else "")
        program = [sys.executable, "-m", "explorer"]
        command = ["sh", "-c", limits + 'exec "$@"', "sh", *program, "check", os.fspath(folder)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    if done.returncode != 3 or "Traceback" in done.stderr:
        return f"exit {done.returncode}: {done.stderr.strip()[-200:]}"
    heads = [line for line in done.stdout.splitlines() if line[:1] != " "]
    if not heads or not all(_PLACE.match(head) for head in heads):
        return f"without its place: {heads[:3]}"
    if int(done.stderr.removeprefix("csto: ").partition(" ")[0]) < len(_RECORDS):
        return f"the rest is lost: {done.stderr.strip()}"
    most = SECONDS * (len(files) if len(files) > 1 else 1) + 0.5  # a bare start, and writing the answer
    return f"it took {used:.1f} s" if used > most else ""
