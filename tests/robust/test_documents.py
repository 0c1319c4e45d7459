"""Documents, dates, quantities, locators and texts, made up and mutated: records and problems, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from explorer.dataset import blocks, reader
from explorer.dataset.loader import load
from explorer.dataset.report import Report
from explorer.problems import show
from explorer.store.cache import open_store
from explorer.text import LONGEST, MOST_COMBINING, clean
from explorer.values import dates, locators, quantities
from tests import builders
from tests.robust.forked import ROOT
from tests.robust.yaml import misplaced

HARBOUR = Path(__file__).parent.parent / "tui" / "harbour"
FOUND = sorted((Path(__file__).parent / "found").glob("*.yaml"))
FILES = [path.read_bytes() for path in (*sorted(HARBOUR.glob("*.yaml")), *sorted((ROOT / "data").glob("*.yaml")))]
"""The files that are mutated: the invented data set, and the real one."""
LINES = 120
"""At most so many lines of a file are taken; the rest says the same."""

TOKENS = [
    token.encode("utf-8", "surrogatepass")
    for token in "\"'{}[]:,-?&*!|>%@`#\\ \n\t~\r\0\x1b\x0b\x85\u2028\u202e\ufeffé"
]
TOKENS += [
    b": ",
    b"- ",
    b"<<: ",
    b"\n- ",
    b"&a ",
    b"*a",
    b"!!x ",
    b"---\n",
    b"...\n",
    b"%YAML 1.2\n",
    b"? ",
    b"|+\n",
    b">-\n",
]
TOKENS += [
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"..",
    b"/",
    b"9" * 30,
    b"X",
    b"thousand ",
    b"par ",
    b"1..9",
]
TOKENS += [b'"\\ud800"', b'"\\x1b"', b"\\u0000", b"null", b"{}", b"[]", b'""', b"2004-02-30", b"at most "]

Mutation = Callable[[bytes], bytes]


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """A change of a few bytes, of a line, of an indent or of a value."""
    at, other = draw(st.integers(0, 1 << 16)), draw(st.integers(0, 1 << 16))
    token, length = draw(st.sampled_from(TOKENS)), draw(st.integers(0, 4))
    kind = draw(st.sampled_from(["put", "bit", "indent", "swap", "drop", "double", "cut", "value"]))

    def change(data: bytes) -> bytes:
        lines = data.split(b"\n")
        place, line, twin = at % (len(data) + 1), at % len(lines), other % len(lines)
        if kind == "put":
            return data[:place] + token + data[place + length :]
        if kind == "bit":
            return data[:place] + bytes(byte ^ (1 << other % 8) for byte in data[place : place + 1]) + data[place + 1 :]
        if kind == "cut":
            return data[:place]
        if kind == "indent":
            lines[line] = b" " * (other % 9) + lines[line].lstrip()
        elif kind == "swap":
            lines[line], lines[twin] = lines[twin], lines[line]
        elif kind == "drop":
            del lines[line : line + 1 + length]
        elif kind == "double":
            lines.insert(twin, lines[line])
        else:
            key, colon, _ = lines[line].partition(b": ")
            lines[line] = key + colon + token
        return b"\n".join(lines)

    return change


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Some lines of a file of data, changed in a few places."""
    lines = draw(st.sampled_from(FILES)).split(b"\n")
    start = draw(st.integers(0, max(0, len(lines) - LINES)))
    data = b"\n".join(lines[start : start + LINES])
    for change in draw(st.lists(mutations(), min_size=1, max_size=6)):
        data = change(data)
    return data


