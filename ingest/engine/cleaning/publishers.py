"""Names of publishing bodies: in a masthead, a copyright line, a web address."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from ingest.engine import gazetteers, patterns, tables
from ingest.engine.values import frozen


def is_masthead(line: str) -> bool:
    """Whether a line is the name of a body or state alone: "Ministry of National Defence", "Israel Ministry of Defense | Press Office"."""
    name = first_part(line)
    words = name.split()
    if both := _SHORT_AND_LONG.fullmatch(name):
        long = both["long"].lower()
        if long.startswith(_known().begins) or long.endswith(("news agency", "press agency")):
            return True
    lower = line.lower()
    named = lower.startswith(_known().begins) or (lower.endswith(_NATIVE_ENDS) and _NATIVE.search(line) is not None)
    if (
        not words
        or len(words) > (12 if named else 9)
        or name[-1] in '.!?;:,”"'
        or _RUN_IN.search(name)
        or _OFFICER.search(name)
        or any(_is_said(word) and not (named and (word in _known().small or len(words) == 1)) for word in words)
    ):
        return False
    if is_state(name):
        return True
    folded = name.lower()
    known = _known()
    said = known.headline_words & set(folded.replace("general staff", "").split())
    if said - known.offices or words[0].lower() in _LEADS_ON:
        return False
    named_so = (
        folded.startswith(known.begins)
        or folded in known.natives
        or (_NATIVE.search(name) is not None and len(words) < 5)
        or any(map(f" {folded}".__contains__, known.holds))
        or folded in known.portals
        or (1 < len(words) <= 6 and said <= {"press"} and f" {folded}".endswith(known.ends))
    )
    return named_so and not _is_row_of_tags(folded, name)


def _is_row_of_tags(folded: str, name: str) -> bool:
    """Whether states stand side by side: "Estonia Latvia Royal Navy"; no small word joins them, as in "Embassy of Estonia in Latvia"."""
    joined = any(word in folded.split() for word in ("of", "in", "to", "and", "for"))
    return not joined and len({term.value for term in gazetteers.find(name) if term.kind == "country"}) > 1


_NATIVE_ENDS = ("eriö", "erium", "eriet", "érium", "erie", "rija", "vojska")
_NATIVE = patterns.compile(  # puolustusministeriö   Aizsardzības ministrija   Hrvatska vojska
    r"(?:\A[^\W\d_]*minist(?:eriö|eerium|eriet|erium|érium|erie)|\s(?:minist[ēe]?rija|vojska))\Z", re.IGNORECASE
)
_OFFICER = patterns.compile(
    r",\s(?:General|Admiral|Lieutenant|Major|Brigadier|Colonel|Captain|Commodore|Air\sC|Vice\sA|Rear\sA|Mr|Mrs|Ms|Dr)\b"
)
_RUN_IN = patterns.compile(r"\w:\w")  # "Source:Harbour News": a label
_LEADS_ON = frozenset(
    {"more", "latest", "other", "all", "related", "top", "previous", "next", "recent", "popular", "also"}
)  # "More on News"


def is_told(line: str) -> bool:
    """Whether a line has a verb of headlines in it: "Air Chief visits Indonesian Navy"."""
    return not _known().verbs.isdisjoint(_LETTERS.findall(line.lower()))


_LETTERS = patterns.compile(r"[a-z]++[^\W\d_]*+|[^\W\d_]++")  # of small letters; those of English first, which is quick


def is_headline(line: str) -> bool:
    """Whether a line has a word of headlines in it: a verb, or "meeting", "talks", "minister"."""
    return not _known().headline_words.isdisjoint(line.lower().replace(",", " ").split())


def is_body(line: str) -> bool:
    """Whether a line is made of capitals and ends like the name of a body, without a verb: "U.S. Naval Forces Europe / U.S. 6th Fleet"."""
    words = line.split()
    return (
        1 < len(words) <= 12
        and ends_organization(words[-1])
        and not any(_is_said(word) for word in words)
        and not is_told(line)
        and not {"with", "to", "vs"} & {word.lower() for word in words}
    )


def is_desk(name: str) -> bool:
    """Whether the name is that of a desk inside a body that it does not name: "Directorate of Public Relations", "MoD Press Service"."""
    folded = name.lower().removeprefix("the ")
    first, _, rest = folded.partition(" ")
    return folded in _known().desks or (rest in _known().desks and first in _SHORT_MINISTRIES) or folded.endswith(_WRITERS)


def is_desk_of(name: str) -> bool:
    """Whether the name is that of a desk with its body behind it: "Press Service of the Ministry of Defense"."""
    first, of, _ = name.lower().removeprefix("the ").partition(" of ")
    return bool(of) and first in _known().desks


_SHORT_MINISTRIES = frozenset({"mod", "mnd", "mfa", "moi", "mndf", "dod", "dnd", "kemhan", "mindef", "ministry", "ministerial"})
_WRITERS = ("reporter", "reporters", "correspondent", "correspondents", "staff writer", "news desk", "web desk")


def is_portal(name: str) -> bool:
    """Whether the name is that of a site on which many bodies publish."""
    return name.lower() in _known().portals or is_portal_of_state(name)


def is_portal_of_state(name: str) -> bool:
    """Whether the name is that of the one site of a whole government: "Portal GOV.SI", "Argentina.gob.ar"."""
    state, stop, host = name.partition(".")
    return _OF_STATE.fullmatch(name) is not None or (bool(stop) and is_state_word(state.title()) and _OF_STATE.fullmatch(host) is not None)


_OF_STATE = patterns.compile(r"(?:(?:the\s)?portal\s)?(?:www\.)?go[bv]\.[a-z]{2}(?:\s(?:web)?portal)?", re.IGNORECASE)  # Portal GOV.SI


def of_corner(line: str) -> str | None:
    """The name of a site that the first line of a page may be: capitals, few words, no verb, not the name of a section or a state alone."""
    name = _PICTURE.sub("", first_part(line))
    words = [word for word in re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*", name) if word.lower() not in SMALL]
    sections = section_words()
    if (
        not 1 <= len(words) <= 6
        or len(name) < 3
        or (len(name) == 3 and name.isalpha())
        or ":" in name
        or " -" in name
        or name[-1] in ".!?;,"
        or not is_plain_name(name)
    ):
        return None
    if any(map(str.isdigit, name)) and _CHANNEL.fullmatch(name) is None:
        return None
    paper = len(words) < 5 and words[-1].lower() in _PAPERS  # "Pledge Times": a verb in the name of a paper
    if "to" in name.split() and not is_masthead(name):
        return None  # Be the First to Know
    inner = [word for word in words if word.lower() in sections]
    if (is_told(name) and not paper) or is_state(name) or len(inner) == len(words):
        return None
    if len(inner) > 1 and all(word in inner or is_state_word(word) for word in words):
        return None  # Russian Politics & Diplomacy
    lone = len(words) == 1 and words[0].islower()  # a site that writes its name small: "malaymail"
    return name if lone or all(word[0].isupper() for word in words) else None


def is_picture(line: str) -> bool:
    """Whether a line is the name of a picture at the head of a site: "Coastal Command Website Banner", "Ministry header image"."""
    return _PICTURE.search(line) is not None and not is_told(line)


_PICTURE = patterns.compile(
    r"\s(?:(?:web\s?)?site\s|page\s)?(?:logo|banner|header|crest|emblem|masthead)(?:\s(?:image|picture|photo))?\Z", re.IGNORECASE
)
_CHANNEL = patterns.compile(r"(?:[A-Z][\w’'-]{1,15}\s){0,2}[A-Za-z]{0,15}\s?\d{1,2}")  # L24  Harbour 24  TV2
_PAPERS = frozenset(
    {"times", "herald", "tribune", "gazette", "post", "standard", "observer", "monitor", "mail", "journal", "chronicle", "review", "digest"}
)


def is_paper(name: str) -> bool:
    """Whether a name is that of a newspaper or agency by its form: "The Harbour Independent", "Coast Tribune"."""
    words = name.split()
    named = len(words) > 1 and (words[0] == "The" or words[-1].lower() in _PAPERS | {"news", "agency"})
    return named and of_corner(name) is not None


def of_window(site: str) -> str | None:
    """The body that the window of a page names beside the headline: "Official Website of the Royal Navy", "The Government of Malta"."""
    name = _OF_THE.sub("", site, count=1)
    told = name.lower().startswith(_known().begins) and len(name.split()) < 10 and not is_told(name)  # "Ministry of defence Malta"
    return name if (told or is_masthead(name)) and not is_state(name) else of_corner(name)


def of_official(line: str) -> str | None:
    """The body whose page a line says it is: "Harbour Defence Force — Official Page"."""
    name, named = _OFFICIAL.subn("", line, count=1)
    return name if named and is_masthead(name) and not is_state(name) else None


def of_government(line: str) -> str | None:
    """The government that a page is of, where no ministry signs: "The Government of Malta", "Government of Kenya, Nairobi"."""
    name = _BEHIND_NAME.split(line, maxsplit=1)[0].strip()
    return name if _GOVERNMENT.match(name) and len(name.split()) <= 9 and is_state(name) else None


_BEHIND_NAME = patterns.compile(r"\s*[,|·•©]\s*|\s[-–—]\s")
_GOVERNMENT = patterns.compile(
    r"(?:The )?(?:Government|Presidency|Cabinet) of (?:the )?[A-Z]|(?:[A-Z][\w’'-]+ ){1,3}(?:Government|GOVERNMENT)\Z"
)


def folded(name: str) -> str:
    """The name in small letters without accents and signs."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(plain))


