"""Hostile trees of files, as `csto check` and the explorer meet them, and large honest ones."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from explorer.__main__ import _act
from explorer.cli.main import guarded
from explorer.store.cache import open_store
from tests import builders
from tests.benchmarks.generate import write_yaml
from tests.e2e.patience import Allowance
from tests.e2e.terminal import Terminal
from tests.robust import documents, oddities, rights, worlds
from tests.robust.forked import Case, asked, hosted, tally
from tests.robust.oddities import THINGS, Thing

NAME = "trees: hostile folders in `csto check` and the explorer; large honest ones"
SECONDS, HUNG = 1.0, 30.0
HONEST = 20 * 1024 * 1024
"""Bytes of the large honest file."""


def _together(*names: str) -> tuple[Thing, ...]:
    return tuple(THINGS[name] for name in names)


def _document(text: str, told: str) -> tuple[Thing, ...]:
    return (Thing(lambda root: (root / "x.yaml").write_text(text, encoding="utf-8"), (told,)),)


TREES: dict[str, tuple[Thing, ...]] = {
    "a pipe": _together("a pipe"),
    "a socket": _together("a socket"),
    "devices": _together("a link to a device", "a link to a terminal"),
    "the kernel's files": _together("a link to /proc"),
    "links out": _together("a link out", "a link to a neighbour of like name"),
    "a link to everything": _together("a link to the root"),
    "links to nothing": _together("a link to nothing"),
    "loops of links": _together("a link to itself", "two links to each other", "a long chain of links"),
    "folders that hold themselves": _together("a link upwards"),
    "files twice": _together("a link sideways"),
    "names that are not UTF-8": _together("a name that is not UTF-8", "a folder's name that is not UTF-8"),
    "names of every kind": _together("names of every kind", "a folder called like a file"),
    "folders without end": _together("folders deeper than a path"),
    "rights": _together("a file without the right to read it"),
    "rights of a folder": _together("a folder without the right to read it"),
    "encodings": _together("UTF-16"),
    "bytes": _together("a program"),
    "a terabyte": _together("a file of a terabyte of nothing"),
    "brackets": _document(documents.BOMBS["brackets"].text, "x.yaml:1:11: error: nested deeper than 8 [nesting]"),
    "a text that is too long": _document(documents.BOMBS["a text"].text, "x.yaml:1:4: error: a field of 1,000,000 "),
}


def run() -> tuple[int, int]:
    """All trees, twice each, and the large ones."""
    return tally([*hosted("tests.robust.trees", "long"), *_explored(TREES)])


def cases(part: str) -> Iterator[Case]:
    """Each tree as it is checked and shown; in the short form those in memory alone."""
    for name, things in TREES.items():
        yield f"{name}: csto check", partial(_checked, things)
        yield f"{name}: csto show", partial(_shown, things)
    yield "a field of 64 kB", partial(_field, 65_536, "")
    yield "a field of one character more", partial(_field, 65_537, "a field of 65,537 characters; at most 65,536")
    if part == "long":
        yield "an honest file of 20 MB", _honest


def planted(base: Path, things: tuple[Thing, ...]) -> Path:
    """The tree, beside what is sound."""
    os.environ["XDG_CACHE_HOME"] = os.fspath(base / "cache")
    base.chmod(0o755)
    root = builders.make_folder(base / "data", oddities.STAFF)
    for thing in things:
        thing.make(root)
    return root


def _asked(things: tuple[Thing, ...], *words: str) -> tuple[int, list[str], str]:
    """Ask a shell command, as somebody without rights, in the folder; exit code, lines and errors."""
    with worlds.somewhere() as made:
        root = planted(made, things)

        def act() -> int:
            os.chdir(root)
            rights.give_up()
            start, used = time.monotonic(), time.process_time()
            code = guarded(list(words), _act)
            if time.process_time() - used > SECONDS or time.monotonic() - start > HUNG:
                sys.stderr.write("Traceback (most recent call last): it took too long\n")
            return code

        answer = asked(act)
        for path in root.iterdir():
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
    return (99 if answer.crash else answer.code), answer.out.splitlines(), answer.err


def _checked(things: tuple[Thing, ...]) -> str:
    code, lines, errors = _asked(things, "check", ".")
    told = [line.removeprefix("./") for line in lines if line[:1] != " "]
    wanted = sorted(line for thing in things for line in thing.told)
    if code != (3 if wanted else 0) or not errors.startswith(("csto: 4 entities", "csto: 5 entities")):
        return f"exit {code}: {errors.strip()[-200:]}"
    good = len(told) == len(wanted) and all(map(str.startswith, sorted(told), wanted))
    return "" if good else f"told {told}, not {wanted}"


def _shown(things: tuple[Thing, ...]) -> str:
    code, lines, errors = _asked(things, "show", "staff", "--data", ".")
    return "" if code == 0 and "Staff" in lines[0] else f"exit {code}: {errors.strip()[-200:]}"


def _field(size: int, message: str) -> str:
    with worlds.somewhere() as made:
        root = planted(made, ())
        (root / "x.yaml").write_text(f"x:\n  kind: body\n  name: X\n  summary: {'x' * size}\n")
        store = open_store(os.fspath(root))
        told = [(problem.line, problem.column, problem.message) for problem in store.problems()]
        kept = store.entity("x") is not None
        store.close()
    if message:
        return "" if told == [(4, 12, message)] and not kept else f"told {told}"
    return "" if not told and kept else f"told {told}"


def _honest() -> str:
    """Read, and nothing of it refused for its size."""
    with worlds.somewhere() as made:
        os.environ["XDG_CACHE_HOME"] = os.fspath(made / "cache")
        root, number = made / "data", 8_000
        write_yaml(os.fspath(root), number, 1)
        size = (root / "part-000.yaml").stat().st_size
        if size < HONEST:
            number = number * HONEST // size * 11 // 10
            write_yaml(os.fspath(root), number, 1)
        assert (root / "part-000.yaml").stat().st_size >= HONEST, "not large enough"
        store = open_store(os.fspath(root))
        told, entities = store.problems(), int(store.meta("entities"))
        store.close()
    return "" if not told and entities == number else f"{entities} of {number}: {told[:2]}"


# -- in the explorer


def _explored(trees: dict[str, tuple[Thing, ...]]) -> Iterator[str]:
    """Each tree in a real terminal: what is sound is shown, no later than without what is hostile and a second more."""
    bare = _seconds(())
    for name, things in trees.items():
        try:
            took = _seconds(things)
            wrong = f"\tit took {took:.1f} s, a sound folder {bare:.1f} s" if took > bare + 3 * SECONDS else ""
        except AssertionError as error:
            wrong = f"\t{str(error)[:400]}"
        yield f"{name}: the explorer{wrong}"


def _seconds(things: tuple[Thing, ...]) -> float:
    """From the start of the process until the sound entity is shown, in time of its own; then each entry is named, and
    it ends as asked."""
    with worlds.somewhere() as made:
        root = planted(made, things)
        env = {"XDG_CACHE_HOME": os.fspath(made / "cache")}
        with Terminal("open", "staff", "--data", os.fspath(root), size=(140, 30), env=env) as terminal:
            own = Allowance(terminal.pid, 0)
            terminal.wait(lambda text: "Staff" in text and "open" in text)
            took = own.used
            terminal.press("p")
            for thing in things if os.geteuid() or not set(things) & set(oddities.LOCKED.values()) else ():
                terminal.wait(partial(_named, thing))
            terminal.press("ctrl+q")
            code = terminal.ended()
            assert code == 0, f"exit {code}"
    return took


def _named(thing: Thing, text: str) -> bool:
    """Whether all that is to be said of a thing is on the screen, however its lines are broken."""
    shown = "".join(text.split()).replace("│", "")
    return all("".join(line.partition(": error: ")[2].partition("[")[0].split())[:30] in shown for line in thing.told)


def explored(names: list[str]) -> list[str]:
    """What is wrong with some trees in the explorer."""
    return [line for line in _explored({name: TREES[name] for name in names}) if "\t" in line]
