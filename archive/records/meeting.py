"""A meeting's page: what is known, who took part, and the words that each of it was read from."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.text import capfirst

from archive.actions import linked
from archive.models import Agreement, Article, Correction, Extraction, Meeting, MeetingReport, Mention, Participation, Quote
from archive.prose.dates import in_words
from archive.prose.levels import KINDS, MODES
from archive.prose.meetings import Side, name_of, sentence_of, sides
from archive.records import confidence
from archive.records.cite import source_in_words
from archive.records.slips import LONG, At, Mark, Paragraph, count_paragraphs, paragraphs, spans_of

BASES = {
    "stated": "as stated",
    "relative": "reckoned from the date of publication",
    "publication": "taken from the date of publication",
}


@dataclass(frozen=True, slots=True)
class State:
    """How a fact came to stand here: read by rule, confirmed or corrected by a person, or not stated."""

    name: str
    words: str
    machine: str = ""


@dataclass(slots=True)
class Fact:
    """One thing that is known of the meeting, or not stated. `number` leads to its words; None where there are none."""

    label: str
    value: str
    state: State
    number: int | None = None
    note: str = ""
    field: str = ""

    @property
    def unstated(self) -> bool:
        return not self.value


@dataclass(slots=True)
class Official:
    """An official who took part, with the office of that day."""

    participation: Participation
    state: State
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """A side with its officials; `number` leads to the words that tell that it took part."""

    side: Side
    officials: list[Official]
    number: int | None


@dataclass(frozen=True, slots=True)
class Slip:
    """One release's account: the paragraphs that facts were read from."""

    letter: str
    report: MeetingReport
    shown: list[Paragraph]
    paragraphs: int

    @property
    def article(self) -> Article:
        return self.report.article


@dataclass(slots=True)
class Numbering:
    """Gives each fact with words its number, and keeps where its words stand."""

    marks: dict[int, list[tuple[At, Mark]]] = field(default_factory=dict)  # by article
    last: int = 0

    def take(self, places: Sequence[tuple[MeetingReport | Quote | Agreement, At]], *, of: str) -> int | None:
        """Return the next number for the fact of this name whose words stand in these places; None, and none used, where there are none."""
        if not places:
            return None
        self.last += 1
        for place, (source, at) in enumerate(places):
            anchor = f"s{self.last}" if not place else f"s{self.last}-{place + 1}"
            mark = Mark(self.last, anchor, of, long=at.end - at.start > LONG)
            self.marks.setdefault(source.article_id, []).append((at, mark))
        return self.last


@dataclass(frozen=True, slots=True)
class Compared:
    """One field as each release tells it; empty where a release does not."""

    label: str
    values: list[str]

    @property
    def differ(self) -> bool:
        return len(set(self.values)) > 1


