"""What a query leaves out: kinds, times, sources and words, as conditions that the database can test row by row."""

from __future__ import annotations

from explorer.store.candidates import Narrowing
from explorer.store.query import Query, folded
from explorer.store.read import Store
from explorer.text import suggest
from explorer.values import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_DURING = (
    "coalesce(e.begin, e.seen) <= {last} "
    "and coalesce(e.end, case when e.begin is null then e.seen end, '9999') >= {first}"
)
_CITING = (
    "exists (select 1 from claim s join cite on cite.claim = s.id where s.entity = e.rowid and cite.source = {source})"
)
_HAVING = "exists (select 1 from name w where w.entity = e.rowid and instr(' ' || w.folded || ' ', {word}))"
_RESTING = "exists (select 1 from cite where cite.claim = c.id and cite.source = {source})"


def narrowing(store: Store, query: Query) -> Narrowing:
    """The conditions of a query."""
    values: dict[str, str | int] = {}
    where, fact = ["1"], ["1"]
    wrong = query.wrong

    def bound(value: str | int) -> str:
        name = f"value{len(values)}"
        values[name] = value
        return f":{name}"

    kinds = []
    for kind in query.kinds:
        known = _kind(store, kind)
        wrong = wrong or ("" if known else _no_kind(store, kind))
        kinds.append(bound(known))
    if kinds:
        where.append(f"e.kind in ({', '.join(kinds)})")
    for time in query.times:
        try:
            date = dates.parse(time)
        except dates.DateError as error:
            wrong = wrong or f"‘in:{time}’: {error}" + (f"; {error.hint}" if error.hint else "")
            continue
        where.append(_DURING.format(first=bound(date.start_earliest), last=bound(date.end_latest)))
    for source in query.sources:
        number = _source(store, source)
        wrong = wrong or ("" if number else _no_source(store, source))
        name = bound(number)
        where.append(_CITING.format(source=name))
        fact.append(_RESTING.format(source=name))
    where += [f"not {_HAVING.format(word=bound(f' {word} '))}" for word in query.without]
    return Narrowing(" and ".join(where), " and ".join(fact), values, wrong)


def _kind(store: Store, text: str) -> str:
    """The kind that is named so, or labelled so in either number; empty for none."""
    wanted = folded(text)
    for name, label, plural in store.connection.execute("select name, label, plural from kind order by ord"):
        if wanted in (folded(name), folded(label), folded(plural)):
            return str(name)
    return ""


def _no_kind(store: Store, text: str) -> str:
    known = [row[0] for row in store.connection.execute("select name from kind order by ord")]
    return f"no kind ‘{text}’; {_hint(text, known)}"


def _source(store: Store, text: str) -> int:
    """The number of the thing that is cited by that id or name; 0 for none."""
    entity = store.entity(text)
    if entity is not None and _is_cited(store, entity.number):
        return entity.number
    rows = store.connection.execute("select distinct entity from name where folded = ? limit 9", (folded(text),))
    return next((int(row[0]) for row in rows.fetchall() if _is_cited(store, row[0])), 0)


def _is_cited(store: Store, number: int) -> bool:
    return store.connection.execute("select 1 from cite where source = ? limit 1", (number,)).fetchone() is not None


def _no_source(store: Store, text: str) -> str:
    rows = store.connection.execute(
        "select id from entity where rowid in (select source from spot) order by rowid limit 500"
    )
    return f"no source ‘{text}’; {_hint(text, [row[0] for row in rows])}"


def _hint(text: str, known: Iterable[str]) -> str:
    names = list(known)
    return suggest(text, names) or f"there are {', '.join(names[:13])}"
