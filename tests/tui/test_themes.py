"""Every theme can be read: against its ground, in sixteen colours, and with no colour at all."""

from __future__ import annotations

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style

from explorer.tui.themes import (
    ACCENT,
    BANNER,
    BORDER,
    COLOURED,
    CURSOR,
    FOUND,
    GROUND,
    KEPT,
    NAMES,
    PALETTES,
    QUIET,
    TERMINAL,
    Palette,
    looks,
    palette,
    textual_theme,
)
from explorer.tui.widgets.lines import KEPT_SIGN
from explorer.view.rows import DIM, HEADING, MARK, NAME, PLAIN, SOURCE, TITLE, VALUE

LETTERS = (PLAIN, TITLE, HEADING, VALUE, DIM, SOURCE, NAME, MARK, KEPT, FOUND)
"""Roles that carry letters."""
FRAMES = (BORDER, QUIET, ACCENT)
"""Roles that carry lines and bars only."""
OWN = [one for one in PALETTES if one.name != TERMINAL]
"""The themes that bring a ground of their own."""
SIGNS = {KEPT: KEPT_SIGN, MARK: "?"}
"""Roles that are never drawn without a sign."""


def colour(chosen: Palette, role: str) -> Color:
    """The colour that a role is drawn in, by the style that the panes are given."""
    if role in (*FRAMES, GROUND):
        return Color.parse(chosen.colours[role])
    made = looks(chosen)[role].color
    assert made is not None
    return made


def triplet(given: Color, *, sixteen: bool = False) -> ColorTriplet:
    """Red, green and blue, of the colour itself or of the nearest among sixteen."""
    if sixteen:
        number = given.downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return STANDARD_PALETTE[number]
    assert given.triplet is not None
    return given.triplet


def luminance(of: ColorTriplet) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in of.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def against_ground(chosen: Palette, role: str, *, sixteen: bool = False) -> float:
    """How a role stands out from the ground of its theme."""
    ground = triplet(colour(chosen, GROUND), sixteen=sixteen)
    return contrast(triplet(colour(chosen, role), sixteen=sixteen), ground)


def bare(style: Style) -> Style:
    """A style on a terminal without colours."""
    return style.without_color


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [((0, 0, 0), (255, 255, 255), 21.0), ((119, 119, 119), (255, 255, 255), 4.48), ((9, 9, 9), (9, 9, 9), 1.0)],
)
def test_contrast_is_measured_as_published(
    one: tuple[int, int, int], other: tuple[int, int, int], ratio: float
) -> None:
    assert contrast(ColorTriplet(*one), ColorTriplet(*other)) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("role", LETTERS)
@pytest.mark.parametrize("chosen", OWN, ids=lambda one: one.name)
def test_letters_stand_out_from_the_ground(chosen: Palette, role: str) -> None:
    assert against_ground(chosen, role) >= (7 if chosen.name == "high-contrast" else 4.5)


@pytest.mark.parametrize("role", FRAMES)
@pytest.mark.parametrize("chosen", OWN, ids=lambda one: one.name)
def test_frames_stand_out_from_the_ground(chosen: Palette, role: str) -> None:
    assert against_ground(chosen, role) >= 3


@pytest.mark.parametrize("role", LETTERS)
@pytest.mark.parametrize("chosen", OWN, ids=lambda one: one.name)
def test_letters_stand_out_in_sixteen_colours(chosen: Palette, role: str) -> None:
    assert against_ground(chosen, role, sixteen=True) >= (7 if chosen.name == "high-contrast" else 4.5)


@pytest.mark.parametrize("role", FRAMES)
@pytest.mark.parametrize("chosen", OWN, ids=lambda one: one.name)
def test_frames_stand_out_in_sixteen_colours(chosen: Palette, role: str) -> None:
    assert against_ground(chosen, role, sixteen=True) >= 3


@pytest.mark.parametrize("chosen", OWN, ids=lambda one: one.name)
def test_letters_are_never_faint_where_the_theme_chose_their_colour(chosen: Palette) -> None:
    assert [role for role, style in looks(chosen).items() if style.dim] == []


@pytest.mark.parametrize("role", LETTERS)
def test_the_terminals_own_theme_gives_letters_no_colour(role: str) -> None:
    style = looks(palette(TERMINAL))[role]
    assert (style.color, style.bgcolor) == (None, None)


def test_the_terminals_own_theme_has_the_terminals_ground() -> None:
    theme = textual_theme(palette(TERMINAL))
    assert (theme.background, theme.foreground) == ("ansi_default", "ansi_default")


def test_every_theme_names_the_same_roles() -> None:
    assert {name: set(looks(palette(name))) for name in NAMES} == {name: set(looks(PALETTES[0])) for name in NAMES}


@pytest.mark.parametrize("role", [CURSOR, FOUND, MARK, VALUE, KEPT, BANNER, TITLE, HEADING])
@pytest.mark.parametrize("name", NAMES)
def test_no_role_is_told_apart_by_its_colour_alone(name: str, role: str) -> None:
    made = looks(palette(name))
    assert bare(made[role]) != bare(made[PLAIN]) or role in SIGNS


@pytest.mark.parametrize("name", NAMES)
def test_what_was_found_is_not_taken_for_a_heading_or_a_value(name: str) -> None:
    made = looks(palette(name))
    assert bare(made[FOUND]) not in [bare(made[role]) for role in (TITLE, HEADING, VALUE, MARK, KEPT)]


@pytest.mark.parametrize("role", [role for role in COLOURED if role not in FRAMES and role != GROUND])
@pytest.mark.parametrize("name", NAMES)
def test_the_colour_of_letters_can_be_changed(name: str, role: str) -> None:
    assert looks(palette(name, {role: "#123456"}))[role].color == Color.parse("#123456")


@pytest.mark.parametrize(
    ("role", "where"),
    [(BORDER, "border"), (QUIET, "border-blurred"), (GROUND, "ansi-background"), (PLAIN, "ansi-foreground")],
)
def test_the_colours_of_frames_and_ground_can_be_changed(role: str, where: str) -> None:
    assert textual_theme(palette("dark", {role: "#123456"})).variables[where] == "#123456"


def test_one_of_the_sixteen_colours_can_be_named() -> None:
    chosen = palette(TERMINAL, {VALUE: "bright_blue", BORDER: "red"})
    assert looks(chosen)[VALUE].color == Color.parse("bright_blue")
    assert textual_theme(chosen).variables["border"] == "ansi_red"


def test_a_changed_foreground_reaches_the_roles_without_a_colour() -> None:
    assert looks(palette(TERMINAL, {PLAIN: "#123456"}))[VALUE].color == Color.parse("#123456")


def test_changing_a_colour_keeps_the_weight() -> None:
    made = [bare(looks(palette("dark", changed))[VALUE]) for changed in ({}, {VALUE: "#123456"})]
    assert made[0] == made[1]


def test_changing_a_colour_leaves_the_theme_itself_as_it_was() -> None:
    palette("dark", {VALUE: "#123456"})
    assert palette("dark") == next(one for one in PALETTES if one.name == "dark")


@pytest.mark.parametrize("name", ["", "drak", "Terminal", "\x1b[31m"])
def test_an_unknown_theme_is_the_terminals_own(name: str) -> None:
    assert palette(name).name == TERMINAL
