"""File operations that fail, or during which the process is killed: the n-th that loader and cache make.

Everything goes through the functions of `os` and through `open`, or through the system calls of SQLite. Both are
followed, counted, and made to fail with an error of the kernel's. What the interpreter does to import modules is not.
"""

from __future__ import annotations

import builtins
import os
import signal
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import explorer
from tests.robust import sqlite_calls

FUNCTIONS = (
    *("open", "stat", "lstat", "fstat", "readlink", "mkdir", "replace", "unlink", "fsync", "close", "sendfile"),
    *("read", "write", "pread", "pwrite", "lseek", "utime", "listdir"),
)
"""Of `os`; `scandir`, `fdopen` and `open` are followed besides, with what they give."""


OWN = os.path.dirname(os.path.abspath(explorer.__file__))
"""The program's own files: where none of them can be read any more there is no program."""


class Plan(NamedTuple):
    """Which operation is hit, counted from 1, and how."""

    at: int = 0
    error: int = 0
    """The number of an error of the kernel's."""
    on: bool = False
    """That operation and all that follow, the program's own files apart."""
    kill: str = ""
    """`before` or `after` the operation: not an error, but the end."""


class Breaker:
    """Follows file operations in this process; cannot be taken back, so it belongs into a forked one."""

    def __init__(self, plan: Plan, data: str) -> None:
        self.plan = plan
        self.data = os.path.realpath(data)
        self.count = 0
        self.kinds: list[str] = []
        """What each operation was, without its path."""
        self.hit: list[str] = []
        """The operations that failed, each with its path."""
        self.paths: dict[int, str] = {}
        self._open = os.open
        self._kill = os.kill
        self._pid = os.getpid()

    def install(self) -> None:
        """From now on."""
        for name in FUNCTIONS:
            if hasattr(os, name):
                setattr(os, name, self._broken(name, getattr(os, name)))
        plain_scan, plain_fdopen, plain_open = os.scandir, os.fdopen, builtins.open

        def scandir(path: Any = ".") -> Any:
            self._before("scandir", path)
            return _Scan(plain_scan(path), self)

        def fdopen(handle: int, *arguments: Any, **named: Any) -> Any:
            return _File(plain_fdopen(handle, *arguments, **named), self)

        def opened(path: Any, *arguments: Any, **named: Any) -> Any:
            self._before("open", path)
            made = plain_open(path, *arguments, **named)
            self._after()
            self.paths[made.fileno()] = os.fspath(path) if not isinstance(path, int) else ""
            return _File(made, self)

        vars(os).update(scandir=scandir, fdopen=fdopen)
        vars(builtins).update(open=opened)
        sqlite_calls.follow(self._sqlite, self._after)

    def touched_data(self) -> bool:
        """Whether something that failed was in the data folder: its answer may then be another."""
        return any(self.data in hit for hit in self.hit)

    def before(self, name: str, path: Any) -> None:
        """Count an operation; raises where it is to fail."""
        self._before(name, path)

    def _broken(self, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            subject = arguments[0] if arguments else ""
            if name == "close":
                plain(*arguments)  # a file is closed even where the kernel reports a failure
                self._before(name, subject)
                self._after()
                return None
            self._before(name, subject)
            try:
                result = plain(*arguments, **named)
            except OSError:  # a folder that is there already, say: the operation is over all the same
                self._after()
                raise
            if name == "open":
                self.paths[result] = os.fsdecode(arguments[0])
            self._after()
            return result

        return called

    def _before(self, name: str, subject: Any) -> None:
        where = self.paths.get(subject, "") if isinstance(subject, int) else os.fsdecode(subject)
        number = self._due(f"{name} {where}")
        if number:
            raise OSError(number, os.strerror(number), where)

    def _sqlite(self, name: str) -> int:
        return self._due(f"sqlite {name}")

    def _due(self, what: str) -> int:
        """Count; the number of the error with which this operation fails, or 0."""
        self.count += 1
        self.kinds.append(what.partition(" /")[0].strip())
        later = self.plan.on and 0 < self.plan.at < self.count and OWN not in what
        due = self.plan.at == self.count or later
        if due and self.plan.kill == "before":
            self._kill(self._pid, signal.SIGKILL)
        if due and self.plan.error:
            self.hit.append(what)
            return self.plan.error
        return 0

    def _after(self) -> None:
        if self.plan.kill == "after" and self.plan.at == self.count:
            self._kill(self._pid, signal.SIGKILL)


class _Scan:
    """What `os.scandir` gives, whose entries can fail too."""

    def __init__(self, plain: Any, breaker: Breaker) -> None:
        self.plain, self.breaker = plain, breaker

    def __enter__(self) -> _Scan:
        return self

    def __exit__(self, *_: object) -> None:
        self.plain.close()

    def close(self) -> None:
        """As of the plain one."""
        self.plain.close()

    def __iter__(self) -> Iterator[Any]:
        for entry in self.plain:
            yield _Entry(entry, self.breaker)


class _Entry:
    """An entry of a folder."""

    def __init__(self, plain: os.DirEntry[str], breaker: Breaker) -> None:
        self.plain, self.breaker = plain, breaker
        self.name, self.path = plain.name, plain.path

    def __fspath__(self) -> str:
        return self.path

    def is_symlink(self) -> bool:
        """As of the plain one."""
        return self.plain.is_symlink()

    def is_dir(self) -> bool:
        """As of the plain one, which has to look where the entry is a link."""
        if self.plain.is_symlink():
            self.breaker.before("stat", self.path)
        return self.plain.is_dir()

    def stat(self) -> os.stat_result:
        """As of the plain one, unless it fails."""
        self.breaker.before("stat", self.path)
        return self.plain.stat()


class _File:
    """An open file whose reading, writing and closing can fail."""

    def __init__(self, plain: Any, breaker: Breaker) -> None:
        self._plain, self._breaker = plain, breaker

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._plain.close()

    def __iter__(self) -> Iterator[Any]:
        self._breaker.before("read", self._plain.fileno())
        return iter(self._plain)

    def __getattr__(self, name: str) -> Any:
        if name in ("read", "write", "readinto"):
            self._breaker.before(name, self._plain.fileno())
        return getattr(self._plain, name)
