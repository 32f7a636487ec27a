"""Meetings as a table: one line a meeting, with the sentence of its first account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.exports.evidence import NOTHING, read_from
from archive.exports.sources import SOURCE, permalink
from archive.exports.table import Column, Line, Table, country_name
from archive.filters.countries import Countries
from archive.models import Meeting, MeetingReport, Participation
from archive.prose.levels import KINDS, LEVELS, MODES
from archive.prose.meetings import name_of, sides


def _lines(meetings: Sequence[Meeting], countries: Countries, site: str) -> Iterator[Line[Meeting]]:
    for meeting in meetings:
        reports = list(meeting.reports.all())
        told = read_from(reports[0].article, reports[0].evidence, "kind", "occasion", "date", "title", "place") if reports else NOTHING
        yield Line(meeting, countries, site, told)


def _reports(line: Line[Meeting]) -> list[MeetingReport]:
    return list(line.thing.reports.all())


def _people(line: Line[Meeting]) -> list[str]:
    """Each official with country and office: "General Gheorghiță Vlad (RO), Chief of the Defence Staff"."""
    return [_official(one) for side in sides(line.thing) for one in side.officials if one.person]


def _official(one: Participation) -> str:
    office = one.appointment
    name = " ".join(filter(None, [office.rank if office else "", one.person.name if one.person else ""]))
    country = f" ({one.country_id})" if one.country_id else ""
    return f"{name}{country}, {office.position}" if office and office.position else f"{name}{country}"


def _confidence(line: Line[Meeting]) -> float | None:
    known = [report.confidence for report in _reports(line) if report.confidence is not None]
    return max(known, default=None)


TABLE: Table[Meeting] = Table(
    columns=(
        Column("id", "Key of the meeting; the same after every rebuild of the archive.", lambda line: line.thing.key),
        Column(
            "permalink",
            "Address of its page, which never changes.",
            lambda line: permalink(line, "meeting", line.thing.public_id),
        ),
        Column("name", "Proper name of the occasion, or what it was and whose.", lambda line: name_of(line.thing)),
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
        Column("organizations", "Sides that are no country.", lambda line: [s.name for s in sides(line.thing) if s.name and not s.code]),
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
            lambda line: [f"{one.action}: {one.title}" for one in line.thing.agreements.all()],
        ),
        Column("confidence", "Measured precision of the rules that read it, 0 to 1.", _confidence),
        Column("articles", "How many articles tell of it.", lambda line: len(_reports(line))),
        Column(
            "article_permalinks",
            "Addresses of those articles, the first account first.",
            lambda line: [permalink(line, "article", report.article.public_id) for report in _reports(line)],
        ),
        *SOURCE,
    ),
    lines=_lines,
)
