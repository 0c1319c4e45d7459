"""Hostile text on every surface: the whole byte stream of the explorer, and all lines of every shell command."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from explorer.cli.registry import command
from explorer.tui.crash import EXIT_CODE
from tests.e2e.terminal import ROOT, Terminal
from tests.robust import allowed, corpus, hostile

NAME = "surfaces: hostile data, names, words and files on every screen and line, and each with clean() switched off"
QUIET = 0.06
"""Seconds without a byte after which a surface has been drawn."""
APART = 0.4
"""The same where each surface is judged by itself, and not all that was sent."""
Said = Iterator[tuple[str, str]]
"""What was looked at, and what is wrong with it; empty where nothing."""

ESC, ENTER = "\x1b[27u", "\r"
"""Esc as terminals tell it that need no waiting."""
LATER = "\x1b[27u" * 3
SCREENS: dict[str, str] = {
    "tree": "jjj",
    "tree, branches open": "lll",
    "tree, narrowed to nothing": "f" + "qqqq",
    "detail": LATER + "2",
    "detail, further down": "GGg",
    "row told as marked": "jjm",
    "source card": "/dredging office\r" + "}jo",
    "passage card": "jjjj\r",
    "copy menu": "<y",
    "help": ESC + "?",
    "menu": ESC + "\x10",
    "problems": ESC + "p",
    "brief": "b",
    "about": "i",
    "timeline": "/dredging office\r" + "t",
    "timeline of everything": "t",
    "members": "w",
    "model": "s",
    "a stage": "jjj\r",
    "changes": "d1863 1872\r",
    "changes refused": "d1872 1863\r",
    "troubles": LATER + "/dredging office\r!",
    "troubles of everything": "!",
    "comparing": "/dredging office\r=",
    "compared": "mud\r",
    "figures asked": "#",
    "figures": ENTER,
    "hits": "/velm",
    "hits of facts": "\x15sinking fund",
    "nothing found": "\x15qqqq",
    "as of": LATER + "a1870\r",
    "as of an event": "atrial\r",
    "rearranged": LATER + "1rlll",
    "rearranged again": "rlllljj",
    "by source": "rrrlllljj",
}
"""Each surface and the keys that lead to it from the one before."""
UNHEARD = (
    "help",
    "comparing",
    "as of an event",
    "tree, branches open",
    "detail, further down",
    "tree, narrowed to nothing",
    "nothing found",
)
"""Surfaces that show no word of the data, or only such as were shown before."""


SIZE = (140, 40)


class Deaf(Terminal):
    """A terminal that shows nothing: what comes may be such as no screen model understands."""

    def __init__(
        self, *arguments: str, env: Mapping[str, str], command: Sequence[str], size: tuple[int, int] = SIZE
    ) -> None:
        super().__init__(*arguments, env=env, command=list(command), size=size)
        vars(self._stream)["feed"] = lambda data: None
        self.quiet = QUIET

    def after(self, keys: str | bytes) -> bytes:
        """What is sent because of keys."""
        at = len(self.raw)
        os.write(self.child.child_fd, keys if isinstance(keys, bytes) else keys.encode())
        self.settled(self.quiet)
        return self.raw[at:]

    def started(self) -> None:
        """Wait for the first screen."""
        self.until(lambda: b"\x1b[?1049h" in self.raw)
        self.settled(2 * QUIET)


@contextmanager
def home(*, own_config: str = "") -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder of our own, and the environment that leads there."""
    with tempfile.TemporaryDirectory(prefix="csto-") as name:
        folder = Path(name)
        env = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "STATE", "CONFIG")}
        if own_config:
            (folder / "config" / "csto").mkdir(parents=True)
            (folder / "config" / "csto" / "config.toml").write_text(own_config, "utf-8")
        yield folder, {**env, "HOME": name, "PAGER": ""}  # a pager sends what it likes


# -- screens


def screens(program: Sequence[str], *, control: bool = False) -> Said:
    """Every surface over data that are hostile throughout."""
    with home() as (folder, env):
        data = hostile.poisoned(folder / "data", env)
        command = [*program, "--data", str(data)]
        with Deaf("open", "dredging-office", env=env, command=command) as terminal:
            terminal.started()
            terminal.quiet = APART if control else QUIET
            for name, keys in SCREENS.items():
                wrong = allowed.on_screen(terminal.after(keys))
                alive = terminal.read(0)
                if not (control and name in UNHEARD):
                    yield f"screen: {name}", _said(wrong) if alive else "the explorer has ended"
            yield from _left(terminal, control=control)


