"""Keys cut at every byte, answers that nobody asked for, pastes with anything in them, bytes that are no UTF-8."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.robust import allowed, surfaces

NAME = "replies: keys cut at every byte, short and long pauses; unasked answers; pastes; bytes that are no UTF-8"
READY = "enter open"
DELAY = 40
"""Milliseconds that the program is told to wait for the rest of a key."""
SHORT, LONG = 0.008, 2.5 * DELAY / 1000
"""Seconds without a byte from the program: less than the delay, and more."""
STILL = 0.5
"""Seconds in which an explorer that has done with everything takes no processor time."""
KEYS = {
    "arrow": "\x1b[B",
    "arrow of an application": "\x1bOB",
    "function key": "\x1b[15~",
    "function key of the console": "\x1b[[A",
    "key with ctrl": "\x1b[1;5B",
    "click": "\x1b[<0;10;5M",
    "wheel": "\x1b[<65;10;5M",
    "kitty key": "\x1b[109;9u",
    "kitty esc": "\x1b[27u",
    "focus": "\x1b[I",
    "paste": "\x1b[200~qqq\r\x1b[201~",
}
ANSWERS = {
    "attributes": "\x1b[?62;22c",
    "second attributes": "\x1b[>41;351;0c",
    "status": "\x1b[0n",
    "place": "\x1b[17;1R",
    "mode": "\x1b[?2026;2$y",
    "keyboard": "\x1b[?1u",
    "size": "\x1b[8;24;80t",
    "colour": "\x1b]11;rgb:0000/q000/mmmm\x1b\\",
    "colour, bell": "\x1b]10;rgb:ffff/qqqq/ffff\x07",
    "clipboard": "\x1b]52;c;cXE=\x07",
    "setting": "\x1bP1$r0m\x1b\\",
    "version": "\x1bP>|q(379)\x1b\\",
    "picture": "\x1b_Gi=1;q\x1b\\",
    "key that none has": "\x1b[9999999999;1u",
    "letter with an arrow's end": "\x1b[113;5A",
    "title": "\x1b]lq\x1b\\",
}
PASTES = {
    "escapes": "\x1b[Aq\x1b[B\x1bOP\x1b",
    "clipboard": "\x1b]52;c;cXE=\x07\x9d52;c;cXE=\x9c",
    "newlines": "q\rq\nq\r\nq\x0b\x0c\x85\u2028",
    "controls": "".join(map(chr, range(0x20))).replace("\x1b", "") + "\x7f",
    "a start": "a\x1b[200~b",
    "most of an end": "a\x1b[201b\x1b[20",
    "long": "q\n" * 40_000,
}
BROKEN = [b"\xe9", b"\xc3", b"\xf0\x9f\x92", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\x9b", b"\x90"]
LOUD = ("q", "Q", "e", "y", "m", "W", "\x11", "\x03", "\x1a", "\x1c")
"""Keys that leave, stop, mark, copy, write or open an editor, and so may not be in bytes at random."""

Found = Iterator[tuple[str, str]]
Act = Callable[["Watched"], Found]


class Watched:
    """An explorer of which nothing may be left, marked or edited by what comes in pieces."""

    def __init__(self, terminal: Terminal, editor: Path) -> None:
        self.terminal = terminal
        self._opened = editor.with_name("opened")

    def send(self, *parts: str | bytes, pause: float = SHORT) -> None:
        """Send parts with pauses between."""
        for part in parts:
            os.write(self.terminal.child.child_fd, part if isinstance(part, bytes) else part.encode())
            self.terminal.settled(pause)

    def idle(self) -> None:
        """Wait until it has done with all that was sent: of noise, every letter is a search of its own."""
        before, since = -1, time.monotonic()
        while self.terminal.read(0.05) and time.monotonic() - since < STILL:
            if self.terminal.at_work or self.terminal.busy() != before:
                before, since = self.terminal.busy(), time.monotonic()

    def wrong(self) -> str:
        """What has gone wrong; empty where nothing."""
        if not self.terminal.read(0):
            return "the explorer has ended"
        if " marked (" in self.terminal.text:
            return "something was marked"
        if self._opened.exists():
            return "an editor was opened"
        return ""

    def back(self) -> None:
        """Out of every dialog, to the first row of the tree."""
        self.send("\x1b[27u" * 3 + "1g")
        self.terminal.settled(LONG)


def watched(act: Act, *, copies: bool = False) -> Found:
    """What an act finds in an explorer of its own; afterwards nothing strange may have been sent, nor any copy."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="csto-") as folder:
        editor = Path(folder, "vim")
        editor.write_text(f"#!/bin/sh\n: >{folder}/opened\n", "utf-8")
        editor.chmod(0o755)
        env = {"ESCDELAY": str(DELAY), "VISUAL": str(editor), "XDG_STATE_HOME": folder}
        with Terminal("--fresh", env=env) as terminal:
            terminal.wait(READY)
            terminal.settled()
            explorer = Watched(terminal, editor)
            yield from act(explorer)
            explorer.idle()
            terminal.press("ctrl+q")
            code = terminal.ended()
            strange = allowed.on_screen(terminal.raw, [*surfaces.copies(terminal.raw)] if copies else [])
            log = Path(folder, "csto", "crash.log")
            failed = log.read_text("utf-8") if log.exists() else f"exit code {code}" if code else ""
            yield "the end", failed or "; ".join(strange[:2])


