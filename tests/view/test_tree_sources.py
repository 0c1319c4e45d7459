"""The tree by source: sections, passages, statements, and what is cited in an odd way."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.view.source import passage_card
from explorer.view.tree import Node, Tree
from tests.builders import as_of
from tests.view.conftest import compiled
from tests.view.test_tree import tree, walked

ODD = """
paper:
  kind: document
  name: Paper
  locators: [sec intro par 1..2, sec 1/2 par 1..3, fn 1..4, par 9]
loose: {kind: document, name: Loose leaves, date: 2001}
hall:
  kind: state
  name: Great Hall
  short: Hall
  facts:
    - {text: One., cite: paper}
    - {text: Two., cite: paper sec 1/2}
    - {text: Three., cite: paper sec 1/2 fn 2}
    - {text: Four., cite: paper sec 1/2 par 3 fn 1}
    - {text: Five., cite: [paper sec 1/2 par 1, paper sec intro par 2, paper fn 4]}
    - {text: Six., cite: paper par 9}
    - {text: The Great Hall is old., cite: loose par 10}
    - {text: "Hall, or Halle, is new.", cite: loose par 9}
    - {text: The hallway is long., cite: loose par 9, mood: denied}
late-hall:
  kind: state
  name: Late hall
  facts:
    - {text: It will stand., cite: loose par 9, mood: planned, said: 2005}
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Sources that are cited whole, by section, by footnotes alone, and with a stroke in a locator."""
    return compiled(tmp_path_factory.mktemp("odd"), ODD)


def drawn(whole: Tree, rows: list[Node], depth: int = 0) -> list[str]:
    """Rows indented, with their counts, all branches open but the last."""
    made = []
    for row in rows:
        made.append("  " * depth + row.label + (f" {row.size}" if row.size else ""))
        if row.size and row.key != "rest:":
            made += drawn(whole, whole.children(row.key), depth + 1)
    return made


def test_every_statement_stands_below_its_passage_in_the_order_of_the_source(odd: Store) -> None:
    whole = tree(odd, "source")
    assert drawn(whole, whole.roots()) == [
        "Paper 5",
        "  as a whole 1",
        "    Hall: One.",
        "  intro 1",
        "    intro ¶2 1",
        "      Hall: Five.",
        "  §1/2 3",
        "    §1/2 as a whole 2",
        "      Hall: Two.",
        "      Hall: Three.",
        "    §1/2 ¶1 1",
        "      Hall: Five.",
        "    §1/2 ¶3 1",
        "      Hall: Four.",
        "  n. 4 1",
        "    Hall: Five.",
        "  ¶9 1",
        "    Hall: Six.",
        "Loose leaves 2",
        "  ¶9 3",
        "    Hall, or Halle, is new.",
        "    Hall: The hallway is long. · not so, stated 2001",
        "    Late hall: It will stand. · planned, said 2005",
        "  ¶10 1",
        "    The Great Hall is old.",
        "Elsewhere 1",
    ]


def test_rows_know_their_source_their_passage_and_their_statement(odd: Store) -> None:
    rows = walked(tree(odd, "source"))
    found = {(row.source, row.locator, row.id) for row in rows if row.source == "paper"}
    assert found == {
        ("paper", "", "paper"),
        ("paper", "", ""),
        ("paper", "sec intro", ""),
        ("paper", "sec intro par 2", ""),
        ("paper", "sec 1/2", ""),
        ("paper", "sec 1/2 par 1", ""),
        ("paper", "sec 1/2 par 3", ""),
        ("paper", "fn 4", ""),
        ("paper", "par 9", ""),
    }
    statements = [row for row in rows if row.claim]
    assert all(row.id and row.letter and not row.source and not row.size for row in statements)
    assert {row.id for row in statements} == {"hall", "late-hall"}


def test_keys_are_made_of_ids_locators_and_the_keys_of_claims(odd: Store) -> None:
    assert tree(odd, "source").path("hall") == [
        "source:paper",
        "source:paper/passage:",
        "source:paper/passage:/claim:hall:fact",
    ]
    keys = [row.key for row in walked(tree(odd, "source"))]
    assert "source:paper/section:sec 1%2F2/passage:sec 1%2F2 par 3/claim:hall:fact-4" in keys


def test_the_card_of_a_source_has_what_rests_on_all_of_it_and_then_its_passages(odd: Store) -> None:
    rows = passage_card(odd, "paper", "", as_of(odd)).rows[1:]
    assert [row.text or row.value for row in rows if row.kind != "gap"] == [
        *("→ Paper", "as a whole (1)", "One.", "intro", "intro ¶2"),
        *("§1/2", "§1/2 as a whole", "§1/2 ¶1", "§1/2 ¶3", "Without a section", "n. 4", "¶9"),
    ]


@pytest.mark.parametrize(
    ("id_", "asked", "path"),
    [
        ("paper", "", ["source:paper"]),
        ("late", "", ["rest:", "rest:/kind:document", "rest:/kind:document/late"]),
        ("late-hall", "", ["source:loose", "source:loose/passage:par 9"]),
        ("late-hall", "2006", ["source:loose", "source:loose/passage:par 9"]),
        ("late-hall", "2004", ["rest:", "rest:/kind:state", "rest:/kind:state/late-hall"]),
        ("loose", "2000", []),
    ],
)
def test_a_source_stands_as_one_others_with_their_first_statement_or_elsewhere(
    odd: Store, id_: str, asked: str, path: list[str]
) -> None:
    assert Tree(odd, "source", as_of(odd, asked)).path(id_)[: len(path) or None] == path


@pytest.mark.parametrize(
    ("asked", "tops"), [("1990", ["Paper", "Elsewhere"]), ("2001", ["Paper", "Loose leaves", "Elsewhere"])]
)
def test_a_source_that_the_day_hides_is_hidden(odd: Store, asked: str, tops: list[str]) -> None:
    assert [row.label for row in tree(odd, "source", asked).roots()] == tops


def test_names_with_strokes_and_signs_keep_their_keys_apart(tmp_path: Path) -> None:
    kinds = ("a/b", "a%2Fb", "a")
    text = "".join(f"e{n}: {{kind: {kind}, name: E}}\n" for n, kind in enumerate(kinds))
    store = compiled(tmp_path, text, "".join(f"  {kind}: {{label: k}}\n" for kind in kinds))
    assert store.problems() == []
    for arrangement in ("kind", "kind-year", "structure", "mixed", "source"):
        whole = tree(store, arrangement)
        assert len({row.key for row in walked(whole)}) == len(walked(whole))
        assert all(whole.path(f"e{n}")[-1] in {row.key for row in walked(whole)} for n in range(3))


@pytest.mark.parametrize(
    ("text", "keys", "total"),
    [
        ("halle", ["source:loose", "source:loose/passage:par 9", "source:loose/passage:par 9/claim:hall:fact-8"], 1),
        ("LOOSE leaves", ["source:loose"], 1),
        ("2003", ["rest:", "rest:/kind:document", "rest:/kind:document/work-2003"], 1),
        ("elsewh", ["rest:"], 1),
        ("nothing of the kind", [], 0),
        ("§44/5", [], 0),
    ],
)
def test_narrowing_looks_in_statements_and_names(odd: Store, text: str, keys: list[str], total: int) -> None:
    """Locators are no words: the digits of `§44/5` are looked for in statements and names."""
    found, many = tree(odd, "source").matching(text)
    assert (sorted(found), many) == (sorted(keys), total)


def test_narrowing_finds_a_statement_at_each_of_its_passages(odd: Store) -> None:
    keys, total = tree(odd, "source").matching("five hall")
    assert total == 3
    assert len([key for key in keys if key.endswith("claim:hall:fact-5")]) == 3