class MeetingRecord:
    """A meeting with its facts, sides, quotes and agreements, and a slip for each release that tells of it."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.name = name_of(meeting)
        self.sentence = sentence_of(meeting)
        self.reports: list[MeetingReport] = list(meeting.reports.all())
        self._corrections = _corrections(meeting)
        self._people = _PeopleInArticles([report.article_id for report in self.reports])
        numbering = Numbering()
        self.facts = list(self._facts(numbering))
        self.sides = [self._side(side, numbering) for side in sides(meeting)]
        self.agreements = [(one, numbering.take(self._agreement_places(one), of=one.title)) for one in meeting.agreements.all()]
        self.quotes = [(one, numbering.take([(one, At(one.start, one.end, one.where))], of=one.speaker_name)) for one in self._quotes()]
        self.slips = [self._slip(letter, report, numbering) for letter, report in zip(_letters(), self.reports, strict=False)]

    @property
    def pair(self) -> list[Side]:
        """The two countries, in the order of their codes, where there are just two sides and both are countries."""
        codes = sorted((present.side for present in self.sides if present.side.code), key=lambda side: side.code)
        return codes if len(codes) == len(self.sides) == 2 else []

    @property
    def occasion(self) -> str:
        """Kind and mode in one: "Talks, in person"."""
        return capfirst(", ".join(filter(None, [KINDS[self.meeting.kind], MODES.get(self.meeting.mode, "")])))

    @property
    def mentioned(self) -> bool:
        """Whether every release only mentions it in passing."""
        return all(report.prominence == MeetingReport.Prominence.MENTIONED for report in self.reports)

    @property
    def after_release(self) -> bool:
        """Whether it is said to be held and lies after every release that tells of it."""
        published = [report.article.published_latest for report in self.reports]
        day = self.meeting.earliest
        return bool(day and self.meeting.state == Meeting.State.HELD and published and all(last and last < day for last in published))

    @property
    def articles(self) -> list[Article]:
        return [report.article for report in self.reports]

    @property
    def cite_text(self) -> str:
        """The record and its sources in words, for a reference."""
        place = self.meeting.place or (self.meeting.country.name if self.meeting.country else "")
        about = ", ".join(filter(None, [f"“{self.name}”", place, str(in_words(self.meeting.date, self.meeting.end_date))]))
        sources = "; ".join(source_in_words(article) for article in self.articles)
        return f"{about}. Read from: {sources}."

    @property
    def accounts(self) -> list[Compared]:
        """What each release says, field by field, where there are several."""
        if len(self.reports) < 2:
            return []
        rows = [Compared(label, [self._said(report, key) for report in self.reports]) for key, label in COMPARED.items()]
        return [row for row in rows if any(row.values)]

    @property
    def nobody_named(self) -> bool:
        return not any(present.officials for present in self.sides)

    def _said(self, report: MeetingReport, key: str) -> str:
        """What one release says of a field, in words; lists in the order of the alphabet, so that they can be compared."""
        value = report.values.get(key)
        if not value:
            return ""
        if isinstance(value, list):
            return ", ".join(sorted(self._names.get(str(one), str(one)) for one in value))
        if key in ("date", "end_date"):
            return str(in_words(str(value)))
        return capfirst(WORDS.get(str(value), self._names.get(str(value), str(value))))

    @property
    def _names(self) -> dict[str, str]:
        """The names of the countries of the meeting, by code."""
        countries = [one.country for one in self.meeting.participations.all()] + [self.meeting.country, self.meeting.host]
        return {country.code: country.name for country in countries if country}

    # ---- facts ----

    def _facts(self, numbering: Numbering) -> Iterator[Fact]:
        meeting = self.meeting
        words = in_words(meeting.date, meeting.end_date)
        basis = BASES.get(meeting.basis, "") if meeting.date else ""
        venue = meeting.country.name if meeting.country else ""
        rows = (
            ("title", "Occasion", meeting.title, "" if meeting.title else "No proper name is told"),
            ("kind", "Kind", capfirst(KINDS[meeting.kind]), ""),
            ("date", "Date", str(words) if words.text else "", basis),
            ("place", "Place", ", ".join(dict.fromkeys(part for part in (meeting.place, venue) if part)), ""),
            ("host", "Host", meeting.host.name if meeting.host else "", ""),
            ("state", "Held or planned", capfirst(meeting.get_state_display()), ""),
            ("mode", "In person or not", capfirst(MODES.get(meeting.mode, "")), ""),
            ("topics", "Subject", capfirst("; ".join(meeting.topics)), ""),
        )
        for name, label, value, note in rows:
            places = self._places(*FIELDS.get(name, (name,))) if value else []
            yield Fact(label, value, self._state(name, bool(value), places), numbering.take(places, of=label), note, name)

    def _places(self, *fields: str) -> list[tuple[MeetingReport, At]]:
        found: list[tuple[MeetingReport, At]] = []
        for report in self.reports:
            at = next((at for name in fields for at in spans_of(report.evidence, name)), None)
            if at:
                found.append((report, at))
        return found

    def _state(self, name: str, stated: bool, places: Sequence[tuple[MeetingReport, At]]) -> State:
        correction = self._corrections.get(name)
        if correction:
            by = f"{correction.by.get_username()}, {in_words(correction.made_at.date().isoformat(), short=True)}"
            if correction.operation == Correction.Operation.CONFIRM:
                return State("confirmed", f"Confirmed by {by}")
            if correction.lost_since:
                return State("lost", f"Set by {by}; its words are no longer in the text", str(correction.old or ""))
            if correction.operation == Correction.Operation.SET and _plain(correction.new) != _plain(self._value(name)):
                return State("lost", f"Set by {by} to “{_plain(correction.new)}”; the archive has not been rebuilt since")
            return State("corrected", f"Corrected by {by}", str(correction.old or "nothing"))
        if not stated:
            return State("unstated", "No article tells")
        sure = confidence.in_words(confidence.of_places(at for _, at in places))
        return State("read", f"Read by rule{sure}" if places else "Follows from the other facts")

    def _value(self, name: str) -> Any:
        return _held(self.meeting, name)

    # ---- people, quotes, agreements ----

    def _side(self, side: Side, numbering: Numbering) -> Present:
        number = numbering.take(self._places(f"countries:{side.code}", f"organizations:{side.name}"), of=side.name)
        return Present(side, [self._official(one, numbering) for one in side.officials], number)

    def _official(self, one: Participation, numbering: Numbering) -> Official:
        places = [(report, at) for report in self.reports for at in self._people.words_of(one.person_id, report)]
        return Official(
            one, self._state(linked.field_of(one), True, places), numbering.take(places, of=one.person.name if one.person else "")
        )

    def _quotes(self) -> list[Quote]:
        speakers = [one.person_id for one in self.meeting.participations.all() if one.person_id]
        articles = [report.article_id for report in self.reports]
        return list(Quote.objects.filter(article__in=articles, speaker__in=speakers).select_related("speaker").order_by("article", "start"))

    def _agreement_places(self, one: Agreement) -> list[tuple[Agreement, At]]:
        return [(one, at) for at in spans_of(one.evidence, "title")[:1]]

    def _slip(self, letter: str, report: MeetingReport, numbering: Numbering) -> Slip:
        article = report.article
        shown = paragraphs(article.title, article.body, numbering.marks.get(article.pk, ()))
        return Slip(letter, report, shown, count_paragraphs(article.body))


# Where the record has the words of a field under another name, that one is looked for next.
FIELDS = {
    "date": ("date", "end_date"),
    "place": ("place", "country"),
    "kind": ("kind", "occasion"),
}
WORDS = {**KINDS, **MODES}
COMPARED = {
    "title": "Name",
    "kind": "Kind",
    "date": "Date",
    "end_date": "Until",
    "place": "Place",
    "country": "Country of the place",
    "host": "Host",
    "state": "Held or planned",
    "countries": "Countries",
    "organizations": "Organizations",
    "people": "People",
}


class _PeopleInArticles:
    """Where each person's name, rank and office stand in the articles at hand."""

    def __init__(self, articles: Sequence[int]) -> None:
        named = Mention.objects.filter(article__in=articles, person__isnull=False).order_by("article", "-where", "start")
        self._mentions: dict[tuple[int | None, int], list[Mention]] = {}
        for mention in named:
            self._mentions.setdefault((mention.person_id, mention.article_id), []).append(mention)
        told = Extraction.objects.filter(article__in=articles, in_force=True).values_list("article_id", "record__people")
        self._records: dict[int, Any] = dict(told)

    def words_of(self, person: int | None, report: MeetingReport) -> list[At]:
        """Return where the release says that the person was there, and where it first gives name and office, if elsewhere.

        A span is widened to the rank and office that stand right beside the name.
        """
        mentions = self._mentions.get((person, report.article_id), [])
        if not mentions:
            return []
        first = next((mention for mention in mentions if mention.where == "body"), mentions[0])
        told = [at for mention in mentions for at in spans_of(report.evidence, f"people:{mention.value}")]
        there = next((mention for mention in mentions if any(_overlap(mention, at) for at in told)), first)
        return list(dict.fromkeys(self._widened(mention, report.article_id) for mention in (there, first)))

    def _widened(self, name: Mention, article: int) -> At:
        around = [At(name.start, name.end, name.where), *self._beside(name, article)]
        return At(min(at.start for at in around), max(at.end for at in around), name.where, name.rule)

    def _beside(self, name: Mention, article: int) -> Iterator[At]:
        for person in self._records.get(article) or ():
            if person.get("name") == name.value:
                for part in ("rank", "position"):
                    for at in spans_of(person.get("evidence"), part)[:1]:
                        if at.where == name.where and at.start < name.end + BESIDE and at.end > name.start - BESIDE:
                            yield at


