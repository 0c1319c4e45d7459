"""`csto schema data`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.errors import OK, UsageError


def run(request: Request, output: Output) -> int:
    """The JSON Schema of the data folder's own words, for editors."""
    if request.arguments[0] != "data":
        raise UsageError(f"no schema ‘{request.arguments[0]}’", "there is: data")
    from json import dumps

    from explorer.dataset.jsonschema import schema
    from explorer.dataset.loader import load
    from explorer.store.place import chosen_folder

    words = load(chosen_folder(request.value("--data"))).words
    output.parts.append(dumps(schema(words), indent=1, ensure_ascii=False) + "\n")
    return OK
