"""Names for generated data sets, in both scripts, with words as frequent as language has them.

Everything follows from numbers, so that the name of any entity is known without making those before it.
"""

# ruff: noqa: SIM905 - lists of words read best as text

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple


class Word(NamedTuple):
    """A name in both scripts."""

    latin: str
    cyrillic: str


_SYLLABLES = (
    "ба бе бо бу ва ве ви во га го да де ди до ду за зи ка ке ки ко ку ла ле ли ло лу ма ме ми мо му на не ни но "
    "ну па пе по ра ре ри ро ру са се си со су та те ти то ту фа ха ша ша чи че жа аб ар ал ан ас ер ел ин ир ор "
    "ол ур тан кар мур тем рад шам бек чол сар дын кыз жол бор гор"
).split()
_PLACES = "абад град кент бург ск стан тау горск поль даг ино ово кала бай инск аул".split()
_PEOPLE = "ов ев ин енко ский ян швили беков аев улы мурадов дзе чук ова ева ина".split()
_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщыьэюя",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)

TOPICS = (
    "air defence|border security|collective security|peacekeeping|military training|counter-terrorism|narcotics "
    "control|emergency response|arms supply|military cooperation|joint forces|rapid deployment|information "
    "security|military medicine|standardisation|defence industry|radar coverage|signals|logistics|military "
    "transport|migration|legal harmonisation|scientific research|crisis response|mine clearance|officer education|"
    "cartography|meteorological support|radiation protection|engineering troops|mountain warfare|electronic "
    "warfare"
).split("|")
BODIES = (
    "Council Council Council Council Committee Committee Committee Commission Commission Headquarters Staff "
    "Secretariat Department Group Centre Assembly Board Directorate"
).split()
FORCES = "Brigade Regiment Battalion Division Group Squadron".split()
ADJECTIVES = "Joint Permanent Interstate Regional Unified Coordinating Advisory Interim Military Combined".split()
PAPERS = "Agreement Protocol Decision Statute Plan Concept Declaration Memorandum Treaty".split()
EXERCISES = "Command-staff exercise|Exercise|Field exercise|Special exercise|Joint exercise".split("|")
OFFICES = "Совет Комитет Комиссия Штаб Секретариат Управление Группа Центр".split()
_FIRST = (
    "Александр Сергей Владимир Николай Андрей Виктор Юрий Михаил Алексей Иван Дмитрий Анатолий Валерий Игорь Олег "
    "Павел Нурлан Аскар Арман Ашот Тимур Бахтияр Фарид Рустам Эмомали Бауыржан Серж Вагиф Марат Болот Елена Ольга "
    "Наталья Светлана Татьяна Ирина Айгуль Гульнара Анна Мария"
).split()


def latin(text: str) -> str:
    """One of the usual ways to write Cyrillic in Latin letters."""
    written = "".join(_LATIN.get(letter, letter) for letter in text.lower())
    return written[:1].upper() + written[1:]


def _made(text: str) -> Word:
    return Word(latin(text), text[:1].upper() + text[1:])


@cache
def invented(stems: str, size: int, seed: int) -> tuple[Word, ...]:
    """So many different names of one family, `places` or `people`; a table with the common ones first."""
    endings = _PLACES if stems == "places" else _PEOPLE
    random = Random(seed)
    found: dict[str, None] = {}
    while len(found) < size:
        syllables = random.choices(_SYLLABLES, k=random.choice((1, 2, 2, 3)))
        found["".join(syllables) + random.choice(endings)] = None
    return tuple(map(_made, found))


FIRST = tuple(map(_made, _FIRST))
CODES = tuple(
    _made(word)
    for word in (
        "рубеж щит барьер канал нерушимое-братство взаимодействие поиск гром грань кобальт арсенал эшелон восток "
        "запад центр кавказ каспий памир беркут сокол заслон дозор рассвет степь орион кедр вулкан буран горизонт "
        "союз"
    ).split()
)


def common(table: tuple[Word, ...], number: int) -> Word:
    """A name of the table by a number of many digits: the tenth as often as one in ten of the first (Zipf)."""
    return table[int(len(table) ** (number % 65536 / 65536)) - 1]
