"""Lists of entities, narrowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.store.structure import Only, listed
from tests import builders

DATA = """
league: {kind: organisation, name: League, when: {is: 1992/2002, cite: early par 1}}
union: {kind: organisation, name: Union, when: {is: 2002-10-07/.., cite: late sec 1 par 1}}
alpha:
  kind: state
  name: Alpha
  links:
    member-of: {to: league, when: 1992/1999, cite: early par 2}
beta:
  kind: state
  name: Beta
  links:
    member-of: {to: union, when: 2003/.., cite: late sec 1 par 1}
summit: {kind: event, name: Summit, when: {is: 2002-05-14, cite: late sec 1 par 2}}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Five things."""
    folder: Path = tmp_path_factory.mktemp("listed")
    return builders.compiled(folder, DATA)


def ids(store: Store, only: Only, asked: str = "") -> list[str]:
    """What is listed, without the documents of the shared files."""
    return [one.id for one in listed(store, only, builders.as_of(store, asked)) if one.kind != "document"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Only(), ["league", "summit", "union", "alpha", "beta"]),
        (Only(kind="state"), ["alpha", "beta"]),
        (Only(since="2002-06-01"), ["league", "union"]),
        (Only(since="2003-01-01"), ["union"]),
        (Only(until="2002-05-14"), ["league", "summit"]),
        (Only(since="2002-01-01", until="2002-12-31", kind="event"), ["summit"]),
    ],
)
def test_kind_and_time_narrow_it(store: Store, only: Only, expected: list[str]) -> None:
    assert ids(store, only) == expected


@pytest.mark.parametrize(("id_", "expected"), [("league", ["alpha"]), ("beta", ["union"]), ("summit", [])])
def test_links_narrow_it_from_either_end(store: Store, id_: str, expected: list[str]) -> None:
    assert ids(store, Only(linked_to=builders.entity(store, id_).number)) == expected


def test_a_source_narrows_it_to_what_it_speaks_of(store: Store) -> None:
    assert ids(store, Only(source=builders.entity(store, "early").number)) == ["league", "alpha"]


def test_what_a_day_hides_is_not_listed(store: Store) -> None:
    assert ids(store, Only(until="2009-01-01"), "2001") == ["league"]
