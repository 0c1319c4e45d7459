"""Marking for the brief, the brief itself, and what is copied of a row."""

from __future__ import annotations

import inspect
from base64 import b64decode
from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.tui.app import Explorer, Options
from explorer.tui.screens.picker import Picker
from explorer.tui.session import Session
from explorer.tui.widgets.lines import KEPT_SIGN
from explorer.view.rows import ACCENT_BAR
from tests.tui.driving import Driven, driven
from tests.view.conftest import WORLD, compiled


class Listening(Explorer):
    """Collects what would go to the terminal's clipboard."""

    CSS_PATH = str(Path(inspect.getfile(Explorer)).with_name("explorer.tcss"))

    def send(self, sequence: str) -> None:
        """Keep it."""
        self.__dict__.setdefault("sent", []).append(sequence)


def sent(explorer: Driven) -> list[str]:
    """The texts that were sent to the clipboard."""
    held = [one.removeprefix("\x1b]52;c;").removesuffix("\x07") for one in vars(explorer.app).get("sent", [])]
    return [b64decode(one, validate=True).decode() for one in held]


@pytest.fixture(autouse=True)
def _bare_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither tmux nor screen stands between."""
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def signed(explorer: Driven) -> list[str]:
    """The lines of the detail that bear the sign, without what stands at their edges."""
    lines = explorer.drawn(explorer.detail)
    return [line.strip(f" {KEPT_SIGN}{ACCENT_BAR}") for line in lines if KEPT_SIGN in line]


# -- marking


async def test_m_in_the_tree_marks_the_entity_and_signs_its_row(small: Store) -> None:
    async with driven(small, "council") as explorer:
        await explorer.press("m")
        rows = [line for line in explorer.drawn(explorer.tree) if line.rstrip().endswith(KEPT_SIGN)]
        assert explorer.browser.state.marks.kept == [("council", "")]
        assert [row.strip(f" {KEPT_SIGN}›") for row in rows] == ["Council"]


async def test_m_in_the_detail_marks_the_statement_and_signs_its_row(small: Store) -> None:
    async with driven(small, "staff", size=(100, 40)) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("m")
        assert explorer.browser.state.marks.kept == [("staff", "strength-2")]
        assert [line.split(" · ")[0] for line in signed(explorer)] == ["55 officers"]


async def test_the_sign_stays_where_the_cursor_leaves(small: Store) -> None:
    async with driven(small, "staff", size=(100, 40)) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("m", "up")
        assert [line.split(" · ")[0] for line in signed(explorer)] == ["55 officers"]


async def test_m_on_the_title_marks_the_entity(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2", "m")
        assert explorer.browser.state.marks.kept == [("staff", "")]
        assert signed(explorer) == ["Joint Staff"]


async def test_a_link_from_the_other_end_is_marked_where_it_stands(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("2")
        explorer.stand_on("← Alpha")
        await explorer.press("m", "enter")
        assert explorer.browser.state.marks.kept == [("alpha", "member-of.league")]
        assert explorer.title == "Alpha"
        assert [line.split(" (")[0] for line in signed(explorer)] == ["→ League of Two"]


async def test_m_again_takes_the_mark_away(small: Store) -> None:
    async with driven(small, "council") as explorer:
        await explorer.press("m", "m")
        assert "marked" not in explorer.header
        assert [line for line in explorer.drawn(explorer.tree) if KEPT_SIGN in line] == []


async def test_the_header_counts_what_is_marked(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        seen = []
        for key in ("m", "2", "down", "m"):
            await explorer.press(key)
            seen.append(explorer.header.partition(" · ")[2].partition(" entities")[2])
        assert seen == [" · 1 marked (b)", " · 1 marked (b)", " · 1 marked (b)", " · 2 marked (b)"]


@pytest.mark.parametrize("keys", [("home",), ("2", "end")])
async def test_what_is_no_statement_cannot_be_marked(small: Store, keys: tuple[str, ...]) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press(*keys[:-1])
        if keys[0] == "2":
            explorer.stand_on("… ")
        else:
            explorer.tree.cursor = next(n for n, node in enumerate(explorer.tree.nodes) if not node.id)
        await explorer.press("m")
        assert explorer.told == "there is nothing to mark on this row"
        assert len(explorer.browser.state.marks) == 0


async def test_marks_of_the_session_before_are_signed_and_counted(small: Store) -> None:
    options = Options(session=Session(marks=(("staff", ""), ("staff", "strength-2"))))
    async with driven(small, "staff", size=(100, 40), options=options) as explorer:
        assert "2 marked (b)" in explorer.header
        assert [line.split(" · ")[0] for line in signed(explorer)] == ["Joint Staff", "55 officers"]


# -- the brief


async def test_b_lists_what_is_marked(small: Store) -> None:
    options = Options(session=Session(marks=(("staff", "strength-2"), ("alpha", ""))))
    async with driven(small, "league", options=options) as explorer:
        await explorer.press("b")
        assert explorer.title == "2 marked for the brief"
        assert explorer.browser.pane == "detail"
        assert "55 officers" in explorer.text


async def test_b_says_how_to_mark_where_nothing_is(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("b")
        assert "m marks" in explorer.text


async def test_m_in_the_brief_unmarks_and_the_rest_stays_under_the_cursor(small: Store) -> None:
    marks = (("staff", "strength-2"), ("staff", "status"), ("alpha", ""))
    async with driven(small, "league", options=Options(session=Session(marks=marks))) as explorer:
        await explorer.press("b")
        explorer.stand_on("55 officers")
        await explorer.press("m")
        assert explorer.browser.state.marks.kept == [("staff", "status"), ("alpha", "")]
        assert explorer.title == "2 marked for the brief"
        assert explorer.row == "It does its work well."


async def test_what_is_gone_from_the_data_can_be_unmarked(small: Store) -> None:
    marks = (("gone", "x"), ("alpha", ""))
    async with driven(small, "league", options=Options(session=Session(marks=marks))) as explorer:
        await explorer.press("b")
        explorer.stand_on("no longer")
        await explorer.press("m")
        assert explorer.browser.state.marks.kept == [("alpha", "")]


@pytest.mark.parametrize(
    ("mark", "title", "row"),
    [
        (("staff", "strength-2"), "Joint Staff", "55 officers It took up work with more."),
        (("staff", "chair.beta"), "Joint Staff", "→ Beta (next chair)"),
        (("staff", ""), "Joint Staff", "Joint Staff"),
        (("annals", "fact-17"), "Annals", "Entry number 17."),
    ],
)
async def test_enter_in_the_brief_goes_to_the_row_of_the_statement(
    small: Store, mark: tuple[str, str], title: str, row: str
) -> None:
    async with driven(small, "league", options=Options(session=Session(marks=(mark,)))) as explorer:
        await explorer.press("b", "down", "enter")
        assert (explorer.title, explorer.row) == (title, row)


async def test_back_from_there_leads_to_the_same_row_of_the_brief(small: Store) -> None:
    marks = (("staff", "status"), ("staff", "strength-2"))
    async with driven(small, "league", options=Options(session=Session(marks=marks))) as explorer:
        await explorer.press("b", "down", "down", "enter", "less_than_sign")
        assert explorer.title == "2 marked for the brief"
        assert explorer.row.startswith("55 officers")


async def test_esc_in_the_brief_leads_back(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("b", "escape")
        assert explorer.title == "League of Two"


async def test_w_writes_what_is_marked_into_a_new_file(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven(small, "league", options=Options(session=Session(marks=(("staff", "strength-2"),)))) as explorer:
        await explorer.press("W", "enter")
        assert explorer.told == "wrote brief.md"
        assert "55 officers" in (tmp_path / "brief.md").read_text("utf-8")


async def test_w_takes_a_tilde_for_the_home_folder(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with driven(small, "league", options=Options(session=Session(marks=(("staff", ""),)))) as explorer:
        await explorer.press("W", "ctrl+u", *"~/kept", "enter")
        assert (tmp_path / "kept").exists()


async def test_w_never_writes_over_a_file(small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.md").write_text("mine")
    async with driven(small, "league", options=Options(session=Session(marks=(("staff", ""),)))) as explorer:
        await explorer.press("W", "enter", "escape")
        assert (tmp_path / "brief.md").read_text() == "mine"
        await explorer.press("W", *"new.md", "enter")
        assert (tmp_path / "new.md").exists()


async def test_w_says_how_to_mark_where_nothing_is(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("W")
        assert explorer.told == "nothing is marked; m marks"


async def test_e_on_a_group_opens_nothing_though_an_entity_is_shown(small: Store) -> None:
    async with driven(small, "league") as explorer:
        await explorer.press("g", "e")
        assert explorer.tree.node is not None
        assert explorer.tree.node.id == ""
        assert (explorer.title, explorer.told) == ("League of Two", "there is no entry to open on this row")


# -- copying


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        ("v", "55 officers"),
        ("s", "Joint Staff: 55 officers · It took up work with more (2005; late §1 ¶1)."),
        ("i", "staff"),
        ("r", "staff\t55 officers\tIt took up work with more.\t2005\tlate §1 ¶1\t"),
        ("x", "csto show staff"),
    ],
)
async def test_y_and_a_letter_send_it_to_the_clipboard(small: Store, letter: str, text: str) -> None:
    async with driven(small, "staff", app_class=Listening) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("y", letter)
        assert sent(explorer) == [text]
        assert not isinstance(explorer.app.screen, Picker)


async def test_the_menu_shows_what_each_letter_would_copy(small: Store) -> None:
    async with driven(small, "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("y")
        shown = [(one.key, one.hint) for one in explorer.picker.shown]
        assert [key for key, _ in shown] == ["v", "s", "c", "i", "r", "x"]
        assert shown[0] == ("v", "55 officers")


async def test_in_the_menu_a_line_can_be_chosen_with_the_cursor(small: Store) -> None:
    async with driven(small, "staff", app_class=Listening) as explorer:
        await explorer.press("y", "down", "down", "down", "enter")
        assert sent(explorer) == ["staff"]


@pytest.mark.parametrize(
    ("letter", "text"),
    [
        ("t", "Article of 2007 (2007). §1 ¶1."),
        ("n", "“Article of 2007”, 2007, §1 ¶1."),
    ],
)
async def test_a_citation_asks_for_its_format(small: Store, letter: str, text: str) -> None:
    async with driven(small, "staff", app_class=Listening) as explorer:
        await explorer.press("2")
        explorer.stand_on("55 officers")
        await explorer.press("y", "c", letter)
        assert sent(explorer) == [text]
        assert not isinstance(explorer.app.screen, Picker)


async def test_esc_in_the_menu_copies_nothing(small: Store) -> None:
    async with driven(small, "staff", app_class=Listening) as explorer:
        await explorer.press("y", "escape")
        assert sent(explorer) == []
        assert not isinstance(explorer.app.screen, Picker)


async def test_a_letter_that_is_not_in_the_menu_does_nothing(small: Store) -> None:
    async with driven(small, "staff", app_class=Listening) as explorer:
        await explorer.press("y", "q", "w")
        assert isinstance(explorer.app.screen, Picker)
        assert explorer.app.is_running
        assert sent(explorer) == []


async def test_in_the_tree_the_entity_is_copied(small: Store) -> None:
    async with driven(small, "league", app_class=Listening) as explorer:
        await explorer.press("y", "s")
        assert sent(explorer) == ["League of Two: Two states and a staff."]


async def test_the_command_repeats_the_day_and_a_folder_that_was_named(small: Store) -> None:
    options = Options(named_folder=True)
    async with driven(small, "staff", "2006", options=options, app_class=Listening) as explorer:
        await explorer.press("y", "x")
        assert sent(explorer) == [f"csto show staff --as-of 2006 --data {small.folder}"]


async def test_the_footer_says_what_was_copied_until_the_next_key(small: Store) -> None:
    async with driven(small, "staff", app_class=Listening) as explorer:
        await explorer.press("2")
        keys = explorer.footer
        explorer.stand_on("55 officers")
        await explorer.press("y", "v")
        assert explorer.told == "sent to the terminal's clipboard: value ‘55 officers’"
        await explorer.press("up")
        assert (explorer.told, explorer.footer) == ("", keys)


async def test_too_much_for_a_terminal_is_told_and_not_sent(tmp_path: Path) -> None:
    world = compiled(tmp_path, WORLD)
    world.connection.execute("update entity set summary = ? where id = 'staff'", ("𝒳" * 19_000,))
    async with driven(world, "staff", app_class=Listening) as explorer:
        await explorer.press("y", "s")
        assert explorer.told.startswith("not copied: 76,0")
        assert sent(explorer) == []
    world.close()
