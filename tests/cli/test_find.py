"""`csto find`: operators and their switches, what is said where nothing is found, the same hits as in the pane."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from explorer.store.cache import open_store
from explorer.store.read import Store
from explorer.store.search import find
from explorer.tui.screens.answers import HITS
from tests.cli.conftest import ROOT, Run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real data, as the explorer has them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        made = open_store(str(ROOT / "data"))
    yield made
    made.close()


@pytest.mark.parametrize(
    "query", ["rubezh", "joint headqarters", "Бордюжа", "treaty of", "drugs afghanistan", "kind:event 2006", "=kanal"]
)
def test_the_shell_and_the_pane_find_the_same_in_the_same_order(csto: Run, store: Store, query: str) -> None:
    hits, _ = find(store, query, store.lens(None), limit=HITS)
    told = json.loads(csto("find", query, "--json", "--limit", str(HITS)).out)["hits"]
    assert [(hit["id"], hit["score"], hit["matched"]["text"]) for hit in told] == [
        (hit.ref.id, hit.score, hit.text) for hit in hits
    ]


@pytest.mark.parametrize(
    ("typed", "switches"),
    [
        (["exercise", "kind:event"], ["exercise", "--kind", "event"]),
        (["exercise", "in:2004/2005"], ["exercise", "--in", "2004/2005"]),
        (["ministers", "source:article-2001"], ["ministers", "--source", "article-2001"]),
        (["=kanal"], ["kanal", "--exact"]),
        (["--", "rubezh", "-series"], ["rubezh", "--not", "series"]),
    ],
)
def test_a_switch_says_what_an_operator_says(csto: Run, typed: list[str], switches: list[str]) -> None:
    done = csto("find", *typed)
    assert done.code == 0
    assert done.out == csto("find", *switches).out
    assert done.out != csto("find", switches[0]).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["a", "kind:evnt"], "csto: no kind ‘evnt’\n  did you mean ‘event’?\n"),
        (["a", "--kind", "evnt"], "csto: no kind ‘evnt’\n  did you mean ‘event’?\n"),
        (["a", "--source", "jasutiss"], "csto: no source ‘jasutiss’\n  did you mean ‘jasutis’?\n"),
        (["a", "colour:red"], "csto: no operator ‘colour:’\n  there are kind:, in:, source:, only:\n"),
        (["a", "--in", "2004-13"], "csto: ‘in:2004-13’: impossible date ‘2004-13’: there is no month 13\n"),
    ],
)
def test_what_cannot_be_asked_is_an_error_with_a_hint(csto: Run, words: list[str], told: str) -> None:
    done = csto("find", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(told.partition("\n")[0].partition("there is")[0])
    assert "did you mean" not in told or done.err == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["qqqqqqqq"], "csto: nothing found for ‘qqqqqqqq’\n"),
        (
            ["kazakhstann", "--kind", "place", "only:names"],
            "csto: nothing found for ‘kazakhstann only:names’, nor for ‘kazakhstan’\n"
            "csto: the nearest words are ‘kazakhstan’\n",
        ),
        (
            ["=bread", "18", "tons"],
            "csto: nothing found for ‘=bread 18 tons’\ncsto: 1 found without --exact, in facts\n",
        ),
        (
            ["rubezh-2006", "only:names", "--as-of", "1995"],
            "csto: 1 more is hidden by --as-of\ncsto: nothing found for ‘rubezh-2006 only:names’\n"
            "csto: 1 found without --as-of\n",
        ),
    ],
)
def test_where_nothing_is_found_it_is_said_what_was_tried(csto: Run, words: list[str], told: str) -> None:
    done = csto("find", *words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(told)


def test_a_fact_that_is_found_says_its_mood_its_speaker_and_its_source(csto: Run) -> None:
    line, *beneath = csto("find", "50", "officers").out.splitlines()
    assert line.endswith("· planned, said 14 May 2002? · says Military sources (2002)  (art. 2002 ¶4 [1])")
    assert beneath[:3] == ["", "Sources", "  [1] art. 2002"]


def test_a_fact_that_is_found_is_cited_for_scripts(csto: Run) -> None:
    (hit,) = json.loads(csto("find", "50", "officers", "--json").out)["hits"]
    assert hit["matched"]["mood"] == "planned"
    assert [cite["display"] for cite in hit["matched"]["cites"]] == ["art. 2002 ¶4"]
    assert csto("find", "50", "officers", "--plain").out.splitlines()[1].endswith("\tplanned\tart. 2002 ¶4")
