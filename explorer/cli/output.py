"""What goes to stdout and stderr, and how: text for people, tab-separated lines, JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from explorer.errors import UsageError
from explorer.text import IN_ASCII, clean, width, wrap
from explorer.view.rows import DIM, HEADING, MARK, NAME, SOURCE, TITLE, VALUE, Line, Row, layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from explorer.cli.arguments import Request
    from explorer.store.read import Store
    from explorer.view.works import Works

    Document = dict[str, Any]

_LOOK = {TITLE: "1", HEADING: "1", VALUE: "1", NAME: "", MARK: "33", DIM: "2", SOURCE: "2"}
"""SGR codes of the roles; the terminal's own colours only."""

_ASCII = str.maketrans({**IN_ASCII, "≠": "!=", "…": "...", "§": "sec ", "¶": "par "})
"""Here nothing stands in columns of its own letter by letter, and what is longer can be understood."""


class Output:
    """Collects an answer and writes it whole."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.parts: list[str] = []
        self.bytes = b""
        """An answer that is no text."""
        self.color = _wants_color(request.value("--color"))
        self.terminal = sys.stdout is not None and sys.stdout.isatty()
        """Lines for a terminal are wrapped; those for another program are not."""

    def line(self, text: str = "") -> None:
        """A line of text, cleaned."""
        self.parts.append(clean(text) + "\n")

    def entry(self, before: str, text: str) -> None:
        """A line of which a terminal gets the part behind `before` wrapped, under itself."""
        for line in _hung(clean(before), clean(text)) if self.terminal else [clean(before + text)]:
            self.parts.append(line.rstrip() + "\n")

    def text(self, text: str) -> None:
        """Text of several lines in a format of its own: cleaned, never wrapped."""
        self.parts.append("".join(f"{clean(line)}\n" for line in text.split("\n")))

    def file(self, data: bytes, *, text: bool = True) -> None:
        """What can go into a file: there, where one is named, else to stdout. Raises NotWrittenError."""
        path = self.request.value("--output")
        if path and path != "-":
            from explorer.export.writing import write_file

            write_file(path, data, force="--force" in self.request.flags)
            say(f"wrote {path}")
        elif text:
            self.parts.append(data.decode())
        else:
            self.bytes = data

    def rows(self, rows: tuple[Row, ...]) -> None:
        """Rows of a view, each role in its look. Raises UsageError where only some of its fields are wanted."""
        if "--fields" in self.request.values:
            raise UsageError("‘--fields’ is for rows", "add --plain, --json or --jsonl")
        for line in layout(rows, columns()):
            self.parts.append(self._drawn(line).rstrip() + "\n")

    def sourced(self, store: Store, rows: Iterable[Row]) -> None:
        """Rows of a view with their sources numbered, and beneath them what the numbers stand for."""
        from explorer.view.works import Works

        works = Works()
        numbered = works.numbered(rows)
        self.rows((*numbered, *works.beneath(store)))

    def beneath(self, store: Store, works: Works) -> None:
        """Beneath a table with numbered sources, what the numbers stand for."""
        if "--fields" not in self.request.values:
            self.rows(tuple(works.beneath(store)))

    def _drawn(self, line: Line) -> str:
        if not self.color:
            return clean(line.text)
        spans = [(_LOOK.get(span.role), clean(span.text)) for span in line.spans]
        return "".join(f"\x1b[{look}m{text}\x1b[0m" if look and text.strip() else text for look, text in spans)

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Rows: tab-separated with a header under --plain, else in columns; on a terminal the last one is wrapped."""
        if "--fields" in self.request.values:
            kept = [header.index(name) for name in self._fields(header)]
            header, rows = [header[n] for n in kept], [[row[n] for n in kept] for row in rows]
        if "--plain" in self.request.flags:
            for row in (header, *rows):
                self.parts.append("\t".join(map(_cell, row)) + "\n")
            return
        cells = [[clean(cell) for cell in row] for row in rows]
        widths = [max((width(row[n]) for row in cells), default=0) for n in range(len(header))]
        beneath = _under_each_other(widths) if self.terminal else len(widths)
        for row in cells:
            before = "".join(row[n] + " " * (widths[n] - width(row[n]) + 2) for n in range(beneath - 1))
            rest = [cell for cell in row[max(0, beneath - 1) :] if cell]
            for line in _hung(before, "  ".join(rest)) if self.terminal else [before + row[-1]]:
                self.parts.append(line.rstrip() + "\n")

    def answer(self, document: Document, rows: str, lines: Sequence[Document] | None = None) -> None:
        """A document of version 1 whose `rows` key has its rows; with --jsonl a line for each, or these lines."""
        made = document[rows] if lines is None or "--jsonl" not in self.request.flags else lines
        if "--fields" in self.request.values:
            made = [{name: row[name] for name in self._fields(list(row))} for row in made]
        for record in made if "--jsonl" in self.request.flags else [{"version": 1, **document, rows: made}]:
            self.json(record)

    def json(self, record: Document) -> None:
        """One JSON document on one line; escapes keep every control character harmless."""
        from json import dumps

        self.parts.append(dumps(record) + "\n")

    def _fields(self, known: Sequence[str]) -> list[str]:
        """The fields asked for. Raises UsageError where one is not among these."""
        names = [name.strip() for name in self.request.value("--fields").split(",") if name.strip()]
        for name in names or [""]:
            if name not in known or not name:
                there = f"there are: {', '.join(filter(None, known))}"
                raise UsageError(f"no field ‘{name}’", there if any(known) else "it has none; --plain names them")
        return names

    def flush(self) -> None:
        """Write everything to stdout. Raises OSError, BrokenPipeError among them."""
        if sys.stdout is None:
            raise OSError(9, "stdout is closed")
        if self.bytes:
            sys.stdout.buffer.write(self.bytes)
        text = _encodable("".join(self.parts), sys.stdout.encoding)
        if self.terminal and not self.request.flags & {"--json", "--jsonl", "--plain"}:
            from explorer.cli.paging import page

            if page(text, dict(os.environ)):
                return
        sys.stdout.write(text)
        sys.stdout.flush()


