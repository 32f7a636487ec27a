"""Who took part beside those who met, as the sentences behind tell it: whole releases, all of them invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Document, Meeting, Release

OPENING = (
    "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, received General Luis Roca, Chief of the Defence Staff of Chile,"
    " on Friday."
)
BOTH = ("Ana Popa", "Luis Roca")


def told(text: str) -> tuple[Meeting, ...]:
    return pipeline.read(Release(title="Minister receives general", body=text, published="2023-05-12")).meetings


@pytest.mark.parametrize(
    ("line", "others"),
    [
        pytest.param("Attending the meeting from the Chilean side was Colonel Hugo Paz.", ("Hugo Paz",), id="attending from a side"),
        pytest.param(
            "Taking part in the talks were also Colonel Hugo Paz and Major Rosa Vega.", ("Hugo Paz", "Rosa Vega"), id="taking part"
        ),
        pytest.param("Leading discussions on behalf of the U.S. team was Colonel Hugo Paz.", ("Hugo Paz",), id="who led for a team"),
        pytest.param("Among those welcoming the guest were Colonel Hugo Paz; and Major Rosa Vega.", ("Hugo Paz", "Rosa Vega"), id="hosts"),
        pytest.param("Representing Peru were Colonel Hugo Paz and Major Rosa Vega.", ("Hugo Paz", "Rosa Vega"), id="representing a state"),
        pytest.param("Minister Popa spoke on behalf of Colonel Hugo Paz.", (), id="near miss: on behalf of one who was away"),
        pytest.param("With them at the table sat Colonel Hugo Paz.", ("Hugo Paz",), id="at the table"),
        pytest.param("Colonel Hugo Paz moderated the session that followed.", ("Hugo Paz",), id="who moderated"),
        pytest.param("Colonel Hugo Paz delivered a presentation on mountain rescue.", ("Hugo Paz",), id="who presented"),
        pytest.param("Captain Rosa Vega acted as interpreter.", ("Rosa Vega",), id="who interpreted"),
        pytest.param("He introduced his successor, General Hugo Paz.", ("Hugo Paz",), id="who will follow"),
        pytest.param(
            "Also present was Colonel Hugo Paz, who has spent a year at the school in Santiago.", ("Hugo Paz",), id="who was elsewhere"
        ),
        pytest.param("Colonel Hugo Paz could not attend and was represented by Major Rosa Vega.", ("Rosa Vega",), id="who could not come"),
        pytest.param("Also present was Major Rosa Vega. Colonel Hugo Paz was unable to attend.", ("Rosa Vega",), id="who was unable"),
        pytest.param("In the photo, from left: Colonel Hugo Paz, Minister Popa and General Roca.", ("Hugo Paz",), id="in the picture"),
        pytest.param("General Roca met Minister Popa during Captain Hugo Paz’s visit to Peru.", (), id="during whose visit it was"),
        pytest.param("They sent their regards to Colonel Hugo Paz, and to Major Rosa Vega, who were present.", (), id="whom they greet"),
        pytest.param("They laid a wreath at the monument of Captain Hugo Paz.", (), id="whom a monument honours"),
        pytest.param(
            "Accompanied by Colonel Hugo Paz, the guest laid flowers at the Sailors’ Monument.", (), id="beside whom flowers were laid"
        ),
        pytest.param("General Roca, who was joined by Major Rosa Vega, paid tribute to the fallen.", (), id="beside whom tribute was paid"),
        pytest.param(
            "General Roca, who laid a wreath, was accompanied at the talks by Colonel Hugo Paz.", ("Hugo Paz",), id="a wreath beside talks"
        ),
        pytest.param("General Roca was accompanied by Colonel Hugo Paz.", ("Hugo Paz",), id="companions with no wreath"),
        pytest.param("On Tuesday cadets trained in Callao. Colonel Hugo Paz delivered a presentation on rescue.", (), id="on another day"),
    ],
)
def test_who_was_beside_them_is_told_behind(line: str, others: tuple[str, ...]) -> None:
    (meeting,) = told(f"{OPENING} {line}")
    assert meeting.people == (*BOTH, *others)


STAFF_TALKS = "TALLINN, 12 May 2023 – Estonia and Finland held staff talks in Tallinn on Tuesday. They agreed on a plan of work.\n\n"


def listed(text: str) -> tuple[str, ...]:
    """Who took part in the talks of a page that ends with a list."""
    page = f"Staff talks in Tallinn\n\n{STAFF_TALKS}{text}\n\nShare this\n\nContact\n"
    (meeting,) = pipeline.extract(Document(page)).meetings
    return meeting.people


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Participants:\n\nEstonia: Major General Mart Tamm\n\nFinland: Major General Pekka Salo", id="by states"),
        pytest.param(
            "List of participants\n\nMajor General Mart Tamm, Deputy Chief\nMajor General Pekka Salo, Deputy Chief", id="no colon"
        ),
        pytest.param("Present:\nMajor General Mart Tamm (Estonia)\nMajor General Pekka Salo (Finland)", id="states in brackets"),
        pytest.param(
            "Estonian delegation\n\nMajor General Mart Tamm, Deputy Chief\n\nFinnish delegation\n\nMajor General Pekka Salo, Deputy Chief",
            id="a list for each",
        ),
        pytest.param(
            "The Estonian side was represented by:\n\n- General Mart Tamm\n\nThe Finnish side was led by:\n\n- General Pekka Salo",
            id="a sentence that leads to each",
        ),
    ],
)
def test_a_closing_list_tells_who_took_part(text: str) -> None:
    assert listed(text) == ("Mart Tamm", "Pekka Salo")


@pytest.mark.parametrize(
    "text",
    [pytest.param("Participants of the marathon", id="a headline"), pytest.param("Delegations\n\nRelated news", id="a list of links")],
)
def test_what_only_looks_like_the_head_of_a_list_does_not(text: str) -> None:
    assert listed(text) == ()


@pytest.mark.parametrize(
    ("line", "states"),
    [
        pytest.param(
            "The chiefs of general staff of the Visegrád Four held talks in Brno on Friday.", ("CZ", "HU", "PL", "SK"), id="a name"
        ),
        pytest.param("The defence ministers of the three Baltic states met in Riga on Friday.", ("EE", "LT", "LV"), id="counted"),
        pytest.param("The ministers of the Weimar Triangle met in Weimar on Friday.", ("DE", "FR", "PL"), id="a triangle"),
    ],
)
def test_groups_of_states_are_their_states(line: str, states: tuple[str, ...]) -> None:
    (meeting,) = told(f"BRNO, 12 May 2023 – {line}")
    assert meeting.countries == states


def test_states_that_were_also_present_took_part() -> None:
    (meeting,) = told(
        "LIMA, 12 May 2023 – The chiefs of defence of Chile, Peru and Brazil met in Lima on Friday. Panama and Belize, were also present."
        " Cuba also sent a letter."
    )
    assert meeting.countries == ("BR", "BZ", "CL", "PA", "PE")


def test_she_is_the_one_spoken_of_and_not_who_was_also_present() -> None:
    (_, second) = told(f"{OPENING} Colonel Hugo Paz of Chile was also present. Afterwards she received Ambassador Eva Lind of Sweden.")
    assert second.people == ("Ana Popa", "Eva Lind")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Peru and Chile agreed to draw closer following a quiet visit to the country by General Luis Roca, Chief of the Defence Staff"
            " of Chile, on Wednesday.",
            [("visit", ("Luis Roca",))],
            id="a visit that something follows",
        ),
        pytest.param(
            "Minister Ana Popa of Peru spoke at length and discussed with General Luis Roca, Chief of the Defence Staff of Chile, the need"
            " of help on Friday during a courtesy call at the end of the closing ceremony of Exercise Condor.",
            [("meeting", ("Ana Popa", "Luis Roca"))],
            id="talks beside an exercise",
        ),
    ],
)
def test_visits_and_talks_beside_something_else(body: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(meeting.kind, meeting.people) for meeting in told(body)] == expected


def test_the_joint_delegation_of_two_states_is_led_by_both_who_came() -> None:
    opening = "LIMA, 12 May 2023 – The Romanian Minister Ana Popa and her Bulgarian counterpart Ivo Kolev visited Lima on Friday."
    meetings = told(f"{opening} The joint Romanian-Bulgarian delegation held talks with Peruvian Defence Minister Luis Roca.")
    assert any({"Ana Popa", "Ivo Kolev", "Luis Roca"} <= set(meeting.people) for meeting in meetings)
