"""A small world in which every row that a card can have is there."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from explorer.dataset.loader import load
from explorer.problems import show
from explorer.store import compile  # noqa: A004
from explorer.store.read import Store
from tests import builders

WORLD = """
league:
  kind: organisation
  name: League of Two
  short: League
  also:
    - text: Treaty of Two
      when: 1992/2002
      cite: early par 1
    - lang: ru
      text: Лига двух
  when: {is: 1992-05-15/.., cite: early par 1}
  summary: Two states and a staff.

council:
  kind: body
  name: Council
  also:
    - {text: Round Table, when: 1995/2001, cite: early par 2}
  links:
    organ-of: {to: league, cite: early par 2}

staff:
  kind: body
  name: Joint Staff
  when:
    - {is: 2004-01-01/.., mood: planned, said: 2003-04, cite: late sec 1 par 1 fn 1}
    - {is: 2005/.., cite: late sec 1 par 1}
  links:
    organ-of: {to: league, cite: late sec 1 par 2}
    chair:
      - {to: alpha, as: first chair, when: 2005/2006, cite: late sec 1 par 2}
      - {to: beta, as: next chair, when: 2007, mood: planned, said: 2006, cite: late sec 1 par 2}
  facts:
    - {text: It does its work well., about: status, cite: late sec 1 par 3}
    - {text: Nobody knows what it costs., cite: late sec 1 par 4, note: Left open on purpose.}
    - text: A small one was foreseen.
      about: strength
      value: at most 50 officers
      mood: planned
      said: 2002-05-14?
      by: sources
      cite: early par 4
    - {text: It took up work with more., about: strength, value: 55 officers, when: 2005, cite: late sec 1 par 1}
    - text: It can hear far.
      about: range
      value: 280 thousand km
      cite: late sec 1 par 1 fn 1
      doubt: As printed it would hear the moon.
      likely: 280 km
    - {text: It can hear farther., about: range, value: 300 km, cite: late sec 1 par 3}
    - {text: Alpha signed most., about: signed, value: 97 %, of: alpha, cite: early par 5}

old-staff:
  kind: body
  name: Old Staff
  when: {is: 1992/1993, cite: early par 3}
  links:
    organ-of: {to: league, cite: early par 3}

coming-staff:
  kind: body
  name: Coming Staff
  mood: planned
  when: {is: 2009, mood: planned, said: 2006-02, cite: late sec 1 par 4}
  links:
    organ-of: {to: league, mood: planned, said: 2006-02, cite: late sec 1 par 4}

signals:
  kind: body
  name: Signals of the Staff
  links:
    organ-of: {to: staff, cite: late sec 1 par 4}

alpha:
  kind: state
  name: Alpha
  links:
    member-of: {to: league, as: founder, when: 1992/.., cite: [early par 1, early par 2]}

beta:
  kind: state
  name: Beta
  links:
    member-of:
      - {to: league, when: 1992/1999, cite: early par 1}
      - {to: league, when: 2004, mood: denied, cite: late sec 1 par 2}

gamma:
  kind: state
  name: Gamma

summit:
  kind: event
  name: Summit of Alpha
  when: {is: 2002-05-14, cite: early par 1}

first-summit:
  kind: event
  name: First summit
  when: {is: 1995-02-10, cite: early par 1}

charter:
  kind: document
  type: plan
  name: Charter of the League
  date: {is: 2002-10-07, cite: late sec 1 par 1}
  language: ru
  author: A. Writer
  publisher: The Press
  url: http://example.org/charter
  accessed: 2007-09-05
  links:
    decided-at: {to: summit, cite: late sec 1 par 1}

growth:
  kind: concept
  name: Growth
  links:
    stages: {to: [sowing, reaping], cite: late sec 1 par 1}

sowing:
  kind: concept
  name: Sowing

reaping:
  kind: concept
  name: Reaping

sources:
  kind: voice
  name: Unnamed sources
"""
ARRANGEMENTS = """
  structure: {label: By structure, levels: [tree]}
  mixed: {label: Mixed, levels: [[member-of, organ-of, chair down]]}
  year: {label: By year, levels: [year]}
  source: {label: By source, levels: [source]}
  kind-year: {label: By kind and year, levels: [kind, year]}
  year-kind: {label: By year and kind, levels: [year, kind]}
  kind-structure: {label: Structure of each kind, levels: [kind, tree]}
  year-mixed: {label: Mixed by year, levels: [year, [member-of, organ-of, chair down]]}
  kind-year-mixed: {label: Mixed by kind and year, levels: [kind, year, [member-of, organ-of, chair down]]}
  year-source: {label: Sources by year, levels: [year, source]}
  kind-source: {label: Sources by kind, levels: [kind, source]}
  empty: {label: Nothing said}
"""


def compiled(folder: Path, text: str = WORLD, kinds: str = "") -> Store:
    """The text compiled in memory, with more arrangements of the tree and more kinds; problems are let through."""
    builders.make_folder(folder, text)
    words = (folder / "vocab.yaml").read_text(encoding="utf-8").replace("kinds:\n", "kinds:\n" + kinds)
    (folder / "vocab.yaml").write_text(words + ARRANGEMENTS.lstrip("\n"), encoding="utf-8")
    connection = sqlite3.connect(":memory:")
    compile.write(load(os.fspath(folder)), connection)
    return Store(connection, os.fspath(folder))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small world; it must be sound."""
    made = compiled(tmp_path_factory.mktemp("world"))
    assert [show(problem) for problem in made.problems()] == []
    return made
