"""Mentions, quotations and agreements: what rests on one article alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from archive.models import Agreement, Article, MeetingReport, Mention, Quote
from ingest.engine.record import Json, measured_confidence
from ingest.projection.facts import Telling
from ingest.projection.lookups import Lookups, longest
from ingest.projection.officials import People
from ingest.projection.organizations import Bodies
from ingest.projection.rows import copy, insert

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
) -> None:
    """Mentions, quotations and agreements of each article, hung on the people, organizations and meetings that they are of."""
    rows = (_mentions(one, people[one.article.pk], bodies[one.article.pk], lookups) for one in tellings)
    copy(Mention, MENTION, chain.from_iterable(rows))
    insert(Quote, (_quote(one, key, form, people[one.article.pk]) for one in tellings for key, form in one.facts.quotes))
    insert(
        Agreement,
        (_agreement(one, key, form, reports[one.article.pk], lookups) for one in tellings for key, form in one.facts.agreements),
    )


def _mentions(telling: Telling, people: People, bodies: Bodies, lookups: Lookups) -> Iterator[tuple[object, ...]]:
    """The columns of each mention. They are by far the most rows of an article, so no object is made of them."""
    measured, rule_length = measured_confidence(), longest(Mention, "rule")
    for fact in telling.facts.mentions:
        person, body = people.row(fact.official), bodies.row(fact.body)
        yield (
            fact.key,
            telling.article.pk,
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