_WORD = patterns.compile(r"\w+")


@cache
def section_words() -> frozenset[str]:
    """Words of which the names of sections are made; a page's corner may hold a section's name too."""
    return frozenset([*tables.read("line_words.yaml")["menu"].split(), *_known().sections])


def is_unit(name: str) -> bool:
    """Whether a line below a byline is the writer's unit: capitals, and a word by which bodies are known, as "U.S. Army South"."""
    words = name.split()
    return (
        1 < len(words) <= 10
        and is_organization(name)
        and words[0].lower() not in _LEADS_ON
        and not is_told(name)
        and not any(_is_said(word) for word in words)
        and ":" not in name
        and not _is_row_of_tags(name.lower(), name)
        and name[-1] not in ".;"
    )


def of_masthead(lines: list[str]) -> str | None:
    """The body that a masthead names: the first line that is neither a state nor a portal for many ministries; else a portal; else None."""
    parts = [_parts(line.strip()) for line in lines]
    names = _with_body_below(
        [
            _without_added(_OF_THE.sub("", next((part for part in found if not is_state(part) and is_masthead(part)), found[0]), count=1))
            for found in parts
        ]
    )
    bodies = [name for name in names if not is_state(name)]
    owners = [name for name in bodies if name.lower() not in _known().portals]
    named = [name for name in owners if not is_desk(name)]
    return next(iter([*named, *owners, *bodies]), None)


