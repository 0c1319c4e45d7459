"""Everything odd that a data folder can hold: each is named as a problem or passed over, and the rest is read."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from explorer.dataset import folder
from explorer.dataset.loader import DataSet, load
from explorer.problems import show
from explorer.store.cache import open_store
from tests import builders
from tests.robust import oddities, worlds
from tests.robust.forked import Case, hosted, tally

NAME = "files: pipes, devices, links, encodings, rights, files that change or vanish"
TIMES = 300
"""How often a file is read while it changes."""
LARGE = 60_000
"""Letters in such a file."""


def run() -> tuple[int, int]:
    """All of them."""
    return tally(hosted("tests.robust.files", "long"))


def cases(part: str) -> Iterator[Case]:
    """Each thing alone in a folder, and the races."""
    for name, thing in oddities.THINGS.items():
        yield name, partial(_read_beside, thing)
    for path in (
        "/proc/self/status",
        "/proc/self/mounts",
        "/proc/version",
        "/sys/kernel/mm/transparent_hugepage/enabled",
    ):
        if os.path.exists(path):
            yield f"{path} itself", partial(_read_at_once, path)
    for name, change in CHANGES.items():
        yield f"a file that is {name} while it is read", partial(raced, change, 8 if part == "short" else TIMES)


def loaded(thing: oddities.Thing) -> DataSet:
    """A folder with that thing in it, read by somebody without rights, in under a second."""
    with worlds.somewhere() as made:
        made.chmod(0o755)
        root = builders.make_folder(made / "data", oddities.STAFF)
        thing.make(root)
        with oddities.as_nobody(root):
            start = time.thread_time()
            data = load(".")
            assert time.thread_time() - start < 1, "it took more than a second"
        for path in root.iterdir():  # so that it can be cleared away
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
    return data


def _read_beside(thing: oddities.Thing) -> str:
    data = loaded(thing)
    told = [show(problem).partition("\n")[0] for problem in data.problems]
    if "staff" not in {entity.id for entity in data.entities}:
        return f"the rest is lost: {told}"
    wanted = thing.told
    good = bool(told) == bool(wanted) and all(map(str.startswith, told, wanted)) and len(told) >= len(wanted)
    return "" if good else f"told {told}, not {wanted}"


def _read_at_once(path: str) -> str:
    start = time.monotonic()
    data = folder.read(path)
    return "" if data and time.monotonic() - start < 1 else f"{len(data)} bytes in {time.monotonic() - start:.1f} s"


# -- while it is read


def _overwritten(path: Path, turn: int) -> None:
    """In place, and as long as before: only the time tells, once its clock has ticked."""
    with open(path, "r+b", buffering=0) as file:
        file.write(_version(turn))


def _rewritten(path: Path, turn: int) -> None:
    path.write_bytes(_version(turn))


def _replaced(path: Path, turn: int) -> None:
    other = path.with_name("other")
    other.write_bytes(_version(turn))
    other.replace(path)


def _removed(path: Path, turn: int) -> None:
    if turn % 2:
        path.unlink()
    else:
        path.write_bytes(_version(turn))


def _swapped(path: Path, turn: int) -> None:
    """For a pipe, and back."""
    path.unlink()
    if turn % 2:
        os.mkfifo(path)
    else:
        path.write_bytes(_version(turn))


CHANGES: dict[str, Callable[[Path, int], None]] = {
    "overwritten": _overwritten,
    "rewritten": _rewritten,
    "replaced": _replaced,
    "removed": _removed,
    "swapped for a pipe": _swapped,
}


def _version(turn: int) -> bytes:
    return b"x:\n  kind: body\n  name: " + (b"ab"[turn % 2 : turn % 2 + 1]) * LARGE + b"\n"


def raced(change: Callable[[Path, int], None], times: int) -> str:
    """Open the folder while another keeps changing a file in it: never a wait, never an exception, the rest is there;
    and once it is left alone what it says is what is shown, whatever was read of it before."""
    with worlds.somewhere() as made:
        os.environ["XDG_CACHE_HOME"] = os.fspath(made / "cache")
        root = builders.make_folder(made / "data", oddities.STAFF)
        path = root / "x.yaml"
        path.write_bytes(_version(0))
        done = threading.Event()
        writer = threading.Thread(target=_keep, args=(change, path, done))
        writer.start()
        try:
            wrong = next((wrong for _ in range(times) if (wrong := _opened(root))), "")
        finally:
            done.set()
            writer.join()
        return wrong or _as_it_is(root, path)


def _keep(change: Callable[[Path, int], None], path: Path, done: threading.Event) -> None:
    turn = 1
    while not done.is_set():
        change(path, turn)
        turn += 1


def _opened(root: Path) -> str:
    """What is wrong with one opening."""
    store = open_store(os.fspath(root))
    told = {problem.file for problem in store.problems()}
    rest = store.entity("staff")
    store.close()
    return "" if rest and told <= {"x.yaml"} else f"told of {told}"


def _as_it_is(root: Path, path: Path) -> str:
    """What differs between the file and what is shown of it."""
    store = open_store(os.fspath(root))
    shown = store.entity("x")
    store.close()
    wanted = path.read_text().rpartition(" ")[2].strip() if path.is_file() else ""
    return "" if (shown.name if shown else "") == wanted else f"{shown and shown.name[:20]!r} for {wanted[:20]!r}"
