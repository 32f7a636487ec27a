"""To which of several meetings somebody came, and on which day and in which town one was, where a noun of the sentence says it: "at the
signing", "prior to the ceremony", "flew to Borama, where". Names, dates and events are invented."""

# ruff: noqa: E501  a paragraph of a release stands on one line, as in a release

from __future__ import annotations

from typing import Any

import pytest

from ingest.engine.rules import titles
from ingest.engine.types import Person
from tests.engine.test_meetings import read
from tests.engine.test_meetings_of_ministries import CAST

CALL = "Rear Admiral Eva Lind called on General Ion Rusu in Bucharest on 14 May 2024. "
DINNER = "In the evening Rear Admiral Eva Lind was hosted to dinner in Constanța by Minister of National Defence Ana Popa. "
SIGNING = "General Ion Rusu and Rear Admiral Eva Lind signed a Memorandum on Salvage during a ceremony in Bucharest on 13 May 2024. "
PHONE = "Minister of National Defence Ana Popa spoke by telephone with Minister of Defence Mart Tamm of Estonia on 14 May 2024. "


def reported(body: str) -> list[dict[str, Any]]:
    """What the release reports: kind, day, town, family names."""
    rows = [row for row in CAST if row.split("|")[0] in body]
    found = [each for each in read("2024-05-15", "", body, rows, []) if each.status == "primary"]
    return [{"kind": each.kind, "day": each.date, "town": each.place, "who": {name.split()[-1] for name in each.people}} for each in found]


@pytest.mark.parametrize(
    ("body", "number", "comes"),
    [
        (CALL + DINNER + "Also present during the call was Colonel Luis Roca.", 0, True),
        (CALL + DINNER + "Also present during the call was Colonel Luis Roca.", 1, False),
        (CALL + DINNER + "Also present during the dinner was Colonel Luis Roca.", 1, True),
        (CALL + DINNER + "Colonel Luis Roca also attended.", 1, True),
        (SIGNING + DINNER + "Also at the signing was Colonel Luis Roca.", 0, True),
        (SIGNING + DINNER + "Also at the signing was Colonel Luis Roca.", 1, False),
        (CALL + DINNER + "The meeting was attended by Ambassador in Bucharest Omar Haddad.", 1, True),
    ],
)
def test_those_present_were_at_the_occasion_of_which_the_noun_speaks(body: str, number: int, comes: bool) -> None:
    assert bool({"Roca", "Haddad"} & reported(body)[number]["who"]) is comes


def test_whoever_took_part_in_the_call_spoke_in_it_and_in_no_second_one() -> None:
    joined = reported(PHONE + "She also spoke with General Pedro Gil, who took part in the call.")
    assert [each["who"] for each in joined] == [{"Popa", "Tamm", "Gil"}]
    assert len(reported(PHONE + "She also spoke by telephone with Brigadier General Pedro Gil of Spain on 15 May.")) == 2


def test_what_was_before_a_signing_was_on_its_day() -> None:
    between = "On 14 May Rear Admiral Eva Lind met Minister of National Defence Ana Popa in Constanța. "
    last = reported(SIGNING + between + "Prior to the signing, she paid a courtesy call on Ambassador Omar Haddad of Jordan.")[-1]
    assert last["day"] == "2024-05-13"


@pytest.mark.parametrize(
    ("matter", "day"),
    [
        ("the preparations for the seminar that the Peruvian Navy will host in July", None),
        ("the exercise which Sweden will hold off Gotland in October", None),
        ("the training of divers on 14 May", "2024-05-14"),
    ],
)
def test_the_day_of_what_others_will_do_is_not_that_of_the_talks(matter: str, day: str | None) -> None:
    (talks,) = reported(f"General Ion Rusu received Rear Admiral Eva Lind in Bucharest and talked with her about {matter}.")
    assert talks["day"] == day


@pytest.mark.parametrize(
    ("stop", "town"),
    [
        ("On 14 May Rear Admiral Lind flew to Valea Belmarului, where she watched the training of divers.", "Valea Belmarului"),
        ("On 14 May she travelled to Borlovat, where she handed over two boats to the divers’ school.", "Borlovat"),
        ("On 14 May she visited Larkspur Industries.", None),
        ("On 14 May she flew to Headquarters, where she rested.", None),
    ],
)
def test_a_town_that_no_gazetteer_knows_is_a_stop_where_a_clause_says_what_was_there(stop: str, town: str | None) -> None:
    opening = "Rear Admiral Eva Lind, Chief of Staff, visited Romania from 12 to 14 May 2024. On 13 May Rear Admiral Lind met General Ion Rusu in Bucharest. "
    towns = [each["town"] for each in reported(opening + stop) if each["town"]]
    assert (town in towns) if town else towns == ["Bucharest"]


