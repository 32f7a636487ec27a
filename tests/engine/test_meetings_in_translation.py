"""Meetings in the English of ministries that translate: what they tell with other verbs, and topics that only sound like occasions.

All names are invented.
"""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Meeting, Release


def read(body: str, *, title: str = "Ministries meet") -> tuple[Meeting, ...]:
    return pipeline.read(Release(title=title, body=body, published="2022-05-06")).meetings


def told(meeting: Meeting) -> tuple[str, str, list[str], str | None, list[str]]:
    return meeting.kind, meeting.status, list(meeting.countries), meeting.place, list(meeting.people)


MET = "Defence Minister Ana Popa of Romania met General Luis Roca of Peru in Lima on 5 May 2022. "


@pytest.mark.parametrize(
    "sentence",
    [
        "They spoke of missions, training and exercises, and of the cooperation between the Peruvian and Romanian armies.",
        "The cooperation of Peru and Romania is developing in such areas as education, conducting joint exercises and drills.",
        "The staff talks of Peru and Romania were agreed in 2014 and are held once a year, alternately in Lima and Bucharest.",
        "Peru joined the Partnership in 2006 and has been engaged in an Intensified Dialogue with Romania since 2008.",
    ],
    ids=["exercises among topics", "exercises among fields", "talks as a habit", "a dialogue that is a programme"],
)
def test_what_only_sounds_like_an_occasion_is_none(sentence: str) -> None:
    assert [told(each)[:3] for each in read(MET + sentence)] == [("meeting", "primary", ["PE", "RO"])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In April Peruvian and Romanian troops conducted a joint exercise in Arica.",
            ("exercise", "mentioned", ["PE", "RO"], "Arica", []),
        ),
        (
            "Soldiers of Peru and Romania are training together in Arica from 4 to 8 May.",
            ("exercise", "mentioned", ["PE", "RO"], "Arica", []),
        ),
    ],
    ids=["conducted", "are training together"],
)
def test_an_exercise_that_forces_hold_is_one(sentence: str, expected: tuple[str, str, list[str], str, list[str]]) -> None:
    assert expected in [told(each) for each in read(MET + sentence)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "The plan was agreed in Baku on 5 May. The negotiations were led by Major General Elnur Veli of the Azerbaijani"
            " Defence Ministry and the Head of the Plans Department of the Georgian Defence Ministry, Zaza Beridze.",
            ("meeting", "primary", ["AZ", "GE"], "Baku", ["Elnur Veli", "Zaza Beridze"]),
            id="negotiations led by two",
        ),
        pytest.param(
            "Slovenian Defence Minister Rok Jakovec is meeting his Croatian counterpart Ante Kuzmar for dinner in Zagreb on Friday.",
            ("meeting", "primary", ["HR", "SI"], "Zagreb", ["Rok Jakovec", "Ante Kuzmar"]),
            id="is meeting",
        ),
        pytest.param(
            "A plan of cooperation was signed between the Ministries of Defence of Peru and Chile in Lima on 5 May.",
            ("ceremony", "primary", ["CL", "PE"], "Lima", []),
            id="signed between ministries",
        ),
        pytest.param(
            "The armies of Chile and Peru signed a programme. The programme was signed after a meeting between General Luis Roca"
            " of Chile and General Ana Popa of Peru in Lima.",
            ("meeting", "primary", ["CL", "PE"], "Lima", ["Luis Roca", "Ana Popa"]),
            id="signed after a meeting",
        ),
        pytest.param(
            "A delegation of the Estonian Ministry of Defence is paying a working visit to Podgorica on 3 and 4 May.",
            ("visit", "primary", ["EE", "ME"], "Podgorica", []),
            id="a delegation in a town of another state",
        ),
        pytest.param(
            "A delegation of the National Defence University of Kazakhstan led by Colonel Marat Seit is on a visit to Baku on 3 May.",
            ("visit", "primary", ["AZ", "KZ"], "Baku", ["Marat Seit"]),
            id="on a visit to a town",
        ),
    ],
)
def test_meetings_are_found_by_other_verbs(body: str, expected: tuple[str, str, list[str], str, list[str]]) -> None:
    assert [told(each) for each in read(body)] == [expected]


def test_the_military_committee_of_an_alliance_that_a_town_hosts_is_a_conference() -> None:
    body = "Minsk is hosting a regular meeting of the Military Committee of the Collective Security Treaty Organization."
    (meeting,) = read(body)
    assert (meeting.kind, meeting.place, list(meeting.organizations)) == (
        "conference",
        "Minsk",
        ["Collective Security Treaty Organization"],
    )


