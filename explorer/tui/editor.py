"""The reader's own editor, at a line."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping

AFTER = {"hx": "{file}:{line}", "helix": "{file}:{line}", "subl": "{file}:{line}", "zed": "{file}:{line}"}
"""Editors that take the line behind the file's name."""
GOTO = ("code", "codium", "code-insiders", "cursor")
"""Editors that take `--goto FILE:LINE`; they return at once unless told to wait."""
PLUS = (
    *("vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "jed", "mg", "ne", "less"),
    *("editor", "sensible-editor"),
)
"""Editors that take `+LINE`, and the names under which Debian keeps the chosen one."""
USUAL = ("sensible-editor", "vi", "nano")
"""Tried where neither VISUAL nor EDITOR is set."""


class NoEditorError(Exception):
    """There is none."""


def command(file: str, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command that opens a file at a line; an editor that nothing is known of gets the file alone.

    Raises NoEditorError.
    """
    chosen = environment.get("VISUAL") or environment.get("EDITOR") or next(filter(shutil.which, USUAL), "")
    try:
        words = shlex.split(chosen)
    except ValueError:
        raise NoEditorError(f"‘{chosen}’ cannot be read as a command") from None
    if not words:
        raise NoEditorError("no editor: set VISUAL or EDITOR")
    if not shutil.which(words[0]):
        raise NoEditorError(f"there is no ‘{words[0]}’ (from VISUAL or EDITOR)")
    name = os.path.basename(words[0])
    if name in AFTER:
        return [*words, AFTER[name].format(file=file, line=line)]
    if name in GOTO:
        wait = [] if "--wait" in words or "-w" in words else ["--wait"]
        return [*words, *wait, "--goto", f"{file}:{line}"]
    return [*words, f"+{line}", file] if name in PLUS else [*words, file]