def test_she_is_the_lady_and_not_the_lord_named_last() -> None:
    def gender(name: str, honorific: str | None = None) -> str | None:
        return titles.gender(Person(name=name, honorific=honorific))

    assert gender("Ana Lind", "Her Excellency") == gender("Ana Lind", "H.E. Mrs.") == gender("Nur binti Omar") == "f"
    assert gender("Omar Aziz", "Dato Seri Haji") == gender("Ali bin Omar") == "m"
    assert gender("Ana Lind", "Dr.") is None


CALLED = "On 14 May 2024 Rear Admiral Eva Lind, accompanied by Ambassador Karim Said of Sweden, called on General Ion Rusu in Bucharest. "


def test_they_who_called_on_one_host_call_on_the_next_without_the_first() -> None:
    rows = ["Karim Said|Said||Ambassador||SE", *(row for row in CAST if row.startswith(("Eva Lind", "Ion Rusu", "Ana Popa")))]
    body = CALLED + "They later called on Minister of National Defence Ana Popa."
    found = [set(each.people) for each in read("2024-05-15", "", body, rows, [])]
    assert found == [{"Eva Lind", "Karim Said", "Ion Rusu"}, {"Eva Lind", "Karim Said", "Ana Popa"}]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (SIGNING + "Colonel Luis Roca spoke at the ceremony.", {"Rusu", "Lind", "Roca"}),
        (SIGNING + "Colonel Luis Roca spoke at the ceremony of the divers’ school.", {"Rusu", "Lind"}),
        (SIGNING + "Colonel Luis Roca spoke to the press.", {"Rusu", "Lind"}),
        ("Rear Admiral Eva Lind visited Constanța on 14 May 2024, where she was given a briefing by General Ion Rusu.", {"Rusu", "Lind"}),
    ],
)
def test_who_spoke_at_an_event_or_gave_the_briefing_was_there(body: str, who: set[str]) -> None:
    assert reported(body)[0]["who"] == who


def test_those_in_the_list_of_each_side_took_part() -> None:
    body = (
        "Talks between Romania and Sweden were held in Bucharest on 14 May 2024.\n\nAlso participated:\n\nFor Romania:\n\nGeneral Ion Rusu,"
        " of the Staff.\n\nFor Sweden:\n\nRear Admiral Eva Lind, of the Navy.\n\nGeneral Ion Rusu thanked the guests."
    )
    assert reported(body)[0]["who"] == {"Rusu", "Lind"}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The exercise Larkspur, co-hosted by the Romanian and Swedish navies, commenced in Constanța on 14 May 2024 in presence of General Ion Rusu and Rear Admiral Eva Lind.", "exercise"),
        ("The seminar Larkspur, co-hosted by the Romanian and Swedish navies, commenced in Constanța on 14 May 2024 in presence of General Ion Rusu and Rear Admiral Eva Lind.", "meeting"),
        (
            "The Romanian Army and the Swedish Navy marked ten years of cooperation with a ceremony in Bucharest on 14 May 2024. General Ion Rusu and Rear Admiral Eva Lind unveiled a stone that carries the names of all divers since 2003."
            "\n\nThe day before, Rear Admiral Lind met Minister of National Defence Ana Popa. Ambassador Omar Haddad joined the meeting.",
            "ceremony",
        ),
    ],
)  # fmt: skip
def test_what_kind_it_was_is_told_by_its_own_words(body: str, kind: str) -> None:
    assert reported(body)[0]["kind"] == kind


def test_ships_trained_off_the_island_that_is_named() -> None:
    body = "The frigates of Romania and Sweden conducted a joint rescue drill off Larkspur Island on 14 May 2024."
    assert reported(body)[0]["town"] == "Larkspur Island"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("reaffirming their support for the Northern Security Forum", None),
        ("and underscored their commitment to the Northern Security Forum", None),
        ("and welcomed the establishment of the Northern Security Forum", None),
        ("for the third Northern Security Dialogue", "third Northern Security Dialogue"),
    ],
)
def test_a_gathering_that_is_only_valued_gives_no_title(told: str, title: str | None) -> None:
    body = f"Minister of National Defence Ana Popa met Rear Admiral Eva Lind in Bucharest on 14 May 2024, {told}."
    rows = [row for row in CAST if row.split("|")[0] in body]
    assert [each.title for each in read("2024-05-15", "", body, rows, [])] == [title]
