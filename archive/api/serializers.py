"""The form of each thing in the API. Spans count characters of the article's title or body, from 0, the end not included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.serializers import CharField, DateField, FloatField, IntegerField, ListField, Serializer

from archive.exports.evidence import Evidence
from archive.models import Agreement, Article, Meeting, MeetingReport, Organization, Participation, Person
from archive.prose.levels import ACTIONS, KINDS, LEVELS, MODES, STATES
from archive.prose.meetings import name_of
from archive.prose.sentences import sentence_around
from archive.records.slips import At, spans_of


@extend_schema_field({"type": "string", "format": "uri"})
class Url(serializers.ReadOnlyField):
    """The lasting address of the page of a thing."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(source="*", **options)

    def to_representation(self, thing: Any) -> str:
        return address(self.context, self.kind, thing.public_id)


def address(context: Mapping[str, Any], kind: str, public_id: str) -> str:
    return str(context["request"].build_absolute_uri(reverse(kind, args=[public_id])))


def precision_of(rules: str) -> FloatField:
    """A field with the measured precision of the rules that read a thing."""
    return FloatField(allow_null=True, default=None, help_text=f"Measured precision of {rules}, 0 to 1; null: not measured.")


class SpanSerializer(Serializer[Any]):
    """Where a fact was read: the words, the sentence around them, and the rule that read them."""

    field = CharField(help_text="The fact that was read here.")
    where = serializers.ChoiceField(["title", "body"])
    start = IntegerField(min_value=0)
    end = IntegerField(min_value=0)
    rule = CharField()
    text = CharField(help_text="The words from start to end, letter for letter.")
    sentence = CharField(help_text="The sentence around them.")


class SourceSerializer(Serializer[Article]):
    """An article as the source of something."""

    id = CharField(source="public_id")
    url = Url("article")
    title = CharField()
    publisher = CharField(source="publisher.name", default=None, allow_null=True)
    published = CharField(help_text="EDTF; empty: not stated.")
    source_url = CharField(help_text="Where it was first published; empty: not stated.")
    sha256 = CharField(help_text="SHA-256 of the file it came in.")


class ThingSerializer(Serializer[Any]):
    """A person or an organization by id and name."""

    id = CharField(source="public_id")
    name = CharField()


class ParticipantSerializer(Serializer[Participation]):
    """A person, an organization or a country at a meeting, with the office of that day."""

    side = serializers.ChoiceField(["host", "guest", "participant"])
    country = CharField(source="country_id", allow_null=True, help_text="ISO 3166 alpha-2; null: none told.")
    person = ThingSerializer(allow_null=True)
    organization = ThingSerializer(allow_null=True)
    rank = CharField(source="appointment.rank", default="")
    position = CharField(source="appointment.position", default="")
    level = IntegerField(source="appointment.level", default=None, allow_null=True, min_value=1, max_value=6)


class ReportSerializer(Serializer[MeetingReport]):
    """One article's account of a meeting, with the span that each fact was read from."""

    article = SourceSerializer()
    prominence = serializers.ChoiceField(["primary", "mentioned"])
    confidence = FloatField(allow_null=True, help_text="Measured precision of the rules, 0 to 1; null: not measured.")
    evidence = serializers.SerializerMethodField()

    @extend_schema_field(SpanSerializer(many=True))
    def get_evidence(self, report: MeetingReport) -> list[dict[str, Any]]:
        return list(spans(report.article, report.evidence))


class MeetingAgreementSerializer(Serializer[Agreement]):
    id = CharField(source="public_id")
    title = CharField()
    action = serializers.ChoiceField(list(ACTIONS))


class MeetingSerializer(Serializer[Meeting]):
    """A meeting with who took part, and each article's account of it."""

    id = CharField(source="public_id")
    key = CharField(help_text="The same after every rebuild of the archive.")
    url = Url("meeting")
    name = serializers.SerializerMethodField(help_text="Proper name of the occasion, or what it was and whose.")
    kind = serializers.ChoiceField(list(KINDS))
    state = serializers.ChoiceField(list(STATES))
    mode = serializers.ChoiceField([*MODES, ""], help_text="Empty: not told.")
    date = CharField(help_text="First day as EDTF: 2024-09-10, XXXX-09-23; empty: not stated.")
    end_date = CharField(help_text="Last day as EDTF; empty: one day, or not stated.")
    earliest = DateField(allow_null=True, help_text="First day that the date may be; null where the year is not stated.")
    latest = DateField(allow_null=True)
    date_basis = serializers.ChoiceField(["stated", "relative", "publication", ""], source="basis")
    place = CharField(help_text="As the articles name it; empty: not stated.")
    venue_country = CharField(source="country_id", allow_null=True)
    host = CharField(source="host_id", allow_null=True)
    countries = ListField(child=CharField(), help_text="Of the sides, ISO 3166 alpha-2.")
    level = IntegerField(
        allow_null=True,
        min_value=1,
        max_value=6,
        help_text=f"Highest that took part: {'; '.join(f'{n} {words}' for n, words in LEVELS.items())}.",
    )
    topics = ListField(child=CharField())
    participants = ParticipantSerializer(source="participations", many=True)
    agreements = MeetingAgreementSerializer(many=True)
    reports = ReportSerializer(many=True)

    def get_name(self, meeting: Meeting) -> str:
        return name_of(meeting)


