"""Troubles of the real data that must stay found, by what is wrong: entity, kind of trouble, what it is about."""

from __future__ import annotations

TROUBLES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "a figure that cannot be": (
        ("eastern-european-grouping", "doubt", "strength"),
        ("collective-rapid-reaction-forces", "doubt", "strength"),
        ("cis-document-signing", "doubt", "documents-signed"),
        ("gorokhovets-exercise-2002", "doubt", "composition"),
    ),
    "a plan and what came of it": (
        ("csto-joint-headquarters", "plan", "strength"),
        ("csto-joint-headquarters", "plan", "when"),
    ),
    "a date that does not fit another, or its weekday": (
        ("extension-protocol", "doubt", "date"),
        ("pskov-seminar-2007", "doubt", "when"),
        ("s-300-contract-2005", "doubt", "date"),
        ("ivanov-minsk-visit-2005", "doubt", "when"),
        ("streshnev-brotherhood", "doubt", "citation"),
        ("interfax-ashuluk", "doubt", "date"),
        ("allied-sky-page", "doubt", "citation"),
        ("air-exercise-2006", "against", "when"),
        ("csto-page-minsk-summit", "doubt", "citation"),
        ("csto-page-information", "doubt", "citation"),
        ("baltbat-treaty", "doubt", "date"),
        ("cst-history-stage-1", "doubt", "course"),
        ("csto-joint-headquarters", "doubt", "post"),
        ("uzbekistan", "doubt", "status"),
    ),
    "a place put in two countries": (
        ("ashuluk", "differs", "located-in"),
        ("ashuluk", "doubt", "located-in"),
        ("ashuluk", "against", "located-in"),
    ),
    "the name of the organisation where its forerunner is meant, or the reverse": (
        ("bishkek-session-2000", "doubt", "assessment"),
        ("military-technical-agreement-2000", "doubt", "date"),
        ("legal-stage", "doubt", "stage-reached"),
        ("dushanbe-meeting-2003", "doubt", "course"),
        ("astana-session-2004", "doubt", "status"),
        ("moscow-ministers-2005", "doubt", "status"),
        ("rubezh-2006", "doubt", "course"),
    ),
    "the name of the CIS where the treaty's states are meant": (
        ("cst-military-meetings-2001", "doubt", "course"),
        ("moscow-summit-2002", "doubt", "course"),
        ("petersburg-meeting-2006", "doubt", "course"),
    ),
    "another word in the place of the one that is meant": (
        ("instrumental-stage", "doubt", "criterion"),
        ("institutional-stage", "doubt", "criterion"),
        ("arms-industry-cooperation", "doubt", "course"),
        ("s-300", "doubt", "status"),
        ("rubezh-2005", "doubt", "course"),
    ),
    "somebody missing from a list": (
        ("cis-document-signing", "doubt", "assessment"),
        ("caucasian-theatre", "doubt", "composition"),
        ("rubezh-2004", "doubt", "assessment"),
        ("international-coordination-headquarters", "doubt", "counts"),
    ),
    "a statement that only repeats another": (
        ("csto-joint-headquarters", "repeats", "subordination"),
        ("csto-joint-headquarters", "repeats", "assessment"),
        ("collective-security-concept", "repeats", "terms"),
        ("csto", "repeats", "stage-reached"),
    ),
    "statements that contradict each other": (
        ("joint-air-defence", "against", "status"),
        ("joint-air-defence", "against", "assessment"),
        ("cis-document-signing", "against", "documents-signed"),
        ("cis-peacekeepers-abkhazia", "against", "composition"),
        ("yerevan-summit-2001", "against", "assessment"),
        ("cis", "against", "assessment"),
        ("cst", "against", "status"),
        ("caucasian-grouping", "against", "composition"),
        ("csto", "against", "stage-reached"),
        ("csto", "against", "purpose"),
        ("csto-charter", "against", "status"),
        ("union-shield-2006", "against", "assessment"),
    ),
}

SEVERAL = {
    ("joint-air-defence", "against", "status"): 3,
    ("csto", "against", "stage-reached"): 3,
}
"""How many there are at least, where one is not enough."""
