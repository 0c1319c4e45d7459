"""What the documents say is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import errors
from explorer.cli.registry import COMMANDS
from explorer.export.schema import schema
from explorer.tui.commands import COMMANDS as KEYS
from tests.readme import README, filled

ROOT = Path(__file__).parent.parent
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FORBIDDEN_KEYS = set("[OABCDFHMPQRSZ")
"""What a broken arrow sequence leaves behind."""


def test_the_tables_in_the_readme_are_the_programs_own() -> None:
    text = README.read_text("utf-8")
    assert filled(text) == text, "run python -m tests.readme"


def test_the_readme_has_one_line_that_opens_and_one_that_tests() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README.read_text("utf-8"), re.MULTILINE)
    assert [line.rsplit("&&", 1)[1].strip() for line in lines] == [".venv/bin/csto", ".venv/bin/python -m pytest"]


def test_ci_runs_the_readmes_test_line_and_not_a_copy_of_it() -> None:
    text = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in text
    assert ".[dev]" not in text


@pytest.mark.parametrize("folder", ["values", "dataset", "store", "view", "export", "cli", "tui"])
def test_every_module_is_named_where_the_house_is_described(folder: str) -> None:
    (row,) = re.findall(rf"^\| `{folder}/` \| .*$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    named = {name.rpartition("/")[2].removesuffix(".py") for name in re.findall(r"`([^`]+)`", row)}
    there = {path.stem for path in (ROOT / "explorer" / folder).rglob("*.py")}
    flat = {path.stem for path in (ROOT / "explorer" / folder).glob("*.py")} - {"__init__"}
    assert flat - named == set()
    assert {name for name in named if name.isidentifier()} - there == set()


def test_every_answer_in_json_is_described() -> None:
    text = (ROOT / "docs" / "shell.md").read_text("utf-8").partition("## JSON, version 1")[2]
    answers = [one["$ref"].rpartition("/")[2] for one in schema()["anyOf"]]  # type: ignore[attr-defined]
    assert [name for name in answers if f"`{name}`: " not in text] == ["version", "error"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_in_the_documents_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def examples() -> list[str]:
    """Every example of the registry that answers by itself."""
    lines = [line for command in COMMANDS for line, _ in command.examples]
    return [line for line in lines if not line.startswith("csto open") and "|" not in line]


@pytest.mark.parametrize("line", examples())
def test_examples_in_the_help_answer(line: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    cache = tmp_path_factory.getbasetemp() / "examples"
    command = line.replace("csto ", f"{sys.executable} -m explorer ", 1).replace(" -o ", f" -o {cache}-")
    environment = {"XDG_CACHE_HOME": str(cache), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    # check data has nothing to say, and says so on stderr
    assert done.returncode == 0, done.stderr
    assert done.stdout or "check" in line or " -o " in line


def test_every_exit_code_is_explained() -> None:
    text = (ROOT / "docs" / "shell.md").read_text("utf-8")
    codes = [errors.OK, errors.NOT_FOUND, errors.USAGE, errors.BAD_DATA, errors.AMBIGUOUS, errors.CANNOT_TELL]
    codes += [errors.NOT_WRITTEN, errors.INTERRUPTED]
    assert [code for code in codes if f"| {code} |" not in text] == []


def test_no_key_is_one_that_a_broken_arrow_leaves_behind() -> None:
    assert {key for command in KEYS for key in command.keys} & FORBIDDEN_KEYS == set()


def test_no_two_commands_that_work_together_share_a_key() -> None:
    for pane in ("tree", "detail"):
        keys = [key for c in KEYS if c.where in (pane, "list", "everywhere") for key in c.keys]
        assert len(keys) == len(set(keys))


def test_every_command_has_a_name_of_its_own() -> None:
    assert len({command.id for command in KEYS}) == len(KEYS)
