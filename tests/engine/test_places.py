"""Cities, bases and venues, and the country they lie in."""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import places
from ingest.engine.types import Release


def found(body: str) -> list[tuple[str, str | None]]:
    return [(place.name, place.country) for place in places.find(passages.of(Release(title="", body=body)))]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("They met in Lisbon.", ("Lisbon", "PT"), id="city"),
        pytest.param("They met in Split.", ("Split", "HR"), id="plain word after a preposition"),
        pytest.param("Talks at the Pentagon went on.", ("Pentagon", "US"), id="seat of a ministry"),
        pytest.param("India came. They met in Bali.", ("Bali", "ID"), id="known all over the world, and no town of a state that is named"),
        pytest.param("Portugal came. They met in Barcelos.", ("Barcelos", "PT"), id="near miss: a town of a state that is named"),
        pytest.param("They met in Sicily.", ("Sicily", "IT"), id="an island"),
        pytest.param("Georgian guards trained in Zelovo, Georgia.", ("Zelovo", "GE"), id="the state of the Georgians"),
        pytest.param("U.S. guards trained in Zelovo, Georgia.", ("Zelovo", "US"), id="near miss: the state of the United States"),
        pytest.param("They trained in Tripoli, Lebanon.", ("Tripoli", "LB"), id="the country behind it decides"),
        pytest.param("A visit to Anyang city of the Republic of Korea (RoK) ended.", ("Anyang", "KR"), id="city of a state"),
        pytest.param("They trained at Zelovo Air Base.", ("Zelovo Air Base", None), id="base that no table knows"),
        pytest.param("A visit to Fort Haldane, Texas.", ("Fort Haldane", "US"), id="fort in a US state"),
        pytest.param("Workshops in Kralovice, Slovakia, ended.", ("Kralovice", "SK"), id="unknown name before its country"),
        pytest.param("They met in Oldehove and left.", ("Oldehove", None), id="name that no table knows, after in"),
        pytest.param("They prayed at the Turin War Cemetery.", ("Turin War Cemetery", "IT"), id="city in the name of a site"),
        pytest.param("Talks at Peru’s National Palace went on.", ("National Palace", None), id="state before a palace"),
        pytest.param("They met at St. Oswin Barracks.", ("St. Oswin Barracks", None), id="a saint in the name of a site"),
        pytest.param("They met at Base Camp Zelovo.", ("Base Camp Zelovo", None), id="a base camp before its name"),
        pytest.param("They met at Military Base Zelovo.", ("Military Base Zelovo", None), id="a base before its name"),
        pytest.param("They met at Air Force Station Zelovo.", ("Air Force Station Zelovo", None), id="an air force station"),
        pytest.param("He called at the Palazzo Ombra.", ("Palazzo Ombra", None), id="palace in Italian"),
        pytest.param("They met at the Castle of Good Sight.", ("Castle of Good Sight", None), id="a castle of something"),
        pytest.param("Talks at the Palacio de La Roca went on.", ("Palacio de La Roca", None), id="palace in Spanish"),
        pytest.param("They met at the Hotel Belmar.", ("Hotel Belmar", None), id="a hotel before its name"),
        pytest.param("They met at Villa Oldehove.", ("Villa Oldehove", None), id="a villa before its name"),
        pytest.param("Talks at King’s House went on.", ("King’s House", None), id="the house of a king"),
        pytest.param("Talks at Governor’s House went on.", ("Governor’s House", None), id="the house of a governor"),
        pytest.param("They met at Belmar House, as planned.", ("Belmar House", None), id="house in which somebody is"),
        pytest.param(
            "They trained at the Zelovski training ground.", ("Zelovski training ground", None), id="training ground in small letters"
        ),
        pytest.param("FORT ZELOVO, Kralovo – They met.", ("Fort Zelovo", None), id="fort of a dateline in capitals"),
        pytest.param(
            "They met in Victoria Falls in Zimbabwe.", ("Victoria Falls", "ZW"), id="falls called as a city, and the country behind in"
        ),
        pytest.param(
            "Troops of Chile and Peru at the Turin Naval Base.",
            ("Turin Naval Base", None),
            id="site of one of the states, named for another’s city",
        ),
        pytest.param("They met at HMAS Kirribell.", ("HMAS Kirribell", None), id="a shore base"),
        pytest.param("A visit to the base in the city of Haversund in the north.", ("Haversund", None), id="unknown name of a city"),
        pytest.param("They met at the headquarters, Haversund, today.", ("Haversund", None), id="unknown name behind a headquarters"),
        pytest.param("He put into the port of Haversund on Monday.", ("Haversund", None), id="unknown name of a port"),
        pytest.param("The base of Camp “Zelovo” in the north.", ("Camp Zelovo", None), id="camp in quotation marks"),
        pytest.param("They met at the “Rado Zelov” Barracks.", ("Rado Zelov Barracks", None), id="barracks in quotation marks"),
        pytest.param("They met at the Belmar House Friday.", ("Belmar House", None), id="house before a weekday"),
        pytest.param("SWAKOPMUND, 28 Sept – Namibia agreed.", ("Swakopmund", "NA"), id="small town of a dateline"),
        pytest.param("The Namibian and Angolan chiefs met at Walvis Bay on Friday.", ("Walvis Bay", "NA"), id="a town of plain words"),
        pytest.param("In Suva, Australia and Fiji agreed.", ("Suva", "FJ"), id="a list of sides is no address"),
    ],
)
def test_places_are_found_with_their_country(body: str, place: tuple[str, str | None]) -> None:
    assert found(body) == [place]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Split the costs evenly.", id="plain word"),
        pytest.param("Guards from North Carolina and South Dakota agreed.", id="a state of America, and no town called as it"),
        pytest.param("The commander of the forces in Asia-Pacific, and in Oceania.", id="parts of the world"),
        pytest.param("Group Captain Emma Bolton spoke. Bolton smiled.", id="family name, and its short form"),
        pytest.param("The White House said so.", id="a body that speaks"),
        pytest.param("Under the Washington Treaty.", id="treaty named for a city"),
        pytest.param("Secretary Austin agreed.", id="family name after an office"),
        pytest.param("The attaché to Peru, Coronel Roca, agreed.", id="a rank in Spanish that a town bears"),
        pytest.param("They met in November and in Parliament.", id="month and body after in"),
        pytest.param("Ships in Operation Sentinel and in ASEAN waters.", id="operation and acronym after in"),
        pytest.param("They bought Belmar House from Oldway Building Services.", id="houses in which nobody is"),
        pytest.param("The frigate trained with HMAS Kirribell and others.", id="a ship that is called as shore bases are"),
        pytest.param("Djibouti's chief of defence met Singapore Minister Tan Wei.", id="cities that are called as their states"),
        pytest.param("The Naval Base Commander agreed.", id="the commander of a base"),
        pytest.param("The Hotel Association agreed.", id="a hotel in which nobody is"),
        pytest.param("Talks at Peru’s House went on.", id="the house of a state"),
        pytest.param("Namibian officers serve at Walvis Bay’s yards.", id="whose town it is"),
        pytest.param("Stability in Europe and in Africa.", id="parts of the world after in"),
        pytest.param("Defence Minister Rosa Villa spoke.", id="a surname that is a site elsewhere"),
    ],
)
def test_other_words_are_no_places(body: str) -> None:
    assert found(body) == []


def test_a_site_or_unknown_name_lies_in_the_country_of_the_city_behind_it() -> None:
    assert found("They trained at Kestrel Barracks in Turin.") == [("Kestrel Barracks", "IT"), ("Turin", "IT")]
    assert found("They met in Oldehove in Turin.")[0] == ("Oldehove", "IT")
    assert found("They trained at Kestrel Barracks, Roca Point in Turin.")[0] == ("Kestrel Barracks", "IT")


@pytest.mark.parametrize(
    ("body", "country"),
    [
        pytest.param("Estonian and Latvian sailors met in Haapsalu.", "EE", id="small town of a state that is named"),
        pytest.param("Sailors met in Haapsalu.", None, id="small town of a state that is not named"),
        pytest.param("Chilean and Peruvian sailors met in Chancay.", "PE", id="small town of one of the sides"),
    ],
)
def test_small_town_lies_in_a_state_that_the_release_names(body: str, country: str | None) -> None:
    assert found(body)[-1][1] == country


def test_a_short_word_that_is_a_town_elsewhere_only_begins_a_longer_name() -> None:
    assert found("The ships lay at San Eusebio Naval Base in Ecuador.") == [("San Eusebio Naval Base", "EC")]
