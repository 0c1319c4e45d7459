"""Rows of a view, and the lines that they make at a width. No toolkit: each face gives the roles their look."""

from __future__ import annotations

from explorer.text import width, wrap
from explorer.values.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.store.rows import Cite
    from explorer.view.bars import Stretch

# Roles of a span: what it is, never how it looks.
TITLE, PLAIN, DIM, VALUE, SOURCE, MARK, HEADING, NAME = (
    "title",
    "plain",
    "dim",
    "value",
    "source",
    "mark",
    "heading",
    "name",
)


TIMELINE, CHANGES, MODEL, MEMBERS, LISTING = "timeline", "changes", "model", "members", "list"
TROUBLES, COMPARE, FIGURES = "troubles", "compare", "figures"
"""Kinds of views, which `Row.view` and the explorer's places name."""
NOTE = "note: "
"""How an editor's note begins; other remarks are doubts and likely readings."""
BESIDE = 8
"""Columns kept for the figure beside a bar."""
ACCENT_BAR = "▌"
"""Stands at the left edge of the row under the cursor."""


class Row(NamedTuple):
    """One row of a card: a statement, a heading, a name."""

    kind: str
    """title | line | text | heading | fact | link | bar | more | below | gap"""
    text: str = ""
    value: str = ""
    """A figure, or a link's other end: what the row is about, first and in full."""
    notes: tuple[str, ...] = ()
    """Time, mood and speaker, in words."""
    source: str = ""
    """Where it stands: `Jasutis §2.4 ¶2`."""
    marks: str = ""
    """Signs of trouble: ≠ differs, ? doubtful, plan/made."""
    remarks: tuple[str, ...] = ()
    """Doubts and notes of the editor, each on lines of its own."""
    target: str = ""
    """The id of the entity that enter opens."""
    claim: int = 0
    """The number of the claim whose source card enter opens."""
    passage: tuple[str, str] = ("", "")
    """A source's id and a locator in it, where enter opens what rests on that passage."""
    mark: tuple[str, str] = ("", "")
    """What `m` marks: the entity's id, and the key of its statement or nothing."""
    at: tuple[str, int] = ("", 0)
    """File and line, where the row is about what is written there."""
    view: tuple[str, str, str] = ("", "", "")
    """The view that enter opens: its kind, the entity that it is about, and where in it."""
    asks: tuple[str, ...] = ()
    """The words of the command line that prints the view, of its title."""
    bar: tuple[Stretch, ...] = ()
    """Stretches of an axis, of a row of the kind `bar`: its text stands before them, its value behind."""
    cites: tuple[Cite, ...] = ()
    """The passages that `source` names, for those who number them."""


class Span(NamedTuple):
    """A stretch of a line in one role."""

    text: str
    role: str = PLAIN