def _with_body_below(names: list[str]) -> list[str]:
    """The names, first the staff or embassy that stands right below its ministry: "Ministry of Defence", "General Staff"."""
    for at, (ministry, name) in enumerate(itertools.pairwise(names)):
        if ministry.lower().startswith("ministry of ") and name.lower().startswith(_BELOW_MINISTRY):
            broken = is_state_word(name.rsplit(maxsplit=1)[-1]) and name.split()[-2].lower() == "the" and len(names) > at + 2
            return [f"{name} {names[at + 2]}" if broken else name, *names]
    return names


_BELOW_MINISTRY = ("general staff", "joint staff", "embassy of", "permanent mission", "consulate", "high commission")


def before_label(line: str) -> str | None:
    """The body before the label of a date: "Coastal Command Norway Published 9.2.2024 at 15.10"."""
    found = _BEFORE_LABEL.match(line)
    return found["name"] if found and is_organization(found["name"]) and not is_told(found["name"]) else None


_BEFORE_LABEL = patterns.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:of|and|the|for|[A-Z][\w’'-]+)){1,8}?)\s(?:[,|–-]\s)?(?:Published|Publicerad|Date|Posted|Issued)\b"
)


def of_the(line: str) -> str | None:
    """The body of a line that goes on from the one above: "of the Ministry of Defence of Georgia" below "Official Information Source"."""
    found = _OF_THE.match(line)
    name = line[found.end() :] if found else ""
    return name if name and is_masthead(name) and not is_state(name) else None


def of_copyright(line: str) -> str | None:
    """The owner that a copyright line names: "<Copyright ⓒ The Korea Defense Daily, All rights reserved>"; None for "© Crown copyright"."""
    found = _OWNER.search(line)
    if found is None:
        reserved = _RESERVED.match(line)
        return reserved["owner"] if reserved and is_masthead(reserved["owner"]) else None
    before = line[: found.start()].strip(" ,.-–—|")
    owner = _YEARS.sub(" ", found["owner"]).lstrip(" ,.-–—")
    parts = [part.strip(" .:-–—") for part in _BEHIND_OWNER.split(owner, maxsplit=2)]
    name = parts[1] if len(parts) > 1 and is_desk(parts[0]) and is_masthead(parts[1]) else parts[0]
    if not name and is_masthead(before):
        return before  # Ministry of Defence © 2024
    if name.lower() in {"", "crown copyright", "crown", "copyright"} or len(name.split()) > 10 or not name[0].isupper():
        return None
    if sum(_is_said(word) for word in name.split()) > 2:
        return None  # © Content from this site must be linked when used
    return name


