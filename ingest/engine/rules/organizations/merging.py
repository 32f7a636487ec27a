"""From names where they stand to bodies: one for each, with its aliases and country."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from sys import maxsize

from ingest.engine import gazetteers
from ingest.engine.rules import countries
from ingest.engine.rules.organizations.names import Name
from ingest.engine.types import Evidence, Organization, Passage, Person, Release, Term

Spans = list[tuple[Passage, Name]]


def merge(spans: Spans, both: tuple[Passage, Passage], release: Release) -> tuple[Organization, ...]:
    """The bodies of these names in order of first mention.

    Joined are: the same words ("Defence Ministry", "Ministry of Defense") of the same country, acronyms with what they stand for, and a
    short form with the one longer name that ends with it.
    """
    home = _Home(both, release)
    explained = {passage.text[name.acronym.start : name.acronym.end]: _key(name.text) for passage, name in spans if name.acronym}
    bodies: list[_Body] = []
    for passage, name in spans:
        key = explained.get(name.text) or _key(name.canonical or name.text)
        told, guessed = _told(passage, name, home), _guessed(passage, name, home)
        body = _fitting([known for known in bodies if known.key == key], told, guessed)
        if body is None:
            body = _Body(key)
            bodies.append(body)
        body.add(name, passage, told, guessed)
    bodies += _services(bodies, both, home)
    for body in bodies:
        body.settle(home.country)
    bodies = _without_short_forms(bodies)
    _add_acronyms(bodies, both)
    return tuple(body.organization() for body in sorted(bodies, key=_Body.place))


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

    def add(self, name: Name, passage: Passage, told: str | None, guessed: str | None) -> None:
        self.told = self.told or told
        self.guessed += [guessed] if guessed else []
        self.generic = self.generic or name.generic
        self.forms.setdefault(name.text, len(name.text))
        self.mentions.append(name.evidence)
        if name.acronym:
            acronym = passage.text[name.acronym.start : name.acronym.end]
            self.acronyms.add(acronym)
            self.forms.setdefault(acronym, 0)
            self.mentions.append(name.acronym)

    def settle(self, home: str | None) -> None:
        """Fix the country: told by a name, else by the words around a mention, else, for a generic name, the release's own."""
        self.country = self.told or next(iter(self.guessed), None) or (home if self.generic else None)

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
        return Organization(name, tuple(form for form in self.forms if form != name), self.country, fields, mentions)


# "Defence" and "Defense", "Centre" and "Center" are one word
_SPELLINGS = {"defence": "defense", "centre": "center", "organisation": "organization", "programme": "program", "labour": "labor"}
_SMALL = frozenset({"the", "of", "for", "and", "on", "in", "to", "s"})


@lru_cache(maxsize=4096)
def _key(text: str) -> tuple[str, ...]:
    """The words that tell bodies apart, in any order: no small words, no states, one spelling."""
    folded = _state_words().sub(" ", gazetteers.fold(text))
    words = [_SPELLINGS.get(word, word) for word in re.findall(r"\w+", folded)]
    kept = sorted(word for word in words if word not in _SMALL)
    return tuple(kept) or (gazetteers.fold(text),)


