"""What each rule of people reads, with a line in which it does."""

from __future__ import annotations

from ingest.engine.rules import Rule

RULES = (
    Rule("people.rank-name", "A rank before capitalized words names a person.", "Major General Ana Popa visited the school."),
    Rule("people.honorific-name", "A word of courtesy before capitalized words names a person.", "Ms. Ana Popa visited the school."),
    Rule(
        "people.position-name",
        "The words of an office before a name are the office held.",
        "Minister of Defence Ana Popa visited the school.",
    ),
    Rule(
        "people.name-position",
        "The words of an office after a name and a comma are the office held.",
        "Ana Popa, Minister of Defence, visited.",
    ),
    Rule(
        "people.name-acts",
        "Two or more words that can only be names belong to a person where “said”, “told” or “and her counterpart” follows.",
        "Ana Popa said that the talks went on.",
    ),
    Rule(
        "people.name-met",
        "Two full names or more in a row, of words that can only be names, are people where they are thanked, met or received.",
        "The minister thanked Ana Popa and Ilie Rusu for their help.",
    ),
    Rule(
        "people.of-state",
        "Two full names or more in a row, each behind the possessive of a state, are people of these states.",
        "The minister was joined by Moldova’s Ana Popa and Romania’s Ilie Rusu.",
    ),
    Rule(
        "people.name-of", "A body after a name and “of” is where the person serves.", "Major General Ana Popa of the Moldovan Army visited."
    ),
    Rule("people.name-body", "A body after a name and a comma is where the person serves.", "Brig. Gen. Ana Popa, Moldovan National Army."),
    Rule("people.name-country", "A country in brackets after a name is the person’s.", "Among them was Ana Popa (Moldova)."),
    Rule("people.plural-head", "Names after one plural office or rank hold it alike.", "Ministers Popa and Rusu visited."),
    Rule(
        "people.counterpart",
        "A counterpart holds the office of the one spoken of.",
        "Minister Jan Novak met his Moldovan counterpart Ana Popa.",
    ),
    Rule(
        "people.name-led",
        "Two or more words that can only be names belong to a person who is told to lead a delegation, team or meeting.",
        "The delegation was headed by Ana Popa.",
    ),
    Rule("people.headed-by", "“Headed by” after a body makes the person its head.", "NATO, headed by Ms. Ana Popa, agreed."),
    Rule("people.short-form", "A surname or other part of a full name means the same person.", "Ms. Ana Popa visited. Popa spoke."),
    Rule(
        "people.country-context",
        "An official whom nothing marks speaks for the country of the publisher, and an ambassador for the one foreign country near.",
        "Ambassador Ana Popa spoke of ties with Moldova.",
    ),
    Rule(
        "people.summary",
        "The summary above a release tells the office of somebody whom its body only names.",
        "(Below “Minister of Defence Ana Popa has opened a school.”) Ana Popa and her guests saw the classrooms.",
    ),
    Rule(
        "people.listed",
        "A name at the head of an item is a person’s where the list is announced as one of people.",
        "Participants included:\n\n- Ana Popa, Lakeside Institute",
    ),
    Rule(
        "people.forces",
        "A chief of staff serves in the service, else the armed forces, of the same country that the release names.",
        "The Moldovan Armed Forces wrote that Moldova’s Chief of the Air Staff Major General Ana Popa visited.",
    ),
    Rule(
        "people.mission",
        "A force commander, or one whose title is short for the force, serves in the mission of several states that the release names.",
        "COMKFOR General Ana Popa thanked the soldiers of KFOR.",
    ),
    Rule(
        "people.ministry",
        "A minister’s organization is the ministry of the same field and country that the release names.",
        "The Ministry of Defence of Moldova wrote that Moldova’s Minister of Defence Ana Popa visited.",
    ),
)
