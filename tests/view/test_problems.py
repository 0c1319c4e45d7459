"""What is wrong with the data, as a card."""

from __future__ import annotations

from pathlib import Path

from explorer.store.read import Store
from explorer.view.problems import problems_card
from explorer.view.rows import Row
from tests.view.conftest import WORLD, compiled

BROKEN = WORLD + "\nwrong:\n  kind: body\n  name: Wrong\n  when: {is: 2003-02-30, cite: early par 1}\n"


def test_sound_data_has_a_card_that_says_so(store: Store) -> None:
    shown = problems_card(store)
    assert (shown.name, shown.rows[0].text) == ("No problems", "No problems")
    assert shown.rows[-1].text == "Everything in the data folder could be read and holds together."


def test_each_problem_is_a_row_with_its_file_and_line(tmp_path: Path) -> None:
    shown = problems_card(compiled(tmp_path, BROKEN))
    rows = [row for row in shown.rows if row.kind == "fact"]
    line = BROKEN.splitlines().index("  when: {is: 2003-02-30, cite: early par 1}") + 1
    assert shown.name == "1 problem in the data"
    assert [(row.text, row.source) for row in rows] == [
        ("error: impossible date ‘2003-02-30’: February 2003 has 28 days", f"data.yaml:{line}")
    ]


def test_the_folder_is_named(tmp_path: Path) -> None:
    assert Row("line", f"folder: {tmp_path}") in problems_card(compiled(tmp_path, BROKEN)).rows


def test_problems_are_counted_and_in_the_order_of_the_files(tmp_path: Path) -> None:
    shown = problems_card(compiled(tmp_path, BROKEN + "\nlast:\n  kind: bodie\n  name: Last\n"))
    places = [int(row.source.rpartition(":")[2]) for row in shown.rows if row.kind == "fact"]
    assert shown.rows[0].text == f"{len(places)} problems in the data"
    assert len(places) == 2
    assert places == sorted(places)


def test_a_hint_is_shown_with_its_problem(tmp_path: Path) -> None:
    shown = problems_card(compiled(tmp_path, WORLD + "\nlast:\n  kind: bodi\n  name: Last\n"))
    assert [row.notes for row in shown.rows if row.kind == "fact"] == [("did you mean ‘body’?",)]


def test_hostile_text_in_a_problem_arrives_clean(tmp_path: Path) -> None:
    shown = problems_card(compiled(tmp_path, WORLD + '\nlast:\n  kind: "bo\\e[31mdy"\n  name: Last\n'))
    assert [row for row in shown.rows if not "".join((row.text, row.source, *row.notes)).isprintable()] == []
    assert any(row.kind == "fact" for row in shown.rows)
