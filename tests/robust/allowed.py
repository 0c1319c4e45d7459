"""What the program may send to a terminal, by list; everything else is strange. Knows nothing of the program's code."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from collections.abc import Collection, Iterator

MODES = "7|25|1000|1002|1006|1049|2004"
"""Wrapping, cursor, mouse (buttons, dragging, large numbers), second screen, pasted text in brackets."""
LOOKS = re.compile(
    r"(?:(?:0|[1-4]|7|9|2[1-4]|27|29|3[0-7]|39|4[0-7]|49|9[0-7]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2;\d{1,3};\d{1,3};\d{1,3})?;?)*"
)
"""Parameters of SGR: no blinking, nothing concealed, no other fonts."""
MOST_MARKS = 8
_SEQUENCES = (
    r"\x1b\[(?P<looks>[0-9;]*)m",
    r"(?P<moves>\x1b\[\d*[ABCD]|\x1b\[(?:\d+(?:;\d+)?)?H)",
    r"(?P<erases>\x1b\[(?:2J|K|\d*X))",
    rf"(?P<modes>\x1b\[\?(?:{MODES})[hl])",
    r"(?P<keys>\x1b\[(?:[>=]1|<)u)",
    r"(?P<ended>\x1b\\)",
    r"\x1b\]52;c;(?P<copied>[A-Za-z0-9+/]*=*)\x07",
    r"\x1bPtmux;\x1b\x1b\]52;c;(?P<wrapped>[A-Za-z0-9+/]*=*)\x07\x1b\\",
)
_ON_SCREENS = re.compile("|".join((*_SEQUENCES, r"(?P<ends>[\r\n])", r"(?P<letter>[^\x00-\x1f\x7f-\x9f])")))
_PLAIN = re.compile(r"(?P<letter>[^\x00-\x1f\x7f-\x9f])")
_LINED = re.compile(r"(?P<ends>\n)|(?P<letter>[^\x00-\x1f\x7f-\x9f])")
_IN_LINES = re.compile(r"\x1b\[(?P<looks>[0-9;]*)m|(?P<ends>[\n\t])|(?P<letter>[^\x00-\x1f\x7f-\x9f])")


def _is_look(held: str, _: Collection[str]) -> bool:
    return LOOKS.fullmatch(held) is not None


def _is_copy(held: str, copied: Collection[str]) -> bool:
    return b64decode(held).decode("utf-8", "replace") in copied


JUDGED = {"looks": _is_look, "copied": _is_copy, "wrapped": _is_copy}
"""Sequences that are allowed with what is right in them."""


def on_screen(data: bytes, copied: Collection[str] = (), encoding: str = "utf-8") -> list[str]:
    """What is strange in all that was sent to a terminal; `copied` are the texts that may go to its clipboard."""
    return list(_strange(data.decode(encoding, "surrogateescape"), _ON_SCREENS, copied))


def in_lines(data: bytes | str) -> list[str]:
    """What is strange in lines for a terminal or a file: no moves, no modes, nothing but looks."""
    text = data if isinstance(data, str) else data.decode("utf-8", "surrogateescape")
    return list(_strange(text, _IN_LINES, ()))


def in_text(text: str, *, lines: bool = False) -> list[str]:
    """What is strange in a text that is to be shown: nothing but letters, and line ends where there may be `lines`."""
    return list(_strange(text, _LINED if lines else _PLAIN, ()))


def _strange(text: str, tokens: re.Pattern[str], copied: Collection[str]) -> Iterator[str]:
    at = marks = 0
    while at < len(text):
        found = tokens.match(text, at)
        if found is None:
            yield _named(text, at)
            at += 1
            continue
        at = found.end()
        kind = found.lastgroup or ""
        if kind == "letter":
            marks = marks + 1 if unicodedata.category(found.group())[0] == "M" else 0
            if marks > MOST_MARKS or not found.group().isprintable():
                yield _named(text, found.start())
        elif kind in JUDGED and not JUDGED[kind](found[kind], copied):
            yield _named(text, found.start())


def _named(text: str, at: int) -> str:
    """What stands there, with what is around it, in letters that do no harm."""
    return f"{text[at]!a} at {at} in {text[max(0, at - 20) : at + 20]!a}"
