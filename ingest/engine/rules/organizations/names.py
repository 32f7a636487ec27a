"""Spans of a passage that name bodies: read by head words and their grammar, or known from the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count, pairwise

from ahocorasick_rs import AhoCorasick

from ingest.engine import patterns
from ingest.engine.rules.organizations import bare, firms, press, rosters
from ingest.engine.rules.organizations.before import first_word
from ingest.engine.rules.organizations.behind import last_word
from ingest.engine.rules.organizations.enough import SITED, is_name
from ingest.engine.rules.organizations.letters import acronym
from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.spelled import meant_otherwise
from ingest.engine.rules.organizations.spelled import spans as spelled_spans
from ingest.engine.rules.organizations.words import (
    KNOWN,
    ORDINAL,
    REGIONAL,
    STATES,
    Head,
    Words,
    facts,
    is_plain,
    is_thing,
    last_head,
)
from ingest.engine.types import Evidence, Passage, Term
from ingest.engine.values import replace


def read(passage: Passage, body: str = "") -> list[Name]:
    """The names of bodies in the passage, in order; none lies inside another.

    In a headline whose words all bear capitals a name is carried on by words of offices, and by others only where `body` has them too.
    """
    words = Words(passage, body)
    spelled = list(_spelled(words))
    apart = [] if _is_shouted(passage) else [name for name in _built(words) if not _is_portfolio(passage, name)]
    by_end = {name.evidence.end: name for name in spelled}
    built = [_without_inner_acronym(name, by_end.get(name.evidence.end)) for name in apart]
    found = [
        *_known(words),
        *built,
        *bare.listed(words, built),
        *spelled,
        *_of_canada(words),
        *firms.with_form(words),
        *firms.called(words),
        *firms.named_before(words),
        *firms.made(words),
        *firms.told(words),
        *firms.of_state(words),
        *rosters.listed(words),
        *press.named(words),
        *_foreign(words),
        *_armed(words),
        *bare.find(words),
    ]
    outer = list(_twinned(words, _apart(sorted(found, key=lambda name: (name.evidence.start, -name.evidence.end)))))
    inner = [by_end[each.evidence.end] for each in outer if each.evidence.end in by_end and _ends_in(each, by_end[each.evidence.end])]
    return sorted([*outer, *inner], key=lambda name: name.evidence.start)


def _is_portfolio(passage: Passage, name: Name) -> bool:
    """Whether the words are what a minister is minister of: "Minister for | Defence and National Service"."""
    at = name.evidence.start
    if "Forces" in name.text and not name.text.startswith("Armed Forces"):
        return False
    if name.text.endswith(" Army") and passage.text.startswith(" General ", name.evidence.end):
        return _MINISTER_OF_STATE.search(passage.text[max(at - 60, 0) : at]) is not None
    found = _MINISTER.search(passage.text[max(at - 24, 0) : at])
    return found is not None and (not found[0].endswith("the ") or name.text.startswith("Armed Forces"))


_MINISTER = patterns.compile(r"\bMinisters?[ ](?:for|of)[ ](?:the[ ])?$")
# "the Minister of Defence of | Russia | Army General N", of a state whose highest rank that is
_MINISTER_OF_STATE = patterns.compile(r"\b(?i:minister)[ ](?:of|for)[ ](?:[A-Z]\w+[ ]){1,2}of[ ](?:the[ ])?$")


def _apart(names: list[Name]) -> Iterator[Name]:
    """The names without those that lie inside the one before."""
    reached = -1
    for name in names:
        if name.evidence.start >= reached:
            reached = name.evidence.end
            yield name


def _twinned(words: Words, names: Iterator[Name]) -> Iterator[Name]:
    """The names, a command and the fleet or force that the same staff leads as one: "U.S. Naval Forces Lakes Command/U.S. 9th Fleet"."""
    last: Name | None = None
    for name in names:
        if last is not None and _is_twin(words.passage.text, last, name):
            at = replace(last.evidence, end=name.evidence.end)
            text = words.passage.text[at.start : at.end].replace("/ ", "/")
            last = replace(last, text=text, evidence=at, canonical=None, acronym=name.acronym)
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _is_twin(text: str, first: Name, second: Name) -> bool:
    between = text[first.evidence.end : second.evidence.start]
    return between.rstrip() == "/" and _COMMANDING.search(first.text) is not None and _COMMANDED.search(second.text) is not None


_COMMANDING = patterns.compile(r"\b(?:Command|Forces|Force)\b")
_COMMANDED = patterns.compile(r"\b(?:Fleet|Forces|Force|Sector|Command|Area|Group)\b")


def _spelled(words: Words) -> Iterator[Name]:
    for head, first, last in spelled_spans(words):
        yield _named(words, head, first, last)


def _ends_in(outer: Name, inner: Name) -> bool:
    """ "Staff Department of the | Central Commission (CC)": whether the one is the complement of the other."""
    before = outer.text.removesuffix(inner.text)
    if before.endswith("Ministry of "):
        return False  # "Ministry of | Defence Salvage Organisation (MDSO)": the whole is one body
    return before != outer.text and outer.evidence.end == inner.evidence.end and before.endswith((" of the ", " of "))


def _without_inner_acronym(name: Name, inner: Name | None) -> Name:
    """The name without the acronym that is its complement's, a spelled name with the same end."""
    return replace(name, acronym=None) if inner and _ends_in(name, inner) else name


