"""`csto schema data|output`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output
from explorer.errors import OK


def run(request: Request, output: Output) -> int:
    """The JSON Schema of the data folder's own words, for editors; or of every answer, for scripts."""
    from json import dumps

    if request.arguments[0] == "output":
        from explorer.export.schema import schema as answers

        output.parts.append(dumps(answers(), indent=1) + "\n")
        return OK

    from explorer.dataset.jsonschema import schema
    from explorer.dataset.loader import load
    from explorer.store.place import chosen_folder

    words = load(chosen_folder(request.value("--data"))).words
    output.parts.append(dumps(schema(words), indent=1, ensure_ascii=False) + "\n")
    return OK
