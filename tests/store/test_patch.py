"""Edited entries are written into a copy of what was compiled, which then is what a full compilation makes."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from explorer.store import cache, place, sqlite
from explorer.store.entries import ROOM
from tests import builders
from tests.robust.tables import differing

WORLD = """
    # The world.
    alpha:
      kind: state
      name: Alpha
      also: {text: Alphaland, when: 1990/1996, cite: early par 1}
      links:
        member-of: {to: league, as: founder, when: 1992/1999, cite: early par 1}
    league:
      kind: organisation
      name: League of States
      short: LS
      old-ids: [union]
      ids: {iso: LG}
      when: {is: 1992-05-15/.., cite: early par 1}
      summary: States that have joined.
      facts:
        - {text: A small staff was foreseen., about: strength, value: 50 officers, mood: planned, cite: early par 4}
        - {text: It took up work., about: strength, value: 55 officers, cite: late sec 1 par 4 fn 1}
        - {text: It meets in a palace., about: status, of: alpha, cite: [late sec 1 par 4, early par 5]}
    pact:
      kind: organisation
      name: Pact of States
      when: {is: 1970/1992, cite: early par 2}
      facts:
        - {text: It has a palace., about: status, against: early par 5, cite: late sec 1 par 1}
"""

STATED = {
    "a fact's words": ("It took up work.", "It began with a zebra."),
    "a word that no other fact has": ("It meets in a palace.", "It meets."),
    "a figure": ("55 officers", "60 officers"),
    "a figure that no longer differs": ("mood: planned, cite: early par 4", "cite: early par 4"),
    "a passage": ("cite: late sec 1 par 4 fn 1", "cite: early par 3"),
    "another source": ("[late sec 1 par 4, early par 5]", "early par 4"),
    "a doubt": ("value: 55 officers,", "value: 55 officers, doubt: A slip., likely: 50 officers,"),
    "a fact more": (
        "        - {text: It took",
        "        - {text: It is one., cite: early par 3}\n        - {text: It took",
    ),
    "a fact less": (
        "        - {text: It took up work., about: strength, value: 55 officers, cite: late sec 1 par 4 fn 1}\n",
        "",
    ),
    "a summary": ("States that have joined.", "Others."),
    "an end": ("1970/1992", "1970/1991"),
    "what stands against it": ("against: early par 5", "against: {entity: league, cite: early par 4}"),
    "a mark taken away": ("against: early par 5, ", ""),
    "a fact that another is marked against": ("It meets in a palace., about: status", "It meets., about: strength"),
    "an identifier": ("iso: LG", "iso: LX"),
    "the time of a link": ("when: 1992/1999", "when: 1992/2000"),
    "lines above": ("    # The world.\n", "    # The world,\n    # as it was.\n"),
    "a remark below": ("        - {text: It has", "        # A remark.\n        - {text: It has"),
}
"""What was edited: text and what stands in its place."""

FURTHER = {
    "a name": ("name: Pact of States", "name: Pact"),
    "a short name": ("short: LS", "short: LOS"),
    "another name": ("text: Alphaland", "text: Alfaland"),
    "a former id": ("[union]", "[union, the-union]"),
    "a link": ("to: league, as: founder", "to: pact, as: founder"),
    "a role": ("as: founder", "as: guest"),
    "a denied link": ("as: founder,", "as: founder, mood: denied,"),
    "a beginning": ("1970/1992", "1971/1992"),
    "a kind": ("kind: organisation\n      name: Pact", "kind: body\n      name: Pact"),
    "an id": ("    pact:\n", "    the-pact:\n"),
    "an entry more": ("    pact:\n", "    bravo: {kind: state, name: Bravo}\n    pact:\n"),
    "a former id that is referred to": ("of: alpha", "of: union"),
    "a thing that is not there": ("of: alpha", "of: nobody"),
    "a passage that is not there": ("early par 2", "early par 99"),
    "a field that is none": ("summary:", "sumary:"),
    "a broken block": ("name: Pact of States", "name: [Pact"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A compiled folder, with a cache folder of its own beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
    made = builders.make_folder(tmp_path / "data", WORLD)
    cache.open_store(os.fspath(made)).close()
    return made


def edit(folder: Path, old: str, new: str) -> bool:
    """Edit the world's file and open it; whether the compiled file was patched."""
    assert WORLD.count(old) >= 1
    mark(folder)
    builders.write(folder, "data.yaml", WORLD.replace(old, new))
    store = cache.open_store(os.fspath(folder))
    patched = bool(store.connection.execute("select 1 from meta where key = 'mark'").fetchone())
    store.close()
    return patched