def _left(terminal: Terminal, *, control: bool, copied: Sequence[str] = ()) -> Said:
    """It leaves as it should, and nothing in all that it has sent was strange."""
    terminal.press("\x1b[27u" * 3 + "\x11")
    code = terminal.ended()
    wrong = allowed.on_screen(terminal.raw, copied)
    yield "all that was sent", _said(wrong) if control or code == 0 else f"exit code {code}"


def names(program: Sequence[str], texts: list[str], *, control: bool = False) -> Said:
    """Each text of the corpus as a name, in tree and title."""
    with home() as (folder, env):
        data = hostile.crowded(folder / "data", env, texts)
        kind = Deaf if control else Terminal
        with kind("open", env=env, command=[*program, "--data", str(data)], size=SIZE) as terminal:
            terminal.until(lambda: b"\x1b[?1049h" in terminal.raw)
            terminal.settled(3 * QUIET)
            terminal.press("g")
            terminal.settled(3 * QUIET)
            for number, text in enumerate(texts):
                at = len(terminal.raw)
                terminal.press("j")
                if control:
                    terminal.settled(2 * QUIET)
                    yield f"name: {text[:50]!a}", _said(allowed.on_screen(terminal.raw[at:]))
                else:  # what is strange in it is found in all that was sent
                    terminal.wait(f"┌─ {number:03} {text if text in corpus.MARKUP else ''}")
                    yield f"name: {text[:50]!a}", ""
            yield from _left(terminal, control=control)


LINES = {"search": "/", "narrow": "1f", "find": "2f", "day": "a", "two days": "d", "menu": "\x10", "with whom": "="}
"""Where one types, and the keys that lead there."""


def typed(
    program: Sequence[str], bundles: Mapping[str, str], lines: Mapping[str, str] = LINES, *, control: bool = False
) -> Said:
    """Hostile text pasted and typed wherever one can."""
    with home() as (_, env):
        data = ["--data", str(hostile.HARBOUR)]
        with Deaf("open", "dredging-office", env=env, command=[*program, *data]) as terminal:
            terminal.started()
            for line, keys in lines.items():
                for kind, text in bundles.items():
                    terminal.after(keys)
                    sent = terminal.after(f"\x1b[200~{text}\x1b[201~")
                    sent += terminal.after("".join(c for c in text if c.isprintable() or ord(c) > 0x9F)[:40])
                    sent += terminal.after(ENTER)
                    yield f"typed: {line}: {kind}", _said(allowed.on_screen(sent))
                    terminal.after(LATER)
            yield from _left(terminal, control=control)


# -- what lies around

CONFIG = '"th\\u001b" = "x"\n"\\u009b31m\\u202e" = 1\ntheme = "\\u001b]0;owned\\u0007"\n[keys]\n"\\u001b" = "\\u202e"\n'
EDITOR = "/nowhere/\x1b]0;owned\x07\u202e[/nope]"


def around(program: Sequence[str], *, control: bool = False) -> Said:
    """Hostile names of folders and files, a hostile config file, a hostile session, an editor that is not there."""
    with home(own_config=CONFIG) as (folder, env):
        data = hostile.surrounded(folder / "data")
        command = [*program, "--data", str(data)]
        _remember(env, data)
        env |= {"VISUAL": EDITOR}
        with Deaf("open", "dredging-office", env=env, command=command) as terminal:
            terminal.started()
            terminal.quiet = APART if control else QUIET
            yield "around: config file", _said(allowed.on_screen(terminal.raw))
            for name, keys in (("editor", "2e"), ("problems", "p"), ("folder", "i"), ("command copied", "<2yc")):
                sent = terminal.after(keys)
                yield f"around: {name}", _said(allowed.on_screen(sent, [*copies(sent)]))
            yield from _left(terminal, control=control, copied=[*copies(terminal.raw)])


def copies(data: bytes) -> Iterator[str]:
    """The texts that went to the clipboard; what they say is tested elsewhere."""
    from base64 import b64decode

    for part in data.split(b"\x1b]52;c;")[1:]:
        yield b64decode(part.partition(b"\x07")[0]).decode()


def _remember(env: Mapping[str, str], data: Path) -> None:
    """A session that names hostile things, as from another program."""
    import json

    import pytest

    from explorer.tui import session

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", env["XDG_STATE_HOME"])
        path = Path(session.path(str(data)))
    path.parent.mkdir(parents=True)
    words = [*hostile.BUNDLES.values()]
    marks = [[word[:900], word[:900]] for word in words]
    made = {"version": 1, "place": words[0], "arrangement": words[1], "theme": words[2], "marks": marks}
    path.write_text(json.dumps(made), "utf-8")


