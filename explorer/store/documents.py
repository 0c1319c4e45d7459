"""What only documents have, and words of the vocabulary that cards need."""

from __future__ import annotations

from explorer.store.read import Store
from explorer.store.rows import Entity
from explorer.values.lean import NamedTuple


class Document(NamedTuple):
    """The particulars of a document; empty text where nothing is known."""

    type: str
    language: str
    author: str
    publisher: str
    url: str
    accessed: str


def document(store: Store, entity: Entity) -> Document | None:
    """The particulars of an entity that is a document."""
    row = store.connection.execute(
        "select coalesce(type, ''), coalesce(language, ''), coalesce(author, ''), coalesce(publisher, ''), "
        "coalesce(url, ''), coalesce(accessed, '') from document where entity = ?",
        (entity.number,),
    ).fetchone()
    return Document(*row) if row else None


def identifiers(store: Store, entity: Entity) -> tuple[dict[str, str], list[str]]:
    """Identifiers elsewhere by scheme, and former ids."""
    schemes = store.connection.execute(
        "select scheme, value from identifier where entity = ? order by ord", (entity.number,)
    )
    former = store.connection.execute("select id from former where entity = ? order by id", (entity.number,))
    return dict(schemes.fetchall()), [row[0] for row in former]


def about_words(store: Store) -> list[tuple[str, str]]:
    """Every question that facts answer, with its label, in the order of the vocabulary."""
    return store.connection.execute("select name, label from about order by ord").fetchall()
