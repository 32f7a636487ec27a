"""Officials in the releases of organizations of states and their missions: whose they are, and where they serve. All names are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine import passages, pipeline
from ingest.engine.rules import organizations, people
from ingest.engine.rules.meetings.scenes import Scene
from ingest.engine.rules.people import home
from ingest.engine.rules.references import Cast
from ingest.engine.types import Dropped, Organization, Person, Release
from tests.engine.made_up import both_of, placed, placed_bodies
from tests.engine.test_meetings import official

MISSION = "European Union Capacity Building Mission in Somalia"
FORCE = "United Nations Interim Security Force for Abyei"


def read(body: str, publisher: str) -> dict[str, Person]:
    release = Release(title=None, body=body, publisher=publisher)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


def case(prose: str, publisher: str, body: str, name: str, **fields: Any) -> Any:
    return pytest.param(publisher, body, name, fields, id=prose)


HEAD = "The Acting Head of Mission/Force Commander of the United Nations Interim Security Force for Abyei (UNISFA), Major General Bo Ray, visited Juba in South Sudan. "

OFFICIALS = [
    case(
        "an official of a ministry that is the host's", MISSION,
        "The Head of Mission, Ms. Ana Lind, visited Somalia. A letter was signed by the Director General of the Somali Ministry of Fisheries, Mr. Ali Warfa.",
        "Ali Warfa", country="SO", organization="Somali Ministry of Fisheries",
    ),
    case(
        "the head of a service of the host's", MISSION,
        "The Head of Mission, Ms. Ana Lind, visited Somalia. In Hargeisa she was received by the Commander of the Coast Guard, Admiral Ali Warfa.",
        "Ali Warfa", country="SO",
    ),
    case(
        "an officer of the mission without a body stays with it", MISSION,
        "The Head of Mission, Ms. Ana Lind, visited Somalia. She was joined by the Head of Operations, Colonel Al Poe.",
        "Al Poe", country="INT",
    ),
    case(
        "a minister in the ministry that stands without its state", FORCE,
        HEAD + "At the Ministry of Foreign Affairs he met Ambassador Deng Lual, Deputy Minister of Foreign Affairs of South Sudan.",
        "Deng Lual", country="SS", organization="Ministry of Foreign Affairs",
    ),
    case(
        "two names of one office parted by a stroke", FORCE, HEAD, "Bo Ray",
        position="Acting Head of Mission/Force Commander", organization="United Nations Interim Security Force for Abyei", country="INT",
    ),
    case(
        "who leads the leadership of a ministry", FORCE,
        HEAD + "He met the leadership of the Ministry of Defence (MoD), led by H.E. General Peter Wol.",
        "Peter Wol", country="SS", organization="Ministry of Defence",
    ),
    case(
        "staff of a delegation that no country sent", FORCE,
        HEAD + "He met Lieutenant General Osman Idris, Chairperson of the Sudanese side of the Abyei Joint Oversight Committee. The delegation included the Principal Officer, Ms. Eva Solb.",
        "Eva Solb", country="INT", organization="United Nations Interim Security Force for Abyei",
    ),
    case(
        "members of a delegation that a country sent", FORCE,
        HEAD + "He met the Kenyan delegation led by General Al Poe. The delegation included the Chief of Training, Colonel Eva Solb.",
        "Eva Solb", country="KE",
    ),
    case(
        "a commissioner of the commission of the publishing union", "AFRICAN UNION",
        "The African Union Commission (AUC) and the Economic Community of West African States (ECOWAS) agreed. The document was signed by Ambassador Bo Ray, Commissioner for Peace and Security.",
        "Bo Ray", country="INT", organization="African Union Commission",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("publisher", "body", "name", "fields"), OFFICIALS)
def test_officials_are_read(publisher: str, body: str, name: str, fields: dict[str, Any]) -> None:
    found = read(body, publisher)
    assert name in found, f"found {sorted(found)}"
    assert {field: getattr(found[name], field) for field in fields} == fields


def test_each_half_of_an_office_with_two_names_means_its_holder() -> None:
    body = (
        HEAD + "He met the Force Commander of the United Nations Mission in South Sudan, General Al Poe. The Acting Force Commander spoke."
    )
    release = Release(title=None, body=body, publisher=FORCE)
    both = passages.of(release)
    cast = Cast(both[1], people.find(both, release, organizations.find(both, release)))
    assert [reference.person.name for reference in cast.references if reference.how == "title"] == ["Bo Ray"]


def test_a_sentence_of_its_own_tells_what_somebody_heads() -> None:
    body = "The Civilian Operations Commander, Ms. Ana Lind, visited Somalia. The Civilian Operations Commander heads the Crisis Planning Agency in Brussels."
    assert read(body, MISSION)["Ana Lind"].organization == "Crisis Planning Agency"


def test_another_office_heads_nothing_of_it() -> None:
    body = "The Civilian Operations Commander, Ms. Ana Lind, visited Somalia. The Deputy Director heads the Crisis Planning Agency in Brussels."
    assert read(body, MISSION)["Ana Lind"].organization != "Crisis Planning Agency"


@pytest.mark.parametrize(
    ("organization", "bodies", "side"),
    [
        pytest.param("Logistics Division of the ECOWAS Commission", ["ECOWAS", "African Union"], "ECOWAS", id="a division of a commission"),
        pytest.param("European External Action Service", ["African Union", "EU"], "EU", id="a service of the union"),
        pytest.param("Logistics Division", ["ECOWAS", "African Union"], "Logistics Division", id="a division of nobody that is told"),
    ],
)
def test_a_part_of_the_staff_acts_for_its_organization(organization: str, bodies: list[str], side: str) -> None:
    body = f"Colonel Luis Roca met {organization} head Ms. Ana Lind. The {' and the '.join(bodies)} agreed."
    both = both_of(body)
    people_placed = placed(both, official(f"Ana Lind|||Head|{organization}|INT"))
    named = placed_bodies(both, *(Organization(name, country="INT") for name in (*bodies, organization)))
    home = Scene(both[1], people_placed, named, (), ()).home("Ana Lind")
    assert home is not None
    assert home.name == side


def test_an_official_before_whom_no_organization_is_told_acts_for_the_first_one_behind() -> None:
    both = both_of("The Operations Commander, Ms. Ana Lind, came, as part of the work of the EU. The EU and NATO agreed. NATO spoke.")
    named = placed_bodies(both, Organization("EU", country="INT"), Organization("NATO", country="INT"))
    home = Scene(both[1], placed(both, official("Ana Lind|||Operations Commander||INT")), named, (), ()).home("Ana Lind")
    assert home is not None
    assert home.name == "EU"


@pytest.mark.parametrize(
    ("line", "country"),
    [
        pytest.param("Slovensko | English", "SI", id="choice of languages"),
        pytest.param("Slovensko", "SK", id="a state's own name"),
    ],
)
def test_the_name_of_a_language_in_a_choice_of_them_is_no_state(line: str, country: str) -> None:
    dropped = (Dropped(line, "kicker or section"), Dropped("Republic of Slovenia", "masthead"))
    assert home.of_publisher(Release(title="", body="The Chief met guests.", dropped=dropped)) == country


@pytest.mark.parametrize(
    ("body", "organization", "country"),
    [
        pytest.param("The Commander of KFOR, General Ali Kaya, Turkish Army, came.", "KFOR", "INT", id="behind the name"),
        pytest.param("General Ali Kaya, Turkish Army, the Commander of KFOR, came.", "KFOR", "INT", id="between name and office"),
        pytest.param("The Head of the Liaison Unit, General Ali Kaya of the Turkish Army, came.", "Liaison Unit", "TR", id="a part's head"),
        pytest.param("General Ali Kaya, Turkish Army, Commander of the Aegean Army, came.", "Aegean Army", "TR", id="a state's command"),
    ],
)
def test_the_service_behind_a_name_is_the_uniform_of_who_serves_an_organization_of_states(
    body: str, organization: str, country: str
) -> None:
    official = read(body, "Daily News")["Ali Kaya"]
    assert (official.organization, official.country) == (organization, country)


@pytest.mark.parametrize(
    ("body", "countries"),
    [
        pytest.param("The Commander of KFOR, General Ali Kaya, Turkish Army, met Albanian Minister Ana Dervishi.", ("AL",), id="uniform"),
        pytest.param(
            "Commander of the Kosovo Force General Ali Kaya met Albanian Minister Ana Dervishi in Tirana.", ("AL",), id="where it is"
        ),
        pytest.param("Turkish General Ali Kaya, Turkish Army, met Albanian Minister Ana Dervishi.", ("AL", "TR"), id="for his state"),
    ],
)
def test_the_uniform_of_an_officer_of_several_states_is_no_side(body: str, countries: tuple[str, ...]) -> None:
    (meeting,) = pipeline.read(Release(title="", body=body, language="en")).meetings
    assert meeting.countries == countries
