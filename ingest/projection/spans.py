"""Mentions, quotations and agreements: what rests on one article alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from archive.models import Agreement, Article, MeetingReport, Mention, Person, Quote
from ingest.engine.record import Json, measured_confidence
from ingest.projection import decided
from ingest.projection.decided import Corrections
from ingest.projection.facts import Telling
from ingest.projection.lookups import Lookups, longest
from ingest.projection.officials import People
from ingest.projection.organizations import Bodies
from ingest.projection.rows import copy, insert

Row = TypeVar("Row", Agreement, Quote)
MENTION = (
    "key",
    "article_id",
    "kind",
    "where",
    "start",
    "end",
    "text",
    "value",
    "rule",
    "confidence",
    "person_id",
    "organization_id",
    "country_id",
)  # the columns of a mention, in the order in which `_mentions` tells them


def take_out(articles: Collection[Article]) -> None:
    """Remove what rests on the articles."""
    for model in (Mention, Quote, Agreement):
        model.objects.filter(article__in=articles).delete()


def put_in(
    tellings: Sequence[Telling],
    people: Mapping[int, People],
    bodies: Mapping[int, Bodies],
    reports: Mapping[int, list[MeetingReport]],
    lookups: Lookups,
    corrections: Corrections,
) -> None:
    """Mentions, quotations and agreements of each article, hung on the people, organizations and meetings that they are of."""
    rows = (_mentions(one, people[one.article.pk], bodies[one.article.pk], lookups) for one in tellings)
    copy(Mention, MENTION, chain.from_iterable(rows))
    quotes = [_quote(one, key, form, people[one.article.pk]) for one in tellings for key, form in one.facts.quotes]
    insert(Quote, _decided_quotes(quotes, corrections))
    agreements = [_agreement(one, key, form, reports[one.article.pk], lookups) for one in tellings for key, form in one.facts.agreements]
    insert(Agreement, _decided(Agreement, agreements, corrections, ("title", "action", "countries")))


def _decided(model: type[Row], rows: Sequence[Row], corrections: Corrections, columns: Collection[str]) -> list[Row]:
    """The rows with what people set right, without those that they found to be none."""
    if not corrections.any:
        return list(rows)
    keys = [row.key for row in rows]
    corrections.note(model, {row.key: {column: getattr(row, column) for column in columns} for row in rows})
    held, gone = corrections.of(model, keys), corrections.suppressed(model, keys)
    for row in rows:
        for column, value in held[row.key].items():
            if column in columns:
                setattr(row, column, value)
    return [row for row in rows if row.key not in gone]


def _decided_quotes(rows: Sequence[Quote], corrections: Corrections) -> list[Quote]:
    """The same for quotations. Whoever people found to have spoken is named by key, and may have been joined to another since."""
    if not corrections.any:
        return list(rows)
    corrections.note(Quote, {row.key: {"speaker_id": row.speaker.key if row.speaker else None} for row in rows})
    speakers = {key: told["speaker_id"] for key, told in corrections.of(Quote, [row.key for row in rows]).items() if "speaker_id" in told}
    known = decided.rows(Person, {key for key in speakers.values() if key})
    left = _decided(Quote, rows, corrections, ("speaker_name",))
    for row in left:
        if row.key in speakers:
            row.speaker = known.get(speakers[row.key] or "")
    return left


def _mentions(telling: Telling, people: People, bodies: Bodies, lookups: Lookups) -> Iterator[tuple[object, ...]]:
    """The columns of each mention. They are by far the most rows of an article, so no object is made of them."""
    article, measured, rule_length = telling.article.pk, measured_confidence(), longest(Mention, "rule")
    for fact in telling.facts.mentions:
        person, body = people.row(fact.official), bodies.row(fact.body)
        yield (
            fact.key,
            article,
            fact.kind,
            fact.where,
            fact.start,
            fact.end,
            fact.text,
            fact.value,
            fact.rule[:rule_length],
            measured.get(fact.rule),
            person.pk if person else None,
            body.pk if body else None,
            lookups.country(fact.value) if fact.kind == "country" else None,
        )


def _quote(telling: Telling, key: str, form: Json, people: People) -> Quote:
    span = form["evidence"][0]
    return Quote(
        key=key,
        article_id=telling.article.pk,
        speaker=people.row(telling.facts.official_named(form["speaker"])),
        speaker_name=form["speaker"][: longest(Quote, "speaker_name")],
        text=form["text"],
        where=span["where"],
        start=span["start"],
        end=span["end"],
        rule=span["rule"][: longest(Quote, "rule")],
    )


def _agreement(telling: Telling, key: str, form: Json, reports: list[MeetingReport], lookups: Lookups) -> Agreement:
    evidence: dict[str, Json] = {}
    for item in form["evidence"]:
        evidence.setdefault(item["field"], {name: item[name] for name in ("start", "end", "where", "rule")})
    meeting = _occasion(form, reports)
    return Agreement(
        key=key,
        article_id=telling.article.pk,
        meeting_id=meeting.meeting_id if meeting else None,
        title=form["title"],
        action=form["action"],
        countries=lookups.known(form["countries"]),
        evidence=evidence,
    )


def _occasion(form: Json, reports: list[MeetingReport]) -> MeetingReport | None:
    """The report of the meeting at which the agreement was made: the one primary report whose sides hold all its parties."""
    fitting = [
        report
        for report in reports
        if report.prominence == MeetingReport.Prominence.PRIMARY and set(form["countries"]) <= set(report.values["countries"])
    ]
    return fitting[0] if len(fitting) == 1 else None
