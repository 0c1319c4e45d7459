"""`csto figures ABOUT`"""

from __future__ import annotations

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.cli.session import lens_of, opened, say_hidden
from explorer.errors import NOT_FOUND, OK, UsageError
from explorer.store.disputes import source_dates
from explorer.store.figures import figures, questions
from explorer.store.read import Store
from explorer.text import fold, suggest
from explorer.view.beside import PLAIN, plain

HEADER = (*PLAIN, "low", "high", "unit", "of")


def run(request: Request, output: Output) -> int:
    """The figures that answer one question; 1 where there are none."""
    store = opened(request)
    lens = lens_of(request, store)
    about = _question(store, request.arguments[0] if request.arguments else "")
    found, hidden = figures(store, about, lens)
    if request.json:
        from explorer.export.evidence import owned_record

        records = [owned_record(claim) for claim in found]
        output.answer({"as_of": request.as_of, "about": about, "values": records}, "values")
    elif "--plain" in request.flags:
        written = source_dates(store)
        rows = (
            (
                *plain(claim, written),
                _number(claim.low),
                _number(claim.high),
                claim.unit,
                claim.of.id if claim.of else "",
            )
            for claim in found
        )
        output.table(HEADER, rows)
    elif found:
        from explorer.view.figures import figures_card

        output.sourced(store, figures_card(store, about, lens).rows)
    say_hidden(hidden)
    if not found:
        say(f"no figures for ‘{about}’")
    return OK if found else NOT_FOUND


def _question(store: Store, text: str) -> str:
    """The question by its name or label. Raises UsageError with those that there are."""
    known = questions(store)
    if not text:
        raise UsageError("figures needs ABOUT", f"there are: {', '.join(name for name, _ in known)}")
    for name, label in known:
        if fold(text) in (fold(name), fold(label)):
            return name
    names = [name for name, _ in known]
    raise UsageError(f"no figures about ‘{text}’", suggest(text, names) or f"there are: {', '.join(names)}")


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.15g}"
