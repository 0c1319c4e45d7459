"""The config file: what is sound is taken, and what is not is told in words that lead to it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.tui import config
from explorer.tui.commands import COMMANDS, DETAIL, EVERYWHERE, LIST, TREE, with_keys
from explorer.tui.config import LARGEST, Config
from explorer.tui.keynames import shown
from explorer.tui.themes import COLOURED, NAMES
from tests.config_page import PAGE, filled

one_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the config file lies."""
    monkeypatch.setenv("XDG_CONFIG_HOME", os.fspath(tmp_path))
    (tmp_path / "csto").mkdir()
    return tmp_path / "csto" / "config.toml"


def read(path: Path, text: str | bytes) -> tuple[Config, list[str]]:
    """What is read where the file holds this."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return config.read(NAMES, COLOURED)


def table(wishes: Mapping[str, list[str]]) -> str:
    """Keys as the file has them; TOML writes lists of texts as JSON does."""
    lines = [f'"{id_}" = {json.dumps(words, ensure_ascii=False)}' for id_, words in wishes.items()]
    return "\n".join(["[keys]", *lines])


# -- where it lies


def test_no_file_is_no_problem(path: Path) -> None:
    assert config.read(NAMES, COLOURED) == (Config(), [])
    assert Config() == ({}, "", True, None, {})


def test_it_lies_where_xdg_says(path: Path) -> None:
    assert config.place() == os.fspath(path)


@pytest.mark.parametrize("base", ["", "here"])
def test_a_base_folder_that_is_not_absolute_does_not_count(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", base)
    monkeypatch.setenv("HOME", "/home/me")
    assert config.place() == "/home/me/.config/csto/config.toml"


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", "nowhere")
    assert config.place() == ""
    assert config.read(NAMES, COLOURED) == (Config(), [])


def test_another_file_can_be_named(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("mouse = 1")
    assert config.read(NAMES, COLOURED, os.fspath(other))[1] == [
        "other.toml: mouse: write true or false, without quotes"
    ]


IMPORTED = """
import sys
from explorer.tui import config
config.read(("dark",), ())
print(*sys.modules)
"""


def test_without_a_file_neither_toml_nor_textual_is_imported(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True)
    assert {"tomllib", "textual"} & {name.partition(".")[0] for name in done.stdout.split()} == set()


# -- what is taken


def test_everything_that_is_sound_is_taken(path: Path) -> None:
    text = """
        theme = "dark"
        mouse = false
        ascii = true
        [keys]
        search = ["/", "ctrl+f"]
        "list.down" = "down"
        brief = []
        [colours]
        accent = "Green"
        mark = "#FFAF5F"
        plain = "default"
        quiet = "bright_black"
    """
    keys = {"search": ("slash", "ctrl+f"), "list.down": ("down",), "brief": ()}
    colours = {"accent": "green", "mark": "#ffaf5f", "plain": "default", "quiet": "bright_black"}
    assert read(path, text) == (Config(keys, "dark", False, True, colours), [])


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", Config()),
        ("# nothing\n", Config()),
        ("\ufefftheme = 'light'\r\n", Config(theme="light")),
        ("ascii = false", Config(ascii_only=False)),
        ("mouse = true", Config()),
        ("[keys]\nlist.down = 'down'\n", Config(keys={"list.down": ("down",)})),
        ("[keys.list]\ndown = ['down', 'down']\n", Config(keys={"list.down": ("down",)})),
        ("keys = {search = 'f2'}\ncolours = {}", Config(keys={"search": ("f2",)})),
        ("[keys]\nas-of = '/'\nsearch = 'a'\n", Config(keys={"as-of": ("slash",), "search": ("a",)})),
        ("[keys]\n'tree.open' = 'o'\n", Config(keys={"tree.open": ("o",)})),
        ("[keys]\n'search.down' = ['down', 'f4']\n", Config(keys={"search.down": ("down", "f4")})),
        ("[keys]\nclose = []\nquit = 'f2'\n", Config(keys={"close": (), "quit": ("f2",)})),
    ],
)
def test_one_item_is_taken(path: Path, text: str, made: Config) -> None:
    assert read(path, text) == (made, [])


# -- what is told

TOLD = [
    ("them = 'dark'", "no item ‘them’; did you mean ‘theme’?"),
    ("[colors]\naccent = 'red'", "no item ‘colors’; did you mean ‘colours’?"),
    ("x = 1", "no item ‘x’; there are theme, mouse, ascii, keys, colours"),
    ("theme = 'drak'", "theme: no theme ‘drak’; did you mean ‘dark’?"),
    ("theme = 'x'", "theme: no theme ‘x’; there are terminal, dark, light, high-contrast"),
    ("theme = 1", "theme: a theme is written in quotes"),
    ("mouse = 'no'", "mouse: write true or false, without quotes"),
    ("ascii = 1", "ascii: write true or false, without quotes"),
    ("keys = 'x'", "keys: write [keys] and an item a line below it"),
    ("[[keys]]\nsearch = 's'", "keys: write [keys] and an item a line below it"),
    ("colours = []", "colours: write [colours] and an item a line below it"),
    ("[colours]\nacent = 'red'", "colours: no role ‘acent’; did you mean ‘accent’?"),
    ("[colours]\naccent = 'gren'", "colours: accent: no colour ‘gren’; did you mean ‘green’?"),
    ("[colours]\naccent = 'bright-red'", "colours: accent: no colour ‘bright-red’; did you mean ‘bright_red’?"),
    ("[colours]\naccent = 3", "colours: accent: a colour is written in quotes"),
    ("[keys]\nserch = '/'", "no command ‘serch’; did you mean ‘search’?"),
    ("[keys]\nlist.dwn = '/'", "no command ‘list.dwn’; did you mean ‘list.down’?"),
    ("[keys]\nlist.down.x = '/'", "list.down: not a key or a list of keys"),
    ("[keys]\nsearch = 7", "search: not a key or a list of keys"),
    ("[keys]\nsearch = [7]", "search: a key is written in quotes"),
    ("[keys]\nsearch = ''", "search: ‘’ is no key; write [] for none"),
    ("[keys]\nsearch = 'ctlr+f'", "search: no key ‘ctlr+f’; did you mean ‘ctrl+f’?"),
    ("[keys]\nsearch = 'ctrl+i'", "search: ‘ctrl+i’ arrives as ‘tab’; write that"),
    ("[keys]\nsearch = 'O'", "search: ‘O’ is what a broken arrow key leaves behind"),
    ("[keys]\nquit = []", "quit: needs a key, and keeps ‘ctrl+q’ ‘ctrl+c’"),
    ("[keys]\nhelp = []", "help: needs a key, and keeps ‘?’"),
    ("[keys]\nsearch = 'ctrl+c'", "search: ‘ctrl+c’ quits, and stays with quit"),
    ("[keys]\nsearch = 'ctrl+q'", "search: ‘ctrl+q’ quits, and stays with quit"),
    ("[keys]\nsearch = 'esc'", "search: ‘esc’ closes, and stays with close"),
    ("[keys]\nback = 'enter'", "back: ‘enter’ confirms, and stays with tree.enter, detail.enter, search.enter"),
    ("[keys]\n'search.down' = 'j'", "search.down: ‘j’ types or deletes where one searches"),
    ("[keys]\n'search.down' = 'space'", "search.down: ‘space’ types or deletes where one searches"),
    ("[keys]\n'search.down' = 'bksp'", "search.down: ‘bksp’ types or deletes where one searches"),
    ("[keys]\nsearch = 'a'", "search: ‘a’ is the key of as-of; search keeps ‘/’"),
    ("[keys]\nsearch = 'j'", "search: ‘j’ is the key of list.down; search keeps ‘/’"),
    ("[keys]\nback = 'o'", "back: ‘o’ is the key of detail.source; back keeps ‘<’ ‘bksp’"),
    ("[keys]\n'tree.open' = 'j'", "tree.open: ‘j’ is the key of list.down; tree.open keeps ‘right’ ‘l’"),
    ("[keys]\n'list.down' = 'l'", "list.down: ‘l’ is the key of tree.open; list.down keeps ‘down’ ‘j’"),
    ("[keys]\n'search.down' = 'tab'", "search.down: ‘tab’ is the key of pane.next; search.down keeps ‘down’"),
]


@pytest.mark.parametrize(("text", "problem"), TOLD)
def test_what_is_not_sound_is_told_and_not_taken(path: Path, text: str, problem: str) -> None:
    assert read(path, text) == (Config(), [f"config.toml: {problem}"])


@pytest.mark.parametrize(
    "colour", ["#fff", "#12345", "#1234567", "#gggggg", "#+12345", "grey", "", "ansi_red", "reverse"]
)
def test_no_other_colours_are_taken(path: Path, colour: str) -> None:
    made, told = read(path, f"[colours]\naccent = '{colour}'")
    assert made == Config()
    assert len(told) == 1


def test_beside_what_is_not_sound_the_rest_is_taken(path: Path) -> None:
    text = """
        theme = "dark"
        mouse = "no"
        [keys]
        serch = "f2"
        search = ["ctlr+f", "f3"]
        [colours]
        accent = "red"
        x = "red"
    """
    made, told = read(path, text)
    assert made == Config({"search": ("f3",)}, "dark", True, None, {"accent": "red"})
    items = [problem.removeprefix("config.toml: ").partition(" ")[0] for problem in told]
    assert items == ["no", "search:", "mouse:", "colours:"]


@pytest.mark.parametrize(
    ("keys", "left", "told"),
    [
        ("mark = 'f2'\nbrief = 'f2'", {"mark": ("f2",)}, ["brief: ‘f2’ is the key of mark; brief keeps ‘b’"]),
        ("brief = 'f2'\nmark = 'f2'", {"brief": ("f2",)}, ["mark: ‘f2’ is the key of brief; mark keeps ‘m’"]),
        (
            "search = 'a'\nas-of = ['/', 'q']",
            {},
            [
                "as-of: ‘q’ is the key of leave; as-of keeps ‘a’",
                "search: ‘a’ is the key of as-of; search keeps ‘/’",
            ],
        ),
        (
            "mark = 'f2'\nbrief = ['m', 'f2']",
            {"mark": ("f2",)},
            ["brief: ‘f2’ is the key of mark; brief keeps ‘b’"],
        ),
        (
            "mark = 'o'\n'tree.open' = 'o'",
            {"tree.open": ("o",)},
            ["mark: ‘o’ is the key of detail.source; mark keeps ‘m’"],
        ),
        ("mark = 'b'\nbrief = []", {"mark": ("b",), "brief": ()}, []),
        ("mark = 'b'\nbrief = 'm'\n", {"mark": ("b",), "brief": ("m",)}, []),
    ],
)
def test_of_two_that_share_a_key_the_later_keeps_its_own(
    path: Path, keys: str, left: dict[str, tuple[str, ...]], told: list[str]
) -> None:
    assert read(path, f"[keys]\n{keys}") == (Config(left), [f"config.toml: {problem}" for problem in told])


words = st.sampled_from(sorted({shown(key) for command in COMMANDS for key in command.keys} | {"x", "ctrl+f", "f2"}))
wishes = st.dictionaries(st.sampled_from([command.id for command in COMMANDS]), st.lists(words, max_size=3), max_size=8)


@one_file
@given(wishes)
def test_whatever_is_wished_no_two_commands_that_work_together_share_a_key(
    path: Path, wishes: dict[str, list[str]]
) -> None:
    made, _ = read(path, table(wishes))
    for pane in (TREE, DETAIL):
        keys = [key for one in with_keys(made.keys) if one.where in (pane, LIST, EVERYWHERE) for key in one.keys]
        assert len(keys) == len(set(keys))
    assert all(made.keys.get(id_, "kept") for id_ in ("quit", "help"))


# -- files that are none

NO_TOML = {
    "syntax": (b"theme = dark", "cannot be understood: Invalid value (at line 1, column 9); nothing of it is taken"),
    "latin-1": (b"theme = 'caf\xe9'", "cannot be read: byte 13 is not UTF-8"),
    "large": (b"#" * (LARGEST + 1), "cannot be read: larger than 16,384 bytes"),
    "nul": (b"a = '\0'", "cannot be understood: "),
    "brackets": (b"keys = " + b"[" * 16_000, "cannot be understood: "),
    "braces": (b"a = " + b"{a=" * 5_000, "cannot be understood: "),
    "digits": (b"a = " + b"9" * 16_000, "cannot be understood: "),
    "twice": (b"mouse = true\nmouse = true", "cannot be understood: "),
}


@pytest.mark.parametrize(("content", "problem"), NO_TOML.values(), ids=NO_TOML)
def test_a_file_that_is_no_toml_is_told(path: Path, content: bytes, problem: str) -> None:
    made, told = read(path, content)
    assert made == Config()
    assert len(told) == 1
    assert told[0].startswith(f"config.toml: {problem}")
    assert told[0].isprintable()


@pytest.mark.parametrize(
    "make",
    [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")],
    ids=["folder", "pipe", "device"],
)
def test_what_is_no_file_is_told_and_not_waited_for(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    assert config.read(NAMES, COLOURED) == (Config(), ["config.toml: cannot be read: not a regular file"])


def test_what_is_told_is_clean(path: Path) -> None:
    _, told = read(path, '"\\u001b]0;x\\u0007" = 1\n[keys]\n"\\u202e" = 1\nsearch = "\\u001b[31m"\n')
    assert len(told) == 3
    assert all(problem.isprintable() for problem in told)


values = st.recursive(
    st.booleans()
    | st.integers(-9, 9)
    | st.sampled_from(["'x'", "'dark'", "'red'", "'ctrl+f'", "''", "1979-05-27", "nan"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(map(toml, items))}]"),
)
names = st.sampled_from(
    ["theme", "mouse", "ascii", "keys", "colours", "keys.search", "keys.'list.down'", "colours.accent"]
)


def toml(value: object) -> str:
    """A value as TOML writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@one_file
