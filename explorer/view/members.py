"""Who was a member of what, over time: periods as bars, roles as letters, and counts that open the list they count."""

from __future__ import annotations

from explorer.store import membership
from explorer.store.lens import Lens
from explorer.store.membership import IN, MEMBERSHIP, OUT, Member
from explorer.store.read import Store
from explorer.store.rows import Claim, Entity
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import UNKNOWN
from explorer.values.lean import NamedTuple
from explorer.view import words
from explorer.view.bars import Stretch
from explorer.view.card import Card
from explorer.view.posts import POST, posts, posts_rows
from explorer.view.rows import MEMBERS, Row
from explorer.view.spans import Axis

NOBODY = "No source speaks of members of anything."
ANSWERS = {IN: "In", OUT: "Out", UNKNOWN: "Cannot tell"}


class Body(NamedTuple):
    """An organisation with its members and what is said on each."""

    entity: Entity
    members: list[Member]
    said: dict[str, list[Claim]]

    def count(self, answer: str) -> int:
        """How many are in, out, or neither for sure."""
        return sum(one.answer == answer for one in self.members)


def body(store: Store, entity: Entity, lens: Lens) -> Body:
    """An organisation as of a day."""
    return Body(entity, membership.members(store, entity, lens), membership.said(store, entity, lens))


def members_card(store: Store, id_: str, lens: Lens) -> Card:
    """Of an organisation, of a state, or, without an id, of all."""
    bodies = [body(store, one, lens) for one in membership.organisations(store, lens)]
    axis = Axis(store, membership.times(store, MEMBERSHIP, POST), _roles(bodies))
    entity = store.entity(id_) if id_ else None
    own = next((one for one in bodies if entity and one.entity.id == entity.id), None)
    asks: tuple[str, ...] = ("members",)
    held = posts_rows(store, axis, lens, id_)
    if own:
        title, asks = f"Members of {store.name(own.entity, lens)}", (*asks, own.entity.id)
        rows = _organisation(store, own, axis, lens) + held
    elif entity:
        member = any(id_ in one.said for one in bodies)
        title = f"{store.name(entity, lens)}{' as a member' if member or not held else ': posts'}"
        asks = ("posts", entity.id) if held and not member else asks
        rows = (_states(store, bodies, axis, entity.id, lens) if member or not held else []) + held
    else:
        title = "Who was a member, and who held a post"
        rows = (_counts(store, bodies, lens) if bodies else []) + held + _states(store, bodies, axis, "", lens)
    legend = axis.legend() if bodies or held else Row("line", NOBODY)
    head = Row("title", clean(title), mark=(entity.id, "") if entity else ("", ""), asks=asks)
    return Card("", clean(title), (head, legend, *rows), _hidden(store, bodies, id_, lens) if lens.asked else 0)


def _roles(bodies: list[Body]) -> list[str]:
    """The roles of all members."""
    return [claim.role for body in bodies for group in body.said.values() for claim in group if claim.role]


def _hidden(store: Store, bodies: list[Body], id_: str, lens: Lens) -> int:
    """How many statements the day leaves out."""
    anyday = store.lens(None)
    every = [body(store, one, anyday) for one in membership.organisations(store, anyday)]
    of_posts = len(posts(store, anyday, id_)) - len(posts(store, lens, id_))
    return _size(every, id_) - _size(bodies, id_) + of_posts


def _size(bodies: list[Body], id_: str) -> int:
    """The statements of a view."""
    return sum(
        len(group)
        for one in bodies
        for state, group in one.said.items()
        if id_ in ("", one.entity.id, state)
    )  # fmt: skip


def _counts(store: Store, bodies: list[Body], lens: Lens) -> list[Row]:
    """How many each organisation has; enter lists them."""
    most = max((one.count(IN) for one in bodies), default=0) or 1
    rows = [Row("gap"), Row("heading", "Members" + (f", {dates.show(lens.asked)}" if lens.asked else ""))]
    for one in bodies:
        sure, unsure = one.count(IN), one.count(UNKNOWN)
        bar = (Stretch(0, sure / most),) if sure else ()
        value = f"{sure}+{unsure}?" if unsure else str(sure)
        rows.append(
            Row("bar", text=words.name(store, one.entity, lens), bar=bar, value=value, view=_view(one.entity.id))
        )
    return rows


def _organisation(store: Store, own: Body, axis: Axis, lens: Lens) -> list[Row]:
    """Those in, out, and neither for sure, each with all periods."""
    rows: list[Row] = []
    for answer, label in ANSWERS.items():
        group = [one for one in own.members if one.answer == answer]
        if group:
            rows += [Row("gap"), Row("heading", f"{label} ({len(group)})")]
        for one in group:
            state = store.entity(one.ref.id)
            name = store.name(state, lens) if state else one.ref.name
            rows.append(_row(name, own.said.get(one.ref.id, list(one.claims)), axis, lens, one.ref.id))
    return rows


def _states(store: Store, bodies: list[Body], axis: Axis, only: str, lens: Lens) -> list[Row]:
    """Each state with its organisations; enter opens the members of one."""
    names = {one.ref.id: one.ref.name for each in bodies for one in each.members if only in ("", one.ref.id)}
    rows: list[Row] = []
    for id_, name in sorted(names.items(), key=lambda pair: pair[1]):
        entity = store.entity(id_)
        shown = store.name(entity, lens) if entity else name
        own = [one for one in bodies if id_ in one.said]
        rows += [Row("gap"), Row("heading", clean(f"{shown} ({len(own)})"))] if own else []
        for one in own:
            made = _row(words.name(store, one.entity, lens), one.said[id_], axis, lens, id_)
            rows.append(made._replace(view=_view(one.entity.id)) if not only else made._replace(target=one.entity.id))
    return rows or ([Row("gap"), Row("line", "No source speaks of it as a member.")] if only else [])


def _row(name: str, group: list[Claim], axis: Axis, lens: Lens, target: str) -> Row:
    """One member's periods, in bars and in words."""
    latest = group[-1] if group else None
    notes = dict.fromkeys(filter(None, (_told(claim, lens) for claim in group)))
    cites = tuple(dict.fromkeys(cite for claim in group for cite in claim.cites))
    return Row(
        "bar",
        text=clean(name),
        bar=tuple(part for claim in group for part in axis.bar(claim.happened, claim.mood, claim.role)),
        notes=tuple(map(clean, notes)),
        source=clean(words.places(cites)),
        cites=cites,
        marks=words.marks(tuple(kind for claim in group for kind in claim.troubles)),
        target=target,
        claim=latest.number if latest and latest.cites else 0,
        mark=(latest.entity.id, latest.key) if latest else (target, ""),
    )


def _told(claim: Claim, lens: Lens) -> str:
    """A period in words, with the role and who says so."""
    when = words.when(claim, lens.asked)
    said = f"says {claim.by.name}" if claim.by else ""
    return ", ".join(part for part in (f"{when} ({claim.role})".strip() if claim.role else when, said) if part)


def _view(id_: str) -> tuple[str, str, str]:
    return MEMBERS, id_, ""
