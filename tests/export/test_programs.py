"""Exports opened by the programs that they are made for, as a reader would: from the shell, on the real data.

Datasette and networkx are there wherever the tests run; jq, sqlite3 and Graphviz are asked where they are installed,
and the parsers of `test_formats.py` anyway.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import bibtexparser
import networkx
import pytest
from datasette.app import Datasette

from explorer.store.workbook import VIEWS
from tests.cli.conftest import Run, csto, environment

__all__ = ["csto", "environment"]


def here(program: str) -> list[str]:
    """The program, if it is installed; a test of none has no cases."""
    return [program] if shutil.which(program) else []


@pytest.fixture(scope="module")
def exported(csto: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the database and its descriptions, made as docs/shell.md says."""
    folder = tmp_path_factory.mktemp("exported")
    assert csto("export", "sqlite", "-o", str(folder / "csto.db")).code == 0
    assert csto("export", "sqlite", "--metadata", "-o", str(folder / "metadata.json")).code == 0
    return folder


@pytest.fixture(scope="module")
def opened(exported: Path) -> Iterator[sqlite3.Connection]:
    """The database, opened as any program would."""
    connection = sqlite3.connect(exported / "csto.db")
    yield connection
    connection.close()


# SQLite and Datasette


def names(opened: sqlite3.Connection) -> list[str]:
    """Tables and views."""
    return [name for (name,) in opened.execute("select name from sqlite_master where type in ('table', 'view')")]


def test_sqlite_finds_the_database_sound(opened: sqlite3.Connection) -> None:
    assert opened.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert opened.execute("pragma foreign_key_check").fetchall() == []


def test_the_figures_of_the_headquarters_are_rows_with_mood_and_place(opened: sqlite3.Connection) -> None:
    rows = opened.execute(
        "select f.value, f.mood, f.sources from facts f where f.entity = 'csto-joint-headquarters' "
        "and f.property = 'strength' order by f.statement"
    )
    assert rows.fetchall() == [
        ("at most 50 officers", "planned", "art. 2002 ¶4"),
        ("55 officers", None, "Jasutis §2.4 ¶2"),
    ]


@pytest.mark.parametrize("sqlite", here("sqlite3"))
def test_the_program_sqlite3_opens_it(exported: Path, sqlite: str) -> None:
    command = [sqlite, str(exported / "csto.db"), "select name from entities where id = 'csto-joint-headquarters'"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().endswith("of the CSTO")


@pytest.fixture
async def datasette(exported: Path) -> Datasette:
    """Datasette with the database and its descriptions."""
    metadata = json.loads((exported / "metadata.json").read_text("utf-8"))
    made = Datasette([str(exported / "csto.db")], metadata=metadata)
    await made.invoke_startup()
    return made


async def page(datasette: Datasette, path: str) -> str:
    """A page that is there."""
    response = await datasette.client.get(path)
    assert response.status_code == 200, path
    return str(response.text)


async def test_datasette_shows_every_table_and_view_with_its_description(
    datasette: Datasette, opened: sqlite3.Connection
) -> None:
    told = dict(opened.execute("select of, says from about where \"column\" = ''"))
    for name in names(opened):
        shown = await page(datasette, f"/csto/{name}")
        assert told.get(name, "") in shown


async def test_datasette_names_the_data_set_and_tells_what_each_column_is(
    datasette: Datasette, opened: sqlite3.Connection
) -> None:
    title, *_ = opened.execute("select says from about where \"column\" = 'title'").fetchone()
    assert title in await page(datasette, "/")
    shown = await page(datasette, "/csto/statements")
    assert "why it can hardly be right as printed" in shown


async def test_datasette_shows_names_where_a_row_refers_to_an_entity(datasette: Datasette) -> None:
    statement = quote("csto-joint-headquarters:strength-2", safe="")
    shown = await page(datasette, f"/csto/statements?statement={statement}")
    assert "/csto/entities/csto-joint-headquarters" in shown
    assert "of the CSTO" in shown


async def test_datasette_answers_a_question_across_tables(datasette: Datasette) -> None:
    query = quote("select count(*) as n from links where property = 'member-of' and mood is null")
    answer = json.loads(await page(datasette, f"/csto.json?sql={query}&_shape=array"))
    assert answer[0]["n"] > 5


async def test_datasette_answers_every_view(datasette: Datasette) -> None:
    for name in VIEWS:
        assert json.loads(await page(datasette, f"/csto/{name}.json?_size=1&_shape=array"))


# Other programs


def test_networkx_opens_the_graph_from_its_file(csto: Run, tmp_path: Path) -> None:
    assert csto("export", "graphml", "-o", str(tmp_path / "csto.graphml")).code == 0
    graph = networkx.read_graphml(tmp_path / "csto.graphml")
    assert graph.nodes["csto-joint-headquarters"]["kind"] == "body"
    assert networkx.has_path(graph.to_undirected(), "csto-joint-headquarters", "armenia")


@pytest.mark.parametrize("graphviz", here("dot"))
def test_graphviz_draws_the_graph(csto: Run, graphviz: str) -> None:
    text = csto("export", "dot").out
    done = subprocess.run([graphviz, "-Tsvg"], input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.count('class="edge"') == text.count(" -> ")


def test_a_parser_of_bibtex_reads_the_entry(csto: Run) -> None:
    library = bibtexparser.parse_string(csto("cite", "jasutis", "--format", "bibtex").out)
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert entry.key == "jasutis"
    assert str(entry["author"]).startswith("Jasutis")


@pytest.mark.parametrize("jq", here("jq"))
def test_jq_takes_the_figures_from_the_answer(csto: Run, jq: str) -> None:
    answer = csto("show", "joint hq", "--json").out
    command = [jq, "-r", '.entities[].facts[] | select(.about == "strength") | [.value, .mood // "asserted"] | @tsv']
    done = subprocess.run(command, input=answer, capture_output=True, text=True, check=True)
    assert done.stdout == "at most 50 officers\tplanned\n55 officers\tasserted\n"


def test_the_answer_narrowed_to_two_fields_is_all_that_a_pipe_gets(csto: Run) -> None:
    (entity,) = json.loads(csto("show", "joint hq", "--json", "--fields", "id,when").out)["entities"]
    assert list(entity) == ["id", "when"]
    assert entity["id"] == "csto-joint-headquarters"
