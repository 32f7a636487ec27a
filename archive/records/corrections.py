"""What a page tells of each field that people may set right: what holds, what the machine reads and in which words, and who decided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils.safestring import SafeString

from archive.actions import corrections, linked, meetings, organizations, people, splits
from archive.models import (
    Agreement,
    Appointment,
    Article,
    Correction,
    FormerKey,
    Judgement,
    Meeting,
    MeetingReport,
    Mention,
    Organization,
    Participation,
    Person,
    Quote,
    ReaderReport,
)
from archive.records import wording
from archive.records.slips import excerpt, spans_of
from archive.records.successions import Succession, successions

Thing = Person | Organization | Meeting | Appointment | Agreement | Quote
KINDS: dict[type[Any], str] = {model: kind for kind, model in corrections.MODELS.items()}
FIELDS = {
    "person": ("name", "sort_name", "country"),
    "appointment": ("rank", "position", "organization", "level"),
    "organization": ("name", "acronyms", "other_names", "country", "kind"),
    "agreement": ("title", "action", "countries"),
    "quote": ("speaker", "speaker_name"),
    "meeting": ("title", "kind", "date", "end_date", "place", "country", "host", "state", "mode", "level", "topics"),
}
HINTS = {
    "speaker": "The page of the official, or the whole name",
    "countries": "Names or codes, with commas between them",
    "country": "The name, or the two letters of ISO 3166",
    "host": "The same",
    "acronyms": "With semicolons between them",
    "other_names": "With semicolons between them",
    "topics": "With semicolons between them",
    "organization": "The page of the organization, or its whole name",
    "date": "2024-09-10, 2024-09-XX, XXXX-09-23",
}
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
        keys = _keys_of(self.thing)
        told = Correction.objects.filter(kind=self.kind, key__in=keys)
        return list(told.select_related("by", "withdrawn_by").order_by("-made_at", "-pk")[:LAST])

    @cached_property
    def fields(self) -> list[Field]:
        return [self._field(name) for name in FIELDS[self.kind]]

    def field(self, name: str) -> Field:
        return self._field(name)

    @cached_property
    def participants(self) -> list[Field]:
        """Whoever took part in a meeting, each with the side for a value; and those of whom people told that they were not there."""
        if not isinstance(self.thing, Meeting):
            return []
        there = self.thing.participations.select_related("person", "organization", "country").order_by("person__name", "pk")
        names = [linked.field_of(one) for one in there]
        told = [one.field for one in self.made if one.withdrawn_at is None and linked.is_link(one.field)]
        return [self._link(name) for name in dict.fromkeys([*names, *told])]

    @property
    def links(self) -> tuple[str, ...]:
        """What it can be linked with by hand."""
        return linked.LINKS.get(self.kind, ())

    @cached_property
    def successions(self) -> list[tuple[Succession, bool]]:
        """What came before and after an organization, each with whether it came before."""
        if not isinstance(self.thing, Organization):
            return []
        return [(one, before) for before in (True, False) for one in successions(self.thing, before=before)]

    @cached_property
    def releases(self) -> list[Article]:
        """The releases that tell of a meeting: what the machine missed there is added on their pages."""
        return [report.article for report in self.thing.reports.select_related("article")] if isinstance(self.thing, Meeting) else []

    @cached_property
    def offices(self) -> list[CorrectionRecord]:
        """The offices of an official, each with its own fields."""
        if not isinstance(self.thing, Person):
            return []
        return [CorrectionRecord(office) for office in self.thing.appointments.select_related("organization")[:OFFICES]]

    @cached_property
    def merges(self) -> list[tuple[Judgement, str]]:
        """The judgements in force that joined another with it, each with the other's name."""
        if isinstance(self.thing, Person):
            return people.merges(self.thing)
        if isinstance(self.thing, Organization):
            return organizations.merges(self.thing)
        if isinstance(self.thing, Meeting):
            return [(one, "another account") for one in meetings.merges(self.thing)]
        return []

    @property
    def can_be_joined(self) -> bool:
        return self.kind in {"person", "organization", "meeting"}

    def has_form(self, act: str, field: str = "") -> bool:
        """Whether the page has a form for an act on this thing; `field` is the one that it sets."""
        if act == "set":
            return field in FIELDS[self.kind] or any(one.name == field for one in self.participants)
        if act == "split":
            return bool(self.mentions or self.accounts)
        there = {"link": bool(self.links), "merge": self.can_be_joined, "undo_split": self.split_off, "suppress": True}
        return there.get(act, False)

    @cached_property
    def accounts(self) -> list[MeetingReport]:
        """The accounts of a meeting, for a split to choose among; none where there is one alone."""
        told = list(self.thing.reports.select_related("article__publisher")) if isinstance(self.thing, Meeting) else []
        return told if len(told) > 1 else []

    @cached_property
    def reports(self) -> list[ReaderReport]:
        """What readers say is wrong with it and nobody has answered."""
        return list(ReaderReport.objects.waiting().filter(kind=self.kind, key=self.thing.key)[:LAST])

    @cached_property
    def split_off(self) -> bool:
        """Whether people took it out of another."""
        return isinstance(self.thing, Person | Organization) and splits.moved_to(self.thing).exists()

    @cached_property
    def mentions(self) -> list[tuple[Article, list[Mention]]]:
        """The mentions article by article and name by name, those of the newest articles first, for a split to choose among."""
        if not isinstance(self.thing, Person | Organization):
            return []
        told = self.thing.mentions.select_related("article__publisher").order_by("-article__published_latest", "article", "value", "start")[
            :SHOWN
        ]
        groups = (list(group) for _, group in groupby(told, key=lambda mention: (mention.article_id, mention.value)))
        return [(group[0].article, group) for group in groups]

    @property
    def shows_all(self) -> bool:
        """Whether a split can choose among all mentions."""
        return sum(len(group) for _, group in self.mentions) < SHOWN

    @cached_property
    def history(self) -> list[Line]:
        """Who decided what, and when, the newest first."""
        lines = [*map(_told, self.made), *self._judged(), *self._of_offices()]
        return sorted(lines, key=lambda line: line.decision.made_at, reverse=True)

    def _of_offices(self) -> Iterator[Line]:
        if isinstance(self.thing, Person):
            offices = {key: str(office) for office in self.thing.appointments.all() for key in _keys_of(office)}
            told = Correction.objects.filter(kind="appointment", key__in=offices).select_related("by", "withdrawn_by")
            yield from (_told(made, offices[made.key]) for made in told.order_by("-made_at")[:LAST])

    def _judged(self) -> Iterator[Line]:
        own = self._judged_by
        if own is None:
            return
        about = Q(left__in=own) | Q(right__in=own) | Q(left_was=self.thing.key) | Q(right_was=self.thing.key)
        judged = list(Judgement.objects.filter(about).select_related("by", "withdrawn_by").order_by("-made_at")[:LAST])
        names = names_of(judged)
        for one in judged:
            yield Line(one, f"{names[one.left]} and {names[one.right]}: {one.get_verdict_display()}")

    @property
    def _judged_by(self) -> Any:
        """The keys that judgements on it go by; None where there are no judgements on its kind."""
        if isinstance(self.thing, Person | Organization):
            return self.thing.mentions.values("key")
        return self.thing.reports.values("key") if isinstance(self.thing, Meeting) else None

    def _field(self, name: str) -> Field:
        column = self.thing._meta.get_field(name)
        value = corrections.value_of(self.thing, name)
        made = self._in_force(name)
        machine = value if made is None else (made.reads_now if made.reads_since else made.old)
        words, source = self._words(name)
        choices = wording.choices(self.kind, name)
        blank = [("", "not told")] if column.blank else []  # type: ignore[union-attr]
        return Field(
            name=name,
            label=wording.label(self.kind, name),
            value=self._shown(name, value),
            typed=self._typed(name, value),
            seen=json.dumps(value),
            machine=self._shown(name, machine),
            words=words,
            source=source,
            made=made,
            choices=tuple(Choice(str(one), said, str(one) == str(value or "")) for one, said in [*blank, *choices]) if choices else (),
            hint=HINTS.get(name, ""),
        )

    def _link(self, name: str) -> Field:
        """A field that names another, as `archive.actions.linked` has it."""
        value, made = linked.value_of(self.thing, name), self._in_force(name)
        machine = value if made is None else (made.reads_now if made.reads_since else made.old)
        words, source = self._words(_told_as(name))
        return Field(
            name=name,
            label=wording.called(name),
            value=self._shown(name, value),
            typed="",
            seen=json.dumps(value),
            machine=self._shown(name, machine),
            words=words,
            source=source,
            made=made,
            choices=tuple(Choice(one, said, one == (value or "")) for one, said in [*Participation.Side.choices, ("", "was not there")]),
        )

    def _in_force(self, name: str) -> Correction | None:
        """The correction that holds: of several on a meeting that had other addresses the one on the address it has."""
        made = [one for one in self.made if one.field == name and one.withdrawn_at is None]
        return min(made, key=lambda one: one.key != self.thing.key, default=None)

    def _shown(self, name: str, value: Any) -> str:
        return wording.value(self.kind, name, value)

    def _typed(self, name: str, value: Any) -> str:
        """The value as it stands in the field of the form: names may have commas in them."""
        if isinstance(value, list) and name != "countries":
            return "; ".join(value)
        return self._shown(name, value) if value else ""

    def _words(self, name: str) -> tuple[SafeString | str, Article | None]:
        """The words that the field was read from."""
        if isinstance(self.thing, Meeting):
            for report in self.thing.reports.all():
                at = next((at for at in spans_of(report.evidence, name) if at.where == "body"), None)
                if at:
                    return excerpt(report.article.body, at.start, at.end), report.article
            return "", None
        if isinstance(self.thing, Agreement | Quote):
            return self._own_words(name)
        mention = self._mention
        return (excerpt(mention.article.body, mention.start, mention.end), mention.article) if mention else ("", None)

    def _own_words(self, name: str) -> tuple[SafeString | str, Article | None]:
        thing: Any = self.thing
        if isinstance(thing, Quote):
            places: list[Any] = [thing] if thing.where == "body" else []
        else:
            places = [at for field in (name, "title") for at in spans_of(thing.evidence, field) if at.where == "body"]
        return (excerpt(thing.article.body, places[0].start, places[0].end), thing.article) if places else ("", thing.article)

    @cached_property
    def _mention(self) -> Mention | None:
        if isinstance(self.thing, Appointment):
            named = Mention.objects.filter(person=self.thing.person_id, where="body", article__appointments=self.thing.pk)
            return named.select_related("article__publisher").order_by("article", "start").first()
        told: Mention | None = (
            self.thing.mentions.filter(where="body").select_related("article__publisher").order_by("article", "start").first()  # type: ignore[union-attr]
        )
        return told


