"""Entities as nodes and links as edges: GraphML for Gephi and networkx, DOT for Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.export.tables import key, told
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.view import words

_NODE = ("kind", "name", "life", "begin", "end", "mood")
_EDGE = ("relation", "label", "role", "when", "mood", "by", "doubt", "sources")


def _node(store: Store, entity: Entity, lens: Lens) -> dict[str, str]:
    made = (entity.kind, store.name(entity, lens), words.life(entity, lens.last), *_days(entity), entity.mood)
    return dict(zip(_NODE, made, strict=True))


def _days(entity: Entity) -> tuple[str, str]:
    begin, end = entity.begin or "", entity.end or ""
    return "" if begin.startswith("0001") else begin, "" if end.startswith("9999") else end


def _edge(claim: Claim) -> dict[str, str]:
    time = claim.happened.text if claim.happened else ""
    by = claim.by.name if claim.by else ""
    made = (claim.relation, claim.label, claim.role, time, claim.mood, by, claim.doubt, words.sources(claim))
    return dict(zip(_EDGE, made, strict=True))


def _parts(store: Store, lens: Lens) -> tuple[list[Entity], list[Claim]]:
    """The nodes, and the edges of which both ends are among them."""
    every = list(told(store, lens))
    known = {entity.id for entity, _ in every}
    links = [c for _, own in every for c in own if c.part == "link" and c.other and c.other.id in known]
    return [entity for entity, _ in every], links


def graphml(store: Store, lens: Lens) -> str:
    """GraphML, with everything of a statement as attributes; an edge may be planned or denied: see its mood."""
    from xml.sax.saxutils import quoteattr

    def data(cells: dict[str, str], prefix: str) -> Iterator[str]:
        for name, text in cells.items():
            if text:
                yield f'      <data key="{prefix}-{name}">{_xml(text)}</data>'

    nodes, edges = _parts(store, lens)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for for_, names in (("node", _NODE), ("edge", _EDGE)):
        lines += [f'  <key id="{for_}-{n}" for="{for_}" attr.name="{n}" attr.type="string"/>' for n in names]
    lines.append('  <graph edgedefault="directed">')
    for node in nodes:
        lines += [f"    <node id={quoteattr(node.id)}>", *data(_node(store, node, lens), "node"), "    </node>"]
    for edge in edges:
        assert edge.other is not None
        ends = f"source={quoteattr(edge.entity.id)} target={quoteattr(edge.other.id)}"
        lines += [f"    <edge id={quoteattr(_xml(key(edge)))} {ends}>", *data(_edge(edge), "edge"), "    </edge>"]
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _xml(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(clean(text))


def dot(store: Store, lens: Lens) -> str:
    """DOT; what is not asserted is dashed, what is denied dotted."""
    nodes, edges = _parts(store, lens)
    lines = ["digraph {", "  node [shape=box];"]
    lines += [
        f"  {_quoted(node.id)} [label={_quoted(store.name(node, lens))}, kind={_quoted(node.kind)}];" for node in nodes
    ]
    for edge in edges:
        assert edge.other is not None
        style = {"": "solid", "denied": "dotted"}.get(edge.mood, "dashed")
        said = f"{words.MOODS[edge.mood]}: {edge.label}" if edge.mood else edge.label
        lines.append(f"  {_quoted(edge.entity.id)} -> {_quoted(edge.other.id)} [label={_quoted(said)}, style={style}];")
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
