"""Going from place to place: back, the last place, groups of a card, problems, the data set itself, the first run."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.cache import open_store
from explorer.store.read import Store
from explorer.tui.app import Options
from explorer.tui.session import Session
from explorer.tui.state import PROBLEMS
from explorer.tui.widgets.welcome import Welcome
from explorer.view.fold import SHOWN
from tests.builders import make_folder
from tests.tui.driving import Driven, driven
from tests.view.conftest import WORLD, compiled

WRONG = "\nwrong:\n  kind: body\n  name: Wrong\n  when: {is: 2003-02-30, cite: early par 1}\n"
LOST = "\nlost:\n  kind: body\n  name: 'Lost\n"
FIRST = Options(session=None)


def statements(explorer: Driven) -> int:
    """The statements that the detail pane shows."""
    rows = explorer.detail.card.rows if explorer.detail.card else ()
    return sum(row.kind in ("fact", "link") for row in rows)


def welcome(explorer: Driven) -> list[str]:
    """The lines for the first time."""
    return [one.render_line(y).text.strip() for one in explorer.browser.query(Welcome) for y in range(one.size.height)]


def stand_on_kind(explorer: Driven, kind: str) -> None:
    """Put the detail's cursor on the first row of a kind."""
    assert explorer.detail.card is not None
    explorer.detail.cursor = next(n for n, row in enumerate(explorer.detail.card.rows) if row.kind == kind)


# -- back, and between two places


