"""`csto completions bash|zsh|fish`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.completion import SHELLS, Words, script
from explorer.cli.output import Output, say
from explorer.cli.session import opened
from explorer.errors import OK, UsageError
from explorer.store import structure
from explorer.store.completing import names_path, write_names


def run(request: Request, output: Output) -> int:
    """A script that completes commands, options, kinds and ids; the file of ids is written beside the cache."""
    shell = request.arguments[0]
    if shell not in SHELLS:
        raise UsageError(f"no script for ‘{shell}’", f"there are: {', '.join(SHELLS)}")
    store = opened(request)
    try:
        names = write_names(store)
    except OSError as error:
        names = names_path(store.folder)
        say(f"the file of ids cannot be written ({str(error.strerror).lower()}); ids will not be completed")
    kinds = tuple(one.key for one in structure.kinds(store, store.lens(None)) if _harmless(one.key))
    output.parts.append(script(shell, Words(names, kinds)))
    return OK


def _harmless(word: str) -> bool:
    """A shell expands the words of a script; a kind that is more than a word stays out of it."""
    return word.replace("-", "").replace("_", "").isalnum()
