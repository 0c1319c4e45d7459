"""`csto completions bash|zsh|fish`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.completion import Words, script
from explorer.cli.output import Output, say
from explorer.cli.session import opened
from explorer.errors import OK
from explorer.store import structure
from explorer.store.completing import names_path, write_names
from explorer.store.figures import questions
from explorer.store.stages import model, stages


def run(request: Request, output: Output) -> int:
    """A script that completes commands, options, kinds and ids; the file of ids is written beside the cache."""
    shell = request.arguments[0]
    store = opened(request)
    try:
        names = write_names(store)
    except OSError as error:
        names = names_path(store.folder)
        say(f"the file of ids cannot be written ({str(error.strerror).lower()}); ids will not be completed")
    every = store.lens(None)
    concept = model(store)
    kinds = [one.key for one in structure.kinds(store, every)]
    about = [name for name, _ in questions(store)]
    parts = [one.entity.id for one in stages(store, concept, every)] if concept else []
    few = (tuple(filter(_harmless, words)) for words in (kinds, about, parts))
    output.parts.append(script(shell, Words(names, *few)))
    return OK


def _harmless(word: str) -> bool:
    """A shell expands the words of a script; what is more than a word stays out of it."""
    return word.replace("-", "").replace("_", "").isalnum()
