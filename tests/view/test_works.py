"""Sources as numbers, and the list of what they stand for."""

from __future__ import annotations

from explorer.store.read import Store
from explorer.store.rows import Cite
from explorer.view.card import card
from explorer.view.rows import Row, layout
from explorer.view.works import Works
from tests.builders import as_of, entity

ONE = Cite("late", "Late", "sec 1 par 1", "Late §1 ¶1", "")
NEXT = Cite("late", "Late", "sec 1 par 2 fn 1", "Late §1 ¶2 n. 1", "old-work")
OTHER = Cite("early", "Early", "par 4", "Early ¶4", "")


def test_a_source_has_the_number_of_its_first_use() -> None:
    works = Works()
    assert works.places((OTHER,)) == "Early ¶4 [1]"
    assert works.places((ONE, OTHER)) == "Late §1 ¶1 [2]; Early ¶4 [1]"


def test_a_source_is_named_and_numbered_once_for_passages_in_a_row() -> None:
    assert Works().places((ONE, NEXT, OTHER)) == "Late §1 ¶1; §1 ¶2 n. 1 [1]; Early ¶4 [2]"


def test_every_number_beside_a_statement_stands_beneath_and_no_other(store: Store) -> None:
    for (id_,) in store.connection.execute("select id from entity").fetchall():
        works = Works()
        rows = works.numbered(card(store, entity(store, id_), as_of(store)).rows)
        used = {word.strip("[];") for row in rows for word in row.source.split() if word.startswith("[")}
        told = [row.value.split(" ")[0].strip("[]") for row in works.beneath(store) if row.kind == "fact"]
        assert sorted(told) == sorted(used)
        assert told == [str(number) for number in range(1, len(told) + 1)]


def test_rows_without_a_source_stay_as_they_are() -> None:
    rows = [Row("title", "A"), Row("line", "b")]
    assert Works().numbered(rows) == rows


def test_beneath_stand_author_title_and_date_and_the_works_behind_footnotes(store: Store) -> None:
    works = Works()
    works.numbered(card(store, entity(store, "staff"), as_of(store)).rows)
    lines = [line.text for line in layout(tuple(works.beneath(store)), 72)]
    assert lines[:2] == ["", "Sources"]
    assert "  [1] late" in lines
    assert [line for line in lines if line.strip().startswith("n. 1: Work of 2003")] != []


def test_nothing_cited_has_no_list(store: Store) -> None:
    assert Works().beneath(store) == []
