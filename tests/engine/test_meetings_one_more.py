"""One more meeting of a guest, told by its noun, by its host alone or by its day; and who was welcomed on a day in an office.

Near misses stand beside hits. All names are invented.
"""

from __future__ import annotations

import pytest

from tests.engine.test_meetings_on_tour import told

VISIT = (
    "The Chief of Defence of Norway, General Ola Berg, arrived on Monday for a visit to Peru. "
    "He met with Minister of Defence Luis Roca of Peru at the ministry in Lima. They spoke about mine clearance. "
)
NAVY = "the Commander of the Peruvian Navy, Admiral Eva Vega"
FIRST = ": Berg Roca"


def met(line: str) -> list[str]:
    """Who was at each meeting of the visit, with one more line about it."""
    return [each[each.index(":") :] for each in told(VISIT + line)]


@pytest.mark.parametrize(
    "line",
    [
        f"There followed a working lunch with {NAVY}.",
        f"Next on the programme was a meeting with {NAVY}.",
        f"Thereafter a meeting was arranged with {NAVY}.",
        f"One-on-one talks with {NAVY}, rounded off the day.",
        f"On Tuesday, consultations with {NAVY}, were devoted to training.",
        f"The programme also included talks with {NAVY}.",
        f"Salvage was on the agenda of the conversation with {NAVY}.",
        f"The last stop was Callao, with a call on {NAVY}.",
        f"The visit ended with a dinner hosted by {NAVY}.",
        f"On Tuesday the visitors were the guests of {NAVY}.",
        f"On Tuesday he called at the headquarters of the Navy to see {NAVY}.",
        f"The delegation also made the acquaintance of {NAVY}.",
        "Admiral Eva Vega of the Peruvian Navy, in turn, received the guest at her headquarters.",
        "Admiral Eva Vega of the Peruvian Navy gave a lunch in honour of the visitors.",
        "Admiral Eva Vega of the Peruvian Navy held a reception for the delegation.",
        f"On Tuesday General Berg and {NAVY}, discussed salvage.",
        f"On Tuesday General Berg discussed salvage with {NAVY}.",
    ],
)
def test_one_more_meeting_of_the_guest(line: str) -> None:
    assert [set(each.split()) for each in met(line)] == [set(FIRST.split()), {":", "Berg", "Vega"}]


@pytest.mark.parametrize(
    "line",
    [
        f"The meeting was also attended by {NAVY}.",
        f"At the table with him was {NAVY}.",
        f"General Berg praised {NAVY}, for the training of divers.",
        f"The delegation will recall the name of {NAVY}.",
        f"General Berg invited {NAVY}, to talks with his staff.",
        f"He welcomed the appointment of {NAVY}.",
        "The meeting with Minister Roca dealt with mine clearance.",
        "Talks with Minister Roca were devoted to mine clearance.",
        "The programme also included a walk through Lima with the staff.",
        "On Tuesday General Berg discussed salvage with his staff.",
    ],
)
def test_near_misses_are_no_further_meeting(line: str) -> None:
    assert len(met(line)) == 1


@pytest.mark.parametrize(
    ("line", "second"),
    [
        pytest.param("The visiting General had earlier in the day paid a courtesy call on", True, id="the visiting general"),
        pytest.param("Before the talks, the visiting Norwegian officer called on", True, id="the visiting officer"),
        pytest.param("The Minister had earlier in the day spoken of", False, id="near miss: spoken of"),
    ],
)
def test_the_visiting_one_is_the_guest(line: str, second: bool) -> None:
    found = met(f"{line} {NAVY}.")
    assert [set(each.split()) for each in found[1:]] == ([{":", "Berg", "Vega"}] if second else [])


def test_the_guests_were_briefed_where_they_went() -> None:
    found = met("On the second day, the guests toured the base in Callao, where Admiral Eva Vega of the Peruvian Navy briefed them.")
    assert [set(each.split()) for each in found[1:]] == [{":", "Berg", "Vega"}]


def test_what_was_presented_is_of_the_states_told_before() -> None:
    shown = "The boats were presented on Tuesday during a ceremony at Callao."
    found = told(f"The Peruvian Navy has received two boats from the Government of Chile. {shown}")
    assert [each[: each.index(":")] for each in found] == ["ceremony 2024-03-12 Callao"]
    assert not told(f"The Peruvian Navy has two new boats. {shown}")


@pytest.mark.parametrize(
    ("behind", "is_met"),
    [
        pytest.param("on Monday in his office the Commander of the Chilean Navy, Admiral Eva Vega", True, id="day and office"),
        pytest.param("today Admiral Eva Vega of Chile", True, id="today"),
        pytest.param("on Sunday 28 April at the seat of the ministry the Ambassador of Chile, Eva Vega", True, id="day and seat"),
        pytest.param("in Callao yesterday his Chilean counterpart, Eva Vega", True, id="town and day"),
        pytest.param("on Monday the decision of Minister Eva Vega of Chile to send two ships", False, id="near miss: a decision"),
        pytest.param("on Monday the visit announced by Minister Eva Vega of Chile", False, id="near miss: a visit to come"),
        pytest.param("in May the new government of Prime Minister Eva Vega of Chile", False, id="near miss: a government"),
    ],
)
def test_welcomed_on_a_day(behind: str, is_met: bool) -> None:
    assert bool(told(f"The Minister of Defence of Peru, Luis Roca, welcomed {behind}.")) is is_met


@pytest.mark.parametrize(
    ("line", "in_port"),
    [
        pytest.param("The Peruvian Navy frigate Sol was received on Monday, 11 March, at the Arica Naval Base.", True, id="received"),
        pytest.param("The Peruvian frigate Sol made port in Arica, Chile, on Monday.", True, id="made port"),
        pytest.param("The Peruvian frigate Sol steamed into Valparaiso on Monday for a stay of four days.", True, id="steamed in"),
        pytest.param("The Peruvian frigate Sol is making a port call at Valparaiso, Chile, from 11 to 15 March.", True, id="several days"),
        pytest.param("The frigate Sol of the Peruvian Navy was received into service in Callao in 1999.", False, id="near miss: service"),
    ],
)
def test_a_ship_in_port_is_told_beside_the_calls_of_her_commander(line: str, in_port: bool) -> None:
    call = "On Tuesday her commander, Commander Luis Roca of the Peruvian Navy, called on Admiral Eva Vega of the Chilean Navy."
    found = [each.split(" ")[0] for each in told(f"{line} {call}")]
    assert found == (["visit", "meeting"] if in_port else ["meeting"])
