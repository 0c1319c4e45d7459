"""Exports, each read back by another program's own library."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import icalendar
import networkx
import pydot
import pytest

from explorer.export import formats
from explorer.export.graph import dot, graphml
from explorer.export.ical import calendar
from explorer.export.tables import tables
from explorer.store.read import Store
from explorer.store.workbook import VIEWS
from tests.builders import as_of
from tests.view.conftest import store

__all__ = ["store"]


@pytest.fixture(scope="module")
def database(store: Store) -> Iterator[sqlite3.Connection]:
    """The SQLite export, opened."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(formats.sqlite(store, as_of(store)))
    yield connection
    connection.close()


def one(connection: sqlite3.Connection, query: str) -> tuple[object, ...]:
    """The only row of a query."""
    (row,) = connection.execute(query).fetchall()
    return tuple(row)


def test_json_lines_are_entities_by_id(store: Store) -> None:
    records = [json.loads(line) for line in formats.jsonl(store, as_of(store)).decode().splitlines()]
    ids = [record["id"] for record in records]
    assert ids == sorted(ids)
    assert {record["record"] for record in records} == {"entity"}
    assert len(ids) == store.connection.execute("select count(*) from entity").fetchone()[0]


def test_every_key_of_a_table_is_its_own_and_every_reference_leads_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert one(database, "pragma integrity_check") == ("ok",)


def test_a_statement_is_a_row_with_what_it_is_worth(database: sqlite3.Connection) -> None:
    row = one(
        database,
        "select entity, part, property, value, low, high, unit, mood, by, said, target from statements "
        "where statement = 'staff:strength'",
    )
    assert row == (
        *("staff", "fact", "strength", "at most 50 officers", None, 50, "officers", "planned", "sources"),
        *("2002-05-14?", None),
    )


def test_numbers_are_numbers(database: sqlite3.Connection) -> None:
    types = "typeof(low), typeof(high), typeof(unit)"
    assert one(database, f"select {types} from statements where statement = 'staff:strength-2'") == (
        *("real", "real", "text"),
    )
    assert one(database, "select distinct typeof(line) from entities") == ("integer",)


def test_a_citation_has_source_passage_and_the_work_behind_it(database: sqlite3.Connection) -> None:
    row = one(database, "select source, locator, work from citations where statement = 'staff:range'")
    assert row == ("late", "sec 1 par 1 fn 1", "work-2003")


def test_every_column_is_described_and_every_view_answers(database: sqlite3.Connection) -> None:
    described = set(database.execute("select of, \"column\" from about where \"column\" <> '' and of <> ''"))
    names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
    columns = {
        (name, row[1])
        for name in names
        if name != "about" and not name.startswith("sqlite")
        for row in database.execute(f"pragma table_info({name})")
    }
    assert columns == described
    assert [name for name in VIEWS if not database.execute(f"select * from {name}").fetchall()] == []


def test_the_metadata_describe_each_table_and_view(store: Store, database: sqlite3.Connection) -> None:
    made = json.loads(formats.datasette(store, as_of(store)))
    (described,) = made["databases"].values()
    names = {name for (name,) in database.execute("select name from sqlite_master where type in ('table', 'view')")}
    assert {name for name in names if not name.startswith("sqlite")} - {"about"} == set(described["tables"])


def test_the_zip_has_a_csv_file_for_each_table_with_its_rows(store: Store) -> None:
    with ZipFile(BytesIO(formats.csv(store, as_of(store)))) as archive:
        read = {name: list(csv.reader(StringIO(archive.read(name).decode()))) for name in archive.namelist()}
    for table in tables(store, as_of(store)):
        header, *rows = read.pop(f"{table.name}.csv")
        assert header == [column.name for column in table.columns]
        assert len(rows) == len(table.rows)
    assert set(read) == {"columns.csv", *(f"{name}.csv" for name in VIEWS)}


