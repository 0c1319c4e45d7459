"""Files are cut at their column-0 keys, whatever stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dataset import blocks
from explorer.dataset.report import Report


def cut(text: str) -> tuple[list[tuple[int, str]], list[str]]:
    """Line and text of each block, and the messages."""
    report = Report()
    return [(block.line, block.text) for block in blocks.cut("x.yaml", text, report)], [
        problem.message for problem in report.problems
    ]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", []),
        ("# a comment\n\n", []),
        ("a:\n  b: c\n", [(1, "a:\n  b: c\n")]),
        ("# head\n\na: b\nc: d", [(3, "a: b\n"), (4, "c: d")]),
        ("a:\n# between\n  b: c\n\n# before d\nd:\n", [(1, "a:\n# between\n  b: c\n\n# before d\n"), (6, "d:\n")]),
        ("a:\n- b\n- c\nd: e\n", [(1, "a:\n- b\n- c\n"), (4, "d: e\n")]),
        ("a: [\n  b\n]\nd: {\n}\n", [(1, "a: [\n  b\n]\n"), (4, "d: {\n}\n")]),
        ("'a': b\n\"c\": d\n", [(1, "'a': b\n"), (2, '"c": d\n')]),
        ("---\na: b\n", [(2, "a: b\n")]),
        ("# comment\n---\na: b\n", [(3, "a: b\n")]),
        ("a: |\n  text\n\n  more\nb: c\n", [(1, "a: |\n  text\n\n  more\n"), (5, "b: c\n")]),
    ],
)
def test_a_block_reaches_from_its_key_to_the_next(text: str, made: list[tuple[int, str]]) -> None:
    assert cut(text) == (made, [])


@pytest.mark.parametrize(
    ("text", "ids", "messages"),
    [
        ("a: b\n---\nc: d\n", 2, ["a file holds one document"]),
        ("---\n---\na: b\n", 1, ["a file holds one document"]),
        ("--- a: b\n", 0, ["a file holds one document"]),
        ("a: b\n...\n", 1, ["a file holds one document"]),
        ("%YAML 1.1\n---\na: b\n", 1, ["no directives", "a file holds one document"]),
        ("  a: b\nc: d\n", 1, ["expected an id at the start of a line"]),
        ("- a\n- b\n", 0, ["expected an id at the start of a line"]),
    ],
)
def test_markers_and_strays_are_told_and_the_blocks_are_still_cut(text: str, ids: int, messages: list[str]) -> None:
    made, told = cut(text)
    assert (len(made), told) == (ids, messages)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        (b"a: b\rc: d\r", "a: b\nc: d\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),
        ("a: é\n".encode(), "a: é\n"),
        (b"", ""),
    ],
)
def test_line_ends_and_byte_order_mark_do_not_matter(data: bytes, text: str) -> None:
    report = Report()
    assert (blocks.decode("x.yaml", data, report), report.problems) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (b"a: \xff\n", 1, 4, "not UTF-8: byte 0xff"),
        (b"\xef\xbb\xbfa: b\r\nc: \xe9\xe9\r\n", 2, 4, "not UTF-8: byte 0xe9"),
        ("é: ".encode() + b"\xc3", 1, 4, "not UTF-8: byte 0xc3"),
        (b"a: \xed\xb3\xa9\n", 1, 4, "not UTF-8: byte 0xed"),
        ("a: b".encode("utf-16"), 0, 0, "not UTF-8 but UTF-16"),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_told(data: bytes, line: int, column: int, message: str) -> None:
    report = Report()
    blocks.decode("x.yaml", data, report)
    assert [(p.line, p.column, p.message) for p in report.problems] == [(line, column, message)]
    assert report.problems[0].excerpt.isprintable()


LINES = st.lists(
    st.sampled_from(["a:", "  b: c", "- d", "", "# e", "}", "]", "---", "...", "%F", "\tg", "h: 'i", "é: j"])
)


@given(LINES)
def test_blocks_tile_the_text_after_its_head(lines: list[str]) -> None:
    """Every line belongs to one block, at the line it says; markers become comments."""
    text = "\n".join(lines)
    made, _ = cut(text)
    joined = "".join(block for _, block in made)
    kept = ["#" if line.startswith(("---", "...", "%")) else line for line in lines]
    head = "\n".join(kept).removesuffix(joined)
    assert head + joined == "\n".join(kept)
    assert not any(line[:1].strip(" \t#-]}") for line in head.split("\n"))
    assert all(kept[number - 1] == block.split("\n")[0] for number, block in made)


@given(st.binary())
def test_any_bytes_are_decoded_or_told(data: bytes) -> None:
    report = Report()
    text = blocks.decode("x.yaml", data, report)
    assert text is not None or report.problems
    if text is not None:
        whole = [block for block in blocks.cut("x.yaml", text, report) if not blocks.decoded(block)]
        assert not whole or report.problems
