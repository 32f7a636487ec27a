"""Whose a body is: the country that its name tells, that the words beside it tell, and the one at home."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from ingest.engine import gazetteers, patterns
from ingest.engine.rules import places
from ingest.engine.rules.countries import States
from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.words import facts
from ingest.engine.rules.people import home as home_of
from ingest.engine.types import Passage, Release, Term

SMALL = frozenset({"the", "of", "for", "and", "on", "in", "to", "s"})


class Home:
    """What a generic name means by default: the publisher's side, else the country of the dateline, else the one named most.

    "INT" where an organization of states publishes.
    """

    def __init__(self, both: tuple[Passage, Passage], release: Release, states: States) -> None:
        self.named = states
        self.counts = Counter(term.value for terms in self.named.values() for term in terms)
        self.starts = {where: [term.start for term in terms] for where, terms in self.named.items()}
        self.sentences = {passage.where: [sentence.start for sentence in passage.sentences] for passage in both}
        self.intorgs = {(passage.where, term.end) for passage in both for term in passage.terms if term.kind == "intorg"}
        self.organizations = {(passage.where, term.start) for passage in both for term in passage.terms if term.kind == "intorg"}
        self.cities = {(passage.where, term.start): term for passage in both for term in passage.terms if term.kind == "city"}
        self.writes_of_un = any(term.value == "United Nations" for passage in both for term in passage.terms if term.kind == "intorg")
        self.country = next(self._guesses(both, release), None)
        self.initials = _initials(self.country)

    def seat(self, passage: Passage, end: int) -> str | None:
        """The country of the city that is printed right after a name: "Naval Academy in Livorno", "Staff College, Quetta".

        Towns share their names ("Kingston"): one that is no capital tells only a state that the release names.
        """
        behind = _SEATED.match(passage.text, end)
        city = self.cities.get((passage.where, behind.end())) if behind else None
        if city is None:
            return None
        town, best_known = passage.text[city.start : city.end], city.value.rpartition("|")[2]
        return best_known if best_known in self.counts or places.is_capital(town) else None

    def owner_behind(self, passage: Passage, end: int) -> str | None:
        """The state of the body that a name is said to be part of: "Department of Logistics under the Lao Ministry"."""
        behind = _PART_OF.match(passage.text, end)
        number = bisect_right(self.starts[passage.where], behind.end()) - 1 if behind else -1
        if behind is None or number < 0:
            return None
        term = self.named[passage.where][number]
        return term.value if term.start == behind.end() and _BODY.match(passage.text, term.end) else None

    def state_behind(self, passage: Passage, name: Name) -> str | None:
        """The state in brackets or between commas right behind a name.

        "National Defence College (Kenya)", "Staff College (SC), Peru.", "Fuel Office (FO) of Peru".
        """
        end = name.acronym.end if name.acronym else name.evidence.end
        behind = _STATE_BEHIND.match(passage.text, end)
        number = bisect_right(self.starts[passage.where], behind.end()) - 1 if behind else -1
        if behind is None or number < 0:
            return None
        term = self.named[passage.where][number]
        if behind["of"]:
            return term.value if name.acronym and term.start == behind.end() and term.kind == "country" else None
        alone = passage.text[term.end : term.end + 1] in ((")",) if behind["bracket"] else (".", ",", ";"))
        return term.value if term.start == behind.end() and term.kind == "country" and alone else None

    def state_of_whole(self, passage: Passage, end: int) -> str | None:
        """The state behind the body of which a name is a part: "Sea Policy Division, Department of Defence, | Australia |"."""
        behind = _PART_BEFORE.match(passage.text, end)
        number = bisect_right(self.starts[passage.where], behind.end()) - 1 if behind else -1
        if behind is None or number < 0:
            return None
        term = self.named[passage.where][number]
        return term.value if term.start == behind.end() and term.kind == "country" else None

    def state_of(self, initials: str, acronym: str) -> str | None:
        """The state at home if these are its initials, else the one that partners know by the acronym, where the release names it."""
        if initials in self.initials:
            return self.country
        return next((code for code in self.counts if _KNOWN_ABROAD.get(acronym) == code), None)

    def where_it_may_be(self, name: str) -> str | None:
        """The state at home if it may have a body of the name, else the other that is named most: the United States have no ministries."""
        if self.country is None or may_be_of(self.country, name):
            return self.country
        others = [(code, times) for code, times in self.counts.most_common() if code != self.country]
        if len(others) > 1 and others[0][1] < _CLEARLY * others[1][1]:
            return None
        return others[0][0] if others else None

    def organ_of(self, passage: Passage, end: int) -> bool:
        """Whether an organization of states owns the body: "Committee of Experts (CE) of the African Union"."""
        behind = _OWNER.match(passage.text, end)
        return behind is not None and (passage.where, behind.end()) in self.organizations

    def _guesses(self, both: tuple[Passage, Passage], release: Release) -> Iterator[str]:
        publisher = gazetteers.find(release.publisher or "")
        yield from codes(publisher)
        yield from ("INT" for term in publisher if term.kind == "intorg")
        if told := home_of.of_publisher(release):
            yield told
        if suffix := _TOP_LEVEL.search(release.source_url or ""):
            yield {"UK": "GB", "EU": "INT"}.get(suffix[1].upper(), suffix[1].upper())
        if re.search(r"\.(?:mil|gov)\b(?!\.)", release.source_url or ""):
            yield "US"
        yield from codes(gazetteers.find(release.dateline or ""))
        yield from codes(term for term in both[1].terms if term.kind == "city" and _opens(both[1], term))
        cities = Counter(code for passage in both for code in codes(term for term in passage.terms if term.kind == "city"))
        named = self.counts
        # a host takes its own name for granted and names the visitor's: cities come first, but not one whose state is nowhere named
        yield from (code for code, _ in Counter({code: cities[code] for code in cities if code in named}).most_common(1))
        yield from (code for code, _ in named.most_common(1))


_KNOWN_ABROAD = {"ADF": "AU", "RNZAF": "NZ", "IAF": "IN", "PAF": "PK"}


@cache
def _initials(country: str | None) -> frozenset[str]:
    """The initials of the names of a country: "B" and "PRB" of Bangladesh."""
    names = [form for form, code in gazetteers.forms("country").items() if code == country]
    return frozenset("".join(word[0] for word in name.split() if word not in SMALL and word[0].isalpha()).upper() for name in names)


def _opens(body: Passage, term: Term) -> bool:
    """Whether the city stands in a dateline that opens the body: "Comox, British Columbia –", "(Taipei, 5 June)"."""
    return term.end < 60 and _DATELINE.match(body.text, term.end) is not None and "\n" not in body.text[: term.end]


_DATELINE = patterns.compile(r"[^.\n]{0,40}?(?:[ ][-–—]+[ ]|:[ ]|\)[ ]|[ ]/)")
_STATE_BEHIND = patterns.compile(r"\)?(?:(?P<bracket>[ ]\()|,[ ]|(?P<of>[ ]of[ ](?:the[ ])?))")
_OWNER = patterns.compile(r"(?:[ ]\([A-Z]+\))?[ ]of[ ]the[ ]")
_PART_OF = patterns.compile(r"(?:[ ]\([A-Z]+\))?[ ](?:of|under|within|in|at)[ ](?:the[ ])?")
# what a part is a part of, behind its state: " Ministry", "'s Armed Forces", " ministry"
_BODY = patterns.compile(
    r"(?:['’]s?)?[ ](?:(?:National|People['’]s|Federal|Royal)[ ])?"
    r"(?:(?:Ministry|Ministries|Department|Defen[cs]e|Armed|Army|Navy|Air|Coast|General|Joint|Naval|Military|Police|Border)\b|(?:ministry|army|navy|military)\b)"
)
# what a part is a part of, and its comma: ", Department of Defence, "
_PART_BEFORE = patterns.compile(
    r"(?:[ ]\([A-Z]+\))?,[ ](?:the[ ])?(?:Ministry|Department)[ ]of[ ](?:[A-Z][a-z]+[ ]){0,2}[A-Z][a-z]+(?:[ ]\([A-Z]+\))?,[ ](?:the[ ])?"
)
_SEATED = patterns.compile(r"[ ]?,[ ]|[ ](?:in|at|near)[ ]")
_TOP_LEVEL = patterns.compile(r"^(?:https?://)?[^/]*\.([a-z]{2})(?:[/:]|$)")


def codes(terms: Iterable[Term]) -> Iterator[str]:
    """The states that the terms tell: by name, of their people, by a town or a body of theirs."""
    for term in terms:
        if term.kind in ("country", "demonym"):
            yield term.value
        if term.kind in ("city", "statebody") and (country := term.value.rpartition("|")[2]):
            yield country


def told(passage: Passage, name: Name, home: Home) -> str | None:
    """The country that the name itself tells: a table's, a state named in it, or "INT" for several of them."""
    if home_of.is_own_royal(name.text, home.country, home.counts):
        return home.country
    if name.country or name.canonical:
        return home.country if home.country in _SHARED_NAMES.get(name.canonical or "", ()) else name.country
    if name.text == "Security Council" and home.writes_of_un:
        return "INT"
    if _SHARED.search(name.text):
        return "INT"
    if _is_of_us_state(name.text) or home_of.is_american(name.text):
        return "US"
    if name.evidence.rule == "organizations.listed" and home.country == "US" and name.codes == ("GE",):
        return None  # "New Georgia Project": the state of the union
    if _POSTED.match(name.text):
        return None  # "Peru’s | Embassy in Kenya |": the words before it tell whose
    # a town inside the name ("Kennedy School") tells a state only where the release names that state
    return next((code for code in name.codes if code in home.counts), None)


