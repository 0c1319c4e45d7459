"""The explorer in a real terminal, as a person meets it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.builders import copied, make_folder
from tests.e2e.terminal import ROOT, Terminal


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 48)])
def test_the_first_screen_shows_real_entities_and_the_keys(size: tuple[int, int]) -> None:
    with Terminal(size=size) as terminal:
        text = terminal.wait(lambda text: all(part in text for part in ("entities", "CSTO", "enter open")))
        if size[0] >= 80:
            text = terminal.wait("Collective Security Treaty Organization")
        assert ("┌" in text) == (size[0] >= 80)


def test_a_slip_in_the_search_finds_the_staff_and_its_officers_lead_to_their_source() -> None:
    with Terminal() as terminal:
        terminal.wait("enter open")
        terminal.press("/", "joint headqarters")
        terminal.wait("Joint Headquarters of the CSTO")
        terminal.press("enter")
        terminal.wait("55 officers")
        terminal.wait(lambda text: "─" * 78 not in text)  # the search pane has closed
        while not re.search(r"▌ *55 officers", terminal.text):
            before = terminal.text
            terminal.press("down")
            terminal.wait(partial(_differs, before))
        terminal.press("enter")
        text = terminal.wait("Source of: 55 officers")
        assert "Jasutis §2.4 ¶2" in text


def test_a_body_a_link_to_an_event_to_a_document_and_back_three_times() -> None:
    way = ("Jubilee summit", "Article on the jubilee", "Collective Security Treaty")
    with Terminal("open", "csto-joint-headquarters") as terminal:
        terminal.wait(partial(_has_title, "Joint Headquarters of the CSTO"))
        terminal.press("2")
        seen = [_title(terminal.text)]
        for wanted in way:
            _step_to(terminal, wanted)
            terminal.press("enter")
            terminal.wait(lambda text: _title(text) not in seen)
            seen.append(_title(terminal.text))
        for title in seen[-2::-1]:
            terminal.press("<")
            terminal.wait(partial(_has_title, title))


def _step_to(terminal: Terminal, wanted: str) -> None:
    """Step down to a link whose name begins so."""
    for _ in range(150):
        if re.search(rf"▌ *[→←] {wanted}", terminal.settled(0.05)):
            return
        terminal.press("down")
    raise AssertionError(f"no link to {wanted}\n{terminal.text}")


def _differs(before: str, text: str) -> bool:
    return text != before


def _has_title(title: str, text: str) -> bool:
    return _title(text) == title


def _title(text: str) -> str:
    """The title in the detail's border."""
    found = re.search(r"┐┌─ (.+?) ─*┐", text)
    return found.group(1) if found else ""


@pytest.mark.parametrize("pane", ["1", "2"])
def test_what_was_repainted_in_part_equals_a_fresh_repaint(pane: str) -> None:
    with Terminal("open", "csto-joint-headquarters") as terminal:
        terminal.wait("Joint Headquarters of the CSTO")
        terminal.press(pane)
        for keys in (["down"] * 7, ["up", "up"], ["G", "up"], ["g", "down"], ["down"]):
            terminal.press(*keys)
            walked = terminal.settled()
        terminal.press("?")
        terminal.wait("esc closes")
        terminal.press("esc")
        terminal.wait(lambda text: "esc closes" not in text)
        terminal.wait(lambda text: text == walked)


def test_sending_only_changed_cells_shows_the_same_in_fewer_bytes() -> None:
    walk = (["down"] * 5, ["tab"], ["down"] * 6, ["/"], list("rubezh"), ["enter"], ["r"], ["?"], ["esc"], ["ctrl+l"])
    shown, sent = [], []
    for arguments in ([], ["--plain-driver"]):
        with Terminal(*arguments) as terminal:
            terminal.wait("enter open")
            screens = []
            for keys in walk:
                terminal.press(*keys)
                screens.append(terminal.settled())
            shown.append(screens)
            sent.append(len(terminal.raw))
    assert shown[0] == shown[1]
    assert sent[0] < sent[1] / 2


def test_a_day_stands_in_the_header() -> None:
    with Terminal() as terminal:
        terminal.wait("enter open")
        terminal.press("a")
        terminal.wait("an event's name")
        terminal.press("2005-06", "enter")
        terminal.wait(lambda text: re.search(r"AS OF JUNE 2005 · \d+ hidden", text) is not None)


@pytest.mark.parametrize("keys", [("q",), ("ctrl+q",), ("/", "x", "ctrl+q")])
def test_it_quits_with_zero_and_leaves_the_terminal_as_it_was(keys: tuple[str, ...]) -> None:
    with Terminal() as terminal:
        terminal.wait("enter open")
        terminal.press(*keys)
        assert terminal.ended() == 0
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_that_cannot_be_drawn_on_is_refused_in_one_line(term: str) -> None:
    with Terminal(env={"TERM": term}) as terminal:
        assert terminal.ended() == 2
        said = terminal.raw.decode().strip().splitlines()
        assert len(said) == 1
        assert "csto find" in said[0]