@given(st.lists(st.tuples(names, values), max_size=6) | st.text(max_size=80))
def test_no_file_whatever_is_in_it_raises(path: Path, content: str | list[tuple[str, object]]) -> None:
    lines = content if isinstance(content, str) else "\n".join(f"{name} = {toml(value)}" for name, value in content)
    made, told = read(path, lines)
    assert set(made.keys) <= {command.id for command in COMMANDS}
    assert made.theme in ("", *NAMES)
    assert all(problem.startswith("config.toml: ") for problem in told)


# -- the page about it


def examples() -> list[str]:
    """Every example of the page."""
    return re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_the_page_has_examples() -> None:
    assert len(examples()) == 3


@pytest.mark.parametrize("text", examples())
def test_the_examples_of_the_page_are_read_without_a_problem(path: Path, text: str) -> None:
    made, told = read(path, text)
    assert told == []
    assert made != Config()


def test_the_messages_on_the_page_are_the_programs_own(path: Path) -> None:
    said = set(re.findall(r"^config.toml: .*$", PAGE.read_text("utf-8"), re.MULTILINE))
    assert said == {f"config.toml: {problem}" for _, problem in TOLD} & said
    assert len(said) == 3


def test_the_page_names_every_item_theme_and_colour() -> None:
    text = PAGE.read_text("utf-8")
    wanted = [*config.ITEMS, *NAMES, *config.SIXTEEN[:8], "bright_", "default"]
    assert [word for word in wanted if f"`{word}`" not in text and f"`[{word}]`" not in text] == []


def test_the_tables_of_the_page_are_the_programs_own() -> None:
    text = PAGE.read_text("utf-8")
    assert filled(text) == text, "run python -m tests.config_page"


def test_the_default_keys_written_out_are_no_problem(path: Path) -> None:
    made, told = read(path, table({one.id: [shown(key) for key in one.keys] for one in COMMANDS}))
    assert told == []
    assert made.keys == {command.id: command.keys for command in COMMANDS}
