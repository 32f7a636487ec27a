"""Talks with those who command a mission were where it serves."""

from __future__ import annotations

import pytest

from ingest.engine import gazetteers, tables
from ingest.engine.rules.meetings import missions


@pytest.mark.parametrize(
    ("name", "land"),
    [
        pytest.param("UNIFIL", "LB", id="letters"),
        pytest.param("EUFOR Althea", "BA", id="letters in a name"),
        pytest.param("UN Mission in South Sudan", "SS", id="a name with its land"),
        pytest.param("EUTM Somalia", "SO", id="letters before a land"),
        pytest.param("Kosovo Force", "XK", id="a land first"),
        pytest.param("EU NAVFOR Somalia", None, id="a fleet at sea"),
        pytest.param("EUMAM Ukraine", None, id="a mission that serves elsewhere"),
        pytest.param("NATO", None, id="no mission"),
        pytest.param("United Nations", None, id="no mission either"),
        pytest.param("Chilean Space Force", None, id="a nation, and no land"),
    ],
)
def test_a_mission_serves_in_the_land_that_its_name_or_letters_say(name: str, land: str | None) -> None:
    assert missions.land_of(name) == land


def test_lands_of_missions_are_states_and_no_letters_stand_twice() -> None:
    lands = tables.read("missions.yaml")["lands"]
    letters = [each for names in lands.values() for each in names]
    assert len(letters) == len(set(letters))
    assert set(lands) <= {term.value for line in tables.text("gazetteers/countries.tsv").splitlines() for term in gazetteers.find(line)}
