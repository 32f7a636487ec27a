"""One occasion as it is gathered from the sentences that tell of it, and how days, places and names of two tellings compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from ingest.engine import patterns
from ingest.engine.dates import parse
from ingest.engine.rules.meetings import dateline
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date, Evidence, Place, Prominence, State
from ingest.engine.values import replace


@dataclass(slots=True)
class Occasion:
    """An occasion as it is gathered: frames in the order of the text, and who took part with the span that says so."""

    frames: list[Frame]
    status: Prominence
    state: State
    scene: Scene
    people: dict[str, Evidence] = field(default_factory=dict)
    sides: dict[str, tuple[Side, Evidence]] = field(default_factory=dict)
    hosts: dict[str, Evidence] = field(default_factory=dict)
    date: Date | None = None
    place: Place | None = None
    name: Name | None = None
    destination: Side | None = None  # the country visited
    of_several: bool = False  # "held talks with four counterparts": more meetings than one, which are told one by one
    series: Occasion | None = None  # the one of several in which this one lies

    @property
    def first(self) -> Frame:
        """The frame that opened the occasion."""
        return self.frames[0]

    @property
    def is_call(self) -> bool:
        """Whether it was held over a distance."""
        return self.frames[0].kind == "call"

    @property
    def is_umbrella(self) -> bool:
        """Whether only a journey is told, in which other meetings may lie."""
        return all(frame.kind == "visit" for frame in self.frames)

    @property
    def is_journey(self) -> bool:
        """Whether it opened with a visit."""
        return self.frames[0].kind == "visit"

    @property
    def is_gathering(self) -> bool:
        """Whether more than two may have taken part: it has a name, is told by those who meet in it, or nobody is named yet."""
        first = self.frames[0]
        return first.kind == "meeting" and (self.name is not None or first.trigger.rule.endswith(_GATHERINGS) or not self.people)

    @property
    def met(self) -> list[str]:
        """Those whom the others met: who stands behind the words that tell it; before them, where those are the hosts."""
        hosts = self.first.before if self.first.trigger.roles == "host-guest" else self.first.behind
        return [reference.person.name for reference in hosts if reference.person.name in self.people]

    @property
    def is_at_sea(self) -> bool:
        """Whether it was on waters that are no country's."""
        return self.place is not None and self.place.evidence.rule == "meetings.sea"

    @property
    def first_is_apart(self) -> bool:
        """Whether it is one of several that one sentence announced together."""
        return bool(self.frames) and self.frames[0].apart

    def states(self) -> set[str]:
        """The sides by name."""
        return set(self.sides)

    @property
    def is_series(self) -> bool:
        """Whether only one official is known who had several meetings."""
        return self.of_several and len(self.sides) < 2

    def join(self, scene: Scene, frame: Frame) -> None:
        self.frames.append(frame)
        to_day = frame.date is not None and not frame.date.end and not is_coarse(frame.date)
        narrows = self.date and self.date.end and to_day and frame.people and not self.people
        if self.first_is_apart and self.date and self.date.end and to_day and frame.people and frame.date and frame.tense == "past":
            narrows = overlap(self.date, frame.date)  # "held talks with Peru and Chile on 4 and 5 May. On the 5th, he met Colonel Roca"
        for reference in frame.people:
            self.add(scene, reference, frame.trigger.rule)
        for side in frame.sides:
            self.sides.setdefault(side.name, (side, told_at(side, scene, frame)))
        arrives = frame.kind == "visit" and not self.is_journey  # "General Popa arrived yesterday", told after the talks
        finer = self.date is not None and is_coarse(self.date) and frame.date is not None and not is_coarse(frame.date)
        ahead = frame.tense == "future" and self.state == "held" and self.frames[0] is not frame
        elsewhere = self._is_elsewhere_attended(frame)
        if not (arrives or ahead or elsewhere or self._is_of_paper(scene, frame)) and (
            self.date is None or narrows or finer or self._is_its_period(frame)
        ):
            self.date = frame.date or self.date
        to_come = ahead and not self.is_journey
        if (self.place is None or self._is_nearer(frame)) and not self._is_left(frame) and not to_come:
            self.place = _within(frame.place, self.place) or self.place
        self.name = self.name or (None if elsewhere else frame.name)
        self._note_host(scene, frame)
        self.destination = self.destination or (None if to_come else frame.destination)

    def _is_elsewhere_attended(self, frame: Frame) -> bool:
        """Whether words only say why somebody had come who met another: "met with Minister Popa, who is attending the Forum".

        Or in a sentence of their own: "The guests are in Lima to attend the Forum, which opened on Friday."
        """
        if not frame.trigger.rule.endswith("took-part") or not (self.first.before and self.first.behind):
            return False
        return frame.goes_on or _CAME_TO.search(frame.line.text, 0, frame.start - frame.line.start) is not None

    def _is_its_period(self, frame: Frame) -> bool:
        """Whether a sentence tells from when to when the exercise ran of which one day was told: "The exercise ran from 1 to 5 May"."""
        if self.first.kind != "exercise" or not frame.trigger.rule.endswith("exercise-held") or self.date is None or frame.date is None:
            return False
        return self.date.end is None and frame.date.end is not None and overlap(self.date, frame.date)

    def _is_of_paper(self, scene: Scene, frame: Frame) -> bool:
        """Whether a day is that of a paper of another year: "met with N … The two countries signed the agreement in 2015".

        Where nobody knows when the release was published, one of which month or year alone is told, or any beside an encounter that a
        weekday dates: "called on General Roca on Monday".
        """
        if self.frames[0] is frame or frame.date is None or "signed" not in frame.trigger.rule:
            return False
        if scene.published is None:
            dated = is_coarse(frame.date) or _WEEKDAY.search(self.frames[0].line.text) is not None
            return dated and frame.date.start[:1] != "X" and not frame.people
        return "X" not in scene.published[:4] + frame.date.start[:4] and frame.date.start[:4] != scene.published[:4] and not frame.people

    def _is_left(self, frame: Frame) -> bool:
        """Whether the traveller only goes on from the talks, to a country of none of the sides: "In the evening the minister left for"."""
        there = frame.place.country if frame.place else None
        return bool(self.frames[0] is not frame and frame.kind == "visit" and not self.is_umbrella and there and there not in self.sides)

    def _is_nearer(self, frame: Frame) -> bool:
        """Whether a sentence that opened with a place names another behind its verbs: "LIMA – The exercise opened at Port-Callao".

        So does one that tells where somebody went, and then where he was received: "flew to Lima, where he met N at Roca House". A town
        abroad in a sentence behind it goes before that of a dateline, where the release was written.
        """
        if self.place is None or frame.place is None:
            return False
        if frame.line.number != self.first.line.number:
            return dateline.is_dateline(self.first.line, self.place) and is_other_place(frame.place, self.place)
        opens = self.place.evidence.start < self.first.start <= frame.place.evidence.start
        goes_there = self.is_journey and frame.kind == "meeting" and self.place.evidence.end < frame.end <= frame.place.evidence.start
        return opens or goes_there

    def add(self, scene: Scene, reference: Reference, rule: str) -> None:
        at = scene.evidence(reference.start, reference.end, rule)
        self.people.setdefault(reference.person.name, at)
        side = scene.side_of(reference.person)
        if side:
            self.sides.setdefault(side.name, (side, at))

    def _note_host(self, scene: Scene, frame: Frame) -> None:
        hosts = {"host-guest": frame.before, "guest-host": frame.behind, "peers": (), "guest": ()}[frame.trigger.roles]
        if frame.trigger.roles == "host-guest" and not hosts and (at_home := _at_home(frame)) and at_home.name not in self.sides:
            at = scene.evidence(frame.start, frame.end, frame.trigger.rule)
            self.hosts[at_home.name], self.sides[at_home.name] = at, (at_home, at)
        before = {side.name: side for side in frame.sides if side.start < frame.start and side.start > frame.line.start}
        if frame.trigger.roles == "host-guest" and not hosts and not self.hosts and len(before) == 1:
            self.hosts.update((name, scene.evidence(side.start, side.end, frame.trigger.rule)) for name, side in before.items())
        guests = {side.name for each in frame.people if each not in hosts and (side := scene.side_of(each.person))}
        for reference in hosts:
            if scene.is_unsure(reference.person.name) and (guess := scene.side_of(reference.person)) and guess.name in guests:
                continue  # of the only state that the release names, which is that of the guests
            side = scene.side_of(reference.person) or _at_home(frame)
            if side:
                at = scene.evidence(frame.start, frame.end, frame.trigger.rule)
                self.hosts.setdefault(side.name, at)
                self.sides.setdefault(side.name, (side, at))


