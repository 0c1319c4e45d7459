"""The views in the explorer: their keys, their rows, and the way back."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from tests.screens import HARBOUR, NOTHING, compiled
from tests.tui.driving import driven

# -- timeline


async def test_the_timeline_goes_from_an_entity_to_everything_and_closer(small: Store) -> None:
    async with driven(small, "summit") as explorer:
        await explorer.press("t")
        assert explorer.title == "Timeline of Summit of Alpha"
        await explorer.press("t")
        assert explorer.title == "Timeline · 2002"
        explorer.stand_on("May 2002")
        await explorer.press("enter")
        assert explorer.title == "Timeline · May 2002"
        explorer.stand_on("→ 2002")
        await explorer.press("enter")
        assert explorer.title == "Timeline · 2002"
        await explorer.press("less_than_sign", "less_than_sign")
        assert explorer.title == "Timeline · 2002"


async def test_a_row_of_the_timeline_opens_the_entity_and_its_source(small: Store) -> None:
    async with driven(small, "summit") as explorer:
        await explorer.press("t")
        explorer.stand_on("14 May 2002")
        await explorer.press("o")
        assert explorer.title.startswith("Source of:")
        await explorer.press("less_than_sign", "enter")
        assert explorer.title == "Summit of Alpha"


# -- what changed


async def test_two_days_are_asked_for_and_what_changed_is_a_place(small: Store) -> None:
    async with driven(small, "summit") as explorer:
        await explorer.press("d")
        await explorer.type("1991 1990")
        await explorer.press("enter", "ctrl+u")
        await explorer.type("1991 1994")
        await explorer.press("enter")
        assert explorer.title == "From 1991 to 1994"
        explorer.stand_on("Old Staff")
        await explorer.press("enter")
        assert explorer.title == "Old Staff"
        await explorer.press("less_than_sign")
        assert explorer.title == "From 1991 to 1994"


async def test_two_days_that_are_none_are_refused_with_what_to_write(small: Store) -> None:
    async with driven(small, "summit") as explorer:
        await explorer.press("d")
        await explorer.type("1991")
        await explorer.press("enter")
        said = str(explorer.app.screen.query_one("#prompt-hint").render())
        assert said == "two days are needed; write 2002-05-01 2004-06-01, or one event to another"


# -- the model


async def test_the_model_asked_for_again_stays_as_it_is() -> None:
    async with driven(compiled(HARBOUR), "one-fleet") as explorer:
        await explorer.press("s", "s", "down", "down")
        row = explorer.detail.cursor
        await explorer.press("s")
        assert (explorer.title, explorer.detail.cursor) == ("Open water (idea in three steps)", row)


async def test_the_model_opens_a_stage_and_the_stage_its_evidence() -> None:
    async with driven(compiled(HARBOUR), "one-fleet") as explorer:
        await explorer.press("s")
        assert explorer.title == "One fleet"
        await explorer.press("s")
        assert explorer.title == "Open water (idea in three steps)"
        explorer.stand_on("2 Waters marked")
        await explorer.press("enter")
        explorer.stand_on("← Dredging Office")
        await explorer.press("enter")
        assert explorer.title == "Dredging Office"
        await explorer.press("s")
        assert explorer.title == "Open water (idea in three steps)"


# -- members


async def test_the_members_lead_from_an_organisation_to_everything_and_back_by_a_count(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("w")
        assert explorer.title == "Members of League of Two"
        explorer.stand_on("Beta")
        await explorer.press("enter")
        assert explorer.title == "Beta"
        await explorer.press("w")
        assert explorer.title == "Beta as a member"
        await explorer.press("w")
        assert explorer.title == "Who was a member, and who held a post"
        await explorer.press("down", "enter")
        assert explorer.title == "Members of League of Two"


async def test_a_view_keeps_its_day_in_the_history(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("w", "a")
        await explorer.type("1995")
        await explorer.press("enter")
        assert explorer.title == "Members of Treaty of Two"
        await explorer.press("less_than_sign")
        assert explorer.title == "Members of League of Two"


# -- the shell command of a view


@pytest.mark.parametrize(
    ("keys", "command"),
    [
        ("t", "csto timeline summit"),
        ("t t", "csto timeline --since 2002 --until 2002"),
        ("w", "csto members"),
    ],
)
async def test_the_title_of_a_view_gives_the_command_that_prints_it(small: Store, keys: str, command: str) -> None:
    async with driven(small, "summit") as explorer:
        await explorer.press(*keys.split(), "y")
        told = {choice.key: choice.hint for choice in explorer.picker.shown}
        assert told["x"] == command


# -- where there is nothing


@pytest.mark.parametrize(
    ("keys", "title"),
    [("t", "Timeline"), ("w", "Who was a member, and who held a post"), ("s", "No model"), ("t t w s", "No model")],
)
async def test_a_view_of_no_data_says_so(keys: str, title: str) -> None:
    async with driven(compiled(NOTHING)) as explorer:
        await explorer.press(*keys.split())
        assert explorer.title == title


async def test_an_event_that_has_gone_leaves_no_two_days(small: Store) -> None:
    async with driven(small, "summit") as explorer:
        await explorer.press("d")
        await explorer.type("first summit to summit of alpha")
        await explorer.press("enter")
        assert explorer.title == "From 10 February 1995 to 14 May 2002"
        explorer.browser.use(compiled(NOTHING))
        await explorer.settle()
        assert explorer.title == "What changed"
