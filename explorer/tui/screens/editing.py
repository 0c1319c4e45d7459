"""To the reader's editor and back: the entry behind what is shown, and whether it was changed."""

from __future__ import annotations

import os
import subprocess

from textual.app import App, SuspendNotSupported

from explorer.store import claims as statements
from explorer.store.read import Store
from explorer.text import clean
from explorer.tui.editor import NoEditorError, command
from explorer.tui.state import Place
from explorer.view.rows import Row


def place_of(store: Store, here: Place, row: Row | None) -> tuple[str, int]:
    """File and line of what the cursor is on: of a problem, a statement, or the entity that is shown."""
    if row is not None and row.at[0]:
        return row.at
    claim = row.claim if row is not None and row.claim else here.claim
    found = next(iter(statements.numbered(store, [claim], store.lens(None))), None) if claim else None
    id_ = found.entity.id if found else row.target if row and not here.id else here.id
    entity = store.entity(id_)
    if entity is None:
        return "", 0
    return entity.file, found.line if found else entity.line


def edit(app: App[None], folder: str, file: str, line: int) -> tuple[bool, str]:
    """Let the reader edit a file of the data folder; whether it was changed, and what to tell."""
    path = os.path.join(folder, file)
    if not file or not os.path.isfile(path):
        return False, "there is no entry to open here"
    if not os.access(path, os.W_OK):
        return False, f"‘{clean(file)}’ cannot be written; copy the folder and open the copy with --data"
    try:
        words = command(path, line)
    except NoEditorError as error:
        return False, str(error)
    before = _state(path)
    try:
        with app.suspend():
            subprocess.run(words, check=False)
    except SuspendNotSupported:
        return False, "an editor cannot be opened from here"
    except OSError as error:
        return False, f"‘{words[0]}’ could not be started ({error.strerror})"
    if _state(path) == before:
        return False, f"‘{clean(file)}’ was not changed"
    return True, f"‘{clean(file)}’ was changed"


def _state(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
