"""Meetings, from all reports of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from psycopg.types.json import Jsonb

from archive import edtf
from archive.models import (
    Appointment,
    Article,
    FormerKey,
    Meeting,
    MeetingReport,
    Organization,
    Participation,
    Person,
)
from ingest.engine.record import Json, measured_confidence
from ingest.models import MeetingSighting
from ingest.projection import decided
from ingest.projection.accounts import NOTHING_TOLD, Report, Side, Told, addresses, key_of_meeting, told_by_hand
from ingest.projection.added import OWN
from ingest.projection.decided import HOLDS, Corrections, Moved
from ingest.projection.facts import Facts, ReportFact, Telling
from ingest.projection.lookups import Lookups, longest, stored_date
from ingest.projection.of_one_release import BY_HAND
from ingest.projection.officials import People
from ingest.projection.organizations import Bodies
from ingest.projection.rows import copy, insert, update
from ingest.projection.ties import ties_of
from ingest.resolution.linking import Ties, fold, meetings

OF_OTHERS = ("pk", "key", "meeting_id", "article_id", "prominence", "values")  # columns of other articles' reports
TAKES_PART = ("meeting_id", "person_id", "organization_id", "country_id", "side", "appointment_id")  # columns of a participation
NOT_VALUES = {"evidence", "confidence", "status", OWN}


def take_out(articles: Collection[Article]) -> set[tuple[str, int]]:
    """Remove the articles' reports; their blocks, and the meetings that they were of."""
    own = MeetingSighting.objects.filter(report__article__in=articles)
    told = set(own.values_list("block", "report__meeting"))
    reports = list(own.values_list("pk", flat=True))
    own.delete()
    MeetingReport.objects.filter(pk__in=reports).delete()
    return told


def put_in(
    tellings: Sequence[Telling],
    people: Mapping[int, People],
    bodies: Mapping[int, Bodies],
    lookups: Lookups,
    corrections: Corrections,
    *,
    before: Collection[tuple[str, int]],
) -> dict[int, list[MeetingReport]]:
    """The reports of each article, every one on the meeting that it is of; meetings as all their reports tell them."""
    own = {one.article.pk: _reports(one, people[one.article.pk], bodies[one.article.pk], lookups) for one in tellings}
    new = list(chain.from_iterable(own.values()))
    blocks = {report.block for report in new} | {block for block, _ in before}
    if blocks:
        others, ties = _around(own, new, blocks, before)
        left = {meeting for _, meeting in before} | {report.row.meeting_id for report in others}
        groups = _as_decided(_grouped([*others, *new], ties), corrections)
        sides = _sides_of(groups)
        rows = _meetings(groups, sides, lookups, corrections)
        _hang(groups, rows, new)
        _take_part({rows[key]: told for key, told in sides.items()}, _Rows.of(people.values(), bodies.values()))
        if others or before or len(groups) < len(new):
            _lead_on(groups)
        _remove_empty(left - {row.pk for row in rows.values()})
    return {article: [report.row for report in reports] for article, reports in own.items()}


# ---- one article's reports ----


def _reports(telling: Telling, people: People, bodies: Bodies, lookups: Lookups) -> list[Report]:
    return [
        Report(
            _row(telling.article, number, fact),
            telling.article.key,
            fact.block,
            tuple(_sides(fact, telling.facts, people, bodies, lookups)),
        )
        for number, fact in enumerate(telling.facts.reports)
    ]


def _row(article: Article, number: int, fact: ReportFact) -> MeetingReport:
    evidence: dict[str, Json] = {}
    rule = next((item["rule"] for item in fact.form["evidence"]), None)
    for item in fact.form["evidence"]:
        evidence.setdefault(item["field"], {name: item[name] for name in ("start", "end", "where", "rule")})
    return MeetingReport(
        key=fact.key,
        article_id=article.pk,
        prominence=fact.form["status"],
        position=number,
        values={name: value for name, value in fact.form.items() if name not in NOT_VALUES},
        evidence=evidence,
        confidence=measured_confidence().get(rule) if rule else None,
    )


