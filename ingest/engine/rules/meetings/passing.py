"""Talks and guests that a sentence only seems to tell: talks that somebody praised, backed or wished for, and things that were welcomed."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.cued import Cued
from ingest.engine.rules.meetings.lexicon import Trigger, lexicon
from ingest.engine.rules.meetings.scenes import Line
from ingest.engine.rules.references import Reference


def is_matter(line: Line, trigger: Trigger, start: int, end: int) -> bool:
    """Whether talks at this span of a sentence are what others value or wish for: "expressed support for | negotiations between"."""
    if trigger.rule.endswith(".discussed-with") and _TOLD_OTHERS.match(line.text, start):
        return True
    if trigger.kind == "exercise" and line.text.startswith(",", start) and FIELDS.search(line, 0, start):
        return True
    if trigger.rule.endswith(".exercised") and _DRILL.match(line.text, start):
        return PROVIDED.search(line, max(0, start - _FAR), start) is not None
    if not trigger.rule.endswith(_OF_NOUN):
        return _is_adjective(line, start, end) or _is_praised(line, trigger, start)
    noun = _NOUN.search(line.text, start, end)
    at = noun.start() if noun else start
    if PROPOSED.search(line, 0, at):
        return True
    return VALUED.search(line, max(0, at - _NEAR), at) is not None


# rules of words that are nouns, of which the verb stands elsewhere
_OF_NOUN = (
    ".meeting-between",
    ".call-between",
    ".talks-took-place",
    ".talks-of-states",
    ".talks-of-two",
    ".meeting-of",
    ".meeting-with",
    ".the-meeting-with",
    ".call-of",
    ".held-with",
    ".round-held",
)
_NOUN = patterns.compile(
    r"\b(?:calls?|meetings?|talks|discussions?|consultations?|conversations?|negotiations?|dialogues?|deliberations)\b", re.IGNORECASE
)
_FAR = 340  # characters before what a document provides for
_NEAR = 90  # characters before the noun
# "welcomed the resumption of | talks", "the importance of concluding the boundary | negotiations", "Chile’s support for | talks"
VALUED = Cued(
    "support supports supported supporting importance need needs necessity value resumption renewal continuation prospect prospects"
    " possibility appreciation plans proposals lack months years welcomed welcomes backed backs commended commends praised praises"
    " applauded applauds hailed hails encouraged encourages urged urges noted notes emphasized emphasised stressed underscored"
    " underlined highlighted appreciated appreciates concluding resuming continuing facilitating"
    " discussed raised recent commitment readiness preparations",
    r"(?:\b(?:support|importance|needs?|necessity|value|resumption|renewal|continuation|prospects?|possibility|appreciation|plans|proposals|lack"
    r"|commitment|readiness|preparations|(?:months|years?))\s+(?:of|for|to|in|towards?)\s+"
    r"|\b(?:welcom(?:ed|es)|support(?:s|ed|ing)|back(?:s|ed)|commend(?:s|ed)|prais(?:ed|es)|applaud(?:s|ed)|hail(?:s|ed)|encourag(?:ed|es)|urg(?:ed|es)"
    r"|noted|emphasi[sz]ed|stressed|underscored|underlined|highlighted|appreciate[ds]|concluding|resuming|continuing|facilitating|discussed|raised)\s+)"
    r"(?:(?!(?:during|at|in|after|following|before|held|with|by|when|while|that|and)\b)[\w’'-]+\s+){0,6}\Z|\bthe\s+recent\s+(?:[\w-]+\s+)?\Z",
    re.IGNORECASE,
)


# "| discussed | their respective conversations with": those of each of them with others
_TOLD_OTHERS = patterns.compile(
    r"\w+\s+(?:their|his|her|the|recent)\s+(?:[\w-]+\s+){0,3}?(?:conversations?|meetings?|talks|discussions?|calls?)\s+with\b"
)
# "proposed regular engagement, including a | meeting between"
PROPOSED = Cued(
    "proposed proposes suggested suggests",
    r"\b(?:propos(?:ed|es)|suggest(?:ed|s))\s(?:(?:[^.;]|\.(?=[\w-])){0,160}?,\s+including\s+)?(?:an?|regular|further)\s+(?:[\w-]+\s+){0,3}\Z",
)


# "cooperation is developing in such areas as education, combat training | , conducting joint exercises"
FIELDS = Cued(
    "areas area fields field spheres sphere directions forms matters topics issues including namely such",
    r"\b(?:(?:areas?|fields?|spheres?|directions|forms|matters|topics|issues)\b|including\b|namely\b|such\s+as\b)[^;]*\Z",
)


_DRILL = patterns.compile(
    r"(?:(?:joint|combined|bilateral|multinational|multilateral|coordinated|exchange)\s+)?(?:exercises?|drills?|training|patrols?|man(?:oeu|eu)vres)\b",
    re.IGNORECASE,
)
# "The programme includes joint | exercises between", "the agreement provides for | drills involving": none was held yet
PROVIDED = Cued(
    "includes include included provides provide provided envisages envisaged foresees foresee covers covered stipulates comprises contains",
    r"\b(?:programmes?|programs?|plans?|agreements?|memorand(?:um|a)|protocols?|accords?|documents?|pacts?|MoU)\b[^.;]{0,160}?\b(?:includes?|included"
    r"|(?:provides?|provided)\s+for|envisage[sd]|foresees?|cover(?:s|ed)|stipulates|comprises|contains)\b[^;:]{0,160}\Z",
    re.IGNORECASE,
)


def _is_adjective(line: Line, start: int, end: int) -> bool:
    """Whether what looks like a verb only tells of which kind something is: "a | negotiated | settlement", "our | continued | dialogue"."""
    return _PARTICIPLE.match(line.text, start, end) is not None and _BEFORE_NOUN.search(line.text, max(0, start - 20), start) is not None


_PARTICIPLE = patterns.compile(
    r"(?:continued|negotiated|concluded|engaged|close(?=\s+(?:[\w-]+\s+)?(?:consultation|coordination|contact|dialogue|engagement)))\b"
)
# no "to" that opens an infinitive: "commitment to | continued | dialogue" has a participle behind it
_BEFORE_NOUN = patterns.compile(
    r"(?:\b(?:a|an|the|to|of|for|our|their|his|her|its|on|through|in|and|continue|maintain|remain(?:s|ed)?(?:\s+\w+)?|stay(?:s|ed)?(?:\s+\w+)?|fully|deeply|closely)|['’]s?)\s+\Z"
)


def is_urged(line: Line, start: int, end: int) -> bool:
    """Whether somebody was called on to do something, and not at his house: "| called on | all parties to endorse the ceasefire"."""
    return _CALLED.match(line.text, start, end) is not None and _TO_ACT.match(line.text, end) is not None


_CALLED = patterns.compile(r"call(?:s|ed)?\s+(?:up)?on\Z", re.IGNORECASE)
_TO_ACT = patterns.compile(
    r"\s+(?:all|both|every|the\s+(?:[\w-]+\s+){0,3}?(?:governments?|part(?:y|ies)|leaders|sides|communit(?:y|ies)|authorit(?:y|ies)|regime|countries|nations|forces))\b[^.;]{0,140}?\sto\s+\w"
    # "the delegates from Chile and Peru to deepen their contacts", and not "the members of the Council to discuss training"
    r"|\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:delegat(?:es|ions)|representatives|participants|members|partners|allies|people|citizens|officers|soldiers|troops"
    r"|chiefs|states|(?:partner|member)\s+(?:nations|countries))\b[^.;]{0,140}?\sto\s+(?!discuss|review|brief|convey|express|exchange|explore|pay|bid|thank|talk|hold)\w"
)


def _is_praised(line: Line, trigger: Trigger, start: int) -> bool:
    """Whether somebody is only thanked or praised for a gathering: "congratulated General Popa on | hosting | the Andean Forum"."""
    if not trigger.rule.endswith((".held-occasion", ".hosts-gathering", ".chaired", ".was-held", ".received")):
        return False
    return PRAISED.search(line, 0, start) is not None or _AS_HOST.search(line.text, max(0, start - 60), start + len("hosting")) is not None


# "for his leadership in | hosting", "thanked Peru for successfully | hosting"; in the present: "as Chile | hosts | the Forum this year"
PRAISED = Cued(
    "thanked thanks thanking congratulated congratulates congratulating commended commends commending praised praises praising applauded"
    " applauds applauding appreciated appreciates appreciation gratitude leadership hospitality support supports supported",
    r"\b(?:thank(?:ed|s|ing)|congratulat(?:ed|es|ing)|commend(?:ed|s|ing)|prais(?:ed|es|ing)|applaud(?:ed|s|ing)|appreciate[ds]|appreciation|gratitude"
    r"|leadership|hospitality)\b[^.;]{0,160}?\b(?:for|in|on|including)\s+(?:the\s+)?(?:\w+ly\s+)?(?:hosting\s+(?:[\w-]+\s+){0,3})?\Z"
    r"|\bsupport(?:s|ed)?\s+(?:for\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:talks|meetings?|dialogue|discussions|negotiations)\s+\Z",
    re.IGNORECASE,
)


# "work closely with Minister Popa as Chile | hosts | the Forum this year", "follows her | hosting | of the Forum"
_AS_HOST = patterns.compile(r"\bas\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){1,4}hosts\s?\w?\Z|(?:\b(?:his|her|its|their)|['’]s?)\s+hosting\Z")


def is_thing_welcomed(line: Line, start: int, end: int) -> bool:
    """Whether a verb of welcoming at this span is said of a thing: "| welcomed | Peru’s new government", "| welcomed | the visit by"."""
    if not _WELCOMED.match(line.text, start, end):
        return False
    when = _WHEN.match(line.text, end)
    end = when.end() if when else end
    person = _first_behind(line, end)
    if person is not None:
        return _OWNS.match(line.text, person.end - line.start) is not None
    return _PEOPLE.match(line.text, end) is None


def _first_behind(line: Line, end: int) -> Reference | None:
    """Who is named behind a position, where only words of an office lead there."""
    person = next((each for each in line.people if each.start >= line.start + end), None)
    if person is None:
        return None
    between = _WORD.findall(line.text[end : person.start - line.start])
    return person if all(word[0].isupper() or word in lexicon().office_words or word in _SMALL for word in between) else None


_WELCOMED = patterns.compile(r"welcom(?:ed|es|e|ing)\b")
# "welcomed | on Monday, in his office in Lima, | the Commander of the Navy"
_WHEN = patterns.compile(
    r"(?:,?\s+(?:today|yesterday|this\s+(?:morning|afternoon|evening)"
    r"|(?:on|in|at|upon)\s+(?:(?:the|his|her|its)\s+)?[\w’'-]+(?:\s+(?!the\b|an?\b|his\b|her\b|of\b)[\w’'-]+){0,3}?(?:\s+of\s+(?:the\s+)?[\w’'-]+){0,2}))"
    r"{1,3},?(?=\s+(?:[Tt]he|an?|his|her|their)\s+(?:visiting\s+)?[A-Z]|\s+(?:his|her)\s+(?:[A-Z]\w+\s+)?counterpart\b|\s+[A-Z][\w-]+\s+[A-Z])"
)
# "Minister Roca’s | visit", and not his delegation
_OWNS = patterns.compile(r"['’]s?\s+(?!(?:[\w-]+\s+){0,2}(?:delegation|team)\b)\w")
_WORD = patterns.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    ["the", "his", "her", "their", "its", "both", "also", "back", "visiting", "newly", "elected", "and", "a", "an", "new", "accompanied"]
)
# "a high-level delegation", "over forty elected officials", "the Chilean side", "Ministers of Defence"
_PEOPLE = patterns.compile(
    r"\s+(?:(?!(?:of|by|to|for|in|between|from|with|that|on|at|and|into|under|over|during|next)\b)[\w’'.-]+\s+){0,8}?"
    r"(?:delegat|representative|official|officer|minister(?!ial)|chief|commander|guest|visitor|leader(?!ship)|counterpart|colleague|ambassador|attach[eé]|envoy|diplomat"
    r"|participant|member|attendee|expert|president(?!ial|enc)|premier|king\b|queen|prince|sultan|emir|amir|secretar(?:y|ies)(?!-)|director(?!ate)|head\b|heads\b|governor|mayor"
    r"|team|group|part(?:y|ies)\b|side\b|student|cadet|personnel|troop|soldier|sailor|crew|ship|vessel|frigate|squadron|mission|admiral|general\b|colonel|captain|dignitar"
    r"|everyone|everybody|all\b|contingent|entourage|chair(?:man|woman|person)?\b|speaker|senator|lawmaker|parliamentarian|advis[eo]r|instructor|trainee|veteran|famil"
    r"|him\b|her\b(?!\s)|them\b|us\b)",
    re.IGNORECASE,
)
