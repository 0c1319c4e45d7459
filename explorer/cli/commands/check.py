"""`csto check [DIR]`"""

from __future__ import annotations

import os
from collections import Counter

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.errors import BAD_DATA, OK
from explorer.problems import ERROR, NOTE, WARNING, Problem, show
from explorer.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.dataset.coverage import Coverage


def run(request: Request, output: Output) -> int:
    """Every problem of a data folder in one run; 3 where there is an error."""
    from explorer.dataset.coverage import Passage, coverage
    from explorer.dataset.loader import load
    from explorer.store.place import chosen_folder

    folder = chosen_folder(request.arguments[0] if request.arguments else request.value("--data"))
    data = load(folder)
    strict = "--strict" in request.flags
    problems = [_placed(problem, folder, strict) for problem in data.problems]
    counts = Counter(problem.severity for problem in problems)
    told = coverage(data) if "--coverage" in request.flags else None
    if request.json:
        _json(request, output, problems, counts, len(data.entities), told)
    elif told and "--plain" in request.flags:
        output.table(Passage._fields, (tuple(map(str, passage)) for passage in told.passages))
    elif "--plain" in request.flags:
        header = ("file", "line", "column", "severity", "code", "message", "hint")
        output.table(header, (tuple(map(str, problem[:7])) for problem in problems))
    else:
        for problem in problems:
            output.parts.append(show(problem) + "\n")
        if told:
            output.parts.append(_covered(told))
    say(f"{len(data.entities)} entities; {_counted(counts)}")
    return BAD_DATA if counts[ERROR] else OK


def _placed(problem: Problem, folder: str, strict: bool) -> Problem:
    """The problem with its file as seen from where the reader stands."""
    severity = ERROR if strict and problem.severity == WARNING else problem.severity
    return problem._replace(file=os.path.join(folder, problem.file), severity=severity)


def _counted(counts: Counter[str]) -> str:
    parts = [f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in sorted(counts.items())]
    return ", ".join(parts) or "no problem"


def _covered(told: Coverage) -> str:
    """The report as text: each passage in a line, then what hangs free."""
    lines = [f"{'passage':<32} facts links other"]
    for one in told.passages:
        mark = "  nothing rests on it" if one.bare else f"  {one.reason}" if one.reason else ""
        lines.append(f"{f'{one.source} {one.locator}':<32} {one.facts:>5} {one.links:>5} {one.others:>5}{mark}")
    lists = (
        ("passages that carry nothing", [f"{one.source} {one.locator}" for one in told.passages if one.bare]),
        ("documents that nothing cites", told.uncited_sources),
        ("links without a citation", [" ".join(link) for link in told.uncited_links]),
        ("entities without a citation", told.uncited),
        ("entities that nothing leads to", told.unlinked),
    )
    lines += [f"{name}: {len(found)}{': ' if found else ''}{', '.join(found)}" for name, found in lists]
    total = sum(number for _, number in told.facts)
    most = ", ".join(f"{id_} {number}" for id_, number in told.facts[:5])
    lines.append(f"facts: {total} on {len(told.facts)} entities; most on {most}")
    return "".join(f"{clean(line)}\n" for line in lines)


def _json(
    request: Request,
    output: Output,
    problems: list[Problem],
    counts: Counter[str],
    entities: int,
    told: Coverage | None,
) -> None:
    fields = ("file", "line", "column", "severity", "code", "message", "hint")
    records = [dict(zip(fields, problem[:7], strict=True)) | {"hint": problem.hint or None} for problem in problems]
    totals = {"entities": entities, **{name: counts[name] for name in (ERROR, WARNING, NOTE)}}
    document: dict[str, object] = {"problems": records, "counts": totals}
    if told:
        document["coverage"] = {
            "passages": [passage._asdict() for passage in told.passages],
            "uncited_sources": list(told.uncited_sources),
            "uncited_links": [
                dict(zip(("entity", "relation", "target"), link, strict=True)) for link in told.uncited_links
            ],
            "uncited": list(told.uncited),
            "unlinked": list(told.unlinked),
            "facts": dict(told.facts),
        }
    output.answer(document, "problems")
