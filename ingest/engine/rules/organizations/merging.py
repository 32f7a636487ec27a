"""From names where they stand to bodies: one for each, with its aliases and country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from sys import maxsize

from ingest.engine import gazetteers, passages, patterns
from ingest.engine.rules import countries
from ingest.engine.rules.organizations import names
from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.people import home as home_of
from ingest.engine.types import Evidence, Organization, Passage, Person, Release, Term

Spans = list[tuple[Passage, Name]]


def merge(spans: Spans, both: tuple[Passage, Passage], release: Release) -> tuple[Organization, ...]:
    """The bodies of these names in order of first mention.

    Joined are: the same words ("Defence Ministry", "Ministry of Defense") of the same country, acronyms with what they stand for, and a
    short form with the one longer name that ends with it.
    """
    home = _Home(both, release)
    explained = {
        passage.text[name.acronym.start : name.acronym.end]: _key(name.canonical or name.text) for passage, name in spans if name.acronym
    }
    bodies: list[_Body] = []
    for passage, printed in sorted(spans, key=lambda span: span[1].bare):
        name = _meant(printed, bodies, release, home.country) if printed.bare else printed
        if name is None:
            continue
        key = explained.get(name.text) or _key(name.canonical or name.text)
        told, guessed = _told(passage, name, home), _guessed(passage, name, home)
        same = [known for known in bodies if known.key == key]
        for known in same:
            known.at_home = known.at_home or known.is_of(home.country, told)
        body = next((known for known in same if name.text in known.acronyms), None)  # the release says itself what the letters stand for
        body = body or _fitting([known for known in same if not known.is_of(home.country, told)], told, guessed)
        apart = body is not None and told is None and guessed is None and body.is_far(name, home.country)
        if apart:
            body = next((known for known in same if known.told == home.country or (known.at_home and known.told is None)), None)
        if body is None:
            body = _Body(key, at_home=apart)
            bodies.append(body)
        body.add(name, passage, told, guessed)
    bodies += _services(bodies, both, home)
    for body in bodies:
        body.settle(home.country, domestic=set(home.counts) == {home.country})
    bodies = _without_short_forms(_without_second_seats(bodies))
    _add_acronyms(bodies, both)
    return tuple(body.organization() for body in sorted(bodies, key=_Body.place))


def _meant(name: Name, bodies: list[_Body], release: Release, home: str | None) -> Name | None:
    """The name with the body that a bare head means; None where several bodies bear the head, or none is known for an office.

    A service that nothing else names is that of the state at hand, an office the publisher, or an organ of the organization that publishes.
    """
    key = _key(name.canonical or name.text)
    bearers = [body for body in bodies if body.key == key] or [body for body in bodies if _may_bear(name, key, body)]
    if len({body.key for body in bearers}) == 1:
        return replace(name, canonical=" ".join(bearers[0].key))
    if bearers:
        return None
    if name.canonical or name.evidence.rule == "organizations.service":
        return name
    publisher = _publisher(release.publisher or "", name.text)
    if publisher:
        return replace(name, text=publisher, canonical=publisher)
    return replace(name, country="INT") if home == "INT" and name.text in ("Commission", "Council") else None


def _may_bear(name: Name, key: tuple[str, ...], body: _Body) -> bool:
    """Whether a bare head may mean the body: not one whose name tells that it is a part of the service ("Diving School of the | Navy")."""
    if name.evidence.rule == "organizations.service" and body.name.endswith((f" of the {name.text}", f" of {name.text}")):
        return False
    return set(key) <= set(body.key)


@lru_cache(maxsize=256)
def _publisher(publisher: str, head: str) -> str | None:
    """The body in the line of the publisher that bears the head: "Ministry of Health" in "Ministry of Health | Press Office"."""
    passage = passages.of(Release(title=None, body=publisher))[1]
    return next((each.text for each in names.read(passage) if not each.bare and head.lower() in each.text.lower().split()), None)


def _fitting(same: list[_Body], told: str | None, guessed: str | None) -> _Body | None:
    """Of the bodies with the same words the one whose country fits; where the name tells none, the guessed country's or the first."""
    if told is not None:
        return next((body for body in same if body.told in (None, told)), None)
    return next((body for body in same if guessed and body.told == guessed), same[0] if same else None)


