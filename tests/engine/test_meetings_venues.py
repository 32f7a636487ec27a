"""The host of talks of two states that were held in one of them, where nobody is said to have received."""

from __future__ import annotations

import pytest

from tests.engine.test_meetings import only


@pytest.mark.parametrize(
    ("line", "host"),
    [
        pytest.param("General Ana Popa of Romania met Colonel Luis Roca of Peru in Lima on 3 May 2024.", "PE", id="in the guest's words"),
        pytest.param("Colonel Luis Roca of Peru held talks with General Ana Popa of Romania in Bucharest.", "RO", id="at the other's"),
        pytest.param("General Ana Popa of Romania will meet Colonel Luis Roca of Peru in Lima on 3 May 2024.", "PE", id="planned"),
    ],
)
def test_a_state_in_which_two_met_was_the_host(line: str, host: str) -> None:
    meeting = only(line)
    assert meeting.host == host
    assert {each.side for each in meeting.participants} == {"host", "guest"}
    assert dict(meeting.evidence)["host"].rule == "meetings.at-home"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("General Ana Popa of Romania met Colonel Luis Roca of Peru in Geneva on 3 May 2024.", id="elsewhere"),
        pytest.param(
            "General Ana Popa of Romania met Colonel Luis Roca of Peru in Lima on the sidelines of the Andean Forum.", id="on the sidelines"
        ),
        pytest.param("General Ana Popa of Romania met Colonel Luis Roca of Peru at the Romanian Embassy in Lima.", id="at an embassy"),
        pytest.param("Romania, Peru and Chile held trilateral talks in Lima on 3 May 2024.", id="of three"),
        pytest.param("General Ana Popa of Romania spoke by telephone with Colonel Luis Roca of Peru.", id="a call"),
    ],
)
def test_where_the_place_says_nothing_of_the_host_none_is_told(line: str) -> None:
    assert only(line).host is None


def test_who_received_stays_the_host() -> None:
    meeting = only("General Ana Popa of Romania received Colonel Luis Roca of Peru in Bucharest on 3 May 2024.")
    assert meeting.host == "RO"
    assert dict(meeting.evidence)["host"].rule == "meetings.received"
