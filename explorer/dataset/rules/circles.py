"""Trees and successions have no circles: nothing is part of itself, however many steps lie between."""

from __future__ import annotations

from explorer.dataset.records import Entity, Link
from explorer.dataset.report import Report
from explorer.dataset.vocabulary import Vocabulary


def without_circles(entities: list[Entity], words: Vocabulary, report: Report) -> list[Entity]:
    """The entities without the links that close a circle, each told once."""
    trees = tuple(name for name, relation in words.relations.items() if relation.tree != "no")
    alone = [(name,) for name, relation in words.relations.items() if relation.acyclic and name not in trees]
    refused: set[Link] = set()
    for names in [trees, *alone]:
        refused |= _closing(_steps(entities, names, words), report)
    if not refused:
        return entities
    return [e._replace(links=tuple(link for link in e.links if link not in refused)) for e in entities]


Steps = dict[str, list[tuple[str, Link]]]


def _steps(entities: list[Entity], names: tuple[str, ...], words: Vocabulary) -> Steps:
    """Where the links of these relations lead from each entity; in a tree always up, on whichever side they stand."""
    steps: Steps = {entity.id: [] for entity in entities}
    for entity in entities:
        for link in entity.links:
            if link.relation in names and not _fiction(link):
                down = words.relations[link.relation].tree == "down"
                start, end = (link.target.id, entity.id) if down else (entity.id, link.target.id)
                steps[start].append((end, link))
    return steps


def _closing(steps: Steps, report: Report) -> set[Link]:
    """The links that lead back to where one came from, found in one walk without recursion."""
    state: dict[str, bool] = {}
    refused = set()
    for start in list(steps):
        if start in state:
            continue
        path = [start]
        state[start] = True
        stack = [iter(steps[start])]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                state[path.pop()] = False
                continue
            target, link = step
            if state.get(target):
                refused.add(link)
                circle = " → ".join([*path[path.index(target) :], target])
                report.add(link.target.place, "circle", f"‘{link.relation}’ runs in a circle: {circle}")
            elif target not in state:
                state[target] = True
                path.append(target)
                stack.append(iter(steps[target]))
    return refused


def _fiction(link: Link) -> bool:
    return link.claim.mood in ("denied", "scenario")