def _sides(fact: ReportFact, told: Facts, people: People, bodies: Bodies, lookups: Lookups) -> Iterable[Side]:
    """Everyone who took part, each once: people, then bodies as such, then the countries for which nobody is named."""
    form = fact.form
    countries = lookups.known(form["countries"])
    side_of_person = {fold(one["person"]): one["side"] for one in form["participants"] if one["person"]}
    side_of_body = {fold(one["organization"]): one["side"] for one in form["participants"] if one["organization"] and not one["person"]}
    side_of_country = {one["country"]: one["side"] for one in reversed(form["participants"]) if one["country"]}
    for number in dict.fromkeys(_numbers(told.official_named(name) for name in form["people"])):
        official = told.officials[number]
        side = side_of_person.get(fold(official.names[0])) or side_of_country.get(official.country, "participant")
        office = people.offices[number]
        yield Side(
            people.keys[number],
            None if official.body is None else bodies.keys[official.body],
            official.country if official.country in countries else None,
            side,
            office.key if office else None,
            official.level,
        )
    for name in form["organizations"]:
        number_of_body = told.body_named(name)
        if number_of_body is not None:
            yield Side(None, bodies.keys[number_of_body], None, side_of_body.get(fold(name), "participant"))
    for country in countries:
        yield Side(None, None, country, side_of_country.get(country, "participant"))


def _numbers(numbers: Iterable[int | None]) -> list[int]:
    return [number for number in numbers if number is not None]


def _others(articles: Collection[int], blocks: Collection[str]) -> list[Report]:
    """The reports that other articles give in the same blocks."""
    return _kept(MeetingSighting.objects.filter(block__among=blocks).exclude(report__article__in=articles))


def _kept(sightings: QuerySet[MeetingSighting]) -> list[Report]:
    """Reports as the tables hold them. No object is made of what is only compared: a serial release has hundreds in one block."""
    told = sightings.values_list("report__article__key", "block", "sides", *(f"report__{column}" for column in OF_OTHERS))
    return [
        Report(MeetingReport(**dict(zip(OF_OTHERS, columns, strict=True))), article, block, tuple(Side(**side) for side in sides))
        for article, block, sides, *columns in told
    ]


def _around(
    own: Collection[int], new: Sequence[Report], blocks: set[str], before: Collection[tuple[str, int]]
) -> tuple[list[Report], Ties]:
    """The reports of other articles that may be of one meeting with these, or were, and what is decided on them."""
    if before:
        were = MeetingSighting.objects.filter(report__meeting__in={meeting for _, meeting in before})
        blocks = blocks | set(were.values_list("block", flat=True))
    others = _others(own, blocks)
    while True:
        known = {report.row.key for report in (*others, *new)}
        ties = ties_of(known)
        far = {key for pair in (*ties.same, *ties.by_rule) for key in pair} - known
        more = set(MeetingSighting.objects.filter(report__key__in=far).values_list("block", flat=True)) - blocks if far else set()
        if not more:
            return others, ties
        blocks |= more
        others += _others(own, more)


# ---- meetings from reports ----


def _grouped(reports: Iterable[Report], ties: Ties) -> dict[str, list[Report]]:
    """Meeting keys with the reports of each, the one that tells most first."""
    by_block: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_block[report.block].append(report)
    groups: dict[str, list[Report]] = {}
    for blocks in _together_by_ties(by_block, ties):
        by_key = {report.row.key: report for block in blocks for report in by_block[block]}
        for accounts in meetings((report.account for report in by_key.values()), ties):
            groups[key_of_meeting(accounts[0].key)] = sorted((by_key[account.key] for account in accounts), key=_weight)
    return groups


def _together_by_ties(by_block: Mapping[str, Sequence[Report]], ties: Ties) -> list[set[str]]:
    """The blocks, those together whose reports are tied."""
    block_of = {report.row.key: block for block, reports in by_block.items() for report in reports}
    together = {block: {block} for block in by_block}
    for left, right in (*ties.same, *ties.by_rule):
        one, other = block_of.get(left), block_of.get(right)
        if one and other and together[one] is not together[other]:
            together[one] |= together[other]
            for block in together[other]:
                together[block] = together[one]
    return list({id(blocks): blocks for blocks in together.values()}.values())


