"""Offices in the English of ministries that translate: where somebody is based, who holds two offices, days before an office.

All names are invented.
"""

from __future__ import annotations

import pytest

from ingest.engine import passages
from ingest.engine.rules import organizations, people
from ingest.engine.types import Person, Release


def read(body: str) -> dict[str, Person]:
    release = Release(title="", body=body)
    both = passages.of(release)
    return {person.name: person for person in people.find(both, release, organizations.find(both, release))}


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        pytest.param(
            "The commander of NATO-led KFOR, Major General Orhan Ulus, met Minister Xhevat Sopa.",
            "Orhan Ulus",
            ("commander", "KFOR", "INT"),
            id="a mission led by an alliance",
        ),
        pytest.param(
            "The Commander of the Multinational Brigade headquartered in Craiova, Brigadier General Ion Pop, spoke.",
            "Ion Pop",
            ("Commander", "Multinational Brigade", "INT"),
            id="where a body sits",
        ),
        pytest.param(
            "He met the Albanian military attaché in Peru based in Lima, Col. Arben Kosta, on Friday.",
            "Arben Kosta",
            ("military attaché in Peru", None, "AL"),
            id="where an attaché is based",
        ),
        pytest.param(
            "The Commander of the Joint Force Command, US Admiral Stuart Mann, spoke.",
            "Stuart Mann",
            ("Commander", "Joint Force Command", "US"),
            id="a state called by its letters before the rank",
        ),
        pytest.param(
            "First Deputy Defense Minister, Chief of General Staff of the Armed Forces of Kazakhstan, Lt. Gen. Murat Baik spoke.",
            "Murat Baik",
            ("First Deputy Defense Minister", None, "KZ"),
            id="the first of two offices of one officer",
        ),
        pytest.param(
            "The delegation was headed by First Deputy Defense Minister and Chief of the General Staff Lieutenant-General Murat Baik.",
            "Murat Baik",
            ("First Deputy Defense Minister", None, None),
            id="the body of the second office",
        ),
        pytest.param(
            "On Friday the Deputy Minister of Defence of Peru, General Luis Roca met the guests.",
            "Luis Roca",
            ("Deputy Minister of Defence", None, "PE"),
            id="a day before the office",
        ),
        pytest.param(
            "In Lima the Minister of Defence of Peru, Luis Roca met the guests.",
            "Luis Roca",
            ("Minister of Defence", None, "PE"),
            id="a town",
        ),
        pytest.param(
            "On the arrival of the Chief of Staff, General Luis Roca spoke.", "Luis Roca", (None, None, None), id="the office of another"
        ),
        pytest.param(
            "He was joined by General Charles Stone, who will soon head the Joint Chiefs of Staff.",
            "Charles Stone",
            (None, None, None),
            id="heads is a verb",
        ),
        pytest.param(
            "He received the Adviser from the Department of National Security Ion Oprea.",
            "Ion Oprea",
            ("Adviser", "Department of National Security", None),
            id="a name behind the name of a body",
        ),
    ],
)
def test_offices_are_read_in_other_orders(body: str, name: str, expected: tuple[str | None, str | None, str | None]) -> None:
    person = read(body)[name]
    assert (person.position, person.organization, person.country) == expected


def test_mister_is_a_courtesy_and_a_lieutenant_admiral_a_rank() -> None:
    found = read("Minister Ana Popa met the Ambassador, Mister Li Manping, and Lieutenant Admiral Rob Bakker.")
    assert found["Li Manping"].honorific == "Mister"
    assert found["Rob Bakker"].rank == "Lieutenant Admiral"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("The Ministry of Defence and Armed Forces of Montenegro spoke.", {"Ministry of Defence", "Armed Forces of Montenegro"}),
        (
            "The chiefs of the General Staff of Peruvian Armed Forces and Armed Forces of Chile met.",
            {"General Staff of Peruvian Armed Forces", "Armed Forces of Chile"},
        ),
        ("The Council on the development of trade met.", set()),
        ("They spoke of the Black Sea area.", set()),
        ("The Council on Foreign Relations met.", {"Council on Foreign Relations"}),
    ],
    ids=[
        "a ministry and the forces",
        "a staff and the forces of another state",
        "what a council is for",
        "a sea",
        "the matter of a council",
    ],
)
def test_bodies_end_where_another_begins(body: str, names: set[str]) -> None:
    release = Release(title="", body=body)
    assert {each.name for each in organizations.find(passages.of(release), release)} == names


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("National Defence Minister Mihai Tud will meet Ambassador Jan Wolny of Poland, told Agerpres.", "RO"),
        ("Defence Minister Marat Seit met the Ambassador of Poland Jan Wolny, Kazinform has learnt from the press service.", "KZ"),
        ("Defence Minister Marat Seit met the Ambassador of Poland Jan Wolny, TASS reports.", None),
    ],
    ids=["told an agency", "an agency has learnt", "an agency that is cited everywhere"],
)
def test_the_agency_that_was_told_is_at_home_where_its_minister_is(body: str, country: str | None) -> None:
    found = read(body)
    assert next(person.country for person in found.values() if "Ambassador" not in (person.position or "")) == country
