"""Meetings: who met whom, when, where and how, each field with the words it was read from.

Sentences are read into frames (`frames`), frames that tell of one event are gathered into occasions (`occasions`), and occasions on which
two states or international organizations took part become meetings here. One that is told for one side alone is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.engine import patterns
from ingest.engine.rules import Rule
from ingest.engine.rules.meetings import (
    at_home,
    dateline,
    exercises,
    headlined,
    kinds,
    lasting,
    names,
    rosters,
    settling,
    topics,
    venues,
    voices,
)
from ingest.engine.rules.meetings import occasions as gathered
from ingest.engine.rules.meetings.again import is_restated
from ingest.engine.rules.meetings.lexicon import lexicon
from ingest.engine.rules.meetings.occasion import Occasion, bodies_of, country_of, is_state
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.meetings.sides import Side
from ingest.engine.rules.people import home
from ingest.engine.rules.references import Cast
from ingest.engine.types import (
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
        "meetings.roster",
        "A list of states gives a gathering those that took part, or the members of the body that met.",
        "Chiefs of defence met in Lima. Delegations from Chile, Peru and Brazil took part.",
    ),
    Rule(
        "meetings.voice",
        "An official of one of the sides whom the release quotes took part in the one meeting that it reports.",
        "Peru and Chile held talks in Lima. “We agreed,” said Colonel Luis Roca of Peru.",
    ),
    Rule(
        "meetings.named",
        "Capital words before Dialogue, Committee or the like name a meeting.",
        "Peru hosted the 3rd Andean Security Dialogue.",
    ),
    Rule("meetings.destination", "The country gone to is where a visit was.", "General Ana Popa paid an official visit to Chile."),
    Rule(
        "meetings.site",
        "A school, academy or centre that was visited, or in which it was, is the place where no town is told.",
        "General Ana Popa toured the Andean Peace Training School.",
    ),
    Rule(
        "meetings.sea",
        "A sea, gulf, bay or strait is the place of an exercise that names no other.",
        "The Peruvian Navy held an exercise with the Chilean Navy in the Bay of Bengal.",
    ),
    Rule(
        "meetings.courtesy",
        "Where no place is told, thanks for a visit or a welcome, a guest, or a stay in the country show who was the host.",
        "General Ana Popa of Chile met Colonel Luis Roca of Peru. She thanked him for his visit.",
    ),
    Rule(
        "meetings.at-home",
        "Of two states that met in one of them, that one was the host, where nobody else is said to have received.",
        "General Ana Popa of Chile met Colonel Luis Roca of Peru in Lima.",
    ),
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
    *,
    cast: Cast | None = None,
) -> tuple[Meeting, ...]:
    """The meetings of a release in the order in which it tells them, those it reports and those it mentions.

    A meeting has at least two sides (states or international organizations). Fields that the release does not tell are None.
    `cast` are the officials in the body, where the caller has made it ready already.
    """
    if not release.body:
        return ()
    body = Scene(both[1], officials, bodies, places, dates, cast=cast, published=release.published)
    countries = [term for term in both[0].terms if term.kind in ("country", "demonym")]
    headline = frozenset(term.value for term in countries)
    occasions = gathered.of(body, headline)
    headlined.apply(occasions, both[0].text)
    at_home.add_offices(occasions, home.of_publisher(release))
    settling.settle(occasions, release.dateline or _dateline(body), headline, _there(both[0], places) or _gone_to(both[0]))
    told = [each for each in occasions if _is_told(each) or rosters.is_of_many(each)]
    if not any(occasion.status == "primary" for occasion in told):
        told += _of_headline(Scene(both[0], officials, bodies, places, dates))
    voices.add(told, body, [each for each in occasions if each not in told])
    for occasion in told:
        rosters.add_body(occasion)
        settling.drop_wholes(occasion)
    told = [
        each
        for each in told
        if _is_told(each) and not (_is_told_one_by_one(each, told) or is_restated(each, told) or exercises.is_only_matter(each))
    ]
    venues.find_hosts(told)
    lead = next((each for each in told if each.status == "primary"), None) if kinds.GATHERING.search(both[0].text) else None
    return tuple(_meeting(occasion, body, _matter(occasion, told, body.passage.text), is_headline=occasion is lead) for occasion in told)


def _is_told(occasion: Occasion) -> bool:
    """Whether enough sides took part in an occasion, as far as the release tells."""
    homes = {lexicon().territories.get(name, name) for name in occasion.sides}
    return (len(homes) >= 2 or _is_of_many(occasion) or _has_guest(occasion)) and not _among_themselves(occasion)


def _is_told_one_by_one(occasion: Occasion, told: list[Occasion]) -> bool:
    """Whether the release only announces what it then tells: "General Popa held several meetings with officials of Peru", each behind."""
    homes = {home.name for name in occasion.people if (home := occasion.scene.home(name))}
    if not occasion.of_several or len(occasion.frames) > 1 or occasion.met or len(homes) != 1:
        return False
    later = [each for each in told if each.first.line.number > occasion.first.line.number and set(occasion.people) <= set(each.people)]
    if occasion.status == "primary" and all(each.status == "mentioned" for each in later):
        return False
    told_later = {name for each in later if each.first.kind in ("meeting", "call") for name in each.states()}
    return occasion.states() <= told_later


def _dateline(body: Scene) -> str | None:
    """The town that stands by itself before the first sentence: "BAKU, Azerbaijan, May 12."."""
    first = body.lines[0] if len(body.lines) > 1 else None
    return first.text if first and dateline.stands_alone(first) else None


def _there(headline: Passage, places: tuple[Place, ...]) -> Place | None:
    """The one place in which, as the headline says, it was ("hold talks in Callao", "on the sidelines of the Callao Forum")."""
    there = [place for place in places if place.evidence.where == "title" and _AT.search(headline.text, 0, place.evidence.start)]
    return there[0] if len({place.name for place in there}) == 1 else None


_AT = patterns.compile(
    r"\b(?:in|at|visits?(?:\s+to)?|(?:trip|travels?|tour|arrives)\s+to|(?:sidelines|margins)\s+of)\s+(?:the\s+)?\Z", re.IGNORECASE
)


def _gone_to(headline: Passage) -> Side | None:
    """The one country in which, as the headline says, it was ("visits Chile", "meet in Chile"); without a span, for the body has none."""
    named = (term for term in headline.terms if term.kind == "country" and not _POSTED.search(headline.text, 0, term.start))
    there = {term.value for term in named if _THERE.search(headline.text, 0, term.start)}
    return Side(next(iter(there)), True, 0, 0) if len(there) == 1 else None


# "Peru to appoint an attaché in Chile", "forces in Chile": who is there, and not where it was
_POSTED = patterns.compile(
    r"\b(?:attach[eé]s?|embass(?:y|ies)|ambassadors?|envoys?|missions?|troops|forces|peacekeepers|contingents?|war|conflict|situation|crisis|peace)\s+in\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_THERE = patterns.compile(
    r"\b(?:visit(?:s|ed)?(?:\s+to)?|in|tours?|travel(?:s|led|ed)?\s+to|arrive[sd]?\s+in)\s+(?:the\s+)?\Z", re.IGNORECASE
)


def _among_themselves(occasion: Occasion) -> bool:
    """Whether people of one state alone met: the other one is only named, as in "met with the U.S. Ambassador to Malaysia"."""
    first = occasion.first
    homes = [None if occasion.scene.is_unsure(name) else occasion.scene.home(name) for name in occasion.people]
    met = first.before and first.behind and first.kind == "meeting" and occasion.name is None
    return bool(met and all(homes)) and len({home.name for home in homes if home}) == 1


def _of_headline(title: Scene) -> list[Occasion]:
    """What the headline alone tells, with people of two sides: the body of a joint statement seldom says that its leaders met."""
    told = gathered.of(title)
    return [occasion for occasion in told if len({home.name for name in occasion.people if (home := title.home(name))}) >= 2]


def _matter(occasion: Occasion, told: list[Occasion], text: str) -> str:
    """The text from where the occasion is told first up to the next one: what was talked about."""
    start = occasion.first.line.start if occasion.scene.where == "body" else 0
    return text[start : min((other.first.line.start for other in told if other.first.line.start > start), default=len(text))]


def _has_guest(occasion: Occasion) -> bool:
    """Whether an official whose state nothing tells met a counterpart, an envoy or a delegation of another: "his Kenyan counterpart"."""
    if len(occasion.sides) != 1 or occasion.first.kind not in ("meeting", "call"):
        return False
    met = [occasion.scene.person(name) for name in occasion.people]
    unknown = any(person.position and (occasion.scene.is_unsure(person.name) or occasion.scene.home(person.name) is None) for person in met)
    return unknown and (any(_is_of_elsewhere(person) for person in met) or _is_of_delegation(occasion) or _is_of_counterpart(occasion))


def _is_of_counterpart(occasion: Occasion) -> bool:
    """Whether the one side is told as that of a counterpart: "met her counterparts from Chile", "met her Chilean counterpart"."""
    text, first = occasion.scene.passage.text, occasion.first
    lead = _COUNTERPARTS.search(text, first.start, min(first.line.end, first.end + _NEAR)) if first.before else None
    return lead is not None and any(side.is_state and side.start >= first.end for side in first.sides)


_NEAR = 60  # characters behind a verb in which a counterpart is told
_COUNTERPARTS = patterns.compile(r"\b(?:his|her)\s+(?:[\w-]+\s+)?counterparts?\b")


def _is_of_delegation(occasion: Occasion) -> bool:
    """Whether the one side is told by its delegation: "the Kenyan naval | delegation | met with Minister Popa"."""
    text, start = occasion.scene.passage.text, occasion.first.line.start
    sides = [side for side in occasion.first.sides if side.is_state]
    return any(_DELEGATION.match(text, side.end) or _DELEGATION_OF.search(text, start, side.start) for side in sides)


_DELEGATION_OF = patterns.compile(r"\b(?:delegations?|team|group)\s+(?:of|from)\s+(?:the\s+)?\Z")
_DELEGATION = patterns.compile(r"\s+(?:[\w-]+\s+){0,3}delegation\b")


def _is_of_elsewhere(person: Person) -> bool:
    """Whether the words say that somebody is of another state than the one spoken of: a counterpart, an ambassador."""
    if person.country in (None, "INT"):
        return False
    told = any(field == "country" and at.rule == "people.counterpart" for field, at in person.evidence)
    return told or _ENVOY.search(person.position or "") is not None


_ENVOY = patterns.compile(r"\b(?:ambassador|high commissioner|attach[ée]|charg[ée] d['’]affaires)\b", re.IGNORECASE)


def _is_of_many(occasion: Occasion) -> bool:
    """Whether the name or the sentence says that others than the one side told took part: "NATO Defence Ministers’ Meeting"."""
    gathers = occasion.first.trigger.rule.endswith(("hosts-gathering", "received", "chaired"))
    if occasion.sides and gathers and kinds.OF_MINISTERS.search(occasion.first.line.text):
        return True
    if occasion.first.kind == "exercise" and occasion.status == "primary" and exercises.is_of_many(occasion):
        return True
    if not occasion.sides or (occasion.name and occasion.name.is_exercise):
        return False
    return rosters.is_of_many(occasion) or (
        occasion.name is not None and any(rosters.counts_many(frame.line.text) for frame in occasion.frames)
    )


# ---- the record of one occasion ----


def _meeting(occasion: Occasion, body: Scene, matter: str, *, is_headline: bool) -> Meeting:
    kind = kinds.of(occasion, body.passage.text if occasion.first.line.number == 0 else matter, own=matter)
    if kind == "meeting" and (
        (is_headline and len(occasion.sides) > 2)
        or (_states_of(occasion) != _PAIR and rosters.is_of_many(occasion) and not (occasion.name and names.is_of_two(occasion.name.text)))
    ):
        kind = "conference"
    date, end, basis = lasting.of(occasion, matter)
    place = None if kind == "call" else occasion.place
    states = tuple(sorted(name for name, (side, _) in occasion.sides.items() if side.is_state))
    others = tuple(sorted(set(bodies_of(occasion, len(states)))))
    host = next(iter(occasion.hosts), None)
    mode = _mode(occasion, kind)
    return Meeting(
        title=occasion.name.text if occasion.name else _title_before(occasion)[0],
        kind=kind,
        status=occasion.status,
        date=date,
        end_date=end,
        place=place.name if place else None,
        country=country_of(occasion) if mode == "in_person" else None,
        countries=states,
        organizations=others,
        people=tuple(occasion.people),
        date_basis=basis,
        mode=mode,
        state=occasion.state,
        host=host if host is None or is_state(occasion, host) else None,
        participants=tuple(_participants(occasion, body, host)),
        topics=topics.of(matter),
        evidence=tuple(_evidence(occasion, place)),
    )


_PAIR = 2  # states, whose talks are a meeting even where more were invited


def _states_of(occasion: Occasion) -> int:
    return sum(side.is_state for side, _ in occasion.sides.values())


def _title_before(occasion: Occasion) -> tuple[str | None, int, int]:
    """The name of the talks after which a sentence says that something was signed or seen: "Following the Bilateral Staff Talks, …"."""
    line = occasion.first.line
    found = _AFTER_TALKS.match(line.text) if occasion.status == "primary" and not occasion.is_call else None
    if found is None or lexicon().many.search(found["name"]):
        return None, 0, 0
    return " ".join(found["name"].split()), line.start + found.start("name"), line.start + found.end("name")


_AFTER_TALKS = patterns.compile(
    r"(?:Following|After|During|At\s+the\s+end\s+of|In)\s+(?:the|their)\s+(?P<name>(?:[A-Z][\w.-]+\s+){1,5}(?:Talks|Consultations|Discussions|Dialogue))\b"
)


def _mode(occasion: Occasion, kind: MeetingKind) -> Mode:
    told = next((frame.mode for frame in occasion.frames if frame.mode), None)
    if kind == "call":
        return told or "phone"
    if (
        kind == "conference"
        and told == "video"
        and occasion.place is None
        and any(_VIRTUAL.search(each.line.text) for each in occasion.frames)
    ):
        return "video"
    return "in_person"


# "in a virtual summit of the ministers"; not "the summit, which he joined online"
_VIRTUAL = patterns.compile(
    r"\b(?:virtual|online|video)\s+(?:[\w-]+\s+){0,3}?(?:summit|conference|meeting|ministerial|session|forum|dialogue|roundtable|talks)\b",
    re.IGNORECASE,
)


def _participants(occasion: Occasion, body: Scene, host: str | None) -> Iterator[Participant]:
    def part(name: str | None) -> Part:
        if host is None:
            return "participant"
        return "host" if name == host else "guest"

    spoken_for: set[str] = set()
    for name in occasion.people:
        person = body.person(name)
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
    elif (before := _title_before(occasion))[0]:
        yield "title", occasion.scene.evidence(before[1], before[2], "meetings.named")
    if occasion.date:
        yield "date", occasion.date.evidence
    if place and place.evidence.end:  # a dateline above the body has no span in it
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
