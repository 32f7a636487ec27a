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
        pytest.param(None, None, None, None, id="nothing told"),
    ],
)
def test_level(rank: str | None, position: str | None, organization: str | None, expected: int | None) -> None:
    assert level(rank, position, organization=organization) == expected
