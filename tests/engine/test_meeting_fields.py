"""Day, place, country, name and kind of a meeting, told in other words than its first sentence has. All names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meeting_places import reported


@pytest.mark.parametrize(
    ("body", "days", "where"),
    [
        pytest.param(
            "LIMA – Minister of Defence Marta Silva, who visited Cambodia to attend the Andean Defence Ministers’ Meeting, held talks with"
            " Colonel Luis Roca on Tuesday.",
            ("2024-05-14", None),
            (None, "KH"),
            id="written elsewhere than in the country that was visited",
        ),
        pytest.param(
            "Rear Admiral Eva Lind paid a visit to the Naval Headquarters and met Colonel Luis Roca today."
            " She is scheduled to leave on 22 May.",
            ("2024-05-15", None),
            (None, "PE"),
            id="talks in a house of the hosts are no stay",
        ),
        pytest.param(
            "Colonel Luis Roca met separately with Rear Admiral Eva Lind in Lima on Tuesday."
            " The guest is in Lima to attend the Andean Forum, which opened on Monday.",
            ("2024-05-14", None),
            ("Lima", "PE"),
            id="the day of a forum for which a guest had come",
        ),
        pytest.param(
            "A Swedish delegation led by Rear Admiral Eva Lind met with Colonel Luis Roca. They spoke of rescue. The Swedish delegation is in Peru"
            " from 13 to 16 May.",
            ("2024-05-13", "2024-05-16"),
            (None, "PE"),
            id="the days of a stay, told at the end",
        ),
        pytest.param(
            "LIMA [Peru], May 15 (HA): The Peruvian and Swedish navies conducted a Passage Exercise in the southern Arabian sea on Tuesday. The"
            " last PASSEX between the two navies was conducted on 13 March 2021.",
            ("2024-05-14", None),
            ("Arabian sea", None),
            id="an exercise at sea, and an earlier one",
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in Lima on Tuesday. After the talks, Rear Admiral Eva Lind visited Heroes Square"
            " and laid a wreath.",
            ("2024-05-14", None),
            ("Lima", "PE"),
            id="a wreath that the guest laid",
        ),
        pytest.param(
            "Rear Admiral Eva Lind visited Swedish troops in Cyprus on 13 May and met with Minister of Defence Hana Veli of Cyprus.",
            ("2024-05-13", None),
            (None, "CY"),
            id="where own troops were visited before",
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in the Swedish capital on 13 May.",
            ("2024-05-13", None),
            (None, "SE"),
            id="a capital without its name",
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in the Swedish way on 13 May.",
            ("2024-05-13", None),
            (None, None),
            id="no capital behind the name of a people",
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in Lima. Tuesday’s session was their third.",
            ("2024-05-14", None),
            ("Lima", "PE"),
            id="the session of a weekday",
        ),
        pytest.param(
            "Forces of Peru, Sweden and Estonia are in Jamaica for Exercise Blue Anchor. It was opened on 13 May. The four-day exercise, from 13"
            " to 16 May, is led by Colonel Luis Roca.",
            ("2024-05-13", "2024-05-16"),
            (None, "JM"),
            id="who is there for an exercise, and all its days",
        ),
        pytest.param(
            "Rear Admiral Eva Lind visited the U.S. Southern Command on 13 May, where she met with General Paul Reed.",
            ("2024-05-13", None),
            (None, "US"),
            id="a command that was visited",
        ),
        pytest.param(
            "The visit of Rear Admiral Eva Lind to Peru scheduled for 20-21 May has been deferred, the ministry said on Tuesday in Stockholm.",
            ("2024-05-20", "2024-05-21"),
            (None, "PE"),
            id="put off, with the day on which that was said",
        ),
        pytest.param(
            "The visit of Rear Admiral Eva Lind to Peru has been cancelled. Rear Admiral Eva Lind was scheduled to visit Lima on 20 May.",
            ("2024-05-20", None),
            ("Lima", "PE"),
            id="when it had been due, told behind",
        ),
        pytest.param(
            "Colonel Luis Roca and Rear Admiral Eva Lind met in Lima and discussed cooperation in 2024.",
            (None, None),
            ("Lima", "PE"),
            id="the year in which something is to be done",
        ),
        pytest.param(
            "The meeting between Colonel Luis Roca and Rear Admiral Eva Lind, scheduled for 20 May in Lima, has been postponed.",
            ("2024-05-20", None),
            ("Lima", "PE"),
            id="put off, with its day and place",
        ),
        pytest.param(
            "Rear Admiral Eva Lind, who left Sweden this morning, on a three-day visit to Peru, was received by Colonel Luis Roca.",
            ("2024-05-15", "2024-05-17"),
            (None, "PE"),
            id="the morning on which the guest set out",
        ),
        pytest.param(
            "Colonel Luis Roca and Rear Admiral Eva Lind co-chaired the Andean Defence Dialogue on 13 May as part of the latter’s working visit to Peru.",
            ("2024-05-13", None),
            (None, "PE"),
            id="the latter’s visit",
        ),
        pytest.param(
            "Ambassador Karim Said of Jordan received Rear Admiral Eva Lind at the Hotel Roca in Madrid on 13 May.",
            ("2024-05-13", None),
            ("Hotel Roca", "ES"),
            id="an envoy as host",
        ),
    ],
)
def test_day_and_place_are_those_of_the_talks(body: str, days: tuple[str | None, str | None], where: tuple[str | None, str | None]) -> None:
    (meeting,) = reported(body)
    assert ((meeting.date, meeting.end_date), (meeting.place, meeting.country)) == (days, where)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(
            "Colonel Luis Roca held talks with Rear Admiral Eva Lind, who was visiting Lima to participate in the Andean Defence Dialogue.",
            None,
            id="what the guest had come for",
        ),
        pytest.param(
            "Colonel Luis Roca held talks in Lima with his Swedish counterpart Rear Admiral Eva Lind and others who are in Lima for the Andean Forum.",
            None,
            id="what those met are there for",
        ),
        pytest.param(
            "Colonel Luis Roca and Rear Admiral Eva Lind co-chaired the Andean Defence Dialogue in Lima.",
            "Andean Defence Dialogue",
            id="what both chaired",
        ),
    ],
)
def test_a_name_is_that_of_the_talks(body: str, title: str | None) -> None:
    (meeting,) = reported(body)
    assert meeting.title == title


def test_those_who_will_come_together_have_not_met() -> None:
    (meeting,) = reported(
        "On 16 May, the defence ministers of Peru, Sweden and Estonia will meet in Lima. Colonel Luis Roca and Minister of Defence Mart Tamm"
        " will chair the talks."
    )
    assert (meeting.state, meeting.date) == ("planned", "2024-05-16")


def test_a_committee_whose_meeting_is_told_has_met() -> None:
    (meeting,) = reported(
        "At the Andean Defence Committee’s meeting in Lima on 14 May, Colonel Luis Roca, Rear Admiral Eva Lind and Minister of Defence Mart"
        " Tamm agreed on a plan."
    )
    assert (meeting.kind, meeting.title, meeting.date) == ("conference", "Andean Defence Committee", "2024-05-14")


def test_those_along_with_whom_somebody_will_take_part_are_not_met_one_by_one() -> None:
    (meeting,) = reported(
        "Minister of Defence Mart Tamm will take part in a meeting of NATO defence ministers on 16 May. Tamm is set to participate in the"
        " meeting along with his counterparts from Peru, Sweden and Portugal."
    )
    assert (meeting.kind, meeting.state, meeting.countries) == ("conference", "planned", ("EE", "PE", "PT", "SE"))


def test_who_will_participate_in_a_gathering_has_not_done_so() -> None:
    (meeting,) = reported(
        "On 20 May, Minister of Defence Mart Tamm will participate at the Informal Meeting of the Ministers of Defence of the European Union"
        " in Milano."
    )
    assert (meeting.state, meeting.country) == ("planned", "IT")


def test_an_earlier_edition_of_what_is_announced_is_mentioned() -> None:
    found = reported(
        "Colonel Luis Roca and Rear Admiral Eva Lind will hold the second Peru-Sweden Defence Dialogue in Lima on 20 May. The first Peru-Sweden"
        " Defence Dialogue was held in Lima on 3 March 2021."
    )
    assert [(meeting.state, meeting.date) for meeting in found] == [("planned", "2024-05-20")]
