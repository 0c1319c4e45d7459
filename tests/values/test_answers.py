"""The table "asked at day or period D, a claim answers" of docs/data-format.md, row for row and word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.store import membership
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.values import answers, dates
from explorer.values.dates import FOREVER, NO, UNKNOWN, YES
from tests import builders

ROWS = [
    ("link `2004/2006`", "2005-03-01 · 2003 · 2007", "yes · no · no"),
    ("link `2004/2006`", "2004-06-01 (start only known as 2004)", "cannot tell"),
    ("link `2006/..`, horizon 2007-10", "2006 · 2007-01-01 · 2020", "cannot tell · yes · cannot tell"),
    ("link `1994/`", "1995 · 1990", "cannot tell · no"),
    ("no `when`, relation `time: life`", "any day in both ends' lives", "yes"),
    ("no `when`, relation `time: dated`", "any day", "cannot tell"),
    ("relation `time: never` (cites, decided …)", "any day", "shown, not dated"),
    ("fact, single date 2005", "2005 · 2006 · 2004", 'yes · shown as "as of 2005" · left out'),
    ("fact, no `when`, on an event or document", "", "that one's own time"),
    ("fact, no `when`, elsewhere", "", "`said`, else the footnoted work's date, else the source's"),
    (
        "`mood: planned` for 2004, said 2003-04",
        "2003-06 · 2005",
        "shown as planned · shown as planned beside the outcome",
    ),
    ("`mood: denied`, 2004", "2004", "no, with its source"),
    ("entity not yet begun · ended", "", "left out · marked ended"),
    ("nothing said", "any day", 'cannot tell, never "no"'),
]
"""Claim, asked, answer."""

WORLD = """
    alpha: {kind: state, name: Alpha}
    bravo: {kind: state, name: Bravo}
    charlie: {kind: state, name: Charlie}
    delta: {kind: state, name: Delta}
    echo: {kind: state, name: Echo}
    meeting:
      kind: event
      name: Meeting
      when: {is: 2004-06-02, cite: late sec 1 par 1}
      facts:
        - {text: It was short., cite: late sec 1 par 1}
    paper:
      kind: document
      name: Paper
      date: 2003-05
      facts:
        - {text: It lays something down., cite: late sec 1 par 1}
    league:
      kind: organisation
      name: League
      when: {is: 1992/2006, cite: late sec 1 par 1}
      links:
        succeeds: {to: union, cite: late sec 1 par 1}
    union: {kind: organisation, name: Union}
    staff:
      kind: body
      name: Staff
      when: {is: 1995/2005, cite: late sec 1 par 1}
      links:
        organ-of: {to: league, cite: late sec 1 par 1}
        seated-in: {to: alpha, cite: late sec 1 par 1}
        chair:
          - {to: alpha, when: 2004/2006, cite: late sec 1 par 2}
          - {to: bravo, when: 2006/.., cite: late sec 1 par 2}
          - {to: charlie, when: 1994/, cite: late sec 1 par 2}
          - {to: delta, when: 2004, mood: denied, cite: late sec 1 par 2}
      facts:
        - {text: Known in 2005., about: strength, value: 55 officers, when: 2005, cite: late sec 1 par 3}
        - {text: Foreseen., about: strength, value: 50 officers, when: 2004, said: 2003-04, mood: planned, cite: early}
        - {text: Said in 2003., about: status, said: 2003, cite: late sec 1 par 3 fn 1}
        - {text: From the work., about: status, cite: late sec 1 par 3 fn 1}
        - {text: From the source., about: status, cite: late sec 1 par 3 fn 2}
"""

DAYS = {
    "any day": ("1990-01-01", "1998", "2007-10-31", "2020-01-01"),
    "any day in both ends' lives": ("1996-01-01", "1999", "2004-12-31", "1996/2004"),
    "2004-06-01 (start only known as 2004)": ("2004-06-01",),
    "": ("",),
}
"""The days that stand for the table's words."""


def link(key: str) -> Callable[[Store, str], str]:
    """How a link of the staff answers, in the table's words."""

    def answered(store: Store, asked: str) -> str:
        claim = builders.of(store, "staff", asked)[key]
        if claim.mood == "denied":
            return "no, with its source" if claim.answer == NO and claim.shown and claim.cites else "something else"
        return {YES: "yes", NO: "no", UNKNOWN: "cannot tell"}[claim.answer or UNKNOWN]

    return answered


def undated(store: Store, asked: str) -> str:
    """How a link of a relation without times answers."""
    claim = builders.of(store, "league", asked)["succeeds.union"]
    return "shown, not dated" if (claim.answer, claim.shown) == (None, True) else "something else"