class ArticleSerializer(Serializer[Article]):
    """An article as it stands in a list; the one by its id has its text and mentions too."""

    id = CharField(source="public_id")
    key = CharField()
    url = Url("article")
    title = CharField()
    subtitle = CharField()
    publisher = CharField(source="publisher.name", default=None, allow_null=True)
    authors = ListField(child=CharField())
    published = CharField(help_text="EDTF; empty: not stated.")
    earliest = DateField(source="published_earliest", allow_null=True)
    latest = DateField(source="published_latest", allow_null=True)
    dateline = CharField(help_text="Place at the head of the text.")
    language = CharField()
    source_url = CharField()
    sha256 = CharField()
    confidence = precision_of("the rule that read the least sure of its meetings")


class MentionSerializer(Serializer[Any]):
    """A span that names somebody or something."""

    kind = serializers.ChoiceField(["person", "organization", "country", "place", "date"])
    where = serializers.ChoiceField(["title", "body"])
    start = IntegerField(min_value=0)
    end = IntegerField(min_value=0)
    text = CharField()
    value = CharField(help_text="Name, ISO code or EDTF date of what is named.")
    rule = CharField()
    confidence = FloatField(allow_null=True)
    person = ThingSerializer(allow_null=True)
    organization = ThingSerializer(allow_null=True)
    country = CharField(source="country_id", allow_null=True)


class ArticleDetailSerializer(ArticleSerializer):
    """An article with its text, to which every span counts, and its mentions."""

    body = CharField()
    mentions = serializers.SerializerMethodField()
    meetings = serializers.SerializerMethodField(help_text="Ids of the meetings that it tells of.")

    @extend_schema_field(MentionSerializer(many=True))
    def get_mentions(self, article: Article) -> Any:
        named = article.mentions.select_related("person", "organization").order_by("where", "start")
        return MentionSerializer(named, many=True, context=self.context).data

    def get_meetings(self, article: Article) -> list[str]:
        told = Meeting.objects.public().filter(reports__article=article).order_by("reports__position")
        return [meeting.public_id for meeting in told]


class AppointmentSerializer(Serializer[Any]):
    """An office held, as articles tell."""

    rank = CharField()
    position = CharField()
    organization = ThingSerializer(allow_null=True)
    country = CharField(source="country_id", allow_null=True)
    level = IntegerField(allow_null=True, min_value=1, max_value=6)
    acting = serializers.BooleanField()
    former = serializers.BooleanField()
    first_seen = DateField(allow_null=True)
    last_seen = DateField(allow_null=True)


class EvidenceSerializer(Serializer[Any]):
    """A sentence and the article it stands in."""

    sentence = CharField()
    rule = CharField()
    article = SourceSerializer()


class ProvenSerializer(Serializer[Any]):
    """Something with the sentence that named it last."""

    evidence = serializers.SerializerMethodField(help_text="Null: no article's text has it.")

    @extend_schema_field(EvidenceSerializer(allow_null=True))
    def get_evidence(self, thing: Any) -> dict[str, Any] | None:
        found: Evidence | None = self.context.get("evidence", {}).get(thing.pk)
        if found is None or found.article is None:
            return None
        return {"sentence": found.sentence, "rule": found.rule, "article": SourceSerializer(found.article, context=self.context).data}


class PersonSerializer(ProvenSerializer):
    """An official with the offices in which he or she was seen."""

    id = CharField(source="public_id")
    key = CharField()
    url = Url("person")
    name = CharField()
    sort_name = CharField(help_text="Family name first.")
    other_names = serializers.SerializerMethodField()
    country = CharField(source="country_id", allow_null=True)
    meetings = IntegerField(help_text="In how many the person took part.")
    confidence = precision_of("the best of the rules that named the person")
    appointments = AppointmentSerializer(many=True)

    def get_other_names(self, person: Person) -> list[str]:
        return [alias.name for alias in person.aliases.all()]


