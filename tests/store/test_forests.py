"""Forests of relations: which way links hang, what is left out, what a day hides, and that nothing runs in a circle."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.dataset.loader import load
from explorer.store import compile, forest, groups, structure  # noqa: A004
from explorer.store.edges import Edge, without_circles
from explorer.store.groups import Within
from explorer.store.read import Store
from tests import builders

DATA = """
    hall: {kind: state, name: Hall}
    east: {kind: state, name: East}
    league: {kind: organisation, name: League, when: 1990/..}
    watch:
      kind: body
      name: Watch
      when: 1992/..
      links: {organ-of: league, seated-in: hall, chair: [east, {to: hall, mood: denied}]}
    patrol:
      kind: body
      name: Patrol
      when: 2000/..
      links:
        organ-of: watch
        chair: {to: watch-town, mood: planned, said: 1999}
        seated-in: {to: east, mood: scenario}
    watch-town: {kind: state, name: Watch Town, links: {member-of: league}}
    lonely: {kind: body, name: Lonely}
"""
FOREST = "chair down, member-of, organ-of"
ARRANGEMENTS = """
  one: {label: One, levels: [seated-in]}
  many: {label: Many, levels: [[chair down, member-of, organ-of]]}
  again: {label: Again, levels: [kind, [chair down, member-of, organ-of]]}
  circle: {label: Circle, levels: [[seated-in, chair down]]}
"""


def compiled(folder: Path, text: str = DATA, arrangements: str = ARRANGEMENTS) -> Store:
    """A data set with arrangements of its own, compiled in memory."""
    builders.make_folder(folder, text)
    with open(folder / "vocab.yaml", "a", encoding="utf-8") as vocabulary:
        vocabulary.write(arrangements.lstrip("\n"))
    data = load(os.fspath(folder))
    assert data.problems == []
    connection = sqlite3.connect(":memory:")
    compile.write(data, connection)
    store = Store(connection, os.fspath(folder))
    builders.OPEN.append(store)
    return store


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The data set above."""
    return compiled(tmp_path_factory.mktemp("forests"))


def laid(store: Store, name: str, asked: str = "") -> dict[str, list[str]]:
    """Parent to children; the tops below an empty text."""
    lens = builders.as_of(store, asked)
    number = forest.numbered(store, name)
    rows = store.connection.execute("select id from entity order by rowid")
    entities = [builders.entity(store, row[0]) for row in rows]
    below = {e.id: [c.id for c in forest.children(store, e, lens, number)] for e in entities if lens.shows(e.seen)}
    tops = {"": [top.id for top in forest.roots(store, lens, number)]}
    return tops | {id_: children for id_, children in below.items() if children}


def test_levels_are_told_as_text(world: Store) -> None:
    assert structure.arrangements(world) == [
        ("kind", "By kind", ("kind",)),
        ("one", "One", ("seated-in",)),
        ("many", "Many", (FOREST,)),
        ("again", "Again", ("kind", FOREST)),
        ("circle", "Circle", ("seated-in, chair down",)),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tree", {"": ["league"], "league": ["watch"], "watch": ["patrol"]}),
        ("seated-in", {"": ["hall"], "hall": ["watch"]}),
        (
            FOREST,
            {"": ["league"], "league": ["watch", "watch-town"], "watch": ["east", "patrol"], "patrol": ["watch-town"]},
        ),
        (
            "seated-in, chair down",
            {"": ["patrol", "hall"], "hall": ["watch"], "watch": ["east"], "patrol": ["watch-town"]},
        ),
        ("of another version", {"": []}),
    ],
)
def test_links_hang_their_start_below_their_end_or_the_other_way_down(
    world: Store, name: str, expected: dict[str, list[str]]
) -> None:
    """Plans make branches; denials and scenarios make none."""
    assert laid(world, name) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("1995", {"": ["league"], "league": ["watch", "watch-town"], "watch": ["east"]}),
        ("1991", {"": ["league"], "league": ["watch-town"]}),
        ("1980", {"": []}),
    ],
)
def test_a_day_hides_branches_and_what_hangs_below_them_hangs_free(
    world: Store, asked: str, expected: dict[str, list[str]]
) -> None:
    assert laid(world, FOREST, asked) == expected


def test_what_hangs_below_something_hidden_is_a_top_where_it_carries_something(tmp_path: Path) -> None:
    text = """
        new: {kind: body, name: New, when: 2005/..}
        middle: {kind: body, name: Middle, links: {organ-of: new}}
        low: {kind: body, name: Low, links: {organ-of: middle}}
        loose: {kind: body, name: Loose, links: {organ-of: new}}
    """
    store = compiled(tmp_path, text)
    assert laid(store, "tree") == {"": ["new"], "new": ["loose", "middle"], "middle": ["low"]}
    assert laid(store, "tree", "2000") == {"": ["middle"], "middle": ["low"]}


