"""The record as JSON: the form of the gold annotations, with the evidence of every value beside it.

`as_json` and `from_json` are each other's inverse. The form has, beyond the annotations' keys: `path` (first), `body`, `subtitle`,
`dateline`, `dropped`, `language`, `source`, `source_url`, `engine` and `mentions`; and with each fact its `evidence`, a list of
`{"field", "start", "end", "where", "rule"}`, and its `confidence`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from ingest.engine.tables import DATA
from ingest.engine.types import (
    Agreement,
    Dropped,
    Evidence,
    Fields,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Quote,
    Record,
    Release,
)

Json = dict[str, Any]

STARTS = 8  # words of a quotation that are given as its beginning


def as_json(record: Record, *, path: str = "", confidence: Mapping[str, float] | None = None) -> Json:
    """The record as a JSON object, keys in the order a reader wants them.

    `confidence` maps a rule to its measured precision, and is the kept one unless given; a rule not in it has none (null).
    """
    measured = measured_confidence() if confidence is None else confidence
    release = record.release
    return {
        "path": path,
        "title": release.title,
        "subtitle": release.subtitle,
        "published": release.published,
        "publisher": release.publisher,
        "authors": list(release.authors),
        "dateline": release.dateline,
        "source_url": release.source_url,
        "source": release.source,
        "language": release.language,
        "engine": record.engine,
        "countries": list(record.countries),
        "people": [_person(person, measured) for person in record.people],
        "organizations": [_organization(body, measured) for body in record.organizations],
        "meetings": [_meeting(meeting, measured) for meeting in record.meetings],
        "agreements": [_agreement(agreement, measured) for agreement in record.agreements],
        "quotes": [_quote(quote, measured) for quote in record.quotes],
        "mentions": [_mention(mention) for mention in record.mentions],
        "dropped": [{"text": piece.text, "reason": piece.reason} for piece in release.dropped],
        "body": release.body,
    }


def from_json(form: Mapping[str, Any]) -> Record:
    """The record that `as_json` wrote. Raises KeyError where a key of the form is not there."""
    return Record(
        release=release_of(form),
        engine=form["engine"],
        countries=tuple(form["countries"]),
        people=tuple(_read_person(person) for person in form["people"]),
        organizations=tuple(_read_organization(body) for body in form["organizations"]),
        meetings=tuple(_read_meeting(meeting) for meeting in form["meetings"]),
        agreements=tuple(_read_agreement(agreement) for agreement in form["agreements"]),
        quotes=tuple(Quote(quote["speaker"], quote["text"], _read_fields(quote)[0][1]) for quote in form["quotes"]),
        mentions=tuple(Mention(mention["kind"], mention["value"], _read_span(mention)) for mention in form["mentions"]),
    )


def release_of(form: Mapping[str, Any]) -> Release:
    """What the record that `as_json` wrote says of the page alone. Raises KeyError as `from_json` does."""
    return Release(
        title=form["title"],
        body=form["body"],
        subtitle=form["subtitle"],
        published=form["published"],
        publisher=form["publisher"],
        authors=tuple(form["authors"]),
        dateline=form["dateline"],
        source_url=form["source_url"],
        language=form["language"],
        source=form["source"],
        dropped=tuple(Dropped(piece["text"], piece["reason"]) for piece in form["dropped"]),
    )


@cache
def measured_confidence() -> Mapping[str, float]:
    """The precision of each rule on the gold releases (lower bound), as `manage.py evaluate --measure` last wrote it."""
    kept = DATA / "confidence.json"
    return MappingProxyType(json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {})


def leading_rule(evidence: Iterable[tuple[str, Evidence]]) -> str | None:
    """The rule that found a fact: the one of its first evidence. None where it has none."""
    return next((at.rule for _, at in evidence), None)


# ---- to JSON ----


def _person(person: Person, measured: Mapping[str, float]) -> Json:
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "rank": person.rank,
        "honorific": person.honorific,
        "position": person.position,
        "organization": person.organization,
        "country": person.country,
        "level": person.level,
        "acting": person.acting,
        "former": person.former,
        "on_behalf_of": person.on_behalf_of,
        "confidence": _confidence(person.evidence, measured),
        "evidence": _fields(person.evidence),
        "mentions": [_span(at) for at in person.mentions],
    }


def _organization(body: Organization, measured: Mapping[str, float]) -> Json:
    return {
        "name": body.name,
        "aliases": list(body.aliases),
        "country": body.country,
        "confidence": _confidence(body.evidence, measured),
        "evidence": _fields(body.evidence),
        "mentions": [_span(at) for at in body.mentions],
    }


def _meeting(meeting: Meeting, measured: Mapping[str, float]) -> Json:
    return {
        "title": meeting.title,
        "kind": meeting.kind,
        "status": meeting.status,
        "state": meeting.state,
        "mode": meeting.mode,
        "date": meeting.date,
        "end_date": meeting.end_date,
        "date_basis": meeting.date_basis,
        "place": meeting.place,
        "country": meeting.country,
        "host": meeting.host,
        "countries": list(meeting.countries),
        "organizations": list(meeting.organizations),
        "people": list(meeting.people),
        "participants": [
            {"person": one.person, "organization": one.organization, "country": one.country, "side": one.side}
            for one in meeting.participants
        ],
        "topics": list(meeting.topics),
        "confidence": _confidence(meeting.evidence, measured),
        "evidence": _fields(meeting.evidence),
    }


def _agreement(agreement: Agreement, measured: Mapping[str, float]) -> Json:
    return {
        "title": agreement.title,
        "action": agreement.action,
        "countries": list(agreement.countries),
        "confidence": _confidence(agreement.evidence, measured),
        "evidence": _fields(agreement.evidence),
    }


def _quote(quote: Quote, measured: Mapping[str, float]) -> Json:
    evidence: Fields = (("text", quote.evidence),)
    return {
        "speaker": quote.speaker,
        "starts": " ".join(quote.text.split()[:STARTS]),
        "text": quote.text,
        "confidence": _confidence(evidence, measured),
        "evidence": _fields(evidence),
    }


# A release has hundreds of spans: each is written at once, and not put together of two.


def _mention(mention: Mention) -> Json:
    at = mention.evidence
    return {"kind": mention.kind, "value": mention.value, "start": at.start, "end": at.end, "where": at.where, "rule": at.rule}


def _fields(evidence: Fields) -> list[Json]:
    return [{"field": field, "start": at.start, "end": at.end, "where": at.where, "rule": at.rule} for field, at in evidence]


def _span(at: Evidence) -> Json:
    return {"start": at.start, "end": at.end, "where": at.where, "rule": at.rule}


def _confidence(evidence: Fields, measured: Mapping[str, float]) -> float | None:
    rule = leading_rule(evidence)
    return None if rule is None else measured.get(rule)


# ---- from JSON ----


def _read_person(form: Json) -> Person:
    return Person(
        name=form["name"],
        aliases=tuple(form["aliases"]),
        rank=form["rank"],
        honorific=form["honorific"],
        position=form["position"],
        organization=form["organization"],
        country=form["country"],
        level=form["level"],
        acting=form["acting"],
        former=form["former"],
        on_behalf_of=form["on_behalf_of"],
        evidence=_read_fields(form),
        mentions=tuple(_read_span(at) for at in form["mentions"]),
    )


def _read_organization(form: Json) -> Organization:
    return Organization(
        name=form["name"],
        aliases=tuple(form["aliases"]),
        country=form["country"],
        evidence=_read_fields(form),
        mentions=tuple(_read_span(at) for at in form["mentions"]),
    )


def _read_meeting(form: Json) -> Meeting:
    return Meeting(
        title=form["title"],
        kind=form["kind"],
        status=form["status"],
        date=form["date"],
        end_date=form["end_date"],
        place=form["place"],
        country=form["country"],
        countries=tuple(form["countries"]),
        organizations=tuple(form["organizations"]),
        people=tuple(form["people"]),
        date_basis=form["date_basis"],
        mode=form["mode"],
        state=form["state"],
        host=form["host"],
        participants=tuple(Participant(one["person"], one["organization"], one["country"], one["side"]) for one in form["participants"]),
        topics=tuple(form["topics"]),
        evidence=_read_fields(form),
    )


def _read_agreement(form: Json) -> Agreement:
    return Agreement(title=form["title"], action=form["action"], countries=tuple(form["countries"]), evidence=_read_fields(form))


def _read_fields(form: Json) -> Fields:
    return tuple((item["field"], _read_span(item)) for item in form["evidence"])


def _read_span(form: Json) -> Evidence:
    return Evidence(start=form["start"], end=form["end"], rule=form["rule"], where=form["where"])
