"""From names where they stand to bodies: one for each, with its aliases and country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from sys import maxsize

from ingest.engine import gazetteers, passages, patterns
from ingest.engine.rules.organizations import initials, names, whose
from ingest.engine.rules.organizations.name import Name
from ingest.engine.rules.organizations.whose import Home
from ingest.engine.rules.organizations.words import facts
from ingest.engine.types import Evidence, Organization, Passage, Person, Release

Spans = list[tuple[Passage, Name]]


def merge(spans: Spans, home: Home, both: tuple[Passage, Passage], release: Release) -> tuple[Organization, ...]:
    """The bodies of these names in order of first mention.

    Joined are: the same words ("Defence Ministry", "Ministry of Defense") of the same country, acronyms with what they stand for, and a
    short form with the one longer name that ends with it.
    """
    explained = {
        passage.text[name.acronym.start : name.acronym.end]: _key(name.canonical or name.text) for passage, name in spans if name.acronym
    }
    bodies: list[_Body] = []
    for passage, printed in sorted(spans, key=lambda span: span[1].bare):
        name = _meant(printed, bodies, release, home.country) if printed.bare else printed
        if name is None:
            continue
        key = explained.get(name.text) or _key(name.canonical or name.text)
        told, guessed = whose.told(passage, name, home), whose.guessed(passage, name, home)
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
        body.settle(home.where_it_may_be(body.name), domestic=set(home.counts) == {home.country})
    bodies = _without_short_forms(_without_second_seats(bodies))
    _add_acronyms(bodies, both)
    _follow_owners(bodies, both)
    return tuple(body.organization() for body in sorted(bodies, key=_Body.place))


def _follow_owners(bodies: list[_Body], both: tuple[Passage, Passage]) -> None:
    """Give a part, whose name tells no country, that of the body to which it belongs: "the Navy's Diving School"."""
    texts = {passage.where: passage.text for passage in both}
    owners = {(at.where, at.end): body for body in bodies for at in body.mentions}
    for body in bodies:
        for at in body.mentions if body.told is None else ():
            whose_it_is = whose.POSSESSIVE.search(texts[at.where], max(0, at.start - 7), at.start)
            owner = owners.get((at.where, whose_it_is.start())) if whose_it_is else None
            body.country = owner.country if owner and owner.country else body.country


def _meant(name: Name, bodies: list[_Body], release: Release, home: str | None) -> Name | None:
    """The name with the body that a bare head means; None where several bodies bear the head, or none is known for an office.

    A service that nothing else names is that of the state at hand, an office the publisher, or an organ of the organization that publishes.
    """
    key = _key(name.canonical or name.text)
    bearers = [body for body in bodies if body.key == key] or [body for body in bodies if _may_bear(name, key, body)]
    if (own := _own_service(name, bearers, release.publisher or "", home)) is not None:
        return own
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


def _own_service(name: Name, bearers: list[_Body], publisher: str, home: str | None) -> Name | None:
    """The service of the one who publishes, where another state's is named: "the Army" beside the British Army in a release of an army."""
    foreign = home not in (None, "INT") and any(body.told not in (None, "INT", home) for body in bearers)
    issues = name.evidence.rule == "organizations.service" and f" {name.text}".lower() in f" {publisher}".lower()
    return replace(name, country=home) if foreign and issues else None


def _may_bear(name: Name, key: tuple[str, ...], body: _Body) -> bool:
    """Whether a bare head may mean the body: not one whose name tells that it is a part of the service ("Diving School of the | Navy")."""
    if name.evidence.rule == "organizations.service" and body.name.endswith((f" of the {name.text}", f" of {name.text}", " Headquarters")):
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
    names = {body.name, *body.aliases}
    if is_told(body) or names & facts().of_no_state:
        return body
    told = {
        official.country
        for official in officials
        if official.country and (official.organization in names or _is_office_in(official, body) or _is_service_of(official, body))
    }
    return replace(body, country=told.pop()) if len(told) == 1 else body


def is_told(body: Organization) -> bool:
    """Whether words of the text tell the country of the body, and not only the release at hand."""
    return any(field_name == "country" for field_name, _ in body.evidence)


def _is_office_in(official: Person, body: Organization) -> bool:
    """Whether the body is named within the words of the office: "head of the Cooperation Division, Ministry of Defence"."""
    offices = [at for field_name, at in official.evidence if field_name in ("position", "organization")]
    return any(at.where == office.where and office.start <= at.start and at.end <= office.end for office in offices for at in body.mentions)


