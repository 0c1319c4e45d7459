"""Finding and resolving: what people type, and the one thing or the several that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.errors import AmbiguousError, NotFoundError
from explorer.store import slips
from explorer.store.read import Store
from explorer.store.search import find, resolve
from tests import builders


def found(store: Store, query: str, asked: str = "", **options: object) -> list[str]:
    """The ids found, best first."""
    hits, _ = find(store, query, builders.as_of(store, asked), **options)  # type: ignore[arg-type]
    return [hit.ref.id for hit in hits]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("joint-headquarters", "joint-headquarters"),
        ("  league ", "league"),
        ("union", "league"),
        ("the-union", "league"),
        ("the union", "league"),
        ("League of States", "league"),
        ("league OF states", "league"),
        ("LS", "league"),
        ("joint hq", "joint-headquarters"),
        ("Joint Staff", "joint-headquarters"),
        ("Альфа", "alpha"),
        ("joint headquarters", "joint-headquarters"),
        ("joint headqarters", "joint-headquarters"),
        ("spring meetting", "spring-meeting"),
    ],
)
def test_a_reader_means_an_id_a_former_id_a_name_a_short_name_an_alias_or_something_near(
    world: Store, text: str, id_: str
) -> None:
    assert resolve(world, text).id == id_


@pytest.mark.parametrize("text", ["nothing like that", "", " ", "-", "\x00", "xqzw"])
def test_what_is_called_nothing_is_not_found(world: Store, text: str) -> None:
    with pytest.raises(NotFoundError):
        resolve(world, text)


def test_a_near_match_is_only_suggested_where_the_very_thing_is_wanted(world: Store) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve(world, "joint headqarters", near=False)
    assert caught.value.hint == "did you mean ‘Joint Headquarters of the League’?"


def test_a_name_of_several_things_is_ambiguous_and_names_them(tmp_path: Path) -> None:
    text = (
        "old-council: {kind: body, name: Council}\n"
        "new-council: {kind: body, name: council}\n"
        "court: {kind: body, name: Court, also: Council}\n"
    )
    with pytest.raises(AmbiguousError, match="‘COUNCIL’ could be several things") as caught:
        resolve(builders.compiled(tmp_path, text), "COUNCIL")
    assert sorted(caught.value.candidates) == [("new-council", "body", "council"), ("old-council", "body", "Council")]


def test_an_id_comes_before_a_name_and_a_name_before_an_alias(tmp_path: Path) -> None:
    text = (
        "council: {kind: body, name: Court}\n"
        "court-2: {kind: body, name: Council}\n"
        "third: {kind: body, name: Third, also: Court}\n"
    )
    store = builders.compiled(tmp_path, text)
    assert [resolve(store, name).id for name in ("council", "Council", "Court")] == ["council", "court-2", "council"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Joint Headquarters of the League", "joint-headquarters"),
        ("joint head", "joint-headquarters"),
        ("head joi", "joint-headquarters"),
        ("league headquarters joint", "joint-headquarters"),
        ("headqarters", "joint-headquarters"),
        ("haedquarters jiont", "joint-headquarters"),
        ("leage", "league"),
        ("альф", "alpha"),
        ("ЁЛКА АЛЬФА", "alpha"),
        ("alphaland", "alpha"),
        ("winter palace", "joint-headquarters"),
        ("palace wint", "joint-headquarters"),
        ("55 officers", "joint-headquarters"),
        ("springmeeting", "spring-meeting"),
    ],
)
def test_the_best_hit_is_what_is_meant(world: Store, query: str, first: str) -> None:
    """Whole names, beginnings, swapped words, slips, words of facts, names that merely look alike."""
    assert found(world, query)[0] == first


@pytest.mark.parametrize("query", ["", "  ", "...", "xqzw", "'\"*()", "xqzw OR yqzw", "NEAR(", "\x00"])
def test_a_query_that_fits_nothing_finds_nothing_and_never_breaks(world: Store, query: str) -> None:
    assert found(world, query) == []


def test_names_come_before_facts(tmp_path: Path) -> None:
    text = (
        "hall: {kind: body, name: Hall, facts: [{text: It has a palace., cite: early}]}\n"
        "winter: {kind: body, name: The old winter palace}\n"
    )
    assert found(builders.compiled(tmp_path, text), "palace") == ["winter", "hall"]


def test_the_exact_search_takes_whole_names_only(world: Store) -> None:
    assert found(world, "joint hq", exact=True) == ["joint-headquarters"]
    assert found(world, "joint", exact=True) == []


def test_a_search_can_be_narrowed_to_a_kind_and_by_words(world: Store) -> None:
    assert found(world, "league", kind="organisation") == ["league"]
    assert "joint-headquarters" not in found(world, "league", without=("headquarters",))
    assert len(found(world, "a", limit=2)) == 2


def test_what_had_not_begun_is_hidden_and_counted(world: Store) -> None:
    hits, hidden = find(world, "joint headquarters", builders.as_of(world, "1995"))
    assert ([hit.ref.id for hit in hits], hidden) == ([], 1)


def test_hits_carry_the_name_of_the_day(world: Store) -> None:
    hits, _ = find(world, "alpha", builders.as_of(world, "1993"), kind="state")
    assert hits[0].ref.name == "Alphaland"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.one_of(st.text(st.characters(codec="utf-8"), max_size=20), st.text("joint headqurs\"*()-:^+'", max_size=20)))
def test_any_query_gives_hits_within_bounds_best_first(world: Store, query: str) -> None:
    hits, hidden = find(world, query, builders.as_of(world))
    assert hidden == 0
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("abc", "abc", 0),
        ("abc", "abd", 1),
        ("abc", "ab", 1),
        ("abcd", "acbd", 1),
        ("abcd", "dcba", 3),
        ("a", "abcde", 3),
    ],
)
def test_a_slip_is_an_added_missing_changed_or_swapped_letter(one: str, other: str, letters: int) -> None:
    assert slips.distance(one, other, 2) == slips.distance(other, one, 2)
    assert min(slips.distance(one, other, 2), 3) == letters


def test_a_name_that_is_not_utf_8_is_not_found(world: Store) -> None:
    with pytest.raises(NotFoundError):
        resolve(world, "caf\udce9")


def test_what_is_asked_for_is_found_behind_many_others(tmp_path: Path) -> None:
    """Kind, day and words left out are asked for before the best candidates are cut off."""
    crowd = "".join(f"zeta-{n}: {{kind: body, name: Zeta {n}, when: 2006/..}}\n" for n in range(300))
    store = builders.compiled(tmp_path, crowd + "far: {kind: state, name: Zeta of the far north}\n")
    day = builders.as_of(store, "2001")
    assert [hit.ref.id for hit in find(store, "zeta", builders.as_of(store), kind="state")[0]] == ["far"]
    assert [hit.ref.id for hit in find(store, "zeta", day)[0]] == ["far"]
    assert len(find(store, "zeta", builders.as_of(store), limit=1000)[0]) == 301