def with_country(body: Organization, officials: tuple[Person, ...]) -> Organization:
    """The body with the country of the officials who serve in it, where no words of the text tell it but theirs."""
    if any(field_name == "country" for field_name, _ in body.evidence):
        return body
    names = {body.name, *body.aliases}
    told = {official.country for official in officials if official.organization in names and official.country}
    return replace(body, country=told.pop()) if len(told) == 1 else body


# ---- one body ----


@dataclass(slots=True)
class _Body:
    key: tuple[str, ...]
    told: str | None = None  # the country that a name or a table tells
    guessed: list[str] = field(default_factory=list)  # countries told by the words around a mention
    country: str | None = None
    forms: dict[str, int] = field(default_factory=dict)  # each form in order of appearance, with its length
    mentions: list[Evidence] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)
    generic: bool = False
    at_home: bool = False  # another state has a body of the same name
    stateless: bool = False  # a table tells that it belongs to no state

    def add(self, name: Name, passage: Passage, told: str | None, guessed: str | None) -> None:
        self.told = self.told or told
        self.guessed += [guessed] if guessed else []
        self.generic = self.generic or name.generic
        self.stateless = self.stateless or (name.evidence.rule in _STATELESS and name.country is None)
        self.forms.setdefault(name.text, len(name.text))
        self.mentions.append(name.evidence)
        if name.acronym:
            acronym = passage.text[name.acronym.start : name.acronym.end]
            self.acronyms.add(acronym)
            self.forms.setdefault(acronym, 0)
            self.mentions.append(name.acronym)

    def settle(self, home: str | None, *, domestic: bool) -> None:
        """Fix the country: told by a name, else by the words around a mention, else the release's own.

        The last is so for generic names, and for all where the release names no other state.
        """
        if home == "INT" and not self.told and _OF_ONE_STATE.search(self.name):
            home = None  # a ministry that an organization of states writes of is a state’s
        self.country = self.told or next(iter(self.guessed), None) or (home if self.generic or (domestic and not self.stateless) else None)

    def is_of(self, home: str | None, told: str | None) -> bool:
        """Whether the body, which a sentence named without a state, is the one at home, and another state's is named now.

        "the Ministry of Defence and the Danish Ministry of Defence" in a release of Peru.
        """
        if home is None or told in (None, home) or self.told or self.guessed or not self.generic:
            return False
        return any(at.where == "body" for at in self.mentions)

    def is_far(self, name: Name, home: str | None) -> bool:
        """Whether "Ministry of Defense" without a state means the body at home: this one is another state's and was named further above."""
        if home in (None, "INT", self.told) or self.told in (None, "INT") or not name.text.startswith("Ministry of "):
            return False
        last = self.mentions[-1]
        return last.where == name.evidence.where and name.evidence.start - last.end > _NEAR

    def take(self, other: _Body) -> None:
        self.forms |= {form: length for form, length in other.forms.items() if form not in self.forms}
        self.mentions += other.mentions
        self.acronyms |= other.acronyms

    def place(self) -> tuple[bool, int]:
        """Where the body is first named; the headline comes first."""
        return min((at.where == "body", at.start) for at in self.mentions)

    @property
    def name(self) -> str:
        return max(self.forms, key=lambda form: (form not in self.acronyms, self.forms[form], len(form)))

    def organization(self) -> Organization:
        name = self.name
        mentions = tuple(sorted(self.mentions, key=lambda at: (at.where == "body", at.start)))
        first = mentions[0]
        fields = (("name", first), *((("country", first),) if self.told or self.guessed else ()))
        return Organization(
            name, (*(form for form in self.forms if form != name), *_unseated(name, self.forms)), self.country, fields, mentions
        )


_NEAR = 300  # characters within which a generic name takes up another state's body
_STATELESS = frozenset({"organizations.known", "organizations.armed-group"})


def _unseated(name: str, forms: Iterable[str]) -> Iterator[str]:
    """The name of a mission without its seat: "U.S. Embassy" of "U.S. Embassy in Quito"."""
    for pattern in _SEATS:
        short = pattern.match(name)
        if short and len(short[1].split()) > 1 and short[1] not in forms:
            yield short[1]


