"""Command lines as people and scripts type them: stdout, stderr and exit code of the real program on the real data."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from explorer.errors import NOT_WRITTEN
from explorer.store.place import file_name
from explorer.text import width
from tests import builders
from tests.cli.conftest import PROGRAM, ROOT, Done, Run

INSTEAD = "ask from the shell instead: csto find WORDS, csto show ENTITY"
DAY = "  write YYYY, YYYY-MM, YYYY-MM-DD or the name of an event\n"
ESCAPES = "\x1b]52;c;aGk=\x07 \x1b[2J \x9b31m \u202e"
LISKA = "Liska, G. (1962). Nations in Alliance: the Limits of Interdependence. John Hopkins Press, Baltimore.\n"
FORMATS = "csto: ‘--format’ is text, note, bibtex, csl-json, ris, not ‘bibtx’\n  did you mean ‘bibtex’?\n"
EXPORTS = "csto: export takes jsonl, csv, sqlite, graphml, dot, ics, not ‘grahpml’\n  did you mean ‘graphml’?\n"
SCHEMA = "csto: schema takes data, output, not ‘ouput’\n  did you mean ‘output’?\n"
LOCATOR = "csto: unreadable locator ‘page’\n  pairs of sec, par, fn, bib, p, art and a number\n"
NO_PLACE = "csto: ‘Kyrgyzstan’ is no document: it has no passages\n  csto cite kyrgyzstan\n"
BRIEF = "csto: csto-joint-headquarters has no statement ‘strengt’\n  did you mean ‘strength’?\n"

TRANSCRIPTS = [
    # what is asked, exit code, whole stdout or None, whole stderr
    ("find kirghizia", 0, "kyrgyzstan  state  Kyrgyzstan  also: Kirghizia\n", ""),
    (
        "find kirghizia --plain",
        0,
        "id\tkind\tname\tmatched\tmood\tsource\nkyrgyzstan\tstate\tKyrgyzstan\talso: Kirghizia\t\t\n",
        "",
    ),
    ("--plain find kirghizia --limit 1", 0, None, ""),
    ("find xyzzyqq", 1, "", "csto: nothing found for ‘xyzzyqq’\n"),
    ("find xyzzyqq --exact", 1, "", "csto: nothing found for ‘xyzzyqq’\n"),
    (
        "find kyrgyzstan --kind=body --exact",
        1,
        "",
        "csto: nothing found for ‘kyrgyzstan’\ncsto: 5 found without what narrows the search\n",
    ),
    ("find a --limit 0", 2, "", "csto: ‘--limit’ takes a number, not ‘0’\n"),
    ("show kyrgyzstan", 0, None, ""),
    ("show kirghizia", 0, None, ""),
    ("show Uzbekistam", 0, None, "csto: nothing is called ‘Uzbekistam’; showing ‘Uzbekistan’\n"),
    ("show kyrgyzstan --card", 0, None, ""),
    ("list event --since 2006-08 --until 2006-08-25 --plain", 0, None, ""),
    ("list event --since", 2, "", "csto: ‘--since’ needs DATE\n"),
    ("list event --since=", 2, "", "csto: ‘--since’ is empty\n  name DATE, or leave it out\n"),
    ("list event --linked-to=", 2, "", "csto: ‘--linked-to’ is empty\n  name ENTITY, or leave it out\n"),
    ("list event --since 2006 --until 2005", 2, "", "csto: ‘--until’ is before ‘--since’\n"),
    ("list events", 2, "", "csto: no kind ‘events’\n  did you mean ‘event’?\n"),
    ("timeline --since rubezh-2007 --until 2006", 2, "", "csto: ‘--until’ is before ‘--since’\n"),
    ("list --linked-to xyzzyqq", 1, "", "csto: nothing is called ‘xyzzyqq’\n"),
    ("list state --until 1800", 1, "", "csto: nothing is in this list\n"),
    ("show xyzzyqq", 1, "", "csto: nothing is called ‘xyzzyqq’\n"),
    ("show", 2, "", "csto: show needs ENTITY…\n  csto help show\n"),
    ("show csto --jsno", 2, "", "csto: no option ‘--jsno’ of show\n  did you mean ‘--json’?\n"),
    ("shwo csto", 2, "", "csto: no command ‘shwo’\n  did you mean ‘show’?\n"),
    ("--frobnicate", 2, "", "csto: no option ‘--frobnicate’\n"),
    (
        "list state --as-of never",
        2,
        "",
        "csto: neither a date nor a name: ‘never’\n  write YYYY, YYYY-MM or YYYY-MM-DD\n",
    ),
    ("list event --as-of 2004-02-30", 2, "", "csto: impossible date ‘2004-02-30’: February 2004 has 29 days\n" + DAY),
    ("list --as-of abkhazia", 2, "", "csto: ‘Abkhazia’ has no date\n"),
    ("list grouping --plain", 0, None, ""),
    ("cite liska-nations", 0, LISKA, ""),
    ("cite kirghizia --format ris", 0, None, ""),
    ("cite jasutis --format bibtx", 2, "", FORMATS),
    ("cite jasutis --locator page", 2, "", LOCATOR),
    ("cite liska-nations --locator ¶5", 0, LISKA.replace("Baltimore.", "Baltimore. ¶5."), ""),
    ("cite kyrgyzstan --locator ¶5", 2, "", NO_PLACE),
    ("cite chisinu-charter", 0, None, "csto: nothing is called ‘chisinu-charter’; taking ‘Chisinau Charter’\n"),
    ("cite article-2002 --locator ¶50", 1, "", "csto: ‘art. 2002’ has no passage ‘par 50’\n  did you mean ‘par 5’?\n"),
    ("show csto --card --plain", 2, "", "csto: ‘--plain’ is not for a card: it is text\n  leave out one of them\n"),
    ("brief joint-hq", 0, None, ""),
    ("brief csto-joint-headquarters:strengt", 1, "", BRIEF),
    ("brief", 2, "", "csto: brief needs ID… or --marks\n  csto help brief\n"),
    ("brief --marks", 1, "", "csto: nothing is marked; m marks in the explorer\n"),
    ("brief joint-hq -o /nowhere/x", 6, "", "csto: cannot write ‘/nowhere/x’: no such file or directory\n"),
    ("export graphml", 0, None, ""),
    ("export grahpml", 2, "", EXPORTS),
    ("export dot --metadata", 2, "", "csto: ‘--metadata’ is for sqlite, not for dot\n"),
    ("export sqlite -o /", 6, "", "csto: cannot write ‘/’: it is a folder\n"),
    ("completions bash", 0, None, ""),
    ("completions tcsh", 2, "", "csto: completions takes bash, zsh, fish, not ‘tcsh’\n"),
    ("paths", 0, None, ""),
    ("cite", 2, "", "csto: cite needs ENTITY\n  csto help cite\n"),
    ("members csto uzbekistan --as-of 2007-01-01 --plain", 0, None, ""),
    ("members nato lithuania", 5, None, ""),
    (
        "members csto a b",
        2,
        "",
        'csto: ‘b’ is one word too many for members\n  quote a name of several words: "csto a b"\n',
    ),
    ("--data /nowhere list", 2, "", "csto: no folder ‘/nowhere’\n  name a folder that holds vocab.yaml\n"),
    ("check /nowhere", 2, "", "csto: no folder ‘/nowhere’\n  name a folder that holds vocab.yaml\n"),
    ("open", 2, "", f"csto: the explorer needs a terminal; {INSTEAD}\n"),
    ("open csto --as-of 2005", 2, "", f"csto: the explorer needs a terminal; {INSTEAD}\n"),
    ("", 2, "", f"csto: the explorer needs a terminal; {INSTEAD}\n"),
    ("help", 0, None, ""),
    ("help find", 0, None, ""),
    ("show --help", 0, None, ""),
    ("help dates", 0, None, ""),
    ("help nope", 2, "", None),
    ("help topic-dates", 2, "", None),
    ("schema output", 0, None, ""),
    ("schema ouput", 2, "", SCHEMA),
    ("list state --fields nam", 2, "", "csto: no field ‘nam’\n  there are: id, kind, name, when\n"),
    ("list state --fields=", 2, "", "csto: ‘--fields’ is empty\n  name NAMES, or leave it out\n"),
    ("--version", 0, None, ""),
]


@pytest.mark.parametrize(("words", "code", "out", "err"), TRANSCRIPTS, ids=[one[0] or "nothing" for one in TRANSCRIPTS])
def test_a_command_line_answers_as_written(csto: Run, words: str, code: int, out: str | None, err: str | None) -> None:
    done = csto(*words.split())
    assert done == Done(code, done.out if out is None else out, done.err if err is None else err)
    assert (done.out == "") == (code in (1, 2, 3, 6))


def record(done: Done) -> Any:
    """The one JSON document of an answer."""
    assert done.out.endswith("\n")
    assert done.out.count("\n") == 1
    return json.loads(done.out)


# What the issue wants to be seen


def headquarters(csto: Run) -> Any:
    """The Joint Headquarters as scripts see it."""
    done = csto("show", "csto-joint-headquarters", "--json")
    assert (done.code, done.err) == (0, "")
    (entity,) = record(done)["entities"]
    return entity


def test_joint_headquarters_has_both_figures(csto: Run) -> None:
    figures = {fact["value"]: fact for fact in headquarters(csto)["facts"] if fact["about"] == "strength"}
    assert {value: fact["mood"] for value, fact in figures.items()} == {
        "at most 50 officers": "planned",
        "55 officers": None,
    }


def test_joint_headquarters_has_a_passage_for_each_figure(csto: Run) -> None:
    passages = {
        fact["value"]: [(cite["source"], cite["locator"]) for cite in fact["cites"]]
        for fact in headquarters(csto)["facts"]
        if fact["about"] == "strength"
    }
    assert passages == {
        "at most 50 officers": [("article-2002", "par 4")],
        "55 officers": [("jasutis", "sec 2.4 par 2")],
    }


def test_joint_headquarters_has_the_trouble_plan(csto: Run) -> None:
    plans = [one for one in headquarters(csto)["troubles"] if one["kind"] == "plan" and one["about"] == "strength"]
    assert [[claim["value"] for claim in one["claims"]] for one in plans] == [["at most 50 officers", "55 officers"]]


def test_kirghizia_is_kyrgyzstan(csto: Run) -> None:
    hits = record(csto("find", "kirghizia", "--json"))["hits"]
    assert [hit["id"] for hit in hits] == ["kyrgyzstan"]
    assert hits[0]["matched"] == {"field": "also", "text": "Kirghizia", "mood": None, "cites": []}


def test_a_slip_finds_the_joint_headquarters(csto: Run) -> None:
    assert record(csto("find", "joint", "headqarters", "--json"))["hits"][0]["id"] == "csto-joint-headquarters"


@pytest.mark.parametrize(
    ("day", "answer", "code"),
    [("2007-01-01", "in", 0), ("2004-06-01", "out", 1), ("2006", "unknown", 5), ("2020", "unknown", 5)],
)
def test_uzbekistan_by_day(csto: Run, day: str, answer: str, code: int) -> None:
    done = csto("members", "csto", "uzbekistan", "--as-of", day, "--json")
    (member,) = record(done)["members"]
    assert (member["id"], member["answer"], done.code) == ("uzbekistan", answer, code)


BREAKS = [
    ("events.yaml", "  when:\n    is: 2004\n", "  when:\n    is: 2004-02-30\n", "impossible date ‘2004-02-30’"),
    ("bodies.yaml", "to: ramil-nadyrov\n", "to: ramil-nadirov\n", "‘ramil-nadirov’"),
    ("groupings.yaml", "  name: Baltic Battalion\n", "  name: Baltic Battalion\n  name: BALTBAT\n", "‘name’"),
    ("concepts.yaml", "  name: Legal stage\n", '  name: "Legal stage\n', "quot"),
]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data, broken in four ways."""
    folder = tmp_path_factory.mktemp("broken") / "data"
    builders.copied(ROOT / "data", folder)
    for name, sound, wrong, _ in BREAKS:
        text = (folder / name).read_text("utf-8")
        assert sound in text
        (folder / name).write_text(text.replace(sound, wrong, 1), "utf-8")
    return folder