@pytest.mark.parametrize("asked", ["", "1980", "1991", "1995", "2001"])
@pytest.mark.parametrize("name", ["tree", FOREST, "seated-in, chair down"])
def test_what_has_no_place_is_everything_else(world: Store, name: str, asked: str) -> None:
    lens = builders.as_of(world, asked)
    within = Within(outside=forest.numbered(world, name))
    outside = [e.id for e in groups.entities(world, within, lens)]
    found = laid(world, name, asked)
    inside = {id_ for ids in found.values() for id_ in ids}
    shown = {e.id for e in groups.entities(world, Within(), lens)}
    assert sorted(outside) == sorted(shown - inside)
    kinds = [(branch.key, branch.size) for branch in groups.rest(world, within, lens)]
    assert kinds == [(b.key, b.size) for b in groups.groups(world, "kind", within, lens)]
    assert [key for key, _ in kinds] == [b.key for b in groups.rest(world, within, lens, counted=False)]


def test_of_links_that_run_in_a_circle_the_first_named_relation_stays(tmp_path: Path) -> None:
    text = """
        hall: {kind: state, name: Hall}
        watch: {kind: body, name: Watch, links: {chair: hall, seated-in: hall}}
    """
    arrangements = """
  up: {label: Up, levels: [[seated-in, chair down]]}
  down: {label: Down, levels: [[chair down, seated-in]]}
    """.rstrip(" ")
    store = compiled(tmp_path, text, arrangements)
    assert laid(store, "seated-in, chair down") == {"": ["hall"], "hall": ["watch"]}
    assert laid(store, "chair down, seated-in") == {"": ["watch"], "watch": ["hall"]}


def test_ordered_children_keep_the_order_written_before_others_by_name(tmp_path: Path) -> None:
    text = """
        whole: {kind: concept, name: Whole, links: {stages: [z, y]}}
        z: {kind: concept, name: Z}
        y: {kind: concept, name: Y}
    """
    assert laid(compiled(tmp_path, text), "tree") == {"": ["whole"], "whole": ["z", "y"]}


def test_two_links_between_the_same_things_are_one_branch(tmp_path: Path) -> None:
    text = """
        hall: {kind: state, name: Hall}
        watch: {kind: body, name: Watch, links: {chair: [{to: hall, as: first}, {to: hall, as: second}]}}
    """
    store = compiled(tmp_path, text, "  chairs: {label: Chairs, levels: [chair]}\n")
    number = forest.numbered(store, "chair")
    hall = builders.entity(store, "hall")
    assert forest.below(store, [hall.number], builders.as_of(store), number) == {hall.number: 1}
    assert laid(store, "chair") == {"": ["hall"], "hall": ["watch"]}


@pytest.mark.parametrize("asked", ["", "1991", "2001"])
def test_everything_above_is_found_at_once(world: Store, asked: str) -> None:
    lens = builders.as_of(world, asked)
    number = forest.numbered(world, FOREST)
    town = builders.entity(world, "watch-town")
    steps = forest.above(world, [town.number], lens, number)
    pairs = {(world.entity_at(step.child).id, step.id) for step in steps}
    every = {(child, parent) for parent, children in laid(world, FOREST, asked).items() if parent for child in children}
    assert pairs == {pair for pair in every if pair[0] != "east"}


# -- circles

PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] != pair[1]), max_size=40)


def reached(edges: list[Edge], start: int) -> set[int]:
    """Everything below a thing."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        more = {edge.child for edge in edges if edge.parent == here} - found
        found |= more
        waiting += more
    return found


@given(PAIRS)
@example([(0, 1), (1, 0)])
@example([(2, 1), (3, 2), (1, 3), (4, 1), (3, 5)])
def test_an_edge_is_left_out_if_and_only_if_its_parent_hangs_below_its_child(pairs: list[tuple[int, int]]) -> None:
    edges = [Edge(parent, child, False) for parent, child in pairs]
    expected: list[Edge] = []
    for edge in edges:
        if edge.parent not in reached(expected, edge.child):
            expected.append(edge)
    assert without_circles(edges) == expected


@given(PAIRS, st.integers(0, 30))
def test_a_tangle_that_is_cut_short_has_no_circle_either(pairs: list[tuple[int, int]], most: int) -> None:
    edges = [Edge(parent, child, False) for parent, child in pairs]
    kept = without_circles(edges, most)
    assert all(edge.parent not in reached(kept, edge.child) for edge in kept)
    assert [edge for edge in edges if edge in kept] == kept


@pytest.mark.parametrize("step", [1, -1], ids=["downwards", "upwards"])
def test_a_long_ring_costs_one_edge_and_little_time(step: int) -> None:
    ring = 20_000
    edges = [Edge(n, (n + step) % ring, False) for n in range(ring)]
    assert without_circles(edges) == edges[:-1]


def test_a_deep_forest_is_compiled_and_climbed_without_recursion(tmp_path: Path) -> None:
    text = "".join(f"b{n}: {{kind: body, name: B{n}, links: {{organ-of: b{n + 1}}}}}\n" for n in range(3000))
    store = compiled(tmp_path, text + "b3000: {kind: body, name: B3000}\n")
    lens = builders.as_of(store)
    assert len(forest.above(store, [builders.entity(store, "b0").number], lens)) == 3000
