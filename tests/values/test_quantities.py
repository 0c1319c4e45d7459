"""Quantities: what is read, what is refused and how, and which two cannot both hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.values import quantities
from explorer.values.quantities import Quantity, QuantityError

NUMBER = st.from_regex(r"\A[0-9]{1,3}(,[0-9]{3}){0,2}(\.[0-9]{1,2})?\Z")
BOUND = st.sampled_from(["", "at most ", "at least ", "about ", "over ", "under "])
WRITTEN = st.one_of(
    st.builds("{}{} {}officers".format, BOUND, NUMBER, st.sampled_from(["", "thousand ", "million "])),
    st.builds("{}..{} troops".format, NUMBER, NUMBER),
    st.text("0123456789., %at mosleundrvbk", max_size=24),
)


def parsed(text: str) -> Quantity | None:
    """The quantity, or None where it is none; any other error is a failure."""
    try:
        return quantities.parse(text)
    except QuantityError:
        return None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("55 officers", 55, 55, "officers"),
        ("at most 50 officers", None, 50, "officers"),
        ("at least 50 officers", 50, None, "officers"),
        ("over 50 officers", 50, None, "officers"),
        ("under 50 officers", None, 50, "officers"),
        ("about 100 officers", 90, 110, "officers"),
        ("50..60 officers", 50, 60, "officers"),
        ("200,000 troops", 200_000, 200_000, "troops"),
        ("2.5 thousand troops", 2500, 2500, "troops"),
        ("10 thousand troops", 10_000, 10_000, "troops"),
        ("1..2 million troops", 1_000_000, 2_000_000, "troops"),
        ("97 %", 97, 97, "%"),
        ("12 combat aircraft", 12, 12, "combat aircraft"),
        ("not given", None, None, ""),
    ],
)
def test_a_quantity_is_an_interval_in_a_unit(text: str, low: float | None, high: float | None, unit: str) -> None:
    quantity = quantities.parse(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)
    assert quantity.text == text


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "not a quantity: ‘’", "write a number and a unit, such as ‘at most 50 officers’"),
        (
            "many officers",
            "not a quantity: ‘many officers’",
            "write a number and a unit, such as ‘at most 50 officers’",
        ),
        (
            "-5 officers",
            "not a quantity: ‘-5 officers’",
            "write a number and a unit, such as ‘at most 50 officers’",
        ),
        ("at most", "not a quantity: ‘at most’", "write a number and a unit, such as ‘at most 50 officers’"),
        ("50", "a quantity without a unit: ‘50’", "name what is counted, such as ‘50 officers’"),
        (
            "5 thousand",
            "a quantity without a unit: ‘5 thousand’",
            "name what is counted, such as ‘50 officers’",
        ),
        ("97%", "not a quantity: ‘97%’", "put a space before the sign: ‘97 %’"),
        ("60..50 officers", "the range runs backwards: ‘60..50 officers’", "write 50..60"),
        (
            "about 50..60 officers",
            "‘about’ and a range together: ‘about 50..60 officers’",
            "write one of them",
        ),
        ("20,00 officers", "unreadable number ‘20,00’", "write 200,000 or 2.5"),
        ("1.2.3 km", "unreadable number ‘1.2.3’", "write 200,000 or 2.5"),
        ("5. km", "unreadable number ‘5.’", "write 200,000 or 2.5"),
        ("٥٠ officers", "unreadable number ‘٥٠’", "write 200,000 or 2.5"),
        ("² officers", "unreadable number ‘²’", "write 200,000 or 2.5"),
        ("9" * 21 + " km", f"unreadable number ‘{'9' * 21}’", "write 200,000 or 2.5"),
    ],
)
def test_what_is_no_quantity_is_refused_with_a_reason_and_a_way_out(text: str, message: str, hint: str) -> None:
    with pytest.raises(QuantityError) as caught:
        quantities.parse(text)
    assert (str(caught.value), caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("50 officers", "55 officers", True),
        ("55 officers", "55 officers", False),
        ("at most 50 officers", "55 officers", True),
        ("at most 55 officers", "55 officers", False),
        ("under 55 officers", "55 officers", True),
        ("over 55 officers", "55 officers", True),
        ("over 55 officers", "at most 55 officers", True),
        ("at least 55 officers", "at most 55 officers", False),
        ("about 50 officers", "55 officers", False),
        ("about 50 officers", "56 officers", True),
        ("50..60 officers", "55..70 officers", False),
        ("at most 5 officers", "at most 500 officers", False),
        ("not given", "55 officers", False),
    ],
)
def test_two_quantities_exclude_each_other_either_way_round(one: str, other: str, excluded: bool) -> None:
    first, second = quantities.parse(one), quantities.parse(other)
    assert quantities.exclude(first, second) is excluded
    assert quantities.exclude(second, first) is excluded


@pytest.mark.parametrize(("text", "given_"), [("not given", False), ("5 km", True), ("at most 5 km", True)])
def test_a_gap_in_a_list_is_not_given(text: str, given_: bool) -> None:
    assert quantities.parse(text).given is given_


@given(st.text())
def test_any_text_is_a_quantity_or_a_quantity_error(text: str) -> None:
    assert parsed(text) is None or text.strip()


@given(WRITTEN)
def test_low_is_never_above_high_and_nothing_excludes_itself(text: str) -> None:
    quantity = parsed(text)
    if quantity is None:
        return
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    assert not quantities.exclude(quantity, quantity)
