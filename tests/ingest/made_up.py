"""Records as the engine gives them, made by hand: what the archive makes of a record does not depend on how it was read."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from ingest.engine.types import (
    Agreement,
    Evidence,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Quote,
    Record,
    Release,
)
from ingest.extraction import Extracted

ENGINE = "test-1"


def official(name: str, country: str | None, body: str, *, short: bool = True, **fields: object) -> Person:
    """A person with a mention wherever the text has the name."""
    family = name.split()[-1]
    aliases = (family,) if short and body.count(family) > body.count(name) else ()
    return Person(name=name, aliases=aliases, country=country, evidence=(("name", at(body, name)),), mentions=(at(body, name),), **fields)  # type: ignore[arg-type]


def body_named(name: str, country: str | None, body: str, *, aliases: tuple[str, ...] = ()) -> Organization:
    return Organization(name, aliases, country, evidence=(("name", at(body, name)),), mentions=(at(body, name),))


def at(text: str, words: str, *, rule: str = "test.rule") -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), rule)


def record(
    *,
    title: str | None = "Talks in Tirana",
    body: str,
    published: str | None = "2024-09-12",
    people: tuple[Person, ...] = (),
    organizations: tuple[Organization, ...] = (),
    meetings: tuple[Meeting, ...] = (),
    agreements: tuple[Agreement, ...] = (),
    quotes: tuple[Quote, ...] = (),
    mentions: tuple[Mention, ...] = (),
    **release: object,
) -> Record:
    return Record(
        release=Release(title=title, body=body, published=published, **release),  # type: ignore[arg-type]
        engine=ENGINE,
        people=people,
        organizations=organizations,
        meetings=meetings,
        agreements=agreements,
        quotes=quotes,
        mentions=mentions,
    )


def meeting(body: str, *, people: tuple[Person, ...] = (), words: str | None = None, **fields: object) -> Meeting:
    """A meeting of the people, on 10 September 2024 in Tirana unless told otherwise, read from `words` of the body."""
    values: dict[str, object] = {
        "title": None,
        "kind": "meeting",
        "status": "primary",
        "date": "2024-09-10",
        "end_date": None,
        "place": "Tirana",
        "country": "AL",
        "countries": tuple(sorted({person.country for person in people if person.country})),
        "people": tuple(person.name for person in people),
        "date_basis": "stated",
        "participants": tuple(Participant(person.name, None, person.country, "participant") for person in people),
        "evidence": (("kind", at(body, words or body[:10])),),
    }
    return Meeting(**(values | fields))  # type: ignore[arg-type]


def extracted(read: Record, *, path: str = "a.txt", content: bytes | None = None, engine: str = ENGINE) -> Extracted:
    """The record as if it had been read from a file; bytes that differ with the text unless given."""
    text = f"{read.release.title}\n\n{read.release.body}".encode()
    return Extracted(Path(path), text if content is None else content, replace(read, engine=engine), "text")


# ---- a small world ----

GIVEN, FAMILY = ("Ana", "Ion", "Mihai", "Elena"), ("Popa", "Dîncu", "Hoxha", "Tamm")
COUNTRIES = ("AL", "RO", "EE", None)
OFFICES = ("Minister of Defense", "Chief of Staff", "deputy head", None)
HONORIFICS = (None, None, None, "Mr.", "Ms.")
BODIES = (("Ministry of Defense", "RO"), ("Ministry of Defence", "RO"), ("General Staff", None), ("NATO", "INT"))


def any_record(seed: int) -> Record:
    """A release of a small world in which names, days and sides often come back, in other spellings too."""
    chance = random.Random(seed)
    names = chance.sample([f"{given} {family}" for given in GIVEN for family in FAMILY], k=chance.randint(1, 4))
    written = [chance.choice((name, name.upper(), name.replace("î", "i"), " ".join(reversed(name.split())))) for name in names]
    bodies = chance.sample(BODIES, k=chance.randint(0, 3))
    text = f"Release {seed}. {', '.join(written)} met.\n\n{'; '.join(name for name, _ in bodies)} were told. “We are glad to be here.”"
    people = tuple(
        official(
            name,
            chance.choice(COUNTRIES),
            text,
            honorific=chance.choice(HONORIFICS),
            position=chance.choice(OFFICES),
            organization=chance.choice([None, *(name for name, _ in bodies)]),
            level=chance.choice((None, 2, 3, 5, 6)),
            former=chance.random() < 0.1,
        )
        for name in written
    )
    day = f"2024-09-{chance.randint(10, 11)}"
    there = tuple(chance.sample(people, k=chance.randint(0, len(people))))
    meetings = (
        meeting(text, people=there, date=day, title=chance.choice((None, "Staff Talks", "STAFF TALKS")), countries=("AL", "RO")),
        meeting(text, people=there[:1], date=day, kind=chance.choice(("call", "visit")), status="mentioned", words="met"),
    )
    quote = Quote(people[0].name, "We are glad to be here.", at(text, "We are glad to be here."))
    agreement = Agreement("Letter of Intent", chance.choice(("signed", "planned")), ("AL", "RO"), (("title", at(text, "told")),))
    return record(
        title=f"Release {seed}",
        body=text,
        published=chance.choice((None, "2024-09-12", "2024-10-01", "XXXX-09-12")),
        publisher=chance.choice((None, "Ministry of Defense of Romania")),
        people=people,
        organizations=tuple(body_named(name, country, text) for name, country in bodies),
        meetings=meetings[: chance.randint(0, 2)],
        quotes=(quote,),
        agreements=(agreement,) if chance.random() < 0.5 else (),
        mentions=(Mention("date", day, at(text, "Release")),),
    )
