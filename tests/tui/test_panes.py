"""Three panes: how much room each has, and what becomes of it."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.tui.app import Options
from explorer.tui.screens.panes import LEAST
from explorer.tui.session import Session
from explorer.tui.widgets.detail import STOPS
from tests.tui.driving import Driven, driven

PANES = ("tree", "detail", "search")


def widths(explorer: Driven) -> dict[str, int]:
    """The columns of each pane, frames included."""
    return {name: explorer.browser.query_one(f"#{name}").outer_size.width for name in PANES}


def shown(explorer: Driven) -> list[str]:
    """The panes that are on the screen."""
    panes = {name: explorer.browser.query_one(f"#{name}").region for name in PANES}
    return [name for name, region in panes.items() if region.width and region.height]


def in_rows(explorer: Driven) -> dict[str, tuple[int, int]]:
    """The left edge and the top of each pane."""
    return {name: explorer.browser.query_one(f"#{name}").region.offset for name in PANES}


async def drag(explorer: Driven, start: int, *ends: int, row: int = 10) -> None:
    """Press the mouse button at a column, move it to others, let go."""
    await explorer.pilot.mouse_down(offset=(start, row))
    for end in ends:
        await explorer.pilot.hover(offset=(end, row))
    await explorer.pilot.mouse_up(offset=((start, *ends)[-1], row))
    await explorer.settle()


# -- three widths


@pytest.mark.parametrize("size", [(80, 24), (100, 20), (139, 60)])
async def test_between_80_and_139_columns_the_search_line_stands_below_two_panes(
    small: Store, size: tuple[int, int]
) -> None:
    async with driven(small, size=size) as explorer:
        at = in_rows(explorer)
        assert at["tree"][1] == at["detail"][1] < at["search"][1]
        assert widths(explorer)["search"] == size[0]
        assert widths(explorer)["tree"] + widths(explorer)["detail"] == size[0]


@pytest.mark.parametrize("size", [(140, 20), (200, 60)])
async def test_from_140_columns_on_three_panes_stand_side_by_side(small: Store, size: tuple[int, int]) -> None:
    async with driven(small, size=size) as explorer:
        at = in_rows(explorer)
        assert at["tree"][1] == at["detail"][1] == at["search"][1]
        assert at["tree"][0] < at["detail"][0] < at["search"][0]
        assert sum(widths(explorer).values()) == size[0]


@pytest.mark.parametrize("size", [(79, 24), (80, 19), (200, 19), (40, 12)])
@pytest.mark.parametrize(("key", "pane"), [("1", "tree"), ("2", "detail"), ("3", "search")])
async def test_where_there_is_little_room_one_pane_has_it_all(
    small: Store, size: tuple[int, int], key: str, pane: str
) -> None:
    async with driven(small, size=size) as explorer:
        await explorer.press(key)
        assert shown(explorer) == [pane]
        assert widths(explorer)[pane] == size[0]


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (40, 12)])
async def test_tab_goes_round_the_panes_and_shift_tab_back(small: Store, size: tuple[int, int]) -> None:
    async with driven(small, size=size) as explorer:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await explorer.press(key)
            seen.append(explorer.browser.pane)
        assert seen == ["detail", "search", "tree", "search", "detail"]


@pytest.mark.parametrize("sizes", [((40, 12), (80, 24)), ((160, 48), (80, 24)), ((1, 1), (160, 48), (80, 24))])
async def test_after_other_sizes_all_is_where_it_was(small: Store, sizes: tuple[tuple[int, int], ...]) -> None:
    async with driven(small, "staff", size=(80, 24)) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        before = (explorer.row, explorer.node, widths(explorer), explorer.browser.pane)
        for size in sizes:
            await explorer.resize(*size)
        assert (explorer.row, explorer.node, widths(explorer), explorer.browser.pane) == before


@pytest.mark.parametrize("sizes", [((52, 50),), ((199, 43),), ((1, 1), (48, 24)), ((40, 12), (39, 60), (79, 19))])
async def test_after_other_sizes_the_view_is_what_it_was(small: Store, sizes: tuple[tuple[int, int], ...]) -> None:
    """However many of the sizes on the way the explorer comes to see."""
    async with driven(small, "staff", size=(80, 24)) as explorer:
        await explorer.press("end", "k", "2", "end", *["k"] * 5)
        before = explorer.tree.top, explorer.drawn(explorer.tree), explorer.detail.top, explorer.drawn(explorer.detail)
        assert explorer.detail.line_of_cursor != explorer.detail.page // 2
        for size in (*sizes, (80, 24)):
            await explorer.resize(*size)
        assert before == (
            *(explorer.tree.top, explorer.drawn(explorer.tree)),
            *(explorer.detail.top, explorer.drawn(explorer.detail)),
        )


@pytest.mark.parametrize("pane", ["tree", "detail"])
@pytest.mark.parametrize("size", [(40, 12), (80, 20), (160, 48)])
async def test_the_row_under_the_cursor_stays_on_the_screen(small: Store, size: tuple[int, int], pane: str) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("1" if pane == "tree" else "2", "end")
        lines = explorer.tree if pane == "tree" else explorer.detail
        row = lines.cursor
        await explorer.resize(*size)
        assert lines.cursor == row
        assert lines.top <= lines.first_line[row] < lines.top + lines.page


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (1, 1)])
async def test_below_20_columns_or_5_rows_it_says_what_it_needs(small: Store, size: tuple[int, int]) -> None:
    async with driven(small, size=size) as explorer:
        assert shown(explorer) == []
        assert explorer.browser.query_one("#room").region.height == 1


# -- edges moved with keys


@pytest.mark.parametrize(
    ("pane", "key", "by"), [("1", "full_stop", 2), ("1", "comma", -2), ("2", "full_stop", -2), ("2", "comma", 2)]
)
@pytest.mark.parametrize("size", [(100, 30), (160, 48)])
async def test_the_pane_in_focus_is_made_wider_and_narrower(
    small: Store, size: tuple[int, int], pane: str, key: str, by: int
) -> None:
    async with driven(small, size=size) as explorer:
        await explorer.press(pane)
        before = widths(explorer)
        await explorer.press(key)
        after = widths(explorer)
        assert (after["tree"], after["detail"]) == (before["tree"] + by, before["detail"] - by)


@pytest.mark.parametrize(("key", "tree"), [("comma", LEAST), ("full_stop", 100 - 2 * LEAST)])
async def test_no_pane_is_made_narrower_than_it_can_be_used(small: Store, key: str, tree: int) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        await explorer.press(*[key] * 50)
        assert widths(explorer) == {"tree": tree, "detail": 100 - tree, "search": 100}


async def test_each_of_many_keys_in_one_go_moves_the_edge(small: Store) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        before = widths(explorer)["tree"]
        await explorer.press(*["full_stop"] * 7, "comma")
        assert widths(explorer)["tree"] == before + 12


async def test_from_the_end_one_key_leads_back(small: Store) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        await explorer.press(*["full_stop"] * 50, "comma")
        assert widths(explorer)["tree"] == 100 - 2 * LEAST - 2


async def test_the_size_is_kept_in_the_state(small: Store) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        assert explorer.browser.state.sizes == {}
        await explorer.press("full_stop")
        assert explorer.browser.state.sizes == {"tree": widths(explorer)["tree"]}


async def test_a_size_of_the_session_before_is_used(small: Store) -> None:
    options = Options(session=Session(sizes={"tree": 44, "search": 30}))
    async with driven(small, size=(100, 30), options=options) as explorer:
        assert widths(explorer)["tree"] == 44
        await explorer.resize(160, 48)
        assert widths(explorer) == {"tree": 44, "detail": 86, "search": 30}


@pytest.mark.parametrize("size", [(80, 24), (140, 24)])
@pytest.mark.parametrize("sizes", [{"tree": 500}, {"search": 500}, {"tree": 500, "search": 500}, {"tree": 1}])
async def test_a_size_for_another_terminal_leaves_room_for_the_rest(
    small: Store, size: tuple[int, int], sizes: dict[str, int]
) -> None:
    async with driven(small, size=size, options=Options(session=Session(sizes=sizes))) as explorer:
        assert min(widths(explorer).values()) >= LEAST
        assert explorer.browser.state.sizes == sizes


@pytest.mark.parametrize("keys", [("comma",), ("2", "full_stop")])
async def test_one_pane_at_a_time_has_no_edge(small: Store, keys: tuple[str, ...]) -> None:
    async with driven(small, size=(60, 20)) as explorer:
        await explorer.press(*keys)
        assert "no edge" in explorer.told
        assert explorer.browser.state.sizes == {}


async def test_the_rows_are_laid_out_at_the_new_width(small: Store) -> None:
    async with driven(small, "staff", size=(100, 30)) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press(*["comma"] * 30)
        assert explorer.row.startswith("55 officers")
        assert max(len(line.text) for line in explorer.detail.lines) < widths(explorer)["detail"]


# -- edges moved with the mouse


@pytest.mark.parametrize("edge", [-1, 0])
async def test_the_edge_follows_the_mouse(small: Store, edge: int) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        await drag(explorer, widths(explorer)["tree"] + edge, 50, 59)
        assert widths(explorer)["tree"] == 60
        assert explorer.browser.state.sizes == {"tree": 60}


async def test_the_edge_of_the_search_pane_follows_the_mouse(small: Store) -> None:
    async with driven(small, size=(160, 48)) as explorer:
        await drag(explorer, 160 - widths(explorer)["search"], 110, 100)
        assert widths(explorer)["search"] == 60


@pytest.mark.parametrize(("end", "tree"), [(0, LEAST), (99, 100 - 2 * LEAST)])
async def test_the_edge_stops_where_a_pane_can_still_be_used(small: Store, end: int, tree: int) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        await drag(explorer, widths(explorer)["tree"], end)
        assert widths(explorer)["tree"] == tree


async def test_the_mouse_moves_no_edge_after_it_has_let_go(small: Store) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        await drag(explorer, widths(explorer)["tree"], 50)
        await explorer.pilot.hover(offset=(70, 10))
        await explorer.settle()
        assert widths(explorer)["tree"] == 51


@pytest.mark.parametrize(("column", "row"), [(10, 10), (60, 10), (34, 0), (34, 29)])
async def test_elsewhere_the_mouse_moves_no_edge(small: Store, column: int, row: int) -> None:
    async with driven(small, size=(100, 30)) as explorer:
        before = widths(explorer)
        await drag(explorer, column, 50, row=row)
        assert widths(explorer) == before


# -- one pane alone


@pytest.mark.parametrize(("key", "pane"), [("1", "tree"), ("2", "detail")])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_z_shows_the_pane_alone_and_all_again(small: Store, size: tuple[int, int], key: str, pane: str) -> None:
    async with driven(small, size=size) as explorer:
        before = widths(explorer)
        await explorer.press(key, "z")
        assert shown(explorer) == [pane]
        await explorer.press("z")
        assert shown(explorer) == [*PANES]
        assert widths(explorer) == before


async def test_alone_the_other_panes_are_a_key_away(small: Store) -> None:
    async with driven(small) as explorer:
        seen = []
        for key in ("z", "2", "3"):
            await explorer.press(key)
            seen += shown(explorer)
        assert seen == [*PANES]


async def test_alone_the_row_under_the_cursor_stays(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("z")
        assert explorer.row.startswith("55 officers")
        assert any("55 officers" in line for line in explorer.drawn(explorer.detail))


async def test_alone_stays_alone_when_the_terminal_grows(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("z")
        await explorer.resize(160, 48)
        assert shown(explorer) == ["tree"]


async def test_a_pane_without_room_holds_the_rows_of_what_it_will_show(small: Store) -> None:
    async with driven(small, "annals", size=(80, 24)) as explorer:
        await explorer.press("2", "G", "1", "z", "g", "down", "down")
        assert not explorer.detail.size.width
        card = explorer.detail.card
        assert card is not None
        assert explorer.detail.stops == [n for n, row in enumerate(card.rows) if row.kind in STOPS]
        explorer.detail.action_group(1)  # as a key does that comes before there is room again
        await explorer.press("z")
        assert explorer.detail.lines
        assert explorer.detail.row in card.rows


@pytest.mark.parametrize("keys", [(), ("f",)], ids=["a pane", "the line for finding"])
async def test_when_something_takes_the_focus_away_the_keys_still_go_somewhere(
    small: Store, keys: tuple[str, ...]
) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press(*keys)
        before = explorer.app.focused
        explorer.browser.set_focus(None)
        await explorer.settle()
        assert explorer.app.focused is before is not None
