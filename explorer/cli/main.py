"""Read the command line, run the command, tell what went wrong, and end with the promised exit code."""

from __future__ import annotations

import os
import sys

from explorer.cli import arguments
from explorer.cli.arguments import Request
from explorer.cli.output import Output, narrate, say
from explorer.errors import FAILED, INTERRUPTED, NOT_WRITTEN, AmbiguousError, ExplorerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def run(request: Request) -> int:
    """Run a command; the exit code is its answer."""
    output = Output(request)
    if "--version" in request.flags or "--help" in request.flags or request.command is None:
        from explorer.cli.commands import help as explain

        code = explain.version(request, output) if "--version" in request.flags else explain.run(request, output)
    else:
        module = __import__(f"explorer.cli.commands.{request.command.module}", fromlist=["run"])
        code = module.run(request, output)
    return _written(output, code)


def guarded(argv: list[str], act: Callable[[list[str]], int]) -> int:
    """Do something with the command line; errors become a line on stderr and an exit code."""
    try:
        return act(argv)
    except ExplorerError as error:
        return tell(error, json=arguments.wants_json(argv))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from explorer.store.place import MISTRUST

        if type(error).__module__ != "sqlite3" or os.environ.get(MISTRUST):
            return _failed(error)
        os.environ[MISTRUST] = "1"  # a damaged file: once more, without it
        say("the compiled data are damaged; compiling them again")
        return guarded(argv, act)


def _failed(error: Exception) -> int:
    """A failure of ours, with the way to it. What it says may be anything, and is cleaned like all else."""
    from traceback import format_exception

    say("the program has failed; this is how:")
    for line in "".join(format_exception(error)).splitlines():
        narrate(line)
    return FAILED


def _written(output: Output, code: int) -> int:
    """Write the answer; a reader who has closed the pipe has seen enough."""
    try:
        output.flush()
    except BrokenPipeError:
        _forget_stdout()
    except OSError as error:
        say(f"cannot write: {(error.strerror or str(error)).lower()}")
        _forget_stdout()
        return NOT_WRITTEN
    return code


def _forget_stdout() -> None:
    """What is still buffered must not fail again when the interpreter ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        sys.stdout = None  # what Python itself does with a closed stdout


def tell(error: ExplorerError, *, json: bool) -> int:
    """An error for people on stderr, or for machines on stdout."""
    candidates = error.candidates if isinstance(error, AmbiguousError) else []
    if json:
        output = Output(Request())
        made = [{"id": id_, "kind": kind, "name": name} for id_, kind, name in candidates]
        output.json({"version": 1, "error": {"code": error.code, "message": error.told, "candidates": made}})
        return _written(output, error.exit_code)
    say(error.message)
    lines = [f"  {id_:<36} {name}" for id_, _, name in candidates] + ([f"  {error.hint}"] if error.hint else [])
    for line in lines:
        narrate(line)
    return error.exit_code