class Line(NamedTuple):
    """A line of the screen and the row it belongs to."""

    row: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The line without its roles."""
        return "".join(span.text for span in self.spans)


def layout(rows: tuple[Row, ...], columns: int) -> list[Line]:
    """The lines of all rows at a width; none is wider."""
    lines: list[Line] = []
    for number, row in enumerate(rows):
        lines += [Line(number, spans) for spans in _lines(row, max(8, columns))]
    return lines


def _lines(row: Row, columns: int) -> list[tuple[Span, ...]]:
    if row.kind == "gap":
        return [()]
    if row.kind == "title":
        return [(Span(part, TITLE),) for part in wrap(row.text, columns)]
    if row.kind == "text":
        return [(Span(part),) for part in wrap(row.text, columns)]
    if row.kind == "line":
        return [(Span(part, DIM),) for part in wrap(row.text, columns)]
    if row.kind == "more":
        return [(Span("  "), Span(part, DIM)) for part in wrap(row.text, columns - 2)]
    if row.kind == "below":
        return [(Span("    "), Span(part, DIM)) for part in wrap(row.text, columns - 4)]
    if row.kind == "heading":
        return _headed(row, columns)
    if row.kind == "bar":
        return _barred(row, columns)
    return _statement(row, columns)


def _barred(row: Row, columns: int) -> list[tuple[Span, ...]]:
    """A name, its stretches of the axis and a figure, under each other in every row; the rest goes below."""
    from explorer.view.bars import drawn

    room = min(24, columns // 3)
    *above, name = wrap(row.text, room) or [""]
    lines: list[tuple[Span, ...]] = [(Span("  "), Span(part, NAME)) for part in above]
    axis = drawn(row.bar, max(1, columns - room - 4 - BESIDE))
    beside = row.value if width(row.value) <= BESIDE else ""
    head = [Span("  "), Span(name + " " * (room - width(name)), NAME), Span(" "), Span(axis)]
    lines.append((*head, Span(f" {beside}", VALUE)))
    if not beside and row.value:
        lines += [(Span("    "), Span(part, VALUE)) for part in wrap(row.value, columns - 4)]
    details = " · ".join(row.notes)
    source = Span(f"{row.marks}  {row.source}".strip() if row.marks else row.source, SOURCE)
    return lines + (_tail(details, source, columns) if details or source.text else [])


def _headed(row: Row, columns: int) -> list[tuple[Span, ...]]:
    """A heading with its marks at the right edge; they go below it where there is no room."""
    *above, last = ((Span(part, HEADING),) for part in wrap(row.text, columns))
    if not row.marks:
        return [*above, last]
    if _columns([*last]) + 1 + width(row.marks) <= columns:
        return [*above, _spread([*last], Span(row.marks, MARK), columns)]
    return [*above, last, *(_spread([], Span(part, MARK), columns) for part in wrap(row.marks, columns))]


def _statement(row: Row, columns: int) -> list[tuple[Span, ...]]:
    """A fact or link: what it says, then time, mood and speaker, with its source at the right edge."""
    lines: list[tuple[Span, ...]] = []
    details = " · ".join(row.notes)
    source = Span(f"{row.marks}  {row.source}".strip() if row.marks else row.source, SOURCE)
    if row.value:
        role = NAME if row.kind == "link" else VALUE
        value = wrap(row.value, columns - 2)
        lines += [(Span("  "), Span(part, role)) for part in value[:-1]]
        head = [Span("  "), Span(value[-1], role)]
        if not details or _columns(head) + width(details) + 3 <= columns:
            head += [Span(f" · {details}", DIM)] if details else []
            details = ""
        lines += _closed(head, "" if details else source.text, columns)
        if details:
            lines += _tail(details, source, columns)
        lines += [(Span("    "), Span(part)) for part in wrap(row.text, columns - 4)] if row.text else []
    else:
        text = wrap(row.text, columns - 2)
        lines += [(Span("  "), Span(part)) for part in text[:-1]]
        last = [Span("  "), Span(text[-1])]
        if details:
            lines += [tuple(last), *_tail(details, source, columns)]
        else:
            lines += _closed(last, source.text, columns)
    for remark in row.remarks:
        role = DIM if remark.startswith(NOTE) else MARK  # a doubt is a warning, a note is an aside
        lines += [(Span("    "), Span(part, role)) for part in wrap(remark, columns - 4)]
    return lines


def _tail(details: str, source: Span, columns: int) -> list[tuple[Span, ...]]:
    """The details on lines of their own, the source after the last."""
    parts = wrap(details, columns - 4) if details else [""]
    lines: list[tuple[Span, ...]] = [(Span("    "), Span(part, DIM)) for part in parts[:-1]]
    return lines + _closed([Span("    "), Span(parts[-1], DIM)], source.text, columns)


def _closed(head: list[Span], source: str, columns: int) -> list[tuple[Span, ...]]:
    """A line that ends with the source at the right edge; the source goes below where there is no room."""
    if not source:
        return [tuple(head)]
    if _columns(head) + 2 + width(source) <= columns:
        return [_spread(head, Span(source, SOURCE), columns)]
    below = [_spread([], Span(part, SOURCE), columns) for part in wrap(source, columns - 4)]
    return [tuple(head), *below] if "".join(span.text for span in head).strip() else below


def _spread(left: list[Span], right: Span, columns: int) -> tuple[Span, ...]:
    """Spans at the left edge and one at the right; together they fit."""
    return (*left, Span(" " * (columns - width(right.text) - _columns(left))), right)


def _columns(spans: list[Span]) -> int:
    return sum(width(span.text) for span in spans)
