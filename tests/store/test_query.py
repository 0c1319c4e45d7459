"""Reading what was typed: words, operators, and signs that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.store.query import LONGEST, MOST_WORDS, folded, pieces, read
from explorer.text import fold


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("  Joint   HQ ", ("joint", "hq")),
        ("S-300", ("s", "300")),
        ("66,000 officers", ("66000", "officers")),
        ("a,b 1,00", ("a", "b", "1", "00")),
        ("Mal'tsev’s", ("maltsevs",)),
        ("Ёлка", ("елка",)),
        ("https://example.org", ("https", "example", "org")),
        ("Treaty: the text", ("treaty", "the", "text")),
        ("12:30", ("12", "30")),
        ("- =", ()),
        ("a =b", ("a", "b")),
    ],
)
def test_words_are_read_without_case_accents_and_punctuation(typed: str, words: tuple[str, ...]) -> None:
    query = read(typed)
    assert (query.words, query.wrong) == (words, "")


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("kind:event KIND:place", "kinds", ("event", "place")),
        ("in:2001 in:2000/2003", "times", ("2001", "2000/2003")),
        ("source:early", "sources", ("early",)),
        ("only:facts", "only", "facts"),
        ("a -b -c-d", "without", ("b", "c", "d")),
        ("=the league", "exact", True),
        ("the =league", "whole", frozenset({"league"})),
    ],
)
def test_an_operator_narrows(typed: str, field: str, value: object) -> None:
    assert getattr(read(typed), field) == value


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("kin:event", "no operator ‘kin:’; did you mean ‘kind’?"),
        ("colour:red", "no operator ‘colour:’; there are kind:, in:, source:, only:"),
        ("kind:", "‘kind:’ is written kind:event"),
        ("only:me", "‘only:’ is written only:names or only:facts"),
    ],
)
def test_what_is_no_operator_is_explained(typed: str, why: str) -> None:
    assert read(f"word {typed}").wrong == why


def test_a_query_is_cut_and_says_so() -> None:
    assert read("a" * (LONGEST + 1)).cut
    many = read("a " * (MOST_WORDS + 1))
    assert (len(many.words), many.cut) == (MOST_WORDS, True)
    assert not read("a " * MOST_WORDS).cut


@given(st.text(max_size=40))
def test_pieces_are_the_words_of_the_folded_text_each_at_its_place(text: str) -> None:
    found = pieces(text)
    assert [word for word, _, _ in found] == folded(text).split()
    assert all(
        0 <= start < end <= len(text) and word in fold(text[start:end]).replace(" ", "") for word, start, end in found
    )
    assert [start for _, start, _ in found] == sorted(start for _, start, _ in found)


@given(st.text(st.sampled_from("ab :-=,'1kindsource"), max_size=30))
def test_any_line_can_be_read(text: str) -> None:
    query = read(text)
    assert len(query.words) == len(query.raw) <= MOST_WORDS