def test_check_names_four_breaks_each_with_its_line_in_one_run(csto: Run, broken: Path) -> None:
    done = csto("check", str(broken), "--json")
    errors = [problem for problem in record(done)["problems"] if problem["severity"] == "error"]
    assert done.code == 3
    for name, _, wrong, word in BREAKS:
        text = (broken / name).read_text("utf-8")
        first = text[: text.index(wrong)].count("\n") + 1
        lines = range(first - 1, first + wrong.count("\n"))
        found = [one for one in errors if one["file"] == str(broken / name) and one["line"] in lines]
        assert [word in one["message"] for one in found] == [True], errors
    assert len(errors) == len(BREAKS)


def test_check_shows_each_break_with_place_line_and_caret(csto: Run, broken: Path) -> None:
    done = csto("check", str(broken))
    shown = done.out.splitlines()
    assert sum(line.startswith(str(broken)) and ": error: " in line for line in shown) == len(BREAKS)
    assert sum(line.strip(" |^") == "" and "^" in line for line in shown) == len(BREAKS)
    assert done.err.endswith("4 errors\n")


def test_what_is_sound_in_broken_data_is_shown(csto: Run, broken: Path) -> None:
    done = csto("show", "csto-joint-headquarters", "--data", str(broken), "--plain")
    assert done.code == 0
    assert done.err == "csto: 4 errors in the data; csto check tells where\n"
    assert "55 officers" in done.out


