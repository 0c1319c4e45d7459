"""The card of an entity: head, times, facts and links as rows, as of a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.view.card import Card, card
from explorer.view.rows import Row, layout
from tests import builders
from tests.builders import as_of, entity, of
from tests.view.conftest import WORLD, compiled


def made(store: Store, id_: str, asked: str = "") -> Card:
    """The card of an entity, as of a day."""
    return card(store, entity(store, id_), as_of(store, asked))


def headings(rows: Card) -> list[str]:
    """The headings of a card, in order."""
    return [row.text for row in rows.rows if row.kind == "heading"]


def below(rows: Card, heading: str) -> list[Row]:
    """The rows under a heading."""
    found: list[Row] = []
    at = ""
    for row in rows.rows:
        at = row.text if row.kind == "heading" else at
        if at == heading and row.kind in ("fact", "link"):
            found.append(row)
    return found


def lines(rows: Card) -> list[str]:
    """The lines of the head."""
    return [row.text for row in rows.rows if row.kind == "line"]


def test_headings_run_from_times_over_facts_to_links(store: Store) -> None:
    assert headings(made(store, "staff")) == [
        "Time",
        "Strength",
        "Range",
        "Share signed",
        "Status",
        "Facts",
        "Organ of",
        "Chaired by",
        "Organs",
    ]


@pytest.mark.parametrize(
    ("id_", "asked", "expected"),
    [
        ("league", "", ["organisation · since 15 May 1992", "also League, Treaty of Two (1992 to 2002), Лига двух"]),
        ("staff", "", ["body · organ of League of Two · since 2005"]),
        ("old-staff", "", ["body · organ of League of Two · 1992 to 1993"]),
        ("old-staff", "2005", ["body · organ of League of Two · 1992 to 1993 · ended"]),
        ("coming-staff", "", ["body · planned, said 2006"]),
        ("summit", "2007", ["event · 14 May 2002"]),
        ("gamma", "", ["state"]),
        (
            "charter",
            "",
            [
                "document · 7 October 2002",
                "plan · A. Writer · The Press · in Russian",
                "http://example.org/charter (read 2007-09-05)",
            ],
        ),
        ("work-2003", "", ["document · April 2003"]),
    ],
)
def test_the_head_tells_kind_place_life_names_and_particulars(
    store: Store, id_: str, asked: str, expected: list[str]
) -> None:
    assert lines(made(store, id_, asked))[: len(expected)] == expected


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("", "body · organ of Old League"),
        ("1995", "body · organ of Old League"),
        ("2004", "body · organ of New League"),
    ],
)
def test_the_head_names_what_a_thing_belonged_to_on_the_day_and_nothing_that_was_over(
    tmp_path: Path, asked: str, line: str
) -> None:
    text = """
old: {kind: organisation, name: Old League, when: {is: 1992/2002-10-06, cite: early par 1}}
new: {kind: organisation, name: New League, when: {is: 2002-10-07/.., cite: early par 1}}
council:
  kind: body
  name: Council
  links:
    organ-of:
      - {to: old, cite: early par 2}
      - {to: new, cite: early par 2}
