"""Root without the rights that make it root: it obeys the modes of files, as everybody else does.

Another user would not do: where the checkout or the interpreter is root's own, nobody else can import from it.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

VERSION = 0x20080522
"""Of the interface, linux/capability.h; the sets are two words of each."""
OVERRIDES = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def give_up() -> None:
    """Obey modes from here on; nothing changes for those who do anyway."""
    if os.geteuid() == 0:
        _effective(_sets()[0].effective & ~OVERRIDES)


@contextmanager
def given_up() -> Iterator[None]:
    """Obey modes for a while."""
    if os.geteuid() != 0:
        yield
        return
    before = _sets()[0].effective
    give_up()
    try:
        yield
    finally:
        _effective(before)


def _effective(words: int) -> None:
    sets = _sets()
    sets[0].effective = words
    _call("capset", sets)


def _sets() -> ctypes.Array[_Sets]:
    sets = (_Sets * 2)()
    _call("capget", sets)
    return sets


def _call(name: str, sets: ctypes.Array[_Sets]) -> None:
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    if function(ctypes.byref(_Header(VERSION, 0)), sets):
        raise OSError(ctypes.get_errno(), name)
