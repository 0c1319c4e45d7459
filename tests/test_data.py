"""The real data: sound, cited, in our own words, and with everything that others rely on."""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from explorer.dataset.coverage import Coverage, coverage
from explorer.dataset.loader import DataSet, load
from explorer.dataset.records import Claim, Entity, Fact
from explorer.problems import show
from explorer.store import claims, compile, forest  # noqa: A004
from explorer.store.read import Store
from explorer.store.rows import Trouble
from explorer.text import shorten
from explorer.view.tree import Node, Tree
from tests import builders
from tests.known import SEVERAL, TROUBLES

FOLDER = Path(__file__).parent.parent / "data"
LONGEST = 320
"""Characters of a fact: one or two short sentences."""
TREE_COLUMNS = 25
"""What the tree has at 80 columns."""
SOURCES = ["article-2001", "article-2002", "jasutis"]
"""What everything rests on."""


@pytest.fixture(scope="module")
def data() -> DataSet:
    """The data set as it is read and checked."""
    return load(os.fspath(FOLDER))


@pytest.fixture(scope="module")
def entities(data: DataSet) -> dict[str, Entity]:
    """Every entity by its id."""
    return {entity.id: entity for entity in data.entities}


@pytest.fixture(scope="module")
def covered(data: DataSet) -> Coverage:
    """What rests on each passage, and what hangs free."""
    return coverage(data)


@pytest.fixture(scope="module")
def store(data: DataSet) -> Store:
    """The data set compiled."""
    connection = sqlite3.connect(":memory:")
    compile.write(data, connection)
    return Store(connection, os.fspath(FOLDER))


def every_claim(data: DataSet) -> list[tuple[str, Claim]]:
    """Every claim with the id of its entity."""
    return [(entity.id, claim) for entity in data.entities for claim in entity.claims]


def about(entity: Entity, word: str) -> list[Fact]:
    """The facts of an entity that answer one question."""
    return [fact for fact in entity.facts if fact.about == word]


def figures(entity: Entity, word: str) -> list[str]:
    """The figures of an entity that answer one question, as written."""
    return [fact.value.text for fact in about(entity, word) if fact.value]


def linked(entity: Entity, relation: str) -> list[str]:
    """The ids to which a relation leads."""
    return [link.target.id for link in entity.links if link.relation == relation]


def troubles(store: Store, id_: str, kind: str, word: str) -> list[Trouble]:
    """The troubles of a kind in which an entity is over one question."""
    found = claims.troubles(store, builders.entity(store, id_))
    return [one for one in found if (one.kind, one.entity.id, one.about) == (kind, id_, word)]


# Sound, and each statement with its passage


def test_it_loads_without_an_error_or_a_warning(data: DataSet) -> None:
    assert [show(problem) for problem in data.problems] == []


def test_each_fact_and_link_cites(data: DataSet) -> None:
    stated = [(e.id, part.claim) for e in data.entities for parts in (e.facts, e.links) for part in parts]
    assert [id_ for id_, claim in stated if not claim.cites] == []
    assert len(stated) > 1250


def test_each_citation_is_of_a_passage_that_exists(data: DataSet, entities: dict[str, Entity]) -> None:
    missing = []
    for id_, claim in every_claim(data):
        for cite in [*claim.cites, *(pointer.cite for pointer in (*claim.against, *claim.repeats))]:
            source = entities[cite.citation.source].document
            assert source is not None
            missing += [
                f"{id_}: {cite.citation.source} {place}"
                for place in cite.citation.passages
                if place not in source.locators
            ]
    assert missing == []


def test_each_citation_names_a_passage(data: DataSet) -> None:
    assert [id_ for id_, claim in every_claim(data) for cite in claim.cites if not cite.citation.parts] == []


@pytest.mark.parametrize(("source", "passages"), [("article-2001", 15), ("article-2002", 10), ("jasutis", 139)])
def test_each_source_lists_its_passages(entities: dict[str, Entity], source: str, passages: int) -> None:
    document = entities[source].document
    assert document is not None
    assert len(document.locators) == passages


def test_nothing_rests_on_anything_but_the_sources(data: DataSet) -> None:
    assert {cite.citation.source for _, claim in every_claim(data) for cite in claim.cites} == set(SOURCES)


def test_a_work_stands_behind_each_footnote_but_two_remarks(entities: dict[str, Entity]) -> None:
    document = entities["jasutis"].document
    assert document is not None
    works = {number for number, _ in document.notes}
    assert {str(number) for number in range(1, 62)} - works == {"15", "38"}
    assert [number for number in works if f"fn {number}" not in document.locators] == []


