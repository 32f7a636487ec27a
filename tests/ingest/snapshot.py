"""The archive as values that can be compared: every derived row by its key, without row numbers and times of the clock."""

from __future__ import annotations

from archive.models import (
    Agreement,
    Appointment,
    Article,
    FormerKey,
    Meeting,
    MeetingReport,
    Mention,
    Organization,
    Participation,
    Person,
    Quote,
)

Rows = dict[str, list[tuple[object, ...]]]


def snapshot() -> Rows:
    """All that readers see."""
    queries = {
        "articles": Article.objects.values_list("key", "title", "body", "published", "path", "sha256", "publisher__name", "source_url"),
        "people": Person.objects.values_list("key", "name", "sort_name", "country"),
        "aliases": Person.objects.values_list("key", "aliases__name"),
        "appointments": Appointment.objects.values_list(
            "key", "person__key", "rank", "position", "organization__key", "country", "level", "acting", "former", "first_seen", "last_seen"
        ),
        "proofs": Appointment.objects.values_list("key", "articles__key"),
        "organizations": Organization.objects.values_list("key", "name", "acronyms", "other_names", "country", "international", "kind"),
        "mentions": Mention.objects.values_list(
            "key", "article__key", "start", "end", "value", "person__key", "organization__key", "country"
        ),
        "meetings": Meeting.objects.values_list(
            "key",
            "title",
            "kind",
            "mode",
            "state",
            "date",
            "end_date",
            "earliest",
            "latest",
            "place",
            "country",
            "host",
            "level",
            "countries",
            "topics",
        ),
        "reports": MeetingReport.objects.values_list("key", "article__key", "meeting__key", "prominence", "position", "values__date"),
        "participations": Participation.objects.values_list(
            "meeting__key", "person__key", "organization__key", "country", "side", "appointment__key"
        ),
        "quotes": Quote.objects.values_list("key", "article__key", "speaker__key", "speaker_name", "text", "start"),
        "agreements": Agreement.objects.values_list("key", "article__key", "meeting__key", "title", "action", "countries"),
        "former keys": FormerKey.objects.values_list("kind", "key", "now"),
    }
    return {name: sorted((tuple(map(_plain, row)) for row in rows), key=repr) for name, rows in queries.items()}


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
