"""How, when and where the occasion was that words of a sentence tell."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings.frame import Frame, Tense
from ingest.engine.rules.meetings.hits import ASIDE, Hit, topic
from ingest.engine.rules.meetings.lexicon import Trigger, lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene, Side
from ingest.engine.rules.people import lexicon as people
from ingest.engine.types import Date, Evidence, MeetingKind, Mode, Place
from ingest.engine.values import replace


def kind(trigger: Trigger, line: Line, start: int, place: Place | None) -> MeetingKind:
    """The kind of the trigger, unless the sentence says that a talk was over a distance, or a place or "in person" that it was not."""
    at = start - line.start
    phone = lexicon().phone.search(line.text) if any(part in line.text.casefold() for part in PHONE) else None
    if trigger.rule.endswith("joined-for") and _is_by_video(line):
        return "call"
    if trigger.kind == "call" and not phone and _OFFICE_CALL.search(line.text, max(0, at - 20), at + 40):
        return "meeting"
    if trigger.rule.endswith(("spoke-with", "spoke")) and not phone and (place or _IN_PERSON.search(line.text)):
        return "meeting"
    if trigger.kind != "meeting":
        return trigger.kind
    if phone and phone.end() <= at and _AND_ALSO.search(line.text, phone.end(), at):
        return "meeting"  # "spoke by phone with N, and met M"
    return "call" if (phone and abs(phone.start() - at) < 150) or _is_over_video(line, at) else "meeting"


_OFFICE_CALL = patterns.compile(r"\b(?:office|courtesy|introductory|farewell|protocol)\s+calls?\b", re.IGNORECASE)
_AND_ALSO = patterns.compile(r"\band\s+(?:(?:then|later|also|afterwards)\s+)?\Z")


def _is_over_video(line: Line, at: int) -> bool:
    """Whether the words behind a verb say that it was done over a screen: "met virtually", "conferred by video link"."""
    return any(part in line.text for part in _VIDEO) and bool(_SCREEN.search(line.text, max(0, at - 30), at + 160))


_SCREEN = patterns.compile(
    r"\b(?:virtually|online|remotely|(?:by|via|over|through|in|during)\s+(?:an?\s+)?(?:\w+\s+)?(?:video[\w-]*|Zoom|Teams|VTC|teleconference|(?:tele)?phone)\b)|\b(?:virtual|online)\s+(?:meeting|talks|session|summit)\b",
    re.IGNORECASE,
)
_IN_PERSON = patterns.compile(
    r"\b(?:in\s+person|face\s+to\s+face|on\s+the\s+(?:margins|sidelines)\s+of|at\s+the\s+(?:Pentagon|White\s+House|ministry)|at\s+an?\s+(?:\w+\s+)?(?:breakfast|lunch|luncheon|dinner|reception|roundtable|round\s+table))\b",
    re.IGNORECASE,
)


def mode(trigger: Trigger, line: Line) -> Mode | None:
    if _is_by_video(line):
        return "video"
    if trigger.kind == "call":
        return "phone"
    return None


def _is_by_video(line: Line) -> bool:
    return any(part in line.text for part in _VIDEO) and bool(lexicon().video.search(line.text))


PHONE = ("phon", "readout")  # one of which stands in every sentence in small letters that the pattern can match
_VIDEO = ("ideo", "VTC", "irtual", "nline", "via ")  # one of which stands in every sentence that the pattern can match


def tense(clause: str) -> Tense:
    if _RELATIVE.search(clause):
        return "relative"
    if _FUTURE.search(clause) or _WILL_BE_THERE.search(clause):
        return "future"
    return "perfect" if _PERFECT.search(clause) else "past"


def tense_behind(text: str, start: int, end: int, until: int) -> Tense | None:
    """The tense that a verb behind the noun of a meeting tells: "Talks between N and M will be held"; None where it tells no other."""
    if _EXPECTED.match(text, start) or (_BARE_NOUN.search(text, max(start, end - 20), end) and _TO_COME.match(text, end, end + 120)):
        return "future"
    verb = _HELD.search(text, end, min(until, end + _LONGEST_PHRASE)) if _NOUN.search(text, end - _NOUN_BEFORE, end) else None
    if verb is None or _OF_ANOTHER.search(text, end, verb.start()):
        return None
    return "future" if verb["future"] else "perfect" if verb["perfect"] else None


_EXPECTED = patterns.compile(r"(?:is|are)\s+(?:expected|due|awaited)\b")
# "the first session of the trilateral | consultations | is scheduled for May"
_BARE_NOUN = patterns.compile(r"(?:talks|[a-z]+(?:ations?|ions?|logues?|ings?)|[Cc]ommittee|[Cc]ommission|[Gg]roup|[Cc]ouncil)\Z")
_TO_COME = patterns.compile(r"(?:\s+[\w’'-]+){0,5}?\s+(?:(?:is|are)\s+(?:foreseen|planned|scheduled|expected|due|set|to)|will)\b")
_LONGEST_PHRASE = 300  # characters between a noun and its verb, with two names and offices between
_NOUN_BEFORE = 50  # characters of the noun and what stands between it and "between"
_NOUN = patterns.compile(
    r"\b(?:meetings?|talks|discussions|consultations|conversations?|negotiations|calls?|[Ee]xercises?|[Dd]rills?)\s+(?:[\w‘’'-]+\s+){0,3}?(?:between|with|on|of|involving)\Z"
)
# "referred to their consultations, the next session of | which | will be held"
_OF_ANOTHER = patterns.compile(r"\b(?:next|of\s+which)\b")
_HELD = patterns.compile(
    r"\b(?:(?P<future>(?:will|would|is\s+to|are\s+to|is\s+due\s+to|are\s+due\s+to)\s+(?:also\s+)?(?:be\s+(?:held|conducted)|take\s+place)"
    r"|(?:is|are)\s+(?:foreseen|planned|scheduled|expected)\b)|(?P<perfect>had\s+(?:already\s+)?(?:been\s+held|taken\s+place))|(?:was|were)\s+held|took\s+place)"
)


_FUTURE = patterns.compile(
    r"\b(?:will|would|shall|(?-i:may)|could|(?:is|are|was|were|be|expected|scheduled|due|set|plans?|planned|intends?|slated|hopes?|going|about|invited|agreed|invitation)(?:\s+(?:also|then|next|soon))?\s+to)"
    r"\s+(?:(?:also|then|be|have|soon|jointly|officially)\s+){0,2}\Z|,\s+to\s+\Z",
    re.IGNORECASE,
)
# "will be in Lima on 5 March for | talks with"
_WILL_BE_THERE = patterns.compile(
    r"\b(?:will|shall|(?:is|are|plans?|expected|due|scheduled|set)\s+to)\s+(?:be|travel|go|fly|come|arrive|return|visit)\b"
    r"(?:(?!\b(?:after|since|when|who|which|that|because|as)\b)[^.;,]){0,80}\Z"
)
_PERFECT = patterns.compile(r"\bhad\s+(?:(?:also|been|already|last|previously|just)\s+){0,2}\Z", re.IGNORECASE)
_RELATIVE = patterns.compile(r"\b(?:which|that)\s+(?:(?:the\s+)?[\w’-]+\s+){0,3}\Z")
SEQUEL = patterns.compile(
    r"(?:In\s+addition|Additionally|Furthermore|Meanwhile|(?:On|The)\s+(?:the\s+)?same\s+day|Following|After|Afterwards|Later|Prior\s+to|Before|Earlier|Previously|Separately|Subsequently|Then|Also|In\s+the\s+(?:afternoon|evening|morning)|[OI]n\s+the\s+(?:margins|sidelines)"
    r"|During\s+(?:his|her|the)\s+(?:\w+\s+){0,2}(?:visit|stay|trip))\b"
)
SEPARATE = patterns.compile(r"\b(?:separately|afterwards|later|then|subsequently)\s+(?:in\s+the\s+(?:day|evening|afternoon)\s+)?\Z")
# "was later received by", "was then met by"
LATER = patterns.compile(r"(?:was|were)\s+(?:separately|afterwards|later|then|subsequently)\b")


def is_background(line: Line, start: int, end: int) -> bool:
    """Whether the words right around the trigger tell of another day: "met last year", "the next meeting will be held"."""
    around = line.text[max(0, start - line.start - 70) : end - line.start + 70]
    tells = not line.parts.isdisjoint(lexicon().background_stems) and lexicon().background.search(around) is not None
    return tells or is_invited(line, start)


def is_invited(line: Line, start: int) -> bool:
    """Whether the sentence only tells of an invitation to what the words at this position say."""
    return "invit" in line.text and bool(_INVITED.search(line.text, 0, start - line.start))


# "conveyed the invitation of Minister Popa for Secretary Doe to visit Lima", and not "at the invitation of"
_INVITED = patterns.compile(
    r"(?<!\bat\s)(?<!\bon\s)(?:\bthe|\bhis|\bher|\ban)\s+invitation\b[^.;]{0,150}\bto\s+(?:\w+\s+)?\Z|\binvit(?:ed|es)\b[^.;]{0,80}\bto\s+(?:\w+\s+)?\Z"
)


def nearest(text: str, dates: tuple[Date, ...], start: int, stop: int, earlier: list[Frame]) -> Date | None:
    """The date that tells of the trigger: behind it in its clause, else before it; None where the sentence has none."""
    dates = tuple(
        date
        for date in dates
        if not _UNTIL.search(text, max(0, date.evidence.start - 20), date.evidence.start)
        and not _is_of_noun(text, date)
        and not _is_of_paper(text, date, start)
        and not _ends_journey(text, date, start)
        and not _AFTER_EVENT.search(text, max(start, date.evidence.start - 2 * _NEAR), max(start, date.evidence.start))
        and not (date.end and _OF_HOST.search(text, start, max(start, date.evidence.start)))
    )
    behind = [date for date in dates if start <= date.evidence.start < stop]
    before = [date for date in dates if date.evidence.start < start]
    if behind and before and not earlier and behind[0].evidence.start - start > 80:
        return before[-1]
    if behind:
        return behind[0]
    if before:
        return before[-1]
    alone = dates[0] if len(dates) == 1 else None
    return None if alone and ANOTHER_DAY.search(text, start, alone.evidence.start) else alone


# "on the sidelines of the forum, which is taking place in Lima on 3 and 4 May": days of the forum
_OF_HOST = patterns.compile(r"\b(?:sidelines|margins)\s+of\b[^.;]{0,120}?\bwhich\s+(?:is|was|are|were)\s+(?:taking\s+place|being\s+held)\b")


def _is_of_noun(text: str, date: Date) -> bool:
    """Whether a day belongs to a noun that is no occasion at hand: "in last year’s search", "after Monday’s attack"."""
    noun = _OWNS.match(text, date.evidence.end)
    return noun is not None and (noun["occasion"] is None or bool(_ANOTHER.match(text, date.evidence.start)))


def _is_of_paper(text: str, date: Date, start: int) -> bool:
    """Whether a day is that of a paper of which the sentence speaks: "met to review the Agreement signed in May 2023"."""
    return _SIGNED_PAPER.search(text, max(start, date.evidence.start - _NEAR), max(start, date.evidence.start)) is not None


_SIGNED_PAPER = patterns.compile(
    r"\b(?:[Aa]greements?|[Aa]rrangement|[Mm]emorand(?:um|a)|MO[UA]|Mo[UA]|[Pp]rotocol|[Tt]reaty|[Uu]nderstanding|[Cc]ooperation|[Ii]ntent|[Dd]eclaration|[Pp]lan|[Rr]oadmap|[Aa]ccord)(?:\s\([^()]{1,20}\))?,?"
    r"\s(?:(?:that|which)\s(?:was|were|had\sbeen)\s)?(?:signed|concluded|inked|adopted)\s(?:[\w\s]{1,30}\s)?(?:in|on)\s\Z"
)


def _ends_journey(text: str, date: Date, start: int) -> bool:
    """Whether a day before the words is that on which a journey ended: "completed a week-long trip today to Peru where she | met"."""
    begin, end = date.evidence.start, date.evidence.end
    return end <= start and bool(
        _ENDED_ON.search(text, max(0, begin - _NEAR), begin) or _ENDED.search(text, end, min(start, end + 2 * _NEAR))
    )


_NEAR = 90  # characters between the day and the words that a journey ended
_ENDS = (
    r"\b(?:completed|concluded|ended|finished|wrapped\s+up)\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){0,5}?(?:trip|visit|tour|journey)\b"
)
_ENDED = patterns.compile(_ENDS)
_ENDED_ON = patterns.compile(rf"{_ENDS}[^.;,]{{0,40}}\Z")
# "was convened after the cable had been damaged on Sunday"
_AFTER_EVENT = patterns.compile(r"\bafter\s+(?:the|an?|his|her|their|its)\s[^,;.]{0,80}?\b(?:had|was|were)\b")
_OWNS = patterns.compile(
    r"['’]s?\s+(?:(?:[\w-]+\s+){0,4}?(?P<occasion>meetings?|talks|visits?|session|calls?|ceremony|discussions?|dialogue|consultations|conversations?|signing"
    r"|events?|conference|summit|exercise|reception|handover|rounds?|trip|tour|engagements?)\b)?"
)
_ANOTHER = patterns.compile(r"(?:last|next|previous|past)\b", re.IGNORECASE)
_UNTIL = patterns.compile(r"\b(?:until|till)\s+(?:the\s+)?\Z")  # "is in Peru until 16 May": the last day, and no first one


def destination(scene: Scene, line: Line, hit: Hit, stop: int, until: int) -> Side | None:
    """The country right behind the words of a visit, or gone to where the visit is put off ("the visit of N to Chile has been …").

    Of talks it is the country with which the sentence opens, or that "in" behind those who met tells.
    """
    if hit.trigger.kind != "visit":
        return headed(scene, line, hit.start) or _in_country(scene, line, hit, until)
    for term in scene.terms(line.start, line.end):
        if term.kind != "country" or _OF_SOMETHING.match(scene.passage.text, term.end):
            continue
        if hit.start <= term.start < min(stop, hit.end + 40):
            return Side(term.value, True, term.start, term.end)
        if (
            line.start <= term.start < hit.start
            and hit.trigger.rule.endswith("put-off")
            and scene.passage.text.endswith("to ", line.start, term.start)
        ):
            return Side(term.value, True, term.start, term.end)
    return headed(scene, line, hit.start)


_OF_SOMETHING = patterns.compile(
    r"['’]|\s+(?!(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z]\w+"
)  # "visited the Singapore Air Force’s command"


def headed(scene: Scene, line: Line, end: int) -> Side | None:
    """The country with which the sentence opens: "In Ghana, the delegation met", "The next day, in Peru, she called on"."""
    for term in scene.terms(line.start, min(line.start + _LONGEST_OPENING, end)):
        if (
            term.kind == "country"
            and _OPENS_IN.fullmatch(scene.passage.text, line.start, term.start)
            and _CLOSED.match(scene.passage.text, term.end)
        ):
            return Side(term.value, True, term.start, term.end)
    return None


_LONGEST_OPENING = 110  # characters of "On the second day of his first official working visit to the Kingdom of"
_OPENS_IN = patterns.compile(
    r"(?:(?:[\w ]{1,25},?\s)?(?:[Ii]n|[Vv]isiting)"
    r"|(?:On\s+[\w ]{1,20},\s)?(?:[Dd]uring|[Aa]s\s+(?:a\s+)?part\s+of|[Ww]ithin(?:\s+the\s+(?:framework|scope)\s+of)?"
    r"|[Ii]n\s+the\s+(?:framework|course|scope)\s+of|On\s+the\s+\w+\s+day\s+of|While\s+on|On)"
    r"\s+(?:his|her|their|an?|the)\s+(?:[\w-]+\s+){0,4}?(?:visit|trip|stay|tour)\s+(?:to|in))"
    r"\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+)?"
)
_LABEL = patterns.compile(r":\s+[A-Z]")  # "Kosovo: On May 26 …"
_CLOSED = patterns.compile(r"\s*,|\s+(?:on|today|yesterday|earlier|later|last|this)\b|\s+(?:[A-Z][a-z]{2,8}\.?\s)?\d")


def _in_country(scene: Scene, line: Line, hit: Hit, until: int) -> Side | None:
    """The country that "in" tells behind the words, a name or a day ("met Colonel Roca in Peru on May 3"), or where one is before them."""
    for term in scene.terms(hit.start - 80, hit.start):
        if term.kind == "country" and _IS_IN.search(scene.passage.text, hit.start - 120 if hit.start > 120 else 0, term.start):
            return Side(term.value, True, term.start, term.end)
    for term in scene.terms(hit.end, line.end):
        if term.kind == "country" and _VISITING.search(scene.passage.text, hit.end, term.start):
            return Side(term.value, True, term.start, term.end)
    for term in scene.terms(hit.end, until):
        lead = scene.passage.text[hit.start : term.start]
        if term.kind == "country" and _IN_IT.search(lead) and not _OF_SOMETHING.match(scene.passage.text, term.end):
            return Side(term.value, True, term.start, term.end)
    return None


# "met the guest during his visit to the State of Qatar", "and his delegation currently visiting Egypt"
_VISITING = patterns.compile(
    r"\b(?:(?:his|her|their)\s+(?:[\w-]+\s+){0,3}visit\s+to|(?:currently|now|who\s+(?:is|are))\s+visiting)\s+(?:the\s+)?(?:(?:State|Kingdom|Republic|Sultanate)\s+of\s+)?\Z"
)
_IS_IN = patterns.compile(
    r"\b(?:is|are|was|were|arrived|came)\s+(?:now\s+|currently\s+)?(?:in|to|visiting|on\s+an?\s+(?:[\w-]+\s+){0,3}visit\s+to)\s+(?:the\s+)?\Z"
)
_IN_IT = patterns.compile(r"(?:\b[A-Z][\w’'-]+|\d|\b(?:met|talks|meetings?|held|today|yesterday|here|week|month)),?\s+in\s+(?:the\s+)?\Z")


def place(scene: Scene, hit: Hit, line: Line, stop: int, until: int) -> Place | None:
    """Where it was: behind the trigger first, else before it; a place of which somebody comes ("from Lima") is none.

    A capital word behind "in" that no gazetteer knows is the last resort.
    """
    places = [
        place
        for place in line.places
        if not (is_elsewhere(line.text[: place.evidence.start - line.start]) or _is_of_matter(scene, hit, place))
        and not (
            hit.trigger.kind != "visit"
            and place.evidence.start >= hit.start
            and _GOES_ON.search(line.text[: place.evidence.start - line.start])
        )
    ]
    behind = [place for place in places if hit.start <= place.evidence.start < stop]
    opens = places and "signed" in hit.trigger.rule and _OPENS_AT.fullmatch(line.text[: places[0].evidence.start - line.start])
    if behind and not opens:  # "In Lima, they signed an agreement on depots in Arica"
        return behind[0]
    if hit.trigger.kind == "visit":
        left = [
            place
            for place in places
            if place.evidence.start < hit.start and _LEFT_FOR.search(line.text[: place.evidence.start - line.start])
        ]
        opens_in = [place for place in places if place.evidence.start < hit.start and _opens_in(line, place)]
        if left or opens_in:
            return (left or opens_in)[-1]
    if hit.trigger.kind != "visit" or hit.trigger.rule.endswith("visit-of"):
        led_up = [place for place in places if place.evidence.start < hit.start]
        before = [place for place in led_up if not _OTHER_VERB.fullmatch(scene.passage.text, place.evidence.end, hit.start)]
        if before:
            before = _smallest(scene.passage.text, before)
            return (_unlisted(scene, line, hit, stop) if is_dateline(line, before[-1]) else None) or before[-1]
        if len(places) == 1 and not led_up and _is_of_clause(scene.passage.text, hit, places[0], until):
            return places[0]
    return _unlisted(scene, line, hit, stop) or _site(scene, line, hit, stop)


def at_sea(scene: Scene, hit: Hit, line: Line) -> Place | None:
    """The sea, gulf, bay or strait in which ships trained; it lies in no country: "held an exercise in the Bay of Bengal"."""
    found = _AT_SEA.search(line.text, hit.start - line.start) or _AT_SEA.match(line.text)
    if found is None:
        return None
    start, end = (line.start + at for at in found.span("sea"))
    return Place(" ".join(found["sea"].split()), None, scene.evidence(start, end, SEA))


SEA = "meetings.sea"
_AT_SEA = patterns.compile(
    r"\b(?:[Ii]n|[Oo]n|[Oo]ver|[Aa]cross|[Ii]nto|[Oo]f)\s+the\s+(?:(?:north|south|east|west|central)\w*\s+)?"
    r"(?P<sea>(?:[A-Z][\w-]+\s+){1,2}(?:Sea|Ocean|Gulf|Bay|Channel|Straits?)\b|(?:Sea|Gulf|Bay|Straits?)\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)"
    r"(?!\s+(?:[Rr]egion|[A-Z]))"
)


def _opens_in(line: Line, place: Place) -> bool:
    """Whether a sentence opens with the place in which all of it was: "On July 25 in Arica, | they toured the port"."""
    start, end = place.evidence.start - line.start, place.evidence.end - line.start
    return bool(_OPENS_IN_PLACE.fullmatch(line.text[:start]) and _COMMA_BEHIND.match(line.text, end))


_OPENS_IN_PLACE = patterns.compile(r"(?:[\w ]{1,30},?\s)?(?:[Ii]n|[Aa]t)\s+(?:the\s+)?")
_COMMA_BEHIND = patterns.compile(r"\s*,\s+(?!(?:who|which|where|and)\b)")


def _smallest(text: str, places: list[Place]) -> list[Place]:
    """The places up to the first of those that the last one only holds: "at | Camp Roca | in | Arica"."""
    while len(places) > 1 and _HOLDS.fullmatch(text, places[-2].evidence.end, places[-1].evidence.start):
        places = places[:-1]
    return places


_OPENS_AT = patterns.compile(r"(?:[\w ]{1,25},\s)?(?:In|At)\s+(?:the\s+)?")
_HOLDS = patterns.compile(r"\s*,\s+the\s+(?:[\w’'-]+\s+){1,4}?(?:in|near|outside)\s+|\s*(?:,|\bin\b|\bnear\b|\bat\b)\s+(?:the\s+)?")
# "laid a wreath at the Soldiers’ Memorial | and | was received by"
_OTHER_VERB = patterns.compile(r"\s+and\s+(?:(?:was|were|then|also|later|he|she)\s+){0,3}")


def _is_of_matter(scene: Scene, hit: Hit, place: Place) -> bool:
    """Whether a place behind words of talks is one that was talked about: "by expressing condolences over the attack in Lima"."""
    if hit.trigger.kind == "visit" or place.evidence.start < hit.end:
        return False
    between = scene.passage.text[hit.end : place.evidence.start]
    return bool(_TO_SEND.search(between)) or any(word[1].casefold() not in _OF_TALKS for word in _CLAUSE.finditer(between))


# "offered to send a team to Lima"
_TO_SEND = patterns.compile(r"\bto\s+(?:send|deploy|provide|deliver|move|transfer|invite|join|return)\b", re.IGNORECASE)
# "began the meeting by expressing", "N offered": what somebody said or did there
_CLAUSE = patterns.compile(
    r"\b(?:by|and|[A-Z][\w’'-]+)\s+(express(?:ed|ing)|offer(?:ed|ing)|highlight(?:ed|ing)|prais(?:ed|ing)|thank(?:ed|ing)|condemn(?:ed|ing)|recall(?:ed|ing)|not(?:ed|ing)"
    r"|suggest(?:ed|ing)|stress(?:ed|ing)|underlin(?:ed|ing)|emphasi[sz](?:ed|ing)|said|told|congratulat(?:ed|ing)|inform(?:ed|ing)|brief(?:ed|ing)|invit(?:ed|ing)|welcom(?:ed|ing))\b"
)
_OF_TALKS = frozenset(["welcomed", "briefed", "invited", "condemned"])
# "posed with his colleagues and set out for | Lima", "will meet the ministers as well as visit | Camp Roca"
_GOES_ON = patterns.compile(
    r"\b(?:and|then|as\s+well\s+as|before)\s+(?:(?:will|also|then|later|to)\s+){0,2}(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|inspect(?:s|ed|ing)?)\s+(?:[\w’'-]+\s+){0,6}?\Z"
    r"|\b(?:set\s+out|left|leaves?|leaving|departs?|departed|departing|heads?|headed|heading|bound|flew|fl(?:y|ies)|returns?|returned|returning|proceeds?|proceeded|(?:goes|went|going)\s+on)"
    r"\s+(?:back\s+|home\s+|on\s+)?(?:for|to)\s+(?:the\s+)?\Z"
)
# "left Lima for | Arica on an official visit to Chile"
_LEFT_FOR = patterns.compile(r"\b(?:left|leaves|departed|departs)\s+(?:[\w’'-]+,?\s+){0,10}?for\s+\Z")


def _site(scene: Scene, line: Line, hit: Hit, stop: int) -> Place | None:
    """The school, academy or centre in which it was, where no town is told: "toured the Andean Peace Training School"."""
    named = scene.site(hit.start, min(stop, hit.end + 120))
    if named is None:
        return None
    start, end = named
    lead = scene.passage.text[hit.start : start]
    if _ONE_OF_TWO.match(scene.passage.text, end) or not (
        _VISITS.fullmatch(lead) if hit.trigger.kind == "visit" else _AT_SITE.search(lead)
    ):
        return None
    return Place(" ".join(scene.passage.text[start:end].split()), None, scene.evidence(start, end, "meetings.site"))


_VISITS = patterns.compile(
    r"(?:visit(?:ed|s|ing)?|tour(?:ed|s)?|inspected|tours|arrived\s+at|(?:[\w-]+\s+){1,5}visit\s+to)\s+(?:the\s+)?", re.IGNORECASE
)
_ONE_OF_TWO = patterns.compile(
    r"(?:\s*\([^()]{1,20}\))?\s*(?:,|and\b)\s*(?:the\s+)?[A-Z]"
)  # "visited the 3rd Military Hospital and Roca Industries"
_AT_SITE = patterns.compile(r"\b(?:at|in)\s+the\s+\Z")


def is_elsewhere(lead: str) -> bool:
    """Whether words lead to a place where somebody comes from, or where something was on another day: "a day prior to the talks in"."""
    return is_origin(lead) or bool(_DAYS_FROM.search(lead))


_DAYS_FROM = patterns.compile(r"\bdays?\s+(?:prior\s+to|before|after|ahead\s+of)\s+(?:the|his|her|their)\s[^,.;]{0,40}?\b(?:in|at)\s+\Z")


def is_origin(lead: str) -> bool:
    """Whether words such as "from" or "the Mayor of" lead to a place; "the parade ground of" leads to one where it was."""
    return bool(_FROM.search(lead)) and not _GROUND.search(lead)


_FROM = patterns.compile(r"\b(?:from|of|by|left|leaves|over|between|to\s+the\s+embassy\s+in)\s+(?:the\s+)?\Z", re.IGNORECASE)
# "on the parade ground of Santa Berta Naval Base", "in the port of Beirut"
_GROUND = patterns.compile(
    r"\b(?:at|in|on|near|off|outside|aboard|reached|entered|visited)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:grounds?|ports?|harbou?r|city|capital|town|village|suburb|outskirts|centre|center"
    r"|heart|district|premises|square|waters|coast|island|resort|base|headquarters)\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def is_dateline(line: Line, place: Place) -> bool:
    """Whether the place only says where the release was written: "CALLAO, Peru (NNS) -- "."""
    return bool(_DATELINE.match(line.text, place.evidence.end - line.start)) and place.evidence.start - line.start < 4


_DATELINE = patterns.compile(r"[^.;–—]{0,60}?(?:--|\s[–—-]\s|:)")


def without_dateline(line: Line) -> tuple[Date, ...]:
    """The days of the sentence without that of a dateline, on which it was written: "LIMA, May 14 — "."""
    dates = line.dates
    if line.number == 0 and dates and _DATED.fullmatch(line.text[: dates[0].evidence.end - line.start]):
        behind = _DASH.match(line.text, dates[0].evidence.end - line.start)
        return dates[1:] if behind else dates
    return dates


_DATED = patterns.compile(r"[A-ZÀ-Ž][\w’' .-]{2,30},\s(?:[A-Z][\w ]{2,20},\s)?[\w. ,]{3,20}")
_DASH = patterns.compile(r"(?:\s\([^()]{1,20}\)|\s/[^/]{1,20}/|,\s[A-Z]{2,10})?\s*[-–—:]{1,2}\s")  # "Accra, July 31, GNA –"


def _is_of_clause(text: str, hit: Hit, place: Place, until: int) -> bool:
    """Whether the only place of a sentence stands before its topic, the next occasion and another day."""
    at = place.evidence.start
    return at < min(until, topic(text, hit.end, until)) and not ANOTHER_DAY.search(text, hit.end, max(hit.end, at))


def _unlisted(scene: Scene, line: Line, hit: Hit, stop: int) -> Place | None:
    """A place that only "in" before it tells: "met in Haapsalu under the chairmanship of …"."""
    match = _IN_PLACE.search(scene.passage.text, hit.start, min(stop, hit.end + _FAR))
    if match is None or (match["at"] and not _is_proper(match["place"])):
        return None
    start, end = match.span("place")
    taken = any(start < term.end and term.start < end for term in scene.terms(line.start, line.end))
    dated = any(start < date.evidence.end and date.evidence.start < end for date in line.dates)
    if taken or dated or any(start < person.end and person.start < end for person in line.people) or scene.is_body(start, end):
        return None
    return Place(match["place"], None, scene.evidence(start, end, "meetings.place-behind-in"))


_FAR = 240  # characters behind the words, with the names and offices of those who met between
_CAPITALIZED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]{2,}(?:(?<=-)[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]+)?"
_IN_PLACE = patterns.compile(
    rf"(?:\b(?P<at>at\s+(?:the\s+)?)|\b(?:in|leave\s+for|left\s+for|(?:barracks|office|base|headquarters|camp|garrison)\s+(?:at|in))\s+|\b(?:Headquarters|HQ|Barracks|House|Building)(?:\s+in|,)\s+)"
    rf"(?P<place>(?:(?:La|El|Le|Los|Las|San|Sao|Al)[ ])?{_CAPITALIZED}"
    rf"(?:[ ](?:(?:al|el|de|la|del|bin|an|as|ar)[ ])?{_CAPITALIZED}){{0,2}})(?=[\s,.(])(?!\s\d{{4}})"
)


def _is_proper(name: str) -> bool:
    """Whether what stands behind "at" is the name of a site, and no plain words: "at Istana Putih", not "at Headquarters"."""
    words = [word for word in re.split(r"[ -]", name) if word[0].isupper()]
    return not any(word.casefold() in people.lexicon().plain for word in words) and not re.search(r"['’]s?\b", name)


def where_and_when(text: str, line: Line, start: int, end: int) -> int:
    """The position up to which day and place are told: as `_topic`, but beyond "on the sidelines of", and not into another clause."""
    other = None if line.parts.isdisjoint(OF_ANOTHER_DAY) else ANOTHER_DAY.search(text, start, end)
    end = other.start() if other else end
    for match in lexicon().topics.finditer(text, start, end):
        if not lexicon().beside.match(match.group()):
            return match.start()
    return end


def is_beside(text: str, line: Line, position: int) -> bool:
    """Whether the position lies in the name of a gathering beside which it was: "on the sidelines of the meeting of EU ministers"."""
    lead = text[max(line.start, position - 120) : position]
    beside = _BESIDE.search(lead)
    return beside is not None and not _LEFT_GATHERING.search(lead, beside.end())


_BESIDE = patterns.compile(r"\b(?:sidelines|margins|fringes)\s+of\s", re.IGNORECASE)
_LEFT_GATHERING = patterns.compile(r"[,;.()]|\b(?:with|between|met|on|in|at|today|yesterday|by|who|which|for|to)\b")


# "ahead of the conference that will take place in Lima on 3 May", "to plan a seminar for October", "the exercise, which will be held in"
ANOTHER_DAY = patterns.compile(
    r"\b(?:ahead\s+of|in\s+the\s+run-up\s+to|in\s+advance\s+of|in\s+preparation\s+for|forthcoming|upcoming|next(?!\s+(?:week|month|year|\w+day|spring|summer|autumn|winter)\b)|previous|(?:a\s+)?follow-?\s?up\s+to|earlier\s+this|scheduled\s+for|due\s+(?:to|in|on)"
    r"|(?:which|that|who)\s+(?:will|would|is\s+due|is\s+to|are\s+to|had|has|have)|since|until)\b|(?<!\bof)\s+to\s+(?!discuss|meet)(?=(?:plan|prepare|agree|draw|finali[sz]e|conclude|sign)\b)",
    re.IGNORECASE,
)
# one of these stands in every sentence that the pattern can match
OF_ANOTHER_DAY = frozenset([
    "ahead", "run", "advance", "preparation", "forthcoming", "upcoming", "next", "previous", "earlier", "scheduled", "due", "which", "that",
    "who", "since", "until", "follow", "followup", "plan", "prepare", "agree", "draw", "finalise", "finalize", "conclude", "sign",
])  # fmt: skip


def without_asides(line: Line, start: int) -> Line:
    """The line without the days and places of relative clauses in which the trigger does not stand: "who is in Lima until 3 May,"."""
    asides = [match for match in ASIDE.finditer(line.text) if not match.start() <= start - line.start < match.end()]
    if not asides:
        return line

    def is_aside(evidence: Evidence, *, elsewhere: bool = False) -> bool:
        around = (match for match in asides if match.start() <= evidence.start - line.start < match.end())
        return any(not (elsewhere and _CAME.search(match.group())) for match in around)

    return replace(
        line,
        dates=tuple(date for date in line.dates if not is_aside(date.evidence)),
        places=tuple(place for place in line.places if not is_aside(place.evidence, elsewhere=True)),
    )


def beside_gathering(line: Line, named: tuple[Name, ...]) -> Place | None:
    """The town after which the gathering is called beside which two met: "on the sidelines of the Callao Naval Forum"."""
    for place in line.places:
        inside = any(name.start <= place.evidence.start < name.end for name in named) or _GATHERING.match(
            line.text, place.evidence.end - line.start
        )
        if inside and _BESIDE_THE.search(line.text, 0, place.evidence.start - line.start):
            return place
    return None


_BESIDE_THE = patterns.compile(r"\b(?:sidelines|margins|fringes|framework)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_GATHERING = patterns.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,3}(?:Conference|Forum|Dialogue|Air\s?[Ss]how|Show|Exhibition|Expo|Symposium|Seminar)\b"
)


def without_names(line: Line, named: tuple[Name, ...]) -> Line:
    """The line without places that are part of the name of an occasion: "the Ethio-Djibouti Committee"."""
    if not named or not line.places:
        return line
    outside = (place for place in line.places if not any(name.start <= place.evidence.start < name.end for name in named))
    return replace(line, places=tuple(outside))


_CAME = patterns.compile(r"\b(?:arriv\w+|came|come|visit\w*|here|is\s+in|are\s+in)\b")
