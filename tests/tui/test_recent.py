"""What was made last is kept, and no more than that."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.tui.recent import Recent
from explorer.tui.screens.places import card_of
from tests.tui.driving import driven


def test_a_thing_is_made_once_while_it_is_kept() -> None:
    recent: Recent[int] = Recent()
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [recent.of(key, make) for key in "abab"] == [0, 1, 0, 1]
    recent.forget()
    assert recent.of("a", make) == 2


def test_the_one_not_asked_for_longest_makes_room() -> None:
    recent: Recent[str] = Recent(most=2)
    for key in "abac":
        recent.of(key, lambda key=key: key)  # type: ignore[misc]
    assert [recent.of(key, lambda: "anew") for key in "acb"] == ["a", "c", "anew"]


async def test_a_step_back_makes_no_card_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with driven(store) as explorer:
        made: list[str] = []

        def counted(*given: object) -> object:
            made.append(given[1].id)  # type: ignore[attr-defined]
            return card_of(*given)  # type: ignore[arg-type]

        monkeypatch.setattr("explorer.tui.screens.visiting.card_of", counted)
        await explorer.press("down", "down", "up", "up", "down")
        assert len(made) == len(set(made)) == 2


async def test_another_day_and_an_unfolded_group_are_other_cards(store: Store) -> None:
    async with driven(store) as explorer:
        before = explorer.detail.card
        await explorer.press("a")
        await explorer.type("2001")
        await explorer.press("enter")
        assert explorer.detail.card != before
        await explorer.press("a", "ctrl+u", "enter")
        assert explorer.detail.card == before
