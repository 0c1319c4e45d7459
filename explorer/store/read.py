"""An open store: what it is about, its entities and their names. Both faces ask here; SQL stays in this package."""

from __future__ import annotations

from explorer.store import sqlite
from explorer.store.lens import Lens
from explorer.store.rows import Entity, Ref
from explorer.values import answers, dates
from explorer.values.dates import YES, Date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.problems import Problem

FORMAT = "6"
"""Number of the file format; a file with another number is compiled anew."""

ENTITY = (
    "e.rowid, e.id, e.kind, e.name, coalesce(e.short, ''), coalesce(e.mood, ''), coalesce(e.summary, ''), "
    "e.seen, e.begin, e.begin_latest, e.end_earliest, e.end, e.links, e.file, e.line, coalesce(e.life, '')"
)
"""The columns of `rows.Entity`, of a table named e."""


class Store:
    """One compiled data set. `folder` is where it came from; `note` is what a reader should be told once."""

    def __init__(self, connection: sqlite.Connection, folder: str, note: str = "") -> None:
        self.connection = connection
        self.folder = folder
        self.note = note
        self._meta: dict[str, str] = dict(connection.execute("select key, value from meta"))
        self._order: dict[str, int] = {}
        self._labels: dict[str, tuple[str, str, str]] = {}
        self._then: dict[str, dict[int, str]] = {}

    def __del__(self) -> None:
        if hasattr(self, "connection"):
            self.connection.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def meta(self, key: str) -> str:
        """A line about the data set: title, horizon, entities (their number) …; empty where it is not known."""
        return self._meta.get(key, "")

    def lens(self, asked: Date | None) -> Lens:
        """A lens on this data set."""
        return Lens(asked, self.meta("horizon") or dates.FOREVER)

    def entity(self, id_: str) -> Entity | None:
        """The entity with that id or former id."""
        if not id_.isascii():
            return None
        row = self.connection.execute(
            f"select {ENTITY} from entity e where e.id = :id or e.rowid = (select entity from former where id = :id)",
            {"id": id_},
        ).fetchone()
        return Entity(*row) if row else None

    def entity_in(self, file: str, line: int) -> str:
        """The id of the entity whose entry a line of a file belongs to; empty where there is none."""
        row = self.connection.execute(
            "select e.id from entity e where e.file = :file and :line between e.line and e.last_line",
            {"file": file, "line": line},
        ).fetchone()
        return str(row[0]) if row else ""

    def entity_at(self, number: int) -> Entity:
        """The entity with that number."""
        row = self.connection.execute(f"select {ENTITY} from entity e where e.rowid = ?", (number,)).fetchone()
        return Entity(*row)

    def kind(self, name: str) -> tuple[str, str, str]:
        """Label, plural and letter of a kind."""
        if not self._labels:
            rows = self.connection.execute("select name, label, plural, letter from kind")
            self._labels = {row[0]: (row[1], row[2], row[3]) for row in rows}
        return self._labels.get(name, (name, name, name[:1].upper()))

    def kind_order(self) -> dict[str, int]:
        """Kind to its place in the vocabulary, which breaks ties."""
        if not self._order:
            self._order = dict(self.connection.execute("select name, ord from kind"))
        return self._order

    def names_then(self, lens: Lens) -> dict[int, str]:
        """Names that differed on the day asked: of an entity that had another one then, by its number."""
        if lens.asked is None:
            return {}
        text = lens.asked.text
        if text not in self._then:
            rows = self.connection.execute(
                "select entity, text, time, until from claim where part = 'also' and time is not null "
                "and mood is null order by ord desc"
            )
            found = {
                number: name
                for number, name, time, until in rows
                if answers.holds(dates.parse(time).known_until(until), lens.asked, lens.horizon) == YES
            }
            self._then = {text: found}
        return self._then[text]

    def name(self, entity: Entity, lens: Lens) -> str:
        """The name that the entity had on the day asked."""
        return self.names_then(lens).get(entity.number, entity.name)

    def folded_names(self, entity: Entity) -> set[str]:
        """Everything that the entity is called, folded; its ids with hyphens as spaces."""
        return {row[0] for row in self.connection.execute("select folded from name where entity = ?", (entity.number,))}

    def label(self, table: str, name: str) -> str:
        """The label of a word of the vocabulary: of an `about`, a `document_type`, a `kind`."""
        row = self.connection.execute(f"select label from {table} where name = ?", (name,)).fetchone()
        return str(row[0]) if row else name.replace("-", " ")

    def problems(self) -> list[Problem]:
        """Everything found wrong when the data set was compiled; file names are relative to its folder."""
        from explorer.problems import Problem

        columns = "file, line, col, severity, code, message, hint, excerpt, width"
        return [Problem(*row) for row in self.connection.execute(f"select {columns} from problem order by ord")]

    def stamps(self) -> dict[str, str]:
        """File name to the stamp it had when it was read."""
        return dict(self.connection.execute("select name, stamp from file"))

    def doubtful(self) -> set[str]:
        """Files whose stamps say too little, which are read again to see whether they have changed."""
        return {row[0] for row in self.connection.execute("select name from again")}

    def digests(self) -> dict[str, str]:
        """File name to a digest of what was read."""
        return dict(self.connection.execute("select name, digest from file"))


def described(store: Store, ids: list[str]) -> dict[str, tuple[Entity, str]]:
    """Entities by their ids, each with its author where it is a document that names one; in one question."""
    found: dict[str, tuple[Entity, str]] = {}
    for start in range(0, len(ids), 500):  # as many as SQLite accepts at once
        part = ids[start : start + 500]
        rows = store.connection.execute(
            f"select {ENTITY}, coalesce(d.author, '') from entity e left join document d on d.entity = e.rowid "
            f"where e.id in ({','.join('?' * len(part))})",
            part,
        )
        found |= {row[1]: (Entity(*row[:-1]), row[-1]) for row in rows}
    return found


def ref(row: tuple[str | None, str, str]) -> Ref | None:
    """A reference from three columns that may be null."""
    id_, kind, name = row
    return Ref(id_, kind, name) if id_ is not None else None
