"""A passage as the stage of meetings: its sentences with the people, sides, dates and places that stand in each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.engine import gazetteers, patterns
from ingest.engine.rules import places as towns
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.quotes import pieces
from ingest.engine.rules.references import Cast, Reference
from ingest.engine.types import Date, Evidence, Organization, Passage, Person, Place, Sentence, Term, Where
from ingest.engine.values import frozen, replace


@frozen
class Side:
    """A state or international organization that takes part, and where the text says so."""

    name: str  # ISO code, or the name of the organization
    is_state: bool
    start: int
    end: int


@frozen
class Line:
    """A sentence with what stands in it. All positions count in the passage."""

    number: int
    start: int
    end: int
    paragraph: int
    text: str
    small: str  # the text in small letters, as `patterns.small` has it
    words: frozenset[str]  # in small letters, hyphened ones whole
    parts: frozenset[str]  # the words and the parts of hyphened ones
    people: tuple[Reference, ...]
    sides: tuple[Side, ...]
    dates: tuple[Date, ...]
    places: tuple[Place, ...]
    quoted: tuple[tuple[int, int], ...]

    def speech(self, position: int) -> bool:
        """Whether the position lies inside quotation marks."""
        return any(start <= position < end for start, end in self.quoted)


class Scene:
    """One passage made ready; `cast` answers who "he" or "the Minister" is."""

    def __init__(
        self,
        passage: Passage,
        officials: tuple[Person, ...],
        bodies: tuple[Organization, ...],
        places: Iterable[Place],
        dates: Iterable[Date],
        *,
        cast: Cast | None = None,
        published: str | None = None,
    ) -> None:
        self.passage = passage
        self.published = published
        self.where: Where = passage.where
        self.cast = cast or Cast(passage, officials)
        self.officials = officials
        self._homes = {**_homes(officials, bodies), **_homes_in_missions(passage, officials, bodies)}
        self._by_name = {person.name: person for person in reversed(officials)}
        self._international = [body for body in bodies if body.country == "INT"]
        self._national = sorted(
            (at.start, at.end, body.country)
            for body in bodies
            for at in body.mentions
            if at.where == passage.where and body.country and body.country != "INT"
        )
        self._body_spans = sorted((at.start, at.end) for body in bodies for at in body.mentions if at.where == passage.where)
        self._sites = sorted(
            (at.start, at.end) for body in bodies if _SITE.search(body.name) for at in body.mentions if at.where == passage.where
        )
        self._dates = [date for date in dates if date.evidence.where == passage.where]
        self._quoted = _speech(passage.text)
        named = [(reference.start, reference.end) for reference in self.cast.references if reference.how == "name"]
        self._places = _with_country(
            [place for place in places if place.evidence.where == passage.where and not _inside(named, place.evidence)]
        )
        self._states = [
            term
            for term in passage.terms
            if term.kind in _SIDES and not _inside(named, term) and not _HOSTILE.match(passage.text, term.end)
        ]
        self._state_starts = [term.start for term in self._states]
        self._told_homes = self._read_homes()
        self._date_starts = [date.evidence.start for date in self._dates]
        self._place_starts = [place.evidence.start for place in self._places]
        self.lines = tuple(self._line(number, sentence) for number, sentence in enumerate(_whole(passage, named)))

    def side_of(self, person: Person) -> Side | None:
        """The state a person acts for, or the organization where the person is its official; None where not told."""
        return self.home(person.name)

    def home(self, name: str) -> Side | None:
        """The side of the person of this name."""
        return self._homes.get(name) or self._told_homes.get(name)

    def _read_homes(self) -> dict[str, Side]:
        """The states that words right before a name give to those of whom nothing else tells: "Estonian Minister of Defence Mart Tamm"."""
        homes: dict[str, Side] = {}
        for reference in self.cast.references:
            name = reference.person.name
            if reference.how != "name" or name in self._homes or name in homes:
                continue
            for term in self.terms(max(0, reference.start - _TITLE), reference.start):
                if term.kind in ("country", "demonym") and _TITLE_WORDS.fullmatch(self.passage.text, term.end, reference.start):
                    homes[name] = Side(term.value, True, term.start, term.end)
                    break
        return homes

    def learn(self, name: str, home: Side) -> None:
        """Keeps the side of somebody of whom no words told it, as what he or she did shows it."""
        self._told_homes[name] = home
        self._homes.pop(name, None)

    def is_unsure(self, name: str) -> bool:
        """Whether no words tell for which state the person of this name acts."""
        if name not in self._homes:
            return name not in self._told_homes
        return any(field == "country" and at.rule == _GUESSED for field, at in self._by_name[name].evidence)

    def first_place(self, name: str) -> Place | None:
        """The place of this name where the passage opens, as in a dateline."""
        near = (place for place in self._places if place.evidence.start < _DATELINE)
        return next((place for place in near if place.name.casefold() in name.casefold()), None)

    def first_named(self, states: Sequence[str]) -> str | None:
        """The one of these states that the passage names first."""
        return next((term.value for term in self._states if term.value in states), None)

    def country_of(self, dateline: str) -> str | None:
        """The country in which a dateline lies with which the passage opens: "CAMP H.M. SMITH, Hawaii", "Callao (Peru)"."""
        place = self.first_place(dateline)
        if place and place.country:
            return place.country
        opens = (term for term in self.passage.terms if term.start < _DATELINE and term.kind in ("country", "us_state"))
        named = next((term for term in opens if self.passage.text[term.start : term.end] in dateline), None)
        if named is not None:
            return "US" if named.kind == "us_state" else named.value
        cities = {term.value.rpartition("|")[2] for term in gazetteers.find(dateline.title()) if term.kind == "city"}
        if len(cities) == 1:
            return next(iter(cities))
        states = frozenset(term.value for term in self.passage.terms if term.kind in ("country", "demonym"))
        return None if cities else towns.of_town(dateline.split(",")[0], states)

    def person(self, name: str) -> Person:
        """The person of this name; raises KeyError where there is none."""
        return self._by_name[name]

    def is_body(self, start: int, end: int) -> bool:
        """Whether an organization is named at this span."""
        at = bisect_left(self._body_spans, (end, 0)) - 1
        return at >= 0 and start < self._body_spans[at][1]

    def acting_body(self, start: int, end: int) -> Side | None:
        """The state whose ministry or force stands as subject right before the position `end`: "The Royal Navy | hosted"."""
        at = bisect_left(self._national, (end, 0, "")) - 1
        if at < 0 or self._national[at][0] < start or not _VERBAL.fullmatch(self.passage.text, self._national[at][1], end):
            return None
        begin, stop, country = self._national[at]
        return Side(country, True, begin, stop)

    def national_body(self, start: int, end: int) -> Side | None:
        """The state whose ministry, force or school is the first that is named between two positions."""
        at = bisect_left(self._national, (start, 0, ""))
        if at == len(self._national) or self._national[at][1] > end:
            return None
        begin, stop, country = self._national[at]
        return Side(country, True, begin, stop)

    def forces(self, start: int, end: int) -> Iterator[Side]:
        """The states whose armed forces, or units of these, are named between two positions."""
        return (side for side in self.national_bodies(start, end) if _FORCE.search(self.passage.text, side.start, side.end))

    def national_bodies(self, start: int, end: int) -> Iterator[Side]:
        """The states whose ministries, forces or schools are named between two positions."""
        for at in range(bisect_left(self._national, (start, 0, "")), len(self._national)):
            begin, stop, country = self._national[at]
            if stop > end:
                return
            yield Side(country, True, begin, stop)

    def joined_bodies(self, start: int, stop: int, end: int) -> Iterator[Side]:
        """The two states whose forces or ministries stand side by side: "between the | Chilean Navy (ACH) and the Peruvian Navy |".

        Behind `stop`, where the sentence turns to what was talked about, only those between whom it was.
        """
        first = bisect_left(self._national, (start, 0, ""))
        for one, other in pairwise(self._national[first : first + _MOST_BODIES]):
            if other[1] > end:
                return
            if one[0] >= stop and not _BETWEEN_THE.search(self.passage.text, start, one[0]):
                continue
            if one[2] != other[2] and _AND_THE.fullmatch(self.passage.text, one[1], other[0]):
                yield from (Side(code, True, begin, stop) for begin, stop, code in (one, other))

    def hosting_body(self, start: int, end: int) -> Side | None:
        """The state whose force or school hosts, as words between two positions say: "was welcomed by the Sri Lanka Navy"."""
        words = _HOSTS.search(self.passage.text, start, end)
        return self.national_body(words.end(), end) if words else None

    def partner_body(self, start: int, end: int) -> Side | None:
        """The state whose ministry or force stands behind "with": "opened the meeting | with the Peruvian Army"."""
        at = bisect_left(self._national, (start, 0, ""))
        if (
            at == len(self._national)
            or self._national[at][1] > end
            or not _WITH_THE.search(self.passage.text, start, self._national[at][0])
        ):
            return None
        begin, stop, country = self._national[at]
        return Side(country, True, begin, stop)

    def site(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the first school, academy or centre named between two positions."""
        at = bisect_left(self._sites, (start, 0))
        return self._sites[at] if at < len(self._sites) and self._sites[at][0] < end else None

    def visited_body(self, start: int, end: int) -> Side | None:
        """The state whose ministry, command or school is named right behind the words of a visit; none for missions abroad."""
        at = bisect_left(self._national, (start, 0, ""))
        if at == len(self._national) or self._national[at][0] >= end or _ABROAD.search(self.passage.text, start, self._national[at][1]):
            return None
        if not _ARTICLES.fullmatch(self.passage.text, start, self._national[at][0]):
            return None
        begin, stop, country = self._national[at]
        return Side(country, True, begin, stop)

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """The span without the blanks at its ends, which a pattern takes in to see where a word ends."""
        said = self.passage.text[start:end]
        return Evidence(start + len(said) - len(said.lstrip()), start + len(said.rstrip()), rule, self.where)

    def terms(self, start: int, end: int) -> list[Term]:
        """The states and international organizations named between two positions."""
        return self._states[bisect_left(self._state_starts, start) : bisect_left(self._state_starts, end)]

    def _line(self, number: int, sentence: Sentence) -> Line:
        start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
        text = self.passage.text[start:end]
        words, parts = words_of(text.casefold())
        return Line(
            number=number,
            start=start,
            end=end,
            paragraph=sentence.paragraph,
            text=text,
            small=patterns.small(text),
            words=words,
            parts=parts,
            people=tuple(person for person in self.cast.between(start, end) if not self._is_of_another_state(person)),
            sides=tuple(
                sorted(
                    (self._as_body(side) for side in (*_sides(self.passage, self.terms(start, end), start, end), *_group(text, start))),
                    key=lambda side: side.start,
                )
            ),
            dates=tuple(self._dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]),
            places=tuple(self._places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, end)]),
            quoted=self._quoted_within(start, end),
        )

    def _is_of_another_state(self, reference: Reference) -> bool:
        """Whether the words right before a title say that it is of another state than the one who is thought to hold it."""
        if reference.how != "title" or self.is_unsure(reference.person.name):
            return False
        home = self.home(reference.person.name)
        owner = next(
            (term for term in self.terms(reference.start - _LONGEST_STATE, reference.start) if term.kind in ("country", "demonym")), None
        )
        owns = owner and _OWNS.fullmatch(self.passage.text, owner.end, reference.start)
        return bool(owner and owns and home and home.is_state and home.name != owner.value)

    def _quoted_within(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        near = self._quoted[(first := max(0, bisect_left(self._quoted, (start, 0)) - 1)) : first + 40]
        return tuple(span for span in near if span[0] < end and start < span[1])

    def _as_body(self, side: Side) -> Side:
        """The side under the name that the release's organizations have for it (one name for SCO and its full form)."""
        if side.is_state:
            return side
        written = self.passage.text[side.start : side.end]
        whole = self._body_around(side)
        if whole is not None:
            return replace(side, name=whole)
        for body in self._international:
            if side.name in (body.name, *body.aliases) or written in (body.name, *body.aliases):
                return replace(side, name=body.name)
        return side

    def _body_around(self, side: Side) -> str | None:
        """The longer name in which a side stands, where an official acts for that body: "ECOWAS Commission" for its "ECOWAS"."""
        acting = {home.name for home in self._homes.values() if not home.is_state}
        for body in self._international:
            if body.name in acting and any(
                at.where == self.where and at.start <= side.start and side.end <= at.end and at.end - at.start > side.end - side.start
                for at in body.mentions
            ):
                return body.name
        return None


def words_of(small: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text in small letters, hyphened ones whole; and the same with their parts."""
    words = frozenset(_WORD.findall(small))
    return words, words.union(*(word.split("-") for word in words if "-" in word)) if "-" in small else words


def _whole(passage: Passage, names: list[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences, with those put together again that were parted inside a name or rank: "Maj. Gen. | (Res.) Yael Bar"."""
    held: Sentence | None = None
    for sentence in passage.sentences:
        inside = bisect_left(names, (sentence.start, 0)) - 1
        parted = (inside >= 0 and names[inside][1] > sentence.start) or (held is not None and _ends_in_rank(passage.text, held))
        if held and held.paragraph == sentence.paragraph and (parted or _RESERVE.match(passage.text, sentence.start)):
            held = replace(held, end=sentence.end)
            continue
        if held:
            yield held
        held = sentence
    if held:
        yield held


def _ends_in_rank(text: str, sentence: Sentence) -> bool:
    return _RANK_END.search(text, max(sentence.start, sentence.end - _LONGEST_RANK), sentence.end) is not None


_RANK_END = patterns.compile(
    r"\b(?:Lieut|Sen|Maj|Gen|Col|Brig|Capt|Cmdr|Adm|Lt|Sgt|Vice|Rear|Cdr|Eng|Hon)\.\Z|\((?:Ret|Retd|Rtd|Res)\.\)\Z"
)
_LONGEST_RANK = 10  # characters of "Lieut." and "(Retd.)", and some
_RESERVE = patterns.compile(r"\((?:Res|Ret|Retd|Rtd|R|Resd)\b", re.IGNORECASE)


def _with_country(places: list[Place]) -> list[Place]:
    """The places, each with the country that another mention of it gives."""
    known = {place.name.casefold(): place.country for place in places if place.country}
    return [place if place.country else replace(place, country=known.get(place.name.casefold())) for place in places]


def _speech(text: str) -> list[tuple[int, int]]:
    """The spans of speech; none where nearly all of the body is one, as in a readout given to a spokesperson."""
    spans = [(piece.start, piece.end) for piece in pieces(text)]
    return spans if sum(end - start for start, end in spans) < 0.7 * len(text) else []


def _inside(spans: list[tuple[int, int]], term: Term | Evidence) -> bool:
    """Whether a term or place is part of a person's name, as in "Chad", "Jordan" or "de León"."""
    at = bisect_left(spans, (term.start + 1, 0)) - 1
    return at >= 0 and term.start < spans[at][1]


_FORCE = patterns.compile(
    r"\b(?:Forces?|Army|Navy|Guards?|Command|Corps|Marines?|Regiment|Brigade|Battalion|Squadron|Wing|Division|Fleet|Flotilla|Commandos?)\b"
)
_VERBAL = patterns.compile(
    r"(?:\)|\s*\([^()]{1,20}\))?(?:,[^,.;]{1,60},)?\s+(?:(?:has|have|had|will|today|yesterday|also|jointly|on\s+\w+day)\s+){0,3}"
)
_ARTICLES = patterns.compile(
    r"\s*(?:(?:to|the|of|at|its|an?"
    r"|(?:[a-z-]+\s+){0,2}(?:headquarters|HQ|facilit(?:y|ies)|command|bases?|cent(?:er|re)|grounds?|units?|site|school|conditions\s+of\s+study))\s+)*"
)
# bodies that are a place as well
_SITE = patterns.compile(
    r"\b(?:School|Academy|College|University|Institute|Cent(?:er|re)|Museum|Hospital|Shipyard|Arsenal|Base|Depot)\b(?!.*\b(?:Command|Ministry|Staff)\b)"
)
_WITH_THE = patterns.compile(r"\bwith\s+(?:the\s+|its\s+|their\s+)?\Z")
_BETWEEN_THE = patterns.compile(r"\bbetween\s+(?:the\s+)?\Z")
_MOST_BODIES = 12  # of one sentence
_AND_THE = patterns.compile(r"\s*(?:\(?[^()]{0,15}\)\s*)?,?\s*(?:and|with)\s+(?:the\s+)?")
_HOSTS = patterns.compile(r"\b(?:by|guests?\s+of|visit\s+to|at)\s+")
_ABROAD = patterns.compile(r"\b(?:Embassy|Consulate|High\s+Commission|Mission|Contingent|Battalion|Squadron|Cemetery)\b", re.IGNORECASE)
_LONGEST_STATE = 40  # characters of the name of a state, at most
_OWNS = patterns.compile(r"(?:['’]s?)?\s+")  # "Chile’s | Minister", "the Chilean | Minister"
_GUESSED = "people.country-context"  # the rule of a country that only the release as a whole tells
_DATELINE = 120  # characters from the start in which a dateline ends
_TITLE = 90  # characters before a name in which its title stands
# "Estonian | Minister of Defence | Mart Tamm", "Chile’s | Chief of the Navy, Admiral | Luis Roca"
_TITLE_WORDS = patterns.compile(
    r"(?:['’]s?)?(?:[\s,]+(?:of|the|for|and|(?:[A-Z]|(?:defen[cs]e|foreign|prime|deputy|chief|minister|secretary|commander|president|ambassador|counterpart)\b)[\w.’'()-]*))*[\s,]+"
)
_WORD = patterns.compile(r"[\w-]+")
_LONGEST = 4000  # characters of one sentence that are read; longer ones are no prose
_SIDES = frozenset({"country", "demonym", "intorg"})
# "in the face of the Russian | aggression": what is done, not who met
_HOSTILE = patterns.compile(
    r"(?:['’]s?)?\s+(?:(?:military|armed|full-scale|illegal|unprovoked|brutal|ongoing|continued)\s+){0,3}"
    r"(?:aggression|invasion|occupation|attacks?|assaults?|strikes?|shelling|threats?|propaganda|war)\b"
)


def _homes(officials: tuple[Person, ...], bodies: tuple[Organization, ...]) -> dict[str, Side]:
    """The side of each official by name: the ISO code, or the organization (its parent, where named: NATO for its Military Committee)."""
    international = [body for body in bodies if body.country == "INT"]
    homes: dict[str, Side] = {}
    for person in officials:
        if _BUSINESS.search(person.position or ""):
            continue
        if person.country and person.country != "INT":
            homes[person.name] = Side(person.country, True, 0, 0)
        elif person.country == "INT" and (home := _root(person, international)):
            homes[person.name] = Side(home, False, 0, 0)
    return homes


# offices of companies, whose holders act for no state
_BUSINESS = patterns.compile(
    r"\b(?:chief (?:executive|operating|commercial|financial)(?: officer)?|CEO|managing director|(?:general|sales|country|regional) manager"
    r"|business development|(?:vice )?president (?:of|for) sales)\b",
    re.IGNORECASE,
)


def _homes_in_missions(passage: Passage, officials: tuple[Person, ...], bodies: tuple[Organization, ...]) -> dict[str, Side]:
    """The mission for which an officer acts who is lent to it by a state: "the Commander of EUFOR, Major General Luis Roca of Peru"."""
    international = {name for body in bodies if body.country == "INT" for name in (body.name, *body.aliases)}
    homes: dict[str, Side] = {}
    for person in officials:
        lent = person.country not in (None, "INT") and person.organization in international and person.position
        if lent and any(_OF_STATE.match(passage.text, at.end) for at in person.mentions if at.where == passage.where):
            homes[person.name] = Side(person.organization or "", False, 0, 0)
    return homes


_OF_STATE = patterns.compile(r"\s+(?:of|from)\s+(?:the\s+)?[A-Z]|,\s+an?\s+[A-Z]\w+(?:ian|ish|an|ese|i|ch)\b")


def _root(person: Person, international: list[Organization]) -> str | None:
    own = person.organization
    if own is None:
        return (
            international[0].name
            if len(international) == 1
            else _told_just_before(person, international) or _told_most(international) or _told_next(person, international)
        )
    if (parent := _parent(own, international)) is not None:
        return parent
    if not _COMMITTEE.search(own) and any(own in (body.name, *body.aliases) for body in international):
        return next(body.name for body in international if own in (body.name, *body.aliases))
    if _COMMITTEE.search(own) and (
        parent := next(
            (body.name for body in international for name in (body.name, *body.aliases) if own.endswith(f" of the {name}")), None
        )
    ):
        return parent
    for body in sorted(international, key=lambda body: len(body.name)):
        if any(own.startswith(f"{name} ") for name in (body.name, *body.aliases)):
            return body.name
    return own


def _parent(own: str, bodies: list[Organization]) -> str | None:
    """The organization for which a part of its staff acts: ECOWAS for a division of its Commission, the EU for its services."""
    part = _PART.search(own)
    named = [(form, body.name) for body in bodies for form in (body.name, *body.aliases) if body.name != own]
    if part is not None:
        return next((name for form, name in named if own.startswith((f"{form} ", form + "’"), part.end())), None)
    return next((name for form, name in named if form in ("EU", "European Union")), None) if own in _OF_UNION else None


# "Peace Support Operations | Division of the | ECOWAS Commission"
_PART = patterns.compile(r"\b(?:Division|Department|Directorate|Section|Branch|Bureau) of (?:the )?")
_OF_UNION = frozenset({
    "Civilian Planning and Conduct Capability", "Military Planning and Conduct Capability", "European External Action Service",
    "European Commission", "EU Military Staff", "European Union Military Staff",
})  # fmt: skip


def _told_just_before(person: Person, bodies: list[Organization]) -> str | None:
    """The body named last before the person is, in this sentence or the one before it: "The Mission had a guest. Its Commander, N, …"."""
    start = min((at.start for at in person.mentions if at.where == "body"), default=0)
    near = ((at.start, at.end - at.start, body.name) for body in bodies for at in body.mentions if at.where == "body")
    return max((found for found in near if 0 <= start - found[0] <= _JUST_BEFORE), default=(0, 0, None))[2]


def _told_next(person: Person, bodies: list[Organization]) -> str | None:
    """The first body named where nobody else is before it: "The Operations Commander, Ms. N, came, as part of the | EU |’s work"."""
    start = min((at.start for at in person.mentions if at.where == "body"), default=0)
    near = ((at.start, body.name) for body in bodies for at in body.mentions if at.where == "body")
    return min((found for found in near if 0 <= found[0] - start <= _JUST_BEFORE), default=(0, None))[1]


def _told_most(bodies: list[Organization]) -> str | None:
    """The body that the release names twice as often as any other; None where there is none."""
    ranked = sorted(bodies, key=lambda body: -len(body.mentions))
    if len(ranked) < 2 or len(ranked[0].mentions) < 2 * len(ranked[1].mentions):
        return None
    return ranked[0].name


_JUST_BEFORE = 300  # characters


# A committee acts for the organization whose members sit in it; a staff or agency is a body of its own.
_COMMITTEE = patterns.compile(r"\b(?:Committee|Council|Assembly|Parliament|Secretariat|Chairmanship)\b")


# ---- the sides that a sentence names ----


def _sides(passage: Passage, terms: list[Term], start: int, end: int) -> Iterator[Side]:
    """The states and organizations of the sentence that stand as sides: "the Chilean delegation", "between Chile and NATO"."""
    text = passage.text
    listed: set[int] = set()
    for at, term in enumerate(terms):
        before, after = text[max(start, term.start - 90) : term.start], text[term.end : min(end, term.end + 60)]
        if _OF_BUSINESS.match(after) or (term.kind == "intorg" and _MEMBERS.match(after) and _THEIR_OWN.search(before)):
            continue
        lead = at in listed
        joins = at + 1 < len(terms) and _JOINED.fullmatch(text[term.end : terms[at + 1].start])
        alone = _ACTS.match(after) and _SENTENCE_HEAD.fullmatch(text[start : term.start])
        if lead or alone or _is_side(before, after) or (joins and _is_pair(text, terms, at, end)):
            if joins and not _BREAKS.search(text[term.end : terms[at + 1].start]):
                listed.add(at + 1)
            yield Side(term.value, term.kind in ("country", "demonym"), term.start, term.end)


# "the vice president of the | American | company": for no state
_OF_BUSINESS = patterns.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:compan(?:y|ies)|firms?|manufacturers?|corporation|shipbuilders?|contractors?|suppliers?|start-?ups?|consortium|business(?:es)?)\b"
)
# "her counterparts from | ASEAN | countries": each for his own state, and none for the body
_MEMBERS = patterns.compile(r"\s+(?:member\s+)?(?:nations|countries|states)\b")
_THEIR_OWN = patterns.compile(r"\b(?:counterparts|colleagues)\s+(?:from|of)\s+(?:the\s+|other\s+)?\Z")