def test_check_of_the_real_data_has_nothing_to_say(csto: Run) -> None:
    done = csto("check", "data", "--strict")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("entities; no problem\n")


# Files


def test_a_brief_is_written_once_and_never_over_another_file(csto: Run, tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    assert csto("brief", "joint-hq", "-o", str(path)) == Done(0, "", f"csto: wrote {path}\n")
    text = path.read_text("utf-8")
    assert text == csto("brief", "joint-hq").out
    again = csto("brief", "csto", "--output", str(path))
    assert again.code == 6
    assert again.err == f"csto: ‘{path}’ is there already\n  name another file, or overwrite it with --force\n"
    assert path.read_text("utf-8") == text
    assert csto("brief", "csto", "-o", str(path), "--force").code == 0
    assert path.read_text("utf-8") != text


def test_a_brief_has_what_was_marked_in_the_explorer(csto: Run, tmp_path: Path) -> None:
    kept = tmp_path / "csto" / f"{file_name(str(ROOT / 'data'))}.json"
    kept.parent.mkdir()
    kept.write_text(json.dumps({"marks": [["csto-joint-headquarters", "strength-2"], 3, ["a"]]}), "utf-8")
    done = csto("brief", "--marks", XDG_STATE_HOME=str(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert "55 officers" in done.out


# Ambiguous, unknown and wrong, for machines


def test_an_ambiguous_name_lists_what_it_could_be(csto: Run) -> None:
    done = csto("show", "military")
    lines = done.err.splitlines()
    assert (done.code, done.out, lines[0]) == (4, "", "csto: ‘military’ could be several things")
    assert "military-sources" in [line.split()[0] for line in lines[1:]]


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ("show military", 4, "ambiguous"),
        ("show xyzzyqq", 1, "not-found"),
        ("show", 2, "usage"),
        ("shwo", 2, "usage"),
        ("list --as-of never", 2, "usage"),
        ("list --data /nowhere", 2, "data"),
        ("open", 2, "usage"),
    ],
)
def test_errors_are_json_where_json_is_asked(csto: Run, words: str, code: int, name: str) -> None:
    done = csto(*words.split(), "--json")
    made = record(done)
    assert (done.code, done.err) == (code, "")
    assert set(made) == {"version", "error"}
    assert (made["version"], made["error"]["code"]) == (1, name)
    assert made["error"]["message"]
    assert bool(made["error"]["candidates"]) is (name == "ambiguous")
    assert all(set(one) == {"id", "kind", "name"} for one in made["error"]["candidates"])


@pytest.mark.parametrize("words", ["show", "shwo", "list --as-of never", "compare armenia Armenia", "list brid"])
def test_an_error_in_json_says_what_it_says_in_text(csto: Run, words: str) -> None:
    lines = csto(*words.split()).err.removeprefix("csto: ").splitlines()
    assert record(csto(*words.split(), "--json"))["error"]["message"] == "; ".join(line.strip() for line in lines)


def test_gists_of_several_stand_apart(csto: Run) -> None:
    one, other = (csto("show", id_, "--card").out for id_ in ("armenia", "belarus"))
    assert csto("show", "armenia", "belarus", "--card").out == f"{one}\n{other}"


def test_cards_of_several_stand_apart_above_one_list_of_sources(csto: Run) -> None:
    told = csto("show", "armenia", "belarus").out
    assert "\n\nBelarus\n" in told
    assert told.count("\nSources\n") == 1


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("find staff", {"version", "query", "as_of", "hits", "hidden"}),
        ("show csto", {"version", "as_of", "entities"}),
        ("list state", {"version", "entities"}),
        ("members csto", {"version", "organisation", "as_of", "members"}),
        ("check data", {"version", "problems", "counts"}),
    ],
)
def test_each_answer_has_the_keys_of_the_contract(csto: Run, words: str, keys: set[str]) -> None:
    made = record(csto(*words.split(), "--json"))
    assert keys <= set(made)
    assert made["version"] == 1


