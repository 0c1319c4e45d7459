"""What is thrown at the program, family by family: `make robust` runs them whole, `make check` a part of each."""

FAMILIES: tuple[str, ...] = (
    *("text", "surfaces", "yaml", "files", "trees", "suite", "edits", "faults", "writers"),
    *("lifecycle", "matrix", "replies", "ssh", "kills", "walk"),
)
"""The modules, in the order of the table. Each has NAME, what the table says, and run(), which gives (passed, all)."""
