"""How ministries and news agencies of South and Southeast Asia write: offices without a comma, days in brackets, forums with a Plus."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Record, Release


def read(body: str, published: str | None = None) -> Record:
    return pipeline.read(Release(title=None, body=body, published=published))


@pytest.mark.parametrize(
    ("body", "name", "rank", "organization"),
    [
        pytest.param(
            "Chief of the General Staff of the Vietnam People’s Army Nguyen Tan Lam spoke.",
            "Nguyen Tan Lam", None, "General Staff of the Vietnam People’s Army", id="a family name behind an army",
        ),
        pytest.param("Commander of the Royal Thai Army General Chai Srisai spoke.", "Chai Srisai", "General", "Royal Thai Army", id="1"),
        pytest.param("The Minister of Defence of Russia Army General Ivan Lind spoke.", "Ivan Lind", "Army General", None, id="2"),
        pytest.param(
            "The Minister of Defence of the Russian Federation Army General Ivan Lind spoke.",
            "Ivan Lind", "Army General", None, id="in full",
        ),
        pytest.param("Commander of the Pakistan Army General Umar Lodi spoke.", "Umar Lodi", "General", "Pakistan Army", id="no royal one"),
    ],
)  # fmt: skip
def test_an_office_of_an_army_before_a_name(body: str, name: str, rank: str | None, organization: str | None) -> None:
    (person,) = read(body).people
    assert (person.name, person.rank, person.organization) == (name, rank, organization)


@pytest.mark.parametrize(
    ("said", "published", "day"),
    [
        pytest.param("on Tuesday (20/8)", None, "XXXX-08-20", id="no year"),
        pytest.param("on Tuesday (20/8)", "2024-08-21", "2024-08-20", id="the year of publication"),
        pytest.param("on Tuesday (8/6)", "2024-08-07", "2024-08-06", id="the month first, as the weekday tells"),
        pytest.param("on Tuesday (20.8.)", "2024-08-21", "2024-08-20", id="stops"),
        pytest.param("on Tuesday (1/3 of those invited came)", "2024-08-21", "2024-08-20", id="near miss: a part"),
    ],
)
def test_a_weekday_with_day_and_month_in_brackets(said: str, published: str | None, day: str) -> None:
    (meeting,) = read(
        f"The Minister of Defence of Peru, Ana Popa, met the Minister of Chile, Luis Roca, in Lima {said}.", published
    ).meetings
    assert meeting.date == day


@pytest.mark.parametrize("plus", ["-Plus", " - Plus", " Plus"])
def test_a_forum_with_a_plus(plus: str) -> None:
    body = f"Defence Minister of Japan Ken Mori will attend the 10th ASEAN Defence Ministers’ Meeting{plus} in Jakarta on 16 May 2023."
    (meeting,) = read(body).meetings
    assert meeting.title == f"10th ASEAN Defence Ministers’ Meeting{plus}"


def test_nobody_meets_in_an_office() -> None:
    (meeting,) = read("Admiral Luis Roca of Chile met the Flag Officer Commanding in Chief Vice Admiral Ana Popa of Peru.").meetings
    assert meeting.place is None


def test_a_day_of_an_earlier_visit_is_not_that_of_the_talks() -> None:
    body = "In talks on 9 November 2023, General Luis Roca of Chile and General Ana Popa of Peru praised ties after Roca’s visit in August."
    (meeting,) = read(body).meetings
    assert meeting.date == "2023-11-09"


@pytest.mark.parametrize("given", ["granted a farewell meeting to", "gave an introductory call to", "granted an audience to"])
def test_a_meeting_that_is_granted(given: str) -> None:
    (meeting,) = read(f"General Ana Popa of Peru {given} Colonel Luis Roca, Military Attaché of Chile, on 9 November 2023.").meetings
    assert meeting.people == ("Ana Popa", "Luis Roca")


def test_who_receives_a_foreign_chief_is_at_home() -> None:
    body = (
        "Minister of Defence General Ana Popa received Chief of the Royal Thai Army General Chai Srisai on 20 September 2023.\n\n"
        "The delegation of the Royal Thai Army has paid a visit to Peru at the invitation of General Luis Roca, Chief of the Peruvian Army."
    )
    record = read(body)
    assert next(person.country for person in record.people if person.name == "Ana Popa") == "PE"
    assert record.meetings[0].people == ("Ana Popa", "Chai Srisai")


LEAVES = "DHAKA, 26 October 2023 – Army Chief General Aziz Karim left Dhaka today for India on a four-day visit."


@pytest.mark.parametrize(
    ("line", "people"),
    [
        pytest.param(
            "During the visit, he would meet Indian Defence Minister Arun Lal. Besides, he would meet with Admiral Bipin Lodh.",
            ("Aziz Karim", "Arun Lal", "Bipin Lodh"), id="whom he is to meet",
        ),
        pytest.param("The army chief will also meet the officials concerned.", ("Aziz Karim",), id="whom nobody names"),
    ],
)  # fmt: skip
def test_a_visit_announced_is_one_with_the_meetings_planned_for_it(line: str, people: tuple[str, ...]) -> None:
    (visit,) = read(f"{LEAVES}\n\n{line}\n\nThe army chief is expected to return home on 30 October.", "2023-10-26").meetings
    assert (visit.kind, visit.people) == ("visit", people)


@pytest.mark.parametrize(
    ("visit", "place"),
    [
        pytest.param("during an official visit to Peru", (None, "PE"), id="a visit to"),
        pytest.param("during his official visit of Peru", (None, "PE"), id="a visit of"),
        pytest.param("during a visit to the port", ("Lusaka", "ZM"), id="near miss: at home"),
    ],
)
def test_what_was_told_from_home_was_in_the_country_visited(visit: str, place: tuple[str | None, str]) -> None:
    body = f"LUSAKA: Zambian Defence Minister Karl Mwale held talks with his Peruvian counterpart Ana Popa {visit}."
    (meeting,) = read(body, "2021-05-03").meetings
    assert (meeting.place, meeting.country) == place


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(
            "Deputy Defence Minister Senior Lieu. Gen. Lam Chi Binh spoke.", ("Lam Chi Binh", "Deputy Defence Minister"), id="Lieu."
        ),
        pytest.param("Shri Arun Lal, Hon’ble Defence Minister of India, spoke.", ("Arun Lal", "Defence Minister"), id="Hon’ble"),
        pytest.param("Brunei Defence Minister II Pehin Datu Lailaraja Halim Yusof spoke.", ("Halim Yusof", "Defence Minister II"), id="II"),
        pytest.param("General Datuk Seri Pahlawan Halim Yusof spoke.", ("Halim Yusof", None), id="a title of Brunei"),
    ],
)
def test_forms_of_address(body: str, told: tuple[str, str | None]) -> None:
    (person,) = read(body).people
    assert (person.name, person.position) == told


def test_a_temple_is_nobody() -> None:
    assert not read("The delegation went to Sri Velan Perumal Temple and prayed.").people
