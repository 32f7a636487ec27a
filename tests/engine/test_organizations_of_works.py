"""Works, schools and halls, bodies of unions by their letters, and what a headline takes for a name. All names are invented."""

from __future__ import annotations

import pytest

from tests.engine.test_organizations_manners import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("He toured the Larvik Aeronautical Complex at Larvik.", ["Larvik Aeronautical Complex"], id="works"),
        pytest.param("He toured the hotel complex and the Larvik Sports Complex.", [], id="near miss: houses"),
        pytest.param("Pupils of Larvik Primary School came.", ["Larvik Primary School"], id="a primary school"),
        pytest.param("Pupils of a primary school came.", [], id="near miss: any school"),
        pytest.param("It opened at the Larvik National Convention Centre (LNCC).", [], id="a hall"),
        pytest.param("It opened at the Larvik National Salvage Centre (LNSC).", ["Larvik National Salvage Centre"], id="near miss: a body"),
        pytest.param("He is at Joint Staff Headquarters (JSHQ), Larvik.", ["Joint Staff Headquarters"], id="a joint staff"),
        pytest.param("She is president of LARNAV Chile, which builds ships.", ["LARNAV Chile"], id="letters and a state"),
        pytest.param("She is president of Chile.", [], id="near miss: a state"),
        pytest.param("the 19th East African Community (EAC) exercise", ["East African Community"], id="what a union does is counted"),
    ],
)
def test_works_schools_and_halls(text: str, names: list[str]) -> None:
    assert [body.name for body in read(text)] == names


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        pytest.param("the European Union Naval Force (EU NAVFOR) sailed.", "EU NAVFOR", id="of the EU"),
        pytest.param("the United Nations Salvage Service (UN SALV) sailed.", "UN SALV", id="of the UN"),
    ],
)
def test_letters_that_open_with_those_of_a_union(text: str, letters: str) -> None:
    (body,) = read(text)
    assert letters in body.aliases