def test_without_utf8_everything_is_ascii() -> None:
    with Terminal(
        env={"LANG": "en_US.ISO-8859-1", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ) as t:
        t.wait("enter open")
        t.press("down", "tab", "down")
        t.wait("|")
        assert all(byte < 0x80 for byte in t.raw)


def test_no_color_means_no_color_and_an_empty_one_means_nothing() -> None:
    colour = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7])[;m]")
    with Terminal(env={"NO_COLOR": "1"}) as terminal:
        terminal.wait("enter open")
        assert colour.search(terminal.raw) is None
    with Terminal(env={"NO_COLOR": ""}) as terminal:
        terminal.wait("enter open")
        assert colour.search(terminal.raw) is not None


def test_a_redirected_stderr_is_no_terminal(tmp_path: Path) -> None:
    shell = ["sh", "-c", f"{sys.executable} -m explorer 2>{tmp_path / 'err'}"]
    with Terminal(command=shell) as terminal:
        assert terminal.ended() == 2
    assert "csto find" in (tmp_path / "err").read_text("utf-8")


def test_broken_files_cost_what_is_broken_and_no_more(tmp_path: Path) -> None:
    data = tmp_path / "data"
    copied(ROOT / "data", data)
    events = data / "events.yaml"
    text = events.read_text("utf-8").replace("is: 2006-08-24/2006-08-29", "is: 2006-02-30", 1)
    events.write_text(text + "\nlast:\n  kind: event\n  name: 'never closed\n", "utf-8")
    with Terminal("--data", str(data)) as terminal:
        text = terminal.wait("problems (p)")
        assert "CSTO" in text


HOSTILE = {
    "a clipboard write": r'"\e]52;c;aGFsbG8=\a"',
    "a bidi override": '"abc\\u202Edef"',
    "markup": '"[@click=app.quit]x[/nope]"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_text_from_data_sends_no_control_sequence_and_is_no_markup(name: str, tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path / "data",
        f"""
        thing:
          kind: body
          name: {HOSTILE[name]}
        sound:
          kind: body
          name: Sound body [bold]x[/bold]
        """,
    )
    with Terminal("--data", str(folder)) as terminal:
        terminal.wait("enter open")
        terminal.press("/", "sound body")
        terminal.wait("Sound body [bold]x[/bold]")
        terminal.press("enter")
        terminal.wait(lambda text: text.count("Sound body [bold]x[/bold]") >= 2)
        terminal.press("<", "a", HOSTILE[name], "enter")
        terminal.wait(lambda text: "neither a date nor" in text or "has no date" in text)
        assert b"\x1b]52" not in terminal.raw
        assert "\u202e".encode() not in terminal.raw


def test_hostile_arguments_reach_the_terminal_only_as_pictures() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "explorer", "show", "\x1b]0;owned\x07"], capture_output=True, cwd=ROOT, check=False
    )
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("burst", "shown"),
    [
        (("/joint hq\rG"), "▌"),
        (("a2004-06-01\r2G"), "AS OF 1 JUNE 2004"),
        (("/rubezh 2006\r</kanal 2005\r"), "Kanal"),
    ],
)
def test_a_burst_of_keys_does_what_the_same_keys_do_one_by_one(burst: str, shown: str) -> None:
    """On a slow line keys arrive in one packet."""
    looks = []
    for at_once in (True, False):
        with Terminal() as terminal:
            terminal.wait("enter open")
            terminal.settled()
            if at_once:
                terminal.press(burst)
            else:
                for key in burst:
                    terminal.press(key)
                    terminal.settled(0.1)
            terminal.wait(shown)
            looks.append(terminal.settled())
    assert looks[0] == looks[1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_its_code_and_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Terminal() as terminal:
        terminal.wait("enter open")
        terminal.settled()
        terminal.child.kill(number)
        assert terminal.ended() == 128 + number
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
        assert terminal.raw.rfind(b"\x1b[?1000l") > terminal.raw.rfind(b"\x1b[?1000h")


def test_a_byte_that_is_no_utf_8_is_no_end() -> None:
    with Terminal() as terminal:
        terminal.wait("enter open")
        terminal.press("/", "caf")
        os.write(terminal.child.child_fd, b"\xe9 ")
        terminal.press("x")
        terminal.wait(lambda text: "caf\ufffd x" in text)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back_to_the_whole_screen() -> None:
    with Terminal(command=["bash", "--norc", "-i"], env={"PS1": "shell> "}) as terminal:
        terminal.wait("shell>")
        terminal.press(f"{sys.executable} -m explorer\r")
        terminal.wait("enter open")
        before = terminal.settled()
        terminal.press("ctrl+z")
        terminal.wait("Stopped")
        terminal.press("fg\r")
        terminal.wait(lambda text: text == before)
        terminal.press("q")
        terminal.wait("shell>")