def _group(text: str, start: int) -> Iterator[Side]:
    """The states of the groups that a sentence names with their ministers or chiefs: "the Nordic and the Baltic defence ministers"."""
    for match in lexicon().group.finditer(text):
        at = "before" if match["before"] else "behind"
        for name, states in lexicon().groups.items():
            if name in match[at]:
                yield from (Side(state, True, start + match.start(at), start + match.end(at)) for state in states)


# "The United States handed over two boats": a state that acts opens the sentence
_SENTENCE_HEAD = patterns.compile(r"(?:(?:On\s[\w\s]{3,20}|Today|Yesterday),?\s)?(?:[Tt]he\s)?(?:Republic\sof\s|Kingdom\sof\s)?")
_JOINED = patterns.compile(r"\s*(?:,|[-–—/&]|,?\s*\band\b)\s*(?:[Tt]he\s+)?(?:Republic\s+of\s+)?")
_BREAKS = patterns.compile(r"[.;]")
_BETWEEN = patterns.compile(r"\b(?:between|among)\s+(?:the\s+)?(?:Kingdom\s+of\s+|Republic\s+of\s+)?\Z")
_REPRESENTED = patterns.compile(r"\s+(?:was|were|is)\s+(?:represented|led|headed)\b|['’]s\s+(?:[\w-]+\s+){0,2}(?:delegation|side|team)\b")