def is_agency(name: str) -> bool:
    """Whether the name is that of a news agency, as it signs: "Bernama", "Reuters"."""
    return name in _agencies() or name in _known().wires


@cache
def _agencies() -> frozenset[str]:
    return frozenset(tables.read("people/origins.yml")["agencies"])


def is_no_name(name: str) -> bool:
    """Whether it is none of a body: an address, "in News" before a section, a section named by a state, a credit, a nameless writer."""
    folded = name.lower().lstrip()
    while folded and not (folded[0].isalnum() or folded[0] in '("“‘'):
        folded = folded[1:].lstrip()  # "📰 Get Latest News Updates"
    if name.isupper() and "country" in gazetteers.kinds(name):
        return True  # "SAUDI ARABIA" above a headline
    return folded.startswith(_NO_NAMES) or (folded.endswith(_WRITERS) and len(name.split()) < 4)


_NO_NAMES = (
    "http:", "https:", "in ", "by ", "posted in ", "filed under ", "photo:", "photos:", "photo by", "picture:", "image:", "foto:",
    "skip ", "get ", "join ", "go to ", "click ", "manage ", "supervisor ", "editor ", "editor-in-chief")  # fmt: skip


def is_plain_name(name: str) -> bool:
    """Whether a body is told in letters that an English reader reads, and not by its host alone: "gov.fm", "กระทรวงการต่างประเทศ"."""
    return any("a" <= sign <= "z" for sign in folded(name)) and _HOST.fullmatch(name) is None


_HOST = patterns.compile(r"(?:www\.)?[a-z][\w-]{0,30}(?:\.[a-z]{2,12}){1,3}")


def is_state(name: str) -> bool:
    """Whether the name is that of a state or its government: "People's Democratic Republic of Algeria", "Government of India"."""
    folded = name.lower()
    if not _state_names().find_matches_as_indexes(folded):
        return False
    return any(
        folded.startswith(f"{state} ") or (folded.startswith(state) and " of " in state) or f" {state} " in f" {folded} "
        for state in _known().states
    ) and not any(
        phrase in folded
        for phrase in (
            "minist",
            "kementerian",
            "bakanlığı",
            "department",
            "press service",
            "press secretar",
            "information service",
            "office",
            "embassy",
            "information service",
            "forces",
            "agency",
            "police",
            "navy",
            "army",
            "air force",
        )
    )


@cache
def _state_names() -> AhoCorasick:
    return AhoCorasick(_known().states)


def is_organization(name: str) -> bool:
    """Whether a name in a byline is that of a body: "USINDOPACOM Public Affairs", "DOD News"."""
    words = [word.strip(".,()").lower() for word in name.split()]
    return (
        not _known().words.isdisjoint(words)
        or (_ACRONYM.search(name) is not None and not name.isupper())
        or (len(words) == 1 and name.isupper() and len(name) > 2)
    )


_ACRONYM = patterns.compile(r"(?<![A-Z-])[A-Z]{3,}(?![\w-])")


def names_body(name: str) -> bool:
    """Whether the subject of a sentence is a body: "NATO", "European External Action Service"; not "This exercise"."""
    bare = re.sub(r"\([^()]*\)", " ", name).strip()
    words = bare.split()
    return bool(words) and (is_organization(bare) or (len(words) == 1 and sum(sign.isupper() for sign in bare) > 2))


def starts_organization(word: str) -> bool:
    """Whether the name of a unit may begin with this word: "U.S.", "1st", "USAFRICOM"."""
    bare = word.strip(",")
    return bare.lower() in _known().starts or bare[:1].isdigit() or (len(bare) > 3 and bare.isupper() and bare.isalpha())


def ends_organization(word: str) -> bool:
    """Whether the name of a unit may end with this word: "Affairs", "Command", "State"."""
    return word.strip(",.").lower() in _known().words or word.strip(",.").lower() in {"state", "defense", "defence"}


