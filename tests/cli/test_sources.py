"""From each statement to the full source, without another command; and the guess that is told."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Run

TEXTS = [
    "show joint-hq",
    "show russia tajikistan --as-of 2004",
    "find officers",
    "find drugs taken away",
    "members csto",
    "members csto uzbekistan --as-of 2007-01-01",
    "members",
    "posts",
    "timeline csto",
    "diff 2002-05-01 2004-06-01",
    "troubles",
    "sources article-2002 --locator ¶4",
    "compare armenia belarus",
    "figures strength",
    "model",
]
GUESSES = [
    "show chisinu-charter",
    "cite chisinu-charter",
    "brief chisinu-charter",
    "timeline chisinu-charter",
    "troubles chisinu-charter",
    "list --linked-to chisinu-charter",
    "compare csto chisinu-charter",
    "model chisinu-charter",
    "posts chisinu-charter",
    "sources chisinu-charter",
    "members chisinu-charter",
]


@pytest.mark.parametrize("words", TEXTS)
def test_each_source_beside_a_statement_is_numbered_and_spelt_out_beneath(csto: Run, words: str) -> None:
    above, _, beneath = csto(*words.split()).out.partition("\nSources\n")
    used = set(re.findall(r"\[(\d+)\]", above))
    told = re.findall(r"^  \[(\d+)\] \S", beneath, re.MULTILINE)
    assert set(told) == used != set()
    assert told == [str(number) for number in range(1, len(told) + 1)]
    assert re.findall(r"^  \[\d+\] .*\n  \S", beneath, re.MULTILINE) == []


@pytest.mark.parametrize(
    "words", ["show jasutis --plain", "find officers --json", "members csto --plain", "posts --jsonl"]
)
def test_what_scripts_read_has_no_marks(csto: Run, words: str) -> None:
    assert re.findall(r"\[\d+\]", csto(*words.split()).out) == []


def test_the_work_behind_a_footnote_stands_beneath_with_author_and_date(csto: Run) -> None:
    _, _, beneath = csto("show", "joint-hq", COLUMNS="120").out.partition("\nSources\n")
    assert "    n. 33: Р. Стрешнев: Collective forces go for new borders · 7 August 2004\n" in beneath
    assert "    n. 54, n. 55: CSTO page on the Joint Headquarters" in beneath


@pytest.mark.parametrize("words", GUESSES)
def test_a_guess_is_told_by_every_command(csto: Run, words: str) -> None:
    told = csto(*words.split()).err.splitlines()[0]
    assert re.fullmatch("csto: nothing is called ‘chisinu-charter’; (showing|taking) ‘Chisinau Charter’", told)


@pytest.mark.parametrize(
    ("words", "code", "out", "err"),
    [
        ("--locator=§99", 1, "", "csto: ‘Jasutis’ has no passage ‘sec 99’\n"),
        ("--locator=§2.4 n. 954", 1, "", "csto: ‘Jasutis’ has no passage ‘fn 954’\n"),
        ("--locator=sec 2", 0, " §2.\n", ""),
        ("--locator=p. 31", 0, " p. 31.\n", ""),
        ("--locator=§2.4 ¶2 n. 54", 0, "¶2 n. 54. citing CSTO page on the Joint Headquarters.\n", ""),
    ],
)
def test_a_passage_that_a_source_does_not_have_is_not_cited(
    csto: Run, words: str, code: int, out: str, err: str
) -> None:
    done = csto("cite", "jasutis", words)
    assert (done.code, done.out[-len(out) :] if out else done.out) == (code, out)
    assert done.err.startswith(err)


@pytest.mark.parametrize("name", ["joint-hq", "Joint HQ", "Joint Headquarters of the CSTO", "csto-joint-headquarters"])
def test_a_statement_for_a_brief_is_named_by_any_name_and_its_key(csto: Run, name: str) -> None:
    done = csto("brief", f"{name}:strength-2")
    assert (done.code, done.err) == (0, "")
    assert [line[:13] for line in done.out.splitlines() if line.startswith("- **")] == ["- **Strength:"]


def test_a_key_that_a_near_match_does_not_have_is_not_taken_for_a_part_of_its_name(csto: Run) -> None:
    done = csto("brief", "rubezh 2004:nope")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("csto: rubezh-2004 has no statement ‘nope’")
