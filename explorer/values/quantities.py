"""Quantities as intervals: `at most 50 officers`, `200,000 troops`, `97 %`, `not given`.

Grammar: `[at most|at least|about|over|under] N[..M] [thousand|million] unit`. Shown as written, compared as intervals.
"""

from __future__ import annotations

from explorer.values.lean import NamedTuple

NOT_GIVEN = "not given"
_WORDS = {"at most": "at most", "at least": "at least", "about": "about", "over": "over", "under": "under"}
_SCALES = {"thousand": 1_000, "million": 1_000_000}
_NEARLY = 0.1
"""How far "about" reaches on either side, as a share of the number; our reading, the sources do not say."""


class QuantityError(ValueError):
    """The text is not a quantity; `hint` says how to write one, if that can be guessed."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Quantity(NamedTuple):
    """An interval of numbers in one unit; `None` is a side without a bound."""

    text: str
    low: float | None
    high: float | None
    unit: str
    low_excluded: bool = False
    high_excluded: bool = False

    @property
    def given(self) -> bool:
        """False for a gap in a list (`not given`)."""
        return self.low is not None or self.high is not None


def parse(text: str) -> Quantity:
    """Read a quantity; raise QuantityError with a reason where it is none."""
    written = " ".join(text.split())
    if written == NOT_GIVEN:
        return Quantity(written, None, None, "")
    words = written.split(" ")
    bound = " ".join(words[:2]) if " ".join(words[:2]) in _WORDS else words[0] if words[0] in _WORDS else ""
    words = words[len(bound.split()) :]
    if not words or not words[0][:1].isdigit():
        raise QuantityError(f"not a quantity: ‘{text}’", "write a number and a unit, such as ‘at most 50 officers’")
    low, high = _numbers(words[0], text)
    if len(words) > 1 and words[1] in _SCALES:
        low, high = low * _SCALES[words[1]], high * _SCALES[words[1]]
        words = words[1:]
    unit = " ".join(words[1:])
    if not unit:
        raise QuantityError(f"a quantity without a unit: ‘{text}’", "name what is counted, such as ‘50 officers’")
    if bound and low != high:
        raise QuantityError(f"‘{bound}’ and a range together: ‘{text}’", "write one of them")
    return _bounded(written, bound, low, high, unit)


def _bounded(written: str, bound: str, low: float, high: float, unit: str) -> Quantity:
    if bound == "at most":
        return Quantity(written, None, high, unit)
    if bound == "at least":
        return Quantity(written, low, None, unit)
    if bound == "over":
        return Quantity(written, low, None, unit, low_excluded=True)
    if bound == "under":
        return Quantity(written, None, high, unit, high_excluded=True)
    if bound == "about":
        return Quantity(written, _plain(low * (1 - _NEARLY)), _plain(high * (1 + _NEARLY)), unit)
    return Quantity(written, low, high, unit)


def _numbers(token: str, text: str) -> tuple[float, float]:
    first, dots, second = token.partition("..")
    low = _number(first, text)
    high = _number(second, text) if dots else low
    if high < low:
        raise QuantityError(f"the range runs backwards: ‘{text}’", f"write {second}..{first}")
    return low, high


def _number(token: str, text: str) -> float:
    if token.endswith("%"):
        raise QuantityError(f"not a quantity: ‘{text}’", f"put a space before the sign: ‘{token[:-1]} %’")
    whole, _, fraction = token.partition(".")
    groups = whole.split(",")
    grouped = len(groups) == 1 or (0 < len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:]))
    digits = "".join(groups)
    plain = digits.isascii() and digits.isdigit() and (not fraction or (fraction.isascii() and fraction.isdigit()))
    if not grouped or not plain or token.endswith(".") or len(token) > 20:
        raise QuantityError(f"unreadable number ‘{token}’", "write 200,000 or 2.5")
    return float(f"{digits}.{fraction}") if fraction else int(digits)


def _plain(number: float) -> float:
    """A whole number without its `.0`."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def exclude(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one unit class cannot both hold."""
    return _below(one, other) or _below(other, one)


def _below(one: Quantity, other: Quantity) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_excluded or other.low_excluded))
