"""Ships in foreign ports, delegations of schools, gifts between forces and rounds of bilateral meetings, read as whole releases. All is invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release


def reported(body: str) -> list[tuple[str, str, str]]:
    """Kind, sides and family names of each meeting that the release reports."""
    found = pipeline.read(Release("", body, published="2024-05-15")).meetings
    return [
        (each.kind, " ".join((*each.countries, *each.organizations)), " ".join(sorted(name.split()[-1] for name in each.people)))
        for each in found
        if each.status == "primary"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "The Peruvian Navy flotilla comprising two patrol ships visited the port of Arica, Chile, on 12 May.\n\n"
            "During the stay, the mission commander called on the Commander of the Chilean Northern Squadron, Captain Jorge Lagos.",
            [("visit", "CL PE", "Lagos")],
            id="a flotilla visits a port, and its commander calls on a host",
        ),
        pytest.param(
            "The Royal Thai Navy frigate Taksin visited Surabaya, Indonesia, on 12 May. A reception was held on board on Monday.",
            [("visit", "ID TH", "")],
            id="a reception on board is part of the visit",
        ),
        pytest.param(
            "A delegation from the Indian Naval War College is on a study tour in Kenya.\n\n"
            "The delegation is under the leadership of Rear Admiral Arjun Mehta. On Monday it was in Nairobi, where it was welcomed by the Commander of the Kenya Navy, Major General Daniel Otieno.",
            [("visit", "IN KE", "Mehta Otieno")],
            id="a delegation of a college is welcomed where it was",
        ),
        pytest.param(
            "The U.S. Embassy in Tirana conducted a handover ceremony to present the Albanian Navy with three patrol boats on Monday.",
            [("ceremony", "AL US", "")],
            id="an embassy hands something over in a ceremony",
        ),
        pytest.param(
            "The British Army has donated ten ambulances to the Kenya Army. The Chief of the Kenya Army, Lieutenant General Peter Njeru, accepted them during a ceremony in Nairobi on Monday.\n\n"
            "Following the acceptance of the ambulances from the British Defence Attaché, Colonel Mark Ellis, Lieutenant General Peter Njeru handed the keys to Colonel Ann Wambui of the Kenya Army.",
            [("ceremony", "GB KE", "Ellis Njeru Wambui")],
            id="what follows the acceptance is the same ceremony",
        ),
        pytest.param(
            "Three Chilean warships, headed by Rear Admiral Jorge Lagos, are on a four-day visit to Ghana.",
            [("visit", "CL GH", "Lagos")],
            id="ships under their admiral",
        ),
        pytest.param(
            "A delegation of the Rwanda Defence Force Command and Staff College visited the Army Headquarters in Accra on Monday.\n\n"
            "Led by Colonel Eric Mugabo, the delegation was received by the Chief of the Army Staff of Ghana, Lieutenant General Kwame Boateng.",
            [("visit", "GH RW", "Boateng Mugabo")],
            id="a delegation is received, led by somebody of whom nothing else is told",
        ),
        pytest.param(
            "A Ugandan contingent is presently in Rwanda participating in the 13th Lakes Field Training Exercise.",
            [("exercise", "RW UG", "")],
            id="a contingent that is in a country participating in an exercise",
        ),
        pytest.param(
            "The Peruvian Army chief, General Rosa Luna, is attending the Pacific Land Forces Chiefs Summit in Lima. "
            "The opening was attended by invited chiefs as well as by the Chilean Army chief, General Pedro Vial.\n\n"
            "After the day’s event, Luna held a bilateral meeting with Vial.",
            [("meeting", "CL PE", "Luna Vial"), ("meeting", "CL PE", "Luna Vial")],
            id="two who meet by themselves behind a summit, to which chiefs were invited",
        ),
        pytest.param(
            "Chile’s Arauco frigate is making a five-day port call to Vietnam.",
            [("visit", "CL VN", "")],
            id="a ship told by her state and her name",
        ),
        pytest.param(
            "The frigate Arauco of the Chilean Navy departed Kure Port in Japan on Monday, concluding a four-day visit to Japan.",
            [("visit", "CL JP", "")],
            id="a visit that ends",
        ),
        pytest.param(
            "The frigate Arauco of the Chilean Navy docked at Tam Sa port, in the city of Da Nang, on Monday, beginning a five-day visit to the city.",
            [("visit", "CL VN", "")],
            id="a port that no table knows, in a city that one does",
        ),
        pytest.param(
            "The Royal Navy ship HMS Cardigan arrived Lagos on Monday for a visit.",
            [("visit", "GB NG", "")],
            id="arrived in a town without a preposition",
        ),
        pytest.param(
            "From May 8 to 10, the delegation led by Colonel Nino Beridze of the Georgian Defence Forces was in Armenia on a working visit.\n\n"
            "The Georgian delegation paid visits to the military schools and met with their leaders.",
            [("meeting", "AM GE", "Beridze")],
            id="hosts of whom nobody is named",
        ),
        pytest.param(
            "The head of Fiji’s military arrived in New Zealand on Monday. The Commander of the Republic of Fiji Military Forces, Rear Admiral Seru Tabua, "
            "will hold talks with New Zealand's Chief of Army, Major General Tom Reid, during the visit.\n\n"
            "Reid visited Fiji at the end of March for talks with Tabua.",
            [("visit", "FJ NZ", "Reid Tabua")],
            id="the head of a military, who is named later, and an older visit",
        ),
        pytest.param(
            "Defence ministers gathered in Lima on Monday for the 4th Conference of Defence Ministers of the Pacific. "
            "Joining Peru and Chile were delegates from Japan, Kenya and Ghana.",
            [("conference", "CL GH JP KE PE", "")],
            id="the hosts are named before the list of the others",
        ),
        pytest.param(
            "Peruvian Defence Minister Rosa Luna held bilateral meetings in Lima on Monday with her counterparts from ASEAN countries. "
            "Luna also met Chilean Defence Minister Pedro Vial, Kenyan Defence Minister Grace Otieno and Polish Defence Minister Jan Wilk.",
            [("meeting", "CL PE", "Luna Vial"), ("meeting", "KE PE", "Luna Otieno"), ("meeting", "PE PL", "Luna Wilk")],
            id="each by himself in a round of bilateral meetings",
        ),
    ],
)
def test_each_is_found_once_with_its_sides(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert reported(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("The Chilean Navy said that the governor visited Lima, Peru, in May.", id="a navy that says who visited"),
        pytest.param("The Royal Navy frigate Cardigan visited Plymouth on 12 May.", id="a ship in a port of her own country"),
        pytest.param(
            "The trip to Niger, led by Assistant Secretary Mary Poole and Assistant Secretary of Defense Joan Ellery of the United States, was long.",
            id="two of one state, for one of whom only the place speaks",
        ),
        pytest.param(
            "Activities conducted include courses, visits, meetings and exercises under the ambit of the ASEAN Defence Ministers’ Meeting.",
            id="what is conducted over the years",
        ),
        pytest.param("The Chilean Embassy held a ceremony to present its new calendar on Monday.", id="a ceremony for nobody else"),
    ],
)
def test_what_is_no_meeting_of_two_sides_is_none(body: str) -> None:
    assert reported(body) == []


def test_training_of_an_earlier_month_is_only_mentioned_behind_a_visit_in_port() -> None:
    body = "Two Chilean frigates arrived at Callao, Peru, on 12 May for a visit. Last month, ships of the Peruvian Navy completed an exercise in Chile."
    assert reported(body) == [("visit", "CL PE", "")]


def test_the_host_of_a_delegation_is_not_of_its_state() -> None:
    body = "Major General Goran Babic, Rector of the Defence University, received a delegation of the Belarusian Military Academy led by Colonel Oleg Zhuk."
    assert reported(body) == [("meeting", "BY", "Babic Zhuk")]


def test_those_who_met_together_are_not_parted() -> None:
    body = (
        "Peruvian Defence Minister Rosa Luna met Chilean Defence Minister Pedro Vial, Kenyan Defence Minister Grace Otieno "
        "and Polish Defence Minister Jan Wilk in Lima on Monday."
    )
    assert [sides for _, sides, _ in reported(body)] == ["CL KE PE PL"]
