"""Dates as people know them: EDTF level 0 and the useful part of level 1, as four days.

A date is text such as `2002-10-07`, `2003`, `199X`, `2010~`, `2004/2006` or `2002/..`. Inside, it is the earliest and
latest day of its start and of its end, so that any question about a day has one of three answers.
Rule: docs/data-format.md, "Dates, and what they answer".
"""

from __future__ import annotations

from explorer.values.lean import NamedTuple

BEGINNING = "0001-01-01"
"""The day that stands for "no earliest day known"; in JSON it is null."""
FOREVER = "9999-12-31"
"""The day that stands for "no latest day known"; in JSON it is null."""

YES, NO, UNKNOWN = "yes", "no", "unknown"

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateError(ValueError):
    """The text is not a date; `hint` says how to write one, if that can be guessed."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Date(NamedTuple):
    """A time as written; days are ISO text (`YYYY-MM-DD`), which sorts as it reads."""

    text: str
    start_earliest: str
    start_latest: str
    end_earliest: str
    end_latest: str
    interval: bool = False
    """True: held throughout. False: known at that time."""
    open: str = ""
    """`start` or `end` where the text has `..` on that side."""
    unknown: str = ""
    """`start` or `end` where the text leaves that side empty."""
    uncertain: bool = False
    about: bool = False

    def known_until(self, day: str) -> Date:
        """A still open date as a source of that day can vouch for it: it held at least until then."""
        if self.open != "end":
            return self
        return self._replace(
            start_latest=max(self.start_earliest, min(self.start_latest, day)),
            end_earliest=max(self.start_earliest, day),
        )

    @property
    def order(self) -> tuple[str, str, str, str]:
        """Sort key: by start, then by end; dates without a known start come first."""
        return self.start_earliest, self.start_latest, self.end_earliest, self.end_latest


def parse(text: str) -> Date:
    """Read a date; raise DateError with a reason where it is none."""
    written = text.strip()
    if "/" not in written:
        first, last, uncertain, about = _span(written)
        return Date(written, first, last, first, last, False, "", "", uncertain, about)
    left, _, right = written.partition("/")
    if "/" in right:
        raise DateError(f"two strokes in the date ‘{written}’", "write an interval as START/END")
    return _interval(written, left, right)


def _interval(written: str, left: str, right: str) -> Date:
    if left in ("", "..") and right in ("", "..") and not (left == "" and right == ".."):
        raise DateError(f"an interval without a day: ‘{written}’", "give a start or an end, such as 2002/..")
    start = (BEGINNING, FOREVER, False, False) if left in ("", "..") else _span(left)
    end = (BEGINNING, FOREVER, False, False) if right in ("", "..") else _span(right)
    if end[1] < start[0]:
        raise DateError(f"the end comes before the start: ‘{written}’")
    start_latest = min(start[1], end[1]) if left != ".." else BEGINNING
    end_earliest = max(start[0], end[0])
    return Date(
        written,
        start[0],
        start_latest,
        end_earliest,
        end[1],
        True,
        "start" if left == ".." else "end" if right == ".." else "",
        "start" if left == "" else "end" if right == "" else "",
        start[2] or end[2],
        start[3] or end[3],
    )


def _span(text: str) -> tuple[str, str, bool, bool]:
    """First and last day of a single date, and its marks."""
    bare = text.rstrip("?~%")
    marks = text[len(bare) :]
    uncertain, about = "?" in marks or "%" in marks, "~" in marks or "%" in marks
    parts = bare.split("-")
    year = parts[0]
    digits = year.rstrip("X")
    if len(year) != 4 or not (digits.isascii() and digits.isdigit()) or len(digits) < 2 or len(parts) > 3:
        raise DateError(f"not a date: ‘{text}’", _guess(text))
    if "X" in year:
        if len(parts) > 1:
            raise DateError(f"not a date: ‘{text}’", "a decade or century has no month: 199X")
        first = max(digits.ljust(4, "0"), "0001")
        return f"{first}-01-01", f"{digits.ljust(4, '9')}-12-31", uncertain, about
    if year == "0000" or any(len(p) != 2 or not (p.isascii() and p.isdigit()) for p in parts[1:]):
        raise DateError(f"not a date: ‘{text}’", _guess(text))
    if len(parts) == 1:
        return f"{year}-01-01", f"{year}-12-31", uncertain, about
    month = int(parts[1])
    if not 1 <= month <= 12:
        raise DateError(f"impossible date ‘{text}’: there is no month {month}")
    last = _month_length(int(year), month)
    if len(parts) == 2:
        return f"{year}-{parts[1]}-01", f"{year}-{parts[1]}-{last}", uncertain, about
    if not 1 <= int(parts[2]) <= last:
        raise DateError(f"impossible date ‘{text}’: {MONTHS[month - 1]} {year} has {last} days")
    return bare, bare, uncertain, about


def _month_length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _LENGTHS[month - 1]


def _guess(text: str) -> str:
    """A hint for dates written in another order or in words."""
    parts = text.replace(".", "-").replace("/", "-").split("-")
    if len(parts) == 3 and len(parts[2]) == 4 and all(p.isdigit() for p in parts):
        return f"write the year first: {parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    words = [word.rstrip(".") for word in text.replace(",", " ").split()]
    for number, month in enumerate(MONTHS, 1):
        if any(len(w) >= 3 and month.lower().startswith(w.lower()) for w in words):
            year = next((w for w in words if len(w) == 4 and w.isdigit()), "YYYY")
            day = next((f"-{w:0>2}" for w in words if w.isdigit() and len(w) < 3), "")
            return f"write {year}-{number:02}{day}"
    return "write YYYY, YYYY-MM or YYYY-MM-DD"


def show(date: Date) -> str:
    """The date in words: `May 2001`, `2004 to 2006`, `since 2002`."""
    if not date.interval:
        return _show_side(date.text)
    left, _, right = date.text.partition("/")
    if left in ("", ".."):
        if right == "..":
            return "held when the source wrote"
        return f"until {_show_side(right)}" + (", start not known" if left == "" else "")
    if right == "..":
        return f"since {_show_side(left)}"
    if right == "":
        return f"from {_show_side(left)}, end not known"
    return _show_range(left, right)


def _show_range(left: str, right: str) -> str:
    start, end = left.split("-"), right.split("-")
    if not left[-1].isdigit():  # a mark belongs to its own side
        return f"{_show_side(left)} to {_show_side(right)}"
    if len(start) == len(end) == 3 and start[:2] == end[:2]:
        return f"{int(start[2])} to {_show_side(right)}"
    return f"{_show_side(left)} to {_show_side(right)}"


def _show_side(text: str) -> str:
    bare = text.rstrip("?~%")
    marks = text[len(bare) :]
    parts = bare.split("-")
    words = parts[0]
    if words.endswith("XX"):
        words = f"{words[:2]}00s"
    elif words.endswith("X"):
        words = f"{words[:3]}0s"
    if len(parts) > 1:
        words = f"{MONTHS[int(parts[1]) - 1]} {words}"
    if len(parts) > 2:
        words = f"{int(parts[2].rstrip('?~%'))} {words}"
    about = "about " if "~" in marks or "%" in marks else ""
    return about + words + ("?" if "?" in marks or "%" in marks else "")
