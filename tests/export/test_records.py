"""Version 1 of the JSON: the keys that scripts rely on, their types, null for what is absent, [] for what is empty."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.export.records import VERSION, date_record, entity_record, ref_record, statement_record, trouble_record
from explorer.store import claims
from explorer.store.read import Store
from explorer.values import dates
from tests.builders import as_of, compiled, entity, of

WORLD = """
league:
  kind: organisation
  name: League of Two
  short: League
  ids: {wikidata: Q1}
  old-ids: [union]
  also:
    - {text: Treaty of Two, when: 1992/2002, cite: early par 1}
    - {lang: ru, text: Лига двух}
  when: {is: 1992-05-15/.., cite: early par 1, note: Counted from the signing.}
  summary: Two states and a staff.

staff:
  kind: body
  name: Joint Staff
  mood: planned
  when:
    - {is: 2004-01-01/.., mood: planned, said: 2003-04, cite: late sec 1 par 1 fn 1}
    - {is: 2005/.., cite: late sec 1 par 1}
  links:
    organ-of: {to: league, cite: late sec 1 par 2}
    chair: {to: alpha, as: first chair, when: 2005-01-01/2006, cite: late sec 1 par 2}
  facts:
    - text: A small one was foreseen.
      about: strength
      value: at most 50 officers
      mood: planned
      said: 2002-05-14?
      by: sources
      cite: early par 4
    - {text: It took up work with more., about: strength, value: 55 officers, when: 2005, cite: late sec 1 par 1}
    - text: It can hear far.
      about: range
      value: 280 thousand km
      cite: late sec 1 par 1 fn 1
      doubt: As printed it would hear the moon.
      likely: 280 km
      note: Left as it is.
    - {text: Alpha signed most., about: signed, value: about 97.5 %, of: alpha, cite: [early par 5, late fn 2]}
    - {text: Nobody knows what it costs., cite: late sec 1 par 4, said: undated}
    - {text: How many sit in it is not told., about: strength, value: not given, of: beta, cite: late sec 1 par 4}
    - {text: Beta has many., about: strength, value: over 200 thousand troops, of: beta, cite: late sec 1 par 4}
    - {text: Alpha has some., about: strength, value: 40..60 troops, of: alpha, cite: late sec 1 par 4}

alpha:
  kind: state
  name: Alpha
  links:
    member-of: {to: league, as: founder, when: 1992/.., cite: early par 1}

beta:
  kind: state
  name: Beta

summit:
  kind: event
  name: Summit
  when: 2002-05

charter:
  kind: document
  type: plan
  name: Charter
  date: {is: 2002-10~, cite: late sec 1 par 1}
  language: ru
  author: A. Writer
  publisher: The Press
  url: http://example.org/charter
  accessed: 2007-09-05

paper:
  kind: document
  name: Paper

sources:
  kind: voice
  name: Unnamed sources
"""
NONE = type(None)
TEXT, MAYBE = (str,), (str, NONE)
DATE = {
    "text": TEXT,
    "start": (dict,),
    "end": (dict,),
    "open": MAYBE,
    "unknown": MAYBE,
    "uncertain": (bool,),
    "about": (bool,),
    "display": TEXT,
}
CLAIM = {
    "key": TEXT,
    "when": (dict, NONE),
    "said": (dict, NONE),
    "by": (dict, NONE),
    "mood": MAYBE,
    "doubt": MAYBE,
    "likely": MAYBE,
    "note": MAYBE,
    "cites": (list,),
    "answer": MAYBE,
}
FACT = {
    "text": TEXT,
    "about": MAYBE,
    "value": MAYBE,
    "quantity": (dict, NONE),
    "of": (dict, NONE),
    **CLAIM,
}
LINK = {
    "relation": TEXT,
    "label": TEXT,
    "inverse": (bool,),
    "entity": (dict,),
    "as": MAYBE,
    **CLAIM,
}
TROUBLE = {"kind": TEXT, "entity": (dict,), "about": MAYBE, "claims": (list,), "text": TEXT}
ENTITY = {
    "id": TEXT,
    "kind": TEXT,
    "name": TEXT,
    "short": MAYBE,
    "also": (list,),
    "ids": (dict,),
    "old_ids": (list,),
    "when": (list,),
    "mood": MAYBE,
    "summary": MAYBE,
    "document": (dict, NONE),
    "facts": (list,),
    "links": (list,),
    "backlinks": (list,),
    "troubles": (list,),
    "defined_at": (dict,),
}
ALL = ("league", "staff", "alpha", "beta", "summit", "charter", "paper", "sources")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small world."""
    return compiled(tmp_path_factory.mktemp("export"), WORLD)


