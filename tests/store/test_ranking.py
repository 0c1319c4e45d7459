"""What stands before what: one table for each rule of ranking."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.store.search import find
from tests import builders

WORLD = """
    a-fair: {kind: body, name: Fair of the harvest, old-ids: fair-harvest-of}
    fair-harvest: {kind: body, name: The fair harvest}
    harvest-fair: {kind: body, name: The harvest fair}
    council-1: {kind: body, name: Council of the north}
    council-2: {kind: body, name: Council of the south}
    council-3: {kind: body, name: Council of the west}
    harbour-office: {kind: body, name: Harbour office, short: Port}
    port-of-call: {kind: body, name: Port of call}
    portal: {kind: body, name: Portal}
    porto: {kind: body, name: Ports and quays}
    zephyr: {kind: body, name: Zephyr}
    zephir: {kind: state, name: Zephir}
    games: {kind: event, name: Harvest games}
    games-2004: {kind: event, name: Harvest games 2004}
    games-2005: {kind: event, name: Harvest games 2005}
    mill: {kind: body, name: Mill, facts: [{text: The granary stands beside it., cite: early par 1}]}
    granaries: {kind: body, name: The old granary of the western council}
    lantern-state: {kind: state, name: Lantern}
    lantern-body: {kind: body, name: lantern}
    lantern-event: {kind: event, name: LANTERN}
    tidal-watch: {kind: body, name: Tidal reckoning service}
    trs: {kind: body, name: Towing company, short: TRS}
    fleet:
      kind: body
      name: Fleet
      facts: [{text: It has ships., about: strength, value: 18 officers, cite: early par 1}]
    fleet-2: {kind: body, name: Second fleet, facts: [{text: Officers came., cite: early par 1}]}
"""


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The data set above."""
    return builders.compiled(tmp_path_factory.mktemp("ranked"), WORLD)


def found(store: Store, query: str) -> list[str]:
    """The ids found, best first."""
    return [hit.ref.id for hit in find(store, query, builders.as_of(store))[0]]


def holds(store: Store, query: str, *order: str) -> bool:
    """Whether these are found in this order, whatever stands between them."""
    ids = found(store, query)
    return [one for one in ids if one in order] == list(order)


@pytest.mark.parametrize(
    ("rule", "query", "order"),
    [
        ("a name before a fact", "granary", ("granaries", "mill")),
        ("a whole name before a longer one", "port", ("harbour-office", "port-of-call")),
        ("a word as typed before its beginning", "port", ("port-of-call", "portal")),
        ("a word with another ending before its beginning", "port", ("porto", "portal")),
        ("a beginning before a slip", "zephy", ("zephyr",)),
        ("all words before a part", "harvest games 2004", ("games-2004",)),
        ("more of the name before less", "harvest", ("games", "games-2004")),
        ("words in their order before others", "harvest fair", ("harvest-fair", "fair-harvest")),
        ("written initials before others", "trs", ("trs", "tidal-watch")),
        ("kinds in the vocabulary's order", "lantern", ("lantern-state", "lantern-body", "lantern-event")),
        ("a fact with all words before one with a part", "18 officers", ("fleet",)),
    ],
)
def test_a_rule_of_ranking_holds(ranked: Store, rule: str, query: str, order: tuple[str, ...]) -> None:
    assert holds(ranked, query, *order), rule


def test_a_rarer_word_weighs_more_where_no_name_has_all(ranked: Store) -> None:
    ids = found(ranked, "council zephyr")
    assert ids[0] == "zephyr"
    assert ids.index("zephyr") < ids.index("council-1")


def test_a_word_that_is_one_is_no_slip_of_another(ranked: Store) -> None:
    assert found(ranked, "zephir") == ["zephir"]


def test_how_many_links_a_thing_has_counts_for_nothing(tmp_path: Path) -> None:
    text = "".join(
        f"m-{n}: {{kind: state, name: Member {n}, links: {{member-of: {{to: b-club}}}}}}\n" for n in range(5)
    )
    store = builders.compiled(
        tmp_path, text + "a-club: {kind: organisation, name: Club}\nb-club: {kind: organisation, name: club}\n"
    )
    assert found(store, "club")[:2] == ["a-club", "b-club"]


def test_scores_go_down_and_stay_within_bounds(ranked: Store) -> None:
    for query in ("council", "port", "harvest games", "of the", "granary council"):
        scores = [hit.score for hit in find(ranked, query, builders.as_of(ranked))[0]]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 100 for score in scores)