# "U.S. Embassy | in Quito", "U.S. Embassy | Chad", "Embassy of Peru | in Oslo"
_SEATS = (
    patterns.compile(r"(.*\b(?:Embassy|High Commission|Consulate General))\b(?:.*? in)? (?!of\b|to\b|at\b)[A-Z].*$"),
    patterns.compile(r"((?:Embassy|High Commission|Consulate General) of .+?) in [A-Z].*$"),
)


_OF_ONE_STATE = patterns.compile(
    r"\b(?:Ministry|Army|Navy|Air Force|Armed Forces|(?:General|Defen[cs]e|Joint) Staff|Parliament|Government|Police)\b"
)

# "Defence" and "Defense", "Centre" and "Center" are one word
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
    "labour": "labor",
    "mechanised": "mechanized",
    "armoured": "armored",
}
_SMALL = frozenset({"the", "of", "for", "and", "on", "in", "to", "s"})


@lru_cache(maxsize=4096)
def _key(text: str) -> tuple[str, ...]:
    """The words that tell bodies apart, in any order: no small words, no states, one spelling."""
    folded = _without_states(gazetteers.fold(text))
    words = [_SPELLINGS.get(word, word) for word in _WORD.findall(folded)]
    kept = sorted(word for word in words if word not in _SMALL)
    return tuple(kept) or (gazetteers.fold(text),)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return gazetteers.fold(text)


def _without_states(folded: str) -> str:
    """The name without those of states and their people, at each word the longest one."""
    kept: list[str] = []
    reached = 0
    for word in _WORD.finditer(folded):
        if word.start() < reached:
            continue
        form = next((form for form in _state_words().get(word[0], ()) if _stands(form, folded, word.start())), None)
        if form is not None:
            kept += folded[reached : word.start()], " "
            reached = word.start() + len(form)
    return "".join([*kept, folded[reached:]])


def _stands(form: str, folded: str, at: int) -> bool:
    """Whether the form stands at a word of the name and no word goes on behind it."""
    end = at + len(form)
    return folded.startswith(form, at) and _WORD_SIGN.match(folded, end) is None


_WORD = patterns.compile(r"\w+")
_WORD_SIGN = patterns.compile(r"\w")


@cache
def _state_words() -> dict[str, list[str]]:
    """Every name and demonym of a state by its first word, the longest first."""
    forms: dict[str, list[str]] = {}
    for form in sorted({*gazetteers.forms("country"), *gazetteers.forms("demonym")}, key=len, reverse=True):
        if (first := _WORD.match(form)) is not None:
            forms.setdefault(first[0], []).append(form)
    return forms


def _without_second_seats(bodies: list[_Body]) -> list[_Body]:
    """The bodies with embassies of one state in the same host state put together: "U.S. Embassy in Quito", "U.S. Embassy Ecuador"."""
    kept: list[_Body] = []
    seated: dict[tuple[str, str], _Body] = {}
    for body in bodies:
        host = _host(body) if body.country and "Embassy" in body.name else None
        first = seated.setdefault((body.country, host), body) if body.country and host else body
        if first is body:
            kept.append(body)
        else:
            first.take(body)
    return kept


def _host(embassy: _Body) -> str | None:
    """The one state besides its own that the name of an embassy tells, by itself or by one of its cities."""
    told = {code for code in _codes(gazetteers.find(embassy.name)) if code != embassy.country}
    return told.pop() if len(told) == 1 else None


def _without_short_forms(bodies: list[_Body]) -> list[_Body]:
    """The bodies with short forms put to the one longer name that ends with them ("General Staff", "Military Committee")."""
    kept: list[_Body] = []
    names = {id(body): body.name for body in bodies}
    for body in bodies:
        longer = [other for other in bodies if other is not body and _is_short_form(body, names[id(body)], other, names[id(other)])]
        if len(longer) == 1:
            longer[0].take(body)
        else:
            kept.append(body)
    return kept


