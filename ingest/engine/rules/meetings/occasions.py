"""What the frames of a release amount to: each occasion once, with all that is told of it, and whether the release is about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from ingest.engine.dates import parse
from ingest.engine.rules.meetings import frames as reading
from ingest.engine.rules.meetings import when_and_where as when
from ingest.engine.rules.meetings import who
from ingest.engine.rules.meetings.frame import Frame
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.names import Name
from ingest.engine.rules.meetings.scenes import Line, Scene, Side
from ingest.engine.rules.references import Reference
from ingest.engine.types import Date, Evidence, Person, Place, Prominence, State


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

    @property
    def first(self) -> Frame:
        """The frame that opened the occasion."""
        return self.frames[0]

    @property
    def is_call(self) -> bool:
        """Whether it was held over a distance."""
        return self.first.kind == "call"

    @property
    def is_umbrella(self) -> bool:
        """Whether only a journey is told, in which other meetings may lie."""
        return all(frame.kind == "visit" for frame in self.frames)

    @property
    def is_journey(self) -> bool:
        """Whether it opened with a visit."""
        return self.first.kind == "visit"

    def states(self) -> set[str]:
        """The sides by name."""
        return set(self.sides)


_MOST = 80  # occasions of one release; a text with more is a chronicle or no prose


class Gathering:
    """Reads a body line by line and keeps the occasions told so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.occasions: list[Occasion] = []
        self._told: Occasion | None = None
        self._listing = False
        self._listing_of_lead = False  # the list stands under a heading: it is of the meeting that the release reports
        self._setting: Line | None = None
        self._setting_is_heading = False
        self._row = (-1, -1)  # paragraph and number of a sentence that lists people between semicolons

    def read(self) -> list[Occasion]:
        """All occasions of the body, in the order in which they are told first."""
        for line in self.scene.lines:
            if len(self.occasions) >= _MOST:
                break
            told = tuple(frame for frame in reading.of_line(self.scene, line) if not frame.trigger.faint or self._is_news(frame))
            self._set(line, told)
            for frame in told:
                frame = self._in_setting(frame)
                for single in _singled(frame, self.scene):
                    self._take(single)
            self._add_present(line, told)
        return self.occasions

    # ---- the setting: a heading or short sentence that says where what follows was ----

    def _set(self, line: Line, told: tuple[Frame, ...]) -> None:
        if self._setting and (self._setting.paragraph != line.paragraph and not self._setting_is_heading):
            self._setting = None
        if told or line.people or len(line.text) > 100:
            return
        terms = [term for term in self.scene.terms(line.start, line.end) if term.kind == "country"]
        if len(terms) == 1 and terms[0].end - terms[0].start >= len(line.text.strip(" :*#")) - 2:
            self._setting, self._setting_is_heading = line, True
        elif line.places and _STOPS.search(line.text):
            self._setting, self._setting_is_heading = line, False

    def _in_setting(self, frame: Frame) -> Frame:
        """The frame with day and place of the heading or sentence above, where it has none of its own."""
        if self._setting is None or frame.background or frame.tense != "past":
            return frame
        if self._setting_is_heading:
            term = next(term for term in self.scene.terms(self._setting.start, self._setting.end) if term.kind == "country")
            return frame if frame.destination else replace(frame, destination=Side(term.value, True, term.start, term.end))
        date = frame.date or (self._setting.dates[0] if self._setting.dates else None)
        return replace(frame, date=date, place=frame.place or self._setting.places[0])

    # ---- frames ----

    def _take(self, frame: Frame) -> None:
        frame = self._with_leaders(frame)
        if frame.goes_on and self._told is not None and self._told.frames[-1].line is frame.line:
            self._join(self._told, frame)
            return
        status, state = self._standing(frame)
        target = self._match(frame, status)
        if _OF_OCCASION.match(frame.line.text) and status == "mentioned" and frame.tense == "past" and not frame.background:
            target = self._told if self._told and self._told.status == "primary" else self._lead()
        if target is None:
            if not self._opens(frame, status):
                return
            target = Occasion([], status, state, self.scene)
            self.occasions.append(target)
        self._told = target
        self._join(target, frame)

    def _is_news(self, frame: Frame) -> bool:
        """Whether a faint trigger tells of people of two sides who met in no occasion told so far; a bare noun only opens a release."""
        names = {each.person.name for each in frame.people}
        if len(self._homes(names)) < 2 or any(names <= set(occasion.people) for occasion in self.occasions):
            return False
        return self._lead() is None or frame.trigger.needs == "object"

    def _opens(self, frame: Frame, status: Prominence) -> bool:
        """Whether the frame tells enough to be an occasion of its own."""
        if self._lead() is None:
            return bool(frame.people or frame.sides or frame.name)
        if frame.kind == "ceremony" and status == "primary":
            homes = {home.name for each in frame.people if (home := self.scene.side_of(each.person))}
            return bool(frame.people and (frame.date or len(homes) > 1))
        if frame.kind == "visit" and not (frame.place or frame.destination or _meets_somebody(frame)):
            return False  # sights seen on the way
        return bool(frame.people or frame.name or (len({side.name for side in frame.sides}) > 1))

    def _with_leaders(self, frame: Frame) -> Frame:
        """The frame with those for whom "the Chilean delegation", "the guest" or "the visit" stands."""
        if frame.by_journey and not frame.before:
            journey = next((occasion for occasion in self.occasions if occasion.is_umbrella), None) or self._lead()
            guests = journey.first.before if journey else ()
            return replace(frame, before=guests)
        if not frame.before:
            frame = replace(frame, before=self._meant(frame))
        before, behind = frame.before, frame.behind
        present = {home.name for person in frame.people if (home := self.scene.side_of(person.person))}
        for side in frame.sides:
            leader = self._leader(side, frame) if side.name not in present else None
            if leader and side.start < frame.start:
                before = (*before, leader)
            elif leader:
                behind = (*behind, leader)
        return replace(frame, before=before, behind=behind)

    def _meant(self, frame: Frame) -> tuple[Reference, ...]:
        """Those whom "the delegation", "the guests" or "the ministers" before the words means: one for each side that was told."""
        lead = self._lead()
        told = self._told if self._told and self._told.status == "primary" else lead
        if lead is None or told is None:
            return ()
        words = self.scene.passage.text[frame.line.start : frame.start]
        guests = _GUESTS.search(words) or _IT.fullmatch(words)
        if guests:
            at_home = {home.name for each in frame.behind if (home := self.scene.side_of(each.person))} | set(lead.hosts)
            if lead.place and lead.place.country:
                at_home.add(lead.place.country)
            name = next((name for name in lead.people if (home := self._home(name)) and home.name not in at_home), None)
            return (self._reference(frame, name),) if name else ()
        if frame.plural and (frame.behind or _is_tour(frame)) and not frame.name:
            first: dict[str, str] = {}
            for name in told.people:
                home = self._home(name)
                if home:
                    first.setdefault(home.name, name)
            return tuple(self._reference(frame, name) for name in first.values()) if len(first) > 1 else ()
        return ()

    def _reference(self, frame: Frame, name: str) -> Reference:
        return Reference(frame.line.start, frame.start, self.scene.person(name), "title")

    def _leader(self, side: Side, frame: Frame) -> Reference | None:
        """The one whom "the Chilean delegation" or "his Chilean counterpart" means: the first of the side in an earlier occasion."""
        stands_for = _DELEGATION.match(self.scene.passage.text, side.end)
        if stands_for is None:
            return None
        for occasion in self.occasions:
            name = next((name for name in occasion.people if (home := self._home(name)) and home.name == side.name), None)
            if name and occasion.status == "primary":
                leader = self.scene.person(name)
                fits = "counterpart" not in stands_for.group() or any(_same_office(leader, each.person) for each in frame.people)
                return Reference(side.start, side.end, leader, "title") if fits else None
        return None

    def _standing(self, frame: Frame) -> tuple[Prominence, State]:
        """Whether the frame tells of what the release reports, and whether that was held."""
        lead = self._lead()
        state = _state(frame)
        if lead is None:
            long_ago = frame.background and frame.tense == "past" and not frame.people
            return ("mentioned" if long_ago or when.is_invited(frame.line, frame.start) else "primary"), state
        if frame.tense == "relative" and not _ITSELF.search(frame.line.text[: frame.start - frame.line.start]):
            return "mentioned", state
        if frame.background or frame.kind == "exercise" or _ON_THE_WAY.search(frame.line.text[: frame.start - frame.line.start]):
            return "mentioned", state
        if frame.trigger.rule.endswith("hosts-gathering") or state in ("cancelled", "postponed") or _is_of_another_month(frame, lead):
            return "mentioned", state
        if frame.tense == "perfect":
            return ("primary" if self._is_same_journey(frame, lead) else "mentioned"), state
        if state == "planned" and lead.state == "held":
            goes_on = self._is_same_journey(frame, lead) and _meets_somebody(frame)
            return ("primary" if goes_on or self._is_of_journey(frame, lead) else "mentioned"), state
        return ("primary" if self._is_related(frame) else "mentioned"), state

    def _is_of_journey(self, frame: Frame, lead: Occasion) -> bool:
        """Whether a journey that has begun is told on: its traveller, nobody else by name, nowhere else."""
        names = {reference.person.name for reference in frame.people}
        return lead.is_umbrella and bool(names) and names <= set(lead.people) and not self._is_elsewhere(frame, lead)

    def _lead(self) -> Occasion | None:
        return next((occasion for occasion in self.occasions if occasion.status == "primary"), None)

    def _is_same_journey(self, frame: Frame, lead: Occasion) -> bool:
        """Whether the frame tells of a day close to the lead's, with the same traveller in the same country."""
        shares = {reference.person.name for reference in frame.people} & self._primary_people()
        if not shares and not {side.name for side in frame.sides} & lead.states():
            return False
        return frame.date is not None and _days_apart(frame.date, lead.date) <= 6 and not self._is_elsewhere(frame, lead)

    def _is_elsewhere(self, frame: Frame, lead: Occasion) -> bool:
        there = frame.place.country if frame.place else None
        here = (lead.place.country if lead.place else None) or (lead.destination.name if lead.destination else None)
        return bool(there and here and there != here)

    def _is_related(self, frame: Frame) -> bool:
        """Whether one of those of a primary occasion takes part again, or nobody is named."""
        names = {reference.person.name for reference in frame.people}
        if names & self._primary_people() or not names:
            return True
        sides = {side.name for side in self._sides_of(frame)}
        return any(
            len(sides & occasion.states()) >= 2 and (frame.kind != "call" or _is_close(frame, occasion))
            for occasion in self.occasions
            if occasion.status == "primary"
        )

    def _primary_people(self) -> set[str]:
        return {name for occasion in self.occasions if occasion.status == "primary" for name in occasion.people}

    # ---- which occasion ----

    def _match(self, frame: Frame, status: Prominence) -> Occasion | None:
        """The occasion that the frame tells more about; None where it opens one."""
        for occasion in reversed(self.occasions):
            if occasion.status == status and self._is_same(frame, occasion):
                return occasion
        return None

    def _is_same(self, frame: Frame, occasion: Occasion) -> bool:
        if (frame.kind == "call") != occasion.is_call and frame.people:
            return False
        if frame.name and occasion.name and not _alike(frame.name.text, occasion.name.text):
            return False
        day = occasion.date or self._day_before(occasion)
        if frame.date and day and not _overlap(frame.date, day):
            return False
        if frame.place and occasion.place and _is_other_place(frame.place, occasion.place):
            return False
        if frame.destination and occasion.place and occasion.place.country not in (None, frame.destination.name):
            return False
        if frame.destination and occasion.destination and occasion.destination.name != frame.destination.name:
            return False
        if occasion.date and occasion.date.end and frame.date and not frame.date.end and (occasion.is_umbrella or len(occasion.sides) < 2):
            return False  # a day of the journey, a talk of a round
        if frame.name and not occasion.name and frame.place and occasion.place and frame.place.name != occasion.place.name:
            return False
        if (
            _is_tour(frame)
            and frame.place
            and not occasion.is_umbrella
            and frame.place.name != (occasion.place.name if occasion.place else "")
        ):
            return False  # sights seen after the talks
        mine, theirs = {reference.person.name for reference in frame.people}, set(occasion.people)
        sides = {side.name for side in self._sides_of(frame)}
        if frame.kind == "ceremony" and sides <= occasion.states() and occasion.status == "primary":
            return True
        if not mine and frame.name and not sides and not frame.plural and occasion.name is None:
            return frame.line.number - occasion.frames[-1].line.number <= 2  # "On this occasion the second session of the Forum took place"
        if not mine:
            return frame.plural or not sides or sides <= occasion.states() or not occasion.people
        if frame.sequel and len(mine) > 1 and len(self._homes(mine)) < len(self._homes(theirs)):
            return False  # "in the margins, the two ministers met"
        if mine <= theirs:
            return True
        if not theirs:
            return bool(sides & occasion.states()) or not occasion.states()
        if not mine & theirs:
            return False
        if occasion.state == "planned" and occasion.is_journey and frame.tense == "future":
            return True  # what is announced for a journey is part of it
        return not frame.sequel and theirs <= mine and occasion.states() <= sides and self._is_open(occasion)

    def _day_before(self, occasion: Occasion) -> Date | None:
        """The day of the primary occasion told before this one, which it shares unless it says otherwise; None where that took several."""
        if occasion.status != "primary":
            return None
        earlier = [other for other in self.occasions[: self.occasions.index(occasion)] if other.status == "primary" and other.date]
        date = earlier[-1].date if earlier else None
        return date if date and date.end is None else None

    def _is_open(self, occasion: Occasion) -> bool:
        """Whether the people of one side only are known so far."""
        homes = {side.name for name in occasion.people if (side := self._home(name))}
        return len(homes) < 2

    def _homes(self, names: set[str]) -> set[str]:
        return {home.name for name in names if (home := self._home(name))}

    def _home(self, name: str) -> Side | None:
        return self.scene.home(name)

    def _sides_of(self, frame: Frame) -> Iterable[Side]:
        yield from frame.sides
        for reference in frame.people:
            side = self.scene.side_of(reference.person)
            if side:
                yield side

    # ---- joining ----

    def _join(self, occasion: Occasion, frame: Frame) -> None:
        occasion.frames.append(frame)
        narrows = occasion.date and occasion.date.end and frame.date and not frame.date.end and frame.people and not occasion.people
        for reference in frame.people:
            self._add(occasion, reference, frame.trigger.rule)
        for side in frame.sides:
            occasion.sides.setdefault(side.name, (side, self.scene.evidence(side.start, side.end, frame.trigger.rule)))
        if occasion.date is None or narrows or (_is_coarse(occasion.date) and frame.date and not _is_coarse(frame.date)):
            occasion.date = frame.date or occasion.date
        occasion.place = occasion.place or frame.place
        occasion.name = occasion.name or frame.name
        self._note_host(occasion, frame)
        occasion.destination = occasion.destination or frame.destination

    def _add(self, occasion: Occasion, reference: Reference, rule: str) -> None:
        at = self.scene.evidence(reference.start, reference.end, rule)
        occasion.people.setdefault(reference.person.name, at)
        side = self.scene.side_of(reference.person)
        if side:
            occasion.sides.setdefault(side.name, (side, at))

    def _note_host(self, occasion: Occasion, frame: Frame) -> None:
        hosts = {"host-guest": frame.before, "guest-host": frame.behind, "peers": (), "guest": ()}[frame.trigger.roles]
        for reference in hosts:
            side = self.scene.side_of(reference.person) or self._at_home(frame)
            if side:
                at = self.scene.evidence(frame.start, frame.end, frame.trigger.rule)
                occasion.hosts.setdefault(side.name, at)
                occasion.sides.setdefault(side.name, (side, at))

    def _at_home(self, frame: Frame) -> Side | None:
        """The country of the place: a host of whom nothing else is told receives in his own."""
        return Side(frame.place.country, True, 0, 0) if frame.place and frame.place.country else None

    # ---- those who are named beside ----

    def _add_present(self, line: Line, told: tuple[Frame, ...]) -> None:
        """Adds those whom a sentence names as present, or an item of a list of participants."""
        present = [occasion for occasion in self.occasions if occasion.status == "primary"]
        if not present:
            return
        is_announced = present[0].state == "planned" and bool(_WILL_COME.search(line.text))
        if _NATIONS.search(line.text):
            self._add_nations(present[0], line)
            return
        goes_on = self._row == (line.paragraph, line.number - 1) and ";" in line.text
        heads_list = not told and len(line.text) < 60 and bool(_LIST_HEAD.fullmatch(line.text))
        self._listing_of_lead = heads_list or (self._listing and self._listing_of_lead)
        self._listing = heads_list or (self._listing and _is_item(line))
        self._listing_of_lead = self._listing_of_lead and self._listing
        if heads_list:
            return
        cue = None if line.words.isdisjoint(lexicon().presence_stems) else lexicon().presence.search(line.text)
        if (
            not self._listing
            and not goes_on
            and (cue is None or line.speech(line.start + cue.start()) or (_is_aside(line, cue.start()) and not is_announced))
        ):
            return
        if any(frame.tense in ("future", "relative", "perfect") or frame.background for frame in told):
            return
        if line.text.count(";") >= 2:
            self._row = (line.paragraph, line.number)
        people = tuple(who.present(self.scene.passage.text, line, list(line.people)))
        own = {reference.person.name for frame in told for reference in frame.people}
        for occasion in self._attended(line, present):
            for reference in people:
                if not told or reference.person.name not in own:
                    self._add(occasion, reference, "meetings.present")
            for side in line.sides if not told else ():
                occasion.sides.setdefault(side.name, (side, self.scene.evidence(side.start, side.end, "meetings.present")))
        self._listing = self._listing or bool(
            re.search(r"(?:included|were|are|comprised|of|participants|attended\s+by)\b[^.]{0,30}:\s*$", line.text, re.IGNORECASE)
        )

    def _add_nations(self, occasion: Occasion, line: Line) -> None:
        for term in self.scene.terms(line.start, line.end):
            if term.kind == "country":
                side = Side(term.value, True, term.start, term.end)
                occasion.sides.setdefault(side.name, (side, self.scene.evidence(side.start, side.end, "meetings.present")))

    def _attended(self, line: Line, present: list[Occasion]) -> list[Occasion]:
        """The occasions at which those named as present were: the one told last, unless the words say more."""
        if _ALL.search(line.text):
            return present
        if _BOTH.search(line.text):
            return present[-2:]
        if self._listing and not line.people and not line.sides:
            return []
        return present[:1] if self._listing_of_lead else present[-1:]


