"""On which side somebody stands who is received, receives, comes with another or is met in a house of a state."""

from __future__ import annotations

import pytest

from tests.engine.test_people_abroad import read

HOST = "The Minister of Defence, Mr. Ion Popa, received the Georgian Minister of Defence, Mr. Zaza Beridze, in Bucharest. "


def countries(body, publisher="Ministry of Defence of Romania"):
    return {name: person.country for name, person in read(body, publisher=publisher).items()}


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        pytest.param("General Popa welcomed General Ana Lind to Bucharest.", "GE", id="welcomed to the host’s town"),
        pytest.param("General Popa received the visiting General Ana Lind.", "GE", id="visiting"),
        pytest.param("General Popa received General Ana Lind during her visit.", "GE", id="during a visit"),
        pytest.param("Mr. Beridze came with General Ana Lind.", "GE", id="came with the guest"),
        pytest.param("Mr. Popa came with General Ana Lind.", "RO", id="came with the host"),
        pytest.param("General Popa welcomed General Ana Lind to the staff.", "RO", id="near miss: one of their own"),
    ],
)
def test_whose_somebody_is_who_is_received(sentence, country):
    assert countries(HOST + sentence)["Ana Lind"] == country


def test_he_is_the_one_of_whom_the_sentences_before_tell():
    body = (
        "The Chief of Staff, General Ion Popa, arrived in Tbilisi on a visit to Georgia. He was welcomed at the airport by General Zaza"
        " Beridze. He was accompanied by Colonel Ana Lind, Director of Plans."
    )
    assert countries(body)["Ana Lind"] == "RO"


def test_who_receives_in_a_house_of_a_state_is_of_that_state():
    body = "The guests visited the Pakistan Naval Academy, where the Commandant, Commodore Ana Lind, briefed them."
    assert countries(body)["Ana Lind"] == "PK"


def test_who_welcomes_aboard_is_of_the_navy_whose_ship_it_is():
    assert countries("Admiral Popa was welcomed aboard ROKS Hwarang by Captain Ana Lind.")["Ana Lind"] == "KR"


def test_a_secretary_of_an_embassy_is_of_the_state_of_the_envoys():
    body = "Minister Ion Popa received the Russian Defence Attaché, Colonel Igor Orlov. The Second Secretary, Ms. Ana Lind, came too."
    assert countries(body)["Ana Lind"] == "RU"


@pytest.mark.parametrize(
    ("clause", "country"),
    [
        pytest.param(", who is on a three-day visit,", "RO", id="on a visit"),
        pytest.param(", currently visiting Bucharest,", "RO", id="visiting"),
    ],
)
def test_a_release_is_of_the_state_of_who_met_a_visitor(clause, country):
    body = (
        f"The Chief of Staff of the Romanian Army, General Ion Popa, met the Commander of the Georgian Army, General Zaza Beridze{clause}"
        " for talks. It was attended by the Director of Training, Colonel Ana Lind, and the Attaché of Georgia, Colonel Eka"
        " Kldia. Last month, Romania’s Ambassador to Georgia, Mr. Dan Rusu, met General Beridze in Tbilisi."
    )
    assert countries(body, publisher=None)["Ana Lind"] == country


def test_an_attache_to_be_sent_is_no_journey():
    body = "The Chief of Staff, General Ion Popa, received Colonel Zaza Beridze, Defence Attaché of Georgia."
    found = read(body, title="Romania to appoint attaché in Georgia", publisher="Ministry of Defence of Romania")
    assert found["Ion Popa"].country == "RO"


def test_a_host_is_no_countryman_of_the_envoy_he_receives():
    body = (
        "Colonel Juan Roca flew to Oslo for talks with the Norwegian Chief of Defence, General Nils Berg. On the same day, the Deputy"
        " Chief of Staff, General Luis Soto, received Colonel Odd Lie, Defence Attaché of Norway."
    )
    assert countries(body, publisher="Ministry of Defence of Peru")["Luis Soto"] == "PE"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Mr. Kyaw Zaw of Myanmar and U Min Thein, Director of Plans, came.", "Min Thein"),
        ("The Myanmar Ambassador to Peru, U Win Soe, came.", "Win Soe"),
        ("The envoy of Viet Nam and Ms. Trịnh Thu Hằng came.", "Trịnh Thu Hằng"),
        ("M. Sgt. Tyrone Smith of the U.S. Army came.", "Tyrone Smith"),
    ],
)
def test_names_are_read_whole(body, name):
    assert name in read(body)


@pytest.mark.parametrize("site", ["Prince George Wharf", "Admiral Larkin Quay", "the Marshal Rondon Order", "General Osei Avenue"])
def test_sites_and_orders_bear_names_and_are_nobody(site):
    assert not read(f"The ships were shown at {site} to the public.")
