"""What outlives a change of the data: statements by their keys, ids by their former ones; and what the change was."""

from __future__ import annotations

from collections import Counter

from explorer.problems import ERROR
from explorer.store.read import Store
from explorer.values.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.problems import Problem

COUNTED = 100_000
"""Entries up to which it is counted how many have changed."""


class Said(NamedTuple):
    """A statement by its number, its key, and all that it says."""

    number: int
    key: str
    words: tuple[object, ...]


def entity_of(store: Store, number: int) -> str:
    """The id of the entity in whose entry a statement stands; empty where there is none."""
    row = store.connection.execute(
        "select e.id from claim c join entity e on e.rowid = c.entity where c.id = ?", (number,)
    ).fetchone()
    return str(row[0]) if row else ""


def statements(before: Store, id_: str, after: Store, now: str) -> dict[Said, Said]:
    """Statements of an entity to what they are now: the same words, else the same key with other words.

    Keys are counted (`fact`, `fact-2`), so that of one put in between all that follow have others.
    """
    old, new = _said(before, id_), _said(after, now)
    there: dict[tuple[object, ...], list[Said]] = {}
    for said in new:
        there.setdefault(said.words, []).append(said)
    found = {said: there[said.words].pop(0) for said in old if there.get(said.words)}
    left = {said.key: said for some in there.values() for said in some}
    return found | {said: left[said.key] for said in old if said not in found and said.key in left}


def _said(store: Store, id_: str) -> list[Said]:
    entity = store.entity(id_)
    rows = store.connection.execute(
        "select c.id, c.key, c.part, c.relation, t.id, c.role, c.text, c.lang, c.about, c.value, c.happened, c.said "
        "from claim c left join entity t on t.rowid = c.target where c.entity = ? order by c.id",
        (entity.number if entity else 0,),
    )
    return [Said(number, key, words) for number, key, *words in rows for words in (tuple(words),)]


def renamed(before: Store, after: Store) -> dict[str, str]:
    """Ids that had an entry and are now former ids of another, to that other's."""
    known = set(before.connection.execute("select id from former"))
    rows = after.connection.execute("select f.id, e.id from former f join entity e on e.rowid = f.entity")
    return {old: new for old, new in rows if (old,) not in known and before.entity(old) is not None}


def nearest(before: Store, id_: str, after: Store) -> str:
    """The entity beside one that is gone: of its kind, the next by name, else the one before; empty where none is."""
    entity = before.entity(id_)
    if entity is None:
        return ""
    folded = before.connection.execute("select folded from entity where rowid = ?", (entity.number,)).fetchone()[0]
    for beyond, order in ((">=", "asc"), ("<", "desc")):
        row = after.connection.execute(
            f"select id from entity where kind = ? and folded {beyond} ? order by folded {order} limit 1",
            (entity.kind, folded),
        ).fetchone()
        if row:
            return str(row[0])
    return ""


def changed(before: Store, after: Store) -> int | None:
    """How many entries of the files are other ones than before; None where there are too many to count."""
    if max(int(store.meta("entities") or 0) for store in (before, after)) > COUNTED:
        return None
    old, new = (set(store.connection.execute("select digest from block")) for store in (before, after))
    return max(len(old - new), len(new - old))


def same_content(before: Store, after: Store) -> bool:
    """Whether both were made of the same files."""
    return before.digests() == after.digests()


def new_errors(before: Store, after: Store) -> list[Problem]:
    """Errors that the one before did not have, wherever they stood in their file."""
    known = Counter((problem.file, problem.code, problem.message) for problem in before.problems())
    made = []
    for problem in after.problems():
        sort = problem.file, problem.code, problem.message
        if problem.severity == ERROR and not known[sort]:
            made.append(problem)
        known[sort] -= known[sort] > 0
    return made