@pytest.mark.parametrize(
    ("words", "rows", "keys"),
    [
        ("find staff", "hits", {"id", "kind", "name", "score", "matched"}),
        ("list state", "entities", {"id", "kind", "name", "when"}),
        ("members csto", "members", {"id", "name", "answer", "as", "since", "until", "cites"}),
    ],
)
def test_each_row_has_the_keys_of_the_contract(csto: Run, words: str, rows: str, keys: set[str]) -> None:
    found = record(csto(*words.split(), "--json"))[rows]
    assert found != []
    assert [row for row in found if not keys <= set(row)] == []


@pytest.mark.parametrize(
    ("words", "rows"), [("find staff", "hits"), ("list state", "entities"), ("members csto", "members")]
)
def test_json_lines_are_the_rows_of_the_document(csto: Run, words: str, rows: str) -> None:
    lines = csto(*words.split(), "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == record(csto(*words.split(), "--json"))[rows]


@pytest.mark.parametrize("words", ["find staff", "show csto", "list", "members csto"])
def test_plain_lines_have_as_many_cells_as_their_header(csto: Run, words: str) -> None:
    header, *rows = csto(*words.split(), "--plain").out.splitlines()
    assert rows != []
    assert {row.count("\t") for row in rows} == {header.count("\t")}


def test_switches_before_the_command_count_as_much_as_after_it(csto: Run) -> None:
    before = csto("--as-of", "2004-06-01", "--json", "members", "csto")
    assert before == csto("members", "csto", "--json", "--as-of=2004-06-01")
    assert record(before)["as_of"] == "2004-06-01"


def test_what_the_day_hides_is_told_on_stderr(csto: Run) -> None:
    done = csto("list", "event", "--as-of", "2004-06-01")
    assert done.err.endswith(" more are hidden by --as-of\n")
    assert "Rubezh-2006" not in done.out


# Where the answer goes


def test_a_reader_who_has_seen_enough_is_no_error(environment: dict[str, str]) -> None:
    command = f"{' '.join(PROGRAM)} show csto csto csto csto csto csto csto csto csto csto | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, env=environment, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"Collective Security Treaty Organization\n", b"")


@pytest.mark.parametrize("words", ["list", "show csto --json", "show xyzzyqq --json", "help"])
def test_a_full_disk_is_told(environment: dict[str, str], words: str) -> None:
    with open("/dev/full", "wb") as full:
        done = into(environment, words, full)
    assert done == (NOT_WRITTEN, f"csto: cannot write: {os.strerror(errno.ENOSPC).lower()}\n")


def into(environment: dict[str, str], words: str, stdout: IO[bytes]) -> tuple[int, str]:
    """Exit code and stderr of a command that writes to a file."""
    done = subprocess.run(
        [*PROGRAM, *words.split()], stdout=stdout, stderr=subprocess.PIPE, env=environment, cwd=ROOT, check=False
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("closed", "words", "code", "said"),
    [
        (">&-", "list", 6, "csto: cannot write: stdout is closed\n"),
        ("2>&-", "show xyzzyqq", 1, ""),
        (">&- 2>&-", "list", 6, ""),
        ("<&-", "find kirghizia", 0, ""),
        ("<&-", "open", 2, f"csto: the explorer needs a terminal; {INSTEAD}\n"),
        (">&-", "open", 2, f"csto: the explorer needs a terminal; {INSTEAD}\n"),
    ],
)
def test_closed_streams_are_no_reason_to_fail(
    environment: dict[str, str], closed: str, words: str, code: int, said: str
) -> None:
    command = ["sh", "-c", f"exec {' '.join(PROGRAM)} {words} {closed}"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr.decode()) == (code, said)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Children listen to an interrupt even where the tests run in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_it_with_130_and_no_word(environment: dict[str, str]) -> None:
    """The answer is larger than a pipe, so that the program still writes when the signal comes."""
    command = [*PROGRAM, "show", *["csto"] * 12, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stdout.read(1) == b"{"
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=60)
    assert (child.returncode, said) == (130, b"")


# Looks and letters


@pytest.mark.parametrize(
    ("switches", "variables", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ([], {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "always"], {}, True),
        (["--color=always"], {"NO_COLOR": "1"}, True),
        (["--color=always"], {"TERM": "dumb"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "auto"], {}, False),
    ],
)
def test_color_is_asked_for_in_this_order(
    csto: Run, switches: list[str], variables: dict[str, str], colored: bool
) -> None:
    assert ("\x1b[" in csto("show", "kanal-2004", *switches, **variables).out) is colored


def test_color_changes_nothing_but_the_looks(csto: Run) -> None:
    colored = csto("show", "csto", "--color=always").out
    for look in ("0", "1", "2", "33"):
        colored = colored.replace(f"\x1b[{look}m", "")
    assert colored == csto("show", "csto").out


@pytest.mark.parametrize(
    ("given", "most"), [("40", 40), ("200", 200), ("10", 20), ("", 80), ("nonsense", 80), ("-5", 80)]
)
def test_lines_keep_to_the_columns(csto: Run, given: str, most: int) -> None:
    lines = csto("show", "csto-joint-headquarters", COLUMNS=given).out.splitlines()
    assert most - 20 < max(map(width, lines)) <= most


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
@pytest.mark.parametrize("words", ["show csto-joint-headquarters", "members csto", "show xyzzyqq", "show military"])
def test_a_terminal_without_utf_8_gets_ascii(csto: Run, words: str, variables: dict[str, str]) -> None:
    done = csto(*words.split(), **variables)
    assert done.code == csto(*words.split()).code
    assert (done.out + done.err).isascii()
    assert "\\u" not in done.out + done.err


def test_in_the_c_locale_marks_and_places_stay_readable(csto: Run) -> None:
    out = csto("show", "csto-joint-headquarters", PYTHONIOENCODING="ascii").out
    assert "55 officers - 2005" in out
    assert "Jasutis sec 2.4 par 2" in out


def test_the_c_locale_alone_changes_nothing(csto: Run) -> None:
    assert csto("show", "csto", LANG="C") == csto("show", "csto")


def test_json_is_ascii_in_any_locale(csto: Run) -> None:
    assert csto("show", "csto", "--json").out.isascii()
    assert csto("show", "csto", "--json") == csto("show", "csto", "--json", PYTHONIOENCODING="ascii")


# Hostile arguments and surroundings


@pytest.mark.parametrize(
    "words",
    [
        ["find", ESCAPES],
        ["find", "staff", "--not", ESCAPES],
        ["show", ESCAPES],
        ["show", ESCAPES, "--json"],
        ["find", ESCAPES, "--json"],
        ["list", ESCAPES],
        ["list", "--as-of", ESCAPES],
        ["list", "--data", ESCAPES],
        ["check", ESCAPES],
        ["members", "csto", ESCAPES],
        ["find", "a", "--limit", ESCAPES],
        ["--color", ESCAPES, "list"],
        ["help", ESCAPES],
        [ESCAPES],
        [f"--{ESCAPES}"],
        ["open", "csto", ESCAPES],
    ],
)
def test_escape_sequences_in_arguments_reach_nobody(csto: Run, words: list[str]) -> None:
    done = csto(*words)
    assert [one for one in done.out + done.err if not (one.isprintable() or one == "\n")] == []
    assert done.code in (0, 1, 2, 3, 4)
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "words",
    [
        [b"find", b"caf\xe9"],
        [b"show", b"\xff\xfe"],
        [b"show", b"\xe9", b"--json"],
        [b"members", b"csto", b"\xe9"],
        [b"list", b"\xe9"],
        [b"list", b"--as-of", b"\xe9"],
        [b"list", b"--data", b"/nowhere/\xe9"],
        [b"check", b"/nowhere/\xe9"],
        [b"\xe9"],
        [b"--\xe9"],
        [b"find", b"a", b"--not", b"\xe9"],
    ],
)
def test_arguments_that_are_no_text_are_no_traceback(csto: Run, words: list[bytes]) -> None:
    done = csto(*words)
    assert done.code in (0, 1, 2, 3)
    assert "Traceback" not in done.err