_POSTED = patterns.compile(r"(?:Embassy|High[ ]Commission|Consulate(?:[ -]General)?)[ ](?:in|to)[ ]")


def may_be_of(country: str, name: str) -> bool:
    """Whether a state may have a body of the name."""
    return country != "US" or _NOT_AMERICAN.search(name) is None


_CLEARLY = 2  # times as often as the next state
_NOT_AMERICAN = patterns.compile(
    r"\bMinistry\b|\bHigh Commission\b|\bGeneral Staff\b|\bDefen[cs]e Staff\b|\bNational Assembly\b|\bParliament\b"
    r"|\bPresidential (?:Office|Administration|Chancellery)\b|\bChancellery\b|\bElectoral Commission\b"
)
# names that bodies of several states bear
_SHARED_NAMES = {"Inter-Services Public Relations": frozenset({"PK", "BD"})}


def _is_of_us_state(text: str) -> bool:
    """ "Alaska National Guard", "Georgia Department of Public Health", but not "Georgia Ministry of Defence"."""
    match = _us_states().match(gazetteers.fold(text)) or _us_states().match(gazetteers.fold(text.rpartition("National Guard of ")[2]))
    return match is not None and (match[0] != "georgia" or any(word in text for word in ("National Guard", "University", "Department")))


# bodies that several states keep together, whichever they are
_SHARED = patterns.compile(
    r"""
      ^(?:Trilateral|Bilateral|Quadrilateral|Multilateral|Intergovernmental|Allied|European|Inter-American|Pan-African)\b
    | \b(?:Multi-?[Nn]ational|Multi-agency)\b
    | ^Sector[ ](?:East|West|North|South|Cent(?:er|re|ral))$
    | ^Combined[ ](?:Joint[ ])?Task[ ]Force\b
    | ^(?:International|Regional|Global)[ ](?:\w+[ ]){0,2}(?:Committee|Commission|Court|Tribunal|Organi[sz]ation|Federation|Agency|Force)\b
    | ^Joint[ ](?!Services\b|Staff\b|Chiefs\b|Standing\b)(?:[\w-]+[ ]){0,2}(?:Working[ ]Group|Commission|Committee)(?:$|[ ]on[ ]|[ ]for[ ])
    | \b(?:Baltic|Nordic|Arab|African|Pacific|Caribbean|Turkic|Gulf)[ ](?:States|Countries)\b
    | ^(?:Baltic|Nordic)[ ](?!(?:Sea[ ])?Fleet\b)
    | ^(?:East|West|North|Southern)(?:ern)?[ ]African\b
    | ^(?:Global|International|Military|Anti-\w+|Counter-\w+|Maritime|Islamic|Arab|Saudi|US|U\.S\.)(?:-\w+)?[ ](?:[\w-]+[ ]){0,4}Coalition\b
    | \b(?:Defen[cs]e|Capability|Forces|Defeat-\w+|D-\w+|Air|Drone|Artillery|Armou?r|Demining|IT|-led)[ ]Coalition\b | \bContact[ ]Group$
    """,
    re.VERBOSE,
)
POSSESSIVE = patterns.compile(r"['’]s?[ ](?:the[ ])?$")
# "Romania's ", "Romanian Army's ", "U.S. Department of State's ", "Romanian officials of the ": the state right before the name
_RIGHT_BEFORE = patterns.compile(
    r"(?:(?:[ ](?:[A-Z][\w-]+|of(?:[ ]the)?|for)){0,7}['’]s?[ ](?:the[ ])?"
    r"|[ ](?:(?!(?:at|in|to|on|with|by|and)[ ])[a-z]+[ ]){0,4}(?:of|from)[ ](?:the[ ]|its[ ])?)$"
)
# "Italian Army paratroopers assigned to the ", "… assigned to the 2nd Battalion, 4th Rifle Regiment, ", "Peru's 4th Brigade and "
_ASSIGNED = patterns.compile(
    r"(?:[ ][A-Z][\w-]+){0,2}[ ](?:[\w.]+[ ]){0,4}(?:assigned|attached)[ ](?:to|with)[ ](?:the[ ])?(?:(?:\d[\w/]*|[A-Z][\w-]*),?[ ]){0,12}"
    r"|['’]s?[ ]\d[\w/]*(?:[ ][A-Z][\w-]+){1,5}[ ]and[ ](?:the[ ])?"
    # "Peru’s Secretariat of Defence (SEDEF) and "
    r"|['’]s?[ ](?:[A-Z][\w-]+[ ]|(?:of|for)[ ](?:the[ ])?){1,8}(?:\([A-Z]{2,8}\)[ ])?and[ ]"
)
# "Secretary General at the ", "deputy head of the ": an office held in the body; its holder's state is named before
_OFFICE_BEFORE = patterns.compile(
    r"""\b(?:
      Minister | Secretary | Chief | Director | Head | Commander | Commandant | Deputy | Chair(?:man|woman|person)? | President | Inspector
    | Advis[eo]r | Officer | Representatives? | Officials? | Members? | Personnel | Soldiers | Delegation(?=[ ](?:of|from))
    )(?:[ ]General)?(?:[ ][\w-]+){0,3}[ ](?:of|at|in|for|from)[ ](?:the[ ])?$""",
    re.IGNORECASE | re.VERBOSE,
)
# "U.S. Ambassador to Mexico Ken Reed, Assistant Secretary at the ", "Ambassador of Kenya Ali Bello and the Chief of the ": where
# somebody is sent or from where somebody came, not whose office follows
_IS_ABROAD = patterns.compile(
    r"(?:\b(?i:ambassador(?:[ ]extraordinary)?(?:[ ]and[ ]plenipotentiary)?|high[ ]commissioner"
    r"|(?:military|defen[cs]e|naval|air)[ ]attach[eé]|charg[eé][ ]d['’]affaires)[ ](?:of|to|from)|[ ](?:to|in))[ ](?:the[ ])?$"
)


