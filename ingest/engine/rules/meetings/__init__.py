"""Meetings: who met whom, when, where and how, each field with the words it was read from.

Sentences are read into frames (`frames`), frames that tell of one event are gathered into occasions (`occasions`), and occasions on which
two states or international organizations took part become meetings here. One that is told for one side alone is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from ingest.engine.dates import parse
from ingest.engine.rules import Rule
from ingest.engine.rules.meetings import topics
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasions import Gathering, Occasion
from ingest.engine.rules.meetings.scenes import Scene, Side
from ingest.engine.types import (
    Basis,
    Date,
    Evidence,
    Meeting,
    MeetingKind,
    Mode,
    Organization,
    Participant,
    Passage,
    Person,
    Place,
    Release,
)
from ingest.engine.types import Side as Part

RULES = (
    *(Rule(trigger.rule, trigger.reads, trigger.example) for trigger in lexicon().triggers),
    Rule(
        "meetings.present", "Words of presence add people to the meeting told last.", "The talks were also attended by Colonel Luis Roca."
    ),
    Rule(
        "meetings.named",
        "Capital words before Dialogue, Committee or the like name a meeting.",
        "Peru hosted the 3rd Andean Security Dialogue.",
    ),
    Rule("meetings.destination", "The country gone to is where a visit was.", "General Ana Popa paid an official visit to Chile."),
    Rule(
        "meetings.place-behind-in",
        "A capital word behind “in” that no gazetteer knows is a place.",
        "General Ana Popa met Colonel Luis Roca in Haversund.",
    ),
)


def find(
    both: tuple[Passage, Passage],
    release: Release,
    officials: tuple[Person, ...],
    bodies: tuple[Organization, ...],
    places: tuple[Place, ...],
    dates: tuple[Date, ...],
) -> tuple[Meeting, ...]:
    """The meetings of a release in the order in which it tells them, those it reports and those it mentions.

    A meeting has at least two sides (states or international organizations). Fields that the release does not tell are None.
    """
    if not release.body:
        return ()
    body = Scene(both[1], officials, bodies, places, dates)
    occasions = Gathering(body).read()
    _settle(occasions)
    told = [occasion for occasion in occasions if (len(occasion.sides) >= 2 or _is_of_many(occasion)) and not _among_themselves(occasion)]
    if not any(occasion.status == "primary" for occasion in told):
        told += _of_headline(Scene(both[0], officials, bodies, places, dates))
    return tuple(_meeting(occasion, body, _matter(occasion, told, body.passage.text)) for occasion in told)


def _among_themselves(occasion: Occasion) -> bool:
    """Whether people of one state alone met: the other one is only named, as in "met with the U.S. Ambassador to Malaysia"."""
    first = occasion.first
    homes = [occasion.scene.home(name) for name in occasion.people]
    return (
        bool(first.before and first.behind and first.kind == "meeting" and all(homes)) and len({home.name for home in homes if home}) == 1
    )


def _of_headline(title: Scene) -> list[Occasion]:
    """What the headline alone tells, with people of two sides: the body of a joint statement seldom says that its leaders met."""
    told = Gathering(title).read()
    return [occasion for occasion in told if len({home.name for name in occasion.people if (home := title.home(name))}) >= 2]


def _matter(occasion: Occasion, told: list[Occasion], text: str) -> str:
    """The text from where the occasion is told first up to the next one: what was talked about."""
    start = occasion.first.line.start if occasion.scene.where == "body" else 0
    return text[start : min((other.first.line.start for other in told if other.first.line.start > start), default=len(text))]


def _is_of_many(occasion: Occasion) -> bool:
    """Whether the name or the sentence says that others than the one side told took part: "NATO Defence Ministers’ Meeting"."""
    if occasion.name is None or not occasion.sides or occasion.name.is_exercise:
        return False
    return bool(lexicon().many.search(occasion.name.text)) or any(_MANY.search(frame.line.text) for frame in occasion.frames)


def _settle(occasions: list[Occasion]) -> None:
    """Completes what sentences leave open: destinations become sides, journeys give way to their meetings, days and places carry on."""
    for occasion in occasions:
        if occasion.destination and occasion.is_umbrella:
            side = occasion.destination
            occasion.sides.setdefault(side.name, (side, occasion.scene.evidence(side.start, side.end, occasion.first.trigger.rule)))
    _fold_journeys(occasions)
    _add_visited(occasions)
    _complete_mentioned(occasions)
    before: Occasion | None = None
    for occasion in occasions:
        if occasion.status == "primary":
            if before is not None:
                _carry(before, occasion)
            before = occasion


def _add_visited(occasions: list[Occasion]) -> None:
    """A place seen by a guest between his talks has the same hosts: "on Wednesday he visited the brigade in Brest"."""
    primary = [occasion for occasion in occasions if occasion.status == "primary"]
    for at, occasion in enumerate(primary):
        if not occasion.is_umbrella or len(occasion.sides) != 1 or occasion.place is None:
            continue
        for before in reversed(primary[:at]):
            others = before.sides.keys() - occasion.sides.keys()
            at_home = occasion.place.country is None or occasion.place.country in others
            if len(before.sides) == 2 and len(others) == 1 and at_home and set(before.people) & set(occasion.people):
                name = next(iter(others))
                occasion.sides[name] = before.sides[name]
                break


def _complete_mentioned(occasions: list[Occasion]) -> None:
    """A next or earlier meeting told without people ("the 4th round was held in Lima in 2022") has the sides of the one reported."""
    lead = next((occasion for occasion in occasions if occasion.status == "primary"), None)
    for occasion in occasions if lead else ():
        bare = not occasion.people and not occasion.sides and occasion.first.kind == "meeting"
        if lead and occasion.status == "mentioned" and bare and (occasion.date or occasion.place):
            occasion.sides.update(lead.sides)


def _fold_journeys(occasions: list[Occasion]) -> None:
    """Takes a journey away where its meetings are told by themselves, and leaves them its country and days."""
    for journey in [occasion for occasion in occasions if _is_mere_journey(occasion)]:
        gone_to = _gone_to(journey)
        inside = [other for other in occasions if other is not journey and other.status == "primary" and _lies_in(other, journey, gone_to)]
        if not inside:
            continue
        for other in inside:
            here = [side for name, side in gone_to.items() if name in other.sides]
            if other.destination is None and len(here) == 1:
                other.destination = here[0]
        if len(inside) == 1 and inside[0].date is None:
            inside[0].date = journey.date
        occasions.remove(journey)


def _is_mere_journey(occasion: Occasion) -> bool:
    """Whether the occasion opened with a visit of which no talks with anybody named are told."""
    if occasion.status != "primary" or not occasion.is_journey:
        return False
    if occasion.is_umbrella:
        gone_to = occasion.destination and occasion.destination.start >= occasion.first.start
        return bool(gone_to) or (len(occasion.frames) == 1 and _only_arrives(occasion))
    return not any(frame.behind for frame in occasion.frames)


def _only_arrives(occasion: Occasion) -> bool:
    """Whether the words tell of an arrival, and of nobody but who invited."""
    first, text = occasion.first, occasion.scene.passage.text
    invited = all(_INVITATION.search(text, first.end, person.start) for person in first.behind)
    return invited and bool(_ARRIVED.match(text, first.start))


_INVITATION = re.compile(r"\binvitation\s+(?:of|from)\b")
_ARRIVED = re.compile(r"(?:arriv|travel|fl[iey]|came|on\s+an?\s)")


def _gone_to(journey: Occasion) -> dict[str, Side]:
    """The countries that the sentence of the journey names behind its words, and the one of the place."""
    first = journey.first
    found = {
        term.value: Side(term.value, True, term.start, term.end)
        for term in journey.scene.terms(first.start, first.line.end)
        if term.kind == "country"
    }
    for side in (journey.destination, _venue_side(journey)):
        if side:
            found.setdefault(side.name, side)
    return found


def _lies_in(other: Occasion, journey: Occasion, gone_to: dict[str, Side]) -> bool:
    if not set(journey.people) & set(other.people) or not other.sides.keys() & gone_to.keys():
        return False
    return not (other.place and other.place.country and other.place.country not in gone_to)


def _carry(before: Occasion, occasion: Occasion) -> None:
    """A later occasion of the same day and country need not say so again."""
    if occasion.date is None and before.date and (before.date.end is None or _NEXT_TO.match(occasion.first.line.text)):
        occasion.date = before.date
    venue = _venue_side(before)
    if occasion.destination is None and venue and (venue.name in occasion.sides or len(before.sides.keys() & occasion.sides.keys()) > 1):
        occasion.destination = venue
    text = occasion.first.line.text
    beside = occasion.first.line.number == before.first.line.number or _NEXT_TO.match(text) or _ALSO.search(text)
    if occasion.place is None and not occasion.is_call and (beside or _same_day_and_town(before, occasion)):
        occasion.place = before.place


_NEXT_TO = re.compile(
    r"(?:Prior to|Before|After|Following|Ahead of|At the end of) the (?:\w+ ){0,3}(?:talks|meeting|session|discussions|ceremony)\b",
    re.IGNORECASE,
)


def _same_day_and_town(before: Occasion, occasion: Occasion) -> bool:
    """Whether talks of the same day with one of the same people go on in the country of the town told last."""
    there = before.place.country if before.place else None
    shares = set(before.people) & set(occasion.people)
    return bool(there and shares and there in occasion.sides and _within(occasion.date, before.date) and occasion.first.kind == "meeting")


def _within(day: Date | None, days: Date | None) -> bool:
    """Whether a date is one of these days, or neither is told."""
    if day is None or days is None:
        return day is days
    return days.start <= day.start <= (days.end or days.start)


_ALSO = re.compile(
    r"\b(?:[Oo]n\s+the\s+(?:margins|sidelines)\s+of\s+the|[Ii]n\s+the\s+margins\s+of\s+the|also\s+(?:met|held|had|received))\b"
)


def _venue_side(occasion: Occasion) -> Side | None:
    country = _country(occasion)
    return Side(country, True, 0, 0) if country else None


def _country(occasion: Occasion) -> str | None:
    if occasion.is_call:
        return None
    if occasion.place and occasion.place.country:
        return occasion.place.country
    if occasion.destination:
        return occasion.destination.name
    return next((name for name in occasion.hosts if len(name) == 2), None)


# ---- the record of one occasion ----


def _meeting(occasion: Occasion, body: Scene, matter: str) -> Meeting:
    kind = _kind(occasion, body.passage.text if occasion.first.line.number == 0 else matter)
    date, end, basis = _days(occasion, matter)
    place = None if kind == "call" else occasion.place
    states = tuple(sorted(name for name, (side, _) in occasion.sides.items() if side.is_state))
    others = tuple(sorted(name for name, (side, _) in occasion.sides.items() if not side.is_state))
    host = next(iter(occasion.hosts), None)
    return Meeting(
        title=occasion.name.text if occasion.name else None,
        kind=kind,
        status=occasion.status,
        date=date,
        end_date=end,
        place=place.name if place else None,
        country=None if kind == "call" else _country(occasion),
        countries=states,
        organizations=others,
        people=tuple(occasion.people),
        date_basis=basis,
        mode=_mode(occasion, kind),
        state=occasion.state,
        host=host,
        participants=tuple(_participants(occasion, body, host)),
        topics=topics.of(matter),
        evidence=tuple(_evidence(occasion, place)),
    )


def _kind(occasion: Occasion, matter: str) -> MeetingKind:
    kinds = [frame.kind for frame in occasion.frames if frame.tense != "future"] or [occasion.first.kind]
    if occasion.is_call:
        return "call"
    if "exercise" in kinds:
        return "exercise"
    if occasion.name and _has_many_delegations(occasion, occasion.name.text):
        return "conference"
    if len(occasion.sides) > 2 and _OF_LEADERS.search(occasion.first.line.text):
        return "conference"
    if all(kind == "visit" for kind in kinds):
        return "visit"
    if kinds[0] == "ceremony" and set(kinds) <= {"ceremony", "visit"} and not _TALKS.search(matter):
        return "ceremony"
    return "meeting"


def _has_many_delegations(occasion: Occasion, name: str) -> bool:
    if len(occasion.sides) != 2 or lexicon().ministerials.search(name):
        return True
    return any(_MANY.search(frame.line.text) for frame in occasion.frames)


# "representatives of twelve countries": more delegations than are named
_MANY = re.compile(
    r"\b(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|dozens\s+of|member)\s+(?:\w+\s+)?(?:countries|nations|states|delegations)\b",
    re.IGNORECASE,
)
# "a meeting of the Nordic defence ministers", "in a virtual summit"
_OF_LEADERS = re.compile(
    r"\b(?:meeting|session|gathering)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,4}(?:ministers|chiefs|leaders|heads|directors)\b|\b(?:in|at|for|hosted|hosts?|held)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:summit|ministerial|roundtable)\b",
    re.IGNORECASE,
)
# A signing of which the release speaks as a session is more than a ceremony.
_TALKS = re.compile(
    r"\b(?:the|their|this|today’s|today's|trilateral|bilateral)\s+(?:\w+\s+)?(?:session|talks|meeting|discussions)\b", re.IGNORECASE
)


def _days(occasion: Occasion, matter: str) -> tuple[str | None, str | None, Basis | None]:
    date = occasion.date
    if date is None:
        return None, None, None
    if date.end is None and (begun := _begun(occasion)):
        return begun, date.start, date.basis
    stay = _stay(occasion) if occasion.first.kind == "visit" else None
    return date.start, date.end or stay or _until(occasion, matter), date.basis


def _begun(occasion: Occasion) -> str | None:
    """The first day of "the two-day meeting" that ended on the day told."""
    lines = [occasion.first.line.text, *(line.text for line in occasion.scene.lines[occasion.first.line.number + 1 :][:1])]
    if not _ENDED.search(lines[0][occasion.first.start - occasion.first.line.start :][:60]):
        return None
    length = next((found for text in lines if (found := _MEETING_LENGTH.search(text))), None)
    last = parse(occasion.date.start) if occasion.date else None
    if length is None or last is None or last.exact is None:
        return None
    days = _number(length[1])
    return (last.exact - timedelta(days=days - 1)).isoformat() if days > 1 else None


def _until(occasion: Occasion, matter: str) -> str | None:
    """The last day of what "runs until 20 June"."""
    if occasion.first.line.number == 0:
        matter = occasion.scene.passage.text
    runs = _RUNS.search(matter)
    if occasion.name is None or runs is None or occasion.scene.where != "body" or occasion.date is None:
        return None
    at = occasion.first.line.start + runs.end()
    last = next((date.start for line in occasion.scene.lines for date in line.dates if at <= date.evidence.start <= at + 4), None)
    return last if last and last > occasion.date.start and not last.endswith("XX") else None


_ENDED = re.compile(r"(?:wound\s+up|concluded|ended|closed|wrapped\s+up|(?:was|were)\s+concluded)\b")
_MEETING_LENGTH = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)-day\s+(?:\w+\s+){0,2}(?:meeting|talks|session|conference|forum|dialogue|seminar|event|visit)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(r"\b(?:runs?|continues?|lasts?|(?:will|to)\s+(?:run|continue|last))\s+(?:through|until|till|to)\s+(?:the\s+)?")


def _number(word: str) -> int:
    return _NUMBERS.get(word.casefold()) or (int(word) if word.isdigit() else 1)


def _stay(occasion: Occasion) -> str | None:
    """The last day of "a five-day visit" that begins on the day told."""
    length = _LENGTH.search(occasion.first.line.text)
    begins = parse(occasion.date.start) if occasion.date else None
    if length is None or begins is None or begins.exact is None:
        return None
    days = _number(length[1])
    return (begins.exact + timedelta(days=days - 1)).isoformat() if days > 1 else None


_LENGTH = re.compile(r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)-day\b[^.;]{0,40}\b(?:visit|trip|tour)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _mode(occasion: Occasion, kind: MeetingKind) -> Mode | None:
    told = next((frame.mode for frame in occasion.frames if frame.mode), None)
    if kind == "call":
        return told or "phone"
    return "in_person"


def _participants(occasion: Occasion, body: Scene, host: str | None) -> Iterator[Participant]:
    def part(name: str | None) -> Part:
        if host is None:
            return "participant"
        return "host" if name == host else "guest"

    spoken_for: set[str] = set()
    for name in occasion.people:
        person = next(person for person in body.officials if person.name == name)
        side = body.side_of(person)
        spoken_for.add(side.name if side else "")
        yield Participant(person.name, person.organization, person.country, part(side.name if side else None))
    for name, (side, _) in sorted(occasion.sides.items()):
        if name not in spoken_for:
            yield Participant(None, None if side.is_state else name, name if side.is_state else "INT", part(name))


def _evidence(occasion: Occasion, place: Place | None) -> Iterator[tuple[str, Evidence]]:
    first = occasion.first
    yield "kind", occasion.scene.evidence(first.start, first.end, first.trigger.rule)
    if occasion.name:
        yield "title", occasion.scene.evidence(occasion.name.start, occasion.name.end, "meetings.named")
    if occasion.date:
        yield "date", occasion.date.evidence
    if place:
        yield "place", place.evidence
        yield "country", place.evidence
    elif occasion.destination and occasion.destination.end:
        yield "country", occasion.scene.evidence(occasion.destination.start, occasion.destination.end, "meetings.destination")
    for at in tuple(occasion.hosts.values())[:1]:
        yield "host", at
    for name, (_, at) in occasion.sides.items():
        yield f"countries:{name}", at
    for name, at in occasion.people.items():
        yield f"people:{name}", at
