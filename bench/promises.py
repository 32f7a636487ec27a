"""What holds for the record of any text at all, and what of it does not hold for a record at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from archive.edtf import is_date
from ingest.engine.gazetteers import fold, values
from ingest.engine.record import as_json, from_json
from ingest.engine.types import Evidence, Meeting, Record

LEVELS = range(1, 7)

SIGNS = ".“”„\"‘’'«»"  # that stand around words of a name, and count for nothing


def broken(record: Record) -> Iterator[str]:
    """What does not hold, in words; nothing for a record as it should be."""
    texts = {"title": record.release.title or "", "body": record.release.body}
    yield from _spans(record, texts)
    yield from _claims(record, texts)
    yield from _values(record)
    for meeting in record.meetings:
        yield from _sides(meeting, record)
    if from_json(json.loads(json.dumps(as_json(record)))) != record:
        yield "the record is another one after it was written and read"


def _spans(record: Record, texts: Mapping[str, str]) -> Iterator[str]:
    """Every span holds letters of the text it counts in, a quotation is what stands there, and spans of one kind do not cross."""
    for at in _evidence(record):
        if not 0 <= at.start < at.end <= len(texts[at.where]):
            yield f"{at} is not in the text"
        elif not (said := texts[at.where][at.start : at.end]).strip() or said != said.strip():
            yield f"{at} begins or ends with a blank: {said!r}"
    for quote in record.quotes:
        if texts["body"][quote.evidence.start : quote.evidence.end] != quote.text:
            yield f"{quote} is not what its span says"
    for kind in ("person", "organization", "country", "place", "date"):
        yield from _crossing([mention.evidence for mention in record.mentions if mention.kind == kind], kind)


def _claims(record: Record, texts: Mapping[str, str]) -> Iterator[str]:
    """A mention is said in words of the name, or of another name, of what it mentions."""
    places = [(each.value, (), (each.evidence,)) for each in record.mentions if each.kind == "place"]
    named = [(each.name, each.aliases, each.mentions) for found in (record.people, record.organizations) for each in found]
    for name, others, mentions in [*places, *named]:
        words = {word.strip(SIGNS) for known in (name, *others) for word in fold(known).split()}
        for at in mentions:
            said = texts[at.where][at.start : at.end]
            if not words.issuperset(word.strip(SIGNS) for word in fold(said).split()):
                yield f"{said!r} mentions {name}, {others}"


def _crossing(found: list[Evidence], kind: str) -> Iterator[str]:
    """Two of one kind stand within each other or apart."""
    ends: list[Evidence] = []
    for at in sorted(found, key=lambda each: (each.where, each.start, -each.end)):
        while ends and (ends[-1].where != at.where or ends[-1].end <= at.start):
            ends.pop()
        if ends and at.end > ends[-1].end:
            yield f"a {kind} begins inside of another and ends behind it: {ends[-1]}, {at}"
        ends.append(at)


def _values(record: Record) -> Iterator[str]:
    """Names are there and each stands once; levels, states and days are such."""
    for found in (record.people, record.organizations):
        names = [each.name for each in found]
        if not all(name.strip() for name in names):
            yield f"somebody or something without a name in {names}"
    for person in record.people:
        if person.level is not None and person.level not in LEVELS:
            yield f"{person.name} has the level {person.level}"
    for code in _codes(record):
        if code not in values("country") | {"INT"}:
            yield f"{code} is no state"
    days = [record.release.published, *(day for meeting in record.meetings for day in (meeting.date, meeting.end_date))]
    days += [mention.value for mention in record.mentions if mention.kind == "date"]
    yield from (f"{day} is no day of a calendar" for day in days if day is not None and not is_date(day))


def _sides(meeting: Meeting, record: Record) -> Iterator[str]:
    """Whoever met is told, of the record, and takes part once; it did not end before it began."""
    known = {person.name for person in record.people}
    if not known.issuperset(meeting.people):
        yield f"{meeting.people} met, not all of whom the record has"
    if any(one.person is None and one.organization is None and one.country is None for one in meeting.participants):
        yield f"nobody takes part in {meeting}"
    if len(set(meeting.participants)) != len(meeting.participants):
        yield f"somebody takes part twice in {meeting}"
    if meeting.date and meeting.end_date and "X" not in meeting.date + meeting.end_date and meeting.end_date < meeting.date:
        yield f"{meeting} ends before it begins"


def _codes(record: Record) -> Iterator[str]:
    yield from record.countries
    told = [each.country for found in (record.people, record.organizations, record.meetings) for each in found]
    yield from (code for code in told if code is not None)
    for meeting in record.meetings:
        yield from meeting.countries
        yield from (one.country for one in meeting.participants if one.country is not None)
    for agreement in record.agreements:
        yield from agreement.countries


def _evidence(value: Any) -> Iterator[Evidence]:
    """Every span in a record, wherever it stands."""
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, Evidence):
            yield each
        elif isinstance(each, tuple):
            stack.extend(each)
        elif is_dataclass(each):
            stack.extend(getattr(each, named.name) for named in fields(each))
