"""Entities row by row: what each is, neighbours of both, answers to one question, what only one has."""

from __future__ import annotations

from explorer.store.documents import about_words
from explorer.store.read import Store
from explorer.view.compare import Compared, compare_card, compared
from explorer.view.rows import Row
from tests.builders import as_of, entity


def found(store: Store, *ids: str, asked: str = "") -> dict[str, Compared]:
    """The rows by their labels."""
    return {row.label: row for row in compared(store, [entity(store, id_) for id_ in ids], as_of(store, asked))[0]}


def rows(store: Store, *ids: str, asked: str = "") -> tuple[Row, ...]:
    """The rows of the card."""
    return compare_card(store, [entity(store, id_) for id_ in ids], as_of(store, asked)).rows


def texts(row: Compared) -> list[list[str]]:
    """What is said of each."""
    return [[cell.text for cell in cells] for cells in row.cells]


def under(shown: tuple[Row, ...], heading: str) -> list[Row]:
    """The rows below a heading."""
    at = next(number for number, row in enumerate(shown) if row.kind == "heading" and row.text == heading)
    rest = list(shown[at + 1 :])
    gap = next((number for number, row in enumerate(rest) if row.kind == "gap"), len(rest))
    return rest[:gap]


def test_kinds_and_lives_stand_first(store: Store) -> None:
    shown = found(store, "staff", "old-staff")
    assert list(shown)[:2] == ["Kind", "Life"]
    assert texts(shown["Life"]) == [["since 2005"], ["1992 to 1993"]]


def test_a_neighbour_of_both_is_one_row_with_the_roles_of_each(store: Store) -> None:
    assert texts(found(store, "alpha", "beta")["League of Two"]) == [
        ["member of League of Two (founder)"],
        ["member of League of Two", "member of League of Two"],
    ]


def test_each_link_to_a_shared_neighbour_says_whose_it_is_when_and_where_it_stands(store: Store) -> None:
    first, *_ = under(rows(store, "alpha", "beta"), "Linked to both (2)")
    assert (first.value, first.notes[0], first.source) == (
        "Alpha → League of Two",
        "member of (founder)",
        "early ¶1; ¶2",
    )


def test_questions_stand_in_the_order_of_the_vocabulary_and_the_rest_last(store: Store) -> None:
    every = compared(store, [entity(store, "staff"), entity(store, "league")], as_of(store))[0]
    labels = [row.label for row in every if row.part == "about"]
    order = [*dict(about_words(store)).values(), "Facts"]
    assert labels == sorted(labels, key=order.index)
    assert labels[-1] == "Facts"
    assert len(labels) > 2


def test_a_denial_says_that_it_is_one(store: Store) -> None:
    links = under(rows(store, "alpha", "beta"), "Linked to both (2)")
    assert [row.notes for row in links if row.value.startswith("Beta → League")][-1] == ("member of", "not so, 2004")


def test_what_only_one_has_stands_under_its_name(store: Store) -> None:
    headings = [row.text for row in rows(store, "staff", "old-staff") if row.kind == "heading"]
    assert headings[-1].startswith("Only Joint Staff (")


def test_what_links_them_to_each_other_stands_by_itself_and_once(store: Store) -> None:
    shown = rows(store, "staff", "alpha")
    assert [row.value for row in under(shown, "Between them (1)")] == ["Joint Staff → Alpha"]
    assert [row.value for row in shown if row.value in ("→ Alpha", "← Joint Staff")] == ["→ Alpha"]


def test_three_can_be_compared(store: Store) -> None:
    assert len(found(store, "alpha", "beta", "gamma")["Kind"].cells) == 3


def test_what_a_day_leaves_out_is_counted(store: Store) -> None:
    both = [entity(store, "staff"), entity(store, "old-staff")]
    assert compared(store, both, as_of(store, "1992"))[1] > 0


def test_enter_leads_to_the_neighbour_and_the_source_stays_known(store: Store) -> None:
    first, *_ = under(rows(store, "alpha", "beta"), "Linked to both (2)")
    assert (first.target, first.claim > 0, first.mark) == ("league", True, ("alpha", "member-of.league"))