async def test_minus_goes_between_two_places(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("→ League")
        await explorer.press("enter")
        seen = []
        for _ in range(4):
            await explorer.press("minus")
            seen.append(explorer.title)
        assert seen == ["Joint Staff", "League of Two"] * 2


async def test_minus_at_the_first_place_stays(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("minus")
        assert explorer.title == "Joint Staff"


@pytest.mark.parametrize("key", ["minus", "less_than_sign", "backspace"])
async def test_a_place_gone_back_to_is_as_it_was_left(small: Store, key: str) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("→ Alpha")
        await explorer.press("enter", key)
        assert (explorer.title, explorer.row, explorer.browser.pane) == (
            "Joint Staff",
            "→ Alpha (first chair)",
            "detail",
        )


async def test_the_pane_in_which_it_was_left_has_the_focus_again(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("p", "less_than_sign")
        assert (explorer.title, explorer.browser.pane) == ("Joint Staff", "tree")
        await explorer.press("greater_than_sign")
        assert (explorer.title, explorer.browser.pane) == ("No problems", "detail")


async def test_the_tree_goes_along(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        before = explorer.node
        await explorer.press("2")
        explorer.stand_on("→ Alpha")
        await explorer.press("enter")
        assert explorer.node == "kind:state/alpha"
        await explorer.press("less_than_sign")
        assert explorer.node == before


async def test_many_steps_in_the_tree_are_one_step_back(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "1", "up", "up", "up", "less_than_sign")
        assert explorer.title == "Joint Staff"


async def test_back_at_the_first_place_and_forward_at_the_last_stay(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("less_than_sign", "less_than_sign", "greater_than_sign", "greater_than_sign")
        assert explorer.title == "Joint Staff"


async def test_a_run_begins_where_the_last_one_ended(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("r")
        session = explorer.app.session()
    async with driven(small, options=Options(session=session)) as explorer:
        assert (explorer.title, explorer.row.split(" It")[0]) == ("Joint Staff", "55 officers")
        assert explorer.node == "league/staff"
        assert explorer.browser.state.history.last is None


async def test_a_place_that_is_gone_from_the_data_is_passed_over(small: Store) -> None:
    async with driven(small, options=Options(session=Session(place="gone", row=7))) as explorer:
        assert explorer.title != ""
        assert explorer.browser.pane == "tree"


# -- long groups


async def test_a_long_group_shows_its_beginning_and_the_number_of_the_rest(small: Store) -> None:
    async with driven(small, "annals") as explorer:
        assert statements(explorer) == SHOWN
        assert f"… {20 - SHOWN} more" in explorer.text


async def test_enter_unfolds_it_with_the_cursor_on_the_first_of_the_rest(small: Store) -> None:
    async with driven(small, "annals") as explorer:
        await explorer.press("2")
        stand_on_kind(explorer, "more")
        await explorer.press("enter")
        assert statements(explorer) == 20
        assert explorer.row == f"Entry number {SHOWN + 1:02}."


async def test_enter_folds_it_again_with_the_cursor_on_the_rest(small: Store) -> None:
    async with driven(small, "league", size=(80, 50)) as explorer:
        await explorer.press("2")
        stand_on_kind(explorer, "more")
        before = explorer.row
        await explorer.press("enter")
        stand_on_kind(explorer, "more")
        await explorer.press("enter")
        assert explorer.row == before


@pytest.mark.parametrize("way", [("p", "less_than_sign"), ("p", "minus"), ("1", "down", "up", "2")])
async def test_it_stays_unfolded_for_when_one_comes_back(small: Store, way: tuple[str, ...]) -> None:
    async with driven(small, "annals") as explorer:
        await explorer.press("2")
        stand_on_kind(explorer, "more")
        await explorer.press("enter", *way)
        assert explorer.title == "Annals"
        assert statements(explorer) == 20


async def test_a_group_of_another_card_is_folded_all_the_same(small: Store) -> None:
    async with driven(small, "annals") as explorer:
        await explorer.press("2")
        stand_on_kind(explorer, "more")
        await explorer.press("enter")
    async with driven(small, "annals") as explorer:
        assert statements(explorer) == SHOWN


# -- from group to group


async def test_braces_step_by_groups(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        seen = []
        for _ in range(3):
            await explorer.press("right_curly_bracket")
            seen.append(explorer.row.split(" ")[0])
        assert seen == ["planned", "at", "280"]


async def test_back_leads_first_to_the_top_of_the_group(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        seen = []
        for _ in range(4):
            await explorer.press("left_curly_bracket")
            seen.append(explorer.row.split(" ")[0])
        assert seen == ["at", "planned", "Joint", "Joint"]


async def test_past_the_last_group_the_cursor_goes_to_the_end(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("2", *["right_curly_bracket"] * 9)
        assert explorer.detail.cursor == explorer.detail.stops[-1]


# -- what is wrong with the data


async def test_a_problem_leads_to_its_entity(tmp_path: Path) -> None:
    broken = compiled(tmp_path, WORLD + WRONG)
    async with driven(broken, "staff") as explorer:
        await explorer.press("p")
        explorer.stand_on("impossible date")
        await explorer.press("enter")
        assert (explorer.title, explorer.browser.pane) == ("Wrong", "detail")
        await explorer.press("less_than_sign")
        assert explorer.row.startswith("error: impossible date")
    broken.close()


async def test_where_nothing_is_left_to_show_it_leads_to_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    monkeypatch.delenv("VISUAL", raising=False)
    (tmp_path / "lost.yaml").write_text(LOST, "utf-8")
    broken = compiled(tmp_path, WORLD)
    async with driven(broken, "staff") as explorer:
        await explorer.press("p")
        explorer.stand_on("quote")
        await explorer.press("enter")
        assert explorer.told == "there is no ‘no-such-editor’ (from VISUAL or EDITOR)"
        assert explorer.browser.here.kind == PROBLEMS
    broken.close()


async def test_the_problem_of_a_lost_entry_does_not_lead_to_the_one_before_it(tmp_path: Path) -> None:
    broken = compiled(tmp_path, WORLD + LOST)
    async with driven(broken, "staff") as explorer:
        await explorer.press("p")
        explorer.stand_on("quote")
        assert explorer.detail.row is not None
        assert explorer.detail.row.target == ""
    broken.close()


async def test_esc_leads_out_of_the_problems(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("p", "escape")
        assert explorer.title == "Joint Staff"


# -- the data set itself


async def test_where_nothing_is_selected_the_data_set_tells_of_itself(small: Store) -> None:
    async with driven(small) as explorer:
        assert explorer.tree.node is not None
        assert explorer.tree.node.id == ""
        assert explorer.title == "A small world"


async def test_it_leaves_no_place_behind_once_something_is(small: Store) -> None:
    async with driven(small) as explorer:
        await explorer.press("down", "less_than_sign")
        assert explorer.title == "Alpha"


async def test_i_shows_it_and_esc_leads_back(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("i")
        assert explorer.title == "A small world"
        assert "States" in explorer.text
        await explorer.press("escape")
        assert explorer.title == "Joint Staff"


async def test_without_any_entity_the_problems_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path / "data")
    (folder / "sources.yaml").unlink()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    empty = open_store(str(folder))
    async with driven(empty) as explorer:
        assert explorer.browser.here.kind == PROBLEMS
    empty.close()


# -- the first run


async def test_the_first_run_shows_three_lines(small: Store) -> None:
    async with driven(small, options=FIRST) as explorer:
        lines = welcome(explorer)
        assert len(lines) == 3
        assert [word in line for word, line in zip(("move", "search", "as of"), lines, strict=True)] == [True] * 3


async def test_they_fit_into_80_columns(small: Store) -> None:
    async with driven(small, options=FIRST) as explorer:
        assert [line for line in welcome(explorer) if "…" in line] == []


async def test_they_name_the_keys_of_the_reader(small: Store) -> None:
    options = Options(session=None, keys={"search": ("s",), "as-of": ("w",), "list.down": ("e",), "list.up": ("u",)})
    async with driven(small, options=options) as explorer:
        first, second, third = welcome(explorer)
        assert " e u move" in first
        assert second.startswith("s searches")
        assert third.startswith("w shows")


async def test_the_panes_keep_working_beside_them(small: Store) -> None:
    async with driven(small, options=FIRST) as explorer:
        await explorer.press("down")
        assert explorer.title == "Alpha"
        assert len(welcome(explorer)) == 3


async def test_esc_takes_them_away_and_nothing_else(small: Store) -> None:
    async with driven(small, "staff", options=FIRST) as explorer:
        await explorer.press("2", "escape")
        assert (welcome(explorer), explorer.browser.pane) == ([], "detail")
        await explorer.press("escape")
        assert explorer.browser.pane == "tree"


async def test_esc_lets_go_of_what_is_sought_before_it_takes_them_away(small: Store) -> None:
    async with driven(small, "staff", options=FIRST) as explorer:
        await explorer.press("2", "f")
        await explorer.type("hear")
        await explorer.press("escape")
        assert (len(welcome(explorer)), explorer.detail.sought) == (3, "")


async def test_the_second_run_does_not_show_them(small: Store) -> None:
    async with driven(small, options=Options(session=Session())) as explorer:
        assert welcome(explorer) == []
