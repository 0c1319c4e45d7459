"""The words that a data set gives itself: kinds, relations, units, questions answered. Code knows only shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from explorer.dataset.arrangements import Arrangement, arrangement
from explorer.dataset.fields import Fields
from explorer.dataset.reader import Node
from explorer.dataset.report import Block, Report
from explorer.text import suggest
from explorer.values import dates

Made = TypeVar("Made")

FORMAT = "1"
ANY = "any"
TIMES = ("life", "dated", "never")
TREES = ("yes", "down", "no")
MEANINGS = ("membership", "structure", "region", "participation", "evidence", "post")


class Kind(NamedTuple):
    """A kind of entity."""

    label: str
    plural: str
    letter: str


class Relation(NamedTuple):
    """A relation, declared once, on the newer or dependent thing; `inverse` is only a label."""

    label: str
    inverse: str
    sources: tuple[str, ...]
    """Kinds it may start from; empty for any."""
    targets: tuple[str, ...]
    """Kinds it may lead to; empty for any."""
    roles: tuple[str, ...]
    free_roles: bool
    time: str
    tree: str
    """`yes`: the target is the parent. `down`: the target is the child."""
    acyclic: bool
    one: bool
    ordered: bool
    means: str


class About(NamedTuple):
    """A question that facts answer."""

    label: str
    units: tuple[str, ...]
    """Unit classes of its values; empty where it takes none."""
    fixed: bool
    """The answer does not change with time."""


class Vocabulary(NamedTuple):
    """Everything in `vocab.yaml`."""

    title: str = ""
    short_title: str = ""
    description: str = ""
    horizon: str = ""
    """The last day about which the sources speak."""
    model: str = ""
    kinds: dict[str, Kind] = {}
    relations: dict[str, Relation] = {}
    about: dict[str, About] = {}
    units: dict[str, str] = {}
    """Unit to its class."""
    document_types: dict[str, str] = {}
    arrangements: dict[str, Arrangement] = {}

    @property
    def inverses(self) -> dict[str, str]:
        """Inverse label as an id, to the relation it belongs to."""
        return {r.inverse.replace(" ", "-"): name for name, r in self.relations.items() if r.inverse != r.label}


_TEXTS = ("title", "short-title", "description", "model")
_TOP = (*_TEXTS, "format", "horizon", "kinds", "document-types", "units", "about", "relations", "arrangements")
_RELATION = ("label", "inverse", "from", "to", "as", "time", "tree", "acyclic", "one", "ordered", "means")


def build(nodes: list[tuple[Block, Node]], report: Report) -> Vocabulary:
    """The vocabulary of the blocks of `vocab.yaml`; what is wrong in it is told and left out."""
    tops = _tops(nodes, report)
    if "format" in tops and tops["format"].text("format") not in ("", FORMAT):
        tops["format"].problem_at_key("format", "format", f"this program reads format {FORMAT}")
    units = _units(tops["units"]) if "units" in tops else {}
    classes = set(units.values())
    kinds = _each(tops, "kinds", ("label", "plural", "letter"), _kind)
    relations = _each(tops, "relations", _RELATION, lambda name, f: _relation(name, f, kinds))
    trees = {name: relation.tree for name, relation in relations.items()}
    texts = {key: tops[key].text(key) if key in tops else "" for key in _TEXTS}
    return Vocabulary(
        title=texts["title"],
        short_title=texts["short-title"],
        description=texts["description"],
        model=texts["model"],
        horizon=_horizon(tops["horizon"]) if "horizon" in tops else dates.FOREVER,
        kinds=kinds,
        relations=relations,
        about=_each(tops, "about", ("label", "unit", "fixed"), lambda name, f: _about(name, f, classes)),
        units=units,
        document_types=_document_types(tops["document-types"]) if "document-types" in tops else {},
        arrangements=_each(tops, "arrangements", ("label", "levels"), lambda name, f: arrangement(name, f, trees)),
    )


def _tops(nodes: list[tuple[Block, Node]], report: Report) -> dict[str, Fields]:
    """The top-level keys, each with the fields it stands in; of two alike the first counts."""
    tops: dict[str, Fields] = {}
    for block, node in nodes:
        fields = Fields(block, node, _TOP, "the vocabulary", report)
        for key in node.value:
            if key in tops:
                hint = f"it stands in line {tops[key].block.line} already"
                fields.problem_at_key(key, "duplicate-key", f"‘{key}’ stands twice", hint)
            tops.setdefault(key, fields)
    return tops


def _each(
    tops: dict[str, Fields], key: str, known: tuple[str, ...], make: Callable[[str, Fields], Made]
) -> dict[str, Made]:
    """The named things of one block, in the order written."""
    if key not in tops:
        return {}
    made = {}
    for name, node in tops[key].mapping(key).items():
        fields = tops[key].sub(node, known, f"‘{name}’")
        if fields is not None:
            made[name] = make(name, fields)
    return made


def _horizon(fields: Fields) -> str:
    node = fields.text_node("horizon")
    try:
        return dates.parse(node.value).end_latest if node else dates.FOREVER
    except dates.DateError as error:
        if node:
            fields.problem(node, "date", str(error), error.hint)
        return dates.FOREVER


def _units(fields: Fields) -> dict[str, str]:
    units = {}
    for name in fields.mapping("units"):
        class_fields = Fields(
            fields.block, fields.node.value["units"], list(fields.mapping("units")), "units", fields.report
        )
        for node in class_fields.texts(name):
            units[node.value] = name
    return units


def _document_types(fields: Fields) -> dict[str, str]:
    types = fields.mapping("document-types")
    return {name: node.value for name, node in types.items() if fields.is_text(node, name)}


def _kind(name: str, fields: Fields) -> Kind:
    label = fields.text("label") or name
    return Kind(label, fields.text("plural") or label, fields.text("letter") or name[:1].upper())


def _relation(name: str, fields: Fields, kinds: dict[str, Kind]) -> Relation:
    roles = tuple(node.value for node in fields.texts("as"))
    return Relation(
        label=fields.text("label") or name.replace("-", " "),
        inverse=fields.text("inverse") or f"{name.replace('-', ' ')} (of)",
        sources=_kinds(fields, "from", kinds),
        targets=_kinds(fields, "to", kinds),
        roles=() if roles == (ANY,) else roles,
        free_roles=roles == (ANY,),
        time=fields.word("time", TIMES, "time") or "dated",
        tree=fields.word("tree", TREES, "tree") or "no",
        acyclic=fields.flag("acyclic"),
        one=fields.flag("one"),
        ordered=fields.flag("ordered"),
        means=fields.word("means", MEANINGS, "meaning"),
    )


def _kinds(fields: Fields, key: str, kinds: dict[str, Kind]) -> tuple[str, ...]:
    names = []
    for node in fields.texts(key):
        if node.value == ANY:
            return ()
        if node.value not in kinds:
            fields.problem(node, "kind", f"no kind ‘{node.value}’", suggest(node.value, kinds))
        else:
            names.append(node.value)
    return tuple(names)


def _about(name: str, fields: Fields, classes: set[str]) -> About:
    units = []
    for node in fields.texts("unit"):
        if node.value in classes:
            units.append(node.value)
        else:
            fields.problem(node, "unit", f"no class of units ‘{node.value}’", suggest(node.value, classes))
    return About(fields.text("label") or name.replace("-", " "), tuple(units), fields.flag("fixed"))
