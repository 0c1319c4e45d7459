"""Documents of YAML that have crashed, flooded or surprised a reader: bombs, and small ones that are merely odd."""

from __future__ import annotations

from typing import NamedTuple


class Bomb(NamedTuple):
    """A document, the codes of the problems in it, and how many there are at most."""

    text: str
    codes: tuple[str, ...]
    most: int = 1


def _laughs(levels: int) -> str:
    lines = ["a: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _merges(levels: int) -> str:
    """Merge keys that double at every level."""
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _fields(lines: list[str]) -> str:
    return "a:\n  kind: body\n  name: A\n" + "".join(f"  {line}\n" for line in lines)


LARGE = 100_000
BOMBS = {
    "brackets": Bomb("a: " + "[" * LARGE, ("nesting",)),
    "braces": Bomb("a: " + "{b: " * LARGE, ("nesting",)),
    "brackets and braces": Bomb("a: " + "[{b: " * LARGE, ("nesting",)),
    "closed brackets": Bomb("a: " + "[" * LARGE + "]" * LARGE, ("nesting",)),
    "closing brackets": Bomb("a: " + "]" * LARGE, ("syntax",)),
    "indentation": Bomb("a:\n" + "".join(" " * depth + "- \n" for depth in range(1, 2_000)), ("nesting",)),
    "keys in keys": Bomb("a:\n" + "".join(" " * depth + "b:\n" for depth in range(1, 2_000)), ("nesting",)),
    "dashes": Bomb("a:\n " + "- " * LARGE, ("nesting",)),
    "questions": Bomb("a: " + "? " * LARGE, ("syntax",)),
    "questions in lines": Bomb("a:\n" + "".join(" " * depth + "? \n" for depth in range(1, 1_000)), ("syntax",)),
    "colons": Bomb("a" + ": a" * LARGE, ("syntax",)),
    "a billion laughs": Bomb(_laughs(10), ("anchor",), 10),
    "many anchors": Bomb("".join(f"b{n}: &b{n} x\n" for n in range(10_000)), ("anchor",), 10_000),
    "aliases": Bomb("a: &a [x, x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(1000)), ("anchor", "alias"), 1001),
    "an anchor in itself": Bomb("a: &a [*a]\n", ("anchor",)),
    "an alias of nothing": Bomb("a: [*b]\n", ("alias",)),
    "merges": Bomb("a: {<<: [{b: {c: d}}, {<<: [{e: f}]}]}\n", ("merge",)),
    "merges that double": Bomb(_merges(12), ("anchor",), 12),
    "a merge of a text": Bomb("a: {<<: x}\n", ("merge",)),
    "keys": Bomb("a:\n" + "".join(f"  k{n}: x\n" for n in range(20_000)) + "  k0: y\n", ("duplicate-key",)),
    "keys in braces": Bomb("a: {" + "b: c, " * 20_000 + "}\n", ("duplicate-key",)),
    "a quote": Bomb("a: '" + "  x\n\n" * LARGE, ("syntax",)),
    "a text": Bomb("a: " + "x" * 1_000_000 + "\n", ("size",)),
    "a folded text": Bomb("a: >-\n" + "  x\n" * LARGE, ("size",)),
    "escapes": Bomb('a: "' + "\\x41" * LARGE + '"\n', ("size",)),
    "line breaks": Bomb("a: x\n" + "\n" * 1_000_000 + "  y\n", ("size",)),
    "a long key": Bomb("a: {" + "x" * 1_000_000 + ": y}\n", ("syntax", "size")),
    "a long id": Bomb("x" * 1_000_000 + ": {kind: body, name: A}\n", ("syntax", "size")),
    "a long anchor": Bomb("a: &" + "x" * 1_000_000 + " b\n", ("anchor",)),
    "a long tag": Bomb("a: !<" + "x" * 1_000_000 + "> b\n", ("tag",)),
    "markers": Bomb("a: {kind: body, name: A}\n" + "---\n" * LARGE, ("document",), LARGE),
    "ends": Bomb("...\n" * LARGE, ("document",), LARGE),
    "directives": Bomb("%YAML 1.1\n" * LARGE, ("document",), LARGE),
    "tag directives": Bomb("%TAG !a! tag:b\n" * LARGE, ("document",), LARGE),
    "a call": Bomb("a: !!python/object/apply:os.system [reboot]\n", ("tag",)),
    "a module": Bomb("a: !!python/module:os ''\n", ("tag",)),
    "a tag of one's own": Bomb("a: !ruby/object:Gem {}\n", ("tag",)),
    "unknown fields": Bomb(_fields([f"f{n}: y" for n in range(20_000)]), ("key",), 20_000),
    "unknown sources": Bomb(
        _fields(["facts:", *(f"  - {{text: T., cite: s{n} par 1}}" for n in range(10_000))]), ("source",), 10_000
    ),
    "unknown entities": Bomb(
        "".join(f"e-{n:05}: {{kind: body, name: E, links: {{organ-of: e-{n:05}x}}}}\n" for n in range(3_000)),
        ("target",),
        3_000,
    ),
    "ranges": Bomb(
        "a:\n  kind: document\n  name: A\n  locators:\n" + "".join(f"    - sec {n} par 1..9999\n" for n in range(300)),
        ("size",),
    ),
}
"""Each is refused in under a second, in 300 MB, with the place."""

HONEST = {
    "a million comments": "# x\n" * 1_000_000,
    "a text of 64 kB": _fields(["summary: " + "x " * 32_000]),
    "a name of many letters": "a: {kind: body, name: " + "abcdefghijklmnopqrstuvwxyz" * 2_000 + "}\n",
    "a name of many words": "a: {kind: body, name: " + " ".join(f"w{n}" for n in range(8_000)) + "}\n",
    "a name of many accents": "a: {kind: body, name: e" + "\u0301" * 30_000 + "}\n",
    "letters that stand for many": "a: {kind: body, name: " + "\ufdfa" * 20_000 + "}\n",
    "many aliases": "a: {kind: body, name: A, also: [" + ", ".join(f"n{n}" for n in range(10_000)) + "]}\n",
    "many of one name": "".join(f"e-{n}: {{kind: body, name: Same}}\n" for n in range(3_000)),
}
"""Large, and nothing is wrong with it: it is read."""

_SCALARS = (
    *("._", "0b", "0x", "0o8", "0b2", "08", "1__0", "1e", "1.e+", "+", "-", ".", "..", ".inf", "-.INF", ".nan", "1:60"),
    *("12:99:99", "1:2:3:4", "2004-99-99", "2004-02-30T25:61:61Z", "0000-00-00", "9999-12-31T23:59:60Z", "=", "~"),
    *("null", "NULL", "yes", "off", "True", "1_000", "0x_", "-0b_1", "190:20:30.15", "2001-1-1", "١٢", "½", "Infinity"),
)
_STRUCTURES = (
    *(
        "",
        " ",
        "\n",
        "#",
        "# x",
        "-",
        "?",
        ":",
        "{}",
        "[]",
        "''",
        '""',
        "|",
        ">",
        "|+",
        ">-9",
        "|99",
        "@",
        "`",
        "%",
        "&",
    ),
    *("*", "!", "!!", "!<", "a", "a:", "a: b: c", "a:\tb", "\ta: b", "a: [", "a: {", "a: ]", "a: '", 'a: "', "a: |x"),
    *(
        "? a",
        "? [a]\n: b",
        "{a: b}: c",
        "[a]: b",
        "- a",
        "- - a",
        "a: - b",
        "a: &b",
        "a: *b",
        "a: !b",
        "a: %b",
        "a: @b",
    ),
    *('a: "\\q"', 'a: "\\x"', 'a: "\\ud800"', 'a: "\\U00110000"', 'a: "\\uD83D\\uDE00"', "a: b\n c\nd: e", "a: b\n- c"),
    *(
        "a: {b}",
        "a: {b, c: d}",
        "a: [b: c]",
        "a: [,]",
        "a: {,}",
        "a: {? b}",
        "a: [[], {}]",
        "a: #b",
        "a: b#c",
        "a: b #c",
    ),
    *(
        "--- a: b",
        "---\na: b",
        "a: b\n---",
        "a: b\n...\nc",
        "%YAML 9.9\n---\na: b",
        "%FOO\na: b",
        "\ufeffa: b",
        "a: \ufeffb",
    ),
    *("a: \u2028b", "a: \x85b", "a: \x00b", "a: \x1bb", "a: \x7fb", "a: \u202eb", "a: \U000e0041b", "a: \ufffeb"),
    *("a: b\r\nc: d", "a: b\rc: d", "a: b\x0cc: d", "<<: {a: b}", "<<: *a", "a: {<<: b}", "a: =", "=: a", "null: a"),
    *(
        "a: b\na: c",
        "a: {b: c, b: d}",
        "1: a\n01: b",
        "yes: a\nYES: b",
        "? |\n a\n: b",
        "!!str a: b",
        "&a b: c",
        "a: >\n\n\n",
    ),
)
ODD = (*(f"a: {scalar}" for scalar in _SCALARS), *_STRUCTURES)
"""Small documents on some of which parsers of YAML raise what they do not promise."""
