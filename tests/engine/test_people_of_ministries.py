"""People on pages of ministries all over the world: names that offices swallowed, courtesies and offices that are part of names, the
bodies that offices are held in."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read


def told(body: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Name, rank, position and organization of everybody in a text."""
    return [(name, person.rank, person.position, person.organization) for name, person in read(body).items()]


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param("Chilean President Xi Rusunov spoke.", ("Xi Rusunov", None, "President", None), id="Xi"),
        pytest.param("Vice Premier He Rusunov spoke.", ("He Rusunov", None, "Vice Premier", None), id="He, and no excellency"),
        pytest.param("Vice Premier HE Rusunov spoke.", ("Rusunov", None, "Vice Premier", None), id="an excellency"),
        pytest.param("Finance Minister Paschal Rusunov spoke.", ("Paschal Rusunov", None, "Finance Minister", None), id="Paschal"),
        pytest.param(
            "Minister of Economy and Finance Pier Luigi Rusunov spoke.",
            ("Pier Luigi Rusunov", None, "Minister of Economy and Finance", None),
            id="Pier",
        ),
        pytest.param("Minister for Trade Dr Tan See Lerng spoke.", ("Tan See Lerng", None, "Minister for Trade", None), id="a verb inside"),
        pytest.param(
            "The Director General of the Department of Ports K.M. Rusunov spoke.",
            ("K.M. Rusunov", None, "Director General", "Department of Ports"),
            id="initials behind a body",
        ),
        pytest.param(
            "Prime Minister of Chile K.P. Rusunov spoke.", ("K.P. Rusunov", None, "Prime Minister", None), id="initials behind a state"
        ),
        pytest.param("Vice President JD Rusunov spoke.", ("JD Rusunov", None, "Vice President", None), id="initials without stops"),
        pytest.param("Director General ISPR Ana Rusunov spoke.", ("Ana Rusunov", None, "Director General", "ISPR"), id="an acronym"),
        pytest.param("Minister of State Assoc Prof Ana Rusunov spoke.", ("Ana Rusunov", None, "Minister of State", None), id="a degree"),
    ],
)
def test_a_name_that_begins_behind_an_office(body, person):
    assert told(body) == [person]


