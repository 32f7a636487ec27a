"""Names that are words or titles as well, and names of many cultures: one sentence each, near misses beside hits."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("Secretary Jose L. dela Peralta met them.", "Jose L. dela Peralta", id="an initial before a particle"),
        pytest.param("Admiral Jan P. van der Holt spoke.", "Jan P. van der Holt", id="an initial before two particles"),
        pytest.param("Defence Minister Sultan Kamalov spoke.", "Sultan Kamalov", id="a sultan by name behind an office"),
        pytest.param("Minister of Defence Sultan Kamalov spoke.", "Sultan Kamalov", id="a sultan by name behind a field"),
        pytest.param("The Minister of Defence, Sultan Kamalov, spoke.", "Sultan Kamalov", id="a sultan by name in apposition"),
        pytest.param("Canadian Ambassador Dean Walters spoke.", "Dean Walters", id="a dean by name"),
        pytest.param("They met General Santiago Valencia Toro in Quito.", "Santiago Valencia Toro", id="two words that are towns as well"),
        pytest.param("Brigadier Ret'd Mark Phelps spoke.", "Mark Phelps", id="retired, without brackets"),
        pytest.param("Colonel (Ret.) Amir Hatemi spoke.", "Amir Hatemi", id="an emir by name behind a bracket"),
        pytest.param("Chilean Ambassador to Nepal Amir Hatemi spoke.", "Amir Hatemi", id="an emir by name behind the state he serves in"),
        pytest.param("Mr. Prince Addo spoke.", "Prince Addo", id="a prince by name"),
        pytest.param("Major General Prince Addo spoke.", "Prince Addo", id="a prince by name behind a rank"),
        pytest.param("Minister Sunday Okonjo spoke.", "Sunday Okonjo", id="a day"),
        pytest.param("Rear Admiral June Halloran spoke.", "June Halloran", id="a month"),
        pytest.param("Colonel Will Braxton spoke.", "Will Braxton", id="a verb"),
        pytest.param("The Deputy Minister of Defence Comfort Addo spoke.", "Comfort Addo", id="a virtue behind a field"),
        pytest.param("President Win Myaing spoke.", "Win Myaing", id="a syllable that is English"),
        pytest.param("Admiral Clare French spoke.", "Clare French", id="a surname that is a people"),
    ],
)
def test_a_word_that_is_a_name(body, name):
    assert name in read(body)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("His Majesty Sultan Haitham bin Tarik spoke.", "Haitham bin Tarik", id="a ruler"),
        pytest.param("Defence Minister Prince Khalid bin Salman spoke.", "Khalid bin Salman", id="a prince who is a minister"),
        pytest.param("The Deputy Dean Carla Rossi spoke.", "Carla Rossi", id="a dean by office"),
        pytest.param("Defence Minister Ana Popa told the Sunday paper.", "Ana Popa", id="a day that is one"),
        pytest.param("Minister of Defence Progress Committee Chair Ana Popa spoke.", "Ana Popa", id="a body called after a virtue"),
        pytest.param("Captain Ana Popa met Luis French counterpart Marc Roy.", "Marc Roy", id="a people before a counterpart"),
    ],
)
def test_a_word_that_is_none(body, name):
    assert name in read(body)


def test_a_month_cut_short_behind_its_day_is_nobody():
    assert set(read("In the evening of 8 Mar, after a visit, the commander of the fleet, Rear Admiral Jan Poe, came.")) == {"Jan Poe"}


@pytest.mark.parametrize(
    ("body", "name", "spoken"),
    [
        pytest.param("Minister Getachew Belete came. Getachew said little.", "Getachew Belete", "Getachew", id="a first name of Ethiopia"),
        pytest.param("Minister Ana Ardiles Soto came. Ardiles said little.", "Ana Ardiles Soto", "Ardiles", id="the first of two surnames"),
        pytest.param("Minister Li Jianrong came. Minister Li said little.", "Li Jianrong", "Li", id="a family name that is a particle too"),
        pytest.param("Minister Jean d’Aubry came. d’Aubry said little.", "Jean d’Aubry", "d’Aubry", id="an article tied to a name"),
        pytest.param("Admiral Luis de la Vela Ríos came. De la Vela said little.", "Luis de la Vela Ríos", "De la Vela", id="particles"),
        pytest.param("Minister Ali AL DHAHERI came. Minister AL DHAHERI spoke.", "Ali AL DHAHERI", "AL DHAHERI", id="in capitals"),
    ],
)
def test_a_short_form_is_of_the_one_who_bears_it(body, name, spoken):
    found = read(body)
    assert list(found) == [name]
    assert any(body[each.start : each.end].endswith(spoken) for each in found[name].mentions[1:])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Minister Ana Roca and General Ana Popa came. Ana said little.", id="two of one given name"),
        pytest.param("Minister Paris Roca came. Paris said little.", id="a town"),
    ],
)
def test_a_given_name_that_may_be_another_is_nobody(body):
    assert all(len(person.mentions) == 1 for person in read(body).values())
