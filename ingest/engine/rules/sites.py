"""Sites that are known by the shape of their names: bases, barracks, palaces, hotels and halls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import gazetteers, patterns
from ingest.engine.rules.people.lexicon import lexicon
from ingest.engine.types import Passage

# "FORT BONIFACIO, Metro Manila - ": a site in a dateline
_SITE_DATELINE = patterns.compile(
    r"(?:\A|\n)(?P<site>(?:FORT|CAMP|JOINT[ ]BASE|NAVAL[ ](?:STATION|BASE))(?:[ ][A-Z.]+){1,3}"
    r"|(?:[A-Z'’-]{3,}[ ]){1,2}(?:GARRISON|BARRACKS|CAMP|(?:AIR|NAVAL|ARMY|MILITARY)[ ]BASE))(?=,)"
)


def find(passage: Passage) -> Iterator[tuple[int, int]]:
    """The spans of all sites of a passage, from rule to rule; they may overlap. What it lacks the words for is not searched."""
    text, words = passage.text, passage.words
    if not words.isdisjoint(_DATELINE_WORDS):
        for match in _SITE_DATELINE.finditer(text):
            yield match.span("site")
    if not words.isdisjoint(_FIRST_WORDS):
        yield from _with_head_first(text)
    if not words.isdisjoint(_HOUSE_WORDS):
        for match in _HOUSE_FIRST.finditer(text):
            yield match.span("name")
    if not words.isdisjoint(_LAST_WORDS):
        yield from _with_head_last(text)
    if not words.isdisjoint(_VENUE_WORDS):
        yield from _venues(text)


def _with_head_first(text: str) -> Iterator[tuple[int, int]]:
    """Sites like "Fort Haldane" and "Camp Oster"."""
    ships = set()
    for match in _SITE_FIRST.finditer(text):
        if _is_ship(text, match.start()):
            ships.add(match[0])
        elif match[0] in ships:
            continue  # "Port Royal sailed", behind "USS Port Royal"
        elif not match[0].startswith("HMAS") or PREPOSITION.search(text, max(0, match.start() - 14), match.start()):
            yield match.span()  # "at HMAS Kuttabul", and not the ship that trained


def _with_head_last(text: str) -> Iterator[tuple[int, int]]:
    """Sites like "Kestrel Barracks" and “Rakovica” Barracks."""
    for match in _SITE_LAST.finditer(text):
        quoted = _QUOTED_BEFORE.search(text, max(0, match.start() - 60), match.start())
        if quoted:
            yield quoted.start(), match.end()
            continue
        name = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start())
        if name:
            owner = name[0].replace("’", "'").rfind("'s ")  # "Peru's National Palace": the state is no part of the name
            start = name.start() + (owner + 3 if owner >= 0 else 0)
            lead = text[start : match.start()]
            if match[0] in _SURNAMES and _TITLED.search(lead):
                continue  # "Defence Minister Rosa | Villa"
            if (lead or match[0].startswith("National")) and not (match[0].islower() and _is_plain(lead)) and not _GENERIC.fullmatch(lead):
                yield start, match.end()


def _venues(text: str) -> Iterator[tuple[int, int]]:
    """Houses and halls in which something is said to be: "at Belmar House"."""
    for match in _VENUE_LAST.finditer(text):
        name = _VENUE_BEFORE.search(text, max(0, match.start() - 60), match.start())
        if name and not _OWNED.match(name["name"]) and not _GENERIC.fullmatch(name["name"]):
            yield name.start("name"), match.end()


def _is_ship(text: str, start: int) -> bool:
    """Whether the prefix of a ship stands before the position: "USS | Port Royal"."""
    before = text[max(0, start - 8) : start].split()
    return bool(before) and text[start - 1] == " " and before[-1].isupper() and before[-1].lower() in lexicon().ships


# "Peru's | Defence Building", and not "Hotel Riley's | Hall" or "King’s | House"
_OWNED = patterns.compile(
    r"(?!(?:King|Queen|Prince|Princess|Governor|Bishop|Officer)s?['’]s?[ ]$)"
    r"(?:[\w-]+['’]s[ ]|(?:[\w-]+[ ]){2,}?[\w-]+['’]s[ ](?:[\w-]+[ ]))"
)
# "at a Military | Airport", "outside the HQ | Building": one of many
_GENERIC = patterns.compile(r"(?:(?:Military|International|Main|Central|Headquarters|HQ|New|Old|Joint|Naval|Air|Army)[ ])+")


def _is_plain(name: str) -> bool:
    """Whether all words of a name are plain ones, or of a nation: "the Joint training area", "a Peruvian air base"."""
    return all(word.casefold() in lexicon().plain for word in name.split()) or any(
        term.kind in ("country", "demonym") for term in gazetteers.find(name)
    )


def spelled(written: str) -> str:
    """The name of a site as it is written, except in capitals or quotation marks: "Fort Bonifacio", "Camp H.M. Oster"."""
    written = _MARKS.sub("", written)
    if not IN_CAPITALS_BUT.sub("", written).isupper():
        return written
    return " ".join(word if "." in word else word.capitalize() for word in written.split())


IN_CAPITALS_BUT = patterns.compile(r"(?<=\bM)(?:ac|c)(?=[A-Z])")  # "JOINT BASE LEWIS-McCHORD"
_MARKS = patterns.compile(r"[“”\"„]|(?<=[ ])‘[ ]?|’(?=[ ]|$)")


# ---- the words of which each pattern needs one ----

_DATELINE_WORDS = frozenset({"FORT", "CAMP", "BASE", "STATION", "GARRISON", "BARRACKS"})
_FIRST_WORDS = frozenset(
    {"Fort", "Camp", "Base", "Station", "Activity", "Facility", "Caserma", "Caserne", "Kaserne", "Kasarna", "Quartel", "RAF", "HMAS", "CFB"}
    | {"Port", "Palazzo", "Palais", "Palacio", "Schloss"}
)
_HOUSE_WORDS = frozenset(
    {
        "Ile",
        "Île",
        "Isla",
        "Ilha",
        "Isola",
        "Pulau",
        "Hotel",
        "Villa",
        "Vila",
        "Istana",
        "Quinta",
        "Château",
        "Chateau",
        "Qasr",
        "Palacio",
        "Palácio",
        "Palazzo",
    }
    | {"Palais", "Castle", "Palace", "Fortress", "Citadel"}
)
_LAST_WORDS = frozenset(
    {"Base", "Station", "Airfield", "Cantonment", "Camp", "Barracks", "Garrison", "Palace", "Area", "Range"}
    | {"Ground", "Airport", "Shipyard", "Castle", "Cemetery", "Monument", "Memorial", "Square", "Villa", "Fort"}
    | {"base", "station", "area", "range", "ground"}
)
_VENUE_WORDS = frozenset(
    {"Secretariat", "House", "Building", "Hotel", "Hall", "Base", "Mansion", "Residence", "Tower", "Pavilion", "Club", "Museum"}
    | {"Auditorium", "Center", "Centre"}
)


# ---- the patterns ----

# "in Split", "at the White House", "city of Nice"; before names that are plain words as well
PREPOSITION = patterns.compile(r"\b(?:in|at|near|outside|to|from|visited|city of|capital,?)(?: the)? $", re.IGNORECASE)
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’ʻ-]*"
_QUOTED = rf"[“\"„‘][ ]?{CAPITAL}(?:[ ](?:[a-z]{{2,3}}[ ])?{CAPITAL}){{0,3}}[ ]?[”\"“’]"  # “Rakovica”, “Colonel Milenko Roca”
# "Fort Haldane", "Naval Station Kirribell", "Camp H. M. Oster"
_HEAD_FIRST = (
    r"(?:Fort|(?:(?:Base|Army|Military|Navy|Naval|Marine|Police|Training)[ ])?Camp"
    r"|(?:Forward[ ]Operating|Joint|Army|Military|Air|Air[ ]Force|Naval|Navy)[ ]Base|(?:Naval|Navy|Air|Air[ ]Force|Coast[ ]Guard)[ ]Station"
    r"|Naval[ ]Support[ ](?:Activity|Facility)|Naval[ ]Air[ ](?:Station|Facility)|(?:Army|Air[ ]Force)[ ]Garrison"
    r"|Caserma|Caserne|Kaserne|Kasarna|Quartel|RAF|RAAF[ ]Base|RMAF[ ]Base|HMAS|CFB|Port"
    r"|Palazzo|Palais|Palacio|Schloss)"
)
# "the Naval Base | Commander", "the Air Force Base | Hospital": the word goes on, and names no base
_NO_NAME = (
    r"(?:Command(?:er|ant|ing)?|Chief|Executive|Deputy|Officer|Headquarters|HQ|Hospital|Police|Group|Support|Security|Services?|School)"
)
# "Ostrava Air Base", "Kestrel Barracks", "Doyle International Airport"
_HEAD_LAST = r"""(?:
      (?:(?:Military|Royal|National)[ ])? (?:Air[ ](?:Force[ ])?(?:Base|Station)|Naval[ ](?:Air[ ]Station|Base|Station))
    | Army[ ]Airfield | Cantonment | Camp | Airfield | Barracks | Garrison | Palace | Training[ ](?:Area|Range|Ground) | Proving[ ]Ground
    | (?:International[ ])?Airport | Shipyard | Castle | (?:National[ ])?Cemetery | Monument | Memorial | Square | Villa
    | (?:Military|Army)[ ]Base | Fort
    | (?:air|naval|military|army|training)[ ](?:base|station) | training[ ](?:area|range|ground) | proving[ ]ground
)"""
_CALENDAR = r"(?:[A-Z][a-z]{2,5}day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"  # "at the State House | Friday"
# "at Belmar House", "in the Almirante Building": a venue only where one is said to be in it
_VENUE = (
    r"(?:House|Building|Hotel|Hall|Base|Mansion|Residence|Tower|Pavilion"
    r"|(?<=Presidential[ ])Secretariat|(?<=President['’]s[ ])Secretariat"
    r"|Club|Museum|Auditorium|(?:Convention|Conference|Congress|Expo|Exhibition)[ ]Cent(?:er|re))"
)
_SITE_FIRST = patterns.compile(
    rf"\b{_HEAD_FIRST}[ ](?!{_NO_NAME}\b)"
    rf"(?:{_QUOTED}|(?:[A-Z]\.[ ]?){{0,2}}{CAPITAL}(?:[ ](?:{CAPITAL}\b(?!\.)|[A-ZÀ-Ž][a-zß-ž]{{5,}}(?=\.)))?)"
)
# "at the Castle of Good Hope", "at Hotel Belmar", "at the Palacio de la Roca": only where one is said to be in it
_HOUSE_FIRST = patterns.compile(
    r"\b(?:at|in|inside|outside|to)[ ](?:the[ ])?"
    r"(?P<name>(?:Ile|Île|Isla|Ilha|Isola|Pulau|Hotel|Villa|Vila|Istana|Quinta|Château|Chateau|Qasr|Palacio|Palácio|Palazzo|Palais|Castle|Palace|Fortress|Citadel)"
    rf"(?:[ ](?:of|de|del|della|do|da|dos|du)(?:[ ](?:the|la|los|l['’]))?)?[ ]{CAPITAL}(?:[ ]{CAPITAL}){{0,2}})"
)
_SITE_LAST = patterns.compile(rf"(?<=[ ]){_HEAD_LAST}\b", re.VERBOSE)
_VENUE_LAST = patterns.compile(rf"(?<=[ ]){_VENUE}\b(?![ ](?:of(?![ ]the)|(?!{_CALENDAR})[A-Z]))")
_VENUE_BEFORE = patterns.compile(rf"\b(?:at|in|inside|outside|to|,)[ ](?:the[ ])?(?P<name>(?:{CAPITAL}[ ]){{1,3}})$")
_NAME_BEFORE = patterns.compile(rf"\b(?!(?:The|At|In)[ ])(?:St\.[ ])?(?:{CAPITAL}[ ]){{1,4}}$")
_SURNAMES = frozenset({"Villa", "Castle", "Fort", "Camp"})  # heads that are names of people as well
_TITLED = patterns.compile(
    r"\b(?:Minister|President|Secretary|General|Admiral|Colonel|Captain|Commander|Major|Ambassador|Chief|Mr|Mrs|Ms|Dr)\b"
)
_QUOTED_BEFORE = patterns.compile(rf"{_QUOTED}[ ](?:[A-Z][a-z]+[ ])?$")
