"""What a meeting is called where it has no name of its own, and its one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from archive.models import Meeting, Participation
from archive.models.meeting_line import Present
from archive.prose.countries import in_a_sentence
from archive.prose.dates import in_words

OCCASIONS = {
    "meeting": "Talks",
    "call": "Call",
    "visit": "Visit",
    "conference": "Conference",
    "ceremony": "Ceremony",
    "exercise": "Exercise",
}
MET = {
    "meeting": ("met", "meet"),
    "call": ("spoke", "speak"),
    "visit": ("met", "meet"),
    "conference": ("took part in a conference", "take part in a conference"),
    "ceremony": ("took part in a ceremony", "take part in a ceremony"),
    "exercise": ("took part in an exercise", "take part in an exercise"),
}
TakingPart = Participation | Present
SITES = Path(__file__).parent.parent / "data" / "sites.txt"
NAMED = 3  # sides or people that a title or sentence names before it counts the rest


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a meeting: a country, a body of its own, or people of whom no release tells for whom they came.

    `officials` are participations, or what has their fields.
    """

    name: str
    code: str = ""
    role: str = "participant"
    officials: tuple[Any, ...] = ()

    @property
    def host(self) -> bool:
        return self.role == "host"


def sides(meeting: Meeting, *, taking_part: Iterable[Any] | None = None) -> list[Side]:
    """Return the sides of a meeting, guests first and the host last, each with its officials, the highest first.

    `taking_part` are its participations, or what has their fields, where they are at hand; else those of its line are.
    """
    grouped: dict[tuple[str, str], list[TakingPart]] = {}
    for one in meeting.line.taking_part if taking_part is None else taking_part:
        grouped.setdefault(_side_of(one), []).append(one)
    found = [_side(meeting, code, name, present) for (code, name), present in grouped.items()]
    return sorted(found, key=lambda side: (side.host, not side.name))


def _side_of(one: TakingPart) -> tuple[str, str]:
    if one.country:
        return one.country_id or "", one.country.name
    if one.organization:
        return "", one.organization.name
    return "", ""


def _side(meeting: Meeting, code: str, name: str, present: Sequence[TakingPart]) -> Side:
    roles = {one.side for one in present}
    hosting = "host" in roles or bool(code and code == meeting.host_id)
    role = "host" if hosting else "guest" if "guest" in roles else "participant"
    officials = sorted((one for one in present if one.person_id), key=_rank_of)
    return Side(name, code, role, tuple(officials))


def _rank_of(one: TakingPart) -> int:
    """The level of the office of that day; those of whom it is not known come last."""
    return (one.appointment.level if one.appointment else None) or 9


def name_of(meeting: Meeting, *, present: Sequence[Side] | None = None) -> str:
    """Return the proper name of the occasion, or what it was and whose: "Talks of Lee Jong-sup and Vasile Dîncu".

    `present` are its sides, where they are at hand.
    """
    if meeting.title:
        return _capital(meeting.title)
    occasion = "Video call" if meeting.kind == "call" and meeting.mode == "video" else OCCASIONS[meeting.kind]
    present = sides(meeting) if present is None else present
    leaders = [side.officials[0].person.name for side in present if side.officials and side.officials[0].person]
    if len(leaders) == len(present) == 2:
        return f"{occasion} of {leaders[1 if present[1].host else 0]} and {leaders[0 if present[1].host else 1]}"
    if meeting.kind == "visit" and present and present[0].officials and len(present) == 2 and present[0].officials[0].person:
        return f"Visit of {present[0].officials[0].person.name}"
    names = [in_a_sentence(side.name) for side in present if side.name]
    return f"{occasion} of {listed(names)}" if names else f"{occasion}, nobody named"


def sentence_of(meeting: Meeting, *, present: Sequence[Side] | None = None) -> str:
    """Return who met whom, where and when, in one sentence; what is not stated is left out of it.

    `present` are its sides, where they are at hand.
    """
    fate = f"; it was {meeting.state}" if meeting.state in ("postponed", "cancelled") else ""
    who = _who(meeting, sides(meeting) if present is None else present)
    return f"{who}{_where(meeting)}{_when(meeting)}{fate}."


def _who(meeting: Meeting, present: Sequence[Side]) -> str:
    present = [side for side in present if side.name]
    hosts = [in_a_sentence(side.name) for side in present if side.host]
    guests = [in_a_sentence(side.name) for side in present if not side.host]
    everybody = hosts + guests
    if not everybody:
        return "No article names the sides that met"
    done, do = MET[meeting.kind]
    if hosts and guests and meeting.kind in ("meeting", "visit"):
        return _capital(f"{listed(hosts)} {_verb(meeting, 'received', 'receive', len(hosts))} {listed(guests)}")
    return _capital(f"{listed(everybody)} {_verb(meeting, done, do, len(everybody))}{_by(meeting)}")


def _verb(meeting: Meeting, done: str, do: str, count: int) -> str:
    """Return "met", "are to meet" or "were to meet"."""
    if meeting.state == Meeting.State.HELD:
        return done
    if meeting.state == Meeting.State.PLANNED:
        return f"{'is' if count == 1 else 'are'} to {do}"
    return f"{'was' if count == 1 else 'were'} to {do}"


def _by(meeting: Meeting) -> str:
    if meeting.kind == "call" or meeting.mode in ("phone", "video"):
        return {"phone": " by telephone", "video": " by video"}.get(meeting.mode, "")
    return ""


def _where(meeting: Meeting) -> str:
    if meeting.place:
        return f" {'at' if _is_site(meeting.place) else 'in'} {meeting.place}"
    return f" in {in_a_sentence(meeting.country.name)}" if meeting.country else ""


def _is_site(place: str) -> bool:
    """Whether a place is a building or grounds, as "the National Palace", "Changi Naval Base", and no town."""
    first, *rest = place.casefold().split()
    return first in ("the", "at") or not _sites().isdisjoint((first, *rest))


@cache
def _sites() -> frozenset[str]:
    return frozenset(line for line in SITES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def _when(meeting: Meeting) -> str:
    words = in_words(meeting.date, meeting.end_date)
    if not words.text:
        return "; the date is not stated"
    on = "on " if words.text[0].isdigit() and " " in words.text and "–" not in words.text and not words.unstated.startswith("day") else ""
    between = "" if on or "–" in words.text else "in "
    return f" {on or between}{words.text}".rstrip() + (f", {words.unstated}" if words.unstated == "year not stated" else "")


def listed(names: Sequence[str]) -> str:
    """Return names in a sentence: "A", "A and B", "A, B and C", "A, B, C and 4 more"."""
    if len(names) > NAMED + 1:
        return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
