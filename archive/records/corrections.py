"""What a page tells of each field that people may set right: what holds, what the machine reads and in which words, and who decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from archive.actions import corrections, people
from archive.models import Appointment, Article, Correction, Country, Judgement, Meeting, Mention, Organization, Person
from archive.models.level import Level
from archive.records.slips import excerpt, spans_of

Thing = Person | Organization | Meeting | Appointment
KINDS: dict[type[Any], str] = {Person: "person", Organization: "organization", Meeting: "meeting", Appointment: "appointment"}
FIELDS = {
    "person": ("name", "sort_name", "country"),
    "appointment": ("rank", "position", "level"),
    "organization": ("name", "country", "kind"),
    "meeting": ("title", "kind", "date", "end_date", "place", "country", "host", "state", "mode", "level"),
}
LABELS = {"sort_name": "Sorted by", "country": "Country", "title": "Occasion", "end_date": "Until", "state": "Held or planned"}
HINTS = {"country": "The name, or the two letters of ISO 3166", "host": "The same", "date": "2024-09-10, 2024-09-XX, XXXX-09-23"}
SHOWN = 200  # mentions that a split can choose among
OFFICES = 30  # of one official whose fields are shown
LAST = 40  # decisions told in the history


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field can have."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what holds, what the machine reads, the words it read it from, and the correction in force."""

    name: str
    label: str
    value: str
    typed: str
    seen: str
    machine: str
    words: SafeString | str
    source: Article | None
    made: Correction | None
    choices: tuple[Choice, ...] = ()
    hint: str = ""

    @property
    def state(self) -> str:
        if self.made is None:
            return "read"
        return "confirmed" if self.made.operation == Correction.Operation.CONFIRM else "corrected"


@dataclass(frozen=True, slots=True)
class Line:
    """A decision in words: who, when, what, why; whether it holds, and who took it back."""

    decision: Correction | Judgement
    what: str
    before: str = ""
    after: str = ""


