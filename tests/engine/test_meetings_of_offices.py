"""Meetings with an official of the publisher's own state of whom only the office is told. Names, dates and events are invented."""

from __future__ import annotations

import pytest

from ingest.engine.rules import dates, meetings, places
from ingest.engine.types import Release
from tests.engine.made_up import both_of, placed
from tests.engine.test_meetings import official, told

CAST = ["Luis Roca|Roca|Colonel|Commander of the Navy||PE", "Omar Haddad|Haddad||Ambassador||JO", "Ina Tamm|Tamm|Captain|||MT"]

OFFICES = [
    ("The Minister of Defence received the Ambassador of Jordan, Omar Haddad, on Tuesday.", ["MT JO MT Haddad"]),
    ("On 14 May, the State Secretary of the Ministry of Defence met with the Ambassador of Jordan, Omar Haddad.", ["MT JO MT Haddad"]),
    ("The Chief of Defence Staff has today hosted the Commander of the Navy of Peru, Colonel Luis Roca.", ["MT MT PE Roca"]),
    ("The Ambassador of Jordan, Omar Haddad, called on the Minister of Defence on Tuesday.", ["MT JO MT Haddad"]),
    ("The Ambassador of Jordan, Omar Haddad, was received by the Minister of Defence on Tuesday.", ["MT JO MT Haddad"]),
    ("The Minister of Defence received the Peruvian Minister of Defence on Tuesday.", ["MT MT PE"]),
]
OTHERS = [
    "The Minister of Defence met with Peruvian veterans on Tuesday.",
    "The Ambassador of Jordan, Omar Haddad, received a medal on Tuesday.",
    "The Chief of Defence met with Captain Ina Tamm on Tuesday.",
    "The Commander of EUFOR received the Ambassador of Jordan, Omar Haddad, on Tuesday.",
    "The Minister of Defence received a letter from the Ambassador of Jordan, Omar Haddad.",
    "The cadets of the academy met the Ambassador of Jordan, Omar Haddad, on Tuesday.",
]


def read(body: str, publisher: str | None) -> list[str]:
    release = Release("", body, published="2024-05-15", publisher=publisher)
    both = both_of(body, "")
    people = placed(both, *(official(row) for row in CAST if row.split("|")[0] in body))
    found = meetings.find(both, release, people, (), places.find(both), dates.find(both, release))
    return [" ".join(str(value) for value in told(each)[3:]).strip() for each in found]


@pytest.mark.parametrize(("body", "expected"), [pytest.param(body, expected, id=body[:60]) for body, expected in OFFICES])
def test_who_is_told_by_office_alone_is_of_the_publishers_state(body: str, expected: list[str]) -> None:
    assert read(body, "Ministry of Defence of Malta") == expected


@pytest.mark.parametrize("body", [pytest.param(body, id=body[:60]) for body in OTHERS])
def test_no_office_of_the_own_state_makes_no_meeting(body: str) -> None:
    assert not [found for found in read(body, "Ministry of Defence of Malta") if "MT" in found]


def test_where_nobody_is_known_to_publish_an_office_is_of_no_state() -> None:
    assert not any("MT" in found for found in read(OFFICES[0][0], None))


def test_abroad_an_office_is_the_hosts() -> None:
    body = "Captain Ina Tamm is on an official visit to Peru. The Minister of Defence received Ambassador Omar Haddad of Jordan on Tuesday."
    assert not any("JO MT" in found for found in read(body, "Ministry of Defence of Malta"))