def _is_service_of(official: Person, body: Organization) -> bool:
    """Whether the body is the service right before the rank: "| Air Force | Gen. Ana Popa"."""
    ranks = [at for field_name, at in official.evidence if field_name == "rank"]
    return any(at.where == rank.where and at.end + 1 == rank.start for rank in ranks for at in body.mentions)


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
        guessed = next((code for code in self.guessed if whose.may_be_of(code, self.name)), None)
        self.country = self.told or guessed or (home if self.generic or (domestic and not self.stateless) else None)

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
        if len(self.forms) == 1:
            return next(iter(self.forms))
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
    patterns.compile(r"(.*\b(?:Embassy|High Commission|Consulate General))\b(?:.*? (?:in|near))? (?!of\b|to\b|at\b)[A-Z].*$"),
    patterns.compile(r"((?:Embassy|High Commission|Consulate General) of .+?) (?:in|near) [A-Z].*$"),
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


@lru_cache(maxsize=4096)
def _key(text: str) -> tuple[str, ...]:
    """The words that tell bodies apart, in any order: no small words, no states, one spelling."""
    folded = gazetteers.fold(text) if text.startswith(_TOLD_BY_STATE) else _without_states(gazetteers.fold(text))
    words = [_SPELLINGS.get(word, word) for word in _WORD.findall(folded)]
    kept = sorted(word for word in words if word not in whose.SMALL)
    return tuple(kept) or (gazetteers.fold(text),)


_TOLD_BY_STATE = ("EUTM ", "EUCAP ", "EUBAM ", "EUAM ")  # missions of which there are several: "EUTM Mali" and "EUTM Somalia"


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
    told = {code for code in whose.codes(gazetteers.find(embassy.name)) if code != embassy.country}
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
    if opens_acronym or full.startswith(name + "/") or _is_shortened(name, full) or _is_initialism(short, name, full):
        return True
    if short.acronyms and (long.acronyms or not gazetteers.find(full.removesuffix(name))):
        return False
    if len(name.split()) > 3 and full.startswith(name + " ") and not full[len(name) + 1].isupper():
        return True  # not of "Armed Forces of Peru Training Centre", which is another body
    if len(name.split()) == 3 and full.startswith((name + " of the ", name + " of ")):
        return True  # "National Defence Committee" of "National Defence Committee of the Riigikogu"
    if len(name.split()) == 2 and full.startswith((name + " of the ", name + " of ", name + " “", name + ' "')):
        return not short.guessed and long.country in (short.country, "INT")  # "General Staff", "Military Academy “Ada Moss”"
    before, _, after = gazetteers.fold(full).rpartition(gazetteers.fold(name))
    return not after and before.endswith((" ", "-", "/")) and not before.endswith((" of ", " of the ", " for ", " the ", " and ", " to "))


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
    """Mentions by an acronym that the release itself explains, or that the initials of one body alone spell."""
    owners = {acronym: body for body in bodies for acronym in body.acronyms}
    owners |= _unexplained(bodies, both, known=owners.keys() | {form for body in bodies for form in body.forms})
    if not owners:
        return
    covered = _Covered(bodies)
    for passage in both:
        for token in passage.tokens if not passage.words.isdisjoint(owners) else ():
            body = owners.get(token.text)
            if body and not covered.has(passage, token.start):
                body.mentions.append(Evidence(token.start, token.end, "organizations.acronym", passage.where))


def _unexplained(bodies: list[_Body], both: tuple[Passage, Passage], known: Set[str]) -> dict[str, _Body]:
    """The bodies by the letters that their initials spell, where the release uses these without a word of explanation."""
    by_name = {body.name: body for body in bodies}
    owners = {letters: by_name[name] for letters, name in initials.spelled(both, by_name).items() if letters not in known}
    for letters, body in owners.items():
        body.acronyms.add(letters)
        body.forms.setdefault(letters, 0)
    return owners


# "PNGDF", "BAF": an air force or defense force under the initials of its state, nowhere spelled out
_SERVICE = patterns.compile(r"R?(?P<state>[A-Z]{1,3})(?:AF|DF)$")


def _services(bodies: list[_Body], both: tuple[Passage, Passage], home: Home) -> Iterator[_Body]:
    found: dict[str, _Body] = {}
    covered = _Covered(bodies)
    explained = {acronym for body in bodies for acronym in body.acronyms}
    for passage in both:
        services = {word for word in passage.words if word[-1] == "F" and len(word) < 7}
        for token in [token for token in passage.tokens if token.text in services] if services else ():
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
