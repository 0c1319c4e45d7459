"""Problems in a data set, each with its file, line and column."""

from __future__ import annotations

from explorer.text import clean
from explorer.values.lean import NamedTuple

ERROR, WARNING, NOTE = "error", "warning", "note"


class Problem(NamedTuple):
    """One cause, told once. Lines and columns count from 1; 0 is a problem of the file as a whole."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""
    """The line of the file on which it stands."""
    width: int = 1
    """How many characters the caret underlines."""

    @property
    def order(self) -> tuple[str, int, int]:
        """Sort key: as the files read."""
        return self.file, self.line, self.column


def show(problem: Problem) -> str:
    """A problem in GNU shape, with the line it stands on, a caret and the hint."""
    place = problem.file + (f":{problem.line}:{problem.column}" if problem.line else "")
    lines = [clean(f"{place}: {problem.severity}: {problem.message} [{problem.code}]")]
    if problem.excerpt and problem.line:
        gutter = max(6, len(str(problem.line)) + 1)
        lines += _excerpt(problem, gutter)
    else:
        gutter = 6
    if problem.hint:
        lines.append(f"{' ' * gutter} = {clean(problem.hint)}")
    return "\n".join(lines)


def _excerpt(problem: Problem, gutter: int) -> list[str]:
    longest = 160
    before = clean(problem.excerpt[: problem.column - 1], longest=10_000)
    shown = clean(problem.excerpt, longest=10_000)
    if len(shown) > longest:
        skip = max(0, len(before) - longest // 2)
        shown, before = shown[skip : skip + longest], before[skip:]
    caret = " " * len(before) + "^" * max(1, min(problem.width, len(shown) - len(before)))
    return [f"{problem.line:>{gutter}} | {shown}", f"{' ' * gutter} | {caret}"]
