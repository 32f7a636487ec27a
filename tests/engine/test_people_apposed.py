"""Offices that no comma parts from a name, and others in the manner of forces of Africa and Arabia. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read


@pytest.mark.parametrize(
    ("body", "office"),
    [
        pytest.param(
            "Ambassador Ana Popa the Permanent Secretary Ministry of Foreign Affairs said so.",
            ("Permanent Secretary", "Ministry of Foreign Affairs"),
            id="a subject with its verb",
        ),
        pytest.param(
            "The guests were led by General Ana Popa the Chief of General Staff of the Armed Forces of the Czech Republic.",
            ("Chief", "General Staff of the Armed Forces of the Czech Republic"),
            id="at the end of a sentence",
        ),
        pytest.param(
            "A team led by Gen Ana Popa the Chief of the Naval Staff yesterday held talks.",
            ("Chief of the Naval Staff", None),
            id="before a day",
        ),
        pytest.param("Mr. Ana Popa the Consul General of Peru, disclosed the aim.", ("Consul General", None), id="a comma and the verb"),
        pytest.param(
            "General Ana Popa the Commander of the Zambia Army and Air Marshal Obi Roca came.",
            ("Commander", "Zambia Army"),
            id="and another",
        ),
        pytest.param("He told General Ana Popa the Chief of Defence Staff had left.", (None, None), id="told somebody that another left"),
        pytest.param("The minister gave Colonel Ana Popa the Commander’s Medal.", (None, None), id="gave somebody a medal"),
        pytest.param("After meeting General Ana Popa the Minister of Defence left.", (None, None), id="an open clause"),
        pytest.param("Accompanied by General Ana Popa the Minister of Defence toured the base.", (None, None), id="who was accompanied"),
        pytest.param("On behalf of General Ana Popa the Commander of the Fleet spoke.", (None, None), id="on behalf of"),
    ],
)
def test_an_office_without_a_comma_behind_a_name(body: str, office: tuple[str | None, str | None]) -> None:
    person = read(body)["Ana Popa"]
    assert (person.position, person.organization) == office


@pytest.mark.parametrize(
    ("body", "office"),
    [
        pytest.param(
            "Assistant Chief of the Defence Forces in Charge of Operations, Doctrine and Training Major General Ana Popa came.",
            ("Assistant Chief of the Defence Forces in Charge of Operations, Doctrine and Training", None),
            id="part of the title",
        ),
        pytest.param(
            "The Deputy Director of the Agency in charge of Training, Ms Ana Popa, came.",
            ("Deputy Director in charge of Training", "Agency"),
            id="behind the body",
        ),
        pytest.param(
            "The Minister of State in charge of Defence, General Ana Popa, came.",
            ("Minister of State in charge of Defence", None),
            id="a minister",
        ),
        pytest.param(
            "The Armed Forces of Liberia (AFL) grew. The Chief of Staff (COS) AFL, Brig Gen Ana Popa, came.",
            ("Chief of Staff", "Armed Forces of Liberia"),
            id="the letters of office and force",
        ),
        pytest.param(
            "The Deputy Chief of Mission at the Peruvian Embassy near Monrovia, Ana Popa, has assured the minister.",
            ("Deputy Chief of Mission", "Peruvian Embassy near Monrovia"),
            id="an embassy near a town",
        ),
        pytest.param(
            "Kenya Airforce Commander Major General Ana Popa came.", ("Commander", "Kenya Airforce"), id="an air force in one word"
        ),
        pytest.param("The Military Chief Engineer, Col. Ana Popa, came.", ("Military Chief Engineer", None), id="a chief engineer"),
    ],
)
def test_offices_in_charge_of_something(body: str, office: tuple[str | None, str | None]) -> None:
    person = read(body)["Ana Popa"]
    assert (person.position, person.organization) == office


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("The Minister of Defence, Ana ya Popa, spoke.", "Ana ya Popa", id="ya"),
        pytest.param("Maj. Gen. Prince D. Popa spoke.", "Prince D. Popa", id="a given name before an initial"),
        pytest.param("Lt. Gen. Prince Khalid bin Saud spoke.", "Khalid bin Saud", id="a prince"),
    ],
)
def test_names_of_africa_and_arabia(body: str, name: str) -> None:
    assert name in read(body)


def test_a_rank_before_its_field_is_a_post_and_nobody() -> None:
    assert set(read("He met the Colonel Plans at DHQ, Col Ana Popa, and the Colonel Coordination, Colonel Bo Ray.")) == {
        "Ana Popa",
        "Bo Ray",
    }
