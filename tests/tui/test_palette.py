"""The list of everything that can be done, and keys that a reader has changed."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from explorer.store import structure
from explorer.store.read import Store
from explorer.tui.app import Options
from explorer.tui.commands import COMMANDS, DETAIL, EVERYWHERE, LIST, SEARCH, TREE
from explorer.tui.screens.help import Help
from explorer.tui.screens.picker import Picker
from explorer.tui.themes import NAMES, looks, palette
from explorer.tui.widgets.lines import Lines
from explorer.tui.widgets.search import Query
from tests.tui.driving import driven

LEFT_OUT = ("palette", "close")
"""The list itself, and esc, which closes it."""
CHANGED = Options(
    keys={"arrange": ("x",), "list.down": ("J",), "palette": ("ctrl+o",), "mark": (), "detail.find": ("s",)}
)


def wanted(*where: str) -> set[str]:
    """What the commands that work in these places do."""
    return {one.title for one in COMMANDS if one.where in where and one.id not in LEFT_OUT}


@pytest.mark.parametrize(
    ("key", "where"), [("1", (TREE, LIST, EVERYWHERE)), ("2", (DETAIL, LIST, EVERYWHERE)), ("3", (SEARCH, EVERYWHERE))]
)
async def test_everything_that_can_be_done_in_the_pane_is_listed(
    small: Store, key: str, where: tuple[str, ...]
) -> None:
    async with driven(small) as explorer:
        await explorer.press(key, "ctrl+p")
        assert wanted(*where) <= set(explorer.choices)


@pytest.mark.parametrize("key", ["1", "2", "3"])
async def test_what_is_of_another_pane_is_not_listed(small: Store, key: str) -> None:
    async with driven(small) as explorer:
        await explorer.press(key, "ctrl+p")
        where = {"1": (TREE, LIST), "2": (DETAIL, LIST), "3": (SEARCH,)}[key]
        ways = {f"arrange the tree {label[:1].lower()}{label[1:]}" for _, label, _ in structure.arrangements(small)}
        looks_ = {f"use the theme {name}" for name in NAMES}
        assert set(explorer.choices) - ways - looks_ == wanted(*where, EVERYWHERE)


async def test_each_line_shows_its_key(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("ctrl+p")
        keys = {one.label: one.key for one in explorer.picker.shown}
        own = {one.title: one.shown_keys.split(" ")[0] for one in COMMANDS if one.where in (TREE, LIST, EVERYWHERE)}
        assert {title: key for title, key in keys.items() if title in own} == {
            title: key for title, key in own.items() if title in keys
        }


async def test_in_the_search_pane_no_line_shows_a_key_that_would_type(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("3", "ctrl+p")
        assert [one for one in explorer.picker.shown if len(one.key) == 1] == []


async def test_every_way_to_lay_out_the_tree_and_every_theme_is_listed(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("ctrl+p")
        ways = [f"arrange the tree {label[:1].lower()}{label[1:]}" for _, label, _ in structure.arrangements(small)]
        assert {*ways, *(f"use the theme {name}" for name in NAMES)} <= set(explorer.choices)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("theme dark", ["use the theme dark"]),
        ("DARK theme", ["use the theme dark"]),
        ("brief", ["mark for the brief, or unmark"]),
        ("day see", ["see everything as of a day"]),
        ("no such thing", []),
    ],
)
async def test_each_word_that_is_typed_leaves_fewer_lines(small: Store, typed: str, left: list[str]) -> None:
    async with driven(small) as explorer:
        await explorer.press("ctrl+p")
        await explorer.type(typed)
        assert explorer.choices == left


async def test_a_key_can_be_looked_for(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("ctrl+p")
        await explorer.type("pgdn")
        assert explorer.choices == ["half a page down"]


async def test_deleting_what_was_typed_brings_the_lines_back(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("ctrl+p")
        everything = explorer.choices
        await explorer.type("dark")
        await explorer.press(*["backspace"] * 4)
        assert explorer.choices == everything


async def test_where_nothing_is_left_it_is_said_and_enter_does_nothing(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("ctrl+p")
        await explorer.type("no such thing")
        assert "nothing of that name" in explorer.drawn(explorer.picker.query_one(Lines))[0]
        await explorer.press("enter")
        assert isinstance(explorer.app.screen, Picker)


async def test_esc_closes_it_and_nothing_has_changed(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "down")
        before = (explorer.title, explorer.row, explorer.browser.pane)
        await explorer.press("ctrl+p", "down", "escape")
        assert (explorer.title, explorer.row, explorer.browser.pane) == before
        assert explorer.app.screen is explorer.browser


# -- doing it


async def test_the_tree_can_be_arranged_by_name(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.choose("arrange by structure")
        assert explorer.browser.state.arrangement == "structure"
        await explorer.choose("arrange by kind")
        assert explorer.browser.state.arrangement == "kind"
        assert explorer.node == "kind:body/staff"


@pytest.mark.parametrize("name", NAMES)
async def test_a_theme_changes_the_looks(small: Store, name: str) -> None:
    async with driven(small, "staff", options=Options(theme="light" if name == "dark" else "dark")) as explorer:
        await explorer.choose(f"theme {name}")
        assert (explorer.app.theme, explorer.app.session().theme) == (name, name)
        panes = (explorer.browser, explorer.tree, explorer.detail)
        assert [pane.paint.looks for pane in panes] == [looks(palette(name))] * 3


@pytest.mark.parametrize("pane", ["1", "2"])
async def test_a_command_of_the_list_works_on_the_pane_that_had_the_focus(small: Store, pane: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press(pane, "end")
        await explorer.choose("first row")
        cursors = {"1": explorer.tree.cursor, "2": explorer.detail.cursor}
        assert cursors[pane] == 0


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_a_day_can_be_asked_for_from_each_pane(small: Store, pane: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press(pane)
        await explorer.choose("as of a day")
        await explorer.type("2004")
        await explorer.press("enter")
        assert "AS OF 2004" in explorer.header


async def test_finding_can_be_begun(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        await explorer.choose("find in the text")
        assert isinstance(explorer.app.focused, Input)
        await explorer.type("hear")
        assert explorer.detail.sought == "hear"


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_what_is_shown_can_be_copied_from_each_pane(small: Store, pane: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press(pane)
        await explorer.choose("copy a value")
        assert explorer.picker.heading == "Copy"


async def test_the_help_that_it_opens_is_that_of_the_pane(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        await explorer.choose("what the marks mean")
        assert isinstance(explorer.app.screen, Help)
        assert explorer.app.screen.pane == DETAIL


async def test_it_can_quit(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.choose("quit")
        assert explorer.app.return_code == 0


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12)])
async def test_the_line_under_its_cursor_is_on_the_screen_at_every_size(small: Store, size: tuple[int, int]) -> None:
    async with driven(small, size=size) as explorer:
        await explorer.press("ctrl+p", *["down"] * 17)
        lines = explorer.picker.query_one(Lines)
        seen = lines.region.intersection(explorer.app.screen.region)
        assert 0 <= lines.first_line[lines.cursor] - lines.top < seen.height


# -- keys that a reader has changed


@pytest.mark.parametrize(("keys", "arrangement"), [(("x",), "structure"), (("r",), "kind"), (("x", "r"), "structure")])
async def test_a_changed_key_works_and_the_old_one_does_not(
    small: Store, keys: tuple[str, ...], arrangement: str
) -> None:
    async with driven(small, options=CHANGED) as explorer:
        await explorer.press(*keys)
        assert explorer.browser.state.arrangement == arrangement


async def test_a_changed_key_of_lists_works_in_each_of_them(small: Store) -> None:
    async with driven(small, "staff", options=CHANGED) as explorer:
        before = explorer.tree.cursor, explorer.detail.cursor
        await explorer.press("j", "2", "j", "down")
        assert (explorer.tree.cursor, explorer.detail.cursor) == before
        await explorer.press("J", "1", "J")
        assert (explorer.tree.cursor, explorer.browser.detail.cursor) == (before[0] + 1, 0)


async def test_a_command_without_a_key_is_still_in_the_list(small: Store) -> None:
    async with driven(small, "staff", options=CHANGED) as explorer:
        await explorer.press("m")
        assert len(explorer.browser.state.marks) == 0
        await explorer.press("ctrl+o")
        await explorer.type("mark for the brief")
        assert [one.key for one in explorer.picker.shown] == [""]
        await explorer.press("enter")
        assert explorer.browser.state.marks.kept == [("staff", "")]


async def test_the_footer_shows_the_changed_keys(small: Store) -> None:
    async with driven(small, size=(139, 24), options=CHANGED) as explorer:
        assert "x rearrange" in explorer.footer
        assert "ctrl+o menu" in explorer.footer
        assert "mark" not in explorer.footer
        await explorer.press("2")
        assert "s find" in explorer.footer


async def test_the_list_shows_the_changed_keys(small: Store) -> None:
    async with driven(small, options=CHANGED) as explorer:
        await explorer.press("ctrl+o")
        keys = {one.label: one.key for one in explorer.picker.shown}
        assert (keys["arrange the tree another way"], keys["next row"]) == ("x", "J")


async def test_the_help_shows_the_changed_keys(small: Store) -> None:
    async with driven(small, size=(100, 60), options=CHANGED) as explorer:
        await explorer.press("question_mark")
        lines = [line.strip().split(maxsplit=1) for line in explorer.drawn(explorer.app.screen.query_one(Lines))]
        keys = {words[1]: words[0] for words in lines if len(words) > 1}
        assert (keys["arrange the tree another way"], keys["next row"]) == ("x", "J")
        assert "mark for the brief, or unmark" not in keys


async def test_of_a_command_without_a_key_the_list_is_told(small: Store) -> None:
    async with driven(small, "staff", options=CHANGED) as explorer:
        await explorer.press("b")
        assert "ctrl+o marks" in explorer.text


async def test_what_is_told_names_the_changed_keys(small: Store) -> None:
    options = Options(keys={"brief": ("K",), "mark": ("M",), "detail.find": ("s",), "search": ("S",)})
    async with driven(small, "staff", options=options) as explorer:
        assert explorer.browser.query_one(Query).placeholder.startswith("S search")
        await explorer.press("M")
        assert "1 marked (K)" in explorer.header
        assert explorer.told.endswith("1 in the brief (K)")
        await explorer.press("M", "K")
        assert "M marks" in explorer.text
        await explorer.press("escape", "2", "n")
        assert explorer.told.endswith("s finds")
