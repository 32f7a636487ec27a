"""From names where they stand to bodies: one for each, with its aliases and country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.engine import gazetteers
from ingest.engine.rules import countries
from ingest.engine.rules.organizations.names import Name
from ingest.engine.types import Evidence, Organization, Passage, Person, Release

Spans = list[tuple[Passage, Name]]


def merge(spans: Spans, both: tuple[Passage, Passage], release: Release) -> tuple[Organization, ...]:
    """The bodies of these names in order of first mention.

    Joined are: the same words ("Defence Ministry", "Ministry of Defense") of the same country, acronyms with what they stand for, and a
    short form with the one longer name that ends with it.
    """
    home = _Home(both, release)
    bodies: list[_Body] = []
    for passage, name in spans:
        country = _country(passage, name, home)
        key = _key(name.canonical or name.text)
        body = next((known for known in bodies if known.is_same(key, country, name)), None)
        if body is None:
            body = _Body(key, country)
            bodies.append(body)
        body.add(name, passage)
    bodies = _without_short_forms(bodies)
    _add_acronyms(bodies, both)
    return tuple(body.organization() for body in bodies)


def with_country(body: Organization, officials: tuple[Person, ...]) -> Organization:
    """The body with the country of the officials who serve in it, where the text alone does not tell it."""
    if body.country is not None:
        return body
    names = {body.name, *body.aliases}
    told = {official.country for official in officials if official.organization in names and official.country}
    return replace(body, country=told.pop()) if len(told) == 1 else body


# ---- one body ----


@dataclass(slots=True)
class _Body:
    key: tuple[str, ...]
    country: str | None
    forms: dict[str, int] = field(default_factory=dict)  # each form in order of appearance, with its number of words
    mentions: list[Evidence] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)

    def is_same(self, key: tuple[str, ...], country: str | None, name: Name) -> bool:
        if self.country != country and None not in (self.country, country):
            return False
        return self.key == key or name.text in self.acronyms

    def add(self, name: Name, passage: Passage) -> None:
        self.forms.setdefault(name.text, len(name.text))
        self.mentions.append(name.evidence)
        if name.acronym:
            acronym = passage.text[name.acronym.start : name.acronym.end]
            self.acronyms.add(acronym)
            self.forms.setdefault(acronym, 0)
            self.mentions.append(name.acronym)

    def take(self, other: _Body) -> None:
        self.forms |= {form: length for form, length in other.forms.items() if form not in self.forms}
        self.mentions += other.mentions
        self.acronyms |= other.acronyms

    @property
    def name(self) -> str:
        return max(self.forms, key=lambda form: (form not in self.acronyms, self.forms[form], len(form)))

    def organization(self) -> Organization:
        name = self.name
        mentions = tuple(sorted(self.mentions, key=lambda at: (at.where == "body", at.start)))
        first = mentions[0]
        fields = (("name", first), *((("country", first),) if self.country else ()))
        return Organization(name, tuple(form for form in self.forms if form != name), self.country, fields, mentions)


# "Defence" and "Defense", "Centre" and "Center" are one word
_SPELLINGS = {"defence": "defense", "centre": "center", "organisation": "organization", "programme": "program", "labour": "labor"}
_SMALL = frozenset({"the", "of", "for", "and", "on", "in", "to", "s"})


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
    for body in bodies:
        longer = [other for other in bodies if other is not body and _is_short_form(body, other)]
        if len(longer) == 1:
            longer[0].take(body)
        else:
            kept.append(body)
    return kept


def _is_short_form(short: _Body, long: _Body) -> bool:
    if None not in (short.country, long.country) and short.country != long.country:
        return False
    if short.acronyms or len(short.key) >= len(long.key):
        return _is_initialism(short, long)
    ends = gazetteers.fold(long.name).endswith(" " + gazetteers.fold(short.name))
    return ends or _is_initialism(short, long)


def _is_initialism(short: _Body, long: _Body) -> bool:
    """Whether the only form of the one is made of the initials of the other: "NSC" of "National Security Council"."""
    if len(short.forms) != 1 or not (acronym := short.name.replace(".", "")).isupper() or " " in acronym or short.country != long.country:
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z][\w-]*", long.name) if word[0].isupper())
    return len(acronym) > 2 and acronym == initials.upper()


def _add_acronyms(bodies: list[_Body], both: tuple[Passage, Passage]) -> None:
    """Mentions by an acronym that the release itself explains."""
    owners = {acronym: body for body in bodies for acronym in body.acronyms}
    if not owners:
        return
    told = {(at.where, at.start) for body in bodies for at in body.mentions}
    for passage in both:
        for token in passage.tokens:
            body = owners.get(token.text)
            if body and (passage.where, token.start) not in told and not _inside(passage, token.start, bodies):
                body.mentions.append(Evidence(token.start, token.end, "organizations.acronym", passage.where))


def _inside(passage: Passage, start: int, bodies: list[_Body]) -> bool:
    return any(at.where == passage.where and at.start <= start < at.end for body in bodies for at in body.mentions)


# ---- countries ----


class _Home:
    """What a generic name means by default: the country of the publisher, else of the dateline, else the one named most."""

    def __init__(self, both: tuple[Passage, Passage], release: Release) -> None:
        self.named = {passage.where: [term for term in countries.named(passage)] for passage in both}
        self.country = next(self._guesses(both, release), None)

    def _guesses(self, both: tuple[Passage, Passage], release: Release) -> Iterator[str]:
        for text in (release.publisher, release.dateline, both[1].text[:60]):
            for term in gazetteers.find(text or ""):
                if term.kind in ("country", "demonym"):
                    yield term.value
                if term.kind == "city":
                    yield term.value.rpartition("|")[2]
        for code, _ in Counter(term.value for terms in self.named.values() for term in terms).most_common(1):
            yield code


def _country(passage: Passage, name: Name, home: _Home) -> str | None:
    """The country of a body: named inside it, known, told right before it, told in its sentence, or the release's own."""
    if name.country or name.canonical:
        return name.country
    if len(name.codes) > 1:
        return "INT"
    if name.codes:
        return name.codes[0]
    if _us_states().search(gazetteers.fold(name.text)):
        return "US"
    return _told_before(passage, name, home) or home.country


def _told_before(passage: Passage, name: Name, home: _Home) -> str | None:
    """The state named last before the name in its sentence: "Romania's Ministry …", "Romanian officials of the Ministry …"."""
    start = name.evidence.start
    sentence = next((s for s in passage.sentences if s.start <= start < s.end), None)
    if sentence is None:
        return None
    before = [term for term in home.named[passage.where] if sentence.start <= term.start < start]
    return before[-1].value if before else None


@cache
def _us_states() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky"
        r"|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey"
        r"|new mexico|new york|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|tennessee|texas|utah"
        r"|vermont|virginia|washington|wisconsin|wyoming)\b.*\bguard\b"
    )
