"""Read one entity: its fields, each checked where it stands. What is unsound is told and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explorer.dataset.claims import CLAIM_FIELDS, Bad, parse_date, read_claim, reference
from explorer.dataset.fields import Fields
from explorer.dataset.reader import Node
from explorer.dataset.records import Alias, Claim, Document, Entity, Fact, Life, Link, Reference
from explorer.dataset.report import Block, Place, Report
from explorer.dataset.vocabulary import Vocabulary
from explorer.text import suggest
from explorer.values import locators, quantities
from explorer.values.quantities import Quantity
from explorer.values.terms import DOCUMENT, MOODS

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 48
MOST_PASSAGES = 20_000
"""Of one source; a short list of ranges can ask for all memory."""
_BASE = ("kind", "name", "short", "also", "ids", "old-ids", "when", "mood", "summary", "links", "facts")
_DOCUMENT = ("type", "date", "language", "author", "publisher", "url", "accessed", "locators", "notes", "bare")
_FACT = ("text", "about", "value", "of", *CLAIM_FIELDS)
_LINK = ("to", "as", *CLAIM_FIELDS)


def build(block: Block, id_: str, at: tuple[int, int], node: Node, words: Vocabulary, report: Report) -> Entity | None:
    """The entity of a block; None where it has no usable id, kind or name."""
    place = Place(block, at[0], at[1], len(id_))
    if not _ID.fullmatch(id_) or len(id_) > LONGEST_ID:
        hint = f"lower-case letters, digits and single hyphens, at most {LONGEST_ID}"
        report.add(place, "id", f"not an id: ‘{id_}’", hint)
        return None
    if not isinstance(node.value, dict):
        report.add(place, "type" if node.value else "empty", f"‘{id_}’ has no fields", "it needs a kind and a name")
        return None
    is_document = "kind" in node.value and node.value["kind"].value == DOCUMENT
    known = (*_BASE, *_DOCUMENT) if is_document else _BASE
    fields = Fields(block, node, known, "a document" if is_document else "an entity", report)
    kind, name = fields.word("kind", words.kinds, "kind"), fields.text("name")
    for key in ("kind", "name"):
        if key not in node.value:
            report.add(place, "missing", f"‘{id_}’ has no {key}", "every entity needs a kind and a name")
    if not kind or not name:
        return None
    return Entity(
        id=id_,
        kind=kind,
        name=name,
        place=place,
        short=fields.text("short"),
        also=tuple(_aliases(fields)),
        ids=tuple((key, sub.value) for key, sub in fields.mapping("ids").items() if fields.is_text(sub, key)),
        old_ids=tuple(old.value for old in fields.texts("old-ids")),
        lives=tuple(_lives(fields, "when")),
        mood=fields.word("mood", MOODS, "mood"),
        summary=fields.text("summary"),
        links=tuple(_links(fields, words)),
        facts=tuple(_facts(fields, words)),
        document=_document(fields, words) if is_document else None,
    )


def _lives(fields: Fields, key: str) -> list[Life]:
    """The times in a field: text, a mapping with `is` and a claim, or a list of these."""
    lives = []
    for node in fields.items(key):
        claim: Claim | None = Claim()
        date_node: Node | None = node
        if isinstance(node.value, dict):
            sub = fields.sub(node, ("is", *CLAIM_FIELDS), f"‘{key}’")
            assert sub is not None
            date_node, claim = sub.text_node("is"), read_claim(sub)
            if "is" not in node.value:
                sub.problem(node, "missing", f"‘{key}’ needs its date in ‘is’")
        elif not fields.is_text(node, key):
            continue
        date = parse_date(fields, date_node) if date_node is not None else Bad()
        if claim is not None and not isinstance(date, Bad):
            lives.append(Life(date, claim, fields.place(node)))
    return lives


def _aliases(fields: Fields) -> list[Alias]:
    aliases = []
    for node in fields.items("also"):
        if isinstance(node.value, str):
            aliases.append(Alias(node.value, "", Claim(), fields.place(node)))
            continue
        sub = fields.sub(node, ("text", "lang", *CLAIM_FIELDS), "‘also’")
        claim = read_claim(sub) if sub else None
        if sub is None or claim is None:
            continue
        if "text" not in node.value:
            sub.problem(node, "missing", "a name in ‘also’ needs its text")
        text, lang = sub.text("text"), sub.text("lang")
        if text:
            aliases.append(Alias(text, lang, claim, fields.place(node)))
    return aliases


def _links(fields: Fields, words: Vocabulary) -> list[Link]:
    made: list[Link] = []
    relations = fields.mapping("links")
    if not relations:
        return made
    sub = Fields(fields.block, fields.node.value["links"], list(relations), "links", fields.report)
    for relation in relations:
        if relation in words.relations:
            for node in sub.items(relation):
                made += _link(sub, relation, node, words)
        elif relation in words.inverses:
            right = words.inverses[relation]
            hint = f"write ‘{right}’ on the other entity; this side shows it by itself"
            sub.problem_at_key(relation, "inverse", f"‘{relation}’ is the other side of ‘{right}’", hint)
        else:
            hint = suggest(relation, [*words.relations, *words.inverses])
            sub.problem_at_key(relation, "relation", f"no relation ‘{relation}’", hint)
    return made


def _link(fields: Fields, relation: str, node: Node, words: Vocabulary) -> list[Link]:
    """The links that one value makes: `to` may be a list that shares one claim."""
    if isinstance(node.value, str):
        return [Link(relation, Reference(node.value, fields.place(node)), "", Claim(), fields.place(node))]
    sub = fields.sub(node, _LINK, f"‘{relation}’")
    if sub is None:
        return []
    claim = read_claim(sub)
    if "to" not in node.value:
        sub.problem(node, "missing", f"‘{relation}’ needs a target in ‘to’")
    targets = [Reference(to.value, sub.place(to)) for to in sub.texts("to")]
    role = _role(sub, relation, words)
    return [Link(relation, to, role, claim, to.place) for to in targets] if claim is not None else []


def _role(fields: Fields, relation: str, words: Vocabulary) -> str:
    node = fields.text_node("as")
    if node is None:
        return ""
    declared = words.relations[relation]
    if declared.free_roles or node.value in declared.roles:
        return str(node.value)
    hint = suggest(node.value, declared.roles) or (f"one of {', '.join(declared.roles)}" if declared.roles else "")
    fields.problem(node, "role", f"‘{relation}’ has no role ‘{node.value}’", hint)
    return ""


def _facts(fields: Fields, words: Vocabulary) -> list[Fact]:
    made = []
    for node in fields.items("facts"):
        sub = fields.sub(node, _FACT, "a fact")
        if sub is None:
            continue
        claim, text, about = read_claim(sub), sub.text("text"), sub.word("about", words.about, "about")
        if "text" not in node.value:
            sub.problem(node, "missing", "a fact needs its text")
        if "cite" not in node.value:
            sub.problem(node, "missing", "a fact needs a citation", "add cite: SOURCE par N")
            continue
        value = _value(sub, about, words)
        if claim is not None and claim.cites and text:
            made.append(Fact(text, about, value, reference(sub, "of"), claim, sub.place(node)))
    return made


def _value(fields: Fields, about: str, words: Vocabulary) -> Quantity | None:
    node = fields.text_node("value")
    if node is None:
        return None
    try:
        quantity = quantities.parse(node.value)
    except quantities.QuantityError as error:
        fields.problem(node, "quantity", str(error), error.hint)
        return None
    if quantity.unit and quantity.unit not in words.units:
        fields.problem(node, "unit", f"no unit ‘{quantity.unit}’", suggest(quantity.unit, words.units))
        return None
    if quantity.unit and about and words.units[quantity.unit] not in words.about[about].units:
        takes = ", ".join(words.about[about].units) or "no figure"
        fields.problem(node, "unit", f"‘{about}’ takes {takes}, not {words.units[quantity.unit]}")
        return None
    return quantity


def _document(fields: Fields, words: Vocabulary) -> Document:
    passages = tuple(_locators(fields))
    return Document(
        type=fields.word("type", words.document_types, "type"),
        dates=tuple(_lives(fields, "date")),
        language=fields.text("language"),
        author=fields.text("author"),
        publisher=fields.text("publisher"),
        url=fields.text("url"),
        accessed=fields.text("accessed"),
        locators=passages,
        notes=tuple(
            (number, Reference(node.value, fields.place(node)))
            for number, node in fields.mapping("notes").items()
            if fields.is_text(node, "notes")
        ),
        bare=tuple(_bare(fields, passages)),
    )


def _bare(fields: Fields, passages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Passages with the reason why they carry nothing of their own."""
    listed = frozenset(passages)
    for locator, node in fields.mapping("bare").items():
        if locator not in listed:
            fields.problem(node, "locator", f"no passage ‘{locator}’ in this source")
        elif fields.is_text(node, "bare"):
            yield locator, node.value


def _locators(fields: Fields) -> list[str]:
    made: list[str] = []
    for node in fields.texts("locators"):
        try:
            passages = locators.expand(node.value)
            locators.parse_parts(passages[0])
        except locators.LocatorError as error:
            fields.problem(node, "locator", str(error), error.hint)
            continue
        if len(made) + len(passages) > MOST_PASSAGES:
            fields.problem(node, "size", f"more than {MOST_PASSAGES:,} passages in one source")
            break
        made += passages
    return made