def test_each_entry_of_the_bibliography_is_a_document(data: DataSet) -> None:
    cited = {
        passage
        for entity in data.entities
        for claim in entity.claims
        for cite in claim.cites
        for passage in cite.citation.passages
        if entity.document
    }
    assert [f"bib {number}" for number in range(1, 36) if f"bib {number}" not in cited] == []


# Everything that the sources say, and nothing left lying


@pytest.mark.parametrize("source", SOURCES)
def test_each_passage_carries_a_fact_or_a_link_or_has_a_reason(covered: Coverage, source: str) -> None:
    passages = [passage for passage in covered.passages if passage.source == source]
    assert passages != []
    assert [passage.locator for passage in passages if passage.bare] == []


def test_a_reason_stands_only_where_a_passage_carries_nothing(covered: Coverage) -> None:
    assert [one.locator for one in covered.passages if one.reason and (one.facts or one.links)] == []


@pytest.mark.parametrize("source", SOURCES)
def test_each_paragraph_carries_facts_of_its_own(covered: Coverage, source: str) -> None:
    paragraphs = [one for one in covered.passages if one.source == source and "par" in one.locator.split()]
    without = [one.locator for one in paragraphs if not one.facts]
    assert without == (["sec front par 1"] if source == "jasutis" else [])  # the author's name alone


def test_no_entity_hangs_free(covered: Coverage) -> None:
    assert covered.unlinked == ()


def test_each_entity_has_a_citation_somewhere(covered: Coverage) -> None:
    assert covered.uncited == ()


def test_no_document_and_no_link_is_without_a_citation(covered: Coverage) -> None:
    assert (covered.uncited_sources, covered.uncited_links) == ((), ())


# In our own words, short, said once


def test_each_fact_is_short(data: DataSet) -> None:
    assert [
        (entity.id, fact.text) for entity in data.entities for fact in entity.facts if len(fact.text) > LONGEST
    ] == []


def test_each_fact_is_a_sentence(data: DataSet) -> None:
    texts = [fact.text for entity in data.entities for fact in entity.facts]
    assert [text for text in texts if not text.endswith((".", "!", "?", "”"))] == []


def test_no_two_facts_of_an_entity_say_the_same(data: DataSet) -> None:
    twice = {
        entity.id: [text for text, times in Counter(fact.text for fact in entity.facts).items() if times > 1]
        for entity in data.entities
    }
    assert {id_: texts for id_, texts in twice.items() if texts} == {}


def test_no_fact_repeats_that_of_another_entity_word_for_word(data: DataSet) -> None:
    tellers: dict[str, list[str]] = {}
    for entity in data.entities:
        for fact in entity.facts:
            tellers.setdefault(fact.text, []).append(entity.id)
    assert {text: ids for text, ids in tellers.items() if len(ids) > 1} == {}


def test_what_is_known_from_elsewhere_stands_in_doubts_alone(data: DataSet) -> None:
    told = [
        (entity.id, text)
        for entity in data.entities
        for text in (entity.summary, *(fact.text for fact in entity.facts), *(claim.note for claim in entity.claims))
    ]
    assert [(id_, text) for id_, text in told if "outside knowledge" in text.lower()] == []


@pytest.mark.parametrize(("part", "least"), [("entities", 295), ("facts", 665), ("links", 595)])
def test_counts_do_not_fall(data: DataSet, part: str, least: int) -> None:
    counts = {
        "entities": len(data.entities),
        "facts": sum(len(entity.facts) for entity in data.entities),
        "links": sum(len(entity.links) for entity in data.entities),
    }
    assert counts[part] >= least


# Names for finding


def in_cyrillic(entity: Entity) -> bool:
    """Whether it is called something in Cyrillic letters."""
    names = (entity.name, *(alias.text for alias in entity.also))
    return any("CYRILLIC" in unicodedata.name(letter, "") for name in names for letter in name)


@pytest.mark.parametrize("kind", ["state", "organisation", "grouping", "place", "programme", "equipment"])
def test_each_of_a_kind_has_a_cyrillic_name(data: DataSet, kind: str) -> None:
    assert [entity.id for entity in data.entities if entity.kind == kind and not in_cyrillic(entity)] == []


def test_each_russian_document_has_its_cyrillic_title(data: DataSet) -> None:
    russian = [entity for entity in data.entities if entity.document and entity.document.language == "ru"]
    assert len(russian) >= 28
    assert [entity.id for entity in russian if not in_cyrillic(entity)] == []


def test_cyrillic_names_do_not_get_fewer(data: DataSet) -> None:
    assert len([entity for entity in data.entities if in_cyrillic(entity)]) >= 250


