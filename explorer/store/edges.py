"""Write the forests: which thing hangs below which by the relations of a level, without circles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explorer.store import sqlite
from explorer.values.terms import TREE

MOST_STEPS = 2_000_000
"""Steps in search of circles: a second's work, far more than links that people write can need."""


class Edge(NamedTuple):
    """A child below its parent."""

    parent: int
    child: int
    ordered: bool


def write_forests(connection: sqlite.Connection, forests: Mapping[str, Sequence[tuple[str, bool]]]) -> None:
    """Write each forest, given as relations and whether their links point down, from the links in the database."""
    for number, (name, steps) in enumerate(forests.items()):
        connection.execute("insert into forest values (?, ?)", (number, name))
        edges = without_circles(_edges(connection, steps, as_written=name == TREE))
        children = {edge.child for edge in edges}
        connection.executemany(
            "insert into edge values (?, ?, ?, ?, ?, ?)",
            ((number, *edge, ord_, edge.parent not in children) for ord_, edge in enumerate(edges)),
        )


def _edges(connection: sqlite.Connection, steps: Sequence[tuple[str, bool]], *, as_written: bool) -> list[Edge]:
    """The links of these relations, each pair of ends once; by relation, or in the order written."""
    rows = []
    for rank, (relation, down) in enumerate(steps):
        found = connection.execute(
            "select c.id, c.entity, c.target, r.ordered from claim c join relation r on r.name = c.relation "
            "where c.part = 'link' and c.relation = ? and coalesce(c.mood, '') not in ('denied', 'scenario')",
            (relation,),
        )
        order = 0 if as_written else rank
        rows += [(order, id_, *((start, end) if down else (end, start)), ordered) for id_, start, end, ordered in found]
    rows.sort()
    edges: dict[tuple[int, int], Edge] = {}
    for _, _, parent, child, ordered in rows:
        first = edges.setdefault((parent, child), Edge(parent, child, bool(ordered)))
        if ordered and not first.ordered:
            edges[parent, child] = first._replace(ordered=True)
    return list(edges.values())


def without_circles(edges: Sequence[Edge], most: int = MOST_STEPS) -> list[Edge]:
    """The edges without those whose parent hangs below their child by the edges before them.

    A tangle that takes more steps than `most` is cut short: from there on, edges that run against the order reached
    are left out.
    """
    core = _core(edges)
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    order: dict[int, int] = {}
    kept = []
    steps = 0
    for edge in edges:
        if edge.parent in core and edge.child in core:
            if steps > most:
                order = order or _order(core, below)
                closes = order[edge.parent] > order[edge.child]
            else:
                closes, more = _leads(edge.child, edge.parent, below, above)
                steps += more
            if closes:
                continue
            below.setdefault(edge.parent, []).append(edge.child)
            above.setdefault(edge.child, []).append(edge.parent)
        kept.append(edge)
    return kept


def _core(edges: Sequence[Edge]) -> set[int]:
    """The ends that are left when tops and leaves are taken away again and again: every circle is among them."""
    core = {end for edge in edges for end in (edge.parent, edge.child)}
    for up in (True, False):
        ahead: dict[int, list[int]] = {}
        behind = dict.fromkeys(core, 0)
        for edge in edges:
            if edge.parent in core and edge.child in core:
                start, end = (edge.child, edge.parent) if up else (edge.parent, edge.child)
                ahead.setdefault(start, []).append(end)
                behind[end] += 1
        bare = [end for end, count in behind.items() if not count]
        while bare:
            gone = bare.pop()
            core.discard(gone)
            for end in ahead.get(gone, ()):
                behind[end] -= 1
                if not behind[end]:
                    bare.append(end)
    return core


def _leads(start: int, end: int, ahead: Mapping[int, list[int]], behind: Mapping[int, list[int]]) -> tuple[bool, int]:
    """Whether one comes from start to end, looked for from both sides, and how many steps it took to know."""
    fronts, seen = [{start}, {end}], [{start}, {end}]
    while fronts[0] and fronts[1]:
        side = 0 if len(seen[0]) <= len(seen[1]) else 1
        steps = (ahead, behind)[side]
        fronts[side] = {next_ for here in fronts[side] for next_ in steps.get(here, ())} - seen[side]
        seen[side] |= fronts[side]
        if fronts[side] & seen[1 - side]:
            return True, len(seen[0]) + len(seen[1])
    return False, len(seen[0]) + len(seen[1])


def _order(core: set[int], below: Mapping[int, list[int]]) -> dict[int, int]:
    """Parents before their children, as far as edges are kept."""
    over = dict.fromkeys(core, 0)
    for children in below.values():
        for child in children:
            over[child] += 1
    ready = [end for end, count in over.items() if not count]
    order: dict[int, int] = {}
    while ready:
        here = ready.pop()
        order[here] = len(order)
        for child in below.get(here, ()):
            over[child] -= 1
            if not over[child]:
                ready.append(child)
    return order
