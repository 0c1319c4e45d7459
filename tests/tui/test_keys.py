"""One key at a time, and none that waits for ever."""

from __future__ import annotations

from time import monotonic

from explorer.store.read import Store
from tests.tui.driving import driven


async def test_a_key_is_passed_on_although_the_one_before_never_reports_and_no_other_follows(store: Store) -> None:
    async with driven(store, "joint-staff") as explorer:
        before = explorer.title
        explorer.app._passing_since = monotonic()  # as where the pane that had the key is gone
        await explorer.press("i")
        assert explorer.title != before
        assert not explorer.app._passing_since