FAILS = """
import os, sys
from explorer.tui.app import Explorer
from explorer.__main__ import main

def redraw(self):
    raise ValueError(os.environ["SAID"])

Explorer.action_redraw = redraw
sys.argv = ["csto"]
sys.exit(main())
"""


def failures(texts: Mapping[str, str]) -> Said:
    """Failures whose messages are hostile, and their log."""
    for kind, text in texts.items():
        with home() as (_, env):
            env |= {"SAID": text.replace("\0", ""), "CSTO_DATA": str(hostile.HARBOUR)}
            with Deaf(env=env, command=[hostile.PROGRAM[0], "-c", FAILS]) as terminal:
                terminal.started()
                terminal.press("ctrl+l")
                code = terminal.ended()
                log = Path(env["XDG_STATE_HOME"], "csto", "crash.log").read_text("utf-8")
                wrong = allowed.on_screen(terminal.raw) + allowed.in_text(log, lines=True)
                yield f"failure: {kind}", _said(wrong) if code == EXIT_CODE else f"exit code {code}"


SHELL_FAILS = """
import os, sys
from explorer.cli.commands import listing
from explorer.__main__ import main

def run(request, output):
    raise ValueError(os.environ["SAID"])

listing.run = run
sys.argv = ["csto", "list"]
sys.exit(main())
"""


def shell_failures(texts: Mapping[str, str]) -> Said:
    """Failures of a command whose messages are hostile."""
    for kind, text in texts.items():
        with home() as (_, env):
            given = {**os.environ, **env, "SAID": text.replace("\0", "")}
            done = subprocess.run(
                [hostile.PROGRAM[0], "-c", SHELL_FAILS], capture_output=True, env=given, cwd=ROOT, check=False
            )
            wrong = allowed.in_lines(done.stdout) + allowed.in_lines(done.stderr)
            told = done.returncode == EXIT_CODE and b"ValueError" in done.stderr
            yield f"failure of a command: {kind}", _said(wrong) if told else f"exit code {done.returncode}"


# -- the shell

QUESTIONS: tuple[tuple[str, ...], ...] = (
    *(("find", "velm"), ("find", "sinking", "fund"), ("show", "dredging-office"), ("show", "league"), ("list",)),
    *(("list", "office"), ("timeline",), ("timeline", "dredging-office"), ("diff", "1863", "1872"), ("model",)),
    *(("model", "waters-marked"), ("members",), ("members", "league"), ("troubles",), ("troubles", "dredging-office")),
    *(("sources",), ("sources", "chronicle"), ("sources", "chronicle", "--locator", "sec 1 par 1")),
    *(("compare", "dredging-office", "mud-committee"), ("figures", "strength"), ("show", "velm"), ("--version",)),
    *(("posts",), ("posts", "dredging-office"), ("show", "league", "--card"), ("brief", "dredging-office", "league")),
    *(("cite", "chronicle"), ("cite", "chronicle", "--format", "bibtex"), ("list", "--linked-to", "league")),
)
"""Command lines over data that are hostile throughout."""
FOR_PROGRAMS: tuple[tuple[str, ...], ...] = (
    *(("export", "jsonl"), ("export", "graphml"), ("export", "dot"), ("export", "ics"), ("completions", "bash")),
    *(("paths",), ("schema", "data"), ("schema", "output"), ("cite", "chronicle", "--format", "ris"), ("help", "exit")),
)
"""Answers for other programs, which may come to a terminal all the same."""
FORMS: tuple[tuple[str, ...], ...] = ((), ("--plain",), ("--color", "always"), ("--json",))


def answers(program: Sequence[str], *, control: bool = False) -> Said:
    """What every command says of hostile data, in every form; and in a terminal."""
    with home() as (folder, env):
        data = hostile.poisoned(folder / "data", env)
        for question in QUESTIONS:
            for form in _forms(question):
                if control and (form == ("--json",) or question == ("--version",)):
                    continue  # its escapes are its own; it shows no word of the data
                as_json = "--json" in form
                words = [*question, *form, "--data", str(data)]
                yield f"shell: {' '.join([*question, *form])}", _lines(program, words, env, ascii_only=as_json)
        for question in () if control else (*QUESTIONS, *FOR_PROGRAMS):
            with Deaf(*question, "--data", str(data), env=env, command=program, size=(50, 24)) as terminal:
                terminal.ended()
                yield f"terminal: {' '.join(question)}", _said(allowed.on_screen(terminal.raw))


