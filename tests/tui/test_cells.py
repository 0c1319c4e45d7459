"""What is sent makes the same screen as what was to be sent; proved on a screen model."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.tui.cells import Cells

COLUMNS, ROWS = SIZE = 24, 6

WIDE = "日本"
LETTERS = st.sampled_from(["a", "b", "  ", "hello", "Штаб", WIDE, "e\u0301", "▌", "────", " " * 12, "\u0301"])
STYLES = st.sampled_from(["0", "", "1", "2;36", "7", "38;5;0", "38;2;0;0;0", "1;0;33", "0;7", "39", "22"])


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
            frame.append(draw(st.sampled_from(["\x1b[?25l", "\x1b]0;t\x07", "\x1b[2J", "\x1b[K", "\x1b[?2026h", "\r"])))
        made.append("".join(frame) + "\x1b[0m\x1b[1;1H")
    return made


def screen() -> tuple[pyte.Screen, pyte.Stream]:
    made = pyte.Screen(COLUMNS, ROWS)
    return made, pyte.Stream(made)


def look(one: pyte.Screen) -> list[tuple[str, object, object, bool, bool]]:
    """Every cell with its look, and the cursor."""
    cells = [
        (cell.data or " ", cell.fg, cell.bg, cell.bold, cell.reverse)  # half a wide letter left over is blank
        for row in range(ROWS)
        for column in range(COLUMNS)
        for cell in [one.buffer[row][column]]
    ]
    return [*cells, ("cursor", one.cursor.y, one.cursor.x, False, False)]


@settings(max_examples=300)
@given(frames())
def test_the_screen_is_the_same_as_without_it(made: list[str]) -> None:
    cells = Cells()
    (plain, to_plain), (lean, to_lean) = screen(), screen()
    for frame in made:
        to_plain.feed(frame)
        to_lean.feed(cells.feed(frame, SIZE))
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
            full = "".join(f"\x1b[{row};1H{'x' * COLUMNS}" for row in range(1, ROWS + 1)) + "\x1b[1;1H"
            to_plain.feed(full)
            to_lean.feed(cells.feed(full, SIZE))
        to_plain.feed(frame)
        to_lean.feed(cells.feed(frame, SIZE))
    if when < len(made):
        assert look(lean) == look(plain)


def test_the_same_frame_again_costs_nothing() -> None:
    cells = Cells()
    frame = "\x1b[2;3H\x1b[1mtitle\x1b[0m\x1b[1;1H"
    assert cells.feed(frame, SIZE)
    assert cells.feed(frame, SIZE) == ""


def test_only_what_changed_is_sent() -> None:
    cells = Cells()
    cells.feed("\x1b[1;1H" + "a" * COLUMNS + "\x1b[1;1H", SIZE)
    sent = cells.feed("\x1b[1;1H" + "a" * 10 + "b" + "a" * (COLUMNS - 11) + "\x1b[1;1H", SIZE)
    assert sent.count("a") == 0
    assert sent.count("b") == 1


def test_a_blank_tail_is_erased_and_not_written() -> None:
    cells = Cells()
    cells.feed("\x1b[1;1H" + "a" * COLUMNS, SIZE)
    assert "\x1b[K" in cells.feed("\x1b[1;1H" + "b" + " " * (COLUMNS - 1), SIZE)


def test_a_part_of_a_line_never_erases_the_rest() -> None:
    cells = Cells()
    assert "\x1b[K" not in cells.feed("\x1b[1;1Hb         ", SIZE)


@pytest.mark.parametrize("odd", ["\x1b", "\x1b[", "\x1b]0;unfinished"])
def test_what_is_not_understood_is_passed_on_whole(odd: str) -> None:
    assert Cells().feed(f"a{odd}", SIZE).endswith(f"a{odd}")


def test_another_width_forgets_everything() -> None:
    cells = Cells()
    frame = "\x1b[1;1Htitle"
    cells.feed(frame, SIZE)
    assert "title" in cells.feed(frame, (COLUMNS + 1, ROWS))
