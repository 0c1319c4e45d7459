"""The tables of docs/config.md, made from the program's own: `python -m tests.config_page` writes them."""

from __future__ import annotations

from pathlib import Path

from explorer.tui.commands import COMMANDS
from explorer.tui.themes import COLOURED
from tests.readme import PLACES

PAGE = Path(__file__).parent.parent / "docs" / "config.md"


def ids_table() -> str:
    """The commands by their ids, in the order of the README's table of keys."""
    rows = []
    for where, place in PLACES.items():
        for command in COMMANDS:
            if command.where == where:
                keys = " ".join(f"`{key}`" for key in command.shown_keys.split(" "))
                rows.append(f"| `{command.id}` | {keys} | {command.title} | {place} |")
    return "\n".join(["| id | default | does | where |", "|---|---|---|---|", *rows])


def roles() -> str:
    """What can have a colour."""
    return " ".join(f"`{role}`" for role in COLOURED)


def filled(text: str) -> str:
    """The page with its tables as they should be."""
    for name, made in (("ids", ids_table()), ("roles", roles())):
        before, _, rest = text.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n{made}\n<!-- /{name} -->{after}"
    return text


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
