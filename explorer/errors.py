"""Errors that a reader can act on. Each carries the exit code that the shell promises (docs/shell.md)."""

from __future__ import annotations

OK, NOT_FOUND, USAGE, BAD_DATA, AMBIGUOUS, CANNOT_TELL, NOT_WRITTEN, FAILED, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 70, 130


class ExplorerError(Exception):
    """Something that can be told in one line; `hint` is a second one."""

    exit_code = USAGE
    code = "usage"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def told(self) -> str:
        """All of it in one line."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(ExplorerError):
    """The command line cannot be understood."""


class NotFoundError(ExplorerError):
    """Nothing has that name."""

    exit_code = NOT_FOUND
    code = "not-found"


class AmbiguousError(ExplorerError):
    """Several things have that name; `candidates` are (id, kind, name)."""

    exit_code = AMBIGUOUS
    code = "ambiguous"

    def __init__(self, message: str, candidates: list[tuple[str, str, str]]) -> None:
        super().__init__(message)
        self.candidates = candidates


class DataError(ExplorerError):
    """There is no such data folder."""

    code = "data"


class NotWrittenError(ExplorerError):
    """A file could not be written."""

    exit_code = NOT_WRITTEN
    code = "not-written"
