"""Finding and resolving: what people type, and the one thing or the several that they mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.errors import AmbiguousError, NotFoundError
from explorer.store import slips
from explorer.store.cache import open_store
from explorer.store.marks import marks
from explorer.store.meant import resolve
from explorer.store.nothing import DAY, FACTS, KINDS, further, nearest
from explorer.store.query import folded
from explorer.store.read import Store
from explorer.store.search import answer, find, read
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


def test_a_post_is_found_by_its_words_and_told_with_its_holder(world: Store) -> None:
    hits, _ = find(world, "first commander", world.lens(None))
    assert [(hit.ref.id, hit.field, hit.text) for hit in hits] == [
        ("joint-headquarters", "fact", "first commander: Alpha")
    ]


def test_a_post_is_found_by_its_holder_together_with_what_it_is_at(world: Store) -> None:
    assert found(world, "alpha commander headquarters") == ["joint-headquarters"]


def test_a_post_that_begins_after_the_day_is_not_found(tmp_path: Path) -> None:
    text = (
        "court: {kind: body, name: Court, when: {is: 1990/.., cite: early}, "
        "links: {chair: {to: alpha, as: chairman, when: 2005/2006, cite: early}}}\n"
        "alpha: {kind: state, name: Alpha}\n"
    )
    store = builders.compiled(tmp_path, text)
    assert [found(store, "chairman", day) for day in ("2004", "2005-06", "2007")] == [[], ["court"], []]


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


TYPED = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.text("joint headqurs\"*()-:^+='", max_size=20),
    st.text("альфадогвор jiyuzh", max_size=20),
    st.lists(
        st.sampled_from(["kind:", "kind:state", "in:1992/..", "source:early", "-a", "=", "only:facts", "joint"])
    ).map(" ".join),
    st.text("a0 ", min_size=300, max_size=3000),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=1000)
@given(TYPED, st.sampled_from(["", "1995", "2005-06"]))
def test_any_query_gives_hits_within_bounds_best_first_within_a_second(world: Store, query: str, day: str) -> None:
    hits, hidden = find(world, query, builders.as_of(world, day))
    assert hidden >= 0
    assert day or hidden == 0
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


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        made = open_store(str(Path(__file__).parent.parent.parent / "data"))
    yield made
    made.close()


@pytest.mark.parametrize("column", ["e.name", "n.text"])
def test_the_first_hit_for_the_name_of_a_thing_is_that_thing_or_a_namesake(real: Store, column: str) -> None:
    rows = real.connection.execute(f"select {column} from entity e join name n on n.entity = e.rowid").fetchall()
    for (name,) in set(rows):
        owners = real.connection.execute("select entity from name where folded = ?", (folded(name),)).fetchall()
        first = find(real, name, builders.as_of(real), limit=1)[0][0]
        found = real.entity(first.ref.id)
        assert found is not None
        assert (found.number,) in owners, name


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bread 18 tons", "regional-logistics-agreement"),
        ("missile 280 km", "iskander-e"),
        ("missle 280 km", "iskander-e"),
        ("antiterror", "south-antiterror-2002"),
        ("anti terror", "south-antiterror-2002"),
        ("S300", "s-300"),
        ("S-300", "s-300"),
        ("s 300", "s-300"),
        ("rubezh2006", "rubezh-2006"),
        ("rubezh 2006", "rubezh-2006"),
        ("Bordiuzh", "nikolaj-bordiuzh"),
        ("Bordyuzha", "nikolaj-bordiuzh"),
        ("Bordjuža", "nikolaj-bordiuzh"),
        ("Бордюжа", "nikolaj-bordiuzh"),
        ("бордюж", "nikolaj-bordiuzh"),
        ("nikolay bordyuzha", "nikolaj-bordiuzh"),
        ("кармелава", "karmelava"),
        ("объединённый штаб", "csto-joint-headquarters"),
        ("csc", "collective-security-council"),
        ("jhq", "csto-joint-headquarters"),
        ("dmc", "cis-council-of-defence-ministers"),
        ("bdc", "baltdefcol"),
        ("afmc", "air-force-management-centre"),
        ("defense ministers", "council-of-defence-ministers"),
        ("putin's", "vladimir-putin"),
        ("headqarters joint", "csto-joint-headquarters"),
        ("joint headqart", "csto-joint-headquarters"),
        ("the concept of 1995", "collective-security-concept"),
    ],
)
def test_what_the_sources_speak_of_is_found_as_people_type_it(real: Store, query: str, first: str) -> None:
    assert found(real, query)[0] == first


def test_a_short_number_does_not_flood(real: Store) -> None:
    assert len(found(real, "2.4")) < 5


INITIALS = """
    hq: {kind: body, name: Joint Headquarters of the River League}
    warden: {kind: body, name: Council of Harbour Wardens}
    written: {kind: body, name: Something else, short: CHW}
