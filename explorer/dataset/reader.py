"""One block of YAML to located nodes, by way of the C parser's events.

Every scalar is text. What YAML offers beyond plain mappings, lists and text is refused by name, because each of it
has been used to crash, flood or surprise a reader: anchors, aliases, tags, merge keys, depth, hidden characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from explorer.dataset.report import Block, Place, Report
from explorer.text import clean

if not yaml.__with_libyaml__:  # pragma: no cover - wheels of PyYAML bring libyaml
    raise ImportError("PyYAML was built without libyaml; install a wheel of it")
from yaml._yaml import CParser

DEEPEST = 8
LONGEST_FIELD = 64 * 1024

# Controls, bidi overrides, zero-width and tag characters, line separators: nothing a person typed on purpose.
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
_hidden = re.compile(f"[{_HIDDEN}]")
_special = re.compile(r"[&*!]|<<")


class Node(NamedTuple):
    """A value with its place in the block. `value` is text, a list of nodes, or a mapping of keys to nodes."""

    value: Any
    line: int
    column: int
    keys: dict[str, tuple[int, int]] | None = None
    """For a mapping: where each key stands."""


class _RefusedError(Exception):
    """This block cannot be used; the problem is already told."""


def read(block: Block, report: Report) -> Node | None:
    """The block as a mapping node; None, and one problem, where it cannot be used."""
    hidden = _hidden.search(block.text)
    if hidden:
        _report_hidden(block, hidden.start(), hidden.group(), report)
        return None
    try:
        node: Node | None = _Builder(block, report).build()
        if node is None:
            report.add(Place(block, 0, 0), "empty", "nothing but comments")
        return node
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        _report_syntax(block, error, report)
    except (yaml.YAMLError, ValueError) as error:
        report.add(Place(block, 0, 0), "syntax", f"unreadable YAML: {clean(str(error).splitlines()[0])}")
    return None


class _Builder:
    """Turns a block's events into nodes with a stack of its own: depth costs no recursion."""

    def __init__(self, block: Block, report: Report) -> None:
        self.block = block
        self.report = report
        self.special = _special.search(block.text) is not None
        self.escapes = "\\" in block.text
        self.stack: list[tuple[Node, str | None]] = []

    def build(self) -> Any:  # noqa: PLR0912 - one loop, without a call for each scalar, is what makes it quick
        """The mapping of the block's one document; None where it holds nothing but comments."""
        next_event: Callable[[], Any] = CParser(self.block.text).get_event
        node: Any = None  # the mapping or list that is open, innermost
        value: Any = None  # what is in it
        keys: dict[str, tuple[int, int]] | None = None  # where its keys stand, if it is a mapping
        key: str | None = None
        make, suspicious = tuple.__new__, self.special or self.escapes
        event = next_event() and next_event()  # the start of the stream, and of the document
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                mark, text = event.start_mark, event.value
                if suspicious or len(text) > LONGEST_FIELD:
                    self._look_closer(event, is_key=keys is not None and key is None)
                if keys is not None and key is None:
                    if text in keys:
                        self._refuse_twice(text, keys[text][0], mark)
                    keys[text] = mark.line, mark.column
                    key = text
                elif key is not None:
                    value[key] = make(Node, (text, mark.line, mark.column, None))
                    key = None
                elif node is not None:
                    value.append(make(Node, (text, mark.line, mark.column, None)))
                else:
                    self._refuse(mark, "type", "expected ‘id:’ and its fields", width=len(text))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node, key = self._open(event, node, key), None
                value, keys = node.value, node.keys
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if not self.stack:
                    self._expect_end(next_event)
                    return node
                node, key = self._close(node), None
                value, keys = node.value, node.keys
            elif kind is AliasEvent:
                self._refuse(event.start_mark, "alias", f"no aliases: ‘*{event.anchor}’", "write the value out")
            else:
                return node
        return None

    def _look_closer(self, event: Any, *, is_key: bool) -> None:
        """What most blocks have none of: tags, anchors, hidden characters, fields past all measure."""
        if self.special:
            self._refuse_special(event, is_key=is_key)
        if len(event.value) > LONGEST_FIELD or (self.escapes and _hidden.search(event.value)):
            self._refuse_scalar(event.value, event.start_mark)

    def _close(self, done: Node) -> Node:
        """Put what is complete where it belongs; the mapping or list around it."""
        node, key = self.stack.pop()
        if key is None:
            node.value.append(done)
        else:
            node.value[key] = done
        return node

    def _expect_end(self, next_event: Callable[[], Any]) -> None:
        next_event()  # end of the document
        event = next_event()
        if type(event) is not StreamEndEvent:
            self._refuse(event.start_mark, "document", "a file holds one document", "take this line out")

    def _refuse_twice(self, text: str, line: int, mark: Any) -> None:
        hint = f"it stands in line {line + self.block.line} already; a list holds several values"
        self._refuse(mark, "duplicate-key", f"‘{text}’ stands twice", hint, len(text))

    def _open(self, event: Any, parent: Node | None, key: str | None) -> Node:
        mark = event.start_mark
        if self.special:
            self._refuse_special(event, is_key=False)
        if parent is not None and parent.keys is not None and key is None:
            self._refuse(mark, "syntax", "a key cannot be a list or a mapping", "quote a text that begins with { or [")
        if parent is not None:
            self.stack.append((parent, key))
        if len(self.stack) >= DEEPEST:
            self._refuse(mark, "nesting", f"nested deeper than {DEEPEST}")
        if type(event) is MappingStartEvent:
            return Node({}, mark.line, mark.column, {})
        if parent is None:
            self._refuse(mark, "type", "expected ‘id:’ and its fields, not a list")
        return Node([], mark.line, mark.column)

    def _refuse_special(self, event: Any, *, is_key: bool) -> None:
        if event.anchor is not None:
            self._refuse(event.start_mark, "anchor", f"no anchors: ‘&{event.anchor}’", "write the value out")
        if event.tag is not None and event.tag != "!":
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event.start_mark, "tag", f"no tags: ‘{written}’", "every value is text here")
        if event.tag == "!":
            self._refuse(event.start_mark, "tag", "no tags: ‘!’", "quote a text that begins with !")
        if is_key and event.value == "<<" and not event.style:
            self._refuse(event.start_mark, "merge", "no merge keys: ‘<<’", "write the fields out", 2)

    def _refuse_scalar(self, text: str, mark: Any) -> None:
        if len(text) > LONGEST_FIELD:
            self._refuse(mark, "size", f"a field of {len(text):,} characters; at most {LONGEST_FIELD:,}")
        found = _hidden.search(text)
        assert found is not None
        self._refuse(mark, "control", f"a hidden character: U+{ord(found.group()):04X}", "take the escape out")

    def _refuse(self, mark: Any, code: str, message: str, hint: str = "", width: int = 1) -> Any:
        self.report.add(Place(self.block, mark.line, mark.column, width), code, message, hint)
        raise _RefusedError


