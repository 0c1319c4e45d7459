"""`csto` and `python -m explorer`: hand over to the shell commands or to the explorer."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Run the program and end the process.

    A look-up makes no garbage worth looking for, and once its answer is out nothing is left to do: taking the
    interpreter apart would cost 0.4 of a bare one. The explorer, which has threads, ends as usual.
    """
    gc.disable()
    code = main()
    if "explorer.tui.start" in sys.modules:
        sys.exit(code)
    os._exit(code)


def main() -> int:
    """Run the program on the process's own arguments; returns its exit code."""
    from explorer.cli.main import guarded

    return guarded(sys.argv[1:], _act)


def _act(argv: list[str]) -> int:
    from explorer.cli.arguments import read
    from explorer.cli.main import run

    request = read(argv)
    asks = "--help" in request.flags or "--version" in request.flags
    if asks or (request.command is not None and request.command.name != "open"):
        return run(request)
    from explorer.tui.start import Wishes, start

    return start(
        Wishes(
            data=request.value("--data"),
            entity=request.arguments[0] if request.arguments else "",
            day=request.value("--as-of"),
            plain_driver="--plain-driver" in request.flags,
            fresh="--fresh" in request.flags,
            mouse="--no-mouse" not in request.flags,
            ascii_only="--ascii" in request.flags,
        )
    )


if __name__ == "__main__":
    run()
