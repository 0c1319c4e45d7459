"""Narrowing the tree: the rows that have what is typed, and the rows above them, without opening a branch."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.read import Store
from explorer.text import fold
from explorer.view.tree import Node, Tree
from tests.view.conftest import compiled
from tests.view.test_tree import IN_EVERY, ON_EACH_DAY, ONCE, tree, walked

TYPED = ["staff", "Joint STAFF", "e", "лига", "treaty of", "two league", "summit alpha", "bodies", "2002", "elsewhere",
         "year", "states", "hear", "no such thing"]  # fmt: skip


def names(store: Store, id_: str) -> list[str]:
    """The names, short names and aliases of an entity, folded."""
    query = "select n.folded from name n join entity e on e.rowid = n.entity where e.id = ? and n.field <> 'id'"
    return [row[0] for row in store.connection.execute(query, (id_,))]


def has(store: Store, node: Node, words: list[str]) -> bool:
    """Whether a row has the words: in its label or one name; of a statement, in its words or any name."""
    if node.locator or (node.source and not node.id):
        return False
    texts = [fold(node.label), *(names(store, node.id) if node.id else ())]
    if node.claim:
        return all(any(word in text for text in texts) for word in words)
    return any(all(word in text for word in words) for text in texts)


@IN_EVERY
@ON_EACH_DAY
def test_it_is_what_one_would_find_by_opening_everything(store: Store, arrangement: str, asked: str) -> None:
    whole = tree(store, arrangement, asked)
    rows = walked(whole)
    for typed in TYPED:
        matched = [node.key for node in rows if has(store, node, fold(typed).split())]
        above = {"/".join(key.split("/")[: depth + 1]) for key in matched for depth in range(key.count("/") + 1)}
        keys, total = whole.matching(typed)
        assert len(keys) == len(set(keys))
        assert (typed, set(keys), total) == (typed, above, len(matched))


@pytest.mark.parametrize("typed", ["", "  ", "…", "%/"])
def test_nothing_typed_finds_nothing(store: Store, typed: str) -> None:
    assert tree(store, "kind").matching(typed) == ([], 0)


@IN_EVERY
def test_no_more_rows_are_given_than_asked_for_and_all_are_counted(store: Store, arrangement: str) -> None:
    whole = tree(store, arrangement)
    every = [node for node in walked(whole) if has(store, node, ["e"])]
    groups = [node for node in every if not node.id]
    keys, total = whole.matching("e", 3)
    known = {node.key: node for node in walked(whole)}
    rows = [known[key] for key in keys if has(store, known[key], ["e"]) and known[key].id]
    assert total <= len(every)
    assert total >= 3 + len(groups)
    assert len(rows) >= 3
    assert all("/".join(key.split("/")[:-1]) in {*keys, ""} for key in keys)


@pytest.mark.parametrize("arrangement", [*ONCE, "mixed", "source"])
def test_it_takes_few_questions_however_much_is_found(store: Store, arrangement: str) -> None:
    whole = tree(store, arrangement)
    many: list[str] = []
    few: list[str] = []
    for typed, asked in (("e", many), ("elephant", few)):
        store.connection.set_trace_callback(asked.append)
        try:
            whole.matching(typed)
        finally:
            store.connection.set_trace_callback(None)
    assert len(many) <= len(few) + 1


def test_a_long_text_is_read_in_part(store: Store) -> None:
    assert tree(store, "kind").matching("e " * 100_000)[1] > 0


def lattice(folder: Path, layers: int) -> Tree:
    """Layers of two things each, each below both of the layer above: two ways more for every layer."""
    text = "top: {kind: body, name: Top}\n"
    for layer in range(layers):
        above = "[a{0}, b{0}]".format(layer - 1) if layer else "top"
        text += "".join(
            f"{side}{layer}: {{kind: body, name: Layer {layer}, links: {{organ-of: {above}}}}}\n" for side in "ab"
        )
    return tree(compiled(folder, text), "structure")


def test_rows_are_counted_by_their_ways_from_the_top_and_given_as_far_as_asked(tmp_path: Path) -> None:
    whole = lattice(tmp_path, 60)
    keys, total = whole.matching("layer 59", 50)
    assert total == 2**60
    assert len([key for key in keys if key.count("/") == 60]) == 50


def test_what_hangs_too_deep_for_any_screen_is_counted_and_not_given(tmp_path: Path) -> None:
    assert lattice(tmp_path, 300).matching("layer 299") == ([], 2**300)
