"""Citations and locators: what is read, what is refused and how, and the passages they name."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.values import locators
from explorer.values.locators import LABELS, LocatorError

PARTS = st.lists(st.tuples(st.sampled_from(LABELS), st.from_regex(r"\A[a-z0-9.]{1,5}\Z")), max_size=4)


@pytest.mark.parametrize(
    ("text", "source", "locator", "shown"),
    [
        ("late sec 2.3 par 6 fn 41", "late", "sec 2.3 par 6 fn 41", "§2.3 ¶6 n. 41"),
        ("early par 4", "early", "par 4", "¶4"),
        ("late bib 12", "late", "bib 12", "bib. 12"),
        ("late p. 44", "late", "p 44", "p. 44"),
        ("treaty art. 7", "treaty", "art 7", "art. 7"),
        ("late sec intro par 1", "late", "sec intro par 1", "intro ¶1"),
        ("  late   sec  1 ", "late", "sec 1", "§1"),
        ("late", "late", "", ""),
    ],
)
def test_a_citation_is_a_source_and_a_place(text: str, source: str, locator: str, shown: str) -> None:
    citation = locators.parse(text)
    assert (citation.source, citation.locator) == (source, locator)
    assert locators.show(citation.parts) == shown


@pytest.mark.parametrize(
    ("typed", "locator"),
    [
        ("sec 2.3 par 6", "sec 2.3 par 6"),
        ("§2.3 ¶6", "sec 2.3 par 6"),
        ("§ 2.3  ¶ 6", "sec 2.3 par 6"),
        ("§2.3 ¶6 n. 41", "sec 2.3 par 6 fn 41"),
        ("intro ¶1", "sec intro par 1"),
        ("sec intro par 1", "sec intro par 1"),
        ("p. 44", "p 44"),
        ("art. 7 ¶2", "art 7 par 2"),
        ("bib. 12", "bib 12"),
        ("", ""),
    ],
)
def test_a_place_is_read_as_it_is_shown_too(typed: str, locator: str) -> None:
    assert locators.typed(typed) == locator


@pytest.mark.parametrize("typed", ["page", "page 9", "§2.3 six", "¶", "intro page 1"])
def test_what_is_no_place_is_refused_as_it_was_typed(typed: str) -> None:
    with pytest.raises(LocatorError, match=f"‘{typed}’"):
        locators.typed(typed)


@pytest.mark.parametrize(
    ("text", "passages", "footnote"),
    [
        ("late sec 2.3 par 6 fn 41", ("sec 2.3 par 6", "fn 41"), "41"),
        ("late fn 41", ("fn 41",), "41"),
        ("late sec 2.3 fn 1 fn 2", ("sec 2.3", "fn 1", "fn 2"), "1"),
        ("late bib 3", ("bib 3",), ""),
        ("late par 4", ("par 4",), ""),
        ("late", (), ""),
    ],
)
def test_a_section_with_its_paragraph_is_one_passage_and_each_note_another(
    text: str, passages: tuple[str, ...], footnote: str
) -> None:
    citation = locators.parse(text)
    assert (citation.passages, citation.footnote) == (passages, footnote)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "an empty citation", "write the source's id and the passage: ‘jasutis sec 2.3 par 6’"),
        ("late par", "unreadable locator ‘par’", "pairs of sec, par, fn, bib, p, art and a number"),
        ("late 44", "unreadable locator ‘44’", "pairs of sec, par, fn, bib, p, art and a number"),
        ("late page 44", "unreadable locator ‘page 44’", "‘page’ is none of sec, par, fn, bib, p, art"),
    ],
)
def test_what_is_no_citation_is_refused_with_a_reason_and_a_way_out(text: str, message: str, hint: str) -> None:
    with pytest.raises(LocatorError) as caught:
        locators.parse(text)
    assert (str(caught.value), caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("par 1..3", ["par 1", "par 2", "par 3"]),
        ("sec 2.3 par 9..10", ["sec 2.3 par 9", "sec 2.3 par 10"]),
        ("par 4..4", ["par 4"]),
        ("par 4", ["par 4"]),
        ("sec intro", ["sec intro"]),
        ("sec 2.3", ["sec 2.3"]),
    ],
)
def test_a_range_is_its_passages_and_all_else_itself(text: str, passages: list[str]) -> None:
    assert locators.expand(text) == passages


@pytest.mark.parametrize("text", ["par 3..1", "par 1..", "par ..3", "par 1..10000", "par a..b", "par ²..5", "par 1..٥"])
def test_an_unreadable_range_is_refused(text: str) -> None:
    with pytest.raises(LocatorError, match="unreadable range") as caught:
        locators.expand(text)
    assert caught.value.hint == "write FIRST..LAST, such as ‘par 1..15’"


@given(PARTS)
def test_a_locator_reads_as_it_was_written(parts: list[tuple[str, str]]) -> None:
    written = " ".join(f"{label} {value}" for label, value in parts)
    assert locators.parse(f"late {written}").locator == written


@given(st.one_of(st.text(), st.text("secparfn. 0123456789²", max_size=20)))
def test_any_text_is_a_citation_or_a_locator_error(text: str) -> None:
    with suppress(LocatorError):
        assert locators.parse(text).source


@given(st.one_of(st.text(), st.text("par 0123456789²", max_size=20)))
def test_any_text_is_passages_or_a_locator_error(text: str) -> None:
    with suppress(LocatorError):
        assert len(locators.expand(text)) >= 1
