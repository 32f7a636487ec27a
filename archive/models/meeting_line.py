"""What a line of a list tells of a meeting besides its own fields: who took part, how articles tell of it, what was agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, overload

if TYPE_CHECKING:
    from archive.models.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Named:
    """A country, body or official by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it was held on the day."""

    rank: str
    position: str
    level: int | None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.rank, self.position) if part) or "office not stated"


@dataclass(frozen=True, slots=True)
class Present:
    """What is told of a participation. Plain values: objects of the database's models take four times as long to make."""

    country_id: str | None
    side: str
    person_id: int | None
    country: Named | None
    person: Named | None
    organization: Named | None
    appointment: Office | None


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done with a document."""

    action: str
    title: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """Who took part, how prominent the meeting is in each article that tells of it, and what was agreed, as published articles tell."""

    meeting: int
    taking_part: Sequence[Present]
    prominences: Sequence[str]
    deeds: Sequence[Deed]


@dataclass(frozen=True, slots=True)
class LineOfModels:
    """As `MeetingLine`, out of the models that hang on a meeting, prefetched or asked for as they are needed."""

    of: Meeting

    @property
    def taking_part(self) -> Iterable[Any]:
        return self.of.participations.all()

    @property
    def prominences(self) -> list[str]:
        return [report.prominence for report in self.of.reports.all()]

    @property
    def deeds(self) -> list[Deed]:
        return [Deed(one.get_action_display(), one.title) for one in self.of.agreements.all()]


class OnOneLine:
    """The line of a meeting. `prefetch_related("line")` reads those of all meetings with three questions to the database."""

    @overload
    def __get__(self, meeting: None, owner: type[Meeting]) -> Self: ...
    @overload
    def __get__(self, meeting: Meeting, owner: type[Meeting]) -> MeetingLine | LineOfModels: ...
    def __get__(self, meeting: Meeting | None, owner: type[Meeting]) -> Self | MeetingLine | LineOfModels:
        return self if meeting is None else LineOfModels(meeting)

    def is_cached(self, meeting: Meeting) -> bool:
        return "line" in meeting.__dict__

    def get_prefetch_querysets(
        self, meetings: Sequence[Meeting], querysets: Any = None
    ) -> tuple[list[MeetingLine], Callable[[MeetingLine], int], Callable[[Meeting], int], bool, str, bool]:
        """As Django asks for what is prefetched: the lines, what tells whose they are, and that each meeting has one, by this name."""
        ids = [meeting.pk for meeting in meetings]
        present, told, done = taking_part_in(ids), _prominences(ids), _deeds(ids)
        lines = [MeetingLine(pk, present.get(pk, ()), told.get(pk, ()), done.get(pk, ())) for pk in ids]
        return lines, lambda line: line.meeting, lambda meeting: meeting.pk, True, "line", True


def taking_part_in(meetings: Sequence[int]) -> Mapping[int, Sequence[Present]]:
    """Who took part in each meeting, by its id."""
    from archive.models.participation import Participation

    names = ("country__name", "person__name", "organization__name", "appointment")
    office = ("appointment__rank", "appointment__position", "appointment__level")
    rows = Participation.objects.filter(meeting__in=meetings).order_by("id")
    found: dict[int, list[Present]] = defaultdict(list)
    for meeting, code, side, who, country, person, body, held, *of_office in rows.values_list(
        "meeting", "country", "side", "person", *names, *office
    ):
        office_held = Office(*of_office) if held else None
        found[meeting].append(Present(code, side, who, _named(country), _named(person), _named(body), office_held))
    return found


def _named(name: str | None) -> Named | None:
    return None if name is None else Named(name)


def _prominences(meetings: Sequence[int]) -> Mapping[int, Sequence[str]]:
    from archive.models.meeting_report import MeetingReport

    rows = MeetingReport.objects.filter(meeting__in=meetings, article__status="published").order_by().values_list("meeting", "prominence")
    found: dict[int, list[str]] = defaultdict(list)
    for meeting, prominence in rows:
        found[meeting].append(prominence)
    return found


def _deeds(meetings: Sequence[int]) -> Mapping[int, Sequence[Deed]]:
    """What was done with which document at each meeting, as published releases tell."""
    from archive.models.agreement import Agreement, AgreementAction

    rows = Agreement.objects.filter(meeting__in=meetings, article__status="published").values_list("meeting", "action", "title")
    found: dict[int, list[Deed]] = defaultdict(list)
    for meeting, action, title in rows:
        found[meeting].append(Deed(AgreementAction(action).label, title))
    return found