def check(folder: Path, data: bytes) -> None:
    """A folder with that file opens; every problem has its place in it and is shown in clean lines."""
    (folder / "x.yaml").write_bytes(data)
    store = open_store(str(folder))
    problems = store.problems()
    store.close()
    assert [problem.order for problem in problems] == sorted(problem.order for problem in problems)
    loaded = load(str(folder))
    assert loaded.problems == problems
    own = [problem for problem in problems if problem.file == "x.yaml"]
    assert misplaced(loaded._replace(problems=own), data.decode("utf-8", "replace")) == ""
    assert all(problem.line for problem in problems if problem.file != "x.yaml")
    assert all(clean(line) == line for problem in problems for line in show(problem).split("\n"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the invented data set's vocabulary, whose cache cannot be written: memory is quicker."""
    made = tmp_path_factory.mktemp("mutated")
    builders.write(made, "vocab.yaml", (HARBOUR / "vocab.yaml").read_text(encoding="utf-8"))
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=mutated())
def test_a_mutated_file_ends_in_records_and_problems(
    folder: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    check(folder, data)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_once_broke_it_breaks_it_no_more(folder: Path, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    check(folder, path.read_bytes())


@settings(max_examples=150)
@given(mutated())
def test_a_mutated_block_ends_in_a_node_or_one_problem(data: bytes) -> None:
    report = Report()
    text = blocks.decode("x.yaml", data, report)
    for block in blocks.cut("x.yaml", text, report) if text is not None else ():
        if blocks.decoded(block):
            own = Report()
            assert (reader.read(block, own) is None) == (len(own.problems) == 1)


# -- values

DAY = st.dates().map(str)
SINGLE = st.one_of(
    DAY,
    DAY.map(lambda day: day[:7]),
    DAY.map(lambda day: day[:4]),
    st.integers(10, 209).map("{:03}X".format),
    st.integers(0, 20).map("{:02}XX".format),
)
MARKED = st.builds("{}{}".format, SINGLE, st.sampled_from(["", "?", "~", "%", "?~"]))
SIDE = st.one_of(MARKED, st.sampled_from(["", ".."]))
DATE = st.one_of(MARKED, st.builds("{}/{}".format, SIDE, SIDE))
JUNK = st.text("0123456789X-/.?~% \t\0éé²٣\u2028", max_size=24)


@given(st.one_of(DATE, JUNK))
def test_a_date_reads_as_it_was_written(text: str) -> None:
    with suppress(dates.DateError):
        date = dates.parse(text)
        assert dates.parse(date.text) == date
        assert date.text == text.strip()
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d ?){4}", " ".join(date.order))
        assert clean(dates.show(date)) == dates.show(date)


@given(DAY, DAY)
def test_an_interval_is_its_two_days_and_their_words_say_both(one: str, other: str) -> None:
    first, last = sorted((one, other))
    date = dates.parse(f"{first}/{last}")
    assert date.order == (first, first, last, last)
    assert dates.show(date).endswith(dates.show(dates.parse(last)))


COUNT = st.one_of(st.integers(0, 10**9).map("{:,}".format), st.decimals(0, 10**6, places=2).map(str), JUNK)
QUANTITY = st.builds(
    "{}{}{} {}".format,
    st.sampled_from(["", "at most ", "at least ", "about ", "over ", "under "]),
    st.one_of(COUNT, st.builds("{}..{}".format, COUNT, COUNT)),
    st.sampled_from(["", " thousand", " million"]),
    st.sampled_from(["officers", "%", "", "combat aircraft"]),
)


@example("1..1 officers")
@given(QUANTITY)
def test_a_quantity_reads_as_it_was_written(text: str) -> None:
    with suppress(quantities.QuantityError):
        quantity = quantities.parse(text)
        assert quantities.parse(quantity.text) == quantity
        assert quantity.text == " ".join(text.split())
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


WORD = st.one_of(st.sampled_from([*locators.LABELS, "p.", "art.", "2.3", "1..9", "intro"]), st.text(max_size=5))


@given(st.lists(WORD, max_size=8).map(" ".join))
def test_a_citation_reads_as_it_was_written(text: str) -> None:
    with suppress(locators.LocatorError):
        citation = locators.parse(text)
        assert locators.parse(f"{citation.source} {citation.locator}") == citation
        assert [locators.parse_parts(passage) for passage in citation.passages] == [
            parts for parts in map(locators.parse_parts, citation.passages) if parts
        ]
        assert bool(locators.show(citation.parts)) == bool(citation.parts)


@given(st.integers(0, 9999), st.integers(0, 60))
def test_a_range_is_as_many_passages_as_it_says(first: int, more: int) -> None:
    last = min(9999, first + more)
    passages = locators.expand(f"sec 2.3 par {first}..{last}")
    assert passages == [f"sec 2.3 par {number}" for number in range(first, last + 1)]


# -- text

HOSTILE = st.sampled_from(
    "\x00\x07\x1b\x7f\x80\x9b\x9f\u00a0\u00ad\u0301\u0489\u061c\u180e\u200b\u200d\u200f\u2028\u2029\u202a\u202e\u2066"
    "\u2069\u20dd\u2400\ufe0f\ufeff\ufff9\ufffe\uffff\U000e0041\U000e01ef\U0010ffff\ue000\ud800\udcff\udfffe \t\n\r[…"
)
ANY = st.text(st.one_of(HOSTILE, st.characters(), st.characters(categories=["Cc", "Cf", "Co", "Cs", "Mn", "Me", "Zs"])))
FORBIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def is_allowed(text: str) -> bool:
    """Whether a terminal may be given a text: nothing that it would obey, nothing that hides or overwrites letters."""
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category[0] == "M" else 0
        if category in FORBIDDEN or (category == "Zs" and character != " ") or marks > MOST_COMBINING:
            return False
    return True


@given(ANY, st.integers(1, 60))
def test_only_what_is_allowed_comes_out(text: str, longest: int) -> None:
    assert is_allowed(clean(text))
    assert is_allowed(clean(text, longest=longest))
    assert is_allowed(clean(text, lines=True).replace("\n", ""))


@example("\x1b" * 70, 60)
@example("\u202e" * 30, 20)
@example("e" + "\u0301" * 70, 60)
@example("xx … 5 more, export to read", 2)
@example("\u202e … 5 more, export to read", 1)
@given(ANY, st.integers(1, 60))
def test_what_is_clean_stays_as_it_is_cut_or_not(text: str, longest: int) -> None:
    assert clean(clean(text)) == clean(text)
    once = clean(text, longest=longest)
    assert clean(once, longest=longest) == once
    assert len(once) < longest + 50


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "\x1b" * 1_000_000, "\u202e" * 1_000_000, "e" + "\u0301" * 1_000_000]
)
def test_a_flood_is_cut_and_says_that_it_is(text: str) -> None:
    once = clean(text)
    assert len(once) < LONGEST + 50
    assert once.endswith(" more, export to read")
    assert clean(once) == once