# "Participants will include Ministers Popa of Romania and"
_WILL_COME = re.compile(
    r"\bparticipants\s+will\b|\bwill\s+(?:be\s+(?:attended|represented)|also\s+(?:attend|take\s+part))\b", re.IGNORECASE
)
# "Participating nations include Chile, Peru and"
_NATIONS = re.compile(
    r"\b(?:participating|attending)\s+(?:nations|countries|states)\b[^.;:]{0,60}?\b(?:include|included|are|were)\b", re.IGNORECASE
)
_BOTH = re.compile(r"\bboth\s+(?:meetings|talks|sessions|events)\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:attended|at)\s+the\s+meetings\b|\b(?:all|the\s+(?:above-?\s?mentioned|above))\s+(?:of\s+)?(?:the\s+|these\s+)?(?:meetings|talks|events|activities|engagements)\b",
    re.IGNORECASE,
)
# a line that stands above a list: "Participants", "(Chilean side)"
_LIST_HEAD = re.compile(
    r"\W*(?:(?:list\s+of\s+)?(?:participants|attendees|attendance|those\s+present|present|delegations?)\b[^.;]{0,30}"
    r"|[\w ]{3,30}\s(?:side|delegation))\W*\Z",
    re.IGNORECASE,
)


# "the talks which were hosted by": the relative clause tells of the occasion at hand
_ITSELF = re.compile(
    r"\b(?:the|these|this)\s+(?:\w+\s+)?(?:talks|meeting|session|conference|ceremony|dialogue|visit|discussions|call),?\s+(?:which|that)\s+\Z",
    re.IGNORECASE,
)