def _is_shouted(passage: Passage) -> bool:
    """Whether the passage is a headline in capitals, in which capitals tell nothing."""
    return passage.where == "title" and passage.text.isupper()


# ---- names built around a head ----


def _built(words: Words) -> Iterator[Name]:
    reached = passed = -1
    heads = facts().head_starts
    hyphened = (word for word in words.known if "-" in word and word.partition("-")[0] in REGIONAL) if "-" in words.passage.text else ()
    opening = (heads.keys() & words.known).union(REGIONAL, hyphened)
    for number in [*compress(count(), map(opening.__contains__, words.lower))]:
        if number <= reached or number <= passed:
            continue
        head = last_head(words, number)
        if head is None:
            continue
        passed = head.last
        first = first_word(words, head, reached)
        last = last_word(words, head)
        if _is_known_whole(words, first, last) or not is_name(words, head, first, last) or _is_position(words, head, first, last):
            continue
        reached = last
        if words.lower[last] in _AREAS and first in words.beginning and words.beginning[first][1].kind == "intorg":
            reached = first - 1
            continue  # "the OSCE Region": where its states lie
        if words.lower[head.last] == "agency" and first == 1 and words.lower[0] == "(":
            continue  # "(Coastal News Agency, reporter …)": the dateline
        if not is_thing(words, last) and not _is_session(words, head, first, last):
            yield _named(words, head, first, last)


_AREAS = frozenset({"region", "district", "sector"})


def _is_known_whole(words: Words, first: int, last: int) -> bool:
    """Whether a name of the tables holds all that was read, or goes on where it ends."""
    start, end = words.tokens[first].start, words.tokens[last].end
    return any(
        (term.kind in KNOWN or term.kind == "country")
        and term.start <= words.tokens[last].start < words.tokens[last].end <= term.end
        and (term.start <= start or term.end > end)
        for term in words.within(start - 80, end)
    )


def _is_session(words: Words, head: Head, first: int, last: int) -> bool:
    """ "the 4th Joint Committee | meeting", "the margins of the NATO-Peru Commission": the occasion, not the body."""
    if words.lower[head.last] not in _CONVENED:
        return False
    if words.joined(last + 1) and words.lower[last + 1] in _SESSIONS:
        return last == head.last and (bool(ORDINAL.match(words.tokens[first].text)) or words.lower[first] in ("joint", "bilateral"))
    return any(word in ("margins", "sidelines") for word in words.lower[max(0, first - 3) : first])


_CONVENED = frozenset({"committee", "commission", "council", "group", "board"})
_SESSIONS = frozenset({"meeting", "meetings", "session", "talks"})