_WEEKDAY = patterns.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_CAME_TO = patterns.compile(
    r"\b(?:(?:is|are|was|were)\s+in|arrived\s+in|came\s+to|travell?ed\s+to|visiting|visited)\s[^.;,]{2,60}?\sto\s\Z"
)
_GATHERINGS = (
    "gathering-of",
    "heads-gather",
    "hosts-gathering",
    "was-held",
    "took-part",
    "took-part-with",
    "chaired",
    "conference-of-many",
)


def told_at(side: Side, scene: Scene, frame: Frame) -> Evidence:
    """Where a side is named, or the words that tell of the occasion where nothing beside them names it, but who took part is of it."""
    start, end = (side.start, side.end) if side.end else (frame.start, frame.end)
    return scene.evidence(start, end, frame.trigger.rule)


def _at_home(frame: Frame) -> Side | None:
    """The country of the place: a host of whom nothing else is told receives in his own."""
    return Side(frame.place.country, True, 0, 0) if frame.place and frame.place.country else None


# ---- comparing ----


def _within(place: Place | None, town: Place | None) -> Place | None:
    """The place, in the country of the town told before it where its own is not told: "flew to Lima, … at Roca House"."""
    if place is None or place.country or town is None or place.evidence.rule != "places.site":
        return place
    return replace(place, country=town.country)


