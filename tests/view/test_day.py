"""A day as a reader names it: names that come near, several of one name, and what a name was taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import UsageError
from explorer.store.read import Store
from explorer.view.day import named, reason, taken
from tests.builders import compiled

FAIRS = """
spring: {kind: event, name: Spring fair, short: Fair, when: {is: 2001-03-02, cite: early par 1}}
autumn: {kind: event, name: Autumn fair, short: Fair, when: {is: 2001-09, cite: early par 1}}
series: {kind: event, name: Fairs of the river, when: {is: 1999/.., cite: early par 2}}
mayor: {kind: state, name: Mayor}
"""


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two fairs of one short name."""
    folder: Path = tmp_path_factory.mktemp("fairs")
    return compiled(folder, FAIRS)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", ""),
        ("2001-03", ""),
        ("spring fair", ""),
        ("fairs of the river", ""),
        ("sprnig fair", "neither a date nor a name: ‘sprnig fair’; did you mean ‘Spring fair’?"),
        ("autumn", ""),
        ("qqqq", "neither a date nor a name: ‘qqqq’; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("fair", "‘fair’ could be several things: Spring fair, Autumn fair"),
        ("mayor", "‘Mayor’ has no date"),
        ("May 2001", "not a date: ‘May 2001’; write 2001-05"),
    ],
)
def test_what_names_no_day_is_told_with_what_comes_near(fairs: Store, text: str, why: str) -> None:
    assert reason(fairs, text) == why


@pytest.mark.parametrize("text", ["2001-13", "2001-02-30"])
def test_a_date_gone_wrong_is_not_taken_for_a_name(fairs: Store, text: str) -> None:
    with pytest.raises(UsageError, match="impossible date"):
        named(fairs, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2001", ""),
        ("", ""),
        ("spring", "Spring fair: 2 March 2001"),
        ("fairs of the river", "Fairs of the river: 1999"),
    ],
)
def test_what_a_name_was_taken_for_is_told(fairs: Store, text: str, meant: str) -> None:
    assert taken(fairs, text) == meant
