"""The views in the shell, on the real data: text, tab-separated lines, JSON, exit codes."""

from __future__ import annotations

import json
import re

import pytest

from explorer.text import width
from tests.cli.conftest import Run

# -- timeline


def test_the_timeline_tells_signed_from_in_force(csto: Run) -> None:
    done = csto("timeline", "csto-statute", "--plain")
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert rows[0] == ["when", "sign", "id", "kind", "text", "mood", "source", "by"]
    assert [(row[0], row[1]) for row in rows if row[2] == "csto-statute"] == [
        ("2002-10-07", "signed"),
        ("2003-10-13/..", "in force"),
    ]


def test_the_timeline_is_one_document_or_a_line_each(csto: Run) -> None:
    asked = ("timeline", "csto", "--since", "2002-10", "--until", "2002-10")
    document = json.loads(csto(*asked, "--json").out)
    lines = [json.loads(line) for line in csto(*asked, "--jsonl").out.splitlines()]
    assert list(document) == ["version", "entries"]
    assert document["entries"] == lines
    assert {"when", "entity", "text", "cites"} <= set(lines[0])


@pytest.mark.parametrize(
    "asked",
    [
        "timeline tajikistan --until 2002",
        "diff 2002-05-01 2002-06",
        "sources article-2002 --locator par.7",
        "compare tajikistan russia",
    ],
)
def test_whoever_says_it_is_named_in_every_shape_of_a_view(csto: Run, asked: str) -> None:
    words = [word.replace(".", " ") for word in asked.split()]
    shapes = [csto(*words, shape).out for shape in ("--plain", "--json")]
    assert all("emomali-rakhmonov" in out for out in shapes)
    assert "says Emomali Rakhmonov" in " ".join(csto(*words).out.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("--since 1700 --until 1701", 1, "csto: nothing dated is found\n"),
        ("--since 2005 --until 2004", 2, "csto: ‘--until’ is before ‘--since’\n"),
        ("--since someday", 2, "csto: neither a date nor a name: ‘someday’\n  write YYYY, YYYY-MM or YYYY-MM-DD\n"),
        ("--kind bird", 2, None),
        ("xyzzyqq", 1, "csto: nothing is called ‘xyzzyqq’\n"),
    ],
)
def test_a_timeline_of_nothing(csto: Run, arguments: str, code: int, said: str | None) -> None:
    done = csto("timeline", *arguments.split())
    assert (done.code, done.out) == (code, "")
    assert said in (None, done.err)


@pytest.mark.parametrize(
    ("arguments", "hidden"),
    [
        ("diff 2001 2006", "changes"),
        ("diff 2001 2006 --plain", "changes"),
        ("diff 2001 2006 --json", "changes"),
        ("members", "statements"),
        ("posts", "more"),
        ("timeline", "more"),
        ("model", "pieces of evidence"),
        ("troubles", "more"),
        ("compare armenia belarus", "statements"),
    ],
)
def test_a_view_tells_how_much_the_day_hides(csto: Run, arguments: str, hidden: str) -> None:
    done = csto(*arguments.split(), "--as-of", "2003")
    assert re.fullmatch(rf"csto: \d+ {hidden} are hidden by --as-of\n", done.err)
    assert "hidden" not in csto(*arguments.split()).err


# -- posts


def test_posts_of_a_day_tell_who_held_them_on_whose_word(csto: Run) -> None:
    out = csto("posts", "--as-of", "2004").out
    held = out.partition("Posts, cannot tell")[0]
    assert "Deputy Commander, Joint HQ · 7 August 2004" in held
    assert "Jasutis §2.3 ¶3 n. 33" in held
    assert "Bordiuzh" not in out


def test_posts_are_links_with_the_person_as_their_other_end(csto: Run) -> None:
    document = json.loads(csto("posts", "joint hq", "--json").out)
    assert [post["entity"]["id"] for post in document["posts"]] == ["csto-joint-headquarters"] * 3
    assert "ramil-nadyrov" in [post["to"]["id"] for post in document["posts"]]
    assert [json.loads(line) for line in csto("posts", "joint hq", "--jsonl").out.splitlines()] == document["posts"]


def test_posts_of_a_person_are_found_by_the_person(csto: Run) -> None:
    rows = [line.split("\t") for line in csto("posts", "bordiuzh", "--plain").out.splitlines()]
    assert [(row[0], row[-2]) for row in rows[1:]] == [("csto", "nikolaj-bordiuzh")]


def test_where_no_post_is_named_the_exit_code_says_so(csto: Run) -> None:
    done = csto("posts", "kanal")
    assert (done.code, done.out) == (1, "")
    assert done.err == "csto: no source names a post of Kanal (series of operations)\n"


def test_posts_that_the_day_hides_are_counted(csto: Run) -> None:
    assert csto("posts", "bordiuzh", "--as-of", "2004").err.startswith("csto: 1 more is hidden by --as-of\n")


# -- diff


