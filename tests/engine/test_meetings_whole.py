"""A meeting that is found is whole: where it was, on which day and with whom, whatever sentence tells it. All names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from tests.engine.test_meeting_places import reported
from tests.engine.test_meetings import read
from tests.engine.test_meetings_of_ministries import CAST

MET = "Colonel Luis Roca met with Rear Admiral Eva Lind on May 14."


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param(f"{MET} The talks took place at the headquarters of the Navy in Callao.", ["Callao"], id="the talks took place in"),
        pytest.param(f"{MET} The meeting in Lima dealt with rescue at sea.", ["Lima"], id="the meeting in"),
        pytest.param(f"{MET} “We learn from you,” Lind said after the talks in Lima.", ["Lima"], id="said after the talks in"),
        pytest.param(f"{MET} The next meeting will be held in Stockholm.", [None], id="the next meeting is another"),
        pytest.param(f"{MET} The previous talks took place in Stockholm.", [None], id="previous talks are others"),
        pytest.param(f"{MET} In the evening the admiral left for Ottawa.", [None], id="a town left for"),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind in Lima on May 14 and set out for Arica.", ["Lima"], id="set out for"
        ),
        pytest.param(
            "Colonel Luis Roca received Rear Admiral Eva Lind at the Almirante Belmar Building, Lima, on May 14.",
            ["Almirante Belmar Building"],
            id="a building",
        ),
        pytest.param(
            "Colonel Luis Roca laid a wreath at the Heroes Memorial and met with Rear Admiral Eva Lind in Lima on May 14.",
            ["Lima"],
            id="no wreath’s memorial",
        ),
        pytest.param(
            "On the sidelines of the Munich Security Conference, Colonel Luis Roca met with Rear Admiral Eva Lind.",
            ["Munich"],
            id="beside a town’s conference",
        ),
        pytest.param(
            "Minister of Defence Mart Tamm met with Rear Admiral Eva Lind in Brussels on May 14. Afterwards, Tamm held talks with General Ion Rusu.",
            ["Brussels", "Brussels"],
            id="afterwards in the same third town",
        ),
        pytest.param(
            "Minister of Defence Mart Tamm met with Rear Admiral Eva Lind at Kalda Barracks in Tallinn on May 14. On the same day, Rear Admiral Eva Lind called on General Ion Rusu.",
            ["Kalda Barracks", "Tallinn"],
            id="a site of other hosts is not carried on, its town is",
        ),
        pytest.param("Colonel Luis Roca, ERD, met with Rear Admiral Eva Lind on May 14.", [None], id="letters behind a name are no town"),
    ],
)
def test_a_meeting_was_where_any_sentence_of_it_says(body: str, places: list[str | None]) -> None:
    assert [meeting.place for meeting in reported(body)] == places


@pytest.mark.parametrize(
    ("body", "days"),
    [
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in Lima on Friday last week.", ("2024-05-10", None), id="Friday last week"
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in Lima on the 11th of this month.", ("2024-05-11", None), id="of this month"
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind in Lima from 12 to 13 this month.",
            ("2024-05-12", "2024-05-13"),
            id="days of this month",
        ),
        pytest.param(
            "From Monday 13 to Tuesday 14 May 2024, Rear Admiral Eva Lind paid a visit to Peru, where she met with Colonel Luis Roca.",
            ("2024-05-13", "2024-05-14"),
            id="days with their weekdays",
        ),
        pytest.param(f"{MET[:-11]}. The meeting was held on 13 May in Lima.", ("2024-05-13", None), id="the meeting was held on"),
        pytest.param(
            "On May 13, the admiral went on to Lima. Rear Admiral Eva Lind met with Colonel Luis Roca.",
            ("2024-05-13", None),
            id="a day on which nobody met, right before",
        ),
        pytest.param(
            "On May 13, the admiral went on to Lima.\n\nThe town was quiet.\n\nThe sea was calm. The band played. Rear Admiral Eva Lind met with Colonel Luis Roca.",
            (None, None),
            id="a day of another paragraph",
        ),
        pytest.param(
            "The base had a guest on 13 May: Rear Admiral Eva Lind. Colonel Luis Roca received Rear Admiral Eva Lind.",
            ("2024-05-13", None),
            id="the day with which the release opens on one who met",
        ),
        pytest.param(
            "Rear Admiral Eva Lind arrived in Lima on a visit to Peru on 14 May. Her delegation is scheduled to leave on 17 May.",
            ("2024-05-14", "2024-05-17"),
            id="guests who are to leave",
        ),
        pytest.param(f"{MET[:-11]}. The two countries signed an agreement on 3 March 2015.", (None, None), id="the day of an old paper"),
        pytest.param(
            "The two navies spoke of rescue during the visit of a delegation on May 13, 2024. Colonel Luis Roca met with Rear Admiral Eva Lind.",
            ("2024-05-13", None),
            id="the day with which the release opens",
        ),
        pytest.param(
            "The ship ended its visit on May 13, 2024. Colonel Luis Roca met with Rear Admiral Eva Lind.",
            (None, None),
            id="the day on which something ended",
        ),
    ],
)
def test_a_meeting_was_on_the_day_that_is_told_of_it(body: str, days: tuple[str | None, str | None]) -> None:
    meeting = reported(body)[0]
    assert (meeting.date, meeting.end_date) == days


@pytest.mark.parametrize(
    ("body", "people"),
    [
        pytest.param(f"{MET} Attending the meeting were General Ion Rusu and others.", "Lind Roca Rusu", id="attending were"),
        pytest.param(f"{MET} Also in the Swedish party was Brigadier General Pedro Gil.", "Gil Lind Roca", id="also in the party"),
        pytest.param(
            f"{MET} Also there were General Ion Rusu and Brigadier General Pedro Gil.", "Gil Lind Roca Rusu", id="also there were"
        ),
        pytest.param(
            f"{MET} The Swedish delegation was composed of Brigadier General Pedro Gil; and others.", "Gil Lind Roca", id="composed of"
        ),
        pytest.param(
            f"{MET} The Peruvian delegation was completed by Brigadier General Pedro Gil.", "Gil Lind Roca", id="a delegation completed by"
        ),
        pytest.param(
            f"{MET} Prior to the meeting, Minister of Defence Mart Tamm received Rear Admiral Eva Lind at his office."
            " Joining the Peruvian delegation were Brigadier General Pedro Gil and General Ion Rusu.",
            "Gil Lind Roca Rusu",
            id="a delegation behind what was before the meeting",
        ),
        pytest.param(f"{MET} The visit was completed by General Ion Rusu.", "Lind Roca", id="a visit that somebody completed"),
        pytest.param(f"{MET} The signing was witnessed by General Ion Rusu.", "Lind Roca Rusu", id="witnessed by"),
        pytest.param(
            f"{MET} Accompanied by General Ion Rusu, the two inspected the guard.", "Lind Roca Rusu", id="accompanied by, at the head"
        ),
        pytest.param(
            f"{MET} On the part of the host were present General Ion Rusu. Also Brigadier General Pedro Gil.",
            "Gil Lind Roca Rusu",
            id="a list that goes on with also",
        ),
        pytest.param(
            f"{MET} The navies, represented by General Ion Rusu, agreed to train together in June.",
            "Lind Roca Rusu",
            id="a day of what those present will do",
        ),
        pytest.param(f"{MET} Heads of delegation were General Ion Rusu and others.", "Lind Roca Rusu", id="heads of delegation were"),
        pytest.param(f"{MET} The admiral came along with General Ion Rusu.", "Lind Roca Rusu", id="came along with"),
        pytest.param(f"{MET} Lind came with a plan of General Ion Rusu.", "Lind Roca", id="came with something"),
        pytest.param(
            f"{MET} The group, which is headed by General Ion Rusu, flies home.", "Lind Roca Rusu", id="a group which is headed by"
        ),
        pytest.param(
            f"{MET} The parade, which was headed by General Ion Rusu, was long.", "Lind Roca", id="something else that was headed by"
        ),
        pytest.param(f"{MET} Also speaking at the opening were General Ion Rusu and others.", "Lind Roca Rusu", id="also speaking were"),
        pytest.param(f"{MET} The strategic overview was given by General Ion Rusu.", "Lind Roca Rusu", id="an overview given by"),
        pytest.param(
            f"{MET} They recalled the first meeting, which took place in Callao in 2021. At the end of the meeting, the Protocol was signed by"
            " General Ion Rusu.",
            "Lind Roca Rusu",
            id="who signed at the meeting, told behind an earlier one",
        ),
        pytest.param(
            "Upon high instructions of General Ion Rusu, Colonel Luis Roca met with Rear Admiral Eva Lind on May 14.",
            "Lind Roca",
            id="who gave instructions",
        ),
        pytest.param(
            "Colonel Luis Roca met with Rear Admiral Eva Lind, who brought a message of friendship from General Ion Rusu.",
            "Lind Roca",
            id="who sent a message",
        ),
        pytest.param(
            "Minister of Defence Mart Tamm met with the Minister of National Defence of Romania in Tallinn. “We are friends,” said Minister Ana Popa.",
            "Popa Tamm",
            id="the holder of an office, named later",
        ),
        pytest.param(
            "Minister of Defence Mart Tamm met with the Ambassador of Romania in Tallinn. Minister Ana Popa is awaited in June.",
            "Tamm",
            id="another office",
        ),
    ],
)
def test_those_take_part_who_are_told_to_have_been_there(body: str, people: str) -> None:
    meeting = reported(body)[0]
    assert " ".join(sorted(name.split()[-1] for name in meeting.people)) == people


@pytest.mark.parametrize("gap", [pytest.param(" ", id="in the same line"), pytest.param("\n\n", id="in a line of its own")])
def test_who_speaks_for_an_official_is_not_meant_by_the_office(gap: str) -> None:
    body = (
        f"Secretary of Defense Spokesperson Paul Ray provided the following:{gap}Secretary of Defense Jane Doe met Colonel Luis Roca in Lima on"
        " May 14. The Secretary was joined by Rear Admiral Eva Lind. The spokesperson was satisfied."
    )
    rows = [*(row for row in CAST if row.split("|")[0] in body), "Paul Ray|Ray||Secretary of Defense Spokesperson||US"]
    (meeting,) = read("2024-05-15", "", body, rows, [])
    assert "Paul Ray" not in meeting.people


def test_who_was_at_all_meetings_was_at_those_told_later_on_that_day() -> None:
    found = reported(
        "Rear Admiral Eva Lind visited Peru from May 12 to 14. General Ion Rusu accompanied her to all her meetings on May 13. On May 13, Rear"
        " Admiral Eva Lind met Colonel Luis Roca in Lima. On May 14, she met Minister of Defence Mart Tamm in Lima."
    )
    assert [set(meeting.people) for meeting in found] == [{"Eva Lind", "Ion Rusu", "Luis Roca"}, {"Eva Lind", "Mart Tamm"}]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param("She was greeted there by Colonel Luis Roca.", "visit", id="the welcome alone"),
        pytest.param("She was greeted there by Colonel Luis Roca. They discussed rescue.", "meeting", id="talks behind the welcome"),
    ],
)
def test_a_tour_on_which_a_guest_was_welcomed_is_a_visit_unless_talks_are_told(body: str, kind: str) -> None:
    (meeting,) = reported(f"Rear Admiral Eva Lind toured the museum of Peru in Lima on 14 May. {body}")
    assert (meeting.kind, meeting.people) == (kind, ("Eva Lind", "Luis Roca"))
