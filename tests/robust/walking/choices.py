"""What a walk chooses from: keys, words, junk, sizes, places for the mouse, changes of the files."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.robust.walking.steps import KEYS, Step

QUITTING = ("q", "ctrl+q", "ctrl+c")
MOVING = [key for key in KEYS if key not in QUITTING]
"""Keys that do not end a walk, so that most walks are long."""
STEPPING = ("j", "k", "down", "up", "right", "left", "enter", "tab", "2", "G", "pagedown")
READING = [
    *"21otwsbpimnNrz",
    *("enter", "right_curly_bracket", "exclamation_mark", "less_than_sign", "greater_than_sign", "minus", "down"),
]
"""Keys with which one gets about, and those that open something."""
FIRST = st.sampled_from([[], ["escape"], ["escape", "2"], ["escape", "1"]])
"""Most keys say nothing while something is typed."""
PROMPTS = ("f", "slash", "a", "d", "ctrl+p", "equals_sign", "number_sign")
"""Keys that ask for words."""
_NAMES = [
    "",
    " ",
    "velm",
    "of",
    "office",
    "dredg",
    "долгоречье",
    "ИВАН",
    "реч",
    "qqqq",
    "first trial",
    "日本",
    "[/nope]",
]
_ASKED = [
    "kind:office",
    "in:1870",
    "source:gazette",
    "=league",
    "-mud",
    "only:facts",
    "kind:",
    "in:",
    "-",
    "'",
    '"',
    "\\",
]
_DAYS = ["1870", "1864-04-02", "1870-13", "1863 1872", "1872 1863", "1869..1872", "2005"]
_DONE = ["theme", "arrange", "timeline", "brief", "keys of"]
WORDS = st.sampled_from([*_NAMES, *_ASKED, *_DAYS, *_DONE])
"""Names and parts of them, ways to narrow a search, days and what is none, and what the palette knows."""
_LETTERS = st.characters(
    min_codepoint=0x20,
    max_codepoint=0x5EA,
    categories=("Lu", "Ll", "Nd", "Zs", "P", "S"),
    include_characters="日本東京",
)
"""Letters of which every table says the same width; about others terminals differ, and so does the screen model."""
_HOSTILE = st.sampled_from(
    [
        *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
        *"\u202e\u2066\u200b\u200d\u2028\ufeff\U000e0041\ue000\u0378",
        "\u0301" * 12,
    ]
)
TYPED = WORDS | st.text(_LETTERS, max_size=12)
JUNK = st.lists(_LETTERS | _HOSTILE | st.sampled_from(["\x1b[31m", "\r\n", "\t", "[/x]", "a" * 300]), max_size=20).map(
    "".join
)
SIZES = st.sampled_from(
    [(80, 24), (40, 12), (60, 20), (120, 40), (140, 40), (200, 60), (100, 30), (20, 5), (1, 1), (39, 12), (79, 19)]
)
ANY_SIZE = (
    SIZES | st.tuples(st.integers(1, 200), st.integers(1, 60)) | st.tuples(st.integers(40, 160), st.integers(12, 40))
)
_PLACE = (st.integers(0, 100), st.integers(0, 30))
MOUSE = (
    st.tuples(st.just("click"), *_PLACE, st.integers(1, 2))
    | st.tuples(st.just("wheel"), *_PLACE, st.sampled_from([-3, -1, 1, 2, 5]))
    | st.tuples(st.just("drag"), *_PLACE, *_PLACE)
)
CHANGES = st.sampled_from(["add", "break", "cut", "drop", "remove", "mend", "vanish"])
RARE: list[Step] = [
    *[("redraw",), ("there and back",)] * 2,
    *(("stop",), ("look away",), ("out",), ("keys", "q"), ("keys", "escape", "q"), ("keys", "ctrl+q")),
]
CLOSINGS = ("enter", "enter", "escape", "down", "up", "ctrl+o", "ctrl+y", "ctrl+r", "ctrl+t", "tab", "ctrl+l")