def _as_decided(groups: dict[str, list[Report]], corrections: Corrections) -> dict[str, list[Report]]:
    """The groups, their reports knowing who is none, who acts for another country, and who was there by what people told."""
    if not corrections.any:
        return groups
    told = told_by_hand(groups, corrections)
    sides = [side for reports in groups.values() for report in reports for side in report.sides]
    sides += [side for one in told.values() for side in one.added]
    people = {side.person for side in sides if side.person}
    gone = corrections.suppressed(Person, people)
    gone |= corrections.suppressed(Organization, (side.organization for side in sides if side.organization))
    moved = corrections.moved(people)
    bodies = corrections.bodies_of_offices({side.appointment for side in sides if side.appointment})
    if not gone and not moved and not bodies and not told:
        return groups
    known = {key: replace(told.get(key, NOTHING_TOLD), bodies=bodies) for key in groups}
    return {key: _knowing(reports, known[key], frozenset(gone), moved) for key, reports in groups.items()}


def _knowing(reports: Sequence[Report], told: Told, gone: frozenset[str], moved: Mapping[str, Moved]) -> list[Report]:
    """The reports with what people decided; whom people added the first one tells of."""
    others = replace(told, added=())
    return [replace(one, gone=gone, moved=moved, told=others if number else told) for number, one in enumerate(reports)]


def _weight(report: Report) -> tuple[bool, int, str]:
    """Primary reports first, then those that leave least open."""
    row = report.row
    told = sum(value not in (None, [], "") for name, value in row.values.items() if name != BY_HAND)
    return row.prominence != MeetingReport.Prominence.PRIMARY, -told, row.key


def _meetings(
    groups: Mapping[str, Sequence[Report]], sides: Mapping[str, Sequence[Side]], lookups: Lookups, corrections: Corrections
) -> dict[str, Meeting]:
    """The row of each meeting, made or set right. One that is made tells its countries, which a trigger would add by writing it anew."""
    rows = {row.key: row for row in Meeting.objects.filter(key__among=groups)}
    levels = _levels(groups, corrections)
    fields = {key: _dated(_fields(reports, lookups, levels)) for key, reports in groups.items()}
    known_by = {key: (*addresses(reports), key) for key, reports in groups.items()}
    every = {address for known in known_by.values() for address in known}
    held = [corrections.of(Meeting, every, [operation]) for operation in reversed(HOLDS)]  # what was accepted gives way to what was set
    corrections.note(Meeting, {address: fields[key] for key, known in known_by.items() for address in known})
    gone = corrections.suppressed(Meeting, every)
    for key, known in known_by.items():
        for told, address in product(held, known):  # what was set right when the meeting had another address still holds
            fields[key] |= told[address]
        fields[key] = _dated(fields[key])
        fields[key]["suppressed"] = not gone.isdisjoint(known)
    for key, row in rows.items():
        changed = {name: value for name, value in fields[key].items() if getattr(row, name) != value}
        if changed:
            for name, value in changed.items():
                setattr(row, name, value)
            row.save(update_fields=changed.keys())
    new = ((key, values) for key, values in fields.items() if key not in rows)
    made = insert(Meeting, (Meeting(key=key, countries=_countries(values, sides[key]), **values) for key, values in new))
    return rows | {row.key: row for row in made}


def _countries(values: Mapping[str, Any], sides: Iterable[Side]) -> list[str]:
    return [] if values["suppressed"] else sorted({side.country for side in sides if side.country})


def _levels(groups: Mapping[str, Sequence[Report]], corrections: Corrections) -> dict[str, int | None]:
    """The levels of offices that people told, by the keys of the offices."""
    sides = (side for reports in groups.values() for report in reports for side in report.sides)
    held = corrections.of(Appointment, {side.appointment for side in sides if side.appointment})
    return {key: columns["level"] for key, columns in held.items() if "level" in columns}


