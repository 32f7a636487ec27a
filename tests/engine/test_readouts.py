"""People and meetings in readouts of a head of state's or government's office: rows of officials, royal hosts, summits of two. All names
are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Meeting, Release
from tests.engine.test_meetings_on_tour import told
from tests.engine.test_people_world import read


def meetings(text: str, published: str = "2024-05-13", publisher: str | None = None) -> tuple[Meeting, ...]:
    return pipeline.read(Release(title=None, body=text, published=published, publisher=publisher)).meetings


@pytest.mark.parametrize(
    ("body", "held"),
    [
        pytest.param(
            "Secretary of Commerce Ana Popa, National Trade Council (NTC) Director Luis Roca, and Ms. Eva Lind met the guests.",
            {"Ana Popa": None, "Luis Roca": "National Trade Council"},
            id="a body with its acronym before the next office",
        ),
        pytest.param(
            "Minister Ana Popa, the Office of Harbour Safety (OHS) and the Department of Labour hosted a roundtable.",
            {"Ana Popa": None},
            id="a body with its article in a row of hosts",
        ),
        pytest.param(
            "Ms. Ana Popa, Director, National Trade Council (NTC), met the guests.",
            {"Ana Popa": "National Trade Council"},
            id="near miss: the body of the one before",
        ),
    ],
)
def test_whose_a_body_behind_a_name_is(body: str, held: dict[str, str | None]) -> None:
    people = read(body)
    assert {name: people[name].organization for name in held} == held


@pytest.mark.parametrize(
    ("body", "position"),
    [
        pytest.param(
            "Assistant to the President for National Security Affairs Ana Popa met Minister Luis Roca of Peru. National Security Advisor Popa"
            " thanked him.",
            "National Security Advisor",
            id="an office told elsewhere",
        ),
        pytest.param(
            "Assistant to the President for Trade Ana Popa met Minister Luis Roca of Peru.",
            "Assistant to the President for Trade",
            id="alone",
        ),
        pytest.param("Second Gentleman Ana Popa met Minister Luis Roca of Peru.", "Second Gentleman", id="a spouse"),
        pytest.param("Alongside Special Envoy Ana Popa, the Second Gentleman will visit Peru.", "Special Envoy", id="beside another"),
        pytest.param("Colonel Luis Roca, Mayor Ana Popa, the Governor and others came.", "Mayor", id="near miss: a row of offices"),
    ],
)
def test_an_office_rather_than_a_grade(body: str, position: str) -> None:
    assert read(body)["Ana Popa"].position == position


@pytest.mark.parametrize("name", ["General Per Lund", "Minister Bent Horsens", "Colonel Odd Moss"])
def test_a_given_name_that_is_a_word_before_a_surname_that_is_a_town(name: str) -> None:
    assert " ".join(name.split()[1:]) in read(f"{name} of Sweden met Minister Luis Roca of Peru.")


def test_a_word_before_a_town_is_no_name() -> None:
    assert set(read("The cost per Lund resident was told to Minister Ana Popa.")) == {"Ana Popa"}


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param("President Ana Popa will meet Her Majesty Queen Runa at Amalienborg.", "DK", id="in the royal house"),
        pytest.param("President Ana Popa spoke with Governor Luis Roca of Puerto Rico about the late Queen Runa.", None, id="remembered"),
    ],
)
def test_a_queen_is_of_a_monarchy(body: str, country: str | None) -> None:
    found = pipeline.read(Release(title=None, body=body, published="2024-05-13", publisher="The White House")).people
    assert next(person.country for person in found if person.name == "Runa") == country


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("EU-Chile Summit", "meeting", id="of two"),
        pytest.param("Chile–EU Summit", "meeting", id="a dash"),
        pytest.param("Chile-Japan-EU Summit", "conference", id="of three"),
        pytest.param("ASEAN-Chile Summit", "conference", id="of many"),
        pytest.param("EU-Western Balkans Summit", "conference", id="of a region"),
    ],
)
def test_a_summit_called_after_two_is_a_meeting(name: str, kind: str) -> None:
    found = meetings(f"President Ana Popa of Chile took part in the {name} in Lima on 5 May 2024.")
    assert [each.kind for each in found] == [kind]


OSLO = "Minister of Defence Ana Popa of Chile received the Peruvian Minister of Defence Luis Roca in Arica today, 13 May.\n\n"


@pytest.mark.parametrize(
    ("line", "places"),
    [
        pytest.param("On 12 May the two ministers met in Lima and signed a letter of intent.", ["Arica", "Lima"], id="another day"),
        pytest.param("The two ministers met in Lima yesterday.", ["Arica", "Lima"], id="yesterday"),
        pytest.param("Today the two ministers met for an hour.", ["Arica"], id="near miss: the same day"),
        pytest.param(
            "They welcomed the meeting of the G7 leaders in Lima on 12 May.", ["Arica"], id="near miss: welcomed what others held"
        ),
    ],
)
def test_the_two_met_on_another_day(line: str, places: list[str]) -> None:
    assert [each.place for each in meetings(OSLO + line) if each.status == "primary"] == places


def test_talks_of_the_day_before_are_not_the_gathering_with_which_a_release_opens() -> None:
    text = (
        "Today, on 13 May, Larkfield military base in Latvia hosts a meeting of the nations of the brigade. Meeting is attended by Latvian"
        " Defence Minister Ana Kalns, Canadian Minister of National Defence Luis Boud and Slovenian Defence Minister Eva Kot.\n\n"
        "As reported before, yesterday, on 12 May, the defence ministers of Latvia and Canada met in Riga for the signing of a Letter of Intent."
    )
    assert told(text, "2024-05-13") == [
        "conference 2024-05-13 Larkfield military base: Kalns Boud Kot",
        "meeting 2024-05-12 Riga: Kalns Boud",
    ]