# "a visit to Indonesia to attend the Forum": why somebody travelled, told beside the meeting reported
def _same_office(one: Person, other: Person) -> bool:
    """Whether two people hold offices of one name: counterparts."""
    mine, theirs = (set(re.findall(r"[a-z]{4,}", (person.position or "").casefold())) for person in (one, other))
    return bool(mine) and (mine == theirs or len(mine & theirs) >= 2)


# "Later the delegation ", "The guests were "
_GUESTS = re.compile(
    r"\b[Tt]h(?:e|eir)\s+(?:visiting\s+|[A-Z]\w+\s+)?(?:delegation|team|guests?|visitors?|party|entourage|dignitar(?:y|ies))\b(?:\s+(?!from\b|of\b|led\b)\w+){0,4}\s*\Z"
)
_IT = re.compile(r"It\s+(?:(?:will|then|later|also|was)\s+){0,3}")  # the delegation of the sentence before
_ON_THE_WAY = re.compile(r"\b(?:visit|trip|travel\w*|arrived|came|stay)\b[^,.;]{0,60}\bto\s+\Z")
_DELEGATION = re.compile(r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:delegation|side|guest|visitor|dignitary|counterpart|team)\b", re.IGNORECASE)


def _singled(frame: Frame, scene: Scene) -> Iterator[Frame]:
    """One frame for each counterpart of "bilateral meetings with N and M", else the frame itself."""
    words = scene.passage.text[frame.start : max(frame.end, frame.behind[0].start if frame.behind else 0)]
    homes = {side.name for person in frame.behind if (side := scene.side_of(person.person))}
    if len(homes) < 2 or not _EACH.search(words):
        yield frame
        return
    for home in sorted(homes, key=lambda name: next(at for at, p in enumerate(frame.behind) if _is_of(scene, p, name))):
        behind = tuple(person for person in frame.behind if _is_of(scene, person, home))
        yield replace(frame, behind=behind, sides=tuple(side for side in frame.sides if side.name == home), sequel=True)