def alike(one: str, other: str) -> bool:
    numbers = [set(_NUMBER.findall(text.casefold())) for text in (one, other)]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return False  # the 18th Session and the 19th
    mine, theirs = (set(re.findall(r"[A-Z]\w+", text)) for text in (one, other))
    return len(mine & theirs) * 2 >= min(len(mine), len(theirs))


_NUMBER = re.compile(
    r"\b(?:\d+(?=(?:st|nd|rd|th)\b)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b)"
)


def overlap(one: Date, other: Date) -> bool:
    """Whether two dates can be of one occasion; a month or year holds its days."""
    if is_coarse(one) or is_coarse(other):
        parts = ((one.start[:4], other.start[:4]), (one.start[5:7], other.start[5:7]))
        return all("X" in mine or "X" in theirs or mine == theirs for mine, theirs in parts)
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def is_coarse(date: Date) -> bool:
    return date.start.endswith("XX")


def days_apart(one: Date, other: Date | None) -> int:
    first, second = parse(one.start.replace("XXXX", "2000")), parse(other.start.replace("XXXX", "2000")) if other else None
    if first is None or second is None or first.exact is None or second.exact is None:
        return 0 if second is None or first == second else 99
    return abs(first.exact - second.exact) // timedelta(days=1)


def is_close(frame: Frame, occasion: Occasion) -> bool:
    """Whether a call is told for a day right beside the occasion’s."""
    return frame.date is not None and occasion.date is not None and days_apart(frame.date, occasion.date) <= 2


def is_of_another_month(frame: Frame, lead: Occasion) -> bool:
    """Whether only a month or year is told, and another than the lead’s: "was signed in 2011"."""
    if frame.date is None or lead.date is None or not is_coarse(frame.date) or is_coarse(lead.date):
        return False
    return not overlap(frame.date, lead.date)


