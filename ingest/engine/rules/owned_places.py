"""Towns and lands that are told with the state they lie in: "in Georgia’s Kakheti region", "in Peru’s southern city of Oldehove"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules import Rule
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.rules.sites import CAPITAL
from ingest.engine.types import Evidence, Passage, Place

RULE = Rule(
    "places.of-state", "Capital words behind “in” and a state’s possessive are a place of it.", "The ministers met in Georgia’s Zelovo."
)


def find(passage: Passage) -> Iterator[Place]:
    """The places in order of position; what an English word closes is a body or an office: "in Kenya’s Parliament"."""
    for term in passage.terms:
        if term.kind != "country" or _IN.search(passage.text, max(0, term.start - _LEAD), term.start) is None:
            continue
        found = _NAME.match(passage.text, term.end)
        if found is None or any(word.lower() in lexicon().plain for word in found["name"].split()):
            continue
        yield Place(found["name"], term.value, Evidence(*found.span("name"), RULE.name, passage.where))


_LEAD = 12  # characters of "near", blank and article
_IN = patterns.compile(r"\b(?:[Ii]n|[Nn]ear|[Tt]o)[ ](?:the[ ])?\Z")
_NAME = patterns.compile(
    rf"""['’]s?[ ]
    (?: (?:[a-z-]+[ ]){{0,3}} (?:city|town|port|capital|village|resort|province|region|state|district) (?:[ ]city)? [ ]of[ ]
      | (?:[a-z-]+[ ]){{0,3}} (?:capital|port)[ ](?:city[ ])?
      | (?:north|south|east|west|central)[a-z]*[ ]
    )?
    (?P<name> {CAPITAL} (?:[ ]{CAPITAL})? ) (?= [.,;)] | [ ][a-z] | \n | $ )""",
    re.VERBOSE,
)
