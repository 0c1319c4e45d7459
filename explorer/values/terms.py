"""The few words of the data that the format itself knows; all others come from the vocabulary."""

from __future__ import annotations

EVENT, DOCUMENT = "event", "document"
"""Kinds that are a time of their own: they take place or are dated, and do not last and end."""
OWN_TIME = (EVENT, DOCUMENT)
OUTLOOK = ("planned", "predicted")
"""Moods of what had not come about when it was said."""
MOODS = (*OUTLOOK, "scenario", "denied")
KIND, YEAR, TREE, SOURCE = "kind", "year", "tree", "source"
"""Levels of the tree that are no relation."""
GROUPS = (KIND, YEAR)
"""Those that put things in groups; any other level can only be the last one."""
