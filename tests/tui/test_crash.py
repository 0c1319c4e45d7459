"""A failure is written down, and writing it down never fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explorer.tui import crash


class UnspeakableError(Exception):
    """Cannot even be said."""

    def __str__(self) -> str:
        raise ValueError("not this either")


def deep(depth: int) -> None:
    """Never comes back."""
    deep(depth + 1)


def raised(error: Exception | None) -> BaseException:
    """The error after it has been raised; without one, the one of going too deep."""
    try:
        if error is None:
            deep(0)
        else:
            raise error
    except Exception as caught:
        return caught
    raise AssertionError


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "csto" / "crash.log"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("no\nlines"), "ValueError: no lines"),
        (ValueError(), "ValueError"),
        (ValueError("\x1b]52;c;aGk=\x07"), "ValueError: ␛]52;c;aGk=␇"),
        (ValueError("x" * 500), f"ValueError: {'x' * 188} … 312 more"),
        (UnspeakableError(), "UnspeakableError: it cannot be said"),
        (None, "RecursionError: maximum recursion depth exceeded"),
    ],
)
def test_what_happened_is_said_in_one_clean_line(error: Exception | None, said: str, log: Path) -> None:
    what, where = crash.record(raised(error))
    assert what.startswith(f"csto: the explorer has failed: {said}")
    assert where == f"csto: where it happened is written in {log}"
    assert (what + where).isprintable()
    assert re.search(r'File ".*test_crash.py", line \d+, in raised', log.read_text("utf-8"))


def test_a_long_log_is_begun_anew_and_the_one_before_is_kept(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * (crash.LONGEST_LOG + 1), "utf-8")
    for number in range(3):
        crash.record(raised(ValueError(str(number))))
    assert log.read_text("utf-8").count("Traceback") == 3
    assert (log.parent / "crash.log.1").stat().st_size == crash.LONGEST_LOG + 1


def test_one_entry_is_never_longer_than_it_may_be(log: Path) -> None:
    crash.record(raised(ValueError("line\n" * 100_000)))
    assert log.stat().st_size == crash.LONGEST_ENTRY


@pytest.mark.parametrize("home", ["/dev/null", "/proc/none"])
def test_where_it_cannot_be_written_that_is_said(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    assert "csto: it could not be written to" in crash.record(ValueError("x"))[1]
