"""Given names that are words of English, and officers whose rank is an office as well: hits and near misses."""

from __future__ import annotations

import pytest

from tests.engine.test_people_world import read


def told(body: str) -> list[tuple[str, str | None, str | None]]:
    """Name, rank and office of everybody in a sentence."""
    return [(name, person.rank, person.position) for name, person in read(body).items()]


@pytest.mark.parametrize("given", ["Ion", "Tea", "Mate", "Per", "Love", "Honest", "Men", "Dung", "An", "Toe", "Lovely", "Rein", "Harsh"])
@pytest.mark.parametrize(
    ("body", "rank", "position"),
    [
        pytest.param("The Minister of Defence of Chile, {} Rusunov, spoke.", None, "Minister of Defence", id="behind a comma"),
        pytest.param("Minister of Defence {} Rusunov spoke.", None, "Minister of Defence", id="behind a field"),
        pytest.param(
            "Minister of Defence General {} Rusunov spoke.", "General", "Minister of Defence", id="behind a rank that opens names of bodies"
        ),
    ],
)
def test_a_given_name_that_is_english(given, body, rank, position):
    assert told(body.format(given)) == [(f"{given} Rusunov", rank, position)]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param("Gift Rusunov, Minister of Defence of Chile, spoke.", ["Gift Rusunov"], id="at the head"),
        pytest.param(
            "Ana Popa, the Minister of Defence, and Tea Rusunov, Deputy Prime Minister, spoke.", ["Ana Popa", "Tea Rusunov"], id="and"
        ),
        pytest.param("They met Hope Rusunov, the Chilean Minister of Defence.", ["Hope Rusunov"], id="a state before the office"),
        pytest.param("With Gift Rusunov, a new era began.", [], id="no office behind"),
        pytest.param("Will Rusunov, minister of old, spoke.", [], id="a question"),
        pytest.param("The Minister of Defence Love Committee spoke.", [], id="no name behind the word"),
    ],
)
def test_a_given_name_that_only_its_office_behind_tells(body, names):
    assert list(read(body)) == names


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param("The Base Officer, Commander Berne Tingum, spoke.", ("Berne Tingum", "Commander", "Base Officer"), id="a town"),
        pytest.param("Commander Ann Cobb spoke.", ("Ann Cobb", "Commander", None), id="a town and no office"),
        pytest.param("Commander van der Linde spoke.", ("van der Linde", "Commander", None), id="particles"),
        pytest.param("Commander J. A. Cobb spoke.", ("J. A. Cobb", "Commander", None), id="initials"),
        pytest.param(
            "The Executive Officer, Commander Said bin Ali, spoke.", ("Said bin Ali", "Commander", "Executive Officer"), id="a verb"
        ),
        pytest.param("Commander Naples Garrison, Ana Popa, spoke.", ("Ana Popa", None, "Commander"), id="of a garrison"),
        pytest.param("Commander INS Vikram, Captain Ana Popa, spoke.", ("Ana Popa", "Captain", "Commander"), id="of a ship"),
    ],
)
def test_a_rank_that_is_an_office_too(body, person):
    assert told(body)[-1] == person


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param("Brigadier General Nii Armah Tingum spoke.", ("Nii Armah Tingum", "Brigadier General", None), id="a title of Accra"),
        pytest.param("Colonel Justice Tingum spoke.", ("Justice Tingum", "Colonel", None), id="a judge"),
        pytest.param("General Prince Arden Tingum of Liberia spoke.", ("Prince Arden Tingum", "General", None), id="a prince of Africa"),
        pytest.param("Major Baron Tingum flew to Malawi.", ("Baron Tingum", "Major", None), id="a baron of Africa"),
        pytest.param("Minister of Defence Winter Tingum spoke.", ("Winter Tingum", None, "Minister of Defence"), id="a season"),
        pytest.param("Defence Minister King Tingum spoke.", ("King Tingum", None, "Defence Minister"), id="a king without a kingdom"),
        pytest.param("The Minister for Defence, Peace Tingum, spoke.", ("Peace Tingum", None, "Minister for Defence"), id="a virtue"),
        pytest.param(
            "The Minister for Youth and Peace Carlos Tingum spoke.", ("Carlos Tingum", None, "Minister for Youth and Peace"), id="a field"
        ),
        pytest.param(
            "The Peace and Security Commissioner Bo Tingum spoke.", ("Bo Tingum", None, "Peace and Security Commissioner"), id="field first"
        ),
        pytest.param("General Prince Turki bin Larr of Kenya spoke.", ("Turki bin Larr", "General", None), id="a prince by his name"),
        pytest.param("General Prince Arden Tingum of Oman spoke.", ("Arden Tingum", "General", None), id="a prince of a kingdom"),
        pytest.param("The King of Jordan met the minister King Abdul.", ("Abdul", None, "King"), id="a king"),
    ],
)
def test_a_title_that_is_a_given_name(body, person):
    assert told(body)[-1] == person


@pytest.mark.parametrize(
    ("body", "person"),
    [
        pytest.param("The Governor of New Mexico Ada Tingum spoke.", ("Ada Tingum", "Governor of New Mexico", "US"), id="New"),
        pytest.param("North Dakota Governor Ada Tingum spoke.", ("Ada Tingum", "Governor", "US"), id="before the office"),
        pytest.param("Governor of Rhode Island Ada Tingum spoke.", ("Ada Tingum", "Governor of Rhode Island", "US"), id="an island"),
        pytest.param("The Premier of Nova Scotia Ada Tingum spoke.", ("Ada Tingum", "Premier of Nova Scotia", "CA"), id="a province"),
        pytest.param("The Governor of Quintana Roo Ada Tingum spoke.", ("Ada Tingum", "Governor of Quintana Roo", "MX"), id="a state"),
        pytest.param(
            "The Chief Minister of Tamil Nadu Ada Tingum spoke.", ("Ada Tingum", "Chief Minister of Tamil Nadu", "IN"), id="chief"
        ),
        pytest.param("The Governor of West Larria Ada Tingum spoke.", ("Ada Tingum", "Governor of West Larria", None), id="unknown"),
        pytest.param("Colonel Virginia Tingum spoke.", ("Virginia Tingum", None, None), id="a given name"),
        pytest.param("Director for Western Ada Tingum spoke.", ("Ada Tingum", "Director for Western", None), id="no part of the world"),
    ],
)
def test_a_part_of_a_state_is_no_part_of_a_name(body, person):
    assert [(name, each.position, each.country) for name, each in read(body).items()] == [person]
