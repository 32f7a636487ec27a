"""Manners of agencies and services of Asia and Africa: datelines of towns that no table knows, accents for apostrophes, teams that are led,
briefings that are part of a visit. All names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import clean, pipeline
from ingest.engine.types import Document, Meeting, Release
from tests.engine.test_people_world import read


def meetings(text: str, published: str = "2024-05-13") -> tuple[Meeting, ...]:
    return pipeline.read(Release(title=None, body=text, published=published)).meetings


def primary(text: str, published: str = "2024-05-13") -> list[str]:
    found = (each for each in meetings(text, published) if each.status == "primary")
    return [f"{each.kind} {each.date} {each.place}: {' '.join(name.split()[-1] for name in each.people)}" for each in found]


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param("LARKSUND BAY, Lao PDR — Defence Secretary Ana Popa of Peru met them.", "PE", id="a dateline of an unknown town"),
        pytest.param("Togo: General Ana Popa, Chief of the General Staff", "TG", id="near miss: the row of a list"),
    ],
)
def test_the_state_of_a_dateline_is_not_that_of_whom_it_leads_to(body: str, country: str) -> None:
    assert read(body)["Ana Popa"].country == country


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("The guests were received by Colonel (Rtd) AT Kamara of Chile.", {"AT Kamara"}, id="initials that spell a word"),
        pytest.param("They met Major BY Kone.", {"BY Kone"}, id="and a verb of bylines"),
        pytest.param("They were met by Major Erin Welcome. They left.", {"Erin Welcome"}, id="a surname that is a verb"),
        pytest.param("Commander of southern Indian Ocean forces General Ana Popa came.", {"Ana Popa"}, id="near miss: an ocean"),
    ],
)
def test_names_that_are_words(body: str, names: set[str]) -> None:
    assert names <= set(read(body))
    assert not any("Ocean" in name for name in read(body))


@pytest.mark.parametrize(
    ("body", "position", "organization"),
    [
        pytest.param(
            "The Force Commander of the EU Naval Force (EU NAVFOR) Somalia – Operation Atalanta, Rear Admiral Ana Popa, came.",
            "Force Commander",
            "EU Naval Force",
            id="an operation behind its force",
        ),
        pytest.param("PCG Commandant CG Admiral Ana Popa came.", "Commandant", "PCG", id="a service before a rank"),
        pytest.param("Director General ISPR Major General Ana Popa came.", "Director General", "ISPR", id="near miss: a body"),
        pytest.param(
            "Talks of the two ministers with Norway's Minister of Defence Ana Popa followed.",
            "Minister of Defence",
            None,
            id="others with one",
        ),
    ],
)
def test_offices_before_a_rank(body: str, position: str, organization: str | None) -> None:
    person = read(body)["Ana Popa"]
    assert (person.position, person.organization) == (position, organization)


TEAM = "A delegation from the Rwanda Defence Force Staff College today visited the Headquarters in Mbuya.\n\n"


def test_who_leads_a_team_is_of_the_body_that_sent_it() -> None:
    line = "The team of 38 officers led by the Commandant, Brigadier General Ana Popa, was received by Major General Luis Roca."
    person = read(TEAM + line + " The Uganda Air Force took part.", publisher="Uganda Air Force")["Ana Popa"]
    assert (person.organization, person.country) == ("Rwanda Defence Force Staff College", "RW")


def test_the_letters_of_a_force_are_not_those_of_its_chief() -> None:
    text = (
        "Chief of Defence Forces Ana Popa of Kenya met Minister Luis Roca of Peru in Lima on 12 May 2024. She thanked Larria Peoples'"
        " Defence Forces (LPDF). Other senior LPDF officers and Colonel Eva Paz of Peru attended."
    )
    assert primary(text) == ["meeting 2024-05-12 Lima: Popa Roca Paz"]


VISIT = "Minister Ana Popa of Chile met General Luis Roca of Peru in Lima today, 13 May.\n\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(
            "Yesterday the General visited Belmar Air Base, where he met Colonel Eva Paz of Chile and was briefed on patrols by Major Nils"
            " Berg of the Norwegian Air Force.",
            ["meeting 2024-05-13 Lima: Popa Roca", "meeting 2024-05-12 Belmar Air Base: Roca Paz Berg"],
            id="briefed in the sentence of a visit",
        ),
        pytest.param(
            "Afterwards, on Sunday, the guests of Chile led by Minister Popa visited the Peace Centre in Cusco and were received by Colonel Nils"
            " Berg of the Peruvian Army.",
            ["meeting 2024-05-13 Lima: Popa Roca", "visit 2024-05-12 Cusco: Popa Berg"],
            id="received in the sentence of a visit",
        ),
    ],
)
def test_a_briefing_is_part_of_a_visit(line: str, told: list[str]) -> None:
    assert primary(VISIT + line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(
            "Before they attend the Andean Forum in Cusco next week, Minister Ana Popa of Chile received Minister Luis Roca of Peru in Arica on"
            " Monday.",
            ["meeting 2024-05-13 Arica: Popa Roca"],
            id="what both will attend",
        ),
        pytest.param(
            "A day before the signing, on 12 May, Minister Ana Popa of Chile received Minister Luis Roca of Peru in Arica.",
            ["meeting 2024-05-12 Arica: Popa Roca"],
            id="near miss: a day before",
        ),
    ],
)
def test_what_is_to_come_gives_no_day_or_place(line: str, told: list[str]) -> None:
    assert primary(line) == told


def test_a_day_of_which_a_speaker_tells_is_not_the_day_of_the_release() -> None:
    text = (
        "The Commander of the Zambia Army, General Ana Popa, received the Defence Attaché of Kenya, Colonel Luis Roca, at Larkfield Barracks"
        " in Lusaka on 10 May 2024.\n\n“I came as a stranger. Today I am leaving as a brother,” Colonel Roca said.\n\nEarlier in the day,"
        " Colonel Roca paid a courtesy call on the Permanent Secretary in the Ministry of Defence of Zambia, Eva Paz, at her office."
    )
    assert primary(text) == ["meeting 2024-05-10 Larkfield Barracks: Popa Roca", "meeting 2024-05-10 Lusaka: Roca Paz"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param("Minister Roca also met the Minister of Defence of Peru, Eva Paz.", "Lima", id="another host"),
        pytest.param("President Popa later also received the Minister of Health of Chile, Eva Paz.", "Belmar Palace", id="the same host"),
    ],
)
def test_the_house_of_one_host_is_not_where_another_received(line: str, place: str) -> None:
    text = "President of Peru Ana Popa received Minister of Defence of Chile Luis Roca at Belmar Palace in Lima on 12 May 2024. "
    assert [each.place for each in meetings(text + line)] == ["Belmar Palace", place]


def test_an_accent_before_a_possessive_s_is_an_apostrophe() -> None:
    text = (
        "Minister visits Baku\n\nBaku, 13 May 2024\n\nAzerbaijan`s Minister of Defense Ana Popa met Georgia`s Minister Luis Roca in Baku."
    )
    assert "Azerbaijan’s Minister" in clean.release(Document(text)).body


STAFF = "The KFOR Commander, General Ana Popa, paid a working visit to {} in Skopje on 12 May 2024. {}"


@pytest.mark.parametrize(
    ("house", "line", "told"),
    [
        pytest.param(
            "the General Staff and the Ministry of Defence",
            "She met with the Defence Minister of North Macedonia, Luis Roca.",
            ["meeting 2024-05-12 Skopje: Popa Roca"],
            id="a visit to those whose head was met",
        ),
        pytest.param(
            "the General Staff of North Macedonia",
            "On 13 May she met with the Defence Minister of North Macedonia, Luis Roca, in Ohrid.",
            ["visit 2024-05-12 Skopje: Popa", "meeting 2024-05-13 Ohrid: Popa Roca"],
            id="near miss: on another day",
        ),
    ],
)
def test_a_visit_to_a_staff_and_the_talks_there_are_one(house: str, line: str, told: list[str]) -> None:
    assert primary(STAFF.format(house, line)) == told


@pytest.mark.parametrize(
    ("place", "country"),
    [
        pytest.param("Sentul, Bogor", "ID", id="a city of the state that the release names"),
        pytest.param("Sentul, Kuala Lumpur", "MY", id="near miss: a city of the other"),
    ],
)
def test_a_town_is_where_the_city_behind_it_is(place: str, country: str) -> None:
    host = {"ID": "Indonesia", "MY": "Malaysia"}[country]
    found = meetings(f"On 12 May 2024 Minister of Defence of {host} Ana Popa received Minister of Defence of Peru Luis Roca in {place}.")
    assert [each.country for each in found] == [country]