def test_statements_are_rows_with_their_places(store: Store, database: sqlite3.Connection) -> None:
    header = ["entity", "property", "value", "when", "source", "locator", "mood", "statement"]
    with ZipFile(BytesIO(formats.csv(store, as_of(store)))) as archive:
        first, *rows = csv.reader(StringIO(archive.read("stated.csv").decode()))
    assert first == header
    written = database.execute("select * from stated").fetchall()
    assert rows == [["" if cell is None else str(cell) for cell in row] for row in written]
    assert ["staff", "strength", "at most 50 officers", "", "early", "par 4", "planned", "staff:strength"] in rows
    assert {row[7] for row in rows} == {key for (key,) in database.execute("select statement from statements")}


def test_the_same_data_make_the_same_bytes(store: Store) -> None:
    assert formats.csv(store, as_of(store)) == formats.csv(store, as_of(store))
    assert formats.sqlite(store, as_of(store)) == formats.sqlite(store, as_of(store))


def test_networkx_reads_the_graph_with_its_attributes(store: Store) -> None:
    graph = networkx.parse_graphml(graphml(store, as_of(store)))
    assert graph.nodes["staff"]["name"] == "Joint Staff"
    edges = {(start, end): cells for start, end, cells in graph.edges(data=True)}
    assert edges["staff", "alpha"]["role"] == "first chair"
    assert edges["staff", "beta"]["mood"] == "planned"
    assert graph.number_of_nodes() == len(tables(store, as_of(store))[2].rows)


def test_a_parser_of_dot_reads_the_graph(store: Store) -> None:
    (graph,) = pydot.graph_from_dot_data(dot(store, as_of(store)))
    styles = {(edge.get_source(), edge.get_destination()): edge.get_style() for edge in graph.get_edges()}
    assert styles['"staff"', '"alpha"'] == "solid"
    assert styles['"staff"', '"beta"'] == "dashed"


def test_a_calendar_has_the_days_of_each_dated_event(store: Store) -> None:
    text, left_out = calendar(store, as_of(store))
    read = icalendar.Calendar.from_ical(text)
    events = {str(one["UID"]): one for one in read.walk("VEVENT")}
    summit = events["summit@csto"]
    assert (summit["DTSTART"].dt, summit["DTEND"].dt) == (date(2002, 5, 14), date(2002, 5, 15))
    assert "early ¶1" in str(summit["DESCRIPTION"])
    assert left_out == 0
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_calendar_says_the_doubt_on_a_day_in_the_title_and_what_was_only_planned(store: Store) -> None:
    before = store.connection.execute("select life, mood from entity where id = 'summit'").fetchone()
    change = "update entity set life = ?, mood = ? where id = 'summit'"
    store.connection.execute(change, ("14 May 2002?", "planned"))
    read = icalendar.Calendar.from_ical(calendar(store, as_of(store))[0])
    store.connection.execute(change, before)
    (summit,) = (one for one in read.walk("VEVENT") if one["UID"] == "summit@csto")
    assert str(summit["SUMMARY"]).startswith("planned: ")
    assert str(summit["SUMMARY"]).endswith(" (14 May 2002?)")
    assert summit["STATUS"] == "TENTATIVE"
    sure = icalendar.Calendar.from_ical(calendar(store, as_of(store))[0])
    assert [one for one in sure.walk("VEVENT") if "STATUS" in one] == []


@pytest.mark.parametrize("make", [formats.jsonl, formats.csv, graphml, dot])
def test_a_day_leaves_out_what_came_later(store: Store, make: object) -> None:
    assert callable(make)
    assert len(make(store, as_of(store, "1996"))) < len(make(store, as_of(store)))


def test_markup_in_the_data_is_text_in_every_graph(store: Store) -> None:
    store.connection.execute("update entity set name = '<a \"b\"> & \\ c' where id = 'gamma'")
    graph = networkx.parse_graphml(graphml(store, as_of(store)))
    (parsed,) = pydot.graph_from_dot_data(dot(store, as_of(store)))
    store.connection.execute("update entity set name = 'Gamma' where id = 'gamma'")
    assert graph.nodes["gamma"]["name"] == '<a "b"> & \\ c'
    (node,) = parsed.get_node('"gamma"')
    assert node.get_label() == '"<a \\"b\\"> & \\\\ c"'