def _is_side(before: str, after: str) -> bool:
    words = lexicon()
    if words.side_noun.match(after) or _REPRESENTED.match(after):
        return True
    last = before.rsplit(None, 1)[-1] if before.strip() else ""
    if last not in _LINKS and not last.endswith(","):
        return False
    if last in ("of", "the") and after[:1] != "’" and _OFFICE_OF.search(before):
        return True
    of = " of " in before or " from " in before
    with_them = "with " in before
    return bool(
        (of and words.sides_of.search(before))
        or _BETWEEN.search(before)
        or _HOSTED_BY.search(before)
        or (with_them and words.talks_with.search(before))
    )


# "First Deputy Minister of Defence of | Chile hosted": who holds the office is not named
_OFFICE_OF = patterns.compile(
    r"(?:^|[.,]\s|\b(?:[Tt]he|[Ww]ith|[Tt]oday,)\s)(?:(?:[A-Z][\w-]+\s+){0,3})(?:Minister|Secretary|Chief|Commander|Director|Inspector\s+General|Undersecretary)\s+"
    r"(?:(?:of|for|and|the)\s+|[A-Z][\w-]*\s+){1,7}of\s+(?:the\s+)?\Z"
)
_HOSTED_BY = patterns.compile(r"\b(?:co-?)?hosted\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:(?:Republic|Kingdom|State)\s+of\s+(?:the\s+)?)?\Z")
_LINKS = frozenset(["of", "from", "with", "by", "and", "the", "The", "between", "among"])  # one of which ends all that may lead to a side