class OrganizationSerializer(ProvenSerializer):
    """A ministry, force, command, alliance, …"""

    id = CharField(source="public_id")
    key = CharField()
    url = Url("organization")
    name = CharField()
    acronyms = ListField(child=CharField())
    other_names = ListField(child=CharField())
    country = CharField(source="country_id", allow_null=True)
    international = serializers.BooleanField()
    kind = serializers.ChoiceField([*Organization.Kind.values, ""])
    parent = ThingSerializer(allow_null=True)
    articles = IntegerField()
    meetings = IntegerField()
    confidence = precision_of("the best of the rules that named it")


class OfficeSerializer(ProvenSerializer):
    """An official in an office, with the days on which that was seen."""

    id = CharField(source="public_id")
    key = CharField()
    person = ThingSerializer()
    rank = CharField()
    position = CharField()
    organization = ThingSerializer(allow_null=True)
    country = CharField(source="country_id", allow_null=True)
    level = IntegerField(allow_null=True, min_value=1, max_value=6)
    acting = serializers.BooleanField()
    former = serializers.BooleanField()
    first_seen = DateField(allow_null=True)
    last_seen = DateField(allow_null=True)
    articles = IntegerField(source="told")
    meetings = IntegerField()


class AgreementSerializer(Serializer[Agreement]):
    """A document that an article says was signed, amended, renewed, planned or discussed."""

    id = CharField(source="public_id")
    key = CharField()
    url = Url("agreement")
    title = CharField()
    action = serializers.ChoiceField(list(ACTIONS))
    countries = ListField(child=CharField())
    meeting = serializers.SerializerMethodField(help_text="Id of the meeting at which this was done; null: none is told.")
    confidence = precision_of("the rule that read it")
    article = SourceSerializer()
    evidence = serializers.SerializerMethodField()

    def get_meeting(self, agreement: Agreement) -> str | None:
        return agreement.told_at.public_id if agreement.told_at else None

    @extend_schema_field(SpanSerializer(many=True))
    def get_evidence(self, agreement: Agreement) -> list[dict[str, Any]]:
        return list(spans(agreement.article, agreement.evidence))


class QuoteSerializer(Serializer[Any]):
    """A direct quotation; the span covers what stands inside the marks."""

    id = CharField(source="public_id")
    key = CharField()
    url = Url("quote")
    speaker = ThingSerializer(allow_null=True)
    speaker_name = CharField(help_text="As the article names the speaker.")
    text = CharField()
    where = serializers.ChoiceField(["title", "body"])
    start = IntegerField(min_value=0)
    end = IntegerField(min_value=0)
    rule = CharField()
    article = SourceSerializer()


class MembershipSerializer(Serializer[Any]):
    """A time in a group, from `since` up to, not including, `until`."""

    group = CharField(source="group.name")
    since = DateField()
    until = DateField(allow_null=True)


class CountrySerializer(Serializer[Any]):
    """A state or territory with its groups."""

    code = CharField(help_text="ISO 3166 alpha-2, or XK for Kosovo.")
    name = CharField()
    official_name = CharField()
    other_names = ListField(child=CharField())
    region = CharField()
    groups = MembershipSerializer(source="memberships", many=True)


class ProblemSerializer(Serializer[Any]):
    """What is wrong, as RFC 9457 has it."""

    type = CharField()
    title = CharField()
    status = IntegerField()
    detail = CharField()
    instance = CharField()
    errors = serializers.DictField(  # type: ignore[assignment]
        child=CharField(), required=False, help_text="The fault of each parameter."
    )


def spans(article: Article, evidence: Any) -> Iterator[dict[str, Any]]:
    """Yield where each field was read from, in the order of the text."""
    fields = evidence if isinstance(evidence, Mapping) else {item["field"]: None for item in evidence or ()}
    found = [(name, at) for name in fields for at in spans_of(evidence, name)]
    for name, at in sorted(found, key=lambda one: (one[1].where != "title", one[1].start, one[1].end, one[0])):
        yield _span(article, name, at)


def _span(article: Article, name: str, at: At) -> dict[str, Any]:
    text = article.title if at.where == "title" else article.body
    return {
        "field": name,
        "where": at.where,
        "start": at.start,
        "end": at.end,
        "rule": at.rule,
        "text": text[at.start : at.end],
        "sentence": sentence_around(text, at.start, at.end),
    }