"""


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("chw", ["written", "warden"]),
        ("jhrl", ["hq"]),
        ("jh", ["hq"]),
        ("jhq", ["hq"]),
        ("hwc", ["warden"]),
        ("xyz", []),
    ],
)
def test_initials_are_found_below_written_ones(tmp_path: Path, typed: str, ids: list[str]) -> None:
    store = builders.compiled(tmp_path, INITIALS)
    hits, _ = find(store, typed, builders.as_of(store))
    assert [hit.ref.id for hit in hits] == ids
    assert all(hit.field == "initials" for hit in hits if hit.ref.id != "written")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("league kind:organisation", {"league"}),
        ("league kind:Organisations", {"league"}),
        ("in:2002 kind:event", {"spring-meeting"}),
        ("meeting in:2002-05/2003", {"spring-meeting"}),
        ("meeting in:2003", set()),
        ("headquarters source:late", {"joint-headquarters"}),
        ("winter source:late", {"joint-headquarters"}),
        ("foreseen source:late", set()),
        ("=joint hq", {"joint-headquarters"}),
        ("=joint", set()),
        ("league -joint -states", set()),
        ("only:facts winter", {"joint-headquarters"}),
        ("only:names winter", set()),
    ],
)
def test_operators_narrow(world: Store, typed: str, ids: set[str]) -> None:
    assert set(found(world, typed)) == ids


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("kind:stat", "no kind ‘stat’; did you mean ‘state’?"),
        ("source:erly", "no source ‘erly’; did you mean ‘early’?"),
        ("in:never", "‘in:never’: not a date: ‘never’; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("knd:state", "no operator ‘knd:’; did you mean ‘kind’?"),
    ],
)
def test_what_cannot_be_asked_is_explained_and_not_searched_for(world: Store, typed: str, why: str) -> None:
    made = answer(world, read(world, f"alpha {typed}"), builders.as_of(world))
    assert (made.hits, made.wrong) == ([], why)


def test_a_name_that_looks_like_an_operator_is_a_name(tmp_path: Path) -> None:
    store = builders.compiled(tmp_path, 'a: {kind: body, name: "kind:state"}\nb: {kind: body, name: "-x"}\n')
    assert found(store, "kind:state") == ["a"]
    assert found(store, "-x") == ["b"]


def test_a_name_of_more_words_than_are_read_is_found_whole(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(120))
    store = builders.compiled(tmp_path, f"a: {{kind: body, name: {long} one}}\nb: {{kind: body, name: {long} two}}\n")
    assert found(store, f"{long} two")[0] == "b"


def test_a_fact_that_the_day_leaves_out_is_not_found(world: Store) -> None:
    assert found(world, "only:facts took up work", "2004-06") == []
    assert found(world, "only:facts took up work", "2005") == ["joint-headquarters"]


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("joint head", "Joint Headquarters of the League", ["Joint", "Head"]),
        ("head joi", "Joint Headquarters of the League", ["Joi", "Head"]),
        ("headqarters", "Joint Headquarters of the League", ["Headquarters"]),
        ("альф", "Альфа", ["Альф"]),
        ("alf", "Альфа", ["Альф"]),
        ("55 offic", "It took up work. · 55 officers", ["55", "offic"]),
    ],
)
def test_the_letters_that_were_typed_are_marked(world: Store, typed: str, text: str, marked: list[str]) -> None:
    hit = next(hit for hit in find(world, typed, builders.as_of(world))[0] if hit.text == text)
    assert [text[start:end] for start, end in marks(hit, text)] == marked


def test_where_nothing_is_found_the_nearest_words_are_named(world: Store) -> None:
    assert nearest(world, read(world, "xeadquarters")) == ["headquarters"]
    assert nearest(world, read(world, "qqqqqqqq")) == []


@pytest.mark.parametrize(
    ("typed", "day", "ways"),
    [
        ("league kind:state", "", [KINDS]),
        ("=winter palace", "", [FACTS, KINDS]),
        ("joint headquarters", "1995", [DAY]),
        ("qqqqqqq kind:state", "1995", []),
    ],
)
def test_only_ways_that_find_something_are_offered(world: Store, typed: str, day: str, ways: list[str]) -> None:
    assert [way for way, _ in further(world, read(world, typed), builders.as_of(world, day))] == ways
