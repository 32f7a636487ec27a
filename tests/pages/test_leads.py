"""Questions worth following lead to the meetings that they say, and to no others."""

from __future__ import annotations

import datetime

import pytest

from archive.keys import key_of
from archive.models import Appointment, GroupMembership, Meeting, Participation, Publisher
from archive.models.meeting import PARITIES
from tests.conftest import SmallArchive, make_article, make_meeting, make_person, make_report

TODAY = datetime.date(2024, 1, 1)


def leading(lead: str) -> set[str]:
    return {meeting.title for meeting in Meeting.objects.public().worth_following([lead], TODAY)}


def told(title: str, *, date: str, published: str, countries: tuple[str, ...] = (), **fields: object) -> Meeting:
    """A meeting that one release tells of."""
    meeting = make_meeting(title, date=date, **fields)
    for code in countries:
        Participation.objects.create(meeting=meeting, country_id=code)
    make_report(meeting, make_article(f"On {title}", "They will meet.", published=published))
    return meeting


def test_announced_and_not_reported_as_held(db: None) -> None:
    told("over", date="2023-12-01", published="2023-11-01", state="planned")
    told("ahead", date="2024-02-01", published="2023-11-01", state="planned")
    told("held", date="2023-12-01", published="2023-12-02")
    told("without a year", date="XXXX-12-01", published="2023-11-01", state="planned")
    assert leading("unreported") == {"over"}


def test_told_by_both_sides(small_archive: SmallArchive) -> None:
    assert leading("both-sides") == set()
    small_archive.other_account.publisher = Publisher.objects.create(key=key_of("publisher", "x"), name="Palácio", country_id="PT")
    small_archive.other_account.save()
    assert leading("both-sides") == {"Estonia-Portugal talks"}
    small_archive.other_account.publisher.country_id = "FR"
    small_archive.other_account.publisher.save()
    assert leading("both-sides") == set()


def test_dated_after_their_own_release(db: None) -> None:
    late = told("late", date="2023-12-05", published="2023-12-01")
    told("on the day", date="2023-12-05", published="2023-12-05")
    told("planned", date="2023-12-05", published="2023-12-01", state="planned")
    told("of a release without a date", date="2023-12-05", published="")
    assert leading("after-release") == {"late"}
    make_report(late, make_article("Later", "They met.", published="2023-12-06"))
    assert leading("after-release") == set()


@pytest.mark.parametrize(
    ("level", "found", "parity"),
    [
        pytest.param(5, {"sides"}, "unequal", id="three apart"),
        pytest.param(4, set(), "unequal", id="two apart"),
        pytest.param(2, set(), "equal", id="level with each other"),
        pytest.param(None, set(), "", id="of one side no level is known"),
    ],
)
def test_levels_of_the_sides(level: int | None, found: set[str], parity: str, db: None) -> None:
    meeting = told("sides", date="2023-12-05", published="2023-12-06")
    for code, height in (("EE", 2), ("EE", 6), ("PT", level), *([("PT", 6)] if level else [])):
        person = make_person(f"{code} {height}", f"{height} {code}", code)
        office = Appointment.objects.create(
            key=key_of("appointment", person.key), person=person, position="x", country_id=code, level=height
        )
        Participation.objects.create(meeting=meeting, person=person, country_id=code, appointment=office)
    assert leading("apart") == found
    assert [one for one in PARITIES if Meeting.objects.of_parity([one]).exists()] == ([parity] if parity else [])


def test_the_first_of_a_pair(db: None) -> None:
    told("second", date="2023-12-05", published="2023-12-06", countries=("EE", "PT"))
    told("first", date="2021-12-05", published="2021-12-06", countries=("EE", "PT"))
    told("planned before", date="2020-12-05", published="2020-11-06", countries=("EE", "PT"), state="planned")
    told("of three", date="2019-12-05", published="2019-12-06", countries=("EE", "FR", "PT"))
    assert leading("first") == {"first"}


def test_a_member_counts_from_the_day_it_joined(db: None) -> None:
    told("before", date="2023-04-03", published="2023-04-06", countries=("FI", "JP"))
    told("after", date="2023-04-04", published="2023-04-06", countries=("FI", "JP"))
    nato = list(GroupMembership.objects.filter(group="nato"))
    assert [meeting.title for meeting in Meeting.objects.of([], nato)] == ["after"]
    assert [meeting.title for meeting in Meeting.objects.between(["JP"], [], [], nato)] == ["after"]
    assert Meeting.objects.between(["FI"], [], [], nato).count() == 0
