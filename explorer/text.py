"""Text from data, file names and arguments is hostile until it has been through `clean()`."""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_COMBINING = 8
"""Combining marks kept on one base character; the rest would paint over other rows."""
_FIRST_COMBINING, _FIRST_WIDE = "\u0300", "\u1100"
LONGEST = 20_000
"""Characters of one cell that a reader can use; more is cut with a word said."""
_MORE = " … ", " more, export to read"
"""Around the number of characters that were cut."""
IN_ASCII = {
    "→": ">",
    "←": "<",
    "≠": "#",
    "·": "-",
    "…": "~",
    "§": "s",
    "¶": "p",
    "‘": "'",
    "’": "'",
    "–": "-",
    "█": "#",
    "░": ":",
    "▒": "%",
    "»": ">",
    "╌": "=",
    "×": "x",
}
"""Each mark of a view in one column, for terminals that know no other letters."""
MOST_ALIKE = 200
"""Words that are weighed for a suggestion."""
_ASCII = {n: None if chr(n) in "'`" else " " for n in range(128) if not chr(n).isalnum()}
"""What `fold` makes of plain characters that are no letters and no digits."""


def clean(text: str, *, lines: bool = False, longest: int = LONGEST) -> str:
    """The text with everything that is not allowed on a terminal replaced by a visible mark.

    Allowed are printable characters and spaces, and line ends where `lines` is set. Controls become their pictures
    (U+2400 …), everything else its number, `<U+200B>`. Tabs become spaces. A text past `longest` characters is cut.
    """
    if (
        len(text) <= longest
        and text.isprintable()
        and (text.isascii() or max(text) < _FIRST_COMBINING or not any(map(_is_mark, text)))
    ):
        return text
    cleaned, tail = "".join(_allowed(text[:longest], lines)), text[longest:]
    more = max(0, len(cleaned) - longest) + len(tail)
    if not more:
        return cleaned
    said = len(cleaned) == longest and tail.startswith(_MORE[0]) and tail.endswith(_MORE[1])
    if said and tail[len(_MORE[0]) : -len(_MORE[1])].isdecimal() and len(tail) < 50:
        return cleaned + tail  # it has been cut already
    return f"{cleaned[:longest]}{_MORE[0]}{more}{_MORE[1]}"


def typed(text: str) -> str:
    """The text as it goes into a line that one types in: blanks and line ends as spaces, nothing that is not seen.

    A mark would be in one's way there; what was only hidden in what one has pasted was never meant.
    """
    if text.isprintable() and (text.isascii() or not any(map(_is_mark, text))):
        return text
    seen = (character for character in text if character.isprintable() or character.isspace())
    return "".join(character if character.isprintable() else " " for character in _few_marks(seen))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _takes_no_room(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _allowed(text: str, lines: bool) -> list[str]:
    return [
        character if character.isprintable() or (character == "\n" and lines) else _visible(character)
        for character in _few_marks(text)
    ]


def _few_marks(characters: Iterable[str]) -> Iterator[str]:
    """The characters, with no more marks on a base than are readable."""
    marks = 0
    for character in characters:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= MOST_COMBINING:
            yield character


def _visible(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if unicodedata.category(character) == "Zs":
        return " "
    return f"<U+{code:04X}>"


def fold(text: str) -> str:
    """The text as search compares it: no case, no accents, ё as е, punctuation as spaces, single spaces."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    parts = unicodedata.normalize("NFKD", text.casefold()).casefold()
    folded = "".join(c for c in parts if not _is_mark(c))
    words = "".join(c if c.isalnum() else "" if c in "'’ʼ`" else " " for c in folded)
    return " ".join(words.split())


def found(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where a phrase stands in a text, as (start, end), compared without case and accents."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _bare(character):
            letters.append(letter)
            places.append(place)
    folded, wanted = "".join(letters), "".join(map(_bare, phrase))
    stretches = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        start, last = places[at], places[at + len(wanted) - 1]
        at += len(wanted)
        while at < len(places) and places[at] == last:
            at += 1  # the rest of a character that folds to several letters
        stretches.append((start, places[at] if at < len(places) else len(text)))  # with the accents behind it
        at = folded.find(wanted, at)
    return stretches


def _bare(character: str) -> str:
    """A letter without case and accent; everything else as it is."""
    if character.isascii():
        return character.lower()
    parts = unicodedata.normalize("NFKD", character.casefold()).casefold()
    return "".join(c for c in parts if not _is_mark(c))


def suggest(word: str, known: Iterable[str]) -> str:
    """`did you mean ‘…’?` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    # Likeness is slow to compute; of twenty thousand words only those of a similar length and edge are worth it, and
    # where thousands are alike those that share most of both ends.
    alike = [k for k in known if abs(len(k) - len(word)) <= 4 and (k[:1] == word[:1] or k[-2:] == word[-2:])]
    if len(alike) > MOST_ALIKE:
        from heapq import nlargest

        alike = nlargest(MOST_ALIKE, alike, key=lambda k: _shared(word, k) + _shared(word[::-1], k[::-1]))
    near = get_close_matches(word, alike, n=1, cutoff=0.6)
    return f"did you mean ‘{near[0]}’?" if near else ""


def _shared(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def shorten(text: str, columns: int) -> str:
    """The text cut in its middle to so many columns, so that names that begin alike can be told apart."""
    if width(text) <= columns:
        return text
    if columns < 5:
        head = _fitting(text, columns - 1) if columns > 1 else ""
        return (head if width(head) < columns else "") + "…"[:columns]
    tail = text[-((columns - 1) // 3) :]
    while width(tail) > columns - 3:
        tail = tail[1:]
    return f"{_fitting(text, columns - 1 - width(tail))}…{tail}"


class _Room(dict[str, int]):
    """Letter to the columns that it takes; each is looked up once."""

    def __missing__(self, letter: str) -> int:
        wide = letter >= _FIRST_WIDE and unicodedata.east_asian_width(letter) in "WF"
        room = 0 if letter >= _FIRST_COMBINING and _takes_no_room(letter) else 2 if wide else 1
        if len(self) < MOST_ROOMS:
            self[letter] = room
        return room


_ROOM = _Room()
MOST_ROOMS = 5_000
"""Letters of which the room is remembered."""


def width(text: str) -> int:
    """Terminal columns of a clean text: wide letters take two, combining marks none."""
    if text.isascii() or max(text) < _FIRST_COMBINING:
        return len(text)
    return sum(map(_ROOM.__getitem__, text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most that many columns, broken at spaces, and inside a word only where it must be."""
    columns = max(1, columns)
    if width(text) <= columns:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        size = width(word)
        if line and used + 1 + size <= columns:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        rest = word
        while size > columns:
            head = _fitting(rest, columns)
            lines.append(head)
            rest = rest[len(head) :]
            size = width(rest)
        line, used = rest, size
    return [*lines, line] if line or not lines else lines


def _fitting(word: str, columns: int) -> str:
    """The longest beginning of a word that fits; one character at least."""
    end = min(len(word), columns)
    while end > 1 and width(word[:end]) > columns:
        end -= 1
    while end < len(word) and _takes_no_room(word[end]):
        end += 1  # marks stay on their letter
    return word[:end]