def _overlap(mention: Mention, at: At) -> bool:
    return mention.where == at.where and mention.start < at.end and mention.end > at.start


BESIDE = 120  # characters between a name and the rank or office that is marked together with it


def _corrections(meeting: Meeting) -> Mapping[str, Correction]:
    """By field, the decisions on the meeting, and those on an account of it whose value the meeting has."""
    of_accounts = Q(kind=Correction.Kind.REPORT, key__in=meeting.reports.values("key"))
    made = (
        Correction.objects.in_force().filter(Q(kind=Correction.Kind.MEETING, key__in=meeting.addresses) | of_accounts).select_related("by")
    )
    found: dict[str, Correction] = {}
    for one in sorted(made, key=lambda one: (one.kind == Correction.Kind.MEETING, one.key == meeting.key)):
        if one.kind == Correction.Kind.MEETING or (one.field and _plain(one.new) == _plain(_held(meeting, one.field))):
            found[one.field] = one
    return found


def _held(meeting: Meeting, name: str) -> Any:
    """The value of a field as corrections have it: codes for countries."""
    if linked.is_link(name):
        return linked.value_of(meeting, name)
    return getattr(meeting, f"{name}_id" if name in ("host", "country") else name, None)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _letters() -> Iterator[str]:
    yield from string.ascii_uppercase
    for first in string.ascii_uppercase:
        yield from (first + second for second in string.ascii_uppercase)


__all__ = ["MeetingRecord", "Side"]
