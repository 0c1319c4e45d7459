"""Ways back that a careful reader found missing: out of dialogs and views, through days and small sizes."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.tui.state import BRIEF
from tests.tui.driving import driven


async def test_a_day_keeps_the_tree_on_what_is_shown(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("a")
        await explorer.type("2006")
        await explorer.press("enter")
        assert explorer.tree.node is not None
        assert explorer.tree.node.id == "staff"


@pytest.mark.parametrize("key", ["b", "p", "i"])
async def test_q_leaves_a_view_and_does_not_quit(small: Store, key: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press(key, "q")
        assert explorer.app.is_running
        assert explorer.title == "Joint Staff"


@pytest.mark.parametrize("key", ["y", "e", "m"])
async def test_a_group_of_the_tree_is_nothing_to_take_away(small: Store, key: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("end")
        assert explorer.tree.node is not None
        assert not explorer.tree.node.id
        await explorer.press(key)
        assert "row" in explorer.told


async def test_the_brief_is_left_as_it_was_entered(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("m", "b")
        assert explorer.browser.here.kind == BRIEF
        await explorer.press("q")
        assert explorer.title == "Joint Staff"


@pytest.mark.parametrize("dialog", ["question_mark", "a", "ctrl+p", "y"])
async def test_ctrl_c_quits_from_a_dialog_too(small: Store, dialog: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press(dialog, "ctrl+c")
        assert explorer.app.return_code == 0
        assert not explorer.app.is_running or explorer.app._exit


async def test_a_line_that_narrows_outlives_a_moment_without_room(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("f")
        await explorer.type("jo")
        await explorer.resize(1, 1)
        await explorer.resize(80, 24)
        await explorer.type("int")
        assert explorer.tree.narrowed == "joint"


async def test_esc_leaves_the_search_line_before_it_closes_the_first_lines(small: Store) -> None:
    from explorer.tui.app import Options

    async with driven(small, "staff", options=Options(entity="staff", session=None)) as explorer:
        await explorer.press("slash", "escape")
        assert explorer.browser.pane != "search"
        assert explorer.browser.query("Welcome")


async def test_the_hardware_cursor_follows_into_another_pane(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        assert explorer.app.cursor_position.x >= explorer.detail.region.x


async def test_the_help_counts_what_is_still_below(small: Store) -> None:
    async with driven(small, "staff", size=(80, 24)) as explorer:
        await explorer.press("question_mark")
        lines = explorer.app.screen.query_one("#help")
        before = str(lines.border_subtitle)
        await explorer.press("G")
        assert "more lines below" in before
        assert str(lines.border_subtitle) == "esc closes"
