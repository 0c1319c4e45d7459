"""The tables in the README, made from the program's own tables: `python -m tests.readme` writes them."""

from __future__ import annotations

from pathlib import Path

from explorer.cli.registry import COMMANDS as SHELL
from explorer.tui.commands import COMMANDS as KEYS
from explorer.tui.commands import DETAIL, EVERYWHERE, LIST, SEARCH, TREE

README = Path(__file__).parent.parent / "README.md"
PLACES = {
    EVERYWHERE: "outside a line to type in",
    LIST: "tree and detail",
    TREE: "tree",
    DETAIL: "detail",
    SEARCH: "search",
}


def commands_table() -> str:
    """The shell's commands."""
    typed = [f"csto {command.name} {command.arguments}".rstrip().replace("|", "\\|") for command in SHELL]
    rows = [f"| `{line}` | {command.summary} |" for line, command in zip(typed, SHELL, strict=True)]
    return "\n".join(["| command | answers |", "|---|---|", *rows])


def keys_table() -> str:
    """The explorer's keys, those that work everywhere first."""
    rows = []
    for where, place in PLACES.items():
        for command in KEYS:
            if command.where == where:
                keys = " ".join(f"`{key}`" for key in command.shown_keys.split(" "))
                rows.append(f"| {keys} | {command.title} | {place} |")
    return "\n".join(["| key | does | where |", "|---|---|---|", *rows])


def filled(text: str) -> str:
    """The README with its tables as they should be."""
    for name, table in (("commands", commands_table()), ("keys", keys_table())):
        before, _, rest = text.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n{table}\n<!-- /{name} -->{after}"
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text("utf-8")), "utf-8")