@cache
def _state_words() -> re.Pattern[str]:
    """Every name and demonym of a state, the longest first."""
    forms = sorted({*gazetteers.forms("country"), *gazetteers.forms("demonym")}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")


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
    if len(name) >= len(full) or (short.told and long.country != short.told):
        return False
    if _is_shortened(name, full) or _is_initialism(short, name, full):
        return True
    if short.acronyms:
        return False
    before, _, after = gazetteers.fold(full).rpartition(gazetteers.fold(name))
    return not after and before.endswith(" ") and not before.endswith((" of ", " of the ", " for ", " the ", " and "))


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
_SERVICE = re.compile(r"R?(?P<state>[A-Z]{1,3})(?:AF|DF)$")


def _services(bodies: list[_Body], both: tuple[Passage, Passage], home: _Home) -> Iterator[_Body]:
    found: dict[str, _Body] = {}
    covered = _Covered(bodies)
    for passage in both:
        for token in passage.tokens:
            match = _SERVICE.match(token.text) if token.text.isupper() and len(token.text) < 7 else None
            if match is None or covered.has(passage, token.start):
                continue
            country = gazetteers.forms("country").get(match["state"].lower()) or (home.country if match["state"] in home.initials else None)
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
    """What a generic name means by default: the country of the publisher, else of the dateline, else the one named most."""

    def __init__(self, both: tuple[Passage, Passage], release: Release) -> None:
        self.named = {passage.where: list(countries.named(passage)) for passage in both}
        self.starts = {where: [term.start for term in terms] for where, terms in self.named.items()}
        self.sentences = {passage.where: [sentence.start for sentence in passage.sentences] for passage in both}
        self.intorgs = {(passage.where, term.end) for passage in both for term in passage.terms if term.kind == "intorg"}
        self.country = next(self._guesses(both, release), None)
        self.initials = _initials(self.country)

    def _guesses(self, both: tuple[Passage, Passage], release: Release) -> Iterator[str]:
        yield from _codes(gazetteers.find(release.publisher or ""))
        if suffix := _TOP_LEVEL.search(release.source_url or ""):
            yield {"UK": "GB"}.get(suffix[1].upper(), suffix[1].upper())
        if re.search(r"\.(?:mil|gov)\b(?!\.)", release.source_url or ""):
            yield "US"
        yield from _codes(gazetteers.find(release.dateline or both[1].text[:40]))
        cities = Counter(code for passage in both for code in _codes(term for term in passage.terms if term.kind == "city"))
        yield from (code for code, _ in cities.most_common(1))
        named = Counter(term.value for terms in self.named.values() for term in terms)
        yield from (code for code, _ in named.most_common(1))


@cache
def _initials(country: str | None) -> frozenset[str]:
    """The initials of the names of a country: "B" and "PRB" of Bangladesh."""
    names = [form for form, code in gazetteers.forms("country").items() if code == country]
    return frozenset("".join(word[0] for word in name.split() if word not in _SMALL and word[0].isalpha()).upper() for name in names)


_TOP_LEVEL = re.compile(r"^(?:https?://)?[^/]*\.([a-z]{2})(?:[/:]|$)")


def _codes(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        if term.kind in ("country", "demonym"):
            yield term.value
        if term.kind == "city":
            yield term.value.rpartition("|")[2]


def _told(passage: Passage, name: Name, home: _Home) -> str | None:
    """The country that the name itself tells: a table's, a state named in it, or "INT" for several of them."""
    if name.country or name.canonical:
        return name.country
    if _SHARED.search(name.text):
        return "INT"
    if name.codes:
        return name.codes[0]
    return "US" if name.text.endswith("Guard") and _us_states().match(gazetteers.fold(name.text)) else None


# bodies that several states keep together, whichever they are
_SHARED = re.compile(
    r"""
      ^(?:Trilateral|Bilateral|Quadrilateral|Multinational|Multilateral|Multi-agency|Intergovernmental|Allied|European|Inter-American|Pan-African)\b
    | ^(?:International|Regional|Global)[ ](?:\w+[ ]){0,2}(?:Committee|Commission|Court|Tribunal|Organi[sz]ation|Federation|Agency|Force)\b
    | ^Joint[ ](?:[\w-]+[ ]){0,2}(?:Working[ ]Group|Commission|Committee)(?:$|[ ]on[ ]|[ ]for[ ])
    | \b(?:Baltic|Nordic|Arab|African|Pacific|Caribbean|Turkic|Gulf)[ ](?:States|Countries)\b
    | \bCoalition\b | \bContact[ ]Group$
    """,
    re.VERBOSE,
)
_WHOSE = re.compile(r"['’]s?[ ](?:the[ ])?$")
# "Romania's ", "Romanian officials of the ": the state right before the name
_RIGHT_BEFORE = re.compile(r"(?:['’]s?[ ](?:the[ ])?|[ ](?:[a-z]+[ ]){0,4}(?:of|from)[ ](?:the[ ]|its[ ])?)$")
# "Secretary General at the ", "deputy head of the ": an office held in the body; its holder's state is named before
_OFFICE_BEFORE = re.compile(
    r"""\b(?:
      Minister | Secretary | Chief | Director | Head | Commander | Commandant | Deputy | Chair(?:man|woman|person)? | President | Inspector
    | Advis[eo]r | Officer | Representatives? | Officials? | Members? | Personnel | Soldiers | Delegation
    )(?:[ ]General)?(?:[ ][\w-]+){0,3}[ ](?:of|at|in|for|from)[ ](?:the[ ])?$""",
    re.IGNORECASE | re.VERBOSE,
)


def _guessed(passage: Passage, name: Name, home: _Home) -> str | None:
    """The country that the words before the name tell: right before it, or named last in the sentence before an office held in the body."""
    text, start = passage.text, name.evidence.start
    whose = _WHOSE.search(text, max(0, start - 7), start)
    if whose and (passage.where, whose.start()) in home.intorgs:
        return "INT"
    number = bisect_right(home.starts[passage.where], start) - 1
    if number < 0 or start - home.named[passage.where][number].end > 200:
        return None
    term = home.named[passage.where][number]
    if _RIGHT_BEFORE.fullmatch(text, term.end, start):
        return term.value
    sentences = home.sentences[passage.where]
    begins = sentences[bisect_right(sentences, start) - 1] if sentences else 0
    office = _OFFICE_BEFORE.search(text, max(term.end, start - 80), start)
    return term.value if office and term.start >= begins else None


@cache
def _us_states() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, gazetteers.forms("us_state"))))
