"""Who held which post: what a day tells, what it cannot, and where each row leads."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.values.dates import UNKNOWN, YES
from explorer.view.bars import PLANNED
from explorer.view.members import members_card
from explorer.view.posts import ANSWERS, NOBODY, posts, posts_card
from explorer.view.rows import Row
from tests.builders import as_of
from tests.screens import HARBOUR, compiled


@pytest.fixture(scope="module")
def harbour() -> Store:
    """The harbour compiled in memory."""
    return compiled(HARBOUR)


def bars(store: Store, only: str = "", day: str = "") -> list[Row]:
    """The rows with bars."""
    return [row for row in posts_card(store, only, as_of(store, day)).rows if row.kind == "bar"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("1863", {}),
        ("1869", {"kept-by.maude-ferrier": YES, "kept-by.ivan-rechnoj": YES}),
        ("1871-11", {"kept-by.maude-ferrier": YES, "kept-by.maude-ferrier planned": UNKNOWN}),
    ],
)
def test_a_day_tells_who_held_a_post_and_of_whom_nobody_can_tell(
    harbour: Store, day: str, told: dict[str, str]
) -> None:
    found = {
        claim.key + (" planned" if claim.mood else ""): claim.answer for claim in posts(harbour, as_of(harbour, day))
    }
    assert {key: found.get(key) for key in told} == told
    assert bool(found) == bool(told)


def test_those_held_on_the_day_stand_first(harbour: Store) -> None:
    order = [claim.answer or UNKNOWN for claim in posts(harbour, as_of(harbour, "1871-11"))]
    assert order == sorted(order, key=list(ANSWERS).index)
    assert len(set(order)) > 1


def test_a_post_says_who_held_what_when_and_where_it_is_written(harbour: Store) -> None:
    row = next(row for row in bars(harbour, "league") if row.target == "maude-ferrier")
    assert row.notes == ("keeper of the seal, River League", "1864 to 1872")
    assert row.source
    assert row.claim


def test_a_plan_is_drawn_as_one(harbour: Store) -> None:
    planned = [row for row in bars(harbour) if any("planned" in note for note in row.notes)]
    assert [[stretch.sign for stretch in row.bar] for row in planned] == [[PLANNED]]


def test_of_a_person_each_row_leads_to_where_the_post_is(harbour: Store) -> None:
    assert {row.target for row in bars(harbour, "maude-ferrier")} == {"league", "dredging-office"}


def test_where_nobody_holds_a_post_it_is_said(harbour: Store) -> None:
    assert [row.text for row in posts_card(harbour, "ansel", as_of(harbour)).rows][1:] == [NOBODY]


def test_the_view_of_members_shows_a_persons_posts_alone(harbour: Store) -> None:
    made = members_card(harbour, "ivan-rechnoj", as_of(harbour))
    assert made.name.endswith(": posts")
    assert made.rows[0].asks == ("posts", "ivan-rechnoj")
    assert [row.text for row in made.rows if row.kind == "heading"] == ["Posts (1)"]


def test_the_view_of_all_members_has_all_posts(harbour: Store) -> None:
    headings = [row.text for row in members_card(harbour, "", as_of(harbour)).rows if row.kind == "heading"]
    assert f"Posts ({len(posts(harbour, as_of(harbour)))})" in headings


def test_posts_that_the_day_hides_are_counted(harbour: Store) -> None:
    day, anyday = as_of(harbour, "1863"), as_of(harbour)
    assert members_card(harbour, "ivan-rechnoj", day).hidden == len(posts(harbour, anyday, "ivan-rechnoj")) == 1
