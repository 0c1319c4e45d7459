"""Read the claim behind a statement: when, who says so, how surely, and where it stands."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from explorer.dataset.fields import Fields
from explorer.dataset.reader import Node
from explorer.dataset.records import Cite, Claim, Pointer, Reference
from explorer.values import dates, locators
from explorer.values.dates import Date
from explorer.values.terms import MOODS

CLAIM_FIELDS = ("cite", "when", "said", "by", "mood", "doubt", "likely", "against", "repeats", "note")
UNDATED = "undated"
_MORE = frozenset(CLAIM_FIELDS) - {"cite"}
_date = lru_cache(10_000)(dates.parse)
_citation = lru_cache(10_000)(locators.parse)
"""What is read once is remembered: the same days and passages come again and again."""


class Bad(NamedTuple):
    """Stands for a value that was there and could not be read; the problem is told."""


def read_claim(fields: Fields) -> Claim | None:
    """The claim in a mapping; None where a time or a citation in it cannot be read."""
    if _MORE.isdisjoint(fields.given):
        plain = read_cites(fields, "cite")
        return Claim(cites=plain) if plain is not None else None
    when = read_date(fields, "when") if _is_plain(fields, "when") else None
    said_node = fields.text_node("said")
    undated = said_node is not None and said_node.value == UNDATED
    said = None if undated else read_date(fields, "said")
    cites = read_cites(fields, "cite")
    against, repeats = _pointers(fields, "against"), _pointers(fields, "repeats")
    if isinstance(when, Bad) or isinstance(said, Bad) or cites is None:
        return None
    return Claim(
        when=when,
        said=said,
        undated=undated,
        by=reference(fields, "by"),
        mood=fields.word("mood", MOODS, "mood"),
        doubt=fields.text("doubt"),
        likely=fields.text("likely"),
        against=against,
        repeats=repeats,
        note=fields.text("note"),
        cites=cites,
    )


def _is_plain(fields: Fields, key: str) -> bool:
    return fields.text_node(key) is not None


def read_date(fields: Fields, key: str) -> Date | Bad | None:
    """The date in a text field."""
    node = fields.text_node(key)
    return None if node is None else parse_date(fields, node)


def parse_date(fields: Fields, node: Node) -> Date | Bad:
    """The date in a text node."""
    try:
        return _date(node.value)
    except dates.DateError as error:
        fields.problem(node, "date", str(error), error.hint)
        return Bad()


def reference(fields: Fields, key: str) -> Reference | None:
    """The id in a text field."""
    node = fields.text_node(key)
    return Reference(node.value, fields.place(node)) if node else None


def read_cites(fields: Fields, key: str) -> tuple[Cite, ...] | None:
    """The citations of a field; None where one of them cannot be read."""
    if key not in fields.given:
        return ()
    cites = [parse_cite(fields, node) for node in fields.texts(key)]
    return None if None in cites else tuple(cite for cite in cites if cite)


def parse_cite(fields: Fields, node: Node) -> Cite | None:
    """The citation in a text node."""
    try:
        return Cite(_citation(node.value), fields.place(node))
    except locators.LocatorError as error:
        fields.problem(node, "locator", str(error), error.hint)
        return None


def _pointers(fields: Fields, key: str) -> tuple[Pointer, ...]:
    """What a claim contradicts or repeats: citations, or an entity with a citation."""
    made: list[Pointer] = []
    for node in fields.items(key) if key in fields.given else ():
        entity = None
        cite_node: Node | None = node
        if isinstance(node.value, dict):
            sub = fields.sub(node, ("entity", "cite"), f"‘{key}’")
            assert sub is not None
            entity = reference(sub, "entity")
            cite_node = sub.text_node("cite")
            if "cite" not in node.value:
                sub.problem(node, "missing", f"‘{key}’ needs a citation")
        elif not fields.is_text(node, key):
            cite_node = None
        cite = parse_cite(fields, cite_node) if cite_node is not None else None
        if cite is not None:
            made.append(Pointer(cite, entity))
    return tuple(made)
