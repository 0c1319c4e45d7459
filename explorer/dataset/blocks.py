"""Cut a file at its column-0 keys, so that one slip hides one entity and only changed blocks are read again."""

from __future__ import annotations

import re

from explorer.dataset.report import UNDECODED, Block, Place, Report

# A key starts a line. What may also start one and belongs to the key above: comments, list items, closing brackets.
_KEY = re.compile(r"^[^\s#\-\]}]", re.MULTILINE)
_MARKER = re.compile(r"^(?:---|\.\.\.|%)[^\n]*", re.MULTILINE)


def decode(file: str, data: bytes, report: Report) -> str | None:
    """The file's text with `\\n` line ends; None, and a problem, where it is UTF-16 or UTF-32.

    The first byte that is not UTF-8 is a problem; only the blocks with such bytes in them are lost, see `decoded`.
    """
    wide = _wide(data[:4])
    if wide:
        report.add_file(file, "encoding", f"not UTF-8 but {wide}", "save the file as UTF-8")
        return None
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = UNDECODED.search(text)
    if wrong is not None:
        line = text.count("\n", 0, wrong.start())
        start = text.rfind("\n", 0, wrong.start()) + 1
        excerpt = text[start:].partition("\n")[0]
        place = Place(Block(file, line + 1, excerpt), 0, wrong.start() - start)
        byte = ord(wrong.group()) - 0xDC00
        report.add(place, "encoding", f"not UTF-8: byte 0x{byte:02x}", "save the file as UTF-8")
    return text


def _wide(head: bytes) -> str:
    """`UTF-16` or `UTF-32`, by the mark at the beginning or by the zeros around the first letter, else nothing."""
    zeros = [byte == 0 for byte in head]
    if head in (b"\xff\xfe\0\0", b"\0\0\xfe\xff") or zeros in ([False, True, True, True], [True, True, True, False]):
        return "UTF-32"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or zeros[:2] in ([False, True], [True, False]):
        return "UTF-16"
    return ""


def decoded(block: Block) -> bool:
    """Whether the block is text throughout; where it is not, `decode` has told so."""
    return block.text.isascii() or not UNDECODED.search(block.text)


def cut(file: str, text: str, report: Report) -> list[Block]:
    """The blocks of a text, each from its key to the next; what stands before the first key is comment."""
    text = _without_markers(file, text, report)
    starts = [match.start() for match in _KEY.finditer(text)]
    _report_stray(file, text[: starts[0] if starts else len(text)], report)
    blocks = []
    line, last = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        line += text.count("\n", last, start)
        last = start
        blocks.append(Block(file, line, text[start:end]))
    return blocks


def _without_markers(file: str, text: str, report: Report) -> str:
    """One `---` may open a file; other markers start a second document or direct the parser, and are refused."""
    if "---" not in text and not text.startswith(("...", "%")) and "\n..." not in text and "\n%" not in text:
        return text
    key = _KEY.search(text)
    opens = True
    line, last = 1, 0
    for match in _MARKER.finditer(text):
        start, marker = match.start(), match.group()
        line, last = line + text.count("\n", last, start), start
        if not (opens and marker.rstrip() == "---" and (key is None or start < key.start())):
            place = Place(Block(file, line, marker), 0, 0, len(marker))
            message = "no directives" if marker.startswith("%") else "a file holds one document"
            report.add(place, "document", message, "take this line out")
        opens = False
    return _MARKER.sub("#", text)


def _report_stray(file: str, head: str, report: Report) -> None:
    for number, line in enumerate(head.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            place = Place(Block(file, number, line), 0, 0, len(line))
            report.add(place, "syntax", "expected an id at the start of a line", "a file is a mapping of ids")
            return