def _keys_of(thing: Thing) -> list[str]:
    """The keys under which decisions on it stand: its own, and those that lead to it."""
    if isinstance(thing, Meeting):
        return thing.addresses
    former = FormerKey.objects.filter(kind=FormerKey.Kind.APPOINTMENT, now=thing.key) if isinstance(thing, Appointment) else ()
    return [thing.key, *(one.key for one in former)]


def _told_as(name: str) -> str:
    """What the field of a participant is called where an account tells its words."""
    link, key = linked.parted(name)
    return f"countries:{key}" if link == "country" else f"{'people' if link == 'person' else 'organizations'}:{wording.called(name)}"


def names_of(judged: Iterable[Judgement]) -> dict[str, str]:
    """What the two of each judgement are called, by key: names for mentions, headlines for accounts of a meeting."""
    keys = {key for one in judged for key in (one.left, one.right)}
    found = dict.fromkeys(keys, "something no longer told")
    if keys:
        found |= dict(Mention.objects.filter(key__in=keys).values_list("key", "value"))
        accounts = MeetingReport.objects.filter(key__in=keys).values_list("key", "article__title")
        found |= {key: f"the account in “{title or 'an article without a headline'}”" for key, title in accounts}
    return found


def _told(made: Correction, of: str = "") -> Line:
    """The correction in words; `of` is the office it is on, where that is not the thing of the page."""
    before, after = (wording.value(made.kind, made.field, told) for told in (made.old, made.new))
    field = wording.label(made.kind, made.field) + (f" ({of})" if of else "")
    if made.operation == Correction.Operation.SUPPRESS:
        return Line(made, "Found to be none")
    if made.operation == Correction.Operation.ADD:
        return Line(made, "Added by hand", "", after)
    if made.operation == Correction.Operation.CONFIRM:
        return Line(made, f"{field} confirmed", "", after)
    return Line(made, f"{field} set", before, after)
