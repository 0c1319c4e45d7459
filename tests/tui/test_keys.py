"""One key at a time, and none that waits for ever."""

from __future__ import annotations

from threading import Event

import pytest

from explorer.store.read import Store
from explorer.tui import keys
from explorer.tui.widgets.search import Query
from tests.tui.driving import driven


async def test_a_key_is_passed_on_although_the_one_before_never_reports_and_no_other_follows(store: Store) -> None:
    async with driven(store, "joint-staff") as explorer:
        before = explorer.title
        explorer.app._under_way = True  # as where the pane that had the key is gone
        await explorer.press("i")
        assert explorer.title != before
        assert not explorer.app._under_way


async def test_keys_wait_for_the_one_before_however_long_the_program_was_stopped(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Passed(keys.Passed):
        """The program is stopped just after it has passed a key on."""

        def __init__(self, *, again: bool) -> None:
            super().__init__(again=again)
            if again and not stops:
                stops.append(Event().wait(0.6))

    stops: list[bool] = []
    monkeypatch.setattr(keys, "Passed", Passed)
    async with driven(store, "joint-staff") as explorer:
        await explorer.press("slash", *"kanal")
        assert explorer.browser.query_one(Query).value == "kanal"
