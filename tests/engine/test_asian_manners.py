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