def keys(explorer: Watched, chosen: Sequence[str] = tuple(KEYS)) -> Found:
    """Every key cut at every byte: after a short pause it is the key; after a long one there is an esc before it."""
    for name in chosen:
        sent = KEYS[name]
        explorer.back()
        explorer.send(sent, pause=LONG)
        wanted = explorer.terminal.text
        for cut in range(1, len(sent)):
            for pause in (SHORT, LONG):
                explorer.back()
                explorer.send(sent[:cut], pause=pause)
                explorer.send(sent[cut:], pause=LONG)
                wrong = explorer.wrong()
                other = explorer.terminal.text != wanted and "the screen is another"
                yield f"{name}, cut at {cut}, pause {pause:.3f} s", wrong or other or ""


def bit_by_bit(explorer: Watched) -> Found:
    """Keys and answers byte by byte."""
    for name, sent in {**KEYS, **ANSWERS}.items():
        explorer.back()
        explorer.send(*sent, pause=SHORT)
        explorer.send("", pause=LONG)
        yield f"{name}, byte by byte", explorer.wrong()


def answers(explorer: Watched, chosen: Sequence[str] = tuple(ANSWERS), places: Sequence[str] = ("", "/", "a")) -> Found:
    """Answers change nothing, whole and cut; in a line that one types in they leave no letter."""
    for where in places:
        explorer.back()
        explorer.send(where, pause=LONG)
        before = explorer.terminal.text
        for name in chosen:
            sent = ANSWERS[name]
            for cut, pause in [(0, SHORT), *((cut, pause) for cut in range(2, len(sent)) for pause in (SHORT, LONG))]:
                if sent[1] == "]" and cut == 2 and pause == LONG and not sent[2].isdigit():
                    continue  # nobody can tell it from alt+] and letters
                explorer.send(*filter(None, (sent[:cut], sent[cut:])), pause=pause)
                other = explorer.terminal.text != before and f"the screen is another:\n{explorer.terminal.text}"
                yield f"{name} at ‘{where}’, cut at {cut}, pause {pause:.3f} s", explorer.wrong() or other or ""
                if other:
                    explorer.back()
                    explorer.send(where, pause=LONG)


def pastes(explorer: Watched) -> Found:
    """What is pasted is text, where one types and where one does not."""
    for where in ("", "2", "/", "1f", "a", "\x10"):
        for name, text in PASTES.items():
            explorer.back()
            explorer.send(where, pause=LONG)
            before = explorer.terminal.text
            explorer.send(f"\x1b[200~{text}\x1b[201~")
            explorer.terminal.settled(LONG)
            moved = where in ("", "2") and explorer.terminal.text != before and "the screen is another"
            yield f"paste of {name} at ‘{where}’", explorer.wrong() or moved or ""


def broken(explorer: Watched, chosen: Sequence[bytes] = tuple(BROKEN)) -> Found:
    """Bytes that are no UTF-8 between any two bytes of keys and letters."""
    for sent in (*(sent.replace("q", "x") for sent in KEYS.values()), "жjж"):
        whole = sent.encode()
        for cut in range(len(whole) + 1):
            explorer.back()
            for bad in chosen:
                explorer.send(whole[:cut] + bad + whole[cut:] + b"\x1b[27u")
            yield f"no UTF-8 in {sent!a} at {cut}", explorer.wrong()


def noise(explorer: Watched, rounds: int = 60, seed: int = 1) -> Found:
    """Bytes at random, and answers with random numbers."""
    chance = random.Random(seed)
    for number in range(rounds):
        explorer.back()
        data = bytes(byte for byte in chance.randbytes(200) if chr(byte) not in LOUD)
        final = chance.choice("cnRtyqSTVW")
        answer = f"\x1b[{chance.choice('?>=<')}{chance.randrange(1 << 40)};{chance.randrange(99)}{final}"
        explorer.send(data, answer * 3, pause=SHORT)
        explorer.send("\x1b\\", pause=LONG)
        explorer.send("\x1b[201~", pause=LONG)
        explorer.idle()
        yield f"noise, seed {seed}, round {number}", explorer.wrong()


def run() -> tuple[int, int]:
    """All of it."""
    passed = of = 0
    for act in (keys, bit_by_bit, answers, pastes, broken, noise):
        for what, wrong in watched(act, copies=act is noise):
            of, passed = of + 1, passed + (not wrong)
            if wrong:
                print(f"{act.__name__}: {what}: {wrong}", flush=True)
    return passed, of
