"""Offices that a clause tells of whom it names, bodies parted from fields of work, and what letters in brackets tell of uniforms."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read


def office(body, name):
    person = read(body)[name]
    return person.position, person.organization, person.country


@pytest.mark.parametrize(
    ("body", "name", "held"),
    [
        pytest.param(
            "General Mwale is the Commander of the Zambia Army.",
            "Mwale",
            ("Commander", "Zambia Army", "ZM"),
            id="a sentence says who it is",
        ),
        pytest.param(
            "Admiral Tom Okoro, currently commanding the Eastern Naval Command of the Nigerian Navy, welcomed the crew.",
            "Tom Okoro",
            ("commander", "Eastern Naval Command of the Nigerian Navy", "NG"),
            id="commanding, behind a comma",
        ),
        pytest.param(
            "General Ali Al-Harbi, in his capacity as Chairman of the Joint Committee of Oman, opened it.",
            "Ali Al-Harbi",
            ("Chairman", "Joint Committee of Oman", "OM"),
            id="in a capacity",
        ),
        pytest.param(
            "Colonel Paolo Greco attended the ceremony in his capacity as Defence Attaché of Italy.",
            "Paolo Greco",
            ("Defence Attaché", None, "IT"),
            id="in a capacity at the end",
        ),
        pytest.param(
            "Captain Kojo Addo will take over from Captain Yaw Darko as Commanding Officer of the Ghana Navy.",
            "Kojo Addo",
            ("Commanding Officer", "Ghana Navy", "GH"),
            id="from another",
        ),
        pytest.param(
            "Ms. Ana Drury has been named Deputy Secretary of Defence of Australia.",
            "Ana Drury",
            ("Deputy Secretary of Defence", None, "AU"),
            id="named without as",
        ),
        pytest.param(
            "The Chief of Staff of the Portuguese Army will be General Rui Tavares.",
            "Rui Tavares",
            ("Chief of Staff", "Portuguese Army", "PT"),
            id="the office first",
        ),
        pytest.param(
            "The President named General Ali Hassan Chief of Staff of the Djibouti Army.",
            "Ali Hassan",
            ("Chief of Staff", "Djibouti Army", "DJ"),
            id="by another",
        ),
    ],
)
def test_a_clause_tells_an_office(body, name, held):
    assert office(body, name) == held


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("General Pavel Novak is the first chief of defence to visit the base.", "Pavel Novak", id="the first to"),
        pytest.param("Captain Rosa Diaz was named Officer of the Year.", "Rosa Diaz", id="an award"),
        pytest.param(
            "Colonel Peter Braun took over the talks with the Deputy Director of the Agency.", "Peter Braun", id="took over something else"
        ),
        pytest.param("General Luis Prado assumed that the Minister of Defence would attend.", "Luis Prado", id="assumed that"),
        pytest.param("General Omar Diop was joined in his talks by the Director of Operations.", "Omar Diop", id="joined by"),
    ],
)
def test_what_a_clause_tells_of_others_is_no_office(body, name):
    assert office(body, name)[0] is None


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("The Director of Operations of the Ghana Navy, Commodore Ana Lind, spoke.", ("Director of Operations", "Ghana Navy", "GH")),
        (
            "The Undersecretary for Policy of the Department of National Defense of the Philippines, Ana Lind, spoke.",
            ("Undersecretary for Policy", "Department of National Defense of the Philippines", "PH"),
        ),
        (
            "Director of the Directorate of Plans of the Uganda Air Force Colonel Ana Lind spoke.",
            ("Director", "Directorate of Plans of the Uganda Air Force", "UG"),
        ),
        ("Ghana Navy Chief of Training Commodore Ana Lind spoke.", ("Chief of Training", "Ghana Navy", "GH")),
        (
            "Latvian Ministry of Defence State Secretary Ana Lind spoke.",
            ("State Secretary", "Latvian Ministry of Defence", "LV"),
        ),
        ("UK Defence Adviser to Nigeria Group Captain Ana Lind spoke.", ("Defence Adviser to Nigeria", None, "GB")),
    ],
)
def test_a_field_of_work_is_no_part_of_the_body(body, held):
    assert office(body, "Ana Lind") == held


def test_an_office_at_an_occasion_gives_way_to_the_one_joined_to_it():
    body = (
        "The Zambian team included Ambassador Kofi Mumba, Co-Chairperson of the Senior Officials Meeting and Permanent Secretary,"
        " Ministry of Home Affairs, H.E. Ana Lind, Zambia High Commissioner to Malawi, and other officials."
    )
    assert office(body, "Kofi Mumba") == ("Permanent Secretary", "Ministry of Home Affairs", "ZM")
    assert office(body, "Ana Lind") == ("High Commissioner to Malawi", None, "ZM")


@pytest.mark.parametrize("where", ["(left),", ", left,", ", second from right,", ", at far left,"])
def test_where_somebody_stands_in_a_picture_parts_no_office_from_the_name(where):
    body = f"General Ana Lind{where} Chief of Staff of the Chilean Army, greets sailors."
    assert office(body, "Ana Lind") == ("Chief of Staff", "Chilean Army", "CL")


def test_an_officer_who_left_is_not_where_he_stands():
    assert office("General Ana Lind, left with the Chief of Staff of the Army.", "Ana Lind")[0] is None


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("Colonel Ana Lind (SWE) spoke.", "SE"),
        ("Major (ESP) Ana Lind spoke.", "ES"),
        ("Colonel Ana Lind (SWE), Chief of Staff of EUTM Mali, spoke.", "INT"),
        ("Colonel Ana Lind (AOC) spoke.", None),
    ],
)
def test_three_capitals_in_brackets_tell_a_uniform(body, country):
    assert office(body, "Ana Lind")[2] == country


def test_who_hands_over_a_mission_and_who_takes_it_command_it():
    body = (
        "At the European Union Training Mission in Mali (EUTM Mali), General (PRT) Ana Lind handed over the command of the Mission to"
        " General (POL) Jan Kos. The new Commander thanked the troops."
    )
    held = ("Commander", "European Union Training Mission in Mali", "INT")
    assert office(body, "Ana Lind") == office(body, "Jan Kos") == held


@pytest.mark.parametrize(
    ("body", "countries"),
    [
        pytest.param(
            "The chiefs of defence of Estonia, General Ana Lind, of Latvia, General Bo Kalns, and of Lithuania, General Jon Petkus, met.",
            ["EE", "LV", "LT"],
            id="state by state",
        ),
        pytest.param(
            "The U.S. and Japanese ambassadors to Palau, Ms. Ana Lind and Mr. Bo Kalns, came.", ["US", "JP"], id="a state and a people"
        ),
        pytest.param(
            "The following came:\n\n- Colonel Ana Lind – Director – Belgium\n\n- Mr. Bo Kalns – Ministry of Defence – Norway\n",
            ["BE", "NO"],
            id="rows that a state closes",
        ),
    ],
)
def test_each_of_several_is_of_the_state_beside_the_name(body, countries):
    assert [person.country for person in read(body).values()] == countries


@pytest.mark.parametrize("rank", ["1st Grade Captain", "2nd Rank Captain", "Captain at Sea", "Senior Superintendent of Police"])
def test_ranks_of_navies_and_police(rank):
    assert read(f"{rank} Ana Lind spoke.")["Ana Lind"].rank == rank


def test_one_word_before_a_name_gives_way_to_the_office_told_in_full_behind_it():
    assert office("Minister Ana Lind, North Macedonian Minister of Defense, spoke.", "Ana Lind") == ("Minister of Defense", None, "MK")


def test_the_office_of_the_next_does_not_tell_the_one_before_in_full():
    body = "Minister Karl Braun, Minister of Foreign Affairs Ana Lind and General Otto Weiss met."
    assert office(body, "Karl Braun")[0] == "Minister"
