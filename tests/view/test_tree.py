"""The tree: its arrangements, what stands below each branch, names and marks as of a day, and the way to an entity."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.view.tree import Node, Tree
from tests import builders
from tests.builders import as_of

BOTH = pytest.mark.parametrize("arrangement", ["kind", "structure"])
ONCE = ["kind", "structure", "year", "kind-year", "year-kind", "kind-structure", "empty"]
"""Arrangements in which nothing has two places."""
EVERY = [*ONCE, "mixed", "source", "year-mixed", "kind-year-mixed", "year-source", "kind-source"]
IN_EVERY = pytest.mark.parametrize("arrangement", EVERY)
DAYS = ["", "1991", "1996", "2001", "2004-06", "2006", "2020"]
ON_EACH_DAY = pytest.mark.parametrize("asked", DAYS)


def tree(store: Store, arrangement: str, asked: str = "") -> Tree:
    """The tree as of a day."""
    return Tree(store, arrangement, as_of(store, asked))


def walked(whole: Tree) -> list[Node]:
    """Every row of the tree, all branches open."""
    rows = []
    waiting = whole.roots()
    while waiting:
        row = waiting.pop(0)
        rows.append(row)
        if row.size:
            waiting += whole.children(row.key)
    return rows


def test_by_kind_has_the_kinds_of_the_vocabulary_that_are_used(store: Store) -> None:
    assert [(node.label, node.size) for node in tree(store, "kind").roots()] == [
        ("States", 3),
        ("Organisations", 1),
        ("Bodies", 5),
        ("Events", 2),
        ("Documents", 4),
        ("Concepts", 3),
        ("Voices", 1),
    ]


def test_by_structure_has_the_tops_first_and_then_what_is_in_no_tree(store: Store) -> None:
    assert [(node.label, node.size) for node in tree(store, "structure").roots()] == [
        ("League", 4),
        ("Growth", 2),
        ("States", 3),
        ("Events", 2),
        ("Documents", 4),
        ("Voices", 1),
    ]


@pytest.mark.parametrize(
    ("arrangement", "label"),
    [("kind", "By kind"), ("structure", "By structure"), ("year", "By year"), ("of-another-version", "By kind")],
)
def test_an_arrangement_has_its_label_and_an_unknown_one_is_by_kind(store: Store, arrangement: str, label: str) -> None:
    assert tree(store, arrangement).label == label


@pytest.mark.parametrize(
    ("arrangement", "key", "labels"),
    [
        ("kind", "kind:event", ["First summit", "Summit of Alpha"]),
        ("kind", "kind:body", ["Coming Staff", "Council", "Joint Staff", "Old Staff", "Signals of the Staff"]),
        ("structure", "league", ["Coming Staff", "Council", "Joint Staff", "Old Staff"]),
        ("structure", "league/staff", ["Signals of the Staff"]),
        ("structure", "growth", ["Sowing", "Reaping"]),
        ("structure", "kind:state", ["Alpha", "Beta", "Gamma"]),
        ("structure", "league/council", []),
        ("structure", "nowhere", []),
        ("mixed", "league", ["Alpha", "Beta", "Coming Staff", "Council", "Joint Staff", "Old Staff"]),
        ("mixed", "league/staff", ["Alpha", "Beta", "Signals of the Staff"]),
        ("mixed", "rest:", ["States", "Events", "Documents", "Concepts", "Voices"]),
        ("mixed", "rest:/kind:event", ["First summit", "Summit of Alpha"]),
        ("year", "year:1992", ["Old Staff", "League"]),
        ("year", "year:2002", ["early", "Summit of Alpha", "Charter of the League"]),
        ("kind-year", "kind:event", ["1995", "2002"]),
        ("kind-year", "kind:body", ["1992", "2005", "2006", "no year known"]),
        ("kind-year", "kind:body/year:2005", ["Joint Staff"]),
        ("year-kind", "year:2002", ["Events", "Documents"]),
        ("year-kind", "year:2002/kind:document", ["early", "Charter of the League"]),
        ("kind-structure", "kind:concept", ["Growth"]),
        ("kind-structure", "kind:concept/growth", ["Sowing", "Reaping"]),
        ("year-mixed", "year:1992", ["League"]),
        ("year-mixed", "year:1992/league/staff", ["Alpha", "Beta", "Signals of the Staff"]),
        ("kind-year-mixed", "kind:document/year:2003", ["Elsewhere"]),
        ("kind-year-mixed", "kind:document/year:2003/rest:", ["Work of 2003"]),
        ("year-source", "year:2007", ["late"]),
        ("year-source", "year:2007/source:late", ["§1"]),
        ("source", "rest:/kind:concept", ["Reaping", "Sowing"]),
    ],
)
def test_a_branch_has_its_own_order(store: Store, arrangement: str, key: str, labels: list[str]) -> None:
    assert [node.label for node in tree(store, arrangement).children(key)] == labels


@pytest.mark.parametrize("arrangement", ["kind", "structure", "mixed", "year", "source"])
def test_branches_are_filled_only_when_they_are_asked_for(store: Store, arrangement: str) -> None:
    asked: list[str] = []
    whole = tree(store, arrangement)
    store.connection.set_trace_callback(asked.append)
    try:
        whole.roots()
    finally:
        store.connection.set_trace_callback(None)
    assert [query for query in asked if "Signals" in query or "?2" in query] == []
    assert len(asked) <= 4


@IN_EVERY
@ON_EACH_DAY
def test_a_count_is_the_number_of_rows_below(store: Store, arrangement: str, asked: str) -> None:
    whole = tree(store, arrangement, asked)
    branches = [node for node in walked(whole) if node.size]
    wrong = [node for node in branches if len(whole.children(node.key)) != node.size]
    assert branches != []
    assert wrong == []


@pytest.mark.parametrize("arrangement", ONCE)
def test_every_entity_stands_in_the_tree_once(store: Store, arrangement: str) -> None:
    ids = [node.id for node in walked(tree(store, arrangement)) if node.id]
    assert len(ids) == len(set(ids)) == int(store.meta("entities"))


@IN_EVERY
@ON_EACH_DAY
def test_what_the_day_shows_stands_in_the_tree_and_nothing_else(store: Store, arrangement: str, asked: str) -> None:
    shown = {node.id for node in walked(tree(store, "kind", asked)) if node.id}
    assert {node.id for node in walked(tree(store, arrangement, asked)) if node.id} == shown


@IN_EVERY
@ON_EACH_DAY
def test_each_row_has_a_key_of_its_own_that_begins_with_the_one_above(
    store: Store, arrangement: str, asked: str
) -> None:
    whole = tree(store, arrangement, asked)
    rows = walked(whole)
    assert len({node.key for node in rows}) == len(rows)
    for node in rows:
        assert all(below.key.rpartition("/")[0] == node.key for below in whole.children(node.key))


@IN_EVERY
@ON_EACH_DAY
def test_a_path_leads_from_the_top_to_the_entity(store: Store, arrangement: str, asked: str) -> None:
    whole = tree(store, arrangement, asked)
    for node in walked(whole):
        if not node.id:
            continue
        rows, row = whole.roots(), None
        for key in whole.path(node.id):
            assert key in [row.key for row in rows]
            row = next(row for row in rows if row.key == key)
            rows = whole.children(key)
        assert row is not None
        assert row.id == node.id
        assert arrangement not in ONCE or row.key == node.key


@IN_EVERY
@pytest.mark.parametrize(("id_", "asked"), [("nobody", ""), ("staff", "2001"), ("summit", "2001")])
def test_what_is_not_there_has_no_path(store: Store, arrangement: str, id_: str, asked: str) -> None:
    assert tree(store, arrangement, asked).path(id_) == []


def test_a_path_does_not_lead_through_a_hidden_branch(store: Store) -> None:
    """The staff to which the signals belong is not known before 2002."""
    assert "league/staff" not in tree(store, "structure", "2001").path("signals")


def test_nothing_shown_is_missing_from_the_tree_because_its_parent_is_hidden(store: Store) -> None:
    assert "signals" in [node.id for node in walked(tree(store, "structure", "2001"))]


@pytest.mark.parametrize(
    ("asked", "label"), [("", "League"), ("2001", "Treaty of Two"), ("2003", "League"), ("2020", "League")]
)
def test_an_entity_stands_under_its_name_then(store: Store, asked: str, label: str) -> None:
    assert tree(store, "structure", asked).roots()[0].label == label


@pytest.mark.parametrize(
    ("id_", "asked", "mark"),
    [
        ("old-staff", "", ""),
        ("old-staff", "1992", ""),
        ("old-staff", "1993-06", ""),
        ("old-staff", "1994", "ended"),
        ("coming-staff", "", "planned"),
        ("coming-staff", "2006-06", "planned"),
        ("coming-staff", "2020", "planned"),
        ("staff", "", ""),
        ("staff", "2004-06", "planned"),
        ("staff", "2005", ""),
        ("staff", "2006", ""),
        ("summit", "2006", ""),
        ("early", "2006", ""),
    ],
)
def test_what_ended_or_was_only_planned_is_marked(store: Store, id_: str, asked: str, mark: str) -> None:
    assert [node.mark for node in walked(tree(store, "kind", asked)) if node.id == id_] == [mark]


@IN_EVERY
@pytest.mark.parametrize(
    "key",
    [
        *("", "/", ":", "nobody", "a/b/c", "rest:", "league/rest:", "kind:nothing", "kind:%2", "kind:body/year:1"),
        *("source:nobody", "source:late/section:sec 9", "source:late/passage:", "claim:staff:status", "year:2002/x/y"),
    ],
)
def test_a_key_of_another_version_raises_nothing(store: Store, arrangement: str, key: str) -> None:
    assert all(node.key.startswith(key + "/") for node in tree(store, arrangement).children(key))


def test_each_entity_has_the_letter_of_its_kind(store: Store) -> None:
    letters = {node.id: node.letter for node in walked(tree(store, "structure"))}
    assert (letters["league"], letters["staff"], letters["growth"], letters["alpha"]) == ("O", "B", "C", "S")


def test_what_is_only_forecast_is_marked_as_that(tmp_path: Path) -> None:
    text = """
coming: {kind: body, name: Coming, mood: predicted, when: {is: 2010, mood: predicted, said: 2005, cite: early par 1}}
"""
    found = walked(tree(builders.compiled(tmp_path, text), "kind"))
    assert [node.mark for node in found if node.id == "coming"] == ["forecast"]