def test_meetings_that_are_scheduled_are_to_come() -> None:
    body = (
        "Slovenian Defence Minister Rok Jakovec met his Croatian counterpart Ante Kuzmar in Zagreb on Friday."
        " Meetings with Foreign Minister Vesna Peric and President Ivo Marus of Croatia are also scheduled for Saturday."
    )
    assert [(each.state, len(each.people)) for each in read(body)] == [("held", 2), ("planned", 3)]


@pytest.mark.parametrize(
    "body",
    [
        "Minister of Defence of Estonia Jaan Tamm is on a working visit to Brussels on 3 May, where he attends the NATO meeting.",
        "Minister of Defence of Estonia Jaan Tamm pays a working visit to Narva on 3 May.",
        "The company is meeting the needs of the Estonian Ministry of Defence in Podgorica.",
        "The minister recalled in his speech the memorandum that was signed between Peru and Chile in 2015.",
    ],
    ids=["the seat of an alliance", "a town of one's own", "needs are met", "an older document"],
)
def test_near_misses_are_no_meetings(body: str) -> None:
    assert read(body) == ()


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Minister Elnur Veli of Azerbaijan met Georgian Defence Minister Levan Koba in Kutaisi, Georgia, on 3 May.", "GE"),
        ("Minister Elnur Veli of Azerbaijan met his Georgian and Turkish counterparts in Kakheti, Georgia, on 3 May.", "GE"),
        ("U.S. General John Smith hosted Colombian General Luis Roca at a camp near Ellijay, Georgia, on 3 May.", "US"),
        ("U.S. General John Smith hosted Georgian General Zaza Beridze in Atlanta, Georgia, on 3 May.", "US"),
    ],
    ids=["a town of the republic", "a region that no table knows", "a town of the state that no table knows", "a town of the state"],
)
def test_the_georgia_behind_a_town_is_the_one_in_which_it_lies(body: str, country: str) -> None:
    (meeting,) = read(body)
    assert meeting.country == country


@pytest.mark.parametrize(
    "words",
    [
        '"Our partners were represented by General Charles Stone, who is a good friend. We agreed to go on," he said.',
        "“The first thing is to see General Eva Lind again. That was agreed long ago,” he said.",
    ],
    ids=["straight marks", "curly marks"],
)
def test_he_behind_a_quotation_is_nobody_of_whom_it_speaks(words: str) -> None:
    body = (
        f"General Luis Roca of Peru held a phone call with General Mark Hill of the United States on 5 May.\n\nRoca wrote of it.\n\n{words}"
    )
    assert [each.speaker for each in pipeline.read(Release(title="Call", body=body, published="2022-05-06")).quotes] == ["Luis Roca"]


@pytest.mark.parametrize(
    ("office", "organization"),
    [
        ("Chairman of the NATO Military Committee", "NATO Military Committee"),
        ("commander of NATO-led KFOR", "KFOR"),
        ("head of the NATO Liaison Office", "NATO Liaison Office"),
        ("commander of the NATO Headquarters", "NATO"),
    ],
    ids=["a committee", "a mission that it leads", "an office", "its own headquarters"],
)
def test_a_part_of_an_alliance_takes_part_and_not_the_whole_besides(office: str, organization: str) -> None:
    body = f"Minister of Defence of Montenegro Ana Popa met the {office}, General Lars Holm, in Podgorica on 5 May."
    assert [list(each.organizations) for each in read(body)] == [[organization]]


def test_the_title_of_a_session_ends_with_the_name_of_the_body() -> None:
    body = (
        "Delegation of the Kazakh Defence Ministry took part in the meeting of the Committee of Chiefs of Staff of the armed forces"
        " of the CIS member states, held in Kazan."
    )
    assert [each.title for each in read(body)] == ["Committee of Chiefs of Staff"]


def test_a_visit_without_an_article_tells_the_country() -> None:
    body = "In the framework of visit to Peru, General Ana Popa of Romania met General Luis Roca, Chief of Staff of Peru, on 5 May."
    assert [each.country for each in read(body)] == ["PE"]


def test_those_who_gather_on_the_morrow_take_no_part() -> None:
    body = (
        "Russian Defence Minister Sergei Orlov said it at a meeting with the Minister of Defence of Uzbekistan Abdusal Karim on the eve of"
        " the meeting of the Council of Ministers of Defence of the CIS countries in Tashkent."
    )
    assert [(each.kind, list(each.countries), list(each.organizations)) for each in read(body)] == [("meeting", ["RU", "UZ"], [])]
