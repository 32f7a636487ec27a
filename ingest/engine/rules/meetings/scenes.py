"""A passage as the stage of meetings: its sentences with the people, sides, dates and places that stand in each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from weakref import proxy

from ingest.engine import gazetteers, patterns
from ingest.engine.rules import countries
from ingest.engine.rules import places as towns
from ingest.engine.rules.meetings import homes, sides
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.quotes import pieces
from ingest.engine.rules.references import Cast, Reference
from ingest.engine.types import Date, Evidence, Organization, Passage, Person, Place, Sentence, Term, Where
from ingest.engine.values import frozen, replace


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
    dates: tuple[Date, ...]
    places: tuple[Place, ...]
    quoted: tuple[tuple[int, int], ...]
    scene: Scene  # which holds this line, and must be held for it

    @property
    def sides(self) -> tuple[Side, ...]:
        """The states and organizations that stand as sides in it; of most sentences nobody asks for them."""
        found = self.scene.sides_in(self.number)
        whole = self.scene.lines[self.number]
        if self.start == whole.start and self.end == whole.end:
            return found
        return tuple(side for side in found if self.start <= side.start < self.end)  # a clause that stands by itself

    def speech(self, position: int) -> bool:
        """Whether the position lies inside quotation marks."""
        return bool(self.quoted) and any(start <= position < end for start, end in self.quoted)


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
        self.passage, self.published = passage, published
        self.where: Where = passage.where
        self.cast = cast or Cast(passage, officials)
        self.officials = officials
        self._homes = {**homes.of_officials(officials, bodies), **homes.in_missions(passage, officials, bodies)}
        self._by_name = {person.name: person for person in reversed(officials)}
        self._international = [body for body in bodies if body.country == "INT"]
        spans = [(at, body) for body in bodies for at in body.mentions if at.where == passage.where]
        self._national = sorted((at.start, at.end, body.country) for at, body in spans if body.country and body.country != "INT")
        self._body_spans = sorted((at.start, at.end) for at, _ in spans)
        self._sites = sorted((at.start, at.end) for at, body in spans if _SITE.search(body.name))
        self._dates = [date for date in dates if date.evidence.where == passage.where]
        self._quoted = _speech(passage.text)
        named = [(reference.start, reference.end) for reference in self.cast.references if reference.how == "name"]
        self._places = _with_country(
            [place for place in places if place.evidence.where == passage.where and not _inside(named, place.evidence)]
        )
        ships = countries.names_ships(passage)
        names = sorted([*named, *self._uniforms(), *self._international_names()])
        self._states = [
            term
            for term in passage.terms
            if _may_be_side(passage.text, term)
            and not _inside(names, term)
            and not _HOSTILE.match(passage.text, term.end)
            and not (ships and countries.is_of_ship(passage.text, term))
        ]
        self._state_starts = [term.start for term in self._states]
        self._told_homes = self._read_homes()
        self._acting = frozenset(home.name for home in self._homes.values() if not home.is_state)
        self._sides: dict[int, tuple[Side, ...]] = {}  # of the lines of which somebody has asked for them
        self._date_starts = [date.evidence.start for date in self._dates]
        self._place_starts = [place.evidence.start for place in self._places]
        itself = proxy(self)  # else all that was read of a release would wait for a search for garbage in cycles
        self.lines = tuple(self._line(number, sentence, itself) for number, sentence in enumerate(_whole(passage, named)))

    def _uniforms(self) -> Iterator[tuple[int, int]]:
        """Services behind names of those who act for an organization of states: "the Commander of KFOR, General N, | German Army |"."""
        for reference in self.cast.references:
            home = self._homes.get(reference.person.name) if reference.how == "name" else None
            if home is not None and not home.is_state and (uniform := _UNIFORM.match(self.passage.text, reference.end)):
                yield uniform.span()

    def _international_names(self) -> Iterator[tuple[int, int]]:
        """Where bodies of several states are named that bear the name of the one in which they are: "Kosovo Force"; no committee of two."""
        for body in self._international:
            if _IS_SENT.search(body.name):
                yield from ((at.start, at.end) for at in body.mentions if at.where == self.where)

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

    def forms_of(self, name: str) -> tuple[str, ...]:
        """The name of an international organization and the other forms of it that the release uses."""
        return next(((body.name, *body.aliases) for body in self._international if body.name == name), (name,))

    def acting_body(self, start: int, end: int) -> Side | None:
        """The state whose ministry or force stands as subject right before the position `end`: "The Royal Navy | hosted"."""
        at = bisect_left(self._national, (end, 0, "")) - 1
        if at < 0 or self._national[at][0] < start or not _VERBAL.fullmatch(self.passage.text, self._national[at][1], end):
            return None
        begin, stop, country = self._national[at]
        is_firm = _FIRM.search(self.passage.text, max(start, begin - _LONGEST_FIRM), begin)
        return None if is_firm else Side(country, True, begin, stop)

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

    def _line(self, number: int, sentence: Sentence, scene: Scene) -> Line:
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
            dates=tuple(self._dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]),
            places=tuple(self._places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, end)]),
            quoted=self._quoted_within(start, end),
            scene=scene,
        )

    def sides_in(self, number: int) -> tuple[Side, ...]:
        """The states and organizations that stand as sides in the line of this number, in order."""
        if number not in self._sides:
            line = self.lines[number]
            named = [
                *sides.named(self.passage, self.terms(line.start, line.end), line.start, line.end),
                *sides.of_groups(line.text, line.start, line.parts),
            ]
            self._sides[number] = tuple(sorted(map(self._as_body, named), key=lambda side: side.start))
        return self._sides[number]

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
        for body in self._international:
            if body.name in self._acting and any(
                at.where == self.where and at.start <= side.start and side.end <= at.end and at.end - at.start > side.end - side.start
                for at in body.mentions
            ):
                return body.name
        return None


def _may_be_side(text: str, term: Term) -> bool:
    """Whether a term names a state, an organization of states, or a group of states by those who are met: "with | G7 | leaders"."""
    if term.kind != "group":
        return term.kind in _SIDES
    if _MET_THOSE_OF.search(text, max(0, term.start - _FAR), term.start):
        return True
    return bool(_ITS_PEOPLE.match(text, term.end) and _MET.search(text, max(0, term.start - _LONGEST_STATE), term.start))


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


_UNIFORM = patterns.compile(
    r"(?:,\s|\s\(|\s+of\s+(?:the\s+)?)(?:[A-Z][\w.-]*\s+){1,3}(?:Navy|Army|Air\s+Force|Marine\s+Corps|Marines|Armed\s+Forces|Land\s+Forces|Coast\s+Guard)\b"
)
_IS_SENT = patterns.compile(r"\b(?:Force|Mission|Operation)\b")
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
_LONGEST_FIRM = 30  # characters of "the defence contractor "
# "the Chilean company | Famae": it signs for no state
_FIRM = patterns.compile(r"\b(?:company|firm|manufacturer|corporation|consortium|contractor|supplier|shipbuilder|start-?up|shipyard)\s+\Z")
_SIDES = frozenset({"country", "demonym", "intorg"})
_MET = patterns.compile(
    r"\b(?:with|joined|met|between|hosted|convened|welcomed|called|addressed)\s+(?:(?:the|his|her|their|fellow|other|senior|all|for|leaders|of)\s+)*\Z"
)
# "met today with ambassadors from the | Bucharest Nine", "spoke by telephone with the | G7"
_MET_THOSE_OF = patterns.compile(
    r"\b(?:(?:met|spoke|talked|conferred|consulted)\s+(?:[\w,]+\s+){0,6}?with|joined|hosted|convened|welcomed|briefed)\s+(?:the\s+|other\s+|fellow\s+)*"
    r"(?:(?:[\w-]+,?\s+){0,8}?(?:leaders|ambassadors|counterparts|ministers|representatives|officials|colleagues|[Aa]dvis[eo]rs|heads\s+of\s+\w+)\s+(?:of|from)\s+(?:the\s+)?)?\Z"
)
_FAR = 120  # characters before a group in which it is told that those of it were met
_ITS_PEOPLE = patterns.compile(
    r"\)?\s+(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Nn]ational\s+[Ss]ecurity)\s+)?"
    r"(?:[Ll]eaders|[Cc]ounterparts|[Aa]mbassadors|[Mm]inisters|[Pp]artners|[Oo]fficials|[Rr]epresentatives|[Aa]dvis[eo]rs|[Hh]eads\s+of)\b(?!['’])"
)
# "in the face of the Russian | aggression": what is done, not who met
_HOSTILE = patterns.compile(
    r"(?:['’]s?)?\s+(?:(?:military|armed|full-scale|illegal|unprovoked|brutal|ongoing|continued)\s+){0,3}"
    r"(?:aggression|invasion|occupation|attacks?|assaults?|strikes?|shelling|threats?|propaganda|war)\b"
)
