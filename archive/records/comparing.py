"""Two officials, organizations or accounts of a meeting side by side, feature by feature, each with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.models import Appointment, Article, Country, Mention, Person
from archive.prose.dates import days_in_words, in_words
from archive.prose.latin import in_latin
from archive.prose.meetings import name_of
from archive.records.slips import excerpt, spans_of

MET = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """One feature of both, and how they compare."""

    label: str
    left: SafeString | str
    right: SafeString | str
    how: str

    @property
    def differs(self) -> bool:
        return self.how == "differs"


class Side:
    """One of the two: its name and page, how much is told of it, its features, and a sentence with its article."""

    room: str
    public_id: str
    name: str
    told: list[tuple[str, str]]
    key: str

    @property
    def article(self) -> Article | None:
        raise NotImplementedError

    @property
    def words(self) -> SafeString | str:
        raise NotImplementedError

    @property
    def weight(self) -> str:
        """How much the archive has of it."""
        raise NotImplementedError


def compared(one: Side, other: Side, *, latin: bool = False) -> list[Compared]:
    """The features of both, the name first with what differs marked; `latin` shows all in plain Latin letters."""
    change = in_latin if latin else str
    names = change(one.name), change(other.name)
    rows = [Compared("Name", _marked(names[0], names[1]), _marked(names[1], names[0]), _how(*names))]
    for (label, left), (_, right) in zip(one.told, other.told, strict=True):
        rows.append(Compared(label, change(left), change(right), _how(change(left), change(right))))
    return rows


class _Named(Side):
    """An official or a body, with its mentions."""

    def __init__(self, thing: Any) -> None:
        self.thing = thing
        self.public_id, self.name, self.key = thing.public_id, thing.name, thing.key
        self.mentions = thing.mentions.all()
        self.count = self.mentions.count()
        self.articles = self.mentions.values("article").distinct().count()

    @cached_property
    def mention(self) -> Mention | None:
        found: Mention | None = self.mentions.filter(where="body").select_related("article__publisher").order_by("article", "start").first()
        return found

    @property
    def article(self) -> Article | None:
        return self.mention.article if self.mention else None

    @property
    def words(self) -> SafeString | str:
        return excerpt(self.mention.article.body, self.mention.start, self.mention.end) if self.mention else ""

    @property
    def weight(self) -> str:
        plural = "" if self.count == 1 else "s"
        return f"{self.count:,} mention{plural} in {self.articles:,} article{'' if self.articles == 1 else 's'}"

    @property
    def publishers(self) -> str:
        told = self.mentions.exclude(article__publisher=None).order_by("article__publisher__name")
        return ", ".join(told.values_list("article__publisher__name", flat=True).distinct()[:MET])

    @property
    def country(self) -> str:
        return self.thing.country.name if self.thing.country else ""


class PersonSide(_Named):
    room = "person"

    @cached_property
    def offices(self) -> list[Appointment]:
        return list(Appointment.objects.filter(person=self.thing).select_related("organization")[:8])

    @property
    def told(self) -> list[tuple[str, str]]:  # type: ignore[override]
        return [
            ("Country", self.country),
            ("Office", self._of_offices("position")),
            ("Organization", self._of_offices("organization")),
            ("Rank", self._of_offices("rank")),
            ("Seen", self._seen),
            ("Met", self._met),
            ("Publishers", self.publishers),
        ]

    def _of_offices(self, field: str) -> str:
        return "; ".join(dict.fromkeys(str(value) for office in self.offices if (value := getattr(office, field))))

    @property
    def _seen(self) -> str:
        days = sorted(day for office in self.offices for day in (office.first_seen, office.last_seen) if day)
        return str(days_in_words(days[0], days[-1], short=True)) if days else ""

    @property
    def _met(self) -> str:
        others = Person.objects.filter(participations__meeting__participations__person=self.thing).exclude(pk=self.thing.pk)
        return ", ".join(others.distinct().order_by("sort_name").values_list("name", flat=True)[:MET])


class BodySide(_Named):
    room = "organization"

    @property
    def told(self) -> list[tuple[str, str]]:  # type: ignore[override]
        return [
            ("Country", self.country or ("International" if self.thing.international else "")),
            ("Acronyms", ", ".join(self.thing.acronyms)),
            ("Other names", "; ".join(self.thing.other_names)),
            ("Kind", self.thing.get_kind_display() if self.thing.kind else ""),
            ("Officials", self._officials),
            ("Publishers", self.publishers),
        ]

    @property
    def _officials(self) -> str:
        held = Person.objects.filter(appointments__organization=self.thing).distinct().order_by("sort_name")
        return ", ".join(held.values_list("name", flat=True)[:MET])


class MeetingSide(Side):
    """An account of a meeting, with what the meeting is as all its accounts tell it."""

    room = "meeting"

    def __init__(self, account: Any) -> None:
        self.account, self.meeting = account, account.meeting
        self.public_id, self.key = account.meeting.public_id, account.key
        self.name = name_of(account.meeting)

    @property
    def article(self) -> Article | None:
        told: Article = self.account.article
        return told

    @property
    def words(self) -> SafeString | str:
        body = Article.objects.values_list("body", flat=True).get(pk=self.account.article_id)
        for field in ("kind", "date", "place", "title"):
            at = next((at for at in spans_of(self.account.evidence, field) if at.where == "body"), None)
            if at:
                return excerpt(body, at.start, at.end)
        return ""

    @property
    def weight(self) -> str:
        count = self.meeting.reports.count()
        return f"told in {count:,} article{'' if count == 1 else 's'}"

    @property
    def told(self) -> list[tuple[str, str]]:  # type: ignore[override]
        values = self.account.values
        countries = Country.objects.filter(code__in=values.get("countries") or []).order_by("name").values_list("name", flat=True)
        return [
            ("Date", str(in_words(values.get("date") or "", values.get("end_date") or ""))),
            ("Kind", str(values.get("kind") or "").replace("_", " ")),
            ("Occasion", values.get("title") or ""),
            ("Place", values.get("place") or ""),
            ("Countries", ", ".join(countries)),
            ("Officials", ", ".join(sorted(values.get("people") or []))),
            ("Publisher", str(self.account.article.publisher or "")),
        ]


def _how(one: object, other: object) -> str:
    if not one and not other:
        return "unknown"
    if not one or not other:
        return "only right" if other else "only left"
    return "same" if one == other else "differs"


def _marked(text: str, other: str) -> SafeString:
    """The text with what the other has not marked."""
    pieces = SequenceMatcher(a=other, b=text, autojunk=False).get_opcodes()
    return format_html_join(
        "", "{}", ((format_html("<ins>{}</ins>", text[b:c]) if tag in {"insert", "replace"} else text[b:c],) for tag, _, _, b, c in pieces)
    )