_EACH = re.compile(
    r"\b(?:bilateral|separate|individual|one-on-one|sideline)\s+(?:\w+\s+)?(?:meetings|talks|discussions)\b|\bseparately\b", re.IGNORECASE
)


def _is_of(scene: Scene, reference: Reference, home: str) -> bool:
    side = scene.side_of(reference.person)
    return side is not None and side.name == home


def _meets_somebody(frame: Frame) -> bool:
    """Whether somebody is named behind the words: "will leave for Arica, where it will be welcomed by Colonel Luis Roca"."""
    return any(person.start >= frame.start for person in frame.line.people)


# One of these stands in every sentence that tells of what was not held.
_PUT_OFF = frozenset(["postponed", "put", "rescheduled", "deferred", "cancelled", "canceled", "called", "scrapped"])


def _state(frame: Frame) -> State:
    if _PUT_OFF.isdisjoint(frame.line.words):
        return "planned" if frame.tense == "future" else "held"
    if lexicon().cancelled.search(frame.line.text):
        return "cancelled"
    if lexicon().postponed.search(frame.line.text):
        return "postponed"
    return "planned" if frame.tense == "future" else "held"


def _is_item(line: Line) -> bool:
    """Whether a line reads as an item of a list: a bullet, a letter, or a name and an office without a verb."""
    return bool(re.match(r"\s*(?:[-–—•·*●▪o]\s|\(?[a-z0-9]{1,3}[).]\s)", line.text)) or (
        bool(line.people) and line.people[0].start - line.start < 40 and len(line.text) < 200
    )