def _is_short_form(short: _Body, name: str, long: _Body, full: str) -> bool:
    """Whether the one name ends the other ("General Staff", "Albanian General Staff") and no country speaks against it."""
    if len(name) >= len(full) or short.at_home or (short.told and long.country != short.told and not full.endswith("-" + name)):
        return False
    opens_acronym = name.isupper() and any(form.startswith(f"{name} ") for form in long.acronyms)  # "EUTM" of "EUTM Chad"
    if opens_acronym or _is_shortened(name, full) or _is_initialism(short, name, full):
        return True
    if short.acronyms and (long.acronyms or not gazetteers.find(full.removesuffix(name))):
        return False
    if len(name.split()) > 3 and full.startswith(name + " ") and not full[len(name) + 1].isupper():
        return True  # not of "Armed Forces of Peru Training Centre", which is another body
    if len(name.split()) == 3 and full.startswith((name + " of the ", name + " of ")):
        return True  # "National Defence Committee" of "National Defence Committee of the Riigikogu"
    if len(name.split()) == 2 and full.startswith((name + " of the ", name + " of ", name + " “", name + ' "')):
        return not short.guessed and long.country in (short.country, "INT")  # "General Staff", "Military Academy “Ada Moss”"
    before, _, after = _folded(full).rpartition(_folded(name))
    return not after and before.endswith((" ", "-")) and not before.endswith((" of ", " of the ", " for ", " the ", " and ", " to "))


def _is_initialism(short: _Body, name: str, full: str) -> bool:
    """Whether the only form of the one is made of the initials of the other: "NSC" of "National Security Council"."""
    acronym = name.replace(".", "")
    if len(short.forms) != 1 or len(acronym) < 3 or not acronym.isupper() or " " in acronym:
        return False
    return acronym == "".join(word[0] for word in re.findall(r"[A-Za-z][\w-]*", full) if word[0].isupper()).upper()


def _is_shortened(short: str, long: str) -> bool:
    """Whether the first word of the one stands for the first words of the other: "PNA Staff", "People's National Army Staff"."""
    acronym, _, rest = short.partition(" ")
    before = long.removesuffix(" " + rest) if rest and acronym.isupper() else long
    return before != long and acronym == "".join(word[0] for word in before.split()).upper()


def _add_acronyms(bodies: list[_Body], both: tuple[Passage, Passage]) -> None:
    """Mentions by an acronym that the release itself explains."""
    owners = {acronym: body for body in bodies for acronym in body.acronyms}
    if not owners:
        return
    covered = _Covered(bodies)
    for passage in both:
        for token in passage.tokens:
            body = owners.get(token.text)
            if body and not covered.has(passage, token.start):
                body.mentions.append(Evidence(token.start, token.end, "organizations.acronym", passage.where))


# "PNGDF", "BAF": an air force or defense force under the initials of its state, nowhere spelled out
_SERVICE = patterns.compile(r"R?(?P<state>[A-Z]{1,3})(?:AF|DF)$")


def _services(bodies: list[_Body], both: tuple[Passage, Passage], home: _Home) -> Iterator[_Body]:
    found: dict[str, _Body] = {}
    covered = _Covered(bodies)
    explained = {acronym for body in bodies for acronym in body.acronyms}
    for passage in both:
        for token in [token for token in passage.tokens if token.text[-1] == "F" and len(token.text) < 7]:
            match = _SERVICE.match(token.text)
            if match is None or token.text in explained or covered.has(passage, token.start):
                continue
            country = gazetteers.forms("country").get(match["state"].lower()) or home.state_of(match["state"], token.text)
            if country is None:
                continue
            body = found.setdefault(token.text, _Body((token.text,)))
            body.add(
                Name(token.text, Evidence(token.start, token.end, "organizations.service-acronym", passage.where)), passage, country, None
            )
    yield from found.values()


class _Covered:
    """The spans in which bodies are named already."""

    def __init__(self, bodies: list[_Body]) -> None:
        self.spans = sorted((at.where, at.start, at.end) for body in bodies for at in body.mentions)

    def has(self, passage: Passage, start: int) -> bool:
        number = bisect_right(self.spans, (passage.where, start, maxsize)) - 1
        return number >= 0 and self.spans[number][0] == passage.where and start < self.spans[number][2]


# ---- countries ----