def fact(store: Store, asked: str) -> str:
    """How the dated fact answers."""
    claim = builders.of(store, "staff", asked)["strength"]
    if not claim.shown:
        return "left out"
    assert claim.time is not None
    return "yes" if claim.answer == YES else f'shown as "as of {dates.show(claim.time)}"'


def own_time(store: Store, _: str) -> str:
    """What the facts of an event and of a document take for their time."""
    times = [_basis(builders.of(store, id_)["fact"]) for id_ in ("meeting", "paper")]
    return "that one's own time" if times == [("own", "2004-06-02"), ("own", "2003-05")] else "something else"


def spoken(store: Store, _: str) -> str:
    """What facts elsewhere take for their time."""
    claims = builders.of(store, "staff")
    times = [_basis(claims[key]) for key in ("status", "status-2", "status-3")]
    expected = [("said", "2003"), ("work", "2003-04"), ("source", "2007")]
    return "`said`, else the footnoted work's date, else the source's" if times == expected else "something else"


def _basis(claim: Claim) -> tuple[str, str]:
    assert claim.time is not None
    return claim.basis, claim.time.text


def planned(store: Store, asked: str) -> str:
    """How the planned figure is shown."""
    claims = builders.of(store, "staff", asked)
    plan, outcome = claims["strength-2"], claims["strength"]
    if not plan.shown or plan.mood != "planned" or plan.answer != UNKNOWN:
        return "something else"
    return "shown as planned" + (" beside the outcome" if outcome.shown else "")


def life(store: Store, _: str) -> str:
    """What becomes of an entity before and after its life."""
    staff = builders.entity(store, "staff")
    before, after = builders.as_of(store, "1994"), builders.as_of(store, "2006")
    first = "left out" if not before.shows(staff.seen) else "something else"
    return first + " · " + ("marked ended" if after.shows(staff.seen) and after.ended(staff) else "something else")


def nothing_said(store: Store, asked: str) -> str:
    """What the data tell of a membership that nobody mentions."""
    league, echo = builders.entity(store, "league"), builders.entity(store, "echo")
    answer = membership.member(store, league, echo, builders.as_of(store, asked)).answer
    return 'cannot tell, never "no"' if answer == UNKNOWN else "something else"


ASKING: list[Callable[[Store, str], str]] = [
    link("chair.alpha"),
    link("chair.alpha"),
    link("chair.bravo"),
    link("chair.charlie"),
    link("organ-of.league"),
    link("seated-in.alpha"),
    undated,
    fact,
    own_time,
    spoken,
    planned,
    link("chair.delta"),
    life,
    nothing_said,
]
"""How each row is asked."""