def _is_position(words: Words, head: Head, first: int, last: int) -> bool:
    """ "Chief of Defence Staff", "Chief of the Army Staff": an office held, not the staff."""
    if words.lower[head.last] == "command" and first == head.first and words.lower[max(0, first - 1)] in _CHANGING:
        return True  # "Fiji Takes | Command of Counter-Smuggling Task Force", in a headline
    if (
        first == head.first
        and words.lower[first] == "mission"
        and words.lower[max(0, first - 2) : first] in (["head", "of"], ["chief", "of"])
    ):
        return True  # "Head of | Mission of the EU Delegation"
    if words.lower[max(0, head.first - 1) : head.first + 1] == ["head", "office"]:
        return True  # "the | Head Office of the | Ministry of Ports": a house of the body
    if words.lower[last] == "service" and words.lower[first - 1] == "of" and words.lower[max(0, first - 2)] in facts().ranks:
        return True  # "Major General of | Medical Service Ali Bey"
    if words.lower[head.first] == "police" and first == head.first and _HOLDS.issuperset(words.lower[max(0, first - 2) : first]):
        return True  # "Commissioner of | Police of Mauritius"
    if words.lower[head.last] == "sector" and words.joined(last + 1) and words.lower[last + 1] in ("commander", "commanders"):
        return True  # "the | Northern Sector | Commander"
    if words.lower[first : last + 1] in (["general", "staff"], ["joint", "staff"]):
        article = words.lower[first] == "general" and words.lower[first - 1] == "the"  # "the Chief of the Joint Staff" heads a body
        return words.lower[max(0, first - 2 - article) : first - article] in (["chief", "of"], ["chiefs", "of"])
    if words.lower[last : last + 2] == ["component", "commander"] and not words.is_place(first) and first not in words.beginning:
        return True  # "the | Naval Component | Commander"
    if words.lower[head.last : head.last + 2] == ["guard", "of"] and words.lower[head.last + 2 : head.last + 3] in (["honour"], ["honor"]):
        return True
    if (
        head.family == "force"
        and words.lower[first] in ("defence", "defense")
        and words.lower[max(0, first - 2) : first] == ["chief", "of"]
    ):
        return True  # "Chief of Defence Forces of Fiji"
    if head.family == "force" and first == head.first and words.lower[max(0, first - 2) : first] == ["chief", "of"]:
        return True  # "Chief of | Navy of the Royal Malaysian Navy"
    opens = words.beginning[first][0] + 1 if first in words.beginning and words.is_place(words.beginning[first][0]) else first
    if words.lower[head.last] != "staff" or " ".join(words.lower[opens : head.last + 1]) not in facts().staffs_of_chiefs:
        return False
    before = words.lower[max(0, first - 4) : first]  # "Chief of Peru's | Army Staff"
    return any(word in ("chief", "chiefs") for word in before)


_CHANGING = frozenset({"takes", "assumes", "over", "relinquishes", "passes", "took", "assumed", "transfers"})
# "Commissioner of", "Inspector General of": behind these "Police" is the field of an office
_HOLDS = frozenset({"commissioner", "inspector", "superintendent", "general", "inspector-general", "director", "chief", "of"})


def _named(words: Words, head: Head, first: int, last: int) -> Name:
    rule = {"office": "head", "weak": "head", "force": "service", "unit": "unit", "company": "company"}[head.family]
    start, end = words.tokens[first].start, words.tokens[last].end
    codes = words.codes(start, end)
    owned = words.is_place(first) or (first in words.beginning and words.beginning[first][1].kind in STATES)
    sent = words.lower[head.first] in ("embassy", "consulate")  # of one state, wherever it is
    shared = not owned and any(term.kind in ("intorg", "group") for term in words.within(start, end))
    country = "INT" if not sent and (shared or _of_several(words, start, end)) else words.owner(start, end)
    short = acronym(words, last, first=first)
    generic = _is_generic(words, head, first, last)
    return Name(words.text(first, last), words.evidence(first, last, rule), codes, None, country, short, generic)


def _is_generic(words: Words, head: Head, first: int, last: int) -> bool:
    """Whether the name means the body of the state at hand: "Cyber Command", "National War College", but not "Harvard University"."""
    if head.family == "company":
        return False
    own = [word for word in words.lower[first : last + 1] if not ORDINAL.match(word)]
    return words.lower[head.last] not in _FOUNDED or any(word in _OF_STATES for word in own) or all(word in facts().generic for word in own)


# bodies that anyone may found: a name of their own tells nothing of the state at hand
_FOUNDED = frozenset(
    {"university", "college", "school", "institute", "institution", "foundation", "society", "association", "federation", "league", "bank"}
    | {
        "center",
        "centre",
        "hospital",
        "clinic",
        "cartel",
        "laboratory",
        "observatory",
        "coalition",
        "organization",
        "organisation",
        "fund",
        "network",
        "union",
        "hub",
    }
)
# words that make a school, whatever its own name, one of a state's: "Wessel Military Institute"
_OF_STATES = frozenset(
    {
        "military",
        "army",
        "navy",
        "naval",
        "police",
        "cadet",
        "warfare",
        "defence",
        "defense",
        "staff",
        "gendarmerie",
        "infantry",
        "artillery",
    }
    | {"armour", "armor", "aviation", "peacekeeping", "forces", "war"}
)
_DASH = patterns.compile(r"\s?[-–—]\s?")
_BETWEEN_STATES = patterns.compile(r"\s?[-–—/]\s?|,\s|\sand\s|,\sand\s")


