"""Typed tuples that do not import `typing`.

Importing `typing` costs half a bare interpreter's start, and `dataclasses` more than a whole one; a look-up can
afford neither. Type checkers read `typing.NamedTuple`; at run time the class below turns the same notation
into a `collections.namedtuple`, which sqlite3 has loaded anyway.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - re-exported
else:
    from collections import namedtuple

    class _Fields(type):
        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key not in ("__module__", "__qualname__", "__annotations__"):
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Fields):
        """Base of frozen, typed rows; see `typing.NamedTuple`."""
