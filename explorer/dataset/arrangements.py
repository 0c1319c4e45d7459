"""Ways to lay out the tree: groups within groups, and below them entities, a forest of relations, or sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from explorer.dataset.fields import Fields
from explorer.dataset.reader import Node
from explorer.text import suggest
from explorer.values.terms import GROUPS, KIND, SOURCE, TREE, YEAR

LEVELS = (KIND, TREE, YEAR, SOURCE)
DOWN = " down"
"""Behind a relation's name: its links point from the parent to the child."""
_NEST = "relations that make one forest stand in a list of their own: [[RELATION, RELATION down]]"


class Step(NamedTuple):
    """A relation of a forest, and whether its links point from the parent to the child."""

    relation: str
    down: bool


class Level(NamedTuple):
    """One level: a word of the format, or relations that together make a forest."""

    name: str
    """`kind`, `tree`, `year`, `source`, or the relations joined by commas."""
    forest: tuple[Step, ...] = ()


class Arrangement(NamedTuple):
    """A way to lay out the tree."""

    label: str
    levels: tuple[Level, ...]


def arrangement(name: str, fields: Fields, trees: Mapping[str, str]) -> Arrangement:
    """Read one arrangement; `trees` is what each relation says of itself under `tree`."""
    levels: list[Level] = []
    nodes = list(fields.items("levels"))
    for node in nodes:
        level = _level(fields, node, trees)
        if level is None:
            continue
        if level.name in [other.name for other in levels]:
            fields.problem(node, "level", f"‘{level.name}’ stands twice")
            continue
        levels.append(level)
        if level.name not in GROUPS and node is not nodes[-1]:
            hint = (
                _NEST
                if level.forest and not isinstance(node.value, list)
                else f"only {' and '.join(GROUPS)} make groups within which more can stand"
            )
            fields.problem(node, "level", f"‘{level.name}’ can only be the last level", hint)
            break
    return Arrangement(fields.text("label") or name, tuple(levels))


def tree_steps(trees: Mapping[str, str]) -> tuple[Step, ...]:
    """The relations that make the level `tree`."""
    return tuple(Step(name, tree == "down") for name, tree in trees.items() if tree != "no")


def _level(fields: Fields, node: Node, trees: Mapping[str, str]) -> Level | None:
    """One level; None, and a problem, where it is none."""
    if not isinstance(node.value, list):
        if not fields.is_text(node, "levels"):
            return None
        if node.value in LEVELS:
            return Level(node.value)
    steps: list[Step] = []
    for item in node.value if isinstance(node.value, list) else [node]:
        step = _step(fields, item, trees)
        if step is not None and step.relation in [other.relation for other in steps]:
            fields.problem(item, "level", f"‘{step.relation}’ stands twice")
        elif step is not None:
            steps.append(step)
    return Level(", ".join(_written(step, trees) for step in steps), tuple(steps)) if steps else None


def _step(fields: Fields, node: Node, trees: Mapping[str, str]) -> Step | None:
    """A relation of a forest; None, and a problem, where it is none."""
    if not fields.is_text(node, "levels"):
        return None
    name = node.value.removesuffix(DOWN)
    if node.value in LEVELS:
        fields.problem(node, "level", f"‘{node.value}’ is no relation", "a list of its own holds relations only")
    elif node.value in trees:
        return Step(node.value, trees[node.value] == "down")
    elif name in trees:
        return Step(name, down=True)
    else:
        hint = suggest(node.value, [*LEVELS, *trees, *(other + DOWN for other in trees)])
        fields.problem(node, "level", f"no level ‘{node.value}’", hint)
    return None


def _written(step: Step, trees: Mapping[str, str]) -> str:
    return step.relation + (DOWN if step.down and trees[step.relation] != "down" else "")