def record(store: Store, id_: str, asked: str = "") -> dict[str, Any]:
    """ENTITY, as a script reads it."""
    made = json.loads(json.dumps(entity_record(store, entity(store, id_), as_of(store, asked))))
    assert isinstance(made, dict)
    return made


def unlike(made: dict[str, Any], shape: dict[str, tuple[type, ...]]) -> list[str]:
    """The keys of the contract that a record lacks or has with another type."""
    return [key for key, types in shape.items() if key not in made or type(made[key]) not in types]


def facts(store: Store, id_: str = "staff") -> dict[str, dict[str, Any]]:
    """The facts of an entity by their key."""
    return {fact["key"]: fact for fact in record(store, id_)["facts"]}


@pytest.mark.parametrize("id_", ALL)
@pytest.mark.parametrize("asked", ["", "2005-06-01"])
def test_an_entity_has_the_keys_of_the_contract(store: Store, id_: str, asked: str) -> None:
    assert unlike(record(store, id_, asked), ENTITY) == []


@pytest.mark.parametrize(
    ("part", "shape", "least"),
    [("facts", FACT, 8), ("links", LINK, 3), ("backlinks", LINK, 3), ("troubles", TROUBLE, 2), ("when", CLAIM, 4)],
)
def test_everything_in_it_has_the_keys_of_the_contract(
    store: Store, part: str, shape: dict[str, tuple[type, ...]], least: int
) -> None:
    found = [one for id_ in ALL for one in record(store, id_)[part]]
    assert [unlike(one, shape) for one in found if unlike(one, shape)] == []
    assert len(found) >= least


@pytest.mark.parametrize(
    "text", ["2005", "2004/2006", "2002/..", "2002/", "../2006", "/2006", "199X", "2010~", "2010?"]
)
def test_a_date_has_the_keys_of_the_contract(text: str) -> None:
    made = date_record(dates.parse(text))
    assert made is not None
    assert set(made) == set(DATE)
    assert unlike(made, DATE) == []
    assert set(made["start"]) == set(made["end"]) == {"earliest", "latest"}


def test_a_time_of_life_is_a_date_and_a_claim(store: Store) -> None:
    (when,) = record(store, "league")["when"]
    assert unlike(when, {**CLAIM, **DATE}) == []
    assert when["note"] == "Counted from the signing."


def test_an_entity_of_which_nothing_is_said_is_null_and_empty(store: Store) -> None:
    made = record(store, "sources")
    assert {key: made[key] for key in ("short", "mood", "summary", "document")} == dict.fromkeys(
        ("short", "mood", "summary", "document")
    )
    for key in ("also", "old_ids", "when", "facts", "links", "backlinks", "troubles"):
        assert made[key] == []
    assert made["ids"] == {}


def test_absent_parts_of_a_fact_are_null(store: Store) -> None:
    bare = facts(store)["fact"]
    absent = ("about", "value", "quantity", "of", "when", "said", "by", "mood", "doubt", "likely", "note", "answer")
    assert {key: bare[key] for key in absent} == dict.fromkeys(absent)


def test_absent_parts_of_a_link_are_null(store: Store) -> None:
    link = record(store, "staff")["links"][0]
    absent = ("as", "when", "said", "by", "mood", "doubt", "likely", "note", "answer")
    assert {key: link[key] for key in absent} == dict.fromkeys(absent)


@pytest.mark.parametrize(
    ("text", "start", "end", "open_", "unknown"),
    [
        ("2005", ("2005-01-01", "2005-12-31"), ("2005-01-01", "2005-12-31"), None, None),
        ("2004/2006", ("2004-01-01", "2004-12-31"), ("2006-01-01", "2006-12-31"), None, None),
        ("2002-10-07/..", ("2002-10-07", "2002-10-07"), ("2002-10-07", None), "end", None),
        ("1994/", ("1994-01-01", "1994-12-31"), ("1994-01-01", None), None, "end"),
        ("../2006", (None, None), ("2006-01-01", "2006-12-31"), "start", None),
        ("/2006", (None, "2006-12-31"), ("2006-01-01", "2006-12-31"), None, "start"),
    ],
)
def test_open_and_unknown_sides_of_a_date_are_null(
    text: str,
    start: tuple[str | None, str | None],
    end: tuple[str | None, str | None],
    open_: str | None,
    unknown: str | None,
) -> None:
    made = date_record(dates.parse(text))
    assert made is not None
    assert (made["start"]["earliest"], made["start"]["latest"]) == start
    assert (made["end"]["earliest"], made["end"]["latest"]) == end
    assert (made["open"], made["unknown"]) == (open_, unknown)