def _report_hidden(block: Block, at: int, character: str, report: Report) -> None:
    before = block.text[:at].split("\n")
    place = Place(block, len(before) - 1, len(before[-1]))
    report.add(place, "control", f"a hidden character: U+{ord(character):04X}", "delete it; it cannot be seen")


def _report_syntax(block: Block, error: yaml.MarkedYAMLError, report: Report) -> None:
    """The parser's own words, at the place where the trouble starts rather than where it was noticed."""
    problem, context = error.problem or "", error.context or ""
    mark = error.context_mark if "quoted scalar" in context and "unexpected" in problem else error.problem_mark
    mark = mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    last = block.text.rstrip("\n").count("\n")
    if line > last:
        line, column = last, len(block.excerpt(last))
    message, hint = _explain(problem, context, block.excerpt(line), column)
    report.add(Place(block, line, column), "syntax", message, hint)


_BRACKETS = "quote a text that has a comma, ‘: ’, ‘?’ or a bracket in it, and close every bracket"
_CAUSES = (
    (
        "unexpected",
        "quoted scalar",
        "a quote is opened and never closed",
        "close it, or double an apostrophe inside single quotes",
    ),
    ("", "quoted scalar", "an escape that does not exist", "write the backslash twice, or use single quotes"),
    ("tab character", "", "a tab", "indent with spaces"),
    ("", "scanning an a", "a name is missing after & or *", "quote a text that begins with & or *"),
    ("", "scanning a tag", "no tags: ‘!’", "quote a text that begins with !"),
    ("", "flow mapping", "something is wrong inside the brackets", _BRACKETS),
    ("", "flow sequence", "something is wrong inside the brackets", _BRACKETS),
    ("expected node content", "flow node", "something is wrong inside the brackets", _BRACKETS),
    ("expected node content", "", "expected a value", "quote a text that begins with a bracket or a comma"),
    ("could not find expected ':'", "", "expected ‘key: value’", "a key needs a colon and a space after it"),
    ("expected key", "", "this line does not fit the indentation above", "indent with two spaces a level"),
    (
        "'-' indicator",
        "",
        "this does not fit the list above",
        "indent with two spaces a level, close each bracket once",
    ),
    ("sequence entries are not allowed", "", "a list begins in the middle of a line", "begin it on the next line"),
    ("document start", "", "more text after the closing bracket", "quote a text that begins with a bracket"),
)
"""Words of the parser's problem, of its context, and what they mean here: the first that fits."""


def _explain(problem: str, context: str, text: str, column: int) -> tuple[str, str]:
    """What is wrong and how to mend it, by the parser's words and the line it stopped at."""
    here, before = text[column : column + 1], text[:column].rstrip()[-1:]
    if "cannot start any token" in problem and here != "\t":
        return f"a text cannot begin with ‘{here}’", "quote it"
    if "cannot start any token" in problem:
        return "a tab", "indent with spaces"
    if "mapping values are not allowed" in problem:
        if text.count(": ") + text.rstrip().endswith(":") < 2:
            return "this line reads as more of the text above", "indent it like its neighbours, with two spaces a level"
        return "a second ‘: ’ in one line", "quote the text: key: 'a: b'"
    if "expected key" in problem and before in _CLOSED:
        return f"more text after the closing ‘{before}’", _CLOSED[before]
    for words, where, message, hint in _CAUSES:
        if words in problem and where in context:
            return message, hint
    return f"unreadable YAML: {problem or context}", ""


_CLOSED = {
    "'": "double an apostrophe inside single quotes",
    '"': 'write \\" for a quote inside quotes',
    "]": "quote a text that begins with a bracket",
    "}": "quote a text that begins with a bracket",
}
