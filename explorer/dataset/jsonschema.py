"""The data format as a JSON Schema, with a data set's own words in it: editors complete and explain with it.

The reader does not use it; it tells more, and with file, line and column. https://json-schema.org/draft/2020-12/schema
"""

from __future__ import annotations

from typing import Any

from explorer.dataset.vocabulary import Vocabulary
from explorer.values.terms import MOODS

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_DATE = {"description": "2002-10-07, 2002-05, 2003, 199X, 2010~, 2010?, 2004/2006, 2002/.., 2002/, ../2006, /2006"}
_CITE = {"description": "a source's id and the passage: jasutis sec 2.3 par 6 fn 41"}


def schema(words: Vocabulary) -> Schema:
    """The schema of the files of a data set with this vocabulary."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words.title,
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 48},
        "additionalProperties": {"$ref": "#/$defs/entity"},
        "$defs": {
            "entity": _entity(words),
            "fact": _fact(words),
            "link": _link(_TEXT),
            "life": _either(_DATE | _TEXT, _fields({"is": _DATE | _TEXT, **_claim()}, "is")),
            "alias": _either(_TEXT, _fields({"text": _TEXT, "lang": _TEXT, **_claim()}, "text")),
            "pointer": _either(_CITE | _TEXT, _fields({"entity": _TEXT, "cite": _CITE | _TEXT}, "cite")),
            **_claim_fields(),
        },
    }


def _fields(properties: Schema, *required: str) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _either(*shapes: Schema) -> Schema:
    return {"anyOf": list(shapes)}


def _some(shape: Schema) -> Schema:
    """One, or a list."""
    return {"anyOf": [shape, {"type": "array", "items": shape}]}


def _claim() -> Schema:
    """The fields of a claim; each is described once, under `$defs`."""
    return {name: {"$ref": f"#/$defs/{name}"} for name in _claim_fields()}


def _claim_fields() -> Schema:
    pointers = _some({"$ref": "#/$defs/pointer"})
    return {
        "cite": _some(_CITE | _TEXT),
        "when": _DATE | _TEXT,
        "said": {"description": "when it was stated or planned; ‘undated’ where nobody can tell"} | _TEXT,
        "by": {"description": "the id of who says it"} | _TEXT,
        "mood": {"enum": list(MOODS)},
        "doubt": {"description": "why what is printed can hardly be right, in the editor's words"} | _TEXT,
        "likely": {"description": "the likely reading, a quantity or a date"} | _TEXT,
        "against": pointers,
        "repeats": pointers,
        "note": _TEXT,
    }


def _fact(words: Vocabulary) -> Schema:
    about = {name: word.label for name, word in words.about.items()}
    quantity = {"description": "[at most|at least|about|over|under] N[..M] [thousand|million] unit, or ‘not given’"}
    own = {"text": _TEXT, "about": {"enum": list(about)}, "value": quantity | _TEXT, "of": _TEXT}
    return _fields({**own, **_claim()}, "text", "cite")


def _link(role: Schema) -> Schema:
    return _either(_TEXT, _fields({"to": _some(_TEXT), "as": role, **_claim()}, "to"))


def _links(words: Vocabulary) -> Schema:
    relations = {}
    for name, relation in words.relations.items():
        link = _link({"enum": list(relation.roles)}) if relation.roles else {"$ref": "#/$defs/link"}
        ends = f"from {', '.join(relation.sources) or 'any'} to {', '.join(relation.targets) or 'any'}"
        relations[name] = {"description": f"{relation.label}; {ends}"} | _some(link)
    return _fields(relations)


def _entity(words: Vocabulary) -> Schema:
    life = _some({"$ref": "#/$defs/life"})
    properties: Schema = {
        "kind": {"enum": list(words.kinds)},
        "name": _TEXT,
        "short": _TEXT,
        "also": _some({"$ref": "#/$defs/alias"}),
        "ids": {"type": "object", "additionalProperties": _TEXT},
        "old-ids": _some(_TEXT),
        "when": life,
        "mood": {"enum": list(MOODS)},
        "summary": _TEXT,
        "links": _links(words),
        "facts": {"type": "array", "items": {"$ref": "#/$defs/fact"}},
        "type": {"enum": list(words.document_types)},
        "date": life,
        "locators": {"description": "the passages that exist: [par 1..15, fn 1..61]"} | _some(_TEXT),
        "notes": {"type": "object", "additionalProperties": _TEXT},
        "bare": {"description": "passages that carry no fact and no link, and why: {par 3: a heading}"}
        | {"type": "object", "additionalProperties": _TEXT},
    }
    properties |= dict.fromkeys(("language", "author", "publisher", "url", "accessed"), _TEXT)
    return _fields(properties, "kind", "name")
