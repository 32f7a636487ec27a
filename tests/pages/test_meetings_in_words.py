"""A meeting without a name of its own gets one from what is known, and one sentence that says no more than is known."""

from __future__ import annotations

import pytest

from archive.keys import key_of
from archive.models import Appointment, Meeting, Organization, Participation
from archive.prose.meetings import listed, name_of, sentence_of, sides
from tests.conftest import make_meeting, make_person

pytestmark = pytest.mark.django_db


def meeting(*present: tuple[str | None, str | None, str], title: str = "", date: str = "2024-09-10", **fields: object) -> Meeting:
    """A meeting at which people were present: name (or None), country (or None) and side of each."""
    made = make_meeting(title, date=date, **fields)
    for name, country, side in present:
        person = make_person(name, name, country) if name else None
        Participation.objects.create(meeting=made, person=person, country_id=country, side=side)
    return Meeting.objects.for_list().get(pk=made.pk)


class TestName:
    def test_a_name_of_its_own_is_kept(self) -> None:
        assert name_of(meeting(title="staff talks")) == "Staff talks"

    def test_two_sides_with_officials_are_named_by_them_the_host_first(self) -> None:
        made = meeting(("Vasile Dîncu", "RO", "guest"), ("Lee Jong-sup", "KR", "host"))
        assert name_of(made) == "Talks of Lee Jong-sup and Vasile Dîncu"

    def test_the_highest_official_of_a_side_stands_for_it(self) -> None:
        made = meeting(("Low", "RO", "guest"), ("High", "RO", "guest"), ("Other", "KR", "participant"))
        high = Participation.objects.get(person__name="High")
        high.appointment = Appointment.objects.create(key=key_of("appointment", "High"), person=high.person, level=2)
        high.save()
        assert name_of(Meeting.objects.for_list().get(pk=made.pk)) == "Talks of High and Other"

    def test_sides_without_officials_are_named_by_their_countries(self) -> None:
        assert name_of(meeting((None, "US", "guest"), (None, "RO", "host"))) == "Talks of the United States and Romania"

    def test_many_sides_are_counted(self) -> None:
        made = meeting(*[(None, code, "participant") for code in ("FR", "DE", "IT", "ES", "PT", "GR")], kind="conference")
        assert name_of(made) == "Conference of France, Germany, Italy and 3 more"

    def test_a_call_of_which_nobody_is_named(self) -> None:
        assert name_of(meeting(kind="call")) == "Call, nobody named"

    def test_a_video_call_is_called_so(self) -> None:
        made = meeting(("A", "UA", "participant"), ("B", "ES", "participant"), kind="call", mode="video")
        assert name_of(made) == "Video call of A and B"


class TestSentence:
    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            pytest.param({"place": "Bucharest"}, "Romania received the United States in Bucharest on 10 September 2024.", id="held"),
            pytest.param(
                {"place": "Changi Naval Base"}, "Romania received the United States at Changi Naval Base on 10 September 2024.", id="a site"
            ),
            pytest.param(
                {"place": "Fort Worth"},
                "Romania received the United States in Fort Worth on 10 September 2024.",
                id="a town called like one",
            ),
            pytest.param({"date": "2024-09-XX"}, "Romania received the United States in September 2024.", id="a month"),
            pytest.param({"date": "2024"}, "Romania received the United States in 2024.", id="a year"),
            pytest.param({"date": "XXXX-09-23"}, "Romania received the United States on 23 September, year not stated.", id="no year"),
            pytest.param({"date": ""}, "Romania received the United States; the date is not stated.", id="no date"),
            pytest.param({"country_id": "RO"}, "Romania received the United States in Romania on 10 September 2024.", id="no town"),
            pytest.param({"state": "planned"}, "Romania is to receive the United States on 10 September 2024.", id="planned"),
            pytest.param(
                {"kind": "call", "mode": "phone"}, "Romania and the United States spoke by telephone on 10 September 2024.", id="a call"
            ),
            pytest.param(
                {"kind": "exercise", "end_date": "2024-09-14"},
                "Romania and the United States took part in an exercise 10–14 September 2024.",
                id="days",
            ),
            pytest.param(
                {"state": "cancelled"}, "Romania was to receive the United States on 10 September 2024; it was cancelled.", id="cancelled"
            ),
        ],
    )
    def test_it_says_no_more_than_is_known(self, fields: dict[str, object], said: str) -> None:
        assert sentence_of(meeting((None, "US", "guest"), (None, "RO", "host"), **fields)) == said

    def test_no_sides(self) -> None:
        assert sentence_of(meeting(date="")) == "No article names the sides that met; the date is not stated."


class TestSides:
    def test_a_body_that_takes_part_itself_is_a_side(self) -> None:
        made = meeting((None, "RO", "host"))
        nato = Organization.objects.create(key=key_of("organization", "nato"), name="NATO", international=True)
        Participation.objects.create(meeting=made, organization=nato, side="guest")
        assert [side.name for side in sides(Meeting.objects.for_list().get(pk=made.pk))] == ["NATO", "Romania"]

    def test_people_of_whom_nobody_tells_for_whom_they_came_come_last_among_the_guests(self) -> None:
        made = meeting(("Nobody Knows", None, "participant"), (None, "RO", "host"), (None, "US", "guest"))
        assert [side.name for side in sides(made)] == ["United States", "", "Romania"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 more"),
    ],
    ids=["none", "one", "two", "three", "four", "five"],
)
def test_names_are_listed(names: list[str], said: str) -> None:
    assert listed(names) == said