@pytest.mark.parametrize(
    ("text", "uncertain", "about", "display"),
    [
        ("2005", False, False, "2005"),
        ("2002-05-14?", True, False, "14 May 2002?"),
        ("2010~", False, True, "about 2010"),
        ("2004/2006", False, False, "2004 to 2006"),
    ],
)
def test_a_date_keeps_its_text_and_marks(text: str, uncertain: bool, about: bool, display: str) -> None:
    made = date_record(dates.parse(text))
    assert made is not None
    assert [made[key] for key in ("text", "uncertain", "about", "display")] == [text, uncertain, about, display]


def test_no_date_is_null() -> None:
    assert date_record(None) is None


def test_no_entity_is_null() -> None:
    assert ref_record(None) is None


@pytest.mark.parametrize(
    ("key", "low", "high", "unit"),
    [
        ("strength", None, 50, "officers"),
        ("strength-2", 55, 55, "officers"),
        ("range", 280_000, 280_000, "km"),
        ("signed", 87.75, 107.25, "%"),
        ("strength-3", None, None, None),
        ("strength-4", 200_000, None, "troops"),
        ("strength-5", 40, 60, "troops"),
    ],
)
def test_a_quantity_is_an_interval(store: Store, key: str, low: float | None, high: float | None, unit: str) -> None:
    assert facts(store)[key]["quantity"] == {"low": low, "high": high, "unit": unit}


def test_a_figure_is_kept_as_written(store: Store) -> None:
    assert [facts(store)[key]["value"] for key in ("strength", "signed", "strength-3")] == [
        "at most 50 officers",
        "about 97.5 %",
        "not given",
    ]


def test_a_claim_says_who_said_it_when_and_how(store: Store) -> None:
    planned = facts(store)["strength"]
    assert planned["by"] == {"id": "sources", "name": "Unnamed sources"}
    assert planned["mood"] == "planned"
    assert planned["said"]["text"] == "2002-05-14?"


def test_doubt_likely_reading_and_note_are_apart(store: Store) -> None:
    fact = facts(store)["range"]
    assert [fact[key] for key in ("doubt", "likely", "note")] == [
        "As printed it would hear the moon.",
        "280 km",
        "Left as it is.",
    ]


def test_a_citation_has_its_source_place_and_how_it_reads(store: Store) -> None:
    assert facts(store)["signed"]["cites"] == [
        {"source": "early", "locator": "par 5", "display": "early ¶5", "work": None},
        {"source": "late", "locator": "fn 2", "display": "late n. 2", "work": None},
    ]


def test_the_work_behind_a_footnote_is_named(store: Store) -> None:
    assert [cite["work"] for cite in facts(store)["range"]["cites"]] == ["work-2003"]


def test_a_link_reads_from_its_own_end(store: Store) -> None:
    link = record(store, "alpha")["links"][0]
    assert [link[key] for key in ("relation", "label", "inverse", "as")] == [
        "member-of",
        "member of",
        False,
        "founder",
    ]
    assert link["entity"] == {"id": "league", "kind": "organisation", "name": "League of Two"}


def test_a_backlink_reads_from_the_other_end(store: Store) -> None:
    links = {link["key"]: link for link in record(store, "league")["backlinks"]}
    member = links["member-of.league"]
    assert (member["label"], member["inverse"], member["as"]) == ("members", True, "founder")
    assert member["entity"] == {"id": "alpha", "kind": "state", "name": "Alpha"}


def test_keys_are_stable_within_an_entity(store: Store) -> None:
    keys = [one["key"] for part in ("when", "facts", "links") for one in record(store, "staff")[part]]
    assert len(keys) == len(set(keys))
    assert keys[-2:] == ["organ-of.league", "chair.alpha"]


def test_names_have_their_language_and_time(store: Store) -> None:
    old, russian = record(store, "league")["also"]
    assert (old["text"], old["lang"], old["when"]["text"]) == ("Treaty of Two", None, "1992/2002")
    assert russian == {"text": "Лига двух", "lang": "ru", "when": None}


