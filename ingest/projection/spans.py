"""Mentions, quotations and agreements: what rests on one article alone."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from psycopg import sql

from archive.models import Agreement, Article, MeetingReport, Mention, Quote
from ingest.engine.record import Json, measured_confidence
from ingest.projection.facts import Facts, MentionFact
from ingest.projection.lookups import Lookups, longest
from ingest.projection.officials import People
from ingest.projection.organizations import Bodies

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
)  # the columns of a mention, in the order in which `_copy` writes them


def take_out(article: Article) -> None:
    """Remove what rests on the article."""
    for model in (Mention, Quote, Agreement):
        model.objects.filter(article=article).delete()


def put_in(article: Article, told: Facts, people: People, bodies: Bodies, reports: list[MeetingReport], lookups: Lookups) -> None:
    """The article's mentions, quotations and agreements, hung on the people, organizations and meetings that they are of."""
    _copy(told.mentions, article, people, bodies, lookups)
    Quote.objects.bulk_create(_quote(article, key, form, told, people) for key, form in told.quotes)
    Agreement.objects.bulk_create(_agreement(article, key, form, reports, lookups) for key, form in told.agreements)


def _copy(mentions: Iterable[MentionFact], article: Article, people: People, bodies: Bodies, lookups: Lookups) -> None:
    """Put in the mentions by COPY: they are by far the most rows of an article, and this takes a fifth of the time."""
    measured = measured_confidence()
    columns = sql.SQL(", ").join(sql.Identifier(column) for column in MENTION)
    with connection.cursor() as cursor, cursor.copy(sql.SQL("COPY archive_mention ({}) FROM STDIN").format(columns)) as copy:
        for fact in mentions:
            person, body = people.row(fact.official), bodies.row(fact.body)
            country = lookups.country(fact.value) if fact.kind == Mention.Kind.COUNTRY else None
            copy.write_row(
                (
                    fact.key,
                    article.pk,
                    fact.kind,
                    fact.where,
                    fact.start,
                    fact.end,
                    fact.text,
                    fact.value,
                    fact.rule[: longest(Mention, "rule")],
                    measured.get(fact.rule),
                    person.pk if person else None,
                    body.pk if body else None,
                    country,
                )
            )


def _quote(article: Article, key: str, form: Json, told: Facts, people: People) -> Quote:
    span = form["evidence"][0]
    return Quote(
        key=key,
        article=article,
        speaker=people.row(told.official_named(form["speaker"])),
        speaker_name=form["speaker"][: longest(Quote, "speaker_name")],
        text=form["text"],
        where=span["where"],
        start=span["start"],
        end=span["end"],
        rule=span["rule"][: longest(Quote, "rule")],
    )


def _agreement(article: Article, key: str, form: Json, reports: list[MeetingReport], lookups: Lookups) -> Agreement:
    evidence: dict[str, Json] = {}
    for item in form["evidence"]:
        evidence.setdefault(item["field"], {name: item[name] for name in ("start", "end", "where", "rule")})
    meeting = _occasion(form, reports)
    return Agreement(
        key=key,
        article=article,
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
