"""What all tests share: property tests are short, and not timed one by one, since machines differ."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")
