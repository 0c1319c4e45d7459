"""A compiled file that is damaged while the explorer has it open."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.terminal import ROOT, Terminal


def test_a_file_that_is_damaged_under_the_explorer_is_made_anew_at_the_next_start(tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path)}
    with Terminal("--data", str(ROOT / "data"), env=env) as terminal:
        terminal.wait("enter open")
        compiled = next((tmp_path / "csto").glob("*.sqlite"))
        size = compiled.stat().st_size
        with open(compiled, "r+b") as file:
            file.write(b"\xff" * size)
        terminal.press("/", "joint headquarters")
        assert terminal.ended() == 70
        assert not compiled.exists()
    with Terminal("--data", str(ROOT / "data"), env=env) as terminal:
        terminal.wait("enter open")
        assert compiled.exists()
