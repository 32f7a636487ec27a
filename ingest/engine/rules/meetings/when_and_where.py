"""When and where the occasion was that words of a sentence tell."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules import places as towns
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.hits import ASIDE, Hit, topic
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene, Side
from ingest.engine.rules.people import lexicon as people
from ingest.engine.types import Date, Evidence, Place
from ingest.engine.values import replace


def nearest(text: str, dates: tuple[Date, ...], start: int, stop: int, earlier: list[Frame]) -> Date | None:
    """The date that tells of the trigger: behind it in its clause, else before it; None where the sentence has none."""
    dates = tuple(
        date
        for date in dates
        if not _UNTIL.search(text, max(0, date.evidence.start - 20), date.evidence.start)
        and not _is_of_noun(text, date)
        and not _is_of_paper(text, date, start)
        and not (date.evidence.start > start and _opens_clause(text, date))
        and not (date.evidence.end < start and _is_of_saying(text, date, start))
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


def _opens_clause(text: str, date: Date) -> bool:
    """Whether a day opens another clause: "met Colonel Roca, | and on the 10th | he toured the port"."""
    begin, end = date.evidence.start, date.evidence.end
    return bool(_AND_ON.search(text, max(0, begin - 24), begin) and _SUBJECT.match(text, end))


_AND_ON = patterns.compile(r"(?:\b(?:and|while|whereas)|;)\s+(?:then\s+)?(?:on\s+)?(?:the\s+)?(?:[A-Z][a-z]{2,5}day,?\s+)?\Z")
# ", he toured", " the delegation", " held talks"
_SUBJECT = patterns.compile(
    r",?\s+(?:also\s+|then\s+)?(?:(?:he|she|they|the|his|her|their|both|it|was|were|had|held|met|paid|took|went|saw|gave|made|flew)\b|[a-z]+ed\b|[A-Z][a-z])"
)


def _is_of_saying(text: str, date: Date, start: int) -> bool:
    """Whether a day before the words is that on which somebody told of them: "The ministry | said today | that Minister Popa met"."""
    begin, end = date.evidence.start, date.evidence.end
    return bool(
        (_SAID_ON.search(text, max(0, begin - 40), begin) and _THAT.match(text, end))
        or (_ON.search(text, max(0, begin - 8), begin) and _SAID_THAT.search(text, end, min(start, end + _NEAR)))
    )


_SAYS = r"(?:said|announced|stated|reported|confirmed|disclosed|revealed|informed|told)"
_SAID_ON = patterns.compile(rf"\b{_SAYS}\s(?:[\w’'-]+\s){{0,3}}\Z")
_THAT = patterns.compile(r"\s+that\b")
_ON = patterns.compile(r"\bOn\s(?:the\s)?(?:[A-Z][a-z]{2,5}day,?\s)?\Z")
_SAID_THAT = patterns.compile(rf"\b{_SAYS}\b(?!\s+(?:by|in|to|at)\b)")


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
    text = scene.passage.text
    for term in scene.terms(max(line.start, hit.start - 120), hit.start):
        is_in = _IS_IN.search(text, max(line.start, hit.start - 160), term.start)
        saw = _SAW_IN.search(text, line.start, term.start) and _AND_THERE.fullmatch(text, term.end, hit.start)
        if term.kind == "country" and (is_in or saw):
            return Side(term.value, True, term.start, term.end)
    for term in scene.terms(hit.start, hit.end):
        if term.kind == "country" and text.endswith("in ", hit.start, term.start):
            return Side(term.value, True, term.start, term.end)  # "are in Peru for the exercise"
    for term in scene.terms(hit.end, until):
        if term.kind == "demonym" and text.endswith("in the ", hit.end, term.start) and _CAPITAL_OF.match(text, term.end):
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
    r"\b(?:(?:his|her|their|the\s+(?:former|latter)['’]s)\s+(?:[\w-]+\s+){0,3}visit\s+to|(?:currently|now|who\s+(?:is|are))\s+visiting)\s+(?:the\s+)?(?:(?:State|Kingdom|Republic|Sultanate)\s+of\s+)?\Z"
)
_IS_IN = patterns.compile(
    r"\b(?:(?:is|are|was|were|arrived|came)\s+(?:now\s+|currently\s+)?(?:in|to|visiting|on\s+an?\s+(?:[\w-]+\s+){0,3}visit\s+(?:to|in))"
    r"|who\s+(?:has\s+|had\s+)?(?:visited|travell?ed\s+to|went\s+to|flew\s+to))\s+(?:the\s+)?\Z"
)
# "visited the Chilean troops in | Cyprus | on 3 May and | met", "met in the Chilean | capital"
_SAW_IN = patterns.compile(r"\b(?:visited|toured|inspected)\s[^.;]{0,60}\bin\s+(?:the\s+)?\Z")
_AND_THERE = patterns.compile(r"[^.;]{0,40}\band\s+(?:(?:also|then|later)\s+)?")
_CAPITAL_OF = patterns.compile(r"\s+(?:capital|city|town|port)\b")
_IN_IT = patterns.compile(
    r"(?:\b[A-Z][\w’'-]+|\d|\b(?:met|meet|gather|gathered|convene|convened|talks|meetings?|held|today|yesterday|here|week|month)),?\s+in\s+(?:the\s+)?\Z"
)


def place(scene: Scene, hit: Hit, line: Line, stop: int, until: int) -> Place | None:
    """Where it was: behind the trigger first, else before it; a place of which somebody comes ("from Lima") is none.

    A capital word behind "in" that no gazetteer knows is the last resort.
    """
    places = [
        place
        for place in line.places
        if not (is_left(line, place, hit) or _is_of_matter(scene, hit, place))
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
            if place.evidence.start < hit.start and _led_there(line.text[: place.evidence.start - line.start], hit)
        ]
        opens_in = [place for place in places if place.evidence.start < hit.start and _opens_in(line, place)]
        if left or opens_in:
            return (left or opens_in)[-1]
    if hit.trigger.kind != "visit" or hit.trigger.rule.endswith(("visit-of", "put-off")):
        led_up = [place for place in places if place.evidence.start < hit.start]
        before = [place for place in led_up if not _OTHER_VERB.fullmatch(scene.passage.text, place.evidence.end, hit.start)]
        if before:
            before = _smallest(scene.passage.text, before)
            return (_unlisted(scene, line, hit, stop) if is_dateline(line, before[-1]) else None) or before[-1]
        if len(places) == 1 and not led_up and _is_of_clause(scene.passage.text, hit, places[0], until):
            return places[0]
    return _unlisted(scene, line, hit, stop) or _site(scene, line, hit, stop)


def _led_there(lead: str, hit: Hit) -> bool:
    """Whether words lead to the place of a visit: "left for | Lima"; of a ship also where it was: "departed | Lima after a port call"."""
    return _LEFT_FOR.search(lead) is not None or (hit.trigger.needs == "unit" and _DEPARTED.search(lead) is not None)


_DEPARTED = patterns.compile(r"\b(?:departed|departs|left|leaves|sailed\s+out\s+of)\s+(?:the\s+port\s+of\s+)?\Z")


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
    r"(?P<sea>(?:[A-Z][\w-]+\s+){1,2}(?:[Ss]ea|[Oo]cean|Gulf|Bay|Channel|Straits?)\b|(?:Sea|Gulf|Bay|Straits?)\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)"
    r"(?!\s+(?!Region\b)[A-Z])(?!(?<!Ocean)\s+[Rr]egion)"
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


def is_left(line: Line, place: Place, hit: Hit) -> bool:
    """Whether a place is elsewhere, and not the one left after the talks: "returned from | Arica | , where he met"."""
    start, end = place.evidence.start - line.start, place.evidence.end - line.start
    if not is_elsewhere(line.text[:start]):
        return False
    return not (place.evidence.end <= hit.start and _WHERE.match(line.text, end))


_WHERE = patterns.compile(r"(?:,\s+(?!the\b)[A-Z][\w ]{2,20})?,\s+where\b")


def is_elsewhere(lead: str) -> bool:
    """Whether words lead to a place where somebody comes from, or where something was on another day: "a day prior to the talks in"."""
    return is_origin(lead) or bool(_DAYS_FROM.search(lead))


_DAYS_FROM = patterns.compile(r"\bdays?\s+(?:prior\s+to|before|after|ahead\s+of)\s+(?:the|his|her|their)\s[^,.;]{0,40}?\b(?:in|at)\s+\Z")


def is_origin(lead: str) -> bool:
    """Whether words such as "from" or "the Mayor of" lead to a place; "the parade ground of" leads to one where it was."""
    return bool(_FROM.search(lead)) and not _GROUND.search(lead)


_FROM = patterns.compile(
    r"\b(?:from|of|by|left|leaves|over|between|to\s+the\s+embassy\s+in|accredited\s+(?:to|in)|(?:resident|residing|headquartered)\s+in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# "on the parade ground of Santa Berta Naval Base", "in the port of Beirut"
_GROUND = patterns.compile(
    r"\b(?:at|in|into|to|on|near|off|outside|aboard|reached|entered|visited)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:grounds?|ports?|harbou?r|city|capital|town|village|suburb|outskirts|centre|center"
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


_DATED = patterns.compile(r"[A-ZÀ-Ž][\w’' .-]{2,30}(?:\s?[\[(][A-Z][\w ]{2,20}[\])])?,\s(?:[A-Z][\w ]{2,20},\s)?[\w. ,]{3,20}")
_DASH = patterns.compile(r"(?:\s\([^()]{1,20}\)|\s/[^/]{1,20}/|,\s[A-Z]{2,10})?\s*[-–—:]{1,2}\s")  # "Accra, July 31, GNA –"


def _is_of_clause(text: str, hit: Hit, place: Place, until: int) -> bool:
    """Whether the only place of a sentence stands before its topic, the next occasion and another day."""
    at = place.evidence.start
    return at < min(until, topic(text, hit.end, until)) and not ANOTHER_DAY.search(text, hit.end, max(hit.end, at))


def _unlisted(scene: Scene, line: Line, hit: Hit, stop: int) -> Place | None:
    """A place that only "in" before it tells: "met in Haapsalu under the chairmanship of …"."""
    match = _IN_PLACE.search(scene.passage.text, hit.start, min(stop, hit.end + _FAR))
    if match is None or (match["at"] and not _is_proper(match["place"])) or towns.is_region(match["place"]):
        return None
    start, end = match.span("place")
    taken = any(start < term.end and term.start < end for term in scene.terms(line.start, line.end))
    dated = any(start < date.evidence.end and date.evidence.start < end for date in line.dates)
    if taken or dated or any(start < person.end and person.start < end for person in line.people) or scene.is_body(start, end):
        return None
    return Place(match["place"], None, scene.evidence(start, end, "meetings.place-behind-in"))


_FAR = 240  # characters behind the words, with the names and offices of those who met between
_PARTICLE = r"(?:al|el|de|del|della|la|bin|an|as|ar|ad|az|ash|du|da|do|Al|El|An|As|Ar|Ad|Az|Ash)"
_CAPITALIZED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]{2,}(?:(?<=-)[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]+)?"
_IN_PLACE = patterns.compile(
    rf"(?:\b(?P<at>at\s+(?:the\s+)?)|\b(?:in|leave\s+for|left\s+for|(?:barracks|office|base|headquarters|camp|garrison)\s+(?:at|in))\s+|\b(?:Headquarters|HQ|Barracks|House|Building)(?:\s+in|,)\s+)"
    rf"(?P<place>(?:(?:La|El|Le|Los|Las|San|Sao|Al)[ ])?{_CAPITALIZED}"
    rf"(?:[ ](?:{_PARTICLE}[ ])?{_CAPITALIZED}){{0,2}})(?=[\s,.(])(?!\s\d{{4}})"
)


def _is_proper(name: str) -> bool:
    """Whether what stands behind "at" is the name of a site, and no plain words: "at Istana Putih", not "at Headquarters"."""
    words = [word for word in re.split(r"[ -]", name) if word[0].isupper()]
    return not any(word.casefold() in people.lexicon().plain for word in words) and not re.search(r"['’]s?\b", name)


def where_and_when(text: str, line: Line, start: int, end: int, *, of_gathering: bool = False) -> int:
    """The position up to which day and place are told: as `_topic`, but beyond "on the sidelines of", and not into another clause.

    A clause may say when and where the gathering itself is, of which the words before tell.
    """
    other = None if line.parts.isdisjoint(OF_ANOTHER_DAY) else ANOTHER_DAY.search(text, start, end)
    if of_gathering and other and _ITSELF_IS.match(text, other.start()):
        other = ANOTHER_DAY.search(text, other.end(), end)
    end = other.start() if other else end
    for match in lexicon().topics.finditer(text, start, end):
        if not lexicon().beside.match(match.group()):
            return match.start()
    return end


# "will take part in the meeting of defence ministers, | which is to be held on 13 June in Brussels"
_ITSELF_IS = patterns.compile(
    r"(?:which|that)\s+(?:will|is\s+to|is\s+due\s+to)\s+"
    r"(?:be\s+(?:held|hosted|convened|organi[sz]ed)|take\s+place|convene|begin|start|open)\b",
    re.IGNORECASE,
)


def is_beside(text: str, line: Line, position: int) -> bool:
    """Whether the position lies in the name of a gathering beside which it was: "on the sidelines of the meeting of EU ministers"."""
    lead = text[max(line.start, position - 120) : position]
    beside = _BESIDE.search(lead)
    return beside is not None and not _LEFT_GATHERING.search(lead, beside.end())


_BESIDE = patterns.compile(r"\b(?:sidelines|margins|fringes)\s+of\s", re.IGNORECASE)
_LEFT_GATHERING = patterns.compile(r"[,;.()]|\b(?:with|between|met|on|in|at|today|yesterday|by|who|which|for|to)\b")


# "ahead of the conference that will take place in Lima on 3 May", "to plan a seminar for October", "the exercise, which will be held in"
ANOTHER_DAY = patterns.compile(
    r"\b(?:ahead\s+of|in\s+the\s+run-up\s+to|in\s+advance\s+of|in\s+preparation\s+for|forthcoming|upcoming|next(?!\s+(?:week|month|year|\w+day|spring|summer|autumn|winter)\b)|previous|(?:a\s+)?follow-?\s?up\s+to|on\s+the\s+(?:instructions?|mandate)\s+of|earlier\s+this(?!\s+(?:week|month|morning|afternoon|evening)\b)|scheduled\s+for|due\s+(?:to|in|on)"
    r"|(?:which|that|who)\s+(?:will|would|is\s+due|is\s+to|are\s+to|had|has|have)|since|until)\b|(?<!\bof)\s+to\s+(?!discuss|meet)(?=(?:plan|prepare|agree|draw|finali[sz]e|conclude|sign)\b)",
    re.IGNORECASE,
)
# one of these stands in every sentence that the pattern can match
OF_ANOTHER_DAY = frozenset([
    "ahead", "run", "advance", "preparation", "forthcoming", "upcoming", "next", "previous", "earlier", "scheduled", "due", "which", "that",
    "who", "since", "until", "follow", "instruction", "instructions", "mandate", "followup",
    "plan", "prepare", "agree", "draw", "finalise", "finalize", "conclude", "sign",
])  # fmt: skip


def without_asides(line: Line, start: int) -> Line:
    """The line without the days and places of relative clauses in which the trigger does not stand: "who is in Lima until 3 May,"."""
    asides = [match for match in ASIDE.finditer(line.text) if not match.start() <= start - line.start < match.end()]
    if not asides:
        return line

    def is_aside(evidence: Evidence, *, elsewhere: bool = False) -> bool:
        around = (match for match in asides if match.start() <= evidence.start - line.start < match.end())
        return any(not (elsewhere and _CAME.search(match.group())) for match in around)

    def sets_out(date: Date) -> bool:
        """Whether it is the day on which somebody set out: "who left Peru today on a visit to", "who arrived this morning"."""
        return date.basis == "relative" and date.end is None and any(_SETS_OUT.match(match.group()) for match in asides)

    return replace(
        line,
        dates=tuple(date for date in line.dates if not is_aside(date.evidence) or sets_out(date)),
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


_SETS_OUT = patterns.compile(r",\s+who\s+(?:left|departed|arrived|landed|flew)\b")
_CAME = patterns.compile(r"\b(?:arriv\w+|came|come|visit\w*|here|is\s+in|are\s+in)\b")
