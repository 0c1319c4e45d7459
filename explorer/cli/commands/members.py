"""`csto members [ORG [STATE]]`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, meant, opened, say_hidden
from explorer.errors import CANNOT_TELL, NOT_FOUND, OK
from explorer.store import membership
from explorer.store.lens import Lens
from explorer.store.membership import IN, OUT, Member
from explorer.store.read import Store
from explorer.store.rows import Claim
from explorer.values import dates
from explorer.view import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.view.works import Works

_ANSWERS = {IN: "in", OUT: "out", "unknown": "cannot tell"}


def run(request: Request, output: Output) -> int:
    """Who was a member; of one state the exit code says it: 0 yes, 1 no, 5 cannot tell."""
    store = opened(request)
    lens = lens_of(request, store)
    if not request.arguments:
        return _all(request, output, store, lens)
    organisation = meant(store, request.arguments[0])
    if len(request.arguments) > 1:
        state = meant(store, request.arguments[1])
        rows = [membership.member(store, organisation, state, lens)]
    else:
        rows = membership.members(store, organisation, lens)
    if request.json:
        _json(request, output, rows, {"id": organisation.id, "name": store.name(organisation, lens)})
    elif "--plain" in request.flags:
        header = ("id", "name", "answer", "as", "since", "until", "source")
        output.table(header, map(_plain, rows))
    elif lens.asked is None and len(request.arguments) == 1:
        if rows:
            _over_time(output, store, organisation.id, lens)
    else:
        from explorer.view.works import Works

        day = f", as of {dates.show(lens.asked)}" if lens.asked else ""
        works = Works()
        output.line(f"Members of {store.name(organisation, lens)}{day}")
        output.table(("", "", "", ""), [_shown(member, works) for member in rows])
        output.beneath(store, works)
    if len(request.arguments) > 1:
        return {IN: OK, OUT: NOT_FOUND}.get(rows[0].answer, CANNOT_TELL)
    if not rows:
        say(f"no source speaks of members of {organisation.name}")
    return OK if rows else NOT_FOUND


def _all(request: Request, output: Output, store: Store, lens: Lens) -> int:
    """Every organisation with its members."""
    found = [(one, membership.members(store, one, lens)) for one in membership.organisations(store, lens)]
    if request.json:
        records = [
            {
                "organisation": {"id": one.id, "name": store.name(one, lens)},
                "members": [_record(member) for member in members],
            }
            for one, members in found
        ]
        output.answer({"as_of": request.as_of, "organisations": records}, "organisations")
    elif "--plain" in request.flags:
        rows = ((one.id, *_plain(member)) for one, members in found for member in members)
        output.table(("organisation", "id", "name", "answer", "as", "since", "until", "source"), rows)
    else:
        _over_time(output, store, "", lens)
    if not found:
        say("no source speaks of members of anything")
    return OK if found else NOT_FOUND


def _over_time(output: Output, store: Store, organisation: str, lens: Lens) -> None:
    """Periods as bars, of one organisation or all."""
    from explorer.view.members import members_card

    made = members_card(store, organisation, lens)
    output.sourced(store, made.rows)
    say_hidden(made.hidden, "statement", "statements")


def _json(request: Request, output: Output, rows: list[Member], organisation: dict[str, str]) -> None:
    records = [_record(member) for member in rows]
    output.answer({"organisation": organisation, "as_of": request.as_of, "members": records}, "members")


def _record(member: Member) -> dict[str, object]:
    from explorer.export.records import cite_records, date_record

    return {
        "id": member.ref.id,
        "name": member.ref.name,
        "answer": member.answer,
        "as": member.role or None,
        "since": date_record(member.since),
        "until": date_record(member.until),
        "cites": cite_records(member.cites),
    }


def _plain(member: Member) -> tuple[str, ...]:
    since = member.since.text if member.since else ""
    until = member.until.text if member.until else ""
    return member.ref.id, member.ref.name, member.answer, member.role, since, until, words.places(member.cites)


def _shown(member: Member, works: Works) -> tuple[str, ...]:
    times = "; ".join(dict.fromkeys(filter(None, map(_time, member.claims))))
    role = f" ({member.role})" if member.role else ""
    return f"  {_ANSWERS[member.answer]}", f"{member.ref.name}{role}", times, works.places(member.cites)


def _time(claim: Claim) -> str:
    """When somebody says that it was a member, or was none."""
    denied = claim.mood == "denied" and claim.happened
    when = f"no member, {dates.show(claim.happened)}" if denied and claim.happened else words.when(claim, None)
    return ", ".join(filter(None, (when, words.speaker(claim))))