def copied(folder: Path) -> bytes:
    """A copy of the real data in a folder whose name is no UTF-8."""
    name = folder / os.fsdecode(b"caf\xe9")
    builders.copied(ROOT / "data", name)
    return os.fsencode(name)


def test_check_reads_a_folder_whose_name_is_no_utf_8(csto: Run, tmp_path: Path) -> None:
    done = csto("check", copied(tmp_path))
    assert (done.code, done.out) == (0, "")


def test_a_folder_whose_name_is_no_utf_8_is_opened(csto: Run, tmp_path: Path) -> None:
    done = csto("find", "kirghizia", "--data", copied(tmp_path))
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    "variables",
    [
        {"HOME": None},
        {"HOME": None, "XDG_CACHE_HOME": None},
        {"HOME": "/nonexistent"},
        {"HOME": ""},
        {"XDG_CACHE_HOME": "relative"},
    ],
)
def test_without_a_home_it_answers_the_same(csto: Run, variables: dict[str, str | None], tmp_path: Path) -> None:
    usual = {"XDG_CACHE_HOME": str(tmp_path)} if variables.get("HOME") is None else {}
    assert csto("find", "kirghizia", **{**variables, **usual}).out == csto("find", "kirghizia").out


def test_without_a_cache_folder_it_works_from_memory_and_says_so_once(csto: Run, tmp_path: Path) -> None:
    """A file where the folder should be stops even root."""
    (tmp_path / "taken").write_text("")
    done = csto("find", "kirghizia", XDG_CACHE_HOME=str(tmp_path / "taken"))
    assert done.out == csto("find", "kirghizia").out
    assert done.code == 0
    assert done.err == "csto: the cache cannot be written (not a directory); working from memory\n"


