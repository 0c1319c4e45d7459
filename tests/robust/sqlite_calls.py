"""The system calls that SQLite makes, so that they can fail: it takes others for them, each by its name."""

from __future__ import annotations

import _sqlite3
import ctypes
import errno
from collections.abc import Callable
from ctypes import c_char_p, c_int, c_int64, c_size_t, c_void_p
from typing import Any

_HOOK = ctypes.CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p, use_errno=False)
_ASK = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_char_p)


class _Vfs(ctypes.Structure):
    """`struct sqlite3_vfs`, version 3, as far as its two fields about system calls."""

    _fields_ = [
        *[("iVersion", c_int), ("szOsFile", c_int), ("mxPathname", c_int)],
        *[(name, c_void_p) for name in ("pNext", "zName", "pAppData")],
        *[(f"method{number}", c_void_p) for number in range(13)],
        *[("xSetSystemCall", _HOOK), ("xGetSystemCall", _ASK)],
    ]


def _call(result: Any, *arguments: Any) -> Any:
    return ctypes.CFUNCTYPE(result, *arguments, use_errno=True)


CALLS = {
    "open": _call(c_int, c_char_p, c_int, c_int),
    "stat": _call(c_int, c_char_p, c_void_p),
    "fstat": _call(c_int, c_int, c_void_p),
    "read": _call(c_int64, c_int, c_void_p, c_size_t),
    "pread": _call(c_int64, c_int, c_void_p, c_size_t, c_int64),
    "pread64": _call(c_int64, c_int, c_void_p, c_size_t, c_int64),
    "write": _call(c_int64, c_int, c_void_p, c_size_t),
    "pwrite": _call(c_int64, c_int, c_void_p, c_size_t, c_int64),
    "pwrite64": _call(c_int64, c_int, c_void_p, c_size_t, c_int64),
    "ftruncate": _call(c_int, c_int, c_int64),
    "unlink": _call(c_int, c_char_p),
}
"""Those that are followed, by SQLite's names for them, as C declares them."""
_KEPT: list[Any] = []
"""What C holds pointers to must not be collected."""


def follow(before: Callable[[str], int], after: Callable[[], None]) -> bool:
    """Call `before` with each call's name; the call fails where that gives an error's number. False where this SQLite
    cannot be reached, because it is inside the interpreter and not a library."""
    try:
        find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    except (AttributeError, OSError):
        return False
    find.restype, find.argtypes = ctypes.POINTER(_Vfs), [c_char_p]
    vfs = find(None)
    for name, kind in CALLS.items():
        address = vfs.contents.xGetSystemCall(ctypes.addressof(vfs.contents), name.encode())
        if address:
            _KEPT.append(kind(_failing(name, kind(address), before, after)))
            pointer = ctypes.cast(_KEPT[-1], c_void_p)
            vfs.contents.xSetSystemCall(ctypes.addressof(vfs.contents), name.encode(), pointer)
    return True


def _failing(
    name: str, real: Callable[..., int], before: Callable[[str], int], after: Callable[[], None]
) -> Callable[..., int]:
    def called(*arguments: Any) -> int:
        number = before(name)
        if number and number != errno.EINTR:
            ctypes.set_errno(number)
            return -1
        result = real(*arguments)
        kept = ctypes.get_errno()
        after()
        ctypes.set_errno(kept)
        return result

    return called
