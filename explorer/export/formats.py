"""The whole data set in each format that other programs read."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.export.tables import entities, tables
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.workbook import Table, views


def jsonl(store: Store, lens: Lens) -> bytes:
    """A line of JSON for each entity, as `show --jsonl` writes it."""
    from json import dumps

    from explorer.export.records import entity_record

    lines = [dumps({"record": "entity", **entity_record(store, one, lens)}) for one in entities(store, lens)]
    return "".join(f"{line}\n" for line in lines).encode()


def csv(store: Store, lens: Lens) -> bytes:
    """A zip of one CSV file a table, of the views that the database has, and of what the columns mean."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    made = tables(store, lens)
    files = {f"{table.name}.csv": _csv([one.name for one in table.columns], table.rows) for table in made}
    files |= {f"{name}.csv": _csv(header, rows) for name, header, rows in views(made)}
    about = [(table.name, one.name, one.about, one.refers) for table in made for one in table.columns]
    files["columns.csv"] = _csv(["table", "column", "says", "refers"], tuple(about))
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = ZipInfo(name)  # without today's time, so that the same data make the same file
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text)
    return target.getvalue()


def _csv(header: list[str], rows: Iterable[tuple[str | float | None, ...]]) -> bytes:
    import csv as writing
    from io import StringIO

    target = StringIO(newline="")
    writer = writing.writer(target)
    writer.writerow(header)
    writer.writerows(rows)
    return target.getvalue().encode("utf-8")


def sqlite(store: Store, lens: Lens) -> bytes:
    """A SQLite database."""
    from explorer.store.workbook import database

    return database(tables(store, lens), about(store, lens))


def datasette(store: Store, lens: Lens) -> bytes:
    """The descriptions of that database for Datasette."""
    from json import dumps

    from explorer.store.workbook import metadata

    made: list[Table] = tables(store, lens)
    return (dumps(metadata(made, about(store, lens)), ensure_ascii=False, indent=1) + "\n").encode()


def about(store: Store, lens: Lens) -> dict[str, str]:
    """What the data set is."""
    day = f" As of {lens.asked.text}." if lens.asked else ""
    horizon = f" The sources speak up to {store.meta('horizon')}." if store.meta("horizon") else ""
    return {"title": store.meta("title"), "description": f"{store.meta('description')}{horizon}{day}".strip()}
