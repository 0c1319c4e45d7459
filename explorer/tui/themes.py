"""Themes: what each role looks like, and the colours of frames and grounds.

`terminal` leaves every letter in the terminal's own foreground, for no colour of the sixteen is legible on each
background that people use; bold, dim, underline and reverse tell roles apart. The others bring their own ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.theme import Theme

from explorer.view.rows import DIM, HEADING, MARK, NAME, PLAIN, SOURCE, TITLE, VALUE

ACCENT, CURSOR, BANNER, FOUND, KEPT = "accent", "cursor", "banner", "found", "kept"
"""Roles of the explorer's own furniture: the bar at the cursor's row, the row under the cursor in a tree, the as-of
banner, letters that were sought, the sign of what is marked for the brief."""
BORDER, QUIET, GROUND = "border", "quiet", "ground"
"""Colours without letters: the frame of the pane in focus, the frames of the others, the background."""

TERMINAL = "terminal"
DEFAULT = "default"

_WEIGHT = {
    TITLE: Style(bold=True),
    HEADING: Style(bold=True),
    VALUE: Style(bold=True),
    MARK: Style(bold=True),
    ACCENT: Style(bold=True),
    KEPT: Style(bold=True),
    CURSOR: Style(reverse=True, dim=False),  # laid over other roles: one even bar
    BANNER: Style(reverse=True, bold=True),
    FOUND: Style(bold=True, underline=True),
}
"""What tells roles apart without a colour, in every theme."""
_FAINT = Style(dim=True)


class Palette(NamedTuple):
    """The colours of a theme by role; a role that is not named has the foreground."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    """Role to `#rrggbb`, or to one of the sixteen colours by its name; `plain` is the foreground."""


PALETTES = (
    Palette(TERMINAL, True, {BORDER: "cyan", QUIET: "bright_black", ACCENT: "cyan"}),
    Palette(
        "dark",
        True,
        {
            GROUND: "#121212",
            PLAIN: "#dadada",
            TITLE: "#ffffff",
            HEADING: "#ffffff",
            VALUE: "#ffffff",
            DIM: "#a8a8a8",
            SOURCE: "#a8a8a8",
            NAME: "#87d7ff",
            MARK: "#ffaf5f",
            ACCENT: "#5fd7d7",
            KEPT: "#ffaf5f",
            FOUND: "#ffff87",
            BORDER: "#5fd7d7",
            QUIET: "#828282",
        },
    ),
    Palette(
        "light",
        False,
        {
            GROUND: "#ffffff",
            PLAIN: "#1c1c1c",
            TITLE: "#000000",
            HEADING: "#000000",
            VALUE: "#000000",
            DIM: "#585858",
            SOURCE: "#585858",
            NAME: "#005f87",
            MARK: "#af0000",
            ACCENT: "#005f87",
            KEPT: "#af0000",
            FOUND: "#87005f",
            BORDER: "#005f87",
            QUIET: "#767676",
        },
    ),
    Palette(
        "high-contrast",
        True,
        {
            GROUND: "#000000",
            PLAIN: "#ffffff",
            DIM: "#ffffff",
            SOURCE: "#ffffff",
            NAME: "#5fffff",
            MARK: "#ffff00",
            ACCENT: "#ffff00",
            KEPT: "#ffff00",
            FOUND: "#ffff00",
            BORDER: "#ffff00",
            QUIET: "#ffffff",
        },
    ),
)
NAMES = tuple(palette.name for palette in PALETTES)
COLOURED = (
    *(PLAIN, TITLE, HEADING, VALUE, DIM, SOURCE, NAME, MARK),
    *(ACCENT, KEPT, FOUND, BORDER, QUIET, GROUND),
)
"""The roles whose colour a reader can change in the config file."""


def palette(name: str, changed: Mapping[str, str] = {}) -> Palette:
    """The palette of that name, or the terminal's, with some colours changed."""
    found = next((one for one in PALETTES if one.name == name), PALETTES[0])
    return found._replace(colours={**found.colours, **changed})


def looks(chosen: Palette) -> dict[str, Style]:
    """Role to style. Only a theme without colours of its own makes letters faint."""
    faint = {DIM: _FAINT, SOURCE: _FAINT} if chosen.name == TERMINAL else {}
    ground, letters = chosen.colours.get(GROUND, DEFAULT), chosen.colours.get(PLAIN, DEFAULT)
    behind = Style(bgcolor=ground) if ground != DEFAULT else Style()
    made = {}
    for role in (PLAIN, TITLE, HEADING, VALUE, DIM, SOURCE, NAME, MARK, ACCENT, KEPT, FOUND, CURSOR, BANNER):
        colour = chosen.colours.get(role, letters)
        weight = (_WEIGHT.get(role) or Style()) + (faint.get(role) or Style())
        made[role] = behind + weight + (Style(color=colour) if colour != DEFAULT else Style())
    return made


def textual_theme(chosen: Palette) -> Theme:
    """The same for Textual's own widgets and for borders."""
    ground = _textual(chosen.colours.get(GROUND, DEFAULT))
    letters = _textual(chosen.colours.get(PLAIN, DEFAULT))
    accent = _textual(chosen.colours.get(ACCENT, DEFAULT))
    return Theme(
        name=chosen.name,
        primary=accent,
        accent=accent,
        secondary=letters,
        warning=_textual(chosen.colours.get(MARK, DEFAULT)),
        error=_textual(chosen.colours.get(MARK, DEFAULT)),
        success=letters,
        foreground=letters,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        dark=chosen.dark,
        ansi=ground == "ansi_default",
        variables={
            "ansi-background": ground,
            "ansi-foreground": letters,
            "screen-selection-background": letters,
            "screen-selection-foreground": ground,
            "block-cursor-background": letters,
            "block-cursor-foreground": ground,
            "border": _textual(chosen.colours.get(BORDER, DEFAULT)),
            "border-blurred": _textual(chosen.colours.get(QUIET, DEFAULT)),
            "input-cursor-background": letters,
            "input-cursor-foreground": ground,
            "input-cursor-text-style": "reverse" if ground == "ansi_default" else "none",
            "input-selection-background": ground,
            "input-selection-foreground": letters,
        },
    )


def _textual(colour: str) -> str:
    """A colour as Textual writes it."""
    return colour if colour.startswith("#") else f"ansi_{colour}"
