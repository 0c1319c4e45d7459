"""Who held which post, over time: a bar for each holder, below those of the members."""

from __future__ import annotations

from explorer.store import claims, membership
from explorer.store.lens import Lens
from explorer.store.read import Store
from explorer.store.rows import Claim, Ref
from explorer.text import clean
from explorer.values import dates
from explorer.values.dates import NO, UNKNOWN, YES
from explorer.view import words
from explorer.view.card import Card
from explorer.view.rows import Row
from explorer.view.spans import Axis

POST = "post"
"""What a relation of posts means in the vocabulary."""
NOBODY = "No source names the holder of a post."
ANSWERS = {YES: "Posts held", UNKNOWN: "Posts, cannot tell", NO: "Posts not held"}


def posts(store: Store, lens: Lens, only: str = "") -> list[Claim]:
    """The posts at an entity or held by it, or all: first those held on the day, then those nobody can tell of."""
    found = [claim for claim in claims.meaning(store, POST, lens) if claim.shown and _touches(claim, only)]
    if lens.asked is None:
        return found
    order = list(ANSWERS)
    return sorted(found, key=lambda claim: order.index(claim.answer or UNKNOWN))


def posts_card(store: Store, only: str, lens: Lens) -> Card:
    """The posts at an entity or held by it, or all, under an axis of their own."""
    entity = store.entity(only) if only else None
    title = clean(f"Posts: {store.name(entity, lens)}" if entity else "Who held which post")
    axis = Axis(store, membership.times(store, POST))
    made = posts_rows(store, axis, lens, only)
    return Card("", title, (Row("title", title), axis.legend() if made else Row("line", NOBODY), *made), 0)


def posts_rows(store: Store, axis: Axis, lens: Lens, only: str = "") -> list[Row]:
    """A heading for each answer, and a bar for each post."""
    rows: list[Row] = []
    found = posts(store, lens, only)
    for answer, heading in ANSWERS.items():
        some = [claim for claim in found if lens.asked is None or (claim.answer or UNKNOWN) == answer]
        if some:
            day = f", {dates.show(lens.asked)}" if lens.asked and answer == YES else ""
            label = f"{heading if lens.asked else 'Posts'}{day} ({len(some)})"
            rows += [
                Row("gap"),
                Row("heading", clean(label)),
                *(_row(store, claim, axis, lens, only) for claim in some),
            ]
        if lens.asked is None:
            break
    return rows


def _touches(claim: Claim, only: str) -> bool:
    return only in ("", claim.entity.id) or (claim.other is not None and claim.other.id == only)


def _row(store: Store, claim: Claim, axis: Axis, lens: Lens, only: str) -> Row:
    """The bar of a holder, or of what a holder's post is at; the post and on whose word; enter leads there."""
    assert claim.other is not None
    body, holder = _named(store, claim.entity, lens), _named(store, claim.other, lens)
    own = only == claim.other.id
    role = clean(claim.role or claim.label)
    said = f"says {claim.by.name}" if claim.by else ""
    told = " · ".join(filter(None, (words.when(claim, lens.asked), said)))
    notes = (role if own else f"{role}, {body}", clean(told))
    return Row(
        "bar",
        text=body if own else holder,
        bar=axis.bar(claim.happened, claim.mood),
        notes=tuple(filter(None, notes)),
        source=clean(words.sources(claim)),
        cites=claim.cites,
        marks=words.marks(claim.troubles),
        target=claim.entity.id if own else claim.other.id,
        claim=claim.number if claim.cites else 0,
        mark=(claim.entity.id, claim.key),
    )


def _named(store: Store, ref: Ref, lens: Lens) -> str:
    entity = store.entity(ref.id)
    return words.name(store, entity, lens) if entity else clean(ref.name)