@pytest.mark.parametrize(
    ("body", "people"),
    [
        pytest.param("They spoke of Sri Lanka-Chile relations and the Sri Lanka–Peru Forum.", [], id="relations of Sri Lanka"),
        pytest.param("They prayed at the sacred Jaya Sri Maha Vihara.", [], id="a shrine"),
        pytest.param("They met Sri Rusunov in Oslo.", [("Rusunov", None, None, None)], id="a courtesy"),
        pytest.param("A tree was planted at Sultan Park in Oslo.", [], id="a park"),
        pytest.param("They met at Casa Alta, the Minister of Defence, Dr. Ana Popa, and others.",
                     [("Ana Popa", None, "Minister of Defence", None)], id="a house before an office"),
        pytest.param("He was received at the Casa del Soldado, the Minister of Defence, Dr. Ana Popa, said.",
                     [("Ana Popa", None, "Minister of Defence", None)], id="a house behind an article"),
        pytest.param("Under Commander, U.S. Pacific Fleet, 7th Fleet is the largest.", [], id="a fleet"),
        pytest.param("Admiral Ana Popa as Sri Lanka's envoy spoke.", [("Ana Popa", "Admiral", None, None)], id="as"),
        pytest.param("Meanwhile Chilean Foreign Minister Ana Popa came.", [("Ana Popa", None, "Foreign Minister", None)], id="an adverb"),
        pytest.param("The acting Chilean Foreign Minister Ana Popa came.",
                     [("Ana Popa", None, "acting Foreign Minister", None)], id="acting"),
    ],
)  # fmt: skip
def test_what_is_no_name(body, people):
    assert told(body) == people


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param("On foreign policy, the Chilean FM Ana Popa spoke.", ("Ana Popa", None, "FM", None), id="of foreign affairs"),
        pytest.param("The Field Marshal came. FM Ana Popa spoke.", ("Ana Popa", "Field Marshal", None, None), id="a marshal"),
        pytest.param("FM Ana Popa inspected the troops.", ("Ana Popa", "Field Marshal", None, None), id="nothing of foreign affairs"),
    ],
)
def test_two_letters_for_a_rank_or_an_office(body, person):
    assert told(body)[-1] == person


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        pytest.param("First Adm. Ana Popa spoke.", "First Admiral", id="first admiral"),
        pytest.param("Captain Ion Ban, commander of Naval Base 9, and Senior Col. Ana Popa spoke.", "Senior Colonel", id="behind a base"),
    ],
)
def test_ranks_of_two_words(body, rank):
    assert told(body)[-1][:2] == ("Ana Popa", rank)


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param(
            "The Minister for Culture, Community and Youth and Second Minister for Law, Ana Popa, spoke.",
            ("Ana Popa", None, "Minister for Culture, Community and Youth", None),
            id="two offices joined behind a list",
        ),
        pytest.param(
            "The Delegate to the Head of Government in charge of the Defence Administration, Ana Popa, spoke.",
            ("Ana Popa", None, "Delegate to the Head of Government in charge of the Defence Administration", "Defence Administration"),
            id="in charge of a body",
        ),
        pytest.param("The CEO of Larkex, Ana Popa, spoke.", ("Ana Popa", None, "CEO", "Larkex"), id="a firm"),
        pytest.param("The General Manager of Plans, Ana Popa, spoke.", ("Ana Popa", None, "General Manager of Plans", None), id="no firm"),
        pytest.param(
            "The Chief of the Forças de Larria Unidas (FLU), General Ana Popa, spoke.",
            ("Ana Popa", "General", "Chief", "Forças de Larria Unidas"),
            id="a foreign name with its letters",
        ),
        pytest.param(
            "Captain Ana Popa, commodore of Destroyer Squadron 9, spoke.",
            ("Ana Popa", "Captain", "commodore", "Destroyer Squadron 9"),
            id="a commodore",
        ),
        pytest.param("Commodore Ana Popa of Chile spoke.", ("Ana Popa", "Commodore", None, None), id="a commodore by rank"),
        pytest.param(
            "They will visit the 3rd Air Base of the Royal Air Force, where they will be met by its commander, Colonel Ana Popa.",
            ("Ana Popa", "Colonel", "commander", "3rd Air Base of the Royal Air Force"),
            id="the whole of a body named before",
        ),
        pytest.param(
            "The commander of the Larkspur Brigade, Colonel Ion Ban, handed over his duties to the new commander, Colonel Ana Popa.",
            ("Ana Popa", "Colonel", "commander", "Larkspur Brigade"),
            id="a command handed over",
        ),
        pytest.param(
            "By order of the King, Supreme Commander, General Ana Popa, commander of the Larkspur Brigade, spoke.",
            ("Ana Popa", "General", "commander", "Larkspur Brigade"),
            id="a king and his general",
        ),
    ],
)  # fmt: skip
def test_what_an_office_is_called_and_where_it_is_held(body, person):
    assert told(body)[-1] == person


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param(
            "The General Commander of the Armed Forces, Minister of Defence General Ana Popa spoke.",
            ("Ana Popa", "General", "General Commander"),
            id="two offices of one officer",
        ),
        pytest.param(
            "Present were the Secretary of the Ministry of Ports, Chief of Defence Staff General Ana Popa.",
            ("Ana Popa", "General", "Chief of Defence Staff"),
            id="offices of two",
        ),
        pytest.param(
            "Foreign Affairs, Labour and Tourism Minister Ana Popa spoke.",
            ("Ana Popa", None, "Foreign Affairs, Labour and Tourism Minister"),
            id="a list before a minister",
        ),
        pytest.param(
            "At the Ministry of Finance, Labour and Tourism Minister Ana Popa spoke.",
            ("Ana Popa", None, "Labour and Tourism Minister"),
            id="a ministry before a minister",
        ),
        pytest.param(
            "They met Sultan Rusunov, the Chief Executive of a fund.",
            ("Sultan Rusunov", None, "Chief Executive of a fund"),
            id="Sultan by name",
        ),
        pytest.param("They met Sultan Rusunov, the ruler of old.", ("Rusunov", None, "Sultan"), id="a sultan"),
        pytest.param(
            "The chief of engineers of Chile colonel Ana Popa spoke.", ("Ana Popa", "Colonel", "chief of engineers"), id="a small rank"
        ),
        pytest.param("A Treasury Spokesperson on Secretary Popa spoke.", ("Popa", None, "Secretary"), id="who is spoken for"),
        pytest.param(
            "The Commissioner and Executive members, Her Excellency Ana Popa, and others came.", ("Ana Popa", None, None), id="members"
        ),
        pytest.param(
            "The Chargé d'Affaires of the U.S. Embassy in the Kingdom of Saudi Arabia, Ms. Ana Popa, came.",
            ("Ana Popa", None, "Chargé d'Affaires"),
            id="an embassy in a kingdom",
        ),
    ],
)
def test_which_office_is_whose(body, person):
    assert [each[:3] for each in told(body)][-1] == person
