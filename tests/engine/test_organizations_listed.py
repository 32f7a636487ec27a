"""Bodies in lists of participants, one a line. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release

_OTHERS = ("Ann Berg, Director, Ministry of Ports", "Bo Lind, Adviser, Ministry of Ports", "Eva Ruiz, Adviser, Ministry of Ports")


def _bodies(*lines: str) -> set[str]:
    """What a list names besides the ministry of the others in it."""
    release = Release(title=None, body="\n\n".join(lines))
    return {body.name for body in pipeline.read(release).organizations} - {"Ministry of Ports"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Ken Moss, President and CEO, Harbour Pilots United", {"Harbour Pilots United"}, id="behind an office"),
        pytest.param("Dr. Ken Moss, Harbour Law Project (HLP)", {"Harbour Law Project"}, id="right behind a name, with letters"),
        pytest.param("Ken Moss, Chairman, Norvik", {"Norvik"}, id="one word behind an office"),
        pytest.param("Ken Moss, NHPU", {"NHPU"}, id="letters alone"),
        pytest.param("Ken Moss, Vice President, Ports and Harbours at Norvik", {"Norvik"}, id="behind at"),
        pytest.param("Ken Moss, Director, The Heron Fund", {"Heron Fund"}, id="without the article"),
        pytest.param("Ken Moss, Founder of Blue Heron Boats", {"Blue Heron Boats"}, id="what somebody founded"),
        pytest.param(
            "Ken Moss, Larvik University and Halden University", {"Larvik University", "Halden University"}, id="two bodies stay two"
        ),
        pytest.param("Ken Moss, Deputy Director, Bilateral Relations", set(), id="near miss: a field of work"),
        pytest.param("Ken Moss, Director General, Harbour Plans", set(), id="near miss: plans"),
        pytest.param("Ken Moss, Adviser, Domestic Policy Advisor", set(), id="near miss: a second office"),
        pytest.param("Ken Moss, Actor and Singer", set(), id="near miss: a trade"),
        pytest.param("Ken Moss, Larvik", set(), id="near miss: perhaps a town"),
        pytest.param("Mr. Ken Moss, Ambassador, Larvik Sund", set(), id="near miss: where an envoy sits"),
        pytest.param("Mayor Ken Moss, Larvik, MA", set(), id="near miss: a town and its state"),
        pytest.param("Ken Moss, Minister of Defence, Republic of Peru", set(), id="near miss: a state"),
        pytest.param("Senator Ken Moss, D-PA-5", set(), id="near miss: a district"),
        pytest.param("Lieutenant Ken Moss, Executive Officer, KNM Skrei", set(), id="near miss: a ship"),
        pytest.param("Corporal Ken Moss, Medal of Honour", set(), id="near miss: a medal"),
        pytest.param("Ken Moss, survivor and friend", set(), id="near miss: small letters"),
    ],
)
def test_what_closes_a_line_of_a_list_of_people(line: str, names: set[str]) -> None:
    assert _bodies("Participants included:", *_OTHERS, line) == names


def test_a_list_is_of_three_lines_at_least() -> None:
    assert _bodies("Participants included:", "Ken Moss, Director, Harbour Pilots United", "They met.") == set()


def test_an_official_of_a_list_serves_the_body_at_the_end_of_the_line() -> None:
    body = "\n\n".join(("Participants included:", *_OTHERS, "Ken Moss, Executive Director, Harbour Pilots United"))
    people = pipeline.read(Release(title=None, body=body)).people
    assert [each.organization for each in people if each.name == "Ken Moss"] == ["Harbour Pilots United"]


def test_bodies_announced_as_such_are_read_line_by_line() -> None:
    named = _bodies("Organizations that took part included:", "Halden Verft", "the Heron Alliance (HA)", "Church of the Fjord", "Norway")
    assert named == {"Halden Verft", "Heron Alliance", "Church of the Fjord"}


def test_a_list_of_something_else_names_no_bodies() -> None:
    assert _bodies("Agenda of the day:", "Opening Words", "Blue Heron Song", "Closing Toast") == set()


def test_a_press_agency_is_not_read_in_the_name_of_a_person() -> None:
    assert _bodies("Antara Lind said so.", "He told Antara that it is so.") == {"Antara"}
