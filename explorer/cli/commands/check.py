"""`csto check [DIR]`"""

from __future__ import annotations

import os
from collections import Counter

from explorer.cli.arguments import Request
from explorer.cli.output import Output, say
from explorer.errors import BAD_DATA, OK
from explorer.problems import ERROR, NOTE, WARNING, Problem, show


def run(request: Request, output: Output) -> int:
    """Every problem of a data folder in one run; 3 where there is an error."""
    from explorer.dataset.loader import load
    from explorer.store.place import chosen_folder

    folder = chosen_folder(request.arguments[0] if request.arguments else request.value("--data"))
    data = load(folder)
    strict = "--strict" in request.flags
    problems = [_placed(problem, folder, strict) for problem in data.problems]
    counts = Counter(problem.severity for problem in problems)
    if request.json:
        _json(request, output, problems, counts, len(data.entities))
    elif "--plain" in request.flags:
        header = ("file", "line", "column", "severity", "code", "message", "hint")
        output.table(header, (tuple(map(str, problem[:7])) for problem in problems))
    else:
        for problem in problems:
            output.parts.append(show(problem) + "\n")
    say(f"{len(data.entities)} entities; {_counted(counts)}")
    return BAD_DATA if counts[ERROR] else OK


def _placed(problem: Problem, folder: str, strict: bool) -> Problem:
    """The problem with its file as seen from where the reader stands."""
    severity = ERROR if strict and problem.severity == WARNING else problem.severity
    return problem._replace(file=os.path.join(folder, problem.file), severity=severity)


def _counted(counts: Counter[str]) -> str:
    parts = [f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in sorted(counts.items())]
    return ", ".join(parts) or "no problem"


def _json(request: Request, output: Output, problems: list[Problem], counts: Counter[str], entities: int) -> None:
    fields = ("file", "line", "column", "severity", "code", "message", "hint")
    records = [dict(zip(fields, problem[:7], strict=True)) | {"hint": problem.hint or None} for problem in problems]
    if "--jsonl" in request.flags:
        for record in records:
            output.json(record)
        return
    totals = {"entities": entities, **{name: counts[name] for name in (ERROR, WARNING, NOTE)}}
    output.json({"version": 1, "problems": records, "counts": totals})
