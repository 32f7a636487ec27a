"""The town, site or sea of the occasion that words of a sentence tell."""

from __future__ import annotations

import re

from ingest.engine import patterns
from ingest.engine.rules.meetings import land
from ingest.engine.rules.meetings.clause import ANOTHER_DAY
from ingest.engine.rules.meetings.dateline import is_dateline
from ingest.engine.rules.meetings.hits import Hit, asides, topic
from ingest.engine.rules.meetings.occasion import ENVOY
from ingest.engine.rules.meetings.scenes import Line, Scene
from ingest.engine.rules.people import lexicon as people
from ingest.engine.rules.regions import is_region
from ingest.engine.types import Date, Place


def place(scene: Scene, hit: Hit, line: Line, stop: int, until: int) -> Place | None:
    """Where it was: behind the trigger first, else before it; a place of which somebody comes ("from Lima") is none.

    A capital word behind "in" that no gazetteer knows is the last resort.
    """
    places = [
        place
        for place in line.places
        if not (is_left(line, place, hit) or _is_of_matter(scene, hit, place) or _is_discussed(scene, line, hit, place.evidence.start))
        and not _is_of_main_clause(line, hit, place)
        and not (
            hit.trigger.kind != "visit"
            and place.evidence.start >= hit.start
            and _GOES_ON.search(line.text[: place.evidence.start - line.start])
        )
    ]
    behind = [place for place in places if hit.start <= place.evidence.start < stop]
    opens = places and "signed" in hit.trigger.rule and _OPENS_AT.fullmatch(line.text[: places[0].evidence.start - line.start])
    if behind and not opens:  # "In Lima, they signed an agreement on depots in Arica"
        return _house(scene, line, behind[0]) or behind[0]
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
            there = _unlisted(scene, line, hit, stop) or _site(scene, line, hit, stop) if is_dateline(line, before[-1]) else None
            return there or before[-1]
        if len(places) == 1 and not led_up and _is_of_clause(scene.passage.text, hit, places[0], until):
            return places[0]
    return _unlisted(scene, line, hit, stop) or _site(scene, line, hit, stop) or _office(scene, hit, stop) or _gone_to(scene, line, hit)


def _led_there(lead: str, hit: Hit) -> bool:
    """Whether words lead to the place of a visit: "left for | Lima"; of a ship also where it was: "departed | Lima after a port call"."""
    return _LEFT_FOR.search(lead) is not None or (hit.trigger.needs == "unit" and _DEPARTED.search(lead) is not None)


_DEPARTED = patterns.compile(r"\b(?:departed|departs|left|leaves|sailed\s+out\s+of)\s+(?:the\s+port\s+of\s+)?\Z")


def beside_day(line: Line, hit: Hit, date: Date | None, known: Place | None) -> Place | None:
    """The place right behind the day of an occasion: "held talks on the coast, | Dec. 1-2, 2011, | in Arica"."""
    if date is None or date.evidence.start < hit.end or (known and known.evidence.start >= hit.start):
        return None
    behind = (place for place in line.places if place.evidence.start > date.evidence.end)
    at = date.evidence.end - line.start
    return next((place for place in behind if _THERE.fullmatch(line.text, at, place.evidence.start - line.start)), None)


_THERE = patterns.compile(r",?\s+(?:here\s+)?(?:in|at)\s+(?:the\s+)?")


def at_sea(scene: Scene, hit: Hit, line: Line) -> Place | None:
    """The sea, gulf, bay or strait in which ships trained, or the island off which; it lies in no country: "in the Bay of Bengal"."""
    found = _AT_SEA.search(line.text, hit.start - line.start) or _AT_SEA.match(line.text)
    if found is None:
        return None
    where = "sea" if found["sea"] else "isle"
    start, end = (line.start + at for at in found.span(where))
    return Place(" ".join(found[where].split()), None, scene.evidence(start, end, SEA))


