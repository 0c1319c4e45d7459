"""The reader's own editor, at a line: which one, and how it is told the line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from explorer.tui.editor import AFTER, GOTO, PLUS, USUAL, NoEditorError, command


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with every editor that is known, and two that are not."""
    folder = tmp_path / "bin"
    put(folder, [*AFTER, *GOTO, *PLUS, *USUAL, "ed", "odd editor"])
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(folder: Path, names: Iterable[str]) -> None:
    """Programs of these names."""
    folder.mkdir()
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vi", ["vi", "+7", "a b.yaml"]),
        ("nvim", ["nvim", "+7", "a b.yaml"]),
        ("nano", ["nano", "+7", "a b.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "a b.yaml"]),
        ("emacsclient -t -a ''", ["emacsclient", "-t", "-a", "", "+7", "a b.yaml"]),
        ("sensible-editor", ["sensible-editor", "+7", "a b.yaml"]),
        ("hx", ["hx", "a b.yaml:7"]),
        ("subl --wait", ["subl", "--wait", "a b.yaml:7"]),
        ("code", ["code", "--wait", "--goto", "a b.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.yaml:7"]),
        ("code -w -n", ["code", "-w", "-n", "--goto", "a b.yaml:7"]),
        ("ed", ["ed", "a b.yaml"]),
        ("'odd editor' -x 'two words'", ["odd editor", "-x", "two words", "a b.yaml"]),
        ("vim -c 'set number'", ["vim", "-c", "set number", "+7", "a b.yaml"]),
    ],
)
@pytest.mark.usefixtures("installed")
def test_each_editor_gets_the_line_as_it_takes_it(editor: str, words: list[str]) -> None:
    assert command("a b.yaml", 7, {"EDITOR": editor}) == words


def test_an_editor_is_known_by_its_name_wherever_it_lies(installed: Path) -> None:
    assert command("a.yaml", 7, {"EDITOR": f"{installed}/vim"}) == [f"{installed}/vim", "+7", "a.yaml"]


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({"VISUAL": "vim", "EDITOR": "ed"}, "vim"),
        ({"VISUAL": "", "EDITOR": "nano"}, "nano"),
        ({"VISUAL": "vim"}, "vim"),
        ({"VISUAL": "", "EDITOR": ""}, USUAL[0]),
        ({}, USUAL[0]),
    ],
)
@pytest.mark.usefixtures("installed")
def test_visual_comes_before_editor_and_both_before_the_usual_ones(environment: dict[str, str], chosen: str) -> None:
    assert command("a.yaml", 7, environment)[0] == chosen


@pytest.mark.parametrize("there", USUAL)
def test_of_the_usual_ones_that_is_taken_which_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    put(tmp_path / "bin", [there])
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert command("a.yaml", 7, {}) == [there, "+7", "a.yaml"]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"EDITOR": "no-such-editor"}, "there is no ‘no-such-editor’"),
        ({"EDITOR": "no-such-editor --flag"}, "there is no ‘no-such-editor’"),
        ({"VISUAL": "no-such-editor", "EDITOR": "vi"}, "there is no ‘no-such-editor’"),
        ({"EDITOR": "vim 'half"}, "‘vim 'half’ cannot be read as a command"),
        ({"EDITOR": "vim \\"}, "cannot be read as a command"),
        ({"EDITOR": "   "}, "no editor: set VISUAL or EDITOR"),
        ({"EDITOR": "''"}, "there is no ‘’"),
    ],
)
@pytest.mark.usefixtures("installed")
def test_an_editor_that_cannot_be_started_is_named(environment: dict[str, str], said: str) -> None:
    with pytest.raises(NoEditorError) as caught:
        command("a.yaml", 7, environment)
    assert said in str(caught.value)


def test_without_any_editor_it_is_said_how_to_choose_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoEditorError, match="set VISUAL or EDITOR"):
        command("a.yaml", 7, {})


@pytest.mark.parametrize("file", ["-rf.yaml", "+9.yaml", "$(x).yaml", "a;b.yaml", "ж 'q\".yaml"])
@pytest.mark.usefixtures("installed")
def test_a_files_name_is_one_word_whatever_is_in_it(file: str) -> None:
    path = f"/data/{file}"
    assert command(path, 7, {"EDITOR": "vi"}) == ["vi", "+7", path]