def is_other_place(one: Place, other: Place) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def venue_side(occasion: Occasion) -> Side | None:
    country = country_of(occasion)
    return Side(country, True, 0, 0) if country else None


def country_of(occasion: Occasion) -> str | None:
    if occasion.is_call or occasion.is_at_sea:
        return None
    if occasion.place and occasion.place.country:
        return occasion.place.country
    if occasion.destination:
        return occasion.destination.name
    return next((name for name in occasion.hosts if is_state(occasion, name) and not _is_house_abroad(occasion, name)), None)


def bodies_of(occasion: Occasion, states: int) -> Iterator[str]:
    """The international organizations that took part; a group whose states are told took part as these: "the G7: Chile, Peru and".

    Each is called as the release calls it: by letters where they are nowhere spelled out.
    """
    text = occasion.scene.passage.text
    groups = {term.value for term in occasion.scene.passage.terms if term.kind == "group"} if states > _PAIR else set()
    sides = (side for name, (side, _) in occasion.sides.items() if not side.is_state and name not in groups)
    return (side.name if side.name in text or not side.end else text[side.start : side.end] for side in sides)


_PAIR = 2  # states, of which a group has more


def is_state(occasion: Occasion, name: str) -> bool:
    """Whether a host is a state, and no body whose letters are those of one: "the AU Commissioner received"."""
    side = occasion.sides.get(name)
    return side[0].is_state if side else len(name) == _CODE


_CODE = len("CL")


def _is_house_abroad(occasion: Occasion, host: str) -> bool:
    """Whether only envoys received for a state, who do so where they serve: "the High Commissioner of Peru received Minister Popa"."""
    scene = occasion.scene
    theirs = [scene.person(name) for name in occasion.people if (home := scene.home(name)) and home.name == host]
    return bool(theirs) and all(ENVOY.search(person.position or "") for person in theirs)


ENVOY = patterns.compile(
    r"\b(?:ambassador|high\s+commissioner|charg[eé]|(?:defen[cs]e|military|naval|air|coast\s+guard)\s+(?:attach[eé]|advis[eo]r)|nuncio"
    r"|(?:minister[\s-]+)?counsell?or|deputy\s+(?:chief|head)\s+of\s+(?:the\s+)?mission)\b",
    re.IGNORECASE,
)


# "On the margins of the meeting", "Before the session", "In Lima on Thursday morning, before the ministerial,"
BESIDE = patterns.compile(
    r"(?:(?:In|On|At)\s[^,.;]{3,50},\s)?(?:(?:[Oo]n|[Aa]t|[Ii]n)\s+(?:the|its|their|this)\s+(?:margins|sidelines|fringes)\b"
    r"|(?:[Bb]efore|[Aa]fter|[Aa]head\s+of|[Pp]rior\s+to|[Ff]ollowing)\s+(?:the|this)\s+(?:[\w-]+\s+)?(?:session|meeting|ministerial|summit|conference|forum|parade|ceremony|dialogue|opening)\b)"
)
# "A day before the signing, the ministers met"
ANOTHER_DAY = patterns.compile(
    r"(?:(?:A|One|Two|Three|Several)\s+(?:days?|weeks?)\s+(?:before|earlier|prior|ahead|after|later)\b"
    r"|(?:On\s+)?[Tt]he\s+(?:(?:day|evening|eve)\s+(?:before|after|earlier)|(?:previous|preceding|following|next)\s+(?:day|evening|morning))\b)"
)
# "recalled his visit to Chile last year", "invited the minister to pay a visit to"
OTHER_TIME = patterns.compile(
    r"\b(?:recall\w*|last|latest|previous\w*|earlier|recent|recently|next|upcoming|forthcoming|coming\s+(?:week|month|year)|future|planned"
    r"|invit(?:ed|es|ing)|(?:will|would|plans?\s+to|look\w*\s+forward)\s+(?:\w+\s+){0,3}?(?:visit|welcom\w+)|had\s+(?:been|visited)|ago)\b",
    re.IGNORECASE,
)
