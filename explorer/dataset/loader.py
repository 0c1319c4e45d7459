"""A folder of YAML to a checked data set. The only outcome is records and problems, whatever the folder holds."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from explorer.dataset import blocks, entities, folder, rules, vocabulary
from explorer.dataset.reader import Node, read
from explorer.dataset.records import Entity
from explorer.dataset.report import Block, Place, Report
from explorer.dataset.vocabulary import Vocabulary
from explorer.problems import ERROR, Problem
from explorer.text import suggest

VOCABULARY = "vocab.yaml"
_PLAIN = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False)


class DataSet(NamedTuple):
    """What was read. File names are relative to the folder."""

    words: Vocabulary
    entities: Collection[Entity]
    """In the order of the files; it may be walked through many times, and need not be in memory."""
    problems: list[Problem]
    nodes: dict[str, bytes]
    """Digest of each block that could be read, to its nodes as packed JSON: what the next run need not read again."""
    digests: dict[str, str]
    """File name to a digest of the bytes that were read; empty for what could not be."""
    stamps: dict[str, str]
    """What lay in the folder before the first of them was read, as `folder.Listing` says it: of this and of nothing
    else everything above was made."""

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == ERROR for problem in self.problems)


def load(root: str, known: Mapping[str, bytes] | None = None) -> DataSet:
    """Read and check the folder; `known` are nodes from an earlier run, by the digest of their block."""
    report = Report()
    listing = folder.walk(root)
    for name, reason in listing.refused:
        report.add_file(name, "file", f"cannot be read: {reason}")
    reader = _Reader(known or {}, report)
    vocabulary_nodes = next((reader.file(file) for file in listing.found if file.name == VOCABULARY), None)
    rest = [file for file in listing.found if file.name != VOCABULARY]
    if vocabulary_nodes is None:
        for file in rest:
            reader.file(file)  # what is wrong in it is told all the same
        hint = "it names the kinds, relations and units of the data set"
        report.add_file(VOCABULARY, "vocabulary", "the data set has no vocab.yaml", hint)
        problems = sorted(report.problems, key=lambda p: p.order)
        return DataSet(Vocabulary(), [], problems, {}, reader.digests, listing.stamps)
    words = vocabulary.build(vocabulary_nodes, report)
    told = report
    if reader.vocabulary_broken:
        report = Report()  # every word that the broken block would have given is missing: one cause, told once
    made: list[Entity] = []
    for file in rest:  # nodes take far more room than what is made of them, so they are let go file by file
        nodes = reader.file(file)
        given = _entities(nodes, words, report)
        reader.broken |= {name for _, node in nodes for name in node.value} - {entity.id for entity in given}
        made += given
    broken = frozenset(reader.broken)
    sound = rules.sound(made, words, broken, report)
    _check_model(words, vocabulary_nodes, {e.id for e in sound} | broken, report)
    problems = sorted(told.problems, key=lambda p: p.order)
    return DataSet(words, sound, problems, reader.nodes, reader.digests, listing.stamps)


def _entities(nodes: list[tuple[Block, Node]], words: Vocabulary, report: Report) -> list[Entity]:
    made = []
    for block, node in nodes:
        assert node.keys is not None
        for id_, value in node.value.items():
            entity = entities.build(block, id_, node.keys[id_], value, words, report)
            if entity is not None:
                made.append(entity)
    return made


def _check_model(words: Vocabulary, nodes: list[tuple[Block, Node]], ids: set[str], report: Report) -> None:
    for block, node in nodes:
        if words.model and "model" in node.value and words.model not in ids:
            value = node.value["model"]
            place = Place(block, value.line, value.column, len(words.model))
            report.add(place, "target", f"no entity ‘{words.model}’", suggest(words.model, ids))


class _Reader:
    """Reads files block by block, remembering what an earlier run read."""

    def __init__(self, known: Mapping[str, bytes], report: Report) -> None:
        self.known = known
        self.report = report
        self.nodes: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}
        self.broken: set[str] = set()
        """Ids whose block could not be read."""
        self.vocabulary_broken = False

    def file(self, found: folder.Found) -> list[tuple[Block, Node]]:
        """The blocks of a file that could be read, each with its node."""
        self.digests[found.name] = ""
        try:
            data = folder.read(found.path)
        except OSError as error:
            self.report.add_file(found.name, "file", f"cannot be read: {(error.strerror or str(error)).lower()}")
            return []
        self.digests[found.name] = folder.digest(data)
        text = blocks.decode(found.name, data, self.report)
        if text is None:
            return []
        made = []
        for block in blocks.cut(found.name, text, self.report):
            node = self._block(block) if blocks.decoded(block) else None
            if node is None:
                self.vocabulary_broken |= found.name == VOCABULARY
                self.broken.add(block.text.partition(":")[0].strip("\"' "))
            else:
                made.append((block, node))
        return made

    def _block(self, block: Block) -> Node | None:
        digest = folder.digest(block.text.encode("utf-8", "surrogatepass"))
        if digest in self.known:
            self.nodes[digest] = self.known[digest]
            return _revive(json.loads(zlib.decompress(self.known[digest])))
        node = read(block, self.report)
        if node is not None:
            self.nodes[digest] = zlib.compress(_PLAIN.encode(node).encode(), 1)
        return node


def _revive(plain: Any) -> Node:
    """A node from its JSON, where tuples have become lists."""
    value, line, column, keys = plain
    if isinstance(value, list):
        value = [_revive(item) for item in value]
    elif isinstance(value, dict):
        value = {key: _revive(item) for key, item in value.items()}
        keys = {key: (place[0], place[1]) for key, place in keys.items()}
    return Node(value, line, column, keys)
