"""References, read back by the parsers of each format."""

from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON

from explorer.store.read import Store
from explorer.values import dates
from explorer.view.citing import FORMATS, cite, in_text
from explorer.view.references import Reference, references
from tests.builders import as_of, entity

BOOK = Reference(
    id="nations",
    type="book",
    names=("G. Liska", "Anthony W. Faughn"),
    edited=False,
    title="50 % & more: {Nations} in_Alliance",
    short="Liska",
    publisher="John Hopkins Press",
    date=dates.parse("1962-08?"),
    language="en",
    url="http://example.org/a_b",
    accessed="2007-09-05",
    passages=("§2.4 ¶2",),
    behind=("Another work",),
)
NAMELESS = BOOK._replace(id="paper", type="article", names=(), publisher="", date=None, url="", accessed="", behind=())
EDITED = BOOK._replace(id="both", names=("Стивен Э. Миллер", "Дмитрий Тренин"), edited=True, date=dates.parse("2005"))
ALL = [BOOK, NAMELESS, EDITED]


def test_text_has_author_year_title_place_and_passage() -> None:
    assert cite([BOOK], "text") == (
        "Liska, G. and Anthony W. Faughn (1962?). 50 % & more: {Nations} in_Alliance. John Hopkins Press. "
        "http://example.org/a_b (read 2007-09-05). §2.4 ¶2. citing Another work."
    )


def test_without_an_author_the_title_leads() -> None:
    assert cite([NAMELESS], "text") == "50 % & more: {Nations} in_Alliance (n.d.). §2.4 ¶2."


def test_a_footnote_has_names_as_spoken() -> None:
    assert cite([EDITED], "note").startswith("Стивен Э. Миллер and Дмитрий Тренин (eds.), “50 % & more")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (BOOK, "Liska and Faughn 1962?, §2.4 ¶2"),
        (NAMELESS, "Liska n.d., §2.4 ¶2"),
        (BOOK._replace(names=("A B", "C D", "E F", "G H"), passages=()), "B et al. 1962?"),
        (BOOK._replace(date=dates.parse("2004/2006"), names=("UN",)), "UN 2004 to 2006, §2.4 ¶2"),
    ],
)
def test_in_a_sentence_family_names_and_year_stand_before_the_passage(one: Reference, said: str) -> None:
    assert in_text(one) == said


def test_a_year_that_the_short_name_has_is_not_said_twice() -> None:
    assert in_text(NAMELESS._replace(short="art. 2002", date=dates.parse("2002-05?"))) == "art. 2002, §2.4 ¶2"


def test_bibtex_is_read_back() -> None:
    library = bibtexparser.parse_string(cite(ALL, "bibtex"))
    assert library.failed_blocks == []
    book, paper, both = library.entries
    assert (book.key, book.entry_type) == ("nations", "book")
    assert book["author"] == "Liska, G. and Faughn, Anthony W."
    assert book["title"] == "{50 \\% \\& more: \\{Nations\\} in\\_Alliance}"
    assert (book["year"], book["month"], book["urldate"]) == ("1962", "8", "2007-09-05")
    assert book["note"] == "§2.4 ¶2; citing Another work; date: August 1962?"
    assert paper.entry_type == "misc"
    assert "author" not in paper
    assert both["editor"] == "Миллер, Стивен Э. and Тренин, Дмитрий"


def test_csl_json_is_read_back() -> None:
    items = json.loads(cite(ALL, "csl-json"))
    read = CiteProcJSON(items)
    assert set(read) == {"nations", "paper", "both"}
    assert read["nations"].type == "book"
    assert (read["nations"].author[0].family, read["nations"].author[0].given) == ("Liska", "G.")
    assert items[0]["issued"] == {"date-parts": [[1962, 8]], "circa": True}
    assert read["both"].issued.year == 2005
    assert "author" not in items[1]


