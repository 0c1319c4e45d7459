"""Find what has been edited since a folder was compiled: entries, where everything else is as it was.

Most edits touch what an entry states: its facts, times, citations, its summary. Whatever reaches further (an entry more
or less, another name, another link, the vocabulary) and whatever is unsound is not looked at closely here: no edits are
found, and the folder is compiled as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import time
from typing import NamedTuple

from explorer.dataset import blocks as texts
from explorer.dataset import folder as files
from explorer.dataset import loader, vocabulary
from explorer.dataset.reader import read
from explorer.dataset.records import Document, Entity
from explorer.dataset.report import Block, Place, Report
from explorer.dataset.rules.references import resolved
from explorer.dataset.vocabulary import Vocabulary
from explorer.store.read import Store
from explorer.values.terms import DOCUMENT

MOST = 100
"""Edited entries; with more, a full compilation is not much slower."""


class Moved(NamedTuple):
    """An entry that stands on other lines."""

    number: int
    lines: int
    """How many further down; negative for up."""


class Edits(NamedTuple):
    """All that differs between a folder and what was compiled of it."""

    clock: float
    """When the folder was looked at, before any file was read."""
    stamps: dict[str, str]
    digests: dict[str, str]
    """Of the files that were read again."""
    words: Vocabulary
    entities: dict[int, Entity]
    """Those with other words, by their numbers."""
    blocks: list[tuple[int, str]]
    """Numbers and digests of blocks with other words."""
    moved: list[Moved]


class TooMuchError(Exception):
    """The folder has to be compiled as a whole."""


def edits(old: Store, folder: str) -> Edits:
    """What has been edited. Raises TooMuchError; sqlite.Error."""
    clock, listing = time(), files.walk(folder)
    kept, read_then, again = old.stamps(), old.digests(), old.doubtful()
    if listing.refused or listing.stamps.keys() != kept.keys() or old.meta("problems") != "0":
        raise TooMuchError
    report = Report()
    found = {file.name: file for file in listing.found}
    made = Edits(clock, listing.stamps, {}, _words(found, read_then, report), {}, [], [])
    for name, file in found.items():
        if kept[name] == file.stamp and name not in again:
            continue
        made.digests[name], there = loader.read_file(file, report)
        if made.digests[name] != read_then[name]:
            _compare(old, name, there, made, report)
    _sound(old, made, report)
    return made


def _words(found: dict[str, files.Found], then: dict[str, str], report: Report) -> Vocabulary:
    """The vocabulary, which has to be as it was."""
    if loader.VOCABULARY not in found:
        raise TooMuchError
    digest, blocks = loader.read_file(found[loader.VOCABULARY], report)
    nodes = [(block, read(block, report)) for block in blocks]
    words = vocabulary.build([(block, node) for block, node in nodes if node is not None], report)
    if digest != then[loader.VOCABULARY] or report.problems:
        raise TooMuchError
    return words


def _compare(old: Store, name: str, blocks: list[Block], made: Edits, report: Report) -> None:
    """Hold the entries of a file against those that it had, one by one."""
    asked = old.connection.execute
    entries = asked("select rowid, id, line from entity where file = ? order by rowid", (name,)).fetchall()
    digests = asked("select number, digest from block where file = ? order by number", (name,)).fetchall()
    if not len(entries) == len(digests) == len(blocks):
        raise TooMuchError
    for block, (number, id_, line), (place, digest) in zip(blocks, entries, digests, strict=True):
        now = loader.digest(block)
        if now == digest:
            if block.line != line:
                made.moved.append(Moved(number, block.line - line))
            continue
        node = read(block, report) if texts.decoded(block) else None
        given = loader.entities_in(block, node, made.words, report) if node is not None else []
        if [entity.id for entity in given] != [id_] or len(made.entities) >= MOST:
            raise TooMuchError
        made.entities[number] = given[0]
        made.blocks.append((place, now))


def mentioned(entity: Entity) -> Iterator[str]:
    """The ids in an entry of all that it refers to, once or more."""
    for link in entity.links:
        yield link.target.id
    for fact in entity.facts:
        if fact.of is not None:
            yield fact.of.id
    for claim in entity.claims:
        if claim.by is not None:
            yield claim.by.id
        for cite in claim.cites:
            yield cite.citation.source
        for pointer in (*claim.against, *claim.repeats):
            yield pointer.cite.citation.source
            if pointer.entity is not None:
                yield pointer.entity.id
    for _, work in entity.document.notes if entity.document else ():
        yield work.id


def _sound(old: Store, made: Edits, report: Report) -> None:
    """Whether the edited entries hold: each field, and whatever they refer to."""
    known = {entity.id: entity for entity in made.entities.values()}
    ids = {id_ for entity in made.entities.values() for id_ in mentioned(entity)} - known.keys()
    checked = resolved(known | {id_: stub for id_ in ids if (stub := _stub(old, id_))}, made.words, frozenset(), report)
    if report.problems or checked[: len(known)] != list(known.values()):
        raise TooMuchError


def _stub(old: Store, id_: str) -> Entity | None:
    """As much of an entity as those need to know that refer to it."""
    row = old.connection.execute("select rowid, kind from entity where id = ?", (id_,)).fetchone()
    if row is None:
        return None
    number, kind = row
    stub = Entity(id_, kind, "", Place(Block("", 0, ""), 0, 0))
    if kind != DOCUMENT:
        return stub
    rows = old.connection.execute("select locator from passage where source = ? order by ord", (number,))
    return stub._replace(document=Document(locators=tuple(row[0] for row in rows)))
