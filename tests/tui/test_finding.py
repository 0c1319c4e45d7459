"""Finding in the text of the detail pane, and narrowing the tree in place."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.widgets import Input

from explorer.store.read import Store
from explorer.tui.app import Options
from explorer.tui.session import Session
from explorer.tui.themes import FOUND
from explorer.tui.widgets.lines import Lines
from tests.tui.driving import Driven, driven


def marked(explorer: Driven) -> list[str]:
    """The stretches that are drawn as found in the detail pane."""
    detail = explorer.detail
    look = detail.paint.looks[FOUND]
    strips = [detail.render_line(y) for y in range(detail.size.height)]
    return [segment.text for strip in strips for segment in strip if segment.style == look]


def said(pane: Lines) -> str:
    """What the lower border of a pane says."""
    return Content.from_markup(pane.border_subtitle or "").plain


def typed(explorer: Driven) -> str:
    """What stands in the line for finding."""
    line = explorer.app.focused
    assert isinstance(line, Input)
    return line.value


# -- in the text


async def test_f_marks_what_is_typed_in_every_row_that_has_it(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("OFFICERS")
        assert marked(explorer) == ["officers", "officers"]


async def test_only_rows_that_have_the_phrase_are_marked(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("it does its work")
        assert marked(explorer) == ["It does its work"]


async def test_letters_type_and_do_nothing_else(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "f")
        await explorer.type("qmn jk/?")
        assert typed(explorer) == "qmn jk/?"
        assert explorer.app.is_running


@pytest.mark.parametrize(
    ("phrase", "row", "told"),
    [
        ("officers", "at most 50 officers A small one was foreseen.", "‘officers’ 1 of 2"),
        ("gone too far", "Joint Staff", "‘gone too far’ is not in it"),
        ("", "Joint Staff", ""),
        ("joint staff", "Joint Staff", "‘joint staff’ 1 of 1"),
        ("¶3", "300 km It can hear farther.", "‘¶3’ 1 of 2"),
    ],
)
async def test_the_cursor_goes_to_the_first_row_and_the_border_says_how_many(
    small: Store, phrase: str, row: str, told: str
) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type(phrase)
        assert (explorer.row, said(explorer.detail)) == (row, told)


async def test_finding_starts_at_the_cursor_and_says_which_one_it_is(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("f")
        await explorer.type("officers")
        assert explorer.row.startswith("55 officers")
        assert said(explorer.detail) == "‘officers’ 2 of 2"


async def test_n_steps_on_and_round(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press("enter")
        seen = [explorer.row.split(" km")[0]]
        for _ in range(3):
            await explorer.press("n")
            seen.append(explorer.row.split(" km")[0])
        assert seen == ["280 thousand", "300", "280 thousand", "300"]


async def test_capital_n_steps_back_and_round(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press("enter", "N")
        assert explorer.row.startswith("300 km")
        assert said(explorer.detail) == "‘hear’ 2 of 2"


async def test_up_and_down_step_while_typing(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press("down")
        assert explorer.row.startswith("300 km")
        await explorer.press("up")
        assert explorer.row.startswith("280")
        assert typed(explorer) == "hear"


@pytest.mark.parametrize(("size", "told"), [((100, 50), ""), ((60, 20), "‘hear’ 1 of 2")])
async def test_where_one_is_among_what_was_found_is_told_where_no_border_says_it(
    small: Store, size: tuple[int, int], told: str
) -> None:
    async with driven(small, "staff", size=size) as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press("enter", "n", "n")
        assert explorer.told == told


async def test_n_without_anything_sought_says_how_to_begin(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "n")
        assert explorer.told == "nothing is being looked for; f finds"


async def test_enter_keeps_the_marks_and_gives_the_keys_back(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("officers")
        await explorer.press("enter")
        assert marked(explorer) == ["officers", "officers"]
        await explorer.press("down")
        assert explorer.row.startswith("55 officers")


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape")])
async def test_esc_lets_go_of_what_was_sought_and_stays(small: Store, keys: tuple[str, ...]) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press(*keys)
        assert (marked(explorer), said(explorer.detail)) == ([], "")
        assert (explorer.browser.pane, explorer.row.split(" km")[0]) == ("detail", "280 thousand")


async def test_esc_with_nothing_typed_closes_the_line_and_no_more(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "f", "escape")
        assert explorer.browser.pane == "detail"
        assert not explorer.browser.has_class("finding")


async def test_esc_after_that_does_what_it_does_otherwise(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press("escape", "escape")
        assert explorer.browser.pane == "tree"


async def test_a_row_on_which_the_cursor_cannot_stand_is_brought_into_view(small: Store) -> None:
    async with driven(small, "staff", size=(80, 24)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("chaired by")
        assert marked(explorer) == ["Chaired by"]


async def test_what_stands_in_a_folded_group_is_found(small: Store) -> None:
    async with driven(small, "annals", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("number 17")
        assert explorer.row == "Entry number 17."


async def test_unfolding_for_it_keeps_the_row_under_the_cursor(small: Store) -> None:
    async with driven(small, "league", size=(100, 50)) as explorer:
        await explorer.press("2")
        explorer.stand_on("← Joint Staff")
        await explorer.press("f")
        assert explorer.row == "← Joint Staff"


async def test_another_card_is_not_searched_for_what_was_sought_before(small: Store) -> None:
    async with driven(small, "staff", size=(100, 50)) as explorer:
        await explorer.press("2", "f")
        await explorer.type("beta")
        await explorer.press("enter", "enter")
        assert explorer.title == "Beta"
        assert (marked(explorer), said(explorer.detail)) == ([], "")


async def test_a_click_into_another_pane_ends_typing(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.pilot.click(explorer.tree, offset=(3, 2))
        await explorer.settle()
        assert explorer.browser.pane == "tree"
        assert not isinstance(explorer.app.focused, Input)


async def test_the_footer_stands_again_when_finding_has_ended(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "f")
        away = explorer.browser.query_one("#footer").display
        await explorer.press("enter")
        assert (away, explorer.browser.query_one("#footer").display) == (False, True)


# -- in the tree


async def narrowed(explorer: Driven, text: str) -> None:
    """Narrow the tree to what is typed."""
    await explorer.press("1", "f")
    await explorer.type(text)


@pytest.mark.parametrize(
    ("typed_", "labels"),
    [
        ("joint", ["Bodies", "Joint Staff"]),
        ("STAFF", ["Bodies", "Coming Staff", "Joint Staff", "Old Staff", "Signals of the Staff"]),
        ("staff old", ["Bodies", "Old Staff"]),
        ("number 17", ["States", "State number 17"]),
        ("round table", ["Bodies", "Council"]),
        ("лига двух", ["Organisations", "League"]),
        ("concepts", ["Concepts"]),
        ("no such", []),
    ],
)
async def test_f_leaves_the_rows_that_match_and_what_they_stand_in(
    small: Store, typed_: str, labels: list[str]
) -> None:
    async with driven(small, "staff") as explorer:
        await narrowed(explorer, typed_)
        assert explorer.labels == labels


async def test_each_letter_narrows_and_each_deleted_one_widens(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        whole = explorer.labels
        await explorer.press("f")
        seen = []
        for key in ("j", "o", "backspace", "backspace"):
            await explorer.press(key)
            seen.append(explorer.labels)
        assert len(seen[0]) >= len(seen[1]) > 0
        assert (seen[2], seen[3]) == (seen[0], whole)


async def test_what_stands_in_a_closed_branch_is_shown(small: Store) -> None:
    async with driven(small) as explorer:
        assert "Joint Staff" not in explorer.labels
        await narrowed(explorer, "joint staff")
        assert explorer.labels == ["Bodies", "Joint Staff"]


async def test_in_a_tree_of_entities_what_a_match_stands_in_is_shown_too(small: Store) -> None:
    async with driven(small, options=Options(session=Session(arrangement="structure"))) as explorer:
        await narrowed(explorer, "signals")
        assert explorer.labels == ["League", "Joint Staff", "Signals of the Staff"]


async def test_the_cursor_goes_to_the_first_match(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await narrowed(explorer, "staff")
        assert explorer.node == "kind:body/coming-staff"


async def test_the_border_says_what_is_typed_and_how_many_match(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await narrowed(explorer, "staff")
        assert said(explorer.tree) == "‘staff’ 4"


async def test_up_and_down_move_in_what_is_left(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await narrowed(explorer, "staff")
        await explorer.press("down")
        assert (explorer.node, explorer.title) == ("kind:body/staff", "Joint Staff")
        await explorer.press("up")
        assert (explorer.node, explorer.title) == ("kind:body/coming-staff", "Coming Staff")
        assert typed(explorer) == "staff"


async def test_enter_keeps_the_tree_narrow_and_the_detail_follows(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await narrowed(explorer, "joint")
        await explorer.press("enter")
        assert (explorer.labels, explorer.title) == (["Bodies", "Joint Staff"], "Joint Staff")
        assert explorer.browser.pane == "tree"
        assert not isinstance(explorer.app.focused, Input)


async def test_f_again_goes_on_from_what_was_typed(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await narrowed(explorer, "joint")
        await explorer.press("enter", "f")
        assert typed(explorer) == "joint"
        await explorer.press("end", "x")
        assert explorer.labels == []


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape")])
async def test_esc_gives_back_the_open_branches_and_stays_on_the_row(small: Store, keys: tuple[str, ...]) -> None:
    async with driven(small, "staff") as explorer:
        branches, labels = set(explorer.tree.branches), explorer.labels
        await narrowed(explorer, "old staff")
        await explorer.press(*keys)
        assert (explorer.tree.branches, explorer.labels) == (branches, labels)
        assert (explorer.node, explorer.title) == ("kind:body/old-staff", "Old Staff")
        assert said(explorer.tree) == ""


async def test_the_branch_of_the_row_is_opened_for_it(small: Store) -> None:
    async with driven(small) as explorer:
        await narrowed(explorer, "joint")
        await explorer.press("escape")
        assert explorer.browser.state.branches == {"kind:state", "kind:body"}
        assert explorer.node == "kind:body/staff"


async def test_esc_after_typing_what_is_not_there_gives_back_the_row(small: Store) -> None:
    async with driven(small, "staff", size=(139, 24)) as explorer:
        await narrowed(explorer, "no such")
        assert "no name has ‘no such’; esc shows all" in explorer.drawn(explorer.tree)[0]
        await explorer.press("escape")
        assert (explorer.node, explorer.title) == ("kind:body/staff", "Joint Staff")


async def test_what_is_opened_while_it_is_narrow_is_not_kept(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        branches = set(explorer.browser.state.branches)
        await narrowed(explorer, "concepts")
        await explorer.press("enter", "right", "escape")
        assert explorer.browser.state.branches == branches


async def test_a_match_can_be_opened_with_all_that_it_has(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await narrowed(explorer, "concepts")
        await explorer.press("enter", "right")
        assert explorer.labels == ["Concepts", "Growth", "Reaping", "Sowing"]
        await explorer.press("left")
        assert explorer.labels == ["Concepts"]


async def test_an_entity_that_is_not_among_the_rest_shows_all_again(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        labels = explorer.labels
        await narrowed(explorer, "joint")
        await explorer.press("enter", "2")
        explorer.stand_on("→ Alpha")
        await explorer.press("enter")
        assert (explorer.node, said(explorer.tree)) == ("kind:state/alpha", "")
        assert set(labels) <= set(explorer.labels)


async def test_an_entity_that_is_among_the_rest_leaves_it_narrow(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await narrowed(explorer, "staff")
        await explorer.press("enter", "2")
        await explorer.press("1", "down", "2")
        explorer.stand_on("← Signals")
        await explorer.press("enter")
        assert explorer.node == "kind:body/signals"
        assert said(explorer.tree) == "‘staff’ 4"


@pytest.mark.parametrize("way", ["r", "day"])
async def test_another_tree_or_day_is_narrowed_as_well(small: Store, way: str) -> None:
    async with driven(small, "staff") as explorer:
        await narrowed(explorer, "joint")
        await explorer.press("enter")
        if way == "r":
            await explorer.press("r")
        else:
            await explorer.press("a")
            await explorer.type("2006")
            await explorer.press("enter")
        assert explorer.tree.narrowed == "joint"
        assert "‘joint’" in said(explorer.tree)
        assert "Council" not in explorer.labels


async def test_a_day_hides_from_what_matches(small: Store) -> None:
    async with driven(small, "league", "1996") as explorer:
        await narrowed(explorer, "staff")
        assert "Joint Staff" not in explorer.labels
