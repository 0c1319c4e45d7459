"""Before Textual is imported: is there a terminal, what can it do, is there anything to show?"""

from __future__ import annotations

import gc
import os
import sys

from explorer.errors import UsageError

SHELL_INSTEAD = "ask from the shell instead: csto find WORDS, csto show ENTITY"


def start(data: str, entity: str, day: str, *, plain_driver: bool = False) -> int:
    """Open the explorer; returns its exit code. Raises UsageError where there is no terminal for it."""
    _need_terminal()
    gc.disable()  # nothing made before the first frame is garbage; the app switches it on again
    _prepare_environment()
    from explorer.store.cache import open_store
    from explorer.store.days import asked
    from explorer.store.search import resolve

    store = open_store(data)
    if store.note:
        sys.stderr.write(f"csto: {store.note}\n")
    first = resolve(store, entity).id if entity else ""
    asked(store, day)
    from explorer.tui.app import Explorer
    from explorer.tui.driver import CellDriver, forgive_bad_bytes

    forgive_bad_bytes()

    driver = None if plain_driver else CellDriver
    app = Explorer(store, first, day, ascii_only=not _speaks_utf8(), driver_class=driver)
    app.run()
    return app.return_code or 0


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