def mark(folder: Path) -> None:
    """Have the compiled file say something that no full compilation writes."""
    builders.plant(folder, "insert into meta values ('mark', '')")


def differs(folder: Path) -> str:
    """What differs between the compiled file and one that is made as a whole."""
    path = place.cache_path(os.fspath(folder))
    whole = os.fspath(folder.parent / "whole.sqlite")
    cache.compile_file(os.fspath(folder), whole)
    with closing(sqlite.connect(path)) as one, closing(sqlite.connect(whole)) as other:
        one.execute("delete from meta where key = 'mark'")
        return differing(one, other)


@pytest.mark.parametrize("what", STATED)
def test_what_an_entry_states_is_patched_in(folder: Path, what: str) -> None:
    assert edit(folder, *STATED[what])
    assert differs(folder) == ""


@pytest.mark.parametrize("what", FURTHER)
def test_what_reaches_further_has_the_folder_compiled_as_a_whole(folder: Path, what: str) -> None:
    assert not edit(folder, *FURTHER[what])
    assert differs(folder) == ""


def test_another_vocabulary_has_the_folder_compiled_as_a_whole(folder: Path) -> None:
    builders.write(folder, "vocab.yaml", (folder / "vocab.yaml").read_text() + "description: New.\n")
    assert edit(folder, *STATED["a summary"]) is False


@pytest.mark.parametrize("name", ["more.yaml", "vocab.yaml"])
def test_a_file_more_or_less_has_the_folder_compiled_as_a_whole(folder: Path, name: str) -> None:
    if (folder / name).exists():
        (folder / name).unlink()
    else:
        builders.write(folder, name, "mark: {kind: body, name: Mark}\n")
    assert not edit(folder, *STATED["a summary"])


def test_a_folder_with_problems_is_compiled_as_a_whole(folder: Path) -> None:
    builders.write(folder, "more.yaml", "mark: {kind: none, name: Mark}\n")
    cache.open_store(os.fspath(folder)).close()
    assert not edit(folder, *STATED["a summary"])
    assert differs(folder) == ""


def test_more_facts_than_an_entry_has_room_for_have_the_folder_compiled_as_a_whole(folder: Path) -> None:
    fact = "        - {text: It took"
    assert not edit(folder, fact, "        - {text: It is one., cite: early par 3}\n" * ROOM + fact)
    assert differs(folder) == ""


def test_two_entries_that_name_each_other_are_patched_in_together(folder: Path) -> None:
    """What finds the fact of the one are the names of both."""
    both = WORLD.replace("It meets", "It sits").replace("when: 1990/1996", "when: 1990/1997")
    mark(folder)
    builders.write(folder, "data.yaml", both)
    cache.open_store(os.fspath(folder)).close()
    assert differs(folder) == ""


def test_only_edited_entries_are_read_again(folder: Path) -> None:
    """One that was changed behind the program's back stays so."""
    builders.plant(folder, "update entity set summary = 'Marked' where id = 'alpha'")
    assert edit(folder, *STATED["a summary"])
    store = cache.open_store(os.fspath(folder))
    assert builders.entity(store, "alpha").summary == "Marked"
    store.close()
