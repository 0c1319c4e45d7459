"""What can be copied of a row: value, sentence with its source, id, cells, command."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.view.brief import brief_card
from explorer.view.card import card
from explorer.view.quote import Quote, quotes
from explorer.view.rows import Row
from explorer.view.source import source_card
from tests.builders import as_of, entity, of
from tests.view.conftest import WORLD, compiled

ALL = ["v", "s", "c", "i", "r", "x"]


def copied(store: Store, id_: str, words: str, asked: str = "", *, data: str = "") -> dict[str, str]:
    """What can be copied of the first row of a card that says so, by letter."""
    shown = card(store, entity(store, id_), as_of(store, asked))
    row = next(row for row in shown.rows if words in f"{row.value} {row.text}")
    return texts(quotes(store, row, id_, as_of(store, asked), data=data, day=asked))


def texts(made: list[Quote]) -> dict[str, str]:
    """The texts by letter."""
    return {one.key: one.text for one in made}


@pytest.mark.parametrize(
    ("id_", "words", "value"),
    [
        ("staff", "55 officers", "55 officers"),
        ("staff", "97 %", "Alpha: 97 %"),
        ("staff", "does its work", "It does its work well."),
        ("staff", "Alpha (first", "Alpha (first chair)"),
        ("staff", "Signals", "Signals of the Staff"),
        ("staff", "since 2005", "body · organ of League of Two · since 2005"),
        ("charter", "http:", "http://example.org/charter (read 2007-09-05)"),
        ("league", "League of Two", "League of Two"),
    ],
)
def test_the_value_is_the_figure_or_name_and_else_the_text(store: Store, id_: str, words: str, value: str) -> None:
    assert copied(store, id_, words)["v"] == value


@pytest.mark.parametrize(
    ("id_", "words", "sentence"),
    [
        ("staff", "55 officers", "Joint Staff: 55 officers · It took up work with more (2005; late §1 ¶1)."),
        (
            "staff",
            "at most 50",
            "Joint Staff: at most 50 officers · A small one was foreseen"
            " (planned, said 14 May 2002?; says Unnamed sources; early ¶4).",
        ),
        (
            "staff",
            "280 thousand",
            "Joint Staff: 280 thousand km · It can hear far"
            " (stated April 2003; late §1 ¶1 n. 1; ? As printed it would hear the moon).",
        ),
        ("staff", "does its work", "Joint Staff: It does its work well (stated 2007; late §1 ¶3)."),
        ("staff", "→ League", "Joint Staff: organ of League of Two (late §1 ¶2)."),
        ("staff", "first chair", "Joint Staff: chaired by Alpha (first chair) (2005 to 2006; late §1 ¶2)."),
        ("staff", "Signals", "Signals of the Staff: organ of Joint Staff (late §1 ¶4)."),
        ("league", "Alpha (founder)", "Alpha: member of League of Two (founder) (since 1992; early ¶1; ¶2)."),
        ("old-staff", "1992 to 1993", "body · organ of League of Two · 1992 to 1993."),
        ("league", "League of Two", "League of Two: Two states and a staff."),
        ("gamma", "Gamma", "Gamma."),
    ],
)
def test_the_sentence_says_who_what_when_and_where_it_stands(store: Store, id_: str, words: str, sentence: str) -> None:
    assert copied(store, id_, words)["s"] == sentence


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("when-2", "Joint Staff: since 2005 (late §1 ¶1)."),
        ("when", "Joint Staff: planned from 1 January 2004 on, said April 2003 (late §1 ¶1 n. 1)."),
    ],
)
def test_the_sentence_of_a_time_says_it_once(store: Store, key: str, sentence: str) -> None:
    shown = card(store, entity(store, "staff"), as_of(store))
    row = next(row for row in shown.rows if row.mark == ("staff", key))
    assert texts(quotes(store, row, "staff", as_of(store)))["s"] == sentence


def test_a_summary_that_spans_all_years_is_no_quote_of_a_day(store: Store) -> None:
    assert copied(store, "league", "Treaty of Two", "2001")["s"] == "Treaty of Two."


@pytest.mark.parametrize(
    ("words", "id_"),
    [("Joint Staff", "staff"), ("55 officers", "staff"), ("first chair", "alpha"), ("Signals", "signals")],
)
def test_the_id_is_that_of_a_links_other_end_and_else_of_whom_it_is_about(store: Store, words: str, id_: str) -> None:
    assert copied(store, "staff", words)["i"] == id_


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("55 officers", ["staff", "55 officers", "It took up work with more.", "2005", "late §1 ¶1", ""]),
        (
            "280 thousand",
            ["staff", "280 thousand km", "It can hear far.", "stated April 2003", "late §1 ¶1 n. 1", "≠ ?"],
        ),
        ("first chair", ["alpha", "Alpha (first chair)", "", "2005 to 2006", "late §1 ¶2", ""]),
        ("Joint Staff", ["staff", "", "Joint Staff", "", "", ""]),
    ],
)
def test_a_row_has_always_the_same_cells(store: Store, words: str, cells: list[str]) -> None:
    assert copied(store, "staff", words)["r"].split("\t") == cells


def test_tabs_and_line_ends_in_a_cell_do_not_make_cells(store: Store) -> None:
    made = texts(quotes(store, Row("fact", text="a\tb\nc", value="d\te"), "", as_of(store)))
    assert made["r"].split("\t") == ["", "d\\te", "a\\tb\\nc", "", "", ""]


@pytest.mark.parametrize(
    ("words", "asked", "data", "command"),
    [
        ("Joint Staff", "", "", "csto show staff"),
        ("55 officers", "2006", "", "csto show staff --as-of 2006"),
        ("55 officers", "", "/data/my world", "csto show staff --data '/data/my world'"),
        ("first chair", "2006", "x;y", "csto show staff --as-of 2006 --data 'x;y'"),
        ("Signals", "", "", "csto show signals"),
    ],
)
def test_the_command_prints_where_the_row_is_and_repeats_day_and_folder(
    store: Store, words: str, asked: str, data: str, command: str
) -> None:
    assert copied(store, "staff", words, asked, data=data)["x"] == command


def test_an_events_name_is_one_word_of_the_command(store: Store) -> None:
    row = Row("title", "Joint Staff", mark=("staff", ""))
    made = quotes(store, row, "staff", as_of(store), data="it's; here", day="summit of alpha")
    words = shlex.split(texts(made)["x"])
    assert words == ["csto", "show", "staff", "--as-of", "summit of alpha", "--data", "it's; here"]


def test_the_command_works(tmp_path: Path) -> None:
    small = compiled(tmp_path / "a world", WORLD)
    words = shlex.split(copied(small, "staff", "55 officers", "2005", data=small.folder)["x"])
    ran = subprocess.run(
        [sys.executable, "-m", "explorer", *words[1:]],
        capture_output=True,
        text=True,
        check=False,
        env={"XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": "", "LANG": "C.UTF-8"},
    )
    assert ran.returncode == 0, ran.stderr
    assert "55 officers" in ran.stdout


@pytest.mark.parametrize(
    ("row", "entity_", "letters"),
    [
        (Row(""), "", []),
        (Row("gap"), "", []),
        (Row("line", "       3 States"), "", ["v", "s", "r"]),
        (Row("title", "A small world"), "", ["v", "s", "r"]),
        (Row(""), "staff", ["c", "i", "x"]),
        (Row("title", "Source of: it"), "staff", ALL),
        (Row("fact", text="it is so", target="staff"), "", ALL),
    ],
)
def test_only_what_there_is_can_be_copied(store: Store, row: Row, entity_: str, letters: list[str]) -> None:
    assert [one.key for one in quotes(store, row, entity_, as_of(store))] == letters


def test_an_indent_is_not_copied(store: Store) -> None:
    assert texts(quotes(store, Row("line", "       3 States"), "", as_of(store)))["v"] == "3 States"


def test_an_entity_in_the_brief_is_quoted_by_its_name(store: Store) -> None:
    row = next(row for row in brief_card(store, [("league", "")], as_of(store), how="").rows if row.mark[0])
    made = texts(quotes(store, row, "", as_of(store)))
    assert (made["v"], made["s"], made["i"]) == ("League of Two", "League of Two: Two states and a staff.", "league")


def test_a_statement_in_the_brief_is_quoted_as_on_its_card(store: Store) -> None:
    kept = brief_card(store, [("staff", "strength-2")], as_of(store), how="")
    row = next(row for row in kept.rows if row.mark[0])
    assert texts(quotes(store, row, "", as_of(store)))["s"] == copied(store, "staff", "55 officers")["s"]


def test_the_work_on_a_source_card_is_quoted_by_its_name_and_id(store: Store) -> None:
    shown = source_card(store, of(store, "staff")["strength-2"].number, as_of(store))
    row = next(row for row in shown.rows if row.target == "late")
    made = texts(quotes(store, row, "staff", as_of(store)))
    assert (made["v"], made["i"], made["x"]) == ("Article of 2007", "late", "csto show late")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("member of", "Beta: member of League of Two (not so, 2004; late §1 ¶2)."),
        ("first chair", "Joint Staff: chaired by Alpha (first chair) (2005 to 2006; late §1 ¶2)."),
    ],
)
def test_what_else_rests_on_a_passage_is_quoted_with_its_source(store: Store, words: str, sentence: str) -> None:
    shown = source_card(store, of(store, "staff")["organ-of.league"].number, as_of(store))
    row = next(row for row in shown.rows if words in row.text)
    assert texts(quotes(store, row, "staff", as_of(store)))["s"] == sentence


def test_a_statement_without_a_source_says_at_least_of_whom_it_is(store: Store) -> None:
    row = Row("fact", value="April 2003", mark=("work-2003", "date"))
    assert texts(quotes(store, row, "work-2003", as_of(store)))["s"] == "Work of 2003: April 2003."


def test_what_is_copied_holds_nothing_that_a_shell_or_terminal_would_obey(tmp_path: Path) -> None:
    """The rules refuse such data; a paste does not rely on that."""
    broken = compiled(tmp_path, WORLD)
    broken.connection.execute("update entity set name = 'A\x1b]52;c;x\x07\nrm' where id = 'staff'")
    broken.connection.execute("update claim set text = 'B\x1b[2J\n', doubt = '\x9b1m' where part = 'fact'")
    made = [text for words in ("55 officers", "→ League") for text in copied(broken, "staff", words).values()]
    broken.close()
    assert [text for text in made if not text.replace("\t", "").isprintable()] == []


def test_an_id_that_is_none_cannot_leave_the_command(store: Store) -> None:
    made = quotes(store, Row("fact", text="gone", mark=("gone; reboot", "x")), "", as_of(store))
    assert shlex.split(texts(made)["x"]) == ["csto", "show", "gone; reboot"]
