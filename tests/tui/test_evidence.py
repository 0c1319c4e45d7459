"""Views that set statements side by side, by their keys."""

from __future__ import annotations

import asyncio

from explorer.store.read import Store
from tests.tui.driving import driven


def test_troubles_are_first_those_of_what_is_shown_then_all_then_one_kind(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "staff") as explorer:
            titles = []
            for _ in range(3):
                await explorer.press("exclamation_mark")
                titles.append(explorer.title)
            assert titles == ["4 troubles: Joint Staff", "4 troubles", "1 trouble"]

    asyncio.run(act())


def test_enter_on_a_statement_in_trouble_leads_to_it_and_back_returns(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "staff") as explorer:
            await explorer.press("exclamation_mark", *["down"] * 4, "enter")
            assert (explorer.title, explorer.row.startswith("at most 50")) == ("Joint Staff", True)
            await explorer.press("less_than_sign")
            assert explorer.title == "4 troubles: Joint Staff"

    asyncio.run(act())


def test_a_name_typed_says_what_to_compare_with_and_a_third_can_join(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "alpha") as explorer:
            await explorer.press("equals_sign")
            await explorer.type("beta")
            await explorer.press("enter")
            assert explorer.title == "Alpha = Beta"
            await explorer.press("equals_sign")
            await explorer.type("gamma")
            await explorer.press("enter")
            assert explorer.title == "Alpha = Beta = Gamma"

    asyncio.run(act())


def test_with_nothing_typed_what_is_of_the_same_kind_is_offered(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "alpha") as explorer:
            await explorer.press("equals_sign")
            assert explorer.choices[:2] == ["Beta", "Gamma"]
            await explorer.press("escape")
            assert explorer.title == "Alpha"

    asyncio.run(act())


def test_what_is_no_entity_is_not_compared(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "alpha") as explorer:
            await explorer.press("i", "equals_sign")
            assert explorer.told.startswith("open an entity first")

    asyncio.run(act())


def test_on_a_figure_the_others_that_answer_its_question_are_shown(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "staff") as explorer:
            await explorer.press("2")
            explorer.stand_on("55 officers")
            await explorer.press("number_sign")
            assert explorer.title == "Strength: Joint Staff"
            await explorer.press("down", "enter")
            assert explorer.row.startswith("55 officers")

    asyncio.run(act())


def test_elsewhere_the_question_is_asked(small: Store) -> None:
    async def act() -> None:
        async with driven(small, "gamma") as explorer:
            await explorer.press("number_sign")
            assert explorer.choices == ["Strength", "Range", "Share signed"]
            await explorer.press("down", "enter")
            assert explorer.title == "Range: Joint Staff"

    asyncio.run(act())
