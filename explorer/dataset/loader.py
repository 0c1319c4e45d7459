"""A folder of YAML to a checked data set. The only outcome is records and problems, whatever the folder holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from explorer.dataset import blocks, entities, folder, rules, vocabulary
from explorer.dataset.reader import Node, read
from explorer.dataset.records import Entity
from explorer.dataset.report import Block, Place, Report
from explorer.dataset.vocabulary import Vocabulary
from explorer.problems import ERROR, Problem
from explorer.text import suggest

VOCABULARY = "vocab.yaml"


class DataSet(NamedTuple):
    """What was read. File names are relative to the folder."""

    words: Vocabulary
    entities: Collection[Entity]
    """In the order of the files; it may be walked through many times, and need not be in memory."""
    problems: list[Problem]
    blocks: list[tuple[str, str]]
    """File and digest of each block that could be read, in their order; the vocabulary's first."""
    digests: dict[str, str]
    """File name to a digest of the bytes that were read; empty for what could not be."""
    stamps: dict[str, str]
    """What lay in the folder before the first of them was read, as `folder.Listing` says it: of this and of nothing
    else everything above was made."""

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == ERROR for problem in self.problems)


def load(root: str) -> DataSet:
    """Read and check the folder."""
    report = Report()
    listing = folder.walk(root)
    for name, reason in listing.refused:
        report.add_file(name, "file", f"cannot be read: {reason}")
    reader = _Reader(report)
    vocabulary_nodes = next((reader.file(file) for file in listing.found if file.name == VOCABULARY), None)
    rest = [file for file in listing.found if file.name != VOCABULARY]
    if vocabulary_nodes is None:
        for file in rest:
            reader.file(file)  # what is wrong in it is told all the same
        hint = "it names the kinds, relations and units of the data set"
        report.add_file(VOCABULARY, "vocabulary", "the data set has no vocab.yaml", hint)
        problems = sorted(report.problems, key=lambda p: p.order)
        return DataSet(Vocabulary(), [], problems, [], reader.digests, listing.stamps)
    words = vocabulary.build(vocabulary_nodes, report)
    told = report
    if reader.vocabulary_broken:
        report = Report()  # every word that the broken block would have given is missing: one cause, told once
    made: list[Entity] = []
    for file in rest:  # nodes take far more room than what is made of them, so they are let go file by file
        nodes = reader.file(file)
        given = [entity for block, node in nodes for entity in entities_in(block, node, words, report)]
        reader.broken |= {name for _, node in nodes for name in node.value} - {entity.id for entity in given}
        made += given
    broken = frozenset(reader.broken)
    sound = rules.sound(made, words, broken, report)
    _check_model(words, vocabulary_nodes, {e.id for e in sound} | broken, report)
    problems = sorted(told.problems, key=lambda p: p.order)
    return DataSet(words, sound, problems, reader.blocks, reader.digests, listing.stamps)


def read_file(found: folder.Found, report: Report) -> tuple[str, list[Block]]:
    """A digest of a file's bytes, empty where they cannot be read; and its blocks that are text."""
    try:
        data = folder.read(found.path)
    except OSError as error:
        report.add_file(found.name, "file", f"cannot be read: {(error.strerror or str(error)).lower()}")
        return "", []
    text = blocks.decode(found.name, data, report)
    return folder.digest(data), blocks.cut(found.name, text, report) if text is not None else []


def digest(block: Block) -> str:
    """A digest of what is written in a block, wherever it stands."""
    return folder.digest(block.text.encode("utf-8", "surrogatepass"))


def entities_in(block: Block, node: Node, words: Vocabulary, report: Report) -> list[Entity]:
    """The entities of a block that could be read: one, as a rule. References are not yet checked."""
    assert node.keys is not None
    made = (entities.build(block, id_, node.keys[id_], value, words, report) for id_, value in node.value.items())
    return [entity for entity in made if entity is not None]


def _check_model(words: Vocabulary, nodes: list[tuple[Block, Node]], ids: set[str], report: Report) -> None:
    for block, node in nodes:
        if words.model and "model" in node.value and words.model not in ids:
            value = node.value["model"]
            place = Place(block, value.line, value.column, len(words.model))
            report.add(place, "target", f"no entity ‘{words.model}’", suggest(words.model, ids))


class _Reader:
    """Reads files block by block."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.blocks: list[tuple[str, str]] = []
        self.digests: dict[str, str] = {}
        self.broken: set[str] = set()
        """Ids whose block could not be read."""
        self.vocabulary_broken = False

    def file(self, found: folder.Found) -> list[tuple[Block, Node]]:
        """The blocks of a file that could be read, each with its node."""
        self.digests[found.name], there = read_file(found, self.report)
        made = []
        for block in there:
            node = read(block, self.report) if blocks.decoded(block) else None
            if node is None:
                self.vocabulary_broken |= found.name == VOCABULARY
                self.broken.add(block.text.partition(":")[0].strip("\"' "))
            else:
                self.blocks.append((found.name, digest(block)))
                made.append((block, node))
        return made
