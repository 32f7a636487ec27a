"""What people decided on the officials, organizations and meetings that one release tells of, laid over what was read from it.

It is decided while the release is a draft, and is of that release alone: what the archive knows of the official, of the organization and
of the meeting from other releases is somebody else's. So it goes over what was read before anything is made of it, and what readers see
follows as if the machine had read it so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from archive.models import Correction
from ingest.engine import levels
from ingest.engine.record import Json
from ingest.projection.anchors import place
from ingest.projection.decided import HOLDS, note_reading
from ingest.projection.facts import ReportFact, read
from ingest.resolution.linking import fold, meeting_block

Kind, Operation = Correction.Kind, Correction.Operation
BY_HAND = "by_hand"  # the fields of an account that people set
OFFICE = frozenset({"rank", "position", "organization"})  # what the level of an official follows from


def laid_over(form: Json, *, article: str, made: Collection[Correction]) -> Json:
    """The record with its officials and organizations as people set them right, without those whom they found to be none.

    What the machine reads now of a field that was decided on stands beside the decision.
    """
    of_people = [one for one in made if one.kind == Kind.OFFICIAL]
    of_bodies = [one for one in made if one.kind == Kind.BODY]
    if not of_people and not of_bodies:
        return form
    told = read(form, article=article)
    people = _by_number(of_people, [fact.key for fact in told.officials], form["people"], form["body"])
    bodies = _by_number(of_bodies, [fact.key for fact in told.bodies], form["organizations"], form["body"])
    return _with_people(_with_bodies(form, bodies), people)


def accounts(reports: Sequence[ReportFact], *, made: Collection[Correction]) -> list[ReportFact]:
    """The accounts of meetings as people set them right. On another day an account may be of another meeting.

    Which fields were set stands with the account: where another release tells of the same meeting, what is read there comes first.
    """
    fields: dict[str, list[Correction]] = defaultdict(list)
    for one in made:
        if one.kind == Kind.REPORT and one.operation in HOLDS:
            fields[one.key].append(one)
    return [_account(report, fields[report.key]) if report.key in fields else report for report in reports]


def _account(report: ReportFact, made: Collection[Correction]) -> ReportFact:
    told = _told(made, report.form)
    set_right = {one.field for one in made if one.operation == Operation.SET}
    form = {**report.form, **told, "evidence": [span for span in report.form["evidence"] if span["field"] not in set_right]}
    form[BY_HAND] = sorted(set_right)
    if "date" in set_right:
        form["date_basis"] = "stated" if form["date"] else None
    days = {"date": form["date"], "end_date": form["end_date"]}
    return replace(
        report,
        form=form,
        block=meeting_block(**days, countries=form["countries"], organizations=form["organizations"], alone=report.key),
    )


# ---- which fact a decision is on ----


def _by_number(made: Iterable[Correction], keys: Sequence[str], forms: Sequence[Json], body: str) -> dict[int, list[Correction]]:
    """The decisions on each of the facts. One whose fact is read otherwise by now is on the fact that has its words."""
    found: dict[int, list[Correction]] = defaultdict(list)
    for one in made:
        number = keys.index(one.key) if one.key in keys else _with_words(one, forms, body)
        if number is not None and number < len(forms):
            found[number].append(one)
    return found


def _with_words(one: Correction, forms: Sequence[Json], body: str) -> int | None:
    start = place(one, body) if one.anchor_text else None
    if start is None:
        return None
    end = start + len(one.anchor_text)
    return next((number for number, form in enumerate(forms) if any(_meets(span, start, end) for span in form["mentions"])), None)


def _meets(span: Json, start: int, end: int) -> bool:
    return bool(span["where"] == "body" and span["start"] < end and start < span["end"])


def _told(made: Iterable[Correction], read_now: Json) -> dict[str, Any]:
    """The fields that were set right or accepted. What the machine reads of them now is noted."""
    told: dict[str, Any] = {}
    for one in made:
        if one.operation in HOLDS:
            note_reading(one, read_now.get(one.field))
            told[one.field] = one.new or None
    return told


def _is_gone(made: Iterable[Correction]) -> bool:
    return any(one.operation == Operation.SUPPRESS for one in made)


# ---- officials ----


def _with_people(form: Json, made: Mapping[int, list[Correction]]) -> Json:
    if not made:
        return form
    people: list[Json] = []
    called: dict[str, str | None] = {}
    moved: dict[str, tuple[str, str | None]] = {}  # by the name as read: the country that was read, and the one that holds
    for number, person in enumerate(form["people"]):
        told = _told(made.get(number, ()), person)
        if _is_gone(made.get(number, ())):
            called[_folded(person["name"])] = None
            continue
        if "name" in told:
            called[_folded(person["name"])] = told["name"]
        people.append(_person(person, told))
        if person["country"] and people[-1]["country"] != person["country"]:
            moved[_folded(person["name"])] = person["country"], people[-1]["country"]
    stays = {_folded(person["name"]) for person in people}
    called = {name: now for name, now in called.items() if name not in stays}
    return {
        **form,
        "people": people,
        "meetings": [_meeting(_on_other_sides(one, moved), "people", "person", called) for one in form["meetings"]],
        "quotes": [{**one, "speaker": called.get(_folded(one["speaker"])) or one["speaker"]} for one in form["quotes"]],
    }


def _person(person: Json, told: Mapping[str, Any]) -> Json:
    now = {**person, **told}
    if OFFICE & told.keys() and any((now[name] or None) != (person[name] or None) for name in OFFICE):
        now["level"] = levels.level(now["rank"], now["position"], organization=now["organization"])
    return now


def _on_other_sides(meeting: Json, moved: Mapping[str, tuple[str, str | None]]) -> Json:
    """The meeting with those who are of another country on its side.

    A side for which nobody stands any more is none, unless the other country was there by itself: then the first was told of beside it.
    """
    going = {name: moved[name] for name in map(_folded, meeting["people"]) if name in moved}
    if not going:
        return meeting
    sides = [{**one, "country": going[name][1]} if (name := _folded(one["person"])) in going else one for one in meeting["participants"]]
    left = {was for was, now in going.values() if now not in meeting["countries"]} - {one["country"] for one in sides}
    countries = set(meeting["countries"]) - left | {now for _, now in going.values() if now}
    return {**meeting, "participants": sides, "countries": sorted(countries)}


# ---- organizations ----


def _with_bodies(form: Json, made: Mapping[int, list[Correction]]) -> Json:
    if not made:
        return form
    bodies: list[Json] = []
    called: dict[str, str | None] = {}
    for number, body in enumerate(form["organizations"]):
        told = _told(made.get(number, ()), body)
        names = {_folded(name) for name in (body["name"], *body["aliases"])}
        if _is_gone(made.get(number, ())):
            called |= dict.fromkeys(names)
            continue
        if "name" in told:
            called |= dict.fromkeys(names, told["name"])
        bodies.append({**body, **told})
    return {
        **form,
        "organizations": bodies,
        "people": [{**one, "organization": _now(one["organization"], called)} for one in form["people"]],
        "meetings": [_meeting(one, "organizations", "organization", called) for one in form["meetings"]],
    }


# ---- who is named elsewhere in the record ----


def _meeting(meeting: Json, several: str, single: str, called: Mapping[str, str | None]) -> Json:
    """The meeting with the names that are called otherwise by now, and without those of nobody."""
    if not called:
        return meeting
    named = [now for name in meeting[several] if (now := _now(name, called))]
    return {
        **meeting,
        several: list(dict.fromkeys(named)),
        "participants": [{**one, single: _now(one[single], called)} for one in meeting["participants"]],
    }


def _now(name: str | None, called: Mapping[str, str | None]) -> str | None:
    return called.get(_folded(name), name) if name else name


def _folded(name: str | None) -> str:
    return " ".join(fold(name or ""))