class CorrectionRecord:
    """The fields of one thing, and everything that people decided on it."""

    def __init__(self, thing: Thing) -> None:
        self.thing = thing
        self.kind = KINDS[type(thing)]

    @cached_property
    def made(self) -> list[Correction]:
        """All corrections of it ever made, the newest first."""
        told = Correction.objects.filter(kind=self.kind, key=self.thing.key)
        return list(told.select_related("by", "withdrawn_by").order_by("-made_at", "-pk")[:LAST])

    @cached_property
    def fields(self) -> list[Field]:
        return [self._field(name) for name in FIELDS[self.kind]]

    @cached_property
    def offices(self) -> list[CorrectionRecord]:
        """The offices of an official, each with its own fields."""
        if not isinstance(self.thing, Person):
            return []
        return [CorrectionRecord(office) for office in self.thing.appointments.select_related("organization")[:OFFICES]]

    @cached_property
    def merges(self) -> list[tuple[Judgement, str]]:
        return people.merges(self.thing) if isinstance(self.thing, Person) else []

    @cached_property
    def split_off(self) -> bool:
        """Whether people took it out of another official."""
        own = self.thing.mentions.values("key") if isinstance(self.thing, Person) else ()
        return bool(own) and Correction.objects.in_force().filter(kind="mention", field="person", key__in=own).exists()

    @cached_property
    def mentions(self) -> list[tuple[Article, list[Mention]]]:
        """The mentions article by article, for a split to choose among."""
        if not isinstance(self.thing, Person):
            return []
        told = self.thing.mentions.select_related("article__publisher").order_by("-article__published_latest", "article", "start")[:SHOWN]
        return [(article, list(group)) for article, group in groupby(told, key=lambda mention: mention.article)]

    @cached_property
    def history(self) -> list[Line]:
        """Who decided what, and when, the newest first."""
        lines = [*map(_told, self.made), *self._judged(), *self._of_offices()]
        return sorted(lines, key=lambda line: line.decision.made_at, reverse=True)

    def _of_offices(self) -> Iterator[Line]:
        if isinstance(self.thing, Person):
            keys = self.thing.appointments.values("key")
            told = Correction.objects.filter(kind="appointment", key__in=keys).select_related("by", "withdrawn_by")
            yield from map(_told, told[:LAST])

    def _judged(self) -> Iterator[Line]:
        if isinstance(self.thing, Meeting | Appointment):
            return
        own = self.thing.mentions.values("key")
        about = Q(left__in=own) | Q(right__in=own) | Q(left_was=self.thing.key) | Q(right_was=self.thing.key)
        judged = list(Judgement.objects.filter(about).select_related("by", "withdrawn_by").order_by("-made_at")[:LAST])
        keys = {key for one in judged for key in (one.left, one.right)}
        names = dict(Mention.objects.filter(key__in=keys).values_list("key", "value")) if keys else {}
        for one in judged:
            left, right = (names.get(key, "somebody no longer named") for key in (one.left, one.right))
            yield Line(one, f"{left} and {right}: {one.get_verdict_display()}")

    def _field(self, name: str) -> Field:
        column = self.thing._meta.get_field(name)
        value = corrections.value_of(self.thing, name)
        in_force = (one for one in self.made if one.field == name and one.withdrawn_at is None)
        made = next(in_force, None)
        machine = value if made is None else (made.reads_now if made.reads_since else made.old)
        words, source = self._words(name)
        choices = Level.choices if name == "level" else getattr(column, "choices", None) or ()
        blank = [("", "not told")] if column.blank else []  # type: ignore[union-attr]
        return Field(
            name=name,
            label=LABELS.get(name, capfirst(str(column.verbose_name))),  # type: ignore[union-attr]
            value=self._shown(name, value),
            typed=self._shown(name, value) if value else "",
            seen=json.dumps(value),
            machine=self._shown(name, machine),
            words=words,
            source=source,
            made=made,
            choices=tuple(Choice(str(one), str(said), str(one) == str(value or "")) for one, said in [*blank, *choices]) if choices else (),
            hint=HINTS.get(name, ""),
        )

    def _shown(self, name: str, value: Any) -> str:
        column = self.thing._meta.get_field(name)
        if isinstance(column, models.ForeignKey) and value:
            country = Country.objects.filter(code=value).first()
            return country.name if country else str(value)
        said = dict(Level.choices if name == "level" else getattr(column, "choices", None) or ()).get(value)
        return str(said or corrections.shown(value))

    def _words(self, name: str) -> tuple[SafeString | str, Article | None]:
        """The words that the field was read from."""
        if isinstance(self.thing, Meeting):
            for report in self.thing.reports.all():
                at = next((at for at in spans_of(report.evidence, name) if at.where == "body"), None)
                if at:
                    return excerpt(report.article.body, at.start, at.end), report.article
            return "", None
        mention = self._mention
        return (excerpt(mention.article.body, mention.start, mention.end), mention.article) if mention else ("", None)

    @cached_property
    def _mention(self) -> Mention | None:
        if isinstance(self.thing, Appointment):
            named = Mention.objects.filter(person=self.thing.person_id, where="body", article__appointments=self.thing.pk)
            return named.select_related("article__publisher").order_by("article", "start").first()
        told: Mention | None = (
            self.thing.mentions.filter(where="body").select_related("article__publisher").order_by("article", "start").first()  # type: ignore[union-attr]
        )
        return told


def _told(made: Correction) -> Line:
    before, after = corrections.shown(made.old), corrections.shown(made.new)
    if made.operation == Correction.Operation.SUPPRESS:
        return Line(made, "found to be none")
    if made.operation == Correction.Operation.CONFIRM:
        return Line(made, f"{capfirst(made.field)} confirmed", "", after)
    return Line(made, f"{capfirst(made.field)} set", before, after)
