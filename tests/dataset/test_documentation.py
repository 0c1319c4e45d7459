"""docs/data-format.md says what the code does: its example loads, its list of codes is complete."""

from __future__ import annotations

import os
import re
from pathlib import Path

from explorer.dataset.loader import load
from explorer.problems import show
from tests import builders

TEXT = (Path(__file__).parents[2] / "docs" / "data-format.md").read_text(encoding="utf-8")
BAD = Path(__file__).parent / "bad"


def test_the_worked_example_loads_without_a_problem(tmp_path: Path) -> None:
    for name, text in re.findall(r"```yaml\n# (\S+)\n(.*?)```", TEXT, re.DOTALL):
        builders.write(tmp_path, name, text)
    data = load(os.fspath(tmp_path))
    assert [show(problem) for problem in data.problems] == []
    assert {"league", "watch", "gazette", "eastport"} <= {entity.id for entity in data.entities}
    assert (data.words.title, data.words.model) == ("The Harbour League", "pilot-service")


def test_every_code_of_a_problem_is_in_the_list_and_the_list_has_no_other() -> None:
    rows = TEXT.split("| code | error |\n|---|---|\n")[1].split("\n\n")[0]
    listed = {code for row in rows.splitlines() for code in re.findall(r"`([a-z-]+)`", row.split("|")[1])}
    shown = {
        code
        for path in BAD.glob("*.expected")
        for code in re.findall(r"^\S+: error: .* \[([a-z-]+)\]$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert listed == shown | {"file", "size"}