def _encodable(text: str, encoding: str | None) -> str:
    """The text in letters that a stream can write."""
    if text.isascii():
        return text
    encoding = (encoding or "ascii").lower()
    if encoding.replace("-", "") != "utf8":
        text = text.translate(_ASCII)
    return text.encode(encoding, "replace").decode(encoding)


def _under_each_other(widths: Sequence[int]) -> int:
    """How many columns stand under each other; where not all of them have room, the last of these takes the rest."""
    room = columns()
    if sum(widths) + 2 * (len(widths) - 1) <= room:
        return len(widths)
    kept, used = 1, 0
    while kept < len(widths) and used + widths[kept - 1] + 2 <= room * 3 // 5:
        used += widths[kept - 1] + 2
        kept += 1
    return kept


def _hung(before: str, last: str) -> list[str]:
    """A row whose last cell goes on below itself; without anything before it, further lines are indented."""
    room = columns() - width(before)
    if room < 12:
        return [before, *_hung(" " * 4, last)]
    first, *rest = wrap(last, max(8, room if before else room - 4))
    return [before + first, *(" " * (width(before) or 4) + line for line in rest)]


def _cell(text: str) -> str:
    """A cell of a tab-separated line: no tab or line end, no control character."""
    escaped = text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    return clean(escaped)


def _wants_color(choice: str) -> bool:
    if choice in ("always", "never"):
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def columns() -> int:
    """How wide text may be: COLUMNS, else the terminal, else 80."""
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given[:6]) > 0:
        return max(20, min(int(given[:6]), 200))
    try:
        return max(20, min(os.get_terminal_size(1).columns or 80, 120))
    except OSError:
        return 80


def say(message: str) -> None:
    """A word to the reader on stderr; never fails."""
    narrate(f"csto: {message}")


def narrate(line: str) -> None:
    """A line on stderr, cleaned; never fails."""
    try:
        sys.stderr.write(_encodable(clean(line), sys.stderr.encoding) + "\n")
        sys.stderr.flush()
    except (OSError, AttributeError, UnicodeError, ValueError):
        pass