def _of_several(words: Words, start: int, end: int) -> bool:
    """Whether two states are joined in the name, or one and an organization: "Malaysia-Thailand", "Kenya and Uganda", "NATO-Kenya"."""
    sides = [term for term in words.within(start, end) if term.kind in STATES or term.kind == "intorg"]
    text = words.passage.text
    return any(
        (_DASH if "intorg" in (one.kind, two.kind) else _BETWEEN_STATES).fullmatch(text, one.end, two.start) for one, two in pairwise(sides)
    )


# ---- names of the tables ----


def _known(words: Words) -> Iterator[Name]:
    yield from _in_compounds(words)
    others = meant_otherwise(words)
    for last, (first, term) in words.ending.items():
        if term.kind not in KNOWN or is_thing(words, last) or _is_occasion(words, first, term):
            continue
        written = words.text(first, last)
        if written in others:
            continue
        if written.lower() in facts().sites and (not _acts(words, first, last) or _opens_dateline(words, first, last)):
            continue
        if (
            term.kind == "intorg"
            and words.joined(last + 1)
            and words.lower[last + 1] in ("headquarters", "hq")
            and not _UNIT.search(written)
        ):
            continue  # a building, unless a head carries the name on; that of a unit is its staff
        name, _, country = term.value.partition("|") if term.kind == "statebody" else (term.value, "", "INT")
        rule = "group" if term.kind == "group" else "known"
        begin = _with_state(words, first, country) if _UNIT.search(written) else first
        short = acronym(words, last, first=first)
        yield Name(words.text(begin, last), words.evidence(begin, last, rule), (), name, country or None, short)


_UNIT = patterns.compile(r"\b(?:Task Force|Command|Forces|Fleet|Division|Corps|Brigade)\b")


def _with_state(words: Words, first: int, country: str) -> int:
    """Where a unit begins with its state right before it: "the | US Combined Joint Task Force"."""
    if not country or not words.joined(first) or first - 1 not in words.ending:
        return first
    begin, term = words.ending[first - 1]
    return begin if term.value == country and term.kind in STATES else first


def _of_canada(words: Words) -> Iterator[Name]:
    """ "Veterans Affairs Canada", "Maritime New Zealand": departments that bear the state's name behind their subject."""
    for last, (first, term) in words.ending.items():
        if (
            term.value not in ("CA", "NZ")
            or term.kind != "country"
            or not words.joined(first)
            or words.lower[first - 1] not in facts().subjects
        ):
            continue
        begin = first - 1
        while words.joined(begin) and (is_plain(words, begin - 1) or words.lower[begin - 1] == "and"):
            begin -= 1
        begin += words.lower[begin] == "and"
        if words.is_capital(first - 1) and words.is_capital(begin):
            yield Name(words.text(begin, last), words.evidence(begin, last, "of-canada"), (term.value,))


def _armed(words: Words) -> Iterator[Name]:
    """ "the JNIM militants", "M23 rebels": an acronym that those who fight under it follow."""
    if words.known.isdisjoint(_FIGHTERS):
        return
    for number, word in enumerate(words.lower):
        if word not in _FIGHTERS or not number or not words.joined(number) or words.tokens[number].text.isupper():
            continue  # among words in capitals one more tells nothing
        text = words.tokens[number - 1].text
        if _GROUP.match(text) and not words.is_place(number - 1) and number - 1 not in words.ending:
            yield Name(text, words.evidence(number - 1, number - 1, "armed-group"))


_FIGHTERS = frozenset(
    {"terrorists", "terrorist", "rebels", "rebel", "militants", "militant", "insurgents", "guerrillas", "militia", "militiamen"}
)
_GROUP = patterns.compile(r"[A-Z]{3,6}$|[A-Z]\d{2}$")


# "Forces Armées de Djibouti", "Escuela Superior de Guerra", "Institut de Défense": heads in French, Spanish, Portuguese and Italian
_FOREIGN = patterns.compile(
    r"""\b(?:
        (?:Forces|Fuerzas|Forças|Forze)[ ](?:Armées|Armees|Armadas|Armate)
      | (?:Fuerza|Força)[ ]Aérea | Armée | Ejército | Exército | Esercito
      | Minist(?:ère|erio|ério|ero) | École | Ecole | Escuela | Escola | Scuola | Institut | Instituto | Istituto
      | Université | Universidade?
      | Estado[ ]Mayor | État-major | Secretar[íi]a | Comando | Dirección | Direction[ ]Générale | Guardia | Pol[íi]cia
    )
    (?:[ ](?:(?:de|del|du|des|da|do|della|di|et|y|e)[ ](?:(?:la|las|los|el|l['’])[ ]?)?)?(?:d['’])?[A-ZÀ-Ý][\w'’-]+){1,7}""",
    re.VERBOSE,
)


