"""The first tab: a shell that reads its script, looks into the file of ids and offers, beside a bare interpreter."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pexpect

from tests.benchmarks.measure import Measure, paired, whole_process

REACH = "2 x"
ASK = {
    "bash": ["--norc", "--noprofile", "-c", "source {script}; COMP_WORDS=(csto show kyrg) COMP_CWORD=2; _csto"],
    "fish": ["--no-config", "-c", "source {script}; complete -C 'csto show kyrg'"],
}
"""The whole process of a shell that does nothing else; its own start is in it, which a user has long behind him."""


def measures(environment: Path, env: Mapping[str, str]) -> list[Measure]:
    """A line for each shell that is here."""
    made = []
    bare = partial(whole_process, [str(environment / "bin" / "python"), "-c", "pass"], env)
    for shell in ("bash", "zsh", "fish"):
        if shutil.which(shell) is None:
            continue
        script = environment / f"csto.{shell}"
        csto = [str(environment / "bin" / "csto"), "completions", shell]
        script.write_bytes(subprocess.run(csto, env=env, capture_output=True, check=True).stdout)
        tab = partial(_zsh, script, env)
        if shell in ASK:
            command = [shell, *(word.format(script=script) for word in ASK[shell])]
            tab = partial(whole_process, command, env)
        ours, yardstick, ratio = paired(tab, bare)
        what = "from the key" if shell == "zsh" else "whole process"
        row = Measure(
            f"first tab in {shell}, {what}", f"{ours:.1f} ms", f"python -c pass {yardstick:.1f} ms", "", REACH
        )
        made.append(row._replace(ratio=f"{ratio:.2f} x"))
    return made


def _zsh(script: Path, env: Mapping[str, str]) -> float:
    """Milliseconds from a tab to the completed line, in a zsh that has just begun: it completes nowhere else."""
    import time

    child: pexpect.spawn[str] = pexpect.spawn(
        "zsh", ["-f", "-i"], env={**env, "TERM": "dumb"}, encoding="utf-8", dimensions=(24, 100)
    )
    child.delaybeforesend = None
    child.sendline(f"autoload -U compinit; compinit -u -D; source '{script}'; echo rea''dy")
    child.expect("ready\r")
    child.send("csto show kyrgyzs")
    child.expect("kyrgyzs")
    start = time.perf_counter()
    child.send("\t")
    child.expect("tan")
    spent = (time.perf_counter() - start) * 1000
    child.close(force=True)
    return spent
