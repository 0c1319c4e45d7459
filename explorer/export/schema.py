"""The JSON Schema of every answer, version 1. It only grows: keys that are not named here may be added, none may go."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    Schema = dict[str, object]

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
VERSION: Schema = {"const": 1}


def ref(name: str) -> Schema:
    """A shape by its name."""
    return {"$ref": f"#/$defs/{name}"}


def maybe(shape: Schema) -> Schema:
    """It, or null where nothing is known."""
    return {"anyOf": [shape, {"type": "null"}]}


def some(shape: Schema) -> Schema:
    """A list of it, empty where there is none."""
    return {"type": "array", "items": shape}


def one_of(*words: str | None) -> Schema:
    """One of these words."""
    return {"enum": list(words)}


def record(**keys: Schema) -> Schema:
    """An object that has these keys."""
    return {"type": "object", "properties": keys, "required": list(keys)}


TIME = maybe(ref("date"))
CITES = some(ref("cite"))
MOOD = one_of("planned", "predicted", "scenario", "denied", None)


def _plus(*names: str, **keys: Schema) -> Schema:
    """Shapes and these keys together."""
    return {"allOf": [*map(ref, names), record(**keys)]}


def _shapes() -> dict[str, Schema]:
    """What answers are made of."""
    return {**_basic(), **_statements(), **_rows()}


def _basic() -> dict[str, Schema]:
    """Days, names and citations."""
    day: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
    ends = record(earliest=maybe(day), latest=maybe(day))
    side = one_of("start", "end", None)
    return {
        "date": record(
            text=TEXT, start=ends, end=ends, open=side, unknown=side, uncertain=FLAG, about=FLAG, display=TEXT
        ),
        "named": record(id=TEXT, name=TEXT),
        "ref": record(id=TEXT, kind=TEXT, name=TEXT),
        "cite": record(source=TEXT, locator=TEXT, display=TEXT, work=maybe(TEXT)),
    }


def _statements() -> dict[str, Schema]:
    """What is said, of whom, on whose word, and what is wrong with it."""
    number: Schema = {"type": ["number", "null"]}
    texts = {name: maybe(TEXT) for name in ("doubt", "likely", "note")}
    return {
        "claim": record(
            key=TEXT,
            when=TIME,
            said=TIME,
            by=maybe(ref("named")),
            mood=MOOD,
            cites=CITES,
            answer=one_of("yes", "no", "unknown", None),
            **texts,
        ),
        "fact": _plus(
            "claim",
            text=TEXT,
            about=maybe(TEXT),
            value=maybe(TEXT),
            quantity=maybe(record(low=number, high=number, unit=maybe(TEXT))),
            of=maybe(ref("named")),
        ),
        "link": _plus("claim", relation=TEXT, label=TEXT, inverse=FLAG, entity=ref("ref"), **{"as": maybe(TEXT)}),
        "statement": {"anyOf": [ref("fact"), ref("link")]},
        "owned": {"anyOf": [_plus("fact", entity=ref("ref")), _plus("link", to=ref("ref"))]},
        "life": _plus("claim", "date", when=ref("date")),
        "trouble": record(
            kind=one_of("differs", "plan", "against", "doubt", "repeats"),
            entity=ref("named"),
            about=maybe(TEXT),
            claims=some(ref("statement")),
            text=TEXT,
        ),
    }


def _entity() -> Schema:
    """Everything that is known of one thing."""
    words = ("type", "language", "author", "publisher", "url", "accessed")
    texts = {name: maybe(TEXT) for name in words}
    return record(
        id=TEXT,
        kind=TEXT,
        name=TEXT,
        short=maybe(TEXT),
        also=some(record(text=TEXT, lang=maybe(TEXT), when=TIME)),
        ids={"type": "object", "additionalProperties": TEXT},
        old_ids=some(TEXT),
        when=some(ref("life")),
        mood=MOOD,
        summary=maybe(TEXT),
        document=maybe(record(date=TIME, **texts)),
        facts=some(ref("fact")),
        links=some(ref("link")),
        mentions=some(_plus("fact", entity=ref("ref"))),
        backlinks=some(ref("link")),
        troubles=some(ref("trouble")),
        defined_at=record(file=TEXT, line=COUNT),
        hidden=COUNT,
    )


def _of_views() -> dict[str, Schema]:
    """Rows of what is laid out over time, by stages, by passages and side by side."""
    changes = ("joined", "left", "founded", "ended", "renamed", "signed", "in-force", "figure", "began", "over")
    return {
        "entry": record(
            when=ref("date"),
            entity=ref("ref"),
            text=TEXT,
            cites=CITES,
            sign=maybe(TEXT),
            mood=MOOD,
            key=TEXT,
            by=maybe(ref("named")),
        ),
        "change": record(
            change=one_of(*changes),
            entity=ref("ref"),
            text=TEXT,
            when=ref("date"),
            cites=CITES,
            mood=MOOD,
            sure=FLAG,
            before=maybe(TEXT),
            key=TEXT,
            by=maybe(ref("named")),
        ),
        "stage": _plus(
            "named",
            criteria=some(ref("fact")),
            evidence=some(ref("link")),
            reached=some(_plus("fact", entity=ref("ref"))),
        ),
        "dispute": _plus("trouble", claims=some({"allOf": [ref("statement"), record(**{"in": ref("ref")})]})),
        "passage": record(locator=TEXT, claims=some(ref("owned"))),
        "row": record(
            label=TEXT,
            part=one_of("head", "neighbour", "about"),
            cells=some(some(record(text=TEXT, claim=maybe(ref("owned"))))),
        ),
        "figure": _plus("fact", entity=ref("ref")),
    }


def _rows() -> dict[str, Schema]:
    """What answers have many of; with --jsonl each is a line."""
    field = one_of("name", "short", "also", "id", "initials", "fact", "summary")
    score: Schema = {"type": "number", "minimum": 0, "maximum": 100}
    role = {"as": maybe(TEXT)}
    return {
        "entity": _entity(),
        "hit": _plus("ref", score=score, matched=record(field=field, text=TEXT, mood=MOOD, cites=CITES)),
        "listed": _plus("ref", when=TIME),
        "member": _plus("named", answer=one_of("in", "out", "unknown"), since=TIME, until=TIME, cites=CITES, **role),
        "membership": record(organisation=ref("named"), members=some(ref("member"))),
        **_of_views(),
        "problem": record(
            file=TEXT,
            line=COUNT,
            column=COUNT,
            severity=one_of("error", "warning", "note"),
            code=TEXT,
            message=TEXT,
            hint=maybe(TEXT),
        ),
        "path": record(what=TEXT, path=TEXT, exists=FLAG),
    }


def _answers() -> dict[str, Schema]:
    """What each command answers with --json."""
    asked = maybe(TEXT)
    members = record(organisation=ref("named"), as_of=asked, members=some(ref("member")))
    every = record(as_of=asked, organisations=some(ref("membership")))
    counts: Schema = {"type": "object", "additionalProperties": COUNT}
    passage = record(source=TEXT, locator=TEXT, facts=COUNT, links=COUNT, others=COUNT, reason=maybe(TEXT))
    free = record(entity=TEXT, relation=TEXT, target=TEXT)
    coverage = record(
        passages=some(passage),
        uncited_sources=some(TEXT),
        uncited_links=some(free),
        uncited=some(TEXT),
        unlinked=some(TEXT),
        facts=counts,
    )
    checked: Schema = {  # coverage with --coverage only
        "allOf": [record(problems=some(ref("problem")), counts=counts), {"properties": {"coverage": coverage}}]
    }
    made = {
        "find": record(query=TEXT, as_of=asked, hits=some(ref("hit")), hidden=COUNT),
        "show": record(as_of=asked, entities=some(ref("entity"))),
        "list": record(entities=some(ref("listed"))),
        "timeline": record(entries=some(ref("entry"))),
        "diff": record(**{"from": TEXT}, to=TEXT, changes=some(ref("change"))),
        "model": record(model=ref("named"), stages=some(ref("stage"))),
        "members": {"anyOf": [members, every]},
        "posts": record(as_of=asked, posts=some(ref("owned"))),
        "troubles": record(as_of=asked, troubles=some(ref("dispute")), hidden=COUNT),
        "sources": record(as_of=asked, sources=some(_plus("named", passages=some(ref("passage"))))),
        "compare": record(as_of=asked, entities=some(ref("ref")), rows=some(ref("row"))),
        "figures": record(as_of=asked, about=TEXT, values=some(ref("figure"))),
        "check": checked,
        "paths": record(paths=some(ref("path"))),
        "version": record(program=TEXT, title=TEXT, entities=COUNT, horizon=maybe(TEXT)),
        "error": record(error=record(code=TEXT, message=TEXT, candidates=some(ref("ref")))),
    }
    return {name: {"allOf": [record(version=VERSION), shape]} for name, shape in made.items()}


def schema() -> Schema:
    """The schema: any answer is one of `$defs/COMMAND`, or `$defs/error`."""
    answers = _answers()
    return {
        "$schema": ADDRESS,
        "title": "Answers of csto --json, version 1",
        "anyOf": [ref(name) for name in answers],
        "$defs": {**_shapes(), **answers},
    }
