"""The walls of the house: what each layer may import, and what a look-up must not."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "explorer"

NEVER = {
    "values": {"dataset", "store", "view", "export", "cli", "tui", "yaml", "sqlite3", "rapidfuzz", "textual", "rich"},
    "dataset": {"store", "view", "export", "cli", "tui", "sqlite3", "rapidfuzz", "textual", "rich"},
    "store": {"view", "export", "cli", "tui", "yaml", "textual", "rich"},
    "view": {"dataset", "export", "cli", "tui", "yaml", "sqlite3", "textual", "rich"},
    "export": {"cli", "tui", "sqlite3", "textual", "rich"},
    "cli": {"tui", "sqlite3", "textual", "rich"},
    "tui": {"cli", "dataset", "yaml", "sqlite3"},
}
"""Layer to what it never imports; what stands to its left in the drawing of CONTRIBUTING.md is what it may."""

COMPILES = {
    *("cache.py", "fresh.py", "compile.py", "entries.py", "times.py", "troubles.py", "words.py", "build_hook.py"),
    *("edits.py", "faces.py", "patch.py"),
}
"""Modules of the store that compile, or look whether they must; they alone know the data set's records."""

TUI_ORDER = {
    "messages": 0,
    "commands": 0,
    "content": 0,
    "state": 0,
    "keys": 0,
    "files": 0,
    "session": 0,
    "config": 0,
    "keynames": 0,
    "recent": 0,
    "keymap": 0,
    "clipboard": 0,
    "editor": 0,
    "carrying": 0,
    "watching": 0,
    "following": 0,
    "remembering": 0,
    "themes": 0,
    "cells": 0,
    "sgr": 0,
    "painter": 0,
    "modes": 0,
    "line": 0,
    "pieces": 0,
    "writer": 0,
    "listener": 0,
    "driver": 0,
    "guard": 0,
    "crash": 0,
    "leaving": 0,
    "widgets": 1,
    "screens": 2,
    "app": 3,
    "start": 4,
}


def modules(layer: str = "") -> list[Path]:
    """The modules of a layer, or of the whole package."""
    return sorted((PACKAGE / layer).rglob("*.py"))


def imports(path: Path, *, top_level: bool = False) -> Iterator[str]:
    """The full names that a module imports, those for type checkers left out."""
    tree = ast.parse(path.read_text("utf-8"))
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for part in node.body
        for inner in ast.walk(part)
    }
    for node in tree.body if top_level else ast.walk(tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "explorer")


def head(name: str) -> str:
    """The layer or library that an import belongs to; its private half (`_sqlite3`) is no other library."""
    parts = name.lstrip("_").split(".")
    return parts[1] if parts[0] == "explorer" and len(parts) > 1 else parts[0]


@pytest.mark.parametrize("layer", NEVER)
def test_a_layer_imports_only_what_stands_to_its_left(layer: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(layer)
        for name in imports(path)
        if head(name) in NEVER[layer]
    ]
    assert wrong == []


def test_each_layer_is_there_to_be_checked() -> None:
    assert all(len(modules(layer)) > 1 for layer in NEVER)


def test_the_store_knows_the_data_set_only_where_it_compiles() -> None:
    wrong = [
        path.name
        for path in modules("store")
        if path.name not in COMPILES and any(head(name) == "dataset" for name in imports(path))
    ]
    assert wrong == []


def test_opening_a_store_imports_the_data_set_only_inside_functions() -> None:
    names = list(imports(PACKAGE / "store" / "cache.py", top_level=True))
    assert [name for name in names if head(name) == "dataset" or name.startswith("explorer.store.compile")] == []


def test_sql_stays_in_the_store() -> None:
    outside = [path for path in modules() if path.parent.name != "store" and ".execute(" in path.read_text("utf-8")]
    assert outside == []


def test_inside_tui_imports_run_one_way() -> None:
    wrong = []
    for path in modules("tui"):
        own = path.relative_to(PACKAGE / "tui").parts[0].removesuffix(".py")
        for name in imports(path):
            parts = name.split(".")
            if parts[:2] == ["explorer", "tui"] and len(parts) > 2 and own in TUI_ORDER:
                other = parts[2]
                wrong += [f"{path.name} imports {name}"] if TUI_ORDER[other] > TUI_ORDER[own] else []
    assert wrong == []


def test_the_state_of_the_explorer_knows_no_textual() -> None:
    assert [name for name in imports(PACKAGE / "tui" / "state.py") if head(name) in ("textual", "rich")] == []


def test_no_module_names_an_entity_of_the_data() -> None:
    """Ids that are also words of the program (csto is its name; event, document are kinds) are left out."""
    ids = {
        "csto-joint-headquarters",
        "kanal",
        "rubezh",
        "uzbekistan",
        "article-2001",
        "jasutis",
        "military-integration",
    }
    texts = {
        path: [n.value for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Constant)]
        for path in modules()
    }
    named = [f"{path.name}: {value}" for path, values in texts.items() for value in values if value in ids]
    assert named == []


LOOK_UP = """
import sys
sys.argv = ["csto", *{arguments!r}]
from explorer.__main__ import main
main()
print("\\n".join(sys.modules), file=sys.stderr)
"""

ALWAYS_TOO_DEAR = {"textual", "rich", "yaml", "dataclasses", "inspect", "typing", "argparse", "pathlib", "platformdirs"}
LOOK_UPS = ALWAYS_TOO_DEAR | {"rapidfuzz", "re", "hashlib", "difflib", "sqlite3", "datetime"}


@pytest.mark.parametrize(
    ("arguments", "too_dear"),
    [
        (
            ["show", "csto"],
            {*LOOK_UPS, "json", "explorer.store.search", "explorer.view.bars"},
        ),
        (["show", "joint-hq", "--card"], {*LOOK_UPS, "json", "explorer.store.search"}),
        (["find", "joint", "headqarters"], {*LOOK_UPS, "json"}),
        (["list", "event", "--since", "2005"], {*LOOK_UPS, "json"}),
        (["members", "csto", "uzbekistan"], {*LOOK_UPS, "json"}),
        (["cite", "jasutis"], {*LOOK_UPS, "json"}),
        (["brief", "joint-hq"], {*LOOK_UPS, "json"}),
        (["show", "csto", "--json"], {*ALWAYS_TOO_DEAR, "rapidfuzz", "sqlite3"}),
        (["help"], {*LOOK_UPS, "json", "_sqlite3"}),
        (["completions", "bash"], {*LOOK_UPS, "json"}),
    ],
)
def test_a_warm_look_up_imports_nothing_dear(arguments: list[str], too_dear: set[str], tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path[:0] = {sys.path!r}\n" + LOOK_UP.format(arguments=arguments),
    ]
    for _ in range(2):  # the first run compiles
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=True)
    loaded = set(done.stderr.splitlines())
    assert "explorer" in loaded
    assert loaded & too_dear == set()