def test_ris_is_read_back() -> None:
    book, paper, both = rispy.loads(cite(ALL, "ris"))
    assert (book["type_of_reference"], book["title"]) == ("BOOK", "50 % & more: {Nations} in_Alliance")
    assert book["authors"] == ["Liska, G.", "Faughn, Anthony W."]
    assert (book["year"], book["date"], book["access_date"]) == ("1962", "1962/08/", "2007/09/05")
    assert paper["type_of_reference"] == "GEN"
    assert both["secondary_authors"] == ["Миллер, Стивен Э.", "Тренин, Дмитрий"]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_entity_can_be_cited_in_every_format(store: Store, format_: str) -> None:
    for (id_,) in store.connection.execute("select id from entity").fetchall():
        made = references(store, entity(store, id_), as_of(store))
        assert isinstance(cite(made, format_), str)


def test_a_document_is_cited_itself_and_anything_else_by_its_sources(store: Store) -> None:
    assert [one.id for one in references(store, entity(store, "charter"), as_of(store))] == ["charter"]
    made = references(store, entity(store, "staff"), as_of(store))
    assert [(one.id, one.passages[0]) for one in made] == [("late", "§1 ¶1 n. 1"), ("early", "¶4")]
    assert made[0].behind == ("Work of 2003",)


def test_a_passage_of_a_document_is_said_as_readers_write_it(store: Store) -> None:
    (one,) = references(store, entity(store, "late"), as_of(store), "sec 1 par 2")
    assert one.passages == ("§1 ¶2",)


@pytest.mark.parametrize(
    ("author", "names", "edited"),
    [
        ("G. Liska", ("G. Liska",), False),
        ("A. Bee and C. Dee", ("A. Bee", "C. Dee"), False),
        ("A. Bee, C. Dee (editors)", ("A. Bee", "C. Dee"), True),
        ("Liska, George", ("Liska, George",), False),
    ],
)
def test_a_line_of_authors_is_told_apart(store: Store, author: str, names: tuple[str, ...], edited: bool) -> None:
    charter = entity(store, "charter")
    before = store.connection.execute("select author from document where entity = ?", (charter.number,)).fetchone()
    store.connection.execute("update document set author = ? where entity = ?", (author, charter.number))
    (one,) = references(store, charter, as_of(store))
    store.connection.execute("update document set author = ? where entity = ?", (*before, charter.number))
    assert (one.names, one.edited) == (names, edited)


def test_a_footnote_of_a_document_names_the_work_behind_it(store: Store) -> None:
    (one,) = references(store, entity(store, "late"), as_of(store), "sec 1 par 1 fn 1")
    assert (one.passages, one.behind) == (("§1 ¶1 n. 1",), ("Work of 2003",))
    assert cite([one], "text").endswith("§1 ¶1 n. 1. citing Work of 2003.")


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("Jean de La Fontaine", "de La Fontaine", "Jean"),
        ("Van Morrison", "Morrison", "Van"),
        ("Стивен Э. Миллер", "Миллер", "Стивен Э."),
        ("Beethoven, Ludwig van", "Beethoven", "Ludwig van"),
        ("Interfax", "Interfax", ""),
        ("Ministry of Defence of Belarus", "Ministry of Defence of Belarus", ""),
    ],
)
def test_every_format_has_particles_with_the_family_and_the_names_of_bodies_whole(
    name: str, family: str, given: str
) -> None:
    one = BOOK._replace(names=(name,))
    both = ", ".join(filter(None, (family, given)))
    assert cite([one], "text").startswith(f"{both} (1962?)")
    braced = f"{{{family}}}" if not given and " " in family else both
    assert bibtexparser.parse_string(cite([one], "bibtex")).entries[0]["author"] == braced
    assert rispy.loads(cite([one], "ris"))[0]["authors"] == [both]
    (person,) = CiteProcJSON(json.loads(cite([one], "csl-json")))["nations"].author
    assert dict(person) == ({"family": family, "given": given} if given else {"literal": family})
