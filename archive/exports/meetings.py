"""Meetings as a table: one line a meeting, with the sentence of its first account."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from archive.exports.evidence import NOTHING, read_from
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.keys import PUBLIC
from archive.models import Agreement, Meeting, MeetingReport
from archive.models.meeting_line import Present, taking_part_in
from archive.prose.levels import KINDS, LEVELS, MODES
from archive.prose.meetings import Side, name_of, sides


@dataclass(frozen=True, slots=True)
class Source:
    """What is told of an article."""

    key: str
    title: str
    body: str
    publisher: str | None
    published: str
    source_url: str
    sha256: str
    created: datetime.datetime
    updated: datetime.datetime

    @property
    def public_id(self) -> str:
        return self.key[:PUBLIC]


@dataclass(frozen=True, slots=True)
class Account:
    """What is told of a report on a meeting."""

    evidence: Any
    confidence: float | None
    article: Source


@dataclass(frozen=True, slots=True)
class About:
    """What hangs on a meeting: its accounts, the first of them first, its sides, and its agreements in words."""

    accounts: list[Account]
    sides: list[Side]
    agreements: list[str]


def _lines(meetings: Sequence[Meeting], countries: Countries, site: str) -> Iterator[Line[Meeting]]:
    ids = [meeting.pk for meeting in meetings]
    present, accounts, agreements = taking_part_in(ids), _accounts(ids), _agreements(ids)
    for meeting in meetings:
        told = accounts[meeting.pk]
        evidence = read_from(told[0].article, told[0].evidence, "kind", "occasion", "date", "title", "place") if told else NOTHING
        about = About(told, sides(meeting, taking_part=present.get(meeting.pk, ())), agreements[meeting.pk])
        yield Line(meeting, countries, site, evidence, about=about)


def _accounts(meetings: Sequence[int]) -> dict[int, list[Account]]:
    """The published accounts of each meeting."""
    fields = [
        f"article__{name}"
        for name in ("key", "title", "body", "publisher__name", "published", "source_url", "sha256", "created", "updated")
    ]
    told = MeetingReport.objects.filter(meeting__in=meetings, article__status="published")
    rows = told.order_by("-prominence", F("article__published_earliest").asc(nulls_last=True), "key")
    found: dict[int, list[Account]] = defaultdict(list)
    for meeting, evidence, confidence, *article in rows.values_list("meeting", "evidence", "confidence", *fields):
        found[meeting].append(Account(evidence, confidence, Source(*article)))
    return found


def _agreements(meetings: Sequence[int]) -> dict[int, list[str]]:
    """What was done with which document at each meeting, as published releases tell."""
    rows = Agreement.objects.filter(meeting__in=meetings, article__status="published").values_list("meeting", "action", "title")
    found: dict[int, list[str]] = defaultdict(list)
    for meeting, action, title in rows:
        found[meeting].append(f"{action}: {title}")
    return found


def _about(line: Line[Meeting]) -> About:
    about: About = line.about
    return about


def _name(line: Line[Meeting]) -> str:
    return name_of(line.thing, present=_about(line).sides)


def _people(line: Line[Meeting]) -> list[str]:
    """Each official with country and office: "General Gheorghiță Vlad (RO), Chief of the Defence Staff"."""
    return [_official(one) for side in _about(line).sides for one in side.officials if one.person]


def _official(one: Present) -> str:
    office = one.appointment
    name = " ".join(filter(None, [office.rank if office else "", one.person.name if one.person else ""]))
    country = f" ({one.country_id})" if one.country_id else ""
    return f"{name}{country}, {office.position}" if office and office.position else f"{name}{country}"


def _confidence(line: Line[Meeting]) -> float | None:
    known = [report.confidence for report in _about(line).accounts if report.confidence is not None]
    return max(known, default=None)


TABLE: Table[Meeting] = Table(
    columns=(
        Column("id", "Key of the meeting; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column(
            "permalink",
            "Address of its page, which never changes.",
            lambda line: permalink(line, "meeting", line.thing.public_id),
        ),
        Column("name", "Proper name of the occasion, or what it was and whose.", _name),
        Column("kind", f"One of: {', '.join(KINDS)}.", lambda line: line.thing.kind),
        Column("state", "held, planned, postponed or cancelled.", lambda line: line.thing.state),
        Column("mode", f"{', '.join(MODES)}; empty: not told.", lambda line: line.thing.mode),
        Column(
            "date",
            "First day as EDTF (ISO 8601-2): XX stands for what no article states, as in XXXX-09-23; empty: not stated.",
            lambda line: line.thing.date,
        ),
        Column("end_date", "Last day as EDTF; empty: one day, or not stated.", lambda line: line.thing.end_date),
        Column("earliest", "First day that the date may be; empty where the year is not stated.", lambda line: line.thing.earliest),
        Column("latest", "Last day that the date may be; empty where the year is not stated.", lambda line: line.thing.latest),
        Column("date_basis", "stated, relative (reckoned from the day of publication) or publication.", lambda line: line.thing.basis),
        Column("place", "Place as the articles name it; empty: not stated.", lambda line: line.thing.place),
        Column("venue_country", "Country of the place, ISO 3166 alpha-2.", lambda line: line.thing.country_id or ""),
        Column("host", "Country that hosted, ISO 3166 alpha-2; empty: not told.", lambda line: line.thing.host_id or ""),
        Column("countries", "Countries of the sides, ISO 3166 alpha-2.", lambda line: list(line.thing.countries)),
        Column("country_names", "The same by name.", lambda line: [country_name(line, code) for code in line.thing.countries]),
        Column("organizations", "Sides that are no country.", lambda line: [s.name for s in _about(line).sides if s.name and not s.code]),
        Column("people", "Officials who took part: rank, name, country, office of that day.", _people),
        Column(
            "level",
            f"Highest level that took part: {'; '.join(f'{n} {words}' for n, words in LEVELS.items())}; empty: not stated.",
            lambda line: line.thing.level,
        ),
        Column("topics", "Subjects, by the archive's list.", lambda line: list(line.thing.topics)),
        Column(
            "agreements",
            "Documents with what was done with each.",
            lambda line: _about(line).agreements,
        ),
        Column("confidence", "Measured precision of the rules that read it, 0 to 1.", _confidence),
        Column("articles", "How many articles tell of it.", lambda line: len(_about(line).accounts)),
        Column(
            "article_permalinks",
            "Addresses of those articles, the first account first.",
            lambda line: [permalink(line, "article", report.article.public_id) for report in _about(line).accounts],
        ),
        *SOURCE,
    ),
    lines=_lines,
    shown="for_rows",
)
