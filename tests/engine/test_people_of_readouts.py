"""Whose an official is in a readout who is met abroad, or visits. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param(
            "U.S. National Security Advisor Lena Harte visited New Delhi, India. She met with Indian Prime Minister Amar Senda, Defence"
            " Minister Ravi Dasan, and her counterpart National Security Advisor Arun Royan.",
            "Arun Royan",
            "IN",
            id="a counterpart at the end of a list is of the state of those listed",
        ),
        pytest.param(
            "U.S. National Security Advisor Lena Harte met with her counterpart National Security Advisor Arun Roy of India.",
            "Arun Roy",
            "IN",
            id="near miss: a counterpart by himself",
        ),
        pytest.param(
            "BOGOTA – During her visit to Bogota this week, Secretary Lena Harte saw a laboratory of Colombia’s Attorney General.",
            "Lena Harte",
            None,
            id="a visitor is not of the state of the dateline",
        ),
        pytest.param(
            "Law Minister Lena Harte met a delegation from the Kenyan Board of Trade today.",
            "Lena Harte",
            None,
            id="who meets a delegation of a body is not of its state",
        ),
    ],
)
def test_whose_an_official_is(text: str, name: str, country: str | None) -> None:
    assert read(text)[name].country == country
