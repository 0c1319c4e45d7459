"""Citations: a source's id and the passage in it, `jasutis sec 2.3 par 6 fn 41`, shown as `§2.3 ¶6 n. 41`."""

from __future__ import annotations

from explorer.values.lean import NamedTuple

_SHOWN = {"sec": "§", "par": "¶", "fn": "n. ", "bib": "bib. ", "p": "p. ", "art": "art. "}
LABELS = tuple(_SHOWN)


class LocatorError(ValueError):
    """The text is not a citation; `hint` says how to write one, if that can be guessed."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Citation(NamedTuple):
    """A source and a place in it; `parts` are pairs of label and value, in the order written."""

    source: str
    parts: tuple[tuple[str, str], ...]

    @property
    def locator(self) -> str:
        """The place in its plain form: `sec 2.3 par 6 fn 41`; empty for a whole source."""
        return " ".join(f"{label} {value}" for label, value in self.parts)

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages named: a section with its paragraph is one, each footnote or entry another."""
        body = [f"{label} {value}" for label, value in self.parts if label not in ("fn", "bib")]
        notes = [f"{label} {value}" for label, value in self.parts if label in ("fn", "bib")]
        return (" ".join(body), *notes) if body else tuple(notes)

    @property
    def footnote(self) -> str:
        """The number of the footnote that carries the statement, or empty."""
        return next((value for label, value in self.parts if label == "fn"), "")


def parse(text: str) -> Citation:
    """Read a citation; raise LocatorError where it has no source or its place is unreadable."""
    words = text.split()
    if not words:
        raise LocatorError("an empty citation", "write the source's id and the passage: ‘jasutis sec 2.3 par 6’")
    return Citation(words[0], parse_parts(" ".join(words[1:])))


def parse_parts(text: str) -> tuple[tuple[str, str], ...]:
    """Read the place alone: `sec 2.3 par 6`."""
    words = text.split()
    if len(words) % 2:
        raise LocatorError(f"unreadable locator ‘{text}’", f"pairs of {', '.join(LABELS)} and a number")
    parts = []
    for label, value in zip(words[::2], words[1::2], strict=True):
        name = label.removesuffix(".")
        if name not in _SHOWN:
            raise LocatorError(f"unreadable locator ‘{text}’", f"‘{label}’ is none of {', '.join(LABELS)}")
        parts.append((name, value))
    return tuple(parts)


def typed(text: str) -> str:
    """A place as readers type it, as the data write it: `sec 2.3 par 6` of that itself and of `§2.3 ¶6`.

    Raises LocatorError.
    """
    made = text
    for sign, label in (("§", " sec "), ("¶", " par "), ("n.", " fn ")):
        made = made.replace(sign, label)
    words = made.split()
    if len(words) > 1 and len(words) % 2 and words[0] not in _SHOWN:
        words = ["sec", *words]  # a section with a name, such as `intro ¶1`, is shown without its label
    try:
        return Citation("", parse_parts(" ".join(words))).locator
    except LocatorError as error:
        raise LocatorError(f"unreadable locator ‘{text}’", error.hint) from None


def show(parts: tuple[tuple[str, str], ...]) -> str:
    """The place as readers write it: `§2.3 ¶6 n. 41`, `intro ¶1`."""
    shown = []
    for label, value in parts:
        worded = label == "sec" and not value[:1].isdigit()
        shown.append(value if worded else _SHOWN[label] + value)
    return " ".join(shown)


def expand(text: str) -> list[str]:
    """The passages of one entry of a source's list: `sec 2.3 par 1..10` is ten; anything else is itself."""
    head, _, tail = text.rpartition(" ")
    first, dots, last = tail.partition("..")
    if not dots:
        return [text]
    plain = all(side.isascii() and side.isdigit() and len(side) <= 4 for side in (first, last))
    if not plain or int(first) > int(last):
        raise LocatorError(f"unreadable range ‘{text}’", "write FIRST..LAST, such as ‘par 1..15’")
    return [f"{head} {number}" for number in range(int(first), int(last) + 1)]
