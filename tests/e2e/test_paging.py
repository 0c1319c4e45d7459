"""Long answers go through a pager on a terminal, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import PROGRAM, ROOT


def shown(tmp_path: Path, words: str, **variables: str) -> str:
    """What a terminal of 24 lines shows of a command."""
    env = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(tmp_path), "TERM": "xterm", "LANG": "C.UTF-8"}
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *words.split()],
        env={**env, "PAGER": "sed s/^/paged:/", **variables},
        cwd=str(ROOT),
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(pexpect.EOF)
    text = child.before or ""
    child.close()
    assert child.exitstatus == 0
    return text


def test_what_is_longer_than_the_terminal_is_paged(tmp_path: Path) -> None:
    assert shown(tmp_path, "show kyrgyzstan", NO_COLOR="1").startswith("paged:Kyrgyzstan\r\npaged:")


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        ("help", {"TERM": "dumb"}),
        ("show kyrgyzstan --card", {}),
        ("show kyrgyzstan --plain", {}),
        ("show kyrgyzstan --json", {}),
        ("show kyrgyzstan", {"PAGER": ""}),
        ("show kyrgyzstan", {"PAGER": "cat"}),
        ("show kyrgyzstan", {"PAGER": "no-such-pager"}),
        ("show kyrgyzstan", {"PAGER": "'"}),
        ("show kyrgyzstan", {"TERM": "dumb"}),
    ],
)
def test_anything_else_is_not(tmp_path: Path, words: str, variables: dict[str, str]) -> None:
    text = shown(tmp_path, words, **variables)
    assert text != ""
    assert "paged:" not in text


@pytest.mark.parametrize("pager", ["MARK=paged: sh -c 'sed s/^/$MARK/'", "cat | sed s/^/paged:/", "sed 's/^/paged:/'"])
def test_a_pager_may_be_anything_that_a_shell_runs(tmp_path: Path, pager: str) -> None:
    assert shown(tmp_path, "show kyrgyzstan", NO_COLOR="1", PAGER=pager).startswith("paged:Kyrgyzstan\r\npaged:")


def test_a_pager_that_the_shell_does_not_find_is_done_without(tmp_path: Path) -> None:
    text = shown(tmp_path, "show kyrgyzstan", NO_COLOR="1", PAGER="MARK=1 no-such-pager")
    assert "\nKyrgyzstan\r\n" in f"\n{text}"
    assert "Sources\r\n" in text


@pytest.mark.parametrize("pager", ["false", "sh -c 'kill -9 $$'"])
def test_a_pager_that_dies_is_told(tmp_path: Path, pager: str) -> None:
    told = f"csto: the pager failed: {pager}; PAGER= shows the text without one\r\n"
    assert shown(tmp_path, "show kyrgyzstan", PAGER=pager).endswith(told)
