"""Read a mapping node field by field: unknown keys, wrong types and empty values are told where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from explorer.dataset.reader import Node
from explorer.dataset.report import Block, Place, Report
from explorer.text import suggest

_YES, _NO = ("yes", "true"), ("no", "false")


class Fields:
    """A mapping node whose keys are known in advance."""

    def __init__(self, block: Block, node: Node, known: Collection[str], what: str, report: Report) -> None:
        self.block = block
        self.node = node
        self.given: dict[str, Node] = node.value
        self.report = report
        for key in self.given:
            if key not in known:
                hint = suggest(key, known) or self._comma(key)
                self.problem_at_key(key, "key", f"unknown field ‘{key}’ of {what}", hint)

    def _comma(self, key: str) -> str:
        """A hint for what looks like the tail of a text, cut off by a comma inside braces."""
        braces = self.block.excerpt(self.node.line)[self.node.column : self.node.column + 1] == "{"
        return "inside braces a text with a comma must be quoted" if braces and " " in key else ""

    def place(self, node: Node) -> Place:
        """Where a value stands."""
        return Place(self.block, node.line, node.column, len(node.value) if isinstance(node.value, str) else 1)

    def key_place(self, key: str) -> Place:
        """Where a key stands."""
        assert self.node.keys is not None
        line, column = self.node.keys[key]
        return Place(self.block, line, column, len(key))

    def problem(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Note a problem at a value."""
        self.report.add(self.place(node), code, message, hint)

    def problem_at_key(self, key: str, code: str, message: str, hint: str = "") -> None:
        """Note a problem at a key."""
        self.report.add(self.key_place(key), code, message, hint)

    def get(self, key: str) -> Node | None:
        """The node of a field; None, and a problem, where its value is empty."""
        node = self.given.get(key)
        if node is None or node.value:
            return node
        self.problem_at_key(key, "empty", f"‘{key}’ has no value", "take the field out, or fill it")
        return None

    def text(self, key: str) -> str:
        """The text of a field; empty where it is missing or none."""
        node = self.text_node(key) if key in self.given else None
        return node.value if node else ""

    def text_node(self, key: str) -> Node | None:
        """The node of a text field; None, and a problem, where it holds something else."""
        node = self.get(key) if key in self.given else None
        return node if node is not None and self.is_text(node, key) else None

    def is_text(self, node: Node, key: str) -> bool:
        """Whether a node is text; a problem where it is not."""
        if isinstance(node.value, str):
            return True
        self.problem(node, "type", f"‘{key}’ takes text, not {_name(node)}", "quote a text with brackets in it")
        return False

    def flag(self, key: str) -> bool:
        """A yes or no field."""
        node = self.text_node(key)
        if node is None or node.value in _NO:
            return False
        if node.value not in _YES:
            self.problem(node, "type", f"‘{key}’ is yes or no, not ‘{node.value}’")
        return node.value in _YES

    def word(self, key: str, known: Collection[str], code: str) -> str:
        """A text field out of a fixed set."""
        node = self.text_node(key)
        if node is None:
            return ""
        if node.value not in known:
            few = f"one of {', '.join(known)}" if len(known) <= 6 else ""
            self.problem(node, code, f"no {code} ‘{node.value}’", suggest(node.value, known) or few)
            return ""
        return str(node.value)

    def mapping(self, key: str) -> dict[str, Node]:
        """A field that is itself a mapping."""
        node = self.get(key)
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.problem(node, "type", f"‘{key}’ takes fields, not {_name(node)}")
            return {}
        return dict(node.value)

    def items(self, key: str) -> Iterator[Node]:
        """The values of a field that takes one or a list."""
        node = self.get(key)
        if node is None:
            return
        for item in node.value if isinstance(node.value, list) else [node]:
            if not item.value:
                self.problem(item, "empty", f"‘{key}’ has an empty value in its list")
            else:
                yield item

    def texts(self, key: str) -> list[Node]:
        """The values of a field that takes a text or a list of texts."""
        return [node for node in self.items(key) if self.is_text(node, key)]

    def sub(self, node: Node, known: Collection[str], what: str) -> Fields | None:
        """The fields of a nested mapping; None, and a problem, where the node is something else."""
        if not isinstance(node.value, dict):
            self.problem(node, "type", f"{what} takes fields, not {_name(node)}")
            return None
        return Fields(self.block, node, known, what, self.report)


def _name(node: Node) -> str:
    if isinstance(node.value, str):
        return f"text (‘{node.value[:40]}’)"
    return "a list" if isinstance(node.value, list) else "a mapping"