_OFFICIAL = patterns.compile(
    r"(?:\s[–—|-]\s|,\s|\s\()(?:the\s)?official\s(?:facebook\s)?(?:web\s?)?(?:page|site|portal|account|channel)\)?\Z", re.IGNORECASE
)  # Harbour Defence Force — Official Page
_OF_THE = patterns.compile(r"^(?:(?:the )?official (?:web ?site|page|portal) )?of the (?=[A-Z])", re.IGNORECASE)  # begun on the line above
_RESERVED = patterns.compile(r"(?P<owner>[A-Z][^.©]{3,80}?)[.,]?\sall rights reserved", re.IGNORECASE)
_OWNER = patterns.compile(
    r"(?:©|ⓒ|\(c\)|copy\s?right(?:\sfor)?)\s*(?:©|ⓒ|\(c\)|copy\s?right)?(?:\s?notice)?:?(?P<owner>[^©ⓒ]{0,200})", re.IGNORECASE
)
_BEHIND_OWNER = patterns.compile(r"[,;|·•<>\[\]]|\s/|\b(?=cookies?\b|privacy\b|terms\b)|\.\s|\s[-–—]\s|\ball rights\b", re.IGNORECASE)
_YEARS = patterns.compile(r"\b(?:19|20)\d\d\b(?:\s?[-–]\s?(?:(?:19|20)\d\d|present)\b)?", re.IGNORECASE)
SMALL = frozenset(
    [
        "of",
        "and",
        "the",
        "for",
        "in",
        "de",
        "la",
        "del",
        "do",
        "da",
        "dos",
        "du",
        "des",
        "der",
        "die",
        "für",
        "dei",
        "della",
        "van",
        "voor",
        "et",
        "en",
        "te",
        "të",
        "së",
        "y",
        "e",
        "al",
        "es",
        "-",
        "–",
        "&",
        "to",
        "at",
        "on",
    ]
)


_PARTED = patterns.compile(r"\s*[|·•]\s*|\s{3,}|\s[–—-]\s")


# "NNA - National News Agency": the short name and the long one are one name
_SHORT_AND_LONG = patterns.compile(
    r"[A-Z]{2,8}\s[-–—]\s(?P<long>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|d[’'][A-Z]\w+|l[’'][A-Z]\w+|of|and|for|the|de|des|et|del|do|da|in|relations|publiques)){1,9})"
)


def is_state_word(word: str) -> bool:
    """Whether the one word names a state or its people: "Barbados", "Ghanaian"."""
    return not {"country", "demonym"}.isdisjoint(gazetteers.kinds(word))


def first_part(line: str) -> str:
    first = _parts(line.strip())[0].strip()
    return first if first == line.strip() else _without_added(first)


def _parts(line: str) -> list[str]:
    """The names that bars and dashes part; whole where a short name stands before its long one, or a body before its state."""
    _, dash, state = line.rpartition(" – ")
    of_state = dash and state.istitle() and len(state.split()) < 3 and is_state_word(state)  # Ministry of Defence – Kenya
    return [line] if of_state or _SHORT_AND_LONG.fullmatch(line) else _PARTED.split(line)


def _without_added(name: str) -> str:
    """The name without what pages put behind it: "Defense Press Service Logo", "… Defense press release", "Harbour Times (Oslo)"."""
    name = _ADDED.sub("", name, count=1)
    town = _IN_BRACKETS.search(name)
    at_home = town is not None and any(term.kind == "city" and term.end == len(town["town"]) for term in gazetteers.find(town["town"]))
    return name[: town.start()] if town is not None and at_home else name


_ADDED = patterns.compile(r"\s(?:logo|(?:press|media|news) (?:release|statement))\Z", re.IGNORECASE)
_IN_BRACKETS = patterns.compile(r"\s\((?P<town>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\)\Z")


def _is_said(word: str) -> bool:
    return word[:1].islower() and word.lower() not in SMALL


@frozen
class _Known:
    begins: tuple[str, ...]
    natives: frozenset[str]
    small: frozenset[str]
    ends: tuple[str, ...]
    holds: tuple[str, ...]
    headline_words: frozenset[str]
    offices: frozenset[str]
    verbs: frozenset[str]
    desks: frozenset[str]
    states: tuple[str, ...]
    portals: frozenset[str]
    wires: frozenset[str]
    sections: frozenset[str]
    words: frozenset[str]
    starts: frozenset[str]


@cache
def _known() -> _Known:
    table: dict[str, Any] = tables.read("publishers.yaml")
    return _Known(
        begins=tuple(f"{word} " for word in [*table["begins"], *table["natives"]]),
        natives=frozenset(table["natives"]),
        small=frozenset(table["small"]),
        ends=tuple(f" {ending}" for ending in table["ends"]),
        holds=tuple(f" {phrase}" for phrase in table["holds"]),
        headline_words=frozenset([*table["headline_words"], *table["verbs"]]),
        offices=frozenset(table["offices"]),
        verbs=frozenset(table["verbs"]),
        desks=frozenset(table["desks"]),
        states=tuple(table["states"]),
        portals=frozenset(table["portals"]),
        wires=frozenset(table["wires"]),
        sections=frozenset(table["sections"]),
        words=frozenset(table["organization_words"]),
        starts=frozenset(table["organization_starts"]),
    )