"""
    assert lines(made(builders.compiled(tmp_path, text), "council", asked))[0] == line


def test_the_summary_follows_the_head(store: Store) -> None:
    texts = [row.text for row in made(store, "league").rows if row.kind == "text"]
    assert texts == ["Two states and a staff."]


def test_a_summary_spans_all_years_and_is_left_out_of_a_day(store: Store) -> None:
    assert [row for row in made(store, "league", "2001").rows if row.kind == "text"] == []


@pytest.mark.parametrize(
    ("id_", "asked", "title"),
    [
        ("league", "", "League of Two"),
        ("league", "2001", "Treaty of Two"),
        ("league", "2003", "League of Two"),
        ("council", "1996", "Round Table"),
    ],
)
def test_the_title_is_the_name_then(store: Store, id_: str, asked: str, title: str) -> None:
    shown = made(store, id_, asked)
    assert shown.name == title
    assert shown.rows[0] == Row("title", title, mark=(id_, ""))


def test_the_name_today_stands_among_the_others_on_a_day_of_an_older_one(store: Store) -> None:
    assert "also League of Two, League, Лига двух" in lines(made(store, "league", "2001"))


def test_planned_and_reached_figures_stand_together(store: Store) -> None:
    planned, reached = below(made(store, "staff"), "Strength")
    assert (planned.value, planned.notes) == (
        "at most 50 officers",
        ("planned, said 14 May 2002?", "says Unnamed sources"),
    )
    assert (reached.value, reached.notes) == ("55 officers", ("2005",))


def test_planned_and_reached_beginnings_stand_together(store: Store) -> None:
    values = [row.value for row in below(made(store, "staff"), "Time")]
    assert values == ["planned from 1 January 2004 on, said April 2003", "since 2005"]


@pytest.mark.parametrize(
    ("heading", "marks"),
    [("Time", "plan/made"), ("Strength", "plan/made"), ("Range", "≠"), ("Status", ""), ("Chaired by", "")],
)
def test_trouble_is_marked_at_its_heading(store: Store, heading: str, marks: str) -> None:
    assert [row.marks for row in made(store, "staff").rows if row.text == heading] == [marks]


def test_a_doubtful_figure_is_marked_and_explained(store: Store) -> None:
    doubtful, other = below(made(store, "staff"), "Range")
    assert doubtful.marks == "≠ ?"
    assert doubtful.remarks == ("? As printed it would hear the moon.", "  likely: 280 km")
    assert other.marks == "≠"


def test_every_statement_shows_where_it_stands(store: Store) -> None:
    rows = [row for row in made(store, "staff").rows if row.kind in ("fact", "link")]
    assert [row.source for row in rows if not row.source] == []
    assert rows[0].source == "late §1 ¶1 n. 1"


def test_every_statement_leads_to_its_source(store: Store) -> None:
    numbers = {claim.number for claim in of(store, "staff").values()}
    shown = [row.claim for row in made(store, "staff").rows if row.kind in ("fact", "link")]
    assert numbers <= set(shown)
    assert 0 not in shown


def test_a_figure_of_a_part_names_the_part(store: Store) -> None:
    assert [row.value for row in below(made(store, "staff"), "Share signed")] == ["Alpha: 97 %"]


@pytest.mark.parametrize(
    ("id_", "heading", "links"),
    [
        ("staff", "Organ of", [("→ League of Two", "league")]),
        ("staff", "Organs", [("← Signals of the Staff", "signals")]),
        ("staff", "Chaired by", [("→ Alpha (first chair)", "alpha"), ("→ Beta (next chair)", "beta")]),
        ("alpha", "Chairs", [("← Joint Staff (first chair)", "staff")]),
        ("growth", "Has the stage", [("→ Sowing", "sowing"), ("→ Reaping", "reaping")]),
        ("sowing", "Stage of", [("← Growth", "growth")]),
        ("summit", "Decisions", [("← Charter of the League", "charter")]),
        ("league", "Members", [("← Alpha (founder)", "alpha"), ("← Beta", "beta"), ("← Beta", "beta")]),
    ],
)
def test_links_read_from_both_ends(store: Store, id_: str, heading: str, links: list[tuple[str, str]]) -> None:
    assert [(row.value, row.target) for row in below(made(store, id_), heading)] == links


def test_a_denied_link_says_so(store: Store) -> None:
    assert below(made(store, "beta"), "Member of")[1].notes == ("not so, 2004",)


@pytest.mark.parametrize(
    ("id_", "asked", "hidden"),
    [("league", "", 0), ("staff", "", 0), ("league", "2001", 4), ("old-staff", "2005", 0), ("beta", "2001", 3)],
)
def test_a_card_counts_what_the_day_hides(store: Store, id_: str, asked: str, hidden: int) -> None:
    everything = made(store, id_)
    shown = made(store, id_, asked)
    statements = [sum(row.kind in ("fact", "link") for row in one.rows) for one in (everything, shown)]
    assert shown.hidden == hidden
    assert statements[0] - statements[1] <= hidden


def test_what_began_later_is_left_out(store: Store) -> None:
    assert [row.value for row in below(made(store, "league", "2001"), "Members")] == ["← Alpha (founder)"]


def test_a_plan_is_shown_from_the_day_it_was_made_known(store: Store) -> None:
    assert below(made(store, "staff", "2001"), "Strength") == []
    assert [row.value for row in below(made(store, "staff", "2003"), "Strength")] == ["at most 50 officers"]


def test_a_fact_of_an_earlier_day_is_told_as_of_then(store: Store) -> None:
    assert below(made(store, "staff", "2006"), "Strength")[1].notes == ("as of 2005",)


def test_a_time_without_anything_to_say_makes_no_rows(store: Store) -> None:
    assert headings(made(store, "work-2003")) == []


def test_hostile_names_arrive_clean(tmp_path: Path) -> None:
    """The rules refuse such data; a card does not rely on that."""
    broken = compiled(tmp_path, WORLD)
    broken.connection.execute("update entity set name = 'A\x1b]52;c;x\x07\u202e' where id = 'alpha'")
    broken.connection.execute("update claim set text = 'B\x1b[2J', note = '\x9b1m' where part = 'fact'")
    text = "".join(
        line.text for id_ in ("alpha", "staff", "league") for line in layout(made(broken, id_).rows, 60) if line.text
    )
    assert text.isprintable()


@pytest.mark.parametrize(("id_", "told"), [("staff", "not yet"), ("old-staff", "ended")])
def test_a_link_that_lasts_as_long_as_its_ends_says_which_way_the_day_misses_it(
    store: Store, id_: str, told: str
) -> None:
    links = [row for row in made(store, id_, "2004").rows if row.kind == "link" and row.target == "league"]
    assert [told in row.notes for row in links] == [True]
