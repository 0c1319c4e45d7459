"""An entity in six lines of 72 columns."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from explorer.text import width
from explorer.view.short import short_card, shorten_end
from tests.builders import as_of, entity


def short(store: Store, id_: str, asked: str = "") -> list[str]:
    """The lines of an entity, as of a day."""
    return short_card(store, entity(store, id_), as_of(store, asked))


def test_it_says_name_life_two_figures_links_and_sources(store: Store) -> None:
    assert short(store, "staff") == [
        "Joint Staff (body)",
        "since 2005  plan/made",
        "- Strength: 55 officers plan/made (2005; late §1 ¶1)",
        "- Share signed of Alpha: 97 % (stated May 2002; early ¶5)",
        "links (3): League of Two, Alpha, Signals of the Staff",
        "sources (2): late, early",
    ]


def test_what_is_not_known_has_no_line(store: Store) -> None:
    assert short(store, "gamma") == ["Gamma (state)"]


@pytest.mark.parametrize("asked", ["", "1993", "2005", "2007-06"])
def test_it_is_never_longer_or_wider_than_it_says(store: Store, asked: str) -> None:
    for (id_,) in store.connection.execute("select id from entity"):
        lines = short(store, id_, asked)
        assert len(lines) <= 6
        assert max(map(width, lines)) <= 72


def test_on_a_day_it_says_what_was_then(store: Store) -> None:
    assert short(store, "staff", "2003")[:2] == ["Joint Staff (body)", "planned  plan/made"]


@pytest.mark.parametrize("columns", range(1, 30))
def test_a_beginning_has_room_and_ends_with_a_word_where_one_fits(columns: int) -> None:
    text = "- The staff of two hundred men"
    made = shorten_end(text, columns)
    assert width(made) <= columns
    if columns >= width("- The…"):
        assert text.startswith(f"{made.removesuffix('…')} ")
        assert width(made) + len(text[len(made) - 1 :].split(maxsplit=1)[0]) + 1 > columns


def test_a_fact_that_would_be_cut_takes_the_lines_that_are_to_spare(store: Store) -> None:
    long = "A sentence that goes on for a while, and for another while, until no line of a mail has room for it."
    number = entity(store, "council").number
    one = "insert into claim (entity, ord, part, key, text, basis) values (?, 9, 'fact', 'long', ?, 'own')"
    store.connection.execute(one, (number, long))
    lines = short(store, "council")
    store.connection.execute("delete from claim where key = 'long'")
    start = next(at for at, line in enumerate(lines) if line.startswith("- "))
    assert " ".join(line.strip() for line in lines[start : start + 2]) == f"- {long.rstrip('.')}"
    assert lines[start + 1].startswith("  ")
    assert len(lines) <= 6
