"""What all tests share: property tests are short, and not timed one by one, since machines differ."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import builders

settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")
if not os.access(Path(__file__).parent.parent, os.W_OK):  # Hypothesis warns where it cannot keep what it has found
    settings.register_profile("read-only", settings.get_profile("untimed"), database=None)
    settings.load_profile("read-only")


@pytest.fixture(autouse=True, scope="session")
def _close_stores() -> Iterator[None]:
    """Python 3.13 complains of databases that the collector has to close."""
    yield
    for store in builders.OPEN:
        store.close()