SEA = "meetings.sea"
_AT_SEA = patterns.compile(
    r"\b(?:[Ii]n|[Oo]n|[Oo]ver|[Aa]cross|[Ii]nto|[Oo]f)\s+the\s+(?:(?:north|south|east|west|central)\w*\s+)?"
    r"(?P<sea>(?:[A-Z][\w-]+\s+){1,2}(?:[Ss]ea|[Oo]cean|Gulf|Bay|Channel|Straits?)\b|(?:Sea|Gulf|Bay|Straits?)\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)"
    r"(?!\s+(?!Region\b)[A-Z])(?!(?<!Ocean)\s+[Rr]egion)"
    r"|\boff\s+(?P<isle>(?:[A-Z][\w-]+\s+){1,2}Islands?)\b"
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


def _is_of_main_clause(line: Line, hit: Hit, place: Place) -> bool:
    """Whether words with which a sentence opens tell the talks, and the rest what was said: "In his talks with N, | she spoke of Arica"."""
    opens = hit.start == line.start and hit.trigger.rule.endswith(_OPENERS)
    return opens and _MAIN_CLAUSE.search(line.text, hit.end - line.start, max(hit.end, place.evidence.start) - line.start) is not None


_OPENERS = (".meeting-with", ".the-meeting-with", ".with-each")
_MAIN_CLAUSE = patterns.compile(
    r",\s+(?:[A-Z][\w.’'-]*\s+){1,5}(?:also\s+|then\s+)?(?!(?:met|held|visited)\b)(?:[a-z]+ed|spoke|gave|said|told|put|drew|made|took)\s[^.;]{0,200}\b(?:on|of|about|in|over)\s+(?:the\s+)?\Z"
)


def _is_of_matter(scene: Scene, hit: Hit, place: Place) -> bool:
    """Whether a place behind words of talks is one that was talked about: "by expressing condolences over the attack in Lima"."""
    if hit.trigger.kind == "visit" or place.evidence.start < hit.end:
        return False
    between = scene.passage.text[hit.end : place.evidence.start]
    return bool(_TO_SEND.search(between)) or any(word[1].casefold() not in _OF_TALKS for word in _CLAUSE.finditer(between))


def _is_discussed(scene: Scene, line: Line, hit: Hit, at: int) -> bool:
    """Whether a place behind "discussed" is that of what was talked about: "discussed the training centre in | Arica"."""
    if not hit.trigger.rule.endswith("discussed") or at < hit.end:
        return False
    where = _PREPOSITION.search(scene.passage.text, hit.end, at)
    return where is None or (where.start() - hit.end > len(", ") and not land.is_closed(scene, line, hit, where.start()))


_PREPOSITION = patterns.compile(r"\b(?:in|at|near)\s+(?:the\s+)?\Z")
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
    r"\s+(?:back\s+|home\s+|on\s+)?(?:for|to)\s+(?:the\s+)?(?:(?:[A-Z][\w’'-]*|of|for)\s+){0,8}(?:(?:in|at|near)\s+)?\Z"
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
        _VISITS.fullmatch(lead) if hit.trigger.kind == "visit" else _is_at_site(scene, line, hit, start)
    ):
        return None
    return Place(" ".join(scene.passage.text[start:end].split()), None, scene.evidence(start, end, "meetings.site"))


def _is_at_site(scene: Scene, line: Line, hit: Hit, start: int) -> bool:
    """Whether it was at the site, and not what somebody studied there: "spoke of officers who study at the | Andean Staff College"."""
    at = _AT_SITE.search(scene.passage.text, hit.start, start)
    return at is not None and land.is_closed(scene, line, hit, at.start())


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
    if _is_seat(line, start, end):
        return True
    if not is_elsewhere(line.text[:start]):
        return False
    return not (place.evidence.end <= hit.start and _WHERE.match(line.text, end))


def _is_seat(line: Line, start: int, end: int) -> bool:
    """Whether a town in brackets behind an envoy is the one in which he serves: "the Defence Attaché, Colonel Popa | (Lima)"."""
    if not (line.text.endswith("(", 0, start) and line.text.startswith(")", end)):
        return False
    near = [person.person.position or "" for person in line.people if 0 <= start - len(" (") - (person.end - line.start) <= 1]
    return any(ENVOY.search(position) or _ATTACHE.search(position) for position in near)


_ATTACHE = patterns.compile(r"\battach[eé]", re.IGNORECASE)


_WHERE = patterns.compile(r"(?:,\s+(?!the\b)[A-Z][\w ]{2,20})?,\s+where\b")


def is_elsewhere(lead: str) -> bool:
    """Whether words lead to a place where somebody comes from, or where something was on another day: "a day prior to the talks in"."""
    return is_origin(lead) or bool(_DAYS_FROM.search(lead) or _SAID_IN.search(lead) or _AHEAD_OF.search(lead))


_DAYS_FROM = patterns.compile(r"\bdays?\s+(?:prior\s+to|before|after|ahead\s+of)\s+(?:the|his|her|their)\s[^,.;]{0,40}?\b(?:in|at)\s+\Z")


