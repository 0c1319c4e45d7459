"""The search pane: it answers at each key, marks, remembers, previews, and says where else to look."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from explorer.store.nothing import further
from explorer.store.query import LONGEST, read
from explorer.store.read import Store
from explorer.store.search import answer, find
from explorer.tui.screens.answers import HITS, widened
from explorer.tui.themes import FOUND
from explorer.tui.widgets.search import Hits, Query
from tests.tui.driving import Driven, driven


def hits(explorer: Driven) -> Hits:
    """What was found."""
    return explorer.browser.query_one(Hits)


def line(explorer: Driven) -> Input:
    """The line."""
    return explorer.browser.query_one(Query)


def marked(explorer: Driven) -> list[str]:
    """The stretches that are drawn as found."""
    pane = hits(explorer)
    look = pane.paint.looks[FOUND]
    strips = [pane.render_line(y) for y in range(pane.size.height)]
    return [segment.text for strip in strips for segment in strip if segment.style == look]


async def asked(explorer: Driven, text: str) -> None:
    """Go to the line and type."""
    await explorer.press("slash", "ctrl+u")
    await explorer.type(text)


@pytest.mark.parametrize(
    "query", ["rubezh", "joint headqarters", "бордюжа", "treaty", "drugs", "kind:event 2006", "csc"]
)
async def test_the_pane_and_the_shell_find_the_same_in_the_same_order(store: Store, query: str) -> None:
    async with driven(store) as explorer:
        await explorer.press("slash")
        line(explorer).value = query
        await explorer.settle()
        expected, _ = find(store, query, store.lens(None), limit=HITS)
        assert [hit.ref.id for hit in hits(explorer).hits] == [hit.ref.id for hit in expected]


@pytest.mark.parametrize(
    ("query", "letters"),
    [("joint headq", ["Joint", "Headq"]), ("бордюж", ["Bordiuzh"]), ("gorokhovetsk", ["Гороховецк"]), ("280", ["280"])],
)
async def test_what_was_typed_is_marked_in_the_hit(store: Store, query: str, letters: list[str]) -> None:
    async with driven(store, size=(120, 40)) as explorer:
        await explorer.press("slash")
        line(explorer).value = query
        await explorer.settle()
        assert marked(explorer)[: len(letters)] == letters


async def test_a_hit_shows_its_kind_its_time_and_why_it_is_one(store: Store) -> None:
    async with driven(store, size=(120, 40)) as explorer:
        await asked(explorer, "kirghizia")
        assert explorer.drawn(hits(explorer))[0].split() == ["▌", "S", "Kyrgyzstan", "also:", "Kirghizia"]
        await asked(explorer, "rubezh 2006")
        assert "2006" in explorer.drawn(hits(explorer))[0].split("Exercise Rubezh-2006")[1]


async def test_up_on_an_empty_line_brings_back_what_was_asked(store: Store) -> None:
    async with driven(store) as explorer:
        for query in ("rubezh", "kanal"):
            await asked(explorer, query)
            await explorer.press("enter")
        await explorer.press("slash", "ctrl+u", "up")
        assert line(explorer).value == "kanal"
        await explorer.press("up")
        assert line(explorer).value == "rubezh"
        await explorer.press("up", "down")
        assert (line(explorer).value, hits(explorer).cursor) == ("rubezh", 1)


async def test_ctrl_o_opens_and_stays(store: Store) -> None:
    async with driven(store) as explorer:
        await asked(explorer, "rubezh 2006")
        await explorer.press("ctrl+o")
        assert explorer.title == "Exercise Rubezh-2006"
        assert explorer.browser.pane == "search"
        await explorer.press("escape")
        assert explorer.title == "Exercise Rubezh-2006"


async def test_the_hit_under_the_cursor_is_shown_in_passing_and_esc_leads_back(store: Store) -> None:
    async with driven(store, "csto") as explorer:
        before = explorer.title
        places = len(explorer.browser.state.history.places)
        await asked(explorer, "rubezh 2006")
        assert explorer.title == "Exercise Rubezh-2006"
        await explorer.press("down")
        assert explorer.title == hits(explorer).hits[1].ref.name if len(hits(explorer).hits) > 1 else True
        await explorer.press("escape")
        assert explorer.title == before
        assert len(explorer.browser.state.history.places) <= places + 1


async def test_where_nothing_is_found_the_detail_is_as_it_was(store: Store) -> None:
    async with driven(store, "csto") as explorer:
        before = explorer.title
        await asked(explorer, "rubezh")
        await asked(explorer, "qqqqqq")
        assert explorer.title == before


async def test_one_pane_alone_shows_no_hit_in_passing(store: Store) -> None:
    async with driven(store, "csto", size=(60, 24)) as explorer:
        before = explorer.title
        await asked(explorer, "rubezh")
        assert explorer.title == before


async def test_what_is_no_operator_is_explained(store: Store) -> None:
    async with driven(store, size=(120, 40)) as explorer:
        await asked(explorer, "rubezh kind:evnt")
        assert explorer.drawn(hits(explorer))[0].strip() == "no kind ‘evnt’; did you mean ‘event’?"


async def test_where_nothing_is_found_keys_lead_further(store: Store) -> None:
    async with driven(store, day="1995", size=(120, 40)) as explorer:
        await asked(explorer, "rubezh 2006 kind:state")
        said = " ".join(explorer.drawn(hits(explorer)))
        assert "nothing found" in said
        assert "^r" not in said
        await asked(explorer, "rubezh 2006")
        assert "the day hides" in " ".join(explorer.drawn(hits(explorer)))
        await explorer.press("ctrl+t")
        assert explorer.browser.state.day == ""
        assert hits(explorer).hits[0].ref.id == "rubezh-2006"
        await asked(explorer, "rubezh 2006 kind:state")
        await explorer.press("ctrl+r")
        assert line(explorer).value == "rubezh 2006"
        assert hits(explorer).hits[0].ref.id == "rubezh-2006"
        await asked(explorer, "=bread 18 tons")
        await explorer.press("ctrl+y")
        assert hits(explorer).hits[0].ref.id == "regional-logistics-agreement"


@pytest.mark.parametrize(
    "typed",
    [
        "kind:state rubezh 2006",
        "Kind:state rubezh 2006",
        "KIND:event only:names bread",
        "=bread 18 tons",
        "=tajik kind:event",
        "kind:event =tajikistan",
        "only:names =bread",
        "only:names =bread kind:document",
        "kind:event =kirghizia russ",
    ],
)
def test_a_line_that_looks_further_finds_as_much_as_was_promised(store: Store, typed: str) -> None:
    ways = further(store, read(typed), store.lens(None))
    found = [(way, len(answer(store, read(widened(typed, way)), store.lens(None)).hits)) for way, _ in ways]
    assert found == ways
    assert ways


async def test_a_long_paste_is_cut_and_that_is_said(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("slash")
        explorer.app.post_message(events.Paste("joint\nheadquarters " + "x" * 10_000))
        await explorer.settle()
        assert len(line(explorer).value) == LONGEST
        assert line(explorer).value.startswith("joint headquarters")
        assert "cut" in explorer.told


@pytest.mark.parametrize("key", ["enter", "ctrl+o"])
async def test_a_fact_that_was_found_is_what_the_detail_stands_on(store: Store, key: str) -> None:
    async with driven(store) as explorer:
        await asked(explorer, "deputy commander")
        await explorer.press(key)
        assert explorer.title == "Joint Headquarters of the CSTO"
        assert "Vladimir Zavgorodnij (Deputy Commander)" in explorer.row


async def test_a_fact_under_the_cursor_is_shown_beside_while_one_types(store: Store) -> None:
    async with driven(store) as explorer:
        await asked(explorer, "bread 18")
        assert "at least 18 tons" in explorer.row


async def test_a_fact_in_a_folded_group_is_unfolded(store: Store) -> None:
    async with driven(store) as explorer:
        await asked(explorer, "alliance is built discussion")
        await explorer.press("enter")
        assert explorer.title == "Collective Security Treaty Organization"
        assert "may come up for discussion" in explorer.row


async def test_a_hit_by_a_plan_says_that_it_is_one_and_whose(store: Store) -> None:
    async with driven(store, size=(120, 40)) as explorer:
        await asked(explorer, "at most 50 officers")
        assert "planned, says Military sources (2002): " in " ".join(explorer.drawn(hits(explorer)))


async def test_esc_leads_back_to_the_row_too_where_a_statement_of_the_same_entity_was_looked_at(store: Store) -> None:
    async with driven(store) as explorer:
        await asked(explorer, "joint headquarters of the csto")
        await explorer.press("enter", "right_curly_bracket")
        row = explorer.row
        await asked(explorer, "deputy commander")
        assert explorer.row != row
        await explorer.press("escape")
        assert (explorer.title, explorer.row) == ("Joint Headquarters of the CSTO", row)


async def test_where_a_name_is_found_after_a_statement_the_detail_stands_where_it_did(store: Store) -> None:
    async with driven(store) as explorer:
        await asked(explorer, "deputy commander")
        await explorer.press("ctrl+u")
        await explorer.type("joint headquarters of")
        assert explorer.row.startswith("Joint Headquarters of the CSTO")
