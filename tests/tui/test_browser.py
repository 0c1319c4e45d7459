"""The explorer's screen, driven by keys at a fixed size over a small data set and over the real one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.content import Content

from explorer.store.cache import open_store
from explorer.store.read import Store
from explorer.tui.screens.help import Help
from explorer.tui.screens.prompt import Prompt
from explorer.tui.state import ABOUT, Place
from explorer.tui.widgets.search import Hits
from tests.builders import make_folder
from tests.tui.driving import Driven, driven


async def test_the_first_screen_shows_an_entity_and_its_facts(store: Store) -> None:
    async with driven(store) as explorer:
        assert explorer.title == "Collective Security Treaty Organization"
        assert "entities" in explorer.header


async def test_the_detail_follows_the_tree(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("down")
        node = explorer.browser.tree_pane.node
        assert node is not None
        assert node.id == explorer.browser.state.history.here.id  # type: ignore[union-attr] # asserted by the title
        assert explorer.title != "Collective Security Treaty Organization"


async def test_a_slip_in_the_search_line_still_finds_and_opens(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("slash")
        await explorer.type("joint headqarters")
        await explorer.press("enter")
        assert explorer.title == "Joint Headquarters of the CSTO"
        assert explorer.browser.tree_pane.node is not None
        assert explorer.browser.tree_pane.node.id == "csto-joint-headquarters"


async def test_letters_type_in_the_search_line(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("slash")
        await explorer.type("jkqa")
        assert explorer.browser.query_one("Query").value == "jkqa"  # type: ignore[attr-defined] # it is an Input


async def test_up_and_down_move_through_the_hits(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("slash")
        await explorer.type("rubezh")
        hits = explorer.browser.query_one(Hits)
        await explorer.press("down", "down", "up")
        assert hits.cursor == 1
        wanted = hits.hits[1].ref.name
        await explorer.press("enter")
        assert explorer.title == wanted


async def test_esc_leaves_the_search_line_and_never_quits(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("slash", "escape", "escape", "escape")
        assert explorer.app.is_running
        assert explorer.browser.pane == "tree"


async def test_links_are_followed_and_back_leads_the_same_way(store: Store) -> None:
    async with driven(store, "csto-joint-headquarters") as explorer:
        await explorer.press("2")
        titles = [explorer.title]
        for wanted in ("Decided at", "", ""):
            go_to_link(explorer, wanted)
            await explorer.press("enter")
            titles.append(explorer.title)
        assert len(set(titles)) == 4
        back = []
        for _ in range(3):
            await explorer.press("backspace")
            back.append(explorer.title)
        assert back == titles[2::-1]


def go_to_link(explorer: Driven, heading: str) -> None:
    """Step down to the first link below a heading, or to the first that leads to something new."""
    detail = explorer.browser.detail
    assert detail.card is not None
    rows = detail.card.rows
    seen = {place.id for place in explorer.browser.state.history.places}
    start = next((n for n, row in enumerate(rows) if row.kind == "heading" and row.text == heading), 0)
    goal = next(n for n, row in enumerate(rows) if n > start and row.kind == "link" and row.target not in seen)
    for _ in range(200):
        if detail.cursor == goal:
            return
        detail.action_move(1)  # what the key does, without the wait that a pilot adds to each
    raise AssertionError(f"row {goal} was not reached")


async def test_the_source_of_a_fact_opens_with_its_passage_and_work(store: Store) -> None:
    async with driven(store, "csto-joint-headquarters") as explorer:
        await explorer.press("2")
        while "55 officers" not in explorer.row:
            await explorer.press("down")
        await explorer.press("enter")
        card = explorer.browser.detail.card
        assert card is not None
        text = "\n".join(f"{row.text} {row.value}" for row in card.rows)
        assert "55 officers" in explorer.title
        assert "Jasutis §2.4 ¶2" in text
        assert "Also on this passage" in text


async def test_a_day_is_shown_as_long_as_it_is_set(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("a")
        await explorer.type("2003-06")
        await explorer.press("enter")
        assert "AS OF JUNE 2003" in explorer.header
        assert "hidden" in explorer.header
        await explorer.press("a", "backspace", "enter")
        assert "AS OF" not in explorer.header


async def test_a_day_that_is_none_is_refused_with_its_reason(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("a")
        await explorer.type("2003-13")
        await explorer.press("enter")
        assert isinstance(explorer.app.screen, Prompt)
        assert "month 13" in str(explorer.app.screen.query_one("#prompt-hint").render())
        await explorer.press("escape")
        assert "AS OF" not in explorer.header


async def test_back_restores_the_day_of_the_place(store: Store) -> None:
    async with driven(store, day="2003") as explorer:
        await explorer.press("a")
        await explorer.type("2006")
        await explorer.press("enter")
        assert "AS OF 2006" in explorer.header
        await explorer.press("less_than_sign")
        assert "AS OF 2003" in explorer.header


async def test_rearranging_keeps_what_is_shown(store: Store) -> None:
    async with driven(store, "rubezh-2006") as explorer:
        await explorer.press("r")
        pane = explorer.browser.tree_pane
        assert pane.border_title == "By kind"
        assert pane.node is not None
        assert pane.node.id == "rubezh-2006"
        assert explorer.title == "Exercise Rubezh-2006"


async def test_names_in_titles_are_not_markup(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "data", "odd:\n  kind: body\n  name: '[@click=app.quit]x[/nope] [red]y'\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        odd = open_store(str(folder))
    async with driven(odd, "odd") as explorer:
        title = Content.from_markup(explorer.browser.detail.border_title or "").plain
        assert title == "[@click=app.quit]x[/nope] [red]y"
    odd.close()


async def test_branches_open_and_close_under_the_cursor(store: Store) -> None:
    async with driven(store) as explorer:
        pane = explorer.browser.tree_pane
        before = len(pane.nodes)
        await explorer.press("left")
        closed = len(pane.nodes)
        await explorer.press("right")
        assert closed < before == len(pane.nodes)


async def test_left_on_a_leaf_goes_to_what_it_belongs_to(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("down", "down", "h")
        assert explorer.browser.tree_pane.cursor == 0


async def test_help_shows_the_keys_of_the_pane(store: Store) -> None:
    async with driven(store) as explorer:
        screens = len(explorer.app.screen_stack)
        await explorer.press("2", "question_mark")
        assert isinstance(explorer.app.screen, Help)
        assert explorer.app.screen.pane == "detail"
        await explorer.press("escape")
        assert len(explorer.app.screen_stack) == screens


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 48)])
async def test_the_row_under_the_cursor_is_always_on_the_screen(store: Store, size: tuple[int, int]) -> None:
    async with driven(store, size=size) as explorer:
        pane = explorer.browser.tree_pane
        steps = [partial(pane.action_move, 1)] * 30 + [partial(pane.action_move, -1)] * 12
        steps += [partial(act, by) for act in (pane.action_page, pane.action_edge) for by in (1, -1, 1, 1)]
        for step in steps:
            step()
            assert pane.top <= pane.cursor < pane.top + pane.page


async def test_problems_are_counted_and_listed_and_the_rest_is_shown(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path / "data", "sound:\n  kind: body\n  name: Sound body\nbad:\n  kind: body\n  name: 'x\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        broken = open_store(str(folder))
    async with driven(broken) as explorer:
        assert "1 problem" in explorer.header
        await explorer.press("p")
        assert explorer.title == "1 problem in the data"
        assert "quote" in explorer.row or "quote" in str(explorer.browser.detail.card)
    broken.close()


async def test_footer_offers_the_keys_of_the_pane(store: Store) -> None:
    async with driven(store) as explorer:
        tree = explorer.footer
        await explorer.press("2")
        assert tree.startswith("enter open")
        assert explorer.footer.startswith("enter follow")


async def test_esc_at_the_first_place_leads_to_the_tree_though_it_is_no_entity(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("i", "2")
        explorer.browser.state.history.at, explorer.browser.state.history.places = 0, [Place(ABOUT)]
        await explorer.press("escape")
        assert (explorer.browser.pane, explorer.told) == ("tree", "")


async def test_half_a_page_up_from_the_second_row_is_the_first(store: Store) -> None:
    async with driven(store, "csto") as explorer:
        await explorer.press("2", "home", "down", "pageup")
        assert explorer.detail.cursor == explorer.detail.stops[0]


async def test_q_quits_with_zero(store: Store) -> None:
    async with driven(store) as explorer:
        await explorer.press("q")
        assert explorer.app.return_code == 0
