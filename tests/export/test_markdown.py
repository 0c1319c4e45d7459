"""The brief as Markdown: footnotes, moods, speakers and doubts, rendered by a CommonMark parser."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from explorer.export.markdown import brief, escaped
from explorer.store.read import Store
from tests.builders import as_of
from tests.view.conftest import store

__all__ = ["store"]

ALL = [("staff", ""), ("league", ""), ("alpha", "member-of.league")]


def written(store: Store, marks: list[tuple[str, str]], asked: str = "") -> str:
    """The brief of these marks, as of a day."""
    return brief(store, marks, as_of(store, asked))


def test_a_statement_has_its_value_time_and_footnote(store: Store) -> None:
    lines = written(store, [("staff", "strength-2")]).splitlines()
    assert "- **Strength:** 55 officers · It took up work with more (2005).[^1]" in lines
    assert lines[-1] == "[^1]: See late 2007, §1 ¶1."


def test_mood_speaker_and_doubt_are_kept(store: Store) -> None:
    text = written(store, [("staff", "strength"), ("staff", "range")])
    assert "(planned, said 14 May 2002?; says Unnamed sources).[^1]" in text
    assert "  - ? As printed it would hear the moon." in text
    assert "  - likely: 280 km" in text


def test_footnotes_are_numbered_in_order_of_use_and_the_same_place_has_one(store: Store) -> None:
    text = written(store, ALL)
    used = [int(number) for number in re.findall(r"\[\^(\d+)\](?!:)", text)]
    told = [int(number) for number in re.findall(r"^\[\^(\d+)\]: (?:.*)$", text, re.MULTILINE)]
    assert list(dict.fromkeys(used)) == told == list(range(1, len(told) + 1))
    notes = re.findall(r"^\[\^\d+\]: (.*)$", text, re.MULTILINE)
    assert len(notes) == len(set(notes))


@pytest.mark.parametrize(("asked", "said"), [("", "As of no day"), ("2003", "As of 2003.")])
def test_the_day_is_stated(store: Store, asked: str, said: str) -> None:
    assert said in written(store, ALL, asked)


def test_what_the_day_leaves_out_is_counted(store: Store) -> None:
    assert "55 officers" not in written(store, ALL, "2003")
    assert "left out by the day" in written(store, ALL, "2003")


def test_what_is_no_longer_there_is_said(store: Store) -> None:
    text = written(store, [("gone", "x"), ("staff", "nothing")])
    assert "## gone\n\nNo longer in the data." in text
    assert "- *nothing is no longer in the data.*" in text


def test_a_commonmark_parser_with_footnotes_finds_each_note_and_heading(store: Store) -> None:
    html = MarkdownIt("commonmark").use(footnote_plugin).render(written(store, ALL))
    assert "[^" not in html
    assert html.count('class="footnote-item"') == len(re.findall(r"^\[\^", written(store, ALL), re.MULTILINE))
    assert [part for part in ("<h2>Joint Staff</h2>", "<strong>Strength:</strong>", "<h2>Sources</h2>") if part in html]


def test_without_footnotes_a_parser_still_shows_every_note(store: Store) -> None:
    html = MarkdownIt("commonmark").render(written(store, ALL))
    assert "[^1]: See" in html


@pytest.mark.parametrize(
    "text",
    ["a *b* _c_ `d`", "<script>alert(1)</script>", "1. one", "- two", "# three", "[x](y) &amp; ~z~", "a | b", "+"],
)
def test_text_of_the_data_is_never_markup(text: str) -> None:
    html = MarkdownIt("commonmark").render(escaped(text))
    plain = re.sub(r"^<p>|</p>$", "", html.strip())
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, letter)
    assert plain == text


def test_a_work_without_an_author_begins_with_the_name_that_its_footnotes_give_it(store: Store) -> None:
    text = written(store, ALL)
    (named,) = set(re.findall(r"^\[\^\d+\]: See (early)\b", text, re.MULTILINE))
    sources = text.partition("## Sources")[2].partition("[^1]:")[0]
    assert [line for line in sources.splitlines() if line.startswith(f"- {named}: ")] != []


def test_a_brief_of_a_speaker_has_what_is_said_and_of_whom(store: Store) -> None:
    text = written(store, [("sources", "")])
    assert "(planned, said 14 May 2002?; says Unnamed sources) (said under Joint Staff).[^1]" in text
