"""Questions that a researcher would ask, the command lines that answer them, and what the answers must hold.

A question that the program can no longer answer in one or two steps is a fault of the program or of the data.
"""

from __future__ import annotations

from typing import NamedTuple

from explorer.errors import NOT_FOUND, OK


class Question(NamedTuple):
    """A question, with one or two command lines as a person would type them."""

    asks: str
    lines: tuple[str, ...]
    says: tuple[str, ...]
    """What the answers must hold: figures, moods and sources, as they are read from left to right and line by line."""
    lacks: tuple[str, ...] = ()
    """What they must not hold."""
    code: int = OK
    """The exit code of the last line, where it is an answer too."""


SIGNED = "18 May 2001? art. 2001 ¶5"
BRACKETS = "14 May 2002? art. 2002 ¶8"

QUESTIONS: dict[str, tuple[Question, ...]] = {
    "Side by side": (
        Question(
            "Which documents were signed and took effect, and what was founded, from May 2002 to June 2004?",
            ("csto diff 2002-05-01 2004-06-01",),
            (
                "Collective Security Treaty Organization since 7 October 2002 Jasutis intro ¶1; §2.1 ¶2",
                "Joint Headquarters of the CSTO planned from 1 January 2004 on, said April 2003",
                "Chisinau Charter 7 October 2002 Jasutis intro ¶1; §2.1 ¶2",
                "since 13 October 2003 ? Jasutis §2.2 ¶5",
                "at most 50 officers",
            ),
        ),
        Question(
            "When did the statute take effect, and what is doubtful about it?",
            ("csto timeline csto-statute", "csto troubles csto-statute"),
            (
                "since 13 October 2003 in force Statute of the Collective Security Treaty Organization",
                "Jasutis §2.2 ¶5",
                "Outside knowledge: the day usually given is 18 September 2003.",
            ),
        ),
        Question(
            "Which share of the CIS documents had each state signed in 2001?",
            ("csto figures documents-signed",),
            ("97 %", "35 %", "7 %", "art. 2001 ¶5", "For Tajikistan, a member of the treaty, no share is stated."),
        ),
        Question(
            "How do two exercises of a series differ?",
            ("csto compare rubezh-2004 rubezh-2005",),
            (
                "Linked to both (1)",
                "Only Rubezh 2004",
                "The three states that take part mastered the combat tasks.",
                "Jasutis §2.3 ¶3 n. 31",
            ),
        ),
        Question(
            "What speaks for the last stage of integration, and how far has the organisation come?",
            ("csto model functional-dependence-stage",),
            (
                "Exercise “Union Shield-2006” · June 2006 Jasutis §2.4 ¶2",
                "It has come to the last stage, that of functional dependence. stated 2007? ≠ = Jasutis conclusion ¶3",
            ),
        ),
        Question(
            "What rests on one paragraph?",
            ('csto sources jasutis --locator "sec 2.3 par 6"',),
            ("§2.3 ¶6 (33)", "Belarus: at least 18 tons", "Jasutis §2.3 ¶6 n. 40"),
        ),
    ),
    "Posts": (
        Question(
            "Who commanded or headed what in 2004, and who says so?",
            ("csto posts --as-of 2004",),
            (
                "Posts held, 2004 (3)",
                "Deputy Commander, Joint HQ · 7 August 2004 ? Jasutis §2.3 ¶3 n. 33",
                "Minister of Defence, Russia · 7 August 2004 Jasutis §2.3 ¶3 n. 32",
            ),
            ("Bordiuzh",),
        ),
        Question(
            "Who was first to command the Joint Headquarters?",
            ("csto find first commander", 'csto posts "joint hq"'),
            ("first commander: Ramil Nadyrov", "first commander, Joint HQ Jasutis §2.4 ¶2"),
        ),
    ),
    "A figure, and who says it": (
        Question(
            "What strength is given for the Eastern European grouping, and can it be right?",
            ('csto show "eastern european grouping"',),
            (
                "200,000 thousand officers · 2007? ? Jasutis §2.3 ¶6",
                "As printed these are 200 million officers.",
                "likely: 200,000 troops",
            ),
        ),
        Question(
            "How many officers had Tajikistan in training in Russia, and who said so?",
            ("csto find tajik officers", "csto show tajikistan"),
            ("Russia: over 500 officers · 14 May 2002? · says Emomali Rakhmonov art. 2002 ¶7",),
        ),
        Question(
            "How far does the Iskander-E reach, and when was Belarus to get it?",
            ("csto show iskander",),
            (
                "at most 280 km · stated 2007? Jasutis §2.3 ¶8",
                "Belarus · planned for 2010, said 2007? Jasutis §2.3 ¶8",
            ),
        ),
        Question(
            "What range is given for the S-300, by whom, and is it likely?",
            ("csto show s-300",),
            (
                "150 km · stated 30 August 2005 · says Krasnaja Zvezda ? Jasutis n. 46",
                "? Outside knowledge: the S-300PS is usually given a range of 75 to 90 km",
            ),
        ),
        Question(
            "How much bread does Belarus owe the Russian troops, and by which paper?",
            ("csto find bread", 'csto show "logistics agreement"'),
            (
                "Belarus: at least 18 tons Jasutis §2.3 ¶6",
                "Belarus owes the Russian troops bread every twenty-four hours (article 6).",
                "since 4 November 2003 Jasutis n. 40",
            ),
        ),
        Question(
            "How many people took part in Kanal in 2005, and how much did they seize?",
            ('csto show "kanal 2005"',),
            ("66,000 officers Jasutis §2.3 ¶5", "8 tons Jasutis §2.3 ¶5 [1] Drugs were taken away."),
        ),
        Question(
            "Who and what took part at Gorokhovets in May 2002, and who paid?",
            ('csto show "gorokhovets 2002"',),
            (
                "at least 1,000 servicemen art. 2002 ¶9",
                "20 helicopters art. 2002 ¶9",
                "6 aeroplanes art. 2002 ¶9",
                "Russia bears most of the cost. on Russia art. 2002 ¶9",
            ),
        ),
        Question(
            "What share of the documents had each state signed in 2001, and for which is none given?",
            ('csto show "cis document signing"',),
            (
                f"Azerbaijan: 35 % · {SIGNED}",
                f"Ukraine: 25 % · {SIGNED}",
                f"Georgia: 50 % · {SIGNED}",
                "Turkmenistan: 7 % · 18 May 2001? ? ≠ art. 2001 ¶5",
                "Armenia: 97 % · stated May 2001? art. 2001 ¶5",
                "Belarus: 91 %",
                "Kazakhstan: 97 %",
                "Kyrgyzstan: 100 %",
                "Russia: 100 %",
                "Tajikistan: not given",
                "Moldova: not given",
                "Uzbekistan: not given",
            ),
        ),
    ),
    "What was planned, and what came": (
        Question(
            "How many officers was the Joint Headquarters to have, and how many did it begin with?",
            ('csto show "joint hq"',),
            (
                "at most 50 officers · planned, said 14 May 2002? · says Military sources (2002) art. 2002 ¶4",
                "55 officers · 2005 Jasutis §2.4 ¶2",
            ),
        ),
        Question(
            "When was the Joint Headquarters to begin, and when did it?",
            ('csto show "joint headquarters"',),
            (
                "planned from 1 January 2004 on, said April 2003 Jasutis §2.4 ¶2 n. 54",
                "since 2005 Jasutis §2.4 ¶2",
                "plan/made",
            ),
        ),
        Question(
            "What was the summit in Yerevan of 25 May 2001 to deal with?",
            ('csto show "yerevan 2001"',),
            (
                "planned for 25 May 2001?, said May 2001? art. 2001 ¶9",
                "A political statement was to be signed. planned, stated May 2001? art. 2001 ¶10",
                "Militants' ways into Chechnya were a further subject. planned, stated May 2001? · on Chechnya "
                "art. 2001 ¶11",
            ),
        ),
        Question(
            "How many exercises did the treaty's states plan for 2002?",
            ("csto show cst",),
            ("at least 10 exercises · planned for 2002, said May 2002? art. 2002 ¶9",),
        ),
        Question(
            "What is the story of Rubezh-2006, as against what happened?",
            ('csto show "rubezh 2006"',),
            (
                "24 to 29 August 2006 Jasutis §2.3 ¶4",
                "Terrorist groups unhappy with the outcome of a presidential vote reach for power. in the scenario · "
                "on Kazakhstan Jasutis §2.3 ¶4",
                "Joint means made up of units of several kinds were used. Jasutis §2.3 ¶4",
                "Landings from air and sea are to be used. planned, said at an unknown time · says Igor Babichev "
                "Jasutis §2.3 ¶4 n. 35",
            ),
        ),
    ),
    "Who was there, and who was not": (
        Question(
            "Who stayed away from the meeting of CIS defence ministers in Baku?",
            ('csto show "baku 2001"',),
            ("11 states art. 2001 ¶4", "Turkmenistan (participant) · not so ≠ art. 2001 ¶4"),
        ),
        Question(
            "Who observed Kanal in 2004, and who in 2005?",
            ('csto show "kanal 2004"', 'csto show "kanal 2005"'),
            (
                "Azerbaijan (observer)",
                "Iran (observer)",
                "Uzbekistan (observer)",
                "China (observer) Jasutis §2.3 ¶5",
                "Pakistan (observer) Jasutis §2.3 ¶5",
                "Ukraine (observer) Jasutis §2.3 ¶5",
            ),
        ),
        Question(
            "Which CIS states had no officers in its coordination staff?",
            ('csto show "cis staff"',),
            (
                "Moldova · not so, May 2001? art. 2001 ¶7",
                "Ukraine · not so, May 2001? art. 2001 ¶7",
                "Turkmenistan · not so, May 2001? art. 2001 ¶7",
            ),
        ),
        Question(
            "Which founder is missing from the headquarters of Kanal?",
            ('csto show "kanal hq"',),
            ("5 states · stated 2007? ? Jasutis §2.3 ¶5", "Armenia alone of the six founders of the organisation"),
        ),
        Question(
            "Who signed the charter?",
            ("csto show charter",),
            (
                "Signed by → Armenia Jasutis intro ¶1; §2.1 ¶2 [1] → Kazakhstan",
                "→ Kyrgyzstan",
                "→ Russia",
                "→ Tajikistan",
                "→ Belarus Jasutis intro ¶1; §2.1 ¶2 [1] Basis of",
            ),
        ),
        Question(
            "Who belonged to GUUAM, and who had set it up?",
            ("csto members guuam",),
            ("Azerbaijan", "May 2001? (founder) art. 2001 ¶14", "Georgia", "Moldova", "Ukraine", "Uzbekistan"),
        ),
    ),
    "As of a day": (
        Question(
            "Who belonged to the organisation on 1 June 2004?",
            ("csto members csto --as-of 2004-06-01",),
            (
                "in Armenia (signatory) since 7 October 2002 Jasutis intro ¶1; §2.2 ¶5 [1]",
                "in Belarus",
                "in Kazakhstan",
                "in Kyrgyzstan",
                "in Russia",
                "in Tajikistan",
                "out Uzbekistan no member, 2004 Jasutis §2.3 ¶5",
            ),
        ),
        Question(
            "Was Uzbekistan a member in 2005?",
            ("csto members csto uzbekistan --as-of 2005",),
            ("out Uzbekistan since 2006 Jasutis n. 38",),
            code=NOT_FOUND,
        ),
        Question(
            "Was Uzbekistan a member on 1 January 2007?",
            ("csto members csto uzbekistan --as-of 2007-01-01",),
            ("in Uzbekistan since 2006 Jasutis n. 38",),
        ),
        Question(
            "Which of the papers signed by 1 January 2003 were in force on that day?",
            ('csto show statute "status agreement" "logistics agreement" --as-of 2003-01-01', "csto find took effect"),
            (
                "document · 7 October 2002",
                "document · 25 December 2002",
                "Jasutis §2.1 ¶2",
                "csto-statute document Statute of the Collective Security Treaty Organization "
                "fact: It took effect on 13 October 2003, a year after the signing.",
                "fact: Like the statute it took effect on 13 October 2003.",
                "fact: It took effect on 4 November 2003.",
            ),
            lacks=("In force",),
        ),
        Question(
            "Who was Russia's minister of defence in 2004?",
            ("csto show russia --as-of 2004",),
            ("Sergej Ivanov (Minister of Defence) · 7 August 2004 Jasutis §2.3 ¶3 n. 32",),
            lacks=("Lavrov",),
        ),
        Question(
            "Who commanded the Joint Headquarters in 2004?",
            ('csto show "joint hq" --as-of 2004',),
            (
                "Ramil Nadyrov (first commander) · cannot tell Jasutis §2.4 ¶2",
                "Vladimir Zavgorodnij (Deputy Commander) · 7 August 2004 ? Jasutis §2.3 ¶3 n. 33",
            ),
            lacks=("55 officers",),
        ),
        Question(
            "Who made up the Collective Security Council in 1996, and who in 2004?",
            ("csto show csc --as-of 1996", "csto show csc --as-of 2004"),
            (
                "Presidents, foreign ministers, defence ministers and its Secretary General make it up. "
                "10 February 1995 to 6 October 2002 Jasutis §2.2 ¶4",
                "It consists of heads of state alone. since 7 October 2002 Jasutis §2.2 ¶5",
            ),
        ),
    ),
    "Where, and which": (
        Question(
            "Where were missiles of the S-300 launched, and when?",
            ("csto find S-300 launched", 'csto show "ashuluk 2006"'),
            (
                "15 to 19 August 2006 Jasutis n. 47",
                "over 10 systems Jasutis n. 47",
                "Missiles were launched from S-300 systems.",
                "Held in → Ashuluk firing range ≠ Jasutis n. 47",
            ),
        ),
        Question(
            "In which country is the firing range of Ashuluk?",
            ("csto show ashuluk",),
            ("→ Belarus ≠ ? Jasutis §2.3 ¶8", "→ Astrakhan region ≠ Jasutis n. 47"),
        ),
        Question(
            "Which states does each regional grouping cover?",
            (
                "csto list grouping",
                'csto show "eastern european grouping" "caucasian grouping" "central asian grouping"',
            ),
            (
                f"Covers → Belarus · {BRACKETS}",
                f"Covers → Armenia · {BRACKETS}",
                f"Covers → Central Asia · {BRACKETS} [2] → Russia · {BRACKETS}",
                f"→ Kazakhstan · {BRACKETS}",
                f"→ Kyrgyzstan · {BRACKETS}",
                f"→ Tajikistan · {BRACKETS}",
            ),
        ),
        Question(
            "Which exercises of the series Rubezh are described?",
            ("csto show Рубеж",),
            (
                "Parts ← Exercise Rubezh-2004 Jasutis §2.3 ¶3 [1] ← Exercise Rubezh-2005",
                "← Exercise Rubezh-2006 Jasutis §2.3 ¶4 [1] ← Exercise Rubezh-2007",
                "It is held once a year. Jasutis §2.3 ¶3",
            ),
        ),
    ),
    "The stages of integration": (
        Question(
            "What marks the stage of functional dependence, and what is put forward for it?",
            ('csto show "functional dependence"',),
            (
                "The ceiling is marked by combined forces and by a uniform or joint command structure. "
                "stated 2007? Jasutis §2.4 ¶1",
                "← Joint Headquarters of the CSTO (own) Jasutis conclusion ¶3; §2.4 ¶2; §2.4 ¶4",
                "← North Atlantic Treaty Organization (comparator) Jasutis §1.4 ¶1",
                "← Exercise “Union Shield-2006” (own) Jasutis §2.4 ¶2",
            ),
        ),
        Question(
            "Has the organisation reached the last stage?",
            ("csto show csto",),
            (
                "It has come to the last stage, that of functional dependence. "
                "stated 2007? · on Functional dependence stage ≠ = Jasutis conclusion ¶3",
                "Its joint structures match that stage only in part. "
                "stated 2007? · on Functional dependence stage ≠ Jasutis §2.4 ¶2",
            ),
        ),
        Question(
            "Which cases from elsewhere stand for the legal stage?",
            ('csto show "legal stage"',),
            (
                "← Lithuanian and Armenian military cooperation agreement (comparator) Jasutis §1.1 ¶1 n. 7",
                "← Ogdensburg Declaration (comparator) Jasutis §1.1 ¶1 n. 6",
            ),
        ),
        Question(
            "Which stages has the concept of 1995, as against those of the model?",
            ('csto show "collective security system" "military integration"',),
            (
                "→ Third stage of the collective security system (Concept of 1995) Jasutis §2.2 ¶2; §2.2 ¶3",
                "These are the concept's own; they are not the four stages of the model.",
                "Has the stage → Legal stage",
                "→ Functional dependence stage",
            ),
        ),
    ),
    "Where the sources contradict each other": (
        Question(
            "Does the joint air defence of Russia and Belarus exist?",
            ('csto show "joint air defence"',),
            (
                "De facto it exists, as a Soviet legacy never taken apart; de jure some questions are still being "
                "solved. said at an unknown time · says Anatolij Kvashnin ≠ Jasutis §2.3 ¶8",
                "The question of a common regional system has nearly been solved. stated 2007? ≠ Jasutis §2.3 ¶8",
                "planned for October 2007, said 5 March 2007 · says Aleksandr Bizhev ≠ Jasutis §2.4 ¶3 n. 60",
                "In the west a common system has already been integrated. stated 2007? ≠ Jasutis conclusion ¶2",
            ),
        ),
        Question(
            "Whose troops make up the Caucasian grouping?",
            ('csto show "caucasian grouping"',),
            (
                "→ Armenia · planned, said 14 May 2002? ≠ art. 2002 ¶8",
                "→ Russia · 2007? ≠ Jasutis §2.3 ¶7; conclusion ¶2",
                "Nobody but the Russian armed forces supports this direction.",
            ),
        ),
        Question(
            "Who keeps the peace in Abkhazia, on paper and in truth?",
            ('csto show "cis peacekeepers in abkhazia"',),
            (
                "On paper they are a collective force of the CIS.",
                "In truth all the peacekeepers are Russians. May 2001? ≠ art. 2001 ¶6",
            ),
        ),
    ),
    "What somebody said, and where": (
        Question(
            "What did Gryzlov ask of the grouping of Belarus and Russia?",
            ('csto show "eastern european grouping"',),
            (
                "It needs to become fitter for combat. "
                "planned, said 27 January 2007 · says Boris Gryzlov Jasutis §2.3 ¶3 n. 30",
            ),
        ),
        Question(
            "What did Lavrov say of NATO, and what of the organisation?",
            ("csto show nato",),
            (
                "said 8 December 2005 · on Central Asia · says Sergej Lavrov Jasutis intro ¶1 n. 1",
                "It is a serious reality and its case is decided, however much NATO may want to look away. "
                "← Collective Security Treaty Organization · said 8 December 2005 · says Sergej Lavrov",
            ),
        ),
        Question(
            "Who wanted Armenia put out of the treaty, and what was the answer?",
            ("csto show armenia",),
            (
                "18 May 2001? · on Collective Security Treaty (the community of its states) · says Minister of Defence "
                "of Azerbaijan (unnamed, 2001) art. 2001 ¶12",
                "Ivanov answered that each CIS state settles by itself",
                "18 May 2001? · says Sergej Ivanov art. 2001 ¶12",
            ),
        ),
        Question(
            "What might the peacekeepers of the organisation be used for, and who says so?",
            ('csto show "csto peacekeepers"',),
            ("forecast, stated 2007? · on United Nations · says Nikolaj Bordiuzh Jasutis §2.3 ¶4 n. 37",),
        ),
    ),
    "Papers, sources and names": (
        Question(
            "What does article 4 of the treaty say?",
            ('csto show "treaty of 1992"',),
            (
                "15 May 1992",
                "An attack on one state counts as an attack on all, and the others give every support, military "
                "support too (article 4). Jasutis §2.1 ¶1",
            ),
        ),
        Question(
            "What is the date of the protocol that extends the treaty, and can it be right?",
            ('csto show "extension protocol"',),
            (
                "2 April 1992 ? Jasutis §2.1 ¶1; n. 18; bib. 6",
                "Six weeks before the treaty that it extends was signed.",
            ),
        ),
        Question(
            "What followed the joint command of the CIS, and when?",
            ('csto show "cis staff"',),
            (
                "from September 1993, end not known Jasutis intro ¶1",
                "Successor of → Joint Armed Forces Command of the CIS Jasutis intro ¶1",
            ),
        ),
        Question(
            "Which notes go to the article in Krasnaja Zvezda of 30 August 2005, and what is odd about one?",
            ('csto show "our power is in combat brotherhood"',),
            (
                "→ Krasnaja Zvezda (newspaper) Jasutis n. 45; n. 46; n. 53; bib. 33",
                "Both the printed date and the address put the page on 30 August 2005, before that contract.",
            ),
        ),
        Question(
            "What is the Joint Headquarters called in Russian?",
            ('csto show "joint hq"',),
            ("Объединенный штаб ОДКБ", "→ Collective Security Treaty Organization Jasutis §2.2 ¶5"),
        ),
        Question(
            "Who is Бордюжа, under the spelling used today?",
            ("csto find Бордюжа", "csto show bordyuzha"),
            (
                "nikolaj-bordiuzh person Nikolaj Bordiuzh also: Bordiuzha",
                "← Collective Security Treaty Organization (Secretary General) · 2007? Jasutis §2.3 ¶1 n. 27",
            ),
        ),
        Question(
            "Which state do the texts call Kirghizia?",
            ("csto find kirghizia", "csto show kirghizia"),
            (
                "kyrgyzstan state Kyrgyzstan also: Kirghizia",
                "Collective Security Treaty (the community of its states) · May 2001? art. 2001 ¶1",
            ),
        ),
    ),
}
"""Kind of question to questions."""
