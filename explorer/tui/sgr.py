"""Looks of cells: what a sequence of SGR parameters comes to, and the shortest way from one look to another."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 21: 24, 51: 54, 52: 54, 53: 55}
"""Each attribute, and what switches it off (with its neighbours)."""
_SEEN_ON_BLANKS = {4, 5, 6, 7, 8, 9, 21, 51, 52, 53}
"""Attributes that show where there is no letter, or may."""
_FOREGROUND, _BACKGROUND, _LINE = range(3)
_COLOURS = {38: _FOREGROUND, 48: _BACKGROUND, 58: _LINE}
_NO_COLOUR = {39: _FOREGROUND, 49: _BACKGROUND, 59: _LINE}
_WITHOUT = ("39", "49", "59")


class Look(NamedTuple):
    """How letters look."""

    attributes: tuple[int, ...] = ()
    colours: tuple[str, str, str] = ("", "", "")
    """Of the letter, behind it, and of its underline, as parameters; empty for the terminal's own."""
    other: str = ""
    """Parameters unheard of."""

    @property
    def shows_on_blanks(self) -> bool:
        """Whether a blank looks otherwise than one without any look."""
        return bool(self.colours[_BACKGROUND] or self.other or _SEEN_ON_BLANKS.intersection(self.attributes))


PLAIN = Look()


@cache
def joined(look: Look, parameters: str) -> Look:
    """The look after an SGR sequence."""
    attributes, colours, other = set(look.attributes), list(look.colours), look.other
    parts = parameters.split(";")
    while parts:
        part = parts.pop(0)
        number = int(part or 0) if part.isdigit() or not part else -1
        if number == 0:
            attributes, colours, other = set(), ["", "", ""], ""
        elif number in _OFF:
            attributes.add(number)
        elif number in _OFF.values():
            attributes -= {one for one, off in _OFF.items() if off == number}
        elif number in _COLOURS and parts and parts[0] in ("2", "5"):
            count = 4 if parts[0] == "2" else 2
            colours[_COLOURS[number]] = ";".join([part, *parts[:count]])
            del parts[:count]
        elif number in _NO_COLOUR:
            colours[_NO_COLOUR[number]] = ""
        elif 30 <= number <= 37 or 90 <= number <= 97:
            colours[_FOREGROUND] = part
        elif 40 <= number <= 47 or 100 <= number <= 107:
            colours[_BACKGROUND] = part
        else:
            other = f"{other};{part}" if other else part
    return Look(tuple(sorted(attributes)), (colours[0], colours[1], colours[2]), other)


@cache
def change(before: Look | None, after: Look, *, resets_only: bool = False) -> str:
    """The shortest sequence that leads from one look to another; None for a look that is not known.

    `resets_only` is for terminals that can switch looks off only all at once.
    """
    if before == after:
        return ""
    anew = ";".join(filter(None, ("0", *_parameters(after))))
    ways = [f"\x1b[{anew}m" if after != PLAIN else "\x1b[m"]
    if before is not None and before.other == after.other:
        parts, switches_off = _steps(before, after)
        if not (resets_only and switches_off):
            ways.append(f"\x1b[{';'.join(parts)}m")
    return min(ways, key=len)


def _parameters(look: Look) -> list[str]:
    return [*map(str, look.attributes), *look.colours, look.other]


def _steps(before: Look, after: Look) -> tuple[list[str], bool]:
    """The parameters that make one look the other, and whether some switch off."""
    off = sorted({_OFF[one] for one in before.attributes if one not in after.attributes})
    left = {one for one in before.attributes if _OFF[one] not in off}
    on = [one for one in after.attributes if one not in left]
    colours = [
        new or none for old, new, none in zip(before.colours, after.colours, _WITHOUT, strict=True) if old != new
    ]
    return [*map(str, off), *map(str, on), *colours], bool(off or set(colours).intersection(_WITHOUT))