def _is_pair(text: str, terms: list[Term], at: int, end: int) -> bool:
    """Whether the country opens a chain that ends in a noun of occasions or a verb: "Peru-Chile talks", "Peru and Chile held"."""
    last = at
    while last + 1 < min(len(terms), at + _LONGEST_CHAIN) and _JOINED.fullmatch(text[terms[last].end : terms[last + 1].start]):
        last += 1
    after = text[terms[last].end : min(end, terms[last].end + 80)]
    dashed = not set("-–—/").isdisjoint(text[terms[at].end : terms[at + 1].start])
    return bool(lexicon().pair_noun.match(after)) if dashed else bool(_ACTS.match(after)) or bool(lexicon().side_noun.match(after))


_LONGEST_CHAIN = 16  # countries joined by commas
_ACTS = patterns.compile(
    r"\s+(?:(?:today|have|has|yesterday|jointly|will|also|is|for\s+the\s+(?:first|second|third|fourth)\s+time|this\s+(?:week|month|year))\s+){0,2}(?:hold|held|sign|signed|discuss|discussed|close|closed|launch|launched|conclude|concluded|met|meet|agree|agreed|convened|conducted|began|begin|started|kicked|handed\s+over|delivered|donated|presented|hosted|hosts?|hosting|attended|participated|took\s+part|joined|reaffirm(?:ed)?|pledged?|vow(?:ed)?|exchanged?|stress(?:ed)?|reiterated?|strengthen(?:ed)?|deepen(?:ed)?|expand(?:ed)?|reviewed|were\s+(?:also\s+)?(?:represented|present))\b",
    re.IGNORECASE,
)