def test_identifiers_and_former_ids_are_told(store: Store) -> None:
    made = record(store, "league")
    assert (made["ids"], made["old_ids"]) == ({"wikidata": "Q1"}, ["union"])


@pytest.mark.parametrize(
    ("id_", "told"),
    [
        ("charter", ["plan", "ru", "A. Writer", "The Press", "http://example.org/charter", "2007-09-05"]),
        ("paper", [None] * 6),
    ],
)
def test_a_document_has_its_particulars(store: Store, id_: str, told: list[str | None]) -> None:
    document = record(store, id_)["document"]
    assert [document[key] for key in ("type", "language", "author", "publisher", "url", "accessed")] == told
    assert set(document) == {"type", "date", "language", "author", "publisher", "url", "accessed"}


def test_a_document_has_its_date_or_null(store: Store) -> None:
    assert record(store, "charter")["document"]["date"]["text"] == "2002-10~"
    assert record(store, "paper")["document"]["date"] is None


def test_an_entity_says_where_it_is_defined(store: Store) -> None:
    place = record(store, "staff")["defined_at"]
    assert Path(place["file"]) == Path(store.folder) / "data.yaml"
    assert Path(place["file"]).read_text("utf-8").splitlines()[place["line"] - 1] == "staff:"


def test_plan_and_outcome_are_one_trouble_with_both_statements(store: Store) -> None:
    (trouble,) = [one for one in record(store, "staff")["troubles"] if one["about"] == "strength"]
    assert trouble["entity"] == {"id": "staff", "name": "Joint Staff"}
    assert trouble["about"] == "strength"
    assert [claim["value"] for claim in trouble["claims"]] == ["at most 50 officers", "55 officers"]
    assert trouble["text"] == "at most 50 officers foreseen; 55 officers reached"


@pytest.mark.parametrize("id_", ["staff", "alpha"])
def test_statements_in_trouble_are_facts_and_links(store: Store, id_: str) -> None:
    for trouble in record(store, id_)["troubles"]:
        for claim in trouble["claims"]:
            assert unlike(claim, LINK if "relation" in claim else FACT) == []


@pytest.mark.parametrize(
    ("id_", "key", "about", "text"),
    [
        ("league", "when", "when", "since 15 May 1992"),
        ("league", "also", "also", "Treaty of Two"),
        ("charter", "date", "date", "about October 2002"),
    ],
)
def test_a_time_or_name_in_trouble_is_told_as_a_fact(store: Store, id_: str, key: str, about: str, text: str) -> None:
    made = statement_record(of(store, id_)[key])
    assert unlike(made, FACT) == []
    assert (made["about"], made["text"]) == (about, text)


def test_a_trouble_record_follows_the_day(store: Store) -> None:
    trouble = claims.troubles(store, entity(store, "staff"))[0]
    assert trouble.about == "strength"
    made = trouble_record(store, trouble, as_of(store, "2005"))
    assert [claim["answer"] for claim in made["claims"]] == ["unknown", "yes"]


@pytest.mark.parametrize(
    ("asked", "answer"), [("", None), ("2005-06-01", "yes"), ("2006-06-01", "unknown"), ("2020", "unknown")]
)
def test_each_claim_has_its_answer_on_the_day_asked(store: Store, asked: str, answer: str | None) -> None:
    links = {link["key"]: link["answer"] for link in record(store, "staff", asked)["links"]}
    assert links["chair.alpha"] == answer


def test_what_the_day_hides_is_left_out_and_counted(store: Store) -> None:
    made = record(store, "staff", "2004-06-01")
    assert [one["key"] for one in made["when"]] == ["when"]
    assert "strength-2" not in [fact["key"] for fact in made["facts"]]
    shown = len(made["facts"]) + len(made["links"]) + len(made["backlinks"]) + len(made["when"])
    assert made["hidden"] == 2 + 8 + 2 - shown


def test_the_name_is_the_name_then(store: Store) -> None:
    assert record(store, "league", "2001")["name"] == "Treaty of Two"


def test_the_version_is_the_one_of_the_contract() -> None:
    assert VERSION == 1


def test_raw_text_is_kept_for_machines(store: Store) -> None:
    """JSON escapes control characters, so that it need not change them."""
    claim = of(store, "staff")["fact"]._replace(text="a\x1b[31mb")
    assert statement_record(claim)["text"] == "a\x1b[31mb"
    assert "\x1b" not in json.dumps(statement_record(claim))