# "held consultations ahead of the NATO Summit in | Washington"
_AHEAD_OF = patterns.compile(
    r"\b(?:ahead\s+of|in\s+advance\s+of|preparations?\s+(?:for|of)|to\s+prepare(?:\s+for)?|run-?up\s+to|before)\s+(?:the|this|next)\s"
    r"[^,.;]{0,80}?\b(?:Summit|Conference|Forum|Dialogue|Ministerial|Meeting|Assembly|Commission|Committee|Ministers|Chiefs)\b[^,.;]{0,40}?\b(?:in|at)\s+\Z"
)
# "According to a statement by the Embassy, | Lima", "the ministry said in | Arica"
_SAID_IN = patterns.compile(
    r"\b(?:statement|release|communiqu[eé]|according\s+to|said|told)\b[^;]{0,60}?\b(?:Embassy|Mission|Consulate|Commission)(?:,|\s+in|\s+at)\s+\Z"
)


def is_origin(lead: str) -> bool:
    """Whether words such as "from" or "the Mayor of" lead to a place; "the parade ground of" leads to one where it was."""
    return bool(_FROM.search(lead)) and not _GROUND.search(lead)


_FROM = patterns.compile(
    r"\b(?:from|of|by|left|leaves|over|between|to\s+the\s+embassy\s+in|accredited\s+(?:to|in)|attach[eé]s?\s+(?:in|to)"
    r"|(?:resident|residing|resides?|residence|headquartered|based|stationed|posted|seat|(?:whose|with\s+(?:his|her|an))\s+office)(?:\s+is)?\s+in"
    r"|(?:attach[eé]s?|ambassador|advis[eo]r|counsell?or|consul|(?:first|second|third)\s+secretary|head|officer)\s+(?:[\w-]+\s+){0,4}?(?:at|of|in|to|with)\s+the\s+"
    r"(?:[\w.-]+\s+){0,4}?(?:Embassy|High\s+Commission|Mission|Consulate)(?:\s+of\s+(?:[\w.-]+\s+){1,6}?)?\s*in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# "on the parade ground of Santa Berta Naval Base", "in the port of Beirut"
_GROUND = patterns.compile(
    r"\A(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:city|town|port|capital)\s+of\s+\Z|"
    r"\b(?:at|in|into|to|on|near|off|outside|aboard|reached|entered|visited)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:grounds?|ports?|harbou?r|city|capital|town|village|suburb|outskirts|centre|center"
    r"|heart|district|premises|square|waters|coast|island|resort|base|headquarters)\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _is_of_clause(text: str, hit: Hit, place: Place, until: int) -> bool:
    """Whether the only place of a sentence stands before its topic, the next occasion and another day."""
    at = place.evidence.start
    return at < min(until, topic(text, hit.end, until)) and not ANOTHER_DAY.search(text, hit.end, max(hit.end, at))


def _office(scene: Scene, hit: Hit, stop: int) -> Place | None:
    """The part of a town in which the host has his office: "called on Minister Popa at his | Belmar, St. Ana office"."""
    found = _AT_OFFICE.search(scene.passage.text, hit.start, min(stop, hit.end + _FAR))
    if found is None or any(word.casefold() in people.lexicon().plain for word in found["place"].split()):
        return None
    return Place(found["place"], None, scene.evidence(*found.span("place"), "meetings.place-behind-in"))


_AT_OFFICE = patterns.compile(
    r"\bat\s(?:his|her|their)\s(?P<place>[A-Z][a-z]{3,}(?:\s[A-Z][a-z]{3,})?)(?:,\s(?:St\.\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?\s(?:office|residence|headquarters)\b"
)


def _unlisted(scene: Scene, line: Line, hit: Hit, stop: int) -> Place | None:
    """A place that only "in" before it tells: "met in Haapsalu under the chairmanship of …"."""
    match = _IN_PLACE.search(scene.passage.text, hit.start, min(stop, hit.end + _FAR))
    if match is None or (match["at"] and not _is_proper(match["place"])) or is_region(match["place"]):
        return None
    if _is_field(match["place"]):
        return None
    start, end = match.span("place")
    if is_elsewhere(scene.passage.text[line.start : start]) or _is_in_brackets(line, start) or _is_discussed(scene, line, hit, start):
        return None
    if _is_taken(scene, line, start, end):
        return None
    return Place(match["place"], None, scene.evidence(start, end, "meetings.place-behind-in"))


def _house(scene: Scene, line: Line, town: Place) -> Place | None:
    """The house that no gazetteer knows before the town in which it stands: "called on Minister Popa at | Dar Salwa |, Arica"."""
    at = town.evidence.start - line.start
    found = _AT_HOUSE.search(line.text, max(0, at - _LONGEST_HOUSE), at)
    if found is None or not _is_proper(found["place"]) or is_region(found["place"]):
        return None
    start, end = (line.start + position for position in found.span("place"))
    if _is_taken(scene, line, start, end) or is_elsewhere(line.text[: start - line.start]):
        return None
    return Place(found["place"], town.country, scene.evidence(start, end, "meetings.place-behind-in"))


def _is_taken(scene: Scene, line: Line, start: int, end: int) -> bool:
    """Whether something else is read from a span: a state, a place that was passed over, a day, a person or a body."""
    spans = [(term.start, term.end) for term in scene.terms(line.start, line.end)]
    spans += [(known.evidence.start, known.evidence.end) for known in line.places]
    spans += [(date.evidence.start, date.evidence.end) for date in line.dates]
    spans += [(person.start, person.end) for person in line.people]
    return any(start < ended and begun < end for begun, ended in spans) or scene.is_body(start, end)


def _gone_to(scene: Scene, line: Line, hit: Hit) -> Place | None:
    """A town that no gazetteer knows, to which travellers went on: "flew to Vista Clara, where they", "travelled to Borama on Monday"."""
    found = _WENT_TO.match(scene.passage.text, hit.start, line.end) if hit.trigger.kind == "visit" else None
    plain = people.lexicon().plain
    if found is None or is_region(found["place"]) or all(word in plain for word in found["place"].casefold().split()):
        return None
    start, end = found.span("place")
    spans = [(term.start, term.end) for term in scene.terms(line.start, line.end)]
    spans += [(person.start, person.end) for person in line.people]
    if any(begun < end and start < ended for begun, ended in spans) or scene.is_body(start, end):
        return None
    return Place(found["place"], None, scene.evidence(start, end, "meetings.place-behind-in"))


def _is_field(name: str) -> bool:
    """Whether English words alone tell what something is about: "a Memorandum of Cooperation in | Military Education"."""
    words = [word.casefold() for word in re.split(r"[ -]", name)]
    return words[-1] in _FIELDS or (len(words) > 1 and all(word in people.lexicon().plain for word in words))


_FIELDS = frozenset({"defence", "defense", "education", "training", "security", "cooperation", "medicine", "studies", "linguistics"})


def _is_in_brackets(line: Line, at: int) -> bool:
    """Whether a position lies in an aside between brackets that has a verb of its own."""
    brackets = (aside for aside in asides(line) if aside[0].startswith("("))
    return any(aside.start() < at - line.start < aside.end() for aside in brackets)


_FAR = 240  # characters behind the words, with the names and offices of those who met between
_PARTICLE = r"(?:al|el|de|del|della|la|bin|an|as|ar|ad|az|ash|du|da|do|Al|El|An|As|Ar|Ad|Az|Ash)"
_CAPITALIZED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]{2,}(?:(?<=-)[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž’'‘-]+)?"
_IN_PLACE = patterns.compile(
    rf"(?:\b(?P<at>at\s+(?:the\s+)?)|\b(?:in(?!\s+(?:Chief|Command|Charge|Council|Attendance|Uniform|Person)\b)|leave\s+for|left\s+for|(?:barracks|office|base|headquarters|camp|garrison)\s+(?:at|in))\s+|\b(?:Headquarters|HQ|Barracks|House|Building)(?:\s+in|,)\s+)"
    rf"(?P<place>(?:(?:La|El|Le|Los|Las|San|Sao|Al)[ ])?{_CAPITALIZED}"
    rf"(?:[ ](?:{_PARTICLE}[ ])?{_CAPITALIZED}){{0,2}})(?=[\s,.(])(?!\s\d{{4}})"
)


_LONGEST_HOUSE = 60  # characters of a house and the words before it
_AT_HOUSE = patterns.compile(rf"\bat\s+(?:the\s+)?(?P<place>{_CAPITALIZED}(?:[ ](?:{_PARTICLE}[ ])?{_CAPITALIZED}){{1,2}}),\s+\Z")
_WENT_TO = patterns.compile(
    rf"(?:(?:flew|travell?ed|went(?:\s+on)?|moved|drove|proceeded|headed|continued|sailed)\s+(?:on\s+)?to|visited|arrived\s+in)\s+"
    rf"(?P<place>{_CAPITALIZED}(?:[ ](?:{_PARTICLE}[ ])?{_CAPITALIZED}){{0,2}})"
    r"(?=,\s+where\b|\s+where\b|,\s+in\s+(?:the\s+)?[A-Z][\w-]+,\s+where\b)"
)


_ARABIC = patterns.compile(r"\w\s(?:Al|El|Ad|An|Ar|As|Az)\s[A-Z]")  # "Bait Al Belmar"


def _is_proper(name: str) -> bool:
    """Whether what stands behind "at" is the name of a site, and no plain words: "at Istana Putih", not "at Headquarters"."""
    if _ARABIC.search(name):
        return True
    words = [word for word in re.split(r"[ -]", name) if word[:1].isupper()]
    return not any(word.casefold() in people.lexicon().plain for word in words) and not re.search(r"['’]s?\b", name)