def _is_aside(line: Line, position: int) -> bool:
    """Whether the cue belongs to another day: "who will attend", "which was attended by"."""
    lead = line.text[max(0, position - 40) : position]
    return bool(re.search(r"\b(?:will|would|to|had|which)\s+(?:\w+\s+)?\Z", lead)) or bool(
        lexicon().background.search(line.text[max(0, position - 60) : position + 60])
    )


def _is_tour(frame: Frame) -> bool:
    """Whether a place was gone over, not only arrived at."""
    return frame.kind == "visit" and bool(re.match(r"(?:visit|tour|inspect)", frame.line.text[frame.start - frame.line.start :]))


# "The last stop was Cotonou on 7 February."
_STOPS = re.compile(r"\b(?:stop|leg|stage|destination|day)\b[^.;]{0,40}\b(?:was|is|were|took|in|at)\b", re.IGNORECASE)


# "The meeting was opened by Minister Popa and chaired by Secretary Doe"
_OF_OCCASION = re.compile(
    r"(?:The|This)\s+(?:\w+\s+){0,2}(?:meeting|talks|session|conference|ceremony|dialogue|discussions|event|forum)\s+(?:was|were|is)\b",
    re.IGNORECASE,
)


# ---- comparing ----


def _alike(one: str, other: str) -> bool:
    mine, theirs = (set(re.findall(r"[A-Z]\w+", text)) for text in (one, other))
    return len(mine & theirs) * 2 >= min(len(mine), len(theirs))


