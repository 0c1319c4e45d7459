"""Before Textual is imported: is there a terminal, what can it do, is there anything to show?"""

from __future__ import annotations

import gc
import os
import sys

from explorer.errors import INTERRUPTED, UsageError
from explorer.tui.guard import Guard
from explorer.values.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.store.read import Store
    from explorer.tui.session import Session

SHELL_INSTEAD = "ask from the shell instead: csto find WORDS, csto show ENTITY"


class Wishes(NamedTuple):
    """What the command line asks for."""

    data: str = ""
    entity: str = ""
    day: str = ""
    plain_driver: bool = False
    fresh: bool = False
    """Start clean: nothing of the session before."""
    mouse: bool = True
    ascii_only: bool = False


def start(wishes: Wishes) -> int:
    """Open the explorer; returns its exit code. Raises UsageError where there is no terminal for it."""
    _need_terminal()
    guard = Guard()
    guard.watch()
    try:
        return _load(wishes, guard)
    except KeyboardInterrupt:
        return INTERRUPTED if guard.code is None else guard.code


def _load(wishes: Wishes, guard: Guard) -> int:
    gc.disable()  # nothing made before the first frame is garbage; the app switches it on again
    _prepare_environment()
    from explorer.store.cache import open_store
    from explorer.store.days import asked
    from explorer.store.meant import resolve

    store = open_store(wishes.data)
    if store.note:
        sys.stderr.write(f"csto: {store.note}\n")
    first = resolve(store, wishes.entity).id if wishes.entity else ""
    asked(store, wishes.day)
    return _run(store, wishes, first, guard)


def _run(store: Store, wishes: Wishes, first: str, guard: Guard) -> int:
    from explorer.store.cache import forget
    from explorer.tui import config, session
    from explorer.tui.app import Explorer, Options
    from explorer.tui.driver import CellDriver, WholeDriver
    from explorer.tui.remembering import Keeper
    from explorer.tui.themes import COLOURED, NAMES

    before = session.read(store.folder)
    chosen, warnings = config.read(NAMES, COLOURED)
    for warning in warnings:
        sys.stderr.write(f"csto: {warning}\n")
    options = Options(
        entity=first,
        day=wishes.day,
        watch=True,
        named_folder=bool(wishes.data or os.environ.get("CSTO_DATA")),
        ascii_only=wishes.ascii_only or (chosen.ascii_only if chosen.ascii_only is not None else not _speaks_utf8()),
        theme=chosen.theme,
        colours=chosen.colours,
        keys=chosen.keys,
        letters=_speaks_utf8(),
        session=_clean(before) if wishes.fresh else before,
        warnings=tuple(warnings),
    )
    app = Explorer(store, options, driver_class=WholeDriver if wishes.plain_driver else CellDriver)
    keeper = Keeper(store.folder, before)
    app.after_damage = lambda: forget(store.folder)
    app.keep = app.before_leaving = lambda: keeper.keep(app.session())
    app.keep_aside = keeper.keep_aside
    return app.run_guarded(guard, mouse=wishes.mouse and chosen.mouse)


def _clean(before: Session | None) -> Session:
    """A clean start: what was marked is work, and stays."""
    from explorer.tui.session import Session

    return Session(marks=before.marks, theme=before.theme) if before else Session()


def _need_terminal() -> None:
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        if stream is None or not stream.isatty():
            raise UsageError(f"the explorer needs a terminal; {SHELL_INSTEAD}")
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise UsageError(f"the explorer cannot draw on this terminal (TERM is empty or dumb); {SHELL_INSTEAD}")


def _prepare_environment() -> None:
    """Textual reads these when it is imported."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # the terminal knows its size better
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # empty means nothing
    if os.environ.get("SSH_CONNECTION"):
        os.environ.setdefault("ESCDELAY", "500")  # a key's sequence may arrive in pieces
    os.environ["TEXTUAL_ANIMATIONS"] = "none"


def _speaks_utf8() -> bool:
    import locale

    return locale.nl_langinfo(locale.CODESET).lower().replace("-", "") == "utf8"