def guessed(passage: Passage, name: Name, home: Home) -> str | None:
    """The country that the words before the name tell: right before it, or named last in the sentence before an office held in the body."""
    if name.canonical in facts().of_no_state:
        return None
    text, start = passage.text, name.evidence.start
    end = name.evidence.end
    if seat := home.seat(passage, end) or home.state_behind(passage, name) or home.owner_behind(passage, end):
        return seat
    if (whole := home.state_of_whole(passage, end)) is not None:
        return whole
    if home.organ_of(passage, end):
        return "INT"
    whose = POSSESSIVE.search(text, max(0, start - 7), start)
    if whose and (passage.where, whose.start()) in home.intorgs:
        return "INT"
    number = bisect_right(home.starts[passage.where], start) - 1
    if number < 0 or start - home.named[passage.where][number].end > 200:
        return None
    term = home.named[passage.where][number]
    if _RIGHT_BEFORE.fullmatch(text, term.end, start) or _ASSIGNED.fullmatch(text, term.end, start):
        return term.value
    if text.startswith((" Embassy", " embassy", " High Commission"), term.end):
        return None  # "the U.S. Embassy’s N, Secretary of the Ministry": the state is the embassy’s
    if term.kind == "country" and _IS_ABROAD.search(text, max(0, term.start - 60), term.start):
        return None
    sentences = home.sentences[passage.where]
    begins = sentences[bisect_right(sentences, start) - 1] if sentences else 0
    office = _OFFICE_BEFORE.search(text, max(term.end, start - 80), start)
    if not office or _MET.search(text, term.end, office.start()):
        return None
    return term.value if term.start >= begins else None


# "the Danish general called on the Chief of the ": between a guest and the host's office
_MET = patterns.compile(
    r"\b(?:met|meets?|meeting|called|calls?|received|hosted|visit(?:ed|s)?|briefed|welcomed|thanked|courtes(?:y|ies)|with|by)\b"
    r"|[ )][-–—]{1,2}[ ]"  # behind a dateline
)


@cache
def _us_states() -> re.Pattern[str]:
    return patterns.compile("(?:" + "|".join(map(re.escape, gazetteers.forms("us_state"))) + r")(?!\w)")