def _overlap(one: Date, other: Date) -> bool:
    """Whether two dates can be of one occasion; a month or year holds its days."""
    if _is_coarse(one) or _is_coarse(other):
        parts = ((one.start[:4], other.start[:4]), (one.start[5:7], other.start[5:7]))
        return all("X" in mine or "X" in theirs or mine == theirs for mine, theirs in parts)
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _is_coarse(date: Date) -> bool:
    return date.start.endswith("XX")


def _days_apart(one: Date, other: Date | None) -> int:
    first, second = parse(one.start.replace("XXXX", "2000")), parse(other.start.replace("XXXX", "2000")) if other else None
    if first is None or second is None or first.exact is None or second.exact is None:
        return 0 if second is None or first == second else 99
    return abs(first.exact - second.exact) // timedelta(days=1)


def _is_close(frame: Frame, occasion: Occasion) -> bool:
    """Whether a call is told for a day right beside the occasion’s."""
    return frame.date is not None and occasion.date is not None and _days_apart(frame.date, occasion.date) <= 2


def _is_of_another_month(frame: Frame, lead: Occasion) -> bool:
    """Whether only a month or year is told, and another than the lead’s: "was signed in 2011"."""
    if frame.date is None or lead.date is None or not _is_coarse(frame.date) or _is_coarse(lead.date):
        return False
    return not _overlap(frame.date, lead.date)


def _is_other_place(one: Place, other: Place) -> bool:
    return bool(one.country and other.country and one.country != other.country)
