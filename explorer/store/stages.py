"""The model of the data set: a concept with stages in order, what is evidence of each, and who has come how far."""

from __future__ import annotations

from explorer.store import claims
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.values.dates import FOREVER
from explorer.values.lean import NamedTuple
from explorer.values.terms import COMPARATOR, CRITERION, REACHED


class Evidence(NamedTuple):
    """A link that makes something evidence of a stage, and the thing itself."""

    claim: Claim
    entity: Entity


class Stage(NamedTuple):
    """A stage as of a day."""

    entity: Entity
    criteria: list[Claim]
    """The yardstick, whenever it was made: it is laid beside what a day shows."""
    own: list[Evidence]
    """In the order of time; undated things last."""
    compared: list[Evidence]
    """What only compares."""
    reached: list[Claim]
    """What is said on who has come to it."""
    hidden: int
    """Statements that the day leaves out."""


def model(store: Store) -> Entity | None:
    """The concept whose stages are meant where none is named."""
    return store.entity(store.meta("model")) if store.meta("model") else None


def place_of(store: Store, id_: str) -> str:
    """The id itself where it is a stage, or has stages; else empty."""
    row = store.connection.execute(
        "select 1 from claim c join relation r on r.name = c.relation and r.ordered "
        "where (select rowid from entity where id = ?) in (c.entity, c.target)",
        (id_,),
    ).fetchone()
    main = model(store)
    return id_ if row and (main is None or main.id != id_) else ""


def concept_of(store: Store, stage: Entity) -> Entity | None:
    """The concept of which something is a stage."""
    row = store.connection.execute(
        "select c.entity from claim c join relation r on r.name = c.relation and r.ordered where c.target = ? "
        "order by c.id limit 1",
        (stage.number,),
    ).fetchone()
    return store.entity_at(row[0]) if row else None


def stages(store: Store, concept: Entity, lens: Lens) -> list[Stage]:
    """The stages of a concept, in its order."""
    rows = store.connection.execute(
        "select c.target from claim c join relation r on r.name = c.relation and r.ordered where c.entity = ? "
        "order by c.id",
        (concept.number,),
    )
    return [stage(store, store.entity_at(number), lens) for (number,) in rows.fetchall()]


def stage(store: Store, entity: Entity, lens: Lens) -> Stage:
    """A stage with all that is said of it."""
    evidence = {row[0] for row in store.connection.execute("select name from relation where means = 'evidence'")}
    links = [one for one in claims.to_entity(store, entity, lens) if one.relation in evidence and one.other]
    facts = [one for one in claims.of_entity(store, entity, lens) if one.part == "fact"]
    said = [one for one in claims.about_entity(store, entity, lens) if one.about == REACHED]
    said += [one for one in facts if one.about == REACHED]
    criteria = [one for one in facts if one.about == CRITERION]
    made = [Evidence(one, things) for one in links if one.shown and (things := store.entity(one.entity.id))]
    made.sort(key=lambda one: (one.entity.begin or one.entity.seen or FOREVER, one.entity.name))
    return Stage(
        entity,
        criteria,
        [one for one in made if one.claim.role != COMPARATOR],
        [one for one in made if one.claim.role == COMPARATOR],
        [one for one in said if one.shown],
        sum(not one.shown for one in (*links, *said)),
    )
