"""The places that headline and body name: cities, bases and venues, with the country they lie in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from operator import attrgetter

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.dates import MONTHS
from ingest.engine.rules import Rule, owned_places, sites
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.rules.regions import is_region
from ingest.engine.rules.sites import CAPITAL, IN_CAPITALS_BUT, PREPOSITION
from ingest.engine.types import Evidence, Passage, Place, Term
from ingest.engine.values import replace

RULES = (
    Rule("places.gazetteer", "A city, base or venue of the tables is a place.", "They met in Lisbon and at the Pentagon."),
    Rule(
        "places.site",
        "Capital words around Fort, Camp, Air Base, Barracks, Palace and the like are a place.",
        "They trained at Zelovo Air Base.",
    ),
    Rule(
        "places.before-country",
        "Capital words after a preposition and before a country are a place.",
        "Workshops were held in Kralovice, Slovakia.",
    ),
    Rule(
        "places.dateline",
        "A town of a state that the release names, with which the text opens, is a place.",
        "OLDEHOVE, 28 Sept – The Dutch minister",
    ),
    Rule("places.after-in", "Capital words after “in” that are no English words are a place.", "The ships anchored in Oldehove."),
    owned_places.RULE,
)


def find(both: tuple[Passage, Passage]) -> tuple[Place, ...]:
    """Every mention of a place in order of position; countries themselves are no places.

    `country` is the one printed after the name ("Rukla, Lithuania"), else that of the gazetteer, else None.
    """
    found: list[Place] = []
    states = frozenset(term.value for passage in both for term in passage.terms if term.kind in ("country", "demonym"))
    for passage in both:
        listed = [*_listed(passage, states), *_shaped(passage, states), *owned_places.find(passage), *_unlisted(passage, states)]
        found += _longest(sorted(listed, key=lambda place: (place.evidence.start, -place.evidence.end)))
    return tuple(_as_printed(found, both))


def _as_printed(found: list[Place], both: tuple[Passage, Passage]) -> Iterator[Place]:
    """The places, each in the country that is printed after its name elsewhere: "PORT ROYAL, | Jamaica | –", and then "in Port Royal"."""
    texts = {passage.where: passage for passage in both}
    printed: dict[str, set[str]] = {}
    for place in found:
        if place.country and _country_after(texts[place.evidence.where], place.evidence.end) == place.country:
            printed.setdefault(place.name.casefold(), set()).add(place.country)
    for place in found:
        told = printed.get(place.name.casefold(), set())
        yield replace(place, country=next(iter(told))) if len(told) == 1 and place.country not in told else place


def _longest(places: list[Place]) -> Iterator[Place]:
    """The places without those that begin inside an earlier one."""
    reached = -1
    for place in places:
        if place.evidence.start >= reached:
            reached = place.evidence.end
            yield place


# ---- places of the gazetteer ----


_NO_PLACE_AFTER = patterns.compile(
    r"""
      [ ](?:Treaty|Convention|Process|Agreement|Declaration|Protocol|Nine|Format|Summit|Post|Times|Council|Communiqué|Memorandum)\b
    | ['’]s[ ](?:(?!the\b)[a-z-]+[ ]){0,2}(?:                # "Moscow's firm position": a government, no site
        positions?|views?|stance|commitments?|support|efforts?|roles?|polic(?:y|ies)|willingness|readiness|interests?|contributions?
        |ambitions?|concerns?|claims?|response|decision|goals?|desire|intentions?|engagement|leadership|aggression|actions?|assistance
        |approach|strateg(?:y|ies)|relations|ties|relationship|priorities|initiatives?)\b
    | [ ](?:[Ss]aid|[Ss]ays)\b                                # "the White House said"
    """,
    re.VERBOSE,
)


def _listed(passage: Passage, states: frozenset[str]) -> Iterator[Place]:
    terms = [term for term in passage.terms if term.kind in ("city", "doubtful_city")]
    of_people = {term.value for term in terms if _is_name(passage.text, term)}
    for term in terms:
        before = passage.text[max(0, term.start - 14) : term.start]
        vouched = bool(PREPOSITION.search(before))
        if _NO_PLACE_AFTER.match(passage.text, term.end) or _is_name(passage.text, term) or _goes_on(passage.text, term):
            continue
        name, _, country = term.value.rpartition("|")
        printed = _country_after(passage, term.end)
        if not (vouched or printed or (term.kind == "city" and term.value not in of_people)):
            continue
        if not vouched and _is_in_list_of_states(passage, term):
            continue
        if _PART_OF_STATE.search(before) and _OF_AMERICA.match(passage.text, term.start):
            continue
        if _is_acronym(passage.text, term) or (_IS_STATE.match(passage.text, term.end) and _is_state(passage, term)):
            continue
        longer = _FEATURE.match(passage.text, term.end) or _ON_RIVER.match(passage.text, term.end)
        if longer:
            term, name = replace(term, end=longer.end()), f"{name}{longer.group()}"
            printed = _country_after(passage, term.end)
        if country not in states and (around := _country_of_next(passage, term.end)) in states:
            country = around or country  # "in Sentul, | Bogor", where the release names Indonesia and not Malaysia
        if country not in states and gazetteers.fold(name) not in _capitals():
            country = of_town(name, states) or ("" if longer else country)
        evidence = Evidence(term.start, term.end, "places.gazetteer", passage.where)
        yield Place(_written(passage, term, name), printed or country or None, evidence)


def _country_of_next(passage: Passage, end: int) -> str | None:
    """The country of the city printed right after a place: "Sentul, | Bogor |, and"."""
    separator = _COMMA.match(passage.text, end)
    if separator is None:
        return None
    number = bisect_left(passage.terms, separator.end(), key=attrgetter("start"))
    near = takewhile(lambda term: term.start == separator.end(), passage.terms[number:])
    city = next((term for term in near if term.kind in ("city", "doubtful_city")), None)
    closes = city is not None and _CITY_CLOSES.match(passage.text, city.end)
    return city.value.rpartition("|")[2] if city is not None and closes else None


_COMMA = patterns.compile(r",[ ]")
_CITY_CLOSES = patterns.compile(r"[,.;)]|[ ](?:and|on|in|by|to|where|with)\b|$")


# "Victoria | Falls": another place than the city, wherever that may be
# "Weiden | am See", "Newcastle | upon Tyne"
_ON_RIVER = patterns.compile(r"[ ](?:am|im|an[ ]der|in[ ]der|bei|ob[ ]der|sur|upon|nad|pod)[ ][A-ZÀ-Ž]\w+")
_FEATURE = patterns.compile(r"[ ](?:Falls|Springs|Heights|Beach|Island|Hills|Bay)\b")


# "Camp Roca, North | Carolina": a state, and not the town of Carolina
_PART_OF_STATE = patterns.compile(r"\b(?:North|South|West)[ ]\Z")
_OF_AMERICA = patterns.compile(r"(?:Carolina|Dakota|Virginia)\b")


def _is_acronym(text: str, term: Term) -> bool:
    """Whether a few capital letters inside a sentence are no town: "Lieutenant General Luis Roca, ERD,"."""
    written = text[term.start : term.end]
    opens = term.start == 0 or text[term.start - 1] == "\n"
    return (
        written.isupper()
        and written.isalpha()
        and len(written) <= _SHORT
        and not opens
        and not PREPOSITION.search(text[max(0, term.start - 14) : term.start])
    )


def _is_state(passage: Passage, city: Term) -> bool:
    """Whether a city is called as its state."""
    at = bisect_left(passage.terms, city.start, key=attrgetter("start"))
    return any(term.start == city.start and term.kind == "country" for term in passage.terms[at : at + 4])


# "In Suva, New Zealand | High Commissioner Ngata", "At Belmar, the Netherlands | delegation"
_OFFICE_BEHIND = patterns.compile(
    r"[ ](?:High|Commander|General|Admiral|Director|Federal|Coast|Joint|Special|delegation|side|officers?|soldiers|troops)\b"
)
# "hosted Djibouti’s chief of defense", "paid host to Singapore Minister for Defence": the state
_IS_STATE = patterns.compile(
    r"['’]s\b|[ ](?:Deputy|Vice|Prime|Senior|First|State|Defen[cs]e|Foreign|Armed|Air|Army|Navy|Naval|National"
    r"|Minister|President|Ambassador|Chief|Secretary)\b"
)


def _is_in_list_of_states(passage: Passage, city: Term) -> bool:
    """Whether a city that is called as its state stands among states: "officials of Somalia, Kenya and Djibouti"."""
    at = bisect_left(passage.terms, city.start, key=attrgetter("start"))
    around = [term for term in passage.terms[max(0, at - 4) : at + 5] if term.kind == "country"]
    if not any(term.start == city.start for term in around):
        return False
    text = passage.text
    before = any(term.end < city.start and _IN_LIST.fullmatch(text, term.end, city.start) for term in around)
    return before or any(term.start > city.end and _IN_LIST.fullmatch(text, city.end, term.start) for term in around)


_IN_LIST = patterns.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")


def _is_name(text: str, term: Term) -> bool:
    """Whether a capital word right before makes the city a part of a longer name: "Harriet Bolton", "Secretary Austin"."""
    before = text[max(0, term.start - 20) : term.start].rpartition("\n")[2]
    if not before.endswith(" ") or before[-2:-1] in ",;:.)":
        return before.endswith((" Mr. ", " Ms. ", " Mrs. ", " Dr. ", " Gen. ", " Col. ")) or before[-3:-2].isupper()
    word = before.split()[-1] if before.strip() else ""
    return word[:1].isupper() and word.casefold() not in _BEFORE_PLACES


_BEFORE_PLACES = frozenset(
    [
        "in",
        "at",
        "from",
        "to",
        "near",
        "greater",
        "visits",  # in a headline: "Minister Visits Lima"
        "visited",
        "visit",
        "tours",
        "leaves",
        "reaches",
        "enters",
        "central",
        "downtown",
        "center",  # "at the World Trade Center Georgetown"
        "centre",
        "headquarters",
        "barracks",
        "hotel",
        "metro",
        "old",
        "and",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
    ]
)


def _written(passage: Passage, term: Term, name: str) -> str:
    """The name as the release writes it, except in capitals."""
    written = passage.text[term.start : term.end].replace("\n", " ")
    shouts = IN_CAPITALS_BUT.sub("", written).isupper() and len(written) > len("UK")
    return name if shouts and not name.isupper() else written


# ---- places by shape ----


# "in Kralove, Slovakia": a name the gazetteer lacks, vouched for by the country after it
_VOUCHED = patterns.compile(
    rf"""\b(?:in|at|near|to|from|outside|(?:off|along)[ ]the[ ]coast[ ]of)[ ]
    (?:the[ ])?(?P<name> {CAPITAL} (?:[ ](?:(?:de|la|le|el|am|na|sur|pri)[ ])?{CAPITAL}){{0,3}} ) (?=,[ ])""",
    re.VERBOSE,
)


def _shaped(passage: Passage, states: frozenset[str]) -> Iterator[Place]:
    for start, end in sites.find(passage):
        town = _TOWN_BEHIND.match(passage.text, end)
        country = _country_after(passage, end) or (_country_after(passage, town.end()) if town else None)
        country = country or _country_of_city(passage, start, end, states)
        yield Place(sites.spelled(passage.text[start:end]), country, Evidence(start, end, "places.site", passage.where))
    listed = {term.start for term in passage.terms if term.kind in _LISTED and not _begins_name(passage.text, term)}
    for match in _VOUCHED.finditer(passage.text):
        country = _country_after(passage, match.end())
        start = match.start("name")
        if country and start not in listed:
            yield Place(match["name"], country, Evidence(start, match.end(), "places.before-country", passage.where))


_LISTED = gazetteers.GEOGRAPHY - {"country_mask"}
# "Belmar Hotel | , Callao | , Peru"
_TOWN_BEHIND = patterns.compile(rf",[ ]{CAPITAL}(?:[ ]{CAPITAL}){{0,2}}(?=,[ ])")


# "in Kralove,", "near Oldehove and": a name that no table knows
_IN = patterns.compile(
    rf"""
    (?: \b(?:[Ii]n|[Nn]ear|to|at)[ ]the[ ](?:port[ ])?(?:city|town|village|[Ss]tate|[Pp]rovince|[Gg]overnorate|[Mm]unicipality|island)[ ]of
      | \b(?:in|into|at|to|from|off|entered|reached)[ ]the[ ](?:[a-z]+[ ]){{0,2}}(?:port|harbou?r|naval[ ]base)[ ]of
      | \b(?:[Ii]n|[Nn]ear) | \b(?:[Hh]eadquarters|HQ|Barracks|House|Building|Hotel|Hall)(?:[ ]\([^()]{{1,20}}\))?, )[ ]
    (?P<name> {CAPITAL} (?:[ ]{CAPITAL})? (?:[ ](?:[AE]l|am|an[ ]der|sur|upon)[ ]{CAPITAL})? ) (?= [.,;)] | [ ][a-z] | \n | $ )""",
    re.VERBOSE,
)


def _unlisted(passage: Passage, states: frozenset[str]) -> Iterator[Place]:
    """Capital words after "in" that are no English words and no terms of the tables."""
    starts = {term.start for term in passage.terms if not _begins_name(passage.text, term)}
    if passage.where == "title":
        yield from _in_capitals(passage, states)
    else:
        yield from _in_dateline(passage, states, starts)
    yield from _towns_behind_at(passage, states, starts)
    for match in _IN.finditer(passage.text):
        name, start = match["name"], match.start("name")
        if start in starts or name.isupper() or name.lower() in MONTHS or is_region(name):
            continue
        if _has_plain_word(name) and not (" " in name and of_town(name, states)):
            continue
        country = of_town(name, states) or _country_of_city(passage, start, match.end("name"), states)
        yield Place(name, country, Evidence(start, match.end("name"), "places.after-in", passage.where))


def _towns_behind_at(passage: Passage, states: frozenset[str], starts: set[int]) -> Iterator[Place]:
    """Towns of the states that the release names, behind "at", which as often leads to a house: "received at Roca Bay"."""
    for match in _AT.finditer(passage.text):
        words = match["name"].split(" ")
        names = (" ".join(words[:count]) for count in range(len(words), 0, -1) if count > 1 or not _has_plain_word(words[0]))
        name = next((name for name in names if of_town(name, states)), None)
        if name is None or match.start("name") in starts or is_region(name):
            continue
        start, end = match.start("name"), match.start("name") + len(name)
        if not _GOES_ON_AS_HOUSE.match(passage.text, end):
            yield Place(name, of_town(name, states), Evidence(start, end, "places.after-in", passage.where))


_AT = patterns.compile(r"\b[Aa]t (?P<name>[A-ZÀ-Ž][a-zà-ž’'-]{2,}(?: [A-ZÀ-Ž][a-zà-ž’'-]{2,}){0,2})\b")
_GOES_ON_AS_HOUSE = patterns.compile(r"['’]s?\b|[ -][A-Z]")  # "at Belmar Barracks", "at Belmar’s port"


def _has_plain_word(name: str) -> bool:
    """Whether a word of the name is English or very short; of one with an article only the first is asked: "Belmar am See"."""
    words = re.split(r"[ -]", name.removeprefix("San ").removeprefix("Sri "))
    return any(word.lower() in lexicon().plain or len(word) < len("Suva") for word in (words[:1] if _ARTICLE.search(name) else words))


_ARTICLE = patterns.compile(r" (?:[AE]l|am|an der|sur|upon) ")


def _in_capitals(passage: Passage, states: frozenset[str]) -> Iterator[Place]:
    """A town of one of the states in a headline in capitals: "33RD SESSION HELD IN AREQUIPA"."""
    for match in _IN_CAPITALS.finditer(passage.text):
        name = match["name"].title()
        if country := of_town(name, states):
            yield Place(name, country, Evidence(match.start("name"), match.end("name"), "places.after-in", passage.where))


_IN_CAPITALS = patterns.compile(
    r"\b(?:IN|AT)[ ](?P<name>[A-ZÀ-Ž][A-ZÀ-Ž'’-]{3,}(?:[ ][A-ZÀ-Ž][A-ZÀ-Ž'’-]{2,})?)(?=[.,;]|[ ]+(?:ON|AND|WITH|FOR)\b|\s*$)"
)


def _in_dateline(passage: Passage, states: frozenset[str], starts: set[int]) -> Iterator[Place]:
    """A town of one of the states with which the text opens: "SWAKOPMUND, 28 SEP (NAMPA) - "."""
    match = _DATELINE.match(passage.text)
    known = match is not None and match.start("name") not in starts
    country = _country_after(passage, match.end("name")) or of_town(match["name"], states) if match and known else None
    if match and country:
        yield Place(sites.spelled(match["name"]), country, Evidence(*match.span("name"), "places.dateline", passage.where))


_DATELINE = patterns.compile(
    rf"(?P<name>{CAPITAL}(?:[ ]{CAPITAL}){{0,2}})(?:,[ ](?:[A-Z][\w]+,?[ ])?[A-Za-z0-9., ]{{3,20}})?(?:[ ]\([^()]{{2,20}}\))?[ ]?[–—:-]"
)


def of_town(name: str, states: frozenset[str]) -> str | None:
    """The country of a town, where just one of the states that the release names has a town of that name."""
    countries = [code for code in _towns().get(gazetteers.fold(name), "").split() if code in states]
    return countries[0] if len(countries) == 1 else None


def countries_of(name: str) -> frozenset[str]:
    """The countries in which the gazetteers know a city of this name."""
    return frozenset(term.value.rpartition("|")[2] for term in gazetteers.find(name) if term.kind == "city")


def is_capital(name: str) -> bool:
    """Whether the bare name means a capital and no other town."""
    return gazetteers.fold(name) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    """Capitals whose bare name means no other town, folded."""
    lines = tables.text("gazetteers/capitals.txt").splitlines()
    return frozenset(gazetteers.fold(line) for line in lines if not line.startswith("#"))


@cache
def _towns() -> dict[str, str]:
    """The towns of the table with the countries that have one of that name."""
    towns: dict[str, str] = {}
    for line in tables.text("towns.tsv").splitlines():
        country, _, names = line.partition("\t")
        for name in names.split("|") if names else ():
            towns[name] = f"{towns[name]} {country}" if name in towns else country
    return towns


def _country_after(passage: Passage, end: int) -> str | None:
    """The country printed right after a place: "Ulm, Germany", "Fort Haldane, Texas", "Duqm (Oman)"."""
    separator = _SEPARATOR.match(passage.text, end)
    behind = _term_at(passage, separator.end()) if separator else None
    if behind is None or behind.kind.startswith("us_state"):
        return "US" if behind else None
    if _IS_STATE.match(passage.text, behind.end) or _OFFICE_BEHIND.match(passage.text, behind.end):
        return None  # "In Suva, | New Zealand High Commissioner Ngata"
    following = _SEPARATOR.match(passage.text, behind.end)
    next_one = _term_at(passage, following.end()) if following else None
    in_list = _LIST_GOES_ON.match(passage.text, behind.end) or (next_one and next_one.value != behind.value)
    return None if in_list else behind.value


_CITY_FOLLOWS = patterns.compile(r",?[ ](?:in|near|outside)[ ]|,[ ]")
# "Kestrel Base | , Point Roca in | Turin"
_CITY_FARTHER = patterns.compile(rf",[ ](?:the[ ])?{CAPITAL}(?:[ ]{CAPITAL}){{0,2}}(?:,?[ ](?:in|near)[ ]|,[ ])")


def _country_of_city(passage: Passage, start: int, end: int, states: frozenset[str]) -> str | None:
    """The country of the city in the name of a site, or right after it: "Turin War Cemetery", "Kestrel Barracks in Turin".

    A site may be called after a person: where the release names several states, it lies in one of them ("Bolívar Naval Base").
    """
    behind = [match.end() for pattern in (_CITY_FOLLOWS, _CITY_FARTHER) if (match := pattern.match(passage.text, end))]
    farthest = max(behind, default=end)
    number = bisect_left(passage.terms, start, key=attrgetter("start"))
    near = takewhile(lambda term: term.start <= farthest, passage.terms[number:])
    cities = (term for term in near if term.kind in ("city", "doubtful_city") and (term.end <= end or term.start in behind))
    city = next((term for term in cities if not _goes_on(passage.text, term)), None)
    country = city.value.rpartition("|")[2] if city else None
    return country if city and (len(states) < _SEVERAL or country in states or city.end > end) else None


_SEVERAL = 2  # states in a release, among which that of a site is


def _goes_on(text: str, city: Term) -> bool:
    """Whether a short word that is a city elsewhere begins a longer name: "San Telmo", and not "Turin War Cemetery"."""
    short = city.end - city.start <= _SHORT and gazetteers.fold(text[city.start : city.end]) not in _capitals()
    behind = _NEXT_CAPITAL.match(text, city.end) if short else None
    return behind is not None and behind[1].casefold() not in lexicon().plain


def _begins_name(text: str, term: Term) -> bool:
    """Whether a term is a city elsewhere with whose word the name of another town begins: "in | San | Telmo, Chile"."""
    return term.kind in ("city", "doubtful_city") and _goes_on(text, term)


_SHORT = 4  # letters of "San", "Man", "Ho" or "Bata", which begin many names
_NEXT_CAPITAL = patterns.compile(rf"[ ]({CAPITAL})")


def _term_at(passage: Passage, start: int) -> Term | None:
    """The state, or state of the United States, that begins at the offset."""
    number = bisect_left(passage.terms, start, key=attrgetter("start"))
    same = [term for term in passage.terms[number : number + 6] if term.start == start]
    kinds: tuple[str, ...] = ("us_state", "us_state_short", "country")
    if any(term.value == "GE" for term in same) and _is_in_the_caucasus(passage, start):
        kinds = ("country",)
    return next((term for kind in kinds for term in same if term.kind == kind), None)


def _is_in_the_caucasus(passage: Passage, start: int) -> bool:
    """Whether the "Georgia" behind a place is the republic: "in Kutaisi, | Georgia", and not "in Atlanta, | Georgia".

    Of a town that no table knows the other words tell: those of Georgians and their towns, or none of the United States.
    """
    towns = [term.value[-2:] for term in passage.terms if term.kind == "city" and 0 < start - term.end <= len(" in the ")]
    if towns:
        return "GE" in towns
    named = {term.value[-2:] for term in passage.terms if term.kind in ("city", "demonym")}
    return "GE" in named or not any(term.value == "US" for term in passage.terms if term.kind in ("country", "demonym"))


# "Ulm, Germany", "Duqm (Oman)", "Ulm in Germany", "Ulm city of Germany"; but "in Nadi, Australia and Fiji" begins a list of sides
_SEPARATOR = patterns.compile(
    r",[ ](?:the[ ])?|[ ]\(|[ ]\[|(?:[ ](?:[Cc]ity|town))?[ ]in[ ](?:the[ ])?|[ ](?:[Cc]ity|town)(?:,|[ ]of)[ ](?:the[ ])?"
)
_LIST_GOES_ON = patterns.compile(r"[ ](?:and|&)[ ]")