def test_no_two_entities_are_shown_by_the_same_name(data: DataSet) -> None:
    shown = Counter((entity.short or entity.name).casefold() for entity in data.entities)
    assert [name for name, times in shown.items() if times > 1] == []


def drawn(node: Node) -> str:
    """What a row of the tree has room for."""
    tail = f" {node.size}" if node.size else f" {node.mark}" if node.mark else ""
    return shorten(node.label, TREE_COLUMNS - 2 * node.key.count("/") - len(tail) - 4) + tail


@pytest.mark.parametrize("arrangement", ["structure", "kind", "region", "year", "stage"])
def test_names_in_a_branch_can_be_told_apart_in_a_narrow_tree(store: Store, arrangement: str) -> None:
    tree = Tree(store, arrangement, builders.as_of(store))
    waiting, alike = [tree.roots()], []
    while waiting:
        rows = Counter(map(drawn, nodes := waiting.pop()))
        alike += [row for row, times in rows.items() if times > 1]
        waiting += [tree.children(node.key) for node in nodes if node.size]
    assert alike == []


# Ids on which scripts rely

PROMISED = {
    "organisation": "csto cst cis nato guuam un osce union-state shanghai-organisation",
    "state": "armenia azerbaijan belarus georgia kazakhstan kyrgyzstan moldova russia tajikistan turkmenistan ukraine "
    "uzbekistan",
    "body": "collective-security-council csto-joint-headquarters csto-permanent-council csto-secretariat "
    "csto-parliamentary-assembly",
    "grouping": "eastern-european-grouping caucasian-grouping central-asian-grouping",
    "force": "collective-rapid-reaction-forces baltbat",
    "concept": "military-integration legal-stage institutional-stage instrumental-stage functional-dependence-stage",
    "programme": "cis-document-signing joint-air-defence",
    "document": "csto-charter collective-security-treaty extension-protocol collective-security-concept article-2001 "
    "article-2002 jasutis",
    "event": "rubezh kanal rubezh-2004 rubezh-2005 rubezh-2006 rubezh-2007 kanal-2004 kanal-2005",
}


@pytest.mark.parametrize("kind", PROMISED)
def test_promised_ids_are_there(entities: dict[str, Entity], kind: str) -> None:
    ids = PROMISED[kind].split()
    assert {id_: entities[id_].kind for id_ in ids if id_ in entities} == dict.fromkeys(ids, kind)


def test_the_model_is_the_one_of_the_vocabulary(data: DataSet, entities: dict[str, Entity]) -> None:
    assert data.words.model == "military-integration"
    assert entities[data.words.model].kind == "concept"


# The hardest of it

RATES = {
    "armenia": "97 %",
    "belarus": "91 %",
    "kazakhstan": "97 %",
    "kyrgyzstan": "100 %",
    "russia": "100 %",
    "azerbaijan": "35 %",
    "turkmenistan": "7 %",
    "ukraine": "25 %",
    "georgia": "50 %",
}


def rates(entities: dict[str, Entity]) -> dict[str, str]:
    """State to the share of documents that it signed."""
    facts = about(entities["cis-document-signing"], "documents-signed")
    return {fact.of.id: fact.value.text for fact in facts if fact.of and fact.value}


@pytest.mark.parametrize("state", RATES)
def test_nine_states_have_their_rate_of_signature(entities: dict[str, Entity], state: str) -> None:
    assert rates(entities)[state] == RATES[state]


@pytest.mark.parametrize("state", ["moldova", "tajikistan", "uzbekistan"])
def test_gaps_among_the_rates_are_told_as_gaps(entities: dict[str, Entity], state: str) -> None:
    assert rates(entities)[state] == "not given"


def test_no_other_state_has_a_rate(entities: dict[str, Entity]) -> None:
    assert len(rates(entities)) == 12


def test_there_are_three_groupings_of_the_organisation(entities: dict[str, Entity]) -> None:
    groupings = {id_: linked(entity, "part-of") for id_, entity in entities.items() if entity.kind == "grouping"}
    assert groupings == {
        "eastern-european-grouping": ["csto"],
        "caucasian-grouping": ["csto"],
        "central-asian-grouping": ["csto"],
    }


@pytest.mark.parametrize(
    ("id_", "strength"),
    [
        ("eastern-european-grouping", ["200,000 thousand officers"]),
        ("caucasian-grouping", ["not given"]),
        ("central-asian-grouping", ["not given"]),
        ("collective-rapid-reaction-forces", ["11,000 thousand troops"]),
        ("csto-joint-headquarters", ["at most 50 officers", "55 officers"]),
    ],
)
def test_strengths_stand_as_printed(entities: dict[str, Entity], id_: str, strength: list[str]) -> None:
    assert figures(entities[id_], "strength") == strength