# one of these is in each of the names; looking for them all in one pass takes a fiftieth of the time of the pattern
_FOREIGN_HEADS = AhoCorasick([
    *("Armées ", "Armees ", "Armadas ", "Armate ", "Fuerza ", "Força ", "Armée ", "Ejército ", "Exército ", "Esercito "),
    *("Ministère ", "Ministerio ", "Ministério ", "Ministero ", "École ", "Ecole ", "Escuela ", "Escola ", "Scuola "),
    *("Institut ", "Instituto ", "Istituto ", "Université ", "Universidad ", "Universidade ", "Estado Mayor ", "État-major "),
    *("Secretaría ", "Secretaria ", "Comando ", "Dirección ", "Direction Générale ", "Guardia ", "Policía ", "Policia "),
])  # fmt: skip


def _foreign(words: Words) -> Iterator[Name]:
    text = words.passage.text
    if not _FOREIGN_HEADS.find_matches_as_indexes(text):
        return
    for match in _FOREIGN.finditer(text):
        codes, country = words.codes(match.start(), match.end()), None
        acronym = next((each for each in _BRACKETED.finditer(text, match.end(), match.end() + 16) if each.start() == match.end()), None)
        at = Evidence(acronym.start(1), acronym.end(1), "organizations.acronym", words.passage.where) if acronym else None
        if text[: match.start()].endswith(("d'", "d’")):
            continue  # "Général de Corps d’Armée Ali Bello": a rank
        yield Name(match[0], Evidence(match.start(), match.end(), "organizations.head", words.passage.where), codes, None, country, at)


_BRACKETED = patterns.compile(r"[ ]\(([A-Z]{2,10})\)")


def _in_compounds(words: Words) -> Iterator[Name]:
    """ "NATO-led", "EU-Ukraine": a known name at the head of a compound."""
    text = words.passage.text
    for term in words.terms:
        if term.kind not in ("intorg", "statebody") or not text.startswith("-", term.end):
            continue
        goes_on = text.startswith(("-East", "-West"), term.end)  # "Multinational Division North-East"
        if not goes_on and words.tokens[words.number_behind(term.end) - 1].end != term.end:
            name, _, country = term.value.partition("|") if term.kind == "statebody" else (term.value, "", "INT")
            written = text[term.start : term.end]
            yield Name(written, Evidence(term.start, term.end, "organizations.known", words.passage.where), (), name, country or None)


def _is_occasion(words: Words, first: int, term: Term) -> bool:
    """ "on the margins of the UN General Assembly": the yearly gathering, not the body."""
    before = words.lower[max(0, first - 4) : first]
    return "Assembly" in term.value and any(word in ("margins", "sidelines", "during", "week", "margin") for word in before)


def _acts(words: Words, first: int, last: int) -> bool:
    """Whether the site stands for the body in it: "the White House hosted", not "at the White House"."""
    before = [word for word in words.lower[max(0, first - 2) : first] if word != "the"]
    if before and before[-1] in SITED:
        return before[-1] == "from" and before[0] in _ISSUED  # "a statement from the White House"
    if words.joined(last + 1) and words.is_capital(last + 1):
        return words.lower[last] != "pentagon"  # "the White House Domestic Policy Director": an office held there
    follower = words.lower[last + 1] if last + 1 < len(words.tokens) else ""
    if follower == "'s":  # "the White House's commitment", and not "the White House's Harbour Council"
        return words.is_headline or not words.is_capital(last + 2)
    return follower in _ACTING or follower.endswith("ed")


def _opens_dateline(words: Words, first: int, last: int) -> bool:
    """Whether the text opens with the site and its town: "State House, Lima - General N"."""
    at = last + 2
    return (
        first == 0
        and words.lower[last + 1 : at] == [","]
        and at in words.beginning
        and words.lower[words.beginning[at][0] + 1 :][:1] in _DASHES
    )


_DASHES = (["-"], ["–"], ["—"], [":"])
_ISSUED = frozenset(
    {"statement", "communiqué", "communique", "release", "readout", "announcement", "officials", "official", "sources", "source"}
)
_ACTING = frozenset(
    {
        "is",
        "was",
        "has",
        "had",
        "will",
        "said",
        "says",
        "officials",
        "official",
        "staff",
        "released",
        "and",
        ",",
        "held",
        "met",
        "today",
        "senior",
        "leadership",
    }
)
