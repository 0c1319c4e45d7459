"""The few words of the data that the format itself knows; all others come from the vocabulary."""

from __future__ import annotations

EVENT, DOCUMENT = "event", "document"
"""Kinds that are a time of their own: they take place or are dated, and do not last and end."""
OWN_TIME = (EVENT, DOCUMENT)
OUTLOOK = ("planned", "predicted")
"""Moods of what had not come about when it was said."""
MOODS = (*OUTLOOK, "scenario", "denied")
IN_FORCE = "in-force"
"""The question that a fact on a document answers where it says since when the document binds."""
CRITERION, REACHED = "criterion", "stage-reached"
"""The questions that facts answer where they say by what a stage of the model is known, and who has come to it."""
COMPARATOR = "comparator"
"""The role of evidence that only compares."""
KIND, YEAR, TREE, SOURCE = "kind", "year", "tree", "source"
"""Levels of the tree that are no relation."""
GROUPS = (KIND, YEAR)
"""Those that put things in groups; any other level can only be the last one."""
