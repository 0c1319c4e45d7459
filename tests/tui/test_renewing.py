"""The data change while they are looked at: the place stays, what is broken is told, what is gone leads on."""

from __future__ import annotations

import os
import shutil
import weakref
from pathlib import Path

import pytest

from explorer.store import cache
from explorer.tui.session import Session
from explorer.tui.state import ENTITY, PROBLEMS, SOURCE
from explorer.tui.watching import Reading
from tests.tui.changing import Folder
from tests.tui.conftest import ANNALS, STATES
from tests.tui.driving import CLEAN, driven
from tests.view.conftest import WORLD

NEW_FIRST = "abbey:\n  kind: body\n  name: Abbey\n  facts:\n    - {text: It is old., cite: early par 1}\n"
"""An entry that moves the numbers of everything after it, and stands before all others by name."""
BROKEN = "\nlost:\n  kind: body\n  name: 'Lost\n"
RENAMED = ("\nstaff:\n", "\njoint-staff:\n  old-ids: [staff]\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The small world with its long groups, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
    return Folder(tmp_path / "data", WORLD + STATES + ANNALS)


# -- what stays


async def test_the_row_stays_on_its_statement_though_all_numbers_move(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("Nobody knows what it costs.")
        before = explorer.detail.line_of_cursor
        folder.write(
            NEW_FIRST
            + folder.text.replace(
                "    - {text: It does its work well.",
                "    - {text: It moved., cite: late sec 1 par 2}\n    - {text: It does its work well.",
            )
        )
        await folder.read(explorer)
        assert explorer.row.startswith("Nobody knows what it costs.")
        assert "It moved." in explorer.text
        assert explorer.detail.line_of_cursor == before
        assert explorer.told == "data read again: 2 entries changed"


async def test_a_changed_statement_keeps_the_cursor(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("It does its work well.")
        folder.change("It does its work well.", "It does it badly.")
        await folder.read(explorer)
        assert explorer.row.startswith("It does it badly.")
        assert explorer.told == "data read again: 1 entry changed"


async def test_where_the_statement_is_gone_the_cursor_goes_to_the_next(folder: Folder) -> None:
    async with driven(folder.store(), "annals") as explorer:
        await explorer.press("2")
        explorer.stand_on("Entry number 03.")
        folder.change("    - {text: Entry number 03., cite: early par 6}\n", "")
        await folder.read(explorer)
        assert "Entry number 0" in explorer.row


async def test_a_source_card_stays_that_of_its_statement(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("Nobody knows what it costs.")
        await explorer.press("enter")
        title = explorer.title
        folder.write(NEW_FIRST + folder.text)
        await folder.read(explorer)
        assert (explorer.title, explorer.browser.here.kind) == (title, SOURCE)
        await explorer.press("less_than_sign")
        assert explorer.row.startswith("Nobody knows what it costs.")
        await explorer.press("greater_than_sign")
        assert explorer.title == title


async def test_a_source_card_whose_statement_is_gone_gives_way_to_the_entity(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("2")
        explorer.stand_on("Nobody knows what it costs.")
        await explorer.press("enter")
        folder.change(
            "    - {text: Nobody knows what it costs., cite: late sec 1 par 4, note: Left open on purpose.}\n", ""
        )
        await folder.read(explorer)
        assert (explorer.title, explorer.browser.here.kind) == ("Joint Staff", ENTITY)
        assert "no longer in the data" in explorer.told


async def test_branches_arrangement_day_and_the_row_of_the_tree_stay(folder: Folder) -> None:
    async with driven(folder.store()) as explorer:
        await explorer.press("r", "r", "down", "right", "a")
        await explorer.type("2005")
        await explorer.press("enter", "down", "right", "down")
        before = explorer.node, explorer.tree.branches, explorer.tree.border_title
        folder.write(NEW_FIRST + folder.text)
        await folder.read(explorer)
        assert (explorer.node, explorer.tree.branches, explorer.tree.border_title) == before
        assert "AS OF 2005" in explorer.header


async def test_a_row_of_the_tree_that_is_gone_leaves_the_cursor_at_its_neighbour(folder: Folder) -> None:
    async with driven(folder.store(), "state-03") as explorer:
        at = explorer.labels.index("State number 03")
        folder.write(folder.text.replace(entry(folder.text, "state-03"), ""))
        await folder.read(explorer)
        assert explorer.labels[at] == "State number 04"
        assert explorer.node.endswith("state-04")


async def test_a_narrowed_tree_stays_narrowed_with_the_row_and_what_was_open_before(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        was_open = set(explorer.tree.branches)
        await explorer.press("f")
        await explorer.type("number 1")
        await explorer.press("down", "down", "down", "enter")
        label = explorer.tree.node.label if explorer.tree.node else ""
        folder.write(folder.text.replace("name: State number 11", "name: Elsewhere"))
        await folder.read(explorer)
        assert explorer.tree.node is not None
        assert explorer.tree.node.label == label
        assert "State number 11" not in explorer.labels
        assert "Elsewhere" not in explorer.labels
        await explorer.press("escape")
        assert was_open <= explorer.tree.branches


async def test_a_query_stays_with_the_hit_under_the_cursor(folder: Folder) -> None:
    async with driven(folder.store(), size=(140, 40)) as explorer:
        await explorer.press("slash")
        await explorer.type("state number")
        await explorer.press("down", "down", "down")
        title = explorer.title
        folder.write("state-00: {kind: state, name: State number 00}\n" + folder.text)
        await folder.read(explorer)
        assert explorer.title == title
        await explorer.press("up", "down")
        assert explorer.title == title
        await explorer.type("1")
        assert explorer.browser.query_one("Query").value == "state number1"  # type: ignore[attr-defined] # an Input


async def test_what_is_sought_in_the_text_stays_marked(folder: Folder) -> None:
    async with driven(folder.store(), "annals") as explorer:
        await explorer.press("2", "f")
        await explorer.type("number 1")
        await explorer.press("enter", "n")
        row, found = explorer.row, len(explorer.detail.having)
        folder.change("Entry number 20.", "Entry number 120.")
        await folder.read(explorer)
        assert (explorer.row, len(explorer.detail.having)) == (row, found + 1)
        await explorer.press("n")
        assert explorer.row != row


async def test_what_is_being_typed_in_a_line_for_finding_goes_on(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("f")
        await explorer.type("sta")
        folder.write(NEW_FIRST + folder.text)
        await folder.read(explorer)
        await explorer.type("te number 02")
        await explorer.press("enter")
        assert explorer.labels[-1] == "State number 02"


async def test_marks_and_unfolded_groups_stay(folder: Folder) -> None:
    async with driven(folder.store(), "annals") as explorer:
        await explorer.press("2", "m")
        explorer.stand_on("more")
        await explorer.press("enter")
        assert "Entry number 20." in explorer.text
        folder.write(NEW_FIRST + folder.text)
        await folder.read(explorer)
        assert "Entry number 20." in explorer.text
        assert "1 marked" in explorer.header


@pytest.mark.parametrize("key", ["t", "s", "w", "d", "i", "b", "exclamation_mark", "number_sign", "equals_sign"])
async def test_a_view_stays_on_the_screen(folder: Folder, key: str) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("2", key)
        if key == "d":
            await explorer.type("2004 2006")
        await explorer.press(*(["enter"] if key in ("d", "number_sign", "equals_sign") else []))
        await explorer.press("down", "down")
        place, row = explorer.browser.here, explorer.row
        folder.write(NEW_FIRST + folder.text)
        await folder.read(explorer)
        assert explorer.browser.here.same(place)
        assert explorer.row == row


async def test_an_event_that_is_gone_leaves_its_date_as_the_day(folder: Folder) -> None:
    founding = "founding:\n  kind: event\n  name: Founding\n  when: {is: 1992-05-15, cite: early par 1}\n"
    folder.write(founding + folder.text)
    async with driven(folder.store(), "staff", "founding") as explorer:
        await explorer.press("2", "down", "enter")
        folder.write(folder.text.replace(founding, ""))
        await folder.read(explorer)
        assert explorer.app.state.day == "1992-05-15"
        assert "AS OF 15 MAY 1992" in explorer.header
        await explorer.press("less_than_sign", "greater_than_sign")
        assert "AS OF 15 MAY 1992" in explorer.header


async def test_nothing_is_exchanged_under_a_dialog(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("2", "y")
        folder.change("name: Joint Staff", "name: Other Staff")
        await folder.read(explorer)
        assert explorer.title == "Joint Staff"
        await explorer.press("escape")
        assert explorer.title == "Other Staff"


async def test_keys_typed_in_one_go_meet_either_the_old_data_or_the_new(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        for _ in range(5):
            folder.write(NEW_FIRST + folder.text)
            folder.change(NEW_FIRST, "")
            explorer.app.between_keys(lambda: explorer.app.take(Reading(folder.store())))
            await explorer.press("2", "down", "enter", "less_than_sign", "1", "down", "up", "slash", "s", "escape")
        assert explorer.app.is_running


async def test_what_was_told_and_not_read_yet_is_not_talked_over(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("m")
        folder.change("It does its work well.", "It does it badly.")
        await folder.read(explorer)
        assert explorer.told.startswith("marked")


async def test_the_mark_of_a_statement_stays_with_it_though_its_key_is_counted_anew(folder: Folder) -> None:
    async with driven(folder.store(), "annals") as explorer:
        await explorer.press("2")
        explorer.stand_on("Entry number 02.")
        await explorer.press("m")
        folder.change(
            "  facts:\n    - {text: Entry number 01.",
            "  facts:\n    - {text: First., cite: early par 1}\n    - {text: Entry number 01.",
        )
        await folder.read(explorer)
        await explorer.press("b")
        assert "Entry number 02." in explorer.text
        assert "Entry number 01." not in explorer.text


async def test_a_row_that_waits_for_room_is_not_forgotten(folder: Folder) -> None:
    """One pane at a time: the detail pane has not been seen yet."""
    options = CLEAN._replace(session=Session(place="annals", row=8))
    async with driven(folder.store(), size=(40, 12), options=options) as explorer:
        row = explorer.browser.here.row
        folder.write(NEW_FIRST + folder.text)
        await folder.read(explorer)
        assert explorer.browser.here.row == row == 8
        await explorer.press("2")
        assert explorer.detail.cursor == 8


async def test_data_that_are_no_longer_shown_are_let_go(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        seen = []
        for number in range(4):
            folder.write(folder.text + f"more-{number}: {{kind: body, name: More}}\n")
            explorer.app.take(Reading(cache.open_store(os.fspath(folder.path))))
            await explorer.press("2", "down", "enter", "less_than_sign", "1")
            seen.append(weakref.ref(explorer.browser.store))
        assert [store() is None for store in seen] == [True, True, True, False]
        explorer.browser.store.close()


# -- what is gone


async def test_a_renamed_id_is_followed(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        await explorer.press("m", "2")
        explorer.stand_on("It does its work well.")
        await explorer.press("m")
        folder.change(*RENAMED)
        folder.change("{to: staff,", "{to: joint-staff,")
        await folder.read(explorer)
        assert explorer.browser.here.id == "joint-staff"
        assert explorer.row.startswith("It does its work well.")
        assert explorer.app.state.marks.kept[0][0] == "joint-staff"
        assert explorer.node.endswith("joint-staff")


async def test_an_entity_that_is_gone_leads_to_the_next_of_its_kind(folder: Folder) -> None:
    async with driven(folder.store(), "state-03") as explorer:
        folder.write(folder.text.replace(entry(folder.text, "state-03"), ""))
        await folder.read(explorer)
        assert explorer.title == "State number 04"
        assert explorer.told == "‘State number 03’ is no longer in the data; this is next to it"
        assert explorer.node.endswith("state-04")


async def test_the_last_of_its_kind_leads_to_what_the_data_set_is(folder: Folder) -> None:
    async with driven(folder.store(), "sources") as explorer:
        folder.write(folder.text.replace(entry(folder.text, "sources"), "").replace("      by: sources\n", ""))
        await folder.read(explorer)
        assert explorer.browser.here.kind == "about"
        assert "no longer in the data" in explorer.told


@pytest.mark.parametrize("key", ["t", "w", "exclamation_mark", "equals_sign"])
async def test_a_view_of_what_is_gone_gives_way(folder: Folder, key: str) -> None:
    spare = "spare:\n  kind: organisation\n  name: Spare\n  when: {is: 2001/.., cite: early par 1}\n"
    folder.write(folder.text + spare)
    async with driven(folder.store(), "spare") as explorer:
        await explorer.press("2", key, *(["enter"] if key == "equals_sign" else []))
        folder.write(folder.text.replace(spare, ""))
        await folder.read(explorer)
        await explorer.press("less_than_sign", "greater_than_sign", "down", "1", "down")
        assert explorer.app.is_running
        assert explorer.title


async def test_places_of_the_history_whose_entity_is_gone_say_so(folder: Folder) -> None:
    async with driven(folder.store(), "state-03") as explorer:
        await explorer.press("slash")
        await explorer.type("joint staff")
        await explorer.press("enter")
        folder.write(folder.text.replace(entry(folder.text, "state-03"), ""))
        await folder.read(explorer)
        await explorer.press("less_than_sign")
        assert explorer.title == "state-03 is no longer in the data"


# -- what is broken


async def test_a_broken_edit_keeps_the_last_good_data_and_names_the_line(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        good = explorer.text
        line = folder.text.count("\n") + 4
        folder.write(folder.text.replace("It does its work well.", "It does it badly.") + BROKEN)
        await folder.read(explorer)
        assert explorer.text == good
        assert f"data.yaml:{line} broken (p)" in explorer.header
        assert explorer.told.startswith(f"data.yaml:{line} a quote is opened and never closed")
        await explorer.press("p")
        assert explorer.title == "1 problem in the data"
        assert "from before" in explorer.text
        assert f"data.yaml:{line}" in explorer.text
        folder.change(BROKEN, "")
        await folder.read(explorer)
        assert explorer.title == "No problems"
        assert "broken" not in explorer.header
        assert explorer.told == "data read again: 1 entry changed"
        await explorer.press("less_than_sign")
        assert "It does it badly." in explorer.text


async def test_what_was_broken_and_is_as_before_is_taken_back(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        whole = folder.text
        folder.write(whole + BROKEN)
        await folder.read(explorer)
        folder.write(whole)
        await folder.read(explorer)
        assert "broken" not in explorer.header
        assert explorer.told == "data read again"


async def test_errors_that_were_there_before_keep_nothing_back(folder: Folder) -> None:
    folder.write(folder.text + BROKEN)
    async with driven(folder.store(), "staff") as explorer:
        assert "1 problem (p)" in explorer.header
        folder.write(NEW_FIRST + folder.text.replace("It does its work well.", "It does it badly."))
        await folder.read(explorer)
        assert "It does it badly." in explorer.text
        assert "1 problem (p)" in explorer.header


async def test_a_folder_that_is_gone_keeps_what_is_shown_until_it_is_back(folder: Folder) -> None:
    async with driven(folder.store(), "staff") as explorer:
        kept = folder.path.rename(folder.path.parent / "away")
        explorer.app.take(Reading(None, "the data folder is not there"))
        await explorer.press("p")
        assert explorer.title == "The data folder is not there"
        assert "the data folder is not there (p)" in explorer.header
        await explorer.press("less_than_sign", "2", "down", "enter")
        shutil.move(kept, folder.path)
        await folder.read(explorer)
        assert "not there" not in explorer.header


async def test_the_entry_of_an_error_can_be_opened_while_older_data_are_shown(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    async with driven(folder.store(), "staff") as explorer:
        folder.write(folder.text + BROKEN)
        await folder.read(explorer)
        await explorer.press("p", "down", "enter")
        assert explorer.told == "there is no ‘no-such-editor’ (from VISUAL or EDITOR)"
        assert explorer.browser.here.kind == PROBLEMS


def entry(text: str, id_: str) -> str:
    """An entry of a file, from its id to the next one."""
    rest = text[text.index(f"\n{id_}:") :]
    end = next(at for at in range(1, len(rest)) if rest[at - 1] == "\n" and at > 1 and rest[at] not in " \n")
    return rest[:end]
