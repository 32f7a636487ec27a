"""Guests and hosts whose titles, greetings and places mislead: whole releases, all of them invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Meeting, Release


def told(text: str) -> tuple[Meeting, ...]:
    return pipeline.read(Release(title="Army chief receives guest", body=text, published="2023-05-12")).meetings


@pytest.mark.parametrize(
    ("guest", "people"),
    [
        pytest.param("the UK Defence Senior Advisor to the Middle East Ian Reed", ("Ana Popa", "Ian Reed"), id="adviser to a region"),
        pytest.param("the British Special Envoy to the Sahel Ian Reed", ("Ana Popa", "Ian Reed"), id="envoy to a region"),
    ],
)
def test_who_advises_a_region_was_there(guest: str, people: tuple[str, ...]) -> None:
    (meeting,) = told(f"LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received {guest} on Friday.")
    assert meeting.people == people


@pytest.mark.parametrize(
    "greetings",
    [
        "conveyed greetings from President Luis Roca, and Deputy Chief Hugo Paz",
        "conveyed the greetings of President Luis Roca and Commander General Hugo Paz",
    ],
)
def test_all_who_sent_greetings_were_absent(greetings: str) -> None:
    (meeting,) = told(
        "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received General Rosa Vega of Chile on Friday."
        f" The meeting was attended by senior commanders, and Vega {greetings}."
    )
    assert meeting.people == ("Ana Popa", "Rosa Vega")


def test_who_met_a_colleague_of_his_own_state_speaks_of_that() -> None:
    (meeting,) = told(
        "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received General Rosa Vega of Chile on Friday."
        " Meanwhile, the Peruvian Minister of Health, Hugo Paz, met with the Peruvian Minister of Trade, Luis Roca."
        " Roca said that the talks were useful."
    )
    assert meeting.people == ("Ana Popa", "Rosa Vega")


def test_exercises_among_other_plans_are_none() -> None:
    assert [
        meeting.kind
        for meeting in told(
            "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received General Rosa Vega of Chile on Friday."
            " Both were told of plans with regard to exercises and courses, to unify the concepts between the Peruvian and Chilean armies."
        )
    ] == ["meeting"]


def test_where_an_attache_serves_is_not_where_they_met() -> None:
    (meeting,) = told(
        "The Minister of Defence of Peru, Ana Popa, met with General Rosa Vega of Chile, with the Peruvian Defence Attaché in Santiago,"
        " Colonel Hugo Paz, on Friday."
    )
    assert meeting.place is None


def test_the_land_of_a_force_is_not_where_its_commander_was_received() -> None:
    (meeting,) = told(
        "MUSCAT: The Minister of the Royal Office, Ana Popa, received here on Friday General Fahd bin Ali, Commander of the Royal"
        " Land Forces in the Kingdom of Saudi Arabia, and his delegation."
    )
    assert (meeting.place, meeting.country) == ("Muscat", "OM")


def test_days_may_run_up_to_one() -> None:
    (meeting,) = told(
        "The Ministers of Defence of Peru and Chile, Ana Popa and Luis Roca, met in Lima from 26 February up to 6 March 2023."
    )
    assert (meeting.date, meeting.end_date) == ("2023-02-26", "2023-03-06")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Among the delegation are Colonel Hugo Paz and Major Luis Roca.", id="among"),
        pytest.param("Among the delegation was Colonel Hugo Paz, Director of Plans, and with him Major Luis Roca.", id="among, of one"),
        pytest.param("Included in the delegation were Colonel Hugo Paz and Major Luis Roca.", id="included in"),
        pytest.param("Members of the delegation were Colonel Hugo Paz and Major Luis Roca.", id="members of"),
    ],
)
def test_members_of_a_delegation_took_part_for_its_state(sentence: str) -> None:
    read = pipeline.read(
        Release(
            title="Talks in Lima",
            body="LIMA, 12 May 2023 – A Chilean delegation led by General Rosa Vega met Ana Popa, Minister of Defence of Peru, on Friday."
            f" {sentence}",
            published="2023-05-12",
        )
    )
    (meeting,) = read.meetings
    assert {"Rosa Vega", "Hugo Paz", "Luis Roca"} <= set(meeting.people)
    assert {person.country for person in read.people if person.name in {"Hugo Paz", "Luis Roca"}} == {"CL"}


def test_what_happened_among_a_delegation_tells_nobody() -> None:
    (meeting,) = told(
        "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received General Rosa Vega of Chile on Friday."
        " Spirits among the delegation were high. Colonel Hugo Paz commands the garrison."
    )
    assert meeting.people == ("Ana Popa", "Rosa Vega")
