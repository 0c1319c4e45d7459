"""The lean NamedTuple behaves as `typing.NamedTuple` does."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.values.lean import NamedTuple


class Point(NamedTuple):
    """A row to try."""

    x: int
    y: int = 2
    """How high."""

    @property
    def total(self) -> int:
        """Both together."""
        return self.x + self.y

    def moved(self, by: int) -> Point:
        """Another point."""
        return self._replace(x=self.x + by)


def test_fields_keep_their_order_and_defaults() -> None:
    assert Point._fields == ("x", "y")
    assert Point(1) == Point(x=1, y=2) == (1, 2)


def test_methods_properties_and_docstring_are_kept() -> None:
    assert Point(1).total == 3
    assert Point(1).moved(4) == Point(5)
    assert Point.__doc__ == "A row to try."
    assert repr(Point(1)) == "Point(x=1, y=2)"


def test_a_row_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 3  # type: ignore[misc]


def test_a_row_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Point(1))) == Point(1)


def test_values_do_not_import_typing() -> None:
    """A look-up cannot afford what `typing` and `dataclasses` cost."""
    script = (
        "import sys; from explorer.values import answers, dates, locators, quantities; "
        "print(sorted({'typing', 'dataclasses'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
