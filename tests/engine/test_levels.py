"""How senior an office is."""

from __future__ import annotations

import pytest

from ingest.engine.levels import level


@pytest.mark.parametrize(
    ("rank", "position", "organization", "expected"),
    [
        pytest.param(None, "President", None, 1, id="a head of state"),
        pytest.param(None, "Prime Minister", None, 1, id="a head of government"),
        pytest.param(None, "King", None, 1, id="a king"),
        pytest.param(None, "President", "Air Force Women Welfare Association", 5, id="the president of an association is none"),
        pytest.param(None, "Deputy Prime Minister", None, 2, id="a deputy prime minister"),
        pytest.param("General", "Minister of Defence", None, 2, id="a general as minister"),
        pytest.param(None, "Secretary of Defense", None, 2, id="a secretary of defense"),
        pytest.param(None, "Secretary of State for Defence", None, 2, id="a British secretary of state"),
        pytest.param(None, "Deputy Minister of Defence", None, 3, id="a deputy minister"),
        pytest.param(None, "State Secretary for Defence Policy", None, 3, id="a state secretary"),
        pytest.param(None, "Under Secretary of Defense for Policy", None, 3, id="an under secretary"),
        pytest.param("General", "Chief of the Defence Staff", None, 3, id="a chief of defence"),
        pytest.param("Admiral", "Chairman", "Joint Chiefs of Staff", 3, id="a chairman of joint chiefs"),
        pytest.param("General", "Chief", "General Staff of the Armed Forces of Moldova", 3, id="a chief of a general staff"),
        pytest.param("Brigadier General", "Deputy Chief", "General Staff", 5, id="his deputy"),
        pytest.param("Vice Admiral", "Chief of the Naval Staff", None, 4, id="a service chief"),
        pytest.param("Admiral", "Commander", "U.S. Indo-Pacific Command", 4, id="a theatre commander"),
        pytest.param("Major General", "Commander", "5th Infantry Division", 5, id="a division commander"),
        pytest.param(None, "Ambassador", None, 5, id="an ambassador"),
        pytest.param(None, "Deputy Director for Euro-Atlantic Security", None, 5, id="a deputy director"),
        pytest.param("Colonel", "Defence Attaché", None, 6, id="an attaché"),
        pytest.param(None, "Press Secretary", "Pentagon", 6, id="a press secretary is no secretary"),
        pytest.param(None, "Advisor to the Vice President", None, 6, id="an advisor to the great"),
        pytest.param("Rear Admiral", "spokesperson", None, 5, id="no admiral is below 5"),
        pytest.param("Major General", None, None, 5, id="a general without office"),
        pytest.param("Lieutenant Colonel", None, None, 6, id="a colonel without office"),
        pytest.param(None, "Vice-Rapporteur Extraordinary", None, None, id="an office that the table does not know"),
        pytest.param(None, "President", "European Commission", 1, id="who sits with heads of government"),
        pytest.param(None, "Executive Vice President", "European Commission", 5, id="a vice president of the Commission does not"),
        pytest.param(None, "Secretary General", "NATO", 2, id="who sits with ministers"),
        pytest.param(None, "Deputy Secretary General", "NATO", 5, id="a deputy of who sits with ministers"),
        pytest.param("Admiral", "Chair", "NATO Military Committee", 3, id="who sits with chiefs of defence"),
        pytest.param("Rear Admiral", "Chief of the Naval Staff", "Ghana Armed Forces", 4, id="a service chief of named forces"),
        pytest.param("General", "Chief of Staff", "Japan Air Self-Defense Force", 4, id="a chief of staff of a service"),
        pytest.param("Vice Admiral", "Chief", "Hellenic Navy General Staff", 4, id="a general staff of one service"),
        pytest.param("General", "Chief", "General Staff of the Azerbaijan Army", 3, id="an army that is all forces"),
        pytest.param("General", "Commander", "Estonian Defence Forces", 3, id="a commander of all forces"),
        pytest.param("Captain", "Contingent Commander", "Armed Forces of Montenegro", 5, id="a contingent of them"),
        pytest.param("Rear Admiral", "Chief of Defence Intelligence", "Defence Headquarters", 5, id="a branch of the staff"),
        pytest.param("Rear Admiral", "Commander", "Sixth Fleet", 5, id="a fleet is no service"),
        pytest.param(None, "Secretary of State", "Ministry of National Defence", 3, id="a state secretary of a ministry"),
        pytest.param(None, "Secretary of State for Defence", "Ministry of Defence", 2, id="a secretary of state who heads it"),
        pytest.param(None, "Deputy Prime Minister", "Ministry of National Defence", 2, id="a deputy prime minister with a ministry"),
        pytest.param(None, "Deputy Assistant Secretary of Defense for the Middle East", None, 5, id="two steps below a secretary"),
        pytest.param(None, "Counsel to the Vice President", None, 6, id="a counsel to the great"),
        pytest.param(None, "Special Envoy of the President", None, 5, id="an envoy of the great"),
        pytest.param(None, "Director for External Affairs", "Office of the National Security Adviser", 5, id="an office of the great"),
        pytest.param(None, None, None, None, id="nothing told"),
    ],
)
def test_level(rank: str | None, position: str | None, organization: str | None, expected: int | None) -> None:
    assert level(rank, position, organization=organization) == expected
