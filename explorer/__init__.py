"""Explore an organisation's facts from the terminal."""

__version__ = "0.1.0"