class _Home:
    """What a generic name means by default: the publisher's side, else the country of the dateline, else the one named most.

    "INT" where an organization of states publishes.
    """

    def __init__(self, both: tuple[Passage, Passage], release: Release) -> None:
        self.named = {passage.where: list(countries.named(passage)) for passage in both}
        self.counts = Counter(term.value for terms in self.named.values() for term in terms)
        self.starts = {where: [term.start for term in terms] for where, terms in self.named.items()}
        self.sentences = {passage.where: [sentence.start for sentence in passage.sentences] for passage in both}
        self.intorgs = {(passage.where, term.end) for passage in both for term in passage.terms if term.kind == "intorg"}
        self.organizations = {(passage.where, term.start) for passage in both for term in passage.terms if term.kind == "intorg"}
        self.cities = {
            (passage.where, term.start): term.value.rpartition("|")[2] for passage in both for term in passage.terms if term.kind == "city"
        }
        self.writes_of_un = any(term.value == "United Nations" for passage in both for term in passage.terms if term.kind == "intorg")
        self.country = next(self._guesses(both, release), None)
        self.initials = _initials(self.country)

    def seat(self, passage: Passage, end: int) -> str | None:
        """The country of the city that is printed right after a name: "Naval Academy in Livorno", "Staff College, Quetta"."""
        behind = _SEATED.match(passage.text, end)
        return self.cities.get((passage.where, behind.end())) if behind else None

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

    def state_of(self, initials: str, acronym: str) -> str | None:
        """The state at home if these are its initials, else the one that partners know by the acronym, where the release names it."""
        if initials in self.initials:
            return self.country
        return next((code for code in self.counts if _KNOWN_ABROAD.get(acronym) == code), None)

    def organ_of(self, passage: Passage, end: int) -> bool:
        """Whether an organization of states owns the body: "Committee of Experts (CE) of the African Union"."""
        behind = _OWNER.match(passage.text, end)
        return behind is not None and (passage.where, behind.end()) in self.organizations

    def _guesses(self, both: tuple[Passage, Passage], release: Release) -> Iterator[str]:
        publisher = gazetteers.find(release.publisher or "")
        yield from _codes(publisher)
        yield from ("INT" for term in publisher if term.kind == "intorg")
        if told := home_of.of_publisher(release):
            yield told
        if suffix := _TOP_LEVEL.search(release.source_url or ""):
            yield {"UK": "GB", "EU": "INT"}.get(suffix[1].upper(), suffix[1].upper())
        if re.search(r"\.(?:mil|gov)\b(?!\.)", release.source_url or ""):
            yield "US"
        yield from _codes(gazetteers.find(release.dateline or ""))
        yield from _codes(term for term in both[1].terms if term.kind == "city" and _opens(both[1], term))
        cities = Counter(code for passage in both for code in _codes(term for term in passage.terms if term.kind == "city"))
        named = self.counts
        # a host takes its own name for granted and names the visitor's: cities come first, but not one whose state is nowhere named
        yield from (code for code, _ in Counter({code: cities[code] for code in cities if code in named}).most_common(1))
        yield from (code for code, _ in named.most_common(1))


_KNOWN_ABROAD = {"ADF": "AU", "RNZAF": "NZ", "IAF": "IN", "PAF": "PK"}


@cache
def _initials(country: str | None) -> frozenset[str]:
    """The initials of the names of a country: "B" and "PRB" of Bangladesh."""
    names = [form for form, code in gazetteers.forms("country").items() if code == country]
    return frozenset("".join(word[0] for word in name.split() if word not in _SMALL and word[0].isalpha()).upper() for name in names)


def _opens(body: Passage, term: Term) -> bool:
    """Whether the city stands in a dateline that opens the body: "Comox, British Columbia –", "(Taipei, 5 June)"."""
    return term.end < 60 and _DATELINE.match(body.text, term.end) is not None and "\n" not in body.text[: term.end]


_DATELINE = patterns.compile(r"[^.\n]{0,40}?(?:[ ][-–—]+[ ]|:[ ]|\)[ ]|[ ]/)")
_STATE_BEHIND = patterns.compile(r"\)?(?:(?P<bracket>[ ]\()|,[ ]|(?P<of>[ ]of[ ](?:the[ ])?))")
_OWNER = patterns.compile(r"(?:[ ]\([A-Z]+\))?[ ]of[ ]the[ ]")
_SEATED = patterns.compile(r"[ ]?,[ ]|[ ](?:in|at|near)[ ]")
_TOP_LEVEL = patterns.compile(r"^(?:https?://)?[^/]*\.([a-z]{2})(?:[/:]|$)")


