"""A folder to a data set: all problems in one run, one slip costs one entity, only changed blocks are read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.dataset.loader import load
from explorer.problems import ERROR, WARNING
from tests import builders

ENTITIES = """\
league:
  kind: organisation
  name: League
  when: {is: 1992/.., cite: early par 1}

staff:
  kind: body
  name: Staff
  links:
    organ-of: {to: league, cite: early par 1}
  facts:
    - {text: It was small., about: strength, value: 55 officers, when: 2005, cite: late sec 1 par 1 fn 1}

alpha:
  kind: state
  name: Alpha
  links:
    member-of: {to: league, as: founder, when: 1992/.., cite: early par 2}

paper:
  kind: document
  name: Paper
  date:
    - {is: 2003-04-01, cite: early par 3}
    - {is: 2003-04-02, cite: late sec 1}
  locators: [par 1..3, sec intro par 1]
"""
SHARED = ["early", "late", "work-2003"]


def ids(folder: Path, text: str) -> list[str]:
    """The ids beside the shared ones that could be read."""
    return sorted({entity.id for entity in builders.loaded(folder, text).entities} - set(SHARED))


def test_a_sound_data_set_has_no_problem_and_all_its_entities(tmp_path: Path) -> None:
    data = builders.loaded(tmp_path, ENTITIES)
    assert (data.problems, data.errors) == ([], 0)
    assert [entity.id for entity in data.entities] == ["league", "staff", "alpha", "paper", *SHARED]
    paper = next(entity for entity in data.entities if entity.id == "paper")
    assert paper.document is not None
    assert [life.date.text for life in paper.document.dates] == ["2003-04-01", "2003-04-02"]
    assert paper.document.locators == ("par 1", "par 2", "par 3", "sec intro par 1")


def test_all_problems_are_told_in_one_run_and_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    builders.make_folder(tmp_path)
    for name in ("z.yaml", "b/a.yaml", "a.yaml"):
        id_ = name.replace("/", "-").removesuffix(".yaml")
        first = f"{id_}-1: {{kind: bdy, name: X}}\n"
        second = f"{id_}-2:\n  kind: body\n  name: Y\n  when: 2004-13\n  links: {{succeeds: nobody}}\n"
        builders.write(tmp_path, name, first + second)
    problems = load(os.fspath(tmp_path)).problems
    assert [(p.file, p.line, p.code) for p in problems] == [
        (name, line, code)
        for name in ("a.yaml", "b/a.yaml", "z.yaml")
        for line, code in ((1, "kind"), (5, "date"), (6, "target"))
    ]


SLIPS = {
    "impossible date": ("paper", "is: 2003-04-01", "is: 2003-13-01", "date"),
    "unknown id": ("alpha", "to: league, as", "to: leage, as", "target"),
    "duplicate key": ("staff", "  name: Staff\n", "  name: Staff\n  name: Staff\n", "duplicate-key"),
    "unclosed quote": ("league", "name: League", 'name: "League', "syntax"),
}


def test_four_slips_in_one_file_are_told_in_one_run(tmp_path: Path) -> None:
    text = ENTITIES
    for _, old, new, _ in SLIPS.values():
        text = text.replace(old, new)
    data = builders.loaded(tmp_path, text)
    told = [(p.line, p.code) for p in data.problems]
    assert told == [(3, "syntax"), (9, "duplicate-key"), (19, "target"), (25, "date")]
    assert sorted(entity.id for entity in data.entities) == sorted(["alpha", "paper", *SHARED])


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_costs_one_entity_or_less_and_is_told_once(tmp_path: Path, slip: str) -> None:
    owner, old, new, code = SLIPS[slip]
    data = builders.loaded(tmp_path, ENTITIES.replace(old, new))
    assert [problem.code for problem in data.problems] == [code]
    assert {"alpha", "league", "paper", "staff"} - {owner} <= {entity.id for entity in data.entities}


@pytest.mark.parametrize(
    "broken",
    [
        'league: {kind: organisation, name: "League}\n',
        "league:\n  kind: organization\n  name: League\n",
        "league:\n  kind: organisation\n",
        "league:\n",
        '"league": {kind: organisation, name: a: b}\n',
        "league:\n  kind: organisation\n  name: L\u200beague\n",
    ],
)
def test_a_link_to_an_entity_that_could_not_be_read_is_no_second_problem(tmp_path: Path, broken: str) -> None:
    data = builders.loaded(tmp_path, broken + ENTITIES.partition("\n\n")[2])
    assert len(data.problems) == 1
    assert next(entity for entity in data.entities if entity.id == "staff").links == ()


def test_a_byte_that_is_not_utf_8_costs_one_entity(tmp_path: Path) -> None:
    folder = builders.make_folder(tmp_path)
    (folder / "data.yaml").write_bytes(ENTITIES.replace("name: League", "name: é").encode("latin-1"))
    data = load(os.fspath(folder))
    assert [problem.code for problem in data.problems] == ["encoding"]
    assert sorted(entity.id for entity in data.entities) == sorted(["alpha", "paper", "staff", *SHARED])


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("cite: late sec 1 par 1 fn 1", "cite: lat sec 1", "facts"),
        ("text: It was small., about", "of: nobody, text: It was small., about", "facts"),
        ("text: It was small., about", "by: nobody, text: It was small., about", "facts"),
        ("cite: late sec 1 par 1 fn 1", "cite: ", "facts"),
        ("when: 2005, ", "when: 2005-13, ", "facts"),
        ("to: league, cite: early par 1", "to: leage, cite: early par 1", "links"),
        ("to: league, cite: early par 1", "to: league, cite: erly par 1", "links"),
    ],
)
def test_a_claim_that_points_nowhere_is_left_out_and_its_entity_stays(
    tmp_path: Path, old: str, new: str, kept: str
) -> None:
    data = builders.loaded(tmp_path, ENTITIES.replace(old, new))
    assert len(data.problems) == 1
    staff = next(entity for entity in data.entities if entity.id == "staff")
    assert (len(staff.links), len(staff.facts)) == ((1, 0) if kept == "facts" else (0, 1))


def test_a_former_id_is_a_warning_and_is_followed(tmp_path: Path) -> None:
    text = ENTITIES.replace("  name: League\n", "  name: League\n  old-ids: [union]\n").replace(
        "to: league, cite", "to: union, cite"
    )
    data = builders.loaded(tmp_path, text)
    assert [(p.severity, p.code, p.hint) for p in data.problems] == [(WARNING, "former-id", "write ‘league’")]
    assert data.errors == 0
    assert [link.target.id for entity in data.entities for link in entity.links] == ["league", "league"]


def test_of_two_entities_with_one_id_the_first_stays(tmp_path: Path) -> None:
    data = builders.loaded(tmp_path, ENTITIES + "\nstaff: {kind: body, name: Another}\n")
    assert [(p.severity, p.line, p.hint) for p in data.problems] == [(ERROR, 28, "first defined at data.yaml:6")]
    assert [entity.name for entity in data.entities if entity.id == "staff"] == ["Staff"]


def test_a_former_id_belongs_to_the_first_that_claims_it(tmp_path: Path) -> None:
    text = "a: {kind: body, name: A, old-ids: [c, c]}\nb: {kind: body, name: B, old-ids: [c, a, d]}\n"
    data = builders.loaded(tmp_path, text)
    assert [problem.code for problem in data.problems] == ["duplicate-id"]
    assert {entity.id: entity.old_ids for entity in data.entities if entity.old_ids} == {"a": ("c",), "b": ("d",)}


def test_the_link_that_closes_a_circle_is_left_out(tmp_path: Path) -> None:
    text = "".join(f"b{n}: {{kind: body, name: B{n}, links: {{organ-of: b{(n + 1) % 4}}}}}\n" for n in range(4))
    data = builders.loaded(tmp_path, text)
    assert [problem.code for problem in data.problems] == ["circle"]
    links = [(entity.id, link.target.id) for entity in data.entities for link in entity.links]
    assert links == [("b0", "b1"), ("b1", "b2"), ("b2", "b3")]


def test_a_long_succession_is_walked_without_recursion(tmp_path: Path) -> None:
    text = "".join(f"b{n}: {{kind: body, name: B, links: {{succeeds: b{n + 1}}}}}\n" for n in range(3000))
    data = builders.loaded(tmp_path, text + "b3000: {kind: body, name: B}\n")
    assert data.problems == []


def test_denials_and_fictions_may_close_a_circle(tmp_path: Path) -> None:
    text = (
        "a: {kind: body, name: A, links: {organ-of: b}}\n"
        "b: {kind: body, name: B, links: {organ-of: {to: a, mood: denied}}}\n"
    )
    assert builders.loaded(tmp_path, text).problems == []


def test_each_block_that_could_be_read_is_known_by_its_words(tmp_path: Path) -> None:
    """A moved one is the same, a changed one another, and a broken one none."""
    first = builders.loaded(tmp_path, ENTITIES).blocks
    builders.write(tmp_path, "data.yaml", "# one\n" + ENTITIES.replace("name: Alpha", "name: Omega") + "broken: [\n")
    second = load(os.fspath(tmp_path)).blocks
    assert [file for file, _ in second] == [file for file, _ in first]
    assert sum(one != other for one, other in zip(first, second, strict=True)) == 1


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n", "---\n", "\ufeff"])
def test_a_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert builders.loaded(tmp_path, ENTITIES).problems == []
    builders.write(tmp_path, "empty.yaml", text)
    assert load(os.fspath(tmp_path)).problems == []


def test_a_folder_without_a_vocabulary_is_one_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in load(os.fspath(tmp_path)).problems] == ["vocabulary"]


@pytest.mark.parametrize(
    ("relation", "role", "codes"), [("chair", "anything at all", []), ("member-of", "guest", ["role"])]
)
def test_roles_are_free_where_the_vocabulary_says_any(
    tmp_path: Path, relation: str, role: str, codes: list[str]
) -> None:
    owner, target = ("staff", "alpha") if relation == "chair" else ("alpha", "league")
    kinds = {"staff": "body", "league": "organisation", "alpha": "state"}
    links = {owner: f", links: {{{relation}: {{to: {target}, as: {role}}}}}"}
    text = "".join(f"{id_}: {{kind: {kind}, name: {id_}{links.get(id_, '')}}}\n" for id_, kind in kinds.items())
    assert [problem.code for problem in builders.loaded(tmp_path, text).problems] == codes


LINES = ENTITIES.splitlines(keepends=True)
EDIT = st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["drop", "double", "indent", "cut", "swap"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDIT, min_size=1, max_size=5))
def test_a_mangled_data_set_ends_in_records_and_problems(tmp_path: Path, edits: list[tuple[int, str]]) -> None:
    """Lines left out, doubled, indented, cut and swapped; whatever was lost is told."""
    lines = list(LINES)
    for line, edit in edits:
        at = min(line, len(lines) - 1)
        new = {
            "drop": [],
            "double": [lines[at]] * 2,
            "indent": ["  " + lines[at]],
            "cut": [lines[at][: len(lines[at]) // 2] + "\n"],
        }
        lines[at : at + 1] = new.get(edit, [*lines[at + 1 : at + 2], lines[at]])
    data = builders.loaded(tmp_path, "".join(lines))
    assert all(problem.line for problem in data.problems)
    assert [p.order for p in data.problems] == sorted(p.order for p in data.problems)
