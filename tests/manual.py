"""The manual page beside the documents, made from the program's own tables: `python -m tests.manual` writes it."""

from __future__ import annotations

from pathlib import Path

from explorer.cli.manual import manual

PAGE = Path(__file__).parent.parent / "docs" / "csto.1"

if __name__ == "__main__":
    PAGE.write_text(manual(), "utf-8")