def _forms(question: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Those that the command knows; it refuses others, and two at once."""
    known = command(question[0])
    shapes = known.shapes if known and "--card" not in question else ()
    for form in FORMS:
        if not form or (form[0] == "--color" and known) or form[0] in shapes:
            yield form


ASKED: tuple[tuple[str, ...], ...] = (
    *(("find", "?"), ("find", "--kind", "?", "x"), ("find", "--in", "?", "x"), ("find", "--source", "?", "x")),
    *(("find", "--limit", "?", "x"), ("show", "?"), ("list", "?"), ("list", "--as-of", "?"), ("timeline", "?")),
    *(
        ("timeline", "--since", "?"),
        ("diff", "?", "1870"),
        ("model", "?"),
        ("members", "?"),
        ("members", "league", "?"),
    ),
    *(("troubles", "?"), ("troubles", "--kind", "?"), ("sources", "?"), ("sources", "chronicle", "--locator", "?")),
    *(("compare", "?", "league"), ("figures", "?"), ("check", "?"), ("schema", "?"), ("help", "?"), ("?",), ("--?",)),
    *(("find", "--?", "x"), ("list", "--data", "?"), ("list", "--color", "?"), ("open", "?"), ("open", "--as-of", "?")),
    *(("posts", "?"), ("cite", "?"), ("cite", "chronicle", "--format", "?"), ("cite", "chronicle", "--locator", "?")),
    *(("brief", "?"), ("export", "?"), ("completions", "?"), ("list", "--linked-to", "?"), ("paths", "--data", "?")),
)
"""Command lines with hostile words in the place of the question mark."""


def asked(program: Sequence[str], words: list[bytes], questions: Sequence[tuple[str, ...]] = ASKED) -> Said:
    """What every command says to hostile words."""
    with home() as (_, env):
        env |= {"CSTO_DATA": str(hostile.HARBOUR)}
        for question in questions:
            for word in words:
                line = [os.fsencode(part).replace(b"?", word) for part in question]
                yield f"asked: {' '.join(question)}: {ascii(word)[:30]}", _lines(program, line, env)


def told(program: Sequence[str], *, control: bool = False) -> Said:
    """What is said of hostile files and folders."""
    with home() as (folder, env):
        data = hostile.surrounded(folder / "data")
        for question in (("check",), ("check", "--strict", "--coverage"), ("check", "--json")):
            if not (control and "--json" in question):
                words = [*question, str(data)]
                yield f"told: {' '.join(question)}", _lines(program, words, env, ascii_only="--json" in question)


def _lines(
    program: Sequence[str], words: Sequence[str | bytes], env: Mapping[str, str], ascii_only: bool = False
) -> str:
    """What is wrong with the lines of an answer."""
    done = subprocess.run(
        [*program, *words], capture_output=True, env={**os.environ, **env}, cwd=ROOT, check=False, timeout=60
    )
    wrong = allowed.in_lines(done.stdout) + allowed.in_lines(done.stderr)
    if b"Traceback" in done.stderr:
        wrong.append(f"a traceback: {done.stderr[-300:]!r}")
    if ascii_only and not done.stdout.isascii():
        wrong.append("JSON with letters that are not escaped")
    return _said(wrong)


def _said(wrong: list[str]) -> str:
    return f"{len(wrong)}: {wrong[0]}" if wrong else ""


# -- all of it


def every(program: Sequence[str], *, control: bool = False) -> Said:
    """All surfaces."""
    texts = [text for text in corpus.hostile() if text not in corpus.LONE] if control else corpus.storable()
    yield from screens(program, control=control)
    yield from names(program, texts, control=control)
    yield from around(program, control=control)
    yield from answers(program, control=control)
    yield from told(program, control=control)


def run() -> tuple[int, int]:
    """All surfaces of the program as it is, and of the control those that carry hostile text."""
    passed = of = 0
    for what, wrong in [
        *every(hostile.PROGRAM),
        *typed(hostile.PROGRAM, hostile.BUNDLES),
        *asked(hostile.PROGRAM, hostile.arguments()),
        *failures(hostile.BUNDLES),
        *shell_failures(hostile.BUNDLES),
    ]:
        of, passed = of + 1, passed + (not wrong)
        if wrong:
            print(f"{what}: {wrong}", flush=True)
    for what, wrong in every(hostile.UNCLEAN, control=True):
        of, passed = of + 1, passed + bool(wrong)
        if not wrong:
            print(f"control: {what}: nothing was found although clean() was switched off", flush=True)
    return passed, of