def test_a_cache_that_is_rubbish_is_written_anew(csto: Run, tmp_path: Path) -> None:
    first = csto("find", "kirghizia", XDG_CACHE_HOME=str(tmp_path))
    (compiled,) = (tmp_path / "csto").glob("*.sqlite")
    compiled.write_bytes(b"rubbish" * 1000)
    assert csto("find", "kirghizia", XDG_CACHE_HOME=str(tmp_path)) == first == Done(0, first.out, "")


def test_the_variable_names_a_folder_as_the_switch_does(csto: Run, broken: Path) -> None:
    assert csto("show", "csto", CSTO_DATA=str(broken)) == csto("show", "csto", "--data", str(broken))


def test_a_terminal_that_cannot_draw_is_told_the_shell_commands(environment: dict[str, str]) -> None:
    main, other = os.openpty()
    try:
        done = subprocess.run(
            [*PROGRAM, "open"],
            stdin=other,
            stdout=other,
            stderr=other,
            env={**environment, "TERM": "dumb"},
            cwd=ROOT,
            check=False,
        )
        said = os.read(main, 4096).decode().replace("\r\n", "\n")
    finally:
        os.close(main)
        os.close(other)
    assert done.returncode == 2
    assert said == f"csto: the explorer cannot draw on this terminal (TERM is empty or dumb); {INSTEAD}\n"


def test_damaged_compiled_data_are_compiled_again(csto: Run, tmp_path: Path) -> None:
    """Whatever page is overwritten, the answer is the same, and a line on stderr says what happened."""
    cache = str(tmp_path / "cache")
    whole = csto("show", "kyrgyzstan", "--data", str(ROOT / "data"), XDG_CACHE_HOME=cache)
    compiled = next((tmp_path / "cache" / "csto").glob("*.sqlite"))
    pages = compiled.read_bytes()
    compiled.write_bytes(pages[:8192] + b"\xff" * (len(pages) - 8192))
    again = csto("show", "kyrgyzstan", "--data", str(ROOT / "data"), XDG_CACHE_HOME=cache)
    assert (again.code, again.out) == (0, whole.out)
    assert csto("show", "kyrgyzstan", "--data", str(ROOT / "data"), XDG_CACHE_HOME=cache).err == ""


@pytest.mark.parametrize("letters", [800, 5000])
def test_a_long_word_is_no_harder_than_a_short_one(csto: Run, letters: int) -> None:
    done = csto("find", "qx" * (letters // 2))
    assert (done.code, done.out) == (1, "")
