"""Text for a terminal: cleaned, folded for search, shortened, measured and wrapped."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer import text as texts
from explorer.text import MOST_COMBINING, clean, fold, found, shorten, typed, width, wrap

WORDS = st.text(st.one_of(st.sampled_from("ab é漢字\u0301 "), st.characters(exclude_categories=["C", "Z"])))


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("plain text", "plain text"),
        ("Ōtsu, Ереван, 東京", "Ōtsu, Ереван, 東京"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\tb", "a    b"),
        ("a\nb\rc", "a␊b␍c"),
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("a\u200bb\ufeffc\u00ad", "a<U+200B>b<U+FEFF>c<U+00AD>"),
        ("a\U000e0041b", "a<U+E0041>b"),
        ("a\u2028b", "a<U+2028>b"),
        ("a\udce9b", "a<U+DCE9>b"),
        ("10\u00a0000\u2009km", "10 000 km"),
        ("[/nope] [@click=app.quit]", "[/nope] [@click=app.quit]"),
    ],
)
def test_what_is_not_allowed_on_a_terminal_becomes_visible(given_: str, shown: str) -> None:
    assert clean(given_) == shown


def test_line_ends_are_kept_where_they_are_asked_for() -> None:
    assert clean("a\nb\r\n", lines=True) == "a\nb␍\n"


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u20dd", "\ufe0f", "\u0e31"])
def test_a_flood_of_combining_marks_is_cut_whatever_their_class(mark: str) -> None:
    assert clean("e" + mark * 50) == "e" + mark * MOST_COMBINING


def test_each_base_has_its_own_combining_marks() -> None:
    assert clean(("e" + "\u0301" * 9) * 2) == ("e" + "\u0301" * 8) * 2


def test_a_long_text_is_cut_and_says_how_much_is_missing() -> None:
    assert clean("x" * 25, longest=20) == "x" * 20 + " … 5 more, export to read"
    assert clean("x" * 20, longest=20) == "x" * 20


@given(st.text())
def test_clean_text_is_printable(text: str) -> None:
    assert clean(text).isprintable()
    assert clean(text, lines=True).replace("\n", "").isprintable()


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("given_", "held"),
    [
        ("joint staff", "joint staff"),
        ("sta\u00adff\u200b", "staff"),
        ("one\ntwo\tthree\u00a0four\u2028", "one two three four "),
        ("\x9b31m\x1b]0;x\x07", "31m]0;x"),
        ("\u202e\U000e0041\udce9", ""),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 8),
        ("e" + "\u0301\u200b" * 9, "e" + "\u0301" * 8),
        ("東京 [/nope]", "東京 [/nope]"),
    ],
)
def test_of_what_is_typed_or_pasted_only_what_can_be_seen_is_held(given_: str, held: str) -> None:
    assert typed(given_) == held


@given(st.text())
def test_what_is_typed_is_printable_and_typing_it_again_changes_nothing(text: str) -> None:
    assert typed(text).isprintable()
    assert typed(typed(text)) == typed(text)
    assert clean(typed(text)) == typed(text) or len(typed(text)) > texts.LONGEST


@pytest.mark.parametrize(
    ("given_", "folded"),
    [
        ("Joint  Headquarters", "joint headquarters"),
        ("Объединённый штаб", "объединенныи штаб"),
        ("Gražvydas", "grazvydas"),
        ("Straße", "strasse"),
        ("Rubezh-2004", "rubezh 2004"),
        ("Côte d'Ivoire / d’Ivoire", "cote divoire divoire"),
        ("ﬁne x²", "fine x2"),
        ("  ,;-  ", ""),
    ],
)
def test_text_is_folded_as_search_compares_it(given_: str, folded: str) -> None:
    assert fold(given_) == folded


@example("ℌ")
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_is_words_with_single_spaces(text: str) -> None:
    folded = fold(text)
    assert all(word.isalnum() for word in folded.split(" ") if folded)
    assert not any(unicodedata.combining(character) for character in folded)


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("東京", 4), ("e\u0301", 1), ("", 0), ("Ереван", 6)])
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("東京都", 4, ["東京", "都"]),
        ("", 5, [""]),
        ("ab", 0, ["a", "b"]),
    ],
)
def test_text_is_wrapped_at_spaces_and_inside_words_only_where_it_must_be(
    text: str, columns: int, lines: list[str]
) -> None:
    assert wrap(text, columns) == lines


@given(WORDS, st.integers(2, 30))
def test_wrapped_lines_never_exceed_the_width(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrap(text, columns))


@given(WORDS, st.integers(-1, 30))
def test_wrapping_loses_no_character_but_spaces(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("short", 5, "short"),
        ("Collective Security Council", 15, "Collective…ncil"),
        ("abcdef", 4, "abc…"),
        ("abcdef", 2, "a…"),
        ("abcdef", 1, "…"),
        ("abcdef", 0, ""),
    ],
)
def test_a_name_is_cut_in_its_middle(text: str, columns: int, shown: str) -> None:
    assert shorten(text, columns) == shown


@given(WORDS, st.integers(3, 30))
def test_a_shortened_name_fits(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns


def test_the_longest_cell_is_what_the_documentation_says() -> None:
    assert len(clean("x" * 1_000_000)) < texts.LONGEST + 40


@pytest.mark.parametrize(
    ("text", "phrase", "stretches"),
    [
        ("Joint Staff", "staff", [(6, 11)]),
        ("joint staff", "STAFF", [(6, 11)]),
        ("the staff, a staff", "staff", [(4, 9), (13, 18)]),
        ("staff", "stuff", []),
        ("", "staff", []),
        ("staff", "", []),
        ("a b", " ", [(1, 2)]),
        ("joint  staff", "joint staff", []),
        ("Rubezh-2004", "rubezh 2004", []),
        ("Rubezh-2004", "h-2", [(5, 8)]),
        ("55 officers (2005)", "5", [(0, 1), (1, 2), (16, 17)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("aaa", "aa", [(0, 2)]),
        ("Gražvydas", "grazvydas", [(0, 9)]),
        ("Grazvydas", "gražvydas", [(0, 9)]),
        ("Объединённый", "ОБЪЕДИНЕННЫЙ", [(0, 12)]),
        ("Ереван", "ё", [(0, 1), (2, 3)]),
        ("СТРОЙ", "строи", [(0, 5)]),
        ("Straße 7", "strasse", [(0, 6)]),
        ("Straße 7", "s", [(0, 1), (4, 5)]),
        ("aßb", "sb", [(1, 3)]),
        ("ﬁne ﬁsh", "fi", [(0, 1), (4, 5)]),
        ("ﬁne", "ine", [(0, 3)]),
        ("x²", "x2", [(0, 2)]),
        ("ℌ", "h", [(0, 1)]),
        ("cafe\u0301s", "cafe", [(0, 5)]),
        ("cafe\u0301s", "és", [(3, 6)]),
        ("e\u0301\u0302", "\u0301", []),
        ("İzmir", "izmir", [(0, 5)]),
        ("東京都", "京", [(1, 2)]),
    ],
)
def test_a_phrase_is_found_whatever_its_case_and_accents(
    text: str, phrase: str, stretches: list[tuple[int, int]]
) -> None:
    assert found(text, phrase) == stretches


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_what_stands_in_a_text_is_found_there(before: str, phrase: str, after: str) -> None:
    text = before + phrase + after
    stretches = found(text, phrase)
    assert stretches or not fold(phrase)
    assert all(0 <= start < end <= len(text) for start, end in stretches)


@given(st.text(max_size=30), st.text(max_size=3))
def test_what_is_found_runs_from_left_to_right(text: str, phrase: str) -> None:
    stretches = found(text, phrase)
    assert [start for start, _ in stretches] == sorted({start for start, _ in stretches})
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
