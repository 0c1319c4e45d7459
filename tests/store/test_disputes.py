"""Troubles of all the data: those about one matter put together, each statement once, as of a day."""

from __future__ import annotations

import pytest

from explorer.store.disputes import disputes, source_dates
from explorer.store.read import Store
from tests.builders import as_of, compiled, entity

WORLD = """
mast:
  kind: body
  name: Mast
  facts:
    - {text: It stands., about: status, when: 2001, cite: early par 1, against: [early par 2, early par 3]}
    - {text: It fell., about: status, when: 2001, cite: early par 2, against: early par 1}
    - {text: It never stood., about: status, when: 2003, cite: early par 3}
    - {text: It is low., about: range, value: 5 km, when: 2004, cite: early par 4}
    - {text: It is high., about: range, value: 9 km, when: 2004, cite: early par 5}

crew:
  kind: body
  name: Crew
  links:
    organ-of: {to: [mast, yard], cite: early par 6, doubt: A crew is no organ.}

yard:
  kind: body
  name: Yard
  facts:
    - {text: It is busy., about: status, when: 2001, cite: early par 2}
    - {text: It is full of work., about: status, when: 2002, cite: early par 6, repeats: early par 2}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A mast of which too much is said."""
    return compiled(tmp_path_factory.mktemp("mast"), WORLD)


def told(store: Store, id_: str = "", kind: str = "", asked: str = "") -> list[tuple[str, str, list[str]]]:
    """Each trouble: its kind, its entity, the keys of its statements."""
    found, _ = disputes(store, as_of(store, asked), entity(store, id_) if id_ else None, kind)
    return [(one.kind, one.entity.id, [claim.key for claim in one.claims]) for one in found]


def test_contradictions_that_share_a_statement_are_one(store: Store) -> None:
    assert told(store, kind="against") == [("against", "mast", ["status", "status-2", "status-3"])]


def test_one_doubt_of_two_links_is_one(store: Store) -> None:
    assert told(store, kind="doubt") == [("doubt", "crew", ["organ-of.mast", "organ-of.yard"])]


def test_they_stand_in_the_order_of_their_entities_names(store: Store) -> None:
    assert [id_ for _, id_, _ in told(store)] == ["crew", "mast", "mast", "yard"]


def test_of_one_entity_are_those_in_which_any_statement_of_or_about_it_is(store: Store) -> None:
    assert [kind for kind, _, _ in told(store, "yard")] == ["doubt", "repeats"]


@pytest.mark.parametrize(
    ("day", "keys"), [("2002", ["status", "status-2"]), ("2003", ["status", "status-2", "status-3"])]
)
def test_a_day_leaves_out_what_was_not_yet_said(store: Store, day: str, keys: list[str]) -> None:
    (found,) = told(store, kind="against", asked=day)
    assert found[2] == keys


def test_what_has_no_other_side_on_a_day_is_counted_as_hidden(store: Store) -> None:
    found, hidden = disputes(store, as_of(store, "2002"), None, "differs")
    assert (found, hidden) == ([], 1)


def test_sources_have_their_dates(store: Store) -> None:
    assert set(source_dates(store)) >= {"early", "late"}