def _fields(reports: Sequence[Report], lookups: Lookups, levels: Mapping[str, int | None]) -> dict[str, Any]:
    """What a meeting's reports tell together: each field as the first report that tells it has it, one that was read before one set."""

    def telling(field: str) -> Json:
        told = [report.row.values for report in reports if report.row.values.get(field) not in (None, "")]
        return min(told, key=lambda values: field in values.get(BY_HAND, ()), default={})

    def first(field: str) -> Any:
        return telling(field).get(field)

    dated = telling("date")
    date, end_date = (stored_date(dated.get(name), model=Meeting, column=name) for name in ("date", "end_date"))
    held = (levels.get(side.appointment or "", side.level) for report in reports for side in report.there)
    return {
        "title": first("title") or "",
        "kind": first("kind"),
        "mode": first("mode") or "",
        "state": first("state"),
        "date": date,
        "end_date": end_date,
        "basis": dated.get("date_basis") or "",
        "place": (first("place") or "")[: longest(Meeting, "place")],
        "country_id": lookups.country(first("country")),
        "host_id": lookups.country(first("host")),
        "level": min(filter(None, held), default=None),
        "topics": sorted({topic for report in reports for topic in report.row.values["topics"]}),
    }


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the first and the last day that the meeting may have been on."""
    earliest, latest = edtf.bounds(fields["date"], fields["end_date"])
    return fields | {"earliest": earliest, "latest": latest}


def _hang(groups: Mapping[str, Sequence[Report]], rows: Mapping[str, Meeting], own: Sequence[Report]) -> None:
    """Every report on its meeting: the article's own are made, others move where they have to."""
    new = {report.row.key for report in own}
    moves: list[tuple[MeetingReport, int]] = []  # a report, and the meeting that it was of
    for key, reports in groups.items():
        for report in reports:
            was = report.row.meeting_id
            if report.row.key not in new and was != rows[key].pk:
                moves.append((report.row, was))
            report.row.meeting = rows[key]
    _move(moves)
    insert(MeetingReport, (report.row for report in own))
    sighted = ((report.row.pk, report.block, Jsonb([side.form for side in report.sides])) for report in own)
    copy(MeetingSighting, ("report_id", "block", "sides"), sighted)


def _move(moves: Collection[tuple[MeetingReport, int]]) -> None:
    """The reports, and the agreements that their articles say were made there, are of these meetings now."""
    if not moves:
        return
    update([row for row, _ in moves], ["meeting_id"])
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE archive_agreement AS there SET meeting_id = new.meeting
            FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS new (article, was, meeting)
            WHERE there.article_id = new.article AND there.meeting_id = new.was
            """,
            [list(column) for column in zip(*((row.article_id, was, row.meeting_id) for row, was in moves), strict=True)],
        )


# ---- who took part ----


@dataclass(frozen=True, slots=True)
class _Rows:
    """The numbers of the rows that keys speak of. Those of the articles at hand are known; those of others are asked for."""

    people: dict[str | None, int]
    bodies: dict[str | None, int]
    offices: dict[str | None, int]
    own: set[str | None]  # keys of people who lead to nobody else

    @classmethod
    def of(cls, people: Iterable[People], bodies: Iterable[Bodies]) -> _Rows:
        found = cls({}, {}, {}, {None})
        for some in people:
            found.add_people({key: row for key, row in zip(some.keys, some.rows, strict=True) if row})
            found.offices.update((office.key, office.pk) for office in some.offices if office)
        for named in bodies:
            found.bodies.update((key, row.pk) for key, row in zip(named.keys, named.rows, strict=True) if row)
        return found

    def add_people(self, rows: Mapping[str, Person]) -> None:
        self.people.update((key, row.pk) for key, row in rows.items())
        self.own.update(key for key, row in rows.items() if row.key == key)

    def ask_for(self, sides: Sequence[Side]) -> None:
        """Whoever is on one of the sides is known from now on, if there is a row."""
        if people := {side.person for side in sides if side.person} - self.people.keys():
            self.add_people(decided.rows(Person, people))
        if bodies := {side.organization for side in sides if side.organization} - self.bodies.keys():
            self.bodies.update((key, row.pk) for key, row in decided.rows(Organization, bodies).items())
        if offices := {side.appointment for side in sides if side.appointment} - self.offices.keys():
            self.offices.update(Appointment.objects.filter(key__among=offices).values_list("key", "pk"))


def follow(meetings: Collection[int]) -> None:
    """Those who took part in the meetings are the rows of whom their reports' keys speak of now."""
    rows = {row.key: row for row in Meeting.objects.filter(pk__in=meetings).only("key", "suppressed")}
    _take_part({rows[key]: told for key, told in _sides_of(_told_of(rows)).items()}, _Rows.of((), ()))


def derive(meetings: Collection[int], lookups: Lookups) -> None:
    """The meetings, and those who took part in them, are what their reports tell under what people decided by now."""
    groups = _told_of({row.key: row for row in Meeting.objects.filter(pk__in=meetings).only("key")})
    sides = _sides_of(groups)
    rows = _meetings(groups, sides, lookups, Corrections())
    _take_part({rows[key]: told for key, told in sides.items()}, _Rows.of((), ()))