def test_the_four_stages_are_in_order(entities: dict[str, Entity]) -> None:
    assert linked(entities["military-integration"], "stages") == [
        "legal-stage",
        "institutional-stage",
        "instrumental-stage",
        "functional-dependence-stage",
    ]


def test_the_tree_keeps_the_order_of_the_stages(store: Store) -> None:
    model = builders.entity(store, "military-integration")
    below = forest.children(store, model, builders.as_of(store))
    assert [entity.id for entity in below] == [
        "legal-stage",
        "institutional-stage",
        "instrumental-stage",
        "functional-dependence-stage",
    ]


@pytest.mark.parametrize(
    "stage", ["legal-stage", "institutional-stage", "instrumental-stage", "functional-dependence-stage"]
)
def test_each_stage_has_criteria_and_evidence(data: DataSet, entities: dict[str, Entity], stage: str) -> None:
    evidence = [entity.id for entity in data.entities if stage in linked(entity, "evidence-of")]
    assert about(entities[stage], "criterion") != []
    assert evidence != []


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1996", "Presidents, foreign ministers, defence ministers and its Secretary General make it up."),
        ("2004", "It consists of heads of state alone."),
    ],
)
def test_the_council_has_its_composition_of_the_day(store: Store, day: str, members: str) -> None:
    facts = builders.of(store, "collective-security-council", day).values()
    told = [(fact.text, fact.answer) for fact in facts if fact.about == "composition" and fact.shown]
    assert told == [(members, "yes")]


@pytest.mark.parametrize(
    ("operation", "observers"),
    [("kanal-2004", {"azerbaijan", "iran", "uzbekistan"}), ("kanal-2005", {"china", "pakistan", "ukraine"})],
)
def test_kanal_has_its_observers(entities: dict[str, Entity], operation: str, observers: set[str]) -> None:
    links = [link for link in entities[operation].links if link.relation == "participant"]
    assert {link.target.id for link in links if link.role == "observer"} == observers


@pytest.mark.parametrize("state", ["azerbaijan", "iran", "uzbekistan"])
def test_observers_of_2004_were_no_members(store: Store, state: str) -> None:
    links = [link for link in builders.to(store, "csto", "2004") if link.entity.id == state and link.shown]
    assert [(link.mood, link.answer) for link in links] == [("denied", "no")]


@pytest.mark.parametrize("state", ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"])
def test_six_states_signed_on_7_october_2002(entities: dict[str, Entity], state: str) -> None:
    when = [link.claim.when for link in entities[state].links if link.target.id == "csto"]
    assert [date.text for date in when if date] == ["2002-10-07/.."]


KNOWN = [trouble for alike in TROUBLES.values() for trouble in alike]


@pytest.mark.parametrize(("id_", "kind", "word"), KNOWN)
def test_known_troubles_are_found(store: Store, id_: str, kind: str, word: str) -> None:
    assert len(troubles(store, id_, kind, word)) >= SEVERAL.get((id_, kind, word), 1)


def test_many_troubles_are_known_by_name() -> None:
    assert len(set(KNOWN)) == len(KNOWN)
    assert len(KNOWN) >= 55


def test_troubles_do_not_get_fewer(data: DataSet, store: Store) -> None:
    found = [
        (one.entity.id, e.id) for e in data.entities for one in claims.troubles(store, builders.entity(store, e.id))
    ]
    assert len([1 for trouble, entity in found if trouble == entity]) >= 140


def test_the_rate_in_doubt_is_that_of_turkmenistan(store: Store) -> None:
    (trouble,) = troubles(store, "cis-document-signing", "doubt", "documents-signed")
    (claim,) = claims.numbered(store, trouble.claims, builders.as_of(store))
    assert claim.of is not None
    assert (claim.of.id, claim.value) == ("turkmenistan", "7 %")


@pytest.mark.parametrize(
    ("id_", "likely"),
    [("eastern-european-grouping", "200,000 troops"), ("collective-rapid-reaction-forces", "11,000 troops")],
)
def test_thousands_of_thousands_have_a_likely_reading(entities: dict[str, Entity], id_: str, likely: str) -> None:
    assert [fact.claim.likely for fact in about(entities[id_], "strength")] == [likely]


def test_the_joint_air_defence_is_described_in_at_least_five_ways(entities: dict[str, Entity]) -> None:
    assert len(about(entities["joint-air-defence"], "status")) >= 5


def test_statements_against_each_other_name_both_sides(store: Store) -> None:
    lonely = [one.text for one in troubles(store, "joint-air-defence", "against", "status") if len(one.claims) < 2]
    assert lonely == []