def cases() -> Iterator[object]:
    """Every day of every row."""
    for (claim, asked, answer), ask in zip(ROWS, ASKING, strict=True):
        days = asked.split(" · ") if asked else [asked]
        told = answer.split(" · ") if asked else [answer]
        for day, words in zip(days, told, strict=True):
            for one in DAYS.get(day, (day,)):
                yield pytest.param(ask, one, words, id=f"{claim} | {one} | {words}")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A small data set with one claim for each row."""
    return builders.compiled(tmp_path_factory.mktemp("world"), WORLD)


@pytest.mark.parametrize(("ask", "asked", "answer"), list(cases()))
def test_asked_at_a_day_or_period_a_claim_answers(
    world: Store, ask: Callable[[Store, str], str], asked: str, answer: str
) -> None:
    assert ask(world, asked) == answer


def test_the_documentation_has_this_table() -> None:
    """docs/data-format.md holds exactly these rows."""
    path = Path(__file__).parents[2] / "docs" / "data-format.md"
    text = path.read_text(encoding="utf-8")
    table = text.split("| claim | asked | answer |\n|---|---|---|\n")[1].split("\n\n")[0]
    assert [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines()] == ROWS


@pytest.mark.parametrize(
    ("when", "asked", "answer"),
    [
        ("2005", "2005", YES),
        ("2005", "2004/2006", YES),
        ("2005", "2005-06", UNKNOWN),
        ("2005-06", "2005", YES),
        ("2005", "2004", UNKNOWN),
        ("2004-06-01/2004-06-30", "2004-06", YES),
        ("2004-06-01/2004-06-30", "2004-06-30", YES),
        ("2004-06-01/2004-06-30", "2004-07-01", NO),
        ("2004-06-01/2004-06-30", "2004", UNKNOWN),
        ("../2006", "1999", YES),
        ("/2006", "1999", UNKNOWN),
        ("../2006", "2007-01", NO),
        ("2002/..", "2003", UNKNOWN),
        ("2002/2020", "2007-11", UNKNOWN),
        ("2002/2020", "2007-10-31", YES),
    ],
)
def test_a_single_date_answers_only_questions_that_take_it_in_and_an_interval_those_within(
    when: str, asked: str, answer: str
) -> None:
    assert answers.holds(dates.parse(when), dates.parse(asked), "2007-10-31") == answer


@pytest.mark.parametrize(
    ("when", "asked", "answer"),
    [
        ("2004", "2004", NO),
        ("2004", "2004-06-01", NO),
        ("2004", "2003/2005", UNKNOWN),
        ("2004", "2005", UNKNOWN),
        ("2004", "2004-06/2005-06", UNKNOWN),
        ("2003/2005", "2004", NO),
        ("2003/2005", "2005", UNKNOWN),
        ("2003/2005", "2006", UNKNOWN),
        ("2004", "2020", UNKNOWN),
    ],
)
def test_a_denial_covers_the_time_that_it_names(when: str, asked: str, answer: str) -> None:
    assert answers.denied(dates.parse(when), dates.parse(asked), "2007-10-31") == answer


@pytest.mark.parametrize(
    ("when", "asked", "begun", "ended"),
    [
        ("2004/2006", "2003", NO, NO),
        ("2004/2006", "2004-06", UNKNOWN, NO),
        ("2004/2006", "2005", YES, NO),
        ("2004/2006", "2006-06", YES, UNKNOWN),
        ("2004/2006", "2007", YES, YES),
        ("2004/..", "2007", YES, UNKNOWN),
    ],
)
def test_what_has_begun_and_what_was_over(when: str, asked: str, begun: str, ended: str) -> None:
    date, question = dates.parse(when), dates.parse(asked)
    assert (answers.begun(date, question), answers.ended(date, question)) == (begun, ended)


@pytest.mark.parametrize(
    ("several", "answer"),
    [([], UNKNOWN), ([NO], NO), ([NO, UNKNOWN], UNKNOWN), ([NO, UNKNOWN, YES], YES), ([NO, NO], NO)],
)
def test_several_periods_hold_if_any_does(several: list[str], answer: str) -> None:
    assert answers.together(several) == answer


@pytest.mark.parametrize(
    ("one", "other", "answer"), [(YES, YES, YES), (YES, UNKNOWN, UNKNOWN), (UNKNOWN, NO, NO), (YES, NO, NO)]
)
def test_what_needs_two_things_needs_both(one: str, other: str, answer: str) -> None:
    assert answers.both(one, other) == answers.both(other, one) == answer


def test_no_question_has_no_answer_and_hides_nothing() -> None:
    lens = Lens(None, FOREVER)
    assert lens.fact("when", "", None, None) == lens.link("when", "", None, None, UNKNOWN) == (None, True)
    assert lens.shows("2004-01-01")


def test_a_plan_is_not_shown_before_it_was_made_known(world: Store) -> None:
    shown = {day: builders.of(world, "staff", day)["strength-2"].shown for day in ("2003-03", "2003-04", "2003-06")}
    assert shown == {"2003-03": False, "2003-04": True, "2003-06": True}


DAY = st.dates().map(str)
INTERVAL = st.builds(lambda a, b: dates.parse(f"{min(a, b)[:7]}/{max(a, b)[:4]}"), DAY, DAY)
PERIOD = st.builds(lambda a, b: dates.parse(f"{min(a, b)}/{max(a, b)}"), DAY, DAY)


@given(INTERVAL, PERIOD, st.data())
def test_an_interval_never_answers_both_yes_and_no(when: dates.Date, asked: dates.Date, data: st.DataObject) -> None:
    """What it answers for a period, no day within the period contradicts."""
    answer = answers.holds(when, asked, FOREVER)
    bounds = [date.fromisoformat(day) for day in asked.text.split("/")]
    day = dates.parse(str(data.draw(st.dates(*bounds))))
    within = answers.holds(when, day, FOREVER)
    assert answer in (UNKNOWN, within)


@given(INTERVAL, PERIOD)
def test_what_holds_has_begun_and_is_not_over(when: dates.Date, asked: dates.Date) -> None:
    if answers.holds(when, asked, FOREVER) == YES:
        assert (answers.begun(when, asked), answers.ended(when, asked)) == (YES, NO)


@given(INTERVAL, PERIOD, DAY)
def test_past_the_horizon_nobody_can_tell(when: dates.Date, asked: dates.Date, horizon: str) -> None:
    if asked.start_earliest > horizon:
        assert answers.holds(when, asked, horizon) == answers.denied(when, asked, horizon) == UNKNOWN