def _codes(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        if term.kind in ("country", "demonym"):
            yield term.value
        if term.kind in ("city", "statebody") and (country := term.value.rpartition("|")[2]):
            yield country


def _told(passage: Passage, name: Name, home: _Home) -> str | None:
    """The country that the name itself tells: a table's, a state named in it, or "INT" for several of them."""
    if name.country or name.canonical:
        return name.country
    if name.text == "Security Council" and home.writes_of_un:
        return "INT"
    if _SHARED.search(name.text):
        return "INT"
    if _is_of_us_state(name.text):
        return "US"
    # a town inside the name ("Kennedy School") tells a state only where the release names that state
    return next((code for code in name.codes if code in home.counts), None)


def _is_of_us_state(text: str) -> bool:
    """ "Alaska National Guard", "Georgia Department of Public Health", but not "Georgia Ministry of Defence"."""
    match = _us_states().match(_folded(text)) or _us_states().match(_folded(text.rpartition("National Guard of ")[2]))
    return match is not None and (match[0] != "georgia" or any(word in text for word in ("National Guard", "University", "Department")))


# bodies that several states keep together, whichever they are
_SHARED = patterns.compile(
    r"""
      ^(?:Trilateral|Bilateral|Quadrilateral|Multilateral|Intergovernmental|Allied|European|Inter-American|Pan-African)\b
    | \b(?:Multinational|Multi-agency)\b
    | ^Sector[ ](?:East|West|North|South|Cent(?:er|re|ral))$
    | ^Combined[ ](?:Joint[ ])?Task[ ]Force\b
    | ^(?:International|Regional|Global)[ ](?:\w+[ ]){0,2}(?:Committee|Commission|Court|Tribunal|Organi[sz]ation|Federation|Agency|Force)\b
    | ^Joint[ ](?!Services\b|Staff\b|Chiefs\b)(?:[\w-]+[ ]){0,2}(?:Working[ ]Group|Commission|Committee)(?:$|[ ]on[ ]|[ ]for[ ])
    | \b(?:Baltic|Nordic|Arab|African|Pacific|Caribbean|Turkic|Gulf)[ ](?:States|Countries)\b
    | ^(?:Baltic|Nordic)[ ](?!(?:Sea[ ])?Fleet\b)
    | ^(?:East|West|North|Southern)(?:ern)?[ ]African\b
    | \bCoalition\b(?![ ]to\b) | ^Arab[ ]Coalition\b | \bContact[ ]Group$
    """,
    re.VERBOSE,
)
_WHOSE = patterns.compile(r"['’]s?[ ](?:the[ ])?$")
# "Romania's ", "Romanian Army's ", "U.S. Department of State's ", "Romanian officials of the ": the state right before the name
_RIGHT_BEFORE = patterns.compile(
    r"(?:(?:[ ](?:[A-Z][\w-]+|of(?:[ ]the)?|for)){0,7}['’]s?[ ](?:the[ ])?|[ ](?:[a-z]+[ ]){0,4}(?:of|from)[ ](?:the[ ]|its[ ])?)$"
)
# "Italian Army paratroopers assigned to the ", "… assigned to the 2nd Battalion, 4th Rifle Regiment, ", "Peru's 4th Brigade and "
_ASSIGNED = patterns.compile(
    r"(?:[ ][A-Z][\w-]+){0,2}[ ](?:[\w.]+[ ]){0,4}(?:assigned|attached)[ ](?:to|with)[ ](?:the[ ])?(?:(?:\d[\w/]*|[A-Z][\w-]*),?[ ]){0,12}"
    r"|['’]s?[ ]\d[\w/]*(?:[ ][A-Z][\w-]+){1,5}[ ]and[ ](?:the[ ])?"
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
_IS_ABROAD = patterns.compile(r"(?:\b[Aa]mbassador[ ](?:of|to)|[ ](?:to|in))[ ](?:the[ ])?$")


def _guessed(passage: Passage, name: Name, home: _Home) -> str | None:
    """The country that the words before the name tell: right before it, or named last in the sentence before an office held in the body."""
    text, start = passage.text, name.evidence.start
    if seat := home.seat(passage, name.evidence.end) or home.state_behind(passage, name):
        return seat
    if home.organ_of(passage, name.evidence.end):
        return "INT"
    whose = _WHOSE.search(text, max(0, start - 7), start)
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
    if term.kind == "country" and _IS_ABROAD.search(text, max(0, term.start - 20), term.start):
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
)


@cache
def _us_states() -> re.Pattern[str]:
    return patterns.compile("(?:" + "|".join(map(re.escape, gazetteers.forms("us_state"))) + r")(?!\w)")