def test_the_founding_is_told_with_its_sources(csto: Run) -> None:
    document = json.loads(csto("diff", "2002-05-01", "2004-06-01", "--json").out)
    assert (document["version"], document["from"], document["to"]) == (1, "2002-05-01", "2004-06-01")
    found = {(one["change"], one["entity"]["id"], one["mood"]) for one in document["changes"]}
    assert found >= {
        ("signed", "csto-charter", None),
        ("in-force", "csto-statute", None),
        ("founded", "csto", None),
        ("ended", "cst", None),
        ("founded", "csto-joint-headquarters", "planned"),
        ("figure", "csto-joint-headquarters", "planned"),
        ("joined", "armenia", None),
    }
    assert all(one["cites"] for one in document["changes"])
    assert {"change", "entity", "text", "when", "cites"} <= set(document["changes"][0])


def test_changes_are_lines_for_other_programs(csto: Run) -> None:
    plain = csto("diff", "2002-05-01", "2004-06-01", "--plain").out.splitlines()
    lines = csto("diff", "2002-05-01", "2004-06-01", "--jsonl").out.splitlines()
    assert plain[0].startswith("change\tid\tkind\ttext\twhen\t")
    assert len(plain) - 1 == len(lines)
    assert "Signed (" in csto("diff", "2002-05-01", "2004-06-01").out


@pytest.mark.parametrize(
    ("arguments", "code"), [("1700 1701", 1), ("2005 2004", 2), ("2004", 2), ("never 2004", 2), ("a b c", 2)]
)
def test_two_days_without_a_change_or_none_at_all(csto: Run, arguments: str, code: int) -> None:
    assert csto("diff", *arguments.split()).code == code


# -- model


def test_the_model_has_stages_with_criteria_evidence_and_comparators(csto: Run) -> None:
    document = json.loads(csto("model", "--json").out)
    assert document["model"]["id"] == "military-integration"
    assert [one["id"] for one in document["stages"]] == [
        "legal-stage",
        "institutional-stage",
        "instrumental-stage",
        "functional-dependence-stage",
    ]
    for stage in document["stages"]:
        assert {"id", "name", "criteria", "evidence"} <= set(stage)
        assert stage["criteria"]
        roles = [link["as"] for link in stage["evidence"]]
        assert roles == sorted(roles, key=lambda role: role == "comparator")
        assert "own" in roles


def test_a_stage_is_told_alone_and_as_of_a_day(csto: Run) -> None:
    plain = csto("model", "functional dependence", "--plain", "--as-of", "2004").out.splitlines()
    assert plain[0].split("\t")[:3] == ["stage", "part", "id"]
    named = {tuple(line.split("\t")[1:3]) for line in plain[1:]}
    assert ("evidence", "dushanbe-meeting-2003") in named
    assert ("evidence", "headquarters-exercise-2007") not in named
    assert "stage 4 of 4" in csto("model", "functional dependence").out


def test_what_is_no_stage_has_no_model(csto: Run) -> None:
    done = csto("model", "armenia")
    assert (done.code, done.err) == (1, "csto: ‘Armenia’ is no stage and has none\n")


# -- members


@pytest.mark.parametrize(
    ("day", "answer"), [("2004-06-01", "out"), ("2007-01-01", "in"), ("2006", "unknown"), ("2020", "unknown")]
)
def test_one_state_at_four_days(csto: Run, day: str, answer: str) -> None:
    document = json.loads(csto("members", "csto", "--as-of", day, "--json").out)
    found = {one["id"]: one for one in document["members"]}
    assert found["uzbekistan"]["answer"] == answer
    assert found["uzbekistan"]["cites"]
    assert sum(one["answer"] == "in" for one in found.values()) == {"2007-01-01": 7, "2020": 0}.get(day, 6)


def test_without_an_organisation_all_of_them_are_told(csto: Run) -> None:
    document = json.loads(csto("members", "--json").out)
    plain = [line.split("\t") for line in csto("members", "--plain").out.splitlines()]
    assert plain[0] == ["organisation", "id", "name", "answer", "as", "since", "until", "source"]
    one = next(each for each in document["organisations"] if each["organisation"]["id"] == "csto")
    assert one["members"] == json.loads(csto("members", "csto", "--json").out)["members"]
    assert {(row[0], row[1]) for row in plain[1:]} == {
        (each["organisation"]["id"], member["id"]) for each in document["organisations"] for member in each["members"]
    }
    assert csto("members").out.startswith("Who was a member, and who held a post\n")


@pytest.mark.parametrize("line", ["timeline csto", "diff 2001 2005", "model", "members"])
@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_no_line_of_a_view_is_wider_than_asked_and_ascii_is_enough(csto: Run, line: str, columns: str) -> None:
    out = csto(*line.split(), COLUMNS=columns).out
    if not line.startswith("timeline"):  # a table, which is wrapped on a terminal only
        assert max(map(width, out.splitlines())) <= int(columns)
    assert csto(*line.split(), COLUMNS=columns, LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").out.isascii()