def _told_of(rows: Mapping[str, Meeting]) -> dict[str, list[Report]]:
    """The reports of each of the meetings, by its key; the one that tells most first."""
    keys = {row.pk: key for key, row in rows.items()}
    told: dict[str, list[Report]] = defaultdict(list)
    for report in _kept(MeetingSighting.objects.filter(report__meeting__in=keys)):
        told[keys[report.row.meeting_id]].append(report)
    return _as_decided({key: sorted(reports, key=_weight) for key, reports in told.items()}, Corrections())


def _take_part(sides: Mapping[Meeting, Sequence[Side]], rows: _Rows) -> None:
    """Each meeting has the participations that its reports tell together; what is right already is left alone."""
    wanted = {meeting: () if meeting.suppressed else told for meeting, told in sides.items()}
    rows.ask_for([side for told in wanted.values() for side in told])
    there: dict[tuple[Any, ...], int] = {}
    for row in Participation.objects.filter(meeting__among={meeting.pk for meeting in wanted}).values_list(*TAKES_PART, "pk"):
        there[row[:-1]] = row[-1]
    right: dict[tuple[Any, ...], tuple[Any, ...]] = {}  # who, once a meeting → the row
    for meeting, told in wanted.items():
        for side in sorted(told, key=lambda side: side.person not in rows.own):  # of two who were merged, the one who stays
            person, body, office = rows.people.get(side.person), rows.bodies.get(side.organization), rows.offices.get(side.appointment)
            who = (meeting.pk, person) if person else (meeting.pk, None, body, None if body else side.country)
            right.setdefault(who, (meeting.pk, person, body, side.country, side.side, office))
    new = set(right.values())
    if wrong := [pk for row, pk in there.items() if row not in new]:
        Participation.objects.filter(pk__in=wrong).delete()
    copy(Participation, TAKES_PART, sorted(new - there.keys(), key=str))


def _sides_of(groups: Mapping[str, Sequence[Report]]) -> dict[str, list[Side]]:
    return {key: _together(reports) for key, reports in groups.items()}


def _together(reports: Sequence[Report]) -> list[Side]:
    """Everyone whom any of the reports names, as the first that names them does; countries as such only where nobody speaks for them."""
    told: dict[tuple[str | None, ...], Side] = {}
    for report in reports:
        for side in report.there:
            told.setdefault((side.person,) if side.person else (None, side.organization, side.country), side)
    spoken_for = {side.country for side in told.values() if side.person or side.organization}
    return [side for side in told.values() if side.person or side.organization or side.country not in spoken_for]


# ---- meetings that are no more ----


def _lead_on(groups: Mapping[str, Sequence[Report]]) -> None:
    """The address that a meeting would have by each of its reports alone leads to the one it has, and to no other."""
    leads = {address: key for key, reports in groups.items() for address in addresses(reports)}
    there = dict(FormerKey.objects.filter(kind=FormerKey.Kind.MEETING, key__among=leads).values_list("key", "now"))
    right = {former: now for former, now in leads.items() if former != now}
    if wrong := [key for key, now in there.items() if right.get(key) != now]:
        FormerKey.objects.filter(kind=FormerKey.Kind.MEETING, key__in=wrong).delete()
    FormerKey.objects.bulk_create(
        FormerKey(kind=FormerKey.Kind.MEETING, key=key, now=now) for key, now in right.items() if there.get(key) != now
    )


def _remove_empty(candidates: Collection[int]) -> None:
    """Meetings that nothing tells of any more are gone, with the addresses that led to them."""
    if not candidates:
        return
    empty = Meeting.objects.filter(pk__in=candidates, reports__isnull=True)
    FormerKey.objects.filter(kind=FormerKey.Kind.MEETING, now__in=list(empty.values_list("key", flat=True))).delete()
    empty.delete()


def sweep() -> None:
    """No meeting is left of which no article tells, nor an address that leads nowhere."""
    Meeting.objects.filter(reports__isnull=True).delete()
    FormerKey.objects.filter(kind=FormerKey.Kind.MEETING).exclude(now__in=Meeting.objects.values("key")).delete()
