"""What is sent makes the same screen as what was to be sent; proved on a screen model."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.tui.cells import Cells, WholeScreens
from tests.screenmodel import Model, look

COLUMNS, ROWS = SIZE = 40, 6

WIDE = "日本"
LETTERS = st.sampled_from(["a", "b", "  ", "hello", "Штаб", WIDE, "e\u0301", "▌", "────", " " * 12, "\u0301", "  │ │"])
STYLES = st.sampled_from(
    [
        *(
            "0",
            "",
            "1",
            "2;36",
            "7",
            "38;5;0",
            "38;2;0;0;0",
            "1;0;33",
            "0;7",
            "39",
            "22",
            "2",
            "1;2",
            "4",
            "9;31",
            "27",
        ),
        *("44", "48;5;17", "3;36;49", "24;29", "0;90;49", "5", "8", "58;5;3"),
    ]
)
ODD = st.sampled_from(
    ["\x1b[?25l", "\x1b]0;t\x07", "\x1b[2J", "\x1b[K", "\x1b[?2026h", "\r", "\x07", "\x1b[3", "\x1b7\x1b8", "\x1b[2K"]
)
CLIPBOARD = "\x1b]52;c;aGVsbG8=\x07"
WRAPPED = f"\x1bPtmux;{CLIPBOARD.replace(chr(27), chr(27) * 2)}\x1b\\"
"""A clipboard sequence, and the same as it gets through tmux."""


@st.composite
def frames(draw: st.DrawFn) -> list[str]:
    """Frames as a compositor sends them: moves, styles, texts that fit, now and then something else."""
    made = []
    for _ in range(draw(st.integers(1, 6))):
        frame = []
        for _ in range(draw(st.integers(0, 8))):
            letters = draw(LETTERS)
            # A compositor never writes over half a wide letter, and the screen model does not know what happens then.
            wide = letters == WIDE
            row = ROWS if wide else draw(st.integers(1, ROWS - 1))
            column = 1 + 4 * draw(st.integers(0, 3)) if wide else draw(st.integers(1, COLUMNS - 12))
            frame.append(f"\x1b[{row};{column}H\x1b[{draw(STYLES)}m{letters}\x1b[0m")
        if draw(st.booleans()):
            frame.append(draw(ODD))
        made.append("".join(frame) + "\x1b[0m\x1b[1;1H")
    return made


def full(letter: str, size: tuple[int, int] = SIZE) -> str:
    """A frame that paints every cell, as after a resize."""
    columns, rows = size
    return "".join(f"\x1b[{row};1H{letter * columns}" for row in range(1, rows + 1)) + "\x1b[1;1H"


def screen(size: tuple[int, int] = SIZE) -> tuple[pyte.Screen, pyte.Stream]:
    made = Model(*size)
    return made, pyte.Stream(made)


@settings(max_examples=300)
@given(frames(), st.booleans())
def test_the_screen_is_the_same_as_without_it(made: list[str], simple: bool) -> None:
    cells = Cells(simple=simple)
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    for frame in made:
        to_plain.feed(frame)
        to_lean.feed(cells.feed(frame, SIZE))
        assert look(lean) == look(plain)


@given(frames(), st.lists(st.booleans(), min_size=6, max_size=6))
def test_on_a_slow_line_the_last_of_several_frames_is_shown(made: list[str], ready: list[bool]) -> None:
    cells = Cells()
    cells.resize(*SIZE)
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    for frame, sent in zip(made, ready, strict=False):
        to_plain.feed(frame)
        cells.hear(frame)
        if sent:
            to_lean.feed(cells.say())
            assert look(lean) == look(plain)
    to_lean.feed(cells.say())
    assert look(lean) == look(plain)


@given(frames(), st.integers(0, 5))
def test_what_is_forgotten_is_sent_again(made: list[str], when: int) -> None:
    """After another program has written over the screen, a full frame restores it."""
    cells = Cells()
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    for number, frame in enumerate(made):
        if number == when:
            to_lean.feed("\x1b[2J\x1b[3;3Hgarbage")
            cells.forget()
            to_plain.feed(full("x"))
            to_lean.feed(cells.feed(full("x"), SIZE))
        to_plain.feed(frame)
        to_lean.feed(cells.feed(frame, SIZE))
    if when < len(made):
        assert look(lean) == look(plain)


@given(frames())
def test_what_is_lost_is_drawn_again_without_being_heard_again(made: list[str]) -> None:
    cells = Cells()
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    for frame in (full("x"), *(frame for frame in made if "\x1b[3\x1b" not in frame)):
        to_plain.feed(frame)
        to_lean.feed(cells.feed(frame, SIZE))
    to_plain.feed(full("y"))
    to_lean.feed(cells.feed(full("y"), SIZE))
    to_lean.feed("\x1b[7m\x1b[2J\x1b[3;3Hgarbage\x1b[4m")
    cells.lost()
    to_lean.feed(cells.say())
    assert look(lean) == look(plain)


@given(frames())
def test_whole_screens_are_right_whatever_the_terminal_has(made: list[str]) -> None:
    cells = WholeScreens()
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    cells.resize(*SIZE)
    cells.lost()
    to_lean.feed(cells.say())
    for frame in (frame for frame in made if "\x1b[3\x1b" not in frame):
        to_plain.feed(frame + full(" ") + "last")
        to_lean.feed(full("g") + cells.feed(frame + full(" ") + "last", SIZE))
        assert look(lean) == look(plain)


@pytest.mark.parametrize("size", [(COLUMNS, ROWS + 2), (COLUMNS, ROWS - 2), (COLUMNS + 3, ROWS), (COLUMNS - 3, ROWS)])
def test_after_a_resize_in_one_way_the_same_frame_is_sent_again(size: tuple[int, int]) -> None:
    cells = Cells()
    cells.feed(full("x"), SIZE)
    lean, to_lean = screen(size)
    to_lean.feed(full("g", size) + cells.feed(full("x", size), size))
    assert {row.rstrip() for row in lean.display} == {"x" * size[0]}


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 9)), max_size=6), frames())
def test_after_any_resizes_a_full_frame_is_shown_whole(sizes: list[tuple[int, int]], made: list[str]) -> None:
    cells = Cells()
    for size in sizes:
        cells.feed(full("z", size), size)
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    for frame in (full("x"), *made):
        to_plain.feed(frame)
        to_lean.feed(cells.feed(frame, SIZE))
        assert look(lean) == look(plain)


def test_a_frame_for_a_larger_terminal_sends_nothing_past_the_edges() -> None:
    cells = Cells()
    cells.resize(10, 2)
    cells.hear(full("x"))
    (lean, to_lean) = screen((10, 2))
    to_lean.feed(cells.say())
    assert lean.display == ["x" * 10] * 2


def test_the_same_frame_again_costs_nothing() -> None:
    cells = Cells()
    frame = "\x1b[2;3H\x1b[1mtitle\x1b[0m\x1b[1;1H"
    assert cells.feed(frame, SIZE)
    assert cells.feed(frame, SIZE) == ""


def painted(before: str, after: str, *, simple: bool = False) -> str:
    """What is sent to turn the first row from one text into another, the cursor staying at its beginning."""
    cells = Cells(simple=simple)
    cells.feed(f"\x1b[1;1H{before}\x1b[0m\x1b[1;1H", SIZE)
    return cells.feed(f"\x1b[1;1H{after}\x1b[0m\x1b[1;1H", SIZE)


LINE = "a" * COLUMNS


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        (LINE, "a" * 20 + "b" + "a" * 19, "\x1b[20Cb\r"),
        (LINE, "b" + "a" * 38 + "b", "b\x1b[38Cb\r"),
        (LINE, "baab" + "a" * 36, "baab\r"),
        (LINE, "b" + " " * 39, "b\x1b[K\r"),
        (LINE, "b" + " " * 20 + "a" * 19, "b\x1b[20X\r"),
        (LINE, "b" + " " * 20 + "b" * 19, "b\x1b[20X\x1b[20C" + "b" * 19 + "\r"),
        (LINE, "b" + " " * 4 + "a" * 35, "b    \r"),
        (LINE, "\x1b[1mb\x1b[0m" + "a" * 39, "\x1b[1mb\r"),
        (LINE, "\x1b[1mb\x1b[0m  \x1b[1mb\x1b[0m" + "a" * 36, "\x1b[1mb  b\r"),
        (LINE, "\x1b[1;4mb\x1b[0;1mb\x1b[0m" + "a" * 38, "\x1b[1;4mb\x1b[24mb\r"),
        (LINE, "\x1b[1mb\x1b[0;36mc\x1b[0;90md\x1b[0m" + "a" * 37, "\x1b[1mb\x1b[0;36mc\x1b[90md\r"),
        (f"\x1b[36m│\x1b[90m│\x1b[0m{LINE[2:]}", f"\x1b[36m│\x1b[90m│\x1b[0mb{LINE[3:]}", "\x1b[2Cb\r"),
        (f"\x1b[1m{LINE}", f"\x1b[0m{' ' * COLUMNS}", "\x1b[K"),
        (" " * COLUMNS, f"\x1b[1m{' ' * COLUMNS}", ""),
        (LINE, f"\x1b[7m{' ' * COLUMNS}", f"\x1b[7m{' ' * COLUMNS}\r"),
        (LINE, f"b{WIDE}bb" + "a" * 33, f"b{WIDE}bb\x1b[H"),
    ],
)
def test_only_what_changed_is_sent_and_in_few_bytes(before: str, after: str, sent: str) -> None:
    assert painted(before, after) == sent


def test_a_simple_terminal_gets_only_what_a_vt100_knows() -> None:
    after = "\x1b[1mb\x1b[0;36mc\x1b[0m" + " " * 20 + "b" + "a" * 17
    assert painted(LINE, after, simple=True) == "\x1b[1mb\x1b[0;36mc" + " " * 20 + "\x1b[mb\r"


def test_a_part_of_a_line_never_erases_the_rest() -> None:
    cells = Cells()
    cells.resize(*SIZE)
    cells.forget()
    assert cells.feed("\x1b[1;1Hb         ", SIZE) == "\x1b[m\x1b[2J\x1b[H\x1b[mb\x1b[9X\x1b[9C"


@pytest.mark.parametrize("odd", ["\x1b", "\x1b[", "\x1b]0;unfinished"])
def test_what_is_not_understood_is_passed_on_whole(odd: str) -> None:
    assert Cells().feed(f"a{odd}", SIZE).endswith(f"a{odd}")


@pytest.mark.parametrize(
    "sequence",
    [CLIPBOARD, WRAPPED, f"\x1bP{CLIPBOARD}\x1b\\", "\x1b]0;title\x1b\\", "\x07", "\x1b[?25h", "\x1b_G\x1b\\"],
)
def test_what_draws_nothing_passes_untouched_and_costs_nothing_else(sequence: str) -> None:
    cells = Cells()
    cells.feed(full("x"), SIZE)
    assert cells.feed(sequence, SIZE) == sequence
    cells.pass_on(sequence)
    assert cells.say() == sequence
    assert cells.feed(full("x"), SIZE) == ""


def test_another_width_forgets_everything() -> None:
    cells = Cells()
    frame = "\x1b[1;1Htitle"
    cells.feed(frame, SIZE)
    assert "title" in cells.feed(frame, (COLUMNS + 1, ROWS))
