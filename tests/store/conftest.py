"""One small data set, compiled once, that uses most of what the format can say."""

from __future__ import annotations

import pytest

from explorer.store.read import Store
from tests import builders

WORLD = """
    alpha:
      kind: state
      name: Alpha
      also:
        - {lang: ru, text: Альфа}
        - {text: Alphaland, when: 1990/1996, cite: early par 1}
      ids: {iso: AL, wikidata: Q1}
      links:
        member-of:
          - {to: league, as: founder, when: 1992/1999, cite: early par 1}
          - {to: league, when: 2006/.., cite: late sec 1 par 1}
          - {to: league, when: 2004, mood: denied, cite: late sec 1 par 2}
    bravo:
      kind: state
      name: Bravo
      links:
        member-of: {to: league, when: 2002/.., cite: early par 1}
    charlie: {kind: state, name: Charlie}
    delta:
      kind: state
      name: Delta
      links:
        member-of: {to: league, mood: planned, when: 2008, said: 2007-03, cite: late sec 1 par 3}
    league:
      kind: organisation
      name: League of States
      short: LS
      old-ids: [union, the-union]
      when: {is: 1992-05-15/.., cite: early par 1}
      links:
        succeeds: {to: pact, cite: late sec 1 par 1}
    pact: {kind: organisation, name: Pact of States, when: {is: 1970/1992, cite: early par 2}}
    council: {kind: body, name: Council, links: {organ-of: {to: league, cite: early par 2}}}
    joint-headquarters:
      kind: body
      name: Joint Headquarters of the League
      short: Joint HQ
      also: Joint Staff
      when:
        - {is: 2004/.., mood: planned, said: 2003-04, cite: late sec 1 par 4}
        - {is: 2005/.., cite: late sec 1 par 4}
      links:
        organ-of: {to: council, cite: early par 2}
        chair: {to: alpha, as: first commander, when: 2005, cite: late sec 1 par 4 fn 1}
      facts:
        - {text: A small staff was foreseen., about: strength, value: at most 50 officers, mood: planned,
           said: 2002-05, by: voices, cite: early par 4}
        - {text: It took up work., about: strength, value: 55 officers, when: 2005, cite: late sec 1 par 4 fn 1}
        - {text: It meets in a winter palace., about: status, cite: [late sec 1 par 4 fn 1, early par 5]}
    voices: {kind: voice, name: Military voices}
    spring-meeting:
      kind: event
      name: Spring meeting
      when: {is: 2002-05-14, cite: early par 1}
    paper:
      kind: document
      type: plan
      name: Paper on stages
      date: {is: 2002-05-14, cite: early par 3}
      language: ru
      author: A. Writer
      links:
        decided-at: {to: spring-meeting, cite: early par 3}
    model: {kind: concept, name: Model, links: {stages: [stage-one, stage-two]}}
    stage-one: {kind: concept, name: Zeroth stage}
    stage-two: {kind: concept, name: Another stage}
"""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The data set above."""
    return builders.compiled(tmp_path_factory.mktemp("world"), WORLD)
