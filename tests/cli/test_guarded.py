"""What a failure comes to: damaged data are compiled again once, anything else ends at once."""

from __future__ import annotations

import sqlite3

import pytest

from explorer.cli.main import guarded
from explorer.errors import FAILED, OK
from explorer.store.place import MISTRUST


@pytest.mark.parametrize(
    ("errors", "code", "tries"),
    [
        ([], OK, 1),
        ([sqlite3.DatabaseError("malformed")], OK, 2),
        ([sqlite3.DatabaseError("malformed")] * 5, FAILED, 2),
        ([ValueError("ours")], FAILED, 1),
    ],
)
def test_only_damage_is_tried_again_and_only_once(
    errors: list[Exception], code: int, tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MISTRUST, "")
    waiting, tried = iter(errors), []

    def act(_: list[str]) -> int:
        tried.append(1)
        for error in waiting:
            raise error
        return OK

    assert guarded([], act) == code
    assert len(tried) == tries
